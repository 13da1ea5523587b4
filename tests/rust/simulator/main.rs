//! The simulator, by requests made without Payscore's protocol: the two must be able to disagree.

mod client;
mod faults;
mod files;
mod http;
mod keys;
mod orders;
mod payments;
mod permissions;
mod refusals;
mod server;
mod text;

use payscore::crypto::{PrivateKey, PrivateKeyDer, to_base64};
use payscore::http::{Headers, Request, Response};
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Config, Simulator};
use serde_json::{Value, json};

const NOW: i64 = 1_748_739_600;
const PATH: &str = "/v3/payscore/acquiringbank/serviceorder";

fn simulator() -> Simulator {
    Simulator::new(Config { seed: 1, now: Timestamp::from_unix(NOW).unwrap(), base_url: "http://localhost".to_owned() })
        .unwrap()
}

fn signed(method: &str, target: &str, body: &str, timestamp: i64, change: impl Fn(String) -> String) -> Request {
    let mut request = signed_bytes(method, target, body.as_bytes(), timestamp);
    let change = |(name, value): (&str, &str)| {
        let value = value.to_owned();
        (name.to_owned(), if name == "Authorization" { change(value) } else { value })
    };
    request.headers = request.headers.iter().map(change).collect();
    request
}

fn signed_bytes(method: &str, target: &str, body: &[u8], timestamp: i64) -> Request {
    let key = PrivateKeyDer::from_pem(include_str!("../../../simulator/src/keys/test-merchant.key.pem")).unwrap();
    let message = [format!("{method}\n{target}\n{timestamp}\nnonce\n").as_bytes(), body, b"\n"].concat();
    let signature = to_base64(&PrivateKey::from_der(&key).unwrap().sign(&message).unwrap());
    let serial = "5A1B2C3D4E5F60718293A4B5C6D7E8F901234567";
    let value = format!(
        "WECHATPAY2-SHA256-RSA2048 mchid=\"1230000100\",nonce_str=\"nonce\",\
         timestamp=\"{timestamp}\",serial_no=\"{serial}\",signature=\"{signature}\""
    );
    let mut headers = Headers::new().with("Authorization", value).with("Accept", "*/*").with("User-Agent", "test");
    if !body.is_empty() {
        headers = headers.with("Content-Type", "application/json");
    }
    Request::new(method, format!("http://localhost{target}"), headers, (!body.is_empty()).then(|| body.to_vec()))
}

fn reply(simulator: &mut Simulator, request: &Request) -> (u16, Value, Response) {
    match simulator.handle(request) {
        Answer::Reply(response) => {
            (response.status, serde_json::from_slice(&response.body).unwrap_or_default(), response)
        }
        Answer::Dropped => panic!("dropped"),
    }
}

fn create() -> Value {
    json!({"service_id": "2002000000000558128851361561536", "appid": "wxd678efh567hg6787", "sub_mchid": "1900000109",
        "channel_id": "1230000109",
        "out_order_no": "A1", "service_introduction": "XX充电宝", "risk_fund": {"name": "ESTIMATE_ORDER_COST",
            "amount": 100},
        "time_range": {"start_time": "OnAccept"}, "notify_url": "https://shop.example/n", "need_user_confirm": true})
}

#[test]
fn only_a_good_authorization_is_answered() {
    let mut simulator = simulator();
    let body = create().to_string();
    type Change = fn(String) -> String;
    let cases: [(&str, i64, Change); 6] = [
        ("格式", NOW, |value| value.replace("nonce_str", "nonce")),
        ("类型", NOW, |value| value.replace("WECHATPAY2", "WECHATPAY3")),
        ("5分钟", NOW - 301, |value| value),
        ("序列号", NOW, |value| value.replace("1230000100", "1230000101")),
        ("序列号", NOW, |value| value.replace("5A1B2C3D", "6A1B2C3D")),
        ("签名", NOW, |value| value.replace("nonce\"", "nonce2\"")),
    ];
    for (word, at, change) in cases {
        let (status, answer, response) = reply(&mut simulator, &signed("POST", PATH, &body, at, change));
        assert_eq!((status, answer["code"].as_str()), (401, Some("SIGN_ERROR")), "{answer}");
        assert!(answer["message"].as_str().unwrap().contains(word), "{answer}");
        assert!(response.headers.get("Wechatpay-Signature").is_none());
    }
    let request = signed("POST", PATH, &body, NOW, |value| value);
    let changed =
        Request::new("POST", request.url.clone(), request.headers.clone(), Some(format!("{body} ").into_bytes()));
    let (_, answer, _) = reply(&mut simulator, &changed);
    let length = answer["detail"]["sign_information"]["sign_message_length"].as_u64().unwrap();
    assert_eq!(length as usize, format!("POST\n{PATH}\n{NOW}\nnonce\n{body} \n").len());
    let bare = Request::new("POST", PATH, Headers::new(), None);
    assert_eq!(reply(&mut simulator, &bare).0, 400);
    let (status, _, response) = reply(&mut simulator, &request);
    assert_eq!((status, response.headers.get("Wechatpay-Signature-Type")), (200, Some("WECHATPAY2-SHA256-RSA2048")));
}

#[test]
fn parameters_are_strict() {
    let mut simulator = simulator();
    let cases = [
        ("/risk_fund/amount", json!("100")),
        ("/risk_fund/amount", json!(1.5)),
        ("/risk_fund/amount", json!(0)),
        ("/out_order_no", json!("a b")),
        ("/service_introduction", json!("一二三四五六七八九十一二三四五六七八九十一")),
        ("/time_range/start_time", json!("2025-06-01")),
        ("/notify_url", json!("http://shop.example/n")),
    ];
    for (pointer, value) in cases {
        let mut wrong = create();
        *wrong.pointer_mut(pointer).unwrap() = value;
        let (status, answer, _) = reply(&mut simulator, &signed("POST", PATH, &wrong.to_string(), NOW, |value| value));
        assert_eq!(
            (status, answer["code"].as_str(), answer["detail"]["field"].as_str()),
            (400, Some("PARAM_ERROR"), Some(pointer)),
            "{answer}"
        );
    }
    let mut foreign = create();
    foreign["channel_id"] = json!("1");
    assert_eq!(
        reply(&mut simulator, &signed("POST", PATH, &foreign.to_string(), NOW, |value| value)).1["code"],
        "NO_AUTH"
    );
    let target = format!(
        "{PATH}?service_id=2002000000000558128851361561536&sub_mchid=1900000109&channel_id=1230000109\
         &out_order_no=A1&query_id=x"
    );
    assert_eq!(reply(&mut simulator, &signed("GET", &target, "", NOW, |value| value)).0, 400);
    let mut complete = json!({"service_id": "2002000000000558128851361561536", "sub_mchid": "1900000109",
        "channel_id": "1230000109",
        "post_payments": [{"name": "a", "amount": 4000}], "post_discounts": [{"name": "b", "description": "c",
            "amount": 4000}], "total_amount": 3900});
    let target = format!("{PATH}/A1/complete");
    let (_, answer, _) = reply(&mut simulator, &signed("POST", &target, &complete.to_string(), NOW, |value| value));
    assert_eq!(answer["message"], "最终总金额计算非法");
    complete["total_amount"] = json!(0);
    let (status, answer, _) =
        reply(&mut simulator, &signed("POST", &target, &complete.to_string(), NOW, |value| value));
    assert_eq!((status, answer["code"].as_str()), (404, Some("ORDER_NOT_EXIST")));
}

#[test]
fn any_encoding_that_was_signed_is_accepted() {
    let mut simulator = simulator();
    let mut order = create();
    order["out_order_no"] = json!("A|1*");
    let body = format!("{order}\n");
    assert_eq!(reply(&mut simulator, &signed("POST", PATH, &body, NOW, |value| value)).0, 200);
    let query = "service_id=2002000000000558128851361561536&sub_mchid=1900000109&channel_id=1230000109";
    for number in ["A%7C1%2A", "A%7c1*", "A|1*"] {
        let target = format!("{PATH}?{query}&out_order_no={number}");
        assert_eq!(reply(&mut simulator, &signed("GET", &target, "", NOW, |value| value)).0, 200, "{number}");
        let cancel = json!({"service_id": "2002000000000558128851361561536", "sub_mchid": "1900000109",
            "channel_id": "1230000109", "reason": "x"});
        let target = format!("{PATH}/{number}/cancel");
        let (status, answer, _) =
            reply(&mut simulator, &signed("POST", &target, &cancel.to_string(), NOW, |value| value));
        assert!(status == 204 || answer["code"] == "ORDER_CANCELED", "{answer}");
    }
}

#[test]
fn a_callback_comes_on_fifteen_steps_and_then_no_more() {
    let mut simulator = simulator();
    reply(&mut simulator, &signed("POST", PATH, &create().to_string(), NOW, |value| value));
    let control =
        |simulator: &mut Simulator, path: &str| reply(simulator, &Request::new("POST", path, Headers::new(), None));
    control(&mut simulator, "/_simulator/orders/A1/confirm");
    let mut attempts = 0;
    let mut last = simulator.now();
    while let Some(due) = simulator.next_due() {
        simulator.set_now(due);
        for delivery in simulator.due() {
            attempts += 1;
            last = due;
            control(&mut simulator, &format!("/_simulator/deliveries/{}", delivery.id));
        }
    }
    assert_eq!((attempts, last.unix() - NOW), (16, 24 * 3600 + 4 * 60));
}

#[test]
fn rules_between_members_are_refused_at_their_field() {
    let good = json!({"service_id": "2002000000000558128851361561536", "appid": "wxd678efh567hg6787",
        "channel_id": "1230000109", "sub_mchid": "1900000109", "out_order_no": "R1", "service_introduction": "XX充电宝",
        "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000}, "time_range": {"start_time": "20250601100000"},
        "notify_url": "https://shop.example/notify", "need_user_confirm": true});
    let cases = [
        ("/risk_fund/name", json!("PLEDGE"), "/risk_fund/name"),
        ("/time_range", json!({"start_time": "OnAccept", "end_time": "OnAccept"}), "/time_range/end_time"),
        ("/time_range", json!({"start_time": "20250601100000", "end_time": "20250601090000"}), "/time_range/end_time"),
        ("/time_range", json!({"start_time": "OnAccept", "end_time_remark": "x"}), "/time_range/end_time_remark"),
        ("/post_payments", json!([{"name": "租借费用"}]), "/post_payments/0"),
        ("/sub_openid", json!("oUser"), "/sub_appid"),
        ("/novel", json!(1), "/novel"),
    ];
    for (at, value, field) in cases {
        let mut params = good.clone();
        match params.pointer_mut(at) {
            Some(place) => *place = value,
            None => drop(params.as_object_mut().unwrap().insert(at[1..].to_owned(), value)),
        }
        let (status, body) = answer_to(&params, false);
        assert_eq!(
            (status, &body["code"], &body["detail"]["field"]),
            (400, &json!("PARAM_ERROR"), &json!(field)),
            "{body}"
        );
    }
    assert_eq!(answer_to(&good, false).0, 200);
    let mut novel = good;
    novel["novel"] = json!(1);
    assert_eq!(answer_to(&novel, true).0, 200, "the switch lets it pass");
}

fn answer_to(params: &Value, ignore_unknown: bool) -> (u16, Value) {
    let mut simulator = simulator();
    if ignore_unknown {
        let body = json!({"unknown_member": "ignore"}).to_string().into_bytes();
        simulator.handle(&Request::new("POST", "/_simulator/switches", Headers::new(), Some(body)));
    }
    let Answer::Reply(response) = simulator.handle(&signed("POST", PATH, &params.to_string(), NOW, |value| value))
    else {
        panic!()
    };
    (response.status, serde_json::from_slice(&response.body).unwrap())
}

/// A misspelt or mistyped member is refused, never ignored.
#[test]
fn the_control_interface_refuses_what_it_does_not_understand() {
    for (path, body) in [
        ("/_simulator/clearing/withhold", json!({"out_trade_no": "D1", "amount": "700"})),
        ("/_simulator/clearing/withhold", json!({"out_trade_no": "D1", "result": "pending", "after": "30"})),
        ("/_simulator/clearing/withhold", json!({"out_trade_no": "D1", "amont": 700})),
        ("/_simulator/clearing/withhold", json!({"sub_mchid": 1})),
        ("/_simulator/clearing/prepay", json!({"out_trade_no": "P1", "prepay_req_body": "x"})),
        ("/_simulator/clearing/prepay", json!({"out_trade_no": "P1", "result": "paid"})),
        ("/_simulator/permissions/AUTH1/open", json!({"openid": 1})),
        ("/_simulator/orders/A1/confirm", json!({"package": 1})),
        ("/_simulator/deliveries/1", json!({"status": 200, "body": {}})),
        ("/_simulator/mappings", json!({"from": "https://shop.example", "to": "http://evil.example:80"})),
        ("/_simulator/mappings", json!({"from": "https://shop.example", "to": "http://127.0.0.1:80@evil.example"})),
        ("/_simulator/mappings", json!({"from": "https://shop.example", "to": "http://127.0.0.1:80@evil.example:80/"})),
        ("/_simulator/mappings", json!({"from": "https://shop.example", "to": "http://localhost.evil.example:80"})),
        ("/_simulator/faults", json!({"fault": "rate_limit", "calls": "2"})),
        ("/_simulator/faults", json!({"fault": "status_before", "status": "500"})),
        ("/_simulator/clock", json!({"advance": "30"})),
        ("/_simulator/faults", json!({"fault": "drop_answer", "times": "2"})),
        ("/_simulator/faults", json!({"fault": "status_before", "operation": "withhold"})),
        ("/_simulator/faults", json!({"fault": "drop_answer", "opration": "create_order"})),
        ("/_simulator/switches", json!({"cancel_repeat": "maybe"})),
    ] {
        let request = Request::new("POST", path, Headers::new(), Some(body.to_string().into_bytes()));
        let Answer::Reply(response) = simulator().handle(&request) else { panic!() };
        assert_eq!(response.status, 400, "{path} {body}");
    }
}
