//! The languages beside Rust, a file each: what it needs, how it is built, checked, and how it tells the demo.

mod kotlin;
mod node;
mod python;

use crate::prerequisites::Need;
use crate::run::Done;
use crate::totals::Totals;
use std::path::{Path, PathBuf};

pub use kotlin::plumbing as kotlin_plumbing;
pub use python::package as python_package;

/// A language that Payscore is made for.
pub struct Language {
    /// Its name on the command line.
    pub name: &'static str,
    /// What must be on the machine.
    pub needs: &'static [Need],
    /// Builds the package and installs it as a user would.
    pub build: fn() -> Done,
    /// Every check of it, once it is built.
    pub checks: fn(&mut Totals),
    /// Tells the story against the simulator whose facts are in a file; as JSON on request. What it prints.
    pub demo: fn(&Path, bool) -> std::process::Command,
    /// Builds it optimised and measures. Python's own stands apart: it puts the figures together.
    pub bench: Option<fn() -> Done<Measured>>,
}

/// What a language measured.
pub struct Measured {
    /// Rows of name and microseconds, as JSON.
    pub rows: String,
    /// The files whose sizes matter, with what they are called among the figures.
    pub files: Vec<(String, PathBuf)>,
}

/// Every language there is.
pub static LANGUAGES: &[Language] = &[python::LANGUAGE, node::LANGUAGE, kotlin::LANGUAGE];

/// Those of these names, or all; an unknown name is an error.
pub fn named(names: &[&str]) -> Done<Vec<&'static Language>> {
    if let Some(unknown) = names.iter().find(|name| **name != "rust" && !LANGUAGES.iter().any(|known| known.name == **name)) {
        let known = LANGUAGES.iter().map(|language| language.name).collect::<Vec<_>>().join(", ");
        return Err(format!("there is no language `{unknown}`: rust, {known}"));
    }
    Ok(LANGUAGES.iter().filter(|language| names.is_empty() || names.contains(&language.name)).collect())
}
