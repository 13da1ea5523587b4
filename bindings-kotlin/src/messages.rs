//! HTTP messages as they cross.

use crate::failure::Failure;
use crate::raw_bodies::RAW_CALLBACK;
use crate::value::{Value, to_value};
use payscore::ffi::json;
use payscore::http::{Headers, Response};
use payscore::protocol::AnyDraft;
use payscore::time::Timestamp;

#[derive(uniffi::Record)]
pub struct Header {
    pub(crate) name: String,
    pub(crate) value: String,
}

/// A message from WeChat Pay: an answer, or a callback (whose status means nothing). `now`: when it was received, in
/// Unix seconds.
#[derive(uniffi::Record)]
pub struct ReceivedMessage {
    pub(crate) status: i32,
    headers: Vec<Header>,
    body: Vec<u8>,
    now: i64,
}

impl ReceivedMessage {
    /// The message with this status, and when it was received, in Unix seconds.
    pub(crate) fn into_response(self, status: u16) -> (Response, i64) {
        let pairs = self.headers.into_iter().map(|header| (header.name, header.value));
        (Response::new(status, pairs.collect::<Headers>(), self.body), self.now)
    }
}

/// The moment at which a Kotlin clock says that the answer to a draft was received.
pub(crate) fn answer_moment(draft: &AnyDraft, seconds: i64) -> Result<Timestamp, Failure> {
    #[allow(clippy::cast_precision_loss, reason = "no moment is beyond 2^53 seconds; core refuses what is")]
    Ok(json::answer_moment(draft, seconds as f64)?)
}

/// The moment that a Kotlin clock returned.
pub(crate) fn moment(seconds: i64) -> Result<Timestamp, Failure> {
    #[allow(clippy::cast_precision_loss, reason = "no moment is beyond 2^53 seconds; core refuses what is")]
    Ok(json::moment(seconds as f64)?)
}

/// The names of the headers that core reads, for libraries that can only look headers up by name.
#[uniffi::export]
pub fn header_names() -> Vec<String> {
    json::HEADERS.iter().map(|&name| name.to_owned()).collect()
}

/// The error to throw when a callback's body is not bytes but a `found`, such as a text.
#[uniffi::export]
pub fn callback_not_bytes(found: String) -> Value {
    to_value(&json::callback_not_bytes(&found, RAW_CALLBACK))
}
