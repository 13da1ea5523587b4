//! The operations: one file each, the request type naming its reply, and the registry of them all.

mod cancel_order;
mod complete_order;
mod create_order;
mod query_deduction;
mod query_order;
mod register_deduct_info;
mod registry;

pub use cancel_order::{CancelOrder, OrderCancelled};
pub use complete_order::{CompleteOrder, OrderCompleted};
pub use create_order::CreateOrder;
pub use query_deduction::{DeductionInfo, QueryDeduction};
pub use query_order::QueryOrder;
pub use register_deduct_info::{DeductionRegistered, RegisterDeductInfo};
pub use registry::{AnyReply, OPERATIONS, Operation, Reply};

pub(crate) use registry::{find, operation, read_any, read_typed};
