//! From Python: any value that JSON can say; what it cannot say is marked, so that core refuses it by name.

use crate::outgoing::raise;
use payscore::http::Headers;
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMapping, PyMemoryView, PyString, PyTuple};
use serde_json::{Map, Value, json};

/// Nesting beyond this is not JSON that WeChat Pay could take.
const DEPTH: usize = 32;

pub(crate) fn object(value: &Bound<'_, PyAny>) -> PyResult<Map<String, Value>> {
    match convert(value, 0)? {
        Value::Object(object) => Ok(object),
        _ => Err(PyTypeError::new_err(format!(
            "a mapping or one of Payscore's models is needed, not {}",
            value.get_type().name()?
        ))),
    }
}

pub(crate) fn optional_object(value: &Bound<'_, PyAny>) -> PyResult<Option<Map<String, Value>>> {
    if value.is_none() { Ok(None) } else { object(value).map(Some) }
}

pub(crate) fn any(value: &Bound<'_, PyAny>) -> PyResult<Value> {
    convert(value, 0)
}

fn convert(value: &Bound<'_, PyAny>, depth: usize) -> PyResult<Value> {
    if value.is_none() {
        return Ok(Value::Null);
    }
    if depth > DEPTH {
        return Ok(unsayable("deep"));
    }
    if let Ok(text) = value.cast::<PyString>() {
        return Ok(text.to_cow().map_or_else(|_| unsayable("surrogate"), |text| Value::String(text.into_owned())));
    }
    if let Ok(flag) = value.cast::<PyBool>() {
        return Ok(Value::Bool(flag.is_true()));
    }
    if value.is_instance_of::<PyInt>() {
        return Ok(value.extract::<i64>().map_or_else(|_| unsayable("big"), Value::from));
    }
    if let Ok(number) = value.cast::<PyFloat>() {
        return Ok(serde_json::Number::from_f64(number.value()).map_or_else(|| unsayable("nan"), Value::Number));
    }
    if let Ok(list) = value.cast::<PyList>() {
        return list.iter().map(|item| convert(&item, depth.saturating_add(1))).collect();
    }
    if let Ok(tuple) = value.cast::<PyTuple>() {
        return tuple.iter().map(|item| convert(&item, depth.saturating_add(1))).collect();
    }
    if let Ok(dict) = value.cast::<PyDict>() {
        return members(dict.iter(), depth);
    }
    if let Ok(fields) = value.getattr("__dataclass_fields__") {
        let mut out = Map::new();
        for name in fields.try_iter()? {
            let name: String = name?.extract()?;
            match convert(&value.getattr(name.as_str())?, depth.saturating_add(1))? {
                Value::Null => {}
                member => drop(out.insert(name, member)),
            }
        }
        return Ok(Value::Object(out));
    }
    if let Ok(mapping) = value.cast::<PyMapping>() {
        let pairs = mapping.items()?;
        let mut out = Vec::new();
        for pair in pairs.iter() {
            out.push(pair.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?);
        }
        return members(out.into_iter(), depth);
    }
    if value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() || value.is_instance_of::<PyMemoryView>() {
        let bytes: Vec<u8> = value.py().get_type::<PyBytes>().call1((value,))?.extract()?;
        return Ok(json!({ "$bytes": payscore::crypto::to_base64(&bytes) }));
    }
    // datetime and date: core decides what a zone, or its absence, means.
    if let Ok(text) = value.call_method0("isoformat") {
        return Ok(text.extract::<String>().map_or(Value::Null, Value::String));
    }
    Ok(unsayable(&value.get_type().name()?.to_string()))
}

fn members<'py>(pairs: impl Iterator<Item = (Bound<'py, PyAny>, Bound<'py, PyAny>)>, depth: usize) -> PyResult<Value> {
    let mut out = Map::new();
    for (name, value) in pairs {
        let name: String = name.extract().map_err(|_| PyTypeError::new_err("the names of members must be texts"))?;
        out.insert(name, convert(&value, depth.saturating_add(1))?);
    }
    Ok(Value::Object(out))
}

fn unsayable(what: &str) -> Value {
    json!({ "$payscore": what })
}

/// Headers from a mapping (also one with several values per name), or from pairs; names and values as text or bytes.
pub(crate) fn headers(given: &Bound<'_, PyAny>) -> PyResult<Headers> {
    let pairs = match given.getattr("multi_items") {
        Ok(multi) => multi.call0()?,
        Err(_) if given.hasattr("items")? => given.call_method0("items")?,
        Err(_) => given.clone(),
    };
    let mut out = Headers::new();
    for pair in pairs.try_iter()? {
        let (name, value) = pair?.extract::<(Bound<'_, PyAny>, Bound<'_, PyAny>)>()?;
        // WSGI's environ and ASGI's scope hold other things too: only texts and bytes can be headers.
        if let (Some(name), Some(value)) = (text(&name), text(&value)) {
            out = out.with(name, value);
        }
    }
    Ok(out)
}

fn text(value: &Bound<'_, PyAny>) -> Option<String> {
    match value.cast::<PyBytes>() {
        Ok(bytes) => Some(bytes.as_bytes().iter().map(|byte| char::from(*byte)).collect()),
        Err(_) => value.extract().ok(),
    }
}

/// The body's bytes as received; anything else is refused with the sentence that helps.
pub(crate) fn body_bytes(body: &Bound<'_, PyAny>, refusal: impl Fn(&str) -> payscore::Error) -> PyResult<Vec<u8>> {
    if body.is_none() {
        return Ok(Vec::new());
    }
    if body.is_instance_of::<PyBytes>() || body.is_instance_of::<PyByteArray>() || body.is_instance_of::<PyMemoryView>() {
        return body.py().get_type::<PyBytes>().call1((body,))?.extract();
    }
    let what = if body.is_instance_of::<PyString>() { "text" } else { "parsed JSON" };
    Err(raise(body.py(), &refusal(what)))
}
