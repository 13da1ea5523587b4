//! The endpoints: one row each.

use super::parameters::{self, CANCEL, COMPLETE, CREATE, DEDUCTION, QUERY, REGISTER};
use crate::world::{Refusal, World, order_key};
use payscore::http::Request;
use serde_json::{Map, Value};

/// Which endpoint a request is for, and the order number in its path.
pub(crate) struct Route {
    pub(crate) operation: &'static str,
    number: Option<String>,
}

const BASE: &str = "/v3/payscore/acquiringbank/serviceorder";

pub(crate) fn route(request: &Request) -> Option<Route> {
    let path = request.target().split('?').next().unwrap_or_default();
    let rest = path.strip_prefix(BASE)?;
    let plain = |operation| Some(Route { operation, number: None });
    match (request.method.as_str(), rest) {
        ("POST", "") => plain("create_order"),
        ("GET", "") => plain("query_order"),
        ("GET", "/deduction") => plain("query_deduction"),
        ("POST", rest) => {
            let (number, action) = rest.strip_prefix('/')?.split_once('/')?;
            let operation = match action {
                "cancel" => "cancel_order",
                "complete" => "complete_order",
                "registerdeductinfo" => "register_deduct_info",
                _ => return None,
            };
            Some(Route { operation, number: Some(decode(number)?) })
        }
        _ => None,
    }
}

/// Does it. `None` is 204.
pub(crate) fn perform(world: &mut World, route: &Route, request: &Request) -> Result<Option<Value>, Refusal> {
    let mut params = if request.method == "GET" { query(request)? } else { body(request)? };
    let location = if request.method == "GET" { "query" } else { "body" };
    if let Some(number) = &route.number {
        params.insert("out_order_no".to_owned(), Value::String(number.clone()));
    }
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    let key = order_key(&params);
    let strict = world.switches.get("unknown_member") == "refuse";
    let checked = |rows| parameters::check(rows, &params, location, strict);
    if route.operation != "create_order" && !world.belongs(&key, &params) {
        return Err(Refusal::no_order());
    }
    match route.operation {
        "create_order" => {
            checked(CREATE)?;
            parameters::check_together(&params)?;
            world.create(&params).map(Some)
        }
        "query_order" => {
            checked(QUERY)?;
            if text("out_order_no").is_some() == text("query_id").is_some() {
                return Err(Refusal::param("out_order_no", None, "exactly one of out_order_no and query_id", "query"));
            }
            world.query(&key.0, text("out_order_no"), text("query_id")).map(Some)
        }
        "cancel_order" => {
            checked(CANCEL)?;
            world.cancel(&key).map(|()| None)
        }
        "complete_order" => {
            checked(COMPLETE)?;
            parameters::check_together(&params)?;
            parameters::check_total(&params)?;
            world.complete(&key, &params).map(|()| None)
        }
        "register_deduct_info" => {
            checked(REGISTER)?;
            world.register(&key, text("out_trade_no").unwrap_or_default()).map(Some)
        }
        _ => {
            checked(DEDUCTION)?;
            world.deduction(&key).map(Some)
        }
    }
}

fn body(request: &Request) -> Result<Map<String, Value>, Refusal> {
    let bytes = request.body.as_deref().unwrap_or_default();
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::request("请求内容传入了非UTF8参数", 268_435_464))?;
    match serde_json::from_str(text) {
        Ok(Value::Object(object)) => Ok(object),
        _ => Err(Refusal::param("", None, "not a JSON object", "body")),
    }
}

fn query(request: &Request) -> Result<Map<String, Value>, Refusal> {
    let query = request.target().split_once('?').map(|(_, query)| query).unwrap_or_default();
    let mut out = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let decoded = decode(&name.replace('+', "%20")).zip(decode(&value.replace('+', "%20")));
        let (name, value) = decoded.ok_or_else(|| Refusal::request("请求内容传入了非UTF8参数", 268_435_464))?;
        out.insert(name, Value::String(value));
    }
    Ok(out)
}

/// Percent-decoding: any encoding that was signed is accepted.
pub(crate) fn decode(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut out = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        out.push(u8::from_str_radix(digits, 16).ok()?);
        out.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(out).ok()
}
