//! The protocol's single steps, for endpoints that Payscore has no type for, and for other people's test data.

use crate::crossing::{Sealing, SignatureCheck, Thrown, to_json, verdict};
use payscore::crypto::{self, Certificate};
use payscore::ffi::{apiv3, json, webcrypto};
use payscore::protocol::TrustStore;
use payscore::{Error, protocol};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
pub fn request_message(
    method: &str,
    target: &str,
    timestamp: f64,
    nonce: &str,
    body: &[u8],
) -> Result<Vec<u8>, Thrown> {
    Ok(protocol::request_message(method, target, json::moment(timestamp)?.unix(), nonce, body))
}

#[wasm_bindgen]
pub fn response_message(timestamp: &str, nonce: &str, body: &[u8]) -> Vec<u8> {
    protocol::response_message(timestamp, nonce, body)
}

#[wasm_bindgen]
pub fn authorization(
    mchid: &str,
    serial_no: &str,
    timestamp: f64,
    nonce: &str,
    signature: &str,
) -> Result<String, Thrown> {
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

/// What to check of a signed answer or callback. `keys` and `headers` are JSON.
#[wasm_bindgen]
pub fn to_verify(keys: &str, headers: &str, body: &[u8], now: f64) -> Result<Option<SignatureCheck>, Thrown> {
    let check = webcrypto::to_verify(&trust(keys)?, &json::headers(headers)?, body, json::moment(now)?);
    Ok(check.map(SignatureCheck::from))
}

/// What else to check when that was not valid, for the sake of the error.
#[wasm_bindgen]
pub fn to_explain(keys: &str, headers: &str, body: &[u8], now: f64) -> Result<Vec<SignatureCheck>, Thrown> {
    let checks = webcrypto::to_explain(&trust(keys)?, &json::headers(headers)?, body, json::moment(now)?);
    Ok(checks.into_iter().map(SignatureCheck::from).collect())
}

/// The serial of the key that signed. `valid` is the check that WebCrypto found valid.
#[wasm_bindgen]
pub fn verify(
    keys: &str,
    headers: &str,
    body: &[u8],
    now: f64,
    valid: Option<SignatureCheck>,
) -> Result<String, Thrown> {
    let (trust, headers, now) = (trust(keys)?, json::headers(headers)?, json::moment(now)?);
    Ok(webcrypto::verify(&trust, &headers, body, now, verdict(valid).as_ref())?)
}

fn trust(keys: &str) -> Result<TrustStore, Error> {
    apiv3::trust(&json::json("the keys", keys)?)
}

#[wasm_bindgen]
pub fn open_resource(
    api_v3_key: &str,
    nonce: &str,
    associated_data: &str,
    ciphertext: &str,
) -> Result<Vec<u8>, Thrown> {
    let resource = serde_json::json!({
        "algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": associated_data, "ciphertext": ciphertext,
    });
    Ok(protocol::open_resource(&[apiv3::api_v3_key(api_v3_key)?], &resource)?)
}

#[wasm_bindgen]
pub fn to_seal(key: &str, text: &str) -> Result<Sealing, Thrown> {
    Ok(webcrypto::to_seal(&apiv3::public_key(key)?, text)?.into())
}

/// The sealed text, Base64, from what WebCrypto made; nothing when WebCrypto failed.
#[wasm_bindgen]
pub fn sealed(bytes: Option<Vec<u8>>) -> Result<String, Thrown> {
    Ok(webcrypto::sealed(bytes)?)
}

#[wasm_bindgen]
pub fn to_open(sealed: &str) -> Result<Vec<u8>, Thrown> {
    Ok(webcrypto::to_open(sealed)?)
}

/// The opened text, from what WebCrypto made; nothing when WebCrypto failed.
#[wasm_bindgen]
pub fn opened(text: Option<Vec<u8>>) -> Result<String, Thrown> {
    Ok(webcrypto::opened(text)?)
}

/// The serial of a certificate and its validity in Unix seconds, as JSON.
#[wasm_bindgen]
pub fn read_certificate(pem: &str) -> Result<String, Thrown> {
    let Certificate { serial_no, not_before, not_after, .. } = apiv3::certificate(pem)?;
    let read =
        serde_json::json!({ "serial_no": serial_no, "not_before": not_before.unix(), "not_after": not_after.unix() });
    Ok(to_json(&read))
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
