//! Every sample of the product. Requests are built from their parameters; answers and callbacks are really signed and
//! sealed; then jumps, and invalid requests.

use payscore::crypto::{AeadKey, to_base64};
use payscore::ffi::ACQUIRING;
use payscore::http::Response;
use payscore::protocol::AnyDraft;
use payscore::{Error, Merchant};
use serde_json::{Map, Value, json};
use support::declared::product_operations;
use support::{NONCE, NOW, draft_of, merged, now, samples, signed};

/// The nonce of the signed jumps among the samples.
const JUMP_NONCE: &str = "zyx53Nkey8o4bHpxTQvd8m7e92nG5mG2";
/// Members that Payscore adds; no sample has them.
const DERIVED: [&str; 5] = ["phase", "order_ref", "unread", "raw", "request_id"];

/// With the keys of the samples, and without defaults that the samples do not name.
fn merchant(strict: bool) -> Merchant {
    let keys = &samples()["meta"]["test_keys"];
    support::merchant(json!({
        "api_v3_key": keys["apiv3_key"], "api_v2_key": keys["apiv2_key"], "appid": null, "channel_id": null,
        "validate": if strict { json!("strict") } else { json!(true) },
    }))
}

fn draft(merchant: &Merchant, endpoint: &Value, request: &Value) -> Result<AnyDraft, Error> {
    let mut params = request.clone();
    if let Some(more) = endpoint.get("path_params") {
        params = merged(params, more.clone());
    }
    draft_of(merchant, endpoint["id"].as_str().unwrap(), params, Value::Null, Value::Null)
}

/// The endpoint itself and its variants.
fn cases(endpoint: &Value) -> Vec<Value> {
    let mut cases = vec![endpoint.clone()];
    cases.extend(endpoint["variants"].as_array().cloned().unwrap_or_default());
    cases
}

#[test]
fn every_operation_and_every_event_has_a_sample() {
    let samples = samples();
    let named = |list: &str, member: &str, name: &str| {
        samples[list].as_array().unwrap().iter().any(|sample| sample[member] == name)
    };
    for operation in product_operations().filter(|operation| operation.name != "security_echo") {
        assert!(named("endpoints", "id", operation.name), "samples.json has no endpoint {}", operation.name);
    }
    // Payscore's own word for an event, and the unknown one, are never sent.
    for event_type in ACQUIRING.events.iter().filter_map(|event| event.event_type).filter(|name| name.contains('.')) {
        assert!(named("callbacks", "event_type", event_type), "samples.json has no callback {event_type}");
    }
}

#[test]
fn requests_equal_their_samples() {
    let (samples, merchant) = (samples(), merchant(false));
    let mut compared = 0;
    for endpoint in samples["endpoints"].as_array().unwrap() {
        for case in cases(endpoint) {
            let Some(request) = case.get("request").or_else(|| case.get("query")) else { continue };
            let draft =
                draft(&merchant, endpoint, request).unwrap_or_else(|error| panic!("{}: {error}", endpoint["id"]));
            let stored: Value = serde_json::from_slice(&draft.to_bytes()).unwrap();
            let mut path = endpoint["path"].as_str().unwrap().to_owned();
            for (name, value) in endpoint["path_params"].as_object().into_iter().flatten() {
                path = path.replace(&format!("{{{name}}}"), value.as_str().unwrap());
            }
            let target = stored["target"].as_str().unwrap();
            if case.get("request").is_some() {
                let body: Value = serde_json::from_str(stored["body"].as_str().unwrap()).unwrap();
                assert_eq!((&body, target), (request, path.as_str()), "{}", endpoint["id"]);
            } else {
                let mut expected: Vec<String> = request
                    .as_object()
                    .unwrap()
                    .iter()
                    .map(|(name, value)| format!("{name}={}", value.as_str().unwrap()))
                    .collect();
                let (before, query) = target.split_once('?').unwrap();
                let mut sent: Vec<&str> = query.split('&').collect();
                expected.sort();
                sent.sort_unstable();
                assert_eq!(
                    (before, sent),
                    (path.as_str(), expected.iter().map(String::as_str).collect()),
                    "{}",
                    endpoint["id"]
                );
            }
            compared += 1;
        }
    }
    assert_eq!(compared, 15, "every request of the samples");
}

#[test]
fn answers_are_read_as_they_are() {
    let (samples, merchant) = (samples(), merchant(false));
    let mut compared = 0;
    for endpoint in samples["endpoints"].as_array().unwrap() {
        let Some(request) = endpoint.get("request").or_else(|| endpoint.get("query")) else { continue };
        for case in cases(endpoint) {
            let Some(answer) = case.get("response") else { continue };
            let request = case.get("request").or_else(|| case.get("query")).unwrap_or(request);
            // A variant of an answer may be about another order than the endpoint's own request.
            let mut request = request.clone();
            for name in ["out_order_no", "sub_mchid"] {
                if let (Some(requested), Some(answered)) = (request.get_mut(name), answer.get(name)) {
                    *requested = answered.clone();
                }
            }
            let call = merchant.finish(draft(&merchant, endpoint, &request).unwrap()).unwrap();
            let text = if answer.is_null() { String::new() } else { answer.to_string() };
            let status = if answer.is_null() { 204 } else { 200 };
            let reply = Merchant::read_any(&call, &Response::new(status, signed(&text), text.as_bytes()), now())
                .unwrap_or_else(|error| panic!("{}: {error}", endpoint["id"]));
            let mut typed = serde_json::to_value(&reply).unwrap();
            assert_eq!(typed["raw"], text, "{}", endpoint["id"]);
            DERIVED.iter().for_each(|name| drop(typed.as_object_mut().unwrap().shift_remove(*name)));
            assert_eq!(typed, if answer.is_null() { json!({}) } else { answer.clone() }, "{}", endpoint["id"]);
            compared += 1;
        }
    }
    assert_eq!(compared, 22, "every answer of the samples");
}

#[test]
fn errors_are_read_as_they_are() {
    let (samples, merchant) = (samples(), merchant(false));
    let endpoint = &samples["endpoints"][0];
    let call = merchant.finish(draft(&merchant, endpoint, &endpoint["request"]).unwrap()).unwrap();
    let own = samples["endpoints"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|endpoint| endpoint["errors"].as_array().cloned().unwrap_or_default());
    for sample in samples["common_errors"].as_array().unwrap().iter().cloned().chain(own) {
        let body = sample["body"].to_string();
        let status = u16::try_from(sample["status"].as_u64().unwrap()).unwrap();
        let error =
            Merchant::read_any(&call, &Response::new(status, signed(&body), body.as_bytes()), now()).unwrap_err();
        let api = error.api().unwrap();
        assert_eq!(
            (&json!(api.wechat_code), &json!(api.wechat_message)),
            (&sample["body"]["code"], &sample["body"]["message"])
        );
        let expected = if status >= 500 { "unknown" } else { "refused" };
        assert_eq!((error.outcome().as_str(), &api.body), (expected, &body), "{sample}");
    }
}

#[test]
fn callbacks_are_read_as_they_are() {
    let (samples, merchant) = (samples(), merchant(false));
    let key = AeadKey::new(samples["meta"]["test_keys"]["apiv3_key"].as_str().unwrap().as_bytes()).unwrap();
    for sample in samples["callbacks"].as_array().unwrap() {
        // The sealed sample itself; one without a ciphertext is sealed here.
        let mut envelope = sample["envelope"].clone();
        let plain = sample["plaintext_raw"].as_str().unwrap();
        if envelope["resource"].get("ciphertext").is_none() {
            envelope["resource"] = resource(&key, plain);
        }
        let body = envelope.to_string();
        let event = merchant.read_notification(&signed(&body), body.as_bytes(), now()).unwrap();
        let event = serde_json::to_value(event).unwrap();
        assert_eq!(event["raw"], sample["plaintext_raw"], "{}", sample["event_type"]);
        assert_eq!(event["event_type"], sample["event_type"]);
        assert_eq!(event["id"], sample["envelope"]["id"]);
        compare(sample, &event, &sample["plaintext"]);
        let ready = event["ack"]["status"].clone();
        assert_eq!(ready, if sample["event_type"] == "PAYSCORE.MCH_PREPAY" { Value::Null } else { json!(204) });
        // The same in the forms in which it also comes.
        for form in ["quirk_variant_plaintext", "alt_key_plaintext"] {
            let Some(plain) = sample.get(form) else { continue };
            let text = plain.to_string();
            let mut envelope = sample["envelope"].clone();
            envelope["resource"] = resource(&key, &text);
            let body = envelope.to_string();
            let event = merchant.read_notification(&signed(&body), body.as_bytes(), now()).unwrap();
            let event = serde_json::to_value(event).unwrap();
            assert_eq!(event["raw"], text);
            compare(sample, &event, plain);
        }
    }
}

/// A resource under the key of the samples.
fn resource(key: &AeadKey, text: &str) -> Value {
    let sealed = key.seal(NONCE.as_bytes(), b"", text.as_bytes()).unwrap();
    json!({"algorithm": "AEAD_AES_256_GCM", "nonce": NONCE, "ciphertext": to_base64(&sealed)})
}

/// The typed form equals the sample, except that merchant numbers have their usual spelling, whole numbers in text are
/// numbers, and an event has members beside its content.
fn compare(sample: &Value, event: &Value, plain: &Value) {
    let mut plain = plain.clone();
    let object = plain.as_object_mut().unwrap();
    for (other, usual) in [("mch_id", "mchid"), ("sub_mch_id", "sub_mchid")] {
        if let Some(value) = object.shift_remove(other) {
            object.insert(usual.to_owned(), value);
        }
    }
    if let Some(total) = object.get_mut("total_amount").filter(|total| total.is_string()) {
        *total = total.as_str().unwrap().parse::<i64>().unwrap().into();
    }
    let mut typed = match sample["event_type"].as_str().unwrap() {
        "PAYSCORE.USER_CONFIRM" | "PAYSCORE.USER_PAID" => event["order"].clone(),
        "PAYSCORE.MCH_PREPAY" => {
            assert_eq!(event["answer_before"], NOW + 5);
            let mut own = event["order_ref"].as_object().unwrap().clone();
            own.extend(
                ["openid", "sub_openid", "total_amount", "prepay_req_body"]
                    .iter()
                    .filter_map(|name| Some(((*name).to_owned(), event.get(*name)?.clone()))),
            );
            // The merchant number was compared with the merchant's own.
            own.insert("mchid".to_owned(), json!("1230000100"));
            Value::Object(own)
        }
        _ => event["service"].clone(),
    };
    DERIVED.iter().for_each(|name| drop(typed.as_object_mut().unwrap().shift_remove(*name)));
    let object = plain.as_object_mut().unwrap();
    if sample["event_type"] == "PAYSCORE.USER_PAID" {
        assert_eq!(Some(&event["out_trade_no"]), object.get("out_trade_no"));
        object.shift_remove("out_trade_no");
    }
    assert_eq!(typed, plain, "{}", sample["event_type"]);
}

#[test]
fn the_prepay_acknowledgement_equals_its_sample() {
    let samples = samples();
    let sample =
        samples["callbacks"].as_array().unwrap().iter().find(|c| c["event_type"] == "PAYSCORE.MCH_PREPAY").unwrap();
    let expected = &sample["ack_unproven_variant"];
    let plain = |name: &str| {
        let bytes =
            payscore::crypto::from_base64(expected["body"][format!("{name}_base64")].as_str().unwrap()).unwrap();
        json!(String::from_utf8(bytes).unwrap())
    };
    let mut params = Map::new();
    for name in ["prepay_req_header", "prepay_req_body", "prepay_resp_header", "prepay_resp_body"] {
        params.insert(name.to_owned(), plain(name));
    }
    params.insert("prepay_resp_http_code".to_owned(), json!(200));
    params.insert("out_trade_no".to_owned(), json!("P1"));
    let merchant = merchant(false);
    let refused = merchant.compute_json("acknowledge_prepay", &params, now(), JUMP_NONCE).unwrap_err();
    assert_eq!(refused.issues()[0].pointer, "/deduction", "the caller must say whether a withholding may come between");
    params.insert("nothing_registered".to_owned(), json!(true));
    let answer =
        serde_json::to_value(merchant.compute_json("acknowledge_prepay", &params, now(), JUMP_NONCE).unwrap()).unwrap();
    assert_eq!(
        answer["deduction"],
        json!({"out_trade_no": "P1", "standing": "unknown", "stored_at": NOW}),
        "to be stored first"
    );
    let ack = &answer["ack"];
    assert_eq!(ack["status"], expected["status"]);
    assert_eq!(serde_json::from_str::<Value>(ack["body"].as_str().unwrap()).unwrap(), expected["body"]);
    params.shift_remove("nothing_registered");
    // While a withholding may come between, the user must not be allowed to pay.
    for standing in ["registering", "not_sent", "unknown", "paid"] {
        params
            .insert("deduction".to_owned(), json!({"out_trade_no": "D1", "standing": standing, "registered_at": NOW}));
        let error = merchant.compute_json("acknowledge_prepay", &params, now(), JUMP_NONCE).unwrap_err();
        assert_eq!((error.code().as_str(), error.ack().unwrap().status), ("state.prepay_locked", 500), "{standing}");
    }
    for standing in ["failed", "closed"] {
        params.insert("deduction".to_owned(), json!({"out_trade_no": "D1", "standing": standing}));
        merchant.compute_json("acknowledge_prepay", &params, now(), JUMP_NONCE).unwrap();
    }
    // This very pre-order, stored before a crash, is no obstacle; a registered number of the same name is.
    params.insert("deduction".to_owned(), json!({"out_trade_no": "P1", "standing": "unknown"}));
    merchant.compute_json("acknowledge_prepay", &params, now(), JUMP_NONCE).unwrap();
    params.insert("deduction".to_owned(), json!({"out_trade_no": "P1", "standing": "unknown", "registered_at": NOW}));
    merchant.compute_json("acknowledge_prepay", &params, now(), JUMP_NONCE).unwrap_err();
}

#[test]
fn jumps_equal_their_samples() {
    let (samples, merchant) = (samples(), merchant(false));
    for sample in samples["jumps"].as_array().unwrap() {
        let members = sample["mini_program_openBusinessView"]["extraData"].as_object().unwrap();
        let (function, names): (&str, &[&str]) = match sample["view"].as_str().unwrap() {
            "confirm" => ("launch_confirm", &["package"]),
            "confirm_legacy_signed" => ("launch_confirm_signed", &["package"]),
            "enable" => ("launch_authorise", &["apply_permissions_token"]),
            "detail" => ("launch_detail", &["out_order_no", "service_id"]),
            other => panic!("an unknown view: {other}"),
        };
        let params = names.iter().map(|name| ((*name).to_owned(), members[*name].clone())).collect();
        let launch =
            serde_json::to_value(merchant.compute_json(function, &params, now(), JUMP_NONCE).unwrap()).unwrap();
        for (ours, theirs) in [
            ("mini_program", "mini_program_openBusinessView"),
            ("navigate_to_mini_program", "mini_program_navigateToMiniProgram"),
            ("jsapi", "jsapi"),
            ("app", "app"),
        ] {
            assert_eq!(launch[ours], sample[theirs], "{function} {ours}");
        }
    }
    for returned in samples["jump_returns"].as_object().unwrap().values() {
        let params = Map::from_iter([("returned".to_owned(), returned.clone())]);
        let read = merchant.compute_json("read_launch_return", &params, now(), JUMP_NONCE).unwrap();
        assert_eq!(
            serde_json::to_value(read).unwrap(),
            json!({"came_back": true, "query_id": "15646546545165651651"}),
            "{returned}"
        );
    }
    for nothing in [
        json!({}),
        json!({"scene": 1001}),
        json!({"err_code": "-1"}),
        json!("text"),
        json!({"errCode": -2, "businessType": "wxpayScoreUse"}),
    ] {
        let params = Map::from_iter([("returned".to_owned(), nothing.clone())]);
        let read = merchant.compute_json("read_launch_return", &params, now(), JUMP_NONCE).unwrap();
        assert_eq!(serde_json::to_value(read).unwrap(), json!({"came_back": false}), "{nothing}");
    }
}

#[test]
fn what_the_samples_call_invalid_is_refused() {
    let (samples, merchant) = (samples(), merchant(true));
    for sample in samples["invalid_requests"].as_array().unwrap() {
        let endpoint = samples["endpoints"].as_array().unwrap().iter().find(|e| e["id"] == sample["endpoint"]).unwrap();
        let request = sample.get("request").or_else(|| sample.get("query")).unwrap();
        let error = draft(&merchant, endpoint, request).expect_err(sample["why"].as_str().unwrap());
        assert_eq!(error.kind().as_str(), "Invalid", "{}", sample["why"]);
    }
}

#[test]
fn an_event_that_does_not_say_what_its_name_promises_is_refused() {
    let (samples, merchant) = (samples(), merchant(false));
    let key = AeadKey::new(samples["meta"]["test_keys"]["apiv3_key"].as_str().unwrap().as_bytes()).unwrap();
    for (event_type, change, code) in [
        ("PAYSCORE.USER_CONFIRM", json!({"state": "CREATED", "state_description": null}), "malformed.promise"),
        ("PAYSCORE.USER_CONFIRM", json!({"state_description": "MCH_COMPLETE"}), "malformed.promise"),
        ("PAYSCORE.USER_PAID", json!({"collection": {"state": "USER_PAYING"}}), "malformed.promise"),
        ("PAYSCORE.USER_PAID", json!({"state": "DOING"}), "malformed.promise"),
        ("PAYSCORE.USER_OPEN_SERVICE", json!({"mch_id": null}), "malformed.shape"),
        ("PAYSCORE.USER_CLOSE_SERVICE", json!({"authorization_code": null}), "malformed.shape"),
        ("PAYSCORE.MCH_PREPAY", json!({"mchid": null}), "malformed.shape"),
        ("PAYSCORE.MCH_PREPAY", json!({"mchid": "1230000999"}), "malformed.mchid"),
    ] {
        let sample = samples["callbacks"]
            .as_array()
            .unwrap()
            .iter()
            .find(|callback| callback["event_type"] == event_type)
            .unwrap();
        let mut plain = sample["plaintext"].as_object().unwrap().clone();
        for (name, value) in change.as_object().unwrap() {
            plain.insert(name.clone(), value.clone());
        }
        plain.retain(|_, value| !value.is_null());
        let mut envelope = sample["envelope"].clone();
        envelope["resource"] = resource(&key, &Value::Object(plain).to_string());
        let body = envelope.to_string();
        let error = merchant.read_notification(&signed(&body), body.as_bytes(), now()).expect_err(event_type);
        assert_eq!(error.code().as_str(), code, "{event_type} {change}");
        assert!(error.ack().is_some_and(|ack| ack.status >= 400), "{event_type}");
    }
}
