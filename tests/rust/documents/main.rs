//! The documents: the two root READMEs say the same, links lead somewhere, evidence names what is there, lines are at
//! most 120 characters.

mod evidence;
mod links;
mod readme;
mod tests_readme;
mod widths;

use std::fs;
use std::path::{Path, PathBuf};
use support::tests_folder;

/// Folders that hold what was built or fetched.
const LEFT_OUT: [&str; 7] = ["target", "node_modules", "dist", "build", ".git", ".venv", "site-packages"];

fn root() -> PathBuf {
    tests_folder().join("..")
}

/// Every Markdown file of the project, as its path from the root. The parts in `xtask` are read on the pages made of
/// them.
fn documents() -> Vec<PathBuf> {
    let mut found = files_ending_in(&["md"]);
    found.retain(|path| !path.starts_with("xtask"));
    found
}

/// Every file of the project with one of these endings, as its path from the root.
fn files_ending_in(endings: &[&str]) -> Vec<PathBuf> {
    let (root, mut found, mut folders) = (root(), Vec::new(), vec![PathBuf::new()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(root.join(&folder)).unwrap().flatten() {
            let (name, path) = (entry.file_name(), folder.join(entry.file_name()));
            if entry.path().is_dir() {
                if !LEFT_OUT.iter().any(|left_out| name == *left_out) {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|extension| endings.iter().any(|ending| extension == *ending)) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

fn text(document: &Path) -> String {
    fs::read_to_string(root().join(document)).unwrap()
}

/// The lines outside fenced code, each with its number from 1.
fn prose(text: &str) -> Vec<(usize, &str)> {
    let mut inside = false;
    let mut outside = |line: &str| {
        let fence = line.trim_start().starts_with("```");
        inside ^= fence;
        !inside && !fence
    };
    text.lines().zip(1..).filter(|(line, _)| outside(line)).map(|(line, number)| (number, line)).collect()
}

/// The targets of the inline links of a line.
fn link_targets(line: &str) -> Vec<&str> {
    line.split("](").skip(1).filter_map(|rest| rest.split_once(')')).map(|(target, _)| target).collect()
}
