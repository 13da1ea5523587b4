//! A client of the simulator that signs for itself: no protocol code of core is used.

use payscore::crypto::{AeadKey, PrivateKey, PrivateKeyDer, PublicKey, PublicKeyDer, from_base64, to_base64};
use payscore::http::{Headers, Request, Response};
use payscore_simulator::{Answer, Config, Simulator};
use serde_json::{Value, json};

pub const BASE: &str = "/v3/payscore/acquiringbank/serviceorder";
pub const KEY_ID: &str = "PUB_KEY_ID_SIMULATOR0000000000000001";

pub struct Client {
    pub sim: Simulator,
    pub about: Value,
    key: PrivateKey,
    public: PublicKey,
    count: u32,
}

impl Client {
    pub fn new(switches: Value) -> Client {
        let config = Config { switches: switches.as_object().unwrap().clone(), ..Config::default() };
        let mut sim = Simulator::new(config).unwrap();
        let about = match sim.handle(&Request::new("GET", "http://127.0.0.1/_simulator", Headers::new(), None)) {
            Answer::Reply(reply) => serde_json::from_slice::<Value>(&reply.body).unwrap(),
            Answer::Dropped => panic!(),
        };
        let key = PrivateKey::from_der(&PrivateKeyDer::from_pem(about["private_key"].as_str().unwrap()).unwrap()).unwrap();
        let public = PublicKeyDer::from_pem(about["public_keys"][KEY_ID].as_str().unwrap()).unwrap();
        Client { sim, about, key, public: PublicKey::from_der(&public).unwrap(), count: 0 }
    }

    pub fn signed(&mut self, method: &str, target: &str, body: Option<Vec<u8>>) -> Request {
        self.count += 1;
        let (at, nonce) = (self.sim.now().unix(), format!("nonce{}", self.count));
        let mut message = format!("{method}\n{target}\n{at}\n{nonce}\n").into_bytes();
        message.extend(body.as_deref().unwrap_or_default());
        message.push(b'\n');
        let signature = to_base64(&self.key.sign(&message).unwrap());
        let (mchid, serial) = (self.about["mchid"].as_str().unwrap(), self.about["serial_no"].as_str().unwrap());
        let token = format!(
            "WECHATPAY2-SHA256-RSA2048 mchid=\"{mchid}\",nonce_str=\"{nonce}\",signature=\"{signature}\",timestamp=\"{at}\",serial_no=\"{serial}\""
        );
        let headers = Headers::new()
            .with("Authorization", token)
            .with("Accept", "application/json")
            .with("User-Agent", "test")
            .with("Wechatpay-Serial", KEY_ID);
        Request::new(method, format!("http://127.0.0.1{target}"), headers, body)
    }

    pub fn send(&mut self, method: &str, target: &str, body: Option<&Value>) -> Answer {
        let request = self.signed(method, target, body.map(|body| body.to_string().into_bytes()));
        self.sim.handle(&request)
    }

    /// Status and body; a success must be signed well.
    pub fn call(&mut self, method: &str, target: &str, body: Option<&Value>) -> (u16, Value) {
        let reply = reply(self.send(method, target, body));
        if reply.status < 300 {
            assert!(self.verifies(&reply.headers, &reply.body));
        }
        (reply.status, serde_json::from_slice(&reply.body).unwrap_or(Value::Null))
    }

    pub fn verifies(&self, headers: &Headers, body: &[u8]) -> bool {
        let get = |name: &str| headers.get(name).unwrap_or_default().to_owned();
        let mut message = format!("{}\n{}\n", get("Wechatpay-Timestamp"), get("Wechatpay-Nonce")).into_bytes();
        message.extend(body);
        message.push(b'\n');
        get("Wechatpay-Serial") == KEY_ID && from_base64(&get("Wechatpay-Signature")).is_some_and(|s| self.public.verify(&message, &s))
    }

    pub fn open(&self, body: &[u8]) -> (Value, Value) {
        let envelope: Value = serde_json::from_slice(body).unwrap();
        let resource = &envelope["resource"];
        let text = |name: &str| resource[name].as_str().unwrap();
        let key = AeadKey::new(self.about["api_v3_key"].as_str().unwrap().as_bytes()).unwrap();
        let plain = key.open(text("nonce").as_bytes(), text("associated_data").as_bytes(), &from_base64(text("ciphertext")).unwrap()).unwrap();
        (envelope.clone(), serde_json::from_slice(&plain).unwrap())
    }

    pub fn door(&mut self, method: &str, path: &str, body: Value) -> (u16, Value) {
        let body = (method == "POST").then(|| body.to_string().into_bytes());
        let reply = reply(self.sim.handle(&Request::new(method, format!("http://127.0.0.1/_simulator{path}"), Headers::new(), body)));
        (reply.status, serde_json::from_slice(&reply.body).unwrap_or(Value::Null))
    }

    pub fn order(&self, number: &str) -> Value {
        json!({
            "service_id": self.about["service_id"], "appid": self.about["appid"], "sub_mchid": self.about["sub_mchid"],
            "channel_id": self.about["channel_id"], "out_order_no": number, "service_introduction": "XX充电宝",
            "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 9900}, "time_range": {"start_time": "OnAccept"},
            "need_user_confirm": true, "notify_url": "https://shop.example/notify/payscore", "attach": "intent-1",
        })
    }

    pub fn create(&mut self, number: &str) -> (u16, Value) {
        let order = self.order(number);
        self.call("POST", BASE, Some(&order))
    }

    pub fn query(&mut self, number: &str) -> (u16, Value) {
        self.call("GET", &format!("{BASE}?{}&out_order_no={number}", self.identity_query()), None)
    }

    pub fn identity_query(&self) -> String {
        let text = |name: &str| self.about[name].as_str().unwrap();
        format!("service_id={}&sub_mchid={}&channel_id={}", text("service_id"), text("sub_mchid"), text("channel_id"))
    }

    pub fn identity(&self, more: Value) -> Value {
        let mut all = json!({"service_id": self.about["service_id"], "sub_mchid": self.about["sub_mchid"], "channel_id": self.about["channel_id"]});
        all.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        all
    }

    pub fn completion(&self) -> Value {
        self.identity(json!({
            "post_payments": [{"name": "租金", "amount": 1000}], "post_discounts": [{"name": "满减", "description": "减2元", "amount": 200}],
            "total_amount": 800, "time_range": {"end_time": payscore::time::Timestamp::beijing(self.sim.now())},
        }))
    }

    pub fn complete(&mut self, number: &str) -> (u16, Value) {
        let body = self.completion();
        self.call("POST", &format!("{BASE}/{number}/complete"), Some(&body))
    }

    pub fn cancel(&mut self, number: &str, reason: &str) -> (u16, Value) {
        let body = self.identity(json!({"reason": reason}));
        self.call("POST", &format!("{BASE}/{number}/cancel"), Some(&body))
    }

    pub fn register(&mut self, number: &str, trade: &str) -> (u16, Value) {
        let body = self.identity(json!({"appid": self.about["appid"], "out_trade_no": trade}));
        self.call("POST", &format!("{BASE}/{number}/registerdeductinfo"), Some(&body))
    }

    /// An order up to a registered number.
    pub fn up_to_registered(&mut self, number: &str, trade: &str) {
        assert_eq!(self.create(number).0, 200);
        assert_eq!(self.door("POST", &format!("/orders/{number}/confirm"), json!({})).0, 200);
        assert_eq!(self.complete(number).0, 204);
        assert_eq!(self.register(number, trade).0, 200);
    }

    pub fn withhold(&mut self, body: Value) -> Value {
        self.door("POST", "/clearing/withhold", body).1
    }

    pub fn advance(&mut self, seconds: i64) {
        assert_eq!(self.door("POST", "/clock", json!({"advance": seconds})).0, 200);
    }
}

pub fn reply(answer: Answer) -> Response {
    match answer {
        Answer::Reply(reply) => reply,
        Answer::Dropped => panic!("dropped"),
    }
}
