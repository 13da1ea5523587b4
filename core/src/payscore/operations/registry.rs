//! The registry: each operation once, by name and by type.

use super::super::{Order, identity};
use super::*;
use crate::error::*;
use crate::protocol::{AnyDraft, OperationInfo, Verified};
use crate::schema::{FieldType, Reader, Unread};
use serde_json::Value;

/// An operation with its parameters.
pub trait Operation: serde::Serialize {
    /// What its answer is read as.
    type Reply: Reply;
    /// What it says about itself.
    const INFO: &'static OperationInfo;
}

/// What an answer is read as. Sealed: only verified answers become one.
#[allow(private_bounds)]
pub trait Reply: serde::Serialize + FromVerified {}

pub(crate) trait FromVerified: Sized {
    fn from_verified(draft: &AnyDraft, verified: Verified) -> Result<Self, Error>;
}

/// Declares an operation: its parameters as a model, and what it says about itself.
macro_rules! operation {
    (
        $(#[doc = $doc:expr])*
        pub struct $Name:ident -> $Reply:ident as $id:literal {
            title: $title:literal, $(style: $style:ident,)? method: $method:ident, path: $path:literal, page: $page:literal,
            after_loss: $after_loss:ident, $(repeats_with_success: $repeats:literal,)? takes_order: $takes_order:literal, check: $check:path,
            $($fields:tt)*
        }
    ) => {
        $crate::schema::model! {
            $(#[doc = $doc])*
            pub struct $Name { $($fields)* }
        }

        impl super::Operation for $Name {
            type Reply = $Reply;
            const INFO: &'static $crate::protocol::OperationInfo = &$crate::protocol::OperationInfo {
                name: $id, title: $title, method: $crate::protocol::Method::$method, path: $path, page: $page,
                after_loss: $crate::error::Retry::$after_loss, params: $Name::INFO, reply: $Reply::INFO,
                repeats_with_success: false $(|| $repeats)?,
                takes_order: $takes_order, check: $check, style: $crate::payscore::operations::registry::style!($($style)?),
            };
        }
    };
}
pub(crate) use operation;

/// The reply of an operation that is answered without content (204).
macro_rules! no_content {
    ($(#[doc = $doc:expr])* pub struct $Name:ident;) => {
        $crate::schema::model! {
            $(#[doc = $doc])*
            pub struct $Name {
                required {}
                optional {}
                derived {
                    /// What WeChat Pay sent and could not be read: absent here, and in `raw`.
                    unread: Vec<$crate::schema::Unread>,
                    /// The verified text as received; usually empty.
                    raw: String,
                    /// `Request-ID` of the answer.
                    request_id: Option<String>,
                }
            }
        }
    };
}
pub(crate) use no_content;

/// JSON unless it is said otherwise.
macro_rules! style {
    () => {
        $crate::protocol::Style::Json
    };
    ($style:ident) => {
        $crate::protocol::Style::$style
    };
}
pub(crate) use style;

fn read_reply<T: FieldType>(verified: &Verified) -> Result<(T, Vec<Unread>), Error> {
    Reader::received(&verified.content)
        .map_err(|issues| Error::of_issues("the answer is verified, but", issues).with_raw(&verified.raw))
}

macro_rules! replies {
    ($($Reply:ident),*) => {$(
        impl Reply for $Reply {}
        impl FromVerified for $Reply {
            fn from_verified(_: &AnyDraft, verified: Verified) -> Result<$Reply, Error> {
                let (mut reply, unread) = read_reply::<$Reply>(&verified)?;
                reply.unread = unread;
                reply.raw = verified.raw;
                reply.request_id = verified.request_id;
                Ok(reply)
            }
        }
    )*};
}
replies!(
    OrderCancelled,
    OrderCompleted,
    OrderModified,
    OrderSynced,
    DeductionRegistered,
    PermissionsApplied,
    Permissions,
    PermissionsTerminated,
    PlatformCertificates,
    SecurityEchoed,
    RawReply,
    Downloaded
);

impl Reply for DeductionInfo {}
impl FromVerified for DeductionInfo {
    fn from_verified(draft: &AnyDraft, verified: Verified) -> Result<DeductionInfo, Error> {
        let (mut reply, unread) = read_reply::<DeductionInfo>(&verified)?;
        reply.unread = unread;
        reply.order_ref = Some(identity::order_ref(draft));
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

macro_rules! operations {
    ($($Name:ident),* $(,)?) => {
        /// Every operation there is.
        pub static OPERATIONS: &[&OperationInfo] = &[$(<$Name as Operation>::INFO),*];

        /// The reply of any operation.
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum AnyReply {
            $(#[doc = concat!("The reply of `", stringify!($Name), "`.")] $Name(<$Name as Operation>::Reply),)*
        }

        impl serde::Serialize for AnyReply {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(AnyReply::$Name(reply) => reply.serialize(serializer),)* }
            }
        }

        fn read_by_name(draft: &AnyDraft, verified: Verified) -> Result<AnyReply, Error> {
            match draft.operation().name {
                $(name if name == <$Name as Operation>::INFO.name => FromVerified::from_verified(draft, verified).map(AnyReply::$Name),)*
                other => Err(Error::new(INVALID_OPERATION, format!("there is no operation `{other}`"))),
            }
        }
    };
}
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
    DownloadCertificates,
    SecurityEcho,
    RawRequest,
    Upload,
    Download,
);

/// The operation of this name.
pub(crate) fn find(name: &str) -> Option<&'static OperationInfo> {
    OPERATIONS.iter().copied().find(|operation| operation.name == name)
}

/// Turns a verified answer into the reply of its operation.
pub(crate) fn read_any(draft: &AnyDraft, verified: Verified) -> Result<AnyReply, Error> {
    read_with(draft, verified, read_by_name)
}

/// The same, for a reply whose type is known.
pub(crate) fn read_typed<R: Reply>(draft: &AnyDraft, verified: Verified) -> Result<R, Error> {
    read_with(draft, verified, R::from_verified)
}

fn read_with<R>(
    draft: &AnyDraft,
    verified: Verified,
    read: impl FnOnce(&AnyDraft, Verified) -> Result<R, Error>,
) -> Result<R, Error> {
    belongs(draft, &verified.content).and_then(|()| read(draft, verified)).map_err(|error| draft.unreadable(error))
}

/// A signed answer about another merchant or another order is not the answer to this call.
fn belongs(draft: &AnyDraft, content: &Value) -> Result<(), Error> {
    if !identity::names_any(content) {
        return Ok(());
    }
    let found = identity::disagreement(identity::of_draft(draft), |name| identity::member(content, name));
    let Some(found) = found else { return Ok(()) };
    let detail = format!("the answer is verified, but about {} {} instead of {}", found.what, found.second, found.first);
    Err(Error::new(if found.name == "mchid" { MALFORMED_MCHID } else { MALFORMED_OTHER }, detail))
}
