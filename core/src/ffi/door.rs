//! The JSON door: what every host asks of a draft, an order or a body, as JSON, so that no binding has a rule of its own.

use crate::error::{Error, VERIFICATION_BODY};
use crate::http::Response;
use crate::merchant::Merchant;
use crate::payscore::{AnyReply, Deduction, DeductionInfo, Evidence, Lifecycle, Order, Progress, Settlement};
use crate::protocol::{AnyDraft, Lost, by_own_rsa, with_ack};
use crate::schema::{FieldType, Reader};
use crate::time::Timestamp;
use serde_json::Value;

/// An order from its stored text, or from an object: a whole `Order` that was read before (its `raw` counts), or WeChat Pay's JSON.
pub fn order(value: &Value) -> Result<Order, Error> {
    match (value, value.get("raw").and_then(Value::as_str)) {
        (Value::String(text), _) => Order::from_json(text),
        (_, Some(raw)) if !raw.is_empty() => Order::from_json(raw),
        (other, _) => Order::from_json(&other.to_string()),
    }
}

/// Where an order stands, what is allowed, and what to do next. `deduction` and `progress` may be null.
pub fn lifecycle(order_: &Value, deduction: &Value, progress: &Value, now: Timestamp) -> Result<Lifecycle, Error> {
    let deduction: Option<Deduction> = if deduction.is_null() { None } else { Some(model(deduction)?) };
    let progress = if progress.is_null() { Progress::new() } else { model(progress)? };
    Ok(crate::payscore::lifecycle_with(&order(order_)?, deduction.as_ref(), &progress, now))
}

/// What became of a call whose answer was lost. `evidence` is `{"found": model}`, with anything of [`EVIDENCE`](super::EVIDENCE) that
/// was read since, or `{"error": {"wechat_code", "verified"}}` of a query or a repeat that failed.
pub fn settle(draft: &AnyDraft, evidence: &Value) -> Result<Settlement, Error> {
    let found = ["found", "order", "deduction"].into_iter().find_map(|name| evidence.get(name));
    let Some(found) = found else {
        let error = evidence.get("error");
        let wechat_code = error.and_then(|error| error.get("wechat_code")).and_then(Value::as_str).unwrap_or_default();
        let verified = error.and_then(|error| error.get("verified")).and_then(Value::as_bool).unwrap_or(false);
        return Ok(draft.settle(Evidence::Said { wechat_code, verified }));
    };
    if found.get("out_trade_no").is_some() {
        let found: DeductionInfo = model(found)?;
        Ok(draft.settle(Evidence::Deduction(&found)))
    } else {
        Ok(draft.settle(Evidence::Order(&order(found)?)))
    }
}

/// Reads the answer to a call that crossed as its draft.
pub fn read(draft: &AnyDraft, response: &Response, now: Timestamp) -> Result<AnyReply, Error> {
    Merchant::read_of(draft, response, now, &by_own_rsa)
}

/// What to raise when no answer arrived; `sent` unless the connection was never made.
pub fn lost(draft: &AnyDraft, sent: bool, reason: &str) -> Error {
    draft.lost(if sent { Lost::AfterSending } else { Lost::BeforeSending }, reason)
}

/// Who speaks through the door, for the sentences that name what its users have at hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// Python.
    Python,
    /// JavaScript.
    JavaScript,
}

impl Host {
    fn raw_callback(self) -> &'static str {
        match self {
            Host::Python => "Flask: request.get_data(); Django: request.body; FastAPI and Starlette: await request.body()",
            Host::JavaScript => {
                "Express: express.raw({ type: \"*/*\" }) on the route, before express.json(); Fastify: a content type parser with parseAs: \"buffer\"; a web-standard Request: await request.arrayBuffer()"
            }
        }
    }

    fn raw_answer(self) -> &'static str {
        match self {
            Host::Python => "requests and httpx: .content",
            Host::JavaScript => {
                "fetch: hand over the Response itself, or await response.arrayBuffer(); axios: responseType: \"arraybuffer\""
            }
        }
    }
}

/// A callback's body was handed over as `what` ("text", "parsed JSON") instead of the bytes that were received.
pub fn callback_not_bytes(host: Host, what: &str) -> Error {
    with_ack(not_bytes(what, &format!("take the raw body ({}) before anything parses it", host.raw_callback())))
}

/// The body of an answer to a call was: the request was sent, so its outcome is unknown if it changes something.
pub fn answer_not_bytes(host: Host, draft: &AnyDraft, what: &str) -> Error {
    draft.unread(not_bytes(what, &format!("take the answer's raw bytes ({}) and read them again", host.raw_answer())))
}

fn not_bytes(what: &str, remedy: &str) -> Error {
    let detail = format!("the body was handed over as {what}, but the signature covers the bytes that were received: {remedy}");
    Error::new(VERIFICATION_BODY, detail)
}

fn model<T: FieldType>(value: &Value) -> Result<T, Error> {
    Reader::document(value).map_err(|issues| Error::of_issues("what was handed in", issues))
}
