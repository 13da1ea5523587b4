//! The one door: user, clearing-house, clock and fault actions are requests under `/_simulator/…`, the same in-process and over
//! HTTP. They are not signed and never exist at WeChat Pay.

mod about;
mod clearing;
mod list;

pub(crate) use list::help;

use super::routes::decode;
use crate::Simulator;
use crate::world::{Refusal, User, World};
use about::about;
use list::unknown_member;
use payscore::http::{Headers, Request, Response};
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};

/// What to give back; `None` when the answer is dropped.
pub(crate) fn open(simulator: &mut Simulator, request: &Request) -> Option<Response> {
    let path = request.target().split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.trim_start_matches("/_simulator").split('/').filter(|part| !part.is_empty()).collect();
    let body = match request.body.as_deref().filter(|body| !body.is_empty()) {
        None => Map::new(),
        Some(bytes) => match serde_json::from_slice(bytes) {
            Ok(Value::Object(object)) => object,
            _ => return Some(answer(400, &json!({"error": "the body is not a JSON object"}))),
        },
    };
    if let Some(error) = unknown_member(&request.method, &parts, &body) {
        return Some(answer(400, &json!({"error": error})));
    }
    if let ("POST", ["clearing", action @ ("withhold" | "prepay")]) = (request.method.as_str(), parts.as_slice()) {
        return clearing::act(&mut simulator.world, action, &body);
    }
    if parts.as_slice() == ["help"] {
        let headers = Headers::new().with("Content-Type", "text/plain; charset=utf-8");
        return Some(Response::new(200, headers, help().into_bytes()));
    }
    let sub_mchid = request.target().split_once("?sub_mchid=").map(|(_, sub_mchid)| sub_mchid);
    let result = act(simulator, &request.method, &parts, sub_mchid, &body);
    Some(result.map_or_else(|(status, error)| answer(status, &json!({"error": error})), |value| answer(200, &value)))
}

type Done = Result<Value, (u16, String)>;

fn act(simulator: &mut Simulator, method: &str, parts: &[&str], sub_mchid: Option<&str>, body: &Map<String, Value>) -> Done {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let bad = |error: String| (400, error);
    let refused = |refusal: Refusal| (409, format!("{} {}", refusal.code, refusal.message));
    match (method, parts) {
        ("GET", []) => Ok(about(simulator)),
        ("GET", ["clock"]) => Ok(json!({"now": simulator.world.now})),
        ("POST", ["clock"]) => {
            let now = simulator.world.now;
            let advance =
                body.get("advance").and_then(Value::as_i64).filter(|seconds| *seconds >= 0).map(|seconds| now.plus(seconds));
            let to = advance.or_else(|| body.get("now").and_then(Value::as_i64).and_then(Timestamp::from_unix));
            let to = to
                .filter(|to| *to >= now)
                .ok_or_else(|| bad("give `advance` in seconds, or `now`; the clock only moves forward".to_owned()))?;
            simulator.set_now(to);
            Ok(json!({"now": to}))
        }
        ("GET", ["switches"]) => Ok(simulator.world.switches.view()),
        ("POST", ["switches"]) => {
            body.iter().try_for_each(|(name, value)| simulator.world.switches.set(name, value)).map_err(bad)?;
            Ok(simulator.world.switches.view())
        }
        ("GET", ["keys"]) => Ok(keys(simulator)),
        ("POST", ["keys"]) => {
            turn_keys(simulator, body).map_err(bad)?;
            Ok(keys(simulator))
        }
        ("GET", ["faults"]) => Ok(simulator.world.faults.view()),
        ("POST", ["faults"]) => {
            simulator.world.faults.add(body).map_err(bad)?;
            Ok(simulator.world.faults.view())
        }
        ("DELETE", ["faults"]) => {
            simulator.world.faults.clear();
            Ok(json!([]))
        }
        ("POST", ["mappings"]) => {
            let (from, to) = text("from").zip(text("to")).ok_or_else(|| bad("give `from` and `to`".to_owned()))?;
            if !is_on_this_machine(to) {
                return Err(bad("`to` must be on this machine: http://127.0.0.1:port".to_owned()));
            }
            simulator.callbacks.mappings.insert(0, (from.to_owned(), to.trim_end_matches('/').to_owned()));
            Ok(json!({"from": from, "to": to}))
        }
        ("GET", ["orders"]) => {
            Ok(simulator.world.orders.values().map(|order| Value::Object(order.view(&simulator.world.mchid))).collect())
        }
        ("GET", ["orders", number]) => {
            let key = find(&simulator.world, number, sub_mchid)?;
            Ok(order(&simulator.world, &key))
        }
        ("POST", ["orders", number, "confirm"]) => {
            let key = find(&simulator.world, number, sub_mchid)?;
            simulator.world.confirm(&key, text("package")).map_err(refused)
        }
        ("POST", ["orders", number, "paid_elsewhere"]) => {
            let key = find(&simulator.world, number, sub_mchid)?;
            simulator.world.pay_elsewhere(&key).map_err(refused)?;
            Ok(order(&simulator.world, &key))
        }
        ("POST", ["orders", number, "pay"]) => {
            let key = find(&simulator.world, number, sub_mchid)?;
            let (finish, settles_after) = (seconds(body, "finish")?, seconds(body, "settles_after")?.unwrap_or(0));
            simulator.world.pay(&key, finish, settles_after).map_err(refused)
        }
        ("POST", ["orders", number, "pay", "finish"]) => {
            let key = find(&simulator.world, number, sub_mchid)?;
            simulator.world.finish_payment(&key, seconds(body, "settles_after")?).map_err(refused)
        }
        ("POST", ["orders", number, "show"]) => {
            let key = find(&simulator.world, number, sub_mchid)?;
            if let Some(order) = simulator.world.orders.get_mut(&key) {
                order.shown_state = text("state").map(str::to_owned);
            }
            Ok(order(&simulator.world, &key))
        }
        ("GET", ["permissions"]) => {
            Ok(simulator.world.permissions.values().map(|found| Value::Object(found.view(&simulator.world.mchid))).collect())
        }
        ("POST", ["permissions", code, "open"]) => {
            let user = User::known_as(text("openid"), text("sub_openid"));
            let code = decode(code).unwrap_or_default();
            simulator.world.open_service(&code, text("apply_permissions_token"), user).map_err(refused)
        }
        ("POST", ["permissions", code, "close"]) => {
            simulator.world.close_service(&decode(code).unwrap_or_default()).map_err(refused)
        }
        ("POST", ["clearing", "close"]) => Ok(simulator.world.close(text("out_trade_no").unwrap_or_default())),
        ("GET", ["clearing", number]) => {
            let number = decode(number).unwrap_or_default();
            clearing::view(&simulator.world, &number)
                .ok_or_else(|| (404, "this number was never registered or placed".to_owned()))
        }
        ("GET", ["files"]) => Ok(simulator.files.view()),
        ("POST", ["files"]) => {
            let content = text("content").ok_or_else(|| bad("give `content`".to_owned()))?.as_bytes().to_vec();
            let hash_type = text("hash_type").unwrap_or("SHA1");
            if !matches!(hash_type, "SHA1" | "SHA256") {
                return Err(bad("`hash_type` is SHA1 or SHA256".to_owned()));
            }
            Ok(simulator.files.offer(&mut simulator.world, content, hash_type, "https://api.mch.weixin.qq.com"))
        }
        ("GET", ["deliveries"]) => Ok(simulator.callbacks.view()),
        ("POST", ["deliveries", id]) => {
            let status = body.get("status").and_then(Value::as_i64);
            let meaning = simulator.callbacks.report(id, status, text("body"), &mut simulator.world);
            meaning.ok_or_else(|| (404, "there is no such delivery".to_owned()))
        }
        ("POST", ["deliveries", id, "repeat"]) => {
            let now = simulator.world.now;
            if simulator.callbacks.repeat(id, now) { Ok(json!({})) } else { Err((404, "there is no such delivery".to_owned())) }
        }
        ("GET", ["log"]) => Ok(Value::Array(simulator.log.clone())),
        ("GET", ["books"]) => Ok(simulator.world.books()),
        _ => Err((404, "there is no such door; GET /_simulator/help lists them".to_owned())),
    }
}

fn keys(simulator: &Simulator) -> Value {
    let mut view = simulator.keys.view();
    if let Some(view) = view.as_object_mut() {
        view.insert("answers".to_owned(), json!(simulator.world.switches.get("answers_signed_by")));
        view.insert("callbacks".to_owned(), json!(simulator.world.switches.get("callback_signed_by")));
    }
    view
}

/// Everything is looked at before anything changes.
fn turn_keys(simulator: &mut Simulator, body: &Map<String, Value>) -> Result<(), String> {
    let listed = match body.get("certificates").map(Value::as_str) {
        None => simulator.keys.listed,
        Some(Some("listed")) => true,
        Some(Some("none")) => false,
        Some(_) => return Err("`certificates` is listed or none".to_owned()),
    };
    let rotate = match body.get("rotate") {
        None => false,
        Some(rotate) => rotate.as_bool().ok_or("`rotate` is true or false")?,
    };
    for (member, switch) in [("answers", "answers_signed_by"), ("callbacks", "callback_signed_by")] {
        body.get(member).map_or(Ok(()), |value| simulator.world.switches.set(switch, value))?;
    }
    simulator.keys.listed = listed;
    if rotate {
        simulator.keys.rotate();
    }
    Ok(())
}

/// Whether an address is one of this machine's, with a port.
fn is_on_this_machine(address: &str) -> bool {
    let rest = address.strip_prefix("http://").unwrap_or_default();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority
        .rsplit_once(':')
        .is_some_and(|(host, port)| ["127.0.0.1", "localhost", "[::1]"].contains(&host) && port.parse::<u16>().is_ok())
}

/// A member in seconds; a mistyped one is refused.
fn seconds(body: &Map<String, Value>, name: &str) -> Result<Option<i64>, (u16, String)> {
    match body.get(name) {
        None => Ok(None),
        Some(value) => match value.as_i64().filter(|seconds| *seconds >= 0) {
            Some(seconds) => Ok(Some(seconds)),
            None => Err((400, format!("`{name}` is a whole number of seconds"))),
        },
    }
}

/// The order of this number; `?sub_mchid=` tells whose where two sub-merchants use the same.
fn find(world: &World, number: &str, sub_mchid: Option<&str>) -> Result<(String, String), (u16, String)> {
    let number = decode(number).unwrap_or_default();
    let mut found = world.orders.keys().filter(|(sub, known)| *known == number && sub_mchid.is_none_or(|wanted| wanted == sub));
    match (found.next(), found.next()) {
        (Some(key), None) => Ok(key.clone()),
        (Some(_), Some(_)) => Err((400, "two sub-merchants use this number: add ?sub_mchid=".to_owned())),
        _ => Err((404, "there is no such order".to_owned())),
    }
}

fn order(world: &World, key: &(String, String)) -> Value {
    let Some(order) = world.orders.get(key) else { return Value::Null };
    let deductions: Vec<Value> = order
        .numbers
        .iter()
        .filter_map(|number| {
            world.deductions.get(number).map(
                |found| json!({"out_trade_no": number, "registered_at": found.registered_at, "result": found.withholding.word()}),
            )
        })
        .collect();
    let charges: Vec<Value> = world.charges.iter().filter(|charge| charge.order == *key).map(|charge| charge.view()).collect();
    let history: Vec<Value> = order.history.iter().map(|(at, what)| json!({"at": at, "what": what})).collect();
    let payments: Vec<Value> =
        world.user_payments.iter().filter(|payment| payment.order == *key).map(|payment| payment.view()).collect();
    json!({"order": order.view(&world.mchid), "deductions": deductions, "payments": payments, "charges": charges, "history": history, "number_in_force": world.number_in_force(key)})
}

fn answer(status: u16, value: &Value) -> Response {
    Response::new(status, Headers::new().with("Content-Type", "application/json"), value.to_string().into_bytes())
}
