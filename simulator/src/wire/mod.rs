//! APIv3 around the world: signatures checked over the bytes received, answers signed, callbacks sealed and delivered.

mod address;
pub(crate) mod answering;
pub(crate) mod authorization;
pub(crate) mod callbacks;
pub(crate) mod checks;
pub(crate) mod door;
pub(crate) mod files;
mod headers;
mod json;
pub(crate) mod keys;
pub(crate) mod multipart;
pub(crate) mod parameters;
pub(crate) mod platform;
pub(crate) mod routes;
pub(crate) mod signing;
pub(crate) mod text;
