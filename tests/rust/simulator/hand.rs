//! Hand-made requests: signed here, read here.

use super::{NOW, reply, signed, simulator};
use payscore::http::{Headers, Request, Response};
use payscore_simulator::Simulator;
use serde_json::{Value, json};

pub const V3: &str = "/v3/payscore/acquiringbank";
pub const SERVICE: &str = "2002000000000558128851361561536";
pub const NO_CONFIRM: &str = "2002000000000558128851361561537";
pub const WAIVE_FIRST: &str = "2002000000000558128851361561538";

/// A simulator, and a merchant's hands.
pub struct Hand {
    pub simulator: Simulator,
}

impl Hand {
    pub fn new(switches: Value) -> Hand {
        let mut hand = Hand { simulator: simulator() };
        hand.door("POST", "/switches", switches);
        hand
    }

    /// A signed call: status and body.
    pub fn call(&mut self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let (status, body, _) = self.whole(method, path, body, &[]);
        (status, body)
    }

    /// The same with more headers, and the whole answer.
    pub fn whole(&mut self, method: &str, path: &str, body: Value, headers: &[(&str, &str)]) -> (u16, Value, Response) {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let target = if path.starts_with("/v3") { path.to_owned() } else { format!("{V3}{path}") };
        let at = self.simulator.now().unix();
        let mut request = signed(method, &target, &body, at, |value| value);
        for (name, value) in headers {
            request.headers = request.headers.clone().with(*name, *value);
        }
        reply(&mut self.simulator, &request)
    }

    /// What a refused call says: its code.
    pub fn refused(&mut self, method: &str, path: &str, body: Value) -> String {
        let (status, body) = self.call(method, path, body);
        assert!(status >= 400, "{status} {body}");
        body["code"].as_str().unwrap_or_default().to_owned()
    }

    pub fn ok(&mut self, method: &str, path: &str, body: Value) -> Value {
        let (status, body) = self.call(method, path, body);
        assert!(matches!(status, 200 | 204), "{status} {body}");
        body
    }

    pub fn door(&mut self, method: &str, path: &str, body: Value) -> Value {
        let (status, body) = self.asked(method, path, body);
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    pub fn asked(&mut self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let body = (!body.is_null()).then(|| body.to_string().into_bytes());
        let (status, body, _) =
            reply(&mut self.simulator, &Request::new(method, format!("/_simulator{path}"), Headers::new(), body));
        (status, body)
    }

    pub fn advance(&mut self, seconds: i64) {
        self.simulator.set_now(self.simulator.now().plus(seconds));
    }

    /// The next callback, opened with the published key: its number, event type and content.
    pub fn callback(&mut self) -> Option<(String, Value, Value)> {
        let delivery = self.simulator.due().into_iter().next()?;
        let envelope: Value = serde_json::from_slice(delivery.request.body.as_deref()?).ok()?;
        let text = |name: &str| envelope["resource"][name].as_str().unwrap();
        let key = payscore::crypto::AeadKey::new(b"SimulatorApiV3KeyForTestsOnly000")?;
        let sealed = payscore::crypto::from_base64(text("ciphertext"))?;
        let content = key.open(text("nonce").as_bytes(), text("associated_data").as_bytes(), &sealed).ok()?;
        Some((delivery.id, envelope, serde_json::from_slice(&content).ok()?))
    }

    /// An order that awaits payment of 700 fen.
    pub fn completed(&mut self, number: &str) {
        self.ok("POST", "/serviceorder", order(number));
        self.door("POST", &format!("/orders/{number}/confirm"), Value::Null);
        self.advance(60);
        let end = self.simulator.now().beijing();
        let bill = identity(json!({"post_payments": [{"name": "租借费用", "amount": 700}], "total_amount": 700,
                "time_range": {"end_time": end}}));
        self.ok("POST", &format!("/serviceorder/{number}/complete"), bill);
        while let Some((id, ..)) = self.callback() {
            self.door("POST", &format!("/deliveries/{id}"), json!({"status": 204}));
        }
    }

    pub fn query(&mut self, number: &str) -> Value {
        self.query_at(number, SERVICE)
    }

    pub fn query_at(&mut self, number: &str, service: &str) -> Value {
        let target = format!("/serviceorder?{}&out_order_no={number}", query().replace(SERVICE, service));
        self.ok("GET", &target, Value::Null)
    }
}

pub fn order(number: &str) -> Value {
    json!({"service_id": SERVICE, "appid": "wxd678efh567hg6787", "sub_mchid": "1900000109", "channel_id": "1230000109",
        "out_order_no": number, "service_introduction": "XX充电宝", "risk_fund": {"name": "ESTIMATE_ORDER_COST",
            "amount": 10000},
        "time_range": {"start_time": "OnAccept"}, "notify_url": "https://shop.example/n", "need_user_confirm": true})
}

/// The members that name an order's service, and these.
pub fn identity(more: Value) -> Value {
    with(json!({"service_id": SERVICE, "sub_mchid": "1900000109", "channel_id": "1230000109"}), more)
}

pub fn with(mut all: Value, more: Value) -> Value {
    for (name, value) in more.as_object().unwrap() {
        all[name] = value.clone();
    }
    all
}

pub fn query() -> String {
    format!("service_id={SERVICE}&sub_mchid=1900000109&channel_id=1230000109")
}

#[test]
fn the_clock_of_the_hand_is_the_simulators() {
    assert_eq!(Hand::new(json!({})).simulator.now().unix(), NOW);
}
