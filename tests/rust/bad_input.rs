//! The table of bad input, from Rust through the JSON door. Described in `tests/bad_input.md`.

use payscore::time::Timestamp;
use payscore::{Error, JsonRequest, Merchant, MerchantConfig};
use payscore_simulator::{Answer, Config, Simulator};
use payscore_tests::note_count;
use serde_json::{Map, Value, json};

const NOW: i64 = 1_748_739_600;

#[test]
fn every_case_is_refused_with_the_same_words() {
    let table: Value = serde_json::from_str(include_str!("../bad_input.json")).unwrap();
    let mut wrong = Vec::new();
    let cases = table["cases"].as_array().unwrap();
    for case in cases {
        let error = refused(&table, case).expect_err(case["name"].as_str().unwrap());
        let issues: Vec<Value> = error
            .issues()
            .iter()
            .filter(|issue| !issue.advice)
            .map(|issue| json!({"pointer": issue.pointer, "code": issue.code, "detail": issue.detail}))
            .collect();
        let found = json!({"code": error.code(), "detail": error.detail(), "issues": issues});
        let expected = json!({"code": case["code"], "detail": case["detail"], "issues": case["issues"]});
        if found != expected {
            wrong.push(json!({"name": case["name"], "found": found}));
        }
    }
    assert!(wrong.is_empty(), "{}", serde_json::to_string_pretty(&wrong).unwrap());
    note_count("bad_input", cases.len());
}

fn refused(table: &Value, case: &Value) -> Result<(), Error> {
    let mut config = settings();
    if let Some(spoilt) = case["config"].as_object() {
        config.extend(spoilt.clone());
    }
    let merchant = MerchantConfig::from_json(&config).and_then(Merchant::new)?;
    let mut params = table["base"].clone();
    for (pointer, value) in case["set"].as_object().into_iter().flatten() {
        put(&mut params, pointer, said(value));
    }
    for pointer in case["remove"].as_array().into_iter().flatten() {
        let (parent, name) = pointer.as_str().unwrap().rsplit_once('/').unwrap();
        params.pointer_mut(parent).unwrap().as_object_mut().unwrap().shift_remove(name).expect("something to remove");
    }
    let object = |value: &Value| said(value).as_object().cloned().unwrap_or_default();
    let request = JsonRequest {
        operation: table["operation"].as_str().unwrap(),
        params: object(&params),
        extra: object(&case["extra"]),
        order: None,
    };
    merchant.draft_json(request, Timestamp::from_unix(NOW).unwrap(), "nonce").map(drop)
}

fn settings() -> Map<String, Value> {
    let now = Timestamp::from_unix(NOW).unwrap();
    let mut simulator = Simulator::new(Config { seed: 7, now, base_url: "http://localhost".to_owned() }).unwrap();
    let ask = payscore::http::Request::new("GET", "/_simulator", payscore::http::Headers::new(), None);
    let Answer::Reply(answer) = simulator.handle(&ask) else { panic!("no answer") };
    serde_json::from_slice::<Value>(&answer.body).unwrap()["merchant"].as_object().unwrap().clone()
}

fn put(params: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    params.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(name, value);
}

/// As a host passes it that cannot say it.
fn said(value: &Value) -> Value {
    match value.get("$").and_then(Value::as_str) {
        Some("nan" | "infinity") => json!({"$payscore": "nan"}),
        Some("bigint") => json!({"$payscore": "big"}),
        Some("surrogate") => json!({"$payscore": "surrogate"}),
        Some("cycle") => deep(40),
        Some("repeat") => value["text"].as_str().unwrap().repeat(value["times"].as_u64().unwrap() as usize).into(),
        Some(other) => panic!("an unknown value: {other}"),
        None => match value {
            Value::Object(object) => object.iter().map(|(name, value)| (name.clone(), said(value))).collect(),
            Value::Array(list) => list.iter().map(said).collect(),
            other => other.clone(),
        },
    }
}

fn deep(levels: usize) -> Value {
    (0..levels).fold(json!({"$payscore": "deep"}), |inner, _| json!({ "self": inner }))
}
