//! The user pays without being asked (主动支付). WeChat Pay asks the merchant for a pre-order; the merchant places it with
//! the clearing house and answers; the user pays. Nothing stops a withholding meanwhile: the two can race, and both can
//! charge.

use super::events::MCH_PREPAY;
use super::order::State;
use super::prepays::Prepay;
use super::settling::Transfer;
use super::user::user_member;
use super::user_payment::{Standing, UserPayment};
use super::{Acquiring, refusals};
use crate::common::{Common, Notice, Refusal};
use payscore::crypto::from_base64;
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};

/// How long a pre-order can be paid, in seconds.
const PREPAY_LIFE: i64 = 15 * 60;
/// How long a user at the cashier holds the order, in seconds. WeChat Pay says to try again after about three minutes.
const CASHIER_HOLD: i64 = 180;

impl Acquiring {
    /// The user taps 立即支付. WeChat Pay asks the merchant for a pre-order, even while a number is in force.
    pub fn pay(
        &mut self,
        common: &mut Common,
        key: &(String, String),
        finish: Option<i64>,
        settles_after: i64,
    ) -> Result<Value, Refusal> {
        let (id, nonce) = (common.fresh("payment"), common.fresh("prepay").to_uppercase());
        let now = common.now;
        let order = self.orders.get(key).ok_or_else(refusals::no_order)?;
        match order.state {
            State::Completed if order.total() > 0 => {}
            State::Completed | State::Done => return Err(refusals::order_done()),
            State::Revoked => return Err(refusals::order_cancelled()),
            _ => return Err(refusals::wrong_state("当前订单状态不满足支付条件")),
        }
        let body = format!("{}服务", order.text("service_introduction"));
        let mut request = json!({"device_info": "WEB", "nonce_str": nonce.get(..32), "body": body});
        let mut content = Map::new();
        for name in ["service_id", "appid", "sub_appid", "sub_mchid", "channel_id", "out_order_no"] {
            order.params.get(name).map(|value| content.insert(name.to_owned(), value.clone()));
        }
        content.insert("mchid".to_owned(), json!(common.mchid));
        content.insert(user_member(&order.params).to_owned(), json!(order.openid));
        content.insert("total_amount".to_owned(), json!(order.total()));
        if let Some(request) = request.as_object_mut() {
            order.params.get("attach").map(|attach| request.insert("attach".to_owned(), attach.clone()));
            let rest = json!({"fee_type": "CNY", "time_start": now.beijing(),
                "time_expire": now.plus(PREPAY_LIFE).beijing(),
                "notify_url": "https://payapp.weixin.qq.com/payscore/prepay-result", "trade_type": "JSAPI",
                "limit_pay": "no_credit", "need_receipt": false});
            request.extend(rest.as_object().cloned().unwrap_or_default());
        }
        content.insert("prepay_req_body".to_owned(), request.clone());
        let payment = UserPayment {
            id: id.get(..16).unwrap_or_default().to_owned(),
            order: key.clone(),
            amount: order.total(),
            request,
            expires_at: now.plus(PREPAY_LIFE),
            standing: Standing::Asked,
            finish,
            settles_after,
        };
        let notify_url = order.text("notify_url").to_owned();
        let view = payment.view();
        let about = Some(payment.id.clone());
        self.user_payments.push(payment);
        let content = Value::Object(content);
        if !notify_url.is_empty() {
            common.notices.push(Notice { kind: &MCH_PREPAY, at: now, notify_url, content, payment: about });
        }
        Ok(view)
    }

    /// Takes the merchant's answer to MCH_PREPAY: only a 200 that carries the clearing house's own successful answer
    /// lets the user go on. The payment as it stands then; `None` when it is not known.
    pub fn take_prepay_answer(
        &mut self,
        common: &Common,
        id: &str,
        status: Option<i64>,
        body: Option<&str>,
    ) -> Option<Value> {
        let now = common.now;
        let result = self.prepay_accepted(common, id, status, body);
        let payment = self.user_payments.iter_mut().find(|payment| payment.id == id)?;
        match (&payment.standing, result) {
            (Standing::Asked, Ok(number)) => payment.standing = Standing::AtCashier(number, now),
            // After any status but 200 and 204, WeChat Pay asks again.
            (Standing::Asked, Err(reason)) if matches!(status, Some(200 | 204)) || now > payment.expires_at => {
                payment.standing = Standing::Refused(reason);
            }
            _ => {}
        }
        Some(payment.view())
    }

    fn prepay_accepted(
        &self,
        common: &Common,
        id: &str,
        status: Option<i64>,
        body: Option<&str>,
    ) -> Result<String, String> {
        let refused = |reason: &str| reason.to_owned();
        if status != Some(200) {
            return Err(refused("the callback was not answered with 200"));
        }
        let payment = self
            .user_payments
            .iter()
            .find(|payment| payment.id == id)
            .ok_or_else(|| refused("there is no such payment"))?;
        if common.now > payment.expires_at {
            return Err(refused("the user has given up waiting"));
        }
        let body: Value = body
            .and_then(|body| serde_json::from_str(body).ok())
            .ok_or_else(|| refused("the answer has no JSON body"))?;
        if body.get("prepay_resp_http_code").and_then(Value::as_i64) != Some(200) {
            return Err(refused("prepay_resp_http_code is not 200"));
        }
        let sent = body.get("prepay_resp_body_base64").and_then(Value::as_str).and_then(from_base64);
        let sent = sent
            .and_then(|bytes| String::from_utf8(bytes).ok())
            .ok_or_else(|| refused("prepay_resp_body_base64 is not Base64"))?;
        let holds_it = |prepay: &&Prepay| prepay.answer.get("body").and_then(Value::as_str) == Some(sent.as_str());
        match self.prepays.iter().find(|(_, prepay)| holds_it(prepay)) {
            Some((number, prepay)) if prepay.payment.as_deref() == Some(id) => Ok(number.clone()),
            Some((_, prepay)) if prepay.payment.is_none() => Err(refused("the clearing house refused the pre-order")),
            Some(_) => Err(refused("the pre-order is another payment's")),
            None => Err(refused("the clearing house gave no such answer")),
        }
    }

    /// The user pays the pre-order at the cashier. The money moves even if the order was paid meanwhile.
    pub fn finish_payment(
        &mut self,
        common: &mut Common,
        key: &(String, String),
        settles_after: Option<i64>,
    ) -> Result<Value, Refusal> {
        let waits =
            |payment: &&UserPayment| payment.order == *key && matches!(payment.standing, Standing::AtCashier(..));
        let found =
            self.user_payments.iter().rev().find(waits).map(|payment| (payment.id.clone(), payment.settles_after));
        let (id, own) = found.ok_or_else(|| refusals::wrong_state("用户没有可支付的预下单"))?;
        let now = common.now;
        self.finish_at(common, &id, now, settles_after.unwrap_or(own))
    }

    /// The user pays at this moment.
    pub(super) fn finish_at(
        &mut self,
        common: &mut Common,
        id: &str,
        at: Timestamp,
        settles_after: i64,
    ) -> Result<Value, Refusal> {
        let refused = |reason: &str| Err(refusals::wrong_state(reason));
        let payment = self.user_payments.iter_mut().find(|payment| payment.id == id).ok_or_else(refusals::no_order)?;
        payment.finish = None;
        let Standing::AtCashier(number, _) = payment.standing.clone() else {
            return refused("用户没有可支付的预下单");
        };
        let (key, amount, expires_at) = (payment.order.clone(), payment.amount, payment.expires_at);
        let order = self.orders.get(&key).ok_or_else(refusals::no_order)?;
        if at > expires_at || self.prepays.get(&number).is_some_and(|prepay| prepay.closed) {
            return refused("预下单已关闭或过期");
        }
        if !matches!(order.state, State::Completed | State::Done) || order.total() != amount {
            return refused("单据已变更");
        }
        if let Some(prepay) = self.prepays.get_mut(&number) {
            prepay.paid = true;
        }
        if let Some(payment) = self.user_payments.iter_mut().find(|payment| payment.id == id) {
            payment.standing = Standing::Paid(number.clone());
        }
        let transfer = Transfer { out_trade_no: &number, order: &key, amount, at };
        let transaction_id = self.move_money(common, transfer, settles_after, true);
        Ok(json!({"result": "paid", "out_trade_no": number, "transaction_id": transaction_id}))
    }

    /// Whether a user at the cashier holds the order. A closed pre-order holds nothing.
    pub(super) fn user_pays(&self, common: &Common, key: &(String, String)) -> bool {
        let open = |number: &String| self.prepays.get(number).is_none_or(|prepay| !prepay.closed);
        let holds = |payment: &UserPayment| match &payment.standing {
            Standing::AtCashier(number, since) => {
                payment.order == *key && common.now.since(*since) < CASHIER_HOLD && open(number)
            }
            _ => false,
        };
        common.switches.get("change_while_user_pays") == "refuse" && self.user_payments.iter().any(holds)
    }
}
