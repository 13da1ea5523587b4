//! Speed, as ratios to `openssl speed rsa2048` of the same run. Built with link-time optimisation; never part of `test`.

use crate::languages::{named, python_package};
use crate::prerequisites;
use crate::run::{Done, command, root, run, step, target};
use std::process::Stdio;

pub fn bench(json: bool) -> Done {
    prerequisites::check(&named(&["python"])?)?;
    let python = step("building the Python package, optimised", || python_package(&["--release"]))?;
    step("installing the peer to compare with", || run(command(&python, &["-m", "pip", "install", "-q", "wechatpayv3==2.0.4"])))?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let build = command(&cargo, &["build", "-q", "--release", "-p", "payscore-bench"]);
    step("building the Rust measurements, optimised", || run(build))?;
    let rust = step("measuring Rust", || {
        let output = command(target().join("release/payscore-bench"), &[]).stdin(Stdio::null()).stderr(Stdio::inherit()).output();
        let output = output.map_err(|error| error.to_string())?;
        if output.status.success() {
            String::from_utf8(output.stdout).map_err(|error| error.to_string())
        } else {
            Err("it failed".to_owned())
        }
    })?;
    let mut measured = command(python, &[]);
    measured.arg(root().join("bindings-python/bench.py")).arg(rust.trim());
    if json {
        measured.arg("--json");
    }
    step("measuring Python", || run(measured))
}
