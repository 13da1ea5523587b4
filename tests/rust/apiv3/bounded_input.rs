//! What users pass costs a small multiple of itself at most, in time and in the length of the error. Numbers and names
//! are sent as they are written.

use payscore::ffi::text;
use payscore::platform::RawRequest;
use payscore::protocol::AnyDraft;
use payscore::schema::Json;
use serde_json::{Map, Value, json};
use std::time::{Duration, Instant};
use support::{NONCE, draft_of, merchant, now};

/// Far more than linear work takes, and far less than quadratic work.
const LIMIT: Duration = Duration::from_secs(8);

fn draft(validate: Value, operation: &str, params: Value, extra: Value) -> Result<AnyDraft, payscore::Error> {
    draft_of(&merchant(json!({ "validate": validate })), operation, params, extra, Value::Null)
}

#[test]
fn a_hundred_thousand_mistakes_are_reported_in_a_few_sentences() {
    let many = 100_000_usize;
    let complete =
        |items: Vec<Value>| json!({"sub_mchid": "1", "out_order_no": "B1", "post_payments": items, "total_amount": 1});
    let names: Map<String, Value> = (0..many).map(|index| (format!("post_paymentz_{index}"), json!(1))).collect();
    let cases = [
        complete(vec![json!({"name": "a", "amount": 1}); many]),
        complete((0..many).map(|index| json!({"name": index.to_string(), "amount": 1})).collect()),
        complete(vec![json!({"nome": "a", "amount": 1.5}); many]),
        complete(vec![json!(5); many]),
        Value::Object(names.clone()),
        json!({"sub_mchid": "1", "out_order_no": "B".repeat(many), "post_payments": "x".repeat(many),
            "y".repeat(many): 1}),
    ];
    for (params, validate) in
        cases.iter().flat_map(|params| [json!(true), json!(false), json!("strict")].map(|how| (params, how)))
    {
        let began = Instant::now();
        let made = draft(validate.clone(), "complete_order", params.clone(), json!({}));
        assert!(began.elapsed() < LIMIT, "{validate}: {:?}", began.elapsed());
        match made {
            Ok(draft) => assert!(draft.advice().len() <= 100),
            Err(error) => {
                let length = serde_json::to_string(&error).unwrap().len();
                assert!(error.issues().len() <= 200 && length < 200_000, "{validate}: {length} bytes");
                assert!(error.to_string().len() < 20_000, "{validate}: {}", error.to_string().len());
            }
        }
    }
    let error = draft(json!(true), "complete_order", complete(vec![json!(5); many]), json!({})).unwrap_err();
    assert!(error.detail().contains("100002 problems") && error.detail().ends_with("And 99982 more."), "{error}");
    let began = Instant::now();
    let extra: Map<String, Value> =
        names.into_iter().map(|(name, _)| (name, payscore::schema::marks::unsayable("nan"))).collect();
    let error = draft(
        json!(false),
        "cancel_order",
        json!({"out_order_no": "B1", "sub_mchid": "1", "reason": "x"}),
        extra.into(),
    )
    .unwrap_err();
    assert!(error.issues().len() == 100 && began.elapsed() < LIMIT, "{:?}", began.elapsed());
}

#[test]
fn a_member_is_never_taken_for_a_mark_and_a_mark_never_for_a_member() {
    let merchant = merchant(json!({"validate": false}));
    let body = json!({"$payscore": "nan", "$$payscore": 1, "$bytes": "aGk=", "deep": [{"$bytes": "aGk="}], "-0": -0.0,
        "big": 1e300});
    let request = RawRequest::new("POST", "/v3/novel").body(Json(body.clone()));
    let message = String::from_utf8(merchant.draft(&request, now(), NONCE).unwrap().message()).unwrap();
    assert!(message.ends_with(&format!("\n{body}\n")), "{message}");
    // In JSON from a host those names are reserved: anything but a mark that a host makes is refused.
    for forged in [
        json!({"$payscore": 5}),
        json!({"$payscore": "nan", "a": 1}),
        json!({"$bytes": "aGk=", "$payscore": "x"}),
        json!({"$bytes": null}),
    ] {
        let params = json!({"method": "POST", "path": "/v3/novel", "body": {"a": forged}});
        let error = draft(json!(false), "request", params, json!({})).unwrap_err();
        assert_eq!(error.issues()[0].pointer, "/body/a", "{error}");
    }
    for root in [payscore::schema::marks::unsayable("nan"), payscore::schema::marks::bytes(b"hi")] {
        let params = json!({"out_order_no": "B1", "sub_mchid": "1", "reason": "x"});
        assert_eq!(
            draft(json!(false), "cancel_order", params.clone(), root.clone()).unwrap_err().issues()[0].pointer,
            "/extra"
        );
        let error = draft_of(&merchant, "cancel_order", params, Value::Null, root).unwrap_err();
        assert_eq!(error.issues()[0].pointer, "/order");
    }
    let deep = (0..60).fold(json!(1), |inner, _| json!([inner]));
    let params = json!({"method": "POST", "path": "/v3/novel", "body": {"a": deep}});
    assert!(draft(json!(false), "request", params, json!({})).unwrap_err().detail().contains("nested too deeply"));
}

#[test]
fn a_number_in_a_text_is_sent_as_it_is_written_or_refused() {
    let body = |text: &str| {
        let params = text::parameters(
            "request",
            &format!(r#"{{"method": "POST", "path": "/v3/novel", "body": {{"a\"1e999": {text}}}}}"#),
        )?;
        let draft = draft(json!(true), "request", params, json!({}))?;
        Ok::<_, payscore::Error>(String::from_utf8(draft.message()).unwrap().lines().last().unwrap().to_owned())
    };
    for kept in [
        "91.69333971906971",
        "0.1",
        "-1.5",
        "0",
        "9223372036854775807",
        "-9223372036854775808",
        "5e-324",
        "1e+21",
        "[1,2.5]",
    ] {
        assert_eq!(body(kept).unwrap(), format!(r#"{{"a\"1e999":{kept}}}"#));
    }
    for same in [("1.50", "1.5"), ("1E3", "1000.0"), ("0.0", "0.0"), ("100.0", "100.0"), ("12e-1", "1.2")] {
        assert_eq!(body(same.0).unwrap(), format!(r#"{{"a\"1e999":{}}}"#, same.1));
    }
    for refused in [
        "9223372036854775808",
        "1180591620717411303425",
        "0.12345678901234567890",
        "0.10000000000000001",
        "NaN",
        "[1, 2",
    ] {
        let error = body(refused).unwrap_err();
        assert_eq!(error.outcome().as_str(), "not_sent", "{refused}: {error}");
    }
}
