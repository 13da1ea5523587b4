//! From a request of the API to its answer: authorisation, what is to go wrong, the endpoint, the signature.

use super::signing::{SIGNATURE_FAULTS, sign};
use super::text::written;
use super::{authorization, headers, platform, routes};
use crate::world::{Fault, Refusal};
use crate::{Answer, Pace, Simulator};
use payscore::crypto::{sha256, to_hex};
use payscore::http::{Headers, Request, Response};
use serde_json::{Value, json};

impl Simulator {
    pub(crate) fn api(&mut self, request: &Request) -> Answer {
        let mut entry = json!({
            "at": self.world.now, "method": request.method, "target": request.target(),
            "body_sha256": to_hex(&sha256(request.body.as_deref().unwrap_or_default())), "dropped": false, "changed": false,
        });
        let before = self.world.changes;
        let answer = self.answer(request, &mut entry);
        let status = match &answer {
            Answer::Reply(response) => json!(response.status),
            Answer::Dropped => Value::Null,
        };
        note(&mut entry, "status", status);
        note(&mut entry, "changed", json!(self.world.changes != before));
        self.log.push(entry);
        answer
    }

    fn answer(&mut self, request: &Request, entry: &mut Value) -> Answer {
        let product = routes::route(request);
        let Some(operation) = product.as_ref().map(|route| route.operation).or_else(|| platform::route(request)) else {
            let status = if routes::takes_another_method(request) { 405 } else { 404 };
            return Answer::Reply(Response::new(status, Headers::new(), Vec::new()));
        };
        if let Err(unauthorized) = authorization::check(&self.keys, &self.world.mchid, request, self.world.now) {
            let mut response = unsigned(unauthorized.status, unauthorized.body.to_string(), "application/json");
            response.headers = response.headers.with("Request-ID", self.request_id(unauthorized.number));
            return Answer::Reply(response);
        }
        note(entry, "operation", json!(operation));
        if let Some(asked) = request.headers.get("Payscore-Simulator-Fault")
            && let Err(error) = self.world.faults.asked_by_request(asked, operation)
        {
            return Answer::Reply(unsigned(400, json!({"error": error}).to_string(), "application/json"));
        }
        if self.world.faults.limits(operation, self.world.now) {
            return self.refuse(request, &Refusal::too_frequent(), None, entry);
        }
        if let Some(fault) = self.world.faults.take(operation, &["drop_request", "status_before", "redirect"]) {
            return self.before(request, &fault, entry);
        }
        let mut file = None;
        let result = match &product {
            Some(route) => {
                headers::check(request, &self.world.switches).and_then(|()| routes::perform(&mut self.world, route, request))
            }
            None => match operation {
                "upload" => self.files.upload(&mut self.world, request).map(Some),
                "trade_bill" => self.files.trade_bill(&mut self.world, request).map(Some),
                "download" => self.files.download(&self.world, request).map(|found| {
                    file = Some(found);
                    None
                }),
                _ => platform::perform(operation, &self.keys, &mut self.world, request),
            },
        };
        if self.world.faults.take(operation, &["drop_answer"]).is_some() {
            note(entry, "dropped", json!(true));
            return Answer::Dropped;
        }
        if let Some(fault) = self.world.faults.take(operation, &["cut_answer", "slow_answer"]) {
            note(entry, "dropped", json!(fault.name == "cut_answer"));
            self.pace = match fault.name.as_str() {
                "cut_answer" => Pace::HalfThenCut,
                _ if fault.has("within_body") => Pace::HalfThen(fault.wait()),
                _ => Pace::After(fault.wait()),
            };
        }
        if let Some(fault) = self.world.faults.take(operation, &["status_after"]) {
            return self.status(request, &fault, entry);
        }
        if let Some((content, content_type)) = file {
            return self.file(content, &content_type);
        }
        let signature_fault = self.world.faults.take(operation, SIGNATURE_FAULTS);
        let about = product.as_ref().and_then(routes::Route::order);
        match result.map(|body| self.world.reshaped(operation, about, body)) {
            Ok(Some(body)) => self.signed(request, 200, self.written(&body), 0, signature_fault.as_ref(), entry),
            Ok(None) => self.signed(request, 204, String::new(), 0, signature_fault.as_ref(), entry),
            Err(refusal) => self.refuse(request, &refusal, signature_fault.as_ref(), entry),
        }
    }

    fn refuse(&mut self, request: &Request, refusal: &Refusal, fault: Option<&Fault>, entry: &mut Value) -> Answer {
        note(entry, "code", json!(refusal.code));
        let operation = entry.get("operation").and_then(Value::as_str).unwrap_or_default();
        let body = self.world.reshaped(operation, None, Some(refusal.body())).unwrap_or_default();
        self.signed(request, refusal.status, self.written(&body), refusal.number, fault, entry)
    }

    fn before(&mut self, request: &Request, fault: &Fault, entry: &mut Value) -> Answer {
        match fault.name.as_str() {
            "drop_request" => {
                note(entry, "dropped", json!(true));
                Answer::Dropped
            }
            "redirect" => {
                let location = fault.members.get("location").and_then(Value::as_str).unwrap_or("/elsewhere");
                Answer::Reply(Response::new(307, Headers::new().with("Location", location), Vec::new()))
            }
            _ => self.status(request, fault, entry),
        }
    }

    fn status(&mut self, request: &Request, fault: &Fault, entry: &mut Value) -> Answer {
        let status =
            fault.members.get("status").and_then(Value::as_u64).and_then(|status| u16::try_from(status).ok()).unwrap_or(500);
        if fault.members.get("html").and_then(Value::as_bool) == Some(true) {
            return Answer::Reply(unsigned(status, "<html><body>gateway</body></html>".to_owned(), "text/html"));
        }
        let refusal = if status == 429 { Refusal::too_frequent() } else { Refusal::system(status) };
        note(entry, "code", json!(refusal.code));
        if status >= 500 && fault.members.get("signed").and_then(Value::as_bool) != Some(true) {
            return Answer::Reply(unsigned(status, refusal.body().to_string(), "application/json"));
        }
        self.signed(request, status, self.written(&refusal.body()), refusal.number, None, entry)
    }

    fn signed(
        &mut self,
        request: &Request,
        status: u16,
        body: String,
        number: u32,
        fault: Option<&Fault>,
        entry: &mut Value,
    ) -> Answer {
        let asked = request.headers.get("Wechatpay-Serial").unwrap_or_default();
        let nonce = self.world.fresh("nonce").get(..32).unwrap_or_default().to_owned();
        let signer = self.keys.signer(self.world.switches.get("answers_signed_by"), asked, self.log.len());
        let (headers, named) = sign(&self.keys, signer, self.world.now, &nonce, body.as_bytes(), fault);
        note(entry, "signed_by", json!(named));
        let mut all = Headers::new().with("Request-ID", self.request_id(number));
        if !body.is_empty() {
            all = all.with("Content-Type", "application/json");
        }
        let headers = headers.iter().fold(all, |all, (name, value)| all.with(name, value));
        Answer::Reply(Response::new(status, headers, body.into_bytes()))
    }

    /// A download: bytes without a signature.
    fn file(&mut self, mut content: Vec<u8>, content_type: &str) -> Answer {
        if self.world.faults.take("download", &["damaged_file"]).is_some()
            && let Some(last) = content.last_mut()
        {
            *last ^= 1;
        }
        let headers = Headers::new().with("Request-ID", self.request_id(0)).with("Content-Type", content_type);
        Answer::Reply(Response::new(200, headers, content))
    }

    fn written(&self, body: &Value) -> String {
        written(body, self.world.switches.get("json_text") == "compact")
    }

    /// The number at its end tells WeChat Pay's own people what it was.
    fn request_id(&mut self, number: u32) -> String {
        format!("{}-{number}", self.world.fresh("request").get(..32).unwrap_or_default().to_uppercase())
    }
}

/// Which operation a request is for.
pub(crate) fn operation(request: &Request) -> Option<&'static str> {
    routes::route(request).map(|route| route.operation).or_else(|| platform::route(request))
}

fn unsigned(status: u16, body: String, content_type: &str) -> Response {
    Response::new(status, Headers::new().with("Content-Type", content_type), body.into_bytes())
}

fn note(entry: &mut Value, name: &str, value: Value) {
    if let Some(object) = entry.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}
