//! The clearing house: it withholds once per registered number, and can be careless with the merchant, but never with WeChat Pay.

use super::{Order, Refusal, State, World};
use payscore::time::Timestamp;
use serde_json::{Value, json};

const IN_FORCE: i64 = 24 * 3600;
/// So long the closing of what is being worked on takes.
pub(super) const CLOSING: i64 = 30;

/// How a withholding stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withholding {
    /// Nothing was submitted.
    NotSubmitted,
    /// Submitted; paid from this moment on, if ever.
    Pending(Option<Timestamp>),
    /// Submitted and never to be paid; closed from this moment on.
    Closing(Timestamp),
    /// Paid.
    Paid,
    /// Failed.
    Failed,
    /// Closed.
    Closed,
}

impl Withholding {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Withholding::NotSubmitted => "not_submitted",
            // The clearing house tells no more of a closing that it has accepted.
            Withholding::Pending(_) | Withholding::Closing(_) => "pending",
            Withholding::Paid => "paid",
            Withholding::Failed => "failed",
            Withholding::Closed => "closed",
        }
    }
}

/// A registered number; or one that was submitted without.
#[derive(Debug, Clone)]
pub struct Deduction {
    /// The order; of a number that nobody registered, the one that was meant.
    pub order: (String, String),
    /// When registered; WeChat Pay knows nothing of it otherwise, nor of its money.
    pub registered_at: Option<Timestamp>,
    /// How it stands.
    pub withholding: Withholding,
    /// So many seconds a payment takes to be told.
    pub settles_after: i64,
    /// How much was asked for, where nobody registered the number.
    pub amount: Option<i64>,
}

impl Deduction {
    fn new(order: (String, String), amount: Option<i64>) -> Deduction {
        Deduction { order, registered_at: None, withholding: Withholding::NotSubmitted, settles_after: 0, amount }
    }
}

/// What the merchant asks of the clearing house, and how it is to end.
#[derive(Debug, Clone, Copy)]
pub struct Withhold<'a> {
    /// For which sub-merchant.
    pub sub_mchid: Option<&'a str>,
    /// Which order is meant, for a number that nobody registered: only the books tell.
    pub out_order_no: Option<&'a str>,
    /// In fen; none, or another than the order's, is refused.
    pub amount: Option<i64>,
    /// paid, failed or pending.
    pub result: &'a str,
    /// A pending one is paid after so many seconds, or never.
    pub after: Option<i64>,
    /// When paid, the order is told to be paid so many seconds later.
    pub settles_after: i64,
}

/// Money that moved.
#[derive(Debug, Clone)]
pub struct Charge {
    /// Under which deduction number.
    pub out_trade_no: String,
    /// For which order: sub-merchant and number.
    pub order: (String, String),
    /// WeChat Pay's transaction.
    pub transaction_id: String,
    /// In fen.
    pub amount: i64,
    /// When.
    pub at: Timestamp,
}

impl Charge {
    /// As the books tell it.
    pub fn view(&self) -> Value {
        json!({"out_trade_no": self.out_trade_no, "sub_mchid": self.order.0, "out_order_no": self.order.1, "transaction_id": self.transaction_id, "amount": self.amount, "at": self.at})
    }
}

impl World {
    /// 登记扣款信息.
    pub fn register(&mut self, key: &(String, String), out_trade_no: &str) -> Result<Value, Refusal> {
        let in_force = self.number_in_force(key);
        let order = self.orders.get(key).ok_or_else(Refusal::no_order)?;
        match order.state {
            State::Completed if order.total() > 0 => {}
            State::Completed | State::Done => return Err(Refusal::done()),
            State::Revoked => return Err(Refusal::cancelled()),
            _ => return Err(Refusal::state("单据状态错误")),
        }
        let introduction = order.params.get("service_introduction").and_then(Value::as_str).unwrap_or_default();
        let answer = json!({"description": format!("{introduction}服务")});
        if self.prepays.contains_key(out_trade_no) {
            return Err(Refusal::request("扣款单号已使用", 271_316_598));
        }
        if let Some(known) = self.deductions.get(out_trade_no).filter(|known| known.registered_at.is_some()) {
            let again = known.order == *key && in_force.as_deref() == Some(out_trade_no);
            if again && self.switches.get("register_same_number_again") == "ok" {
                return Ok(answer);
            }
            return Err(Refusal::request("扣款单号已使用", 271_316_598));
        }
        if in_force.is_some() && self.switches.get("second_register_while_in_force") == "refuse" {
            return Err(Refusal::state("存在有效的扣款单"));
        }
        let fresh = || Deduction::new(key.clone(), None);
        // What was submitted before it was registered stays submitted.
        let deduction = self.deductions.entry(out_trade_no.to_owned()).or_insert_with(fresh);
        deduction.order = key.clone();
        deduction.registered_at = Some(self.now);
        self.changes = self.changes.saturating_add(1);
        if let Some(order) = self.orders.get_mut(key) {
            order.numbers.push(out_trade_no.to_owned());
        }
        Ok(answer)
    }

    /// 查询扣款信息: the latest number.
    pub fn deduction(&self, key: &(String, String)) -> Result<Value, Refusal> {
        let order = self.orders.get(key).ok_or_else(Refusal::no_order)?;
        if !matches!(order.state, State::Completed | State::Done) {
            return Err(Refusal::state("单据状态错误"));
        }
        let number = order.numbers.last().ok_or_else(Refusal::no_order)?;
        let introduction = order.params.get("service_introduction").and_then(Value::as_str).unwrap_or_default();
        Ok(json!({"description": format!("{introduction}服务"), "out_trade_no": number}))
    }

    /// The registered number that locks the order.
    pub fn number_in_force(&self, key: &(String, String)) -> Option<String> {
        let order = self.orders.get(key)?;
        let locks = |number: &&String| match self.deductions.get(*number) {
            Some(deduction) => match deduction.withholding {
                Withholding::NotSubmitted => deduction.registered_at.is_some_and(|at| self.now.since(at) < IN_FORCE),
                Withholding::Pending(_) | Withholding::Closing(_) => true,
                Withholding::Paid => self.settling.iter().any(|settling| settling.out_trade_no == **number),
                _ => false,
            },
            None => false,
        };
        order.numbers.iter().rev().find(locks).cloned()
    }

    /// Entrusted withholding.
    pub fn withhold(&mut self, out_trade_no: &str, asked: &Withhold<'_>) -> Value {
        let Withhold { sub_mchid, amount, result, after, settles_after, .. } = *asked;
        let refused = |reason: &str| json!({"result": "refused", "reason": reason});
        let now = self.now;
        if !self.deductions.contains_key(out_trade_no) {
            if self.switches.get("withhold_unregistered") == "refuse" || out_trade_no.is_empty() {
                return refused("unregistered");
            }
            if amount.is_none_or(|amount| amount <= 0) {
                return refused("amount");
            }
            let meant = self.meant(asked);
            self.deductions.insert(out_trade_no.to_owned(), Deduction::new(meant, amount));
        }
        let Some(deduction) = self.deductions.get_mut(out_trade_no) else { return refused("unregistered") };
        if sub_mchid.is_some_and(|sub_mchid| sub_mchid != deduction.order.0) {
            return refused("foreign");
        }
        if deduction.withholding != Withholding::NotSubmitted {
            return refused("used");
        }
        if deduction.registered_at.is_some_and(|at| now.since(at) >= IN_FORCE) {
            return refused("expired");
        }
        let total = self.orders.get(&deduction.order).map(Order::total);
        if deduction.registered_at.is_some() && (amount.is_none() || amount != total) {
            return refused("amount");
        }
        deduction.settles_after = settles_after;
        match result {
            "failed" => {
                deduction.withholding = Withholding::Failed;
                json!({"result": "failed", "reason": "余额不足"})
            }
            "pending" => {
                deduction.withholding = Withholding::Pending(after.map(|seconds| now.plus(seconds)));
                json!({"result": "pending"})
            }
            _ => match self.charge(out_trade_no, now) {
                Some(transaction_id) => json!({"result": "paid", "transaction_id": transaction_id}),
                None => refused("order not payable"),
            },
        }
    }

    /// 关单: closes an unpaid number and so frees the order.
    pub fn close(&mut self, out_trade_no: &str) -> Value {
        if self.prepays.contains_key(out_trade_no) {
            return self.close_prepay(out_trade_no);
        }
        match self.deductions.get_mut(out_trade_no) {
            None => json!({"result": "refused", "reason": "unregistered"}),
            Some(deduction) => match deduction.withholding {
                done @ (Withholding::Paid | Withholding::Failed) => json!({"result": "refused", "reason": done.word()}),
                Withholding::Pending(paid_at) => self.close_pending(out_trade_no, paid_at),
                Withholding::Closing(_) => json!({"result": "accepted"}),
                Withholding::NotSubmitted | Withholding::Closed => {
                    deduction.withholding = Withholding::Closed;
                    json!({"result": "closed"})
                }
            },
        }
    }

    /// What is being worked on can be paid before the closing comes to it.
    fn close_pending(&mut self, out_trade_no: &str, paid_at: Option<Timestamp>) -> Value {
        let (now, how) = (self.now, self.switches.get("close_of_pending").to_owned());
        if how == "paid" && paid_at.is_some() && self.charge(out_trade_no, now).is_some() {
            return json!({"result": "refused", "reason": "paid"});
        }
        let withholding = match (how.as_str(), paid_at) {
            ("accepted", Some(_)) => Withholding::Pending(paid_at),
            ("accepted", None) => Withholding::Closing(now.plus(CLOSING)),
            _ => Withholding::Closed,
        };
        if let Some(deduction) = self.deductions.get_mut(out_trade_no) {
            deduction.withholding = withholding;
        }
        json!({"result": if withholding == Withholding::Closed { "closed" } else { "accepted" }})
    }

    /// Which order a withholding under an unregistered number is for, as far as the books can tell.
    fn meant(&self, asked: &Withhold<'_>) -> (String, String) {
        let named = |key: &&(String, String)| {
            asked.sub_mchid.is_none_or(|sub_mchid| sub_mchid == key.0) && asked.out_order_no == Some(key.1.as_str())
        };
        let unnamed = || (asked.sub_mchid.unwrap_or_default().to_owned(), asked.out_order_no.unwrap_or_default().to_owned());
        self.orders.keys().find(named).cloned().unwrap_or_else(unnamed)
    }

    pub(super) fn charge(&mut self, out_trade_no: &str, at: Timestamp) -> Option<String> {
        let told = self.switches.get("user_paid_after_withholding") == "yes";
        let deduction = self.deductions.get_mut(out_trade_no)?;
        if let (None, Some(amount)) = (deduction.registered_at, deduction.amount) {
            deduction.withholding = Withholding::Paid;
            let key = deduction.order.clone();
            return Some(self.money_moves(out_trade_no, &key, amount, at));
        }
        let order = self.orders.get(&deduction.order)?;
        if !matches!(order.state, State::Completed | State::Done) {
            deduction.withholding = Withholding::Failed;
            return None;
        }
        deduction.withholding = Withholding::Paid;
        let (key, amount, settles_after) = (deduction.order.clone(), order.total(), deduction.settles_after);
        Some(self.move_money(out_trade_no, &key, amount, at, settles_after, told))
    }
}
