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

use payscore::ffi::{ACQUIRING, SCOPES, Scope};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let check = std::env::args().any(|arg| arg == "--check");
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files: Vec<(String, String)> = SCOPES.iter().flat_map(|scope| files_of_mode(scope)).collect();
    files.extend(files_of_every_mode());
    files.extend(errors::pages(&ACQUIRING).into_iter().map(|(path, page)| (path.to_owned(), page)));
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
        } else if let Err(error) = write(&root.join(path), text) {
            eprintln!("{path}: {error}");
            stale += 1;
        } else {
            println!("wrote {path}");
        }
    }
    println!("{} passed, {stale} failed", files.len() - stale);
    if stale == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn write(path: &Path, text: &str) -> std::io::Result<()> {
    path.parent().map_or(Ok(()), std::fs::create_dir_all)?;
    std::fs::write(path, text)
}

/// What is generated for each mode: for the top into each package itself, for another into its namespace.
fn files_of_mode(scope: &Scope) -> Vec<(String, String)> {
    let folder = if scope.namespace.is_empty() { String::new() } else { format!("{}/", scope.namespace) };
    let python = format!("bindings-python/python/payscore/{folder}");
    let kotlin = format!("bindings-kotlin/payscore/src/generated/kotlin/io/github/payscore/{folder}");
    let typescript = format!("bindings-wasm/npm/src/generated/{folder}");
    let mut files = vec![
        (format!("{python}_models.py"), python::models(scope)),
        (format!("{python}_operations.py"), python::operations(scope)),
        (format!("{python}_settings.py"), python::settings(scope)),
        (format!("{kotlin}model/Models.kt"), kotlin::models(scope)),
        (format!("{kotlin}Operations.kt"), kotlin::operations(scope)),
        (format!("{kotlin}MerchantConfig.kt"), kotlin::settings(scope)),
        (format!("{typescript}models.ts"), typescript::models(scope)),
        (format!("{typescript}operations.ts"), typescript::operations(scope)),
        (format!("{typescript}performed.ts"), typescript::performed(scope)),
        (format!("{typescript}settings.ts"), typescript::settings(scope)),
        (format!("docs/{folder}rules.md"), rules::page(scope)),
    ];
    files.extend(kotlin::enums(scope).map(|text| (format!("{kotlin}model/Enums.kt"), text)));
    if !scope.namespace.is_empty() {
        files.extend(python::further_mode(scope).into_iter().map(|(name, text)| (format!("{python}{name}"), text)));
    }
    files
}

/// What is generated once.
fn files_of_every_mode() -> Vec<(String, String)> {
    let once = [
        ("bindings-python/python/payscore/_errors.py", python::errors()),
        ("bindings-kotlin/payscore/src/generated/kotlin/io/github/payscore/Exceptions.kt", kotlin::errors(&ACQUIRING)),
        ("bindings-wasm/npm/src/generated/errors.ts", typescript::errors()),
        ("docs/coverage.md", coverage::page()),
        ("docs/errors.md", errors::index()),
        ("docs/lifecycle.md", lifecycle::page()),
        ("docs/recovery.md", recovery::page()),
    ];
    once.into_iter().map(|(path, text)| (path.to_owned(), text)).collect()
}
