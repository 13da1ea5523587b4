//! The lifecycle, as one table: where an order stands × how its deduction stands × operation → allowed or not, why, and what it
//! forfeits. WeChat Pay does not show the deduction's lock in the order's state, so the merchant's own knowledge is needed.

use super::{CollectionState, Order, OrderState, PaidType, Phase, StateDescription};
use crate::schema::{model, open_enum};
use crate::time::Timestamp;
use Hold::*;
use std::collections::BTreeMap;

/// A registered number serves for 24 hours. For the question whether it has lapsed, WeChat Pay's clock may be 5 minutes behind.
const IN_FORCE: i64 = 24 * 3600;
const CLOCK_MARGIN: i64 = 300;
/// The package of the reply to a creation serves for an hour; an order that nobody confirms lapses after 30 days.
const PACKAGE_LIFE: i64 = 3600;
const ORDER_LIFE: i64 = 30 * 24 * 3600;
/// Between queries.
const FIRST_PAUSE: i64 = 5;
const LONGEST_PAUSE: i64 = 600;

open_enum! {
    /// How a deduction number stands, and the withholding under it at the clearing house, as far as the merchant knows.
    pub enum DeductionStanding {
        /// Stored, and perhaps registered: the registration is about to be sent, or its answer is not known. Store a number so before
        /// it is registered.
        Registering = "registering",
        /// Registered at `registered_at`; nothing was submitted under this number. Without `registered_at` it counts as `registering`.
        NotSent = "not_sent",
        /// Submitted, and no final result is known: the money may have moved.
        Unknown = "unknown",
        /// The clearing house said that it failed.
        Failed = "failed",
        /// Closed at the clearing house.
        Closed = "closed",
        /// The clearing house said that it was paid.
        Paid = "paid",
    }
}

model! {
    /// What the merchant knows of a deduction number. Store it as `registering` before the number is registered, and as `not_sent` with
    /// `registered_at` once the registration is known.
    pub struct Deduction {
        required {
            /// The number.
            out_trade_no: String,
            /// How its withholding stands.
            standing: DeductionStanding,
        }
        optional {
            /// When it was registered, in Unix seconds; absent while that is not known.
            registered_at: Timestamp,
            /// When it was stored, before its registration, in Unix seconds. Store it anew before each time the registration is sent
            /// again: the 24 hours may begin with any of them. A number that was stored over 24 hours ago, and under which nothing
            /// was submitted, is in force no more.
            stored_at: Timestamp,
        }
    }
}

model! {
    /// What the merchant remembers of an order beside its deduction: WeChat Pay does not tell it. Everything in Unix seconds; what is
    /// not given is not counted with.
    pub struct Progress {
        required {}
        optional {
            /// When the order was created.
            created_at: Timestamp,
            /// When its `package` was last given out.
            package_at: Timestamp,
            /// When it was last asked for.
            queried_at: Timestamp,
            /// How often it was asked for since it last changed.
            queries: i64,
        }
    }
}

model! {
    /// Whether an operation is allowed now.
    pub struct Permission {
        required {
            /// Whether it is.
            allowed: bool,
            /// Why, or why not.
            why: String,
        }
        optional {
            /// What is given up by it.
            forfeits: String,
            /// Of `register_deduct_info`, while it is not known whether a number is registered: the only number with which it is
            /// allowed, by the stored, identical request.
            out_trade_no: String,
        }
    }
}

open_enum! {
    /// What to do next.
    pub enum NextAction {
        /// Repeat the identical creation for a fresh package.
        CreateOrder = "create_order",
        /// Let the user confirm in WeChat (the jump), wait for the callback, query.
        ConfirmInWechat = "confirm_in_wechat",
        /// Render the service, then complete the order.
        CompleteOrder = "complete_order",
        /// Register a new deduction number, stored before.
        RegisterDeductInfo = "register_deduct_info",
        /// Find out whether the stored number is registered: query the deduction, or send the stored, identical registration again.
        QueryDeduction = "query_deduction",
        /// Withhold at the clearing house under the registered number.
        Withhold = "withhold",
        /// Ask the clearing house how the withholding stands, then query the order.
        AskClearingHouse = "ask_clearing_house",
        /// Query the order.
        QueryOrder = "query_order",
        /// Nothing.
        Nothing = "nothing",
    }
}

model! {
    /// The next step of an order.
    pub struct NextStep {
        required {
            /// What to do.
            action: NextAction,
            /// Why.
            why: String,
        }
        optional {
            /// Not before this moment, in Unix seconds: the pauses between queries grow from 5 seconds to 10 minutes, and a number that
            /// is about to lapse must have lapsed.
            not_before: Timestamp,
            /// Not after this moment, in Unix seconds: a package serves for an hour, a deduction number for 24 hours less 5 minutes for
            /// clocks that differ, an order waits 30 days for its user.
            deadline: Timestamp,
        }
    }
}

model! {
    /// Where an order stands, what is allowed, and what to do next.
    pub struct Lifecycle {
        required {
            /// Where it stands.
            phase: Phase,
            /// For each operation by name, whether it is allowed.
            operations: BTreeMap<String, Permission>,
            /// What to do next.
            next: NextStep,
        }
        optional {}
    }
}

/// Where an order stands and what may be done now, from a freshly read order and what the merchant knows of its deduction.
pub fn lifecycle(order: &Order, deduction: Option<&Deduction>, now: Timestamp) -> Lifecycle {
    lifecycle_with(order, deduction, &Progress::new(), now)
}

/// The same, with what the merchant remembers beside it: then the next step has its times.
pub fn lifecycle_with(order: &Order, deduction: Option<&Deduction>, progress: &Progress, now: Timestamp) -> Lifecycle {
    let phase = phase(order);
    let hold = hold(deduction, now);
    let operations = TABLE.iter().map(|(operation, rows)| {
        let row = rows.iter().find(|row| row.phases.contains(&word(&phase)) && row.holds.contains(&hold));
        let permission = row.map_or_else(
            || Permission::new(false, "where the order stands is not recognised: query again, and do not act on it"),
            |row| Permission {
                allowed: row.allowed,
                why: row.why.to_owned(),
                forfeits: row.forfeits.map(str::to_owned),
                out_trade_no: deduction
                    .filter(|_| *operation == "register_deduct_info" && row.allowed && hold == PerhapsRegistered)
                    .map(|deduction| deduction.out_trade_no.clone()),
            },
        );
        ((*operation).to_owned(), permission)
    });
    Lifecycle { operations: operations.collect(), next: next(&phase, hold, deduction, progress, now), phase }
}

/// Where an order stands. What could not be read counts as absent. `DONE`, `REVOKED` and `EXPIRED` are final, whatever else stands beside
/// them; `state_description` means something while `DOING` only.
pub(crate) fn phase(order: &Order) -> Phase {
    let money = order.collection.as_ref().and_then(|collection| collection.state.as_ref());
    let nothing = order.total_amount.map_or(order.need_collection == Some(false), |total| total.get() == 0);
    match (&order.state, &order.state_description, money) {
        (OrderState::Created, _, None) => Phase::Created,
        (OrderState::Doing, Some(StateDescription::UserConfirm), None) => Phase::InService,
        (OrderState::Doing, Some(StateDescription::MchComplete), Some(CollectionState::UserPaying)) => Phase::AwaitingPayment,
        (OrderState::Doing, Some(StateDescription::MchComplete), None) if nothing => Phase::NothingToPay,
        (OrderState::Done, _, Some(CollectionState::UserPaid)) => {
            let details = order.collection.as_ref().and_then(|collection| collection.details.as_deref()).unwrap_or_default();
            let elsewhere = !details.is_empty() && details.iter().all(|detail| detail.paid_type == Some(PaidType::Mch));
            if elsewhere { Phase::PaidElsewhere } else { Phase::Paid }
        }
        (OrderState::Done, _, None) if nothing => Phase::NothingToPay,
        (OrderState::Done, _, _) => Phase::PaymentNotShown,
        (OrderState::Revoked, _, _) => Phase::Revoked,
        (OrderState::Expired, _, _) => Phase::Expired,
        _ => Phase::Unrecognised,
    }
}

/// What a deduction means for the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Hold {
    /// No number is in force.
    Free,
    /// A number is stored; whether it is registered is not known. Nothing was submitted under it.
    PerhapsRegistered,
    /// A number is registered, nothing was submitted under it.
    InForce,
    /// The same, but its 24 hours end within the clocks' margin: too late to withhold, too early to count on its end.
    Lapsing,
    /// A withholding was submitted, its result is not known.
    Uncertain,
    /// A withholding was paid.
    Settled,
}

pub(super) fn hold(deduction: Option<&Deduction>, now: Timestamp) -> Hold {
    let Some(deduction) = deduction else { return Free };
    match deduction.standing {
        DeductionStanding::Failed | DeductionStanding::Closed => Free,
        DeductionStanding::Paid => Settled,
        DeductionStanding::Registering | DeductionStanding::NotSent => match (deduction.registered_at, deduction.stored_at) {
            (Some(registered), _) => hold_of_age(now.since(registered)),
            (None, Some(stored)) if hold_of_age(now.since(stored)) == Free => Free,
            (None, _) => PerhapsRegistered,
        },
        // Also after 24 hours: a withholding that was submitted in time may have been paid.
        DeductionStanding::Unknown | DeductionStanding::Other(_) => Uncertain,
    }
}

/// Of a number that was registered so many seconds ago, and under which nothing was submitted.
fn hold_of_age(seconds: i64) -> Hold {
    if seconds > IN_FORCE.saturating_add(CLOCK_MARGIN) {
        Free
    } else if seconds >= IN_FORCE.saturating_sub(CLOCK_MARGIN) {
        Lapsing
    } else {
        InForce
    }
}

struct Row {
    phases: &'static [&'static str],
    holds: &'static [Hold],
    allowed: bool,
    why: &'static str,
    forfeits: Option<&'static str>,
}

const ANY: &[Hold] = &[Free, PerhapsRegistered, InForce, Lapsing, Uncertain, Settled];
const MAYBE: &str = "whether the stored deduction number is registered is not known: ask with query_deduction, or send the stored, identical registration again";
const FINAL: &[&str] = &["paid", "paid_elsewhere", "nothing_to_pay", "payment_not_shown", "revoked", "expired"];
const EVERY: &[&str] = &[
    "created",
    "in_service",
    "awaiting_payment",
    "paid",
    "paid_elsewhere",
    "nothing_to_pay",
    "payment_not_shown",
    "revoked",
    "expired",
    "unrecognised",
];

const fn yes(phases: &'static [&'static str], holds: &'static [Hold], why: &'static str) -> Row {
    Row { phases, holds, allowed: true, why, forfeits: None }
}

const fn no(phases: &'static [&'static str], holds: &'static [Hold], why: &'static str) -> Row {
    Row { phases, holds, allowed: false, why, forfeits: None }
}

/// The table. The first row that fits holds.
#[rustfmt::skip]
static TABLE: &[(&str, &[Row])] = &[
    ("create_order", &[
        yes(&["created"], ANY, "repeating the identical request gives a fresh package for the jump"),
        no(&["in_service", "awaiting_payment"], ANY, "the order exists and is under way"),
        no(FINAL, ANY, "the order has ended; another service is another order"),
    ]),
    ("create_delivery_order", &[
        yes(&["created"], ANY, "repeating the identical request gives a fresh package for the jump"),
        no(&["in_service", "awaiting_payment"], ANY, "the order exists and is under way"),
        no(FINAL, ANY, "the order has ended; another service is another order"),
    ]),
    ("query_order", &[yes(EVERY, ANY, "asking changes nothing")]),
    ("cancel_order", &[
        yes(&["created"], ANY, "the user has not confirmed yet"),
        yes(&["in_service"], ANY, "confirmed, not completed"),
        Row { phases: &["awaiting_payment"], holds: &[Free], allowed: true,
              why: "completed, but not paid, and no deduction number is in force",
              forfeits: Some("the money for the service: it can no longer be collected") },
        no(&["awaiting_payment"], &[PerhapsRegistered], MAYBE),
        no(&["awaiting_payment"], &[InForce, Lapsing], "a deduction number is in force: close it at the clearing house, or wait until 24 hours have passed with nothing submitted"),
        no(&["awaiting_payment"], &[Uncertain], "the result of a withholding is not known: ask the clearing house, then query the order"),
        no(&["awaiting_payment"], &[Settled], "the clearing house says it was paid: query the order"),
        no(FINAL, ANY, "the order has ended"),
    ]),
    ("complete_order", &[
        yes(&["in_service"], ANY, "confirmed: complete it when the service has ended"),
        no(&["created"], ANY, "the user has not confirmed yet"),
        no(&["awaiting_payment"], ANY, "it is completed already"),
        no(FINAL, ANY, "the order has ended"),
    ]),
    ("modify_order", &[
        Row { phases: &["awaiting_payment"], holds: &[Free], allowed: true,
              why: "completed, not paid, and no deduction number is in force: the amount may be lowered",
              forfeits: Some("the difference: the amount cannot be raised again") },
        no(&["awaiting_payment"], &[PerhapsRegistered], MAYBE),
        no(&["awaiting_payment"], &[InForce, Lapsing], "a deduction number is in force: close it at the clearing house, or wait until 24 hours have passed with nothing submitted"),
        no(&["awaiting_payment"], &[Uncertain], "the result of a withholding is not known: ask the clearing house, then query the order"),
        no(&["awaiting_payment"], &[Settled], "the clearing house says it was paid: query the order, and refund the difference"),
        no(&["created", "in_service"], ANY, "the order has no amount yet: complete it with the right one"),
        no(FINAL, ANY, "the order has ended: refund the difference instead, if it was paid"),
    ]),
    ("sync_order", &[
        Row { phases: &["awaiting_payment"], holds: &[Free], allowed: true,
              why: "completed, not paid, and no deduction number is in force: say so when the user paid through another channel",
              forfeits: Some("the collection through WeChat Pay Score: the order is closed as paid elsewhere") },
        no(&["awaiting_payment"], &[PerhapsRegistered], MAYBE),
        no(&["awaiting_payment"], &[InForce, Lapsing], "a deduction number is in force: close it at the clearing house, or wait until 24 hours have passed with nothing submitted"),
        no(&["awaiting_payment"], &[Uncertain], "the result of a withholding is not known: ask the clearing house, then query the order"),
        no(&["awaiting_payment"], &[Settled], "the clearing house says it was paid: query the order"),
        no(&["created", "in_service"], ANY, "complete the order first"),
        no(FINAL, ANY, "the order has ended"),
    ]),
    ("acknowledge_prepay", &[
        yes(&["awaiting_payment"], &[Free], "the user may pay: no withholding can come between"),
        no(&["awaiting_payment"], &[PerhapsRegistered], "a deduction number may be registered, and a withholding under it and the user's payment would charge twice: ask with query_deduction first"),
        no(&["awaiting_payment"], &[InForce, Lapsing], "a deduction number is in force: a withholding under it and the user's payment would charge twice. Close it at the clearing house first"),
        no(&["awaiting_payment"], &[Uncertain], "the result of a withholding is not known, and the user's payment could charge twice: ask the clearing house, then query the order"),
        no(&["awaiting_payment"], &[Settled], "the clearing house says it was paid: query the order"),
        no(&["created", "in_service"], ANY, "the order is not completed: there is nothing to pay yet"),
        no(FINAL, ANY, "the order has ended: there is nothing to pay"),
    ]),
    ("terminate_permissions", &[
        no(&["created", "in_service", "awaiting_payment"], ANY, "this order is unfinished: WeChat Pay ends no authorisation before"),
        yes(FINAL, ANY, "this order has ended; the user's other orders must have, too"),
    ]),
    ("register_deduct_info", &[
        yes(&["awaiting_payment"], &[Free], "completed, not paid, and no deduction number is in force"),
        yes(&["awaiting_payment"], &[PerhapsRegistered], "whether the stored number is registered is not known: send the stored, identical registration again, and no other number"),
        no(&["awaiting_payment"], &[InForce], "a deduction number is in force: withhold under it, or close it at the clearing house"),
        no(&["awaiting_payment"], &[Lapsing], "the deduction number is about to lapse: register a new one when its 24 hours are surely over"),
        no(&["awaiting_payment"], &[Uncertain], "the result of a withholding is not known, and a second one could charge twice: ask the clearing house, then query the order"),
        no(&["awaiting_payment"], &[Settled], "the clearing house says it was paid: query the order"),
        no(&["created", "in_service"], ANY, "complete the order first"),
        no(FINAL, ANY, "the order has ended"),
    ]),
    ("query_deduction", &[
        yes(&["awaiting_payment", "paid", "paid_elsewhere", "nothing_to_pay", "payment_not_shown"], ANY, "the order is completed"),
        no(&["created", "in_service"], ANY, "the order is not completed, so it has no deduction"),
        no(&["revoked", "expired"], ANY, "the order has ended without one"),
    ]),
];

/// How an order gets from one phase to another: from (empty for the beginning), to, and by what.
pub static TRANSITIONS: &[(&str, &str, &str)] = &[
    ("", "created", "create_order, 需确认"),
    ("", "in_service", "create_order, 免确认"),
    ("created", "in_service", "the user confirms"),
    ("created", "revoked", "cancel_order"),
    ("created", "expired", "30 days without the user"),
    ("in_service", "awaiting_payment", "complete_order"),
    ("in_service", "nothing_to_pay", "complete_order, total 0"),
    ("in_service", "revoked", "cancel_order"),
    ("awaiting_payment", "awaiting_payment", "modify_order, register_deduct_info, failed withholding"),
    ("awaiting_payment", "paid", "withholding, or the user pays after MCH_PREPAY"),
    ("awaiting_payment", "paid_elsewhere", "sync_order"),
    ("awaiting_payment", "revoked", "cancel_order, no number in force"),
    ("awaiting_payment", "payment_not_shown", "a payment that WeChat Pay does not show"),
    ("payment_not_shown", "", ""),
    ("paid", "", ""),
    ("paid_elsewhere", "", ""),
    ("nothing_to_pay", "", ""),
    ("revoked", "", ""),
    ("expired", "", ""),
];

/// A row of the table, for documents: the operation, the phases and the deduction's standings that it is about, whether it is
/// allowed, why, and what it forfeits.
pub type TableRow = (&'static str, &'static [&'static str], Vec<&'static str>, bool, &'static str, Option<&'static str>);

/// The whole table, in the order in which its rows are tried.
pub fn lifecycle_table() -> Vec<TableRow> {
    let word = |hold: &Hold| match hold {
        Free => "no number in force",
        PerhapsRegistered => "perhaps registered, nothing submitted",
        InForce => "registered, nothing submitted",
        Lapsing => "about to lapse, nothing submitted",
        Uncertain => "submitted, result unknown",
        Settled => "paid, says the clearing house",
    };
    let row = |operation: &'static str, row: &Row| {
        (operation, row.phases, row.holds.iter().map(word).collect(), row.allowed, row.why, row.forfeits)
    };
    TABLE.iter().flat_map(|(operation, rows)| rows.iter().map(|one| row(operation, one))).collect()
}

/// What an operation gives up, at most, on an order in this phase.
pub(super) fn forfeits(operation: &str, phase: &Phase) -> Option<&'static str> {
    let rows = TABLE.iter().find(|(name, _)| *name == operation).map_or(&[][..], |(_, rows)| rows);
    rows.iter().filter(|row| row.allowed && row.phases.contains(&word(phase))).find_map(|row| row.forfeits)
}

/// Why the user cannot be let pay now, if so: the table's row for an order that awaits payment.
pub(super) fn prepay_refusal(deduction: Option<&Deduction>, now: Timestamp) -> Option<&'static str> {
    let hold = hold(deduction, now);
    let rows = TABLE.iter().find(|(operation, _)| *operation == "acknowledge_prepay").map_or(&[][..], |(_, rows)| rows);
    let row = rows.iter().find(|row| row.phases.contains(&"awaiting_payment") && row.holds.contains(&hold));
    row.filter(|row| !row.allowed).map(|row| row.why)
}

fn next(phase: &Phase, hold: Hold, deduction: Option<&Deduction>, progress: &Progress, now: Timestamp) -> NextStep {
    let step = |action: NextAction, why: &str| NextStep::new(action, why);
    match (phase, hold) {
        (Phase::Created, _) => {
            let expires = progress.created_at.map(|at| at.plus(ORDER_LIFE));
            let package_until = progress.package_at.map(|at| at.plus(PACKAGE_LIFE));
            let stale = package_until.is_some_and(|until| now.since(until) >= 0);
            let mut step = if stale {
                step(NextAction::CreateOrder, "the package is over an hour old: repeat the identical creation for a fresh one")
            } else {
                step(
                    NextAction::ConfirmInWechat,
                    "the user must confirm in WeChat; the package lives one hour, create again identically for a fresh one",
                )
            };
            step.not_before = if stale { None } else { asked_again(progress) };
            step.deadline = package_until.filter(|_| !stale).or(expires);
            step
        }
        (Phase::InService, _) => {
            step(NextAction::CompleteOrder, "render the service; when it has ended, complete the order with the bill")
        }
        (Phase::AwaitingPayment, Free) => step(
            NextAction::RegisterDeductInfo,
            "completing did not charge the user: store a new deduction number, register it, withhold under it",
        ),
        (Phase::AwaitingPayment, InForce) => {
            let mut step = step(NextAction::Withhold, "submit the entrusted withholding under the registered number");
            let registered = deduction.and_then(|deduction| deduction.registered_at);
            step.deadline = registered.map(|at| at.plus(IN_FORCE.saturating_sub(CLOCK_MARGIN)));
            step
        }
        (Phase::AwaitingPayment, PerhapsRegistered) => {
            let mut step = step(
                NextAction::QueryDeduction,
                "whether the stored number is registered is not known: ask, or send the stored, identical registration again; withhold only once it is registered",
            );
            step.not_before = asked_again(progress);
            step
        }
        (Phase::AwaitingPayment, Lapsing) => {
            let mut step = step(
                NextAction::RegisterDeductInfo,
                "the number lapses: withhold under it no more, and register a new one when its 24 hours are surely over",
            );
            let registered = deduction.and_then(|deduction| deduction.registered_at);
            step.not_before = registered.map(|at| at.plus(IN_FORCE.saturating_add(CLOCK_MARGIN).saturating_add(1)));
            step
        }
        (Phase::AwaitingPayment, Uncertain) => {
            let mut step = step(
                NextAction::AskClearingHouse,
                "the withholding may have been paid: ask how it stands, then query the order; no second number before that",
            );
            step.not_before = asked_again(progress);
            step
        }
        (Phase::AwaitingPayment, Settled) => {
            let mut step = step(NextAction::QueryOrder, "the clearing house says paid: query until the order says so too");
            step.not_before = asked_again(progress).or_else(|| Some(now.plus(FIRST_PAUSE)));
            step
        }
        (Phase::Unrecognised | Phase::Other(_), _) => {
            let mut step =
                step(NextAction::QueryOrder, "where the order stands is not recognised: query again, and do not act on it");
            step.not_before = asked_again(progress);
            step
        }
        (Phase::PaymentNotShown, Uncertain) => step(
            NextAction::AskClearingHouse,
            "the order has ended, and how it was paid is not shown: ask how the withholding stands",
        ),
        (Phase::PaymentNotShown, _) => step(
            NextAction::Nothing,
            "the order has ended; how it was paid is not shown, so compare with the clearing house's records",
        ),
        _ => step(NextAction::Nothing, "the order has ended"),
    }
}

/// When to ask again: after 5 seconds, then after pauses that double up to 10 minutes.
fn asked_again(progress: &Progress) -> Option<Timestamp> {
    let doublings = u32::try_from(progress.queries.unwrap_or(1).saturating_sub(1).clamp(0, 10)).unwrap_or(0);
    let pause = FIRST_PAUSE.saturating_mul(2_i64.saturating_pow(doublings)).min(LONGEST_PAUSE);
    progress.queried_at.map(|at| at.plus(pause))
}

fn word(phase: &Phase) -> &str {
    phase.as_str()
}
