//! The kinds of parameters, and the validation of those of a request.

use super::address;
use crate::common::{Refusal, Switches};
use payscore::time::Timestamp;
use serde_json::{Map, Value};

/// What a parameter may be. Types are strict: `"100"` and `1.5` are no amounts.
#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// A text of at most this many characters.
    Text(usize),
    /// A number that the merchant makes: 1 to 32 letters, digits, `_`, `-`, `|`, `*`.
    Number,
    /// An amount in fen, of at least this.
    Fen(i64),
    /// 1 to 100.
    Count,
    OneOf(&'static [&'static str]),
    Bool,
    /// An address for callbacks.
    Url,
    /// yyyyMMddHHmmss, yyyyMMdd or `OnAccept`.
    Time,
    /// A time in the past: never `OnAccept`.
    Moment,
    /// RFC 3339, at most 64 characters.
    Zoned,
    /// A list of texts.
    Texts,
    Object(&'static [Row]),
    /// A list of at least and at most this many objects.
    List(usize, usize, &'static [Row]),
}

/// One parameter.
pub(crate) struct Row {
    name: &'static str,
    required: bool,
    kind: Kind,
}

pub(crate) const fn required(name: &'static str, kind: Kind) -> Row {
    Row { name, required: true, kind }
}

pub(crate) const fn optional(name: &'static str, kind: Kind) -> Row {
    Row { name, required: false, kind }
}

/// For texts whose length no page gives.
pub(crate) const LONG: Kind = Kind::Text(2048);

/// Refuses parameters that no row names, that are missing, or that are not of their kind. A mistake in a body is named
/// by its pointer, one in a query by the parameter's name.
pub(crate) fn validate(
    rows: &[Row],
    params: &Map<String, Value>,
    location: &str,
    switches: &Switches,
) -> Result<(), Refusal> {
    object(rows, params, if location == "body" { "/" } else { "" }, &Place { location, switches })
}

/// Where parameters stand, and the switches that decide about them.
struct Place<'a> {
    location: &'a str,
    switches: &'a Switches,
}

fn object(rows: &[Row], params: &Map<String, Value>, at: &str, place: &Place<'_>) -> Result<(), Refusal> {
    for Row { name, required, kind } in rows {
        let field = format!("{at}{name}");
        match params.get(*name) {
            None if *required => return Err(Refusal::param(&field, None, "missing", place.location)),
            None => {}
            Some(value) => value_of_kind(*kind, value, &field, place)?,
        }
    }
    match params.keys().find(|name| !rows.iter().any(|row| row.name == name.as_str())) {
        Some(unknown) if place.switches.get("unknown_member") == "refuse" => {
            Err(Refusal::unknown_member(&format!("{at}{unknown}"), place.location))
        }
        _ => Ok(()),
    }
}

fn value_of_kind(kind: Kind, value: &Value, field: &str, place: &Place<'_>) -> Result<(), Refusal> {
    let wrong = |issue: &str| Err(Refusal::param(field, Some(value), issue, place.location));
    let text = value.as_str().unwrap_or_default();
    let (right, issue) = match kind {
        Kind::Text(most) => (!text.is_empty() && text.chars().count() <= most, "not a text of the allowed length"),
        Kind::Number => (is_number(text), "not a number of 1 to 32 allowed characters"),
        Kind::Fen(least) => (value.as_i64().is_some_and(|fen| fen >= least), "not a whole number of fen in range"),
        Kind::Count => (value.as_i64().is_some_and(|count| (1..=100).contains(&count)), "not 1 to 100"),
        Kind::OneOf(known) => (known.contains(&text), "not one of the known values"),
        Kind::Bool => (value.is_boolean(), "not a boolean"),
        Kind::Url if !address::is_complete(text) => {
            (false, "not an https address with a path, without a login, a query or a fragment")
        }
        Kind::Url => {
            let reached = address::is_public(text) || place.switches.get("notify_url_not_public") == "accept";
            (reached, "not an address that can be reached from outside")
        }
        Kind::Time => (text == "OnAccept" || is_moment(text), "not yyyyMMddHHmmss, yyyyMMdd or OnAccept"),
        Kind::Moment => (is_moment(text), "not yyyyMMddHHmmss or yyyyMMdd"),
        Kind::Texts => (value.as_array().is_some_and(|list| list.iter().all(Value::is_string)), "not a list of texts"),
        Kind::Zoned => (is_zoned(text), "not RFC 3339"),
        Kind::Object(rows) => match value.as_object() {
            Some(inner) => return object(rows, inner, &format!("{field}/"), place),
            None => (false, "not an object"),
        },
        Kind::List(least, most, rows) => match value.as_array() {
            Some(list) if list.len() >= least && list.len() <= most => {
                let mut items = list.iter().enumerate();
                return items.try_for_each(|(index, item)| {
                    value_of_kind(Kind::Object(rows), item, &format!("{field}/{index}"), place)
                });
            }
            _ => (false, "not a list of the allowed length"),
        },
    };
    if right { Ok(()) } else { wrong(issue) }
}

fn is_number(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-|*".contains(&byte))
}

fn is_moment(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && Timestamp::from_beijing(text).is_some()
}

fn is_zoned(text: &str) -> bool {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    plain && text.len() <= 64 && Timestamp::from_rfc3339(text).is_some()
}
