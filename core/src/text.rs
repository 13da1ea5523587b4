//! Characters that stray into texts: from a shell, an environment variable, a web page, an editor.

/// Blanks, line breaks, control characters, and characters that cannot be seen: byte order mark, zero-width and direction marks, soft
/// hyphen.
pub(crate) fn is_stray(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_invisible(c)
}

/// What takes no place on a screen and is no control character.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}')
}

/// A text without what strayed into it.
pub(crate) fn without_stray(text: &str) -> String {
    text.chars().filter(|c| !is_stray(*c)).collect()
}
