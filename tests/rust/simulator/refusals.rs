//! What the simulator refuses, rule by rule, as `tests/refusals.json` lists them. A right call is spoilt in one place,
//! and is refused there. With the switch that a case names, the same call passes.

use super::client::{Client, NO_CONFIRM, SERVICE, V3, order};
use super::signed;
use payscore::http::{Headers, Request};
use payscore_simulator::Answer;
use serde_json::{Map, Value, json};
use support::declared::product_operations;
use support::files::rust_sources;
use support::merged;
use support::tests_folder;

const APPID: &str = "wxd678efh567hg6787";

/// What a merchant does with a signed request.
const CALLS: &[&str] = &[
    "create_order",
    "create_without_confirmation",
    "create_delivery_order",
    "query_order",
    "cancel_order",
    "complete_order",
    "modify_order",
    "sync_order",
    "register_deduct_info",
    "query_deduction",
    "apply_permissions",
    "query_permissions",
    "terminate_permissions",
    "security_echo",
];

#[test]
fn every_call_is_right_before_it_is_spoilt() {
    for call in CALLS {
        let case = json!({"call": call, "about": "as it is"});
        let (status, answer) = answered(&case, &json!({}));
        assert!(matches!(status, 200 | 204), "{call}: {status} {answer}");
    }
    assert_eq!(withheld(&json!({"call": "withhold"}), &json!({}))["result"], "paid");
}

#[test]
fn every_refusal_is_shown() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../refusals.json")).unwrap();
    let wrong: Vec<String> =
        cases.iter().filter_map(|case| disagreement(case).map(|found| format!("{case}\n    {found}"))).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), cases.len(), wrong.join("\n"));
}

#[test]
fn every_operation_of_core_is_among_the_calls() {
    for operation in product_operations() {
        assert!(CALLS.contains(&operation.name), "no call {} to spoil", operation.name);
    }
}

/// A switch that no test turns could break unseen.
#[test]
fn every_switch_is_turned_somewhere() {
    let scenarios = std::fs::read_dir(tests_folder().join("scenarios")).unwrap().map(|file| file.unwrap().path());
    let scenarios: String = scenarios.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    // Journeys vary switches at random, and assert nothing about them.
    let sources = rust_sources().into_iter().filter(|(path, _)| !path.starts_with("journeys/"));
    let sources: String = sources.map(|(_, text)| text).collect();
    let tests = scenarios + &sources + include_str!("../../refusals.json");
    for switch in payscore_simulator::switches().map(|switch| switch.name) {
        // What signs is also turned by the keys of the control interface.
        let turned = |name: &str| tests.contains(&format!("\"{name}\""));
        let signer = switch.strip_suffix("_signed_by").is_some_and(turned);
        assert!(turned(switch) || signer, "nothing turns {switch}");
    }
}

/// How the simulator differs from the case.
fn disagreement(case: &Value) -> Option<String> {
    let switches = case.get("switches").cloned().unwrap_or_else(|| json!({}));
    let (refused, passes) = (&case["refused"], |status: u16| matches!(status, 200 | 204));
    if case["call"] == "withhold" {
        let answer = withheld(case, &switches);
        let lenient = case.get("passes_with").map(|lenient| withheld(case, lenient));
        let right =
            answer["reason"] == refused["reason"] && lenient.as_ref().is_none_or(|answer| answer["result"] == "paid");
        return (!right).then(|| format!("{answer} {lenient:?}"));
    }
    let (status, answer) = answered(case, &switches);
    if case["passes"] == true {
        return (!passes(status)).then(|| format!("{status} {answer}"));
    }
    let field = refused.get("field").is_none_or(|field| answer["detail"]["field"] == *field);
    if json!(status) != refused["status"] || answer["code"] != refused["code"] || !field {
        return Some(format!("{status} {answer}"));
    }
    let (status, answer) = answered(case, case.get("passes_with")?);
    (!passes(status)).then(|| format!("with the switch: {status} {answer}"))
}

fn answered(case: &Value, switches: &Value) -> (u16, Value) {
    let mut client = Client::new(switches.clone());
    let call = case["call"].as_str().unwrap();
    brought(&mut client, call, case);
    let request = spoilt(&client, call, case);
    let Answer::Reply(response) = client.simulator.handle(&request) else { panic!("{case}: dropped") };
    let log = client.control("GET", "/log", Value::Null);
    let changed = &log.as_array().unwrap().last().unwrap()["changed"];
    assert!(response.status < 400 || changed == false, "{case}: refused, and has an effect");
    (response.status, serde_json::from_slice(&response.body).unwrap_or_default())
}

/// Brings what the call needs: an order, a permission.
fn brought(client: &mut Client, call: &str, case: &Value) {
    match call {
        "create_order" | "create_delivery_order" | "apply_permissions" | "security_echo" => return,
        "create_without_confirmation" | "query_permissions" | "terminate_permissions" => {
            client.ok("POST", "/permissions", apply());
            client.control("POST", "/permissions/AUTH1/open", json!({"openid": "oUser"}));
            return;
        }
        _ => {}
    }
    let creation = changed(order("A1"), case.get("creation"));
    let service = creation["service_id"].clone();
    client.ok("POST", "/serviceorder", creation);
    if matches!(call, "query_order" | "cancel_order") {
        return;
    }
    client.control("POST", "/orders/A1/confirm", Value::Null);
    client.advance(60);
    if call == "complete_order" {
        return;
    }
    let its = json!({ "service_id": service });
    client.ok("POST", "/serviceorder/A1/complete", merged(base("complete_order").2, its));
    if call == "query_deduction" || call == "withhold" {
        client.ok("POST", "/serviceorder/A1/registerdeductinfo", base("register_deduct_info").2);
    }
    client.advance(case["advance"].as_i64().unwrap_or(0));
}

/// Method, path and body of the right call; a query has parameters instead of a body.
fn base(call: &str) -> (&'static str, String, Value) {
    let about = json!({"service_id": SERVICE, "sub_mchid": "1900000109", "channel_id": "1230000109"});
    let of = |more: Value| merged(about.clone(), more);
    let of_order = |action: &str, more: Value| ("POST", format!("{V3}/serviceorder/A1/{action}"), of(more));
    let bill = |total: i64| json!({"post_payments": [{"name": "租借费用", "amount": total}], "total_amount": total});
    let code = format!("{V3}/permissions/authorization-code/AUTH1");
    match call {
        "create_order" => ("POST", format!("{V3}/serviceorder"), order("A1")),
        "create_without_confirmation" => {
            let more = json!({"service_id": NO_CONFIRM, "need_user_confirm": false, "openid": "oUser",
                "time_range": {"start_time": "20250601100000"}});
            ("POST", format!("{V3}/serviceorder"), merged(order("A1"), more))
        }
        "create_delivery_order" => {
            let goods = json!([{"name": "耳机", "picture": "https://img.example/1.png", "amount": 700, "count": 1}]);
            let jump = json!({"jump_link_type": "JUMP_LINK_MINI_PROGRAM", "path": "/p"});
            let more = json!({"shopping_info": {"jump_link": jump, "goods": goods}});
            ("POST", format!("{V3}/servicepayondeliveryorder"), merged(order("A1"), more))
        }
        "query_order" => ("GET", format!("{V3}/serviceorder"), of(json!({"out_order_no": "A1"}))),
        "cancel_order" => of_order("cancel", json!({"reason": "x"})),
        "complete_order" => {
            of_order("complete", merged(bill(700), json!({"time_range": {"end_time": "20250601090100"}})))
        }
        "modify_order" => of_order("modify", merged(bill(500), json!({"reason": "x"}))),
        "sync_order" => of_order("sync", json!({"type": "Order_Paid", "detail": {"paid_time": "20250601090030"}})),
        "register_deduct_info" => of_order("registerdeductinfo", json!({"appid": APPID, "out_trade_no": "D1"})),
        "query_deduction" => {
            ("GET", format!("{V3}/serviceorder/deduction"), of(json!({"appid": APPID, "out_order_no": "A1"})))
        }
        "apply_permissions" => ("POST", format!("{V3}/permissions"), apply()),
        "query_permissions" => ("GET", code, of(json!({"service_id": NO_CONFIRM}))),
        "terminate_permissions" => {
            ("POST", format!("{code}/terminate"), of(json!({"service_id": NO_CONFIRM, "reason": "x"})))
        }
        "security_echo" => ("POST", "/v3/security/echo".to_owned(), json!({"echo_message": "a"})),
        other => panic!("there is no call {other}"),
    }
}

fn apply() -> Value {
    json!({"service_id": NO_CONFIRM, "channel_id": "1230000109", "appid": APPID, "sub_mchid": "1900000109",
        "authorization_code": "AUTH1", "notify_url": "https://shop.example/auth"})
}

fn spoilt(client: &Client, call: &str, case: &Value) -> Request {
    let text = |name: &str| case.get(name).and_then(Value::as_str);
    let pair = |name: &str| {
        let pair = case.get(name)?.as_array()?;
        Some((pair.first()?.as_str()?.to_owned(), pair.get(1)?.as_str()?.to_owned()))
    };
    let (method, mut target, body) = base(call);
    if let Some(number) = text("number") {
        target = target.replace("/A1/", &format!("/{number}/"));
    }
    if let Some(path) = text("path") {
        target = target.split("/cancel").next().unwrap().to_owned() + path;
    }
    let mut written = match method {
        "GET" => {
            let mut parameters =
                merged(body, text("number").map_or(json!({}), |number| json!({ "out_order_no": number })));
            removed(&mut parameters, case);
            let pairs = parameters
                .as_object()
                .unwrap()
                .iter()
                .map(|(name, value)| format!("{name}={}", value.as_str().unwrap()));
            target = format!("{target}?{}", pairs.collect::<Vec<_>>().join("&"));
            String::new()
        }
        _ => changed(body, Some(case).and_then(|case| case.get("set"))).to_string(),
    };
    if method == "POST" && case.get("remove").is_some() {
        let mut body = serde_json::from_str(&written).unwrap();
        removed(&mut body, case);
        written = body.to_string();
    }
    target += text("query").unwrap_or_default();
    if let Some(body) = text("body") {
        written = body.to_owned();
    }
    if let Some((from, to)) = pair("text") {
        assert!(written.contains(&from), "{case}: {written}");
        written = written.replacen(&from, &to, 1);
    }
    let method = text("method").unwrap_or(method);
    let at = client.simulator.now().unix() + case["at"].as_i64().unwrap_or(0);
    let mut request = match text("gbk") {
        // Bytes that are not UTF-8, signed as they are.
        Some(word) => super::signed_bytes(method, &target, &gbk(&written, word), at),
        None => signed(method, &target, &written, at, |value| match pair("authorization") {
            Some((from, to)) => {
                assert!(value.contains(&from), "{case}: {value}");
                value.replacen(&from, &to, 1)
            }
            None => value,
        }),
    };
    if let Some((from, to)) = pair("resent") {
        request.body = Some(written.replacen(&from, &to, 1).into_bytes());
    }
    if call == "security_echo" {
        request.headers = request.headers.clone().with("Wechatpay-Serial", "PUB_KEY_ID_SIMULATOR0000000000000001");
    }
    let changes = case.get("headers").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut headers: Vec<(String, String)> =
        request.headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
    for (name, value) in changes {
        match name.strip_prefix('+') {
            Some(name) => headers.push((name.to_owned(), value.as_str().unwrap().to_owned())),
            None => {
                headers.retain(|(known, _)| *known != name);
                headers.extend(value.as_str().map(|value| (name, value.to_owned())));
            }
        }
    }
    request.headers = headers.into_iter().collect::<Headers>();
    request
}

/// The body with the word in GBK, as a server in that charset would sign and send it.
fn gbk(written: &str, word: &str) -> Vec<u8> {
    let (before, behind) = written.split_once(word).unwrap();
    [before.as_bytes(), b"XX\xb3\xe4\xb5\xe7\xb1\xa6", behind.as_bytes()].concat()
}

fn changed(mut body: Value, set: Option<&Value>) -> Value {
    for (pointer, value) in set.and_then(Value::as_object).unwrap_or(&Map::new()) {
        let (parent, name) = pointer.rsplit_once('/').unwrap();
        body.pointer_mut(parent).unwrap_or_else(|| panic!("there is no {parent}"))[name] = value.clone();
    }
    body
}

fn removed(body: &mut Value, case: &Value) {
    for pointer in case.get("remove").and_then(Value::as_array).unwrap_or(&Vec::new()) {
        let (parent, name) = pointer.as_str().unwrap().rsplit_once('/').unwrap_or(("", pointer.as_str().unwrap()));
        let gone = body.pointer_mut(parent).unwrap().as_object_mut().unwrap().shift_remove(name);
        assert!(gone.is_some(), "{case}: there is no {pointer}");
    }
}

/// The answer of the clearing house.
fn withheld(case: &Value, switches: &Value) -> Value {
    let mut client = Client::new(switches.clone());
    brought(&mut client, "withhold", case);
    let mut body = changed(json!({"out_trade_no": "D1", "amount": 700}), case.get("set"));
    removed(&mut body, case);
    client.control("POST", "/clearing/withhold", body)
}
