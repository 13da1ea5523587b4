//! Answers and callbacks in another shape than WeChat Pay's pages promise. Any member that is not needed may be
//! anything: the reply or event stays readable, keeps its phase, names what could not be read, and has it in `raw`.

mod fits;
mod targets;

use fits::fits;
use payscore::acquiring::{Order, Phase};
use payscore::ffi::{ACQUIRING, acquiring};
use payscore::http::Response;
use payscore::{Error, Merchant};
use proptest::prelude::*;
use serde_json::{Value, json};
use support::declared::{checking_merchant, filled_call, unchecking_merchant};
use support::generators::any_json;
use support::{callback, draft_of, merged, now, signed};
use targets::{Member, Target, targets};

/// What may stand where something else was promised.
fn odd_values() -> Vec<Value> {
    let values = json!([
        null, "", " ", "0", "12", "true", "文本", 0, 7, -1, 1.5, 100.0, 18_446_744_073_709_551_615_u64,
            9_007_199_254_740_992_i64, true,
        false, [], [null], [0], [{}], ["", {"a": 1}], {}, {"a": []}, {"state": 5}, {"name": ""}
    ]);
    values.as_array().unwrap().clone()
}

/// Replaces a member, reads, and compares with the reading of the whole.
fn check(target: &Target, member: &Member, value: &Value) {
    let at = format!("{} {} = {value}", target.name, member.pointer);
    let mut content = Value::Object(target.whole.clone());
    *content.pointer_mut(&member.pointer).unwrap() = value.clone();
    let text = content.to_string();
    let read = target.read(&text).unwrap_or_else(|error| panic!("{at}: {error}"));
    assert_eq!(read["raw"], text, "{at}");
    let unread = read["unread"].as_array().unwrap_or_else(|| panic!("{at}: {read}"));
    for unread in unread {
        let pointer = unread["pointer"].as_str().unwrap();
        assert!(pointer.starts_with(&member.pointer), "{at}: {unread}");
        let found = unread["found"].as_str().unwrap();
        assert!(
            !found.is_empty() && found.chars().count() < 120 && !found.contains(char::is_control),
            "{at}: {found:?}"
        );
        assert!(content.pointer(pointer).is_some(), "{at}: {unread} stands in raw");
    }
    let named = unread.iter().any(|unread| unread["pointer"] == member.pointer);
    let missing = value.is_null() && !member.in_list;
    assert_eq!(named, !missing && !fits(member.ty, value), "{at}: {read}");
    if named && !member.in_list {
        assert_eq!(read.pointer(&member.typed), None, "{at}");
    }
    if !member.decides {
        let whole = target.read(&Value::Object(target.whole.clone()).to_string()).unwrap();
        assert_eq!(target.without(&read, member), target.without(&whole, member), "{at}: nothing else changes");
    }
}

#[test]
fn every_member_of_an_order_may_be_odd() {
    let mut checked = 0;
    for target in targets().iter().filter(|target| target.is_order()) {
        for member in &target.members {
            for value in odd_values() {
                check(target, member, &value);
                checked += 1;
            }
        }
    }
    assert!(checked > 1900, "{checked}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn any_member_of_any_reply_or_event_may_be_anything(at in any::<prop::sample::Index>(),
        value in any_json("[a-z_]{1,12}|state|amount|name|details")) {
        let targets = targets();
        let all: Vec<(&Target,
            &Member)> = targets.iter().flat_map(|target| target.members.iter().map(move |member| (target,
            member))).collect();
        let (target, member) = all[at.index(all.len())];
        check(target, member, &value);
    }
}

fn order(change: &Value) -> Order {
    let base = json!({"out_order_no": "N-1", "service_id": "s", "mchid": "1230000100", "total_amount": 700});
    Order::from_json(&merged(base, change.clone()).to_string()).unwrap_or_else(|error| panic!("{change}: {error}"))
}

#[test]
fn phases_depend_on_nothing_else() {
    let paying = json!({"state": "USER_PAYING"});
    let paid = json!({"state": "USER_PAID"});
    let mch = json!({"state": "USER_PAID", "details": [{"paid_type": "MCH"}, {"paid_type": "MCH"}]});
    for (state, phase) in [
        (json!({"state": "CREATED", "state_description": ""}), Phase::Created),
        (json!({"state": "CREATED", "state_description": "USER_CONFIRM", "collection": {}}), Phase::Created),
        (json!({"state": "CREATED", "collection": paid}), Phase::Unrecognised),
        (json!({"state": "DOING", "state_description": "USER_CONFIRM", "collection": ""}), Phase::InService),
        (json!({"state": "DOING", "state_description": "USER_CONFIRM", "total_amount": []}), Phase::InService),
        (json!({"state": "DOING", "state_description": "USER_CONFIRM", "collection": paying}), Phase::Unrecognised),
        (json!({"state": "DOING", "state_description": ""}), Phase::Unrecognised),
        (json!({"state": "DOING", "state_description": "MCH_COMPLETE", "collection": paying}), Phase::AwaitingPayment),
        (
            json!({"state": "DOING", "state_description": "MCH_COMPLETE", "collection": paying, "total_amount": 7.5}),
            Phase::AwaitingPayment,
        ),
        (
            json!({"state": "DOING", "state_description": "MCH_COMPLETE", "collection": {"state": ""}}),
            Phase::Unrecognised,
        ),
        (json!({"state": "DOING", "state_description": "MCH_COMPLETE", "total_amount": "0"}), Phase::NothingToPay),
        (
            json!({"state": "DOING", "state_description": "MCH_COMPLETE", "total_amount": "",
                "need_collection": "false"}),
            Phase::NothingToPay,
        ),
        (json!({"state": "DOING", "state_description": "MCH_COMPLETE", "need_collection": false}), Phase::Unrecognised),
        (json!({"state": "DONE", "collection": paid}), Phase::Paid),
        (json!({"state": "DONE", "collection": paid, "state_description": "MCH_COMPLETE"}), Phase::Paid),
        (json!({"state": "DONE", "collection": mch, "state_description": 5}), Phase::PaidElsewhere),
        (json!({"state": "DONE", "total_amount": 0}), Phase::NothingToPay),
        (json!({"state": "DONE"}), Phase::PaymentNotShown),
        (json!({"state": "DONE", "collection": []}), Phase::PaymentNotShown),
        (json!({"state": "DONE", "collection": paying}), Phase::PaymentNotShown),
        (json!({"state": "DONE", "collection": {"state": "NEW"}, "total_amount": 0}), Phase::PaymentNotShown),
        (json!({"state": "REVOKED", "state_description": "USER_CONFIRM", "collection": paying}), Phase::Revoked),
        (json!({"state": "EXPIRED", "state_description": "", "collection": {"state": ""}}), Phase::Expired),
        (json!({"state": "PAUSED"}), Phase::Unrecognised),
    ] {
        assert_eq!(order(&state).phase, phase, "{state}");
    }
}

fn event(event_type: &str, content: &Value) -> Result<Value, Error> {
    let body = callback(event_type, &content.to_string());
    let event = unchecking_merchant().read_notification(&signed(&body), body.as_bytes(), now())?;
    let mut read = serde_json::to_value(&event).unwrap();
    read["acknowledged"] = json!(event.ack().map(|ack| ack.status));
    Ok(read)
}

#[test]
fn an_event_is_named_after_its_order() {
    let doing = json!({"state": "DOING", "state_description": "USER_CONFIRM"});
    let paid = json!({"state": "DONE", "collection": {"state": "USER_PAID"}});
    for (event_type, base, change, expected) in [
        ("PAYSCORE.USER_CONFIRM", &doing, json!({}), "PAYSCORE.USER_CONFIRM"),
        (
            "PAYSCORE.USER_CONFIRM",
            &doing,
            json!({"collection": {"total_amount": 0}, "total_amount": ""}),
            "PAYSCORE.USER_CONFIRM",
        ),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"state_description": ""}), "order_unclear"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"state_description": "SOON"}), "order_unclear"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"state": "STARTED"}), "order_unclear"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"collection": {"state": "USER_PAYING"}}), "order_unclear"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"state": "DONE"}), "malformed.promise"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"state": "CREATED", "state_description": ""}), "malformed.promise"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"state_description": "MCH_COMPLETE"}), "malformed.promise"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"state": 5}), "malformed.shape"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"mchid": []}), "malformed.shape"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"mchid": 1_230_000_100, "out_order_no": 7}), "PAYSCORE.USER_CONFIRM"),
        ("PAYSCORE.USER_CONFIRM", &doing, json!({"mchid": 5}), "malformed.mchid"),
        ("PAYSCORE.USER_PAID", &paid, json!({}), "PAYSCORE.USER_PAID"),
        ("PAYSCORE.USER_PAID", &paid, json!({"state_description": "MCH_COMPLETE"}), "PAYSCORE.USER_PAID"),
        ("PAYSCORE.USER_PAID", &paid, json!({"collection": ""}), "order_unclear"),
        ("PAYSCORE.USER_PAID", &paid, json!({"collection": {"state": "PART"}}), "order_unclear"),
        ("PAYSCORE.USER_PAID", &paid, json!({"collection": {}, "total_amount": 0}), "order_unclear"),
        ("PAYSCORE.USER_PAID", &paid, json!({"state": "SETTLED"}), "order_unclear"),
        ("PAYSCORE.USER_PAID", &paid, json!({"state": "DOING"}), "malformed.promise"),
        ("PAYSCORE.USER_PAID", &paid, json!({"collection": {"state": "USER_PAYING"}}), "malformed.promise"),
    ] {
        let identity = json!({"out_order_no": "N-1", "service_id": "s", "mchid": "1230000100", "sub_mchid": "1"});
        let content = merged(merged(identity, base.clone()), change);
        match event(event_type, &content) {
            Ok(event) => {
                assert_eq!(event["event_type"], expected, "{content}");
                assert_eq!((&event["acknowledged"], &event["ack"]["status"]), (&json!(204), &json!(204)));
                assert!(event["deduplication_key"].as_str().unwrap().ends_with(&format!("/{event_type}")), "{event}");
            }
            Err(error) => {
                assert_eq!(error.code().as_str(), expected, "{content}: {error}");
                let status = if expected == "malformed.mchid" { 500 } else { 400 };
                assert_eq!(error.ack().unwrap().status, status);
            }
        }
    }
}

#[test]
fn an_authorisation_does_not_say_the_contrary_of_its_name() {
    let content = json!({"mchid": "1230000100", "service_id": "s", "authorization_code": "A",
        "openorclose_time": "20250601090000"});
    for (status, fine) in [
        (json!(null), true),
        (json!(""), true),
        (json!(5), true),
        (json!("USER_OPEN_SERVICE"), true),
        (json!("USER_CLOSE_SERVICE"), false),
    ] {
        let mut content = content.clone();
        content["user_service_status"] = status;
        let read = event("PAYSCORE.USER_OPEN_SERVICE", &content);
        assert_eq!(read.map_err(|error| error.code().as_str()).is_ok(), fine, "{content}");
    }
    // The notification tells events apart when their moment cannot be read.
    let key = |time: Value| {
        let mut content = content.clone();
        content["openorclose_time"] = time;
        event("PAYSCORE.USER_OPEN_SERVICE", &content).unwrap()["deduplication_key"].as_str().unwrap().to_owned()
    };
    assert_eq!(key(json!("20250601090000")), "s/A/PAYSCORE.USER_OPEN_SERVICE/20250601090000");
    assert_eq!((key(json!(5)), key(json!(""))), ("s/A/PAYSCORE.USER_OPEN_SERVICE/EV-1".to_owned(), key(json!(null))));
}

#[test]
fn a_frame_with_odd_members_is_read() {
    let content = json!({"out_order_no": "N-1", "service_id": "s", "mchid": "1230000100", "state": "DOING",
        "state_description": "USER_CONFIRM"});
    let mut body: Value = serde_json::from_str(&callback("PAYSCORE.USER_CONFIRM", &content.to_string())).unwrap();
    body["create_time"] = json!(1_748_739_600);
    body["summary"] = json!(["a"]);
    body["resource_type"] = json!(null);
    let body = body.to_string();
    let event = unchecking_merchant().read_notification(&signed(&body), body.as_bytes(), now()).unwrap();
    let read = serde_json::to_value(event).unwrap();
    let expected = json!([{"pointer": "/create_time", "found": "the number 1748739600"}, {"pointer": "/summary",
        "found": "a list of 1"}]);
    assert_eq!((&read["unread"], read.get("create_time")), (&expected, None));
    // WeChat Pay sends no event that has Payscore's own word as its type.
    let error = unchecking_merchant().read_notification(
        &signed(callback("order_unclear", &content.to_string())),
        callback("order_unclear", &content.to_string()).as_bytes(),
        now(),
    );
    assert_eq!(error.unwrap_err().code().as_str(), "malformed.shape");
}

#[test]
fn what_is_named_stays_short() {
    let many: Vec<Value> = (0..10_000).map(|_| json!("x\u{7}\u{202e}\n".repeat(1000))).collect();
    let order =
        order(&json!({"state": "CREATED", "post_payments": many, "attach": 5, "location": "\u{1b}[31m\"\\\u{2028}"}));
    assert_eq!(order.unread.len(), 33);
    let text = serde_json::to_string(&order.unread).unwrap();
    assert!(text.len() < 33 * 300, "{}", text.len());
    let hidden = |c: char| c.is_control() || "\u{202e}\u{2028}".contains(c);
    assert!(order.unread.iter().all(|unread| !unread.found.contains(hidden)), "{text}");
    assert_eq!(
        (order.unread[32].pointer.as_str(), order.unread[32].found.as_str()),
        ("", "9970 more that cannot be read")
    );
}

#[test]
fn a_reply_without_content_may_have_any() {
    for operation in ACQUIRING
        .operations()
        .filter(|operation| operation.reply.fields.iter().all(|field| field.derived || !field.promised))
    {
        for body in ["OK", "<html>", " \n", "[]", "7", "null", "\"done\"", "{\"description\": 5}"] {
            let answer = Response::new(200, signed(body), body.as_bytes());
            let reply = Merchant::read_any(&filled_call(&unchecking_merchant(), operation), &answer, now());
            let reply =
                serde_json::to_value(reply.unwrap_or_else(|error| panic!("{} {body}: {error}", operation.name)))
                    .unwrap();
            assert_eq!(reply["raw"], body, "{}", operation.name);
            let known = body.starts_with('{') && operation.reply.field("description").is_none();
            assert_eq!(
                reply["unread"].as_array().unwrap().len(),
                usize::from(!known),
                "{} {body}: {reply}",
                operation.name
            );
        }
    }
}

#[test]
fn what_says_which_it_is_must_be_readable() {
    for target in targets() {
        for name in &target.strict {
            for value in odd_values().into_iter().filter(|value| value.as_str().is_none_or(str::is_empty)) {
                let mut content = target.whole.clone();
                let before = content.insert(name.clone(), value.clone());
                let read = target.read(&Value::Object(content).to_string());
                let at = format!("{} {name} = {value}: {read:?}", target.name);
                // A number counts as its digits: then it names another order, or is readable where the request named
                // none.
                let digits = value.as_number().is_some_and(|number| !number.is_f64())
                    && before.is_some_and(|before| before != "CREATED");
                match read {
                    Ok(_) => assert!(digits || target.may_lack(name), "{at}"),
                    Err(error) => {
                        assert_eq!(error.kind().as_str(), "Malformed", "{at}");
                        assert!(digits || !target.may_lack(name), "{at}");
                        let shape = error.code().as_str() == "malformed.shape";
                        assert!(!shape || error.raw().is_some_and(|raw| !raw.is_empty()), "{at}");
                    }
                }
            }
        }
    }
}

#[test]
fn what_users_pass_stays_strict() {
    let order = json!({"out_order_no": "N-1", "service_id": "s", "mchid": "1", "state": "CREATED"});
    let refused =
        |deduction: Value, progress: Value| acquiring::lifecycle(&order, &deduction, &progress, now()).unwrap_err();
    refused(json!({"out_trade_no": 5, "standing": "unknown"}), json!(null));
    refused(json!({"out_trade_no": "D1"}), json!(null));
    refused(json!({"out_trade_no": "D1", "standing": "unknown", "registered_at": ""}), json!(null));
    refused(json!(null), json!({"created_at": "x"}));
    let draft = |bill: Value| {
        let params = json!({"out_order_no": "N-1", "sub_mchid": "1", "service_id": "s", "channel_id": "1",
            "total_amount": 1, "post_payments": bill});
        let draft = draft_of(&checking_merchant(), "complete_order", params, Value::Null, Value::Null);
        draft.unwrap_err().issues().iter().map(|issue| issue.pointer.clone()).collect::<Vec<_>>()
    };
    assert!(draft(json!([{"amount": 1}])).contains(&"/post_payments/0/name".to_owned()));
    assert!(draft(json!([{"name": "a", "amount": "1"}])).contains(&"/post_payments/0/amount".to_owned()));
}
