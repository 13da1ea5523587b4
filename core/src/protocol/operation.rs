//! What an operation says about itself, and how its parameters become exact bytes: made once, never again.

use super::encode::percent_encode;
use crate::error::*;
use crate::schema::{ModelInfo, check_params, unsayable};
use crate::time::Timestamp;
use serde_json::{Map, Value};

/// The HTTP method of an operation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads.
    Get,
    /// Changes.
    Post,
}

impl Method {
    /// As on the request line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Method::Get => "GET",
            Method::Post => "POST",
        }
    }
}

/// One API endpoint, described.
pub struct OperationInfo {
    /// Its name in every language, such as `create_order`.
    pub name: &'static str,
    /// WeChat Pay's name for it, in Chinese.
    pub title: &'static str,
    /// The method.
    pub method: Method,
    /// The path; a parameter stands in braces.
    pub path: &'static str,
    /// The official page.
    pub page: &'static str,
    /// What to do when the answer is lost.
    pub after_loss: Retry,
    /// Its parameters.
    pub params: &'static ModelInfo,
    /// Its reply.
    pub reply: &'static ModelInfo,
    /// Whether it is about an order that exists, so that an `OrderRef` can fill its identity fields.
    pub takes_order: bool,
    pub(crate) check: fn(&Map<String, Value>, &Knowledge<'_>, &mut Vec<Issue>),
}

impl std::fmt::Debug for OperationInfo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

impl OperationInfo {
    /// Whether it changes something at WeChat Pay.
    pub fn changes(&self) -> bool {
        self.method == Method::Post
    }
}

/// What is known beside the call itself, for the rules that need it.
pub(crate) struct Knowledge<'a> {
    /// The time, as well as this machine knows it.
    pub(crate) now: Option<Timestamp>,
    /// The whole order that the call is about, as WeChat Pay last told it, when it was handed in.
    pub(crate) order: Option<&'a Map<String, Value>>,
    /// What the merchant's settings say of its service.
    pub(crate) settings: &'a Map<String, Value>,
}

/// How strictly parameters are checked before signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Validate {
    Off,
    On,
    Strict,
}

/// Everything that goes into the making of a request's bytes.
pub(crate) struct Preparation<'a> {
    pub(crate) params: Map<String, Value>,
    pub(crate) extra: Map<String, Value>,
    pub(crate) order: Option<&'a Map<String, Value>>,
    pub(crate) defaults: &'a Map<String, Value>,
    pub(crate) validate: Validate,
    pub(crate) knowledge: Knowledge<'a>,
}

/// An operation as exact bytes.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    pub(crate) operation: &'static OperationInfo,
    pub(crate) target: String,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) advice: Vec<Issue>,
}

pub(crate) fn prepare(operation: &'static OperationInfo, preparation: Preparation<'_>) -> Result<Prepared, Error> {
    let Preparation { mut params, extra, order, defaults, validate, knowledge } = preparation;
    for source in order.into_iter().chain([defaults]) {
        fill(operation.params, &mut params, source);
    }
    let checked = check_params(operation.params, operation.name, &params);
    let (mut params, mut issues) = (checked.params, checked.issues);
    (operation.check)(&params, &knowledge, &mut issues);
    if validate == Validate::Off {
        issues.retain(|issue| is_structural(operation, issue));
    }
    for (name, value) in extra {
        if operation.params.field(&name).is_some() {
            issues.push(Issue::refusing(
                &format!("/extra/{name}"),
                INVALID_UNKNOWN_FIELD,
                format!("`{name}` is a parameter of its own, not an extra member."),
            ));
        }
        if let Some((code, what)) = unsayable(&value) {
            issues.push(Issue::refusing(&format!("/extra/{name}"), code, format!("a JSON value is needed, here is {what}.")));
        }
        params.insert(name, value);
    }
    if issues.iter().any(|issue| !issue.advice || validate == Validate::Strict) {
        return Err(Error::of_issues(operation.name, issues).advise(Retry::Never, Outcome::NotSent));
    }
    let (target, params) = target(operation, params);
    let body = if operation.changes() { serde_json::to_vec(&Value::Object(params)).ok() } else { None };
    Ok(Prepared { operation, target, body, advice: issues })
}

/// Takes up what `to_bytes` stored: the same body for the same target.
pub(crate) fn restore(find: impl Fn(&str) -> Option<&'static OperationInfo>, bytes: &[u8]) -> Result<Prepared, Error> {
    let refuse = |detail: &str| Error::new(INVALID_DRAFT, detail.to_owned());
    let stored: Value = serde_json::from_slice(bytes).map_err(|_| refuse("these bytes are not a stored draft"))?;
    let text = |name: &str| stored.get(name).and_then(Value::as_str);
    match stored.get("payscore_draft").and_then(Value::as_i64) {
        Some(1) => {}
        Some(_) => return Err(refuse("the draft was stored by a later version of Payscore")),
        None => return Err(refuse("these bytes are not a stored draft")),
    }
    let operation =
        text("operation").and_then(find).ok_or_else(|| refuse("the draft is of an operation that this version does not know"))?;
    let target = text("target").filter(|target| target.starts_with('/')).ok_or_else(|| refuse("the draft has no target"))?;
    let body = text("body").map(|body| body.as_bytes().to_vec());
    if text("method") != Some(operation.method.as_str()) || body.is_some() != operation.changes() {
        return Err(refuse("the draft does not fit its operation"));
    }
    Ok(Prepared { operation, target: target.to_owned(), body, advice: Vec::new() })
}

impl Prepared {
    /// Everything needed to send it again from another process; no secret is in it.
    pub(crate) fn to_bytes(&self) -> Vec<u8> {
        let body = self.body.as_ref().map(|body| String::from_utf8_lossy(body).into_owned());
        let stored = serde_json::json!({
            "payscore_draft": 1, "operation": self.operation.name, "method": self.operation.method.as_str(), "target": self.target, "body": body,
        });
        stored.to_string().into_bytes()
    }
}

/// Fills what is not given from a source that has it.
pub(crate) fn fill(info: &ModelInfo, params: &mut Map<String, Value>, source: &Map<String, Value>) {
    for field in info.fields {
        let absent = params.get(field.name).is_none_or(Value::is_null);
        if let (true, Some(value)) = (absent, source.get(field.name).filter(|value| !value.is_null())) {
            params.insert(field.name.to_owned(), value.clone());
        }
    }
}

/// What `validate=false` cannot switch off: without it there are no bytes to sign.
fn is_structural(operation: &OperationInfo, issue: &Issue) -> bool {
    let name = issue.pointer.trim_start_matches('/');
    issue.code == INVALID_TYPE || operation.path.contains(&format!("{{{name}}}"))
}

/// Path and query, percent-encoded once and for all; what is left belongs into the body.
fn target(operation: &OperationInfo, mut params: Map<String, Value>) -> (String, Map<String, Value>) {
    let mut target = String::new();
    for (index, piece) in operation.path.split('{').enumerate() {
        match piece.split_once('}') {
            Some((name, rest)) if index > 0 => {
                target.push_str(&percent_encode(&params.shift_remove(name).map(plain).unwrap_or_default()));
                target.push_str(rest);
            }
            _ => target.push_str(piece),
        }
    }
    if operation.changes() {
        return (target, params);
    }
    let query = params
        .into_iter()
        .map(|(name, value)| format!("{}={}", percent_encode(&name), percent_encode(&plain(value))))
        .collect::<Vec<_>>();
    if !query.is_empty() {
        target.push('?');
        target.push_str(&query.join("&"));
    }
    (target, Map::new())
}

fn plain(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
