//! Opening and closing a service without confirmation.

use super::client::{Client, NO_CONFIRM, SERVICE, order};
use serde_json::{Value, json};
use support::merged;

const CODE: &str = "/permissions/authorization-code/AUTH1";

fn apply() -> Value {
    json!({"service_id": NO_CONFIRM, "channel_id": "1230000109", "appid": "wxd678efh567hg6787",
        "sub_appid": "wxd678efh567hg6999",
        "sub_mchid": "1900000109", "authorization_code": "AUTH1", "notify_url": "https://shop.example/auth"})
}

fn query() -> String {
    format!("{CODE}?service_id={NO_CONFIRM}&channel_id=1230000109&sub_mchid=1900000109")
}

fn terminate() -> Value {
    json!({"service_id": NO_CONFIRM, "channel_id": "1230000109", "sub_mchid": "1900000109", "reason": "x"})
}

fn unconfirmed(number: &str, user: Value) -> Value {
    let start = json!({"start_time": "20250601120000"});
    merged(
        merged(order(number), json!({"service_id": NO_CONFIRM, "need_user_confirm": false, "time_range": start})),
        user,
    )
}

#[test]
fn a_permission_from_application_to_termination() {
    let mut client = Client::new(json!({"apply_permissions_repeat": "ok"}));
    let wrong = merged(apply(), json!({"service_id": SERVICE}));
    assert_eq!(client.refused("POST", "/permissions", wrong), "INVALID_REQUEST");
    assert_eq!(client.refused("GET", &query(), Value::Null), "ORDER_NOT_EXIST");
    let old = client.ok("POST", "/permissions", apply())["apply_permissions_token"].clone();
    let token = client.ok("POST", "/permissions", apply())["apply_permissions_token"].clone();
    assert_ne!(old, token, "a repeat gives a fresh token");
    let other = merged(apply(), json!({"notify_url": "https://shop.example/other"}));
    assert_eq!(client.refused("POST", "/permissions", other), "INVALID_REQUEST");
    assert_eq!(client.ok("GET", &query(), Value::Null)["authorization_state"], "UNBINDUSER");
    assert_eq!(client.refused("POST", &format!("{CODE}/terminate"), terminate()), "INVALID_REQUEST");

    assert_eq!(client.try_control("POST", "/permissions/AUTH1/open", json!({"apply_permissions_token": old})).0, 409);
    client.advance(3601);
    assert_eq!(
        client.try_control("POST", "/permissions/AUTH1/open", json!({"apply_permissions_token": token})).0,
        409,
        "one hour"
    );
    let token = client.ok("POST", "/permissions", apply())["apply_permissions_token"].clone();
    client.control(
        "POST",
        "/permissions/AUTH1/open",
        json!({"apply_permissions_token": token, "sub_openid": "oSub", "openid": "oOwn"}),
    );
    let (id, envelope, content) = client.callback().unwrap();
    assert_eq!(
        (&envelope["event_type"], envelope["resource"].get("original_type")),
        (&json!("PAYSCORE.USER_OPEN_SERVICE"), None)
    );
    assert_eq!(
        (&content["mch_id"], &content["sub_mch_id"], &content["sub_openid"]),
        (&json!("1230000100"), &json!("1900000109"), &json!("oSub"))
    );
    assert_eq!((&content["openorclose_time"], content.get("openid")), (&json!("20250601100001"), None));
    client.control("POST", &format!("/deliveries/{id}"), json!({"status": 204}));
    let read = client.ok("GET", &query(), Value::Null);
    assert_eq!((&read["authorization_state"], &read["sub_openid"]), (&json!("AVAILABLE"), &json!("oSub")));

    client.ok("POST", "/serviceorder", unconfirmed("A1", json!({"openid": "oOwn"})));
    assert_eq!(client.query_at("A1", NO_CONFIRM)["state_description"], "USER_CONFIRM");
    let (_, _, held) = client.exchange("POST", &format!("{CODE}/terminate"), terminate(), &[]);
    assert!(held.headers.get("Request-ID").unwrap().ends_with("-271299627"));
    let cancel =
        json!({"service_id": NO_CONFIRM, "sub_mchid": "1900000109", "channel_id": "1230000109", "reason": "x"});
    client.ok("POST", "/serviceorder/A1/cancel", cancel);
    client.ok("POST", &format!("{CODE}/terminate"), terminate());
    assert_eq!(client.refused("POST", &format!("{CODE}/terminate"), terminate()), "INVALID_REQUEST");
    let read = client.ok("GET", &query(), Value::Null);
    assert_eq!(
        (&read["authorization_state"], read["cancel_authorization_time"].is_string()),
        (&json!("UNAVAILABLE"), true)
    );
    assert!(client.callback().is_none(), "the merchant's own termination has no callback");
    assert_eq!(client.refused("POST", "/serviceorder", unconfirmed("A2", json!({"openid": "oOwn"}))), "NO_AUTH");

    let stranger = json!({"openid": "oOther"});
    assert_eq!(
        client.try_control("POST", "/permissions/AUTH1/open", stranger).0,
        409,
        "a code never serves another user"
    );
    client.control("POST", "/permissions/AUTH1/open", json!({}));
    assert_eq!(client.try_control("POST", "/permissions/AUTH1/open", json!({})).0, 409);
}

#[test]
fn switches_of_permissions() {
    let mut client = Client::new(json!({"permission_callback_merchant_keys": "mchid",
        "no_permission_code": "INVALID_REQUEST", "close_callback_after_terminate": "yes", "terminate_repeat": "ok"}));
    client.ok("POST", "/permissions", apply());
    assert_eq!(client.refused("POST", "/permissions", apply()), "INVALID_REQUEST");
    assert_eq!(client.refused("POST", "/serviceorder", unconfirmed("A1", json!({"openid": "o1"}))), "INVALID_REQUEST");
    client.control("POST", "/permissions/AUTH1/open", json!({"openid": "o1"}));
    let (id, _, content) = client.callback().unwrap();
    assert_eq!((&content["mchid"], content.get("mch_id")), (&json!("1230000100"), None));
    client.control("POST", &format!("/deliveries/{id}"), json!({"status": 200}));
    client.ok("POST", &format!("{CODE}/terminate"), terminate());
    client.ok("POST", &format!("{CODE}/terminate"), terminate());
    assert_eq!(client.callback().unwrap().2["user_service_status"], "USER_CLOSE_SERVICE");
    client.control("POST", "/switches", json!({"no_confirm_needs_permission": "no"}));
    client.ok("POST", "/serviceorder", unconfirmed("A1", json!({"openid": "o1"})));
    let neither = merged(order("A2"), json!({"service_id": NO_CONFIRM, "need_user_confirm": false}));
    assert_eq!(client.refused("POST", "/serviceorder", neither), "PARAM_ERROR");
}

#[test]
fn the_user_closes_whatever_orders_there_are() {
    let mut client = Client::new(json!({}));
    client.ok("POST", "/permissions", apply());
    client.control("POST", "/permissions/AUTH1/open", json!({"openid": "o1"}));
    client.ok("POST", "/serviceorder", unconfirmed("A1", json!({"openid": "o1"})));
    client.control("POST", "/permissions/AUTH1/close", Value::Null);
    let types: Vec<Value> = client
        .control("GET", "/deliveries", Value::Null)
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["event_type"].clone())
        .collect();
    assert_eq!(types, ["PAYSCORE.USER_OPEN_SERVICE", "PAYSCORE.USER_CLOSE_SERVICE"]);
    assert_eq!(client.query_at("A1", NO_CONFIRM)["state"], "DOING", "a running order goes on");
}
