//! Properties: nothing panics on arbitrary bytes, encodings come back, money stays whole.

use payscore::acquiring::{Order, Phase};
use payscore::crypto::{Certificate, PrivateKeyDer, PublicKeyDer};
use payscore::http::Headers;
use payscore::money::Fen;
use payscore::protocol::{TrustStore, verify};
use payscore::time::Timestamp;
use payscore::{JsonRequest, Merchant, MerchantConfig};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn merchant() -> Merchant {
    let keys: Value = serde_json::from_str(include_str!("../vectors/keys.json")).unwrap();
    let config = json!({
        "mchid": "1900007291", "serial_no": "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB", "api_v3_key": "0123456789abcdef0123456789ABCDEF",
        "public_keys": {"PUB_KEY_ID_1": keys["java_wechatpay"]["public_key_spki_pem"]}, "service_id": "1", "channel_id": "1", "appid": "1",
    });
    MerchantConfig::from_json(config.as_object().unwrap()).and_then(Merchant::new).unwrap()
}

fn now() -> Timestamp {
    Timestamp::from_unix(1_748_739_600).unwrap()
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".*".prop_map(Value::from)
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::hash_map("[a-z_]{1,12}|post_payments|amount|name|out_order_no", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect()))
        ]
    })
}

proptest! {
    #[test]
    fn keys_and_certificates_never_panic(text in ".*", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = format!("-----BEGIN PRIVATE KEY-----{text}-----END ");
        let _ = (PrivateKeyDer::from_pem(&text), PublicKeyDer::from_pem(&text), Certificate::from_pem(&text), Certificate::from_der(&bytes));
    }

    #[test]
    fn messages_never_panic(values in prop::collection::vec(".*", 5), body in prop::collection::vec(any::<u8>(), 0..300)) {
        let names = ["Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial", "Wechatpay-Signature-Type"];
        let headers: Headers = names.iter().zip(&values).map(|(name, value)| (*name, value.as_str())).collect();
        prop_assert!(verify(&TrustStore::new(), &headers, &body, now()).is_err());
        prop_assert!(merchant().read_notification(&headers, &body, now()).is_err());
    }

    #[test]
    fn parameters_never_panic_and_orders_survive(params in any_json(), operation in "create_order|query_order|cancel_order|complete_order|register_deduct_info|query_deduction|x") {
        let params: Map<String, Value> = params.as_object().cloned().unwrap_or_default();
        let _ = Order::from_json(&Value::Object(params.clone()).to_string());
        let request = JsonRequest { operation: &operation, params, extra: Map::new(), order: None };
        let _ = merchant().draft_json(request, now(), "abc");
    }

    #[test]
    fn stored_drafts_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        prop_assert!(merchant().resume(&bytes, now(), "abc").is_err());
    }

    #[test]
    fn a_target_is_plain_ascii_and_comes_back(number in r"[0-9A-Za-z_\-|*]{1,32}") {
        let params = json!({"out_order_no": number, "sub_mchid": "1", "reason": "x"}).as_object().cloned().unwrap();
        let draft = merchant().draft_json(JsonRequest { operation: "cancel_order", params, extra: Map::new(), order: None }, now(), "abc").unwrap();
        let path = draft.target().split('/').nth(5).unwrap().to_owned();
        prop_assert!(path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        prop_assert_eq!(path.replace("%7C", "|").replace("%2A", "*"), number);
        let again = merchant().resume(&draft.to_bytes(), now(), "abc").unwrap();
        prop_assert_eq!(again.message(), draft.message());
    }

    #[test]
    fn unknown_values_and_members_survive(state in "[A-Z]{3,12}", member in "[a-z]{20}") {
        let text = json!({"out_order_no": "1", "service_id": "1", "mchid": "1", "state": state, member.as_str(): {"deep": 1}}).to_string();
        let order = Order::from_json(&text).unwrap();
        prop_assert_eq!(order.state.as_str(), state.as_str());
        prop_assert_eq!(&order.raw, &text);
        prop_assert!(["CREATED", "EXPIRED", "REVOKED"].contains(&state.as_str()) || order.phase == Phase::Unrecognised);
    }

    #[test]
    fn money_is_whole(fen in any::<i64>()) {
        let text = json!({"out_order_no": "1", "service_id": "1", "mchid": "1", "state": "DONE", "total_amount": fen.to_string()}).to_string();
        prop_assert_eq!(Order::from_json(&text).ok().and_then(|order| order.total_amount).map(Fen::get), Fen::new(fen).map(Fen::get));
    }
}
