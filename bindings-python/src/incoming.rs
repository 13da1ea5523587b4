//! From Python: any value that JSON can say; what it cannot say is marked, so that core refuses it by name.

use crate::outgoing::raise;
use payscore::http::Headers;
use payscore::schema::marks::{bytes, escaped, unsayable};
use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{
    PyBool, PyByteArray, PyBytes, PyDict, PyFloat, PyInt, PyList, PyMapping, PyMemoryView, PyString, PyTuple, PyType,
};
use serde_json::{Map, Value};

/// Nesting beyond this is not JSON that WeChat Pay could take.
const DEPTH: usize = 32;

/// So many values are looked at and no more: one that stands in many places counts at each, as it would be written at each.
const BUDGET: usize = 1_000_000;

pub(crate) fn object(value: &Bound<'_, PyAny>) -> PyResult<Map<String, Value>> {
    match any(value)? {
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
    Crossing { within: Vec::new(), left: BUDGET }.convert(value)
}

/// A text that an argument must be. What cannot be read of it is not shown: it may be a secret.
pub(crate) fn text_of(value: &Bound<'_, PyAny>, what: &str) -> PyResult<String> {
    let Ok(text) = value.cast::<PyString>() else {
        let found = value.get_type().name()?;
        return Err(PyTypeError::new_err(format!("{what} must be a text, not {found}")));
    };
    let text = text.to_cow().map(std::borrow::Cow::into_owned);
    text.map_err(|_| PyTypeError::new_err(format!("{what} must not hold a lone surrogate")))
}

/// One value on its way: the objects that it stands in, and how many more may be looked at.
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
            return named(value);
        }
        let here = value.as_ptr() as usize;
        if self.within.len() >= DEPTH || self.within.contains(&here) {
            return Ok(unsayable("deep"));
        }
        self.within.push(here);
        let made = self.composed(value);
        self.within.pop();
        made
    }

    /// What is made of other values, or of nothing that JSON knows.
    fn composed(&mut self, value: &Bound<'_, PyAny>) -> PyResult<Value> {
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
        // Whole numbers of other makes, such as numpy's.
        if let Ok(whole) = value.call_method0("__index__") {
            return Ok(whole.extract::<i64>().map_or_else(|_| unsayable("big"), Value::from));
        }
        // datetime and date: core decides what a zone, or its absence, means.
        match value.call_method0("isoformat").and_then(|text| text.extract::<String>()) {
            Ok(text) => Ok(Value::String(text)),
            Err(_) => named(value),
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

fn named(value: &Bound<'_, PyAny>) -> PyResult<Value> {
    Ok(unsayable(&value.get_type().name()?.to_string()))
}

fn is_bytes(value: &Bound<'_, PyAny>) -> bool {
    value.is_instance_of::<PyBytes>() || value.is_instance_of::<PyByteArray>() || value.is_instance_of::<PyMemoryView>()
}

fn bytes_of(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
    value.py().get_type::<PyBytes>().call1((value,))?.extract()
}

/// Headers from a mapping (also one with several values per name), or from pairs; names and values as text or bytes. What is no
/// header is passed over: core names the header that is missing then.
pub(crate) fn headers(given: &Bound<'_, PyAny>) -> PyResult<Headers> {
    let pairs = match given.getattr("multi_items") {
        Ok(multi) => multi.call0()?,
        Err(_) if given.hasattr("items")? => given.call_method0("items")?,
        Err(_) => given.clone(),
    };
    let mut out = Headers::new();
    if pairs.is_instance_of::<PyString>() || is_bytes(&pairs) {
        return Ok(out);
    }
    let Ok(pairs) = pairs.try_iter() else { return Ok(out) };
    for pair in pairs {
        let Some((name, value)) = two(&pair?) else { continue };
        // WSGI's environ and ASGI's scope hold other things, too.
        let Some(name) = text(&name) else { continue };
        if value.is_instance_of::<PyList>() || value.is_instance_of::<PyTuple>() {
            for one in value.try_iter()? {
                if let Some(one) = text(&one?) {
                    out = out.with(name.clone(), one);
                }
            }
        } else if let Some(value) = text(&value) {
            out = out.with(name, value);
        }
    }
    Ok(out)
}

/// The two items of a tuple or list: ASGI servers give either.
fn two<'py>(pair: &Bound<'py, PyAny>) -> Option<(Bound<'py, PyAny>, Bound<'py, PyAny>)> {
    let is_pair = (pair.is_instance_of::<PyTuple>() || pair.is_instance_of::<PyList>()) && pair.len().ok()? == 2;
    if is_pair { Some((pair.get_item(0).ok()?, pair.get_item(1).ok()?)) } else { None }
}

fn text(value: &Bound<'_, PyAny>) -> Option<String> {
    if is_bytes(value) {
        return Some(bytes_of(value).ok()?.iter().map(|byte| char::from(*byte)).collect());
    }
    if value.is_instance_of::<PyInt>() && !value.is_instance_of::<PyBool>() {
        return value.extract::<i64>().ok().map(|number| number.to_string());
    }
    value.extract().ok()
}

/// The body's bytes as received; anything else is refused with the sentence that helps.
pub(crate) fn body_bytes(body: &Bound<'_, PyAny>, refusal: impl Fn(&str) -> payscore::Error) -> PyResult<Vec<u8>> {
    if body.is_none() {
        return Ok(Vec::new());
    }
    let refuse = |what: &str| Err(raise(body.py(), &refusal(what)));
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
