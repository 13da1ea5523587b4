//! The scenario files, from Rust. The steps are described in `tests/scenarios.md`; an unknown step or key is a failure.

use payscore::acquiring::Order;
use payscore::error::{Error, Outcome};
use payscore::ffi::{acquiring, json};
use payscore::http::{Headers, Request, Response};
use payscore::protocol::{AnyCall, AnyDraft, Lost};
use payscore::{JsonRequest, Merchant, MerchantConfig};
use payscore_simulator::Answer;
use serde_json::{Map, Value, json};
use std::collections::HashMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use support::declared::product_operations;
use support::files::json_file;
use support::simulator::build_simulator;
use support::{note_count, scenarios_folder, tests_folder};
use world::{InProcess, OverHttp, World};

mod world;

#[test]
fn every_scenario_in_process() {
    let (files, steps) = every_scenario(|scenario| Box::new(InProcess::new(scenario)));
    note_count("scenarios", files);
    note_count("scenario_steps", steps);
}

#[test]
fn every_scenario_over_http() {
    let binary = build_simulator();
    every_scenario(|scenario| Box::new(OverHttp::new(&binary, scenario)));
}

/// In each way in which a request or its answer can be lost, and what follows from the advice.
#[test]
fn every_changing_call_is_lost_in_every_way() {
    let faults = [
        "drop_request",
        "drop_answer",
        "cut_answer",
        "status_before",
        "status_after",
        "redirect",
        "wrong_signature",
        "unsigned",
        "stale_clock",
        "unknown_serial",
        "probe",
    ];
    let changing = product_operations().filter(|operation| operation.changes() && operation.name != "security_echo");
    for (operation, fault) in changing.flat_map(|operation| faults.map(|fault| (operation.name, fault))) {
        let file = tests_folder().join(format!("scenarios/fault_{operation}_{fault}.json"));
        assert!(file.exists(), "{} is missing", file.display());
    }
}

/// How many files and steps it executed.
fn every_scenario(world: impl Fn(&Value) -> Box<dyn World>) -> (usize, usize) {
    let mut files: Vec<PathBuf> = std::fs::read_dir(scenarios_folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|end| end == "json"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    let (mut steps, mut failed) = (0, Vec::new());
    for file in &files {
        let scenario = json_file(file);
        let name = file.file_stem().unwrap().to_string_lossy().into_owned();
        // Each file is run, so that one run names every one that fails.
        let run = AssertUnwindSafe(|| Runner::new(&scenario, world(&scenario)).run(&scenario));
        if catch_unwind(run).is_err() {
            eprintln!("FAILED scenario: {name}");
            failed.push(name);
        }
        steps += scenario["steps"].as_array().unwrap().len();
    }
    println!("{} scenarios", files.len());
    assert!(failed.is_empty(), "{} scenarios fail: {}", failed.len(), failed.join(", "));
    (files.len(), steps)
}

struct Runner {
    world: Box<dyn World>,
    merchant: Merchant,
    saved: HashMap<String, Value>,
    errors: HashMap<String, Error>,
    drafts: HashMap<String, Vec<u8>>,
    held: Option<world::Callback>,
    nonces: u32,
}

impl Runner {
    fn new(scenario: &Value, mut world: Box<dyn World>) -> Runner {
        known(scenario, &["name", "about", "seed", "now", "merchant", "simulator", "steps"]);
        if let Some(switches) = scenario["simulator"].get("switches") {
            control(world.as_mut(), "POST", "/_simulator/switches", Some(switches)).unwrap();
        }
        let mut config =
            control(world.as_mut(), "GET", "/_simulator", None).unwrap()["merchant"].as_object().unwrap().clone();
        config.extend(scenario["merchant"].as_object().cloned().unwrap_or_default());
        let merchant = MerchantConfig::from_json(&config).and_then(Merchant::new).unwrap();
        let (saved, errors, drafts) = (HashMap::new(), HashMap::new(), HashMap::new());
        Runner { world, merchant, saved, errors, drafts, held: None, nonces: 0 }
    }

    fn run(&mut self, scenario: &Value) {
        for step in scenario["steps"].as_array().unwrap() {
            let step = self.filled(step);
            let name = |key: &str| step[key].as_str().unwrap_or_default().to_owned();
            if let Some(operation) = step.get("call") {
                known(&step, &["call", "params", "order", "save", "fault", "expect", "expect_error"]);
                self.call(operation.as_str().unwrap(), &step);
            } else if step.get("repeat").is_some() {
                known(&step, &["repeat", "save", "expect", "expect_error"]);
                let draft = self.resumed(&name("repeat"));
                let result = self.send(draft);
                self.attempt(&step, result);
            } else if let Some(action) = step.get("simulator") {
                known(&step, &["simulator", "save", "expect"]);
                let result = control(
                    self.world.as_mut(),
                    action["method"].as_str().unwrap(),
                    action["path"].as_str().unwrap(),
                    action.get("body"),
                )
                .unwrap_or_else(|error| panic!("{step}: {error}"));
                expect(&step, &result);
                self.saved.insert(name("save"), result);
            } else if let Some(seconds) = step.get("advance") {
                known(&step, &["advance"]);
                self.world.advance(seconds.as_i64().unwrap());
            } else if let Some(inner) = step.get("callback") {
                known(&step, &["callback"]);
                self.callback(inner);
            } else if step.get("lifecycle").is_some() {
                known(&step, &["lifecycle", "deduction", "progress", "expect"]);
                let member = |name: &str| step.get(name).cloned().unwrap_or_default();
                let (deduction, progress) = (member("deduction"), member("progress"));
                let result =
                    acquiring::lifecycle(&self.reading(&name("lifecycle")), &deduction, &progress, self.world.now())
                        .unwrap();
                expect(&step, &serde_json::to_value(result).unwrap());
            } else if step.get("settle").is_some() {
                known(&step, &["settle", "evidence", "deduction", "save", "expect", "expect_error"]);
                let result = self.settle(&step, &name("settle"), &name("evidence"));
                self.attempt(&step, result);
            } else if let Some(readings) = step.get("later") {
                known(&step, &["later", "expect", "expect_error"]);
                let [first, second] = [0, 1].map(|index| self.reading(readings[index].as_str().unwrap()));
                let result = acquiring::later_reading(&first, &second);
                self.attempt(&step, result.map(|result| serde_json::to_value(result).unwrap()));
            } else if step.get("again").is_some() {
                known(&step, &["again", "settlement", "save", "expect", "expect_error"]);
                let (lost, nonce) = (self.resumed(&name("again")), self.nonce());
                let settled =
                    step.get("settlement").map(|name| self.saved[name.as_str().unwrap()].clone()).unwrap_or_default();
                let result = json::again(&self.merchant, &lost, &settled, self.world.now(), &nonce);
                let result = result.and_then(|draft| self.send(draft));
                self.attempt(&step, result);
            } else if let Some(function) = step.get("compute") {
                known(&step, &["compute", "params", "save", "expect", "expect_error"]);
                let params = step.get("params").and_then(Value::as_object).cloned().unwrap_or_default();
                let nonce = self.nonce();
                let result = self.merchant.compute_json(function.as_str().unwrap(), &params, self.world.now(), &nonce);
                self.attempt(&step, result.map(|result| serde_json::to_value(result).unwrap()));
            } else if let Some(answer) = step.get("answer") {
                known(&step, &["answer"]);
                let held = self.held.take().expect("a callback is held back");
                let ack = match answer.as_str().map(|name| (self.errors.get(name), self.saved.get(name))) {
                    None => (answer.as_i64().unwrap(), String::new()),
                    Some((Some(error), _)) => error.ack().map(|ack| (ack.status, ack.body.clone())).unwrap(),
                    Some((None, saved)) => {
                        let saved = saved.expect("a saved acknowledgement");
                        let ack = saved.get("ack").unwrap_or(saved);
                        (ack["status"].as_i64().unwrap(), ack["body"].as_str().unwrap().to_owned())
                    }
                };
                held.answer(self.world.as_mut(), ack.0, &ack.1);
            } else {
                panic!("an unknown step: {step}");
            }
        }
    }

    fn call(&mut self, operation: &str, step: &Value) {
        let order = step.get("order").map(|name| object(&self.order(name.as_str().unwrap()).order_ref));
        let params = step.get("params").and_then(Value::as_object).cloned().unwrap_or_default();
        let nonce = self.nonce();
        let request = JsonRequest { operation, params, extra: Map::new(), order };
        let result = self.merchant.draft_json(request, self.world.now(), &nonce).and_then(|draft| {
            self.drafts.insert(step["save"].as_str().unwrap_or_default().to_owned(), draft.to_bytes());
            if let Some(fault) = step.get("fault") {
                control(
                    self.world.as_mut(),
                    "POST",
                    "/_simulator/faults",
                    Some(&json!({"fault": fault, "operation": operation})),
                )
                .unwrap();
            }
            self.send(draft)
        });
        self.attempt(step, result);
    }

    fn send(&mut self, draft: AnyDraft) -> Result<Value, Error> {
        let call: AnyCall = self.merchant.finish(draft)?;
        match self.world.handle(call.request()) {
            Answer::Dropped => Err(call.lost(Lost::AfterSending, "dropped")),
            Answer::Reply(response) => {
                Merchant::read_any(&call, &response, self.world.now()).map(|reply| serde_json::to_value(reply).unwrap())
            }
        }
    }

    fn attempt(&mut self, step: &Value, result: Result<Value, Error>) {
        let name = step["save"].as_str().unwrap_or_default().to_owned();
        match (result, step.get("expect_error")) {
            (Ok(result), None) => {
                expect(step, &result);
                self.errors.remove(&name);
                self.saved.insert(name, result);
            }
            (Err(error), Some(expected)) => {
                check_error(&error, expected);
                self.errors.insert(name, error);
            }
            (Ok(result), Some(_)) => panic!("{step}: an error was expected, got {result}"),
            (Err(error), None) => panic!("{step}: {error}"),
        }
    }

    fn callback(&mut self, inner: &Value) {
        known(inner, &["expect", "expect_error", "save", "none", "hold"]);
        if inner.get("none").is_some() {
            assert!(self.world.callback(false).is_none(), "a callback came");
            return;
        }
        let callback = self.world.callback(true).expect("a callback is due");
        let body = callback.request.body.clone().unwrap();
        let result = self.merchant.read_notification(&callback.request.headers, &body, self.world.now());
        let status = match &result {
            Ok(event) => event.ack().map_or(500, |ack| ack.status),
            Err(error) => error.ack().expect("an error about a callback says how to answer").status,
        };
        self.attempt(inner, result.map(|event| serde_json::to_value(event).unwrap()));
        if inner.get("hold").is_some() {
            self.held = Some(callback);
        } else {
            callback.answer(self.world.as_mut(), status, "");
        }
    }

    fn settle(&mut self, step: &Value, lost: &str, evidence: &str) -> Result<Value, Error> {
        let draft = self.resumed(lost);
        let evidence = match self.errors.get(evidence) {
            Some(error) => {
                let api = error.api();
                json!({"error": {"wechat_code": api.and_then(|api| api.wechat_code.clone()),
                    "verified": api.is_some_and(|api| api.verified)}})
            }
            None => json!({ "found": self.saved[evidence] }),
        };
        let deduction = step.get("deduction").cloned().unwrap_or_default();
        let settled = acquiring::settle(&draft, &evidence, &deduction, self.world.now())?;
        Ok(serde_json::to_value(settled).unwrap())
    }

    /// An order that was saved, by itself or within an event.
    fn reading(&self, name: &str) -> Value {
        let saved = &self.saved[name];
        saved.get("order").unwrap_or(saved).clone()
    }

    /// From what was stored, as another process would after a crash.
    fn resumed(&mut self, name: &str) -> AnyDraft {
        let nonce = self.nonce();
        self.merchant.resume(&self.drafts[name], self.world.now(), &nonce).unwrap()
    }

    fn order(&self, name: &str) -> Order {
        Order::from_json(self.reading(name)["raw"].as_str().unwrap()).unwrap()
    }

    fn nonce(&mut self) -> String {
        self.nonces += 1;
        format!("nonce{}", self.nonces)
    }

    fn filled(&self, value: &Value) -> Value {
        match value {
            Value::Object(object) => object.iter().map(|(name, inner)| (name.clone(), self.filled(inner))).collect(),
            Value::Array(list) => list.iter().map(|inner| self.filled(inner)).collect(),
            Value::String(text) => {
                match text
                    .strip_prefix("${")
                    .and_then(|text| text.strip_suffix('}'))
                    .and_then(|text| text.split_once('.'))
                {
                    Some((name, pointer)) => {
                        self.saved[name].pointer(pointer).unwrap_or_else(|| panic!("{text}")).clone()
                    }
                    None => value.clone(),
                }
            }
            other => other.clone(),
        }
    }
}

fn control(world: &mut dyn World, method: &str, path: &str, body: Option<&Value>) -> Result<Value, String> {
    let request = Request::new(
        method,
        format!("{}{path}", world.base_url()),
        Headers::new(),
        body.map(|body| body.to_string().into_bytes()),
    );
    let Answer::Reply(Response { status, body, .. }) = world.handle(&request) else { return Err("dropped".to_owned()) };
    let value = serde_json::from_slice(&body).unwrap_or_default();
    if status == 200 { Ok(value) } else { Err(format!("{status} {value}")) }
}

fn known(step: &Value, keys: &[&str]) {
    let unknown = step.as_object().unwrap().keys().find(|key| !keys.contains(&key.as_str()));
    assert_eq!(unknown, None, "{step}");
}

fn expect(step: &Value, result: &Value) {
    for (pointer, value) in step.get("expect").and_then(Value::as_object).into_iter().flatten() {
        // Nothing and null are the same to a scenario.
        assert_eq!(result.pointer(pointer).unwrap_or(&Value::Null), value, "{pointer} of {result}");
    }
}

fn check_error(error: &Error, expected: &Value) {
    known(expected, &["kind", "code", "outcome", "retry", "pointers", "wechat_code", "ack"]);
    for (name, value) in expected.as_object().unwrap() {
        let found = match name.as_str() {
            "kind" => json!(error.kind().as_str()),
            "code" => json!(error.code().as_str()),
            "outcome" => json!(error.outcome().as_str()),
            "retry" => json!(error.retry().as_str()),
            "wechat_code" => json!(error.api().and_then(|api| api.wechat_code.clone())),
            "ack" => json!(error.ack().map(|ack| ack.status)),
            _ => {
                let mut pointers: Vec<&str> =
                    error.issues().iter().filter(|issue| !issue.advice).map(|issue| issue.pointer.as_str()).collect();
                pointers.sort_unstable();
                pointers.dedup();
                json!(pointers)
            }
        };
        assert_eq!(&found, value, "{name} of {error}");
    }
    assert!(
        error.outcome() != Outcome::Unknown || error.retry().as_str() != "never",
        "an unknown outcome always has a next step"
    );
}

fn object(value: &impl serde::Serialize) -> Map<String, Value> {
    serde_json::to_value(value).unwrap().as_object().unwrap().clone()
}
