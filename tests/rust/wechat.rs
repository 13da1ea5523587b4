//! WeChat Pay's hand, for tests that need it to be anyone's: what is signed with any key, and sealed under any.
#![allow(dead_code, reason = "each test takes what it needs")]

use payscore::crypto::{AeadKey, PrivateKey, PrivateKeyDer, to_base64};
use payscore::http::{Headers, Response};
use payscore::protocol::{AnyCall, response_message};
use payscore::time::Timestamp;
use payscore::{Error, JsonRequest, Merchant, MerchantConfig};
use serde_json::{Map, Value, json};

pub const API_V3_KEY: &str = "0123456789abcdef0123456789ABCDEF";
pub const MCHID: &str = "1900007291";
/// Of the certificate that [`certificate()`] gives, valid from May 2022 to May 2025.
pub const SERIAL: &str = "440024045C4A427599D09BB4E3DE0279F2E813FD";

/// A moment in November 2023.
pub fn now() -> Timestamp {
    Timestamp::from_unix(1_700_000_000).unwrap()
}

pub fn keys() -> Value {
    serde_json::from_str(include_str!("../vectors/keys.json")).unwrap()
}

pub fn certificate() -> String {
    keys()["java_wechatpay"]["certificate_pem"].as_str().unwrap().to_owned()
}

pub fn config() -> Value {
    let keys = keys();
    json!({
        "mchid": MCHID, "serial_no": "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB", "private_key": keys["java_merchant"]["private_key_pkcs8_pem"],
        "api_v3_key": API_V3_KEY, "public_keys": {"PUB_KEY_ID_1": keys["doc_merchant"]["public_key_spki_pem"]},
        "service_id": "2002000000000558128851361561536", "appid": "wxd678efh567hg6787", "channel_id": "1230000109",
    })
}

pub fn made(config: &Value) -> Result<Merchant, Error> {
    MerchantConfig::from_json(config.as_object().unwrap()).and_then(Merchant::new)
}

/// The usual merchant with some settings changed; null takes one out.
pub fn merchant(changes: Value) -> Merchant {
    let mut config = config();
    config.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    made(&config).unwrap()
}

pub fn call(merchant: &Merchant, operation: &str, params: Value) -> AnyCall {
    let params = params.as_object().unwrap().clone();
    let request = JsonRequest { operation, params, extra: Map::new(), order: None };
    merchant.finish(merchant.draft_json(request, now(), "nonce").unwrap()).unwrap()
}

/// The key behind `PUB_KEY_ID_1`, or that of the platform certificate.
fn signer(serial: &str) -> PrivateKey {
    let name = if serial == SERIAL { "java_wechatpay" } else { "doc_merchant" };
    let pem = keys()[name]["private_key_pkcs8_pem"].as_str().unwrap().to_owned();
    PrivateKey::from_der(&PrivateKeyDer::from_pem(&pem).unwrap()).unwrap()
}

/// The headers of a message that is signed with the key of this serial.
pub fn signed(serial: &str, body: &[u8], at: Timestamp) -> Headers {
    let message = response_message(&at.to_string(), "593BEC0C930BF1AFEB40B4A08C8FB242", body);
    Headers::new()
        .with("Wechatpay-Timestamp", at.to_string())
        .with("Wechatpay-Nonce", "593BEC0C930BF1AFEB40B4A08C8FB242")
        .with("Wechatpay-Serial", serial)
        .with("Wechatpay-Signature", to_base64(&signer(serial).sign(&message).unwrap()))
}

pub fn answer(status: u16, body: impl Into<Vec<u8>>) -> Response {
    let body = body.into();
    Response::new(status, signed("PUB_KEY_ID_1", &body, now()), body)
}

/// A resource under the APIv3 key.
pub fn sealed(associated_data: &str, text: &[u8]) -> Value {
    let key = AeadKey::new(API_V3_KEY.as_bytes()).unwrap();
    let ciphertext = to_base64(&key.seal(b"0123456789ab", associated_data.as_bytes(), text).unwrap());
    json!({"algorithm": "AEAD_AES_256_GCM", "nonce": "0123456789ab", "associated_data": associated_data, "ciphertext": ciphertext})
}

/// A callback's body.
pub fn callback(event_type: &str, resource: Value) -> Vec<u8> {
    json!({"id": "EV-1", "create_time": "2023-11-14T22:13:20+08:00", "event_type": event_type, "resource_type": "encrypt-resource",
        "summary": "x", "resource": resource})
    .to_string()
    .into_bytes()
}

pub fn read(call: &AnyCall, response: &Response) -> Result<Value, Error> {
    Merchant::read_any(call, response, now()).map(|reply| serde_json::to_value(reply).unwrap())
}
