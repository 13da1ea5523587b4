//! Payscore: WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连), without any I/O.
#![forbid(unsafe_code)]

pub mod crypto;
pub mod error;
pub mod ffi;
#[cfg(feature = "host")]
pub mod host;
pub mod http;
mod merchant;
pub mod money;
pub mod payscore;
pub mod protocol;
pub mod schema;
pub mod secret;
mod text;
pub mod time;
mod url;

pub use error::Error;
pub use merchant::{Call, Draft, JsonRequest, Merchant, MerchantConfig, Prepare, Validation};
