//! What WeChat Pay is to tell the merchant by a callback.

use payscore::time::Timestamp;
use serde_json::Value;

/// A kind of callback, and how its envelope is written.
#[derive(Debug)]
pub struct EventKind {
    /// `PAYSCORE.USER_CONFIRM`, or another.
    pub event_type: &'static str,
    /// Its one line for people.
    pub summary: &'static str,
    /// `original_type` of its resource; absent for some.
    pub original_type: Option<&'static str>,
    /// What its resource is sealed with; empty for some.
    pub associated_data: &'static str,
}

/// A callback that is still to be made.
#[derive(Debug, Clone)]
pub struct Notice {
    /// Its kind.
    pub kind: &'static EventKind,
    /// When it happened.
    pub at: Timestamp,
    /// The address that it goes to.
    pub notify_url: String,
    /// The content, to be sealed.
    pub content: Value,
    /// The payment that a pre-order is asked for. The answer to such a callback counts.
    pub payment: Option<String>,
}
