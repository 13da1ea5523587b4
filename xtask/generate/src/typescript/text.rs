//! Texts of TypeScript: documentation comments, names, and lines that are not too long.

/// The most columns of a line.
const WIDTH: usize = 120;

/// A documentation comment with its line end. Paragraphs and items of a list are wrapped.
pub fn doc(doc: &str, indent: &str) -> String {
    let paragraphs = paragraphs(&doc.trim().replace("*/", "*\\/"));
    if let [only] = paragraphs.as_slice()
        && columns(only) + columns(indent) + columns("/**  */") <= WIDTH
    {
        return format!("{indent}/** {only} */\n");
    }
    let width = WIDTH - columns(indent) - columns(" * ");
    let lines = paragraphs.iter().flat_map(|paragraph| wrapped(paragraph, width));
    let body: String = lines.map(|line| format!("{}\n", format!("{indent} * {line}").trim_end())).collect();
    format!("{indent}/**\n{body}{indent} */\n")
}

/// A type that is one of several, with its line end: on one line if there is room, otherwise on a line each.
pub fn alias(name: &str, types: impl IntoIterator<Item = String>) -> String {
    let types: Vec<String> = types.into_iter().collect();
    let one = format!("export type {name} = {};\n", types.join(" | "));
    if columns(one.trim_end()) <= WIDTH {
        return one;
    }
    let lines: String = types.iter().map(|ty| format!("\n  | {ty}")).collect();
    format!("export type {name} ={lines};\n")
}

/// `create_order` to `createOrder`.
pub fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        let (head, tail) = part.split_at(part.len().min(1));
        all + &head.to_ascii_uppercase() + tail
    })
}

/// The paragraphs and items of a documentation, each on one line, and the blank lines between them.
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
    line.starts_with("- ")
}

/// A paragraph as lines of this width. A word that is too long stands alone; an item's further lines are indented.
fn wrapped(paragraph: &str, width: usize) -> Vec<String> {
    let hanging = if is_item(paragraph) { "  " } else { "" };
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in paragraph.split_whitespace() {
        if !line.is_empty() && columns(&line) + 1 + columns(word) > width {
            lines.push(std::mem::replace(&mut line, format!("{hanging}{word}")));
        } else {
            line = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        }
    }
    lines.push(line);
    lines
}

fn columns(text: &str) -> usize {
    text.chars().count()
}
