//! What the merchant submits to the clearing house: withholdings and pre-orders.

use crate::acquiring::{Acquiring, Withhold};
use crate::common::{Common, ControlAnswer};
use serde_json::{Map, Value, json};

impl Acquiring {
    /// A withholding or a pre-order. A fault can drop the request or the answer.
    pub(super) fn submit_to_clearing(
        &mut self,
        common: &mut Common,
        action: &str,
        body: &Map<String, Value>,
    ) -> ControlAnswer {
        if let Some(error) = mistyped(action, body) {
            return ControlAnswer::bad_request(error);
        }
        if common.faults.take(action, &["drop_request"]).is_some() {
            return ControlAnswer::Dropped;
        }
        let number = body.get("out_trade_no").and_then(Value::as_str).unwrap_or_default();
        let result = match action {
            "withhold" => self.withhold(common, number, &withholding(body)),
            _ => self.prepay(common, number, Value::Object(body.clone())),
        };
        match common.faults.take(action, &["drop_answer"]) {
            Some(_) => ControlAnswer::Dropped,
            None => ControlAnswer::Done(result),
        }
    }

    /// The state of a number.
    pub(super) fn clearing_view(&self, number: &str) -> Option<Value> {
        if let Some(prepay) = self.prepays.get(number) {
            let word = match (prepay.paid, prepay.closed) {
                (true, _) => json!("paid"),
                (false, true) => json!("closed"),
                (false, false) => prepay.answer.get("result").cloned().unwrap_or_default(),
            };
            return Some(json!({"out_trade_no": number, "result": word, "answer": prepay.answer}));
        }
        let deduction = self.deductions.get(number)?;
        Some(json!({"out_trade_no": number, "result": deduction.withholding.word()}))
    }
}

fn mistyped(action: &str, body: &Map<String, Value>) -> Option<String> {
    let results: &[&str] = if action == "withhold" { &["paid", "failed", "pending"] } else { &["placed", "failed"] };
    if body.get("result").is_some_and(|result| !result.as_str().is_some_and(|result| results.contains(&result))) {
        return Some(format!("`result` must be one of {}", results.join(", ")));
    }
    let wrong = |names: &[&str], right: fn(&Value) -> bool| {
        names.iter().any(|name| body.get(*name).is_some_and(|value| !right(value)))
    };
    let mistyped = wrong(&["out_trade_no", "sub_mchid", "out_order_no"], Value::is_string)
        || wrong(&["amount", "after", "settles_after"], |value| value.as_i64().is_some_and(|number| number >= 0))
        || wrong(&["prepay_req_body"], Value::is_object);
    mistyped.then(|| {
        "out_trade_no, sub_mchid and out_order_no must be texts; amount, after and settles_after whole numbers; \
         prepay_req_body an object"
            .to_owned()
    })
}

fn withholding(body: &Map<String, Value>) -> Withhold<'_> {
    let text = |name: &str| body.get(name).and_then(Value::as_str);
    let number = |name: &str| body.get(name).and_then(Value::as_i64);
    Withhold {
        sub_mchid: text("sub_mchid"),
        out_order_no: text("out_order_no"),
        amount: number("amount"),
        result: text("result").unwrap_or("paid"),
        after: number("after"),
        settles_after: number("settles_after").unwrap_or(0),
    }
}
