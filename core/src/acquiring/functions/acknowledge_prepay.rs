//! The answer to MCH_PREPAY, made of the clearing house's answer.

use crate::acquiring::{Deduction, DeductionStanding, lifecycle};
use crate::crypto::to_base64;
use crate::error::{Ack, Error, INVALID_EXACTLY_ONE, Issue, STATE_PREPAY};
use crate::protocol::Context;
use crate::schema::Rule::{Min, OrderNumber};
use crate::schema::model;
use serde_json::{Map, json};

model! {
    /// Builds the answer to MCH_PREPAY (商户预下单回调) from the clearing house's reply to your unified order, and the
    /// deduction to store before you send the answer. Store both, and send the same answer if the notification is
    /// repeated. The members of the answer are concluded, not proven: confirm them with WeChat Pay.
    ///
    /// It is refused with `state.prepay_locked` while `deduction` is in force, or while its withholding is unknown.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012084127>
    pub struct AcknowledgePrepay {
        required {
            /// The order number of the unified order that you placed at the clearing house. The user may pay under it.
            out_trade_no: String = [OrderNumber],
            /// The HTTP status of the clearing house's reply.
            prepay_resp_http_code: i64 = [Min(100)],
        }
        optional {
            /// The headers of your request to the clearing house, as text.
            prepay_req_header: String,
            /// The body of your request to the clearing house, as text.
            prepay_req_body: String,
            /// The headers of its reply, as text.
            prepay_resp_header: String,
            /// The body of its reply, as text.
            prepay_resp_body: String,
            /// The order's deduction as you have stored it: a number, or this same pre-order. Pass either this or
            /// `nothing_registered`: if the user pays beside a withholding, they are charged twice.
            deduction: Deduction,
            /// True if no deduction number was ever registered for the order.
            nothing_registered: bool,
        }
    }
}

model! {
    /// What to store, and then what to answer, so that the user can pay a pre-order.
    pub struct PrepayAcknowledgement {
        required {
            /// Store it as the order's deduction before you send `ack`: from then on the user may be paying. While its
            /// standing is `unknown`, `lifecycle` refuses to register another number. Query the unified order at the
            /// clearing house, or close it there.
            deduction: Deduction,
            /// The answer to the callback. Send the same answer if the notification is repeated.
            ack: Ack,
        }
        optional {}
    }
}

pub(super) fn acknowledge(params: &AcknowledgePrepay, context: &Context<'_>) -> Result<PrepayAcknowledgement, Error> {
    if params.deduction.is_some() == (params.nothing_registered == Some(true)) {
        let detail =
            "pass what you know of the order's deduction number: either `deduction`, or `nothing_registered` = true.";
        let issue = Issue::refusing("/deduction", INVALID_EXACTLY_ONE, detail);
        return Err(
            Error::of_issues("acknowledge_prepay", vec![issue]).with_ack(Ack::refused(500, INVALID_EXACTLY_ONE))
        );
    }
    // What is stored of this very pre-order does not stand in its way: the shop stored it, and was interrupted before
    // it answered.
    let itself = |known: &Deduction| {
        known.out_trade_no == params.out_trade_no
            && known.standing == DeductionStanding::Unknown
            && known.registered_at.is_none()
    };
    let other = params.deduction.as_ref().filter(|known| !itself(known));
    if let Some(why) = lifecycle::prepay_refusal(other, context.now) {
        return Err(Error::new(STATE_PREPAY, why).with_ack(Ack::refused(500, STATE_PREPAY)));
    }
    let mut body = Map::new();
    let mut put = |name: &str, text: &Option<String>| {
        if let Some(text) = text {
            body.insert(format!("{name}_base64"), to_base64(text.as_bytes()).into());
        }
    };
    put("prepay_req_header", &params.prepay_req_header);
    put("prepay_req_body", &params.prepay_req_body);
    put("prepay_resp_header", &params.prepay_resp_header);
    put("prepay_resp_body", &params.prepay_resp_body);
    body.insert("prepay_resp_http_code".to_owned(), json!(params.prepay_resp_http_code));
    let deduction = Deduction::new(params.out_trade_no.clone(), DeductionStanding::Unknown).stored_at(context.now);
    Ok(PrepayAcknowledgement::new(deduction, Ack::with_json(200, serde_json::Value::Object(body).to_string())))
}
