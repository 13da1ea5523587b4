//! Parameters, answers and callbacks made up from the declarations: every member there is, signed as WeChat Pay would.

use payscore::crypto::{AeadKey, PrivateKey, PrivateKeyDer, to_base64};
use payscore::http::Headers;
use payscore::protocol::{AnyCall, AnyDraft, OperationInfo};
use payscore::schema::{FieldInfo, ModelInfo, Rule, Type};
use payscore::time::Timestamp;
use payscore::{Error, JsonRequest, Merchant, MerchantConfig};
use serde_json::{Map, Value, json};

pub const NOW: i64 = 1_748_739_600;
pub const NONCE: &str = "nonce0000009";
pub const API_V3_KEY: &str = "0123456789abcdef0123456789ABCDEF";
const SERIAL: &str = "PUB_KEY_ID_1";

pub fn now() -> Timestamp {
    Timestamp::from_unix(NOW).unwrap()
}

fn keys() -> Value {
    serde_json::from_str(include_str!("../vectors/keys.json")).unwrap()
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

/// The body of a callback with this content.
pub fn callback(event_type: &str, content: &str) -> String {
    let key = AeadKey::new(API_V3_KEY.as_bytes()).unwrap();
    json!({
        "id": "EV-1", "create_time": "2025-06-01T09:00:00+08:00", "event_type": event_type, "resource_type": "encrypt-resource",
        "summary": "s", "resource": {
            "algorithm": "AEAD_AES_256_GCM", "nonce": NONCE, "associated_data": "payscore", "original_type": "payscore",
            "ciphertext": to_base64(&key.seal(NONCE.as_bytes(), b"payscore", content.as_bytes()).unwrap()),
        },
    })
    .to_string()
}

/// A value of a field's type that keeps its rules; the same for the same name, so that answers fit their questions.
pub fn value(field: &FieldInfo) -> Value {
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
