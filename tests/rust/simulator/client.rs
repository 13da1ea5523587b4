//! A merchant without Payscore's protocol: requests are signed here, and answers and callbacks opened here.

use super::{NOW, reply, signed, simulator};
use payscore::http::{Headers, Request, Response};
use payscore_simulator::Simulator;
use serde_json::{Value, json};
use support::merged;

pub const V3: &str = "/v3/payscore/acquiringbank";
pub const SERVICE: &str = "2002000000000558128851361561536";
pub const NO_CONFIRM: &str = "2002000000000558128851361561537";
pub const WAIVE_FIRST: &str = "2002000000000558128851361561538";

/// A merchant, and the simulator that it calls.
pub struct Client {
    pub simulator: Simulator,
}

impl Client {
    pub fn new(switches: Value) -> Client {
        let mut client = Client { simulator: simulator() };
        client.control("POST", "/switches", switches);
        client
    }

    /// A signed call: status and body.
    pub fn call(&mut self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let (status, body, _) = self.exchange(method, path, body, &[]);
        (status, body)
    }

    /// The same with more headers, and with the whole answer.
    pub fn exchange(
        &mut self,
        method: &str,
        path: &str,
        body: Value,
        headers: &[(&str, &str)],
    ) -> (u16, Value, Response) {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let target = if path.starts_with("/v3") { path.to_owned() } else { format!("{V3}{path}") };
        let at = self.simulator.now().unix();
        let mut request = signed(method, &target, &body, at, |value| value);
        for (name, value) in headers {
            request.headers = request.headers.clone().with(*name, *value);
        }
        reply(&mut self.simulator, &request)
    }

    /// The code of a refused call.
    pub fn refused(&mut self, method: &str, path: &str, body: Value) -> String {
        let (status, body) = self.call(method, path, body);
        assert!(status >= 400, "{status} {body}");
        body["code"].as_str().unwrap_or_default().to_owned()
    }

    /// The body of a call that succeeds.
    pub fn ok(&mut self, method: &str, path: &str, body: Value) -> Value {
        let (status, body) = self.call(method, path, body);
        assert!(matches!(status, 200 | 204), "{status} {body}");
        body
    }

    /// A request to the control interface that succeeds.
    pub fn control(&mut self, method: &str, path: &str, body: Value) -> Value {
        let (status, body) = self.try_control(method, path, body);
        assert_eq!(status, 200, "{path}: {body}");
        body
    }

    /// A request to the control interface: status and body.
    pub fn try_control(&mut self, method: &str, path: &str, body: Value) -> (u16, Value) {
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
        self.control("POST", &format!("/orders/{number}/confirm"), Value::Null);
        self.advance(60);
        let end = self.simulator.now().beijing();
        let bill = identity(json!({"post_payments": [{"name": "租借费用", "amount": 700}], "total_amount": 700,
                "time_range": {"end_time": end}}));
        self.ok("POST", &format!("/serviceorder/{number}/complete"), bill);
        while let Some((id, ..)) = self.callback() {
            self.control("POST", &format!("/deliveries/{id}"), json!({"status": 204}));
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

/// The members that name an order's service, with more.
pub fn identity(more: Value) -> Value {
    merged(json!({"service_id": SERVICE, "sub_mchid": "1900000109", "channel_id": "1230000109"}), more)
}

pub fn query() -> String {
    format!("service_id={SERVICE}&sub_mchid=1900000109&channel_id=1230000109")
}

#[test]
fn the_clock_of_the_hand_is_the_simulators() {
    assert_eq!(Client::new(json!({})).simulator.now().unix(), NOW);
}
