//! Marks: how a host passes a value that JSON cannot hold. It is `{"$payscore": word}`, or for bytes
//! `{"$bytes": Base64}`. A mark is never signed: `remove_marks` is the one place through which every value passes
//! before bytes are made of it, and it names each mark that is left.
//!
//! A mark cannot be forged, and a user's own member of such a name is sent unchanged. Hosts pass every member name
//! through [`escaped`], which puts one more `$` before a reserved name; `remove_marks` takes it off again.

use super::Path;
use crate::error::{Code, INVALID_RANGE, INVALID_TYPE, Issues, foreign_word};
use serde_json::{Map, Value, json};
use std::borrow::Cow;

/// The member of a mark. Its value is one of the words below, or the host's name of the type.
const UNSAYABLE: &str = "$payscore";
/// The member that holds bytes, as Base64.
const BYTES: &str = "$bytes";

/// How deeply a value may be nested. WeChat Pay's deepest has 4 levels.
const DEPTH: usize = 32;

/// What the mark of a number is called that not every language can hold exactly.
pub(super) const BEYOND: &str = "one beyond ±(2^53 − 1)";
const LIMIT: &str = "±(2^53 − 1)";

/// The mark of a value that JSON cannot hold: `nan`, `big`, `surrogate`, `name`, `deep`, `large`, `date`, `unreadable`,
/// or the name of a type.
pub fn unsayable(word: &str) -> Value {
    json!({ UNSAYABLE: word })
}

/// The mark of bytes.
pub fn bytes(bytes: &[u8]) -> Value {
    json!({ BYTES: crate::crypto::to_base64(bytes) })
}

/// A member's name as it crosses. A reserved name has one more `$` before it.
pub fn escaped(name: &str) -> Cow<'_, str> {
    if is_reserved(name) { Cow::Owned(format!("${name}")) } else { Cow::Borrowed(name) }
}

/// Escapes every name in a value that did not cross from a host, such as JSON that arrived as text.
pub fn escape(value: Value) -> Value {
    match value {
        Value::Object(object) => object
            .into_iter()
            .map(|(name, value)| (escaped(&name).into_owned(), escape(value)))
            .collect::<Map<_, _>>()
            .into(),
        Value::Array(list) => list.into_iter().map(escape).collect(),
        other => other,
    }
}

/// A mark that stands in the place of a JSON value.
pub(crate) enum Mark<'v> {
    /// A sequence of bytes, as Base64.
    Bytes(&'v str),
    /// Any other: the code of the issue, and what the host holds.
    Unsayable(Code, String),
}

impl Mark<'_> {
    /// What is wrong with it where JSON is needed.
    pub(crate) fn problem(self) -> (Code, String) {
        match self {
            Mark::Bytes(_) => (INVALID_TYPE, "a sequence of bytes".to_owned()),
            Mark::Unsayable(code, what) => (code, what),
        }
    }
}

/// The mark that this value is, if it is one.
pub(crate) fn mark_of(value: &Value) -> Option<Mark<'_>> {
    value.as_object().and_then(mark_of_object)
}

/// The mark that this object is, if it is one.
pub(crate) fn mark_of_object(object: &Map<String, Value>) -> Option<Mark<'_>> {
    let mark = |name: &str| object.get(name).map(|value| value.as_str().filter(|_| object.len() == 1));
    match (mark(UNSAYABLE), mark(BYTES)) {
        (None, None) => None,
        (Some(Some(word)), _) => {
            let (code, what) = problem_of_word(word);
            Some(Mark::Unsayable(code, what))
        }
        (_, Some(Some(bytes))) => Some(Mark::Bytes(bytes)),
        _ => Some(Mark::Unsayable(
            INVALID_TYPE,
            format!("an object with a member `{UNSAYABLE}` or `{BYTES}`, which are reserved"),
        )),
    }
}

/// What the word of a mark stands for: the code of the issue, and what the host holds.
fn problem_of_word(word: &str) -> (Code, String) {
    match word {
        "nan" => (INVALID_TYPE, "NaN or an infinity".to_owned()),
        "big" => (INVALID_RANGE, BEYOND.to_owned()),
        "surrogate" => (INVALID_TYPE, "a text with a lone surrogate".to_owned()),
        "name" => (INVALID_TYPE, "a member whose name is no text, or has a lone surrogate".to_owned()),
        "deep" => (INVALID_TYPE, "a value nested too deeply, or within itself".to_owned()),
        "large" => (INVALID_TYPE, "more than fits into a request".to_owned()),
        "unreadable" => (INVALID_TYPE, "a value that cannot be looked at: something in it throws".to_owned()),
        "date" => (INVALID_TYPE, "an invalid date".to_owned()),
        other => (INVALID_TYPE, format!("a value of type {}", foreign_word(other))),
    }
}

/// Makes the JSON that is meant of what crossed. Each mark becomes an issue and is left out; names lose their escape.
pub(crate) fn remove_marks(value: Value, path: &mut Path, issues: &mut Issues) -> Value {
    if is_plain(&value, 0) { value } else { without_marks(value, path, issues, 0) }
}

fn without_marks(value: Value, path: &mut Path, issues: &mut Issues, depth: usize) -> Value {
    let problem = if depth > DEPTH { Some(problem_of_word("deep")) } else { mark_of(&value).map(Mark::problem) };
    if let Some((code, what)) = problem {
        let what = if what == BEYOND { format!("a whole number beyond {LIMIT}") } else { what };
        issues.refuse_once(path.as_str(), code, || format!("a JSON value is needed, here is {what}."));
        return Value::Null;
    }
    let depth = depth.saturating_add(1);
    match value {
        Value::Object(object) => {
            let mut out = Map::new();
            for (name, value) in object {
                let name = unescaped(name);
                let before = path.enter(&name);
                let value = without_marks(value, path, issues, depth);
                path.leave(before);
                out.insert(name, value);
            }
            out.into()
        }
        Value::Array(list) => {
            let mut out = Vec::with_capacity(list.len());
            for (index, value) in list.into_iter().enumerate() {
                let before = path.enter_index(index);
                out.push(without_marks(value, path, issues, depth));
                path.leave(before);
            }
            out.into()
        }
        other => other,
    }
}

/// Whether a value has no mark, no escaped name, and no excessive depth, as nearly always.
fn is_plain(value: &Value, depth: usize) -> bool {
    depth <= DEPTH
        && match value {
            Value::Object(object) => object.iter().all(|(name, value)| {
                !(name.starts_with('$') && is_reserved(name)) && is_plain(value, depth.saturating_add(1))
            }),
            Value::Array(list) => list.iter().all(|value| is_plain(value, depth.saturating_add(1))),
            _ => true,
        }
}

fn unescaped(name: String) -> String {
    match name.strip_prefix('$').filter(|rest| is_reserved(rest)) {
        Some(rest) => rest.to_owned(),
        None => name,
    }
}

/// `$payscore` and `$bytes`, and what [`escaped`] makes of them.
fn is_reserved(name: &str) -> bool {
    name.starts_with('$') && matches!(name.trim_start_matches('$'), "payscore" | "bytes")
}
