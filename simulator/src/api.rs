//! From a request of the API to its answer: authorisation, faults, the endpoint, the signature.

use crate::answer::{Answer, Pace};
use crate::backend::Backend;
use crate::common::{Fault, Refusal};
use crate::mode::Route;
use crate::platform::{self, Content};
use crate::wire::authorization::{self, Unauthorized};
use crate::wire::headers;
use crate::wire::signing::{SIGNATURE_FAULTS, sign};
use crate::wire::text::write_json;
use crate::world::World;
use payscore::crypto::{sha256, to_hex};
use payscore::http::{Headers, Request, Response};
use serde_json::{Map, Value, json};

/// The header by which a request asks for a fault of its own.
pub(crate) const FAULT_HEADER: &str = "Payscore-Simulator-Fault";

/// Answers a request, and writes it into the log.
pub(crate) fn answer(backend: &mut Backend, request: &Request) -> (Answer, Pace) {
    let body = request.body.as_deref().unwrap_or_default();
    let mut entry = Map::new();
    entry.insert("at".to_owned(), json!(backend.world.common.now));
    entry.insert("method".to_owned(), json!(request.method));
    entry.insert("target".to_owned(), json!(request.target()));
    entry.insert("body_sha256".to_owned(), json!(to_hex(&sha256(body))));
    entry.insert("dropped".to_owned(), json!(false));
    entry.insert("changed".to_owned(), json!(false));
    let before = backend.world.common.changes;
    let mut exchange = Exchange { backend, request, entry, pace: Pace::AtOnce };
    let answer = exchange.answer();
    let status = match &answer {
        Answer::Reply(response) => json!(response.status),
        Answer::Dropped => Value::Null,
    };
    exchange.note("status", status);
    exchange.note("changed", json!(exchange.backend.world.common.changes != before));
    let Exchange { backend, entry, pace, .. } = exchange;
    backend.log.push(Value::Object(entry));
    (answer, pace)
}

/// The operation that a request is for.
pub(crate) fn operation(world: &mut World, request: &Request) -> Option<&'static str> {
    let route = world.route(&request.method, request.target());
    route.map(|route| route.operation).or_else(|| platform::route(request))
}

/// Whether a request is signed by the merchant.
pub(crate) fn authorize(backend: &Backend, request: &Request) -> Result<(), Unauthorized> {
    let signed_part = platform::signed_part(request);
    let common = &backend.world.common;
    authorization::verify(&backend.keys, &common.mchid, request, &signed_part, common.now)
}

/// One request while it is answered.
struct Exchange<'a> {
    backend: &'a mut Backend,
    request: &'a Request,
    /// Its line in the log.
    entry: Map<String, Value>,
    pace: Pace,
}

impl Exchange<'_> {
    fn answer(&mut self) -> Answer {
        let request = self.request;
        let route = self.backend.world.route(&request.method, request.target());
        let Some(operation) = route.as_ref().map(|route| route.operation).or_else(|| platform::route(request)) else {
            let status = if self.takes_another_method() { 405 } else { 404 };
            return Answer::Reply(Response::new(status, Headers::new(), Vec::new()));
        };
        if let Err(unauthorized) = authorize(self.backend, request) {
            let mut response = unsigned(unauthorized.status, unauthorized.body.to_string(), "application/json");
            response.headers = response.headers.with("Request-ID", self.request_id(unauthorized.number));
            return Answer::Reply(response);
        }
        self.note("operation", json!(operation));
        let common = &mut self.backend.world.common;
        if let Some(fault) = request.headers.get(FAULT_HEADER)
            && let Err(error) = common.faults.requested_in_header(fault, operation)
        {
            return Answer::Reply(unsigned(400, json!({ "error": error }).to_string(), "application/json"));
        }
        if common.faults.limits(operation, common.now) {
            return self.refuse(operation, &Refusal::too_frequent(), None);
        }
        if let Some(fault) = common.faults.take(operation, &["drop_request", "status_before", "redirect"]) {
            return self.without_effect(&fault);
        }
        let result = self.perform(operation, route.as_ref());
        self.after_effect(operation, route.as_ref(), result)
    }

    fn perform(&mut self, operation: &str, route: Option<&Route>) -> Result<Option<Content>, Refusal> {
        let Backend { world, keys, files, .. } = &mut *self.backend;
        if route.is_some() {
            headers::require_json(self.request, &world.common.switches)?;
            return world.perform(self.request).unwrap_or(Ok(None)).map(|body| body.map(Content::Json));
        }
        let charges = world.charges();
        platform::perform(operation, (keys, files), (&mut world.common, &charges), self.request).map(Some)
    }

    /// The answer to a call that took effect, or was refused; faults can still change the answer.
    fn after_effect(
        &mut self,
        operation: &str,
        route: Option<&Route>,
        result: Result<Option<Content>, Refusal>,
    ) -> Answer {
        let faults = &mut self.backend.world.common.faults;
        if faults.take(operation, &["drop_answer"]).is_some() {
            self.note("dropped", json!(true));
            return Answer::Dropped;
        }
        if let Some(fault) = faults.take(operation, &["cut_answer", "slow_answer"]) {
            self.note("dropped", json!(fault.name == "cut_answer"));
            self.pace = match fault.name.as_str() {
                "cut_answer" => Pace::HalfThenCut,
                _ if fault.has("within_body") => Pace::HalfThen(fault.wait()),
                _ => Pace::After(fault.wait()),
            };
        }
        if let Some(fault) = self.backend.world.common.faults.take(operation, &["status_after"]) {
            return self.with_status(&fault);
        }
        let result = match result {
            Ok(Some(Content::File(content, content_type))) => return self.file(content, &content_type),
            Ok(Some(Content::Json(body))) => Ok(Some(body)),
            Ok(None) => Ok(None),
            Err(refusal) => Err(refusal),
        };
        let common = &mut self.backend.world.common;
        let fault = common.faults.take(operation, SIGNATURE_FAULTS);
        match result.map(|body| common.reshaped(operation, route.and_then(Route::order), body)) {
            Ok(Some(body)) => self.signed(200, self.write(&body), 0, fault.as_ref()),
            Ok(None) => self.signed(204, String::new(), 0, fault.as_ref()),
            Err(refusal) => self.refuse(operation, &refusal, fault.as_ref()),
        }
    }

    fn refuse(&mut self, operation: &str, refusal: &Refusal, fault: Option<&Fault>) -> Answer {
        self.note("code", json!(refusal.code));
        let body = self.backend.world.common.reshaped(operation, None, Some(refusal.body())).unwrap_or_default();
        self.signed(refusal.status, self.write(&body), refusal.number, fault)
    }

    fn without_effect(&mut self, fault: &Fault) -> Answer {
        match fault.name.as_str() {
            "drop_request" => {
                self.note("dropped", json!(true));
                Answer::Dropped
            }
            "redirect" => {
                let location = fault.members.get("location").and_then(Value::as_str).unwrap_or("/elsewhere");
                Answer::Reply(Response::new(307, Headers::new().with("Location", location), Vec::new()))
            }
            _ => self.with_status(fault),
        }
    }

    fn with_status(&mut self, fault: &Fault) -> Answer {
        let status = fault.members.get("status").and_then(Value::as_u64);
        let status = status.and_then(|status| u16::try_from(status).ok()).unwrap_or(500);
        if fault.has("html") {
            return Answer::Reply(unsigned(status, "<html><body>gateway</body></html>".to_owned(), "text/html"));
        }
        let refusal = if status == 429 { Refusal::too_frequent() } else { Refusal::system(status) };
        self.note("code", json!(refusal.code));
        if status >= 500 && !fault.has("signed") {
            return Answer::Reply(unsigned(status, refusal.body().to_string(), "application/json"));
        }
        self.signed(status, self.write(&refusal.body()), refusal.number, None)
    }

    fn signed(&mut self, status: u16, body: String, number: u32, fault: Option<&Fault>) -> Answer {
        let requested = self.request.headers.get("Wechatpay-Serial").unwrap_or_default();
        let common = &mut self.backend.world.common;
        let nonce = common.fresh("nonce").get(..32).unwrap_or_default().to_owned();
        let keys = &self.backend.keys;
        let signer = keys.signer(common.switches.get("answers_signed_by"), requested, self.backend.log.len());
        let (headers, serial) = sign(keys, signer, common.now, &nonce, body.as_bytes(), fault);
        self.note("signed_by", json!(serial));
        let mut all = Headers::new().with("Request-ID", self.request_id(number));
        if !body.is_empty() {
            all = all.with("Content-Type", "application/json");
        }
        let headers = headers.iter().fold(all, |all, (name, value)| all.with(name, value));
        Answer::Reply(Response::new(status, headers, body.into_bytes()))
    }

    /// A download: bytes without a signature.
    fn file(&mut self, mut content: Vec<u8>, content_type: &str) -> Answer {
        if self.backend.world.common.faults.take("download", &["damaged_file"]).is_some()
            && let Some(last) = content.last_mut()
        {
            *last ^= 1;
        }
        let headers = Headers::new().with("Request-ID", self.request_id(0)).with("Content-Type", content_type);
        Answer::Reply(Response::new(200, headers, content))
    }

    /// Whether there is an endpoint of a mode at this path, for another method.
    fn takes_another_method(&mut self) -> bool {
        let (request, world) = (self.request, &mut self.backend.world);
        let others = ["GET", "POST"].into_iter().filter(|method| *method != request.method);
        others.into_iter().any(|method| world.route(method, request.target()).is_some())
    }

    fn write(&self, body: &Value) -> String {
        write_json(body, self.backend.world.common.switches.get("json_text") == "compact")
    }

    /// The number at its end is the reason of a refusal, for WeChat Pay's own people.
    fn request_id(&mut self, number: u32) -> String {
        let id = self.backend.world.common.fresh("request");
        format!("{}-{number}", id.get(..32).unwrap_or_default().to_uppercase())
    }

    fn note(&mut self, name: &str, value: Value) {
        self.entry.insert(name.to_owned(), value);
    }
}

fn unsigned(status: u16, body: String, content_type: &str) -> Response {
    Response::new(status, Headers::new().with("Content-Type", content_type), body.into_bytes())
}
