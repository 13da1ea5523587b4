//! The WeChat Pay APIv3 protocol, without any product: signing, verification, decryption, errors, and the engine that turns an
//! operation into exact bytes and its answer into verified JSON.

mod account;
mod answer;
pub(crate) mod bounded;
mod call;
mod canonical;
mod certificates;
mod diagnosis;
mod encode;
mod explain;
mod notification;
mod operation;
mod resource;
mod sensitive;
mod special;
mod stored;
mod target;
mod trust;
mod verify;

pub use account::Account;
pub use call::{AnyCall, AnyDraft, Lost};
pub use canonical::{authorization, request_message, response_message};
#[cfg(feature = "host")]
pub(crate) use certificates::answer_trust;
pub use explain::NUMBERS;
pub use notification::Ack;
pub use operation::{Method, OperationInfo, Style};
pub use resource::open_resource;
pub use sensitive::{open_sensitive, seal_sensitive};
#[cfg(feature = "host")]
pub(crate) use sensitive::{opened, sealable, sealed, to_open};
pub use trust::{TrustStore, TrustedKey};
pub use verify::verify;

pub(crate) use answer::Verified;
pub(crate) use encode::percent_encode;
pub(crate) use notification::{Envelope, Frame, open_notification, with_ack};
pub(crate) use operation::{Knowledge, Preparation, Validate, fill, prepare};
pub(crate) use stored::{other_merchant, restore};
pub(crate) use verify::{Judge, by_own_rsa};
#[cfg(feature = "host")]
pub(crate) use verify::{PendingVerification, prepare as prepare_verification, verify_with};
