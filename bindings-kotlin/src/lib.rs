//! Glue between Kotlin and core: values in, values out. No sentence about WeChat Pay stands here.
//!
//! Only the merchant is an object on the other side. Drafts and calls cross as what they are: the stored form of the draft, its
//! moment and its nonce. Each crossing has one record in and one out, because every argument of its own costs one more crossing.
#![allow(missing_docs, unused_qualifications)]

mod apiv3;
mod raw_bodies;
mod value;

use payscore::error::Error;
use payscore::ffi::{self, json, text};
use payscore::http::{Headers, Response};
use payscore::protocol::{AnyCall, AnyDraft};
use payscore::time::Timestamp;
use payscore::{JsonRequest, MerchantConfig};
use raw_bodies::{RAW_ANSWER, RAW_CALLBACK};
use serde_json::{Map, Value as Json};
use std::fmt;
use std::sync::Arc;
use value::{Value, out};

uniffi::setup_scaffolding!();

/// What goes wrong on a crossing.
#[derive(uniffi::Error)]
pub enum Failure {
    /// Core's error, in its JSON form.
    Refused { error: Value },
    /// Something that no error of core is about: a key or a text that cannot be read.
    Argument { detail: String },
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Refused { error: out(&error) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Failure")
    }
}

impl std::error::Error for Failure {}

pub(crate) fn argument(detail: impl fmt::Display) -> Failure {
    Failure::Argument { detail: detail.to_string() }
}

/// An operation that is asked for. `json` stands in the place of `params` at the JSON door.
#[derive(uniffi::Record)]
pub struct Ask {
    operation: String,
    params: Value,
    json: Option<String>,
    extra: Value,
    order: Value,
    now: i64,
    nonce: String,
}

/// A draft on the other side.
#[derive(uniffi::Record)]
pub struct Stored {
    draft: Vec<u8>,
    timestamp: i64,
    nonce: String,
}

#[derive(uniffi::Record)]
pub struct DraftParts {
    operation: String,
    stored: Vec<u8>,
    message: Vec<u8>,
    advice: Value,
}

#[derive(uniffi::Record)]
pub struct CallParts {
    draft: DraftParts,
    method: String,
    url: String,
    headers: Vec<Header>,
    body: Option<Vec<u8>>,
}

#[derive(uniffi::Record)]
pub struct Header {
    name: String,
    value: String,
}

/// What came from WeChat Pay: an answer, or a callback (whose status means nothing).
#[derive(uniffi::Record)]
pub struct Received {
    status: i32,
    headers: Vec<Header>,
    body: Vec<u8>,
    now: i64,
}

#[derive(uniffi::Object)]
pub struct Merchant(payscore::Merchant);

#[uniffi::export]
impl Merchant {
    #[uniffi::constructor]
    pub fn new(config: Value) -> Result<Arc<Merchant>, Failure> {
        let config = MerchantConfig::from_json(&object(config))?;
        Ok(Arc::new(Merchant(payscore::Merchant::new(config)?)))
    }

    /// The signed call, in one crossing.
    pub fn call(&self, ask: Ask) -> Result<CallParts, Failure> {
        Ok(call_parts(&self.0.finish(self.asked(ask)?)?))
    }

    pub fn draft(&self, ask: Ask) -> Result<DraftParts, Failure> {
        Ok(draft_parts(&self.asked(ask)?))
    }

    pub fn resume(&self, stored: Stored) -> Result<DraftParts, Failure> {
        Ok(draft_parts(&self.taken(&stored)?))
    }

    pub fn sign(&self, stored: Stored) -> Result<CallParts, Failure> {
        Ok(call_parts(&self.0.finish(self.taken(&stored)?)?))
    }

    /// `signature`: the raw bytes or their Base64.
    pub fn finish(&self, stored: Stored, signature: Vec<u8>) -> Result<CallParts, Failure> {
        Ok(call_parts(&self.taken(&stored)?.finish(&signature)?))
    }

    pub fn read(&self, stored: Stored, answer: Received) -> Result<Value, Failure> {
        let draft = self.taken(&stored)?;
        let status = json::status(&draft, &answer.status.into())?;
        let (mut response, now) = received(answer)?;
        response.status = status;
        Ok(out(&json::read(&draft, &response, now)?))
    }

    /// The error to throw.
    pub fn lost(&self, stored: Stored, sent: bool, reason: String) -> Result<Value, Failure> {
        Ok(out(&json::lost(&self.taken(&stored)?, sent, &reason)))
    }

    /// The error to throw when the answer to a draft was passed as something else than bytes.
    pub fn answer_not_bytes(&self, stored: Stored, what: String) -> Result<Value, Failure> {
        Ok(out(&json::answer_not_bytes(&self.taken(&stored)?, &what, RAW_ANSWER)))
    }

    pub fn settle(&self, stored: Stored, evidence: Value, deduction: Value, now: i64) -> Result<Value, Failure> {
        Ok(out(&ffi::settle(&self.taken(&stored)?, &evidence.into(), &deduction.into(), moment(now)?)?))
    }

    /// The identical request once more, for the other address. `owner`: whose draft it is.
    pub fn again(
        &self,
        owner: Arc<Merchant>,
        lost: Stored,
        settled: Value,
        now: i64,
        nonce: String,
    ) -> Result<DraftParts, Failure> {
        let again = json::again(&self.0, &owner.taken(&lost)?, &settled.into(), moment(now)?, &nonce)?;
        Ok(draft_parts(&again))
    }

    /// Refuses a call of another merchant number.
    pub fn take_over(&self, owner: Arc<Merchant>, call: Stored) -> Result<(), Failure> {
        json::take_over(&self.0, &owner.taken(&call)?)?;
        Ok(())
    }

    pub fn seal_sensitive(&self, text: String) -> Result<String, Failure> {
        Ok(self.0.seal_sensitive(&text)?)
    }

    pub fn open_sensitive(&self, sealed: String) -> Result<String, Failure> {
        Ok(self.0.open_sensitive(&sealed)?)
    }

    pub fn read_notification(&self, callback: Received) -> Result<Value, Failure> {
        let (message, now) = received(callback)?;
        Ok(out(&self.0.read_notification(&message.headers, &message.body, now)?))
    }

    pub fn compute(&self, function: String, params: Value, now: i64, nonce: String) -> Result<Value, Failure> {
        Ok(out(&self.0.compute_json(&function, &object(params), moment(now)?, &nonce)?))
    }
}

impl Merchant {
    fn asked(&self, ask: Ask) -> Result<AnyDraft, Failure> {
        let params = match ask.json {
            None => object(ask.params),
            Some(text) => json::object(&ask.operation, text::parameters(&ask.operation, &text)?)?,
        };
        let order = match ask.order.into() {
            Json::Object(order) => Some(order),
            _ => None,
        };
        let request = JsonRequest { operation: &ask.operation, params, extra: object(ask.extra), order };
        Ok(self.0.draft_json(request, moment(ask.now)?, &ask.nonce)?)
    }

    fn taken(&self, stored: &Stored) -> Result<AnyDraft, Failure> {
        Ok(self.0.resume(&stored.draft, moment(stored.timestamp)?, &stored.nonce)?)
    }
}

/// Where an order stands. `order`: what was read, or its text; `deduction` and `progress` may be null.
#[uniffi::export]
pub fn later_reading(first: Value, second: Value) -> Result<Value, Failure> {
    Ok(out(&json::later_reading(&first.into(), &second.into())?))
}

#[uniffi::export]
pub fn lifecycle(order: Value, deduction: Value, progress: Value, now: i64) -> Result<Value, Failure> {
    Ok(out(&json::lifecycle(&order.into(), &deduction.into(), &progress.into(), moment(now)?)?))
}

#[uniffi::export]
pub fn read_order(stored: Value) -> Result<Value, Failure> {
    Ok(out(&json::order(&stored.into())?))
}

/// JSON as Kotlin's values.
#[uniffi::export]
pub fn parse_json(text: String) -> Result<Value, Failure> {
    serde_json::from_str::<Json>(&text).map(Value::from).map_err(argument)
}

/// Kotlin's values as JSON.
#[uniffi::export]
pub fn write_json(value: Value) -> String {
    Json::from(value).to_string()
}

/// The error to throw when a callback was passed as something else than bytes.
#[uniffi::export]
pub fn callback_not_bytes(what: String) -> Value {
    out(&json::callback_not_bytes(&what, RAW_CALLBACK))
}

/// The headers that are read, for hosts that can only look up by name.
#[uniffi::export]
pub fn header_names() -> Vec<String> {
    json::HEADERS.iter().map(|&name| name.to_owned()).collect()
}

/// Does nothing: what a crossing costs.
#[uniffi::export]
pub fn empty_crossing() {}

fn draft_parts(draft: &AnyDraft) -> DraftParts {
    DraftParts {
        operation: draft.operation().name.to_owned(),
        stored: draft.to_bytes(),
        message: draft.message(),
        advice: out(&draft.advice()),
    }
}

fn call_parts(call: &AnyCall) -> CallParts {
    let request = call.request();
    CallParts {
        draft: draft_parts(call.draft()),
        method: request.method.clone(),
        url: request.url.clone(),
        headers: request.headers.iter().map(|(name, value)| Header { name: name.to_owned(), value: value.to_owned() }).collect(),
        body: request.body.clone(),
    }
}

fn received(received: Received) -> Result<(Response, Timestamp), Failure> {
    Ok((Response::new(0, headers(received.headers), received.body), moment(received.now)?))
}

pub(crate) fn headers(given: Vec<Header>) -> Headers {
    given.into_iter().fold(Headers::new(), |headers, header| headers.with(header.name, header.value))
}

/// What is not an object has no members: core then says which are missing.
fn object(value: Value) -> Map<String, Json> {
    match value.into() {
        Json::Object(object) => object,
        _ => Map::new(),
    }
}

pub(crate) fn moment(now: i64) -> Result<Timestamp, Failure> {
    Timestamp::from_unix(now).ok_or_else(|| argument("the clock must give Unix seconds"))
}
