//! What every host does with a draft, an answer or a callback, as JSON. So no binding has a rule of its own.

use crate::crypto::from_base64;
use crate::error::{
    Error, INVALID_CLOCK, INVALID_STATUS, INVALID_TYPE, Issue, Outcome, Retry, VERIFICATION_BODY, with_ack,
};
use crate::http::{Headers, Response, is_final_status};
use crate::protocol::{AnyDraft, Lost, Settlement, by_own_rsa};
use crate::registry::{ACQUIRING, AnyEvent, AnyReply, scope_of_draft};
use crate::schema::{kind_of, marks, model_from_host};
use crate::time::Timestamp;
use crate::{JsonRequest, Merchant};
use serde_json::{Map, Value};

/// The request for a draft, from one object: the operation's parameters and the reserved members `extra` and `order`.
/// `order` is reserved only for operations that take one.
pub fn request<'a>(merchant: &Merchant, operation: &'a str, params: Value) -> Result<JsonRequest<'a>, Error> {
    let mut params = object(operation, params)?;
    let takes_order = merchant.scope().operation(operation).is_some_and(|info| info.takes_order);
    let extra = params.shift_remove("extra").unwrap_or_default();
    let order = if takes_order { params.shift_remove("order").filter(|order| !order.is_null()) } else { None };
    let extra = object_at(operation, "/extra", extra)?;
    let order = order.map(|order| object_at(operation, "/order", order)).transpose()?;
    Ok(JsonRequest { operation, params, extra, order })
}

/// The members of an object, or an error about `what`. Null counts as an object without members.
pub fn object(what: &str, value: Value) -> Result<Map<String, Value>, Error> {
    object_at(what, "", value)
}

/// JSON that a host wrote about `what`. Unreadable JSON is an error.
pub fn json(what: &str, text: &str) -> Result<Value, Error> {
    serde_json::from_str(text).map_err(|error| unreadable(what, &error))
}

/// Header fields, as a host wrote them: a JSON list of pairs.
pub fn headers(text: &str) -> Result<Headers, Error> {
    let pairs: Vec<(String, String)> = serde_json::from_str(text).map_err(|error| unreadable("the headers", &error))?;
    Ok(pairs.into_iter().collect())
}

/// Header fields of the answer to a draft. If they are unreadable, the request was sent nevertheless.
pub fn answer_headers(draft: &AnyDraft, text: &str) -> Result<Headers, Error> {
    headers(text).map_err(|error| draft.outcome_unknown(error))
}

fn unreadable(what: &str, error: &serde_json::Error) -> Error {
    let issue = Issue::refusing("", INVALID_TYPE, format!("the JSON from the host cannot be read: {error}."));
    Error::of_issues(what, vec![issue])
}

/// A text, or an error about `what`.
pub fn text(what: &str, value: &Value) -> Result<String, Error> {
    if let Value::String(text) = value {
        return Ok(text.clone());
    }
    let (code, here) =
        marks::mark_of(value).map_or_else(|| (INVALID_TYPE, kind_of(value).into_owned()), marks::Mark::problem);
    let issue = Issue::refusing("", code, format!("a text is needed, here is {here}."));
    Err(Error::of_issues(what, vec![issue]))
}

/// Bytes, for hosts whose users may have passed something else: `what` names the argument. `null` is no bytes.
pub fn bytes(what: &str, value: &Value) -> Result<Vec<u8>, Error> {
    let (code, here) = match marks::mark_of(value) {
        None if value.is_null() => return Ok(Vec::new()),
        Some(marks::Mark::Bytes(encoded)) => return Ok(from_base64(encoded).unwrap_or_default()),
        None => (INVALID_TYPE, kind_of(value).into_owned()),
        Some(mark) => mark.problem(),
    };
    let issue = Issue::refusing("", code, format!("bytes are needed, here is {here}."));
    Err(Error::of_issues(what, vec![issue]))
}

/// The members of an object that stands at `pointer` in `what`. `null` is an object without members.
pub fn object_at(what: &str, pointer: &str, value: Value) -> Result<Map<String, Value>, Error> {
    let (code, here) = match &value {
        Value::Null => return Ok(Map::new()),
        Value::Object(object) if marks::mark_of_object(object).is_none() => return Ok(object.clone()),
        other => {
            marks::mark_of(other).map_or_else(|| (INVALID_TYPE, kind_of(other).into_owned()), marks::Mark::problem)
        }
    };
    let issue = Issue::refusing(pointer, code, format!("an object is needed, here is {here}."));
    Err(Error::of_issues(what, vec![issue]).advise(Retry::Never, Outcome::NotSent))
}

/// The status of an answer: a whole number from 200 to 599, or an error.
pub fn status(draft: &AnyDraft, status: &Value) -> Result<u16, Error> {
    let number =
        status.as_u64().or_else(|| status.as_f64().filter(|number| number.fract() == 0.0).map(|number| number as u64));
    let number = number.and_then(|number| u16::try_from(number).ok()).filter(|number| is_final_status(*number));
    number.ok_or_else(|| {
        let here = match status {
            Value::Null => "it is missing".to_owned(),
            Value::Number(number) => format!("here is {number}"),
            other => {
                format!(
                    "here is {}",
                    marks::mark_of(other).map_or_else(|| kind_of(other).into_owned(), |mark| mark.problem().1)
                )
            }
        };
        draft.outcome_unknown(Error::new(
            INVALID_STATUS,
            format!("{}: the answer's status must be a whole number from 200 to 599; {here}", draft.operation().name),
        ))
    })
}

/// Reads the answer to a draft's call.
pub fn read(draft: &AnyDraft, response: &Response, now: Timestamp) -> Result<AnyReply, Error> {
    Merchant::read_of(draft, response, now, &by_own_rsa)
}

/// Verifies, opens and types a callback, in the merchant's mode.
pub fn read_notification(
    merchant: &Merchant,
    headers: &Headers,
    body: &[u8],
    now: Timestamp,
) -> Result<AnyEvent, Error> {
    merchant.read_notification_any(headers, body, now, &by_own_rsa)
}

/// The draft of a call, with the keys that this merchant trusts. A draft of another merchant number is refused.
pub fn take_over(merchant: &Merchant, draft: &AnyDraft) -> Result<AnyDraft, Error> {
    merchant.adopted(draft)
}

/// The identical request for the other address. `settled` is the settlement that `settle` returned, or null.
pub fn again(
    merchant: &Merchant,
    lost: &AnyDraft,
    settled: &Value,
    now: Timestamp,
    nonce: &str,
) -> Result<AnyDraft, Error> {
    let settled: Option<Settlement> = if settled.is_null() { None } else { Some(model_from_host(settled)?) };
    merchant.again(lost, settled.as_ref(), now, nonce)
}

/// What became of a call whose answer was lost: the mode of its operation judges `evidence`, which is
/// `{"found": model}` with one of [`Scope::evidence`](super::Scope), or `{"error": {"wechat_code", "verified"}}`.
/// `known` is what the merchant knows beside it, or null.
pub fn settle(draft: &AnyDraft, evidence: &Value, known: &Value, now: Timestamp) -> Result<Settlement, Error> {
    (scope_of_draft(draft).unwrap_or(&ACQUIRING).settle)(draft, evidence, known, now)
}

/// The error to raise when no answer arrived. `sent` is false only if the connection was never made.
pub fn lost(draft: &AnyDraft, sent: bool, reason: &str) -> Error {
    draft.lost(if sent { Lost::AfterSending } else { Lost::BeforeSending }, reason)
}

/// The moment of a host's clock, in Unix seconds. A fraction is dropped.
pub fn moment(seconds: f64) -> Result<Timestamp, Error> {
    let whole = if seconds.is_finite() { seconds.floor() } else { -1.0 };
    #[allow(clippy::cast_possible_truncation, reason = "beyond i64 it saturates, which is no moment either")]
    Timestamp::from_unix(whole as i64).ok_or_else(|| Error::new(INVALID_CLOCK, "the clock must give Unix seconds"))
}

/// The moment at which an answer to a draft was received. Whatever is wrong with it, the request was sent.
pub fn answer_moment(draft: &AnyDraft, seconds: f64) -> Result<Timestamp, Error> {
    moment(seconds).map_err(|error| draft.outcome_unknown(error))
}

/// The headers that Payscore reads, for hosts that can only look up headers by name.
pub static HEADERS: &[&str] = &[
    "Wechatpay-Timestamp",
    "Wechatpay-Nonce",
    "Wechatpay-Signature",
    "Wechatpay-Serial",
    "Wechatpay-Signature-Type",
    "Request-ID",
    "Content-Type",
    "Content-Encoding",
];

/// The error about a callback's body that is `what` ("text", "parsed JSON") instead of the bytes as received. `how`
/// names the ways to the raw body in the host's language.
pub fn callback_not_bytes(what: &str, how: &str) -> Error {
    with_ack(not_bytes(what, &format!("take the raw body ({how}) before anything parses it")))
}

/// The same error about the body of an answer. The request was sent, so its outcome is unknown if it changes something.
pub fn answer_not_bytes(draft: &AnyDraft, what: &str, how: &str) -> Error {
    draft.outcome_unknown(not_bytes(what, &format!("take the answer's raw bytes ({how}) and read them again")))
}

fn not_bytes(what: &str, remedy: &str) -> Error {
    let detail =
        format!("the body was passed as {what}, but the signature covers the bytes that were received: {remedy}");
    Error::new(VERIFICATION_BODY, detail)
}
