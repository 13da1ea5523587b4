//! Every check of the project, in one run.

use crate::languages::{Language, named};
use crate::prerequisites;
use crate::run::{Done, command, step};
use crate::totals::{Totals, counts};
use std::process::{Command, Stdio};

/// All of it, or (`only`) what is about these languages; `rust` stands for what is common.
pub fn test(only: &[&str]) -> Done {
    let languages = named(only)?;
    prerequisites::check(languages.iter().flat_map(|language| language.needs))?;
    let _ = std::fs::remove_dir_all(counts());
    std::fs::create_dir_all(counts()).map_err(|error| format!("{}: {error}", counts().display()))?;
    let mut totals = Totals::default();
    let with_rust = only.is_empty() || only.contains(&"rust");
    if with_rust {
        rust(&mut totals);
    }
    for language in &languages {
        one(&mut totals, language);
    }
    let mut names: Vec<&str> = languages.iter().map(|language| language.name).collect();
    if with_rust {
        names.insert(0, "rust");
    }
    totals.agree(&names);
    totals.close()
}

fn rust(totals: &mut Totals) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let cargo = |arguments: &[&str]| command(&cargo, arguments);
    totals.check("rustfmt", cargo(&["fmt", "--all", "--check"]));
    totals.check("clippy", cargo(&["clippy", "-q", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]));
    let mut doc = cargo(&["doc", "-q", "--no-deps", "-p", "payscore", "-p", "payscore-simulator"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    totals.check("cargo doc", doc);
    totals.check("generated files are what core declares", cargo(&["run", "-q", "-p", "payscore-generate", "--", "--check"]));
    totals.counted(
        "Rust tests",
        cargo(&[
            "test",
            "-p",
            "payscore",
            "-p",
            "payscore-tests",
            "-p",
            "payscore-simulator",
            "--features",
            "payscore-simulator/server",
        ]),
    );
    deny(totals, cargo(&["deny", "--version"]), cargo(&["deny", "check", "bans", "licenses", "sources"]));
}

fn one(totals: &mut Totals, language: &Language) {
    let name = language.name;
    if let Err(problem) = step(&format!("the {name} package"), || (language.build)()) {
        return totals.fail(&format!("the {name} package"), &problem);
    }
    (language.checks)(totals);
    let told = step(&format!("the demo in {name}"), || crate::demo::tell(language, false));
    totals.result(&format!("the demo in {name}"), told.map(|story| print!("{story}")));
}

fn deny(totals: &mut Totals, mut probe: Command, check: Command) {
    if probe.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        totals.check("cargo deny", check);
    } else {
        totals.skip("cargo deny is not installed", "cargo install --locked cargo-deny@0.20.2");
    }
}
