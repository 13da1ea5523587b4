//! What may stand on the request line: path and query, encoded once. HTTP clients resolve dot segments and drop
//! fragments; then they would send something else than was signed.

use super::operation::{Method, OperationInfo, Style};

/// Whether this operation can have made a target, such as a stored one.
pub(super) fn is_target_of(operation: &OperationInfo, method: Method, target: &str) -> bool {
    let (path, query) = target.split_once('?').map_or((target, None), |(path, query)| (path, Some(query)));
    let plain = target.bytes().all(|byte| byte.is_ascii_graphic())
        && !target.contains(['#', '\\', '"', '<', '>', '^', '`', '{', '|', '}']);
    if !plain || !target.starts_with('/') || has_dots(path) {
        return false;
    }
    match operation.style {
        Style::Free => is_encoded(target),
        Style::Upload => method == operation.method && is_encoded(target),
        // Unchanged from WeChat Pay's answer.
        Style::Download => method == operation.method,
        Style::Json | Style::Certificates => {
            let mut pieces = path.split('/');
            method == operation.method
                && operation
                    .path
                    .split('/')
                    .all(|template| pieces.next().is_some_and(|piece| is_piece_of(template, piece)))
                && pieces.next().is_none()
                && query.is_none_or(|query| method == Method::Get && is_encoded(query))
        }
    }
}

/// Whether a client would resolve a segment of the path instead of sending it: `.` or `..`, in any spelling.
pub(super) fn has_dots(path: &str) -> bool {
    path.split('/').any(|segment| matches!(segment.to_ascii_lowercase().replace("%2e", ".").as_str(), "." | ".."))
}

fn is_piece_of(template: &str, piece: &str) -> bool {
    if template.starts_with('{') {
        !piece.is_empty() && !piece.contains(['=', '&']) && is_encoded(piece)
    } else {
        template == piece
    }
}

/// Whether a text has only unreserved characters, `%XX` in upper case, and separators.
fn is_encoded(text: &str) -> bool {
    let mut pieces = text.split('%');
    let unreserved = |text: &str| {
        text.bytes()
            .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~' | b'/' | b'?' | b'&' | b'='))
    };
    let upper = |b: u8| b.is_ascii_digit() || (b'A'..=b'F').contains(&b);
    pieces.next().is_some_and(unreserved)
        && pieces.all(|piece| {
            piece.split_at_checked(2).is_some_and(|(digits, rest)| digits.bytes().all(upper) && unreserved(rest))
        })
}
