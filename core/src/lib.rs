//! Payscore: WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连), without any I/O.
#![forbid(unsafe_code)]

pub mod crypto;
pub mod error;
pub mod http;
pub mod money;
pub mod protocol;
pub mod schema;
pub mod secret;
pub mod time;
