//! The table of files in `tests/README.md` is complete.

use std::collections::BTreeSet;
use support::files::rust_sources;
use support::tests_folder;

#[test]
fn the_readme_lists_every_file() {
    let readme = std::fs::read_to_string(tests_folder().join("README.md")).unwrap();
    let rows = readme.lines().filter_map(|line| line.strip_prefix("| ")?.split(" | ").next());
    let listed: BTreeSet<String> = rows
        .map(|cell| cell.trim_matches(['*', '`']))
        .filter(|cell| cell.ends_with(".rs"))
        .map(|cell| cell.trim_start_matches("rust/").to_owned())
        .collect();
    let there: BTreeSet<String> = rust_sources().into_iter().map(|(path, _)| path).collect();
    assert_eq!(listed, there);
}
