//! What may stand on the request line: path and query, encoded once and for all. HTTP clients resolve dot segments and drop fragments, so
//! that something else would be sent than was signed.

use super::operation::{Method, OperationInfo, Style};

/// Whether a target, such as a stored one, is one that this operation makes.
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
        // As WeChat Pay gave it.
        Style::Download => method == operation.method,
        Style::Json | Style::Certificates => {
            let mut pieces = path.split('/');
            method == operation.method
                && operation.path.split('/').all(|template| pieces.next().is_some_and(|piece| is_piece_of(template, piece)))
                && pieces.next().is_none()
                && query.is_none_or(|query| method == Method::Get && is_encoded(query))
        }
    }
}

/// Whether a segment of the path would be resolved instead of sent: `.` and `..`, however they are written.
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

/// Only unreserved characters, `%XX` in upper case, and what joins them.
fn is_encoded(text: &str) -> bool {
    let mut pieces = text.split('%');
    let unreserved = |text: &str| {
        text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.' | b'_' | b'~' | b'/' | b'?' | b'&' | b'='))
    };
    let upper = |b: u8| b.is_ascii_digit() || (b'A'..=b'F').contains(&b);
    pieces.next().is_some_and(unreserved)
        && pieces
            .all(|piece| piece.split_at_checked(2).is_some_and(|(digits, rest)| digits.bytes().all(upper) && unreserved(rest)))
}
