//! Texts of Python: templates to fill, docstrings, and lines that are not too long.

/// So many columns a line may have, as ruff counts them.
pub const WIDTH: usize = 120;

/// A template with each `{{name}}` replaced. Every name must stand in it.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.to_owned(), |text, (name, value)| {
        let mark = format!("{{{{{name}}}}}");
        assert!(text.contains(&mark), "the template has no {mark}");
        text.replace(&mark, value)
    })
}

/// A documentation as a docstring without the line end that follows it. Long paragraphs are wrapped.
pub fn docstring(doc: &str, indent: &str) -> String {
    let escaped = doc.trim().replace('\\', "\\\\").replace("\"\"\"", "'''");
    let quotes = "\"\"\"".len();
    let fits_on_one_line = !escaped.contains('\n') && columns(&escaped) + indent.len() + 2 * quotes <= WIDTH;
    if fits_on_one_line {
        return format!("{indent}\"\"\"{escaped}\"\"\"");
    }
    let mut lines = Vec::new();
    let paragraphs = paragraphs(&escaped);
    // ruff puts the closing quotes behind a text of one line, also where they do not fit: so such a text becomes two
    // lines.
    let opening = if paragraphs.len() == 1 { 2 * quotes } else { quotes };
    for (index, paragraph) in paragraphs.iter().enumerate() {
        let first = if index == 0 { opening } else { 0 };
        lines.extend(wrap(paragraph, WIDTH - indent.len(), first));
    }
    let indented = lines
        .iter()
        .map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") })
        .collect::<Vec<_>>();
    format!("{indent}\"\"\"{}\n{indent}\"\"\"", indented.join("\n").trim_start())
}

/// The paragraphs of a documentation, each on one line, and the blank lines between them. An item, which is a line that
/// begins with a name in backticks and a colon, is a paragraph.
fn paragraphs(doc: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in doc.lines().map(str::trim) {
        match out.last_mut() {
            Some(last) if !last.is_empty() && !line.is_empty() && !is_item(line) => {
                last.push(' ');
                last.push_str(line);
            }
            _ => out.push(line.to_owned()),
        }
    }
    out
}

fn is_item(line: &str) -> bool {
    line.starts_with('`')
        && line
            .trim_start_matches('`')
            .split_once('`')
            .is_some_and(|(_, rest)| rest.trim_start_matches('`').starts_with(": "))
}

/// One paragraph as lines of this width. The first line has `taken` columns less. In an item, the lines after the first
/// are indented.
fn wrap(paragraph: &str, width: usize, taken: usize) -> Vec<String> {
    let hanging = if is_item(paragraph) { "    " } else { "" };
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        let left = if lines.is_empty() { width - taken } else { width };
        if !line.is_empty() && columns(&line) + 1 + columns(word) > left {
            lines.push(line);
            line = format!("{hanging}{word}");
        } else if line.is_empty() {
            line = word.to_owned();
        } else {
            line = format!("{line} {word}");
        }
    }
    lines.push(line);
    lines
}

/// The columns that a text takes: two for each Chinese character, as ruff and terminals count.
fn columns(text: &str) -> usize {
    text.chars().map(|character| if is_wide(character) { 2 } else { 1 }).sum()
}

/// Chinese characters and their punctuation, and what else of East Asia takes two columns.
fn is_wide(character: char) -> bool {
    matches!(
        character,
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}'
            | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{ff60}'
    )
}

#[cfg(test)]
mod tests {
    use super::{WIDTH, columns, docstring};

    #[test]
    fn a_short_documentation_stays_on_one_line() {
        assert_eq!(docstring("In fen.", "    "), "    \"\"\"In fen.\"\"\"");
    }

    #[test]
    fn a_long_one_is_wrapped_and_items_stay_apart() {
        let made = docstring(&format!("{}\n\n`one`: {}\n`two`: 取消.", "word ".repeat(40), "word ".repeat(30)), "    ");
        let lines = made.lines().collect::<Vec<_>>();
        assert!(lines.iter().all(|line| columns(line) <= WIDTH));
        assert_eq!(lines.iter().filter(|line| line.starts_with("    `")).count(), 2);
        assert!(lines.contains(&"    `two`: 取消."));
        assert_eq!(lines.last(), Some(&"    \"\"\""));
    }

    #[test]
    fn chinese_takes_two_columns() {
        assert_eq!(columns("支付分 ok"), 9);
    }
}
