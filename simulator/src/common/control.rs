//! The control interface, `/_simulator/…`: a row for each request that it takes, and what such a request holds.

use serde_json::{Map, Value};

/// One request of the control interface.
#[derive(Debug, Clone, Copy)]
pub struct ControlRow {
    /// GET, POST or DELETE.
    pub method: &'static str,
    /// Its path below `/_simulator`; a part in braces stands for any value.
    pub path: &'static str,
    /// Members of its body that are texts.
    pub texts: &'static [&'static str],
    /// Other members of its body.
    pub others: &'static [&'static str],
    /// Its body holds members that only the action itself knows.
    pub open: bool,
    /// What it does, for the help.
    pub about: &'static str,
}

impl ControlRow {
    /// A request that reads.
    pub const fn get(path: &'static str, about: &'static str) -> ControlRow {
        ControlRow { method: "GET", path, texts: &[], others: &[], open: false, about }
    }

    /// A request that acts.
    pub const fn post(path: &'static str, about: &'static str) -> ControlRow {
        ControlRow { method: "POST", ..ControlRow::get(path, about) }
    }

    /// A request that removes.
    pub const fn delete(path: &'static str, about: &'static str) -> ControlRow {
        ControlRow { method: "DELETE", ..ControlRow::get(path, about) }
    }

    /// Its body may hold these texts.
    pub const fn texts(self, texts: &'static [&'static str]) -> ControlRow {
        ControlRow { texts, ..self }
    }

    /// Its body may hold these members, whose types the action requires.
    pub const fn others(self, others: &'static [&'static str]) -> ControlRow {
        ControlRow { others, ..self }
    }

    /// Its body may hold members that only the action itself knows.
    pub const fn open(self) -> ControlRow {
        ControlRow { open: true, ..self }
    }

    /// Whether a request is of this row; `parts` are those of its path below `/_simulator`.
    pub fn matches(&self, method: &str, parts: &[&str]) -> bool {
        let own: Vec<&str> = self.path.split('/').filter(|part| !part.is_empty()).collect();
        let same = |(own, part): (&&str, &&str)| own == part || own.starts_with('{');
        method == self.method && own.len() == parts.len() && own.iter().zip(parts).all(same)
    }

    /// What is wrong with a body: a member that the row does not have, or one that is no text.
    pub fn mistake_in(&self, body: &Map<String, Value>) -> Option<String> {
        if self.open {
            return None;
        }
        if let Some(name) = self.texts.iter().find(|name| body.get(**name).is_some_and(|value| !value.is_string())) {
            return Some(format!("`{name}` must be a text"));
        }
        let known: Vec<&str> = self.texts.iter().chain(self.others).copied().collect();
        let unknown = body.keys().find(|name| !known.contains(&name.as_str()))?;
        Some(match known.as_slice() {
            [] => format!("there is no member `{unknown}`: this request takes no body"),
            _ => format!("there is no member `{unknown}`: use one of {}", known.join(", ")),
        })
    }
}

/// A request of the control interface.
#[derive(Debug)]
pub struct ControlRequest<'a> {
    /// GET, POST or DELETE.
    pub method: &'a str,
    /// The parts of its path below `/_simulator`.
    pub parts: &'a [&'a str],
    /// `?sub_mchid=`.
    pub sub_mchid: Option<&'a str>,
    /// Its body; empty when there is none.
    pub body: &'a Map<String, Value>,
}

impl<'a> ControlRequest<'a> {
    /// A text of the body.
    pub fn text(&self, name: &str) -> Option<&'a str> {
        self.body.get(name).and_then(Value::as_str)
    }

    /// A number of seconds in the body.
    pub fn seconds(&self, name: &str) -> Result<Option<i64>, ControlAnswer> {
        match self.body.get(name) {
            None => Ok(None),
            Some(value) => match value.as_i64().filter(|seconds| *seconds >= 0) {
                Some(seconds) => Ok(Some(seconds)),
                None => Err(ControlAnswer::bad_request(format!("`{name}` must be a whole number of seconds"))),
            },
        }
    }
}

/// What becomes of a request of the control interface.
#[derive(Debug)]
pub enum ControlAnswer {
    /// It is answered with 200.
    Done(Value),
    /// It is refused with a status and a reason.
    Refused(u16, String),
    /// The connection is closed without an answer.
    Dropped,
}

impl ControlAnswer {
    /// The request is wrong.
    pub fn bad_request(reason: impl Into<String>) -> ControlAnswer {
        ControlAnswer::Refused(400, reason.into())
    }

    /// What it names does not exist.
    pub fn not_found(reason: &str) -> ControlAnswer {
        ControlAnswer::Refused(404, reason.to_owned())
    }
}

impl From<Result<Value, ControlAnswer>> for ControlAnswer {
    fn from(result: Result<Value, ControlAnswer>) -> ControlAnswer {
        result.map_or_else(|refused| refused, ControlAnswer::Done)
    }
}
