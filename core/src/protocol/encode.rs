//! Percent-encoding: RFC 3986 unreserved characters raw, every other byte `%XX` in upper case. The one form that the HTTP
//! clients of every language leave as it is.

pub(crate) fn percent_encode(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push('%');
            out.push_str(&crate::crypto::to_hex(&[byte]).to_ascii_uppercase());
        }
    }
    out
}

/// A path: its slashes stay, and so does what is encoded already.
pub(crate) fn percent_encode_path(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for (index, piece) in path.split('%').enumerate() {
        let (digits, rest) = match piece.split_at_checked(2).filter(|_| index > 0) {
            Some((digits, rest)) if digits.bytes().all(|byte| byte.is_ascii_hexdigit()) => (Some(digits), rest),
            _ => (None, piece),
        };
        match digits {
            Some(digits) => out.push_str(&format!("%{}", digits.to_ascii_uppercase())),
            None if index > 0 => out.push_str("%25"),
            None => {}
        }
        out.push_str(&rest.split('/').map(percent_encode).collect::<Vec<_>>().join("/"));
    }
    out
}

/// The reverse, for what was encoded here; `None` when it is not UTF-8.
pub(crate) fn percent_decode(text: &str) -> Option<String> {
    let mut pieces = text.split('%');
    let mut out = pieces.next()?.as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2)?;
        out.push(u8::from_str_radix(digits, 16).ok()?);
        out.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(out).ok()
}

#[cfg(test)]
mod tests {
    use super::{percent_decode, percent_encode, percent_encode_path};

    #[test]
    fn unreserved_characters_stay_and_every_other_byte_is_encoded() {
        assert_eq!(percent_encode("aZ09-._~"), "aZ09-._~");
        assert_eq!(percent_encode("A|1*/ +%中"), "A%7C1%2A%2F%20%2B%25%E4%B8%AD");
    }

    #[test]
    fn what_is_encoded_in_a_path_is_not_encoded_twice() {
        assert_eq!(percent_encode_path("/v3/a b/%e4%b8%ad"), "/v3/a%20b/%E4%B8%AD");
        assert_eq!(percent_encode_path("/100%/%zz/%4"), "/100%25/%25zz/%254");
    }

    #[test]
    fn decoding_gives_back_what_was_encoded() {
        for text in ["", "A|1*", "中文 +%"] {
            assert_eq!(percent_decode(&percent_encode(text)).as_deref(), Some(text));
        }
        for broken in ["%", "%4", "%zz", "%FF", "a%E4%B8"] {
            assert_eq!(percent_decode(broken), None, "{broken}");
        }
    }
}
