//! The single steps of APIv3, for endpoints that Payscore has no type for, and for other people's test data.

use crate::failure::Failure;
use crate::messages::{ReceivedMessage, moment};
use crate::value::Value;
use payscore::ffi::apiv3;
use payscore::protocol;

#[uniffi::export]
pub fn request_message(method: String, target: String, timestamp: i64, nonce: String, body: Vec<u8>) -> Vec<u8> {
    protocol::request_message(&method, &target, timestamp, &nonce, &body)
}

#[uniffi::export]
pub fn response_message(timestamp: String, nonce: String, body: Vec<u8>) -> Vec<u8> {
    protocol::response_message(&timestamp, &nonce, &body)
}

/// The signature as Base64.
#[uniffi::export]
pub fn sign_message(private_key: String, message: Vec<u8>) -> Result<String, Failure> {
    Ok(apiv3::sign(&private_key, &message)?)
}

#[uniffi::export]
pub fn authorization(
    mchid: String,
    serial_no: String,
    timestamp: i64,
    nonce: String,
    signature: String,
) -> Result<String, Failure> {
    Ok(apiv3::authorization(&mchid, &serial_no, moment(timestamp)?, &nonce, &signature)?)
}

/// The serial of the key that signed the message.
#[uniffi::export]
pub fn verify_message(keys: Value, message: ReceivedMessage) -> Result<String, Failure> {
    let (message, now) = message.into_response(0);
    let now = moment(now)?;
    Ok(protocol::verify(&apiv3::trust(&keys.into())?, &message.headers, &message.body, now)?)
}

/// `signature`: Base64.
#[uniffi::export]
pub fn signature_holds(key: String, message: Vec<u8>, signature: String) -> Result<bool, Failure> {
    Ok(apiv3::signature_holds(&key, &message, &signature)?)
}

#[uniffi::export]
pub fn open_resource(key: String, nonce: String, data: String, ciphertext: String) -> Result<Vec<u8>, Failure> {
    Ok(apiv3::open_resource(&key, &nonce, &data, &ciphertext)?)
}

#[uniffi::export]
pub fn open_sensitive(private_key: String, sealed: String) -> Result<String, Failure> {
    Ok(protocol::open_sensitive(&apiv3::signing_key(&private_key)?, &sealed)?)
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
