//! Where an order stands: one word for what WeChat Pay spreads over several members.

use crate::acquiring::{CollectionState, Order, OrderState, PaidType, Phase, StateDescription};

/// Where an order stands. A member that cannot be read counts as absent. `DONE`, `REVOKED` and `EXPIRED` are final,
/// whatever stands beside them; `state_description` has a meaning while `DOING` only.
pub(crate) fn phase(order: &Order) -> Phase {
    let collection = order.collection.as_ref();
    let money = collection.and_then(|collection| collection.state.as_ref());
    let nothing_to_pay = order.total_amount.map_or(order.need_collection == Some(false), |total| total.get() == 0);
    match (&order.state, &order.state_description, money) {
        (OrderState::Created, _, None) => Phase::Created,
        (OrderState::Doing, Some(StateDescription::UserConfirm), None) => Phase::InService,
        (OrderState::Doing, Some(StateDescription::MchComplete), Some(CollectionState::UserPaying)) => {
            Phase::AwaitingPayment
        }
        (OrderState::Doing, Some(StateDescription::MchComplete), None) if nothing_to_pay => Phase::NothingToPay,
        (OrderState::Done, _, Some(CollectionState::UserPaid)) => {
            let details = collection.and_then(|collection| collection.details.as_deref()).unwrap_or_default();
            let elsewhere = !details.is_empty() && details.iter().all(|detail| detail.paid_type == Some(PaidType::Mch));
            if elsewhere { Phase::PaidElsewhere } else { Phase::Paid }
        }
        (OrderState::Done, _, None) if nothing_to_pay => Phase::NothingToPay,
        (OrderState::Done, _, _) => Phase::PaymentNotShown,
        (OrderState::Revoked, _, _) => Phase::Revoked,
        (OrderState::Expired, _, _) => Phase::Expired,
        _ => Phase::Unrecognised,
    }
}
