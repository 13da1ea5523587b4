//! How models, enumerations and operations are declared: once, in core. From a declaration come the Rust type, the reading of
//! JSON, the checking of parameters, and the descriptions from which the bindings' types, methods and documents are made.

mod check;
mod macros;
pub mod marks;
mod path;
mod read;
mod times;
mod types;
mod unread;

pub(crate) use check::{Extent, check_params};
pub(crate) use macros::{described, model, open_enum, wire_name, words};
pub(crate) use path::Path;
pub(crate) use read::{FieldType, Reader, kind_of};
pub use times::{ServiceTime, ZonedTime};
pub use types::{Bytes, EnumInfo, FieldInfo, Json, ModelInfo, Rule, Type, ValueInfo};
pub use unread::Unread;
pub(crate) use unread::{UnreadList, found};
