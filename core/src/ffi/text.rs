//! Parameters as JSON text that a user wrote. Nothing in it is a mark, and every number is sent as it stands.

use crate::error::{Code, Error, INVALID_RANGE, INVALID_TYPE, Issue, Outcome, Retry, foreign_word};
use crate::schema::marks;
use serde_json::Value;

/// The JSON of a text about `what`, in the form in which JSON crosses.
pub fn parameters(what: &str, text: &str) -> Result<Value, Error> {
    let refuse = |code: Code, detail: String| {
        Error::of_issues(what, vec![Issue::refusing("", code, detail)]).advise(Retry::Never, Outcome::NotSent)
    };
    let value =
        serde_json::from_str(text).map_err(|error| refuse(INVALID_TYPE, format!("JSON is needed: {error}.")))?;
    match numbers(text).find(|number| !comes_through(number)) {
        None => Ok(marks::escape(value)),
        Some(number) => {
            let detail = "has more digits than every language can hold: give whole numbers within 64 bits, or a text.";
            Err(refuse(INVALID_RANGE, format!("the number {} {detail}", foreign_word(number))))
        }
    }
}

/// The numbers in a JSON text.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    let (mut quoted, mut escaped) = (false, false);
    text.split(move |c: char| {
        if quoted {
            quoted = escaped || c != '"';
            escaped = !escaped && c == '\\';
            return true;
        }
        quoted = c == '"';
        !(c.is_ascii_digit() || matches!(c, '-' | '+' | '.' | 'e' | 'E'))
    })
    .filter(|piece| piece.bytes().any(|byte| byte.is_ascii_digit()))
}

/// Whether the digits of a number are sent unchanged.
fn comes_through(number: &str) -> bool {
    if !number.contains(['.', 'e', 'E']) {
        return number.parse::<i64>().is_ok();
    }
    let digits = |text: &str| {
        let mantissa = text.split(['e', 'E']).next().unwrap_or_default();
        let digits: String = mantissa.chars().filter(char::is_ascii_digit).collect();
        digits.trim_matches('0').to_owned()
    };
    number.parse::<f64>().is_ok_and(|value| value.is_finite() && digits(&format!("{value:e}")) == digits(number))
}
