//! Recovery, the lifecycle's twin: what a lost call turned out to have done, from what was found out since. What a repeat would give up
//! now, the lifecycle says: it is never advised, since others may have acted after the call was lost.

use super::identity::IDENTITY;
use super::lifecycle::{self, Hold};
use super::{AuthorizationState, Deduction, DeductionInfo, Order, Permissions, Phase};
use crate::error::{Error, Retry};
use crate::platform::REFUSALS;
use crate::protocol::{AnyDraft, Settlement, Verdict, disagreement, identity_member, identity_of_draft};
use crate::time::Timestamp;
use serde_json::Value;
use std::cmp::Ordering;

/// What was found out after an answer was lost. Only verified things count.
#[derive(Debug, Clone, Copy)]
pub enum Evidence<'a> {
    /// The order, freshly read.
    Order(&'a Order),
    /// The registered deduction number, freshly read.
    Deduction(&'a DeductionInfo),
    /// The user's authorisation, freshly read.
    Permissions(&'a Permissions),
    /// The error of a query, or of a repeat of the identical request.
    Error(&'a Error),
    /// The same, when only its code and whether it was signed were kept.
    Said {
        /// WeChat Pay's code, such as `ORDER_NOT_EXIST`.
        wechat_code: &'a str,
        /// Whether its signature held. What was not signed tells nothing.
        verified: bool,
    },
}

/// A row of the recovery table: what is found about a lost call of an operation, and what that means.
pub struct RecoveryRow {
    /// The operation whose answer was lost.
    pub operation: &'static str,
    /// What was found.
    pub found: Found,
    /// Whether the call took effect.
    pub verdict: Verdict,
    /// What to do.
    pub retry: Retry,
    /// Why.
    pub why: &'static str,
}

/// What may be found out after an answer was lost.
pub enum Found {
    /// The order, in any phase.
    AnyOrder,
    /// The order, in one of these phases.
    Order(&'static [Phase]),
    /// The order, completed: whether its total is the one that the call asked for, `None` when it is not shown.
    Completed(Option<bool>),
    /// The order, completed, at a lower total than the call asked for.
    Lower,
    /// A registered deduction number: whether it is ours.
    Number(bool),
    /// Our number, of which the merchant knows that it is in force no more.
    OwnNumberEnded,
    /// An earlier number, of which the merchant knows that it ended unpaid.
    EarlierNumberEnded,
    /// An earlier number, of which the clearing house said that it was paid.
    EarlierNumberPaid,
    /// The authorisation, in one of these states.
    Permission(&'static [AuthorizationState]),
    /// A signed error with one of these codes.
    Code(&'static [&'static str]),
}

const COMPLETED: &[Phase] =
    &[Phase::AwaitingPayment, Phase::NothingToPay, Phase::Paid, Phase::PaidElsewhere, Phase::PaymentNotShown];
macro_rules! rows {
    ($($operation:literal, $found:expr => $verdict:ident, $retry:ident, $why:literal;)*) => {
        /// The recovery table: operation × evidence → it happened, it did not, ask again later. The first row that fits counts; what
        /// no row names does not tell.
        pub static RECOVERY: &[RecoveryRow] = &[$(RecoveryRow {
            operation: $operation, found: $found, verdict: Verdict::$verdict, retry: Retry::$retry, why: $why,
        },)*];
    };
}
#[rustfmt::skip]
const ANY_STATE: &[AuthorizationState] = &[AuthorizationState::Available, AuthorizationState::Unavailable, AuthorizationState::Unbinduser];

rows! {
    "create_order", Found::AnyOrder => Happened, Never,
        "the order exists; repeat the identical request to get its package back";
    "create_order", Found::Code(&["ORDER_NOT_EXIST"]) => AskAgainLater, SameRequest,
        "not there right after a lost answer proves nothing yet: repeat the identical request under the same number";
    "create_delivery_order", Found::AnyOrder => Happened, Never,
        "the order exists; repeat the identical request to get its package back";
    "create_delivery_order", Found::Code(&["ORDER_NOT_EXIST"]) => AskAgainLater, SameRequest,
        "not there right after a lost answer proves nothing yet: repeat the identical request under the same number";
    "cancel_order", Found::Order(&[Phase::Revoked]) => Happened, Never, "the order is revoked";
    "cancel_order", Found::Order(&[Phase::Created, Phase::InService]) => DidNotHappen, SameRequest,
        "the order is not revoked; repeat the identical request, reason included";
    "cancel_order", Found::Order(&[Phase::AwaitingPayment]) => DidNotHappen, Never,
        "the order is not revoked, but completed: to cancel it now gives up money that is owed. Collect it, or decide anew";
    "cancel_order", Found::Order(&[Phase::NothingToPay, Phase::Paid, Phase::PaidElsewhere, Phase::PaymentNotShown, Phase::Expired]) => DidNotHappen, Never,
        "the order ended in another way first";
    "cancel_order", Found::Code(&["ORDER_CANCELED"]) => Happened, Never, "the order is cancelled";
    "complete_order", Found::Order(&[Phase::InService]) => DidNotHappen, SameRequest,
        "the order is still in service; a repeat is refused by its state should the first arrive after all";
    "complete_order", Found::Completed(Some(true)) => Happened, Never, "the order is completed with the same total";
    "complete_order", Found::Completed(Some(false)) => DidNotHappen, Never,
        "the order was completed by another call, with another total: look at it before anything else";
    "complete_order", Found::Completed(None) => AskAgainLater, QueryFirst,
        "the order is completed, but its total is not shown yet";
    "complete_order", Found::Order(&[Phase::Created]) => DidNotHappen, Never, "the user has not confirmed";
    "complete_order", Found::Order(&[Phase::Revoked, Phase::Expired]) => DidNotHappen, Never, "the order ended without completion";
    "modify_order", Found::Completed(Some(true)) => Happened, Never, "the order stands at the total that was asked for";
    "modify_order", Found::Lower => DidNotHappen, Never,
        "another call lowered the order further, and the amount cannot be raised again";
    "modify_order", Found::Completed(None) => AskAgainLater, QueryFirst, "the order does not show its total";
    "modify_order", Found::Order(&[Phase::AwaitingPayment]) => DidNotHappen, Never,
        "the order stands at a higher total: to lower it now gives up the difference for good. Decide anew";
    "modify_order", Found::Order(&[Phase::Paid, Phase::PaidElsewhere, Phase::NothingToPay, Phase::PaymentNotShown]) => DidNotHappen, Never,
        "the order was paid at another total: refund the difference instead";
    "modify_order", Found::Order(&[Phase::Created, Phase::InService]) => DidNotHappen, Never, "the order is not completed yet";
    "modify_order", Found::Order(&[Phase::Revoked, Phase::Expired]) => DidNotHappen, Never, "the order ended without payment";
    "sync_order", Found::Order(&[Phase::PaidElsewhere]) => Happened, Never, "WeChat Pay knows that the order was paid elsewhere";
    "sync_order", Found::Order(&[Phase::AwaitingPayment]) => DidNotHappen, Never,
        "the order is still to be paid: to sync it now ends the collection for good. Make sure that the user paid elsewhere, and decide anew";
    "sync_order", Found::Order(&[Phase::Paid]) => DidNotHappen, Never,
        "the order was paid through WeChat Pay Score as well: the user paid twice, refund one of the two";
    "sync_order", Found::Order(&[Phase::PaymentNotShown]) => AskAgainLater, QueryFirst,
        "the order is finished, but how it was paid is not shown";
    "sync_order", Found::Order(&[Phase::Created, Phase::InService]) => DidNotHappen, Never, "the order is not completed yet";
    "sync_order", Found::Order(&[Phase::Revoked, Phase::Expired, Phase::NothingToPay]) => DidNotHappen, Never,
        "the order ended without payment";
    "apply_permissions", Found::Permission(ANY_STATE) => Happened, SameRequest,
        "the authorisation is known; repeat the identical request for a token (that it gives one again is not proven)";
    "apply_permissions", Found::Code(&["ORDER_NOT_EXIST"]) => AskAgainLater, SameRequest,
        "not there right after a lost answer proves nothing yet: repeat the identical request under the same number";
    "terminate_permissions", Found::Permission(&[AuthorizationState::Unavailable]) => Happened, Never, "the authorisation is ended";
    "terminate_permissions", Found::Permission(&[AuthorizationState::Available]) => DidNotHappen, SameRequest,
        "the user is still authorised: repeat the identical request";
    "terminate_permissions", Found::Permission(&[AuthorizationState::Unbinduser]) => DidNotHappen, Never,
        "no user ever used this authorisation";
    "register_deduct_info", Found::OwnNumberEnded => Happened, Never,
        "our number was registered, but it is in force no more: register a new one";
    "register_deduct_info", Found::Number(true) => Happened, Never,
        "our number is the registered one: withhold under it, but only within 24 hours of its registration";
    "register_deduct_info", Found::EarlierNumberEnded => AskAgainLater, SameRequest,
        "the number that is shown has ended unpaid, and ours is not registered yet: repeat the identical request with the same number";
    "register_deduct_info", Found::EarlierNumberPaid => AskAgainLater, QueryFirst,
        "the number that is shown was paid: query the order, and register none";
    "register_deduct_info", Found::Number(false) => AskAgainLater, QueryFirst,
        "another number is registered: find out how its withholding stands, and pass that as `deduction`";
    "register_deduct_info", Found::Order(&[Phase::Revoked, Phase::Expired]) => DidNotHappen, Never,
        "the order has ended unpaid: no deduction number can be in force";
    "register_deduct_info", Found::AnyOrder => AskAgainLater, QueryFirst,
        "the order does not show deduction numbers: ask with query_deduction";
    "register_deduct_info", Found::Code(&["ORDER_NOT_EXIST"]) => AskAgainLater, SameRequest,
        "no number is registered yet: repeat the identical request with the same number";
}

impl AnyDraft {
    /// What became of this call, from what was found out since. Works in another process too, on a resumed draft.
    pub fn settle(&self, evidence: Evidence<'_>) -> Settlement {
        self.settle_with(evidence, None)
    }

    /// The same, with what the merchant knows of the deduction number that `query_deduction` shows, now: only so can it be known
    /// whether an earlier number has ended.
    pub fn settle_with(&self, evidence: Evidence<'_>, known: Option<(&Deduction, Timestamp)>) -> Settlement {
        let draft = self.digest();
        let later = |why: &str| Settlement::new(Verdict::AskAgainLater, Retry::QueryFirst, why, draft.clone());
        if let Some(what) = self.is_about_another(evidence) {
            return later(&format!("this is another {what}: query what the call was about"));
        }
        let code = evidence.code();
        let name = self.operation().name;
        let row = RECOVERY.iter().find(|row| row.operation == name && self.fits(&row.found, evidence, code, known));
        match (row, code) {
            (Some(row), _) => {
                let mut settled = Settlement::new(row.verdict.clone(), row.retry, row.why, draft);
                settled.forfeits = match (&row.verdict, evidence) {
                    (Verdict::DidNotHappen, Evidence::Order(order)) => lifecycle::forfeits(name, &order.phase).map(str::to_owned),
                    _ => None,
                };
                settled
            }
            (None, Some(code)) if REFUSALS.say_moved_on(true, code) => later("the order moved on: query how it stands"),
            _ => later("this evidence is inconclusive: query"),
        }
    }

    fn fits(&self, found: &Found, evidence: Evidence<'_>, code: Option<&str>, known: Option<(&Deduction, Timestamp)>) -> bool {
        match (found, evidence) {
            (Found::AnyOrder, Evidence::Order(_)) => true,
            (Found::Order(phases), Evidence::Order(order)) => phases.contains(&order.phase),
            (Found::Completed(same), Evidence::Order(order)) => {
                COMPLETED.contains(&order.phase) && self.compared_with(order).map(Ordering::is_eq) == *same
            }
            (Found::Lower, Evidence::Order(order)) => {
                COMPLETED.contains(&order.phase) && self.compared_with(order).is_some_and(Ordering::is_gt)
            }
            (Found::Number(ours), Evidence::Deduction(found)) => *ours == self.is_own_number(found),
            (Found::OwnNumberEnded, Evidence::Deduction(found)) => {
                self.is_own_number(found) && stands(found, known) == Some(Hold::Free)
            }
            (Found::EarlierNumberEnded, Evidence::Deduction(found)) => {
                !self.is_own_number(found) && stands(found, known) == Some(Hold::Free)
            }
            (Found::EarlierNumberPaid, Evidence::Deduction(found)) => {
                !self.is_own_number(found) && stands(found, known) == Some(Hold::Settled)
            }
            (Found::Permission(states), Evidence::Permissions(found)) => states.contains(&found.authorization_state),
            (Found::Code(codes), _) => code.is_some_and(|code| codes.contains(&code)),
            _ => false,
        }
    }

    fn is_own_number(&self, found: &DeductionInfo) -> bool {
        self.parameter("out_trade_no").as_deref() == Some(found.out_trade_no.as_str())
    }

    /// What the evidence is about, when that is not what the call was about: two sub-merchants may use the same number.
    fn is_about_another(&self, evidence: Evidence<'_>) -> Option<&'static str> {
        let found = match evidence {
            Evidence::Order(order) => named(&order.order_ref),
            Evidence::Deduction(found) => named(found.order_ref.as_ref()?),
            Evidence::Permissions(found) => named(found),
            Evidence::Error(_) | Evidence::Said { .. } => return None,
        };
        disagreement(IDENTITY, identity_of_draft(self), |name| identity_member(&found, name)).map(|found| found.what)
    }

    /// How the total that was asked for compares with the order's; `None` when one of them is not shown. An order with nothing to pay
    /// need not show its total.
    fn compared_with(&self, order: &Order) -> Option<Ordering> {
        let shown = order.total_amount.or_else(|| order.collection.as_ref().and_then(|collection| collection.total_amount));
        let total = match shown {
            Some(total) => total.get(),
            None if order.phase == Phase::NothingToPay => 0,
            None => return None,
        };
        let asked: i64 = self.parameter("total_amount")?.parse().ok()?;
        Some(asked.cmp(&total))
    }
}

impl Evidence<'_> {
    /// The code of a signed error.
    fn code(&self) -> Option<&str> {
        match *self {
            Evidence::Error(error) => error.api().filter(|api| api.verified).and_then(|api| api.wechat_code.as_deref()),
            Evidence::Said { wechat_code, verified } => Some(wechat_code).filter(|_| verified),
            _ => None,
        }
    }
}

/// How the number that is shown stands, as far as the merchant knows.
fn stands(found: &DeductionInfo, known: Option<(&Deduction, Timestamp)>) -> Option<Hold> {
    let (known, now) = known.filter(|(known, _)| known.out_trade_no == found.out_trade_no)?;
    Some(lifecycle::hold(Some(known), now))
}

fn named(model: &impl serde::Serialize) -> Value {
    serde_json::to_value(model).unwrap_or_default()
}
