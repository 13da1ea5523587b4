//! The halves for WebCrypto give what the one-step forms give, and nothing that was not verified.

use payscore::Merchant;
use payscore::crypto::{PrivateKey, PublicKey, PublicKeyDer};
use payscore::error::{Kind, Outcome};
use payscore::ffi::AnyEvent;
use payscore::ffi::webcrypto::{
    SignatureToVerify, Verdict, opened, read_any, read_notification, sealed, sealing_key, signing_key, to_explain,
    to_open, to_seal, to_verify, verify,
};
use payscore::http::{Headers, Response};
use payscore::protocol::AnyCall;
use payscore::time::Timestamp;
use payscore_simulator::Simulator;
use serde_json::{Value, json};
use support::simulator::{control, send, simulator, simulator_merchant};
use support::{draft, now};

/// The RSA of a host: ours here, asked from outside.
fn judged(check: SignatureToVerify) -> Verdict {
    let key = PublicKey::from_der(&PublicKeyDer::from_spki(&check.spki).unwrap()).unwrap();
    Verdict { holds: key.verify(&check.message, &check.signature), checked: check }
}

struct Shop {
    simulator: Simulator,
    merchant: Merchant,
    now: Timestamp,
}

impl Shop {
    fn new() -> Shop {
        Shop { simulator: simulator(), merchant: simulator_merchant(json!({})).unwrap(), now: now() }
    }

    fn create(&mut self, nonce: &str) -> (AnyCall, Response) {
        let params = json!({"sub_mchid": "1900000109", "out_order_no": "H1", "service_introduction": "XX充电宝",
            "risk_fund": {"name": "ESTIMATE_ORDER_COST", "amount": 10000}, "time_range": {"start_time": "OnAccept"},
            "notify_url": "https://shop.example/notify", "need_user_confirm": true});
        let draft = draft(&self.merchant, "create_order", params).unwrap();
        let draft = self.merchant.resume(&draft.to_bytes(), self.now, nonce).unwrap();
        let key = PrivateKey::from_der(&signing_key(&self.merchant).unwrap()).unwrap();
        let signature = key.sign(&draft.message()).unwrap();
        let call = draft.finish(&signature).unwrap();
        let response = send(&mut self.simulator, &call);
        (call, response)
    }
}

#[test]
fn an_answer_is_read_with_the_verdict_about_it_and_no_other() {
    let mut shop = Shop::new();
    let (call, response) = shop.create("n1");
    let check = to_verify(&shop.merchant.account().trust, &response.headers, &response.body, shop.now).unwrap();
    let verdict = judged(check.clone());
    let reply = read_any(call.draft(), &response, shop.now, Some(&verdict)).unwrap();
    let one_step = Merchant::read_any(&call, &response, shop.now).unwrap();
    assert_eq!(serde_json::to_value(&reply).unwrap(), serde_json::to_value(&one_step).unwrap());

    let (again, other) = shop.create("n2");
    for (answer, verdict) in
        [(&other, Some(verdict)), (&response, Some(Verdict { checked: check, holds: false })), (&response, None)]
    {
        let error = read_any(again.draft(), answer, shop.now, verdict.as_ref()).unwrap_err();
        assert_eq!((error.kind(), error.outcome()), (Kind::Verification, Outcome::Unknown));
        assert!(!error.to_string().contains("H1"), "the error shows nothing unverified");
    }
}

#[test]
fn a_callback_is_read_with_its_verdict_and_no_other() {
    let mut shop = Shop::new();
    shop.create("n1");
    control(&mut shop.simulator, "POST", "/_simulator/orders/H1/confirm", Value::Null);
    let delivery = shop.simulator.due().pop().unwrap().request;
    let (headers, body) = (&delivery.headers, delivery.body.as_deref().unwrap());
    let verdict = judged(to_verify(&shop.merchant.account().trust, headers, body, shop.now).unwrap());
    assert!(verdict.holds);
    let event = read_notification(&shop.merchant, headers, body, shop.now, Some(&verdict)).unwrap();
    assert_eq!(event, AnyEvent::Acquiring(shop.merchant.read_notification(headers, body, shop.now).unwrap()));
    assert!(read_notification(&shop.merchant, headers, body, shop.now, None).is_err());

    let spoilt: Vec<u8> = body.iter().map(|byte| if *byte == b'E' { b'F' } else { *byte }).collect();
    let refused = judged(to_verify(&shop.merchant.account().trust, headers, &spoilt, shop.now).unwrap());
    assert!(!refused.holds);
    assert!(read_notification(&shop.merchant, headers, &spoilt, shop.now, Some(&refused)).is_err());
    assert!(read_notification(&shop.merchant, headers, &spoilt, shop.now, Some(&verdict)).is_err());
    assert!(to_verify(&shop.merchant.account().trust, &Headers::new(), body, shop.now).is_none());
}

#[test]
fn what_spoilt_a_body_is_explained_as_with_our_own_rsa() {
    let mut shop = Shop::new();
    // Core recognises a body that was compact before somebody spaced it out. The simulator writes compactly by a
    // switch.
    control(&mut shop.simulator, "POST", "/_simulator/switches", json!({"json_text": "compact"}));
    let (call, response) = shop.create("n1");
    let trust = &shop.merchant.account().trust;
    let spaced = serde_json::to_vec_pretty(&serde_json::from_slice::<Value>(&response.body).unwrap()).unwrap();
    let appended = [response.body.as_slice(), b"\n"].concat();
    for (body, explanation) in
        [(spaced, "Written compactly"), (appended, "Without the line feed"), (b"{}".to_vec(), "before any parsing")]
    {
        assert!(!judged(to_verify(trust, &response.headers, &body, shop.now).unwrap()).holds);
        let others = to_explain(trust, &response.headers, &body, shop.now);
        let verdict = others.into_iter().map(judged).find(|verdict| verdict.holds);
        let spoilt = Response::new(response.status, response.headers.clone(), body.clone());
        let error = read_any(call.draft(), &spoilt, shop.now, verdict.as_ref()).unwrap_err();
        assert!(error.detail().contains(explanation), "{error}");
        assert_eq!(error.detail(), Merchant::read_any(&call, &spoilt, shop.now).unwrap_err().detail());
        let refused = verify(trust, &response.headers, &body, shop.now, verdict.as_ref()).unwrap_err();
        assert_eq!(error.detail(), refused.detail());
    }
}

#[test]
fn sensitive_fields_are_sealed_and_opened_in_halves() {
    let shop = Shop::new();
    let sealing = to_seal(sealing_key(&shop.merchant).unwrap(), "张三").unwrap();
    let theirs = PublicKey::from_der(&PublicKeyDer::from_spki(&sealing.spki).unwrap()).unwrap();
    let field = sealed(theirs.seal_oaep(&sealing.text).ok()).unwrap();
    assert_eq!(
        to_open(&field).unwrap().len(),
        shop.merchant.seal_sensitive("张三").map(|field| to_open(&field).unwrap().len()).unwrap()
    );

    let own = signing_key(&shop.merchant).unwrap();
    let to_us = payscore::crypto::to_base64(
        &PublicKey::from_der(own.public_key()).unwrap().seal_oaep("张三".as_bytes()).unwrap(),
    );
    let key = PrivateKey::from_der(&own).unwrap();
    assert_eq!(opened(key.open_oaep(&to_open(&to_us).unwrap()).ok()).unwrap(), "张三");
    assert_eq!(shop.merchant.open_sensitive(&to_us).unwrap(), "张三");
    let foreign = opened(key.open_oaep(&to_open(&field).unwrap()).ok()).unwrap_err();
    assert_eq!(foreign.detail(), shop.merchant.open_sensitive(&field).unwrap_err().detail());
    assert_eq!(to_open("!").unwrap_err().code().as_str(), "decryption.sensitive");
    assert_eq!(to_seal(sealing_key(&shop.merchant).unwrap(), "").unwrap_err().code().as_str(), "invalid.sensitive");
}
