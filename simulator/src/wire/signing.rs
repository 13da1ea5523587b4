//! Signatures of answers and callbacks, and the faults that they can have.

use super::keys::Keys;
use crate::common::Fault;
use payscore::crypto::{PrivateKey, to_base64};
use payscore::http::Headers;
use payscore::time::Timestamp;
use serde_json::Value;

pub(crate) const SIGNATURE_FAULTS: &[&str] = &["wrong_signature", "unknown_serial", "probe", "stale_clock", "unsigned"];

/// The signature headers for a body under this key, and the serial that they name.
pub(crate) fn sign(
    keys: &Keys,
    (mut key, serial): (&PrivateKey, &str),
    now: Timestamp,
    nonce: &str,
    body: &[u8],
    fault: Option<&Fault>,
) -> (Headers, String) {
    let name = fault.map(|fault| fault.name.as_str()).unwrap_or_default();
    if name == "unsigned" {
        return (Headers::new(), String::new());
    }
    let mut serial = serial.to_owned();
    let skew = fault.and_then(|fault| fault.members.get("skew")).and_then(Value::as_i64).unwrap_or(301);
    let timestamp = if name == "stale_clock" { now.plus(skew.saturating_neg()) } else { now };
    let stranger = &keys.stranger;
    match name {
        "wrong_signature" => key = stranger,
        "unknown_serial" => serial = "PUB_KEY_ID_SIMULATOR9999999999999999".to_owned(),
        _ => {}
    }
    let mut message = format!("{timestamp}\n{nonce}\n").into_bytes();
    message.extend_from_slice(body);
    message.push(b'\n');
    let mut signature = key.sign(&message).map(|signature| to_base64(&signature)).unwrap_or_default();
    if name == "probe" {
        signature = format!("WECHATPAY/SIGNTEST/{signature}");
    }
    let headers = Headers::new()
        .with("Wechatpay-Timestamp", timestamp.to_string())
        .with("Wechatpay-Nonce", nonce)
        .with("Wechatpay-Serial", serial.clone())
        .with("Wechatpay-Signature", signature)
        .with("Wechatpay-Signature-Type", "WECHATPAY2-SHA256-RSA2048");
    (headers, serial)
}
