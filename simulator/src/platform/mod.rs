//! What belongs to no product: platform certificates, the echo to try out keys with, files and bills.

mod bill;
mod certificates;
mod echo;
pub(crate) mod files;

use crate::common::{Charge, Common, Declared, Refusal};
use crate::wire::keys::Keys;
use files::Files;
use payscore::http::Request;
use serde_json::Value;

/// What the platform declares.
pub(crate) const DECLARED: Declared = Declared {
    operations: &["download_certificates", "security_echo", "upload", "trade_bill", "download"],
    kept_members: &["data"],
    ..Declared::NOTHING
};

/// What a request was answered with.
pub(crate) enum Content {
    /// JSON.
    Json(Value),
    /// A file and its type.
    File(Vec<u8>, String),
}

/// The endpoint that a request is for.
pub(crate) fn route(request: &Request) -> Option<&'static str> {
    let path = request.target().split('?').next().unwrap_or_default();
    match (request.method.as_str(), path) {
        ("GET", "/v3/certificates") => Some("download_certificates"),
        ("POST", "/v3/security/echo") => Some("security_echo"),
        ("POST", path) if files::takes_uploads(path) => Some("upload"),
        ("GET", path) if files::is_download(path) => Some("download"),
        ("GET", "/v3/bill/tradebill") => Some("trade_bill"),
        _ => None,
    }
}

/// The part of a request's body that is signed: of an upload the description alone, otherwise all of it.
pub(crate) fn signed_part(request: &Request) -> Vec<u8> {
    match route(request) {
        Some("upload") => files::description(request),
        _ => request.body.clone().unwrap_or_default(),
    }
}

/// Performs a call.
pub(crate) fn perform(
    operation: &str,
    (keys, files): (&Keys, &mut Files),
    (common, charges): (&mut Common, &[Charge]),
    request: &Request,
) -> Result<Content, Refusal> {
    match operation {
        "upload" => files.upload(common, request).map(Content::Json),
        "download" => {
            files.download(common, request).map(|(content, content_type)| Content::File(content, content_type))
        }
        "trade_bill" => bill::trade_bill(files, common, charges, request).map(Content::Json),
        "download_certificates" => certificates::certificates(keys, common, request).map(Content::Json),
        _ => echo::echo(keys, common, request).map(Content::Json),
    }
}
