//! The endpoints: one row each.

use super::checks::{check, check_bound, check_together, check_total};
use super::json::{self, Unreadable};
use super::parameters::{
    APPLY, CANCEL, COMPLETE, CREATE, DEDUCTION, DELIVERY, MODIFY, PERMISSION, QUERY, REGISTER, Row, SYNC, TERMINATE,
};
use crate::world::{Refusal, World, order_key};
use payscore::http::Request;
use serde_json::{Map, Value};

/// Which endpoint a request is for, and the number in its path.
pub(crate) struct Route {
    pub(crate) operation: &'static str,
    rows: &'static [Row],
    number: Option<(&'static str, String)>,
}

impl Route {
    /// The order in its path, if it is about one.
    pub(crate) fn order(&self) -> Option<&str> {
        self.number.as_ref().filter(|(name, _)| *name == "out_order_no").map(|(_, number)| number.as_str())
    }
}

const BASE: &str = "/v3/payscore/acquiringbank/";

pub(crate) fn route(request: &Request) -> Option<Route> {
    route_of(&request.method, request.target())
}

/// Whether there is an endpoint at this path, for another method.
pub(crate) fn takes_another_method(request: &Request) -> bool {
    ["GET", "POST"].iter().any(|method| *method != request.method && route_of(method, request.target()).is_some())
}

fn route_of(method: &str, target: &str) -> Option<Route> {
    let path = target.split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.strip_prefix(BASE)?.split('/').collect();
    let plain = |operation, rows| Some(Route { operation, rows, number: None });
    let order = |operation, rows, number: &str| {
        Some(Route { operation, rows, number: Some(("out_order_no", decode(number).filter(|number| !number.is_empty())?)) })
    };
    let permission = |operation, rows, code: &str| {
        Some(Route { operation, rows, number: Some(("authorization_code", decode(code).filter(|code| !code.is_empty())?)) })
    };
    match (method, parts.as_slice()) {
        ("POST", ["serviceorder"]) => plain("create_order", CREATE),
        ("GET", ["serviceorder"]) => plain("query_order", QUERY),
        ("GET", ["serviceorder", "deduction"]) => plain("query_deduction", DEDUCTION),
        ("POST", ["serviceorder", number, "cancel"]) => order("cancel_order", CANCEL, number),
        ("POST", ["serviceorder", number, "complete"]) => order("complete_order", COMPLETE, number),
        ("POST", ["serviceorder", number, "modify"]) => order("modify_order", MODIFY, number),
        ("POST", ["serviceorder", number, "sync"]) => order("sync_order", SYNC, number),
        ("POST", ["serviceorder", number, "registerdeductinfo"]) => order("register_deduct_info", REGISTER, number),
        ("POST", ["servicepayondeliveryorder"]) => plain("create_delivery_order", DELIVERY),
        ("POST", ["permissions"]) => plain("apply_permissions", APPLY),
        ("GET", ["permissions", "authorization-code", code]) => permission("query_permissions", PERMISSION, code),
        ("POST", ["permissions", "authorization-code", code, "terminate"]) => {
            permission("terminate_permissions", TERMINATE, code)
        }
        _ => None,
    }
}

/// Does it. `None` is 204. Parameters come first, then the binding and whether it exists, then its state.
pub(crate) fn perform(world: &mut World, route: &Route, request: &Request) -> Result<Option<Value>, Refusal> {
    let (mut params, location) = if request.method == "GET" { (query(request)?, "query") } else { (body(request)?, "body") };
    let strict = world.switches.get("unknown_member") == "refuse";
    if let Some(name) = query(request)?.keys().next().filter(|_| strict && location == "body") {
        return Err(Refusal::unknown_member(name, "query"));
    }
    if let Some((name, number)) = &route.number {
        // It stands in the path, and nowhere else.
        if params.insert((*name).to_owned(), Value::String(number.clone())).is_some() && strict {
            let field = if location == "body" { format!("/{name}") } else { (*name).to_owned() };
            return Err(Refusal::unknown_member(&field, location));
        }
    }
    check(route.rows, &params, location, &world.switches)?;
    check_together(&params)?;
    world.texts_fit(&params)?;
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    match route.operation {
        "complete_order" | "modify_order" => check_total(&params)?,
        "query_order" if text("out_order_no").is_some() == text("query_id").is_some() => {
            return Err(Refusal::param("out_order_no", None, "exactly one of out_order_no and query_id", "query"));
        }
        _ => {}
    }
    check_bound(&params, &world.mchid)?;
    exists(world, route, &params)?;
    let key = order_key(&params);
    let code = text("authorization_code").unwrap_or_default();
    match route.operation {
        "create_order" | "create_delivery_order" => world.create(&params).map(Some),
        "query_order" => world.query(&key.0, text("out_order_no"), text("query_id")).map(Some),
        "cancel_order" => world.cancel(&key, &params).map(|()| None),
        "complete_order" => world.complete(&key, &params).map(|()| None),
        "modify_order" => world.modify(&key, &params).map(|()| None),
        "sync_order" => world.sync(&key, &params).map(|()| None),
        "register_deduct_info" => world.register(&key, text("out_trade_no").unwrap_or_default()).map(Some),
        "query_deduction" => world.deduction(&key).map(Some),
        "apply_permissions" => world.apply_permissions(&params).map(Some),
        "query_permissions" => world.permission(code).map(Some),
        _ => world.terminate_permissions(code).map(|()| None),
    }
}

/// What a call is about must be there, and the merchant's under these numbers.
fn exists(world: &World, route: &Route, params: &Map<String, Value>) -> Result<(), Refusal> {
    match route.operation {
        "create_order" | "create_delivery_order" | "apply_permissions" => Ok(()),
        "query_permissions" | "terminate_permissions" => {
            let code = params.get("authorization_code").and_then(Value::as_str).unwrap_or_default();
            let ours = world.permissions.get(code).is_some_and(|found| world.belongs(&found.params, params));
            if ours { Ok(()) } else { Err(Refusal::no_permission_record()) }
        }
        _ if !params.contains_key("out_order_no") => Ok(()),
        _ => {
            let ours = world.orders.get(&order_key(params)).is_some_and(|order| world.belongs(&order.params, params));
            if ours { Ok(()) } else { Err(Refusal::no_order()) }
        }
    }
}

pub(super) fn body(request: &Request) -> Result<Map<String, Value>, Refusal> {
    let bytes = request.body.as_deref().unwrap_or_default();
    let text = std::str::from_utf8(bytes).map_err(|_| Refusal::request("请求内容传入了非UTF8参数", 268_435_464))?;
    match json::read(text) {
        Ok(Value::Object(object)) => Ok(object),
        Err(Unreadable::Twice(pointer)) => Err(Refusal::param(&pointer, None, "this member occurs twice", "body")),
        _ => Err(Refusal::param("", None, "not a JSON object", "body")),
    }
}

pub(super) fn query(request: &Request) -> Result<Map<String, Value>, Refusal> {
    let query = request.target().split_once('?').map(|(_, query)| query).unwrap_or_default();
    let mut out = Map::new();
    for pair in query.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let decoded = decode(&name.replace('+', "%20")).zip(decode(&value.replace('+', "%20")));
        let (name, value) = decoded.ok_or_else(|| Refusal::request("请求内容传入了非UTF8参数", 268_435_464))?;
        if out.contains_key(&name) {
            return Err(Refusal::param(&name, None, "this parameter occurs twice", "query"));
        }
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
