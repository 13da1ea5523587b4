//! Whatever comes in, an error's text is one short line. It has no hidden characters, and shows no key.

use payscore::crypto::{Certificate, PrivateKeyDer, PublicKeyDer};
use payscore::error::CODES;
use payscore::ffi::{acquiring, apiv3, json};
use payscore::http::{Headers, Response};
use payscore::protocol::{AnyCall, Lost};
use payscore::{Error, Merchant, MerchantConfig};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use support::generators::{HIDDEN, hostile_text};
use support::{
    API_V3_KEY, MCHID, NONCE, answer, call, callback, draft_of, keys, merchant, now, sealed, settings_with, signed,
    try_merchant,
};

/// One line, short, nothing hidden: the text, and each issue's.
fn is_shown_well(error: &Error) -> Result<(), TestCaseError> {
    let issues = error.issues();
    let texts = issues.iter().flat_map(|issue| [&issue.pointer, &issue.detail]).map(String::as_str);
    for text in texts.chain([error.detail(), &error.to_string()]) {
        let bad = text.chars().find(|c| c.is_control() || HIDDEN.contains(c));
        prop_assert!(bad.is_none(), "{bad:?} in {text:?}");
        let most = if issues.len() > 1 { 5000 } else { 1500 };
        prop_assert!(text.chars().count() <= most, "{} characters: {text}", text.chars().count());
    }
    Ok(())
}

fn shown_well_if_refused<T>(result: Result<T, Error>) -> Result<(), TestCaseError> {
    result.err().map_or(Ok(()), |error| is_shown_well(&error))
}

fn request(merchant: &Merchant, operation: &str, params: Value, extra: Value) -> Result<AnyCall, Error> {
    draft_of(merchant, operation, params, extra, Value::Null).and_then(|draft| merchant.finish(draft))
}

fn one_setting(name: &str, value: Value) -> Value {
    settings_with(json!({ name: value }))
}

fn names_of_settings() -> impl Iterator<Item = &'static str> {
    MerchantConfig::INFO.fields.iter().map(|field| field.name)
}

/// One setting spoilt with a text in every form that it may take there.
fn spoilt_with(text: &str) -> Vec<Value> {
    let own = keys()["doc_merchant"]["public_key_spki_pem"].clone();
    let mut configs: Vec<Value> = names_of_settings().map(|name| one_setting(name, text.into())).collect();
    configs.extend([
        one_setting(text, 1.into()),
        one_setting(text, text.into()),
        one_setting("public_keys", json!({ text: own })),
        one_setting("public_keys", json!({"PUB_KEY_ID_1": text})),
        one_setting("public_keys", json!({ text: text })),
        one_setting("certificates", json!([text, text])),
        one_setting("api_v3_key", json!([API_V3_KEY, text])),
    ]);
    configs
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn settings_and_single_steps(text in hostile_text()) {
        for config in spoilt_with(&text) {
            shown_well_if_refused(try_merchant(&config))?;
        }
        shown_well_if_refused(apiv3::private_key(&text))?;
        shown_well_if_refused(apiv3::public_key(&text))?;
        shown_well_if_refused(apiv3::certificate(&text))?;
        shown_well_if_refused(apiv3::api_v3_key(&text))?;
        shown_well_if_refused(apiv3::trust(&json!({ text.as_str(): text })))?;
        shown_well_if_refused(apiv3::authorization(&text, &text, now(), &text, &text))?;
        shown_well_if_refused(merchant(json!({})).open_sensitive(&text))?;
    }

    #[test]
    fn parameters_and_stored_drafts(text in hostile_text()) {
        let merchant = merchant(json!({}));
        let number = json!({"sub_mchid": "1900000109", "out_order_no": "A1", "reason": "x"});
        shown_well_if_refused(request(&merchant, &text, json!({}), json!({})))?;
        shown_well_if_refused(request(&merchant, "cancel_order", json!({ text.as_str(): text }), json!({})))?;
        shown_well_if_refused(request(&merchant, "cancel_order", number.clone(),
            json!({ text.as_str(): {"$payscore": text} })))?;
        shown_well_if_refused(request(&merchant, "cancel_order", json!({"sub_mchid": text, "out_order_no": text,
            "reason": text}), json!({})))?;
        shown_well_if_refused(request(&merchant, "request", json!({"method": text, "path": text,
            "query": { text.as_str(): 1 }}), json!({})))?;
        shown_well_if_refused(request(&merchant, "upload", json!({"path": text, "filename": text, "content_type": text,
            "file": text}), json!({})))?;
        shown_well_if_refused(request(&merchant, "download", json!({"download_url": text, "hash_type": text,
            "hash_value": text}), json!({})))?;
        shown_well_if_refused(merchant.compute_json(&text, &Map::new(), now(), NONCE))?;
        let launch = json!({ text.as_str(): text, "package": 1 });
        shown_well_if_refused(merchant.compute_json("launch_confirm", launch.as_object().unwrap(), now(), NONCE))?;
        shown_well_if_refused(json::request(&merchant, "cancel_order", json!({"extra": text, "order": text})))?;
        shown_well_if_refused(acquiring::order(&text.as_str().into()))?;
        shown_well_if_refused(acquiring::order(&json!({"out_order_no": text, "state": {}, text.as_str(): 1})))?;
        shown_well_if_refused(merchant.resume(text.as_bytes(), now(), NONCE))?;
        let stored: Value = serde_json::from_slice(&call(&merchant, "cancel_order",
            number).draft().to_bytes()).unwrap();
        for name in ["operation", "method", "target", "body", "payscore_draft"] {
            let mut spoilt = stored.clone();
            spoilt[name] = text.as_str().into();
            shown_well_if_refused(merchant.resume(spoilt.to_string().as_bytes(), now(), NONCE))?;
        }
        shown_well_if_refused(merchant.resume(stored.to_string().as_bytes(), now(), &text))?;
    }

    #[test]
    fn answers(text in hostile_text(), status in 100_u16..600) {
        let merchant = merchant(json!({}));
        let query = call(&merchant, "query_order", json!({"sub_mchid": "1900000109", "out_order_no": "A1"}));
        let download = call(&merchant, "download_certificates", json!({}));
        is_shown_well(&query.lost(Lost::AfterSending, &text))?;
        is_shown_well(&query.lost(Lost::BeforeSending, &text))?;
        let refusal = json!({"code": text, "message": text, "detail": {"field": text, "issue": text, "location": text,
            "sign_information": {"method": text, "url": text}}});
        let order = json!({"mchid": text, "out_order_no": text, "sub_mchid": text, "state": text,
            text.as_str(): [text]});
        let certificate = json!({"data": [{"serial_no": text, "encrypt_certificate": sealed(&text, &text)}]});
        let odd = json!({"data": [{"serial_no": text, "encrypt_certificate": {"algorithm": text, "nonce": text,
            "ciphertext": "AAAA"}}]});
        for body in [refusal, order, certificate, odd, text.as_str().into()] {
            let mut response = answer(status, body.to_string());
            response.headers = response.headers.with("Request-ID", text.as_str());
            for call in [&query, &download] {
                shown_well_if_refused(Merchant::read_any(call, &response, now()))?;
            }
            response.headers = Headers::new().with("Request-ID", text.as_str());
            shown_well_if_refused(Merchant::read_any(&query, &Response::new(status, response.headers.clone(),
                body.to_string()), now()))?;
            shown_well_if_refused(Merchant::read_any(&query, &Response::new(401, response.headers,
                json!({"code": "SIGN_ERROR", "message": text, "detail": body}).to_string()), now()))?;
        }
    }

    #[test]
    fn callbacks(text in hostile_text()) {
        let merchant = merchant(json!({}));
        let contents = [
            json!({"mchid": text}), json!({"mchid": MCHID, "out_order_no": text, "state": text}), text.as_str().into(),
            json!({"mchid": MCHID, text.as_str(): text}),
        ];
        for content in contents {
            for event_type in ["PAYSCORE.USER_CONFIRM", "PAYSCORE.USER_PAID", "PAYSCORE.MCH_PREPAY", text.as_str()] {
                let body = callback(event_type, &content.to_string());
                let headers = signed(&body);
                shown_well_if_refused(merchant.read_notification(&headers, body.as_bytes(), now()))?;
                for name in ["Wechatpay-Nonce", "Wechatpay-Serial", "Wechatpay-Signature", "Wechatpay-Timestamp",
                    "Wechatpay-Signature-Type"] {
                    let spoilt: Headers = headers.iter().filter(|(header, _)| *header != name).chain([(name,
                        text.as_str())]).collect();
                    shown_well_if_refused(merchant.read_notification(&spoilt, body.as_bytes(), now()))?;
                }
            }
        }
    }

    /// A key in the wrong place, whole or in pieces, damaged or not, is in no text of ours.
    #[test]
    fn no_key_is_shown(key in key(), change in 0_usize..12, at in 0_usize..1700, junk in "[ -~\n]{0,12}") {
        let text = mutated(&key, change, at, &junk);
        for config in spoilt_with(&text) {
            if let Err(error) = try_merchant(&config) {
                is_without(&key, &shown_in_full(&error))?;
            }
            if let Ok(config) = MerchantConfig::from_json(config.as_object().unwrap()) {
                is_without(&key, &format!("{config:?}"))?;
                if let Ok(merchant) = Merchant::new(config) {
                    // Public settings are shown; a key is not.
                    is_without(&key, &format!("{merchant:?}"))?;
                }
            }
        }
        let problems = format!("{:?} {:?} {:?}", PrivateKeyDer::from_pem(&text), PublicKeyDer::from_pem(&text).err(),
            Certificate::from_pem(&text).err());
        is_without(&key, &problems)?;
        let errors = [
            apiv3::private_key(&text).err(),
            apiv3::public_key(&text).err(),
            apiv3::certificate(&text).err(),
            apiv3::api_v3_key(&text).err(),
            apiv3::trust(&json!({ text.as_str(): "x" })).err(),
            apiv3::trust(&json!({"PUB_KEY_ID_1": text})).err(),
        ];
        for error in errors.into_iter().flatten() {
            is_without(&key, &shown_in_full(&error))?;
        }
    }
}

fn key() -> impl Strategy<Value = String> {
    let keys = keys();
    prop::sample::select(vec![
        keys["java_merchant"]["private_key_pkcs8_pem"].as_str().unwrap().to_owned(),
        keys["doc_merchant"]["private_key_pkcs1_pem"].as_str().unwrap().to_owned(),
        keys["skit_sm2"]["private_key_pkcs8_pem"].as_str().unwrap().to_owned(),
        // Without eight digits in a row: those alone would be a merchant number.
        "aK3dF9xQ2mZ7pL5vR8sT1wY4bN6cH0jG".to_owned(),
        "F8A1B3C4D5E6F708192A3B4C5D6E7F80".to_owned(),
    ])
}

fn mutated(key: &str, change: usize, at: usize, junk: &str) -> String {
    let at = at % key.len();
    let (head, tail) = key.split_at(at);
    let body: String = key.lines().filter(|line| !line.starts_with('-')).collect();
    match change {
        0 => key.to_owned(),
        1 => format!("{head}{junk}{tail}"),
        2 => head.to_owned(),
        3 => tail.to_owned(),
        4 => body,
        5 => format!("-----BEGIN {body}----------END "),
        6 => format!("-----BEGIN {body}-----{body}-----END {body}-----"),
        7 => format!("-----BEGIN PRIVATE KEY-----{body}"),
        8 => key.replace('\n', junk),
        9 => format!("{key}\n"),
        10 => format!("PUB_KEY_ID_1 {junk}{key}"),
        _ => format!("{key}{key}"),
    }
}

fn shown_in_full(error: &Error) -> String {
    format!("{} {error} {error:?}", serde_json::to_string(error).unwrap())
}

/// No eight characters of the key's secret part, in a row.
fn is_without(key: &str, text: &str) -> Result<(), TestCaseError> {
    let body: Vec<char> = key.lines().filter(|line| !line.starts_with('-')).flat_map(str::chars).collect();
    for piece in body.windows(8) {
        let piece: String = piece.iter().collect();
        prop_assert!(!text.contains(&piece), "{piece} is in {text}");
    }
    Ok(())
}

#[test]
fn a_malformed_label_is_not_repeated() {
    let keys = keys();
    let body: String = keys["java_merchant"]["private_key_pkcs8_pem"]
        .as_str()
        .unwrap()
        .lines()
        .filter(|line| !line.starts_with('-'))
        .collect();
    for text in [
        "-----BEGIN SECRET----------END ".to_owned(),
        format!("-----BEGIN {body}----------END "),
        format!("-----BEGIN {body}-----\n-----END X-----"),
    ] {
        let error = apiv3::private_key(&text).unwrap_err();
        assert!(!shown_in_full(&error).contains("SECRET") && !shown_in_full(&error).contains(&body[..8]), "{error}");
        assert!(error.detail().contains("label"), "{error}");
        assert!(!format!("{:?}", PrivateKeyDer::from_pem(&text)).contains(&body[..8]));
    }
}

#[test]
fn the_table_of_codes_is_shown_well_itself() {
    for code in CODES {
        for text in [code.meaning(), code.remedy()] {
            assert!(!text.is_empty() && text.len() < 400 && !text.contains(HIDDEN), "{code}");
        }
    }
}
