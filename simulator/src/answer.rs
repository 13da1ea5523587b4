//! What becomes of a request.

use payscore::http::Response;
use std::time::Duration;

/// An answer, or none.
#[derive(Debug)]
pub enum Answer {
    /// Send this back.
    Reply(Response),
    /// Close the connection without an answer.
    Dropped,
}

/// How a server sends an answer back. In-process there is neither time nor a connection:
/// [`Simulator::handle`](crate::Simulator::handle) drops the answer instead, as a client sees it whose time-out is
/// shorter.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pace {
    /// As usual.
    #[default]
    AtOnce,
    /// After this time.
    After(Duration),
    /// Its head and half of its body at once, the rest after this time.
    HalfThen(Duration),
    /// Its head and half of its body, then the connection is closed.
    HalfThenCut,
}
