//! The simulator's keys are public: a merchant that holds one, however named, talks to this machine only.

use payscore::crypto::PrivateKeyDer;
use payscore::time::Timestamp;
use payscore::{Merchant, MerchantConfig};
use payscore_simulator::{Answer, Config, Simulator};
use serde_json::{Map, Value, json};

const SERIAL: &str = "5A1B2C3D4E5F60718293A4B5C6D7E8F901234567";

/// A key of nobody's.
fn own_key() -> Value {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/vectors/keys.json")).unwrap();
    let keys: Value = serde_json::from_str(&text).unwrap();
    keys["java_wechatpay"]["public_key_spki_pem"].clone()
}

fn facts() -> Map<String, Value> {
    let now = Timestamp::from_unix(1_748_739_600).unwrap();
    let mut simulator = Simulator::new(Config { seed: 7, now, base_url: "http://localhost".to_owned() }).unwrap();
    let request = payscore::http::Request::new("GET", "/_simulator", payscore::http::Headers::new(), None);
    let Answer::Reply(response) = simulator.handle(&request) else { panic!() };
    let about: Value = serde_json::from_slice(&response.body).unwrap();
    about["merchant"].as_object().unwrap().clone()
}

/// The pointers that are refused for a test key.
fn refused(settings: &Value) -> Vec<String> {
    let mut config = json!({"mchid": "1230000100", "serial_no": SERIAL}).as_object().unwrap().clone();
    config.extend(settings.as_object().unwrap().clone());
    match MerchantConfig::from_json(&config).and_then(Merchant::new) {
        Ok(_) => Vec::new(),
        Err(error) => {
            assert!(error.issues().iter().all(|issue| issue.code.as_str() == "config.simulator_key"), "{error}");
            error.issues().iter().map(|issue| issue.pointer.clone()).collect()
        }
    }
}

#[test]
fn a_test_key_under_any_name_is_for_this_machine_only() {
    let facts = facts();
    let trusted = json!({"PUB_KEY_ID_0114232134912410000000000000": own_key()});
    let renamed =
        json!({"PUB_KEY_ID_0114232134912410000000000000": facts["public_keys"].as_object().unwrap().values().next().unwrap()});
    for settings in [
        json!({"certificates": facts["certificates"]}),
        json!({"public_keys": renamed}),
        json!({"public_keys": trusted, "private_key": facts["private_key"]}),
        json!({"public_keys": trusted, "certificate": facts["certificate"]}),
    ] {
        assert_eq!(refused(&settings), ["/base_url"], "{settings}");
        let mut here = settings.clone();
        here["base_url"] = json!("http://127.0.0.1:8080");
        assert!(refused(&here).is_empty(), "{here}");
        here["fallback_base_url"] = json!("https://api2.mch.weixin.qq.com");
        assert_eq!(refused(&here), ["/fallback_base_url"], "{here}");
    }
    assert!(refused(&json!({"public_keys": trusted})).is_empty(), "own keys go anywhere");
}

#[test]
fn every_key_file_of_the_simulator_is_known() {
    let trusted = json!({"PUB_KEY_ID_0114232134912410000000000000": own_key()});
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../simulator/src/keys");
    let mut count = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if !path.to_string_lossy().ends_with(".key.pem") {
            continue;
        }
        let pem = std::fs::read_to_string(&path).unwrap();
        assert!(PrivateKeyDer::from_pem(&pem).is_ok());
        assert_eq!(refused(&json!({"public_keys": trusted, "private_key": pem})), ["/base_url"], "{}", path.display());
        count += 1;
    }
    assert_eq!(count, 6);
}
