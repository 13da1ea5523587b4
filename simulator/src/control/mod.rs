//! The control interface. What users and the clearing house do, the clock and the faults are requests under
//! `/_simulator/…`, the same in-process and over HTTP. They are not signed, and WeChat Pay has nothing like them.

mod about;
mod actions;
mod help;
mod rows;

pub(crate) use help::help;

use crate::answer::Answer;
use crate::backend::Backend;
use crate::common::{ControlAnswer, ControlRequest, ControlRow};
use crate::world::DECLARED;
use payscore::http::{Headers, Request, Response};
use rows::ROWS;
use serde_json::{Map, Value, json};

const UNKNOWN_REQUEST: &str = "the control interface has no such request: see GET /_simulator/help";

/// Answers a request of the control interface.
pub(crate) fn answer(backend: &mut Backend, request: &Request) -> Answer {
    let path = request.target().split('?').next().unwrap_or_default();
    let parts: Vec<&str> = path.trim_start_matches("/_simulator").split('/').filter(|part| !part.is_empty()).collect();
    if parts.as_slice() == ["help"] {
        let headers = Headers::new().with("Content-Type", "text/plain; charset=utf-8");
        return Answer::Reply(Response::new(200, headers, help().into_bytes()));
    }
    match perform(backend, request, &parts) {
        ControlAnswer::Done(value) => Answer::Reply(json_response(200, &value)),
        ControlAnswer::Refused(status, error) => Answer::Reply(json_response(status, &json!({ "error": error }))),
        ControlAnswer::Dropped => Answer::Dropped,
    }
}

fn perform(backend: &mut Backend, request: &Request, parts: &[&str]) -> ControlAnswer {
    let body = match request.body.as_deref().filter(|body| !body.is_empty()) {
        None => Map::new(),
        Some(bytes) => match serde_json::from_slice(bytes) {
            Ok(Value::Object(object)) => object,
            _ => return ControlAnswer::bad_request("the body is not a JSON object"),
        },
    };
    let Some(row) = rows().find(|row| row.matches(&request.method, parts)) else {
        return ControlAnswer::not_found(UNKNOWN_REQUEST);
    };
    if let Some(mistake) = row.mistake_in(&body) {
        return ControlAnswer::bad_request(mistake);
    }
    let sub_mchid = request.target().split_once("?sub_mchid=").map(|(_, sub_mchid)| sub_mchid);
    let request = ControlRequest { method: &request.method, parts, sub_mchid, body: &body };
    let answer = actions::perform(backend, &request).or_else(|| backend.world.control(&request));
    answer.unwrap_or_else(|| ControlAnswer::not_found(UNKNOWN_REQUEST))
}

/// What the control interface takes: of the simulator itself, and of each mode.
fn rows() -> impl Iterator<Item = &'static ControlRow> {
    ROWS.iter().chain(DECLARED.iter().flat_map(|declared| declared.control))
}

fn json_response(status: u16, value: &Value) -> Response {
    Response::new(status, Headers::new().with("Content-Type", "application/json"), value.to_string().into_bytes())
}
