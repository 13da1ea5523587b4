//! Every parameter is sent and every member is read, even if no scenario or sample has it: they are made from the
//! declarations.

use payscore::Merchant;
use payscore::acquiring::{Order, OrderRef, ServiceAuthorization};
use payscore::crypto::{AeadKey, to_base64};
use payscore::ffi::ACQUIRING;
use payscore::http::Response;
use payscore::protocol::{EventInfo, Style};
use payscore::schema::ModelInfo;
use serde_json::{Map, Value, json};
use support::declared::{
    checking_merchant, filled, filled_call, filled_draft, product_operations, unchecking_merchant, value,
};
use support::{API_V3_KEY, NONCE, callback, draft_of, now, samples, signed};

#[test]
fn every_parameter_is_sent_under_its_name() {
    let merchant = unchecking_merchant();
    let mut sent = 0;
    for operation in
        ACQUIRING.operations().filter(|operation| matches!(operation.style, Style::Json | Style::Certificates))
    {
        let draft = filled_draft(&merchant, operation).unwrap_or_else(|error| panic!("{error}"));
        let stored: Value = serde_json::from_slice(&draft.to_bytes()).unwrap();
        let body: Value = stored["body"].as_str().map_or(Value::Null, |body| serde_json::from_str(body).unwrap());
        for field in operation.params.fields {
            let at = format!("{}.{}", operation.name, field.name);
            let passed = value(field);
            let text = passed.as_str().unwrap_or_default();
            if operation.path.contains(&format!("{{{}}}", field.name)) {
                assert!(draft.target().contains(&format!("/{text}")), "{at}: {}", draft.target());
                assert_eq!(body.get(field.name), None, "{at}");
            } else if body.is_null() {
                assert!(draft.target().contains(&format!("{}={text}", field.name)), "{at}: {}", draft.target());
            } else {
                assert_eq!(body[field.name], passed, "{at}");
            }
            sent += 1;
        }
    }
    assert!(sent > 100, "{sent}");
}

/// The reading has every member of the content. Members that Payscore adds are left out.
fn has_all(read: &Value, content: &Map<String, Value>, info: &ModelInfo, at: &str) {
    for field in info.fields.iter().filter(|field| !field.derived) {
        assert_eq!(read[field.name], content[field.name], "{at}.{}", field.name);
    }
}

#[test]
fn every_member_of_a_reply_is_read() {
    let merchant = unchecking_merchant();
    for operation in product_operations() {
        let content = filled(operation.reply);
        let body = Value::Object(content.clone()).to_string();
        let answer = Response::new(200, signed(&body), body.as_bytes());
        let reply = Merchant::read_any(&filled_call(&merchant, operation), &answer, now());
        let read = serde_json::to_value(reply.unwrap_or_else(|error| panic!("{}: {error}", operation.name))).unwrap();
        has_all(&read, &content, operation.reply, operation.name);
        assert_eq!(read["raw"], body);
    }
}

#[test]
fn every_member_of_a_callback_is_read() {
    let merchant = unchecking_merchant();
    for EventInfo { event_type, model: info } in ACQUIRING.events {
        let mut content = filled(Order::INFO);
        content.extend(filled(OrderRef::INFO));
        content.extend(filled(ServiceAuthorization::INFO));
        // What the event's type promises.
        let promise = match info.name {
            "UserConfirmed" => {
                json!({"state": "DOING", "state_description": "USER_CONFIRM", "collection": {"total_amount": 1}})
            }
            "UserPaid" => json!({"state": "DONE"}),
            "OrderUnclear" => json!({"state": "NOT_KNOWN_YET", "reported_event_type": "PAYSCORE.USER_PAID"}),
            _ => json!({}),
        };
        content.extend(promise.as_object().unwrap().clone());
        if ["UserPaid", "OrderUnclear"].contains(&info.name) {
            content["collection"]["state"] = json!("USER_PAID");
        }
        for field in
            info.fields.iter().filter(|field| !["ack", "raw", "id", "event_type", "unread"].contains(&field.name))
        {
            content.entry(field.name).or_insert_with(|| value(field));
        }
        let text = Value::Object(content.clone()).to_string();
        let sent_type = match *event_type {
            None => "PAYSCORE.NEW",
            Some("order_unclear") => "PAYSCORE.USER_PAID",
            Some(event_type) => event_type,
        };
        let body = callback(sent_type, &text);
        let headers = signed(&body).with("Request-ID", "R-1");
        let event = merchant
            .read_notification(&headers, body.as_bytes(), now())
            .unwrap_or_else(|error| panic!("{sent_type}: {error}"));
        let read = serde_json::to_value(event).unwrap();
        for field in info.fields {
            // Where there is no ready answer, none is made.
            let absent = field.name == "ack" && ["MchPrepay", "Unknown"].contains(&info.name);
            assert_eq!(
                read.get(field.name).is_some_and(|value| !value.is_null()),
                !absent,
                "{}.{}",
                info.name,
                field.name
            );
            match (field.name, field.ty) {
                ("order", _) => has_all(&read["order"], &content, Order::INFO, info.name),
                ("order_ref", _) => has_all(&read["order_ref"], &content, OrderRef::INFO, info.name),
                ("service", _) => has_all(&read["service"], &content, ServiceAuthorization::INFO, info.name),
                ("answer_before" | "deduplication_key" | "raw" | "id" | "event_type" | "ack", _) => {}
                ("create_time" | "summary" | "request_id", _) => {}
                ("unread", _) => assert_eq!(read["unread"], json!([]), "{}", info.name),
                (name, _) => assert_eq!(read[name], content[name], "{}.{name}", info.name),
            }
        }
        let event_type = event_type.unwrap_or(sent_type);
        assert_eq!(
            (&read["id"], &read["event_type"], &read["raw"], &read["request_id"]),
            (&json!("EV-1"), &json!(event_type), &json!(text), &json!("R-1"))
        );
    }
}

#[test]
fn every_documented_value_is_known() {
    let (samples, merchant) = (samples(), checking_merchant());
    let mut request = samples["endpoints"][0]["request"].clone();
    for name in ["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST", "UDEPOSIT"] {
        request["risk_fund"]["name"] = json!(name);
        let refused = draft_of(&merchant, "create_order", request.clone(), Value::Null, Value::Null).err();
        let refused =
            refused.is_some_and(|error| error.issues().iter().any(|issue| issue.pointer == "/risk_fund/name"));
        assert_eq!(refused, name == "UDEPOSIT", "{name}");
    }
}

#[test]
fn a_resource_that_cannot_be_opened_says_why() {
    let merchant = unchecking_merchant();
    let read = |algorithm: &str, key: &str| {
        let sealed = AeadKey::new(key.as_bytes()).unwrap().seal(NONCE.as_bytes(), b"", b"{}").unwrap();
        let resource = json!({"algorithm": algorithm, "nonce": NONCE, "ciphertext": to_base64(&sealed)});
        let body = json!({"id": "EV-1", "event_type": "PAYSCORE.USER_CONFIRM", "resource": resource}).to_string();
        let error = merchant.read_notification(&signed(&body), body.as_bytes(), now()).unwrap_err();
        (error.code().as_str(), error.ack().unwrap().status)
    };
    assert_eq!(read("AEAD_SM4_GCM", API_V3_KEY), ("decryption.algorithm", 500));
    assert_eq!(read("AEAD_AES_256_GCM", &API_V3_KEY.to_lowercase()), ("decryption.key", 500));
}
