//! Modifying, syncing, pay-on-delivery orders, and what a service allows.

use super::client::{Client, NO_CONFIRM, SERVICE, WAIVE_FIRST, identity, order, query};
use serde_json::{Value, json};
use support::merged;

fn bill(total: i64) -> Value {
    identity(json!({"post_payments": [{"name": "租借费用", "amount": total}], "total_amount": total, "reason": "少收"}))
}

#[test]
fn a_bill_is_modified_downward_only() {
    let mut client = Client::new(json!({}));
    client.ok("POST", "/serviceorder", order("A1"));
    assert_eq!(client.refused("POST", "/serviceorder/A1/modify", bill(1)), "INVALID_ORDER_STATE");
    client.completed("A2");
    assert_eq!(client.refused("POST", "/serviceorder/A2/modify", bill(701)), "INVALID_REQUEST");
    let mut wrong = bill(600);
    wrong["total_amount"] = json!(500);
    assert_eq!(client.refused("POST", "/serviceorder/A2/modify", wrong), "PARAM_ERROR");
    client.ok("POST", "/serviceorder/A2/modify", bill(600));
    assert_eq!(client.query("A2")["collection"]["paying_amount"], 600);
    assert_eq!(
        client.query("A2")["time_range"]["end_time"],
        "20250601090100",
        "a modification keeps what it does not name"
    );
    assert_eq!(client.refused("POST", "/serviceorder/A2/modify", bill(600)), "INVALID_REQUEST");
    client.control("POST", "/switches", json!({"modify_repeat": "ok"}));
    client.ok("POST", "/serviceorder/A2/modify", bill(600));
    client.control("POST", "/switches", json!({"modify_again": "refuse"}));
    assert_eq!(client.refused("POST", "/serviceorder/A2/modify", bill(500)), "INVALID_REQUEST");
    client.control("POST", "/switches", json!({"modify_again": "allow"}));
    client.ok("POST", "/serviceorder/A2/modify", bill(0));
    assert_eq!(client.query("A2")["need_collection"], false);
    assert_eq!(client.refused("POST", "/serviceorder/A2/modify", bill(1)), "ORDER_DONE");
}

#[test]
fn a_number_in_force_holds_cancel_modify_and_sync() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    let register = identity(json!({"appid": "wxd678efh567hg6787", "out_trade_no": "D1"}));
    client.ok("POST", "/serviceorder/A1/registerdeductinfo", register);
    let sync = identity(json!({"type": "Order_Paid", "detail": {"paid_time": "20250601093000"}}));
    let attempts = [("modify", bill(1)), ("sync", sync.clone()), ("cancel", identity(json!({"reason": "x"})))];
    for (action, body) in &attempts {
        assert_eq!(
            client.refused("POST", &format!("/serviceorder/A1/{action}"), body.clone()),
            "INVALID_ORDER_STATE",
            "{action}"
        );
    }
    client.control("POST", "/clearing/close", json!({"out_trade_no": "D1"}));
    client.ok("POST", "/serviceorder/A1/modify", bill(300));
    client.ok("POST", "/serviceorder/A1/sync", sync.clone());
    let read = client.query("A1");
    let detail = &read["collection"]["details"][0];
    assert_eq!((read["state"].as_str(), detail["paid_type"].as_str()), (Some("DONE"), Some("MCH")));
    assert_eq!((detail["paid_time"].as_str(), detail["amount"].as_i64()), (Some("20250601093000"), Some(300)));
    assert!(detail.get("transaction_id").is_none());
    assert_eq!(client.refused("POST", "/serviceorder/A1/sync", sync.clone()), "ORDER_DONE");
    client.control("POST", "/switches", json!({"sync_repeat": "ok"}));
    client.ok("POST", "/serviceorder/A1/sync", sync);
    let never = identity(json!({"type": "Order_Paid", "detail": {"paid_time": "OnAccept"}}));
    assert_eq!(client.refused("POST", "/serviceorder/A1/sync", never), "PARAM_ERROR");
}

#[test]
fn a_pay_on_delivery_order_is_an_order() {
    let mut client = Client::new(json!({}));
    let goods = json!([{"name": "耳机", "picture": "https://img.example/1.png", "amount": 700, "count": 1,
        "category_id": ["6032"]}]);
    let shopping = json!({"jump_link": {"jump_link_type": "JUMP_LINK_MINI_PROGRAM", "path": "/p"}, "goods": goods});
    let mut body = merged(order("A1"), json!({"shopping_info": shopping, "mchid": "1230000100"}));
    body.as_object_mut().unwrap().remove("risk_fund");
    let made = client.ok("POST", "/servicepayondeliveryorder", body.clone());
    assert!(made["package"].is_string() && made["shopping_info"]["goods"][0]["count"] == 1, "{made}");
    assert_eq!(client.query("A1")["shopping_info"]["jump_link"]["path"], "/p");
    client.control("POST", "/orders/A1/confirm", Value::Null);
    assert!(client.callback().is_some());
    let mut silent = body.clone();
    silent["out_order_no"] = json!("A2");
    silent.as_object_mut().unwrap().remove("notify_url");
    client.ok("POST", "/servicepayondeliveryorder", silent);
    client.control("POST", "/orders/A2/confirm", Value::Null);
    assert!(client.callback().is_none(), "without an address there is no callback");
    body["shopping_info"]["goods"][0]["amount"] = json!("7");
    let (_, refused) = client.call("POST", "/servicepayondeliveryorder", body.clone());
    assert_eq!(refused["detail"]["field"], "/shopping_info/goods/0/amount");
    body["shopping_info"]["goods"][0]["amount"] = json!(7);
    assert_eq!(
        client.refused("POST", "/servicepayondeliveryorder", body.clone()),
        "INVALID_REQUEST",
        "other parameters"
    );
    body.as_object_mut().unwrap().remove("sub_mchid");
    assert_eq!(client.refused("POST", "/servicepayondeliveryorder", body), "NO_AUTH");
}

#[test]
fn a_service_has_a_mode_and_a_ceiling() {
    let mut client = Client::new(json!({}));
    let about = client.control("GET", "", Value::Null);
    assert_eq!(
        (about["services"][WAIVE_FIRST]["mode"].as_str(), about["services"][SERVICE]["ceiling"].as_i64()),
        (Some("waive_first"), Some(100_000))
    );
    let fund = |name: &str, amount: i64| json!({"risk_fund": {"name": name, "amount": amount}});
    let (_, refused) = client.call("POST", "/serviceorder", merged(order("A1"), fund("DEPOSIT", 100)));
    assert_eq!(refused["detail"]["field"], "/risk_fund/name");
    let (_, _, whole) =
        client.exchange("POST", "/serviceorder", merged(order("A1"), fund("ESTIMATE_ORDER_COST", 100_001)), &[]);
    assert!(whole.headers.get("Request-ID").unwrap().ends_with("-271316656"));
    let payments = json!({"post_payments": [{"name": "a", "amount": 100_001}]});
    assert_eq!(client.refused("POST", "/serviceorder", merged(order("A1"), payments)), "INVALID_REQUEST");
    let deposit = merged(merged(order("A1"), fund("DEPOSIT", 500)), json!({"service_id": WAIVE_FIRST}));
    client.ok("POST", "/serviceorder", deposit);
    client.control("POST", "/orders/A1/confirm", Value::Null);
    client.ok("POST", "/serviceorder", order("A2"));
    client.control("POST", "/orders/A2/confirm", Value::Null);
    client.advance(60);
    let complete = |service: &str, total: i64| {
        json!({"service_id": service, "sub_mchid": "1900000109", "channel_id": "1230000109", "total_amount": total,
            "post_payments": [{"name": "a", "amount": total}], "time_range": {"end_time": "20250601090100"}})
    };
    assert_eq!(client.refused("POST", "/serviceorder/A1/complete", complete(WAIVE_FIRST, 501)), "INVALID_REQUEST");
    client.ok("POST", "/serviceorder/A1/complete", complete(WAIVE_FIRST, 500));
    assert_eq!(client.refused("POST", "/serviceorder/A2/complete", complete(SERVICE, 100_001)), "INVALID_REQUEST");
    client.ok("POST", "/serviceorder/A2/complete", complete(SERVICE, 20_000));
}

#[test]
fn sibling_rules_are_switches() {
    let cases = [
        ("creation_times", json!({"time_range": {"start_time": "20250601090000"}}), "/time_range/start_time"),
        ("creation_times", json!({"time_range": {"start_time": "20250531"}}), "/time_range/start_time"),
        (
            "creation_times",
            json!({"time_range": {"start_time": "OnAccept", "end_time": "20250601090100"}}),
            "/time_range/end_time",
        ),
        (
            "duplicate_names",
            json!({"post_payments": [{"name": "a", "amount": 1}, {"name": "a", "amount": 2}]}),
            "/post_payments/1/name",
        ),
        ("risk_fund_of_other_sub_mode", json!({"risk_fund": {"name": "DEPOSIT", "amount": 1}}), "/risk_fund/name"),
        ("four_byte_characters", json!({"service_introduction": "🔋"}), "/service_introduction"),
    ];
    for (switch, change, field) in cases {
        let (_, refused) = Client::new(json!({})).call("POST", "/serviceorder", merged(order("A1"), change.clone()));
        assert_eq!(refused["detail"]["field"], field, "{refused}");
        let mut tolerant = Client::new(json!({switch: "accept"}));
        tolerant.ok("POST", "/serviceorder", merged(order("A1"), change));
    }
    let above = merged(order("A1"), json!({"post_payments": [{"name": "a", "amount": 100_001}]}));
    Client::new(json!({"payments_above_ceiling": "accept"})).ok("POST", "/serviceorder", above);
    let same_day = json!({"time_range": {"start_time": "20250601", "end_time": "20250601"}});
    Client::new(json!({})).ok("POST", "/serviceorder", merged(order("A1"), same_day));
    let mut strict = Client::new(json!({}));
    strict.ok("POST", "/serviceorder", order("A1"));
    strict.control("POST", "/orders/A1/confirm", Value::Null);
    let complete = |end: &str| {
        identity(
            json!({"post_payments": [{"name": "a", "amount": 1}], "total_amount": 1, "time_range": {"end_time": end}}),
        )
    };
    for end in ["20250601090101", "20250601", "20250601085959"] {
        assert_eq!(strict.refused("POST", "/serviceorder/A1/complete", complete(end)), "PARAM_ERROR", "{end}");
    }
    strict.advance(60);
    strict.ok("POST", "/serviceorder/A1/complete", complete("20250601090100"));
    let mut tolerant = Client::new(json!({"completion_times": "accept"}));
    tolerant.ok("POST", "/serviceorder", order("A1"));
    tolerant.control("POST", "/orders/A1/confirm", Value::Null);
    tolerant.ok("POST", "/serviceorder/A1/complete", complete("20250601090101"));
}

/// Signature, parameters, binding, existence, state.
#[test]
fn checks_come_in_one_order() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    let mut body = merged(bill(9999), json!({"channel_id": "1", "reason": 1}));
    assert_eq!(client.refused("POST", "/serviceorder/NONE/modify", body.clone()), "PARAM_ERROR");
    body["reason"] = json!("x");
    assert_eq!(client.refused("POST", "/serviceorder/NONE/modify", body.clone()), "NO_AUTH");
    body["channel_id"] = json!("1230000109");
    assert_eq!(client.refused("POST", "/serviceorder/NONE/modify", body.clone()), "ORDER_NOT_EXIST");
    let foreign = merged(body.clone(), json!({"service_id": NO_CONFIRM}));
    assert_eq!(client.refused("POST", "/serviceorder/A1/modify", foreign), "ORDER_NOT_EXIST");
    assert_eq!(client.refused("POST", "/serviceorder/A1/modify", body), "INVALID_REQUEST");
    let other = format!("/serviceorder?{}&out_order_no=A1", query().replace("1230000109", "1"));
    assert_eq!(client.refused("GET", &other, Value::Null), "NO_AUTH");
}

#[test]
fn cancelling_again_is_compared() {
    let mut client = Client::new(json!({"cancel_repeat": "ok"}));
    client.ok("POST", "/serviceorder", order("A1"));
    client.ok("POST", "/serviceorder/A1/cancel", identity(json!({"reason": "x"})));
    client.ok("POST", "/serviceorder/A1/cancel", identity(json!({"reason": "x"})));
    assert_eq!(client.refused("POST", "/serviceorder/A1/cancel", identity(json!({"reason": "y"}))), "INVALID_REQUEST");
}

/// The same endpoints without signatures, for journeys by the hundred thousand.
#[test]
fn the_world_answers_below_the_signatures() {
    use payscore::http::{Headers, Request};
    use payscore_simulator::{World, perform};
    let mut world = World::new(7, payscore::time::Timestamp::from_unix(super::NOW).unwrap());
    let ask = |world: &mut World, path: &str, body: Value| {
        let target = format!("http://localhost{}{path}", super::client::V3);
        perform(world, &Request::new("POST", target, Headers::new(), Some(body.to_string().into_bytes())))
    };
    let made = ask(&mut world, "/serviceorder", order("A1")).unwrap().unwrap().unwrap();
    assert_eq!(made["state"], "CREATED");
    let refused = ask(&mut world, "/serviceorder/A1/modify", bill(1)).unwrap().unwrap_err();
    assert_eq!(refused.code, "INVALID_ORDER_STATE");
    assert_eq!(ask(&mut world, "/serviceorder/A1/cancel", identity(json!({"reason": "x"}))), Some(Ok(None)));
    assert!(ask(&mut world, "/elsewhere", Value::Null).is_none());
}
