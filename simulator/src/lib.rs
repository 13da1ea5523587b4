//! WeChat Pay's side.
#![forbid(unsafe_code)]

pub mod acquiring;
mod answer;
mod api;
mod backend;
pub mod common;
mod control;
mod mode;
mod platform;
mod simulator;
mod wire;
mod world;

pub use answer::{Answer, Pace};
pub use simulator::{Config, ConfigError, Simulator};
pub use wire::callbacks::Delivery;
pub use world::{World, perform, switches};
