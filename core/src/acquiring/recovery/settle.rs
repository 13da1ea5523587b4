//! Applying the table to a draft and the evidence about it.

use super::{Evidence, Found, RECOVERY};
use crate::acquiring::identity::IDENTITY;
use crate::acquiring::lifecycle::{self, Hold};
use crate::acquiring::{Deduction, DeductionInfo, Order, Phase};
use crate::error::Retry;
use crate::platform::REFUSALS;
use crate::protocol::{AnyDraft, Settlement, Verdict, disagreement, identity_member, identity_of_draft};
use crate::time::Timestamp;
use serde_json::Value;
use std::cmp::Ordering;

/// The phases of an order that was completed.
const COMPLETED: &[Phase] =
    &[Phase::AwaitingPayment, Phase::NothingToPay, Phase::Paid, Phase::PaidElsewhere, Phase::PaymentNotShown];

impl AnyDraft {
    /// What became of this call, from what was found out since. Works in another process as well, on a resumed draft.
    pub fn settle(&self, evidence: Evidence<'_>) -> Settlement {
        Lost { draft: self, evidence, known: None }.settle()
    }

    /// The same, with what the merchant knows now of the deduction number that `query_deduction` shows: without it,
    /// nobody can say whether an earlier number has ended.
    pub fn settle_with(&self, evidence: Evidence<'_>, deduction: Option<&Deduction>, now: Timestamp) -> Settlement {
        let known = deduction.map(|deduction| Known { deduction, now });
        Lost { draft: self, evidence, known }.settle()
    }
}

/// A call whose answer was lost, and what was found out since.
struct Lost<'a> {
    draft: &'a AnyDraft,
    evidence: Evidence<'a>,
    known: Option<Known<'a>>,
}

/// What the merchant knows of a deduction number, and when.
struct Known<'a> {
    deduction: &'a Deduction,
    now: Timestamp,
}

impl Lost<'_> {
    fn settle(&self) -> Settlement {
        let operation = self.draft.operation().name;
        let query = |why: &str| Settlement::new(Verdict::AskAgainLater, Retry::QueryFirst, why, self.draft.digest());
        if let Some(what) = self.is_about_another() {
            return query(&format!("this evidence is about another {what}: query the one that the call was about"));
        }
        let rows = RECOVERY.iter().find(|rows| rows.operation == operation).map_or(&[][..], |rows| rows.rows);
        if let Some(row) = rows.iter().find(|row| self.fits(&row.found)) {
            let mut settled = Settlement::new(row.verdict.clone(), row.retry, row.why, self.draft.digest());
            if let (Verdict::DidNotHappen, Evidence::Order(order)) = (&row.verdict, self.evidence) {
                settled.forfeits = lifecycle::forfeits(operation, &order.phase).map(str::to_owned);
            }
            return settled;
        }
        match self.evidence.code() {
            Some(code) if REFUSALS.say_moved_on(true, code) => query("the order has moved on: query it"),
            _ => query("this evidence is inconclusive: query what the call was about"),
        }
    }

    fn fits(&self, found: &Found) -> bool {
        match (found, self.evidence) {
            (Found::AnyOrder, Evidence::Order(_)) => true,
            (Found::Order(phases), Evidence::Order(order)) => phases.contains(&order.phase),
            (Found::SameTotal, Evidence::Order(order)) => {
                self.completed_with(order, |order| order == Some(Ordering::Equal))
            }
            (Found::OtherTotal, Evidence::Order(order)) => {
                self.completed_with(order, |order| order.is_some_and(Ordering::is_ne))
            }
            (Found::LowerTotal, Evidence::Order(order)) => {
                self.completed_with(order, |order| order == Some(Ordering::Less))
            }
            (Found::NoTotal, Evidence::Order(order)) => self.completed_with(order, |order| order.is_none()),
            (Found::OwnNumber, Evidence::Deduction(found)) => self.is_own_number(found),
            (Found::OtherNumber, Evidence::Deduction(found)) => !self.is_own_number(found),
            (Found::OwnNumberEnded, Evidence::Deduction(found)) => {
                self.is_own_number(found) && self.hold_of(found) == Some(Hold::Free)
            }
            (Found::OtherNumberEnded, Evidence::Deduction(found)) => {
                !self.is_own_number(found) && self.hold_of(found) == Some(Hold::Free)
            }
            (Found::OtherNumberPaid, Evidence::Deduction(found)) => {
                !self.is_own_number(found) && self.hold_of(found) == Some(Hold::Settled)
            }
            (Found::Permission(states), Evidence::Permissions(found)) => states.contains(&found.authorization_state),
            (Found::Code(codes), evidence) => evidence.code().is_some_and(|code| codes.contains(&code)),
            _ => false,
        }
    }

    /// What the evidence is about, when that is not what the call was about: two sub-merchants may use the same number.
    fn is_about_another(&self) -> Option<&'static str> {
        let found = match self.evidence {
            Evidence::Order(order) => json(&order.order_ref),
            Evidence::Deduction(found) => json(found.order_ref.as_ref()?),
            Evidence::Permissions(found) => json(found),
            Evidence::Error(_) | Evidence::Said { .. } => return None,
        };
        let found = disagreement(IDENTITY, identity_of_draft(self.draft), |name| identity_member(&found, name));
        found.map(|found| found.what)
    }

    /// Whether the order is completed, and its total compares so with the total that the call set: `None` when one of
    /// them is not shown.
    fn completed_with(&self, order: &Order, compares: impl Fn(Option<Ordering>) -> bool) -> bool {
        let set = self.draft.parameter("total_amount").and_then(|total| total.parse::<i64>().ok());
        let compared = total_of(order).zip(set).map(|(total, set)| total.cmp(&set));
        COMPLETED.contains(&order.phase) && compares(compared)
    }

    fn is_own_number(&self, found: &DeductionInfo) -> bool {
        self.draft.parameter("out_trade_no").as_deref() == Some(found.out_trade_no.as_str())
    }

    /// What the number that is shown does to the order, as far as the merchant knows.
    fn hold_of(&self, found: &DeductionInfo) -> Option<Hold> {
        let known = self.known.as_ref().filter(|known| known.deduction.out_trade_no == found.out_trade_no)?;
        Some(lifecycle::hold(Some(known.deduction), known.now))
    }
}

/// The total that an order shows. An order with nothing to pay need not show it.
fn total_of(order: &Order) -> Option<i64> {
    let collected = order.collection.as_ref().and_then(|collection| collection.total_amount);
    let nothing = (order.phase == Phase::NothingToPay).then_some(0);
    order.total_amount.or(collected).map(|total| total.get()).or(nothing)
}

fn json(model: &impl serde::Serialize) -> Value {
    serde_json::to_value(model).unwrap_or_default()
}
