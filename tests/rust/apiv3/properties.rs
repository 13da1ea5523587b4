//! Properties: nothing panics on arbitrary bytes, encodings come back, money stays whole.

use payscore::acquiring::{Order, Phase};
use payscore::crypto::{Certificate, PrivateKeyDer, PublicKeyDer};
use payscore::http::Headers;
use payscore::money::Fen;
use payscore::protocol::{TrustStore, verify};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::generators::any_json;
use support::{NONCE, draft, draft_of, merchant, now};

proptest! {
    #[test]
    fn keys_and_certificates_never_panic(text in ".*", bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let text = format!("-----BEGIN PRIVATE KEY-----{text}-----END ");
        let _ = (PrivateKeyDer::from_pem(&text), PublicKeyDer::from_pem(&text), Certificate::from_pem(&text),
            Certificate::from_der(&bytes));
    }

    #[test]
    fn messages_never_panic(values in prop::collection::vec(".*", 5), body in prop::collection::vec(any::<u8>(),
        0..300)) {
        let names = ["Wechatpay-Timestamp", "Wechatpay-Nonce", "Wechatpay-Signature", "Wechatpay-Serial",
            "Wechatpay-Signature-Type"];
        let headers: Headers = names.iter().zip(&values).map(|(name, value)| (*name, value.as_str())).collect();
        prop_assert!(verify(&TrustStore::new(), &headers, &body, now()).is_err());
        let merchant = merchant(json!({}));
        prop_assert!(merchant.read_notification(&headers, &body, now()).is_err());
    }

    #[test]
    fn parameters_never_panic_and_orders_survive(
        params in any_json("[a-z_]{1,12}|post_payments|amount|name|out_order_no"),
        operation in "(create|query|cancel|complete)_order|register_deduct_info|query_deduction|x",
    ) {
        let _ = Order::from_json(&params.to_string());
        let _ = draft_of(&merchant(json!({})), &operation, params, Value::Null, Value::Null);
    }

    #[test]
    fn stored_drafts_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let merchant = merchant(json!({}));
        prop_assert!(merchant.resume(&bytes, now(), NONCE).is_err());
    }

    #[test]
    fn a_target_is_plain_ascii_and_comes_back(number in r"[0-9A-Za-z_\-|*]{1,32}") {
        let params = json!({"out_order_no": number, "sub_mchid": "1", "reason": "x"});
        let draft = draft(&merchant(json!({})), "cancel_order", params).unwrap();
        let path = draft.target().split('/').nth(5).unwrap().to_owned();
        prop_assert!(path.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        prop_assert_eq!(path.replace("%7C", "|").replace("%2A", "*"), number);
        let again = merchant(json!({})).resume(&draft.to_bytes(), now(), NONCE).unwrap();
        prop_assert_eq!(again.message(), draft.message());
    }

    #[test]
    fn unknown_values_and_members_survive(state in "[A-Z]{3,12}", member in "[a-z]{20}") {
        let text = json!({"out_order_no": "1", "service_id": "1", "mchid": "1", "state": state,
            member.as_str(): {"deep": 1}}).to_string();
        let order = Order::from_json(&text).unwrap();
        prop_assert_eq!(order.state.as_str(), state.as_str());
        prop_assert_eq!(&order.raw, &text);
        prop_assert!(["CREATED", "EXPIRED", "REVOKED"].contains(&state.as_str()) || order.phase == Phase::Unrecognised);
    }

    #[test]
    fn money_is_whole(fen in any::<i64>()) {
        let text = json!({"out_order_no": "1", "service_id": "1", "mchid": "1", "state": "DONE",
            "total_amount": fen.to_string()}).to_string();
        prop_assert_eq!(Order::from_json(&text).ok().and_then(|order| order.total_amount).map(Fen::get),
            Fen::new(fen).map(Fen::get));
    }
}
