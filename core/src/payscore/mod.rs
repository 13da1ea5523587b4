//! The product: WeChat Pay Score in acquiring-bank mode.

mod launch;
mod lifecycle;
mod notifications;
mod operations;
mod order;
mod recovery;
mod rules;
mod shared;

pub use launch::Launch;
pub use lifecycle::{
    Deduction, DeductionStanding, Lifecycle, NextAction, NextStep, Permission, TableRow, lifecycle, lifecycle_table,
};
pub use notifications::{EVENTS, Event, Unknown, UserConfirmed, UserPaid};
pub use operations::*;
pub use order::{Order, OrderRef, OrderState, Phase, StateDescription};
pub use recovery::{Evidence, Found, RECOVERY, RecoveryRow, Settlement, Verdict};
pub use shared::*;

pub(crate) use launch::confirm as launch_confirm;
pub(crate) use notifications::read as read_event;
