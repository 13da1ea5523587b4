//! The table: operation × phase × hold → allowed or not, why, and what is given up. The first row that fits counts.

use super::Hold::{self, Free, InForce, Lapsing, PerhapsRegistered, Settled, Uncertain};
use crate::acquiring::Phase::{
    self, AwaitingPayment, Created, Expired, InService, NothingToPay, Paid, PaidElsewhere, PaymentNotShown, Revoked,
    Unrecognised,
};

/// What the table says of one operation.
pub struct OperationRows {
    /// The operation, or the function, by name.
    pub operation: &'static str,
    /// Its rows, in the order in which they are tried.
    pub rows: &'static [LifecycleRow],
}

/// A row of the table.
pub struct LifecycleRow {
    /// The phases of the order that it is about.
    pub phases: &'static [Phase],
    /// The holds that it is about.
    pub holds: &'static [Hold],
    /// Whether the operation is allowed then.
    pub allowed: bool,
    /// Why, or why not.
    pub why: &'static str,
    /// What the operation gives up.
    pub forfeits: Option<&'static str>,
}

const fn allow(phases: &'static [Phase], holds: &'static [Hold], why: &'static str) -> LifecycleRow {
    LifecycleRow { phases, holds, allowed: true, why, forfeits: None }
}

const fn refuse(phases: &'static [Phase], holds: &'static [Hold], why: &'static str) -> LifecycleRow {
    LifecycleRow { phases, holds, allowed: false, why, forfeits: None }
}

/// The phases in which an order has ended.
pub(in crate::acquiring) const FINAL: &[Phase] =
    &[Paid, PaidElsewhere, NothingToPay, PaymentNotShown, Revoked, Expired];
const ANY: &[Hold] = Hold::ALL;
const EVERY_PHASE: &[Phase] = &[
    Created,
    InService,
    AwaitingPayment,
    Paid,
    PaidElsewhere,
    NothingToPay,
    PaymentNotShown,
    Revoked,
    Expired,
    Unrecognised,
];

const NOT_YET_CONFIRMED: &str = "the user has not confirmed yet";
const ENDED: &str = "the order has ended";
const COMPLETE_FIRST: &str = "complete the order first";
const PERHAPS_IN_FORCE: &str = "it is not known whether the stored deduction number is registered: call \
     query_deduction, or send the stored, identical registration again";
const IN_FORCE: &str = "a deduction number is in force: close it at the clearing house, or wait until 24 hours have \
     passed with nothing submitted under it";
const RESULT_UNKNOWN: &str = "the result of a withholding is not known: ask the clearing house, then query the order";
const PERHAPS_CHARGED: &str = "the result of a withholding is not known, and a second charge is possible: ask the \
     clearing house, then query the order";
const REPORTED_PAID: &str = "the clearing house reports a payment: query the order";

/// The rows of a creation.
#[rustfmt::skip]
const CREATION: &[LifecycleRow] = &[
    allow(&[Created], ANY, "an identical repeat gives a fresh package for the jump"),
    refuse(&[InService, AwaitingPayment], ANY, "the order exists and is under way"),
    refuse(FINAL, ANY, "the order has ended; another service is another order"),
];

/// The table.
#[rustfmt::skip]
pub static LIFECYCLE: &[OperationRows] = &[
    OperationRows { operation: "create_order", rows: CREATION },
    OperationRows { operation: "create_delivery_order", rows: CREATION },
    OperationRows { operation: "query_order", rows: &[allow(EVERY_PHASE, ANY, "a query changes nothing")] },
    OperationRows { operation: "cancel_order", rows: &[
        allow(&[Created], ANY, NOT_YET_CONFIRMED),
        allow(&[InService], ANY, "the order is confirmed and not completed"),
        LifecycleRow {
            forfeits: Some("the money for the service, which can no longer be collected"),
            ..allow(&[AwaitingPayment], &[Free], "the order is completed and not paid, and no deduction number is in \
                 force")
        },
        refuse(&[AwaitingPayment], &[PerhapsRegistered], PERHAPS_IN_FORCE),
        refuse(&[AwaitingPayment], &[InForce, Lapsing], IN_FORCE),
        refuse(&[AwaitingPayment], &[Uncertain], RESULT_UNKNOWN),
        refuse(&[AwaitingPayment], &[Settled], REPORTED_PAID),
        refuse(FINAL, ANY, ENDED),
    ] },
    OperationRows { operation: "complete_order", rows: &[
        allow(&[InService], ANY, "the order is confirmed: complete it when the service has ended"),
        refuse(&[Created], ANY, NOT_YET_CONFIRMED),
        refuse(&[AwaitingPayment], ANY, "the order is already completed"),
        refuse(FINAL, ANY, ENDED),
    ] },
    OperationRows { operation: "modify_order", rows: &[
        LifecycleRow {
            forfeits: Some("the difference, since the amount cannot be raised again"),
            ..allow(&[AwaitingPayment], &[Free], "the order is completed and not paid, and no deduction number is in \
                 force: its amount may be lowered")
        },
        refuse(&[AwaitingPayment], &[PerhapsRegistered], PERHAPS_IN_FORCE),
        refuse(&[AwaitingPayment], &[InForce, Lapsing], IN_FORCE),
        refuse(&[AwaitingPayment], &[Uncertain], RESULT_UNKNOWN),
        refuse(&[AwaitingPayment], &[Settled], "the clearing house reports a payment: query the order, and refund the \
             difference"),
        refuse(&[Created, InService], ANY, "the order has no amount yet: complete it with the right one"),
        refuse(FINAL, ANY, "the order has ended: if it was paid, refund the difference instead"),
    ] },
    OperationRows { operation: "sync_order", rows: &[
        LifecycleRow {
            forfeits: Some("the collection through WeChat Pay Score, since the order ends as paid elsewhere"),
            ..allow(&[AwaitingPayment], &[Free], "the order is completed and not paid, and no deduction number is in \
                 force: sync it if the user paid through another channel")
        },
        refuse(&[AwaitingPayment], &[PerhapsRegistered], PERHAPS_IN_FORCE),
        refuse(&[AwaitingPayment], &[InForce, Lapsing], IN_FORCE),
        refuse(&[AwaitingPayment], &[Uncertain], RESULT_UNKNOWN),
        refuse(&[AwaitingPayment], &[Settled], REPORTED_PAID),
        refuse(&[Created, InService], ANY, COMPLETE_FIRST),
        refuse(FINAL, ANY, ENDED),
    ] },
    OperationRows { operation: "acknowledge_prepay", rows: &[
        allow(&[AwaitingPayment], &[Free], "the user may pay: no withholding can interfere"),
        refuse(&[AwaitingPayment], &[PerhapsRegistered], "a deduction number may be registered, and a withholding \
             under it beside the user's payment would charge twice: call query_deduction first"),
        refuse(&[AwaitingPayment], &[InForce, Lapsing], "a deduction number is in force, and a withholding under it \
             beside the user's payment would charge twice: close it at the clearing house first"),
        refuse(&[AwaitingPayment], &[Uncertain], PERHAPS_CHARGED),
        refuse(&[AwaitingPayment], &[Settled], REPORTED_PAID),
        refuse(&[Created, InService], ANY, "the order is not completed: there is nothing to pay yet"),
        refuse(FINAL, ANY, "the order has ended: there is nothing to pay"),
    ] },
    OperationRows { operation: "terminate_permissions", rows: &[
        refuse(&[Created, InService, AwaitingPayment], ANY, "this order has not ended: WeChat Pay ends no \
             authorisation before all its orders have"),
        allow(FINAL, ANY, "this order has ended; the user's other orders must have ended as well"),
    ] },
    OperationRows { operation: "register_deduct_info", rows: &[
        allow(&[AwaitingPayment], &[Free], "the order is completed and not paid, and no deduction number is in force"),
        allow(&[AwaitingPayment], &[PerhapsRegistered],
            "it is not known whether the stored number is registered: send the stored, identical registration again, \
                 and no other number"),
        refuse(&[AwaitingPayment], &[InForce], "a deduction number is in force: withhold under it, or close it at the \
             clearing house"),
        refuse(&[AwaitingPayment], &[Lapsing],
            "the deduction number is about to lapse: register a new one when its 24 hours are surely over"),
        refuse(&[AwaitingPayment], &[Uncertain], PERHAPS_CHARGED),
        refuse(&[AwaitingPayment], &[Settled], REPORTED_PAID),
        refuse(&[Created, InService], ANY, COMPLETE_FIRST),
        refuse(FINAL, ANY, ENDED),
    ] },
    OperationRows { operation: "query_deduction", rows: &[
        allow(&[AwaitingPayment, Paid, PaidElsewhere, NothingToPay, PaymentNotShown], ANY, "the order is completed"),
        refuse(&[Created, InService], ANY, "the order is not completed, so it has no deduction"),
        refuse(&[Revoked, Expired], ANY, "the order ended without a deduction"),
    ] },
];

/// The row that counts.
pub(super) fn row(operation: &str, phase: &Phase, hold: Hold) -> Option<&'static LifecycleRow> {
    rows(operation).iter().find(|row| row.phases.contains(phase) && row.holds.contains(&hold))
}

/// What an operation gives up, at most, on an order in this phase.
pub(in crate::acquiring) fn forfeits(operation: &str, phase: &Phase) -> Option<&'static str> {
    rows(operation).iter().filter(|row| row.allowed && row.phases.contains(phase)).find_map(|row| row.forfeits)
}

fn rows(operation: &str) -> &'static [LifecycleRow] {
    LIFECYCLE.iter().find(|rows| rows.operation == operation).map_or(&[], |rows| rows.rows)
}
