//! Faults by the control interface and by a header of a request, limits, and the numbers at the end of Request-ID.

use super::client::{Client, V3, identity, order};
use super::signed;
use payscore_simulator::Answer;
use serde_json::{Value, json};

fn number(response: &payscore::http::Response) -> String {
    response.headers.get("Request-ID").unwrap().rsplit('-').next().unwrap().to_owned()
}

#[test]
fn a_request_asks_for_its_own_fault() {
    let mut client = Client::new(json!({}));
    let at = client.simulator.now().unix();
    let request = |name: &str, fault: &str| {
        let mut request = signed("POST", &format!("{V3}/serviceorder"), &order(name).to_string(), at, |value| value);
        request.headers = request.headers.clone().with("Payscore-Simulator-Fault", fault);
        request
    };
    assert!(matches!(client.simulator.handle(&request("A1", "drop_answer")), Answer::Dropped));
    client.query("A1");
    assert!(matches!(client.simulator.handle(&request("A2", "drop_request")), Answer::Dropped));
    assert_eq!(client.control("GET", "/books", Value::Null)["orders"], 1);
    client.control("POST", "/faults", json!({"fault": "drop_answer", "operation": "create_order"}));
    let Answer::Reply(page) = client.simulator.handle(&request("A2", "status_before; status=502; html=true")) else {
        panic!()
    };
    assert_eq!((page.status, page.headers.get("Content-Type")), (502, Some("text/html")));
    assert!(
        matches!(client.simulator.handle(&request("A2", "stale_clock; skew=400")), Answer::Dropped),
        "the waiting fault stays"
    );
    let Answer::Reply(stale) = client.simulator.handle(&request("A2", "stale_clock; skew=400")) else { panic!() };
    assert_eq!(stale.headers.get("Wechatpay-Timestamp").unwrap(), (at - 400).to_string());
    let Answer::Reply(next) =
        client.simulator.handle(&signed("POST", &format!("{V3}/serviceorder"), &order("A2").to_string(), at, |v| v))
    else {
        panic!()
    };
    assert_eq!(next.headers.get("Wechatpay-Timestamp").unwrap(), at.to_string(), "for this request only");
    for wrong in [
        "drop_anser",
        "status_before; status=x",
        "stale_clock; skw=1",
        "drop_answer; times=2",
        "rate_limit",
        "redirect; location",
    ] {
        let Answer::Reply(refused) = client.simulator.handle(&request("A3", wrong)) else { panic!() };
        assert_eq!(refused.status, 400, "{wrong}");
    }
    assert_eq!(client.control("GET", "/books", Value::Null)["orders"], 2, "a misspelt fault has no effect");
}

#[test]
fn a_limit_lets_some_pass() {
    let mut client = Client::new(json!({}));
    client.control(
        "POST",
        "/faults",
        json!({"fault": "rate_limit", "operation": "create_order", "calls": 2, "seconds": 10}),
    );
    client.ok("POST", "/serviceorder", order("A1"));
    client.ok("POST", "/serviceorder", order("A2"));
    let (status, body, response) = client.exchange("POST", "/serviceorder", order("A3"), &[]);
    assert_eq!(
        (status, body["code"].as_str(), number(&response).as_str()),
        (429, Some("FREQUENCY_LIMITED"), "268435472")
    );
    assert!(response.headers.get("Wechatpay-Signature").is_some());
    client.query("A1");
    client.advance(10);
    client.ok("POST", "/serviceorder", order("A3"));
    assert_eq!(client.control("GET", "/faults", Value::Null)[0]["fault"], "rate_limit");
    client.control("DELETE", "/faults", Value::Null);
    client.control("POST", "/faults", json!({"fault": "status_before", "status": 503, "after": 1}));
    client.ok("POST", "/serviceorder", order("A4"));
    assert_eq!(client.call("POST", "/serviceorder", order("A5")).0, 503);
    client.ok("POST", "/serviceorder", order("A5"));
}

#[test]
fn refusals_carry_their_numbers() {
    let mut client = Client::new(json!({}));
    client.completed("A1");
    let mut no_appid = order("A2");
    no_appid["appid"] = json!("wx0");
    let mut changed = order("A1");
    changed["attach"] = json!("x");
    let mut backwards = order("A2");
    backwards["time_range"] = json!({"start_time": "20250602100000", "end_time": "20250602090000"});
    for (path, body, expected) in [
        ("/serviceorder/NONE/cancel", identity(json!({"reason": "x"})), "271317510"),
        ("/serviceorder", no_appid, "271302149"),
        ("/serviceorder", changed, "271316598"),
        ("/serviceorder", backwards, "271316637"),
        ("/serviceorder", json!({}), "268435464"),
    ] {
        let (status, body, response) = client.exchange("POST", path, body, &[]);
        assert!(status >= 400 && number(&response) == expected, "{expected}: {} {body}", number(&response));
    }
    let at = client.simulator.now().unix();
    for (from, to, expected) in [("nonce\"", "nonce2\"", "270924332"), ("1230000100", "1230000101", "271302144")] {
        let wrong = signed("GET", &format!("{V3}/serviceorder"), "", at, |value| value.replace(from, to));
        let Answer::Reply(response) = client.simulator.handle(&wrong) else { panic!() };
        assert_eq!((response.status, number(&response).as_str()), (401, expected));
        assert!(response.headers.get("Wechatpay-Signature").is_none());
    }
}

/// In this process there is no time: a slow or cut answer is a dropped one, and the call has taken effect.
#[test]
fn what_is_slow_or_cut_is_dropped_without_a_server() {
    let faults = [
        "slow_answer",
        "slow_answer; within_body=true; milliseconds=5",
        "slow_request",
        "cut_answer",
        "drop_answer; reused=true",
    ];
    for (number, fault) in faults.into_iter().enumerate() {
        let mut client = Client::new(json!({}));
        let at = client.simulator.now().unix();
        let mut request = signed("POST", &format!("{V3}/serviceorder"), &order("A1").to_string(), at, |value| value);
        let plain = request.clone();
        if number % 2 == 0 {
            request.headers = request.headers.clone().with("Payscore-Simulator-Fault", fault);
        } else {
            let (name, more) = fault.split_once("; ").unwrap_or((fault, ""));
            let members = more.split("; ").filter_map(|member| member.split_once('='));
            let mut body: serde_json::Map<String, Value> =
                members.map(|(name, value)| (name.to_owned(), serde_json::from_str(value).unwrap())).collect();
            body.insert("fault".to_owned(), json!(name));
            client.control("POST", "/faults", Value::Object(body));
        }
        assert!(matches!(client.simulator.handle(&request), Answer::Dropped), "{fault}");
        assert_eq!(client.control("GET", "/books", Value::Null)["orders"], 1, "{fault}");
        assert!(matches!(client.simulator.handle(&plain), Answer::Reply(_)), "{fault}: only once");
    }
    for wrong in
        [json!({"fault": "slow_answer", "milliseconds": 600_001}), json!({"fault": "slow_answer", "within_body": 1})]
    {
        assert_eq!(Client::new(json!({})).try_control("POST", "/faults", wrong).0, 400);
    }
}

#[test]
fn answers_and_callbacks_may_be_odd() {
    let mut client = Client::new(json!({}));
    client.ok("POST", "/serviceorder", order("A1"));
    client.ok("POST", "/serviceorder", order("A2"));
    let odd = json!({
        "fault": "odd", "operation": "query_order", "out_order_no": "A2", "remove": ["/attach", "/nothing/here",
            "/risk_fund/amount"],
        "set": {"/location": "", "/time_range/start_time": [1], "/new/member": {"a": 1}},
    });
    client.control("POST", "/faults", odd);
    let plain = client.query("A1");
    assert_eq!(plain["risk_fund"]["amount"], 10000, "another order");
    let shaped = client.query("A2");
    assert_eq!((&shaped["location"], &shaped["time_range"]["start_time"]), (&json!(""), &json!([1])));
    assert_eq!((&shaped["new"], shaped["risk_fund"].get("amount")), (&json!({"member": {"a": 1}}), None));
    assert_eq!(client.query("A2")["risk_fund"]["amount"], 10000, "once");
    // A callback has the same odd shape in every attempt.
    client.control("POST", "/faults", json!({"fault": "odd", "operation": "callback", "set": {"/total_amount": "x"}}));
    client.control("POST", "/orders/A1/confirm", json!({}));
    let (id, _, first) = client.callback().unwrap();
    client.control("POST", &format!("/deliveries/{id}"), json!({"status": 500}));
    client.advance(15);
    let (_, _, second) = client.callback().unwrap();
    assert_eq!((&first["total_amount"], &first), (&json!("x"), &second));
    // An answer without content, and an error.
    client.control("POST", "/faults", json!({"fault": "odd", "operation": "cancel_order", "set": {"": "OK"}}));
    assert_eq!(client.call("POST", "/serviceorder/A2/cancel", identity(json!({"reason": "r"}))), (200, json!("OK")));
    client.control("POST", "/faults", json!({"fault": "odd", "operation": "cancel_order", "set": {"/code": 5}}));
    assert_eq!(client.call("POST", "/serviceorder/A9/cancel", identity(json!({"reason": "r"}))).1["code"], 5);
    for wrong in [
        json!({"fault": "odd", "set": {"location": 1}}),
        json!({"fault": "odd", "set": ["/location"]}),
        json!({"fault": "odd", "remove": "/location"}),
        json!({"fault": "odd", "odd": "very"}),
        json!({"fault": "odd", "operation": "withhold"}),
    ] {
        assert_eq!(client.try_control("POST", "/faults", wrong.clone()).0, 400, "{wrong}");
    }
}

#[test]
fn what_is_drawn_comes_from_the_seed_and_spares_what_matters() {
    let drawn = |kind: &str| {
        let mut client = Client::new(json!({}));
        client.ok("POST", "/serviceorder", order("A1"));
        client.control(
            "POST",
            "/faults",
            json!({"fault": "odd", "operation": "query_order", "odd": kind, "times": 60}),
        );
        (0..60).map(|_| client.query("A1")).collect::<Vec<Value>>()
    };
    let all = drawn("random");
    assert_eq!(all, drawn("random"));
    let mut client = Client::new(json!({}));
    let plain = client.ok("POST", "/serviceorder", order("A1"));
    for answer in &all {
        for name in ["out_order_no", "service_id", "mchid", "sub_mchid", "channel_id", "state"] {
            assert_eq!(answer[name], plain[name], "{answer}");
        }
    }
    assert!(all.windows(2).filter(|two| two[0] != two[1]).count() > 50);
    let touched =
        |answers: &[Value]| answers.iter().any(|answer| answer["state"] != "CREATED" || answer["out_order_no"] != "A1");
    assert!(!touched(&all) && touched(&drawn("any")));
}
