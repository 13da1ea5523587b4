//! The forms in which things cross: JSON texts, bytes, and short lists of both.

use js_sys::{Array, Uint8Array};
use payscore::Error;
use payscore::ffi::webcrypto::{Check, Verdict};
use wasm_bindgen::JsValue;

/// An error on its way out: thrown as its JSON, made an exception by JavaScript.
pub struct Thrown(Error);

impl From<Error> for Thrown {
    fn from(error: Error) -> Thrown {
        Thrown(error)
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> JsValue {
        JsValue::from_str(&json(&thrown.0))
    }
}

pub(crate) fn json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

pub(crate) fn array<const N: usize>(parts: [JsValue; N]) -> Array {
    parts.into_iter().collect()
}

/// Each as serial, key, message, signature.
pub(crate) fn checks(checks: impl IntoIterator<Item = Check>) -> Array {
    let bytes = |bytes: &[u8]| Uint8Array::from(bytes).into();
    checks
        .into_iter()
        .map(|check| {
            JsValue::from(array([
                check.serial.as_str().into(),
                bytes(&check.spki),
                bytes(&check.message),
                bytes(&check.signature),
            ]))
        })
        .collect()
}

/// The check that JavaScript found to hold, if there was one.
pub(crate) fn held(serial: Option<String>, message: Option<Vec<u8>>, signature: Option<Vec<u8>>) -> Option<Verdict> {
    let check = Check { serial: serial?, spki: Vec::new(), message: message?, signature: signature? };
    Some(Verdict { check, holds: true })
}
