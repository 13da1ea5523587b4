//! Which step moves an order on, and when.

use super::hold::{CLOCK_MARGIN, IN_FORCE};
use super::{Deduction, Hold, NextAction, NextStep, Progress};
use crate::acquiring::Phase;
use crate::time::Timestamp;

/// How long the package of a creation serves, in seconds.
const PACKAGE_LIFE: i64 = 3600;
/// How long an order waits for its user, in seconds.
const ORDER_LIFE: i64 = 30 * 24 * 3600;
/// The first and the longest pause between queries, in seconds.
const FIRST_PAUSE: i64 = 5;
const LONGEST_PAUSE: i64 = 600;

pub(super) fn next_step(
    phase: &Phase,
    hold: Hold,
    deduction: Option<&Deduction>,
    progress: &Progress,
    now: Timestamp,
) -> NextStep {
    let registered = deduction.and_then(|deduction| deduction.registered_at);
    match phase {
        Phase::Created => confirmation(progress, now),
        Phase::InService => NextStep::new(
            NextAction::CompleteOrder,
            "render the service; when it has ended, complete the order with the bill",
        ),
        Phase::AwaitingPayment => collection(hold, registered, progress, now),
        Phase::Unrecognised | Phase::Other(_) => NextStep {
            not_before: next_query(progress),
            ..NextStep::new(
                NextAction::QueryOrder,
                "the order's phase is not recognised: query again, and do not act on it",
            )
        },
        Phase::PaymentNotShown if hold == Hold::Uncertain => NextStep::new(
            NextAction::AskClearingHouse,
            "the order has ended, and WeChat Pay does not show how it was paid: ask how the withholding stands",
        ),
        Phase::PaymentNotShown => NextStep::new(
            NextAction::Nothing,
            "the order has ended; WeChat Pay does not show how it was paid, so compare with the clearing house's \
                 records",
        ),
        Phase::Paid | Phase::PaidElsewhere | Phase::NothingToPay | Phase::Revoked | Phase::Expired => {
            NextStep::new(NextAction::Nothing, "the order has ended")
        }
    }
}

/// Of an order that waits for its user.
fn confirmation(progress: &Progress, now: Timestamp) -> NextStep {
    let expires = progress.created_at.map(|at| at.plus(ORDER_LIFE));
    let package_until = progress.package_at.map(|at| at.plus(PACKAGE_LIFE));
    if package_until.is_some_and(|until| now.since(until) >= 0) {
        return NextStep {
            deadline: expires,
            ..NextStep::new(
                NextAction::CreateOrder,
                "the package is over an hour old: repeat the identical creation for a fresh one",
            )
        };
    }
    NextStep {
        not_before: next_query(progress),
        deadline: package_until.or(expires),
        ..NextStep::new(
            NextAction::ConfirmInWechat,
            "the user must confirm in WeChat; the package serves for an hour, and an identical creation gives a fresh \
                 one",
        )
    }
}

/// Of an order that awaits payment.
fn collection(hold: Hold, registered: Option<Timestamp>, progress: &Progress, now: Timestamp) -> NextStep {
    match hold {
        Hold::Free => NextStep::new(
            NextAction::RegisterDeductInfo,
            "completing did not charge the user: store a new deduction number, register it, withhold under it",
        ),
        Hold::InForce => NextStep {
            deadline: registered.map(|at| at.plus(IN_FORCE.saturating_sub(CLOCK_MARGIN))),
            ..NextStep::new(NextAction::Withhold, "submit the entrusted withholding under the registered number")
        },
        Hold::PerhapsRegistered => NextStep {
            not_before: next_query(progress),
            ..NextStep::new(
                NextAction::QueryDeduction,
                "it is not known whether the stored number is registered: query the deduction, or send the stored, \
                     identical \
                 registration again; withhold only once the number is registered",
            )
        },
        Hold::Lapsing => NextStep {
            not_before: registered.map(|at| at.plus(IN_FORCE.saturating_add(CLOCK_MARGIN).saturating_add(1))),
            ..NextStep::new(
                NextAction::RegisterDeductInfo,
                "the number is about to lapse: no longer withhold under it, and register a new one when its 24 hours \
                     are \
                 surely over",
            )
        },
        Hold::Uncertain => NextStep {
            not_before: next_query(progress),
            ..NextStep::new(
                NextAction::AskClearingHouse,
                "the withholding may have been paid: ask how it stands, then query the order; register no second \
                     number \
                 before that",
            )
        },
        Hold::Settled => NextStep {
            not_before: next_query(progress).or_else(|| Some(now.plus(FIRST_PAUSE))),
            ..NextStep::new(
                NextAction::QueryOrder,
                "the clearing house reports a payment: query the order until it shows the payment",
            )
        },
    }
}

/// When to query again: after 5 seconds, then after pauses that double up to 10 minutes.
fn next_query(progress: &Progress) -> Option<Timestamp> {
    let doublings = u32::try_from(progress.queries.unwrap_or(1).saturating_sub(1).clamp(0, 10)).unwrap_or(0);
    let pause = FIRST_PAUSE.saturating_mul(2_i64.saturating_pow(doublings)).min(LONGEST_PAUSE);
    progress.queried_at.map(|at| at.plus(pause))
}
