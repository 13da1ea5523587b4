//! The product: WeChat Pay Score in acquiring-bank mode.

mod certificates_due;
mod functions;
pub(crate) mod identity;
mod later;
mod launch;
mod launch_return;
mod lifecycle;
mod notifications;
mod operations;
mod order;
mod prepay;
mod recovery;
mod rules;
mod shared;

pub use certificates_due::{CertificatesDue, CertificatesStep};
pub use functions::{AnyResult, Attach, EncodeAttach, FUNCTIONS, Function, FunctionInfo};
pub use later::{Later, LaterReading, later_reading};
pub use launch::{Launch, LaunchAuthorise, LaunchConfirm, LaunchConfirmSigned, LaunchDetail};
pub use launch_return::{LaunchReturn, ReadLaunchReturn};
pub use lifecycle::{
    Deduction, DeductionStanding, Lifecycle, NextAction, NextStep, Permission, Progress, TRANSITIONS, TableRow, lifecycle,
    lifecycle_table, lifecycle_with,
};
pub use notifications::{
    EVENTS, Event, MchPrepay, OrderUnclear, PrepayRequest, ServiceAuthorization, Unknown, UserClosedService, UserConfirmed,
    UserOpenedService, UserPaid,
};
pub use operations::*;
pub use order::{Order, OrderRef, OrderState, Phase, StateDescription};
pub use prepay::{AcknowledgePrepay, PrepayAcknowledgement};
pub use recovery::{Evidence, Found, RECOVERY, RecoveryRow, Settlement, Verdict};
pub use rules::{CrossRule, RULES, ServiceMode};
pub use shared::*;

pub(crate) use functions::{Context, compute};
pub(crate) use notifications::read as read_event;
