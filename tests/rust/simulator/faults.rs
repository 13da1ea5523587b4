//! Faults asked at the door and by a request itself, limits, and the numbers at the end of Request-ID.

use super::hand::{Hand, V3, identity, order};
use super::signed;
use payscore_simulator::Answer;
use serde_json::{Value, json};

fn number(response: &payscore::http::Response) -> String {
    response.headers.get("Request-ID").unwrap().rsplit('-').next().unwrap().to_owned()
}

#[test]
fn a_request_asks_for_its_own_fault() {
    let mut hand = Hand::new(json!({}));
    let at = hand.simulator.now().unix();
    let request = |name: &str, fault: &str| {
        let mut request = signed("POST", &format!("{V3}/serviceorder"), &order(name).to_string(), at, |value| value);
        request.headers = request.headers.clone().with("Payscore-Simulator-Fault", fault);
        request
    };
    assert!(matches!(hand.simulator.handle(&request("A1", "drop_answer")), Answer::Dropped));
    hand.query("A1");
    assert!(matches!(hand.simulator.handle(&request("A2", "drop_request")), Answer::Dropped));
    assert_eq!(hand.door("GET", "/books", Value::Null)["orders"], 1);
    hand.door("POST", "/faults", json!({"fault": "drop_answer", "operation": "create_order"}));
    let Answer::Reply(page) = hand.simulator.handle(&request("A2", "status_before; status=502; html=true")) else {
        panic!()
    };
    assert_eq!((page.status, page.headers.get("Content-Type")), (502, Some("text/html")));
    assert!(
        matches!(hand.simulator.handle(&request("A2", "stale_clock; skew=400")), Answer::Dropped),
        "the waiting one stays"
    );
    let Answer::Reply(stale) = hand.simulator.handle(&request("A2", "stale_clock; skew=400")) else { panic!() };
    assert_eq!(stale.headers.get("Wechatpay-Timestamp").unwrap(), (at - 400).to_string());
    let Answer::Reply(next) =
        hand.simulator.handle(&signed("POST", &format!("{V3}/serviceorder"), &order("A2").to_string(), at, |v| v))
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
        let Answer::Reply(refused) = hand.simulator.handle(&request("A3", wrong)) else { panic!() };
        assert_eq!(refused.status, 400, "{wrong}");
    }
    assert_eq!(hand.door("GET", "/books", Value::Null)["orders"], 2, "a misspelt wish has no effect");
}

#[test]
fn a_limit_lets_some_pass() {
    let mut hand = Hand::new(json!({}));
    hand.door(
        "POST",
        "/faults",
        json!({"fault": "rate_limit", "operation": "create_order", "calls": 2, "seconds": 10}),
    );
    hand.ok("POST", "/serviceorder", order("A1"));
    hand.ok("POST", "/serviceorder", order("A2"));
    let (status, body, response) = hand.whole("POST", "/serviceorder", order("A3"), &[]);
    assert_eq!(
        (status, body["code"].as_str(), number(&response).as_str()),
        (429, Some("FREQUENCY_LIMITED"), "268435472")
    );
    assert!(response.headers.get("Wechatpay-Signature").is_some());
    hand.query("A1");
    hand.advance(10);
    hand.ok("POST", "/serviceorder", order("A3"));
    assert_eq!(hand.door("GET", "/faults", Value::Null)[0]["fault"], "rate_limit");
    hand.door("DELETE", "/faults", Value::Null);
    hand.door("POST", "/faults", json!({"fault": "status_before", "status": 503, "after": 1}));
    hand.ok("POST", "/serviceorder", order("A4"));
    assert_eq!(hand.call("POST", "/serviceorder", order("A5")).0, 503);
    hand.ok("POST", "/serviceorder", order("A5"));
}

#[test]
fn refusals_carry_their_numbers() {
    let mut hand = Hand::new(json!({}));
    hand.completed("A1");
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
        let (status, body, response) = hand.whole("POST", path, body, &[]);
        assert!(status >= 400 && number(&response) == expected, "{expected}: {} {body}", number(&response));
    }
    let at = hand.simulator.now().unix();
    for (from, to, expected) in [("nonce\"", "nonce2\"", "270924332"), ("1230000100", "1230000101", "271302144")] {
        let wrong = signed("GET", &format!("{V3}/serviceorder"), "", at, |value| value.replace(from, to));
        let Answer::Reply(response) = hand.simulator.handle(&wrong) else { panic!() };
        assert_eq!((response.status, number(&response).as_str()), (401, expected));
        assert!(response.headers.get("Wechatpay-Signature").is_none());
    }
}

/// In-process there is no time: what is slow or cut is never heard of, and has taken effect.
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
        let mut hand = Hand::new(json!({}));
        let at = hand.simulator.now().unix();
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
            hand.door("POST", "/faults", Value::Object(body));
        }
        assert!(matches!(hand.simulator.handle(&request), Answer::Dropped), "{fault}");
        assert_eq!(hand.door("GET", "/books", Value::Null)["orders"], 1, "{fault}");
        assert!(matches!(hand.simulator.handle(&plain), Answer::Reply(_)), "{fault}: only once");
    }
    for wrong in
        [json!({"fault": "slow_answer", "milliseconds": 600_001}), json!({"fault": "slow_answer", "within_body": 1})]
    {
        assert_eq!(Hand::new(json!({})).asked("POST", "/faults", wrong).0, 400);
    }
}

#[test]
fn answers_and_callbacks_may_be_odd() {
    let mut hand = Hand::new(json!({}));
    hand.ok("POST", "/serviceorder", order("A1"));
    hand.ok("POST", "/serviceorder", order("A2"));
    let odd = json!({
        "fault": "odd", "operation": "query_order", "out_order_no": "A2", "remove": ["/attach", "/nothing/here",
            "/risk_fund/amount"],
        "set": {"/location": "", "/time_range/start_time": [1], "/new/member": {"a": 1}},
    });
    hand.door("POST", "/faults", odd);
    let plain = hand.query("A1");
    assert_eq!(plain["risk_fund"]["amount"], 10000, "another order");
    let shaped = hand.query("A2");
    assert_eq!((&shaped["location"], &shaped["time_range"]["start_time"]), (&json!(""), &json!([1])));
    assert_eq!((&shaped["new"], shaped["risk_fund"].get("amount")), (&json!({"member": {"a": 1}}), None));
    assert_eq!(hand.query("A2")["risk_fund"]["amount"], 10000, "once");
    // A callback keeps its shape however often it comes.
    hand.door("POST", "/faults", json!({"fault": "odd", "operation": "callback", "set": {"/total_amount": "x"}}));
    hand.door("POST", "/orders/A1/confirm", json!({}));
    let (id, _, first) = hand.callback().unwrap();
    hand.door("POST", &format!("/deliveries/{id}"), json!({"status": 500}));
    hand.advance(15);
    let (_, _, second) = hand.callback().unwrap();
    assert_eq!((&first["total_amount"], &first), (&json!("x"), &second));
    // An answer without content, and an error.
    hand.door("POST", "/faults", json!({"fault": "odd", "operation": "cancel_order", "set": {"": "OK"}}));
    assert_eq!(hand.call("POST", "/serviceorder/A2/cancel", identity(json!({"reason": "r"}))), (200, json!("OK")));
    hand.door("POST", "/faults", json!({"fault": "odd", "operation": "cancel_order", "set": {"/code": 5}}));
    assert_eq!(hand.call("POST", "/serviceorder/A9/cancel", identity(json!({"reason": "r"}))).1["code"], 5);
    for wrong in [
        json!({"fault": "odd", "set": {"location": 1}}),
        json!({"fault": "odd", "set": ["/location"]}),
        json!({"fault": "odd", "remove": "/location"}),
        json!({"fault": "odd", "odd": "very"}),
        json!({"fault": "odd", "operation": "withhold"}),
    ] {
        assert_eq!(hand.asked("POST", "/faults", wrong.clone()).0, 400, "{wrong}");
    }
}

#[test]
fn what_is_drawn_comes_from_the_seed_and_spares_what_matters() {
    let drawn = |kind: &str| {
        let mut hand = Hand::new(json!({}));
        hand.ok("POST", "/serviceorder", order("A1"));
        hand.door("POST", "/faults", json!({"fault": "odd", "operation": "query_order", "odd": kind, "times": 60}));
        (0..60).map(|_| hand.query("A1")).collect::<Vec<Value>>()
    };
    let all = drawn("random");
    assert_eq!(all, drawn("random"));
    let mut hand = Hand::new(json!({}));
    let plain = hand.ok("POST", "/serviceorder", order("A1"));
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
