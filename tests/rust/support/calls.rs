//! Calls by name, from JSON, as a host makes them.

use crate::clock::{NONCE, now};
use payscore::error::Error;
use payscore::ffi::json;
use payscore::protocol::{AnyCall, AnyDraft};
use payscore::{JsonRequest, Merchant};
use serde_json::{Map, Value};

/// A draft from the parameters as a host passes them: `extra` and `order` among them.
pub fn draft(merchant: &Merchant, operation: &str, params: Value) -> Result<AnyDraft, Error> {
    merchant.draft_json(json::request(merchant, operation, params)?, now(), NONCE)
}

/// A draft from parameters, extra members and an order, each an object or null.
pub fn draft_of(
    merchant: &Merchant,
    operation: &str,
    params: Value,
    extra: Value,
    order: Value,
) -> Result<AnyDraft, Error> {
    let object = |value: Value| value.as_object().cloned();
    let [params, extra] = [params, extra].map(|value| object(value).unwrap_or_else(Map::new));
    merchant.draft_json(JsonRequest { operation, params, extra, order: object(order) }, now(), NONCE)
}

/// A signed call, or why there is none.
pub fn try_call(merchant: &Merchant, operation: &str, params: Value) -> Result<AnyCall, Error> {
    merchant.finish(draft_of(merchant, operation, params, Value::Null, Value::Null)?)
}

/// A signed call.
pub fn call(merchant: &Merchant, operation: &str, params: Value) -> AnyCall {
    try_call(merchant, operation, params).unwrap()
}
