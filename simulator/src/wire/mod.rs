//! APIv3: signatures verified over the bytes received, answers signed, callbacks sealed and delivered. No product.

mod address;
pub(crate) mod authorization;
pub(crate) mod callbacks;
pub(crate) mod headers;
mod json;
pub(crate) mod keys;
pub(crate) mod multipart;
pub(crate) mod parameters;
pub(crate) mod reading;
pub(crate) mod signing;
mod switches;
pub(crate) mod text;

use crate::common::Declared;

/// What the protocol declares.
pub(crate) const DECLARED: Declared =
    Declared { kept_members: &["code"], switches: switches::SWITCHES, ..Declared::NOTHING };
