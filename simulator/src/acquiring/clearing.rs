//! The clearing house: it withholds once per registered number, and closes numbers.

use super::Acquiring;
use super::deductions::{CLOSING, Deduction, IN_FORCE, Withholding};
use super::order::{Order, State};
use super::settling::Transfer;
use crate::common::Common;
use payscore::time::Timestamp;
use serde_json::{Value, json};

/// A withholding that the merchant submits, and how it is to end.
#[derive(Debug, Clone, Copy)]
pub struct Withhold<'a> {
    /// The sub-merchant.
    pub sub_mchid: Option<&'a str>,
    /// The order that an unregistered number is for; it only goes into the books.
    pub out_order_no: Option<&'a str>,
    /// In fen. If it is missing or differs from the order's total, the withholding is refused.
    pub amount: Option<i64>,
    /// `paid`, `failed` or `pending`.
    pub result: &'a str,
    /// A pending one is paid after this many seconds; without them, never.
    pub after: Option<i64>,
    /// Once it is paid, WeChat Pay knows of it after this many seconds.
    pub settles_after: i64,
}

impl Acquiring {
    /// Entrusted withholding.
    pub fn withhold(&mut self, common: &mut Common, out_trade_no: &str, withholding: &Withhold<'_>) -> Value {
        let Withhold { sub_mchid, amount, result, after, settles_after, .. } = *withholding;
        let refused = |reason: &str| json!({"result": "refused", "reason": reason});
        let now = common.now;
        if !self.deductions.contains_key(out_trade_no) {
            if common.switches.get("withhold_unregistered") == "refuse" || out_trade_no.is_empty() {
                return refused("unregistered");
            }
            if amount.is_none_or(|amount| amount <= 0) {
                return refused("amount");
            }
            let meant = self.order_meant_by(withholding);
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
            _ => match self.charge(common, out_trade_no, now) {
                Some(transaction_id) => json!({"result": "paid", "transaction_id": transaction_id}),
                None => refused("order not payable"),
            },
        }
    }

    /// 关单: closes an unpaid number and so frees the order.
    pub fn close(&mut self, common: &mut Common, out_trade_no: &str) -> Value {
        if self.prepays.contains_key(out_trade_no) {
            return self.close_prepay(common, out_trade_no);
        }
        match self.deductions.get_mut(out_trade_no) {
            None => json!({"result": "refused", "reason": "unregistered"}),
            Some(deduction) => match deduction.withholding {
                done @ (Withholding::Paid | Withholding::Failed) => json!({"result": "refused", "reason": done.word()}),
                Withholding::Pending(paid_at) => self.close_pending(common, out_trade_no, paid_at),
                Withholding::Closing(_) => json!({"result": "accepted"}),
                Withholding::NotSubmitted | Withholding::Closed => {
                    deduction.withholding = Withholding::Closed;
                    json!({"result": "closed"})
                }
            },
        }
    }

    /// A pending withholding can be paid before its closing takes effect.
    fn close_pending(&mut self, common: &mut Common, out_trade_no: &str, paid_at: Option<Timestamp>) -> Value {
        let (now, how) = (common.now, common.switches.get("close_of_pending").to_owned());
        if how == "paid" && paid_at.is_some() && self.charge(common, out_trade_no, now).is_some() {
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

    /// The order that a withholding under an unregistered number is for, as far as the books show.
    fn order_meant_by(&self, withholding: &Withhold<'_>) -> (String, String) {
        let named = |key: &&(String, String)| {
            withholding.sub_mchid.is_none_or(|sub_mchid| sub_mchid == key.0)
                && withholding.out_order_no == Some(key.1.as_str())
        };
        let unnamed = || {
            (
                withholding.sub_mchid.unwrap_or_default().to_owned(),
                withholding.out_order_no.unwrap_or_default().to_owned(),
            )
        };
        self.orders.keys().find(named).cloned().unwrap_or_else(unnamed)
    }

    /// Charges the user under this number. The transaction's number; `None` when the order cannot be paid.
    pub(super) fn charge(&mut self, common: &mut Common, out_trade_no: &str, at: Timestamp) -> Option<String> {
        let notifies = common.switches.get("user_paid_after_withholding") == "yes";
        let deduction = self.deductions.get_mut(out_trade_no)?;
        if let (None, Some(amount)) = (deduction.registered_at, deduction.amount) {
            deduction.withholding = Withholding::Paid;
            let order = deduction.order.clone();
            return Some(self.record_charge(common, Transfer { out_trade_no, order: &order, amount, at }));
        }
        let order = self.orders.get(&deduction.order)?;
        if !matches!(order.state, State::Completed | State::Done) {
            deduction.withholding = Withholding::Failed;
            return None;
        }
        deduction.withholding = Withholding::Paid;
        let (key, amount, settles_after) = (deduction.order.clone(), order.total(), deduction.settles_after);
        let transfer = Transfer { out_trade_no, order: &key, amount, at };
        Some(self.move_money(common, transfer, settles_after, notifies))
    }
}
