//! What several test programs need: a merchant of known keys, answers as WeChat Pay would sign them, drafts by name.
#![allow(dead_code, reason = "each test program uses a part")]

use payscore::crypto::{PrivateKey, PrivateKeyDer, to_base64};
use payscore::error::Error;
use payscore::ffi::json;
use payscore::http::Headers;
use payscore::protocol::AnyDraft;
use payscore::time::Timestamp;
use payscore::{Merchant, MerchantConfig};
use serde_json::{Value, json};
use std::path::PathBuf;

pub const NOW: i64 = 1_748_739_600;
pub const SERIAL: &str = "PUB_KEY_ID_0114232134912410000000000000";

pub fn now() -> Timestamp {
    Timestamp::from_unix(NOW).unwrap()
}

pub fn keys() -> Value {
    serde_json::from_str(&std::fs::read_to_string(vectors().join("keys.json")).unwrap()).unwrap()
}

/// A merchant of known keys, with changes to its settings.
pub fn merchant(changes: Value) -> Merchant {
    let keys = keys();
    let mut config = json!({
        "mchid": "1230000100", "serial_no": "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB", "service_id": "500001",
        "channel_id": "1230000109", "appid": "wxd678efh567hg6787", "api_v3_key": "0123456789abcdef0123456789ABCDEF",
        "private_key": keys["doc_merchant"]["private_key_pkcs8_pem"],
        "public_keys": {SERIAL: keys["java_wechatpay"]["public_key_spki_pem"]},
    });
    config.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    MerchantConfig::from_json(config.as_object().unwrap()).and_then(Merchant::new).unwrap()
}

/// As WeChat Pay would sign it.
pub fn signed(body: &str) -> Headers {
    let pem = keys()["java_wechatpay"]["private_key_pkcs8_pem"].as_str().unwrap().to_owned();
    let key = PrivateKey::from_der(&PrivateKeyDer::from_pem(&pem).unwrap()).unwrap();
    Headers::new()
        .with("Wechatpay-Timestamp", NOW.to_string())
        .with("Wechatpay-Nonce", "nonce")
        .with("Wechatpay-Serial", SERIAL)
        .with("Wechatpay-Signature", to_base64(&key.sign(format!("{NOW}\nnonce\n{body}\n").as_bytes()).unwrap()))
}

/// The vector directory: `PAYSCORE_VECTORS`, or the project's own.
pub fn vectors() -> PathBuf {
    std::env::var_os("PAYSCORE_VECTORS").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors"), PathBuf::from)
}

/// A draft by name, from parameters as a host passes them.
pub fn draft(merchant: &Merchant, operation: &str, params: Value) -> Result<AnyDraft, Error> {
    merchant.draft_json(json::request(merchant, operation, params)?, now(), "nonce")
}
