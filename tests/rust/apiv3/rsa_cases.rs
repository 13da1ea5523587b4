//! Both RSA backends judge malformed keys, signatures and sealed texts alike: `tests/rsa_cases.json`. JavaScript runs
//! the same file.

use payscore::crypto::{PrivateKeyDer, PublicKeyDer, aws_lc, from_base64, pure};
use serde_json::{Value, json};
use support::{MCHID, SERIAL_NO, files::json_file, tests_folder, try_merchant};

fn cases() -> Value {
    json_file(&tests_folder().join("rsa_cases.json"))
}

fn each(cases: &Value, list: &str) -> Vec<Value> {
    let found = cases[list].as_array().unwrap().clone();
    assert!(found.len() > 20, "{list}");
    found
}

fn text<'v>(case: &'v Value, name: &str) -> &'v str {
    case[name].as_str().unwrap()
}

#[test]
fn private_keys() {
    let cases = cases();
    let mut wrong = Vec::new();
    for case in each(&cases, "private_keys") {
        let der = PrivateKeyDer::from_pem(text(&case, "pem"));
        let taken = |der: &PrivateKeyDer| {
            let [pure, aws_lc] = [
                pure::PrivateKey::from_der(der).and_then(|key| key.sign(b"message")),
                aws_lc::PrivateKey::from_der(der).and_then(|key| key.sign(b"message")),
            ];
            (pure.is_ok() && pure == aws_lc).then_some(pure)
        };
        let good = der.as_ref().is_ok_and(|der| taken(der).is_some());
        if der.is_ok() != good || good != case["good"].as_bool().unwrap() {
            wrong.push(format!("{}: {:?}", case["name"], der.err()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_is_wrong_with_a_private_key_is_said_by_the_merchant() {
    let cases = cases();
    for case in each(&cases, "private_keys") {
        let config = json!({
            "mchid": MCHID, "serial_no": SERIAL_NO, "private_key": case["pem"],
            "public_keys": {"PUB_KEY_ID_1": cases["public_key_pem"]},
        });
        let made = try_merchant(&config);
        match case["code"].as_str() {
            None => drop(made.unwrap()),
            Some(code) => assert_eq!(made.unwrap_err().code().as_str(), code, "{}", case["name"]),
        }
    }
}

#[test]
fn public_keys() {
    let cases = cases();
    let mut wrong = Vec::new();
    for case in each(&cases, "public_keys") {
        let der = PublicKeyDer::from_pem(text(&case, "pem"));
        let taken =
            |der: &PublicKeyDer| pure::PublicKey::from_der(der).is_ok() && aws_lc::PublicKey::from_der(der).is_ok();
        if der.as_ref().is_ok_and(taken) != case["good"].as_bool().unwrap()
            || der.is_ok() != case["good"].as_bool().unwrap()
        {
            wrong.push(format!("{}: {:?}", case["name"], der.err()));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn signatures() {
    let cases = cases();
    let der = PublicKeyDer::from_pem(text(&cases, "public_key_pem")).unwrap();
    let (pure, aws_lc) = (pure::PublicKey::from_der(&der).unwrap(), aws_lc::PublicKey::from_der(&der).unwrap());
    let mut wrong = Vec::new();
    for case in each(&cases, "signatures") {
        let signature = from_base64(text(&case, "signature_base64")).unwrap();
        let message = text(&case, "message").as_bytes();
        let found = (pure.verify(message, &signature), aws_lc.verify(message, &signature));
        let holds = case["holds"].as_bool().unwrap();
        if found != (holds, holds) {
            wrong.push(format!("{}: {found:?}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn sealed_texts() {
    let cases = cases();
    let der = PrivateKeyDer::from_pem(text(&cases, "private_key_pem")).unwrap();
    let (pure, aws_lc) = (pure::PrivateKey::from_der(&der).unwrap(), aws_lc::PrivateKey::from_der(&der).unwrap());
    let mut wrong = Vec::new();
    for case in each(&cases, "sealed") {
        let sealed = from_base64(text(&case, "sealed_base64")).unwrap();
        let expected = case["text"].as_str().map(|text| text.as_bytes().to_vec());
        let found = (pure.open_oaep(&sealed).ok(), aws_lc.open_oaep(&sealed).ok());
        // Before WebCrypto sees it, core looks at the length.
        let single = payscore::ffi::webcrypto::to_open(text(&case, "sealed_base64"));
        if found != (expected.clone(), expected.clone()) || (expected.is_some() && single.is_err()) {
            wrong.push(format!("{}: {found:?}", case["name"]));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}
