//! The protocol's single steps, for endpoints that Payscore has no type for, and for other people's test data.

use crate::incoming::{body_bytes, headers, object, text_of};
use crate::outgoing::raise;
use crate::raw_bodies::RAW_CALLBACK;
use payscore::crypto::{PrivateKey, from_base64, sha1, sha256, to_base64, to_hex};
use payscore::ffi::apiv3;
use payscore::ffi::json;
use payscore::protocol;
use payscore::time::Timestamp;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use serde_json::Value;

fn trust(py: Python<'_>, keys: &Bound<'_, PyAny>) -> PyResult<protocol::TrustStore> {
    apiv3::trust(&Value::Object(object(keys)?)).map_err(|error| raise(py, &error))
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
fn sign(py: Python<'_>, private_key: &Bound<'_, PyAny>, message: Vec<u8>) -> PyResult<String> {
    let key = signer(private_key)?;
    py.detach(|| key.sign(&message))
        .map(|signature| to_base64(&signature))
        .map_err(|error| PyValueError::new_err(error.to_string()))
}

fn signer(private_key: &Bound<'_, PyAny>) -> PyResult<PrivateKey> {
    let der = apiv3::private_key(&text_of(private_key, "private_key")?).map_err(|error| raise(private_key.py(), &error))?;
    PrivateKey::from_der(&der).map_err(|error| PyValueError::new_err(error.to_string()))
}

fn public_key(key: &Bound<'_, PyAny>) -> PyResult<protocol::TrustedKey> {
    apiv3::public_key(&text_of(key, "key")?).map_err(|error| raise(key.py(), &error))
}

/// The value of the Authorization header.
#[pyfunction]
fn authorization(py: Python<'_>, mchid: &str, serial_no: &str, timestamp: i64, nonce: &str, signature: &str) -> PyResult<String> {
    let timestamp = Timestamp::from_unix(timestamp).ok_or_else(|| PyValueError::new_err("timestamp must be Unix seconds"))?;
    apiv3::authorization(mchid, serial_no, timestamp, nonce, signature).map_err(|error| raise(py, &error))
}

/// Checks a signed answer or callback against keys by serial; the serial that held.
#[pyfunction]
fn verify(
    py: Python<'_>,
    keys: &Bound<'_, PyAny>,
    headers_: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
    now: i64,
) -> PyResult<String> {
    let (trust, headers, body) =
        (trust(py, keys)?, headers(headers_)?, body_bytes(body, |what| json::callback_not_bytes(what, RAW_CALLBACK))?);
    let now = Timestamp::from_unix(now).ok_or_else(|| PyValueError::new_err("now must be Unix seconds"))?;
    py.detach(|| protocol::verify(&trust, &headers, &body, now)).map_err(|error| raise(py, &error))
}

/// Whether this is the signature (Base64) of the message under a public key or certificate.
#[pyfunction]
fn signature_holds(key: &Bound<'_, PyAny>, message: &[u8], signature: &str) -> PyResult<bool> {
    let key =
        payscore::crypto::PublicKey::from_der(&public_key(key)?.der).map_err(|error| PyValueError::new_err(error.to_string()))?;
    Ok(from_base64(signature).is_some_and(|signature| key.verify(message, &signature)))
}

/// Opens a resource, AEAD_AES_256_GCM, under an APIv3 key.
#[pyfunction]
fn open_resource<'py>(
    py: Python<'py>,
    api_v3_key: &Bound<'_, PyAny>,
    nonce: &str,
    associated_data: &str,
    ciphertext: &str,
) -> PyResult<Bound<'py, PyBytes>> {
    let key = apiv3::api_v3_key(&text_of(api_v3_key, "api_v3_key")?).map_err(|error| raise(py, &error))?;
    let resource = serde_json::json!({"algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": associated_data, "ciphertext": ciphertext});
    protocol::open_resource(&[key], &resource).map(|plain| PyBytes::new(py, &plain)).map_err(|error| raise(py, &error))
}

/// Opens a sensitive field that was sealed to the merchant's certificate.
#[pyfunction]
fn open_sensitive(py: Python<'_>, private_key: &Bound<'_, PyAny>, sealed: &Bound<'_, PyAny>) -> PyResult<String> {
    protocol::open_sensitive(&signer(private_key)?, &text_of(sealed, "sealed")?).map_err(|error| raise(py, &error))
}

/// Seals a sensitive field to WeChat Pay's key. Name the same key in `Wechatpay-Serial`.
#[pyfunction]
fn seal_sensitive(py: Python<'_>, key: &Bound<'_, PyAny>, text: &Bound<'_, PyAny>) -> PyResult<String> {
    protocol::seal_sensitive(&public_key(key)?, &text_of(text, "text")?).map_err(|error| raise(py, &error))
}

/// A certificate's serial, and the first and last moment of its validity in Unix seconds.
#[pyfunction]
fn read_certificate(py: Python<'_>, pem: &Bound<'_, PyAny>) -> PyResult<(String, i64, i64)> {
    let certificate = apiv3::certificate(&text_of(pem, "pem")?).map_err(|error| raise(py, &error))?;
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
