//! A signed body does not survive another serialiser: only the bytes that came verify.

use super::client::{Client, V3, identity, order, query};
use super::signed;
use payscore::crypto::{PublicKey, PublicKeyDer, from_base64};
use payscore::http::Headers;
use payscore_simulator::Answer;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Whether the signature in the headers is over this body.
fn verifies(headers: &Headers, body: &[u8]) -> bool {
    let key =
        PublicKeyDer::from_pem(include_str!("../../../simulator/src/keys/test-wechatpay-public-key.pem")).unwrap();
    let get = |name: &str| headers.get(name).unwrap();
    let message =
        [format!("{}\n{}\n", get("Wechatpay-Timestamp"), get("Wechatpay-Nonce")).as_bytes(), body, b"\n"].concat();
    PublicKey::from_der(&key).unwrap().verify(&message, &from_base64(get("Wechatpay-Signature")).unwrap())
}

/// Signed headers and bodies: answers, refusals, callbacks.
fn journey(client: &mut Client) -> Vec<(Headers, Vec<u8>)> {
    let mut seen = Vec::new();
    let mut call = |client: &mut Client, method: &str, path: &str, body: Value| {
        let body = if body.is_null() { String::new() } else { body.to_string() };
        let mut request = signed(method, path, &body, client.simulator.now().unix(), |value| value);
        request.headers = request.headers.clone().with("Wechatpay-Serial", "PUB_KEY_ID_SIMULATOR0000000000000001");
        let Answer::Reply(response) = client.simulator.handle(&request) else { panic!() };
        if !response.body.is_empty() {
            seen.push((response.headers, response.body));
        }
    };
    for number in ["A1", "A2"] {
        call(client, "POST", &format!("{V3}/serviceorder"), order(number));
        client.control("POST", &format!("/orders/{number}/confirm"), Value::Null);
        call(client, "GET", &format!("{V3}/serviceorder?{}&out_order_no={number}", query()), Value::Null);
        call(client, "POST", &format!("{V3}/serviceorder/{number}/cancel"), identity(json!({"reason": "x", "odd": 1})));
        call(client, "POST", &format!("{V3}/serviceorder/{number}/cancel"), identity(json!({"reason": "x"})));
        call(client, "POST", &format!("{V3}/serviceorder/{number}/cancel"), identity(json!({"reason": "x"})));
    }
    call(client, "GET", "/v3/certificates", Value::Null);
    call(
        client,
        "POST",
        "/v3/security/echo",
        json!({"echo_message": "租借/费用", "notify_url": "https://shop.example/n"}),
    );
    for delivery in client.simulator.due() {
        seen.push((delivery.request.headers, delivery.request.body.unwrap()));
    }
    seen
}

fn sorted(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let members: BTreeMap<&String, Value> = object.iter().map(|(name, value)| (name, sorted(value))).collect();
            members.into_iter().map(|(name, value)| (name.clone(), value)).collect::<serde_json::Map<_, _>>().into()
        }
        Value::Array(list) => list.iter().map(sorted).collect(),
        other => other.clone(),
    }
}

/// The text of a serialiser with these separators and escapes.
fn spaced(value: &Value, comma: &str, colon: &str, escape: &dyn Fn(char) -> Option<String>) -> String {
    let text = |text: &str| -> String {
        let quoted = Value::from(text).to_string();
        quoted.chars().map(|c| escape(c).unwrap_or_else(|| c.to_string())).collect()
    };
    match value {
        Value::Object(object) => {
            let all: Vec<String> = object
                .iter()
                .map(|(name, value)| format!("{}{colon}{}", text(name), spaced(value, comma, colon, escape)))
                .collect();
            format!("{{{}}}", all.join(comma))
        }
        Value::Array(list) => {
            let all: Vec<String> = list.iter().map(|value| spaced(value, comma, colon, escape)).collect();
            format!("[{}]", all.join(comma))
        }
        Value::String(inner) => text(inner),
        other => other.to_string(),
    }
}

/// The texts of other serialisers: orders, separators and escapes.
fn written_again(value: &Value) -> Vec<String> {
    let unicode =
        |c: char| -> String { c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect() };
    let html = |c: char| "<>&='/".contains(c);
    let escapes: [&dyn Fn(char) -> Option<String>; 6] = [
        &|_| None,
        &|c| (!c.is_ascii()).then(|| unicode(c)),
        &|c| (!c.is_ascii()).then(|| unicode(c).to_uppercase().replace('U', "u")),
        &|c| (c == '/').then(|| "\\/".to_owned()),
        &|c| if c == '/' { Some("\\/".to_owned()) } else { (!c.is_ascii()).then(|| unicode(c)) },
        &|c| (html(c) || !c.is_ascii()).then(|| unicode(c)),
    ];
    let mut all = Vec::new();
    for value in [value.clone(), sorted(value)] {
        all.push(serde_json::to_string_pretty(&value).unwrap());
        for (comma, colon) in
            [(",", ":"), (", ", ": "), (",", ": "), (", ", ":"), (",", " :"), (" , ", " : "), (",\n", ": ")]
        {
            all.extend(escapes.iter().map(|escape| spaced(&value, comma, colon, escape)));
        }
    }
    all
}

#[test]
fn only_the_bytes_as_they_came_verify() {
    let mut client = Client::new(json!({}));
    let seen = journey(&mut client);
    assert!(seen.len() == 13, "{}", seen.len());
    for (headers, body) in &seen {
        let value: Value = serde_json::from_slice(body).unwrap();
        assert!(verifies(headers, body));
        for other in written_again(&value) {
            assert!(!verifies(headers, other.as_bytes()), "{other}");
        }
        let text = std::str::from_utf8(body).unwrap();
        assert!(text.contains("\\u"), "an escape that nobody writes: {text}");
        assert!(!verifies(headers, text.replace([' ', '\n'], "").as_bytes()), "{text}");
        assert!(!verifies(headers, text.replace("\\/", "/").as_bytes()) || !text.contains("\\/"), "{text}");
    }
    // Members come in several orders; the same seed gives the same ones.
    assert_eq!(journey(&mut Client::new(json!({}))).len(), seen.len());
    for ((_, first), (_, second)) in journey(&mut Client::new(json!({}))).iter().zip(&seen) {
        assert_eq!(String::from_utf8_lossy(first), String::from_utf8_lossy(second));
    }
    let first_names: std::collections::BTreeSet<&[u8]> =
        seen.iter().map(|(_, body)| body.split(|byte| *byte == b'"').nth(1).unwrap()).collect();
    assert!(first_names.len() > 3, "{first_names:?}");
}

#[test]
fn a_switch_writes_them_compact() {
    let mut client = Client::new(json!({"json_text": "compact"}));
    for (headers, body) in journey(&mut client) {
        assert!(verifies(&headers, &body));
        let value: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(value.to_string().into_bytes(), body);
    }
}
