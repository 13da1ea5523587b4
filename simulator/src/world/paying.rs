//! The user pays by himself (主动支付): WeChat Pay asks the merchant for a pre-order, the merchant places it with the clearing house
//! and answers, the user pays. Nothing holds a withholding back meanwhile: the two can race, and both can charge.

use super::clearing::CLOSING;
use super::{Notice, Refusal, State, World, user_member};
use payscore::crypto::from_base64;
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};

/// How long a pre-order can be paid.
const PREPAY_LIFE: i64 = 15 * 60;
/// How long a user at the cashier holds the order; WeChat Pay says to try again after about three minutes.
const AT_CASHIER: i64 = 180;

/// How a payment stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The merchant was asked for a pre-order.
    Asked,
    /// The user can pay, under this number, since this moment.
    AtCashier(String, Timestamp),
    /// The user could not go on.
    Refused(String),
    /// Paid under this number.
    Paid(String),
}

/// A payment that the user began.
#[derive(Debug, Clone)]
pub struct UserPayment {
    /// Its number at the simulator.
    pub id: String,
    /// The order.
    pub order: (String, String),
    /// In fen.
    pub amount: i64,
    /// What the merchant must copy into its pre-order.
    pub request: Value,
    /// When the user gave up waiting, or gives up.
    pub expires_at: Timestamp,
    /// How it stands.
    pub standing: Standing,
    /// The user pays so many seconds after the merchant's answer, of himself.
    pub finish: Option<i64>,
    /// So long the money takes to be told.
    pub settles_after: i64,
}

impl UserPayment {
    /// As the door tells it.
    pub fn view(&self) -> Value {
        let (word, number, reason) = match &self.standing {
            Standing::Asked => ("asked", None, None),
            Standing::AtCashier(number, _) => ("at_cashier", Some(number), None),
            Standing::Refused(reason) => ("refused", None, Some(reason)),
            Standing::Paid(number) => ("paid", Some(number), None),
        };
        json!({"id": self.id, "amount": self.amount, "standing": word, "out_trade_no": number, "reason": reason,
            "expires_at": self.expires_at, "prepay_req_body": self.request})
    }
}

/// A unified order (统一下单) at the clearing house.
#[derive(Debug, Clone)]
pub struct Prepay {
    /// As asked for: a repeat must be the same.
    pub asked: Value,
    /// The answer, the same to every repeat.
    pub answer: Value,
    /// For which payment; none when it was refused.
    pub payment: Option<String>,
    /// Closed by the merchant.
    pub closed: bool,
    /// The clearing house has accepted to close it, and does from this moment on.
    pub closing: Option<Timestamp>,
    /// Paid.
    pub paid: bool,
}

impl World {
    /// The user taps 立即支付. The merchant is asked for a pre-order, also while a number is in force.
    pub fn pay(&mut self, key: &(String, String), finish: Option<i64>, settles_after: i64) -> Result<Value, Refusal> {
        let (id, nonce) = (self.fresh("payment"), self.fresh("prepay").to_uppercase());
        let now = self.now;
        let order = self.orders.get(key).ok_or_else(Refusal::no_order)?;
        match order.state {
            State::Completed if order.total() > 0 => {}
            State::Completed | State::Done => return Err(Refusal::done()),
            State::Revoked => return Err(Refusal::cancelled()),
            _ => return Err(Refusal::state("当前订单状态不满足支付条件")),
        }
        let mut request = json!({"device_info": "WEB", "nonce_str": nonce.get(..32), "body": format!("{}服务", order.text("service_introduction"))});
        let mut content = Map::new();
        for name in ["service_id", "appid", "sub_appid", "sub_mchid", "channel_id", "out_order_no"] {
            order.params.get(name).map(|value| content.insert(name.to_owned(), value.clone()));
        }
        content.insert("mchid".to_owned(), json!(self.mchid));
        content.insert(user_member(&order.params).to_owned(), json!(order.openid));
        content.insert("total_amount".to_owned(), json!(order.total()));
        if let Some(request) = request.as_object_mut() {
            order.params.get("attach").map(|attach| request.insert("attach".to_owned(), attach.clone()));
            let rest = json!({"fee_type": "CNY", "time_start": now.beijing(), "time_expire": now.plus(PREPAY_LIFE).beijing(),
                "notify_url": "https://payapp.weixin.qq.com/payscore/prepay-result", "trade_type": "JSAPI", "limit_pay": "no_credit", "need_receipt": false});
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
            self.notices.push(Notice { event_type: "PAYSCORE.MCH_PREPAY", at: now, notify_url, content, payment: about });
        }
        Ok(view)
    }

    /// What the merchant said to MCH_PREPAY. Only a 200 that carries the clearing house's own successful answer lets the user go on.
    pub fn prepay_answered(&mut self, id: &str, status: Option<i64>, body: Option<&str>) -> Value {
        let now = self.now;
        let result = self.prepay_accepted(id, status, body);
        let Some(payment) = self.user_payments.iter_mut().find(|payment| payment.id == id) else { return Value::Null };
        match (&payment.standing, result) {
            (Standing::Asked, Ok(number)) => payment.standing = Standing::AtCashier(number, now),
            // Anything but 200 and 204 will be asked again.
            (Standing::Asked, Err(reason)) if matches!(status, Some(200 | 204)) || now > payment.expires_at => {
                payment.standing = Standing::Refused(reason);
            }
            _ => {}
        }
        payment.view()
    }

    fn prepay_accepted(&self, id: &str, status: Option<i64>, body: Option<&str>) -> Result<String, String> {
        let says = |reason: &str| reason.to_owned();
        if status != Some(200) {
            return Err(says("the callback was not answered with 200"));
        }
        let payment = self.user_payments.iter().find(|payment| payment.id == id).ok_or_else(|| says("unknown"))?;
        if self.now > payment.expires_at {
            return Err(says("the user is gone"));
        }
        let body: Value =
            body.and_then(|body| serde_json::from_str(body).ok()).ok_or_else(|| says("the answer has no JSON body"))?;
        if body.get("prepay_resp_http_code").and_then(Value::as_i64) != Some(200) {
            return Err(says("prepay_resp_http_code is not 200"));
        }
        let told = body.get("prepay_resp_body_base64").and_then(Value::as_str).and_then(from_base64);
        let told =
            told.and_then(|bytes| String::from_utf8(bytes).ok()).ok_or_else(|| says("prepay_resp_body_base64 is not Base64"))?;
        let its = |prepay: &&Prepay| prepay.answer.get("body").and_then(Value::as_str) == Some(told.as_str());
        match self.prepays.iter().find(|(_, prepay)| its(prepay)) {
            Some((number, prepay)) if prepay.payment.as_deref() == Some(id) => Ok(number.clone()),
            Some((_, prepay)) if prepay.payment.is_none() => Err(says("the clearing house refused the pre-order")),
            Some(_) => Err(says("the pre-order is another payment's")),
            None => Err(says("the clearing house gave no such answer")),
        }
    }

    /// 统一下单 at the clearing house. The same request gets the same answer again; another one under the same number is refused.
    pub fn prepay(&mut self, out_trade_no: &str, asked: Value) -> Value {
        if let Some(known) = self.prepays.get(out_trade_no) {
            let refused = || json!({"result": "refused", "reason": "used"});
            return if known.asked == asked { known.answer.clone() } else { refused() };
        }
        let payment = self.prepay_for(out_trade_no, &asked);
        let id = self.fresh("prepay_id").get(..32).unwrap_or_default().to_owned();
        let (result, reason, payment, body) = match payment {
            Ok(payment) => {
                let body = format!(
                    "<xml><return_code>SUCCESS</return_code><result_code>SUCCESS</result_code><prepay_id>wx{id}</prepay_id></xml>"
                );
                ("placed", None, Some(payment), body)
            }
            Err(reason) => {
                let body = format!("<xml><return_code>FAIL</return_code><return_msg>{reason}</return_msg><id>{id}</id></xml>");
                (if reason == "failed" { "failed" } else { "refused" }, Some(reason), None, body)
            }
        };
        let answer = json!({"result": result, "reason": reason, "out_trade_no": out_trade_no, "http_code": 200,
            "headers": "Content-Type: application/xml", "body": body});
        let prepay = Prepay { asked, answer: answer.clone(), payment, closed: false, closing: None, paid: false };
        self.prepays.insert(out_trade_no.to_owned(), prepay);
        answer
    }

    fn prepay_for(&self, out_trade_no: &str, asked: &Value) -> Result<String, &'static str> {
        if self.deductions.contains_key(out_trade_no) {
            return Err("used");
        }
        let request = asked.get("prepay_req_body").ok_or("prepay_req_body is missing")?;
        let meant = |payment: &&UserPayment| payment.request.get("nonce_str") == request.get("nonce_str");
        let payment = self.user_payments.iter().find(meant).ok_or("WeChat Pay asked for no such pre-order")?;
        if payment.request != *request {
            return Err("prepay_req_body was not copied as it came");
        }
        if asked.get("sub_mchid").is_some_and(|sub_mchid| sub_mchid.as_str() != Some(&payment.order.0)) {
            return Err("foreign");
        }
        if asked.get("amount").and_then(Value::as_i64) != Some(payment.amount) {
            return Err("amount");
        }
        if asked.get("result").and_then(Value::as_str) == Some("failed") {
            return Err("failed");
        }
        let payable = self.orders.get(&payment.order).is_some_and(|order| order.state == State::Completed);
        match payable && self.now <= payment.expires_at {
            true => Ok(payment.id.clone()),
            false => Err("order not payable"),
        }
    }

    /// The user pays what lies at the cashier: the money moves, also when the order was paid meanwhile.
    pub fn finish_payment(&mut self, key: &(String, String), settles_after: Option<i64>) -> Result<Value, Refusal> {
        let waits = |payment: &&UserPayment| payment.order == *key && matches!(payment.standing, Standing::AtCashier(..));
        let found = self.user_payments.iter().rev().find(waits).map(|payment| (payment.id.clone(), payment.settles_after));
        let (id, own) = found.ok_or_else(|| Refusal::state("用户没有可支付的预下单"))?;
        let now = self.now;
        self.finish(&id, now, settles_after.unwrap_or(own))
    }

    /// 关单 of a pre-order: the user who has it at the cashier may be quicker.
    pub(super) fn close_prepay(&mut self, out_trade_no: &str) -> Value {
        let now = self.now;
        let Some(prepay) = self.prepays.get(out_trade_no) else { return json!({"result": "refused", "reason": "unregistered"}) };
        if prepay.paid {
            return json!({"result": "refused", "reason": "paid"});
        }
        let at_cashier = |payment: &&UserPayment| match &payment.standing {
            Standing::AtCashier(number, _) => number == out_trade_no && now <= payment.expires_at && !prepay.closed,
            _ => false,
        };
        let held =
            self.user_payments.iter().find(at_cashier).map(|payment| (payment.id.clone(), payment.finish, payment.settles_after));
        let how = self.switches.get("close_of_pending").to_owned();
        if let ("paid", Some((id, Some(_), settles_after))) = (how.as_str(), &held)
            && self.finish(id, now, *settles_after).is_ok()
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

    pub(super) fn finish(&mut self, id: &str, at: Timestamp, settles_after: i64) -> Result<Value, Refusal> {
        let refused = |reason: &str| Err(Refusal::state(reason));
        let payment = self.user_payments.iter_mut().find(|payment| payment.id == id).ok_or_else(Refusal::no_order)?;
        payment.finish = None;
        let Standing::AtCashier(number, _) = payment.standing.clone() else {
            return refused("用户没有可支付的预下单");
        };
        let (key, amount, expires_at) = (payment.order.clone(), payment.amount, payment.expires_at);
        let order = self.orders.get(&key).ok_or_else(Refusal::no_order)?;
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
        let transaction_id = self.move_money(&number, &key, amount, at, settles_after, true);
        Ok(json!({"result": "paid", "out_trade_no": number, "transaction_id": transaction_id}))
    }

    /// Whether a user at the cashier holds the order: not when what he could pay was closed.
    pub(super) fn user_pays(&self, key: &(String, String)) -> bool {
        let open = |number: &String| self.prepays.get(number).is_none_or(|prepay| !prepay.closed);
        let holds = |payment: &UserPayment| match &payment.standing {
            Standing::AtCashier(number, since) => payment.order == *key && self.now.since(*since) < AT_CASHIER && open(number),
            _ => false,
        };
        self.switches.get("change_while_user_pays") == "refuse" && self.user_payments.iter().any(holds)
    }
}
