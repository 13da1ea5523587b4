//! Writes the generated files, or with `--check` compares them with what is committed.

mod answers;
mod coverage;
mod errors;
mod kotlin;
mod lifecycle;
mod markdown;
mod python;
mod recovery;
mod rules;
mod surface;
mod template;
mod typescript;

use payscore::ffi::ACQUIRING;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let check = std::env::args().any(|arg| arg == "--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = vec![
        ("bindings-python/python/payscore/_models.py", python::models(&ACQUIRING)),
        ("bindings-python/python/payscore/_operations.py", python::operations(&ACQUIRING)),
        ("bindings-python/python/payscore/_settings.py", python::settings(&ACQUIRING)),
        ("bindings-python/python/payscore/_errors.py", python::errors()),
        ("bindings-kotlin/payscore/src/generated/kotlin/io/github/payscore/model/Models.kt", kotlin::models()),
        ("bindings-kotlin/payscore/src/generated/kotlin/io/github/payscore/model/Enums.kt", kotlin::enums()),
        ("bindings-kotlin/payscore/src/generated/kotlin/io/github/payscore/Operations.kt", kotlin::operations()),
        ("bindings-kotlin/payscore/src/generated/kotlin/io/github/payscore/MerchantConfig.kt", kotlin::settings()),
        ("bindings-kotlin/payscore/src/generated/kotlin/io/github/payscore/Exceptions.kt", kotlin::errors()),
        ("bindings-wasm/npm/src/generated/models.ts", typescript::models(&ACQUIRING)),
        ("bindings-wasm/npm/src/generated/operations.ts", typescript::operations(&ACQUIRING)),
        ("bindings-wasm/npm/src/generated/performed.ts", typescript::performed(&ACQUIRING)),
        ("bindings-wasm/npm/src/generated/settings.ts", typescript::settings()),
        ("bindings-wasm/npm/src/generated/errors.ts", typescript::errors()),
        ("docs/coverage.md", coverage::page()),
        ("docs/errors.md", errors::index()),
        ("docs/lifecycle.md", lifecycle::page()),
        ("docs/recovery.md", recovery::page()),
        ("docs/rules.md", rules::page()),
    ];
    files.extend(errors::pages());
    for (_, page) in files.iter_mut().filter(|(path, _)| path.ends_with(".md")) {
        *page = markdown::wrapped(page);
    }
    let mut stale = 0;
    for (path, text) in &files {
        let there = std::fs::read_to_string(root.join(path)).unwrap_or_default();
        if there == *text {
            continue;
        }
        if check {
            eprintln!("{path} is not what core declares: run `cargo xtask generate`");
            stale += 1;
        } else if let Err(error) = std::fs::write(root.join(path), text) {
            eprintln!("{path}: {error}");
            stale += 1;
        } else {
            println!("wrote {path}");
        }
    }
    println!("{} passed, {stale} failed", files.len() - stale);
    if stale == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
