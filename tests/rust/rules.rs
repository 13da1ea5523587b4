//! Each rule between fields is broken once, alone, and says so at the right place, refusing or advising as its row has it.

use payscore::ffi::RULES;
use payscore::protocol::AnyDraft;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{draft_of, merchant, merged};

/// The usual merchant's service.
const SERVICE: &str = "2002000000000558128851361561536";

fn base(operation: &str) -> Value {
    let identity = json!({"sub_mchid": "1900000109", "out_order_no": "R1"});
    let own = match operation {
        "create_order" => json!({
            "service_introduction": "XX充电宝", "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 1000},
            "time_range": {"start_time": "OnAccept"}, "notify_url": "https://shop.example/notify", "need_user_confirm": true,
        }),
        "create_delivery_order" => json!({
            "service_introduction": "XX充电宝", "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 1000},
            "time_range": {"start_time": "OnAccept"}, "need_user_confirm": true,
        }),
        "complete_order" => json!({"post_payments": [{"name": "a", "amount": 700}], "total_amount": 700}),
        "modify_order" => json!({"post_payments": [{"name": "a", "amount": 700}], "total_amount": 700, "reason": "less"}),
        "sync_order" => json!({"type": "Order_Paid", "detail": {"paid_time": "20250601085900"}}),
        other => panic!("no base for {other}"),
    };
    merged(identity, own)
}

/// What WeChat Pay told of the order.
fn told(more: Value) -> Value {
    let mut order =
        json!({"out_order_no": "R1", "service_id": SERVICE, "mchid": "1230000100", "state": "DOING", "sub_mchid": "1900000109"});
    order.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"out_order_no": "R1", "sub_mchid": "1900000109", "raw": order.to_string()})
}

struct Case {
    operation: &'static str,
    set: Value,
    order: Option<Value>,
    settings: Value,
    pointer: &'static str,
    says: &'static str,
}

fn case(operation: &'static str, set: Value, pointer: &'static str, says: &'static str) -> Case {
    Case { operation, set, order: None, settings: json!({}), pointer, says }
}

fn cases() -> Vec<Case> {
    let known = |case: Case, order: Value| Case { order: Some(told(order)), ..case };
    let of = |case: Case, settings: Value| Case { settings, ..case };
    let create = |set, pointer, says| case("create_order", set, pointer, says);
    let complete = |set, pointer, says| case("complete_order", set, pointer, says);
    let modify = |set, pointer, says| case("modify_order", set, pointer, says);
    let payments = |list: Value, total: i64| json!({"post_payments": list, "total_amount": total});
    vec![
        create(json!({"post_payments": [{"name": "a"}]}), "/post_payments/0", "An item of the bill needs"),
        create(json!({"post_discounts": [{"name": "a", "amount": 1}]}), "/post_discounts/0", "A discount needs a `description`"),
        complete(
            json!({"post_discounts": [{"name": "a", "description": "b"}]}),
            "/post_discounts/0/amount",
            "A discount needs its",
        ),
        create(
            json!({"post_payments": [{"name": "a", "amount": 1}, {"name": "a", "amount": 1}]}),
            "/post_payments/1/name",
            "An item's name stands once",
        ),
        create(
            json!({"post_discounts": [{"name": "a", "description": "b"}, {"name": "a", "description": "b"}]}),
            "/post_discounts/1/name",
            "A discount's name stands once",
        ),
        complete(payments(json!([{"name": "a", "amount": 400, "count": 2}]), 800), "/total_amount", "`total_amount` = Σ"),
        known(
            modify(payments(json!([{"name": "a", "amount": 701}]), 701), "/total_amount", "The new total"),
            json!({"total_amount": 700}),
        ),
        of(complete(json!({}), "/total_amount", "`total_amount` is at most the service's"), json!({"service_ceiling": 699})),
        of(
            known(complete(json!({}), "/total_amount", "In 先免模式"), json!({"risk_fund": {"name": "DEPOSIT", "amount": 699}})),
            json!({"service_mode": "waive_first"}),
        ),
        of(create(json!({}), "/risk_fund/amount", "The risk fund, and the sum"), json!({"service_ceiling": 999})),
        of(create(json!({}), "/risk_fund/name", "`risk_fund.name` fits"), json!({"service_mode": "waive_first"})),
        of(
            create(json!({"time_range": {"start_time": "20250601120000"}}), "/need_user_confirm", "`need_user_confirm` is false"),
            json!({"service_mode": "no_confirmation"}),
        ),
        create(json!({"time_range": {}}), "/time_range/start_time", "`time_range.start_time` is needed"),
        create(
            json!({"time_range": {"start_time": "OnAccept", "end_time_remark": "x"}}),
            "/time_range/end_time_remark",
            "A remark to a time",
        ),
        create(
            json!({"time_range": {"start_time": "OnAccept", "end_time": "OnAccept"}}),
            "/time_range/end_time",
            "`OnAccept` is for",
        ),
        create(
            json!({"time_range": {"start_time": "20250602120000", "end_time": "20250602120000"}}),
            "/time_range/end_time",
            "The service ends after",
        ),
        create(json!({"time_range": {"start_time": "20250601080000"}}), "/time_range/start_time", "`start_time` lies after"),
        create(
            json!({"time_range": {"start_time": "OnAccept", "end_time": "20250601090030"}}),
            "/time_range/end_time",
            "`end_time` lies at least",
        ),
        complete(json!({"time_range": {"end_time": "20250601100000"}}), "/time_range/end_time", "The times of a completed"),
        known(
            complete(json!({}), "/time_range/end_time", "`time_range.end_time` is needed"),
            json!({"time_range": {"start_time": "20250601080000"}}),
        ),
        known(
            complete(json!({"time_range": {"end_time": "20250601"}}), "/time_range/end_time", "Times at completion"),
            json!({"time_range": {"start_time": "OnAccept"}}),
        ),
        create(json!({"sub_openid": "o"}), "/sub_openid", "`sub_openid` is a user"),
        create(json!({"need_user_confirm": null}), "/need_user_confirm", "Say explicitly"),
        create(
            json!({"need_user_confirm": false, "time_range": {"start_time": "20250601120000"}}),
            "/openid",
            "Without confirmation, exactly one",
        ),
        create(
            json!({"need_user_confirm": false, "openid": "o", "time_range": {"start_time": "20250601120000"}, "risk_fund": {"name": "DEPOSIT", "amount": 1}}),
            "/risk_fund/name",
            "Without confirmation, `risk_fund.name`",
        ),
        create(json!({"need_user_confirm": false, "openid": "o"}), "/time_range/start_time", "`OnAccept` is the moment"),
        create(json!({"attach": "a=1&b"}), "/attach", "`attach` is URL-encoded"),
        case("sync_order", json!({"detail": {"paid_time": "OnAccept"}}), "/detail/paid_time", "`detail.paid_time` is a time"),
    ]
}

fn draft(case: &Case, validate: Value) -> Result<AnyDraft, payscore::Error> {
    let merchant = merchant(merged(case.settings.clone(), json!({ "validate": validate })));
    let params = merged(base(case.operation), case.set.clone());
    let order = case.order.clone().unwrap_or_default();
    draft_of(&merchant, case.operation, params, Value::Null, order)
}

#[test]
fn every_rule_is_broken_once_and_alone() {
    let mut broken = BTreeSet::new();
    // What holds when an order is created holds for orders on delivery, where the rule's row says so.
    let delivered =
        cases().into_iter().filter(|case| case.operation == "create_order" && rule_of(case).1.operations.contains(&DELIVERY));
    for case in cases().into_iter().chain(delivered.map(|case| Case { operation: DELIVERY, ..case })) {
        let (index, rule) = rule_of(&case);
        assert!(rule.operations.contains(&case.operation), "{}", case.says);
        let strict = draft(&case, json!("strict")).expect_err(case.says);
        let found: Vec<(&str, &str)> =
            strict.issues().iter().map(|issue| (issue.pointer.as_str(), issue.code.as_str())).collect();
        assert_eq!(found, [(case.pointer, rule.code.as_str())], "{}: {strict}", case.says);
        let refuses = rule.evidence.as_str() == "official";
        assert_eq!(strict.issues()[0].advice, !refuses, "{}", case.says);
        // Without being strict, advice stops nothing and is listed.
        match draft(&case, json!(true)) {
            Ok(draft) => assert!(!refuses && draft.advice().len() == 1, "{}", case.says),
            Err(error) => assert!(refuses, "{}: {error}", case.says),
        }
        draft(&case, json!(false)).unwrap_or_else(|error| panic!("validate=false refuses {}: {error}", case.says));
        broken.insert((index, case.operation));
    }
    let every: BTreeSet<usize> = broken.iter().map(|(index, _)| *index).collect();
    assert_eq!(every.len(), RULES.len(), "every rule has a case");
    let created = RULES.iter().filter(|rule| rule.operations.contains(&"create_order")).count();
    let delivered = broken.iter().filter(|(_, operation)| *operation == DELIVERY).count();
    assert_eq!(created, delivered, "orders on delivery have the rules of creation");
}

const DELIVERY: &str = "create_delivery_order";

fn rule_of(case: &Case) -> (usize, &'static payscore::ffi::CrossRule) {
    RULES.iter().enumerate().find(|(_, rule)| rule.says.starts_with(case.says)).expect(case.says)
}

#[test]
fn what_keeps_the_rules_is_accepted() {
    for operation in ["create_order", DELIVERY, "complete_order", "modify_order", "sync_order"] {
        let kept = draft(&case(operation, json!({}), "", ""), json!("strict"));
        assert!(kept.is_ok(), "{operation}: {}", kept.unwrap_err());
    }
}
