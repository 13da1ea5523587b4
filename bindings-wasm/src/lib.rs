//! Glue between JavaScript and core: JSON and bytes in, JSON and bytes out. Only the merchant is an object here. A draft crosses as
//! what it is stored as, with its moment and nonce, so that nothing else has to be freed. RSA is WebCrypto's: what it is to do goes
//! out, what it found comes back in. No sentence about WeChat Pay stands here.
#![allow(missing_docs)]

mod apiv3;
mod crossing;
mod raw_bodies;

use crossing::{Thrown, array, checks, held, json};
use js_sys::{Array, Uint8Array};
use payscore::ffi::{self, json, webcrypto};
use payscore::http::Response;
use payscore::protocol::{AnyCall, AnyDraft};
use payscore::{Error, MerchantConfig};
use raw_bodies::{RAW_ANSWER, RAW_CALLBACK};
use wasm_bindgen::prelude::*;

const SETTINGS: &str = "the merchant's configuration";

#[wasm_bindgen]
pub struct Merchant(payscore::Merchant);

#[wasm_bindgen]
impl Merchant {
    #[wasm_bindgen(constructor)]
    pub fn new(config: &str) -> Result<Merchant, Thrown> {
        let config = json::object(SETTINGS, json::json(SETTINGS, config)?)?;
        Ok(Merchant(MerchantConfig::from_json(&config).and_then(payscore::Merchant::new)?))
    }

    #[wasm_bindgen(getter)]
    pub fn mchid(&self) -> String {
        self.0.account().mchid.clone()
    }

    /// PKCS#8 DER.
    pub fn signing_key(&self) -> Option<Vec<u8>> {
        webcrypto::signing_key(&self.0).map(|key| key.pkcs8().to_vec())
    }

    /// Its public half, SubjectPublicKeyInfo DER.
    pub fn signing_public_key(&self) -> Option<Vec<u8>> {
        webcrypto::signing_key(&self.0).map(|key| key.public_key().spki().to_vec())
    }

    /// Operation, stored form, message to sign, advice.
    pub fn draft(&self, operation: &str, params: &str, now: f64, nonce: &str) -> Result<Array, Thrown> {
        let request = json::request(&self.0, operation, json::json(operation, params)?)?;
        Ok(parts(&self.0.draft_json(request, json::moment(now)?, nonce)?))
    }

    /// The same of a stored draft.
    pub fn resume(&self, stored: &[u8], now: f64, nonce: &str) -> Result<Array, Thrown> {
        Ok(parts(&self.0.resume(stored, json::moment(now)?, nonce)?))
    }

    /// Method, URL, headers, body.
    pub fn finish(&self, stored: &[u8], timestamp: f64, nonce: &str, signature: &[u8]) -> Result<Array, Thrown> {
        let call: AnyCall = self.0.resume(stored, json::moment(timestamp)?, nonce)?.finish(signature)?;
        let request = call.request();
        let headers: serde_json::Map<_, _> =
            request.headers.iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        let body = request.body.as_deref().map_or(JsValue::UNDEFINED, |body| Uint8Array::from(body).into());
        Ok(array([request.method.as_str().into(), request.url.as_str().into(), json(&headers).into(), body]))
    }

    /// Serial and key (SubjectPublicKeyInfo DER) of each key it trusts.
    pub fn trusted_keys(&self) -> Array {
        let keys = self.0.account().trust.iter();
        keys.map(|key| JsValue::from(array([key.serial.as_str().into(), Uint8Array::from(key.der.spki()).into()]))).collect()
    }

    pub fn to_verify(&self, headers_: &str, body: &[u8], now: f64) -> Result<Array, Thrown> {
        Ok(checks(webcrypto::to_verify(&self.0.account().trust, &json::headers(headers_)?, body, json::moment(now)?)))
    }

    /// The same of the answer to a draft, which may bring keys of its own.
    pub fn to_verify_answer(&self, stored: &[u8], headers_: &str, body: &[u8], now: f64) -> Result<Array, Thrown> {
        let draft = self.taken_up(stored)?;
        let trust = webcrypto::answer_trust(&draft, body, json::moment(now)?);
        Ok(checks(webcrypto::to_verify(&trust, &json::answer_headers(&draft, headers_)?, body, json::moment(now)?)))
    }

    pub fn again(&self, stored: &[u8], settled: &str, now: f64, nonce: &str) -> Result<Array, Thrown> {
        Ok(parts(&json::again(
            &self.0,
            &self.taken_up(stored)?,
            &json::json("the settlement", settled)?,
            json::moment(now)?,
            nonce,
        )?))
    }

    pub fn to_explain(&self, headers_: &str, body: &[u8], now: f64) -> Result<Array, Thrown> {
        Ok(checks(webcrypto::to_explain(&self.0.account().trust, &json::headers(headers_)?, body, json::moment(now)?)))
    }

    /// The reply. `serial`, `message` and `signature` are the check that held.
    #[allow(clippy::too_many_arguments, reason = "one crossing per answer")]
    pub fn read(
        &self,
        stored: &[u8],
        status: &str,
        headers_: &str,
        body: Vec<u8>,
        now: f64,
        serial: Option<String>,
        message: Option<Vec<u8>>,
        signature: Option<Vec<u8>>,
    ) -> Result<String, Thrown> {
        let draft = self.taken_up(stored)?;
        let status = json::status(&draft, &json::json("the status", status)?)?;
        let response = Response::new(status, json::answer_headers(&draft, headers_)?, body);
        let verdict = held(serial, message, signature);
        let reply = webcrypto::read_any(&draft, &response, json::moment(now)?, verdict.as_ref())?;
        Ok(json(&reply))
    }

    #[allow(clippy::too_many_arguments, reason = "one crossing per callback")]
    pub fn read_notification(
        &self,
        headers_: &str,
        body: &[u8],
        now: f64,
        serial: Option<String>,
        message: Option<Vec<u8>>,
        signature: Option<Vec<u8>>,
    ) -> Result<String, Thrown> {
        let verdict = held(serial, message, signature);
        let event = webcrypto::read_notification(&self.0, &json::headers(headers_)?, body, json::moment(now)?, verdict.as_ref())?;
        Ok(json(&event))
    }

    /// The error to throw, not thrown.
    pub fn lost(&self, stored: &[u8], sent: bool, reason: &str) -> Result<String, Thrown> {
        Ok(json(&json::lost(&self.taken_up(stored)?, sent, reason)))
    }

    /// The error to throw, not thrown.
    pub fn answer_not_bytes(&self, stored: &[u8], what: &str) -> Result<String, Thrown> {
        Ok(json(&json::answer_not_bytes(&self.taken_up(stored)?, what, RAW_ANSWER)))
    }

    pub fn settle(&self, stored: &[u8], evidence: &str, deduction: &str, now: f64) -> Result<String, Thrown> {
        let (evidence, deduction) = (json::json("the evidence", evidence)?, json::json("the deduction", deduction)?);
        Ok(json(&ffi::settle(&self.taken_up(stored)?, &evidence, &deduction, json::moment(now)?)?))
    }

    pub fn compute(&self, function: &str, params: &str, now: f64, nonce: &str) -> Result<String, Thrown> {
        let params = json::object(function, json::json(function, params)?)?;
        Ok(json(&self.0.compute_json(function, &params, json::moment(now)?, nonce)?))
    }

    /// Key and bytes to seal.
    pub fn to_seal(&self, text: &str) -> Result<Array, Thrown> {
        let sealing = webcrypto::to_seal(webcrypto::sealing_key(&self.0)?, text)?;
        Ok(array([Uint8Array::from(sealing.spki.as_slice()).into(), Uint8Array::from(sealing.text.as_slice()).into()]))
    }
}

impl Merchant {
    /// A draft whose moment and nonce no longer matter.
    fn taken_up(&self, stored: &[u8]) -> Result<AnyDraft, Error> {
        self.0.resume(stored, json::moment(0.0)?, "0")
    }
}

fn parts(draft: &AnyDraft) -> Array {
    let (stored, message) = (draft.to_bytes(), draft.message());
    array([
        draft.operation().name.into(),
        Uint8Array::from(stored.as_slice()).into(),
        Uint8Array::from(message.as_slice()).into(),
        json(&draft.advice()).into(),
    ])
}

#[wasm_bindgen]
pub fn lifecycle(order: &str, deduction: &str, progress: &str, now: f64) -> Result<String, Thrown> {
    let order = json::json("the order", order)?;
    let deduction = json::json("the deduction", deduction)?;
    let progress = json::json("the progress", progress)?;
    Ok(json(&json::lifecycle(&order, &deduction, &progress, json::moment(now)?)?))
}

#[wasm_bindgen]
pub fn later_reading(first: &str, second: &str) -> Result<String, Thrown> {
    Ok(json(&json::later_reading(&json::json("the first reading", first)?, &json::json("the second reading", second)?)?))
}

#[wasm_bindgen]
pub fn read_order(order: &str) -> Result<String, Thrown> {
    Ok(json(&json::order(&json::json("the order", order)?)?))
}

/// The error to throw, not thrown.
#[wasm_bindgen]
pub fn callback_not_bytes(what: &str) -> String {
    json(&json::callback_not_bytes(what, RAW_CALLBACK))
}

/// What to throw when a key is missing or WebCrypto cannot take it.
#[wasm_bindgen]
pub fn key_problem(problem: &str, serial: &str) -> String {
    json(&match problem {
        "no_signing_key" => webcrypto::no_signing_key(),
        "no_opening_key" => webcrypto::no_opening_key(),
        "damaged_signing_key" => webcrypto::damaged_signing_key(),
        _ => webcrypto::damaged_trusted_key(serial),
    })
}

#[wasm_bindgen]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}
