//! What goes wrong on a crossing.

use crate::value::{Value, to_value};
use payscore::Error;
use std::fmt;

/// The only failure of a crossing: core's error, in its JSON form.
#[derive(uniffi::Error)]
pub enum Failure {
    Refused { error: Value },
}

impl From<Error> for Failure {
    fn from(error: Error) -> Failure {
        Failure::Refused { error: to_value(&error) }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("refused")
    }
}

impl fmt::Debug for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Failure")
    }
}

impl std::error::Error for Failure {}
