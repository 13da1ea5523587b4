//! The product: WeChat Pay Score in acquiring-bank mode.

mod functions;
mod launch;
mod lifecycle;
mod notifications;
mod operations;
mod order;
mod recovery;
mod rules;
mod shared;

pub use functions::{AnyResult, FUNCTIONS, Function, FunctionInfo};
pub use launch::{Launch, LaunchConfirm};
pub use lifecycle::{
    Deduction, DeductionStanding, Lifecycle, NextAction, NextStep, Permission, Progress, TableRow, lifecycle, lifecycle_table,
    lifecycle_with,
};
pub use notifications::{EVENTS, Event, Unknown, UserConfirmed, UserPaid};
pub use operations::*;
pub use order::{Order, OrderRef, OrderState, Phase, StateDescription};
pub use recovery::{Evidence, Found, RECOVERY, RecoveryRow, Settlement, Verdict};
pub use shared::*;

pub(crate) use functions::{Context, compute};
pub(crate) use notifications::read as read_event;
