//! Lines of documents and of code have at most 120 characters. Exempt are rows of tables, lines of code with an
//! address, and code that a tool wrote.

use super::{documents, files_ending_in, text};
use std::path::{Path, PathBuf};

const MOST: usize = 120;
const CODE: [&str; 10] = ["rs", "ts", "mts", "cts", "mjs", "js", "py", "pyi", "kt", "java"];

#[test]
fn lines_are_at_most_120_characters() {
    let mut wide = Vec::new();
    for document in documents() {
        wide.extend(wide_lines(&document, |line| line.starts_with('|')));
    }
    for file in code() {
        wide.extend(wide_lines(&file, |line| line.contains("https://")));
    }
    assert!(wide.is_empty(), "wider than {MOST} characters:\n{}", wide.join("\n"));
}

/// The files of code, but for those that uniffi and wasm-bindgen wrote.
fn code() -> Vec<PathBuf> {
    let mut files = files_ending_in(&CODE);
    files.retain(|file| !file.components().any(|part| part.as_os_str() == "plumbing" || part.as_os_str() == "wasm"));
    assert!(files.len() > 200, "only {} files of code were found", files.len());
    files
}

fn wide_lines(file: &Path, is_exempt: impl Fn(&str) -> bool) -> Vec<String> {
    let text = text(file);
    let lines = text.lines().zip(1..).filter(|(line, _)| line.chars().count() > MOST && !is_exempt(line));
    lines.map(|(_, number): (&str, usize)| format!("{}:{number}", file.display())).collect()
}
