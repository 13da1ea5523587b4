//! Text that is not ours, in an error. It is shown on one line, without control or invisible characters, and short.
//! Each foreign text in a sentence goes through here, and [`whole_text`] looks at every finished text once more.

use std::fmt::Write as _;

/// The most characters of a foreign name or word.
const WORD: usize = 80;
/// The most characters of a foreign sentence.
const SENTENCE: usize = 300;
/// The most characters of a JSON pointer: a few levels, with a foreign name at its end.
const POINTER: usize = 200;
/// The most characters of a whole text. Ours are far shorter, but a list of many issues may not be.
const WHOLE_TEXT: usize = 4000;

/// A foreign name or word, fit for a sentence.
pub(crate) fn foreign_word(text: &str) -> String {
    shortened(text, WORD)
}

/// A foreign sentence, such as an HTTP client's reason or WeChat Pay's text for people.
pub(crate) fn foreign_sentence(text: &str) -> String {
    shortened(text, SENTENCE)
}

/// A JSON pointer that may hold foreign names.
pub(super) fn foreign_pointer(text: String) -> String {
    if is_clean(&text, POINTER) { text } else { shortened(&text, POINTER) }
}

/// The whole text of an error or an issue.
pub(super) fn whole_text(text: String) -> String {
    if is_clean(&text, WHOLE_TEXT) { text } else { shortened(&text, WHOLE_TEXT) }
}

fn is_clean(text: &str, most: usize) -> bool {
    text.len() <= most && text.chars().all(|c| !is_hidden(c))
}

/// A text on one line: line breaks become blanks, an invisible character becomes its name (`<U+200B>`), and a text that
/// is too long is cut.
fn shortened(text: &str, most: usize) -> String {
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

/// Whether a character moves the cursor, ends a line, turns the direction of writing, or is invisible.
pub(crate) fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(u32::from(c),
            0xAD | 0x034F | 0x061C | 0x115F | 0x1160 | 0x17B4 | 0x17B5 | 0x180B..=0x180F | 0x200B..=0x200F
            | 0x2028..=0x202E | 0x2060..=0x206F | 0x3164
            | 0xFE00..=0xFE0F | 0xFEFF | 0xFFA0 | 0xFFF0..=0xFFFC | 0xE000..=0xF8FF
            | 0x1_BCA0..=0x1_BCA3 | 0x1_D173..=0x1_D17A | 0xE_0000..=0x10_FFFF)
}
