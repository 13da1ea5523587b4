//! Requests that are not an operation's JSON: a request to any endpoint, and the upload and download of files.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>,
//! <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>

use super::encode::{percent_encode, percent_encode_path};
use super::operation::{Method, OperationInfo};
use super::prepared::{FileTransfer, Prepared};
use super::target::has_dots;
use crate::crypto::{from_base64, sha1, sha256, to_hex};
use crate::error::{
    Error, INVALID_CHARACTERS, INVALID_TYPE, INVALID_URL, INVALID_VALUE, Issue, Issues, Outcome, Retry,
    VERIFICATION_HASH, is_hidden,
};
use crate::schema::{Path, kind_of};
use serde_json::{Map, Value, json};

type Params = Map<String, Value>;

/// Any endpoint: its method, path, query and body are the parameters.
pub(super) fn free(
    operation: &'static OperationInfo,
    mut params: Params,
    mut advice: Vec<Issue>,
) -> Result<Prepared, Error> {
    let mut issues = Issues::default();
    let method = Method::named(text(&params, "method"));
    if method.is_none() {
        issues.push(Issue::refusing("/method", INVALID_VALUE, "GET, POST, PUT, PATCH or DELETE is needed."));
    }
    let path = target_path(&params, &mut issues);
    let body = params.shift_remove("body").filter(|body| !body.is_null());
    if method == Some(Method::Get) && body.is_some() {
        issues.push(Issue::refusing("/body", INVALID_VALUE, "a GET has no body: give its parameters in `query`."));
    }
    let Some(method) = method.filter(|_| issues.is_empty()) else { return Err(refused(operation, issues)) };
    advice.clear();
    let body = body.map(|body| body.to_string().into_bytes());
    Ok(Prepared { operation, method, target: path, body, transfer: FileTransfer::None, advice, fallback: false })
}

/// The upload of a file. Its description is signed, exactly as it stands in its part of the body.
pub(super) fn upload(operation: &'static OperationInfo, params: Params, advice: Vec<Issue>) -> Result<Prepared, Error> {
    let mut issues = Issues::default();
    let target = target_path(&params, &mut issues);
    let (filename, content_type) = (text(&params, "filename"), text(&params, "content_type"));
    for (name, value) in [("filename", filename), ("content_type", content_type)] {
        if value.is_empty() || value.chars().any(|c| matches!(c, '"' | '\\') || is_hidden(c)) {
            let detail = "a text without quotes, line breaks and control characters is needed.";
            issues.push(Issue::refusing(&format!("/{name}"), INVALID_CHARACTERS, detail));
        }
    }
    if !issues.is_empty() {
        return Err(refused(operation, issues));
    }
    let file = from_base64(text(&params, "file")).unwrap_or_default();
    let digest = to_hex(&sha256(&file));
    let mut meta = Map::from_iter([("filename".to_owned(), json!(filename)), ("sha256".to_owned(), json!(digest))]);
    if let Some(more) = params.get("meta").and_then(Value::as_object) {
        for (name, value) in more {
            meta.entry(name.clone()).or_insert_with(|| value.clone());
        }
    }
    let meta = Value::Object(meta).to_string();
    let boundary = format!("payscore-{digest}");
    let mut body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"meta\";\r\nContent-Type: \
             application/json\r\n\r\n{meta}\r\n\
         --{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{filename}\";\r\nContent-Type: \
          {content_type}\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(&file);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    let transfer = FileTransfer::Upload { meta, boundary };
    Ok(Prepared { operation, method: Method::Post, target, body: Some(body), transfer, advice, fallback: false })
}

/// The download of a file whose address and hash a signed answer named.
pub(super) fn download(
    operation: &'static OperationInfo,
    params: Params,
    advice: Vec<Issue>,
) -> Result<Prepared, Error> {
    let mut issues = Issues::default();
    let url = text(&params, "download_url");
    // The host in the URL is ignored; the file is fetched from the configured base URL.
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest.find('/').map_or("", |at| rest.split_at(at).1));
    let plain = rest.bytes().all(|byte| byte.is_ascii_graphic())
        && !rest.contains(['#', '\\', '"', '<', '>', '^', '`', '{', '|', '}']);
    if !rest.starts_with('/') || !plain || has_dots(rest.split_once('?').map_or(rest, |(path, _)| path)) {
        issues.push(Issue::refusing(
            "/download_url",
            INVALID_URL,
            "pass the address unchanged from WeChat Pay's answer, with its query and its encoding.",
        ));
    }
    let (hash_type, hash_value) =
        (text(&params, "hash_type").to_ascii_uppercase(), text(&params, "hash_value").to_ascii_lowercase());
    let length = match hash_type.as_str() {
        "SHA1" => 40,
        "SHA256" => 64,
        _ => {
            issues.push(Issue::refusing(
                "/hash_type",
                INVALID_VALUE,
                "SHA1 or SHA256 is needed; 国密 (SM3) is not supported.",
            ));
            0
        }
    };
    if length > 0 && (hash_value.len() != length || !hash_value.bytes().all(|byte| byte.is_ascii_hexdigit())) {
        let detail = format!("{length} hexadecimal digits are needed for {hash_type}.");
        issues.push(Issue::refusing("/hash_value", INVALID_VALUE, detail));
    }
    if !issues.is_empty() {
        return Err(refused(operation, issues));
    }
    let transfer = FileTransfer::Download { hash_type, hash_value };
    Ok(Prepared {
        operation,
        method: Method::Get,
        target: rest.to_owned(),
        body: None,
        transfer,
        advice,
        fallback: false,
    })
}

/// Checks that a file has the announced hash.
pub(super) fn check_hash(hash_type: &str, hash_value: &str, file: &[u8]) -> Result<(), Error> {
    let found = if hash_type == "SHA1" { to_hex(&sha1(file)) } else { to_hex(&sha256(file)) };
    if found == hash_value {
        return Ok(());
    }
    let detail = format!(
        "the file of {} bytes has the {hash_type} {found} instead of {hash_value}: it is damaged, or still compressed \
             (the hash is that of the uncompressed file)",
        file.len()
    );
    Err(Error::new(VERIFICATION_HASH, detail))
}

fn target_path(params: &Params, issues: &mut Issues) -> String {
    let path = text(params, "path");
    if !path.starts_with('/') || path.contains(['?', '#']) || has_dots(path) {
        issues.push(Issue::refusing(
            "/path",
            INVALID_URL,
            "a path such as /v3/certificates is needed, without `.` and `..`; parameters go into `query`.",
        ));
    }
    let mut target = percent_encode_path(path);
    let query = params.get("query").and_then(Value::as_object);
    for (index, (name, value)) in query.into_iter().flatten().enumerate() {
        let Some(text) = value.as_str() else {
            let mut at = Path::at("/query");
            at.enter(name);
            let detail = format!("a text is needed, here is {}.", kind_of(value));
            issues.push(Issue::refusing(at.as_str(), INVALID_TYPE, detail));
            continue;
        };
        target.push(if index == 0 { '?' } else { '&' });
        target.push_str(&format!("{}={}", percent_encode(name), percent_encode(text)));
    }
    target
}

fn text<'p>(params: &'p Params, name: &str) -> &'p str {
    params.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn refused(operation: &OperationInfo, issues: Issues) -> Error {
    Error::of_issues(operation.name, issues).advise(Retry::Never, Outcome::NotSent)
}
