//! Characters that stray into a text from a shell, an environment variable, a web page or an editor.

use crate::error::is_hidden;

/// Whether a character is a blank, a line break or invisible: a control character, byte order mark, zero-width or
/// direction mark.
pub(crate) fn is_stray(c: char) -> bool {
    c.is_whitespace() || is_hidden(c)
}

/// A text without stray characters.
pub(crate) fn without_stray(text: &str) -> String {
    text.chars().filter(|c| !is_stray(*c)).collect()
}
