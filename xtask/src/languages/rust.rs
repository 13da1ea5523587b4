//! Rust: the crates themselves, and what is common to all languages.

use super::Language;
use crate::run::{Done, cargo, command, target};
use crate::totals::Totals;
use std::path::Path;
use std::process::{Command, Stdio};

pub const LANGUAGE: Language = Language { name: "rust", needs: &[], build: example, checks, demo, bench: None };

/// Builds the journey. It names the simulator too, with the features of the simulator's own build: so both use one build of core.
fn example() -> Done {
    let features = "payscore/rsa-pure,payscore-simulator/default,payscore-simulator/server";
    let packages = ["build", "-q", "-p", "payscore", "-p", "payscore-simulator", "--example", "journey"];
    cargo(&[packages.as_slice(), &["--no-default-features", "--features", features]].concat())
}

fn checks(totals: &mut Totals) {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let cargo = |arguments: &[&str]| command(&cargo, arguments);
    totals.check("rustfmt", cargo(&["fmt", "--all", "--check"]));
    let clippy = ["clippy", "-q", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"];
    totals.check("clippy", cargo(&clippy));
    let mut doc = cargo(&["doc", "-q", "--no-deps", "-p", "payscore", "-p", "payscore-simulator"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    totals.check("cargo doc", doc);
    let generated = cargo(&["run", "-q", "-p", "payscore-generate", "--", "--check"]);
    totals.check("generated files are what core declares", generated);
    let packages = ["-p", "payscore", "-p", "payscore-tests", "-p", "payscore-simulator", "-p", "payscore-generate"];
    let mut tests = cargo(&["test", "--no-fail-fast"]);
    tests.args(packages).args(["--features", "payscore-simulator/server"]);
    totals.counted("Rust tests", tests);
    deny(totals, cargo(&["deny", "--version"]), cargo(&["deny", "check", "bans", "licenses", "sources"]));
}

fn deny(totals: &mut Totals, mut probe: Command, check: Command) {
    if probe.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
        totals.check("cargo deny", check);
    } else {
        totals.skip("cargo deny is not installed", "cargo install --locked cargo-deny@0.20.2");
    }
}

fn demo(facts: &Path, json: bool) -> Command {
    let mut journey = command(target().join("debug/examples/journey"), &[]);
    journey.arg(facts);
    if json {
        journey.arg("--json");
    }
    journey
}
