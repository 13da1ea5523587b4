//! How orders move, as a picture: for documents and tests. Nothing runs it.

use crate::acquiring::Phase;

/// A step that an order can take.
pub struct Transition {
    /// From this phase; `None` for an order that begins.
    pub from: Option<Phase>,
    /// To this phase.
    pub to: Phase,
    /// What makes it take the step; an operation stands first, by its name.
    pub by: &'static str,
}

impl Transition {
    /// The phases in which an order ends.
    pub const ENDS: &[Phase] = super::FINAL;
}

/// Every step that an order can take.
#[rustfmt::skip]
pub static TRANSITIONS: &[Transition] = &[
    Transition { from: None, to: Phase::Created, by: "create_order, 需确认" },
    Transition { from: None, to: Phase::InService, by: "create_order, 免确认" },
    Transition { from: Some(Phase::Created), to: Phase::InService, by: "the user confirms" },
    Transition { from: Some(Phase::Created), to: Phase::Revoked, by: "cancel_order" },
    Transition { from: Some(Phase::Created), to: Phase::Expired, by: "30 days without the user" },
    Transition { from: Some(Phase::InService), to: Phase::AwaitingPayment, by: "complete_order" },
    Transition { from: Some(Phase::InService), to: Phase::NothingToPay, by: "complete_order, total 0" },
    Transition { from: Some(Phase::InService), to: Phase::Revoked, by: "cancel_order" },
    Transition {
        from: Some(Phase::AwaitingPayment), to: Phase::AwaitingPayment, by: "modify_order, register_deduct_info, \
             failed withholding",
    },
    Transition { from: Some(Phase::AwaitingPayment), to: Phase::Paid, by: "withholding, or the user pays after \
         MCH_PREPAY" },
    Transition { from: Some(Phase::AwaitingPayment), to: Phase::PaidElsewhere, by: "sync_order" },
    Transition { from: Some(Phase::AwaitingPayment), to: Phase::Revoked, by: "cancel_order, no number in force" },
    Transition { from: Some(Phase::AwaitingPayment), to: Phase::PaymentNotShown, by: "a payment that WeChat Pay does \
         not show" },
];
