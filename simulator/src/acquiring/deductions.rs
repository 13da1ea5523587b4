//! Deduction numbers (扣款单号): registered by the merchant, in force for a while, withheld once.

use super::order::State;
use super::{Acquiring, refusals};
use crate::common::{Common, Refusal};
use payscore::time::Timestamp;
use serde_json::{Value, json};

/// How long a number is in force when nothing is submitted under it, in seconds.
pub(super) const IN_FORCE: i64 = 24 * 3600;
/// How long the closing of a pending number takes, in seconds.
pub(super) const CLOSING: i64 = 30;

/// The state of a withholding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Withholding {
    /// Nothing was submitted yet.
    NotSubmitted,
    /// Submitted, and paid from this moment on; without a moment, never.
    Pending(Option<Timestamp>),
    /// Submitted, and closed from this moment on without being paid.
    Closing(Timestamp),
    /// Paid.
    Paid,
    /// Failed.
    Failed,
    /// Closed.
    Closed,
}

impl Withholding {
    /// The word that the control interface uses.
    pub fn word(self) -> &'static str {
        match self {
            Withholding::NotSubmitted => "not_submitted",
            // The clearing house shows no difference once it has accepted a closing.
            Withholding::Pending(_) | Withholding::Closing(_) => "pending",
            Withholding::Paid => "paid",
            Withholding::Failed => "failed",
            Withholding::Closed => "closed",
        }
    }
}

/// A registered number, or one that was submitted without being registered.
#[derive(Debug, Clone)]
pub struct Deduction {
    /// The order. Of an unregistered number, the order that the merchant meant.
    pub order: (String, String),
    /// When it was registered. WeChat Pay knows neither an unregistered number nor its money.
    pub registered_at: Option<Timestamp>,
    /// The state of its withholding.
    pub withholding: Withholding,
    /// How many seconds after a payment WeChat Pay knows of it.
    pub settles_after: i64,
    /// The amount submitted under an unregistered number, in fen.
    pub amount: Option<i64>,
}

impl Deduction {
    pub(super) fn new(order: (String, String), amount: Option<i64>) -> Deduction {
        Deduction { order, registered_at: None, withholding: Withholding::NotSubmitted, settles_after: 0, amount }
    }
}

impl Acquiring {
    /// 登记扣款信息.
    pub fn register(
        &mut self,
        common: &mut Common,
        key: &(String, String),
        out_trade_no: &str,
    ) -> Result<Value, Refusal> {
        let in_force = self.number_in_force(common, key);
        let order = self.orders.get(key).ok_or_else(refusals::no_order)?;
        match order.state {
            State::Completed if order.total() > 0 => {}
            State::Completed | State::Done => return Err(refusals::order_done()),
            State::Revoked => return Err(refusals::order_cancelled()),
            _ => return Err(refusals::wrong_state("单据状态错误")),
        }
        let introduction = order.params.get("service_introduction").and_then(Value::as_str).unwrap_or_default();
        let answer = json!({"description": format!("{introduction}服务")});
        if self.prepays.contains_key(out_trade_no) {
            return Err(Refusal::request("扣款单号已使用", 271_316_598));
        }
        if let Some(known) = self.deductions.get(out_trade_no).filter(|known| known.registered_at.is_some()) {
            let again = known.order == *key && in_force.as_deref() == Some(out_trade_no);
            if again && common.switches.get("register_same_number_again") == "ok" {
                return Ok(answer);
            }
            return Err(Refusal::request("扣款单号已使用", 271_316_598));
        }
        if in_force.is_some() && common.switches.get("second_register_while_in_force") == "refuse" {
            return Err(refusals::wrong_state("存在有效的扣款单"));
        }
        let fresh = || Deduction::new(key.clone(), None);
        // A number that was submitted before it was registered stays submitted.
        let deduction = self.deductions.entry(out_trade_no.to_owned()).or_insert_with(fresh);
        deduction.order = key.clone();
        deduction.registered_at = Some(common.now);
        common.changes = common.changes.saturating_add(1);
        if let Some(order) = self.orders.get_mut(key) {
            order.numbers.push(out_trade_no.to_owned());
        }
        Ok(answer)
    }

    /// 查询扣款信息. Shows the latest number.
    pub fn deduction(&self, key: &(String, String)) -> Result<Value, Refusal> {
        let order = self.orders.get(key).ok_or_else(refusals::no_order)?;
        if !matches!(order.state, State::Completed | State::Done) {
            return Err(refusals::wrong_state("单据状态错误"));
        }
        let number = order.numbers.last().ok_or_else(refusals::no_order)?;
        let introduction = order.params.get("service_introduction").and_then(Value::as_str).unwrap_or_default();
        Ok(json!({"description": format!("{introduction}服务"), "out_trade_no": number}))
    }

    /// The registered number in force, which locks the order.
    pub fn number_in_force(&self, common: &Common, key: &(String, String)) -> Option<String> {
        let order = self.orders.get(key)?;
        let locks = |number: &&String| match self.deductions.get(*number) {
            Some(deduction) => match deduction.withholding {
                Withholding::NotSubmitted => deduction.registered_at.is_some_and(|at| common.now.since(at) < IN_FORCE),
                Withholding::Pending(_) | Withholding::Closing(_) => true,
                Withholding::Paid => self.settling.iter().any(|settling| settling.out_trade_no == **number),
                _ => false,
            },
            None => false,
        };
        order.numbers.iter().rev().find(locks).cloned()
    }
}
