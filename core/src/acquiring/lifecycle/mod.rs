//! The lifecycle: what may be done with an order now, and what comes next.
//!
//! # How to think about it
//!
//! Two things decide, and WeChat Pay shows only one of them.
//!
//! * The **phase** ([`phase`]) is where the order stands. WeChat Pay shows it, spread over several members of the
//!   order.
//! * The **hold** ([`hold`]) is what a deduction number does to the order. WeChat Pay does not show it: while a number
//!   is registered, the order is locked, and its state looks the same as before. Only the merchant knows the number.
//!
//! So the table ([`table`]) is a function: operation × phase × hold → allowed or not, why, and what is given up.
//! Nothing here remembers an order, and nothing moves from state to state. Each answer is worked out afresh, from an
//! order that was just read and from what the merchant has stored. That is why a callback that comes late, twice or
//! never cannot leave this module in a wrong state.
//!
//! *Not known* is a hold of its own, not an error. A registration whose answer was lost is [`Hold::PerhapsRegistered`];
//! a withholding without a result is [`Hold::Uncertain`]. With money, a guess costs twice. The table therefore refuses
//! whatever is wrong in one of the possible cases, and says how to find out which case it is.
//!
//! To read a row aloud: *"cancel_order, while awaiting payment, with no number in force: allowed, because …, and it
//! forfeits the money."* The first row that fits counts. A phase that no row names, such as
//! [`Phase::Unrecognised`], allows nothing.
//!
//! [`next_step`] says which of the allowed operations moves the order on, and when. [`transitions`] is the picture of
//! how orders move; nothing runs it. The twin of this module is `recovery`: what a lost call turned out to have done.

mod hold;
mod models;
mod next_step;
mod phase;
mod table;
mod transitions;

pub use hold::Hold;
pub use models::{Deduction, DeductionStanding, Lifecycle, NextAction, NextStep, Permission, Progress};
pub use table::{LIFECYCLE, LifecycleRow, OperationRows};
pub use transitions::{TRANSITIONS, Transition};

pub(super) use hold::hold;
pub(crate) use phase::phase;
pub(super) use table::{FINAL, forfeits};

use super::{Order, Phase};
use crate::time::Timestamp;
use next_step::next_step;
use table::row;

/// Where an order stands and what may be done now, from a freshly read order and what the merchant knows of its
/// deduction.
pub fn lifecycle(order: &Order, deduction: Option<&Deduction>, now: Timestamp) -> Lifecycle {
    lifecycle_with(order, deduction, &Progress::new(), now)
}

/// The same, with what the merchant remembers beside the deduction: then the next step has its times.
pub fn lifecycle_with(order: &Order, deduction: Option<&Deduction>, progress: &Progress, now: Timestamp) -> Lifecycle {
    let phase = phase(order);
    let hold = hold(deduction, now);
    let operations = LIFECYCLE.iter().map(|OperationRows { operation, .. }| {
        let permission = match row(operation, &phase, hold) {
            Some(row) => Permission {
                allowed: row.allowed,
                why: row.why.to_owned(),
                forfeits: row.forfeits.map(str::to_owned),
                out_trade_no: only_number(operation, row, hold, deduction),
            },
            None => Permission::new(false, "the order's phase is not recognised: query again, and do not act on it"),
        };
        ((*operation).to_owned(), permission)
    });
    Lifecycle { operations: operations.collect(), next: next_step(&phase, hold, deduction, progress, now), phase }
}

/// While it is not known whether a number is registered, it is the only one that may be registered.
fn only_number(operation: &str, row: &LifecycleRow, hold: Hold, deduction: Option<&Deduction>) -> Option<String> {
    let only = operation == "register_deduct_info" && row.allowed && hold == Hold::PerhapsRegistered;
    deduction.filter(|_| only).map(|deduction| deduction.out_trade_no.clone())
}

/// Why the user must not be allowed to pay now, if so: what the table says of an order that awaits payment.
pub(super) fn prepay_refusal(deduction: Option<&Deduction>, now: Timestamp) -> Option<&'static str> {
    let row = row("acknowledge_prepay", &Phase::AwaitingPayment, hold(deduction, now));
    row.filter(|row| !row.allowed).map(|row| row.why)
}
