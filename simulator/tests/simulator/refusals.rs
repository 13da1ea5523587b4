use crate::client::*;
use payscore::http::{Headers, Request};
use serde_json::{Value, json};

fn without(headers: &Headers, name: &str) -> Headers {
    headers.iter().filter(|(key, _)| *key != name).collect()
}

#[test]
fn requests_are_authenticated() {
    let mut client = Client::new(json!({}));
    let body = client.order("A1").to_string().into_bytes();
    let good = client.signed("POST", BASE, Some(body));
    let mut status = |request: Request| {
        let reply = reply(client.sim.handle(&request));
        assert!(reply.headers.get("Wechatpay-Signature").is_none());
        assert!(reply.headers.get("Request-ID").is_some());
        let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
        (reply.status, body["code"].as_str().unwrap_or_default().to_owned(), body)
    };
    let changed = |headers: Headers, body: &[u8]| Request::new("POST", good.url.clone(), headers, Some(body.to_vec()));
    let bytes = good.body.as_deref().unwrap();
    for name in ["Accept", "User-Agent"] {
        let (code, text, _) = status(changed(without(&good.headers, name), bytes));
        assert_eq!((code, text.as_str()), (400, "INVALID_REQUEST"));
    }
    let token = good.headers.get("Authorization").unwrap();
    let bare = without(&good.headers, "Authorization");
    assert_eq!(status(changed(bare.clone(), bytes)).0, 401);
    for (from, to) in [("SHA256", "SHA512"), ("1230000100", "1230000101"), ("5A00", "5A01"), ("\",", "\", "), ("timestamp=\"1", "timestamp=\"2"), ("nonce1", "nonce2")] {
        let (code, text, _) = status(changed(bare.clone().with("Authorization", token.replace(from, to)), bytes));
        assert_eq!((code, text.as_str()), (401, "SIGN_ERROR"), "{from}");
    }
    assert_eq!(status(changed(bare.clone().with("Authorization", token).with("authorization", token), bytes)).0, 401);
    let (_, _, refused) = status(changed(good.headers.clone(), b"{}"));
    assert_eq!(refused["detail"]["sign_information"]["method"], "POST");
    assert_eq!(refused["detail"]["sign_information"]["url"], BASE);
    client.advance(301);
    assert_eq!(reply(client.sim.handle(&good)).status, 401);
    let (_, orders) = client.door("GET", "/orders", Value::Null);
    assert_eq!(orders["orders"], json!([]));
    assert_eq!(client.call("GET", "/v3/nothing", None).0, 404);
    assert_eq!(client.call("DELETE", BASE, None).0, 405);
}

#[test]
fn parameters_are_typed() {
    let mut client = Client::new(json!({}));
    let cases = [
        ("/service_id", json!(5)), ("/out_order_no", json!("a b")), ("/service_introduction", json!("一二三四五六七八九十一二三四五六七八九十一")),
        ("/risk_fund/amount", json!(1.0)), ("/risk_fund/amount", json!(0)), ("/risk_fund/name", json!("UDEPOSIT")),
        ("/time_range/start_time", json!("2025-01-01")), ("/notify_url", json!("https://shop.example/n?a=1")),
        ("/need_user_confirm", json!("true")), ("/post_payments", json!({})), ("/extra", json!(1)), ("/location", json!(null)),
        ("/sub_openid", json!("o1")), ("/need_user_confirm", json!(false)),
    ];
    for (pointer, value) in cases {
        let mut order = client.order("P1");
        let (place, name) = pointer.rsplit_once('/').unwrap();
        order.pointer_mut(place).unwrap()[name] = value.clone();
        let (status, refused) = client.call("POST", BASE, Some(&order));
        assert_eq!((status, &refused["code"], &refused["detail"]["field"]), (400, &json!("PARAM_ERROR"), &json!(pointer)), "{value}");
        assert_eq!(refused["detail"]["location"], "body");
    }
    let mut order = client.order("P1");
    order["post_payments"] = json!([{"name": "a"}]);
    assert_eq!(client.call("POST", BASE, Some(&order)).1["detail"]["field"], "/post_payments/0");
    let target = format!("{BASE}?{}", client.identity_query());
    assert_eq!(client.call("GET", &target, None).1["detail"]["location"], "query");
    assert_eq!(client.call("GET", &format!("{target}&out_order_no=a&query_id=b"), None).0, 400);
    assert_eq!(client.call("GET", &format!("{target}&out_order_no=a&out_order_no=b"), None).1["code"], "PARAM_ERROR");
    let request = client.signed("POST", BASE, Some(b"{}\n".to_vec()));
    assert_eq!(reply(client.sim.handle(&request)).status, 400);
}

#[test]
fn identities_and_numbers_must_be_known() {
    let mut client = Client::new(json!({}));
    for name in ["service_id", "appid", "sub_mchid", "channel_id"] {
        let mut order = client.order("I1");
        order[name] = json!("other");
        assert_eq!(client.call("POST", BASE, Some(&order)), (403, client.call("POST", BASE, Some(&order)).1));
        assert_eq!(client.call("POST", BASE, Some(&order)).1["code"], "NO_AUTH");
    }
    assert_eq!(client.query("I1").1["code"], "ORDER_NOT_EXIST");
    assert_eq!(client.query("I1").0, 404);
    client.create("I1");
    let mut order = client.order("I1");
    order["service_introduction"] = json!("other");
    assert_eq!(client.call("POST", BASE, Some(&order)).1["code"], "INVALID_REQUEST");
}

#[test]
fn states_are_guarded() {
    let mut client = Client::new(json!({}));
    client.create("S1");
    assert_eq!(client.complete("S1").1["code"], "INVALID_ORDER_STATE");
    assert_eq!(client.register("S1", "T1").1["code"], "INVALID_ORDER_STATE");
    assert_eq!(client.cancel("S1", "a").0, 204);
    assert_eq!(client.cancel("S1", "a").0, 204);
    assert_eq!(client.cancel("S1", "b").1["code"], "INVALID_REQUEST");
    assert_eq!(client.complete("S1").1["code"], "ORDER_CANCELED");
    assert_eq!(client.door("POST", "/orders/S1/confirm", json!({})).0, 400);
    client.up_to_registered("S2", "T2");
    assert_eq!(client.register("S2", "T2").1["code"], "INVALID_REQUEST");
    assert_eq!(client.complete("S2").1["code"], "INVALID_ORDER_STATE");
    client.withhold(json!({"out_trade_no": "T2"}));
    for code in [client.complete("S2"), client.cancel("S2", "a"), client.register("S2", "T3")] {
        assert_eq!((code.0, &code.1["code"]), (400, &json!("ORDER_DONE")));
    }
}

#[test]
fn totals_follow_the_formula() {
    let mut client = Client::new(json!({}));
    client.create("F1");
    client.door("POST", "/orders/F1/confirm", json!({}));
    let mut body = client.completion();
    for total in [json!(1000), json!(-1), json!("800"), json!(800.0)] {
        body["total_amount"] = total;
        let (status, refused) = client.call("POST", &format!("{BASE}/F1/complete"), Some(&body));
        assert_eq!((status, &refused["detail"]["field"]), (400, &json!("/total_amount")));
    }
    assert_eq!(client.complete("F1").0, 204);
}

#[test]
fn packages_and_orders_expire() {
    let mut client = Client::new(json!({}));
    let (_, created) = client.create("E1");
    client.advance(3600);
    assert_eq!(client.door("POST", "/orders/E1/confirm", json!({"package": created["package"]})).0, 400);
    client.advance(30 * 86400);
    assert_eq!(client.query("E1").1["state"], "EXPIRED");
}

#[test]
fn the_door_refuses_what_it_does_not_know() {
    let mut client = Client::new(json!({}));
    assert_eq!(client.door("GET", "/nothing", Value::Null).0, 404);
    assert!(client.door("POST", "/clock", json!({"advance": 1, "x": 2})).1["error"].as_str().unwrap().contains("\"x\""));
    assert_eq!(client.door("POST", "/clock", json!({"now": 5})).0, 400);
    assert_eq!(client.door("POST", "/switches", json!({"nothing": true})).0, 400);
    assert_eq!(client.door("POST", "/switches", json!({"unknown_members": "ignore"})).1["unknown_members"], "ignore");
    assert_eq!(client.door("POST", "/faults", json!({"fault": "nothing"})).0, 400);
    assert_eq!(client.door("POST", "/mappings", json!({"from": "https://a", "to": "https://b.example"})).0, 400);
    assert_eq!(client.door("POST", "/mappings", json!({"from": "https://a", "to": "http://127.0.0.1:1.evil.example"})).0, 400);
    assert_eq!(client.door("GET", "/clearing/none", Value::Null).0, 404);
}
