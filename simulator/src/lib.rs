//! WeChat Pay's side of WeChat Pay Score in acquiring-bank mode, and a clearing house's: for tests and demos.
//!
//! Sans-IO like Payscore itself, in the opposite direction: requests in, answers out, callbacks to deliver. It shares no protocol
//! code with Payscore: it builds its own canonical strings and has its own tables, so that the two can disagree.
#![forbid(unsafe_code)]

mod wire;
pub mod world;

pub use wire::callbacks::Delivery;

use payscore::crypto::{sha256, to_hex};
use payscore::http::{Headers, Request, Response};
use payscore::time::Timestamp;
use serde_json::{Value, json};
use std::fmt;
use wire::callbacks::Callbacks;
use wire::keys::{Keys, PUBLIC_KEY_ID};
use wire::signing::{SIGNATURE_FAULTS, sign};
use world::{Fault, Refusal, World};

/// What a simulator begins with.
#[derive(Debug, Clone)]
pub struct Config {
    /// Everything random comes from it.
    pub seed: u64,
    /// Its clock, in Unix seconds.
    pub now: Timestamp,
    /// Where it is reached; only told to clients.
    pub base_url: String,
}

/// The test keys cannot be read: the build is broken.
#[derive(Debug, Clone, Copy)]
pub struct ConfigError;

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the simulator's test keys cannot be read")
    }
}

impl std::error::Error for ConfigError {}

/// An answer, or none.
#[derive(Debug)]
pub enum Answer {
    /// Give this back.
    Reply(Response),
    /// Close the connection without an answer.
    Dropped,
}

/// The simulator.
#[derive(Debug)]
pub struct Simulator {
    world: World,
    callbacks: Callbacks,
    keys: Keys,
    log: Vec<Value>,
    base_url: String,
}

impl Simulator {
    /// An empty world.
    pub fn new(config: Config) -> Result<Simulator, ConfigError> {
        let keys = Keys::load().ok_or(ConfigError)?;
        Ok(Simulator {
            world: World::new(config.seed, config.now),
            callbacks: Callbacks::default(),
            keys,
            log: Vec::new(),
            base_url: config.base_url,
        })
    }

    /// Its clock.
    pub fn now(&self) -> Timestamp {
        self.world.now
    }

    /// Moves the clock forward; an earlier moment changes nothing.
    pub fn set_now(&mut self, now: Timestamp) {
        self.world.advance_to(now);
    }

    /// Answers a request: one of the API, or one at the door (`/_simulator/…`).
    pub fn handle(&mut self, request: &Request) -> Answer {
        let answer = if request.target().starts_with("/_simulator") {
            wire::door::open(self, request).map_or(Answer::Dropped, Answer::Reply)
        } else {
            self.api(request)
        };
        self.callbacks.collect(&mut self.world);
        answer
    }

    /// Callbacks that are due, each handed out once; report their answers at the door.
    pub fn due(&mut self) -> Vec<Delivery> {
        self.callbacks.collect(&mut self.world);
        self.callbacks.due(&mut self.world, &self.keys)
    }

    /// When the next callback becomes due.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.callbacks.next_due()
    }

    /// Doors, faults and switches, each with a sentence.
    pub fn help() -> String {
        wire::door::help()
    }

    fn api(&mut self, request: &Request) -> Answer {
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
        let Some(route) = wire::routes::route(request) else {
            return Answer::Reply(Response::new(404, Headers::new(), Vec::new()));
        };
        if let Err(unauthorized) = wire::authorization::check(&self.keys, request, self.world.now) {
            return Answer::Reply(unsigned(unauthorized.status, unauthorized.body.to_string(), "application/json"));
        }
        note(entry, "operation", json!(route.operation));
        if let Some(fault) = self.world.faults.take(route.operation, &["drop_request", "status_before", "redirect"]) {
            return self.before(request, &fault, entry);
        }
        let result = wire::routes::perform(&mut self.world, &route, request);
        if self.world.faults.take(route.operation, &["drop_answer"]).is_some() {
            note(entry, "dropped", json!(true));
            return Answer::Dropped;
        }
        if let Some(fault) = self.world.faults.take(route.operation, &["status_after"]) {
            return self.status(request, &fault, entry);
        }
        let signature_fault = self.world.faults.take(route.operation, SIGNATURE_FAULTS);
        match result {
            Ok(Some(body)) => self.signed(request, 200, body.to_string(), 0, signature_fault.as_ref(), entry),
            Ok(None) => self.signed(request, 204, String::new(), 0, signature_fault.as_ref(), entry),
            Err(refusal) => {
                note(entry, "code", json!(refusal.code));
                self.signed(request, refusal.status, refusal.body().to_string(), refusal.number, signature_fault.as_ref(), entry)
            }
        }
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
        let (code, message) =
            if status == 429 { ("FREQUENCY_LIMITED", "频率超限") } else { ("SYSTEM_ERROR", "系统错误") };
        let refusal = Refusal { status, code, message: message.to_owned(), detail: None, number: 268_435_472 };
        note(entry, "code", json!(code));
        if status >= 500 && fault.members.get("signed").and_then(Value::as_bool) != Some(true) {
            return Answer::Reply(unsigned(status, refusal.body().to_string(), "application/json"));
        }
        self.signed(request, status, refusal.body().to_string(), refusal.number, None, entry)
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
        let serial = if asked == PUBLIC_KEY_ID { PUBLIC_KEY_ID } else { "" };
        let nonce = self.world.fresh("nonce").get(..32).unwrap_or_default().to_owned();
        let (headers, named) = sign(&self.keys, serial, self.world.now, &nonce, body.as_bytes(), fault);
        note(entry, "signed_by", json!(named));
        let request_id = format!("{}-{number}", self.world.fresh("request").get(..32).unwrap_or_default().to_uppercase());
        let mut all = Headers::new().with("Request-ID", request_id);
        if !body.is_empty() {
            all = all.with("Content-Type", "application/json");
        }
        let headers = headers.iter().fold(all, |all, (name, value)| all.with(name, value));
        Answer::Reply(Response::new(status, headers, body.into_bytes()))
    }
}

fn unsigned(status: u16, body: String, content_type: &str) -> Response {
    Response::new(status, Headers::new().with("Content-Type", content_type), body.into_bytes())
}

fn note(entry: &mut Value, name: &str, value: Value) {
    if let Some(object) = entry.as_object_mut() {
        object.insert(name.to_owned(), value);
    }
}
