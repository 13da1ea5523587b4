//! The WeChat Pay APIv3 protocol, without any product: signing, verification, decryption, errors, and the engine that
//! turns an operation into exact bytes and its answer into verified JSON.
//!
//! * Going out: `endpoint` and `operation` describe an endpoint; `prepare` makes path, query and body of its parameters
//!   (`raw_and_files` for any endpoint and for files); `call` holds the draft and the call; `canonical` writes what is
//!   signed; `stored` keeps a draft as bytes.
//! * Coming in: `verify` checks a signature with a key of `trust`; `answer` reads the answer to a call, and
//!   `notification` a callback; `resource`, `sensitive` and `certificates` open what is sealed; `diagnosis` and
//!   `explain` find the probable cause of an error; `bounded` limits what an unverified message may cost.
//! * `mode` is what the engine must know of a product, and `function` what a merchant computes without a call.

mod account;
mod answer;
pub(crate) mod bounded;
mod call;
mod canonical;
mod certificates;
mod cross_rule;
mod diagnosis;
mod encode;
mod endpoint;
mod explain;
mod function;
mod identity;
mod mode;
mod notification;
mod operation;
mod prepare;
mod prepared;
mod raw_and_files;
mod resource;
mod sensitive;
mod settlement;
mod stored;
mod target;
mod trust;
mod verify;

pub use account::Account;
pub use call::{AnyCall, AnyDraft, Lost};
pub use canonical::{authorization, request_message, response_message};
#[cfg(feature = "webcrypto")]
pub(crate) use certificates::answer_trust;
pub use cross_rule::CrossRule;
pub use endpoint::{Operation, Reply};
pub use function::{Function, FunctionInfo};
pub use mode::{Mode, NamesOrder, Refusals};
pub use notification::EventInfo;
pub use operation::{Method, OperationInfo, Style};
pub use resource::open_resource;
pub use sensitive::{open_sensitive, seal_sensitive};
#[cfg(feature = "webcrypto")]
pub(crate) use sensitive::{opened, sealable, sealed, to_open};
pub use settlement::{Settlement, Verdict};
pub use trust::{TrustStore, TrustedKey};
pub use verify::verify;

pub(crate) use answer::{Verified, read_answer};
pub(crate) use cross_rule::Facts;
pub(crate) use encode::percent_encode;
pub(crate) use endpoint::{FromVerified, no_content, operation, operations, read_reply, reason, replies, rules, style};
pub(crate) use function::{Context, function_params, functions};
pub(crate) use identity::{IdentityMember, disagreement, identity_member, identity_of_draft, names_any};
pub(crate) use notification::{Envelope, Frame, open_notification};
pub(crate) use operation::Knowledge;
pub(crate) use prepare::{Preparation, Validate, fill, prepare};
pub(crate) use stored::{other_merchant, restore};
pub(crate) use verify::{Judge, by_own_rsa};
#[cfg(feature = "webcrypto")]
pub(crate) use verify::{PendingVerification, prepare as prepare_verification, verify_with};
