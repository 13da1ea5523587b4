//! The protocol's single steps, for endpoints that Payscore has no type for, and for other people's test data.

use crate::value::Value;
use crate::{Failure, Received, argument, received};
use payscore::crypto::{PrivateKey, PublicKey, from_base64, sha1, sha256, to_base64, to_hex};
use payscore::ffi::apiv3;
use payscore::protocol;
use payscore::time::Timestamp;

fn private(pem: &str) -> Result<PrivateKey, Failure> {
    PrivateKey::from_der(&apiv3::private_key(pem)?).map_err(argument)
}

#[uniffi::export]
pub fn request_message(method: String, target: String, timestamp: i64, nonce: String, body: Vec<u8>) -> Vec<u8> {
    protocol::request_message(&method, &target, timestamp, &nonce, &body)
}

#[uniffi::export]
pub fn response_message(timestamp: String, nonce: String, body: Vec<u8>) -> Vec<u8> {
    protocol::response_message(&timestamp, &nonce, &body)
}

#[uniffi::export]
pub fn sign_message(private_key: String, message: Vec<u8>) -> Result<String, Failure> {
    private(&private_key)?.sign(&message).map(|signature| to_base64(&signature)).map_err(argument)
}

#[uniffi::export]
pub fn authorization(
    mchid: String,
    serial_no: String,
    timestamp: i64,
    nonce: String,
    signature: String,
) -> Result<String, Failure> {
    let timestamp = Timestamp::from_unix(timestamp).ok_or_else(|| argument("the timestamp must be Unix seconds"))?;
    Ok(apiv3::authorization(&mchid, &serial_no, timestamp, &nonce, &signature)?)
}

/// The serial that held.
#[uniffi::export]
pub fn verify_message(keys: Value, message: Received) -> Result<String, Failure> {
    let (message, now) = received(message)?;
    Ok(protocol::verify(&apiv3::trust(&keys.into())?, &message.headers, &message.body, now)?)
}

#[uniffi::export]
pub fn signature_holds(key: String, message: Vec<u8>, signature: String) -> Result<bool, Failure> {
    let key = PublicKey::from_der(&apiv3::public_key(&key)?.der).map_err(argument)?;
    Ok(from_base64(&signature).is_some_and(|signature| key.verify(&message, &signature)))
}

#[uniffi::export]
pub fn open_resource(api_v3_key: String, nonce: String, associated_data: String, ciphertext: String) -> Result<Vec<u8>, Failure> {
    let key = apiv3::api_v3_key(&api_v3_key)?;
    let resource = serde_json::json!({"algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": associated_data, "ciphertext": ciphertext});
    Ok(protocol::open_resource(&[key], &resource)?)
}

#[uniffi::export]
pub fn open_sensitive(private_key: String, sealed: String) -> Result<String, Failure> {
    Ok(protocol::open_sensitive(&private(&private_key)?, &sealed)?)
}

#[uniffi::export]
pub fn seal_sensitive(key: String, text: String) -> Result<String, Failure> {
    Ok(protocol::seal_sensitive(&apiv3::public_key(&key)?, &text)?)
}

/// A certificate's serial, and the first and last moment of its validity in Unix seconds.
#[derive(uniffi::Record)]
pub struct CertificateParts {
    serial_no: String,
    not_before: i64,
    not_after: i64,
}

#[uniffi::export]
pub fn read_certificate(pem: String) -> Result<CertificateParts, Failure> {
    let certificate = apiv3::certificate(&pem)?;
    Ok(CertificateParts {
        serial_no: certificate.serial_no,
        not_before: certificate.not_before.unix(),
        not_after: certificate.not_after.unix(),
    })
}

/// A hash in hexadecimal: for the known answers, not part of the public API.
#[uniffi::export]
pub fn digest(algorithm: String, message: Vec<u8>) -> Result<String, Failure> {
    match algorithm.as_str() {
        "SHA1" => Ok(to_hex(&sha1(&message))),
        "SHA256" => Ok(to_hex(&sha256(&message))),
        _ => Err(argument("SHA1 or SHA256")),
    }
}

/// HMAC-SHA256 in hexadecimal: for the known answers, not part of the public API.
#[uniffi::export]
pub fn hmac_sha256(key: Vec<u8>, message: Vec<u8>) -> String {
    to_hex(&payscore::crypto::hmac_sha256(&key, &message))
}
