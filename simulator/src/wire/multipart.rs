//! The parts of a `multipart/form-data` body.

use payscore::http::Request;

/// One part.
pub(crate) struct Part<'a> {
    pub(crate) name: String,
    pub(crate) filename: Option<String>,
    pub(crate) content_type: Option<String>,
    pub(crate) content: &'a [u8],
}

/// All parts in their order; `None` when the body is not such a form.
pub(crate) fn parts(request: &Request) -> Option<Vec<Part<'_>>> {
    let content_type = request.headers.get("Content-Type")?;
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameter(parameters, "boundary").filter(|boundary| (1..=100).contains(&boundary.len()))?;
    let delimiter = format!("\r\n--{boundary}");
    let body = request.body.as_deref()?;
    // The first delimiter stands at the very beginning, without the line end that belongs to the others.
    let mut rest = body.strip_prefix(delimiter.get(2..)?.as_bytes())?;
    let mut parts = Vec::new();
    while let Some(inner) = rest.strip_prefix(b"\r\n") {
        let (part, after) = split(inner, delimiter.as_bytes())?;
        let (head, content) = split(part, b"\r\n\r\n")?;
        parts.push(read_part(std::str::from_utf8(head).ok()?, content)?);
        rest = after;
    }
    matches!(rest, b"--" | b"--\r\n").then_some(parts)
}

fn read_part<'a>(head: &str, content: &'a [u8]) -> Option<Part<'a>> {
    let mut disposition = None;
    let mut content_type = None;
    for line in head.split("\r\n") {
        let (name, value) = line.split_once(':')?;
        match name.to_ascii_lowercase().as_str() {
            "content-disposition" => disposition = Some(value.trim()),
            "content-type" => content_type = Some(value.trim().to_owned()),
            _ => {}
        }
    }
    let (_, parameters) =
        disposition?.split_once(';').filter(|(kind, _)| kind.trim().eq_ignore_ascii_case("form-data"))?;
    Some(Part {
        name: parameter(parameters, "name")?,
        filename: parameter(parameters, "filename"),
        content_type,
        content,
    })
}

/// The value of `name="…"` or `name=…` among parameters. A quoted value may hold a semicolon.
fn parameter(parameters: &str, wanted: &str) -> Option<String> {
    let mut quoted = false;
    let pieces = parameters.split(|c: char| {
        quoted ^= c == '"';
        c == ';' && !quoted
    });
    let found =
        pieces.filter_map(|piece| piece.split_once('=')).find(|(name, _)| name.trim().eq_ignore_ascii_case(wanted));
    found.map(|(_, value)| value.trim().trim_matches('"').to_owned())
}

fn split<'a>(bytes: &'a [u8], at: &[u8]) -> Option<(&'a [u8], &'a [u8])> {
    let position = bytes.windows(at.len()).position(|window| window == at)?;
    Some((bytes.get(..position)?, bytes.get(position.saturating_add(at.len())..)?))
}
