//! Checking parameters before they are signed: types, unknown names, and the rules of each field, all mistakes at once. The
//! result is what will be sent: times in WeChat Pay's form, absent members left out, fields in declared order.

use super::read::kind_of;
use super::{FieldInfo, ModelInfo, Path, Rule, Type};
use crate::error::*;
use crate::money::Fen;
use crate::time::{TimeText, service_time, zoned_time};
use serde_json::{Map, Value};

/// The member under which a host passes what JSON cannot say, so that it is refused by name: one of the words below, else what
/// the host calls the type.
pub(crate) const UNSAYABLE: &str = "$payscore";

/// The member under which a host passes bytes, as Base64.
const BYTES: &str = "$bytes";

/// What a host may meet that JSON cannot say.
fn unsayable_kind(word: &str) -> (Code, String) {
    match word {
        "nan" => (INVALID_TYPE, "NaN or an infinity".to_owned()),
        "big" => (INVALID_RANGE, BEYOND.to_owned()),
        "surrogate" => (INVALID_TYPE, "a text with a lone surrogate".to_owned()),
        "deep" => (INVALID_TYPE, "a value nested too deeply, or within itself".to_owned()),
        "date" => (INVALID_TYPE, "a date that is none".to_owned()),
        "unreadable" => (INVALID_TYPE, "a value that cannot be looked at: something in it throws".to_owned()),
        "large" => (INVALID_TYPE, "more than fits into a request".to_owned()),
        other => (INVALID_TYPE, format!("a value of type {}", shown(other))),
    }
}

/// A number that not every language can hold exactly.
const BEYOND: &str = "one beyond ±(2^53 − 1)";

/// Parameters, brought into the form to send, and everything that is wrong with them.
pub(crate) struct Checked {
    pub(crate) params: Map<String, Value>,
    pub(crate) issues: Vec<Issue>,
}

pub(crate) fn check_params(info: &'static ModelInfo, what: &str, params: &Map<String, Value>) -> Checked {
    let mut checker = Checker { what, path: Path::default(), issues: Vec::new() };
    let params = checker.object(info, params);
    Checked { params, issues: checker.issues }
}

struct Checker<'a> {
    what: &'a str,
    path: Path,
    issues: Vec<Issue>,
}

impl Checker<'_> {
    fn object(&mut self, info: &'static ModelInfo, object: &Map<String, Value>) -> Map<String, Value> {
        let mut out = Map::new();
        for field in info.fields.iter().filter(|field| !field.derived) {
            let before = self.path.enter(field.name);
            match object.get(field.name).filter(|value| !value.is_null()) {
                Some(value) => {
                    // What is refused stays as it was given, so that the rules that look at several fields see that it is there.
                    let checked = self.value(field.ty, value);
                    if let Some(value) = &checked {
                        self.rules(field, value);
                    }
                    out.insert(field.name.to_owned(), checked.unwrap_or_else(|| value.clone()));
                }
                None if field.required || field.rules.iter().any(|rule| matches!(rule, Rule::Filled)) => {
                    self.refuse(INVALID_MISSING, format!("{} is needed: give {}.", field.name, field.ty));
                }
                None => {}
            }
            self.path.leave(before);
        }
        for (name, value) in object {
            if info.field(name).is_none_or(|field| field.derived) {
                let before = self.path.enter(&shown(name));
                self.unknown(info, name, value);
                self.path.leave(before);
                out.insert(name.clone(), value.clone());
            }
        }
        out
    }

    fn unknown(&mut self, info: &'static ModelInfo, name: &str, _value: &Value) {
        let nearest = info
            .fields
            .iter()
            .filter(|field| !field.derived)
            .map(|field| (strsim::damerau_levenshtein(field.name, &shown(name)), field.name))
            .min()
            .filter(|(distance, _)| *distance <= 3);
        let remedy = match nearest {
            Some((_, nearest)) => format!("did you mean `{nearest}`?"),
            None => "members that Payscore does not know go into `extra`.".to_owned(),
        };
        let owner = if self.path.as_str().matches('/').count() > 1 { info.name } else { self.what };
        self.refuse(INVALID_UNKNOWN_FIELD, format!("{owner} has no `{}`; {remedy}", shown(name)));
    }

    fn value(&mut self, ty: Type, value: &Value) -> Option<Value> {
        if let Some(bytes) = value.get(BYTES).and_then(Value::as_str) {
            if matches!(ty, Type::Bytes) {
                return Some(Value::String(bytes.to_owned()));
            }
            self.refuse(INVALID_TYPE, format!("{ty} is needed, here is a sequence of bytes."));
            return None;
        }
        if let Some(what) = value.get(UNSAYABLE).and_then(Value::as_str) {
            let (code, what) = unsayable_kind(what);
            if code == INVALID_RANGE && !matches!(ty, Type::Fen | Type::Integer | Type::Timestamp) {
                // Beyond what is safe, but a number: where none is needed, that is what is wrong.
                self.refuse(INVALID_TYPE, format!("{ty} is needed, here is a number."));
            } else {
                self.refuse(code, format!("{ty} is needed, here is {what}."));
            }
            return None;
        }
        match (ty, value) {
            (Type::Text | Type::Enum(_) | Type::Word(_), Value::String(text)) => {
                self.characters(text);
                Some(value.clone())
            }
            (Type::ServiceTime, Value::String(text)) => self.time(service_time(text)),
            (Type::ZonedTime, Value::String(text)) => self.time(zoned_time(text)),
            (Type::Boolean, Value::Bool(_)) | (Type::Json, _) => Some(value.clone()),
            (Type::Fen | Type::Integer | Type::Timestamp, Value::Number(number)) => {
                if number.as_i64().and_then(Fen::new).is_some() {
                    return Some(value.clone());
                }
                let (code, problem) = if number.is_f64() {
                    (INVALID_TYPE, "a number with a fraction or beyond 64 bits; amounts are whole fen, 8 yuan are 800")
                } else {
                    (INVALID_RANGE, BEYOND)
                };
                self.refuse(code, format!("{ty} is needed, here is {problem}."));
                None
            }
            (Type::Model(info), Value::Object(object)) => Some(Value::Object(self.object(info(), object))),
            (Type::List(element), Value::Array(elements)) => {
                let mut out = Vec::with_capacity(elements.len());
                for (index, value) in elements.iter().enumerate() {
                    let before = self.path.enter(&index.to_string());
                    out.push(self.value(*element, value).unwrap_or_else(|| value.clone()));
                    self.path.leave(before);
                }
                Some(Value::Array(out))
            }
            (Type::Bytes, Value::String(text)) if crate::crypto::from_base64(text).is_some() => Some(value.clone()),
            (Type::Map(_), Value::Object(_)) => Some(value.clone()),
            (ty, value) => {
                self.refuse(INVALID_TYPE, format!("{ty} is needed, here is {}.", kind_of(value)));
                None
            }
        }
    }

    fn time(&mut self, time: TimeText) -> Option<Value> {
        match time {
            TimeText::Good(text) => return Some(Value::String(text)),
            TimeText::Naive => self.refuse(
                INVALID_TIME_NAIVE,
                "a time without a zone: whose clock is meant cannot be known. Give a time with a zone, or WeChat Pay's own form in Beijing time.",
            ),
            TimeText::Bad => {
                self.refuse(INVALID_TIME, "not a time: yyyyMMddHHmmss, yyyyMMdd or OnAccept in Beijing time, or a time with a zone.")
            }
        }
        None
    }

    /// What holds for every text: WeChat Pay takes characters of one to three UTF-8 bytes.
    fn characters(&mut self, text: &str) {
        if let Some(bad) = text.chars().find(|c| u32::from(*c) > 0xFFFF || (c.is_control() && !matches!(c, '\n' | '\r' | '\t'))) {
            let code_point = u32::from(bad);
            self.refuse(INVALID_CHARACTERS, format!("U+{code_point:04X} is not allowed: no emoji and no control characters."));
        }
    }

    fn rules(&mut self, field: &FieldInfo, value: &Value) {
        for rule in field.rules {
            match (rule, value) {
                (Rule::MaxChars(most), Value::String(text)) => {
                    let length = text.chars().count();
                    if length > *most {
                        self.refuse(INVALID_LENGTH, format!("{length} characters, at most {most} are allowed."));
                    } else if length == 0 && field.required {
                        self.refuse(INVALID_LENGTH, "empty: give a text.".to_owned());
                    }
                }
                (Rule::OrderNumber, Value::String(text)) => self.order_number(text),
                (Rule::Min(least), Value::Number(number)) if number.as_i64().is_some_and(|n| n < *least) => {
                    self.refuse(INVALID_RANGE, format!("{number} is too small: at least {least}."));
                }
                (Rule::AdviseMin(least), Value::Number(number)) if number.as_i64().is_some_and(|n| n < *least) => {
                    self.advise(INVALID_RANGE, format!("{number} is probably too small: at least {least}."));
                }
                (Rule::AdviseMax(most), Value::Number(number)) if number.as_i64().is_some_and(|n| n > *most) => {
                    self.advise(INVALID_RANGE, format!("{number} is probably too large: at most {most}."));
                }
                (Rule::MinItems(least), Value::Array(items)) if items.len() < *least => {
                    self.refuse(INVALID_ITEMS, format!("{} elements, at least {least} are needed.", items.len()));
                }
                (Rule::MaxItems(most), Value::Array(items)) if items.len() > *most => {
                    self.refuse(INVALID_ITEMS, format!("{} elements, at most {most} are allowed.", items.len()));
                }
                (Rule::NotifyUrl, Value::String(text)) => self.notify_url(text),
                (Rule::Known, Value::String(text)) => self.known(field, text),
                _ => {}
            }
        }
    }

    fn order_number(&mut self, text: &str) {
        let length = text.chars().count();
        if !(1..=32).contains(&length) {
            self.refuse(INVALID_LENGTH, format!("{length} characters, 1 to 32 are allowed."));
        }
        if !text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '|' | '*')) {
            self.refuse(INVALID_CHARACTERS, "only digits, letters, `_`, `-`, `|` and `*` are allowed.");
        }
    }

    fn notify_url(&mut self, text: &str) {
        let Some(rest) = text.strip_prefix("https://") else {
            self.refuse(INVALID_URL, "a complete address that begins with https:// is needed.");
            return;
        };
        if text.contains(['?', '#']) || text.chars().any(char::is_whitespace) {
            self.refuse(INVALID_URL, "the address may have no query, fragment or blank: WeChat Pay calls it as it stands.");
        }
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        if host.is_empty() {
            self.refuse(INVALID_URL, "the address has no host.");
        } else if path.is_empty() {
            self.advise(INVALID_URL, "the address has no path: WeChat Pay asks for a full path, not just a domain.");
        }
    }

    fn known(&mut self, field: &FieldInfo, text: &str) {
        if let Type::Enum(info) = field.ty
            && !info.values.iter().any(|value| value.value == text)
        {
            let known = info.values.iter().map(|value| value.value).collect::<Vec<_>>().join(", ");
            self.advise(INVALID_VALUE, format!("not one of the documented values: {known}."));
        }
    }

    fn refuse(&mut self, code: Code, detail: impl Into<String>) {
        self.issues.push(Issue::refusing(self.path.as_str(), code, detail));
    }

    fn advise(&mut self, code: Code, detail: impl Into<String>) {
        self.issues.push(Issue::advice(self.path.as_str(), code, Evidence::Sibling, detail));
    }
}

/// What a host could not say in JSON, somewhere in a value that no model describes.
pub(crate) fn unsayable(value: &Value) -> Option<(Code, String)> {
    match value {
        Value::Object(object) => match object.get(UNSAYABLE).and_then(Value::as_str) {
            Some(what) => Some(unsayable_kind(what)),
            None if object.contains_key(BYTES) => Some((INVALID_TYPE, "a sequence of bytes".to_owned())),
            None => object.values().find_map(unsayable),
        },
        Value::Array(list) => list.iter().find_map(unsayable),
        _ => None,
    }
}
