//! What crosses to other languages, declared once for all of them: from these lists come the types, the methods and the
//! documents of every binding. Adding an operation or an event adds to them by itself.

pub use crate::payscore::{EVENTS, Found, OPERATIONS, RECOVERY, RecoveryRow, TableRow, lifecycle_table};

use crate::error::{Error, ErrorAnswer, Issue, VERIFICATION_BODY};
use crate::payscore::{Deduction, Launch, Lifecycle, OrderRef, Settlement};
use crate::protocol::{Ack, AnyCall, with_ack};
use crate::schema::ModelInfo;

/// Models beside the replies and events that hosts read.
pub static READ: &[&ModelInfo] = &[
    OrderRef::INFO,
    Deduction::INFO,
    Lifecycle::INFO,
    Settlement::INFO,
    Launch::INFO,
    Ack::INFO,
    Issue::INFO,
    ErrorAnswer::INFO,
];

/// A model that a host may hand back: one that it read before, or made itself.
pub trait Model: Sized {
    /// Reads it from JSON.
    fn read_model(value: &serde_json::Value) -> Result<Self, Error>;
}

impl<T: crate::schema::FieldType> Model for T {
    fn read_model(value: &serde_json::Value) -> Result<T, Error> {
        crate::schema::Reader::document(value).map_err(|issues| Error::of_issues("what was handed in", issues))
    }
}

/// A callback's body was handed over as `what` ("text", "parsed JSON") instead of the bytes that were received.
pub fn callback_not_bytes(what: &str) -> Error {
    let how = "Flask: request.get_data(); Django: request.body; FastAPI and Starlette: await request.body()";
    with_ack(not_bytes(what, &format!("take the raw body ({how}) before anything parses it")))
}

/// The body of an answer to a call was: the request was sent, so its outcome is unknown if it changes something.
pub fn answer_not_bytes(call: &AnyCall, what: &str) -> Error {
    call.unread(not_bytes(what, "take the answer's raw bytes (requests and httpx: .content) and read them again"))
}

fn not_bytes(what: &str, remedy: &str) -> Error {
    let detail = format!("the body was handed over as {what}, but the signature covers the bytes that were received: {remedy}");
    Error::new(VERIFICATION_BODY, detail)
}
