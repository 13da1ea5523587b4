//! What the headers of a request must hold beside its Authorization.

use crate::common::{Refusal, Switches};
use payscore::http::Request;

/// Whether `Accept` and `User-Agent` are there. WeChat Pay requires them before anything else.
pub(super) fn present(request: &Request) -> bool {
    ["Accept", "User-Agent"].iter().all(|name| request.headers.get(name).is_some_and(|value| !value.trim().is_empty()))
}

/// `Accept` takes JSON, and `Content-Type` says that the body is JSON. Not for uploads and downloads.
pub(crate) fn require_json(request: &Request, switches: &Switches) -> Result<(), Refusal> {
    let kinds = request.headers.all("Accept").flat_map(|value| value.split(','));
    let takes_json =
        kinds.map(media_type).any(|kind| matches!(kind.as_str(), "application/json" | "application/*" | "*/*"));
    if !takes_json && switches.get("accept_without_json") == "refuse" {
        return Err(Refusal::header("Http头Accept不支持application/json"));
    }
    if request.body.as_deref().unwrap_or_default().is_empty() {
        return Ok(());
    }
    if request.method == "GET" {
        return Err(Refusal::header("GET请求不应有请求报文主体"));
    }
    let mut types = request.headers.all("Content-Type");
    match (types.next(), types.next()) {
        (Some(content_type), None) if is_json(content_type) => Ok(()),
        _ => Err(Refusal::header("Http头Content-Type应为application/json")),
    }
}

fn is_json(content_type: &str) -> bool {
    let mut parameters = content_type.split(';').skip(1).map(str::trim).filter(|parameter| !parameter.is_empty());
    let utf8 = |parameter: &str| {
        let value =
            parameter.split_once('=').filter(|(name, _)| name.eq_ignore_ascii_case("charset")).map(|(_, value)| value);
        value.is_none_or(|charset| charset.trim_matches('"').eq_ignore_ascii_case("utf-8"))
    };
    media_type(content_type) == "application/json" && parameters.all(utf8)
}

fn media_type(value: &str) -> String {
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}
