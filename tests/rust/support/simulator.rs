//! A simulator in this process, and its merchant.

use crate::clock::now;
use crate::{merged, tests_folder, try_merchant};
use payscore::http::{Headers, Request, Response};
use payscore::protocol::AnyCall;
use payscore::{Error, Merchant};
use payscore_simulator::{Answer, Config, Simulator};
use serde_json::{Map, Value};
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

pub fn simulator() -> Simulator {
    Simulator::new(Config { seed: 7, now: now(), base_url: "http://localhost".to_owned() }).unwrap()
}

/// A request to the control interface, such as `POST /_simulator/clock`, which must succeed.
pub fn control(simulator: &mut Simulator, method: &str, path: &str, body: Value) -> Value {
    let body = (!body.is_null()).then(|| body.to_string().into_bytes());
    let response = response_of(simulator, &Request::new(method, path, Headers::new(), body));
    assert_eq!(response.status, 200, "{path}: {}", String::from_utf8_lossy(&response.body));
    serde_json::from_slice(&response.body).unwrap()
}

/// The settings of the merchant that a simulator knows.
pub fn simulator_settings() -> Map<String, Value> {
    control(&mut simulator(), "GET", "/_simulator", Value::Null)["merchant"].as_object().unwrap().clone()
}

/// That merchant with some settings changed; null takes one out.
pub fn simulator_merchant(changes: Value) -> Result<Merchant, Error> {
    try_merchant(&merged(Value::Object(simulator_settings()), changes))
}

/// The binary with its server, built once.
pub fn build_simulator() -> PathBuf {
    static BINARY: LazyLock<PathBuf> = LazyLock::new(|| {
        let root = tests_folder().join("..");
        let mut build = Command::new(env!("CARGO"));
        build.args(["build", "-q", "-p", "payscore-simulator", "--features", "server"]).current_dir(&root);
        assert!(build.status().unwrap().success());
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), PathBuf::from);
        target.join("debug/payscore-simulator")
    });
    BINARY.clone()
}

/// Sends a call; the simulator must answer.
pub fn send(simulator: &mut Simulator, call: &AnyCall) -> Response {
    response_of(simulator, call.request())
}

fn response_of(simulator: &mut Simulator, request: &Request) -> Response {
    match simulator.handle(request) {
        Answer::Reply(response) => response,
        Answer::Dropped => panic!("no answer to {} {}", request.method, request.url),
    }
}
