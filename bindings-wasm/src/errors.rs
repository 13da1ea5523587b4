//! Errors that JavaScript detects. Each function returns the error to throw, as JSON.

use crate::crossing::{Thrown, to_json};
use crate::raw_bodies::RAW_CALLBACK;
use payscore::ffi::{json, webcrypto};
use wasm_bindgen::prelude::wasm_bindgen;

/// `what` is what was passed instead of bytes.
#[wasm_bindgen]
pub fn callback_not_bytes(what: &str) -> String {
    to_json(&json::callback_not_bytes(what, RAW_CALLBACK))
}

#[wasm_bindgen]
pub fn no_signing_key() -> String {
    to_json(&webcrypto::no_signing_key())
}

#[wasm_bindgen]
pub fn no_opening_key() -> String {
    to_json(&webcrypto::no_opening_key())
}

#[wasm_bindgen]
pub fn damaged_signing_key() -> String {
    to_json(&webcrypto::damaged_signing_key())
}

#[wasm_bindgen]
pub fn damaged_trusted_key(serial: &str) -> String {
    to_json(&webcrypto::damaged_trusted_key(serial))
}

/// The text that this JSON is. Otherwise it throws an error that names what `value` is instead.
#[wasm_bindgen]
pub fn text(what: &str, value: &str) -> Result<String, Thrown> {
    Ok(json::text(what, &json::json(what, value)?)?)
}
