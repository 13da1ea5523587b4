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
