//! Every parameter is sent and every member read, whether or not a scenario or sample happens to have it: made up from the
//! declarations.

use payscore::crypto::{AeadKey, PrivateKey, PrivateKeyDer, to_base64};
use payscore::ffi::{EVENTS, OPERATIONS};
use payscore::http::{Headers, Response};
use payscore::payscore::{Order, OrderRef, ServiceAuthorization};
use payscore::protocol::{AnyCall, AnyDraft, OperationInfo, Style};
use payscore::schema::{FieldInfo, ModelInfo, Rule, Type};
use payscore::time::Timestamp;
use payscore::{Error, JsonRequest, Merchant, MerchantConfig};
use serde_json::{Map, Value, json};

pub const NOW: i64 = 1_748_739_600;
const NONCE: &str = "nonce0000009";
const SERIAL: &str = "PUB_KEY_ID_1";
const API_V3_KEY: &str = "0123456789abcdef0123456789ABCDEF";

pub fn now() -> Timestamp {
    Timestamp::from_unix(NOW).unwrap()
}

fn keys() -> Value {
    serde_json::from_str(include_str!("../../vectors/keys.json")).unwrap()
}

/// One that checks nothing: made-up values keep no rule between fields.
pub fn merchant() -> Merchant {
    with(false)
}

pub fn checking_merchant() -> Merchant {
    with(true)
}

fn with(validate: bool) -> Merchant {
    let keys = keys();
    let config = json!({
        "mchid": "1230000100", "serial_no": "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB", "validate": validate, "api_v3_key": API_V3_KEY,
        "private_key": keys["doc_merchant"]["private_key_pkcs8_pem"],
        "public_keys": {SERIAL: keys["java_wechatpay"]["public_key_spki_pem"]},
    });
    MerchantConfig::from_json(config.as_object().unwrap()).and_then(Merchant::new).unwrap()
}

/// As WeChat Pay would sign it.
pub fn signed(body: &[u8]) -> Headers {
    let pem = keys()["java_wechatpay"]["private_key_pkcs8_pem"].as_str().unwrap().to_owned();
    let key = PrivateKey::from_der(&PrivateKeyDer::from_pem(&pem).unwrap()).unwrap();
    let message = [format!("{NOW}\n{NONCE}\n").as_bytes(), body, b"\n"].concat();
    Headers::new()
        .with("Wechatpay-Timestamp", NOW.to_string())
        .with("Wechatpay-Nonce", NONCE)
        .with("Wechatpay-Serial", SERIAL)
        .with("Wechatpay-Signature", to_base64(&key.sign(&message).unwrap()))
}

/// A value of a field's type that keeps its rules; the same for the same name, so that answers fit their questions.
fn value(field: &FieldInfo) -> Value {
    let is_number = |name: &str| ["out_order_no", "authorization_code"].contains(&name);
    match field.name {
        "mchid" => json!("1230000100"),
        name if is_number(name) || field.rules.iter().any(|rule| matches!(rule, Rule::OrderNumber)) => json!("N-1"),
        _ if field.rules.iter().any(|rule| matches!(rule, Rule::NotifyUrl)) => json!("https://shop.example/notify"),
        name => of_type(name, field.ty),
    }
}

fn of_type(name: &str, ty: Type) -> Value {
    match ty {
        Type::Fen | Type::Integer => json!(1),
        Type::Boolean => json!(true),
        Type::ServiceTime => json!("20250601120000"),
        Type::ZonedTime => json!("2025-06-01T12:00:00+08:00"),
        Type::Timestamp => json!(NOW),
        Type::Enum(info) | Type::Word(info) => json!(info.values[0].value),
        Type::Model(info) => Value::Object(filled(info())),
        Type::List(inner) => json!([of_type(name, *inner)]),
        Type::Map(inner) => json!({"a": of_type(name, *inner)}),
        Type::Json => json!({"a": "b"}),
        _ => json!(name.chars().take(20).collect::<String>()),
    }
}

/// An object that has every member there is.
pub fn filled(info: &ModelInfo) -> Map<String, Value> {
    info.fields.iter().filter(|field| !field.derived).map(|field| (field.name.to_owned(), value(field))).collect()
}

pub fn draft(merchant: &Merchant, operation: &OperationInfo) -> Result<AnyDraft, Error> {
    let params = filled(operation.params);
    merchant.draft_json(JsonRequest { operation: operation.name, params, extra: Map::new(), order: None }, now(), "n")
}

/// Signed with no key: what is sent with it is not looked at here.
pub fn call(merchant: &Merchant, operation: &OperationInfo) -> AnyCall {
    draft(merchant, operation).unwrap().finish(&[1; 256]).unwrap()
}

fn product() -> impl Iterator<Item = &'static OperationInfo> {
    OPERATIONS.iter().copied().filter(|operation| operation.style == Style::Json)
}

#[test]
fn every_parameter_is_sent_under_its_name() {
    let merchant = merchant();
    let mut sent = 0;
    for operation in OPERATIONS.iter().copied().filter(|operation| matches!(operation.style, Style::Json | Style::Certificates)) {
        let draft = draft(&merchant, operation).unwrap_or_else(|error| panic!("{error}"));
        let stored: Value = serde_json::from_slice(&draft.to_bytes()).unwrap();
        let body: Value = stored["body"].as_str().map_or(Value::Null, |body| serde_json::from_str(body).unwrap());
        for field in operation.params.fields {
            let at = format!("{}.{}", operation.name, field.name);
            let given = value(field);
            let text = given.as_str().unwrap_or_default();
            if operation.path.contains(&format!("{{{}}}", field.name)) {
                assert!(draft.target().contains(&format!("/{text}")), "{at}: {}", draft.target());
                assert_eq!(body.get(field.name), None, "{at}");
            } else if body.is_null() {
                assert!(draft.target().contains(&format!("{}={text}", field.name)), "{at}: {}", draft.target());
            } else {
                assert_eq!(body[field.name], given, "{at}");
            }
            sent += 1;
        }
    }
    assert!(sent > 100, "{sent}");
}

/// What is read has every member that was there; what Payscore adds is left aside.
fn has_all(read: &Value, told: &Map<String, Value>, info: &ModelInfo, at: &str) {
    for field in info.fields.iter().filter(|field| !field.derived) {
        assert_eq!(read[field.name], told[field.name], "{at}.{}", field.name);
    }
}

#[test]
fn every_member_of_a_reply_is_read() {
    let merchant = merchant();
    for operation in product() {
        let told = filled(operation.reply);
        let body = Value::Object(told.clone()).to_string();
        let answer = Response::new(200, signed(body.as_bytes()), body.as_bytes());
        let reply = Merchant::read_any(&call(&merchant, operation), &answer, now());
        let read = serde_json::to_value(reply.unwrap_or_else(|error| panic!("{}: {error}", operation.name))).unwrap();
        has_all(&read, &told, operation.reply, operation.name);
        assert_eq!(read["raw"], body);
    }
}

#[test]
fn every_member_of_a_callback_is_read() {
    let merchant = merchant();
    let key = AeadKey::new(API_V3_KEY.as_bytes()).unwrap();
    for (event_type, info) in EVENTS {
        let mut told = filled(Order::INFO);
        told.extend(filled(OrderRef::INFO));
        told.extend(filled(ServiceAuthorization::INFO));
        // What the event's name promises.
        let promise = match info.name {
            "UserConfirmed" => json!({"state": "DOING", "state_description": "USER_CONFIRM"}),
            "UserPaid" => json!({"state": "DONE"}),
            _ => json!({}),
        };
        told.extend(promise.as_object().unwrap().clone());
        if info.name == "UserPaid" {
            told["collection"]["state"] = json!("USER_PAID");
        }
        for field in info.fields.iter().filter(|field| !["ack", "raw", "id", "event_type"].contains(&field.name)) {
            told.entry(field.name).or_insert_with(|| value(field));
        }
        let text = Value::Object(told.clone()).to_string();
        let event_type = if event_type.is_empty() { "PAYSCORE.NEW" } else { event_type };
        let body = json!({
            "id": "EV-1", "create_time": "2025-06-01T09:00:00+08:00", "event_type": event_type, "resource_type": "encrypt-resource",
            "summary": "s", "resource": {
                "algorithm": "AEAD_AES_256_GCM", "nonce": NONCE, "associated_data": "payscore", "original_type": "payscore",
                "ciphertext": to_base64(&key.seal(NONCE.as_bytes(), b"payscore", text.as_bytes()).unwrap()),
            },
        })
        .to_string();
        let headers = signed(body.as_bytes()).with("Request-ID", "R-1");
        let event =
            merchant.read_notification(&headers, body.as_bytes(), now()).unwrap_or_else(|error| panic!("{event_type}: {error}"));
        let read = serde_json::to_value(event).unwrap();
        for field in info.fields {
            // Where there is no ready answer, none is made.
            let absent = field.name == "ack" && ["MchPrepay", "Unknown"].contains(&info.name);
            assert_eq!(read.get(field.name).is_some_and(|value| !value.is_null()), !absent, "{}.{}", info.name, field.name);
            match (field.name, field.ty) {
                ("order", _) => has_all(&read["order"], &told, Order::INFO, info.name),
                ("order_ref", _) => has_all(&read["order_ref"], &told, OrderRef::INFO, info.name),
                ("service", _) => has_all(&read["service"], &told, ServiceAuthorization::INFO, info.name),
                ("answer_before" | "deduplication_key" | "raw" | "id" | "event_type" | "ack", _) => {}
                ("create_time" | "summary" | "request_id", _) => {}
                (name, _) => assert_eq!(read[name], told[name], "{}.{name}", info.name),
            }
        }
        assert_eq!(
            (&read["id"], &read["event_type"], &read["raw"], &read["request_id"]),
            (&json!("EV-1"), &json!(event_type), &json!(text), &json!("R-1"))
        );
    }
}

#[test]
fn every_documented_value_is_known() {
    let (samples, merchant) = (include_str!("../../samples.json"), checking_merchant());
    let samples: Value = serde_json::from_str(samples).unwrap();
    let mut request = samples["endpoints"][0]["request"].as_object().unwrap().clone();
    for name in ["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST", "UDEPOSIT"] {
        request["risk_fund"]["name"] = json!(name);
        let asked = JsonRequest { operation: "create_order", params: request.clone(), extra: Map::new(), order: None };
        let refused = merchant.draft_json(asked, now(), "n").err();
        let refused = refused.is_some_and(|error| error.issues().iter().any(|issue| issue.pointer == "/risk_fund/name"));
        assert_eq!(refused, name == "UDEPOSIT", "{name}");
    }
}

#[test]
fn a_resource_that_cannot_be_opened_says_why() {
    let merchant = merchant();
    let read = |algorithm: &str, key: &str| {
        let sealed = AeadKey::new(key.as_bytes()).unwrap().seal(NONCE.as_bytes(), b"", b"{}").unwrap();
        let resource = json!({"algorithm": algorithm, "nonce": NONCE, "ciphertext": to_base64(&sealed)});
        let body = json!({"id": "EV-1", "event_type": "PAYSCORE.USER_CONFIRM", "resource": resource}).to_string();
        let error = merchant.read_notification(&signed(body.as_bytes()), body.as_bytes(), now()).unwrap_err();
        (error.code().as_str(), error.ack().unwrap().status)
    };
    assert_eq!(read("AEAD_SM4_GCM", API_V3_KEY), ("decryption.algorithm", 500));
    assert_eq!(read("AEAD_AES_256_GCM", &API_V3_KEY.to_lowercase()), ("decryption.key", 500));
}
