//! The protocol's single steps, for endpoints that Payscore has no type for, and for other people's test data.

use crate::crossing::{Thrown, array, checks, held};
use js_sys::{Array, Uint8Array};
use payscore::crypto::{self, Certificate};
use payscore::ffi::{apiv3, json, webcrypto};
use payscore::protocol::TrustStore;
use payscore::{Error, protocol};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
pub fn request_message(method: &str, target: &str, timestamp: f64, nonce: &str, body: &[u8]) -> Result<Vec<u8>, Thrown> {
    Ok(protocol::request_message(method, target, json::moment(timestamp)?.unix(), nonce, body))
}

#[wasm_bindgen]
pub fn response_message(timestamp: &str, nonce: &str, body: &[u8]) -> Vec<u8> {
    protocol::response_message(timestamp, nonce, body)
}

#[wasm_bindgen]
pub fn authorization(mchid: &str, serial_no: &str, timestamp: f64, nonce: &str, signature: &str) -> Result<String, Thrown> {
    Ok(apiv3::authorization(mchid, serial_no, json::moment(timestamp)?, nonce, signature)?)
}

/// PKCS#8 DER of a private key.
#[wasm_bindgen]
pub fn private_key(pem: &str) -> Result<Vec<u8>, Thrown> {
    Ok(apiv3::private_key(pem)?.pkcs8().to_vec())
}

/// SubjectPublicKeyInfo DER of a public key or certificate.
#[wasm_bindgen]
pub fn public_key(pem: &str) -> Result<Vec<u8>, Thrown> {
    Ok(apiv3::public_key(pem)?.der.spki().to_vec())
}

#[wasm_bindgen]
pub fn to_verify(keys: &str, headers_: &str, body: &[u8], now: f64) -> Result<Array, Thrown> {
    Ok(checks(webcrypto::to_verify(&trust(keys)?, &json::headers(headers_)?, body, json::moment(now)?)))
}

#[wasm_bindgen]
pub fn to_explain(keys: &str, headers_: &str, body: &[u8], now: f64) -> Result<Array, Thrown> {
    Ok(checks(webcrypto::to_explain(&trust(keys)?, &json::headers(headers_)?, body, json::moment(now)?)))
}

/// The serial that held.
#[wasm_bindgen]
pub fn verify(
    keys: &str,
    headers_: &str,
    body: &[u8],
    now: f64,
    serial: Option<String>,
    message: Option<Vec<u8>>,
    signature: Option<Vec<u8>>,
) -> Result<String, Thrown> {
    let verdict = held(serial, message, signature);
    Ok(webcrypto::verify(&trust(keys)?, &json::headers(headers_)?, body, json::moment(now)?, verdict.as_ref())?)
}

fn trust(keys: &str) -> Result<TrustStore, Error> {
    apiv3::trust(&json::json("the keys", keys)?)
}

/// The text that this JSON is; an error that names what it is instead.
#[wasm_bindgen]
pub fn text(what: &str, value: &str) -> Result<String, Thrown> {
    Ok(json::text(what, &json::json(what, value)?)?)
}

#[wasm_bindgen]
pub fn open_resource(api_v3_key: &str, nonce: &str, associated_data: &str, ciphertext: &str) -> Result<Vec<u8>, Thrown> {
    let resource = serde_json::json!({"algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": associated_data, "ciphertext": ciphertext});
    Ok(protocol::open_resource(&[apiv3::api_v3_key(api_v3_key)?], &resource)?)
}

/// Key and bytes to seal.
#[wasm_bindgen]
pub fn to_seal(key: &str, text: &str) -> Result<Array, Thrown> {
    let sealing = webcrypto::to_seal(&apiv3::public_key(key)?, text)?;
    Ok(array([Uint8Array::from(sealing.spki.as_slice()).into(), Uint8Array::from(sealing.text.as_slice()).into()]))
}

#[wasm_bindgen]
pub fn sealed(bytes: Option<Vec<u8>>) -> Result<String, Thrown> {
    Ok(webcrypto::sealed(bytes)?)
}

#[wasm_bindgen]
pub fn to_open(sealed: &str) -> Result<Vec<u8>, Thrown> {
    Ok(webcrypto::to_open(sealed)?)
}

#[wasm_bindgen]
pub fn opened(text: Option<Vec<u8>>) -> Result<String, Thrown> {
    Ok(webcrypto::opened(text)?)
}

/// Serial, first and last moment of its validity in Unix seconds.
#[wasm_bindgen]
pub fn read_certificate(pem: &str) -> Result<Array, Thrown> {
    let Certificate { serial_no, not_before, not_after, .. } = apiv3::certificate(pem)?;
    #[allow(clippy::cast_precision_loss, reason = "Unix seconds are far below 2^53")]
    let seconds = |moment: payscore::time::Timestamp| JsValue::from_f64(moment.unix() as f64);
    Ok(array([serial_no.into(), seconds(not_before), seconds(not_after)]))
}

#[wasm_bindgen]
pub fn to_base64(bytes: &[u8]) -> String {
    crypto::to_base64(bytes)
}

#[wasm_bindgen]
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    crypto::from_base64(text)
}

/// A hash in hexadecimal: for the known answers, not part of the public API.
#[wasm_bindgen]
pub fn digest(algorithm: &str, message: &[u8]) -> Option<String> {
    match algorithm {
        "SHA1" => Some(crypto::to_hex(&crypto::sha1(message))),
        "SHA256" => Some(crypto::to_hex(&crypto::sha256(message))),
        _ => None,
    }
}

/// HMAC-SHA256 in hexadecimal: for the known answers, not part of the public API.
#[wasm_bindgen]
pub fn hmac_sha256(key: &[u8], message: &[u8]) -> String {
    crypto::to_hex(&crypto::hmac_sha256(key, message))
}
