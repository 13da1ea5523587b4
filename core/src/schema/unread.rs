//! What was there and could not be read: named, so that nothing is silently missing, and short enough for a log line.

use super::model;
use crate::error::foreign_word;
use serde_json::Value;

/// So many are named one by one; the last entry then counts the rest.
const MOST: usize = 32;

model! {
    /// A member that WeChat Pay sent and that could not be read as what it should be: it is absent here, and stands in `raw`.
    pub struct Unread {
        required {
            /// Where: an RFC 6901 JSON pointer into `raw`, such as `/collection/state`. When more than 32 could not be read, the last
            /// entry counts the rest, with an empty pointer.
            pointer: String,
            /// What stands there instead: its type, and of a text or number the beginning. One line, for people.
            found: String,
        }
        optional {}
    }
}

/// The list, which does not grow without end.
#[derive(Default)]
pub(crate) struct UnreadList {
    named: Vec<Unread>,
    more: usize,
}

impl UnreadList {
    pub(crate) fn add(&mut self, pointer: impl Into<String>, found: impl Into<String>) {
        if self.named.len() < MOST {
            self.named.push(Unread::new(pointer, found));
        } else {
            self.more = self.more.saturating_add(1);
        }
    }

    pub(crate) fn finish(mut self) -> Vec<Unread> {
        if self.more > 0 {
            self.named.push(Unread::new("", format!("{} more that cannot be read", self.more)));
        }
        self.named
    }
}

/// What a value is: its type and a short excerpt, on one line.
pub(crate) fn found(value: &Value) -> String {
    match value {
        Value::Null => "nothing".to_owned(),
        Value::Bool(flag) => flag.to_string(),
        Value::Number(number) => format!("the number {}", foreign_word(&number.to_string())),
        Value::String(text) if text.is_empty() => "an empty text".to_owned(),
        Value::String(text) if text.trim().is_empty() => "a blank text".to_owned(),
        Value::String(text) => format!("the text \"{}\"", foreign_word(text)),
        Value::Array(list) if list.is_empty() => "an empty list".to_owned(),
        Value::Array(list) => format!("a list of {}", list.len()),
        Value::Object(object) if object.is_empty() => "an empty object".to_owned(),
        Value::Object(object) => format!("an object with {} members", object.len()),
    }
}
