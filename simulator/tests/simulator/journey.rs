use crate::client::*;
use payscore::http::{Headers, Request};
use payscore_simulator::{Config, Simulator};
use serde_json::{Value, json};

#[test]
fn an_order_is_paid() {
    let mut client = Client::new(json!({}));
    let (status, created) = client.create("A|1*");
    assert_eq!((status, &created["state"]), (200, &json!("CREATED")));
    assert_eq!(created.as_object().unwrap().keys().next().unwrap(), "out_order_no");
    assert!(created["package"].as_str().unwrap().len() > 100);
    let (_, again) = client.create("A|1*");
    assert_ne!(created["package"], again["package"]);
    assert_eq!(created["order_id"], again["order_id"]);
    let (_, confirmed) = client.door("POST", "/orders/A%7C1%2A/confirm", json!({"package": created["package"]}));
    assert_eq!(confirmed["state_description"], "USER_CONFIRM");
    let target = format!("{BASE}?{}&query_id={}", client.identity_query(), confirmed["query_id"].as_str().unwrap());
    assert_eq!(client.call("GET", &target, None).1["out_order_no"], "A|1*");
    assert_eq!(client.complete("A%7C1*").0, 204);
    assert_eq!(client.register("A%7C1%2A", "T1"), (200, json!({"description": "XX充电宝"})));
    let target = format!("{BASE}/deduction?{}&appid={}&out_order_no=A%7C1*", client.identity_query(), client.about["appid"].as_str().unwrap());
    assert_eq!(client.call("GET", &target, None).1, json!({"description": "XX充电宝", "out_trade_no": "T1"}));
    assert_eq!(client.query("A%7C1*").1["collection"]["state"], "USER_PAYING");
    let paid = client.withhold(json!({"out_trade_no": "T1", "amount": 800}));
    assert_eq!(paid["result"], "paid");
    let (_, order) = client.query("A%7C1*");
    assert_eq!((&order["state"], &order["collection"]["state"], &order["total_amount"]), (&json!("DONE"), &json!("USER_PAID"), &json!(800)));
    assert_eq!(order["collection"]["details"][0]["transaction_id"], paid["transaction_id"]);
    assert_eq!(order["collection"]["details"][0]["paid_type"], "NEWTON");
    assert!(order.get("state_description").is_none() && order.get("package").is_none());
    let (_, books) = client.door("GET", "/books", Value::Null);
    assert_eq!((&books["charged_total"], &books["double_charges"], &books["double_orders"]), (&json!(800), &json!([]), &json!([])));
}

#[test]
fn an_order_without_confirmation_is_in_service_at_once() {
    let mut client = Client::new(json!({}));
    let mut order = client.order("N1");
    order["service_id"] = client.about["service_id_no_confirm"].clone();
    order["need_user_confirm"] = json!(false);
    order["openid"] = json!("o1");
    order["time_range"] = json!({"start_time": "20300101"});
    let (status, created) = client.call("POST", BASE, Some(&order));
    assert_eq!((status, &created["state"], &created["state_description"]), (200, &json!("DOING"), &json!("USER_CONFIRM")));
    assert!(created.get("package").is_none());
}

#[test]
fn the_clearing_house_can_charge_twice() {
    let mut client = Client::new(json!({}));
    client.up_to_registered("D1", "T1");
    assert_eq!(client.withhold(json!({"out_trade_no": "T1", "result": "pending", "after": 60}))["result"], "pending");
    assert_eq!(client.register("D1", "T2").0, 200);
    assert_eq!(client.withhold(json!({"out_trade_no": "T2"}))["result"], "paid");
    client.advance(61);
    let (_, books) = client.door("GET", "/books", Value::Null);
    assert_eq!(books["charged_total"], 1600);
    assert_eq!(books["double_charges"].as_array().unwrap().len(), 1);

    client.up_to_registered("D2", "T3");
    client.withhold(json!({"out_trade_no": "T3"}));
    let (_, books) = client.door("GET", "/books", Value::Null);
    assert_eq!(books["double_orders"][0]["out_order_nos"], json!(["D1", "D2"]));
    assert_eq!(books["double_charges"].as_array().unwrap().len(), 2);
}

#[test]
fn the_clearing_house_refuses_what_it_must() {
    let mut client = Client::new(json!({}));
    client.up_to_registered("R1", "T1");
    let refused = |client: &mut Client, body: Value| {
        let answer = client.withhold(body);
        assert_eq!(answer["result"], "refused");
        answer["reason"].as_str().unwrap().split(':').next().unwrap().to_owned()
    };
    assert_eq!(refused(&mut client, json!({"out_trade_no": "nobody"})), "unregistered");
    assert_eq!(refused(&mut client, json!({"out_trade_no": "T1", "mchid": "1"})), "foreign");
    assert_eq!(refused(&mut client, json!({"out_trade_no": "T1", "amount": 1})), "wrong amount");
    assert_eq!(client.withhold(json!({"out_trade_no": "T1", "result": "failed"}))["result"], "failed");
    assert_eq!(refused(&mut client, json!({"out_trade_no": "T1"})), "used");
    assert_eq!(client.register("R1", "T2").0, 200);
    client.advance(86400);
    assert_eq!(refused(&mut client, json!({"out_trade_no": "T2"})), "expired");
    assert_eq!(client.register("R1", "T3").0, 200);
    assert_eq!(client.cancel("R1", "x").1["code"], "INVALID_ORDER_STATE");
    assert_eq!(client.door("POST", "/clearing/close", json!({"out_trade_no": "T3"})).1["result"], "closed");
    assert_eq!(client.cancel("R1", "x").0, 204);
    assert_eq!(refused(&mut client, json!({"out_trade_no": "T3"})), "used");
}

#[test]
fn a_pending_withholding_is_settled() {
    let mut client = Client::new(json!({"user_paid_after_withholding": true}));
    client.up_to_registered("P1", "T1");
    client.withhold(json!({"out_trade_no": "T1", "result": "pending"}));
    client.advance(1_000_000);
    assert_eq!(client.query("P1").1["state"], "DOING");
    assert_eq!(client.door("POST", "/clearing/settle", json!({"out_trade_no": "T1", "result": "paid"})).1["result"], "paid");
    assert_eq!(client.query("P1").1["state"], "DONE");
    let events: Vec<Value> = client.sim.due().iter().map(|delivery| client.open(delivery.request.body.as_ref().unwrap()).0["event_type"].clone()).collect();
    assert_eq!(events, [json!("PAYSCORE.USER_CONFIRM"), json!("PAYSCORE.USER_PAID")]);
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let run = || {
        let mut client = Client::new(json!({}));
        let answer = client.create("S1");
        client.door("POST", "/orders/S1/confirm", json!({}));
        (answer, client.sim.due())
    };
    assert_eq!(run(), run());
}

#[test]
fn arbitrary_bytes_never_panic() {
    let mut client = Client::new(json!({}));
    let mut state = 9_u32;
    let mut random = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state >> 16
    };
    let seeds = ["GET", "POST", "/_simulator/orders/%zz", "/_simulator/clock", "/v3/payscore/acquiringbank/serviceorder", "{\"advance\":-9}", "é|*%7C?&=+"];
    for round in 0..3000 {
        let mut piece = || {
            let mut text = seeds[random() as usize % seeds.len()].to_owned();
            for _ in 0..random() % 4 {
                text.push(char::from_u32(random() % 0x300).unwrap_or('x'));
            }
            text
        };
        let (method, url, body) = (piece(), piece(), piece());
        let headers = Headers::new().with("Authorization", piece()).with("Accept", "*/*").with("User-Agent", "x");
        let _ = client.sim.handle(&Request::new(method, format!("http://h{url}"), headers, Some(body.clone().into_bytes())));
        if round % 20 == 0 {
            let request = client.signed("POST", &format!("{BASE}/A/complete"), Some(body.into_bytes()));
            assert_eq!(reply(client.sim.handle(&request)).status, 400);
        }
    }
    let _ = client.sim.due();
}

#[test]
fn a_configuration_is_checked() {
    assert!(Config::from_json(&json!({"seed": 3, "now": 1_800_000_000, "switches": {"complete_zero": "done"}})).is_ok());
    assert_eq!(Config::from_json(&json!({"sed": 3})).unwrap_err().to_string(), "the configuration has no member \"sed\"");
    assert!(Simulator::new(Config { api_v3_key: "short".to_owned(), ..Config::default() }).is_err());
    let switches = json!({"no_such": 1}).as_object().unwrap().clone();
    assert!(Simulator::new(Config { switches, ..Config::default() }).is_err());
}
