//! The journey as it is shown: what the shop sent, and what the simulator received.

use crate::shop::{Log, Result};
use payscore::crypto::{sha256, to_hex};
use payscore::http::{Request, Response};
use payscore::{Error, Merchant};
use serde_json::{Value, json};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

/// Prints each step, or keeps it for `--json`.
#[derive(Clone)]
pub struct Timeline {
    as_json: bool,
    steps: Arc<Mutex<Vec<Value>>>,
}

impl Timeline {
    pub fn new(as_json: bool) -> Timeline {
        Timeline { as_json, steps: Arc::default() }
    }

    pub fn say(&self, text: &str) {
        if !self.as_json {
            println!("{text}");
        }
    }

    /// Something that belongs to the step before it.
    pub fn note(&self, text: &str) {
        self.say(&format!("      {text}"));
    }

    fn steps(&self) -> MutexGuard<'_, Vec<Value>> {
        self.steps.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn begin(&self, request: &Value, status: Value) {
        let mut steps = self.steps();
        let number = steps.len().saturating_add(1);
        steps.push(json!({
            "step": number, "method": request.get("method"), "target": request.get("target"),
            "body_sha256": request.get("body_sha256"), "status": status, "verified_by": null, "phase": null,
            "total_amount": null, "paid_amount": null,
        }));
        let path = text(request, "target").split('?').next().unwrap_or_default();
        self.say(&format!("  {number:>2}. {} {path}", text(request, "method")));
    }

    fn fill(&self, members: Value) {
        if let (Some(Value::Object(step)), Value::Object(members)) = (self.steps().last_mut(), members) {
            step.extend(members);
        }
    }

    /// A request of the process that was killed.
    pub fn add_killed(&self, request: Value) {
        self.begin(&request, json!(200));
        self.note("killed. Another process finds the stored draft:");
    }

    /// What was sent must be what was received.
    pub fn compare(&self, simulator: &Simulator) -> Result<()> {
        let (log, books) = (simulator.get("/_simulator/log")?, simulator.get("/_simulator/books")?);
        let row = |entry: &Value, status: Option<&Value>| {
            json!([entry.get("method"), entry.get("target"), entry.get("body_sha256"), status])
        };
        let steps = self.steps();
        let sent: Vec<Value> = steps.iter().map(|step| row(step, step.get("status"))).collect();
        let received = log.as_array().into_iter().flatten();
        let dropped = |entry: &Value| entry.get("dropped").and_then(Value::as_bool).unwrap_or(false);
        let received: Vec<Value> =
            received.map(|entry| row(entry, entry.get("status").filter(|_| !dropped(entry)))).collect();
        let none = |name: &str| books.get(name).and_then(Value::as_array).is_some_and(Vec::is_empty);
        let total = books.get("charged_total").and_then(Value::as_i64);
        let same = sent == received;
        let agree = same && none("double_charges") && none("double_orders") && total == Some(1200);
        let words = if same { "the same, byte for byte" } else { "THEY DIFFER" };
        self.say(&format!("\n{} requests sent, {} received: {words}", sent.len(), received.len()));
        let charges = books.get("charges").and_then(Value::as_array).map_or(0, Vec::len);
        self.say(&format!("charged in all {} in {charges} withholdings, none twice", yuan(total)));
        if self.as_json {
            let all = json!({"steps": *steps, "simulator": {"log": log, "books": books}, "agree": agree});
            println!("{}", serde_json::to_string_pretty(&all)?);
        }
        if agree { Ok(()) } else { Err("the shop and the simulator do not agree".into()) }
    }
}

impl Log for Timeline {
    fn sending(&self, request: &Request) {
        self.begin(&described(request), Value::Null);
    }

    fn answered(&self, response: &Response) {
        let serial = response.headers.get("Wechatpay-Serial");
        self.fill(json!({ "status": response.status, "verified_by": serial }));
    }

    fn verified(&self, reply: &Value) {
        let paid = reply.pointer("/collection/paid_amount");
        let total = reply.get("total_amount");
        let step = self.steps().last().cloned().unwrap_or_default();
        let serial: String = text(&step, "verified_by").chars().take(24).collect();
        let mut story = format!("{}, verified by {serial}…", step.get("status").unwrap_or(&Value::Null));
        if let Some(phase) = reply.get("phase") {
            self.fill(json!({ "phase": phase, "total_amount": total, "paid_amount": paid }));
            let amount = |amount: Option<&Value>| yuan(amount.and_then(Value::as_i64));
            let phase = text(reply, "phase");
            story.push_str(&format!("   phase {phase}, total {}, paid {}", amount(total), amount(paid)));
        }
        self.note(&story);
    }

    fn failed(&self, error: &Error) {
        self.fill(json!({ "verified_by": null }));
        self.note(&format!("no answer. outcome {}, advice: {}", error.outcome(), error.retry()));
    }
}

/// Ends its process as soon as an answer arrives, before it is read, and prints what was sent.
#[derive(Default)]
pub struct Dying(Mutex<Value>);

impl Dying {
    pub const CODE: i32 = 9;
}

impl Log for Dying {
    fn sending(&self, request: &Request) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = described(request);
    }

    fn answered(&self, _: &Response) {
        println!("{}", self.0.lock().unwrap_or_else(PoisonError::into_inner));
        std::process::exit(Dying::CODE);
    }

    fn verified(&self, _: &Value) {}

    fn failed(&self, _: &Error) {}
}

fn described(request: &Request) -> Value {
    let body = to_hex(&sha256(request.body.as_deref().unwrap_or_default()));
    json!({ "method": request.method, "target": request.target(), "body_sha256": body })
}

/// The simulator's own requests: what users and the clearing house do, its clock, faults and books.
pub struct Simulator {
    base_url: String,
    http: ureq::Agent,
}

impl Simulator {
    pub fn new(merchant: &Merchant) -> Simulator {
        let config = ureq::Agent::config_builder().proxy(None).timeout_global(Some(Duration::from_secs(10)));
        Simulator { base_url: merchant.account().base_url.clone(), http: config.build().into() }
    }

    pub fn get(&self, path: &str) -> Result<Value> {
        let mut answer = self.http.get(format!("{}{path}", self.base_url)).call()?;
        Ok(serde_json::from_slice(&answer.body_mut().read_to_vec()?)?)
    }

    pub fn post(&self, path: &str, body: &Value) -> Result<Value> {
        let mut answer = self.http.post(format!("{}{path}", self.base_url)).send(body.to_string())?;
        Ok(serde_json::from_slice(&answer.body_mut().read_to_vec()?)?)
    }
}

fn yuan(fen: Option<i64>) -> String {
    fen.map_or_else(|| "-".to_owned(), |fen| format!("¥{}.{:02}", fen / 100, fen % 100))
}

fn text<'v>(object: &'v Value, name: &str) -> &'v str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}
