//! Texts of Kotlin: templates to fill, documentation comments, imports, and lines that are not too long.

use std::collections::BTreeSet;

/// The most columns of a line, as ktlint counts them.
pub const WIDTH: usize = 120;

/// A template with each `{{name}}` replaced, without the line end after it. Every name must stand in it.
pub fn fill(template: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(template.trim_end().to_owned(), |text, (name, value)| {
        let mark = format!("{{{{{name}}}}}");
        assert!(text.contains(&mark), "the template has no {mark}");
        text.replace(&mark, value)
    })
}

/// Lines of a template, one for each item.
pub fn lines<T>(items: impl IntoIterator<Item = T>, line: impl Fn(T) -> String) -> String {
    items.into_iter().map(line).collect::<Vec<_>>().join("\n")
}

/// A documentation comment, its paragraphs wrapped. Kotlin's comments nest, so neither end of one may stand in it.
pub fn kdoc(doc: &str, indent: &str) -> String {
    let safe = doc.trim().replace("*/", "*&#47;").replace("/*", "/&#42;");
    let paragraphs = paragraphs(&safe);
    if let [only] = paragraphs.as_slice()
        && columns(only) + indent.len() + "/**  */".len() <= WIDTH
    {
        return format!("{indent}/** {only} */");
    }
    let mut out = vec![format!("{indent}/**")];
    for paragraph in &paragraphs {
        let wrapped = wrap(paragraph, WIDTH - indent.len() - " * ".len());
        out.extend(wrapped.iter().map(|line| format!("{indent} * {line}").trim_end().to_owned()));
    }
    out.push(format!("{indent} */"));
    out.join("\n")
}

/// The paragraphs of a documentation, each on one line, and the blank lines between them. A tag, such as `@param`,
/// begins a paragraph.
fn paragraphs(doc: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in doc.lines().map(str::trim) {
        match out.last_mut() {
            Some(last) if !last.is_empty() && !line.is_empty() && !line.starts_with('@') => {
                last.push(' ');
                last.push_str(line);
            }
            _ => out.push(line.to_owned()),
        }
    }
    out
}

/// The lines of a paragraph. A word that is too long stands alone.
fn wrap(paragraph: &str, width: usize) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in paragraph.split_whitespace() {
        let last = lines.last_mut().expect("there is always a line");
        if last.is_empty() {
            last.push_str(word);
        } else if columns(last) + 1 + columns(word) <= width {
            last.push(' ');
            last.push_str(word);
        } else {
            lines.push(word.to_owned());
        }
    }
    lines
}

fn columns(text: &str) -> usize {
    text.chars().count()
}

/// A declaration and its body, on one line if there is room for both.
pub fn declaration(indent: &str, head: &str, body: &str) -> String {
    let one = format!("{indent}{head} = {body}");
    if columns(&one) <= WIDTH { one } else { format!("{indent}{head} =\n{indent}    {body}") }
}

/// The imports that a file needs: of the names of some packages, those that stand in its code.
pub fn imported_names(packages: impl Iterator<Item = (String, Vec<&'static str>)>, code: &str) -> String {
    let is_comment = |line: &&str| line.trim_start().starts_with(['*', '/']);
    let code = code.lines().filter(|line| !is_comment(line)).collect::<Vec<_>>().join("\n");
    let words: BTreeSet<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let mut imports = BTreeSet::new();
    for (package, names) in packages {
        let used = names.into_iter().filter(|name| words.contains(name));
        imports.extend(used.map(|name| format!("import {package}.{name}")));
    }
    lines(imports, |import| import)
}
