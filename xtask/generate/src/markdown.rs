//! Pages are wrapped at 120 characters, whatever their sentences come from. Code, tables, headings and anchors stay as
//! they are.

const MOST: usize = 120;

/// The page with its prose wrapped.
pub fn wrapped(page: &str) -> String {
    let (mut out, mut paragraph, mut fenced) = (Vec::new(), Vec::new(), false);
    for line in page.lines() {
        let fence = line.trim_start().starts_with("```");
        if fenced || fence || stays(line) {
            flush(&mut paragraph, &mut out);
            out.push(line.to_owned());
        } else {
            if !marker(line).is_empty() {
                flush(&mut paragraph, &mut out);
            }
            paragraph.push(line);
        }
        fenced ^= fence;
    }
    flush(&mut paragraph, &mut out);
    out.join("\n") + "\n"
}

/// A line of its own: blank, a heading, a row of a table, an anchor.
fn stays(line: &str) -> bool {
    let line = line.trim_start();
    line.is_empty() || line.starts_with(['#', '|', '<'])
}

/// What makes a line an item of a list, with the indentation before it: `* `, `- `, `1. `.
fn marker(line: &str) -> &str {
    let text = line.trim_start();
    let item = text.split_once(' ').map_or("", |(first, _)| first);
    let numbered = item.strip_suffix('.').is_some_and(|number| number.parse::<u32>().is_ok());
    if matches!(item, "*" | "-") || numbered { &line[..line.len() - text.len() + item.len() + 1] } else { "" }
}

/// Writes a paragraph, if there is one, under its marker or its indentation.
fn flush(paragraph: &mut Vec<&str>, out: &mut Vec<String>) {
    let Some(first) = paragraph.first() else { return };
    let indentation = &first[..first.len() - first.trim_start().len()];
    let start = if marker(first).is_empty() { indentation } else { marker(first) };
    let text = paragraph.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ");
    let text = text.strip_prefix(start.trim()).unwrap_or(&text).trim();
    let mut line = start.to_owned();
    let mut fresh = true;
    for word in words(text) {
        if !fresh && line.chars().count() + 1 + word.chars().count() > MOST && marker(&format!("{word} ")).is_empty() {
            out.push(std::mem::replace(&mut line, " ".repeat(start.chars().count())));
            fresh = true;
        }
        if !fresh {
            line.push(' ');
        }
        line.push_str(&word);
        fresh = false;
    }
    out.push(line);
    paragraph.clear();
}

/// The words; code within a line and a link are one each, blanks and all.
fn words(text: &str) -> Vec<String> {
    let (mut words, mut word, mut code, mut link) = (Vec::new(), String::new(), false, false);
    for letter in text.chars() {
        match letter {
            ' ' if !code && !link => words.push(std::mem::take(&mut word)),
            letter => {
                code ^= letter == '`';
                link = (link || (letter == '[' && !code)) && !(letter == ')' || (letter == ']' && code));
                word.push(letter);
            }
        }
    }
    words.push(word);
    words
}
