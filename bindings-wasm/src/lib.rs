//! Glue between JavaScript and core: JSON, bytes and named structures in, the same out. Only the merchant is an object
//! that lives here. A draft crosses in the form in which it is stored, with its moment and nonce, so that JavaScript
//! need not free anything. WebCrypto does the RSA: what it must do goes out, what it found comes back in. The glue
//! knows nothing about WeChat Pay.
#![allow(missing_docs)]

mod apiv3;
mod crossing;
mod errors;
mod merchant;
mod raw_bodies;

use crossing::{Thrown, to_json};
use payscore::ffi::{acquiring, json};
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
pub fn lifecycle(order: &str, deduction: &str, progress: &str, now: f64) -> Result<String, Thrown> {
    let order = json::json("the order", order)?;
    let deduction = json::json("the deduction", deduction)?;
    let progress = json::json("the progress", progress)?;
    Ok(to_json(&acquiring::lifecycle(&order, &deduction, &progress, json::moment(now)?)?))
}

#[wasm_bindgen]
pub fn later_reading(first: &str, second: &str) -> Result<String, Thrown> {
    let (first, second) = (json::json("the first reading", first)?, json::json("the second reading", second)?);
    Ok(to_json(&acquiring::later_reading(&first, &second)?))
}

#[wasm_bindgen]
pub fn read_order(order: &str) -> Result<String, Thrown> {
    Ok(to_json(&acquiring::order(&json::json("the order", order)?)?))
}

#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
