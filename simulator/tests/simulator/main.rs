//! The simulator as its clients see it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects, missing_docs)]

mod callbacks;
mod client;
mod faults;
mod journey;
mod refusals;
