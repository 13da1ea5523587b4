//! The clearing house's door.

use super::answer;
use crate::world::{Withhold, World};
use payscore::http::Response;
use serde_json::{Map, Value, json};

/// Withholding and pre-orders; `None` when the answer is dropped.
pub(super) fn act(world: &mut World, action: &str, body: &Map<String, Value>) -> Option<Response> {
    if let Some(error) = mistyped(action, body) {
        return Some(answer(400, &json!({"error": error})));
    }
    if world.faults.take(action, &["drop_request"]).is_some() {
        return None;
    }
    let result = if action == "withhold" { withhold(world, body) } else { prepay(world, body) };
    if world.faults.take(action, &["drop_answer"]).is_some() { None } else { Some(answer(200, &result)) }
}

/// How a number stands.
pub(super) fn view(world: &World, number: &str) -> Option<Value> {
    if let Some(prepay) = world.prepays.get(number) {
        let word = match (prepay.paid, prepay.closed) {
            (true, _) => json!("paid"),
            (false, true) => json!("closed"),
            (false, false) => prepay.answer.get("result").cloned().unwrap_or_default(),
        };
        return Some(json!({"out_trade_no": number, "result": word, "answer": prepay.answer}));
    }
    let deduction = world.deductions.get(number)?;
    Some(json!({"out_trade_no": number, "result": deduction.withholding.word()}))
}

fn mistyped(action: &str, body: &Map<String, Value>) -> Option<String> {
    let results: &[&str] = if action == "withhold" { &["paid", "failed", "pending"] } else { &["placed", "failed"] };
    if body.get("result").is_some_and(|result| !result.as_str().is_some_and(|result| results.contains(&result))) {
        return Some(format!("`result` is one of {}", results.join(", ")));
    }
    let wrong =
        |names: &[&str], right: fn(&Value) -> bool| names.iter().any(|name| body.get(*name).is_some_and(|value| !right(value)));
    let mistyped = wrong(&["out_trade_no", "sub_mchid", "out_order_no"], Value::is_string)
        || wrong(&["amount", "after", "settles_after"], |value| value.as_i64().is_some_and(|number| number >= 0))
        || wrong(&["prepay_req_body"], Value::is_object);
    mistyped.then(|| {
        "texts: out_trade_no, sub_mchid, out_order_no, result; whole numbers: amount, after, settles_after; an object: prepay_req_body"
            .to_owned()
    })
}

fn withhold(world: &mut World, body: &Map<String, Value>) -> Value {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let number = |name: &str| body.get(name).and_then(Value::as_i64);
    let asked = Withhold {
        sub_mchid: text("sub_mchid"),
        out_order_no: text("out_order_no"),
        amount: number("amount"),
        result: text("result").unwrap_or("paid"),
        after: number("after"),
        settles_after: number("settles_after").unwrap_or(0),
    };
    world.withhold(text("out_trade_no").unwrap_or_default(), &asked)
}

fn prepay(world: &mut World, body: &Map<String, Value>) -> Value {
    let number = body.get("out_trade_no").and_then(Value::as_str).unwrap_or_default();
    world.prepay(number, Value::Object(body.clone()))
}
