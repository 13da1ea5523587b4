//! What identifies an order, wherever two things must be about the same one.

use payscore::ffi::acquiring;
use payscore::http::Response;
use payscore::protocol::AnyDraft;
use payscore::{Merchant, MerchantConfig, Validation};
use serde_json::{Map, Value, json};

use support::{draft, merchant, now, signed};

fn ours() -> Value {
    json!({"mchid": "1230000100", "sub_mchid": "1900000109", "out_order_no": "A1",
        "service_id": "2002000000000558128851361561536", "channel_id": "1230000109",
           "appid": "wxd678efh567hg6787"})
}

/// Every member of an identity, with another value.
fn others() -> Vec<(&'static str, &'static str)> {
    vec![
        ("mchid", "1230000999"),
        ("sub_mchid", "1900000110"),
        ("out_order_no", "B2"),
        ("service_id", "500002"),
        ("channel_id", "1230000999"),
        ("appid", "wx0000000000000000"),
    ]
}

fn paid(identity: &Value) -> Value {
    let mut order = identity.clone();
    let rest = json!({"state": "DOING", "state_description": "MCH_COMPLETE", "total_amount": 700,
                      "collection": {"state": "USER_PAYING", "total_amount": 700}});
    order.as_object_mut().unwrap().extend(rest.as_object().unwrap().clone());
    order
}

fn complete(merchant: &Merchant) -> AnyDraft {
    let mut params = ours();
    for name in ["mchid", "appid"] {
        params.as_object_mut().unwrap().remove(name);
    }
    params["post_payments"] = json!([{"name": "租借费用", "amount": 700}]);
    params["total_amount"] = json!(700);
    draft(merchant, "complete_order", params).unwrap()
}

#[test]
fn evidence_of_another_order_settles_nothing() {
    let merchant = merchant(json!({}));
    let lost = complete(&merchant);
    let settle = |order: Value| acquiring::settle(&lost, &json!({ "found": order }), &Value::Null, now()).unwrap();
    assert_eq!(settle(paid(&ours())).verdict.as_str(), "happened");
    for (name, other) in others().into_iter().filter(|(name, _)| *name != "appid") {
        let mut found = paid(&ours());
        found[name] = json!(other);
        let settled = settle(found);
        assert_eq!((settled.verdict.as_str(), settled.retry.as_str()), ("ask_again_later", "query_first"), "{name}");
    }
    // A number without quotes is the same number.
    let mut found = paid(&ours());
    found["sub_mchid"] = json!("1900000109");
    assert_eq!(settle(found).verdict.as_str(), "happened");
}

#[test]
fn a_reply_about_another_order_is_no_reply() {
    let merchant = merchant(json!({}));
    let query = json!({"sub_mchid": "1900000109", "out_order_no": "A1",
        "service_id": "2002000000000558128851361561536", "channel_id": "1230000109"});
    let query = draft(&merchant, "query_order", query).unwrap();
    let call = merchant.finish(query).unwrap();
    let read = |order: &Value| {
        let body = order.to_string();
        Merchant::read_any(&call, &Response::new(200, signed(&body), body), now())
    };
    read(&paid(&ours())).unwrap();
    for (name, other) in others().into_iter().filter(|(name, _)| *name != "appid") {
        let mut found = paid(&ours());
        found[name] = json!(other);
        let error = read(&found).unwrap_err();
        let code = if name == "mchid" { "malformed.mchid" } else { "malformed.other_order" };
        assert_eq!(error.code().as_str(), code, "{name}");
        assert!(error.detail().contains(other), "{error}");
    }
}

#[test]
fn an_order_of_another_institution_is_no_order_of_ours() {
    let merchant = merchant(json!({}));
    let mut order = ours();
    order["mchid"] = json!("1230000999");
    let error = draft(&merchant, "cancel_order", json!({"order": order, "reason": "x"})).unwrap_err();
    assert_eq!(
        (error.code().as_str(), error.issues()[0].pointer.as_str()),
        ("invalid.other_order", "/order"),
        "{error}"
    );
    // A creation names the institution that signs, and no other.
    for (mchid, fits) in [("1230000100", true), ("1230000999", false)] {
        let made = draft(
            &merchant,
            "create_delivery_order",
            json!({
                "mchid": mchid, "sub_mchid": "1900000109", "out_order_no": "A1", "service_introduction": "x",
                    "need_user_confirm": true,
                "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000}, "time_range": {"start_time": "OnAccept"},
                "notify_url": "https://shop.example/notify",
            }),
        );
        assert_eq!(made.is_ok(), fits, "{mchid}");
        assert!(made.is_ok() || made.unwrap_err().issues()[0].pointer == "/mchid");
    }
    // No switch turns this off.
    let merchant = merchant.config().clone();
    let lenient = Merchant::new(MerchantConfig { validate: Validation::Off, ..merchant }).unwrap();
    let order = json!({"order": ours(), "out_order_no": "B2", "reason": "x"});
    assert_eq!(draft(&lenient, "cancel_order", order).unwrap_err().code().as_str(), "invalid.other_order");
}

#[test]
fn no_default_fills_what_wechat_pays_order_lacks() {
    let merchant = merchant(json!({"channel_id": "1230000109"}));
    let mut identity = ours();
    identity.as_object_mut().unwrap().remove("channel_id");
    let order = payscore::acquiring::Order::from_json(&paid(&identity).to_string()).unwrap();
    assert_eq!(order.order_ref.channel_id, None);
    let order = serde_json::to_value(&order.order_ref).unwrap();
    let error = draft(&merchant, "cancel_order", json!({"order": order, "reason": "x"})).unwrap_err();
    assert_eq!((error.code().as_str(), error.issues()[0].pointer.as_str()), ("invalid.missing", "/channel_id"));
    assert!(error.detail().contains("the order does not name its `channel_id`"), "{error}");
    draft(&merchant, "cancel_order", json!({"order": order, "channel_id": "1230000109", "reason": "x"})).unwrap();
    // A reference that the caller makes takes the defaults.
    let by_hand = json!({"order": {"out_order_no": "A1", "sub_mchid": "1900000109"}, "reason": "x"});
    draft(&merchant, "cancel_order", by_hand).unwrap();
}

#[test]
fn a_stored_draft_is_its_institutions_own() {
    let (mine, theirs) = (merchant(json!({})), merchant(json!({"mchid": "1230000999"})));
    let stored = complete(&mine).to_bytes();
    assert_eq!(mine.resume(&stored, now(), "n").unwrap().to_bytes(), stored);
    let error = theirs.resume(&stored, now(), "n").unwrap_err();
    assert_eq!((error.code().as_str(), error.outcome().as_str()), ("state.other_merchant", "not_sent"));
    // Older drafts name no merchant number, and stay readable.
    let mut old: Map<String, Value> = serde_json::from_slice(&stored).unwrap();
    old.remove("mchid");
    let resumed = mine.resume(Value::Object(old.clone()).to_string().as_bytes(), now(), "n").unwrap();
    assert_eq!((resumed.target(), resumed.digest()), (complete(&mine).target(), complete(&mine).digest()));
    old.insert("mchid".to_owned(), json!(1_230_000_100));
    assert!(mine.resume(Value::Object(old).to_string().as_bytes(), now(), "n").is_err());
}

#[test]
fn evidence_is_what_its_model_declares() {
    let merchant = merchant(json!({}));
    let register = json!({"sub_mchid": "1900000109", "out_order_no": "A1",
        "service_id": "2002000000000558128851361561536", "appid": "wxd678efh567hg6787",
                          "channel_id": "1230000109", "out_trade_no": "D1"});
    let lost = draft(&merchant, "register_deduct_info", register).unwrap();
    let settle = |found: Value| acquiring::settle(&lost, &json!({ "found": found }), &Value::Null, now());
    assert_eq!(
        settle(json!({"out_trade_no": "D1", "description": "x", "request_id": null})).unwrap().verdict.as_str(),
        "happened"
    );
    let event = json!({"id": "1", "event_type": "PAYSCORE.USER_PAID", "order": paid(&ours()), "out_trade_no": "D1",
        "raw": "{}",
                       "deduplication_key": "k"});
    for (name, found) in [
        ("an event", event),
        ("a deduction of the merchant's own", json!({"out_trade_no": "D1", "standing": "not_sent"})),
        ("a launch", json!({"business_type": "x"})),
        ("nothing", json!({})),
        ("a number", json!(5)),
        ("a list", json!([])),
        ("null", Value::Null),
    ] {
        let error = settle(found).unwrap_err();
        assert_eq!(error.code().as_str(), "invalid.evidence", "{name}");
    }
    for evidence in [json!({}), json!({"error": null}), json!({"order": paid(&ours())})] {
        assert_eq!(
            acquiring::settle(&lost, &evidence, &Value::Null, now()).unwrap_err().code().as_str(),
            "invalid.evidence"
        );
    }
    // The order inside an event is evidence, and so is the text of a reading with a member that only the event has.
    let mut raw = paid(&ours());
    raw["out_trade_no"] = json!("D1");
    assert_eq!(settle(raw).unwrap().why, "the order does not show deduction numbers: call query_deduction");
    // The reply does not name its order; the request does.
    let mut found = json!({"out_trade_no": "D1", "order_ref": ours()});
    assert_eq!(settle(found.clone()).unwrap().verdict.as_str(), "happened");
    found["order_ref"]["sub_mchid"] = json!("1900000110");
    assert_eq!(settle(found).unwrap().verdict.as_str(), "ask_again_later");
}
