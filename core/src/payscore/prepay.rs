//! The answer to MCH_PREPAY, made of the clearing house's answer.

use super::functions::Context;
use super::{Deduction, lifecycle};
use crate::crypto::to_base64;
use crate::error::*;
use crate::protocol::Ack;
use crate::schema::{Rule::*, model};
use serde_json::{Map, json};

model! {
    /// The answer to MCH_PREPAY (商户预下单回调), made of what the clearing house answered to the unified order. Store it, and give a
    /// repeated notification the same stored one. That these members are the answer is concluded, not proven: confirm it with WeChat
    /// Pay.
    ///
    /// Refused with `state.prepay_locked` while `deduction` is in force or its withholding is unknown.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
    pub struct AcknowledgePrepay {
        required {
            /// The HTTP status of the clearing house's answer.
            prepay_resp_http_code: i64 = [Min(100)],
        }
        optional {
            /// The headers of your request to the clearing house, as text.
            prepay_req_header: String,
            /// The body of your request to the clearing house, as text.
            prepay_req_body: String,
            /// The headers of its answer, as text.
            prepay_resp_header: String,
            /// The body of its answer, as text.
            prepay_resp_body: String,
            /// What you know of the order's deduction number. Either this or `nothing_registered` is needed: letting the user pay beside
            /// a withholding would charge twice.
            deduction: Deduction,
            /// True when no deduction number was ever registered for the order.
            nothing_registered: bool,
        }
    }
}

pub(super) fn acknowledge(asked: &AcknowledgePrepay, context: &Context<'_>) -> Result<Ack, Error> {
    if asked.deduction.is_some() == (asked.nothing_registered == Some(true)) {
        let detail = "say what is known of the order's deduction number: either `deduction`, or `nothing_registered` = true.";
        let issue = Issue::refusing("/deduction", INVALID_EXACTLY_ONE, detail);
        return Err(Error::of_issues("acknowledge_prepay", vec![issue]).with_ack(Ack::refused(500, INVALID_EXACTLY_ONE)));
    }
    if let Some(why) = lifecycle::prepay_refusal(asked.deduction.as_ref(), context.now) {
        return Err(Error::new(STATE_PREPAY, why).with_ack(Ack::refused(500, STATE_PREPAY)));
    }
    let mut body = Map::new();
    let mut put = |name: &str, text: &Option<String>| {
        if let Some(text) = text {
            body.insert(format!("{name}_base64"), to_base64(text.as_bytes()).into());
        }
    };
    put("prepay_req_header", &asked.prepay_req_header);
    put("prepay_req_body", &asked.prepay_req_body);
    put("prepay_resp_header", &asked.prepay_resp_header);
    put("prepay_resp_body", &asked.prepay_resp_body);
    body.insert("prepay_resp_http_code".to_owned(), json!(asked.prepay_resp_http_code));
    Ok(Ack::with_json(200, serde_json::Value::Object(body).to_string()))
}
