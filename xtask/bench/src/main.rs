//! Measures Rust on both RSA backends beside `openssl speed rsa2048`, one after another in rounds, and prints one JSON
//! object: for each thing its microseconds (median over the rounds) and the ratio to OpenSSL's rate where there is one.

use payscore::acquiring::{CreateOrder, RiskFund, RiskFundName, ServiceTime, TimeRange};
use payscore::crypto::{self, AeadKey, PrivateKeyDer};
use payscore::http::{Headers, Request};
use payscore::time::Timestamp;
use payscore::{Merchant, MerchantConfig};
use payscore_simulator::{Answer, Config, Simulator};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::process::Command;
use std::time::{Duration, Instant};

const ROUNDS: usize = 3;

fn main() {
    let now = Timestamp::from_unix(1_748_739_600).expect("a moment");
    let mut simulator =
        Simulator::new(Config { seed: 7, now, base_url: "http://localhost".to_owned() }).expect("a simulator");
    let about = control(&mut simulator, "GET", "/_simulator", None);
    let merchant = MerchantConfig::from_json(about["merchant"].as_object().expect("a merchant"))
        .and_then(Merchant::new)
        .expect("a merchant");
    let der = PrivateKeyDer::from_pem(about["merchant"]["private_key"].as_str().expect("a key")).expect("a key");
    let pure = (
        crypto::pure::PrivateKey::from_der(&der).expect("a key"),
        crypto::pure::PublicKey::from_der(der.public_key()).expect("a key"),
    );
    let fast = (
        crypto::aws_lc::PrivateKey::from_der(&der).expect("a key"),
        crypto::aws_lc::PublicKey::from_der(der.public_key()).expect("a key"),
    );
    let message = vec![b'x'; 400];
    let signature = fast.0.sign(&message).expect("a signature");
    let key = AeadKey::new(&[7; 32]).expect("a key");
    let sealed = key.seal(b"abcdefghijkl", b"", &[b'x'; 1024]).expect("sealed");
    let fund = RiskFund::new(RiskFundName::EstimateOrderCost, 9900);
    let times = TimeRange::new().start_time(ServiceTime::on_accept());
    let order = CreateOrder::new("1900000109", "A1", "XX充电宝", fund, times, "https://shop.example/notify")
        .need_user_confirm(true);
    let call = merchant.sign(&order, now, "nonce").expect("a call");
    simulator.handle(call.request());
    control(&mut simulator, "POST", "/_simulator/orders/A1/confirm", Some(json!({})));
    let callback = simulator.due().remove(0).request;
    let body = callback.body.clone().expect("a body");

    let mut figures: BTreeMap<&str, Vec<f64>> = BTreeMap::new();
    for _ in 0..ROUNDS {
        let (sign, verify) = openssl();
        let mut note = |name, micros| figures.entry(name).or_default().push(micros);
        note("openssl_sign", sign);
        note("openssl_verify", verify);
        note("aws_lc_sign", time(|| drop(black_box(fast.0.sign(&message)))));
        note(
            "aws_lc_verify",
            time(|| {
                black_box(fast.1.verify(&message, &signature));
            }),
        );
        note("pure_sign", time(|| drop(black_box(pure.0.sign(&message)))));
        note(
            "pure_verify",
            time(|| {
                black_box(pure.1.verify(&message, &signature));
            }),
        );
        note("open_1k", time(|| drop(black_box(key.open(b"abcdefghijkl", b"", &sealed)))));
        note("create_call", time(|| drop(black_box(merchant.sign(&order, now, "nonce")))));
        note("callback", time(|| drop(black_box(merchant.read_notification(&callback.headers, &body, now)))));
    }
    let median = |name: &str| {
        let mut values = figures.get(name).cloned().unwrap_or_default();
        values.sort_by(f64::total_cmp);
        values.get(values.len() / 2).copied().unwrap_or(f64::NAN)
    };
    let rows: Vec<Value> = figures
        .keys()
        .map(|name| {
            let peer = if name.contains("verify") || *name == "callback" { "openssl_verify" } else { "openssl_sign" };
            let ratio = if *name == "open_1k" { Value::Null } else { json!(round(median(peer) / median(name))) };
            json!({"name": name, "micros": round(median(name)), "rate_to_openssl": ratio})
        })
        .collect();
    println!("{}", json!({ "rust": rows }));
}

/// Microseconds an operation, over about a third of a second.
fn time(mut work: impl FnMut()) -> f64 {
    work();
    let started = Instant::now();
    let mut count = 0_u32;
    while started.elapsed() < Duration::from_millis(300) {
        work();
        count += 1;
    }
    started.elapsed().as_secs_f64() * 1e6 / f64::from(count)
}

/// Microseconds that OpenSSL takes to sign and to verify.
fn openssl() -> (f64, f64) {
    let output = Command::new("openssl").args(["speed", "-seconds", "1", "rsa2048"]).output().expect("openssl");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let line = text.lines().find(|line| line.starts_with("rsa 2048")).expect("openssl speed prints a row for rsa 2048");
    let rates: Vec<f64> = line.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    match rates.as_slice() {
        [.., sign, verify] => (1e6 / sign, 1e6 / verify),
        _ => (f64::NAN, f64::NAN),
    }
}

fn control(simulator: &mut Simulator, method: &str, path: &str, body: Option<Value>) -> Value {
    let body = body.map(|body| body.to_string().into_bytes());
    match simulator.handle(&Request::new(method, path, Headers::new(), body)) {
        Answer::Reply(response) => serde_json::from_slice(&response.body).expect("JSON"),
        Answer::Dropped => Value::Null,
    }
}

fn round(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}
