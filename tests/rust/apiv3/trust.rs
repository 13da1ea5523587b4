//! What is trusted: platform certificates, keys in one text, headers, targets, addresses.

use payscore::crypto::{PublicKeyDer, from_base64, to_base64};
use payscore::http::Response;
use payscore::protocol::AnyCall;
use payscore::time::Timestamp;
use payscore::{Error, Merchant};
use serde_json::{Value, json};
use support::clock::while_the_certificate_was_valid as now;
use support::wechat_pay::{CERTIFICATE_SERIAL as SERIAL, platform_certificate as certificate};
use support::{
    API_V3_KEY, MCHID, NONCE, PUBLIC_KEY_ID, call, draft_of, envelope, keys, merchant, sealed, settings, settings_with,
    signed_by, try_merchant,
};

/// An answer of that moment.
fn answer(status: u16, body: impl Into<Vec<u8>>) -> Response {
    let body = body.into();
    Response::new(status, signed_by(PUBLIC_KEY_ID, &body, now()), body)
}

fn read(call: &AnyCall, response: &Response) -> Result<Value, Error> {
    Merchant::read_any(call, response, now()).map(|reply| serde_json::to_value(reply).unwrap())
}

fn item(serial: &str, resource: Value) -> Value {
    json!({"serial_no": serial, "effective_time": "2022-05-10T10:04:30+08:00",
        "expire_time": "2025-05-09T10:04:30+08:00",
        "encrypt_certificate": resource})
}

fn good() -> Value {
    item(SERIAL, sealed("certificate", certificate()))
}

fn download(merchant: &Merchant, items: Value) -> Result<Value, Error> {
    read(&call(merchant, "download_certificates", json!({})), &answer(200, json!({"data": items}).to_string()))
}

#[test]
fn a_certificate_is_trusted_only_as_one() {
    let merchant = merchant(json!({}));
    let reply = download(&merchant, json!([good()])).unwrap();
    assert_eq!((&reply["data"][0]["serial_no"], reply.get("left_out")), (&json!(SERIAL), None));
    let pem = certificate();
    let other = keys()["go_test"]["certificate_pem"].as_str().unwrap().to_owned();
    let cases = [
        ("of another product", item(SERIAL, sealed("payscore", &pem)), "verification.certificate", "`payscore`"),
        ("without associated data", item(SERIAL, sealed("", &pem)), "verification.certificate", "``"),
        (
            "of another serial",
            item(SERIAL, sealed("certificate", &other)),
            "verification.certificate",
            "D7CE59D1F522D701",
        ),
        (
            "without a serial",
            json!({"encrypt_certificate": sealed("certificate", &pem)}),
            "verification.certificate",
            "serial",
        ),
        (
            "two in one text",
            item(SERIAL, sealed("certificate", format!("{pem}{other}").as_bytes())),
            "verification.certificate",
            "nothing else",
        ),
        (
            "with a text before",
            item(SERIAL, sealed("certificate", format!("x\n{pem}").as_bytes())),
            "verification.certificate",
            "nothing else",
        ),
        (
            "in a JSON text",
            item(SERIAL, sealed("certificate", json!({"attach": pem}).to_string().as_bytes())),
            "verification.certificate",
            "nothing else",
        ),
        ("no bytes", item(SERIAL, sealed("certificate", b"")), "verification.certificate", "nothing else"),
        ("nothing sealed", json!({"serial_no": SERIAL}), "verification.certificate", "encrypt_certificate"),
        (
            "of another algorithm",
            item(SERIAL, json!({"algorithm": "AEAD_SM4_GCM", "nonce": "0123456789ab", "ciphertext": "AAAA"})),
            "decryption.algorithm",
            "AEAD_SM4_GCM",
        ),
    ];
    for (name, spoilt, code, explanation) in cases {
        // Alone it is an error. Among good ones the reply names it in `left_out`, not in `data`.
        let error = download(&merchant, json!([spoilt])).expect_err(name);
        assert_eq!((error.code().as_str(), error.outcome().as_str()), (code, "none"), "{name}");
        assert!(error.detail().contains(explanation), "{name}: {error}");
        let reply = download(&merchant, json!([spoilt, good()])).unwrap();
        assert_eq!(reply["data"].as_array().unwrap().len(), 1, "{name}");
        assert_eq!(reply["left_out"][0]["code"], code, "{name}");
        assert_eq!(reply["left_out"][0].get("serial_no"), spoilt.get("serial_no"), "{name}");
        assert_eq!(reply["left_out"][0]["why"], error.detail(), "{name}");
    }
    assert_eq!(download(&merchant, json!([])).unwrap_err().code().as_str(), "malformed.empty");
}

#[test]
fn a_certificate_is_trusted_only_while_it_is_valid() {
    let merchant = merchant(json!({}));
    let body = json!({"data": [good()]}).to_string();
    let download = call(&merchant, "download_certificates", json!({}));
    let at = |moment: Timestamp| {
        let response = Response::new(200, signed_by(PUBLIC_KEY_ID, body.as_bytes(), moment), body.clone());
        Merchant::read_any(&download, &response, moment).map(|reply| serde_json::to_value(reply).unwrap())
    };
    let (from, to) = (Timestamp::from_unix(1_652_148_270).unwrap(), Timestamp::from_unix(1_746_756_270).unwrap());
    for (moment, trusted) in [
        (from.plus(-90_000), false),
        (from.plus(-3600), true),
        (from, true),
        (now(), true),
        (to, true),
        (to.plus(1), false),
    ] {
        let read = at(moment);
        assert_eq!(read.is_ok(), trusted, "{moment}: {read:?}");
        if let Err(error) = read {
            assert_eq!(error.code().as_str(), "verification.certificate");
        }
    }
    // Its own signature does not help an expired certificate.
    let first = support::merchant(json!({"public_keys": null, "bootstrap": true}));
    let download = call(&first, "download_certificates", json!({}));
    let late = to.plus(60);
    let response = Response::new(200, signed_by(SERIAL, body.as_bytes(), late), body.clone());
    assert_eq!(Merchant::read_any(&download, &response, late).unwrap_err().code().as_str(), "verification.certificate");
}

#[test]
fn a_wrong_or_missing_api_v3_key_is_an_error_never_an_empty_list() {
    let body = json!({"data": [good()]}).to_string();
    for key in [json!("abcdef0123456789ABCDEF0123456789"), Value::Null] {
        for changes in [json!({"api_v3_key": key}), json!({"api_v3_key": key, "public_keys": null, "bootstrap": true})]
        {
            let merchant = merchant(changes.clone());
            let download = call(&merchant, "download_certificates", json!({}));
            let serial = if changes["bootstrap"] == true { SERIAL } else { "PUB_KEY_ID_1" };
            let response = Response::new(200, signed_by(serial, body.as_bytes(), now()), body.clone());
            let error = read(&download, &response).unwrap_err();
            assert_eq!(error.code().as_str(), "decryption.key", "{changes}");
            for cause in ["merchant number", "APIv2 key", "reset"] {
                assert!(error.detail().contains(cause), "{error}");
            }
        }
    }
    // One fitting key of several is enough.
    let both = merchant(
        json!({"api_v3_key": ["abcdef0123456789ABCDEF0123456789", API_V3_KEY], "public_keys": null, "bootstrap": true}),
    );
    let download = call(&both, "download_certificates", json!({}));
    let response = Response::new(200, signed_by(SERIAL, body.as_bytes(), now()), body);
    assert_eq!(read(&download, &response).unwrap()["data"][0]["serial_no"], SERIAL);
}

#[test]
fn a_key_that_is_trusted_already_is_not_replaced() {
    let pinned = merchant(json!({"certificates": [certificate()]}));
    assert!(download(&pinned, json!([good()])).is_ok());
    // The same certificate with another key in it. Its own signature is not checked.
    let der = |pem: &str| from_base64(&pem.lines().filter(|line| !line.starts_with('-')).collect::<String>()).unwrap();
    let find = |all: &[u8], part: &[u8]| all.windows(part.len()).position(|window| window == part).unwrap();
    let mut bytes = der(&certificate());
    let own = PublicKeyDer::from_pem(keys()["java_wechatpay"]["public_key_spki_pem"].as_str().unwrap()).unwrap();
    let other = PublicKeyDer::from_pem(keys()["go_test"]["public_key_spki_pem"].as_str().unwrap()).unwrap();
    let at = find(&bytes, own.spki());
    bytes[at..at + own.spki().len()].copy_from_slice(other.spki());
    let forged = format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----", to_base64(&bytes));
    let forged = json!([item(SERIAL, sealed("certificate", &forged))]);
    assert!(download(&merchant(json!({})), forged.clone()).is_ok(), "with nothing pinned nothing contradicts it");
    let error = download(&pinned, forged).unwrap_err();
    assert!(error.detail().contains("another key is trusted"), "{error}");
}

#[test]
fn a_platform_certificate_is_no_callback() {
    let merchant = merchant(json!({}));
    for text in [certificate(), json!({"mchid": MCHID, "out_order_no": "1"}).to_string()] {
        let body = envelope("PAYSCORE.USER_CONFIRM", sealed("certificate", &text)).into_bytes();
        let error = merchant.read_notification(&signed_by(PUBLIC_KEY_ID, &body, now()), &body, now()).unwrap_err();
        assert_eq!((error.code().as_str(), error.ack().unwrap().status), ("decryption.shape", 500));
        assert!(error.detail().contains("platform certificate"), "{error}");
    }
}

#[test]
fn several_blocks_in_one_text_are_refused_by_name() {
    let keys = keys();
    let (private, public) = (
        keys["java_merchant"]["private_key_pkcs8_pem"].as_str().unwrap(),
        keys["doc_merchant"]["public_key_spki_pem"].as_str().unwrap(),
    );
    let certificate = certificate();
    for (setting, value) in [
        ("private_key", json!(format!("{private}{private}"))),
        ("public_keys", json!({"PUB_KEY_ID_1": format!("{public}{public}")})),
        ("certificates", json!([format!("{certificate}{}", keys["go_test"]["certificate_pem"].as_str().unwrap())])),
        ("certificate", json!(format!("{certificate}{private}"))),
    ] {
        let mut wrong = settings();
        wrong[setting] = value;
        let error = try_merchant(&wrong).expect_err(setting);
        let issue = error.issues().iter().find(|issue| issue.pointer.starts_with(&format!("/{setting}"))).unwrap();
        assert!(issue.detail.contains("several PEM blocks"), "{setting}: {error}");
    }
    // Certificates beside the one private key leave no doubt; beside a public key they do.
    assert!(payscore::ffi::apiv3::private_key(&format!("{certificate}{private}")).is_ok());
    assert!(payscore::ffi::apiv3::public_key(&format!("{certificate}{public}")).is_err());
    let single = payscore::ffi::apiv3::private_key(&format!("{private}{private}")).unwrap_err();
    assert!(single.detail().contains("several PEM blocks"), "{single}");
}

#[test]
fn which_of_several_public_keys_answers_are_signed_with_is_named() {
    let other = keys()["go_test"]["public_key_spki_pem"].clone();
    let mut two = settings();
    two["public_keys"]["PUB_KEY_ID_2"] = other;
    let error = try_merchant(&two).unwrap_err();
    assert_eq!(
        (error.code().as_str(), error.issues()[0].pointer.as_str()),
        ("config.wechatpay_serial", "/wechatpay_serial")
    );
    two["wechatpay_serial"] = "PUB_KEY_ID_2".into();
    let merchant = try_merchant(&two).unwrap();
    assert_eq!(
        call(&merchant, "download_certificates", json!({})).request().headers.get("Wechatpay-Serial"),
        Some("PUB_KEY_ID_2")
    );
    // Of several certificates, the one with the latest end is named; a public key goes before all of them.
    let certificates = json!([certificate(), keys()["go_test"]["certificate_pem"]]);
    let without = support::merchant(json!({"public_keys": null, "certificates": certificates}));
    assert_eq!(without.account().wechatpay_serial.as_deref(), Some("D7CE59D1F522D701"));
    assert_eq!(
        support::merchant(json!({ "certificates": certificates })).account().wechatpay_serial.as_deref(),
        Some("PUB_KEY_ID_1")
    );
}

#[test]
fn a_header_cannot_move_the_border_of_what_was_signed() {
    let merchant = merchant(json!({}));
    let body = envelope("PAYSCORE.USER_CONFIRM", sealed("payscore", "{}")).into_bytes();
    // The signed body begins with a line of its own. The forger moves that line into the nonce.
    let whole = [b"{}\n".as_slice(), &body].concat();
    let honest = signed_by(PUBLIC_KEY_ID, &whole, now());
    let moved = |name: &str, to: &str| {
        honest
            .iter()
            .map(|(header, value)| (header.to_owned(), if header == name { to.to_owned() } else { value.to_owned() }))
            .collect()
    };
    let nonce = honest.get("Wechatpay-Nonce").unwrap();
    let headers = moved("Wechatpay-Nonce", &format!("{nonce}\n{{}}"));
    let error = merchant.read_notification(&headers, &body, now()).unwrap_err();
    assert_eq!(error.code().as_str(), "verification.header.malformed", "{error}");
    for spoilt in ["a b", "a\tb", "a\u{7f}b", "é", "\u{202e}x", &"x".repeat(1025)] {
        for name in ["Wechatpay-Nonce", "Wechatpay-Serial", "Wechatpay-Signature", "Wechatpay-Timestamp"] {
            let error = merchant.read_notification(&moved(name, spoilt), &whole, now()).unwrap_err();
            assert_eq!(error.code().as_str(), "verification.header.malformed", "{name}: {spoilt}");
        }
    }
}

#[test]
fn an_address_is_a_host_and_perhaps_a_port() {
    for (setting, address) in ["base_url", "fallback_base_url"].iter().flat_map(|setting| {
        [
            "http://[::1]elsewhere",
            "http://[::1].evil.example",
            "http://[::1",
            "http://[::1]:",
            "http://[::1]:80:80",
            "https://user@host",
            "https://user:pass@host",
            "https://host:0",
            "https://host:65536",
            "https://host:+80",
            "https://host:",
            "https://host:8a",
            "https://host?x",
            "https://host#x",
            "https://host/v3",
            "https://ho st",
            "https://host\\evil",
            "https://host\r\nX: y",
            "https://",
            "https://.",
            "https://a..b",
            "https://-a",
            "https://ho\u{200b}st",
            "https://主机",
            "https://host%2f",
            "HTTPS://host",
            "//host",
            "host",
            "ftp://host",
            "javascript://host",
            "http://127.0.0.1.evil.example",
            "http://127.0.0.1@evil.example",
            "http://0x7f.1",
            "http://localhost.evil.example",
            "http://10.0.0.1",
            "https://[::g]",
            "https://host\0",
        ]
        .map(|address| (*setting, address))
    }) {
        let mut wrong = settings();
        wrong[setting] = address.into();
        let error = try_merchant(&wrong).expect_err(address);
        assert_eq!(
            (error.code().as_str(), error.issues()[0].pointer.as_str()),
            ("config.base_url", format!("/{setting}").as_str())
        );
    }
    for address in [
        "https://api.mch.weixin.qq.com",
        "https://api.mch.weixin.qq.com/",
        "https://host:8443",
        "http://127.0.0.1:8080",
        "http://127.0.0.2",
        "http://localhost",
        "http://[::1]:9",
        "https://[2001:db8::1]:443",
        "https://gateway_1.internal",
        "http://localhost:9\n",
    ] {
        let merchant = merchant(json!({ "base_url": address }));
        let url = call(&merchant, "download_certificates", json!({})).request().url.clone();
        assert_eq!(url, format!("{}/v3/certificates", address.trim_end().trim_end_matches('/')));
    }
}

#[test]
fn a_line_break_at_the_end_is_taken_off_and_anything_else_named() {
    for (setting, good) in [
        ("mchid", MCHID),
        ("serial_no", "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB"),
        ("api_v3_key", API_V3_KEY),
        ("wechatpay_serial", "PUB_KEY_ID_1"),
        ("base_url", "https://host"),
        ("api_v2_key", "abcdef0123456789ABCDEF0123456789"),
        ("service_id", "1"),
    ] {
        for end in ["\n", "\r\n"] {
            let merchant = merchant(json!({ setting: format!("{good}{end}") }));
            let draft = call(&merchant, "query_order", json!({"sub_mchid": "1900000109", "out_order_no": "A1"}));
            assert!(!draft.request().url.contains("%0A") && !draft.request().url.contains("%0D"), "{setting}");
            for (_, value) in draft.request().headers.iter() {
                assert!(value.bytes().all(|byte| (0x20..0x7f).contains(&byte)), "{setting}: {value:?}");
            }
        }
    }
    let public = keys()["doc_merchant"]["public_key_spki_pem"].clone();
    assert!(try_merchant(&settings_with(json!({"public_keys": {"PUB_KEY_ID_1\n": public}}))).is_ok());
    for (setting, value, pointer) in [
        ("public_keys", json!({"PUB_KEY_ID_1 ": public}), "/public_keys"),
        ("public_keys", json!({"PUB_KEY_ID_\r\nX-Evil: 1": public}), "/public_keys"),
        ("public_keys", json!({"PUB_KEY_ID_\u{200b}1": public}), "/public_keys"),
        ("mchid", json!("190000\n7291"), "/mchid"),
        ("mchid", json!(" 1900007291"), "/mchid"),
        // 31 characters and a line break do not make a key of 32.
        ("api_v3_key", json!("0123456789abcdef0123456789ABCDE\n"), "/api_v3_key"),
        ("api_v3_key", json!("0123456789abcdef 123456789ABCDEF"), "/api_v3_key"),
        ("api_v3_key", json!("\u{feff}0123456789abcdef0123456789ABC"), "/api_v3_key"),
        ("wechatpay_serial", json!("PUB_KEY_ID_1\u{200b}"), "/wechatpay_serial"),
    ] {
        let mut wrong = settings();
        wrong[setting] = value.clone();
        let error = try_merchant(&wrong).expect_err(setting);
        assert_eq!(error.issues()[0].pointer, pointer, "{value}");
    }
}

#[test]
fn a_stored_draft_names_only_its_own_operations_target() {
    let merchant = merchant(json!({}));
    let cancel =
        call(&merchant, "cancel_order", json!({"sub_mchid": "1900000109", "out_order_no": "A1|*", "reason": "x"}));
    let query = call(&merchant, "query_order", json!({"sub_mchid": "1900000109", "out_order_no": "A1"}));
    let stored = |call: &AnyCall| serde_json::from_slice::<Value>(&call.draft().to_bytes()).unwrap();
    let resumed = |stored: &Value| merchant.resume(stored.to_string().as_bytes(), now(), NONCE);
    for good in [stored(&cancel), stored(&query)] {
        assert!(resumed(&good).is_ok(), "{good}");
    }
    let order = "/v3/payscore/acquiringbank/serviceorder";
    let evil = [
        "/v3/refund/domestic/refunds".to_owned(),
        format!("{order}/A1/complete"),
        format!("{order}//cancel"),
        format!("{order}/A1/cancel/"),
        format!("{order}/A1/cancel?x=1"),
        format!("{order}/A1/../B2/cancel"),
        format!("{order}/%2e%2E/cancel"),
        format!("{order}/./cancel"),
        format!("{order}/A1/cancel#x"),
        format!("{order}/A1/cancel\r\nX: y"),
        format!("{order}/A 1/cancel"),
        format!("{order}/A%7c1/cancel"),
        format!("{order}/A%7/cancel"),
        format!("{order}/A1/cancel%00"),
        format!("//evil.example{order}/A1/cancel"),
        format!("@evil.example{order}/A1/cancel"),
        "".to_owned(),
        "/".to_owned(),
        format!("{order}/中/cancel"),
    ];
    for target in evil {
        let mut spoilt = stored(&cancel);
        spoilt["target"] = target.clone().into();
        assert_eq!(resumed(&spoilt).expect_err(&target).code().as_str(), "invalid.draft", "{target}");
    }
    for (member, value) in [
        ("method", json!("GET")),
        ("method", json!("DELETE")),
        ("operation", json!("complete_order")),
        ("body", Value::Null),
    ] {
        let mut spoilt = stored(&cancel);
        spoilt[member] = value;
        assert_eq!(resumed(&spoilt).expect_err(member).code().as_str(), "invalid.draft", "{member}");
    }
    let upload = json!({"path": "/v3/x", "filename": "a.png", "content_type": "image/png", "file": "AA=="});
    let mut spoilt = stored(&call(&merchant, "upload", upload));
    assert!(resumed(&spoilt).is_ok());
    spoilt["upload"]["boundary"] = "x\r\nX-Evil: 1".into();
    assert_eq!(resumed(&spoilt).unwrap_err().code().as_str(), "invalid.draft");
    for path in ["/v3/../x", "/v3/%2e%2e/x", "/v3/.", "/v3/%2E/x"] {
        let draft = draft_of(&merchant, "request", json!({"method": "GET", "path": path}), Value::Null, Value::Null);
        assert_eq!(draft.expect_err(path).issues()[0].pointer, "/path", "{path}");
    }
}

#[test]
fn a_parameter_of_the_path_is_a_segment_whatever_the_validation() {
    let lenient = merchant(json!({"validate": false}));
    for number in ["..", ".", ""] {
        let params = json!({"sub_mchid": "1", "out_order_no": number, "reason": "x"});
        let draft = draft_of(&lenient, "cancel_order", params, Value::Null, Value::Null);
        assert_eq!(draft.expect_err(number).outcome().as_str(), "not_sent");
    }
}

#[test]
fn an_authorization_header_is_one_line() {
    let header = |mchid: &str, serial: &str, nonce: &str, signature: &str| {
        payscore::ffi::apiv3::authorization(mchid, serial, now(), nonce, signature)
    };
    assert!(header("1900007291", "408B", "abc", "QUJD+/==").is_ok());
    for spoilt in ["", "a\r\nX: y", "a\"b", "a,b", "a b", "中", "a\\"] {
        assert!(header(spoilt, "408B", "abc", "QUJD").is_err());
        assert!(header("1", spoilt, "abc", "QUJD").is_err());
        assert!(header("1", "408B", spoilt, "QUJD").is_err());
        assert!(header("1", "408B", "abc", spoilt).is_err());
    }
}
