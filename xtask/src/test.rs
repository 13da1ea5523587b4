//! Every check of the project, in one run.

use crate::prerequisites;
use crate::run::{Done, command, root, run, step, target};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// How many checks passed, failed and were skipped.
#[derive(Default)]
struct Totals {
    passed: usize,
    failed: usize,
    skipped: usize,
}

pub fn test() -> Done {
    prerequisites::check()?;
    let mut totals = Totals::default();
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let cargo = |arguments: &[&str]| command(&cargo, arguments);
    totals.check("rustfmt", cargo(&["fmt", "--all", "--check"]));
    totals.check("clippy", cargo(&["clippy", "-q", "--workspace", "--all-targets", "--all-features", "--", "-D", "warnings"]));
    let mut doc = cargo(&["doc", "-q", "--no-deps", "-p", "payscore", "-p", "payscore-simulator"]);
    doc.env("RUSTDOCFLAGS", "-D warnings");
    totals.check("cargo doc", doc);
    totals.check("generated files are what core declares", cargo(&["run", "-q", "-p", "payscore-types", "--", "--check"]));
    totals.counted("Rust tests", cargo(&["test", "-p", "payscore", "-p", "payscore-tests", "-p", "payscore-simulator"]));
    match step("the Python package", python) {
        Ok(python) => totals.python(&python),
        Err(problem) => totals.fail("the Python package", &problem),
    }
    match step("the demo", || crate::demo::demo(false)) {
        Ok(()) => totals.passed += 1,
        Err(problem) => totals.fail("the demo", &problem),
    }
    totals.deny(cargo(&["deny", "--version"]), cargo(&["deny", "check", "bans", "licenses", "sources"]));
    println!("{} passed, {} failed, {} skipped", totals.passed, totals.failed, totals.skipped);
    if totals.failed == 0 { Ok(()) } else { Err(String::new()) }
}

impl Totals {
    /// One check that passes or fails as a whole.
    fn check(&mut self, what: &str, command: Command) {
        match step(what, || run(command)) {
            Ok(()) => self.passed += 1,
            Err(problem) => self.fail(what, &problem),
        }
    }

    /// A test runner whose closing lines say how many passed and failed.
    fn counted(&mut self, what: &str, mut command: Command) {
        let output =
            step(what, || command.stdin(Stdio::null()).stderr(Stdio::inherit()).output().map_err(|error| error.to_string()));
        let Ok(output) = output else { return self.fail(what, "it does not start") };
        let text = String::from_utf8_lossy(&output.stdout);
        print!("{text}");
        let before = (self.passed, self.failed);
        for line in text.lines().filter(|line| line.contains(" passed") || line.contains(" failed")) {
            self.passed += number_before(line, " passed");
            self.failed += number_before(line, " failed");
            self.skipped += number_before(line, " skipped");
        }
        if !output.status.success() && self.failed == before.1 {
            self.fail(what, &output.status.to_string());
        } else if (self.passed, self.failed) == before {
            self.fail(what, "it ran no test");
        }
    }

    fn python(&mut self, python: &Path) {
        let tool = |name: &str, arguments: &[&str]| {
            let mut command = command(python.with_file_name(name), arguments);
            command.current_dir(root().join("bindings-python"));
            command
        };
        self.check("ruff", tool("ruff", &["check", "-q", "python", "tests", "examples"]));
        self.check("mypy --strict", tool("mypy", &["--strict", "python/payscore", "examples", "tests/typed.py"]));
        let mut strict = tool("basedpyright", &["--pythonpath"]);
        strict.arg(python);
        self.check("basedpyright, strict", strict);
        self.counted("Python tests", tool("pytest", &["-q", "tests"]));
    }

    fn deny(&mut self, mut probe: Command, check: Command) {
        if probe.stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|status| status.success()) {
            self.check("cargo deny", check);
        } else {
            println!("skipped: cargo deny is not installed (cargo install cargo-deny)");
            self.skipped += 1;
        }
    }

    fn fail(&mut self, what: &str, problem: &str) {
        println!("FAILED: {what}: {problem}");
        self.failed += 1;
    }
}

/// Builds the wheel and installs it in the project's own virtual environment; the interpreter in it.
pub fn python() -> Done<PathBuf> {
    python_with(&[])
}

/// The same, with more to say to maturin.
pub fn python_with(options: &[&str]) -> Done<PathBuf> {
    let folder = target().join("venv");
    let python = folder.join("bin/python");
    if !python.exists() {
        run(command("python3", &["-m", "venv"]).arg_path(&folder))?;
    }
    let pip = |arguments: &[&str]| {
        run(command(&python, &["-m", "pip", "install", "-q", "--disable-pip-version-check"]).more(arguments))
    };
    pip(&["-r", "bindings-python/requirements-dev.txt"])?;
    let wheels = target().join("wheels-dev");
    let _ = std::fs::remove_dir_all(&wheels);
    let mut maturin = command(folder.join("bin/maturin"), &["build", "-q", "-m", "bindings-python/Cargo.toml", "--out"]);
    maturin.arg(&wheels).args(options).env("VIRTUAL_ENV", &folder);
    run(maturin)?;
    let wheel =
        std::fs::read_dir(&wheels).ok().and_then(|mut entries| entries.next()?.ok()).ok_or("maturin made no wheel")?.path();
    pip(&["--force-reinstall", "--no-deps", &wheel.to_string_lossy()])?;
    Ok(python)
}

trait More {
    fn more(self, arguments: &[&str]) -> Self;
    fn arg_path(self, path: &std::path::Path) -> Self;
}

impl More for Command {
    fn more(mut self, arguments: &[&str]) -> Command {
        self.args(arguments);
        self
    }
    fn arg_path(mut self, path: &std::path::Path) -> Command {
        self.arg(path);
        self
    }
}

fn number_before(line: &str, word: &str) -> usize {
    let digits = |text: &str| {
        text.chars().rev().take_while(char::is_ascii_digit).collect::<Vec<_>>().into_iter().rev().collect::<String>()
    };
    line.find(word).map(|at| digits(&line[..at])).and_then(|digits| digits.parse().ok()).unwrap_or(0)
}
