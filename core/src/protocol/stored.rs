//! Stored drafts. They carry a version: every later version of Payscore reads what this one stored.

use super::operation::{Method, OperationInfo, Style};
use super::prepared::{FileTransfer, Prepared};
use super::{bounded, target};
use crate::crypto::{from_base64, to_base64};
use crate::error::{Error, INVALID_DRAFT, Outcome, Retry, STATE_OTHER_MERCHANT, foreign_word};
use serde_json::{Map, Value, json};

/// The version of a JSON draft for the usual address. Other drafts have version 2.
const PLAIN: i64 = 1;
const NEWEST: i64 = 2;

impl Prepared {
    /// Everything that another process needs to send it again, without secrets.
    pub(crate) fn to_bytes(&self, mchid: &str) -> Vec<u8> {
        let plain = self.transfer == FileTransfer::None && !self.fallback && self.operation.style != Style::Free;
        let mut stored = Map::new();
        let mut put = |name: &str, value: Value| drop(stored.insert(name.to_owned(), value));
        put("payscore_draft", json!(if plain { PLAIN } else { NEWEST }));
        put("mchid", json!(mchid));
        put("operation", json!(self.operation.name));
        put("method", json!(self.method.as_str()));
        put("target", json!(self.target));
        match self.body.as_deref().map(|body| (std::str::from_utf8(body), body)) {
            None => put("body", Value::Null),
            Some((Ok(text), _)) => put("body", json!(text)),
            Some((Err(_), bytes)) => put("body_base64", json!(to_base64(bytes))),
        }
        match &self.transfer {
            FileTransfer::None => {}
            FileTransfer::Upload { meta, boundary } => put("upload", json!({"meta": meta, "boundary": boundary})),
            FileTransfer::Download { hash_type, hash_value } => {
                put("download", json!({"hash_type": hash_type, "hash_value": hash_value}));
            }
        }
        if self.fallback {
            put("fallback", json!(true));
        }
        Value::Object(stored).to_string().into_bytes()
    }
}

/// Reads a draft that `to_bytes` stored. A draft of another merchant number is refused. Drafts from before 0.1 name
/// none.
pub(crate) fn restore(
    find: impl Fn(&str) -> Option<&'static OperationInfo>,
    mchid: &str,
    bytes: &[u8],
) -> Result<Prepared, Error> {
    let refuse = |detail: &str| Error::new(INVALID_DRAFT, detail.to_owned());
    let stored: Value =
        bounded::json(bytes, bounded::DRAFT_VALUES).ok_or_else(|| refuse("these bytes are not a stored draft"))?;
    let text = |name: &str| stored.get(name).and_then(Value::as_str);
    match stored.get("payscore_draft").and_then(Value::as_i64) {
        Some(PLAIN..=NEWEST) => {}
        Some(_) => return Err(refuse("a later version of Payscore stored the draft")),
        None => return Err(refuse("these bytes are not a stored draft")),
    }
    match stored.get("mchid") {
        Some(Value::String(theirs)) if theirs != mchid => return Err(other_merchant(theirs, mchid)),
        None | Some(Value::String(_)) => {}
        Some(_) => return Err(refuse("the draft's merchant number is not a text")),
    }
    let operation = text("operation")
        .and_then(find)
        .ok_or_else(|| refuse("the draft is of an operation that this version does not know"))?;
    let target =
        text("target").filter(|target| target.starts_with('/')).ok_or_else(|| refuse("the draft has no target"))?;
    let misfit = || refuse("the draft does not fit its operation");
    let method = text("method").and_then(Method::named).ok_or_else(misfit)?;
    let body = text("body").map(|body| body.as_bytes().to_vec()).or_else(|| text("body_base64").and_then(from_base64));
    let part = |object: &str, name: &str| stored.get(object)?.get(name)?.as_str().map(str::to_owned);
    let transfer = match operation.style {
        Style::Upload => FileTransfer::Upload {
            meta: part("upload", "meta").ok_or_else(misfit)?,
            boundary: part("upload", "boundary").ok_or_else(misfit)?,
        },
        Style::Download => FileTransfer::Download {
            hash_type: part("download", "hash_type").ok_or_else(misfit)?,
            hash_value: part("download", "hash_value").ok_or_else(misfit)?,
        },
        _ => FileTransfer::None,
    };
    let fits = operation.style == Style::Free || (method == operation.method && body.is_some() == operation.changes());
    if !fits || !transfer.is_well_formed() {
        return Err(misfit());
    }
    if !target::is_target_of(operation, method, target) {
        return Err(refuse("the draft's target is not one of its operation"));
    }
    let fallback = stored.get("fallback").and_then(Value::as_bool).unwrap_or(false);
    Ok(Prepared { operation, method, target: target.to_owned(), body, transfer, advice: Vec::new(), fallback })
}

/// The error about a call that belongs to another merchant number: a merchant neither sends nor reads it.
pub(crate) fn other_merchant(theirs: &str, ours: &str) -> Error {
    let detail = format!("the call belongs to merchant {}, not to {ours}", foreign_word(theirs));
    Error::new(STATE_OTHER_MERCHANT, detail).advise(Retry::Never, Outcome::NotSent)
}

impl FileTransfer {
    /// Whether it has the form that the operation makes. A boundary becomes a header, so it must be checked.
    fn is_well_formed(&self) -> bool {
        let hexadecimal = |text: &str| text.bytes().all(|byte| byte.is_ascii_hexdigit());
        match self {
            FileTransfer::None => true,
            FileTransfer::Upload { boundary, .. } => {
                boundary.len() <= 80 && boundary.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            }
            FileTransfer::Download { hash_type, hash_value } => match hash_type.as_str() {
                "SHA1" => hash_value.len() == 40 && hexadecimal(hash_value),
                "SHA256" => hash_value.len() == 64 && hexadecimal(hash_value),
                _ => false,
            },
        }
    }
}
