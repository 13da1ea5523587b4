//! WeChat Pay Score in acquiring-bank mode (从业机构 / 间连): an institution calls WeChat Pay for its sub-merchants.
//!
//! * `operations/`: one file per endpoint, with its parameters, reply and limits. `events/`: the callbacks.
//!   `functions/`: what a merchant computes without a call, such as the jump into WeChat.
//! * `order.rs` and `models.rs`: what answers and callbacks bring. `identity.rs`: what makes two things be about the
//!   same order.
//! * `rules/`: the checks between several parameters. Limits of one parameter stand beside it, in its operation.
//! * `lifecycle`: what an order allows now, as a table. `recovery.rs`: what became of a call whose answer was lost, as
//!   a table. `later.rs`: which of two readings of an order is the later one.

mod events;
mod functions;
mod identity;
pub mod json;
mod later;
mod lifecycle;
mod models;
mod operations;
mod order;
mod recovery;
mod rules;

pub use events::{
    EVENTS, Event, MchPrepay, OrderUnclear, PrepayRequest, ServiceAuthorization, Unknown, UserClosedService,
    UserConfirmed, UserOpenedService, UserPaid,
};
pub use functions::{
    AcknowledgePrepay, AnyResult, Attach, EncodeAttach, FUNCTIONS, Launch, LaunchAuthorise, LaunchConfirm,
    LaunchConfirmSigned, LaunchDetail, LaunchReturn, PrepayAcknowledgement, ReadLaunchReturn,
};
pub use later::{Later, LaterReading, later_reading};
pub use lifecycle::{
    Deduction, DeductionStanding, Hold, LIFECYCLE, Lifecycle, LifecycleRow, NextAction, NextStep, OperationRows,
    Permission, Progress, TRANSITIONS, Transition, lifecycle, lifecycle_with,
};
pub use models::{
    Collection, CollectionDetail, CollectionState, GoodsDetail, Location, PaidType, Payment, PromotionDetail, RiskFund,
    RiskFundName, ServiceOrderCoupon, TimeRange,
};
pub use operations::{
    AnyReply, ApplyPermissions, AuthorizationState, CancelOrder, CompleteOrder, CreateDeliveryOrder, CreateOrder,
    DeductionInfo, DeductionRegistered, JumpLink, JumpLinkType, ModifyOrder, OPERATIONS, OrderCancelled,
    OrderCompleted, OrderModified, OrderSynced, Permissions, PermissionsApplied, PermissionsTerminated, QueryDeduction,
    QueryOrder, QueryPermissions, RegisterDeductInfo, ShoppingGoods, ShoppingInfo, SyncDetail, SyncOrder, SyncType,
    TerminatePermissions,
};
pub use order::{Order, OrderRef, OrderState, Phase, StateDescription};
pub use recovery::{Evidence, Found, OperationRecovery, RECOVERY, RecoveryRow};
pub use rules::ServiceMode;

pub use crate::protocol::{Settlement, Verdict};
pub use crate::schema::{ServiceTime, ZonedTime};

pub(crate) use events::read_event;
pub(crate) use functions::compute_by_name;
pub(crate) use operations::read_by_name;

use crate::platform::REFUSALS;
use crate::protocol::Mode;
use crate::schema::ModelInfo;
use identity::IDENTITY;

/// This mode, for the engine.
pub(crate) static MODE: Mode =
    Mode { name: "acquiring", order_ref: Some(OrderRef::INFO), identity: IDENTITY, refusals: &REFUSALS };

/// The settings of a merchant that only this mode has.
pub(crate) const SETTINGS: &[&str] = &["service_id", "service_mode", "service_ceiling", "appid", "channel_id"];

/// What hosts read of this mode beside replies, events and results of functions.
pub(crate) const MODELS: &[&ModelInfo] =
    &[OrderRef::INFO, Deduction::INFO, Progress::INFO, Lifecycle::INFO, LaterReading::INFO];

/// What may be found out about a lost call, beside an error.
pub(crate) const EVIDENCE: &[&ModelInfo] = &[Order::INFO, DeductionInfo::INFO, Permissions::INFO];
