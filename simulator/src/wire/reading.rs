//! What a request holds: its query, its JSON body, its parameters.

use super::json::{self, Unreadable};
use super::parameters::{Row, validate};
use crate::common::{Refusal, Switches};
use payscore::http::Request;
use serde_json::{Map, Value};

/// The parameters of a request, validated: those of its query or its body, and the one in its path.
pub(crate) fn parameters(
    request: &Request,
    rows: &[Row],
    in_path: Option<&(&'static str, String)>,
    switches: &Switches,
) -> Result<Map<String, Value>, Refusal> {
    let (mut params, location) =
        if request.method == "GET" { (query(request)?, "query") } else { (json_body(request)?, "body") };
    let strict = switches.get("unknown_member") == "refuse";
    if let Some(name) = query(request)?.keys().next().filter(|_| strict && location == "body") {
        return Err(Refusal::unknown_member(name, "query"));
    }
    if let Some((name, value)) = in_path {
        // It belongs in the path alone.
        if params.insert((*name).to_owned(), Value::String(value.clone())).is_some() && strict {
            let field = if location == "body" { format!("/{name}") } else { (*name).to_owned() };
            return Err(Refusal::unknown_member(&field, location));
        }
    }
    validate(rows, &params, location, switches)?;
    Ok(params)
}

pub(crate) fn json_body(request: &Request) -> Result<Map<String, Value>, Refusal> {
    let bytes = request.body.as_deref().unwrap_or_default();
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::request("请求内容传入了非UTF8参数", 268_435_464))?;
    match json::read(text) {
        Ok(Value::Object(object)) => Ok(object),
        Err(Unreadable::Twice(pointer)) => Err(Refusal::param(&pointer, None, "this member occurs twice", "body")),
        _ => Err(Refusal::param("", None, "not a JSON object", "body")),
    }
}

pub(crate) fn query(request: &Request) -> Result<Map<String, Value>, Refusal> {
    let query = request.target().split_once('?').map(|(_, query)| query).unwrap_or_default();
    let mut out = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let decoded = percent_decode(&name.replace('+', "%20")).zip(percent_decode(&value.replace('+', "%20")));
        let (name, value) = decoded.ok_or_else(|| Refusal::request("请求内容传入了非UTF8参数", 268_435_464))?;
        if out.contains_key(&name) {
            return Err(Refusal::param(&name, None, "this parameter occurs twice", "query"));
        }
        out.insert(name, Value::String(value));
    }
    Ok(out)
}

/// Decodes percent signs. Any encoding that was signed is accepted.
pub(crate) fn percent_decode(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut out = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        out.push(u8::from_str_radix(digits, 16).ok()?);
        out.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(out).ok()
}
