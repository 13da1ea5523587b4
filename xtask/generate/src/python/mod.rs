//! Python: frozen dataclasses for what is read, TypedDicts for what is passed, one method per operation.

mod errors;
mod models;
mod operations;
mod settings;
mod text;
mod types;

pub use errors::errors;
pub use models::models;
pub use operations::operations;
pub use settings::settings;

use payscore::ffi::Scope;

const HEADER: &str = "# Generated from core's declarations by `cargo xtask generate`. Do not edit.";

/// The package of a mode.
fn package(scope: &Scope) -> String {
    if scope.namespace.is_empty() { "payscore".to_owned() } else { format!("payscore.{}", scope.namespace) }
}
