//! The operations of this mode, one file each. A file reads like its page of WeChat Pay's documentation: the endpoint,
//! what to do when its answer is lost, each parameter with its limits, the reply.

mod apply_permissions;
mod cancel_order;
mod complete_order;
mod create_delivery_order;
mod create_order;
mod modify_order;
mod query_deduction;
mod query_order;
mod query_permissions;
mod register_deduct_info;
mod sync_order;
mod terminate_permissions;

pub use apply_permissions::{ApplyPermissions, PermissionsApplied};
pub use cancel_order::{CancelOrder, OrderCancelled};
pub use complete_order::{CompleteOrder, OrderCompleted};
pub use create_delivery_order::{CreateDeliveryOrder, JumpLink, JumpLinkType, ShoppingGoods, ShoppingInfo};
pub use create_order::CreateOrder;
pub use modify_order::{ModifyOrder, OrderModified};
pub use query_deduction::{DeductionInfo, QueryDeduction};
pub use query_order::QueryOrder;
pub use query_permissions::{AuthorizationState, Permissions, QueryPermissions};
pub use register_deduct_info::{DeductionRegistered, RegisterDeductInfo};
pub use sync_order::{OrderSynced, SyncDetail, SyncOrder, SyncType};
pub use terminate_permissions::{PermissionsTerminated, TerminatePermissions};

use super::identity::order_ref_of_draft;
use super::{MODE, Order};
use crate::error::{Error, MALFORMED_EMPTY};
use crate::protocol::{AnyDraft, FromVerified, Reply, Verified, operations, read_reply, replies};

operations!(
    CreateOrder,
    QueryOrder,
    CancelOrder,
    CompleteOrder,
    ModifyOrder,
    SyncOrder,
    RegisterDeductInfo,
    QueryDeduction,
    ApplyPermissions,
    QueryPermissions,
    TerminatePermissions,
    CreateDeliveryOrder,
);

replies!(
    OrderCancelled,
    OrderCompleted,
    OrderModified,
    OrderSynced,
    DeductionRegistered,
    PermissionsApplied,
    Permissions,
    PermissionsTerminated,
);

impl Reply for DeductionInfo {}
impl FromVerified for DeductionInfo {
    fn from_verified(draft: &AnyDraft, verified: Verified) -> Result<DeductionInfo, Error> {
        let (mut reply, unread) = read_reply::<DeductionInfo>(&verified)?;
        reply.unread = unread;
        reply.order_ref = Some(order_ref_of_draft(draft));
        reply.raw = verified.raw;
        reply.request_id = verified.request_id;
        Ok(reply)
    }
}

impl Reply for Order {}
impl FromVerified for Order {
    fn from_verified(_: &AnyDraft, verified: Verified) -> Result<Order, Error> {
        if verified.raw.is_empty() {
            return Err(Error::new(MALFORMED_EMPTY, "the answer is verified, but empty where an order was promised"));
        }
        let mut order = Order::from_value(&verified.content, &verified.raw)?;
        order.request_id = verified.request_id;
        Ok(order)
    }
}
