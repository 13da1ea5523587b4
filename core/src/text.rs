//! Characters that stray into texts: from a shell, an environment variable, a web page, an editor.

use crate::error::is_hidden;

/// Blanks, line breaks, and what cannot be seen: control characters, byte order mark, zero-width and direction marks.
pub(crate) fn is_stray(c: char) -> bool {
    c.is_whitespace() || is_hidden(c)
}

/// A text without what strayed into it.
pub(crate) fn without_stray(text: &str) -> String {
    text.chars().filter(|c| !is_stray(*c)).collect()
}
