//! Orders, their lifecycle, and the evidence that settles a lost call, as other languages pass them: as JSON.

use super::{
    Deduction, DeductionInfo, Evidence, LaterReading, Lifecycle, Order, Permissions, Progress, later_reading as later,
    lifecycle_with,
};
use crate::error::{Error, INVALID_EVIDENCE, Issue, Outcome, Retry};
use crate::protocol::{AnyDraft, Settlement};
use crate::schema::{ModelInfo, json_that_is_meant, kind_of, model_from_host};
use crate::time::Timestamp;
use serde_json::Value;

/// An order from its stored text, from a whole `Order` (its `raw` counts), or from WeChat Pay's JSON.
pub fn order(value: &Value) -> Result<Order, Error> {
    match (value, value.get("raw").and_then(Value::as_str)) {
        (Value::String(text), _) => Order::from_json(text),
        (_, Some(raw)) if !raw.is_empty() => Order::from_json(raw),
        (other, _) => Order::from_json(&json_that_is_meant("the order", other)?.to_string()),
    }
}

/// Where an order stands, what is allowed, and what to do next. `deduction` and `progress` may be null.
pub fn lifecycle(order_: &Value, deduction: &Value, progress: &Value, now: Timestamp) -> Result<Lifecycle, Error> {
    let deduction: Option<Deduction> = if deduction.is_null() { None } else { Some(model_from_host(deduction)?) };
    let progress = if progress.is_null() { Progress::new() } else { model_from_host(progress)? };
    Ok(lifecycle_with(&order(order_)?, deduction.as_ref(), &progress, now))
}

/// Which of two readings of an order is the later one.
pub fn later_reading(first: &Value, second: &Value) -> Result<LaterReading, Error> {
    later(&order(first)?, &order(second)?)
}

/// What became of a call whose answer was lost. `evidence` is `{"found": model}`, with a model of
/// [`Scope::evidence`](crate::ffi::Scope) that was read since, or `{"error": {"wechat_code", "verified"}}` of a failed
/// query or repeat. `deduction` is what the merchant knows of the number that `query_deduction` shows, or null.
pub fn settle(draft: &AnyDraft, evidence: &Value, deduction: &Value, now: Timestamp) -> Result<Settlement, Error> {
    let known: Option<Deduction> = if deduction.is_null() { None } else { Some(model_from_host(deduction)?) };
    let settle = |evidence| draft.settle_with(evidence, known.as_ref(), now);
    if let Some(found) = evidence.get("found") {
        return match Found::read(found)? {
            Found::Order(found) => Ok(settle(Evidence::Order(&found))),
            Found::Deduction(found) => Ok(settle(Evidence::Deduction(&found))),
            Found::Permissions(found) => Ok(settle(Evidence::Permissions(&found))),
        };
    }
    let Some(error) = evidence.get("error").filter(|error| error.is_object()) else { return Err(refused(evidence)) };
    let wechat_code = error.get("wechat_code").and_then(Value::as_str).unwrap_or_default();
    let verified = error.get("verified").and_then(Value::as_bool).unwrap_or(false);
    Ok(settle(Evidence::Said { wechat_code, verified }))
}

enum Found {
    Order(Box<Order>),
    Deduction(Box<DeductionInfo>),
    Permissions(Box<Permissions>),
}

impl Found {
    /// An order may have members that this version does not know, since its stored text counts. The other models are
    /// recognised by having only their own members: an event has an `out_trade_no` as well.
    fn read(found: &Value) -> Result<Found, Error> {
        let is_event = found.get("event_type").is_some();
        if found.is_string() || (!is_event && has_required(found, Order::INFO)) {
            return order(found).map(Box::new).map(Found::Order);
        }
        if is(found, Permissions::INFO) {
            return model_from_host(found).map(Box::new).map(Found::Permissions);
        }
        if is(found, DeductionInfo::INFO) {
            let mut info: DeductionInfo = model_from_host(found)?;
            info.order_ref =
                found.get("order_ref").filter(|order| !order.is_null()).map(model_from_host).transpose()?;
            return Ok(Found::Deduction(Box::new(info)));
        }
        Err(refused(found))
    }
}

fn is(found: &Value, info: &ModelInfo) -> bool {
    let mut members = found.as_object().into_iter().flatten();
    has_required(found, info) && members.all(|(name, value)| value.is_null() || info.field(name).is_some())
}

fn has_required(found: &Value, info: &ModelInfo) -> bool {
    let mut required = info.fields.iter().filter(|field| field.required && !field.derived);
    required.all(|field| found.get(field.name).is_some_and(|value| !value.is_null()))
}

fn refused(found: &Value) -> Error {
    let what = if found.get("event_type").is_some() {
        "here is an event: pass its `order`".to_owned()
    } else {
        format!("here is {} instead", kind_of(found))
    };
    let detail = format!(
        "an Order, a DeductionInfo, Permissions, or the error of a query or a repeat is needed as evidence; {what}."
    );
    let issue = Issue::refusing("", INVALID_EVIDENCE, detail);
    Error::of_issues("settle", vec![issue]).advise(Retry::Never, Outcome::None)
}
