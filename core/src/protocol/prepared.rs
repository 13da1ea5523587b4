//! An operation as exact bytes.

use super::operation::{Method, OperationInfo};
use crate::error::{Issue, Retry};

/// An operation as exact bytes.
#[derive(Debug, Clone)]
pub(crate) struct Prepared {
    pub(crate) operation: &'static OperationInfo,
    pub(crate) method: Method,
    pub(crate) target: String,
    pub(crate) body: Option<Vec<u8>>,
    pub(crate) transfer: FileTransfer,
    pub(crate) advice: Vec<Issue>,
    /// Whether it goes to the other address.
    pub(crate) fallback: bool,
}

/// What some requests have beside target and body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FileTransfer {
    None,
    /// What is signed of a file's upload, and what divides the parts of its body.
    Upload {
        meta: String,
        boundary: String,
    },
    /// What the file that comes must hash to.
    Download {
        hash_type: String,
        hash_value: String,
    },
}

impl Prepared {
    /// Whether it changes something at WeChat Pay.
    pub(crate) fn changes(&self) -> bool {
        self.method != Method::Get
    }

    /// What to do when the answer is lost.
    pub(crate) fn after_loss(&self) -> Retry {
        if self.changes() { self.operation.after_loss } else { Retry::SameRequest }
    }
}
