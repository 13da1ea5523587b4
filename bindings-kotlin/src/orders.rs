//! Functions of orders that need no merchant, and JSON text.

use crate::failure::Failure;
use crate::messages::moment;
use crate::value::{Value, to_value};
use payscore::ffi::{acquiring, json};
use serde_json::Value as Json;

/// Where an order stands. `order`: an order that was read, or its text; `deduction` and `progress` may be null.
#[uniffi::export]
pub fn lifecycle(order: Value, deduction: Value, progress: Value, now: i64) -> Result<Value, Failure> {
    Ok(to_value(&acquiring::lifecycle(&order.into(), &deduction.into(), &progress.into(), moment(now)?)?))
}

#[uniffi::export]
pub fn later_reading(first: Value, second: Value) -> Result<Value, Failure> {
    Ok(to_value(&acquiring::later_reading(&first.into(), &second.into())?))
}

#[uniffi::export]
pub fn read_order(stored: Value) -> Result<Value, Failure> {
    Ok(to_value(&acquiring::order(&stored.into())?))
}

/// JSON text as Kotlin's values.
#[uniffi::export]
pub fn parse_json(text: String) -> Result<Value, Failure> {
    Ok(json::json("the text", &text)?.into())
}

/// Kotlin's values as JSON text.
#[uniffi::export]
pub fn write_json(value: Value) -> String {
    Json::from(value).to_string()
}
