//! Speed, as ratios to `openssl speed rsa2048` of the same run, and sizes. Built with link-time optimisation; never
//! part of `test`.

use crate::languages::{LANGUAGES, Language, python_package};
use crate::prerequisites;
use crate::run::{Done, command, output, root, run, step, target};

/// In every language whose tools are here; Python's are needed, as it puts the figures together.
pub fn bench(json: bool) -> Done {
    let here: Vec<&Language> =
        LANGUAGES.iter().filter(|language| prerequisites::missing(language.needs).is_empty()).collect();
    prerequisites::check(
        LANGUAGES.iter().filter(|language| language.name == "python").flat_map(|language| language.needs),
    )?;
    let python = step("Python, optimised", || python_package(&["--release"]))?;
    step("the peer to compare with", || run(command(&python, &["-m", "pip", "install", "-q", "wechatpayv3==2.0.4"])))?;
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    step("Rust, optimised", || run(command(&cargo, &["build", "-q", "--release", "-p", "payscore-bench"])))?;
    let mut measured = command(python, &[]);
    measured.arg(root().join("bindings-python/bench.py"));
    let rust = step("measuring Rust", || output(command(target().join("release/payscore-bench"), &[])))?;
    measured.arg(rust.trim());
    for language in here {
        let Some(bench) = language.bench else { continue };
        let found = step(&format!("{}, optimised and measured", language.name), bench)?;
        measured.arg(format!("--rows={}", found.rows.trim()));
        for (name, path) in found.files {
            measured.arg(format!("--file={name}={}", path.display()));
        }
    }
    if json {
        measured.arg("--json");
    }
    step("measuring Python", || run(measured))
}
