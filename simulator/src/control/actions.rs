//! What the control interface does, whatever the mode.

use super::about::about;
use crate::backend::Backend;
use crate::common::{ControlAnswer, ControlRequest};
use payscore::time::Timestamp;
use serde_json::{Value, json};

/// Where files are downloaded.
const DOWNLOAD_HOST: &str = "https://api.mch.weixin.qq.com";

/// Performs a request; `None` when it is of a mode.
pub(super) fn perform(backend: &mut Backend, request: &ControlRequest<'_>) -> Option<ControlAnswer> {
    let result = match (request.method, request.parts) {
        ("GET", []) => Ok(about(backend)),
        ("GET", ["clock"]) => Ok(json!({"now": backend.world.common.now})),
        ("POST", ["clock"]) => set_clock(backend, request),
        ("GET", ["switches"]) => Ok(backend.world.common.switches.view()),
        ("POST", ["switches"]) => set_switches(backend, request),
        ("GET", ["keys"]) => Ok(keys(backend)),
        ("POST", ["keys"]) => set_keys(backend, request),
        ("GET", ["faults"]) => Ok(backend.world.common.faults.view()),
        ("POST", ["faults"]) => add_fault(backend, request),
        ("DELETE", ["faults"]) => {
            backend.world.common.faults.clear();
            Ok(json!([]))
        }
        ("POST", ["mappings"]) => map_callbacks(backend, request),
        ("GET", ["files"]) => Ok(backend.files.view()),
        ("POST", ["files"]) => offer_file(backend, request),
        ("GET", ["deliveries"]) => Ok(backend.callbacks.view()),
        ("POST", ["deliveries", id]) => report_delivery(backend, request, id),
        ("POST", ["deliveries", id, "repeat"]) => {
            let now = backend.world.common.now;
            if backend.callbacks.repeat(id, now) { Ok(json!({})) } else { Err(no_delivery()) }
        }
        ("GET", ["log"]) => Ok(Value::Array(backend.log.clone())),
        _ => return None,
    };
    Some(result.into())
}

fn set_clock(backend: &mut Backend, request: &ControlRequest<'_>) -> Result<Value, ControlAnswer> {
    let now = backend.world.common.now;
    let number = |name: &str| request.body.get(name).and_then(Value::as_i64);
    let advanced = number("advance").filter(|seconds| *seconds >= 0).map(|seconds| now.plus(seconds));
    let to = advanced.or_else(|| number("now").and_then(Timestamp::from_unix)).filter(|to| *to >= now);
    let needed = "give `advance` in seconds, or `now` in Unix seconds; the clock only moves forward";
    let to = to.ok_or_else(|| ControlAnswer::bad_request(needed))?;
    backend.world.advance_to(to);
    Ok(json!({ "now": to }))
}

fn set_switches(backend: &mut Backend, request: &ControlRequest<'_>) -> Result<Value, ControlAnswer> {
    let switches = &mut backend.world.common.switches;
    request.body.iter().try_for_each(|(name, value)| switches.set(name, value)).map_err(ControlAnswer::bad_request)?;
    Ok(switches.view())
}

fn add_fault(backend: &mut Backend, request: &ControlRequest<'_>) -> Result<Value, ControlAnswer> {
    let faults = &mut backend.world.common.faults;
    faults.add(request.body).map_err(ControlAnswer::bad_request)?;
    Ok(faults.view())
}

fn keys(backend: &Backend) -> Value {
    let mut view = backend.keys.view();
    if let Some(view) = view.as_object_mut() {
        let switches = &backend.world.common.switches;
        view.insert("answers".to_owned(), json!(switches.get("answers_signed_by")));
        view.insert("callbacks".to_owned(), json!(switches.get("callback_signed_by")));
    }
    view
}

/// Everything is read before anything changes.
fn set_keys(backend: &mut Backend, request: &ControlRequest<'_>) -> Result<Value, ControlAnswer> {
    let body = request.body;
    let listed = match body.get("certificates").map(Value::as_str) {
        None => backend.keys.listed,
        Some(Some("listed")) => true,
        Some(Some("none")) => false,
        Some(_) => return Err(ControlAnswer::bad_request("`certificates` must be listed or none")),
    };
    let rotate = match body.get("rotate") {
        None => false,
        Some(rotate) => rotate.as_bool().ok_or_else(|| ControlAnswer::bad_request("`rotate` must be true or false"))?,
    };
    for (member, switch) in [("answers", "answers_signed_by"), ("callbacks", "callback_signed_by")] {
        if let Some(value) = body.get(member) {
            backend.world.common.switches.set(switch, value).map_err(ControlAnswer::bad_request)?;
        }
    }
    backend.keys.listed = listed;
    if rotate {
        backend.keys.rotate();
    }
    Ok(keys(backend))
}

fn map_callbacks(backend: &mut Backend, request: &ControlRequest<'_>) -> Result<Value, ControlAnswer> {
    let both = request.text("from").zip(request.text("to"));
    let (from, to) = both.ok_or_else(|| ControlAnswer::bad_request("give `from` and `to`"))?;
    if !is_on_this_machine(to) {
        return Err(ControlAnswer::bad_request("`to` must be on this machine: http://127.0.0.1:port"));
    }
    backend.callbacks.mappings.insert(0, (from.to_owned(), to.trim_end_matches('/').to_owned()));
    Ok(json!({"from": from, "to": to}))
}

fn offer_file(backend: &mut Backend, request: &ControlRequest<'_>) -> Result<Value, ControlAnswer> {
    let content = request.text("content").ok_or_else(|| ControlAnswer::bad_request("give `content`"))?;
    let hash_type = request.text("hash_type").unwrap_or("SHA1");
    if !matches!(hash_type, "SHA1" | "SHA256") {
        return Err(ControlAnswer::bad_request("`hash_type` must be SHA1 or SHA256"));
    }
    let content = content.as_bytes().to_vec();
    Ok(backend.files.offer(&mut backend.world.common, content, hash_type, DOWNLOAD_HOST))
}

fn report_delivery(backend: &mut Backend, request: &ControlRequest<'_>, id: &str) -> Result<Value, ControlAnswer> {
    let status = request.body.get("status").and_then(Value::as_i64);
    let payment = backend.callbacks.report(id, status, backend.world.common.now).ok_or_else(no_delivery)?;
    Ok(match payment {
        Some(payment) => json!({"payment": backend.world.prepay_answered(&payment, status, request.text("body"))}),
        None => json!({}),
    })
}

fn no_delivery() -> ControlAnswer {
    ControlAnswer::not_found("there is no such delivery")
}

/// Whether an address is one of this machine's, with a port.
fn is_on_this_machine(address: &str) -> bool {
    let rest = address.strip_prefix("http://").unwrap_or_default();
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let with_port = authority.rsplit_once(':');
    with_port
        .is_some_and(|(host, port)| ["127.0.0.1", "localhost", "[::1]"].contains(&host) && port.parse::<u16>().is_ok())
}
