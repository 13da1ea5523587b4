//! Which of two readings of an order is the later one. Callbacks are delivered late, twice, and in any order; a reading
//! that is older than what is known must not undo it.

use super::identity::IDENTITY;
use super::{Order, OrderState, Phase};
use crate::error::{Error, INVALID_OTHER_ORDER, Issue, Outcome, Retry};
use crate::protocol::{disagreement, identity_member};
use crate::schema::{model, open_enum};
use std::cmp::Ordering;

open_enum! {
    /// Which of two readings of an order is the later one.
    pub enum Later {
        /// The first one: go on with it, and drop the second.
        First = "first",
        /// The second one: go on with it.
        Second = "second",
        /// They show the same: either serves.
        Same = "same",
        /// It cannot be known: query the order, and go on with the answer.
        Query = "query",
    }
}

model! {
    /// Which of two readings of an order is the later one.
    pub struct LaterReading {
        required {
            /// `first`, `second`, `same`, or `query` where it cannot be known.
            later: Later,
            /// Why.
            why: String,
        }
        optional {}
    }
}

/// Compares two readings of one order, such as what is stored and what a callback carries. Phases only go forward; of
/// equal phases the one that shows more is the later one. Readings of different orders are refused.
pub fn later_reading(first: &Order, second: &Order) -> Result<LaterReading, Error> {
    let identities = [first, second].map(|order| serde_json::to_value(&order.order_ref).unwrap_or_default());
    let [a, b] = &identities;
    if let Some(found) = disagreement(IDENTITY, |name| identity_member(a, name), |name| identity_member(b, name)) {
        let detail =
            format!("the readings are of different orders: {} {} and {}.", found.what, found.first, found.second);
        let issue = Issue::refusing("", INVALID_OTHER_ORDER, detail);
        return Err(Error::of_issues("later_reading", vec![issue]).advise(Retry::Never, Outcome::None));
    }
    let reading = |later, why: &str| Ok(LaterReading::new(later, why));
    let (Some(rank), Some(other)) = (rank(&first.phase), rank(&second.phase)) else {
        return reading(Later::Query, "where one of them stands is not recognised: query the order");
    };
    match rank.cmp(&other) {
        Ordering::Less => return reading(Later::Second, "an order only goes forward, and the second one is further"),
        Ordering::Greater => return reading(Later::First, "an order only goes forward, and the first one is further"),
        Ordering::Equal if first.phase == Phase::PaymentNotShown && shows_payment(second) => {
            return reading(Later::Second, "the order has ended, and the second one shows how");
        }
        Ordering::Equal if second.phase == Phase::PaymentNotShown && shows_payment(first) => {
            return reading(Later::First, "the order has ended, and the first one shows how");
        }
        Ordering::Equal if first.phase != second.phase => {
            return reading(Later::Query, "an order ends in one way only, and these are two: query the order");
        }
        Ordering::Equal => {}
    }
    match shows_more(first, second) {
        Ordering::Less => {
            reading(Later::Second, "both are in the same phase, and the second one shows what came later")
        }
        Ordering::Greater => {
            reading(Later::First, "both are in the same phase, and the first one shows what came later")
        }
        Ordering::Equal => reading(Later::Same, "they show the same"),
    }
}

fn shows_payment(order: &Order) -> bool {
    matches!(order.phase, Phase::Paid | Phase::PaidElsewhere | Phase::NothingToPay)
}

/// How far an order has come; the ends are equally far.
fn rank(phase: &Phase) -> Option<u8> {
    match phase {
        Phase::Created => Some(0),
        Phase::InService => Some(1),
        Phase::AwaitingPayment => Some(2),
        Phase::Paid | Phase::PaidElsewhere | Phase::NothingToPay | Phase::PaymentNotShown => Some(3),
        Phase::Revoked | Phase::Expired => Some(3),
        Phase::Unrecognised | Phase::Other(_) => None,
    }
}

/// Which of two readings in one phase shows what came later: an end that is final, money that was paid, an amount that
/// was lowered. Before the bill is made, what answers and callbacks show of amounts is no sign of their age.
fn shows_more(first: &Order, second: &Order) -> Ordering {
    if matches!(first.phase, Phase::Created | Phase::InService) {
        return Ordering::Equal;
    }
    let grown = |order: &Order| {
        let collection = order.collection.as_ref();
        let paid = collection.and_then(|collection| collection.paid_amount).map_or(0, |amount| amount.get());
        (
            order.state == OrderState::Done,
            paid,
            collection.and_then(|collection| collection.details.as_ref()).map_or(0, Vec::len),
        )
    };
    let total = |order: &Order| {
        let collected = order.collection.as_ref().and_then(|collection| collection.total_amount);
        order.total_amount.or(collected).map(|total| total.get())
    };
    let lowered = total(first).zip(total(second)).map_or(Ordering::Equal, |(first, second)| second.cmp(&first));
    grown(first).cmp(&grown(second)).then(lowered)
}
