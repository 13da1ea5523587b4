//! Unified orders (统一下单) at the clearing house, which the merchant places when WeChat Pay asks for a pre-order.

use super::Acquiring;
use super::deductions::CLOSING;
use super::order::State;
use super::user_payment::{Standing, UserPayment};
use crate::common::Common;
use payscore::time::Timestamp;
use serde_json::{Value, json};

/// A unified order (统一下单) at the clearing house.
#[derive(Debug, Clone)]
pub struct Prepay {
    /// The merchant's request; a repeat must be the same.
    pub request: Value,
    /// The answer; every repeat gets the same.
    pub answer: Value,
    /// The payment that it is for; `None` when it was refused.
    pub payment: Option<String>,
    /// Whether the merchant closed it.
    pub closed: bool,
    /// When the clearing house closes it, once it has accepted to.
    pub closing: Option<Timestamp>,
    /// Whether the user paid it.
    pub paid: bool,
}

impl Acquiring {
    /// 统一下单 at the clearing house. An identical repeat gets the same answer; another request under the same number is
    /// refused.
    pub fn prepay(&mut self, common: &mut Common, out_trade_no: &str, request: Value) -> Value {
        if let Some(known) = self.prepays.get(out_trade_no) {
            let refused = || json!({"result": "refused", "reason": "used"});
            return if known.request == request { known.answer.clone() } else { refused() };
        }
        let payment = self.prepay_for(common, out_trade_no, &request);
        let id = common.fresh("prepay_id").get(..32).unwrap_or_default().to_owned();
        let (result, reason, payment, body) = match payment {
            Ok(payment) => {
                let result = "<return_code>SUCCESS</return_code><result_code>SUCCESS</result_code>";
                let body = format!("<xml>{result}<prepay_id>wx{id}</prepay_id></xml>");
                ("placed", None, Some(payment), body)
            }
            Err(reason) => {
                let body =
                    format!("<xml><return_code>FAIL</return_code><return_msg>{reason}</return_msg><id>{id}</id></xml>");
                (if reason == "failed" { "failed" } else { "refused" }, Some(reason), None, body)
            }
        };
        let answer = json!({"result": result, "reason": reason, "out_trade_no": out_trade_no, "http_code": 200,
            "headers": "Content-Type: application/xml", "body": body});
        let prepay = Prepay { request, answer: answer.clone(), payment, closed: false, closing: None, paid: false };
        self.prepays.insert(out_trade_no.to_owned(), prepay);
        answer
    }

    /// The payment that a request is for, or why it is refused.
    fn prepay_for(&self, common: &Common, out_trade_no: &str, request: &Value) -> Result<String, &'static str> {
        if self.deductions.contains_key(out_trade_no) {
            return Err("used");
        }
        let copied = request.get("prepay_req_body").ok_or("prepay_req_body is missing")?;
        let meant = |payment: &&UserPayment| payment.request.get("nonce_str") == copied.get("nonce_str");
        let payment = self.user_payments.iter().find(meant).ok_or("WeChat Pay asked for no such pre-order")?;
        if payment.request != *copied {
            return Err("prepay_req_body was not copied unchanged");
        }
        if request.get("sub_mchid").is_some_and(|sub_mchid| sub_mchid.as_str() != Some(&payment.order.0)) {
            return Err("foreign");
        }
        if request.get("amount").and_then(Value::as_i64) != Some(payment.amount) {
            return Err("amount");
        }
        if request.get("result").and_then(Value::as_str) == Some("failed") {
            return Err("failed");
        }
        let payable = self.orders.get(&payment.order).is_some_and(|order| order.state == State::Completed);
        match payable && common.now <= payment.expires_at {
            true => Ok(payment.id.clone()),
            false => Err("order not payable"),
        }
    }

    /// 关单 of a pre-order. A user who has it at the cashier may pay first.
    pub(super) fn close_prepay(&mut self, common: &mut Common, out_trade_no: &str) -> Value {
        let now = common.now;
        let Some(prepay) = self.prepays.get(out_trade_no) else {
            return json!({"result": "refused", "reason": "unregistered"});
        };
        if prepay.paid {
            return json!({"result": "refused", "reason": "paid"});
        }
        let at_cashier = |payment: &&UserPayment| match &payment.standing {
            Standing::AtCashier(number, _) => number == out_trade_no && now <= payment.expires_at && !prepay.closed,
            _ => false,
        };
        let held = self
            .user_payments
            .iter()
            .find(at_cashier)
            .map(|payment| (payment.id.clone(), payment.finish, payment.settles_after));
        let how = common.switches.get("close_of_pending").to_owned();
        if let ("paid", Some((id, Some(_), settles_after))) = (how.as_str(), &held)
            && self.finish_at(common, id, now, *settles_after).is_ok()
        {
            return json!({"result": "refused", "reason": "paid"});
        }
        let Some(prepay) = self.prepays.get_mut(out_trade_no) else { return Value::Null };
        match held {
            Some((_, finish, _)) if how == "accepted" => {
                prepay.closing = prepay.closing.or_else(|| finish.is_none().then(|| now.plus(CLOSING)));
                json!({"result": "accepted"})
            }
            _ => {
                prepay.closed = true;
                json!({"result": "closed"})
            }
        }
    }
}
