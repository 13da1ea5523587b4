//! What core says about every row of errors, every number of a `Request-ID`, and every state.

use super::surface::State;
use payscore::acquiring::{Deduction, DeductionStanding, Order, lifecycle};
use payscore::http::{Headers, Response};
use payscore::platform::NUMBERS;
use payscore::protocol::OperationInfo;
use payscore::{Error, Merchant};
use serde_json::{Map, Value, json};
use support::declared::{filled_call, operation as named, product_operations, unchecking_merchant};
use support::{MCHID, merged, now, signed};

fn refused(operation: &OperationInfo, status: u16, body: &Value, headers: impl Fn(&[u8]) -> Headers) -> Error {
    let body = body.to_string();
    let answer = Response::new(status, headers(body.as_bytes()), body.as_bytes());
    Merchant::read_any(&filled_call(&unchecking_merchant(), operation), &answer, now()).unwrap_err()
}

#[test]
fn every_row_of_errors_says_what_to_do() {
    let rows: &[(u16, &str, &str, &[&str])] = &[
        (400, "PARAM_ERROR", "api.refused", &["never"]),
        (400, "INVALID_REQUEST", "moved on", &["query_first", "never"]),
        (401, "SIGN_ERROR", "api.sign_error", &["never"]),
        (403, "NO_AUTH", "api.refused", &["never"]),
        (404, "ORDER_NOT_EXIST", "api.refused", &["never"]),
        (400, "INVALID_ORDER_STATE", "moved on", &["query_first"]),
        (400, "ORDER_CANCELED", "moved on", &["query_first"]),
        (400, "ORDER_DONE", "moved on", &["query_first"]),
        (400, "NOT_KNOWN_YET", "api.refused", &["never"]),
        (429, "FREQUENCY_LIMITED", "api.rate_limited", &["after_delay"]),
        (429, "NOT_KNOWN_YET", "api.rate_limited", &["after_delay"]),
        (400, "FREQUENCY_LIMITED", "api.rate_limited", &["after_delay"]),
        (403, "RATELIMIT_EXCEEDED", "api.rate_limited", &["after_delay"]),
        (500, "FREQUENCY_LIMITED", "api.rate_limited", &["after_delay"]),
        (500, "SYSTEM_ERROR", "api.unavailable", &["same_request", "query_first"]),
        (503, "NOT_KNOWN_YET", "api.unavailable", &["same_request", "query_first"]),
        (202, "", "api.pending", &["same_request", "query_first"]),
        (307, "", "api.redirect", &["same_request", "query_first"]),
    ];
    for operation in product_operations() {
        for (status, wechat_code, code, retries) in rows {
            let error = refused(operation, *status, &json!({"code": wechat_code, "message": "m"}), |body| signed(body));
            let at = format!("{} {status} {wechat_code}: {error}", operation.name);
            let changes = operation.method.as_str() != "GET";
            // A repeat that the first sending made impossible is refused in the same words: then nothing is known.
            let echo = *code == "moved on" && changes && !operation.repeats_with_success;
            let code = match *code {
                "moved on" if echo => "api.order_moved_on",
                "moved on" => "api.refused",
                code => code,
            };
            assert_eq!(error.code().as_str(), code, "{at}");
            assert!(retries.contains(&error.retry().as_str()), "{at}: {}", error.retry());
            assert!(!echo || error.retry().as_str() == "query_first", "{at}");
            let loss = if changes { operation.after_loss.as_str() } else { "same_request" };
            assert!(!matches!(status, 202 | 307) || error.retry().as_str() == loss, "{at}");
            assert_eq!(error.detail().contains("Nothing was changed"), error.outcome().as_str() == "refused", "{at}");
            let outcome = match (changes, status) {
                (false, _) => "none",
                (true, 400..500) if !echo => "refused",
                (true, _) => "unknown",
            };
            assert_eq!(error.outcome().as_str(), outcome, "{at}");
        }
        // An unsigned answer proves nothing, unless it refuses the signature: then nothing was done.
        let unsigned = refused(operation, 400, &json!({"code": "ORDER_DONE"}), |_| Headers::new());
        assert_ne!(unsigned.outcome().as_str(), "refused", "{}", operation.name);
        let changes = operation.method.as_str() != "GET";
        let unsigned = refused(operation, 429, &json!({"code": "FREQUENCY_LIMITED"}), |_| Headers::new());
        assert_eq!(
            unsigned.retry().as_str(),
            if changes { "query_first" } else { "after_delay" },
            "{}",
            operation.name
        );
        for status in [400, 403, 404] {
            let unsigned = refused(operation, status, &json!({"code": "ORDER_NOT_EXIST"}), |_| Headers::new());
            let loss = if changes { operation.after_loss.as_str() } else { "same_request" };
            assert_eq!(unsigned.retry().as_str(), loss, "{}: an unsigned {status} proves nothing", operation.name);
        }
        for status in [0, 99, 100, 199, 600, 999] {
            let error = refused(operation, status, &json!({}), |body| signed(body));
            let unknown = if changes { "unknown" } else { "none" };
            assert_eq!((error.code().as_str(), error.outcome().as_str()), ("invalid.status", unknown), "{status}");
        }
    }
}

#[test]
fn every_member_of_an_error_is_read() {
    let body =
        json!({"code": "PARAM_ERROR", "message": "m", "detail": {"field": "/a", "issue": "i", "location": "body"}});
    let error = refused(named("create_order"), 400, &body, |body| signed(body).with("Request-ID", "08ABC-271317510"));
    let read = serde_json::to_value(error.api().unwrap()).unwrap();
    let expected = json!({
        "status": 400, "verified": true, "body": body.to_string(), "wechat_code": "PARAM_ERROR", "wechat_message": "m",
        "request_id": "08ABC-271317510", "request_id_number": 271_317_510, "field": "/a", "issue": "i",
            "location": "body",
        "api_detail": body["detail"],
    });
    assert_eq!(read, expected);
    // The error around it has exactly the members that core declares to the hosts.
    let whole = serde_json::to_value(&error).unwrap();
    let members: Vec<&str> = whole.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, payscore::ffi::ERROR.fields.iter().map(|field| field.name).collect::<Vec<_>>());
    assert_eq!(whole["page"], "docs/errors/api.md#api.refused");
}

#[test]
fn a_code_printed_with_a_blank_is_the_same() {
    let error = refused(named("query_order"), 404, &json!({"code": "ORDER_NOT_ EXIST"}), |body| signed(body));
    assert_eq!(error.api().unwrap().wechat_code.as_deref(), Some("ORDER_NOT_EXIST"));
}

#[test]
fn every_number_is_explained() {
    for (number, sentence) in NUMBERS {
        let id = format!("08ABC-{number}");
        let error = refused(named("create_order"), 400, &json!({"code": "INVALID_REQUEST"}), |body| {
            signed(body).with("Request-ID", id.clone())
        });
        assert!(error.detail().contains(sentence), "{number}: {error}");
    }
}

/// An order in a phase, as WeChat Pay shows it.
fn order(phase: &str) -> Order {
    let base = json!({"out_order_no": "N-1", "service_id": "s", "mchid": MCHID, "total_amount": 700});
    let state = match phase {
        "created" => json!({"state": "CREATED"}),
        "in_service" => json!({"state": "DOING", "state_description": "USER_CONFIRM"}),
        "awaiting_payment" => {
            json!({"state": "DOING", "state_description": "MCH_COMPLETE", "collection": {"state": "USER_PAYING"}})
        }
        "paid" => json!({"state": "DONE", "collection": {"state": "USER_PAID", "details": [{"paid_type": "NEWTON"}]}}),
        "paid_elsewhere" => {
            json!({"state": "DONE", "collection": {"state": "USER_PAID", "details": [{"paid_type": "MCH"}]}})
        }
        "nothing_to_pay" => json!({"state": "DONE", "total_amount": 0, "need_collection": false}),
        "payment_not_shown" => json!({"state": "DONE"}),
        "revoked" => json!({"state": "REVOKED"}),
        "expired" => json!({"state": "EXPIRED"}),
        _ => json!({"state": "NOT_KNOWN_YET"}),
    };
    Order::from_json(&merged(base, state).to_string()).unwrap()
}

#[test]
fn the_lifecycle_allows_what_the_states_say() {
    let mut compared = 0;
    let inventory = super::inventory();
    let items = inventory.section.iter().flat_map(|section| &section.rows).filter_map(|row| row.core.as_deref());
    for state in items.filter_map(|core| core.strip_prefix("lifecycle:")).map(|state| State::parse(state).unwrap()) {
        let standing = match state.hold {
            "registered, nothing submitted" => Some(DeductionStanding::NotSent),
            "submitted, result unknown" => Some(DeductionStanding::Unknown),
            "no number in force" => None,
            other => panic!("{other}"),
        };
        let deduction = standing.map(|standing| {
            let mut deduction = Deduction::new("D1", standing);
            deduction.registered_at = Some(now());
            deduction
        });
        let found = lifecycle(&order(state.phase), deduction.as_ref(), now());
        assert_eq!(found.phase.as_str(), state.phase);
        let permission = &found.operations[state.operation];
        assert_eq!(permission.allowed, state.allowed, "{} in {}: {}", state.operation, state.phase, permission.why);
        compared += 1;
    }
    assert!(compared > 80, "{compared}");
}

#[test]
fn attach_is_encoded_as_it_is_counted() {
    let params = Map::from_iter([("data".to_owned(), json!("shop=12&box=充电宝"))]);
    let encoded =
        serde_json::to_value(unchecking_merchant().compute_json("encode_attach", &params, now(), "n").unwrap())
            .unwrap();
    assert_eq!(encoded, json!({"attach": "shop%3D12%26box%3D%E5%85%85%E7%94%B5%E5%AE%9D"}));
}

/// Of a query, `INVALID_REQUEST` says that it is wrong; of a call that changes something, that the order moved on.
#[test]
fn an_invalid_query_is_not_repeated() {
    let body = json!({"code": "INVALID_REQUEST", "message": "m"});
    assert_eq!(refused(named("query_order"), 400, &body, |body| signed(body)).retry(), payscore::error::Retry::Never);
    assert_eq!(
        refused(named("cancel_order"), 400, &body, |body| signed(body)).retry(),
        payscore::error::Retry::QueryFirst
    );
}
