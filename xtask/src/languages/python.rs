//! Python: the wheel, in the project's own virtual environment.

use super::Language;
use crate::prerequisites::Need;
use crate::run::{Done, More, command, root, run, step, target};
use crate::totals::Totals;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const LANGUAGE: Language = Language {
    name: "python",
    needs: &[Need {
        program: "python3",
        arguments: &["-c", "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 10))"],
        remedy: "Python 3.10 or later with venv: apt-get install python3 python3-venv",
    }],
    build: || package(&[]).map(drop),
    checks,
    demo,
    bench: None,
};

/// Builds the wheel, with more to say to maturin, and installs it; the interpreter that has it.
pub fn package(options: &[&str]) -> Done<PathBuf> {
    let folder = target().join("venv");
    let python = interpreter();
    if !python.exists() {
        run(command("python3", &["-m", "venv"]).arg_path(&folder))?;
    }
    let pip = |arguments: &[&str]| {
        run(command(&python, &["-m", "pip", "install", "-q", "--disable-pip-version-check"]).more(arguments))
    };
    step("Python's tools", || pip(&["-r", "bindings-python/requirements-dev.txt"]))?;
    let wheels = target().join("wheels-dev");
    let _ = std::fs::remove_dir_all(&wheels);
    let mut maturin = command(folder.join("bin/maturin"), &["build", "-q", "-m", "bindings-python/Cargo.toml", "--out"]);
    maturin.arg(&wheels).args(options).env("VIRTUAL_ENV", &folder);
    step("the wheel", || run(maturin))?;
    let wheel =
        std::fs::read_dir(&wheels).ok().and_then(|mut entries| entries.next()?.ok()).ok_or("maturin made no wheel")?.path();
    step("installing the wheel", || pip(&["--force-reinstall", "--no-deps", &wheel.to_string_lossy()]))?;
    Ok(python)
}

fn interpreter() -> PathBuf {
    target().join("venv/bin/python")
}

fn checks(totals: &mut Totals) {
    let python = interpreter();
    let tool = |name: &str, arguments: &[&str]| {
        let mut command = command(python.with_file_name(name), arguments);
        command.current_dir(root().join("bindings-python"));
        command
    };
    totals.check("ruff", tool("ruff", &["check", "-q", "python", "tests", "examples"]));
    totals.check("mypy --strict", tool("mypy", &["--strict", "python/payscore", "examples", "tests/typed.py"]));
    let mut strict = tool("basedpyright", &["--pythonpath"]);
    strict.arg(&python);
    totals.check("basedpyright, strict", strict);
    totals.counted("Python tests", tool("pytest", &["-q", "tests"]));
}

fn demo(facts: &Path, json: bool) -> Command {
    let mut told = command(interpreter(), &[]);
    told.arg(root().join("bindings-python/demo.py")).arg(facts);
    if json {
        told.arg("--json");
    }
    told
}
