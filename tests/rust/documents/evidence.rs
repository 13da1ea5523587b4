//! The tests, scenarios and files that the evidence and the guides for contributors name are there.

use super::{prose, root, text};
use std::fs;
use std::path::Path;

/// Where a named file may be.
const FOLDERS: [&str; 10] = [
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
];

/// What is wrong with a word in code: `file.rs::function`, `test_file.py::test_name`, `scenario.json`, `file.test.mjs`,
/// a path.
fn problem(word: &str) -> Option<String> {
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

#[test]
fn what_the_evidence_names_is_there() {
    let page = text(Path::new("docs/evidence.md"));
    let words = prose(&page)
        .into_iter()
        .flat_map(|(number, line)| line.split('`').skip(1).step_by(2).map(move |word| (number, word)));
    let wrong: Vec<String> = words.filter_map(|(number, word)| Some(format!("{number}: {}", problem(word)?))).collect();
    assert!(wrong.is_empty(), "docs/evidence.md names what is not there:\n{}", wrong.join("\n"));
}

#[test]
fn what_is_not_there_is_found() {
    assert_eq!(problem("recovery.rs::readings_only_go_forward"), None);
    assert_eq!(problem("journey.json"), None);
    assert!(problem("recovery.rs::readings_go_backward").is_some());
    assert!(problem("no_journey.json").is_some());
}
