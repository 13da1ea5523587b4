//! Payscore core.
#![forbid(unsafe_code)]

pub mod crypto;
pub mod http;
pub mod money;
pub mod secret;
pub mod time;
