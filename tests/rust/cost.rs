//! Before anything is verified, a message costs a small multiple of its length at most. Memory is counted at every
//! entry.

use payscore::Merchant;
use payscore::crypto::{Certificate, PrivateKeyDer, PublicKeyDer};
use payscore::http::{Headers, Response};
use payscore::protocol::{Lost, TrustStore, verify};
use serde_json::{Value, json};
use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;
use std::time::{Duration, Instant};
use support::files::key_pem;
use support::{
    NONCE, answer, call, draft_of, envelope, merchant, now, sealed, settings, settings_with, signed, try_merchant,
};

/// Counts what each thread holds, and the most it held.
struct Counting;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static MOST: Cell<isize> = const { Cell::new(0) };
}

fn count(bytes: isize) {
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = MOST.try_with(|most| most.set(most.get().max(held.get())));
    });
}

unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size() as isize);
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(-(layout.size() as isize));
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // Both exist while one is copied into the other.
        count(size as isize);
        let moved = unsafe { System.realloc(at, layout, size) };
        count(-(layout.size() as isize));
        moved
    }
}

#[global_allocator]
static COUNTING: Counting = Counting;

/// Four million bytes.
const LONG: usize = 4_000_000;
/// How much may be held at once beside a message: so many times its length, and this.
const TIMES: usize = 5;
const SMALL: usize = 2_000_000;

/// Does the work, and looks at what it cost beside its input.
fn cost<T>(name: &str, length: usize, work: impl FnOnce() -> T) -> T {
    let before = HELD.get();
    MOST.set(before);
    let begun = Instant::now();
    let result = work();
    let (took, most) = (begun.elapsed(), usize::try_from(MOST.get() - before).unwrap_or(0));
    assert!(most <= length * TIMES + SMALL, "{name}: {most} bytes for {length}");
    assert!(took < Duration::from_secs(20), "{name}: {took:?}");
    result
}

/// Bodies that are short as text and large as values, or deep.
fn bodies() -> Vec<(&'static str, Vec<u8>)> {
    let repeated =
        |head: &str, part: &str, tail: &str| format!("{head}{}{tail}", part.repeat(LONG / part.len())).into_bytes();
    vec![
        ("zeros", repeated("[0", ",0", "]")),
        ("lists", repeated("[[]", ",[]", "]")),
        ("members", repeated("{\"a\":0", ",\"a\":0", "}")),
        (
            "distinct members",
            (0..LONG / 16).fold(String::from("{\"a\":0"), |text, at| text + &format!(",\"{at:010}\":0")).into_bytes(),
        ),
        ("data", repeated("{\"data\":[{}", ",{}", "]}")),
        ("deep", repeated("", "[", "")),
        ("deep objects", repeated("", "{\"a\":", "")),
        ("one text", repeated("{\"code\":\"", "x", "\"}")),
        ("escapes", repeated("{\"message\":\"", "\\u4e2d", "\"}")),
        ("line feeds", repeated("{}", "\n", "")),
        ("blanks", repeated("{", " ", "}")),
        ("no UTF-8", vec![0xff; LONG]),
        ("nothing", Vec::new()),
    ]
}

#[test]
fn forged_callbacks_and_answers() {
    let merchant = merchant(json!({}));
    let calls = ["create_order", "query_order", "download_certificates"].map(|operation| {
        let params = match operation {
            "create_order" => json!({"sub_mchid": "1900000109", "out_order_no": "A1", "service_introduction": "x",
                "risk_fund": {"name": "DEPOSIT", "amount": 1}, "time_range": {"start_time": "OnAccept"},
                "notify_url": "https://shop.example/notify", "need_user_confirm": true}),
            "query_order" => json!({"sub_mchid": "1900000109", "out_order_no": "A1"}),
            _ => json!({}),
        };
        call(&merchant, operation, params)
    });
    let plausible = signed(b"another body");
    for (name, body) in bodies() {
        let length = body.len();
        if length > 0 {
            let error = cost(name, length, || merchant.read_notification(&plausible, &body, now()).unwrap_err());
            assert_eq!(error.code().as_str(), "verification.signature", "{name}");
        }
        for call in &calls {
            for status in [200, 400, 404, 500, 302] {
                for headers in [Headers::new(), plausible.clone()] {
                    let response = Response::new(status, headers, body.clone());
                    let error = cost(name, length, || Merchant::read_any(call, &response, now()).unwrap_err());
                    if let Some(api) = error.api() {
                        assert!(
                            api.body.len() <= 200_000 && !api.verified,
                            "{name}: {} bytes are kept",
                            api.body.len()
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn headers_without_number_and_end() {
    let merchant = merchant(json!({}));
    let body = b"{}";
    let good = signed(body);
    let many: Headers = (0..200_000).map(|at| (format!("X-{at}"), "x")).collect();
    cost("many", 200_000 * 50, || merchant.read_notification(&many, body, now()).unwrap_err());
    let repeated: Headers = (0..200_000).map(|_| ("Wechatpay-Nonce", "x")).chain(good.iter()).collect();
    cost("repeated", 200_000 * 50, || merchant.read_notification(&repeated, body, now()).unwrap_err());
    for name in [
        "Wechatpay-Nonce",
        "Wechatpay-Serial",
        "Wechatpay-Signature",
        "Wechatpay-Timestamp",
        "Wechatpay-Signature-Type",
        "Request-ID",
    ] {
        for piece in ["A", "1", "\u{202e}", ","] {
            let long = piece.repeat(LONG / piece.len());
            let headers: Headers =
                good.iter().filter(|(header, _)| *header != name).chain([(name, long.as_str())]).collect();
            let error = cost(name, LONG / 2, || merchant.read_notification(&headers, body, now()).unwrap_err());
            assert!(error.to_string().len() < 4000);
            let download = call(&merchant, "download_certificates", json!({}));
            let response = Response::new(400, headers, body.to_vec());
            let error = cost(name, LONG / 2, || Merchant::read_any(&download, &response, now()).unwrap_err());
            assert!(serde_json::to_string(&error).unwrap().len() < 10_000, "{name}");
        }
    }
}

#[test]
fn keys_and_settings() {
    let pem = key_pem("java_merchant", "private_key_pkcs8_pem");
    let long = [
        pem.repeat(LONG / pem.len()),
        "A".repeat(LONG),
        "-----BEGIN ".repeat(LONG / 11),
        format!("-----BEGIN CERTIFICATE-----\n{}\n-----END CERTIFICATE-----", "A".repeat(LONG)),
        "\\n".repeat(LONG / 2),
        "\n".repeat(LONG),
        "\u{202e}".repeat(LONG / 3),
    ];
    for text in &long {
        let length = text.len();
        cost("a private key", length, || assert!(PrivateKeyDer::from_pem(text).is_err()));
        cost("a public key", length, || assert!(PublicKeyDer::from_pem(text).is_err()));
        cost("a certificate", length, || assert!(Certificate::from_pem(text).is_err()));
        for setting in [
            "mchid",
            "serial_no",
            "private_key",
            "certificate",
            "api_v3_key",
            "api_v2_key",
            "base_url",
            "wechatpay_serial",
        ] {
            let mut wrong = settings();
            wrong[setting] = text.as_str().into();
            let error = cost(setting, length, || try_merchant(&wrong).unwrap_err());
            assert!(error.to_string().len() < 8000, "{setting}");
        }
        for wrong in [
            json!({"public_keys": {text.as_str(): "x"}}),
            json!({"public_keys": {"PUB_KEY_ID_1": text}}),
            json!({"certificates": [text]}),
        ] {
            let settings = settings_with(wrong);
            cost("trust", length, || assert!(try_merchant(&settings).is_err()));
        }
    }
}

#[test]
fn stored_drafts_and_sealed_texts() {
    let merchant = merchant(json!({}));
    for (name, body) in bodies() {
        cost(name, body.len(), || assert!(merchant.resume(&body, now(), NONCE).is_err()));
        let inside = json!({"payscore_draft": 1, "operation": "cancel_order", "method": "POST", "body": "{}",
            "target": String::from_utf8_lossy(&body)});
        let inside = inside.to_string().into_bytes();
        cost(name, inside.len(), || assert!(merchant.resume(&inside, now(), NONCE).is_err()));
    }
    let long = "A".repeat(LONG);
    cost("a sensitive field", LONG, || assert!(merchant.open_sensitive(&long).is_err()));
    cost("a sensitive text", LONG, || assert!(merchant.seal_sensitive(&long).is_err()));
    for resource in [
        json!({"algorithm": long}),
        json!({"algorithm": "AEAD_AES_256_GCM", "nonce": long, "ciphertext": "AAAA"}),
        json!({"algorithm": "AEAD_AES_256_GCM", "nonce": "0123456789ab", "ciphertext": long, "associated_data": long}),
    ] {
        let body = envelope("PAYSCORE.USER_CONFIRM", resource.clone()).into_bytes();
        let headers = signed(&body);
        cost("a resource", body.len(), || assert!(merchant.read_notification(&headers, &body, now()).is_err()));
        let brought = json!({"data": [{"serial_no": long, "encrypt_certificate": resource}]}).to_string();
        let download = call(&merchant, "download_certificates", json!({}));
        let response = answer(200, brought.clone());
        let error =
            cost("a certificate", brought.len(), || Merchant::read_any(&download, &response, now()).unwrap_err());
        assert!(error.to_string().len() < 4000);
    }
    // What opens and is no certificate is measured like any other text.
    let download = call(&merchant, "download_certificates", json!({}));
    let response = answer(
        200,
        json!({"data": [{"serial_no": "1", "encrypt_certificate": sealed("certificate", &long)}]}).to_string(),
    );
    cost("an opened text", response.body.len(), || assert!(Merchant::read_any(&download, &response, now()).is_err()));
}

#[test]
fn results_of_jumps_and_reasons_of_http_clients() {
    let merchant = merchant(json!({}));
    for (name, body) in bodies() {
        let text = String::from_utf8_lossy(&body).into_owned();
        let params =
            json!({"returned": {"extMsg": text, "businessType": "wxpayScoreUse"}}).as_object().unwrap().clone();
        cost(name, text.len(), || {
            let _ = merchant.compute_json("read_launch_return", &params, now(), NONCE);
        });
        let query = call(&merchant, "query_order", json!({"sub_mchid": "1900000109", "out_order_no": "A1"}));
        let error = cost(name, 100_000, || query.lost(Lost::AfterSending, &text));
        assert!(error.to_string().len() < 4000);
    }
    let long = "x".repeat(LONG);
    for wrong in [json!({ long.as_str(): 1 }), json!({"sub_mchid": long})] {
        let draft = || draft_of(&merchant, "query_order", wrong, Value::Null, Value::Null).unwrap_err();
        let error = cost("a parameter", LONG, draft);
        assert!(error.to_string().len() < 4000);
    }
    let headers = Headers::new();
    cost("nothing", 1, || assert!(verify(&TrustStore::new(), &headers, b"", now()).is_err()));
}
