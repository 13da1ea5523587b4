//! Python: the wheel and that of the simulator, in the project's own virtual environment.

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

/// Each distribution's folder in `bindings-python`. The second depends on the first.
const DISTRIBUTIONS: [&str; 2] = ["", "testing"];

/// Builds both wheels and installs them. `options`: more arguments for maturin. Returns the interpreter that has them.
pub fn package(options: &[&str]) -> Done<PathBuf> {
    let folder = target().join("venv");
    let python = interpreter();
    if !python.exists() {
        run(command("python3", &["-m", "venv"]).arg_path(&folder))?;
    }
    let pip = |arguments: &[&str]| {
        command(&python, &["-m", "pip", "install", "-q", "--disable-pip-version-check"]).more(arguments)
    };
    step("Python's tools", || run(pip(&["-r", "bindings-python/requirements-dev.txt"])))?;
    let wheels = target().join("wheels-dev");
    let _ = std::fs::remove_dir_all(&wheels);
    step("the wheels", || DISTRIBUTIONS.iter().try_for_each(|distribution| build(distribution, &wheels, options)))?;
    let made = std::fs::read_dir(&wheels).map_err(|error| format!("{}: {error}", wheels.display()))?;
    let mut install = pip(&["--force-reinstall", "--no-deps"]);
    install.args(made.flatten().map(|wheel| wheel.path()));
    step("installing the wheels", || run(install))?;
    Ok(python)
}

fn build(distribution: &str, wheels: &Path, options: &[&str]) -> Done {
    let manifest = root().join("bindings-python").join(distribution).join("Cargo.toml");
    let mut maturin = command(target().join("venv/bin/maturin"), &["build", "-q", "-m"]).arg_path(&manifest);
    maturin.arg("--out").arg(wheels).args(options).env("VIRTUAL_ENV", target().join("venv"));
    run(maturin)
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
    let sources = ["python", "testing/python", "tests", "examples", "demo.py", "bench.py"];
    totals.check("ruff", tool("ruff", &["check", "-q"]).more(&sources));
    totals.check("ruff's layout", tool("ruff", &["format", "-q", "--check"]).more(&sources));
    let typed = ["python/payscore", "testing/python/payscore_testing", "examples", "tests/typed.py"];
    totals.check("mypy --strict", tool("mypy", &["--strict"]).more(&typed));
    let mut strict = tool("basedpyright", &["--pythonpath"]);
    strict.arg(&python);
    totals.check("basedpyright, strict", strict);
    totals.counted("Python tests", tool("pytest", &["-q", "tests"]));
}

fn demo(facts: &Path, json: bool) -> Command {
    let mut story = command(interpreter(), &[]).arg_path(&root().join("bindings-python/demo.py"));
    story.arg(facts);
    if json {
        story.arg("--json");
    }
    story
}
