//! The protocol's single steps. Only `payscore.apiv3` calls these; their documentation stands there.

use crate::incoming::{body_bytes, bytes_argument, object, text_argument};
use crate::outgoing::to_exception;
use crate::raw_bodies::RAW_CALLBACK;
use payscore::crypto::{sha1, sha256, to_hex};
use payscore::ffi::{apiv3, json};
use payscore::protocol;
use pyo3::exceptions::PyValueError;
use pyo3::prelude::{Bound, PyAny, PyModule, PyModuleMethods, PyResult, Python, pyfunction};
use pyo3::types::PyBytes;
use pyo3::wrap_pyfunction;
use serde_json::Value;

#[pyfunction]
fn request_message<'py>(
    py: Python<'py>,
    method: &Bound<'_, PyAny>,
    target: &Bound<'_, PyAny>,
    timestamp: f64,
    nonce: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
) -> PyResult<Bound<'py, PyBytes>> {
    let (method, target) = (text_argument(method, "method")?, text_argument(target, "target")?);
    let (nonce, body) = (text_argument(nonce, "nonce")?, bytes_argument(body, "body")?);
    let timestamp = json::moment(timestamp).map_err(|error| to_exception(py, &error))?;
    Ok(PyBytes::new(py, &protocol::request_message(&method, &target, timestamp.unix(), &nonce, &body)))
}

#[pyfunction]
fn response_message<'py>(
    py: Python<'py>,
    timestamp: &Bound<'_, PyAny>,
    nonce: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
) -> PyResult<Bound<'py, PyBytes>> {
    let (timestamp, nonce) = (text_argument(timestamp, "timestamp")?, text_argument(nonce, "nonce")?);
    Ok(PyBytes::new(py, &protocol::response_message(&timestamp, &nonce, &bytes_argument(body, "body")?)))
}

#[pyfunction]
fn sign(py: Python<'_>, private_key: &Bound<'_, PyAny>, message: &Bound<'_, PyAny>) -> PyResult<String> {
    let (key, message) = (text_argument(private_key, "private_key")?, bytes_argument(message, "message")?);
    py.detach(|| apiv3::sign(&key, &message)).map_err(|error| to_exception(py, &error))
}

#[pyfunction]
fn authorization(
    py: Python<'_>,
    mchid: &Bound<'_, PyAny>,
    serial_no: &Bound<'_, PyAny>,
    timestamp: f64,
    nonce: &Bound<'_, PyAny>,
    signature: &Bound<'_, PyAny>,
) -> PyResult<String> {
    let (mchid, serial_no) = (text_argument(mchid, "mchid")?, text_argument(serial_no, "serial_no")?);
    let (nonce, signature) = (text_argument(nonce, "nonce")?, text_argument(signature, "signature")?);
    json::moment(timestamp)
        .and_then(|timestamp| apiv3::authorization(&mchid, &serial_no, timestamp, &nonce, &signature))
        .map_err(|error| to_exception(py, &error))
}

#[pyfunction]
fn verify(
    py: Python<'_>,
    keys: &Bound<'_, PyAny>,
    headers: &Bound<'_, PyAny>,
    body: &Bound<'_, PyAny>,
    now: f64,
) -> PyResult<String> {
    let keys = Value::Object(object("the keys", "", keys)?);
    let headers = crate::incoming::headers(headers)?;
    let body = body_bytes(body, |found| json::callback_not_bytes(found, RAW_CALLBACK))?;
    let verified = py.detach(|| protocol::verify(&apiv3::trust(&keys)?, &headers, &body, json::moment(now)?));
    verified.map_err(|error| to_exception(py, &error))
}

#[pyfunction]
fn signature_holds(
    py: Python<'_>,
    key: &Bound<'_, PyAny>,
    message: &Bound<'_, PyAny>,
    signature: &Bound<'_, PyAny>,
) -> PyResult<bool> {
    let (key, message) = (text_argument(key, "key")?, bytes_argument(message, "message")?);
    let signature = text_argument(signature, "signature")?;
    apiv3::signature_holds(&key, &message, &signature).map_err(|error| to_exception(py, &error))
}

#[pyfunction]
fn open_resource<'py>(
    py: Python<'py>,
    api_v3_key: &Bound<'_, PyAny>,
    nonce: &Bound<'_, PyAny>,
    associated_data: &Bound<'_, PyAny>,
    ciphertext: &Bound<'_, PyAny>,
) -> PyResult<Bound<'py, PyBytes>> {
    let (key, nonce) = (text_argument(api_v3_key, "api_v3_key")?, text_argument(nonce, "nonce")?);
    let associated_data = text_argument(associated_data, "associated_data")?;
    let ciphertext = text_argument(ciphertext, "ciphertext")?;
    let opened = apiv3::open_resource(&key, &nonce, &associated_data, &ciphertext);
    opened.map(|plain| PyBytes::new(py, &plain)).map_err(|error| to_exception(py, &error))
}

#[pyfunction]
fn open_sensitive(py: Python<'_>, private_key: &Bound<'_, PyAny>, sealed: &Bound<'_, PyAny>) -> PyResult<String> {
    let (key, sealed) = (text_argument(private_key, "private_key")?, text_argument(sealed, "sealed")?);
    let opened = apiv3::signing_key(&key).and_then(|key| protocol::open_sensitive(&key, &sealed));
    opened.map_err(|error| to_exception(py, &error))
}

#[pyfunction]
fn seal_sensitive(py: Python<'_>, key: &Bound<'_, PyAny>, text: &Bound<'_, PyAny>) -> PyResult<String> {
    let (key, text) = (text_argument(key, "key")?, text_argument(text, "text")?);
    let sealed = apiv3::public_key(&key).and_then(|key| protocol::seal_sensitive(&key, &text));
    sealed.map_err(|error| to_exception(py, &error))
}

/// Its serial, and the first and last moment of its validity in Unix seconds.
#[pyfunction]
fn read_certificate(py: Python<'_>, pem: &Bound<'_, PyAny>) -> PyResult<(String, i64, i64)> {
    let certificate = apiv3::certificate(&text_argument(pem, "pem")?).map_err(|error| to_exception(py, &error))?;
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
