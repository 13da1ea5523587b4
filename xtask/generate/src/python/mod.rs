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
use text::fill;

const HEADER: &str = "# Generated from core's declarations by `cargo xtask generate`. Do not edit.";

/// The package of a mode.
fn package(scope: &Scope) -> String {
    if scope.namespace.is_empty() { "payscore".to_owned() } else { format!("payscore.{}", scope.namespace) }
}

/// What is written by hand at the top and generated for a further mode: the merchant and the clients, as files of its
/// package.
pub fn further_mode(scope: &Scope) -> Vec<(&'static str, String)> {
    let package = package(scope);
    let values = [("header", HEADER), ("package", &*package)];
    vec![
        (
            "__init__.py",
            fill(include_str!("templates/mode.py"), &[&values[..], &[("namespace", scope.namespace)]].concat()),
        ),
        ("httpx.py", fill(include_str!("templates/httpx.py"), &values)),
        ("requests.py", fill(include_str!("templates/requests.py"), &values)),
    ]
}
