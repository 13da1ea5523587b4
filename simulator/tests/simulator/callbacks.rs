use crate::client::*;
use serde_json::{Value, json};

#[test]
fn a_confirmation_is_told_until_it_is_heard() {
    let mut client = Client::new(json!({}));
    client.door("POST", "/mappings", json!({"from": "https://shop.example", "to": "http://127.0.0.1:9/in"}));
    client.create("C1");
    client.door("POST", "/orders/C1/confirm", json!({"openid": "o1"}));
    let start = client.sim.now().unix();
    let first = client.sim.due().remove(0);
    assert_eq!(first.request.url, "http://127.0.0.1:9/in/notify/payscore");
    assert!(client.verifies(&first.request.headers, first.request.body.as_deref().unwrap()));
    let (envelope, plain) = client.open(first.request.body.as_deref().unwrap());
    assert_eq!((&envelope["event_type"], &envelope["resource"]["associated_data"]), (&json!("PAYSCORE.USER_CONFIRM"), &json!("payscore")));
    assert_eq!((&plain["state"], &plain["state_description"], &plain["openid"], &plain["attach"]), (&json!("DOING"), &json!("USER_CONFIRM"), &json!("o1"), &json!("intent-1")));
    assert!(client.sim.due().is_empty());

    let report = |client: &mut Client, status: Value| client.door("POST", &format!("/deliveries/{}", first.id), json!({"status": status}));
    let mut attempts = 1;
    report(&mut client, Value::Null);
    while let Some(at) = client.sim.next_due() {
        client.sim.set_now(at);
        let again = client.sim.due().remove(0);
        assert_eq!(again.request.body, first.request.body);
        assert!(client.verifies(&again.request.headers, again.request.body.as_deref().unwrap()));
        attempts += 1;
        report(&mut client, json!(500));
    }
    assert_eq!((attempts, client.sim.now().unix() - start), (16, 86_640));
    let (_, list) = client.door("GET", "/deliveries", Value::Null);
    assert_eq!(list["deliveries"][0]["ended"], true);
}

#[test]
fn success_ends_and_repeat_sends_again() {
    let mut client = Client::new(json!({}));
    client.create("C1");
    client.door("POST", "/orders/C1/confirm", json!({}));
    let first = client.sim.due().remove(0);
    let (_, ended) = client.door("POST", &format!("/deliveries/{}", first.id), json!({"status": 204}));
    assert_eq!((&ended["ended"], &ended["next_at"]), (&json!(true), &Value::Null));
    assert!(client.sim.next_due().is_none());
    client.advance(400);
    assert_eq!(client.door("POST", &format!("/deliveries/{}/repeat", first.id), json!({})).0, 200);
    let again = client.sim.due().remove(0);
    assert_eq!((&again.id, &again.request.body), (&first.id, &first.request.body));
    assert_ne!(again.request.headers.get("Wechatpay-Timestamp"), first.request.headers.get("Wechatpay-Timestamp"));
    assert!(client.verifies(&again.request.headers, again.request.body.as_deref().unwrap()));
    assert_eq!(client.door("POST", "/deliveries/none", json!({"status": 200})).0, 404);
}

#[test]
fn user_paid_only_by_switch() {
    for (on, count) in [(false, 1), (true, 2)] {
        let mut client = Client::new(json!({"user_paid_after_withholding": on}));
        client.up_to_registered("U1", "T1");
        client.withhold(json!({"out_trade_no": "T1"}));
        let due = client.sim.due();
        assert_eq!(due.len(), count);
        if on {
            let (_, plain) = client.open(due[1].request.body.as_deref().unwrap());
            assert_eq!((&plain["out_trade_no"], &plain["collection"]["state"]), (&json!("T1"), &json!("USER_PAID")));
        }
    }
}
