//! What was found out after an answer was lost.

use crate::acquiring::{DeductionInfo, Order, Permissions};
use crate::error::Error;

/// What was found out after an answer was lost. Only verified things count.
#[derive(Debug, Clone, Copy)]
pub enum Evidence<'a> {
    /// The order, freshly read.
    Order(&'a Order),
    /// The registered deduction number, freshly read.
    Deduction(&'a DeductionInfo),
    /// The user's authorisation, freshly read.
    Permissions(&'a Permissions),
    /// The error of a query, or of a repeat of the identical request.
    Error(&'a Error),
    /// The same, when only its code was kept, and whether it was signed.
    Said {
        /// WeChat Pay's code, such as `ORDER_NOT_EXIST`.
        wechat_code: &'a str,
        /// Whether its signature held. What was not signed proves nothing.
        verified: bool,
    },
}

impl Evidence<'_> {
    /// The code of a signed error.
    pub(super) fn code(&self) -> Option<&str> {
        match *self {
            Evidence::Error(error) => error.api().filter(|api| api.verified).and_then(|api| api.wechat_code.as_deref()),
            Evidence::Said { wechat_code, verified } => Some(wechat_code).filter(|_| verified),
            _ => None,
        }
    }
}
