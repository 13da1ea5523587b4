//! The table: operation × evidence → it happened, it did not, or it cannot be known yet. The first row that fits
//! counts.

use crate::acquiring::{AuthorizationState, Phase};
use crate::error::Retry::{self, Never, QueryFirst, SameRequest};
use crate::protocol::Verdict::{self, AskAgainLater, DidNotHappen, Happened};
use Phase::{
    AwaitingPayment, Created, Expired, InService, NothingToPay, Paid, PaidElsewhere, PaymentNotShown, Revoked,
};

/// What the table says of one operation.
pub struct OperationRecovery {
    /// The operation whose answer was lost.
    pub operation: &'static str,
    /// Its rows, in the order in which they are tried.
    pub rows: &'static [RecoveryRow],
}

/// A row of the table: what is found about a lost call, and what that means.
pub struct RecoveryRow {
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
    /// The order, completed, at the total that the call set.
    SameTotal,
    /// The order, completed, at another total.
    OtherTotal,
    /// The order, completed, at a lower total.
    LowerTotal,
    /// The order, completed, without showing its total.
    NoTotal,
    /// The deduction number of the call, registered.
    OwnNumber,
    /// Another deduction number, registered.
    OtherNumber,
    /// The deduction number of the call, which the merchant knows to be no longer in force.
    OwnNumberEnded,
    /// Another deduction number, which the merchant knows to have ended unpaid.
    OtherNumberEnded,
    /// Another deduction number, which the clearing house reported as paid.
    OtherNumberPaid,
    /// The authorisation, in one of these states.
    Permission(&'static [AuthorizationState]),
    /// A signed error with one of these codes.
    Code(&'static [&'static str]),
}

const fn row(found: Found, verdict: Verdict, retry: Retry, why: &'static str) -> RecoveryRow {
    RecoveryRow { found, verdict, retry, why }
}

const ANY_STATE: &[AuthorizationState] =
    &[AuthorizationState::Available, AuthorizationState::Unavailable, AuthorizationState::Unbinduser];

const NOT_FOUND_YET: &str = "that nothing is found right after a lost answer proves nothing yet: repeat the \
     identical request under the same number";

/// The rows of a creation.
#[rustfmt::skip]
const CREATION: &[RecoveryRow] = &[
    row(Found::AnyOrder, Happened, Never, "the order exists; repeat the identical request to get its package back"),
    row(Found::Code(&["ORDER_NOT_EXIST"]), AskAgainLater, SameRequest, NOT_FOUND_YET),
];

/// The table.
#[rustfmt::skip]
pub static RECOVERY: &[OperationRecovery] = &[
    OperationRecovery { operation: "create_order", rows: CREATION },
    OperationRecovery { operation: "create_delivery_order", rows: CREATION },
    OperationRecovery { operation: "cancel_order", rows: &[
        row(Found::Order(&[Revoked]), Happened, Never, "the order is revoked"),
        row(Found::Order(&[Created, InService]), DidNotHappen, SameRequest,
            "the order is not revoked; repeat the identical request, reason included"),
        row(Found::Order(&[AwaitingPayment]), DidNotHappen, Never,
            "the order is not revoked, but completed: cancelling it now gives up money that is owed. Collect the \
                 money, or decide anew"),
        row(Found::Order(&[NothingToPay, Paid, PaidElsewhere, PaymentNotShown, Expired]), DidNotHappen, Never,
            "the order ended in another way first"),
        row(Found::Code(&["ORDER_CANCELED"]), Happened, Never, "the order is cancelled"),
    ] },
    OperationRecovery { operation: "complete_order", rows: &[
        row(Found::Order(&[InService]), DidNotHappen, SameRequest,
            "the order is still in service; if the first request still arrives, WeChat Pay rejects the repeat because \
                 of the order's state"),
        row(Found::SameTotal, Happened, Never, "the order is completed with the same total"),
        row(Found::OtherTotal, DidNotHappen, Never,
            "another call completed the order with another total: look at it before anything else"),
        row(Found::NoTotal, AskAgainLater, QueryFirst, "the order is completed, but does not show its total yet"),
        row(Found::Order(&[Created]), DidNotHappen, Never, "the user has not confirmed"),
        row(Found::Order(&[Revoked, Expired]), DidNotHappen, Never, "the order ended without completion"),
    ] },
    OperationRecovery { operation: "modify_order", rows: &[
        row(Found::SameTotal, Happened, Never, "the order has the total that the call set"),
        row(Found::LowerTotal, DidNotHappen, Never,
            "another call lowered the order further, and the amount cannot be raised again"),
        row(Found::NoTotal, AskAgainLater, QueryFirst, "the order does not show its total"),
        row(Found::Order(&[AwaitingPayment]), DidNotHappen, Never,
            "the order has a higher total: lowering it now gives up the difference for good. Decide anew"),
        row(Found::Order(&[Paid, PaidElsewhere, NothingToPay, PaymentNotShown]), DidNotHappen, Never,
            "the order was paid at another total: refund the difference instead"),
        row(Found::Order(&[Created, InService]), DidNotHappen, Never, "the order is not completed yet"),
        row(Found::Order(&[Revoked, Expired]), DidNotHappen, Never, "the order ended without payment"),
    ] },
    OperationRecovery { operation: "sync_order", rows: &[
        row(Found::Order(&[PaidElsewhere]), Happened, Never, "WeChat Pay knows that the order was paid elsewhere"),
        row(Found::Order(&[AwaitingPayment]), DidNotHappen, Never,
            "the order still awaits payment: syncing it now ends the collection for good. Make sure that the user paid \
                 elsewhere, and decide anew"),
        row(Found::Order(&[Paid]), DidNotHappen, Never,
            "the order was paid through WeChat Pay Score as well: the user paid twice, so refund one of the two"),
        row(Found::Order(&[PaymentNotShown]), AskAgainLater, QueryFirst,
            "the order has ended, but does not show how it was paid"),
        row(Found::Order(&[Created, InService]), DidNotHappen, Never, "the order is not completed yet"),
        row(Found::Order(&[Revoked, Expired, NothingToPay]), DidNotHappen, Never, "the order ended without payment"),
    ] },
    OperationRecovery { operation: "apply_permissions", rows: &[
        row(Found::Permission(ANY_STATE), Happened, SameRequest,
            "the authorisation is known; repeat the identical request for a token (that it gives one again is not \
                 proven)"),
        row(Found::Code(&["ORDER_NOT_EXIST"]), AskAgainLater, SameRequest, NOT_FOUND_YET),
    ] },
    OperationRecovery { operation: "terminate_permissions", rows: &[
        row(Found::Permission(&[AuthorizationState::Unavailable]), Happened, Never, "the authorisation has ended"),
        row(Found::Permission(&[AuthorizationState::Available]), DidNotHappen, SameRequest,
            "the user is still authorised: repeat the identical request"),
        row(Found::Permission(&[AuthorizationState::Unbinduser]), DidNotHappen, Never, "no user ever used this \
             authorisation"),
    ] },
    OperationRecovery { operation: "register_deduct_info", rows: &[
        row(Found::OwnNumberEnded, Happened, Never,
            "our number was registered, but it is no longer in force: register a new one"),
        row(Found::OwnNumber, Happened, Never,
            "our number is the registered one: withhold under it, but only within 24 hours of its registration"),
        row(Found::OtherNumberEnded, AskAgainLater, SameRequest,
            "the number that is shown has ended unpaid, and ours is not registered yet: repeat the identical request \
                 with the same number"),
        row(Found::OtherNumberPaid, AskAgainLater, QueryFirst,
            "the number that is shown was paid: query the order, and register none"),
        row(Found::OtherNumber, AskAgainLater, QueryFirst,
            "another number is registered: find out how its withholding stands, and pass that as `deduction`"),
        row(Found::Order(&[Revoked, Expired]), DidNotHappen, Never,
            "the order ended unpaid: no deduction number can be in force"),
        row(Found::AnyOrder, AskAgainLater, QueryFirst, "the order does not show deduction numbers: call \
             query_deduction"),
        row(Found::Code(&["ORDER_NOT_EXIST"]), AskAgainLater, SameRequest,
            "no number is registered yet: repeat the identical request with the same number"),
    ] },
];
