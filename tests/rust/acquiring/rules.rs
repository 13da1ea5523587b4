//! The rules between members. Each is broken once, alone, at the right place, and refuses or advises as it declares.
//! Each is kept by a request that is as close as can be. The operations that a rule binds declare what it reads.

use payscore::acquiring::Order;
use payscore::error::Evidence;
use payscore::ffi::{ACQUIRING, BoundRule, CONFIG};
use payscore::protocol::AnyDraft;
use payscore::schema::{ModelInfo, Type};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use support::{MCHID, merchant, merged};

const DELIVERY: &str = "create_delivery_order";

/// A request that keeps every rule. The time is 2025-06-01 09:00:00 in Beijing.
fn base(operation: &str) -> Value {
    let create = json!({
        "service_introduction": "XX充电宝", "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 1000},
        "time_range": {"start_time": "OnAccept"}, "need_user_confirm": true,
            "notify_url": "https://shop.example/notify",
    });
    let own = match operation {
        "create_order" | DELIVERY => create,
        "complete_order" => json!({"post_payments": [{"name": "a", "amount": 700}], "total_amount": 700}),
        "modify_order" => {
            json!({"post_payments": [{"name": "a", "amount": 700}], "total_amount": 700, "reason": "less"})
        }
        "sync_order" => json!({"type": "Order_Paid", "detail": {"paid_time": "20250601085900"}}),
        "register_deduct_info" => json!({"out_trade_no": "D1"}),
        "query_order" => json!({}),
        other => panic!("no base for {other}"),
    };
    merged(json!({"sub_mchid": "1900000109", "out_order_no": "R1"}), own)
}

/// What a case changes: parameters, and what is known of the order and of the service.
struct Attempt {
    params: Value,
    order: Option<Value>,
    settings: Value,
}

fn attempt(params: Value) -> Attempt {
    Attempt { params, order: None, settings: json!({}) }
}

impl Attempt {
    /// The whole order, as WeChat Pay answered it.
    fn order(self, more: Value) -> Attempt {
        let known = json!({
            "out_order_no": "R1", "service_id": "2002000000000558128851361561536", "mchid": MCHID, "state": "DOING",
            "sub_mchid": "1900000109",
        });
        let order = json!({"out_order_no": "R1", "sub_mchid": "1900000109", "raw": merged(known, more).to_string()});
        Attempt { order: Some(order), ..self }
    }

    fn settings(self, settings: Value) -> Attempt {
        Attempt { settings, ..self }
    }

    fn draft(&self, operation: &str, validate: Value) -> Result<AnyDraft, payscore::Error> {
        let merchant = merchant(merged(json!({ "validate": validate }), self.settings.clone()));
        let mut params = merged(base(operation), self.params.clone());
        if let Some(order) = &self.order {
            params["order"] = order.clone();
        }
        support::draft(&merchant, operation, params)
    }
}

struct Case {
    rule: &'static str,
    operation: &'static str,
    pointer: &'static str,
    breaks: Attempt,
    keeps: Attempt,
}

/// One case for each rule.
fn cases() -> Vec<Case> {
    let case = |operation, rule, pointer, breaks, keeps| Case { rule, operation, pointer, breaks, keeps };
    let create = |rule, pointer, breaks: Value, keeps: Value| {
        case("create_order", rule, pointer, attempt(breaks), attempt(keeps))
    };
    let complete = |rule, pointer, breaks, keeps| case("complete_order", rule, pointer, breaks, keeps);
    let payments = |list: Value| json!({ "post_payments": list });
    let discounts = |list: Value| json!({ "post_discounts": list });
    let times = |range: Value| json!({ "time_range": range });
    let later = json!({"start_time": "20250601120000"});
    vec![
        create(
            "item_has_content",
            "/post_payments/0",
            payments(json!([{"name": "a"}])),
            payments(json!([{"name": "a", "amount": 0}])),
        ),
        create(
            "discount_has_description",
            "/post_discounts/0",
            discounts(json!([{"name": "a", "amount": 1}])),
            discounts(json!([{"name": "a", "description": "b"}])),
        ),
        complete(
            "discount_has_amount",
            "/post_discounts/0/amount",
            attempt(discounts(json!([{"name": "a", "description": "b"}]))),
            attempt(discounts(json!([{"name": "a", "description": "b", "amount": 0}]))),
        ),
        create(
            "item_names_differ",
            "/post_payments/1/name",
            payments(json!([{"name": "a", "amount": 1}, {"name": "a", "amount": 1}])),
            payments(json!([{"name": "商品信息", "amount": 1}, {"name": "商品信息", "amount": 1}])),
        ),
        create(
            "discount_names_differ",
            "/post_discounts/1/name",
            discounts(json!([{"name": "商品信息", "description": "b"}, {"name": "商品信息", "description": "b"}])),
            discounts(json!([{"name": "a", "description": "b"}, {"name": "c", "description": "b"}])),
        ),
        complete(
            "total_is_sum",
            "/total_amount",
            attempt(json!({"post_payments": [{"name": "a", "amount": 400, "count": 2}], "total_amount": 800})),
            attempt(json!({"post_payments": [{"name": "a", "amount": 400, "count": 2}], "total_amount": 400})),
        ),
        case(
            "modify_order",
            "total_only_lowered",
            "/total_amount",
            attempt(json!({})).order(json!({"total_amount": 699})),
            attempt(json!({})).order(json!({"total_amount": 700})),
        ),
        complete(
            "total_within_ceiling",
            "/total_amount",
            attempt(json!({})).settings(json!({"service_ceiling": 699})),
            attempt(json!({})).settings(json!({"service_ceiling": 700})),
        ),
        complete(
            "total_within_risk_fund",
            "/total_amount",
            attempt(json!({}))
                .order(json!({"risk_fund": {"amount": 699}}))
                .settings(json!({"service_mode": "waive_first"})),
            attempt(json!({}))
                .order(json!({"risk_fund": {"amount": 699}}))
                .settings(json!({"service_mode": "enjoy_first"})),
        ),
        case(
            "create_order",
            "risk_fund_within_ceiling",
            "/risk_fund/amount",
            attempt(json!({})).settings(json!({"service_ceiling": 999})),
            attempt(json!({})).settings(json!({"service_ceiling": 1000})),
        ),
        case(
            "create_order",
            "items_within_ceiling",
            "/post_payments",
            attempt(payments(json!([{"name": "a", "amount": 1001}]))).settings(json!({"service_ceiling": 1000})),
            attempt(merged(
                payments(json!([{"name": "a", "amount": 1001}])),
                discounts(json!([{"name": "a", "description": "b", "amount": 1}])),
            ))
            .settings(json!({"service_ceiling": 1000})),
        ),
        case(
            "create_order",
            "risk_fund_fits_mode",
            "/risk_fund/name",
            attempt(json!({})).settings(json!({"service_mode": "waive_first"})),
            attempt(json!({})).settings(json!({"service_mode": "enjoy_first"})),
        ),
        case(
            "create_order",
            "confirmation_fits_mode",
            "/need_user_confirm",
            attempt(times(later.clone())).settings(json!({"service_mode": "no_confirmation"})),
            // Of another service, the settings say nothing.
            attempt(json!({"time_range": later, "service_id": "500002"}))
                .settings(json!({"service_mode": "no_confirmation"})),
        ),
        create(
            "start_time_needed",
            "/time_range/start_time",
            times(json!({})),
            times(json!({"start_time": "OnAccept"})),
        ),
        create(
            "remark_needs_time",
            "/time_range/end_time_remark",
            times(json!({"start_time": "OnAccept", "end_time_remark": "x"})),
            times(json!({"start_time": "OnAccept", "start_time_remark": "x"})),
        ),
        create(
            "on_accept_only_starts",
            "/time_range/end_time",
            times(json!({"start_time": "OnAccept", "end_time": "OnAccept"})),
            times(json!({"start_time": "OnAccept", "end_time": "20250602"})),
        ),
        create(
            "ends_after_start",
            "/time_range/end_time",
            times(json!({"start_time": "20250602120000", "end_time": "20250602120000"})),
            times(json!({"start_time": "20250602120000", "end_time": "20250602"})),
        ),
        create(
            "start_time_ahead",
            "/time_range/start_time",
            times(json!({"start_time": "20250601085859"})),
            times(json!({"start_time": "20250601085900"})),
        ),
        create(
            "end_time_ahead",
            "/time_range/end_time",
            times(json!({"start_time": "OnAccept", "end_time": "20250601090059"})),
            times(json!({"start_time": "OnAccept", "end_time": "20250601090100"})),
        ),
        complete(
            "times_have_passed",
            "/time_range/end_time",
            attempt(times(json!({"end_time": "20250601090101"}))),
            attempt(times(json!({"end_time": "20250601090100"}))),
        ),
        complete(
            "end_time_needed",
            "/time_range/end_time",
            attempt(json!({})).order(times(json!({"start_time": "20250601080000"}))),
            attempt(json!({})).order(times(json!({"start_time": "20250601080000", "end_time": "20250601085900"}))),
        ),
        complete(
            "ends_after_created_start",
            "/time_range/end_time",
            attempt(times(json!({"end_time": "20250601080000"}))).order(times(json!({"start_time": "20250601080000"}))),
            attempt(times(json!({"end_time": "20250601080001"}))).order(times(json!({"start_time": "20250601080000"}))),
        ),
        complete(
            "same_form_as_created",
            "/time_range/end_time",
            attempt(times(json!({"end_time": "20250601"}))).order(times(json!({"start_time": "OnAccept"}))),
            attempt(times(json!({"end_time": "20250601"}))).order(times(json!({"start_time": "20250601"}))),
        ),
        create(
            "sub_openid_needs_sub_appid",
            "/sub_openid",
            json!({"sub_openid": "o"}),
            json!({"sub_openid": "o", "sub_appid": "wx2"}),
        ),
        create(
            "confirmation_explicit",
            "/need_user_confirm",
            json!({"need_user_confirm": null}),
            json!({"need_user_confirm": true}),
        ),
        create(
            "exactly_one_user",
            "/openid",
            json!({"need_user_confirm": false, "time_range": {"start_time": "20250601120000"}}),
            json!({"need_user_confirm": false, "time_range": {"start_time": "20250601120000"}, "openid": "o"}),
        ),
        create(
            "risk_fund_without_confirmation",
            "/risk_fund/name",
            json!({"need_user_confirm": false, "openid": "o", "time_range": {"start_time": "20250601120000"},
                "risk_fund": {"name": "DEPOSIT", "amount": 1}}),
            json!({"risk_fund": {"name": "DEPOSIT", "amount": 1}}),
        ),
        create(
            "on_accept_needs_confirmation",
            "/time_range/start_time",
            json!({"need_user_confirm": false, "openid": "o"}),
            json!({"need_user_confirm": false, "openid": "o", "time_range": {"start_time": "20250601120000"}}),
        ),
        create("attach_encoded", "/attach", json!({"attach": "a=1&b"}), json!({"attach": "a%3D1%26b"})),
        case(
            "sync_order",
            "paid_time_is_moment",
            "/detail/paid_time",
            attempt(json!({"detail": {"paid_time": "OnAccept"}})),
            attempt(json!({"detail": {"paid_time": "20250601"}})),
        ),
        case(
            "query_order",
            "exactly_one_query_key",
            "",
            attempt(json!({"query_id": "q"})),
            attempt(json!({"query_id": "q", "out_order_no": null})),
        ),
        case(
            "register_deduct_info",
            "deduction_number_differs",
            "/out_trade_no",
            attempt(json!({"out_trade_no": "R1"})),
            attempt(json!({"out_trade_no": "R2"})),
        ),
    ]
}

#[test]
fn every_rule_has_a_case_that_breaks_it_and_one_that_keeps_it() {
    let rules = ACQUIRING.rules();
    for case in cases() {
        let bound =
            rules.iter().find(|bound| bound.rule.id == case.rule).unwrap_or_else(|| panic!("no rule {}", case.rule));
        assert!(binds(bound, case.operation), "{} does not bind {}", case.rule, case.operation);
        broken_and_kept(bound, &case, case.operation);
        // An order on delivery has the rules of every creation.
        if case.operation == "create_order" {
            assert!(binds(bound, DELIVERY), "{} does not bind {DELIVERY}", case.rule);
            broken_and_kept(bound, &case, DELIVERY);
        }
    }
    let mut with_case: Vec<&str> = cases().iter().map(|case| case.rule).collect();
    let mut declared: Vec<&str> = rules.iter().map(|bound| bound.rule.id).collect();
    with_case.sort_unstable();
    declared.sort_unstable();
    assert_eq!(with_case, declared, "every rule has exactly one case, and an id of its own");
}

fn broken_and_kept(bound: &BoundRule, case: &Case, operation: &str) {
    let (rule, at) = (bound.rule, format!("{} of {operation}", case.rule));
    let strict = case.breaks.draft(operation, json!("strict")).expect_err(&at);
    let found: Vec<(&str, &str)> =
        strict.issues().iter().map(|issue| (issue.pointer.as_str(), issue.code.as_str())).collect();
    assert_eq!(found, [(case.pointer, rule.code.as_str())], "{at}: {strict}");
    let refuses = rule.evidence == Evidence::Official;
    let issue = &strict.issues()[0];
    assert_eq!((issue.advice, &issue.evidence), (!refuses, &rule.evidence), "{at}");
    // Without being strict, advice stops nothing and is listed.
    match case.breaks.draft(operation, json!(true)) {
        Ok(draft) => assert!(!refuses && draft.advice().len() == 1, "{at}"),
        Err(error) => assert!(refuses, "{at}: {error}"),
    }
    case.breaks.draft(operation, json!(false)).unwrap_or_else(|error| panic!("validate=false refuses {at}: {error}"));
    case.keeps.draft(operation, json!("strict")).unwrap_or_else(|error| panic!("{at} is not kept: {error}"));
}

fn binds(bound: &BoundRule, name: &str) -> bool {
    bound.operations.iter().any(|operation| operation.name == name)
}

#[test]
fn what_a_rule_reads_is_declared() {
    let mut read = BTreeSet::new();
    for bound in ACQUIRING.rules() {
        assert!(!bound.rule.reads.is_empty(), "{}", bound.rule.id);
        for path in bound.rule.reads {
            for operation in &bound.operations {
                let declared = match path.split_once('.') {
                    Some(("order", path)) => operation.takes_order && declares(Order::INFO, path),
                    Some(("settings", path)) => declares(CONFIG, path),
                    _ => *path == "now" || declares(operation.params, path),
                };
                assert!(declared, "{} reads {path}, which {} does not declare", bound.rule.id, operation.name);
                read.insert(*path);
            }
        }
    }
    assert!(read.len() > 30, "{read:?}");
    assert!(!declares(Order::INFO, "time_range.strat_time") && !declares(Order::INFO, "time_range[].start_time"));
}

/// Whether a model declares a member, such as `time_range.start_time` or `post_payments[].amount`.
fn declares(info: &ModelInfo, path: &str) -> bool {
    let (name, rest) = path.split_once('.').map_or((path, None), |(name, rest)| (name, Some(rest)));
    let (name, is_list) = name.strip_suffix("[]").map_or((name, false), |name| (name, true));
    let Some(field) = info.field(name).filter(|field| !field.derived) else { return false };
    match (rest, field.ty) {
        (None, _) => !is_list,
        (Some(rest), Type::List(Type::Model(inner))) if is_list => declares(inner(), rest),
        (Some(rest), Type::Model(inner)) if !is_list => declares(inner(), rest),
        _ => false,
    }
}
