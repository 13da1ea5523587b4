//! Errors that JavaScript detects. Each function returns the error to throw, as JSON.

use crate::crossing::{Thrown, json};
use payscore::ffi::door::{self, Host};
use payscore::host;
use wasm_bindgen::prelude::wasm_bindgen;

/// `what` is what was passed instead of bytes.
#[wasm_bindgen]
pub fn callback_not_bytes(what: &str) -> String {
    json(&door::callback_not_bytes(Host::JavaScript, what))
}

#[wasm_bindgen]
pub fn no_signing_key() -> String {
    json(&host::no_signing_key())
}

#[wasm_bindgen]
pub fn no_opening_key() -> String {
    json(&host::no_opening_key())
}

#[wasm_bindgen]
pub fn damaged_signing_key() -> String {
    json(&host::damaged_signing_key())
}

#[wasm_bindgen]
pub fn damaged_trusted_key(serial: &str) -> String {
    json(&host::damaged_trusted_key(serial))
}

/// The text that this JSON is. Otherwise it throws an error that names what `value` is instead.
#[wasm_bindgen]
pub fn text(what: &str, value: &str) -> Result<String, Thrown> {
    Ok(door::text(what, &door::json(what, value)?)?)
}
