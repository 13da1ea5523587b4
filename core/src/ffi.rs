//! What crosses to other languages, declared once for all of them: from these lists come the types, the methods and the
//! documents of every binding. Adding an operation or an event adds to them by itself.

pub use crate::payscore::{EVENTS, Found, OPERATIONS, RECOVERY, RecoveryRow, TableRow, lifecycle_table};

use crate::error::{ErrorAnswer, Issue};
use crate::payscore::{Deduction, Launch, Lifecycle, OrderRef, Settlement};
use crate::protocol::Ack;
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
    fn read_model(value: &serde_json::Value) -> Result<Self, crate::error::Error>;
}

impl<T: crate::schema::FieldType> Model for T {
    fn read_model(value: &serde_json::Value) -> Result<T, crate::error::Error> {
        crate::schema::Reader::document(value).map_err(|issues| crate::error::Error::of_issues("what was handed in", issues))
    }
}

/// A body was handed over as `what` ("text", "parsed JSON") instead of the bytes that were received.
pub fn body_not_bytes(what: &str) -> crate::error::Error {
    let detail = format!(
        "the body was handed over as {what}, but the signature covers the bytes that were received: take the raw body (Flask: request.get_data(); Django: request.body; FastAPI and Starlette: await request.body()) before anything parses it"
    );
    crate::protocol::with_ack(crate::error::Error::new(crate::error::VERIFICATION_BODY, detail))
}
