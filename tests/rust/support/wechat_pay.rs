//! WeChat Pay's side of APIv3, for tests that must sign and seal with any key. The caller knows the product.

use crate::account::API_V3_KEY;
use crate::clock::{NONCE, now};
use crate::files::key_pem;
use payscore::Merchant;
use payscore::crypto::{AeadKey, PrivateKey, PrivateKeyDer, to_base64};
use payscore::error::Error;
use payscore::http::{Headers, Response};
use payscore::protocol::{AnyCall, response_message};
use payscore::time::Timestamp;
use serde_json::{Value, json};

/// The public key that the usual merchant trusts.
pub const PUBLIC_KEY_ID: &str = "PUB_KEY_ID_1";
/// Its name in `vectors/keys.json`.
pub const SIGNING_KEY: &str = "doc_merchant";
/// The serial of [`platform_certificate`], which is valid from May 2022 to May 2025.
pub const CERTIFICATE_SERIAL: &str = "440024045C4A427599D09BB4E3DE0279F2E813FD";
const CERTIFICATE_KEY: &str = "java_wechatpay";

pub fn platform_certificate() -> String {
    key_pem(CERTIFICATE_KEY, "certificate_pem")
}

/// The headers of a message that WeChat Pay signs now, with the key that the usual merchant trusts.
pub fn signed(body: impl AsRef<[u8]>) -> Headers {
    signed_by(PUBLIC_KEY_ID, body, now())
}

/// The same with the key of this serial, at this moment.
pub fn signed_by(serial: &str, body: impl AsRef<[u8]>, at: Timestamp) -> Headers {
    let key = if serial == CERTIFICATE_SERIAL { CERTIFICATE_KEY } else { SIGNING_KEY };
    let key = PrivateKeyDer::from_pem(&key_pem(key, "private_key_pkcs8_pem")).unwrap();
    let message = response_message(&at.to_string(), NONCE, body.as_ref());
    Headers::new()
        .with("Wechatpay-Timestamp", at.to_string())
        .with("Wechatpay-Nonce", NONCE)
        .with("Wechatpay-Serial", serial)
        .with("Wechatpay-Signature", to_base64(&PrivateKey::from_der(&key).unwrap().sign(&message).unwrap()))
}

/// A signed answer.
pub fn answer(status: u16, body: impl Into<Vec<u8>>) -> Response {
    let body = body.into();
    Response::new(status, signed(&body), body)
}

/// A resource, sealed under the usual merchant's APIv3 key.
pub fn sealed(associated_data: &str, text: impl AsRef<[u8]>) -> Value {
    let key = AeadKey::new(API_V3_KEY.as_bytes()).unwrap();
    let ciphertext = key.seal(NONCE.as_bytes(), associated_data.as_bytes(), text.as_ref()).unwrap();
    json!({
        "algorithm": "AEAD_AES_256_GCM", "nonce": NONCE, "associated_data": associated_data,
        "ciphertext": to_base64(&ciphertext),
    })
}

/// The body of a callback with this content, sealed. Its headers are those of [`signed`].
pub fn callback(event_type: &str, content: &str) -> String {
    envelope(event_type, sealed("payscore", content))
}

/// The body of a callback around any resource.
pub fn envelope(event_type: &str, resource: Value) -> String {
    json!({
        "id": "EV-1", "create_time": "2025-06-01T09:00:00+08:00", "event_type": event_type,
        "resource_type": "encrypt-resource", "summary": "s", "resource": resource,
    })
    .to_string()
}

/// A reply as a host sees it.
pub fn read(call: &AnyCall, response: &Response) -> Result<Value, Error> {
    Merchant::read_any(call, response, now()).map(|reply| serde_json::to_value(reply).unwrap())
}
