//! From Python to core: values as JSON, headers, bytes. What JSON cannot express is marked, so that core refuses it by
//! name.

use crate::outgoing::to_exception;
use payscore::ffi::json;
use payscore::http::Headers;
use payscore::schema::marks::{bytes, escaped, unsayable};
use payscore::time::Timestamp;
use pyo3::prelude::{
    Bound, PyAny, PyAnyMethods, PyDictMethods, PyListMethods, PyMappingMethods, PyResult, PyStringMethods,
    PyTupleMethods, PyTypeMethods, Python,
};
use pyo3::types::{
    PyBool, PyBoolMethods, PyByteArray, PyBytes, PyDict, PyFloat, PyFloatMethods, PyInt, PyList, PyMapping,
    PyMemoryView, PyString, PyTuple, PyType,
};
use serde_json::{Map, Value};

/// Values that are nested more deeply are refused.
const DEPTH: usize = 32;

/// At most this many values are examined. One that stands in several places counts in each.
const BUDGET: usize = 1_000_000;

/// The members of a mapping or model. `name` and `pointer` say where it stands, for the error when it is neither.
pub(crate) fn object(name: &str, pointer: &str, value: &Bound<'_, PyAny>) -> PyResult<Map<String, Value>> {
    json::object_at(name, pointer, to_json(value)?).map_err(|error| to_exception(value.py(), &error))
}

/// Any value as JSON.
pub(crate) fn to_json(value: &Bound<'_, PyAny>) -> PyResult<Value> {
    Crossing { within: Vec::new(), left: BUDGET }.convert(value)
}

/// An argument that must be a text. Nothing of another value is shown: it may be a secret.
pub(crate) fn text_argument(value: &Bound<'_, PyAny>, name: &str) -> PyResult<String> {
    json::text(name, &to_json(value)?).map_err(|error| to_exception(value.py(), &error))
}

/// An argument that must be bytes, or `None` for no bytes.
pub(crate) fn bytes_argument(value: &Bound<'_, PyAny>, name: &str) -> PyResult<Vec<u8>> {
    json::bytes(name, &to_json(value)?).map_err(|error| to_exception(value.py(), &error))
}

/// The moment that the merchant's clock gave, in Unix seconds.
pub(crate) fn moment(py: Python<'_>, now: f64) -> PyResult<Timestamp> {
    json::moment(now).map_err(|error| to_exception(py, &error))
}

/// Bytes, or a text as UTF-8. Anything else becomes empty: core's error then says what is needed.
pub(crate) fn text_or_bytes(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    if is_bytes(value) {
        return bytes_of(value);
    }
    Ok(value.extract::<String>().map(String::into_bytes).unwrap_or_default())
}

/// The conversion of one value: the objects around the current place, and how many more values may be examined.
struct Crossing {
    within: Vec<usize>,
    left: usize,
}

impl Crossing {
    fn convert(&mut self, value: &Bound<'_, PyAny>) -> PyResult<Value> {
        let Some(left) = self.left.checked_sub(1) else { return Ok(unsayable("large")) };
        self.left = left;
        if value.is_none() {
            return Ok(Value::Null);
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
        if is_bytes(value) {
            return Ok(bytes(&bytes_of(value)?));
        }
        if value.is_instance_of::<PyType>() {
            return mark_by_type(value);
        }
        let here = value.as_ptr() as usize;
        if self.within.len() >= DEPTH || self.within.contains(&here) {
            return Ok(unsayable("deep"));
        }
        self.within.push(here);
        let made = self.convert_composed(value);
        self.within.pop();
        made
    }

    /// A value that holds others, or one of a type that JSON has not.
    fn convert_composed(&mut self, value: &Bound<'_, PyAny>) -> PyResult<Value> {
        if let Ok(list) = value.cast::<PyList>() {
            return if list.len() > self.left {
                Ok(unsayable("large"))
            } else {
                list.iter().map(|item| self.convert(&item)).collect()
            };
        }
        if let Ok(tuple) = value.cast::<PyTuple>() {
            return if tuple.len() > self.left {
                Ok(unsayable("large"))
            } else {
                tuple.iter().map(|item| self.convert(&item)).collect()
            };
        }
        if let Ok(dict) = value.cast::<PyDict>() {
            return self.members(dict.iter());
        }
        if let Ok(fields) = value.getattr("__dataclass_fields__").or_else(|_| value.getattr("__payscore_fields__")) {
            let mut out = Map::new();
            for name in fields.try_iter()? {
                let name: String = name?.extract()?;
                match self.convert(&value.getattr(name.as_str())?)? {
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
            return self.members(out.into_iter());
        }
        // Whole numbers of other types, such as numpy's.
        if let Ok(whole) = value.call_method0("__index__") {
            return Ok(whole.extract::<i64>().map_or_else(|_| unsayable("big"), Value::from));
        }
        // datetime and date. Core decides what a zone, or its absence, means.
        match value.call_method0("isoformat").and_then(|text| text.extract::<String>()) {
            Ok(text) => Ok(Value::String(text)),
            Err(_) => mark_by_type(value),
        }
    }

    fn members<'py>(&mut self, pairs: impl Iterator<Item = (Bound<'py, PyAny>, Bound<'py, PyAny>)>) -> PyResult<Value> {
        let mut out = Map::new();
        for (name, value) in pairs {
            let (name, value) = match name.extract::<String>() {
                Ok(name) => (escaped(&name).into_owned(), self.convert(&value)?),
                Err(_) => ("\u{fffd}".to_owned(), unsayable("name")),
            };
            out.insert(name, value);
        }
        Ok(Value::Object(out))
    }
}

/// The mark of a value that JSON cannot express: the name of its type.
fn mark_by_type(value: &Bound<'_, PyAny>) -> PyResult<Value> {
    Ok(unsayable(&value.get_type().name()?.to_string()))
}

fn is_bytes(value: &Bound<'_, PyAny>) -> bool {
    value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() || value.is_instance_of::<PyMemoryView>()
}

fn bytes_of(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    value.py().get_type::<PyBytes>().call1((value,))?.extract()
}

/// Headers from a mapping (also one with several values for a name) or from pairs, as texts or bytes. Whatever is no
/// header is skipped: core then names the header that is missing.
pub(crate) fn headers(source: &Bound<'_, PyAny>) -> PyResult<Headers> {
    let pairs = match source.getattr("multi_items") {
        Ok(multi) => multi.call0()?,
        Err(_) if source.hasattr("items")? => source.call_method0("items")?,
        Err(_) => source.clone(),
    };
    let mut out = Headers::new();
    if pairs.is_instance_of::<PyString>() || is_bytes(&pairs) {
        return Ok(out);
    }
    let Ok(pairs) = pairs.try_iter() else { return Ok(out) };
    for pair in pairs {
        let Some((name, value)) = items_of_pair(&pair?) else { continue };
        // WSGI's environ and ASGI's scope also hold other things.
        let Some(name) = header_text(&name) else { continue };
        if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
            for single_value in value.try_iter()? {
                if let Some(single_value) = header_text(&single_value?) {
                    out = out.with(name.clone(), single_value);
                }
            }
        } else if let Some(value) = header_text(&value) {
            out = out.with(name, value);
        }
    }
    Ok(out)
}

/// The two items of a pair. ASGI servers use tuples or lists.
fn items_of_pair<'py>(pair: &Bound<'py, PyAny>) -> Option<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
    let is_pair = (pair.is_instance_of::<PyTuple>() || pair.is_instance_of::<PyList>()) && pair.len().ok()? == 2;
    if is_pair { Some((pair.get_item(0).ok()?, pair.get_item(1).ok()?)) } else { None }
}

/// The name or value of a header. Bytes are Latin-1, as HTTP has it.
fn header_text(value: &Bound<'_, PyAny>) -> Option<String> {
    if is_bytes(value) {
        return Some(bytes_of(value).ok()?.iter().map(|byte| char::from(*byte)).collect());
    }
    if value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>() {
        return value.extract::<i64>().ok().map(|number| number.to_string());
    }
    value.extract().ok()
}

/// The body's bytes as received. `refusal` makes the error for anything else, from what it is.
pub(crate) fn body_bytes(body: &Bound<'_, PyAny>, refusal: impl Fn(&str) -> payscore::Error) -> PyResult<Vec<u8>> {
    if body.is_none() {
        return Ok(Vec::new());
    }
    let refuse = |found: &str| Err(to_exception(body.py(), &refusal(found)));
    if is_bytes(body) {
        return bytes_of(body).or_else(|_| refuse("bytes that were released"));
    }
    if body.is_instance_of::<PyString>() {
        return refuse("text");
    }
    if body.is_instance_of::<PyDict>() || body.is_instance_of::<PyList>() {
        return refuse("parsed JSON");
    }
    refuse(&format!("a value of type {}", body.get_type().name()?))
}
