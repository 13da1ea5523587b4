//! The files under `tests/` that every language reads. `tests/README.md` describes them.

use serde_json::Value;
use std::path::{Path, PathBuf};

pub fn tests_folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// `PAYSCORE_VECTORS`, or `tests/vectors`.
pub fn vectors_folder() -> PathBuf {
    std::env::var_os("PAYSCORE_VECTORS").map_or_else(|| tests_folder().join("vectors"), PathBuf::from)
}

/// `PAYSCORE_SCENARIOS`, or `tests/scenarios`.
pub fn scenarios_folder() -> PathBuf {
    std::env::var_os("PAYSCORE_SCENARIOS").map_or_else(|| tests_folder().join("scenarios"), PathBuf::from)
}

/// A JSON file.
pub fn json_file(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The sources of the tests themselves: path under `tests/rust`, and text.
pub fn rust_sources() -> Vec<(String, String)> {
    let root = tests_folder().join("rust");
    let relative = |path: PathBuf| {
        let name = path.strip_prefix(&root).unwrap().to_string_lossy().replace('\\', "/");
        (name, std::fs::read_to_string(&path).unwrap())
    };
    sources_of(&root).into_iter().map(relative).collect()
}

/// Every Rust file under a folder.
pub fn sources_of(folder: &Path) -> Vec<PathBuf> {
    let (mut folders, mut sources) = (vec![folder.to_owned()], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|end| end == "rs") {
                sources.push(path);
            }
        }
    }
    sources.sort();
    sources
}

/// The published test keys: `vectors/keys.json`.
pub fn keys() -> Value {
    json_file(&tests_folder().join("vectors/keys.json"))
}

/// One member of one key, such as `private_key_pkcs8_pem`.
pub fn key_pem(key: &str, member: &str) -> String {
    keys()[key][member].as_str().unwrap_or_else(|| panic!("{key} has no {member}")).to_owned()
}

/// Requests, answers, callbacks and jumps of the product: `samples.json`.
pub fn samples() -> Value {
    json_file(&tests_folder().join("samples.json"))
}
