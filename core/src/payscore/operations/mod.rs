//! The operations: one file each, the request type naming its reply, and the registry of them all.

mod apply_permissions;
mod cancel_order;
mod complete_order;
mod create_delivery_order;
mod create_order;
mod download;
mod download_certificates;
mod modify_order;
mod query_deduction;
mod query_order;
mod query_permissions;
mod raw_request;
mod register_deduct_info;
mod registry;
mod security_echo;
mod sync_order;
mod terminate_permissions;
mod upload;

pub use apply_permissions::{ApplyPermissions, PermissionsApplied};
pub use cancel_order::{CancelOrder, OrderCancelled};
pub use complete_order::{CompleteOrder, OrderCompleted};
pub use create_delivery_order::{CreateDeliveryOrder, JumpLink, JumpLinkType, ShoppingGoods, ShoppingInfo};
pub use create_order::CreateOrder;
pub use download::{Download, Downloaded};
pub use download_certificates::{DownloadCertificates, PlatformCertificate, PlatformCertificates};
pub use modify_order::{ModifyOrder, OrderModified};
pub use query_deduction::{DeductionInfo, QueryDeduction};
pub use query_order::QueryOrder;
pub use query_permissions::{AuthorizationState, Permissions, QueryPermissions};
pub use raw_request::{RawReply, RawRequest};
pub use register_deduct_info::{DeductionRegistered, RegisterDeductInfo};
pub use registry::{AnyReply, OPERATIONS, Operation, Reply};
pub use security_echo::{SecurityEcho, SecurityEchoed};
pub use sync_order::{OrderSynced, SyncDetail, SyncOrder, SyncType};
pub use terminate_permissions::{PermissionsTerminated, TerminatePermissions};
pub use upload::Upload;

pub(crate) use registry::{find, no_content, operation, read_any, read_typed};
