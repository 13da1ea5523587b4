//! The table of bad input, from Rust by JSON. Described in `tests/bad_input.md`.

use payscore::error::Issue;
use payscore::http::Headers;
use payscore::protocol::AnyDraft;
use payscore::schema::marks;
use payscore::{Error, Merchant};
use serde_json::{Map, Value, json};
use std::sync::LazyLock;
use support::simulator::simulator_settings;
use support::{NOW, draft_of, note_count, now, try_merchant};

static TABLE: LazyLock<Value> = LazyLock::new(|| serde_json::from_str(include_str!("../../bad_input.json")).unwrap());

#[test]
fn every_case_is_refused_with_the_same_words() {
    let mut wrong = Vec::new();
    let cases = TABLE["cases"].as_array().unwrap();
    assert_eq!(TABLE["now"], NOW);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let error = attempt(case).map(|_| ()).expect_err(name);
        let issues: Vec<&Issue> = error.issues().iter().filter(|issue| !issue.advice).collect();
        let listed: Vec<Value> = issues
            .iter()
            .map(|issue| json!({"pointer": issue.pointer, "code": issue.code, "detail": issue.detail}))
            .collect();
        let mut found = json!({"code": error.code(), "detail": error.detail(), "issues": listed, "kept": issues.len()});
        // What a case does not name is not the same in every language.
        found.as_object_mut().unwrap().retain(|name, _| case.get(name).is_some());
        let expected: Map<String, Value> =
            found.as_object().unwrap().keys().map(|name| (name.clone(), case[name.as_str()].clone())).collect();
        let unsent = case.get("callback").is_some() || error.code().as_str().starts_with("config.");
        assert_eq!(error.outcome().as_str(), if unsent { "none" } else { "not_sent" }, "{name}");
        assert!(error.detail().lines().count() == 1 && error.to_string().len() < 20_000, "{name}: {error}");
        if found != Value::Object(expected) {
            wrong.push(json!({"name": name, "found": found}));
        }
    }
    assert!(wrong.is_empty(), "{}", serde_json::to_string_pretty(&wrong).unwrap());
    note_count("bad_input", cases.len());
}

#[test]
fn what_is_unambiguous_is_accepted() {
    let cases = TABLE["taken"].as_array().unwrap();
    let usual = attempt(&json!({})).unwrap();
    for case in cases {
        let name = case["name"].as_str().unwrap();
        let made = attempt(case).unwrap_or_else(|error| panic!("{name}: {error}"));
        let expected = ["body", "end", "event"].into_iter().find_map(|name| Some((name, case.get(name)?.as_str()?)));
        match expected {
            Some(("body", body)) => assert_eq!(body_of(&made), format!("{body}\n"), "{name}"),
            Some(("end", end)) => assert!(made.ends_with(&format!("{end}\n")), "{name}: {made}"),
            Some((_, event)) => assert_eq!(made, event, "{name}"),
            None => assert_eq!(made, usual, "{name}"),
        }
    }
    note_count("taken_input", cases.len());
}

/// The body in a signed message: what stands after method, target, moment and nonce.
fn body_of(message: &str) -> &str {
    message.splitn(5, '\n').last().unwrap()
}

/// The message of the call that a case makes, or the type of the event that it reads.
fn attempt(case: &Value) -> Result<String, Error> {
    let mut config = simulator_settings();
    if let Some(spoilt) = case["config"].as_object() {
        config.extend(spoilt.iter().map(|(name, value)| (name.clone(), as_host(value))));
    }
    let merchant = try_merchant(&Value::Object(config))?;
    match case.get("callback") {
        Some(callback) => {
            let usual = &TABLE["callback"];
            let headers = Headers::from_json(callback.get("headers").unwrap_or(&usual["headers"]));
            let body = bytes(callback.get("body").unwrap_or(&usual["body"]));
            let event = merchant.read_notification(&headers, &body, now())?;
            Ok(serde_json::to_value(&event).unwrap()["event_type"].as_str().unwrap().to_owned())
        }
        None => draft(&merchant, case).map(|draft| String::from_utf8(draft.message()).unwrap()),
    }
}

fn draft(merchant: &Merchant, case: &Value) -> Result<AnyDraft, Error> {
    let mut params = as_host(case.get("params").unwrap_or(&TABLE["base"]));
    for (pointer, value) in case["set"].as_object().into_iter().flatten() {
        put(&mut params, pointer, as_host(value));
    }
    for pointer in case["remove"].as_array().into_iter().flatten() {
        let (parent, name) = pointer.as_str().unwrap().rsplit_once('/').unwrap();
        params.pointer_mut(parent).unwrap().as_object_mut().unwrap().shift_remove(name).expect("something to remove");
    }
    let operation = case.get("operation").unwrap_or(&TABLE["operation"]).as_str().unwrap();
    draft_of(merchant, operation, params, as_host(&case["extra"]), Value::Null)
}

fn put(params: &mut Value, pointer: &str, value: Value) {
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let name = name.replace("~1", "/").replace("~0", "~");
    params.pointer_mut(parent).unwrap().as_object_mut().unwrap().insert(name, value);
}

fn bytes(value: &Value) -> Vec<u8> {
    match value["base64"].as_str() {
        Some(text) => payscore::crypto::from_base64(text).unwrap(),
        None => value.as_str().unwrap().as_bytes().to_vec(),
    }
}

/// As a host passes it: values that JSON cannot express are marked, and names of members are escaped.
fn as_host(value: &Value) -> Value {
    match value.get("$").and_then(Value::as_str) {
        Some("nan" | "infinity") => marks::unsayable("nan"),
        Some("bigint") => marks::unsayable("big"),
        Some("surrogate") => marks::unsayable("surrogate"),
        Some("name") => json!({"\u{fffd}": marks::unsayable("name")}),
        Some("cycle") => json!({"self": marks::unsayable("deep")}),
        Some("twice") => json!({"a": marks::unsayable("deep"), "b": marks::unsayable("deep")}),
        Some("shared") => marks::unsayable("large"),
        Some("thing") => marks::unsayable("Thing"),
        Some("bytes") => marks::bytes(&bytes(value)),
        Some("repeat") => value["text"].as_str().unwrap().repeat(value["times"].as_u64().unwrap() as usize).into(),
        Some("list") => vec![as_host(&value["of"]); value["times"].as_u64().unwrap() as usize].into(),
        Some(other) => panic!("an unknown value: {other}"),
        None => match value {
            Value::Object(object) => {
                object.iter().map(|(name, value)| (marks::escaped(name).into_owned(), as_host(value))).collect()
            }
            Value::Array(list) => list.iter().map(as_host).collect(),
            other => other.clone(),
        },
    }
}
