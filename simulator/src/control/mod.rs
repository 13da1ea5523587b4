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

#[cfg(test)]
mod tests {
    use super::{UNKNOWN_REQUEST, rows};
    use crate::{Answer, Config, Simulator};
    use payscore::http::{Headers, Request};
    use payscore::time::Timestamp;

    fn answer(method: &str, path: &str, body: &str) -> (u16, String) {
        let now = Timestamp::from_unix(1_748_739_600).unwrap();
        let mut simulator = Simulator::new(Config { seed: 1, now, base_url: "http://localhost".to_owned() }).unwrap();
        let body = (!body.is_empty()).then(|| body.as_bytes().to_vec());
        match simulator.handle(&Request::new(method, format!("/_simulator{path}"), Headers::new(), body)) {
            Answer::Reply(response) => (response.status, String::from_utf8(response.body).unwrap()),
            Answer::Dropped => panic!("{method} {path} is dropped"),
        }
    }

    #[test]
    fn every_request_that_the_help_lists_is_performed() {
        for row in rows() {
            let path = row.path.replace(['{', '}'], "");
            let (_, body) = answer(row.method, &path, "");
            assert!(!body.contains(UNKNOWN_REQUEST), "{} {}: {body}", row.method, row.path);
        }
        assert_eq!(answer("GET", "/elsewhere", "").0, 404);
        assert_eq!(answer("DELETE", "/clock", "").0, 404);
    }

    #[test]
    fn a_body_holds_the_members_of_its_row_and_no_other() {
        assert_eq!(answer("POST", "/clock", r#"{"advance": 5}"#).0, 200);
        for (path, body, error) in [
            ("/clock", r#"{"later": 5}"#, "there is no member `later`: use one of advance, now"),
            ("/mappings", r#"{"from": 1, "to": "http://127.0.0.1:1"}"#, "`from` must be a text"),
            ("/orders/A1/paid_elsewhere", r#"{"at": 1}"#, "there is no member `at`: this request takes no body"),
            ("/faults", r#"{"fault": "none"}"#, "there is no fault `none`"),
            ("/switches", r#"{"json_text": "loud"}"#, "`json_text` must be one of own | compact"),
        ] {
            let (status, text) = answer("POST", path, body);
            assert_eq!((status, text.contains(error)), (400, true), "{path}: {text}");
        }
    }
}
