//! The probable cause of a signature that does not hold, for the sentence of the error. It looks at the first bytes, or
//! goes once through the body. Nothing that it finds makes the message readable.

use crate::crypto::from_base64;
use crate::error::{Error, VERIFICATION_HEADER_MISSING};
use crate::http::Headers;
use serde_json::{Map, Value};

/// The order of members is looked at only in a body of at most so many bytes.
const PARSED: usize = 64 * 1024;

/// The sentence when no cause is seen.
const UNSEEN: &str = ". Pass the body's bytes exactly as received, before any parsing, with the headers of the same \
     message. A body that was parsed and written again has other blanks, escapes, or another order.";

/// The probable cause that a body shows, as the end of a sentence.
pub(super) fn describe_body(headers: &Headers, body: &[u8]) -> &'static str {
    shape(headers, body).or_else(|| charset(body)).or_else(|| order(body)).unwrap_or(UNSEEN)
}

/// Adds the probable cause to the error about a message without signature headers: it may not be an APIv3 message at
/// all.
pub(super) fn explain_unsigned(error: Error, headers: &Headers, body: &[u8]) -> Error {
    match shape(headers, body).filter(|_| error.code() == VERIFICATION_HEADER_MISSING) {
        Some(more) => error.with_more(more),
        None => error,
    }
}

/// The bodies that may have been signed before something added to them or recoded them, each with its sentence. They
/// are made one by one, since each costs as much as the body is long.
pub(super) fn bodies_before_damage(body: &[u8]) -> impl Iterator<Item = (Vec<u8>, &'static str)> + '_ {
    let marked = std::iter::once_with(|| Some((body.strip_prefix(b"\xef\xbb\xbf")?.to_vec(), MARKED)));
    let recoded = std::iter::once_with(|| Some((undo_latin1(body)?, RECODED)));
    marked.chain(recoded).flatten()
}

const MARKED: &str = ". Without the byte order mark at its beginning it would hold: something wrote the body anew. \
     Pass the bytes exactly as received.";
const RECODED: &str = ". Before its bytes were taken for ISO-8859-1 and written as UTF-8 it would hold: something \
     decoded the body. Pass the bytes exactly as received.";

fn shape(headers: &Headers, body: &[u8]) -> Option<&'static str> {
    const COMPRESSED: &str = ". The body is still compressed: decompress it first, and pass the result.";
    let start = body.trim_ascii_start();
    let encoded = headers.get("Content-Encoding").is_some_and(|value| !value.trim().eq_ignore_ascii_case("identity"));
    match start {
        [0x1f, 0x8b, ..] | [0x28, 0xb5, 0x2f, 0xfd, ..] | [0x78, 0x01 | 0x5e | 0x9c | 0xda, ..] => Some(COMPRESSED),
        [0xef, 0xbb, 0xbf, ..] => Some(
            ". The body begins with a byte order mark, which WeChat Pay does not send: something wrote it anew. Pass \
                 the bytes exactly as received.",
        ),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] | [b'{', 0, ..] | [0, b'{', ..] => {
            Some(". The body is UTF-16: something recoded it. Pass the bytes exactly as received.")
        }
        [b'<', b'x', b'm', b'l', ..] => Some(
            ". The body is XML, as APIv2 sends it: Payscore reads APIv3 callbacks. Use a separate address for each.",
        ),
        [b'<', ..] => Some(
            ". The body is XML or a web page, not WeChat Pay's JSON: check which server answers or calls at this \
                 address.",
        ),
        [b'"', ..] => Some(
            ". The body is JSON inside a JSON text: something wrote it a second time. Pass the bytes exactly as \
                 received.",
        ),
        [b'%', b'7', b'B' | b'b', ..] => Some(". The body is percent-encoded: pass the bytes exactly as received."),
        [b'{', ..] => None,
        _ if is_base64(start) => Some(
            ". The body is still in Base64, as API gateways pass it (isBase64Encoded): decode it first, and pass the \
                 result.",
        ),
        [] => None,
        _ if encoded => Some(COMPRESSED),
        _ => None,
    }
}

/// Base64 of JSON, of XML, or of something compressed, by its first bytes.
fn is_base64(body: &[u8]) -> bool {
    let head = body.get(..64).unwrap_or(body.trim_ascii_end());
    let Some(decoded) = std::str::from_utf8(head).ok().and_then(from_base64) else { return false };
    matches!(decoded.as_slice(), [b'{' | b'<', ..] | [0x1f, 0x8b, ..] | [0xef, 0xbb, 0xbf, ..])
}

fn charset(body: &[u8]) -> Option<&'static str> {
    match std::str::from_utf8(body) {
        Err(_) => {
            Some(". The body is not UTF-8: something recoded it (GBK, ISO-8859-1). Pass the bytes exactly as received.")
        }
        Ok(text) if text.contains('\u{fffd}') => Some(
            ". The body has U+FFFD in it: it was decoded in another charset, and characters were lost. Pass the bytes \
                 exactly as received.",
        ),
        Ok(_) => None,
    }
}

fn order(body: &[u8]) -> Option<&'static str> {
    let members: Map<String, Value> = serde_json::from_slice((body.len() <= PARSED).then_some(body)?).ok()?;
    let sorted = members.len() > 3 && members.keys().is_sorted();
    sorted.then_some(
        ". Its members stand in alphabetical order: the body was parsed and written again by something that sorts \
             them. Pass the bytes exactly as received.",
    )
}

/// The bytes before they were taken for ISO-8859-1 and written as UTF-8, if that happened: each became a character
/// below U+0100.
fn undo_latin1(body: &[u8]) -> Option<Vec<u8>> {
    let text = std::str::from_utf8(body).ok().filter(|text| !text.is_ascii())?;
    text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}
