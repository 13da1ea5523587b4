//! What a Rust user meets: configuration mistakes, signing, storage, and errors that say what happened.

use payscore::acquiring::{
    CancelOrder, CompleteOrder, CreateOrder, OrderRef, Payment, QueryOrder, RiskFund, RiskFundName, ServiceTime,
    TimeRange,
};
use payscore::error::{Kind, Outcome, Retry};
use payscore::http::{Headers, Response};
use payscore::{Error, Merchant};
use serde_json::{Value, json};
use support::{NONCE, draft_of, keys, merchant, now, settings_with, try_merchant};

fn create() -> CreateOrder {
    let fund = RiskFund::new(RiskFundName::Deposit, 9900);
    let times = TimeRange::new().start_time(ServiceTime::on_accept());
    CreateOrder::new("1900000109", "A|1*x", "XX充电宝", fund, times, "https://shop.example/notify")
        .need_user_confirm(true)
}

#[test]
fn every_usual_mistake_in_a_configuration_is_named() {
    let keys = keys();
    let pem = keys["doc_merchant"]["private_key_pkcs8_pem"].as_str().unwrap();
    let certificate = keys["java_merchant"]["certificate_pem"].clone();
    let cases = [
        ("mchid", json!("wx123"), "config.mchid"),
        ("serial_no", json!("PUB_KEY_ID_0100"), "config.serial_no.is_platform_key"),
        ("serial_no", json!("70178982170940638711466014973452950698127722827"), "config.serial_no.decimal"),
        ("serial_no", json!("not hex"), "config.serial_no.format"),
        ("private_key", certificate.clone(), "config.private_key.is_certificate"),
        ("private_key", keys["doc_merchant"]["public_key_spki_pem"].clone(), "config.private_key.is_public_key"),
        ("private_key", keys["skit_sm2"]["private_key_pkcs8_pem"].clone(), "config.private_key.not_rsa"),
        (
            "private_key",
            json!("-----BEGIN ENCRYPTED PRIVATE KEY-----\nMIIC\n-----END ENCRYPTED PRIVATE KEY-----"),
            "config.private_key.encrypted",
        ),
        ("private_key", json!("/etc/keys/apiclient_key.pem"), "config.private_key.unreadable"),
        ("certificate", certificate.clone(), "config.serial_no.mismatch"),
        ("api_v3_key", json!("'0123456789abcdef0123456789ABCDEF'"), "config.api_v3_key.length"),
        ("public_keys", json!({}), "config.trust.empty"),
        ("public_keys", json!({"408B": "x"}), "config.public_keys.id"),
        ("public_keys", json!({"PUB_KEY_ID_1": pem}), "config.public_keys.unreadable"),
        (
            "public_keys",
            json!({"PUB_KEY_ID_SIMULATOR1": keys["java_wechatpay"]["public_key_spki_pem"]}),
            "config.simulator_key",
        ),
        ("base_url", json!("http://api.mch.weixin.qq.com"), "config.base_url"),
        ("base_url", json!("http://127.0.0.1.evil.example"), "config.base_url"),
        ("wechatpay_serial", json!("PUB_KEY_ID_2"), "config.wechatpay_serial"),
        ("validate", json!("yes"), "config.invalid"),
        ("nonsense", json!("x"), "config.invalid"),
    ];
    for (name, value, code) in cases {
        let error = try_merchant(&settings_with(json!({ name: value }))).expect_err(code);
        assert_eq!((error.kind(), error.issues()[0].code.as_str()), (Kind::Config, code), "{name}: {error}");
        assert!(!error.to_string().contains("MIIE"), "the error shows a key: {error}");
    }
}

#[test]
fn a_key_is_read_in_every_condition_in_which_it_is_pasted() {
    let pem = keys()["doc_merchant"]["private_key_pkcs8_pem"].as_str().unwrap().to_owned();
    let pkcs1 = keys()["doc_merchant"]["private_key_pkcs1_pem"].as_str().unwrap().to_owned();
    let bare: String = pem.lines().filter(|line| !line.starts_with("---")).collect();
    let bodies: Vec<Vec<u8>> = [
        pem.clone(),
        pkcs1,
        bare,
        format!("\u{feff}{pem}"),
        pem.replace('\n', "\r\n"),
        pem.replace('\n', "\\n"),
        format!("text\n{pem}\nmore"),
    ]
    .into_iter()
    .map(|text| {
        let call = merchant(json!({ "private_key": text })).sign(&create(), now(), NONCE).unwrap();
        call.request().headers.get("authorization").unwrap().as_bytes().to_vec()
    })
    .collect();
    assert!(bodies.windows(2).all(|pair| pair[0] == pair[1]), "the same key signs the same");
}

#[test]
fn a_stored_draft_is_taken_up_as_its_own_operation_only() {
    let merchant = merchant(json!({}));
    let draft = merchant.draft(&create(), now(), NONCE).unwrap();
    let resumed = merchant.resume_as::<CreateOrder>(&draft.to_bytes(), now(), NONCE).unwrap();
    assert_eq!(resumed.sign(&merchant).unwrap().request(), draft.clone().sign(&merchant).unwrap().request());
    let error = merchant.resume_as::<CancelOrder>(&draft.to_bytes(), now(), NONCE).unwrap_err();
    assert_eq!(error.code().as_str(), "invalid.draft");
    assert!(error.detail().contains("create_order, not of cancel_order"), "{error}");
}

#[test]
fn the_bytes_are_made_once() {
    let merchant = merchant(json!({}));
    let call = merchant.sign(&create(), now(), NONCE).unwrap();
    let request = call.request();
    assert_eq!(
        (request.method.as_str(), request.url.as_str()),
        ("POST", "https://api.mch.weixin.qq.com/v3/payscore/acquiringbank/serviceorder")
    );
    assert_eq!(request.headers.get("Wechatpay-Serial"), Some("PUB_KEY_ID_1"));
    let order = OrderRef::new("A|1*x").sub_mchid("1900000109");
    let reason = CancelOrder::new("用户 'x'");
    let call = merchant.prepare(&reason).order(&order).extra("device", json!({"id": 1})).sign(now(), NONCE).unwrap();
    assert_eq!(call.request().target(), "/v3/payscore/acquiringbank/serviceorder/A%7C1%2Ax/cancel");
    let query = merchant.prepare(&QueryOrder::new()).order(&order).sign(now(), NONCE).unwrap();
    assert!(query.request().body.is_none() && query.request().headers.get("Content-Type").is_none());
    let stored = call.draft().to_bytes();
    let resumed = merchant.resume(&stored, now().plus(600), "another").unwrap();
    let again = merchant.finish(resumed).unwrap();
    assert_eq!((&again.request().body, &again.request().url), (&call.request().body, &call.request().url));
    assert_ne!(again.request().headers.get("Authorization"), call.request().headers.get("Authorization"));
}

#[test]
fn a_whole_order_lends_its_identity_and_never_its_bill() {
    let merchant = merchant(json!({}));
    let order = json!({"out_order_no": "A1", "sub_mchid": "1900000109", "total_amount": 10000,
        "time_range": {"start_time": "OnAccept"},
        "post_discounts": [{"name": "x", "description": "y", "amount": 1}]});
    let ask = |params: Value| draft_of(&merchant, "complete_order", params, Value::Null, order.clone());
    let payments = json!([{"name": "a", "amount": 700}]);
    let error = ask(json!({"post_payments": payments})).unwrap_err();
    let found: Vec<_> = error.issues().iter().map(|issue| (issue.pointer.as_str(), issue.code.as_str())).collect();
    assert_eq!(found, [("/total_amount", "invalid.missing")]);
    let message =
        String::from_utf8(ask(json!({"post_payments": payments, "total_amount": 700})).unwrap().message()).unwrap();
    assert!(message.contains("/A1/complete") && message.contains("1900000109"), "{message}");
    assert!(!message.contains("post_discounts") && !message.contains("time_range"), "{message}");
}

#[test]
fn what_json_cannot_say_is_refused_among_extra_members_too() {
    let merchant = merchant(json!({}));
    let params = json!({"out_order_no": "A1", "sub_mchid": "1900000109", "reason": "x"});
    let extra = json!({"novel": {"deep": [1, {"$payscore": "NaN or an infinity"}]}});
    let error = draft_of(&merchant, "cancel_order", params, extra, Value::Null).unwrap_err();
    assert!(
        error
            .issues()
            .iter()
            .any(|issue| issue.pointer == "/extra/novel/deep/1" && issue.code.as_str() == "invalid.type"),
        "{error}"
    );
}

#[test]
fn a_wrong_total_is_refused_before_signing() {
    let bill = CompleteOrder::new(vec![Payment::new("就餐费用").amount(4000).count(3)], 12000)
        .out_order_no("A1")
        .sub_mchid("1900000109");
    let error = merchant(json!({})).sign(&bill, now(), NONCE).unwrap_err();
    assert_eq!((error.code().as_str(), error.outcome()), ("invalid.total_amount", Outcome::NotSent));
    assert!(merchant(json!({"validate": false})).sign(&bill, now(), NONCE).is_ok());
}

#[test]
fn an_error_answer_says_whether_anything_happened() {
    let merchant = merchant(json!({}));
    let call = merchant.sign(&create(), now(), NONCE).unwrap();
    let read = |status: u16, body: &str| {
        call.read(&Response::new(status, Headers::new().with("Request-ID", "08F7-271317510"), body), now()).unwrap_err()
    };
    for (status, body, outcome, retry) in [
        (401, r#"{"code":"SIGN_ERROR","message":"x"}"#, Outcome::Refused, Retry::Never),
        (400, r#"{"code":"PARAM_ERROR","message":"x"}"#, Outcome::Unknown, Retry::SameRequest),
        (403, "<html>proxy</html>", Outcome::Unknown, Retry::SameRequest),
        (307, "", Outcome::Unknown, Retry::SameRequest),
        (500, r#"{"code":"SYSTEM_ERROR","message":"x"}"#, Outcome::Unknown, Retry::SameRequest),
        (429, r#"{"code":"FREQUENCY_LIMITED","message":"x"}"#, Outcome::Unknown, Retry::QueryFirst),
    ] {
        let error = read(status, body);
        assert_eq!((error.kind(), error.outcome(), error.retry()), (Kind::Api, outcome, retry), "{status} {body}");
        let api = error.api().unwrap();
        assert_eq!((api.body.as_str(), api.verified, api.request_id_number), (body, false, Some(271_317_510)));
    }
    let error = read(200, r#"{"state":"CREATED"}"#);
    assert_eq!((error.kind(), error.outcome()), (Kind::Verification, Outcome::Unknown));
}

#[test]
fn swapped_headers_are_named_before_any_rsa() {
    let merchant = merchant(json!({}));
    let signature = "A".repeat(344);
    let headers = Headers::new()
        .with("HTTP_WECHATPAY_TIMESTAMP", signature.as_str())
        .with("wechatpay-nonce", "n")
        .with("Wechatpay-Signature", "1748739600")
        .with("Wechatpay-Serial", "PUB_KEY_ID_1");
    let error = merchant.read_notification(&headers, b"{}", now()).unwrap_err();
    assert!(error.detail().contains("344 characters of Base64: swapped with the signature?"), "{error}");
    assert_eq!(error.ack().unwrap().status, 400);
    let twice = headers.with("Wechatpay-Nonce", "other");
    assert_eq!(
        merchant.read_notification(&twice, b"{}", now()).unwrap_err().code().as_str(),
        "verification.header.duplicate"
    );
}

#[test]
fn what_is_shared_between_threads_can_be() {
    fn shared<T: Send + Sync>() {}
    shared::<Merchant>();
    shared::<payscore::Draft<CreateOrder>>();
    shared::<payscore::Call<CreateOrder>>();
    shared::<Error>();
}
