//! The tests, scenarios and files that the evidence and the guides for contributors name are there.

use super::{prose, root, text};
use std::fs;
use std::path::Path;

/// Where a named file may be.
const FOLDERS: &[&str] = &[
    "",
    "tests",
    "tests/rust",
    "tests/rust/apiv3",
    "tests/rust/acquiring",
    "tests/rust/simulator",
    "tests/rust/documents",
    "tests/scenarios",
    "bindings-python/tests",
    "bindings-wasm/test",
    "core/src/acquiring",
    "simulator/src/acquiring",
];

/// What is wrong with a word in code: `file.rs::function`, `test_file.py::test_name`, `scenario.json`, `file.test.mjs`,
/// a path.
fn problem(word: &str) -> Option<String> {
    let word = word.trim_start_matches("test:");
    let (file, function) = word.split_once("::").unwrap_or((word, ""));
    let named = [".rs", ".py", ".json", ".mjs", ".toml", ".md"].iter().any(|end| file.ends_with(end));
    if !named || file.contains(['*', '…', ' ', '<']) || file.contains("..") {
        return None;
    }
    let Some(found) = FOLDERS.iter().map(|folder| root().join(folder).join(file)).find(|path| path.exists()) else {
        return Some(format!("there is no file {file}"));
    };
    let known = [found.clone(), found.with_extension("")].iter().any(|path| holds(path, function));
    (!known).then(|| format!("{file} has no {function}"))
}

/// Whether a file, or any file in a folder, has these letters.
fn holds(path: &Path, letters: &str) -> bool {
    match fs::read_dir(path) {
        Ok(entries) => entries.flatten().any(|entry| holds(&entry.path(), letters)),
        Err(_) => fs::read_to_string(path).is_ok_and(|text| text.contains(letters)),
    }
}

/// The pages whose words in code are looked up.
const PAGES: [&str; 3] = ["docs/evidence.md", "CONTRIBUTING.md", "tests/README.md"];

#[test]
fn what_the_evidence_names_is_there() {
    let mut wrong = Vec::new();
    for page in PAGES {
        // `::name` is about the file that was named before it.
        let mut file = "";
        let text = text(Path::new(page));
        for (number, line) in prose(&text) {
            for word in line.split('`').skip(1).step_by(2) {
                let full = if word.starts_with("::") { format!("{file}{word}") } else { word.to_owned() };
                if !word.starts_with("::") && word.contains(".rs") {
                    file = word.split("::").next().unwrap_or_default();
                }
                wrong.extend(problem(&full).map(|problem| format!("{page}:{number}: {problem}")));
            }
        }
    }
    assert!(wrong.is_empty(), "named, and not there:\n{}", wrong.join("\n"));
}

#[test]
fn what_is_not_there_is_found() {
    assert_eq!(problem("recovery.rs::readings_only_go_forward"), None);
    assert_eq!(problem("journey.json"), None);
    assert!(problem("recovery.rs::readings_go_backward").is_some());
    assert!(problem("no_journey.json").is_some());
}
