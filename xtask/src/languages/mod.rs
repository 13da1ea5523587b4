//! The languages, a file each: what it needs, how it is built and checked, and how it plays the demo.

mod kotlin;
mod node;
mod python;
mod rust;

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
    /// The program that plays the demo against the simulator whose facts are in a file, and prints a timeline, or JSON on request.
    pub demo: fn(&Path, bool) -> std::process::Command,
    /// Builds it optimised and measures it. Rust and Python have none: `bench` itself measures them, and Python puts the figures
    /// together.
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
pub static LANGUAGES: &[Language] = &[rust::LANGUAGE, python::LANGUAGE, node::LANGUAGE, kotlin::LANGUAGE];

/// The named languages, or all if none is named; an unknown name is an error.
pub fn named(names: &[&str]) -> Done<Vec<&'static Language>> {
    if let Some(unknown) = names.iter().find(|name| !LANGUAGES.iter().any(|known| known.name == **name)) {
        let known = LANGUAGES.iter().map(|language| language.name).collect::<Vec<_>>().join(", ");
        return Err(format!("there is no language `{unknown}`: {known}"));
    }
    Ok(LANGUAGES.iter().filter(|language| names.is_empty() || names.contains(&language.name)).collect())
}
