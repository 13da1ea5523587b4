//! The user pays, races with a withholding, and settlement.

use super::client::{Client, identity};
use payscore::crypto::to_base64;
use serde_json::{Value, json};
use support::merged;

/// The merchant's acknowledgement of MCH_PREPAY, built from the clearing house's answer.
fn acknowledgement(answer: &Value, http_code: i64) -> String {
    let base64 = |text: &Value| to_base64(text.as_str().unwrap().as_bytes());
    json!({"prepay_req_header_base64": "", "prepay_req_body_base64": "", "prepay_resp_http_code": http_code,
        "prepay_resp_header_base64": base64(&answer["headers"]), "prepay_resp_body_base64": base64(&answer["body"])})
    .to_string()
}

/// The user taps, and the merchant places a pre-order under this number.
fn pre_ordered(client: &mut Client, number: &str, pay: Value) -> (String, Value) {
    client.control("POST", "/orders/A1/pay", pay);
    let (id, envelope, content) = client.callback().unwrap();
    assert_eq!((&envelope["event_type"], &content["total_amount"]), (&json!("PAYSCORE.MCH_PREPAY"), &json!(700)));
    let prepay = json!({"out_trade_no": number, "prepay_req_body": content["prepay_req_body"], "amount": 700});
    let answer = client.control("POST", "/clearing/prepay", prepay.clone());
    assert_eq!((answer["result"].as_str(), answer["http_code"].as_i64()), (Some("placed"), Some(200)));
    assert_eq!(client.control("POST", "/clearing/prepay", prepay), answer, "a repeat gets the stored answer");
    (id, answer)
}

fn accepted(client: &mut Client, number: &str, pay: Value) {
    let (id, answer) = pre_ordered(client, number, pay);
    let reported = client.control(
        "POST",
        &format!("/deliveries/{id}"),
        json!({"status": 200, "body": acknowledgement(&answer, 200)}),
    );
    assert_eq!(
        (&reported["payment"]["standing"], &reported["payment"]["out_trade_no"]),
        (&json!("at_cashier"), &json!(number))
    );
}

fn register(client: &mut Client, number: &str) {
    let body = identity(json!({"appid": "wxd678efh567hg6787", "out_trade_no": number}));
    client.ok("POST", "/serviceorder/A1/registerdeductinfo", body);
}

#[test]
fn the_user_pays_what_the_merchant_placed() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    accepted(&mut client, "P1", json!({}));
    assert_eq!(client.refused("POST", "/serviceorder/A1/cancel", identity(json!({"reason": "x"}))), "INVALID_REQUEST");
    let paid = client.control("POST", "/orders/A1/pay/finish", Value::Null);
    assert_eq!((&paid["result"], &paid["out_trade_no"]), (&json!("paid"), &json!("P1")));
    let (_, envelope, content) = client.callback().unwrap();
    assert_eq!(
        (&envelope["event_type"], &content["out_trade_no"], &content["state"]),
        (&json!("PAYSCORE.USER_PAID"), &json!("P1"), &json!("DONE"))
    );
    assert_eq!(client.query("A1")["collection"]["details"][0]["transaction_id"], paid["transaction_id"]);
    assert_eq!(client.control("GET", "/clearing/P1", Value::Null)["result"], "paid");
    assert_eq!(client.try_control("POST", "/orders/A1/pay/finish", Value::Null).0, 409, "once");
    assert_eq!(client.try_control("POST", "/orders/A1/pay", Value::Null).0, 409);
    assert_eq!(client.control("GET", "/books", Value::Null)["double_charges"], json!([]));
}

#[test]
fn only_a_successful_pre_order_lets_the_user_go_on() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    let outcome = |client: &mut Client, report: &dyn Fn(&Value) -> Value, number: &str| {
        let (id, answer) = pre_ordered(client, number, json!({}));
        client.control("POST", &format!("/deliveries/{id}"), report(&answer))["payment"]["standing"].clone()
    };
    let no: [&dyn Fn(&Value) -> Value; 5] = [
        &|_| json!({"status": 204}),
        &|answer| json!({"status": 200, "body": acknowledgement(answer, 500)}),
        &|_| json!({"status": 200, "body": r#"{"code":"SUCCESS"}"#}),
        &|_| json!({"status": 200, "body": acknowledgement(&json!({"headers": "", "body": "<xml/>"}), 200)}),
        &|answer| json!({"status": 204, "body": acknowledgement(answer, 200)}),
    ];
    for (index, report) in no.iter().enumerate() {
        assert_eq!(outcome(&mut client, *report, &format!("P{index}")), "refused", "{index}");
        assert_eq!(client.try_control("POST", "/orders/A1/pay/finish", Value::Null).0, 409);
    }
    let (id, answer) = pre_ordered(&mut client, "P9", json!({}));
    client.control("POST", &format!("/deliveries/{id}"), json!({"status": 500}));
    client.advance(15);
    let (again, ..) = client.callback().unwrap();
    assert_eq!(again, id, "a refused callback comes again");
    client.control("POST", &format!("/deliveries/{id}"), json!({"status": 200, "body": acknowledgement(&answer, 200)}));
    assert_eq!(client.control("POST", "/clearing/close", json!({"out_trade_no": "P9"}))["result"], "accepted");
    client.advance(30);
    assert_eq!(client.control("GET", "/clearing/P9", Value::Null)["result"], "closed");
    assert_eq!(client.try_control("POST", "/orders/A1/pay/finish", Value::Null).0, 409, "closed");
}

/// A user at the cashier may be quicker than the merchant who closes the pre-order.
#[test]
fn closing_a_pre_order_can_lose_the_race() {
    let close = |client: &mut Client| client.control("POST", "/clearing/close", json!({"out_trade_no": "P1"}));
    let begun = |how: &str, pay: Value| {
        let mut client = Client::new(json!({ "close_of_pending": how }));
        client.completed("A1");
        accepted(&mut client, "P1", pay);
        client
    };
    let mut late = begun("accepted", json!({"finish": 60}));
    assert_eq!(close(&mut late)["result"], "accepted");
    late.advance(59);
    assert_eq!(late.control("GET", "/clearing/P1", Value::Null)["result"], "placed");
    late.advance(1);
    assert_eq!(late.control("GET", "/clearing/P1", Value::Null)["result"], "paid");
    assert_eq!(close(&mut late)["reason"], "paid");
    let mut just = begun("accepted", json!({}));
    assert_eq!(close(&mut just)["result"], "accepted");
    assert_eq!(just.control("POST", "/orders/A1/pay/finish", Value::Null)["result"], "paid");
    just.advance(30);
    assert_eq!(just.control("GET", "/clearing/P1", Value::Null)["result"], "paid");
    let mut before = begun("paid", json!({"finish": 60}));
    assert_eq!(close(&mut before)["reason"], "paid");
    assert_eq!(before.query("A1")["state"], "DONE");
    let mut at_once = begun("closed", json!({"finish": 60}));
    assert_eq!(close(&mut at_once)["result"], "closed");
    at_once.advance(60);
    assert_eq!(at_once.query("A1")["state"], "DOING");
}

#[test]
fn the_clearing_house_checks_a_pre_order() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    register(&mut client, "D1");
    client.control("POST", "/orders/A1/pay", Value::Null);
    let (id, _, content) = client.callback().unwrap();
    let body = content["prepay_req_body"].clone();
    let mut changed = body.clone();
    changed["notify_url"] = json!("https://shop.example/mine");
    let place = |client: &mut Client, number: &str, more: Value| {
        let request = merged(json!({"out_trade_no": number, "amount": 700, "prepay_req_body": body}), more);
        client.control("POST", "/clearing/prepay", request)
    };
    assert_eq!(place(&mut client, "D1", json!({}))["reason"], "used");
    assert_eq!(place(&mut client, "P1", json!({"prepay_req_body": changed}))["result"], "refused");
    assert_eq!(place(&mut client, "P2", json!({"amount": 1}))["reason"], "amount");
    let without = json!({"out_trade_no": "P6", "prepay_req_body": content["prepay_req_body"]});
    assert_eq!(client.control("POST", "/clearing/prepay", without)["reason"], "amount");
    assert_eq!(place(&mut client, "P3", json!({"sub_mchid": "1900000208"}))["reason"], "foreign");
    let failed = place(&mut client, "P4", json!({"result": "failed"}));
    assert_eq!((&failed["result"], &failed["http_code"]), (&json!("failed"), &json!(200)));
    assert_eq!(place(&mut client, "P4", json!({}))["reason"], "used", "another request under the same number");
    let reported = client.control(
        "POST",
        &format!("/deliveries/{id}"),
        json!({"status": 200, "body": acknowledgement(&failed, 200)}),
    );
    assert_eq!(reported["payment"]["standing"], "refused", "a 200 that carries a failure is a refusal");
    client.control("POST", "/faults", json!({"fault": "drop_request", "operation": "prepay"}));
    let request = payscore::http::Request::new(
        "POST",
        "/_simulator/clearing/prepay",
        payscore::http::Headers::new(),
        Some(br#"{"out_trade_no":"P5"}"#.to_vec()),
    );
    assert!(matches!(client.simulator.handle(&request), payscore_simulator::Answer::Dropped));
}

/// The inherent race: a number is in force, and the user pays meanwhile.
#[test]
fn a_withholding_and_a_user_can_both_charge() {
    for withheld_first in [true, false] {
        let mut client = Client::new(json!({}));
        client.completed("A1");
        register(&mut client, "D1");
        accepted(&mut client, "P1", json!({"finish": 20}));
        let after = if withheld_first { 10 } else { 30 };
        client.control(
            "POST",
            "/clearing/withhold",
            json!({"out_trade_no": "D1", "amount": 700, "result": "pending", "after": after}),
        );
        client.advance(40);
        let books = client.control("GET", "/books", Value::Null);
        assert_eq!(
            (&books["charged_total"], &books["double_charges"][0]["out_order_no"]),
            (&json!(1400), &json!("A1"))
        );
        let order = client.control("GET", "/orders/A1", Value::Null);
        let first = if withheld_first { "paid under D1" } else { "paid under P1" };
        let history: Vec<&str> =
            order["history"].as_array().unwrap().iter().map(|line| line["what"].as_str().unwrap()).collect();
        assert!(history.contains(&first), "{history:?}");
        assert_eq!(client.callback().unwrap().2["out_trade_no"], "P1");
    }
    let mut careful = Client::new(json!({}));
    careful.completed("A1");
    register(&mut careful, "D1");
    careful.control("POST", "/orders/A1/pay", json!({"finish": 5}));
    let (id, ..) = careful.callback().unwrap();
    careful.control(
        "POST",
        &format!("/deliveries/{id}"),
        json!({"status": 200, "body": r#"{"prepay_resp_http_code":500}"#}),
    );
    careful.control("POST", "/clearing/withhold", json!({"out_trade_no": "D1", "amount": 700}));
    careful.advance(60);
    let books = careful.control("GET", "/books", Value::Null);
    assert_eq!((&books["charged_total"], &books["double_charges"]), (&json!(700), &json!([])));
}

#[test]
fn money_can_move_before_the_order_shows_it() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    register(&mut client, "D1");
    let paid =
        client.control("POST", "/clearing/withhold", json!({"out_trade_no": "D1", "amount": 700, "settles_after": 30}));
    assert_eq!((&paid["result"], &client.query("A1")["state_description"]), (&json!("paid"), &json!("MCH_COMPLETE")));
    assert_eq!(
        client.refused("POST", "/serviceorder/A1/cancel", identity(json!({"reason": "x"}))),
        "INVALID_ORDER_STATE"
    );
    client.advance(30);
    let read = client.query("A1");
    assert_eq!(
        (&read["state"], &read["collection"]["details"][0]["paid_time"]),
        (&json!("DONE"), &json!("20250601090100"))
    );

    let mut user = Client::new(json!({}));
    user.completed("A1");
    accepted(&mut user, "P1", json!({"settles_after": 600}));
    user.control("POST", "/orders/A1/pay/finish", Value::Null);
    user.advance(300);
    assert_eq!(user.refused("POST", "/serviceorder/A1/cancel", identity(json!({"reason": "x"}))), "INVALID_REQUEST");
    assert!(user.callback().is_none());
    user.advance(300);
    assert_eq!(user.callback().unwrap().1["event_type"], "PAYSCORE.USER_PAID");
}

#[test]
fn a_user_who_left_holds_nothing() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    accepted(&mut client, "P1", json!({}));
    client.advance(180);
    client.ok("POST", "/serviceorder/A1/cancel", identity(json!({"reason": "x"})));
    assert_eq!(client.try_control("POST", "/orders/A1/pay/finish", Value::Null).0, 409);
    let mut late = Client::new(json!({"change_while_user_pays": "allow"}));
    late.completed("A1");
    accepted(&mut late, "P1", json!({}));
    late.advance(901);
    assert_eq!(late.try_control("POST", "/orders/A1/pay/finish", Value::Null).0, 409, "fifteen minutes");
    accepted(&mut late, "P2", json!({}));
    late.ok("POST", "/serviceorder/A1/cancel", identity(json!({"reason": "x"})));
}
