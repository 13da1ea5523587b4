//! The simulator's keys are public. A merchant that holds one of them, under any name, may only call this machine.

use payscore::crypto::PrivateKeyDer;
use serde_json::{Value, json};
use support::simulator::simulator_settings;
use support::{MCHID, keys, merged, tests_folder, try_merchant};

const SERIAL: &str = "5A1B2C3D4E5F60718293A4B5C6D7E8F901234567";

/// A key that is not the simulator's.
fn own_key() -> Value {
    keys()["java_wechatpay"]["public_key_spki_pem"].clone()
}

/// Pointers of the settings that are refused because of a test key.
fn refused(settings: &Value) -> Vec<String> {
    match try_merchant(&merged(json!({"mchid": MCHID, "serial_no": SERIAL}), settings.clone())) {
        Ok(_) => Vec::new(),
        Err(error) => {
            assert!(error.issues().iter().all(|issue| issue.code.as_str() == "config.simulator_key"), "{error}");
            error.issues().iter().map(|issue| issue.pointer.clone()).collect()
        }
    }
}

#[test]
fn a_test_key_under_any_name_is_for_this_machine_only() {
    let facts = simulator_settings();
    let trusted = json!({"PUB_KEY_ID_0114232134912410000000000000": own_key()});
    let renamed = facts["public_keys"].as_object().unwrap().values().next().unwrap();
    let renamed = json!({ "PUB_KEY_ID_0114232134912410000000000000": renamed });
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
    assert!(refused(&json!({"public_keys": trusted})).is_empty(), "other keys are not restricted");
}

#[test]
fn every_key_file_of_the_simulator_is_known() {
    let trusted = json!({"PUB_KEY_ID_0114232134912410000000000000": own_key()});
    let folder = tests_folder().join("../simulator/src/keys");
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
