//! An endpoint as a type. The request names its reply, and describes itself for the engine.

use super::{AnyDraft, OperationInfo, Verified};
use crate::error::Error;
use crate::schema::{FieldType, Reader, Unread};

/// An operation with its parameters.
pub trait Operation: serde::Serialize {
    /// The type of its reply.
    type Reply: Reply;
    /// Its description.
    const INFO: &'static OperationInfo;
}

/// A reply. Only a verified answer becomes one, so the trait is sealed.
#[allow(private_bounds)]
pub trait Reply: serde::Serialize + FromVerified {}

pub(crate) trait FromVerified: Sized {
    fn from_verified(draft: &AnyDraft, verified: Verified) -> Result<Self, Error>;
}

/// Reads the members of a verified answer.
pub(crate) fn read_reply<T: FieldType>(verified: &Verified) -> Result<(T, Vec<Unread>), Error> {
    Reader::received(&verified.content)
        .map_err(|issues| Error::of_issues("the answer is verified, but", issues).with_raw(&verified.raw))
}

/// Declares an operation: its parameters as a model, and its description.
macro_rules! operation {
    (
        $(#[doc = $doc:expr])*
        pub struct $Name:ident -> $Reply:ident as $id:literal {
            title: $title:literal, $(style: $style:ident,)? method: $method:ident, path: $path:literal,
            page: $page:literal,
            after_loss: $after_loss:ident,
            $(repeats_with_success: $repeats:literal,)? takes_order: $takes_order:literal,
            $(outside_lifecycle: $outside_lifecycle:literal,)? $(outside_recovery: $outside_recovery:literal,)?
            rules: $rules:tt,
            $($fields:tt)*
        }
    ) => {
        $crate::schema::model! {
            $(#[doc = $doc])*
            pub struct $Name { $($fields)* }
        }

        impl $crate::protocol::Operation for $Name {
            type Reply = $Reply;
            const INFO: &'static $crate::protocol::OperationInfo = &$crate::protocol::OperationInfo {
                name: $id, title: $title, method: $crate::protocol::Method::$method, path: $path, page: $page,
                after_loss: $crate::error::Retry::$after_loss, params: $Name::INFO, reply: $Reply::INFO,
                repeats_with_success: false $(|| $repeats)?,
                outside_lifecycle: $crate::protocol::reason!($($outside_lifecycle)?),
                outside_recovery: $crate::protocol::reason!($($outside_recovery)?),
                takes_order: $takes_order, rules: $crate::protocol::rules!($rules),
                style: $crate::protocol::style!($($style)?), mode: &super::MODE,
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
                    /// Members that WeChat Pay sent and that could not be read. They are absent here, and stand in
                    /// `raw`.
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

/// How a request is made: from JSON unless the declaration names another style.
macro_rules! style {
    () => {
        $crate::protocol::Style::Json
    };
    ($style:ident) => {
        $crate::protocol::Style::$style
    };
}
pub(crate) use style;

/// A reason, where one is declared.
macro_rules! reason {
    () => {
        None
    };
    ($reason:literal) => {
        Some($reason)
    };
}
pub(crate) use reason;

/// The rules between an operation's parameters: a list, or those of another operation.
macro_rules! rules {
    ([$($RULE:path),* $(,)?]) => {
        &[$(&$RULE),*]
    };
    ($Operation:ident) => {
        <$Operation as $crate::protocol::Operation>::INFO.rules
    };
}
pub(crate) use rules;

/// Makes these models replies, and fills the members that every reply has.
macro_rules! replies {
    ($($Reply:ident),* $(,)?) => {$(
        impl $crate::protocol::Reply for $Reply {}
        impl $crate::protocol::FromVerified for $Reply {
            fn from_verified(
                _: &$crate::protocol::AnyDraft,
                verified: $crate::protocol::Verified,
            ) -> Result<$Reply, $crate::error::Error> {
                let (mut reply, unread) = $crate::protocol::read_reply::<$Reply>(&verified)?;
                reply.unread = unread;
                reply.raw = verified.raw;
                reply.request_id = verified.request_id;
                Ok(reply)
            }
        }
    )*};
}
pub(crate) use replies;

/// Lists the operations of one mode, and makes the reply of any of them.
macro_rules! operations {
    ($($Name:ident),* $(,)?) => {
        /// Every operation of this mode.
        pub static OPERATIONS: &[&$crate::protocol::OperationInfo] = &[$(<$Name as
            $crate::protocol::Operation>::INFO),*];

        /// The reply of any operation of this mode.
        #[derive(Debug, Clone)]
        #[non_exhaustive]
        pub enum AnyReply {
            $(#[doc = concat!("The reply of \
                 `", stringify!($Name), "`.")] $Name(<$Name as $crate::protocol::Operation>::Reply),)*
        }

        impl serde::Serialize for AnyReply {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(AnyReply::$Name(reply) => reply.serialize(serializer),)* }
            }
        }

        /// Turns a verified answer into the reply of its operation; `None` when the operation is not of this mode.
        pub(crate) fn read_by_name(
            draft: &$crate::protocol::AnyDraft,
            verified: $crate::protocol::Verified,
        ) -> Option<Result<AnyReply, $crate::error::Error>> {
            match draft.operation().name {
                $(name if name == <$Name as $crate::protocol::Operation>::INFO.name => {
                    Some($crate::protocol::FromVerified::from_verified(draft, verified).map(AnyReply::$Name))
                })*
                _ => None,
            }
        }
    };
}
pub(crate) use operations;
