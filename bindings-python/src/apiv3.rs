//! The protocol's single steps, for endpoints that Payscore has no type for, and for other people's test data.

use crate::incoming::{body_bytes, headers};
use crate::outgoing::raise;
use payscore::crypto::{
    AeadKey, Certificate, PrivateKey, PrivateKeyDer, PublicKeyDer, from_base64, sha1, sha256, to_base64, to_hex,
};
use payscore::ffi::door::{self, Host};
use payscore::protocol;
use payscore::time::Timestamp;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::collections::BTreeMap;

fn private(pem: &str) -> PyResult<PrivateKey> {
    let der = PrivateKeyDer::from_pem(pem)
        .map_err(|problem| PyValueError::new_err(format!("the private key cannot be read: {problem:?}")))?;
    PrivateKey::from_der(&der).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn trust(keys: &BTreeMap<String, String>) -> PyResult<protocol::TrustStore> {
    let unreadable = |serial: &str| PyValueError::new_err(format!("the key {serial} cannot be read"));
    keys.iter().try_fold(protocol::TrustStore::new(), |trust, (serial, pem)| {
        let der = match Certificate::from_pem(pem) {
            Ok(certificate) => certificate.public_key,
            Err(_) => PublicKeyDer::from_pem(pem).ok(),
        };
        trust.with_public_key(serial, der.ok_or_else(|| unreadable(serial))?).map_err(|_| unreadable(serial))
    })
}

/// The message of a request, to be signed.
#[pyfunction]
fn request_message<'py>(
    py: Python<'py>,
    method: &str,
    target: &str,
    timestamp: i64,
    nonce: &str,
    body: &[u8],
) -> Bound<'py, PyBytes> {
    PyBytes::new(py, &protocol::request_message(method, target, timestamp, nonce, body))
}

/// The message of an answer or callback, to be verified.
#[pyfunction]
fn response_message<'py>(py: Python<'py>, timestamp: &str, nonce: &str, body: &[u8]) -> Bound<'py, PyBytes> {
    PyBytes::new(py, &protocol::response_message(timestamp, nonce, body))
}

/// SHA256withRSA (PKCS#1 v1.5) as Base64.
#[pyfunction]
fn sign(py: Python<'_>, private_key: &str, message: Vec<u8>) -> PyResult<String> {
    let key = private(private_key)?;
    py.detach(|| key.sign(&message))
        .map(|signature| to_base64(&signature))
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

/// The value of the Authorization header.
#[pyfunction]
fn authorization(mchid: &str, serial_no: &str, timestamp: i64, nonce: &str, signature: &str) -> String {
    protocol::authorization(mchid, serial_no, timestamp, nonce, signature)
}

/// Checks a signed answer or callback against keys by serial; the serial that held.
#[pyfunction]
fn verify(
    py: Python<'_>,
    keys: BTreeMap<String, String>,
    headers_: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
    now: i64,
) -> PyResult<String> {
    let (trust, headers, body) =
        (trust(&keys)?, headers(headers_)?, body_bytes(body, |what| door::callback_not_bytes(Host::Python, what))?);
    let now = Timestamp::from_unix(now).ok_or_else(|| PyValueError::new_err("now must be Unix seconds"))?;
    py.detach(|| protocol::verify(&trust, &headers, &body, now)).map_err(|error| raise(py, &error))
}

/// Whether this is the signature (Base64) of the message under a public key or certificate.
#[pyfunction]
fn signature_holds(key: &str, message: &[u8], signature: &str) -> PyResult<bool> {
    let trust = trust(&BTreeMap::from([("PUB_KEY_ID_ASKED".to_owned(), key.to_owned())]))?;
    let key = trust.iter().next().map(|key| key.der.clone()).ok_or_else(|| PyValueError::new_err("no key"))?;
    let key = payscore::crypto::PublicKey::from_der(&key).map_err(|error| PyValueError::new_err(error.to_string()))?;
    Ok(from_base64(signature).is_some_and(|signature| key.verify(message, &signature)))
}

/// Opens a resource, AEAD_AES_256_GCM, under an APIv3 key.
#[pyfunction]
fn open_resource<'py>(
    py: Python<'py>,
    api_v3_key: &str,
    nonce: &str,
    associated_data: &str,
    ciphertext: &str,
) -> PyResult<Bound<'py, PyBytes>> {
    let key = AeadKey::new(api_v3_key.as_bytes()).ok_or_else(|| PyValueError::new_err("an APIv3 key has exactly 32 bytes"))?;
    let resource = serde_json::json!({"algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": associated_data, "ciphertext": ciphertext});
    protocol::open_resource(&[key], &resource).map(|plain| PyBytes::new(py, &plain)).map_err(|error| raise(py, &error))
}

/// Opens a sensitive field that was sealed to the merchant's certificate.
#[pyfunction]
fn open_sensitive(py: Python<'_>, private_key: &str, sealed: &str) -> PyResult<String> {
    protocol::open_sensitive(&private(private_key)?, sealed).map_err(|error| raise(py, &error))
}

/// Seals a sensitive field to WeChat Pay's key. Name the same key in `Wechatpay-Serial`.
#[pyfunction]
fn seal_sensitive(py: Python<'_>, key: &str, text: &str) -> PyResult<String> {
    let trust = trust(&BTreeMap::from([("PUB_KEY_ID_ASKED".to_owned(), key.to_owned())]))?;
    let key = trust.iter().next().ok_or_else(|| PyValueError::new_err("no key"))?;
    protocol::seal_sensitive(key, text).map_err(|error| raise(py, &error))
}

/// A certificate's serial, and the first and last moment of its validity in Unix seconds.
#[pyfunction]
fn read_certificate(pem: &str) -> PyResult<(String, i64, i64)> {
    let certificate = Certificate::from_pem(pem)
        .map_err(|problem| PyValueError::new_err(format!("the certificate cannot be read: {problem:?}")))?;
    Ok((certificate.serial_no, certificate.not_before.unix(), certificate.not_after.unix()))
}

/// A hash in hexadecimal: for the known answers, not part of the public API.
#[pyfunction]
fn digest(algorithm: &str, message: &[u8]) -> PyResult<String> {
    match algorithm {
        "SHA1" => Ok(to_hex(&sha1(message))),
        "SHA256" => Ok(to_hex(&sha256(message))),
        _ => Err(PyValueError::new_err("SHA1 or SHA256")),
    }
}

/// HMAC-SHA256 in hexadecimal: for the known answers, not part of the public API.
#[pyfunction]
fn hmac_sha256(key: &[u8], message: &[u8]) -> String {
    to_hex(&payscore::crypto::hmac_sha256(key, message))
}

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_function(wrap_pyfunction!(request_message, module)?)?;
    module.add_function(wrap_pyfunction!(response_message, module)?)?;
    module.add_function(wrap_pyfunction!(sign, module)?)?;
    module.add_function(wrap_pyfunction!(authorization, module)?)?;
    module.add_function(wrap_pyfunction!(verify, module)?)?;
    module.add_function(wrap_pyfunction!(signature_holds, module)?)?;
    module.add_function(wrap_pyfunction!(open_resource, module)?)?;
    module.add_function(wrap_pyfunction!(open_sensitive, module)?)?;
    module.add_function(wrap_pyfunction!(digest, module)?)?;
    module.add_function(wrap_pyfunction!(hmac_sha256, module)?)?;
    module.add_function(wrap_pyfunction!(seal_sensitive, module)?)?;
    module.add_function(wrap_pyfunction!(read_certificate, module)?)
}
