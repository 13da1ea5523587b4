//! WeChat Pay Score in acquiring-bank mode: samples, rules, states, recovery, and the inventory that holds all of it
//! together.

mod bad_input;
mod coverage;
mod identity;
mod lifecycle;
mod odd;
mod recovery;
mod rules;
mod samples;
