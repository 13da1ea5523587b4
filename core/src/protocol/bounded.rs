//! What is looked at before anything is known of its sender costs no more than a small multiple of its length.
//!
//! The limits, in one place: a `Wechatpay-*` header 1024 characters; JSON that is not verified yet as many values as its kind needs,
//! 64 levels deep at most; the body of an error that is not signed 64 KiB, of which so much is kept; PEM 64 KiB; a stored draft's JSON a
//! few members. The body of an answer or callback has no limit of ours: it is hashed, and copied a few times at most.

use crate::error::is_hidden;
use serde_json::Value;

/// The most characters of a header of a signature; real ones have 344 (RSA-2048) to 684 (RSA-4096).
pub(super) const HEADER: usize = 1024;
/// How much is kept and looked at of the body of an error that WeChat Pay did not sign, in bytes.
pub(super) const UNSIGNED_ERROR: usize = 64 * 1024;
/// The most values in the JSON of an error.
pub(super) const ERROR_VALUES: usize = 1000;
/// The most values in the answer that brings platform certificates: each brings eight.
pub(super) const CERTIFICATE_VALUES: usize = 2000;
/// The most values of a stored draft.
pub(super) const DRAFT_VALUES: usize = 100;

/// The JSON, if it holds at most so many values and is not too deep: each value costs some hundred bytes, however short its text is.
pub(crate) fn json(bytes: &[u8], values: usize) -> Option<Value> {
    let (mut in_text, mut escaped, mut found, mut level) = (false, false, 1_usize, 0_i32);
    for byte in bytes {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            _ if in_text => {}
            b'[' | b'{' => (found, level) = (found.saturating_add(1), level.saturating_add(1)),
            b',' | b':' => found = found.saturating_add(1),
            b']' | b'}' => level = level.saturating_sub(1),
            _ => {}
        }
        if found > values || level > 64 {
            return None;
        }
    }
    serde_json::from_slice(bytes).ok()
}

/// The JSON text without what its serialisers differ in: no blanks between its parts, no character escaped that need not be. What is no
/// JSON comes out as something; it is never longer than what came in.
pub(super) fn compacted(json: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(json.len());
    let (mut rest, mut in_text) = (json, false);
    while let [first, tail @ ..] = rest {
        rest = tail;
        match (first, tail) {
            (b'"', _) => in_text = !in_text,
            (b' ' | b'\n' | b'\r' | b'\t', _) if !in_text => continue,
            (b'\\', [b'/', after @ ..]) if in_text => {
                out.push(b'/');
                rest = after;
                continue;
            }
            (b'\\', [b'u', after @ ..]) if in_text => {
                if let Some((character, after)) = unescaped(after) {
                    out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
                    rest = after;
                    continue;
                }
            }
            (b'\\', [escaped, after @ ..]) if in_text => {
                out.extend_from_slice(&[b'\\', *escaped]);
                rest = after;
                continue;
            }
            _ => {}
        }
        out.push(*first);
    }
    out
}

/// The character of four hexadecimal digits, or of two such pairs, if it may stand as it is; and what follows.
fn unescaped(digits: &[u8]) -> Option<(char, &[u8])> {
    let (unit, after) = unit(digits)?;
    if !(0xD800..0xDC00).contains(&unit) {
        return char::from_u32(unit).filter(|c| *c >= ' ' && !matches!(c, '"' | '\\')).map(|c| (c, after));
    }
    let (low, after) = unit_of_pair(after)?;
    let both = 0x1_0000_u32.checked_add((unit & 0x3FF) << 10)?.checked_add(low & 0x3FF)?;
    char::from_u32(both).map(|c| (c, after))
}

fn unit(digits: &[u8]) -> Option<(u32, &[u8])> {
    let (four, after) = digits.split_at_checked(4)?;
    let value = four.iter().try_fold(0_u32, |value, digit| Some(value << 4 | char::from(*digit).to_digit(16)?))?;
    Some((value, after))
}

fn unit_of_pair(rest: &[u8]) -> Option<(u32, &[u8])> {
    let (low, after) = unit(rest.strip_prefix(b"\\u")?)?;
    (0xDC00..0xE000).contains(&low).then_some((low, after))
}

/// Whether a text may stand in a header as it is: visible ASCII, and not too long.
pub(super) fn is_token(text: &str) -> bool {
    text.len() <= HEADER && text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// The body of an error that is not signed, so far as it is kept: cut, and a note at its end that says so.
pub(super) fn kept_body(body: &[u8]) -> String {
    let (head, rest) = body.split_at_checked(UNSIGNED_ERROR).unwrap_or((body, &[]));
    let mut text = String::from_utf8_lossy(head).into_owned();
    if !rest.is_empty() {
        text.push_str(&format!("… ({} bytes more)", rest.len()));
    }
    text
}

/// A foreign value for a field of an error: without what cannot be seen, and no longer than so many characters.
pub(super) fn visible_prefix(text: &str, most: usize) -> String {
    text.chars().filter(|c| !is_hidden(*c)).take(most).collect()
}
