//! How models and enumerations are declared. From one declaration come the Rust type, the reading of JSON, the checking
//! of parameters, and the description from which the bindings' types, methods and documents are made.
//!
//! * `macros` declares, `types` describes: [`ModelInfo`], [`FieldInfo`], [`Rule`].
//! * `read` makes values of JSON, strict with what you pass and lenient with what WeChat Pay sends; `unread` names what
//!   could not be read. `check` looks at parameters before they are signed, and names all mistakes at once.
//! * `marks` is how a host passes what JSON cannot hold; `times` are the times that cross as text; `path` is where in
//!   the JSON a value stands.

mod check;
mod from_host;
mod macros;
pub mod marks;
mod path;
mod read;
mod times;
mod types;
mod unread;

pub(crate) use check::{Extent, check_params};
pub(crate) use from_host::{json_that_is_meant, model_from_host};
pub(crate) use macros::{described, model, open_enum, wire_name, words};
pub(crate) use path::Path;
pub(crate) use read::{FieldType, Reader, kind_of};
pub use times::{ServiceTime, ZonedTime};
pub use types::{Bytes, EnumInfo, FieldInfo, Json, ModelInfo, Rule, Type, ValueInfo};
pub use unread::Unread;
pub(crate) use unread::{UnreadList, found};
