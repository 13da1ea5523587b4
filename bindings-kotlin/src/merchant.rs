//! The merchant, its drafts and its calls.

use crate::failure::Failure;
use crate::messages::{Header, ReceivedMessage, answer_moment, moment};
use crate::raw_bodies::RAW_ANSWER;
use crate::value::{Value, to_value};
use payscore::JsonRequest;
use payscore::ffi::{json, merchant, text};
use payscore::protocol::{AnyCall, AnyDraft};
use serde_json::{Map, Value as Json};
use std::sync::Arc;

/// An operation with its parameters. If there is `json`, it stands in the place of `params`.
#[derive(uniffi::Record)]
pub struct OperationRequest {
    operation: String,
    params: Value,
    json: Option<String>,
    extra: Value,
    order: Value,
    now: i64,
    nonce: String,
}

/// A draft on the other side: its stored form, with its moment in Unix seconds and its nonce.
#[derive(uniffi::Record)]
pub struct StoredDraft {
    bytes: Vec<u8>,
    timestamp: i64,
    nonce: String,
}

#[derive(uniffi::Record)]
pub struct DraftParts {
    operation: String,
    bytes: Vec<u8>,
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

#[derive(uniffi::Object)]
pub struct Merchant(payscore::Merchant);

#[uniffi::export]
impl Merchant {
    /// In the mode of this namespace; it is empty for the top of the package.
    #[uniffi::constructor]
    pub fn new(namespace: String, config: Value) -> Result<Arc<Merchant>, Failure> {
        Ok(Arc::new(Merchant(merchant(&namespace, &object(config))?)))
    }

    /// The signed call, in one crossing.
    pub fn call(&self, request: OperationRequest) -> Result<CallParts, Failure> {
        Ok(call_parts(&self.0.finish(self.make_draft(request)?)?))
    }

    pub fn draft(&self, request: OperationRequest) -> Result<DraftParts, Failure> {
        Ok(draft_parts(&self.make_draft(request)?))
    }

    pub fn resume(&self, stored: StoredDraft) -> Result<DraftParts, Failure> {
        Ok(draft_parts(&self.resume_draft(&stored)?))
    }

    pub fn sign(&self, stored: StoredDraft) -> Result<CallParts, Failure> {
        Ok(call_parts(&self.0.finish(self.resume_draft(&stored)?)?))
    }

    /// `signature`: the raw bytes or their Base64.
    pub fn finish(&self, stored: StoredDraft, signature: Vec<u8>) -> Result<CallParts, Failure> {
        Ok(call_parts(&self.resume_draft(&stored)?.finish(&signature)?))
    }

    pub fn read(&self, stored: StoredDraft, answer: ReceivedMessage) -> Result<Value, Failure> {
        let draft = self.resume_draft(&stored)?;
        let status = json::status(&draft, &answer.status.into())?;
        let (response, now) = answer.into_response(status);
        let now = answer_moment(&draft, now)?;
        Ok(to_value(&json::read(&draft, &response, now)?))
    }

    /// The error to throw when no answer arrived.
    pub fn lost(&self, stored: StoredDraft, sent: bool, reason: String) -> Result<Value, Failure> {
        Ok(to_value(&json::lost(&self.resume_draft(&stored)?, sent, &reason)))
    }

    /// The error to throw when the body of an answer is not bytes but a `found`, such as a text.
    pub fn answer_not_bytes(&self, stored: StoredDraft, found: String) -> Result<Value, Failure> {
        Ok(to_value(&json::answer_not_bytes(&self.resume_draft(&stored)?, &found, RAW_ANSWER)))
    }

    pub fn settle(&self, stored: StoredDraft, evidence: Value, known: Value, now: i64) -> Result<Value, Failure> {
        let draft = self.resume_draft(&stored)?;
        Ok(to_value(&json::settle(&draft, &evidence.into(), &known.into(), moment(now)?)?))
    }

    /// The identical request once more, for the other address. `owner`: the merchant that made the lost draft.
    pub fn again(
        &self,
        owner: Arc<Merchant>,
        lost: StoredDraft,
        settled: Value,
        now: i64,
        nonce: String,
    ) -> Result<DraftParts, Failure> {
        let lost = owner.resume_draft(&lost)?;
        Ok(draft_parts(&json::again(&self.0, &lost, &settled.into(), moment(now)?, &nonce)?))
    }

    /// Refuses a call of another merchant number.
    pub fn take_over(&self, owner: Arc<Merchant>, call: StoredDraft) -> Result<(), Failure> {
        json::take_over(&self.0, &owner.resume_draft(&call)?)?;
        Ok(())
    }

    pub fn seal_sensitive(&self, text: String) -> Result<String, Failure> {
        Ok(self.0.seal_sensitive(&text)?)
    }

    pub fn open_sensitive(&self, sealed: String) -> Result<String, Failure> {
        Ok(self.0.open_sensitive(&sealed)?)
    }

    pub fn read_notification(&self, callback: ReceivedMessage) -> Result<Value, Failure> {
        let (message, now) = callback.into_response(0);
        let now = moment(now)?;
        Ok(to_value(&json::read_notification(&self.0, &message.headers, &message.body, now)?))
    }

    pub fn compute(&self, function: String, params: Value, now: i64, nonce: String) -> Result<Value, Failure> {
        Ok(to_value(&self.0.compute_json(&function, &object(params), moment(now)?, &nonce)?))
    }
}

impl Merchant {
    fn make_draft(&self, request: OperationRequest) -> Result<AnyDraft, Failure> {
        let operation = &request.operation;
        let params = match request.json {
            None => object(request.params),
            Some(text) => json::object(operation, text::parameters(operation, &text)?)?,
        };
        let order = match request.order.into() {
            Json::Object(order) => Some(order),
            _ => None,
        };
        let draft = JsonRequest { operation, params, extra: object(request.extra), order };
        Ok(self.0.draft_json(draft, moment(request.now)?, &request.nonce)?)
    }

    fn resume_draft(&self, stored: &StoredDraft) -> Result<AnyDraft, Failure> {
        Ok(self.0.resume(&stored.bytes, moment(stored.timestamp)?, &stored.nonce)?)
    }
}

fn draft_parts(draft: &AnyDraft) -> DraftParts {
    DraftParts {
        operation: draft.operation().name.to_owned(),
        bytes: draft.to_bytes(),
        message: draft.message(),
        advice: to_value(&draft.advice()),
    }
}

fn call_parts(call: &AnyCall) -> CallParts {
    let request = call.request();
    let headers = request.headers.iter();
    CallParts {
        draft: draft_parts(call.draft()),
        method: request.method.clone(),
        url: request.url.clone(),
        headers: headers.map(|(name, value)| Header { name: name.to_owned(), value: value.to_owned() }).collect(),
        body: request.body.clone(),
    }
}

/// A value that is not an object counts as an object without members; core then names the missing ones.
fn object(value: Value) -> Map<String, Json> {
    match value.into() {
        Json::Object(object) => object,
        _ => Map::new(),
    }
}
