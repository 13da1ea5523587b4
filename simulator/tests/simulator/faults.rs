use crate::client::*;
use payscore_simulator::Answer;
use serde_json::{Value, json};

fn plan(client: &mut Client, fault: Value) {
    let (status, answer) = client.door("POST", "/faults", fault);
    assert_eq!(status, 200, "{answer}");
}

#[test]
fn signatures_go_wrong() {
    let mut client = Client::new(json!({}));
    client.create("F1");
    let target = format!("{BASE}?{}&out_order_no=F1", client.identity_query());
    for name in ["wrong_signature", "unknown_serial", "probe", "stale_clock", "unsigned"] {
        plan(&mut client, json!({"fault": name, "operation": "query_order"}));
        let bad = reply(client.send("GET", &target, None));
        assert_eq!(bad.status, 200);
        let at = bad.headers.get("Wechatpay-Timestamp").and_then(|at| at.parse::<i64>().ok());
        match name {
            "stale_clock" => assert_eq!(at, Some(client.sim.now().unix() - 301)),
            "probe" => assert!(bad.headers.get("Wechatpay-Signature").unwrap().starts_with("WECHATPAY/SIGNTEST/")),
            _ => {}
        }
        assert_eq!(client.verifies(&bad.headers, &bad.body), name == "stale_clock", "{name}");
        assert_eq!(client.call("GET", &target, None).0, 200);
    }
}

#[test]
fn statuses_and_silence() {
    let mut client = Client::new(json!({}));
    plan(&mut client, json!({"fault": "status_before", "status": 503, "html": true}));
    let html = reply({
        let order = client.order("F1");
        client.send("POST", BASE, Some(&order))
    });
    assert!(html.status == 503 && html.body.starts_with(b"<html>") && html.headers.get("Wechatpay-Serial").is_none());
    assert_eq!(client.query("F1").0, 404);
    plan(&mut client, json!({"fault": "status_after", "operation": "create_order", "status": 500}));
    assert_eq!(client.create("F1").1["code"], "SYSTEM_ERROR");
    assert_eq!(client.query("F1").0, 200);
    plan(&mut client, json!({"fault": "status_before", "status": 429}));
    assert_eq!(client.create("F2").1["code"], "FREQUENCY_LIMITED");
    for (name, number, status) in [("drop_request", "F3", 404), ("drop_answer", "F4", 200)] {
        plan(&mut client, json!({"fault": name, "operation": "create_order"}));
        let order = client.order(number);
        assert_eq!(client.send("POST", BASE, Some(&order)), Answer::Dropped);
        assert_eq!(client.query(number).0, status, "{name}");
    }
    plan(&mut client, json!({"fault": "redirect", "location": "https://evil.example/"}));
    let order = client.order("F5");
    let moved = reply(client.send("POST", BASE, Some(&order)));
    assert_eq!((moved.status, moved.headers.get("Location")), (307, Some("https://evil.example/")));
    plan(&mut client, json!({"fault": "drop_answer", "times": 2}));
    assert_eq!(client.door("GET", "/faults", Value::Null).1["faults"].as_array().unwrap().len(), 1);
    client.door("DELETE", "/faults", Value::Null);
    assert_eq!(client.create("F5").0, 200);
    let (_, log) = client.door("GET", "/log", Value::Null);
    let dropped: Vec<bool> = log["log"].as_array().unwrap().iter().filter(|entry| entry["dropped"] == true).map(|entry| entry["changed"] == true).collect();
    assert_eq!(dropped, [false, true]);
}

#[test]
fn a_header_asks_for_one_fault() {
    let mut client = Client::new(json!({}));
    let body = client.order("H1").to_string().into_bytes();
    let mut request = client.signed("POST", BASE, Some(body));
    request.headers = request.headers.with("X-Simulator-Fault", "drop_answer");
    assert_eq!(client.sim.handle(&request), Answer::Dropped);
    assert_eq!(client.query("H1").0, 200);
}

#[test]
fn a_withholding_is_lost_from_sight() {
    let mut client = Client::new(json!({}));
    client.up_to_registered("W1", "T1");
    let send = |client: &mut Client| {
        let body = json!({"out_trade_no": "T1"}).to_string().into_bytes();
        client.sim.handle(&payscore::http::Request::new("POST", "http://h/_simulator/clearing/withhold", payscore::http::Headers::new(), Some(body)))
    };
    plan(&mut client, json!({"fault": "drop_request", "operation": "withhold"}));
    assert_eq!(send(&mut client), Answer::Dropped);
    assert_eq!(client.door("GET", "/clearing/T1", Value::Null).1["result"], "not_submitted");
    plan(&mut client, json!({"fault": "drop_answer", "operation": "withhold"}));
    assert_eq!(send(&mut client), Answer::Dropped);
    assert_eq!(client.door("GET", "/clearing/T1", Value::Null).1["result"], "paid");
}

#[test]
fn callbacks_go_wrong() {
    let mut client = Client::new(json!({}));
    let confirm = |client: &mut Client, number: &str| {
        client.create(number);
        client.door("POST", &format!("/orders/{number}/confirm"), json!({}));
    };
    plan(&mut client, json!({"fault": "lose_callback"}));
    confirm(&mut client, "C1");
    assert!(client.sim.due().is_empty() && client.sim.next_due().is_none());
    plan(&mut client, json!({"fault": "delay_callback", "seconds": 90}));
    confirm(&mut client, "C2");
    assert!(client.sim.due().is_empty());
    client.advance(90);
    assert_eq!(client.sim.due().len(), 1);
    plan(&mut client, json!({"fault": "duplicate_callback"}));
    confirm(&mut client, "C3");
    let twice = client.sim.due();
    assert_eq!((twice.len(), &twice[0].id), (2, &twice[1].id));
    assert_eq!(twice[0].request.body, twice[1].request.body);
    assert_ne!(twice[0].request.headers, twice[1].request.headers);
    plan(&mut client, json!({"fault": "wrong_signature", "operation": "callback"}));
    confirm(&mut client, "C4");
    let bad = client.sim.due().remove(0).request;
    assert!(!client.verifies(&bad.headers, bad.body.as_deref().unwrap()));
}
