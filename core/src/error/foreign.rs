//! Text from outside in a sentence of ours: one line, without control or invisible characters, and short. Everything foreign that an
//! error's text shows goes through here, and [`line()`] looks at every finished text once more.

use std::fmt::Write as _;

/// The most characters of one foreign text in a sentence.
const SHOWN: usize = 80;
/// The most characters of what an HTTP client or WeChat Pay says for a person.
const SAID: usize = 300;
/// The most characters of a JSON pointer: some levels deep, with a foreign name at its end.
const POINTER: usize = 200;
/// The most characters of a whole text. Ours are far shorter; a list of many issues may not be.
const LINE: usize = 4000;

/// A foreign name or word, short enough for a sentence.
pub(crate) fn shown(text: &str) -> String {
    cleaned(text, SHOWN)
}

/// A foreign sentence: what an HTTP client, or WeChat Pay, says for a person.
pub(crate) fn said(text: &str) -> String {
    cleaned(text, SAID)
}

/// A JSON pointer that may hold foreign names.
pub(super) fn pointer(text: String) -> String {
    if is_clean(&text, POINTER) { text } else { cleaned(&text, POINTER) }
}

/// A whole text of an error.
pub(super) fn line(text: String) -> String {
    if is_clean(&text, LINE) { text } else { cleaned(&text, LINE) }
}

fn is_clean(text: &str, most: usize) -> bool {
    text.len() <= most && text.chars().all(|c| !is_hidden(c))
}

/// Line breaks become blanks; what cannot be seen is named (`<U+200B>`); what is too long is cut.
fn cleaned(text: &str, most: usize) -> String {
    let mut out = String::new();
    let mut left = most;
    for c in text.trim().chars() {
        let width = if is_hidden(c) && !c.is_whitespace() { 8 } else { 1 };
        let Some(rest) = left.checked_sub(width) else {
            out.push('…');
            break;
        };
        left = rest;
        if !is_hidden(c) {
            out.push(c);
        } else if c.is_whitespace() {
            out.push(' ');
        } else {
            let _ = write!(out, "<U+{:04X}>", u32::from(c));
        }
    }
    out
}

/// What moves the cursor, ends a line, turns the direction of writing, or is not seen at all.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xAD | 0x034F | 0x061C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F | 0x2028..=0x202E
            | 0x2060..=0x206F | 0x3164 | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFC | 0xE000..=0xF8FF
            | 0x1_BCA0..=0x1_BCA3 | 0x1_D173..=0x1_D17A | 0xE_0000..=0x10_FFFF)
}
