//! Payscore: WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连), without any I/O.
#![forbid(unsafe_code)]

pub mod acquiring;
pub mod crypto;
pub mod error;
pub mod ffi;
pub mod http;
mod merchant;
pub mod money;
pub mod platform;
pub mod protocol;
mod registry;
pub mod schema;
pub mod secret;
mod text;
pub mod time;
mod url;

pub use error::Error;
pub use merchant::{Call, Draft, JsonRequest, Merchant, MerchantConfig, Prepare, Validation};

/// The snippet of `core/README.md` compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
