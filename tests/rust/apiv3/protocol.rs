//! APIv3 beside the product: certificates and their rotation, raw requests, files, a second attempt, and errors that
//! explain.

use payscore::acquiring::{Evidence, Order};
use payscore::crypto::{sha1, sha256, to_base64, to_hex};
use payscore::http::{Headers, Response};
use payscore::protocol::AnyCall;
use payscore_simulator::Answer;
use serde_json::{Value, json};
use support::simulator::{control, send, simulator, simulator_merchant};
use support::{NONCE, files::json_file, now, read, tests_folder, try_call};

fn create(number: &str) -> Value {
    json!({
        "sub_mchid": "1900000109", "out_order_no": number, "service_introduction": "XX充电宝", "need_user_confirm": true,
        "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000}, "time_range": {"start_time": "OnAccept"},
        "notify_url": "https://shop.example/notify",
    })
}

#[test]
fn the_first_certificates_are_verified_with_themselves() {
    let simulator = &mut simulator();
    let without = json!({"public_keys": null, "certificates": null});
    let error = simulator_merchant(without.clone()).unwrap_err();
    assert_eq!(error.code().as_str(), "config.trust.empty");
    let bootstrap = json!({"public_keys": null, "certificates": null, "bootstrap": true});
    let first = simulator_merchant(bootstrap.clone()).unwrap();
    let download = try_call(&first, "download_certificates", json!({})).unwrap();
    assert_eq!(download.request().headers.get("Wechatpay-Serial"), None, "there is no key to name yet");
    let answer = send(simulator, &download);
    let reply = read(&download, &answer).unwrap();
    let listed = reply["data"].as_array().unwrap();
    assert!(!listed.is_empty() && listed[0]["certificate"].as_str().unwrap().starts_with("-----BEGIN CERTIFICATE"));
    assert_eq!(reply["raw"], String::from_utf8(answer.body.clone()).unwrap());

    // Until the merchant trusts them, it reads nothing else.
    let query = try_call(&first, "create_order", create("B1")).unwrap();
    let kept = send(simulator, &query);
    let error = read(&query, &kept).unwrap_err();
    assert_eq!((error.code().as_str(), error.outcome().as_str()), ("verification.serial.unknown", "unknown"));
    let certificates: Vec<&Value> = listed.iter().map(|item| &item["certificate"]).collect();
    let trusting = simulator_merchant(json!({"public_keys": null, "certificates": certificates})).unwrap();
    assert_eq!(read(&trusting.take_over(&query).unwrap(), &kept).unwrap()["phase"], "created");

    // Without the APIv3 key nothing can be decrypted, and the error says so.
    let mut other = bootstrap;
    other["api_v3_key"] = "0123456789abcdef0123456789ABCDEF".into();
    let other = simulator_merchant(other).unwrap();
    let download = try_call(&other, "download_certificates", json!({})).unwrap();
    let answer = send(simulator, &download);
    assert_eq!(read(&download, &answer).unwrap_err().code().as_str(), "decryption.key");
    // A stranger's signature does not hold, whatever the answer brings.
    control(
        simulator,
        "POST",
        "/_simulator/faults",
        json!({"fault": "wrong_signature", "operation": "download_certificates"}),
    );
    let download = try_call(&first, "download_certificates", json!({})).unwrap();
    let answer = send(simulator, &download);
    assert_eq!(read(&download, &answer).unwrap_err().code().as_str(), "verification.signature");
}

#[test]
fn a_rotation_is_survived_and_the_kept_answer_read() {
    let simulator = &mut simulator();
    let old = simulator_merchant(json!({"public_keys": null})).unwrap();
    control(simulator, "POST", "/_simulator/keys", json!({"rotate": true, "answers": "certificate"}));
    let lost = try_call(&old, "create_order", create("R1")).unwrap();
    let kept = send(simulator, &lost);
    let error = read(&lost, &kept).unwrap_err();
    assert_eq!((error.code().as_str(), error.outcome().as_str()), ("verification.serial.unknown", "unknown"));
    assert!(error.detail().contains("download_certificates") && error.detail().contains("once a minute"), "{error}");
    let download = try_call(&old, "download_certificates", json!({})).unwrap();
    let answer = send(simulator, &download);
    let brought = read(&download, &answer).unwrap();
    let mut certificates = old.config().certificates.clone();
    certificates.extend(
        brought["data"].as_array().unwrap().iter().map(|item| item["certificate"].as_str().unwrap().to_owned()),
    );
    let newer = simulator_merchant(json!({"public_keys": null, "certificates": certificates})).unwrap();
    assert_eq!(read(&newer.take_over(&lost).unwrap(), &kept).unwrap()["phase"], "created");
    let other = simulator_merchant(json!({"mchid": "1230000999"})).unwrap();
    assert_eq!(other.take_over(&lost).unwrap_err().code().as_str(), "state.other_merchant");
}

#[test]
fn any_endpoint_is_signed_and_verified() {
    let simulator = &mut simulator();
    let merchant = simulator_merchant(json!({})).unwrap();
    let sealed = merchant.seal_sensitive("中文").unwrap();
    let body = json!({"echo_message": "hello", "encrypted_echo_message": sealed});
    let raw =
        try_call(&merchant, "request", json!({"method": "POST", "path": "/v3/security/echo", "body": body})).unwrap();
    let answer = send(simulator, &raw);
    let reply = read(&raw, &answer).unwrap();
    assert_eq!(
        (&reply["status"], &reply["pending"], &reply["body"]["echo_message"]),
        (&json!(200), &json!(false), &json!("hello"))
    );
    let sealed = merchant.seal_sensitive("中文").unwrap();
    let params =
        json!({"echo_message": "hello", "encrypted_echo_message": sealed, "notify_url": "https://shop.example/echo"});
    let typed = try_call(&merchant, "security_echo", params).unwrap();
    let answer = send(simulator, &typed);
    assert_eq!(read(&typed, &answer).unwrap()["echo_message"], "hello");
    let callback = simulator.due().pop().unwrap().request;
    let event = merchant.read_notification(&callback.headers, callback.body.as_deref().unwrap(), now()).unwrap();
    let event = serde_json::to_value(event).unwrap();
    let content: Value = serde_json::from_str(event["raw"].as_str().unwrap()).unwrap();
    assert_eq!((&event["event_type"], &content["echo_message"]), (&json!("SECURITY_ECHO.SUCCESS"), &json!("hello")));
    assert_eq!(merchant.open_sensitive(content["encrypt_echo_message"].as_str().unwrap()).unwrap(), "中文");

    let get = try_call(
        &merchant,
        "request",
        json!({"method": "GET", "path": "/v3/a b/%e4%b8%ad", "query": {"z": "1 &", "a": "中"}}),
    )
    .unwrap();
    assert_eq!(get.request().target(), "/v3/a%20b/%E4%B8%AD?z=1%20%26&a=%E4%B8%AD");
    assert_eq!(get.request().body, None);
    // Stored and resumed, it is the same.
    let again = merchant.resume(&get.draft().to_bytes(), now(), NONCE).unwrap();
    assert_eq!(again.message(), get.draft().message());
    for (params, pointer) in [
        (json!({"method": "FETCH", "path": "/v3/x"}), "/method"),
        (json!({"method": "GET", "path": "v3/x"}), "/path"),
        (json!({"method": "GET", "path": "/v3/x?a=b"}), "/path"),
        (json!({"method": "GET", "path": "/v3/x", "body": {}}), "/body"),
    ] {
        let error = try_call(&merchant, "request", params).unwrap_err();
        assert_eq!((error.issues()[0].pointer.as_str(), error.outcome().as_str()), (pointer, "not_sent"));
    }
    // A lost answer leaves a change unknown; a lost query changed nothing.
    let post = try_call(&merchant, "request", json!({"method": "PATCH", "path": "/v3/x", "body": {}})).unwrap();
    let lost = |call: &AnyCall| {
        let error = call.lost(payscore::protocol::Lost::AfterSending, "gone");
        (error.outcome().as_str(), error.retry().as_str())
    };
    assert_eq!((lost(&post), lost(&get)), (("unknown", "query_first"), ("none", "same_request")));
}

#[test]
fn of_an_upload_the_description_is_signed() {
    let simulator = &mut simulator();
    let merchant = simulator_merchant(json!({})).unwrap();
    let vectors = json_file(&tests_folder().join("vectors/derived.json"));
    let vector = &vectors["multipart"][0];
    let hex = |text: &str| -> Vec<u8> {
        (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).unwrap()).collect()
    };
    let file = hex(vector["file_hex"].as_str().unwrap());
    let params = json!({
        "path": vector["request"]["url"], "filename": "file_test.mp4", "content_type": "video/mp4",
            "file": {"$bytes": to_base64(&file)},
    });
    let upload = try_call(&merchant, "upload", params).unwrap();
    let content_type = upload.request().headers.get("Content-Type").unwrap().to_owned();
    let boundary = content_type.split_once("boundary=").unwrap().1.to_owned();
    let body = String::from_utf8(upload.request().body.clone().unwrap()).unwrap();
    assert_eq!(body.replace(&boundary, "boundary").into_bytes(), hex(vector["body_hex"].as_str().unwrap()));
    let message = String::from_utf8(upload.draft().message()).unwrap();
    assert!(message.ends_with(&format!("\n{}\n", vector["signed_body"].as_str().unwrap())), "{message}");
    // The simulator accepts it, and shows the file as it was sent.
    let taken = try_call(
        &merchant,
        "upload",
        json!({"path": "/v3/merchant/media/upload", "filename": "a b.png", "content_type": "image/png",
        "file": {"$bytes": to_base64(&file)}, "meta": {"more": "另"}}),
    )
    .unwrap();
    let answer = send(simulator, &taken);
    let reply = read(&taken, &answer).unwrap();
    assert!(reply["body"]["media_id"].is_string(), "{reply}");
    assert_eq!(control(simulator, "GET", "/_simulator/files", Value::Null)[0]["sha256"], to_hex(&sha256(&file)));
    // Bytes that are not text survive storage.
    let odd = json!({"path": "/v3/x", "filename": "a.png", "content_type": "image/png", "file": to_base64(&[0, 159,
        146, 150])});
    let upload = try_call(&merchant, "upload", odd).unwrap();
    let again = merchant.finish(merchant.resume(&upload.draft().to_bytes(), now(), NONCE).unwrap()).unwrap();
    assert_eq!(again.request(), upload.request());
    let bad = json!({"path": "/v3/x", "filename": "a\"b.png", "content_type": "image/png", "file": "AA=="});
    assert_eq!(try_call(&merchant, "upload", bad).unwrap_err().issues()[0].pointer, "/filename");
    let text = json!({"path": "/v3/x", "filename": "a.png", "content_type": "image/png", "file": "no base64!"});
    assert_eq!(try_call(&merchant, "upload", text).unwrap_err().issues()[0].pointer, "/file");
}

#[test]
fn a_download_is_checked_by_its_hash() {
    let simulator = &mut simulator();
    let merchant = simulator_merchant(json!({})).unwrap();
    let file = b"\x00bill";
    let hash = to_hex(&sha1(file)).to_uppercase();
    let url = "https://api.mch.weixin.qq.com/v3/billdownload/file?token=a%2Bb";
    let download =
        try_call(&merchant, "download", json!({"download_url": url, "hash_type": "SHA1", "hash_value": hash})).unwrap();
    assert_eq!(download.request().url, "http://localhost/v3/billdownload/file?token=a%2Bb");
    assert_eq!(download.request().headers.get("Accept"), Some("*/*"));
    let reply = read(&download, &Response::new(200, Headers::new(), file.to_vec())).unwrap();
    assert_eq!(reply["content"], to_base64(file));
    let error = read(&download, &Response::new(200, Headers::new(), b"\x01bill".to_vec())).unwrap_err();
    assert_eq!((error.code().as_str(), error.outcome().as_str()), ("verification.hash", "none"));
    let again = merchant.finish(merchant.resume(&download.draft().to_bytes(), now(), NONCE).unwrap()).unwrap();
    assert!(read(&again, &Response::new(200, Headers::new(), b"\x01bill".to_vec())).is_err());
    let file = control(simulator, "POST", "/_simulator/files", json!({"content": "交易时间,金额\r\n"}));
    let download = try_call(&merchant, "download", file).unwrap();
    let answer = send(simulator, &download);
    assert!(answer.headers.get("Wechatpay-Signature").is_none());
    assert_eq!(read(&download, &answer).unwrap()["content"], to_base64("交易时间,金额\r\n".as_bytes()));
    for (params, pointer) in [
        (json!({"download_url": "token", "hash_type": "SHA1", "hash_value": hash}), "/download_url"),
        (json!({"download_url": url, "hash_type": "SM3", "hash_value": hash}), "/hash_type"),
        (json!({"download_url": url, "hash_type": "SHA1", "hash_value": "00"}), "/hash_value"),
    ] {
        assert_eq!(try_call(&merchant, "download", params).unwrap_err().issues()[0].pointer, pointer);
    }
}

#[test]
fn a_second_attempt_goes_elsewhere_with_the_same_body_where_it_may() {
    let merchant = simulator_merchant(json!({"fallback_base_url": "http://127.0.0.1:9"})).unwrap();
    for (operation, params) in
        [("create_order", create("A1")), ("query_order", json!({"sub_mchid": "1900000109", "out_order_no": "A1"}))]
    {
        let first = try_call(&merchant, operation, params).unwrap();
        let draft = merchant.again(first.draft(), None, now(), "nonce2").unwrap();
        let second = merchant.finish(merchant.resume(&draft.to_bytes(), now(), "nonce2").unwrap()).unwrap();
        assert_eq!(second.request().url, first.request().url.replace("http://localhost", "http://127.0.0.1:9"));
        assert_eq!(second.request().body, first.request().body);
        let third = merchant.finish(merchant.again(second.draft(), None, now(), "nonce3").unwrap()).unwrap();
        assert_eq!(third.request().url, first.request().url, "and back");
    }
    let params = json!({"sub_mchid": "1900000109", "out_order_no": "A1", "post_payments": [{"name": "a", "amount": 7}],
        "total_amount": 7});
    let complete = try_call(&merchant, "complete_order", params).unwrap();
    let error = merchant.again(complete.draft(), None, now(), NONCE).unwrap_err();
    assert_eq!((error.code().as_str(), error.retry().as_str()), ("state.query_first", "query_first"));
    let order = |state: Value| {
        let service = merchant.config().service_id.clone();
        let mut order =
            json!({"out_order_no": "A1", "service_id": service, "mchid": "1230000100", "sub_mchid": "1900000109"});
        order.as_object_mut().unwrap().extend(state.as_object().unwrap().clone());
        Order::from_json(&order.to_string()).unwrap()
    };
    let in_service = order(json!({"state": "DOING", "state_description": "USER_CONFIRM"}));
    let settled = complete.draft().settle(Evidence::Order(&in_service));
    assert!(
        merchant.again(complete.draft(), Some(&settled), now(), NONCE).is_ok(),
        "it did not happen: the same once more"
    );
    let done = order(json!({"state": "DOING", "state_description": "MCH_COMPLETE", "total_amount": 7,
            "collection": {"state": "USER_PAYING"}}));
    let settled = complete.draft().settle(Evidence::Order(&done));
    assert!(merchant.again(complete.draft(), Some(&settled), now(), NONCE).is_err(), "it happened");
    // A settlement belongs to its draft.
    let other = json!({"sub_mchid": "1900000109", "out_order_no": "A1", "post_payments": [{"name": "a", "amount": 8}],
        "total_amount": 8});
    let other = try_call(&merchant, "complete_order", other).unwrap();
    let settled = complete.draft().settle(Evidence::Order(&in_service));
    let error = merchant.again(other.draft(), Some(&settled), now(), NONCE).unwrap_err();
    assert_eq!((error.code().as_str(), error.outcome().as_str()), ("state.other_draft", "not_sent"));
    let elsewhere = merchant.again(complete.draft(), Some(&settled), now(), "nonce9").unwrap();
    assert_eq!(elsewhere.digest(), complete.draft().digest());
}

#[test]
fn a_refused_signature_says_what_they_saw() {
    let simulator = &mut simulator();
    let merchant = simulator_merchant(json!({})).unwrap();
    let create = try_call(&merchant, "create_order", create("A1")).unwrap();
    let length = create.draft().message().len();
    let explanation = |seen: Value| {
        let body =
            json!({"code": "SIGN_ERROR", "message": "签名错误", "detail": {"sign_information": seen}}).to_string();
        let error = read(&create, &Response::new(401, Headers::new(), body.into_bytes())).unwrap_err();
        assert_eq!((error.code().as_str(), error.outcome().as_str()), ("api.sign_error", "refused"));
        error.detail().to_owned()
    };
    let target = create.request().target();
    let same = json!({"method": "POST", "url": target, "sign_message_length": length});
    assert!(explanation(same).contains("as many bytes"));
    let spaced = json!({"method": "POST", "url": target, "sign_message_length": length + 18});
    assert!(explanation(spaced).contains(&format!("received {} bytes to verify, you signed {length}", length + 18)));
    assert!(explanation(json!({"method": "POST", "url": "/v3/other"})).contains("/v3/other"));
    assert!(explanation(json!({"method": "GET", "url": target})).contains("received GET"));
    // The simulator answers alike when bytes were changed after signing.
    let mut request = create.request().clone();
    request.body.as_mut().unwrap().push(b' ');
    let Answer::Reply(answer) = simulator.handle(&request) else { panic!("dropped") };
    let error = read(&create, &answer).unwrap_err();
    assert!(error.detail().contains(&format!("received {} bytes", length + 1)), "{error}");
}

#[test]
fn the_number_of_a_request_id_is_explained() {
    let simulator = &mut simulator();
    let merchant = simulator_merchant(json!({})).unwrap();
    let query = try_call(&merchant, "query_order", json!({"sub_mchid": "1900000109", "out_order_no": "none"})).unwrap();
    let answer = send(simulator, &query);
    let error = read(&query, &answer).unwrap_err();
    assert!(error.detail().contains("the order was not found: look at sub_mchid first"), "{error}");
    assert_eq!(error.api().unwrap().request_id_number, Some(271_317_510));
}

#[test]
fn certificates_are_due_at_once_for_an_unknown_serial_but_once_a_minute() {
    let merchant = simulator_merchant(json!({})).unwrap();
    let due = |params: Value| {
        let step = merchant.compute_json("certificates_due", params.as_object().unwrap(), now(), NONCE).unwrap();
        serde_json::to_value(step).unwrap()
    };
    let at = |ago: i64| now().unix() - ago;
    assert_eq!(due(json!({}))["due"], true);
    assert_eq!(due(json!({"downloaded_at": at(59), "serial_unknown": true}))["not_before"], at(-1));
    assert_eq!(due(json!({"downloaded_at": at(60), "serial_unknown": true}))["due"], true);
    assert_eq!(due(json!({"downloaded_at": at(60)}))["due"], false);
    assert_eq!(due(json!({"downloaded_at": at(36_000)}))["due"], true);
}
