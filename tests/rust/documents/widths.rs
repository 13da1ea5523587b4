//! Lines of documents have at most 120 characters; a row of a table must be one line.

use super::{documents, text};

const MOST: usize = 120;

#[test]
fn lines_are_at_most_120_characters() {
    let mut wide = Vec::new();
    for document in documents() {
        let name = document.display().to_string();
        let text = text(&document);
        let too_wide = text.lines().zip(1..).filter(|(line, _)| line.chars().count() > MOST && !line.starts_with('|'));
        wide.extend(too_wide.map(|(_, number): (&str, usize)| format!("{name}:{number}")));
    }
    assert!(wide.is_empty(), "wider than {MOST} characters:\n{}", wide.join("\n"));
}
