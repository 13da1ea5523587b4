//! Kotlin: one immutable class per model with named arguments and a builder for Java, final classes for open
//! enumerations, one method per operation.

mod enums;
mod errors;
mod models;
mod names;
mod operations;
mod settings;
mod text;
mod types;

pub use enums::enums;
pub use errors::errors;
pub use models::models;
pub use operations::operations;
pub use settings::settings;

const HEADER: &str = "// Generated from core's declarations by `cargo xtask generate`. Do not edit.";
