//! Files: uploaded with a signed description, and downloaded without a signature, at an address and with a hash that
//! came in a signed answer.

use crate::common::{Common, Refusal};
use crate::wire::multipart::{self, Part};
use crate::wire::reading::query;
use payscore::crypto::{sha1, sha256, to_hex};
use payscore::http::Request;
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Where files are uploaded, and the member of the answer that names the file.
const UPLOADS: &[(&str, &str)] = &[
    ("/v3/merchant/media/upload", "media_id"),
    ("/v3/merchant/media/video_upload", "media_id"),
    ("/v3/merchant-service/images/upload", "media_id"),
    ("/v3/marketing/favor/media/image-upload", "media_url"),
];
const DOWNLOAD: &str = "/v3/billdownload/file";
const IMAGES: &str = "/v3/merchant-service/images/";
/// How long the address of a download is valid, in seconds.
const ADDRESS_LIFE: i64 = 300;

#[derive(Debug)]
struct File {
    name: String,
    content_type: String,
    content: Vec<u8>,
    path: String,
    at: Timestamp,
    /// It is downloaded by a token, for a limited time.
    by_token: bool,
}

/// All files, by the number or token that names them.
#[derive(Debug, Default)]
pub(crate) struct Files(BTreeMap<String, File>);

/// Whether files are uploaded at a path.
pub(super) fn takes_uploads(path: &str) -> bool {
    UPLOADS.iter().any(|(known, _)| *known == path)
}

/// Whether a path is that of a download.
pub(super) fn is_download(path: &str) -> bool {
    path == DOWNLOAD || path.strip_prefix(IMAGES).is_some_and(|id| !id.is_empty() && !id.contains('/'))
}

/// The part of an upload that is signed: its description. A description that has a file name is not found; then the
/// signature does not match.
pub(super) fn description(request: &Request) -> Vec<u8> {
    let parts = multipart::parts(request).unwrap_or_default();
    let meta = parts.iter().find(|part| part.name == "meta" && part.filename.is_none());
    meta.map(|part| part.content.to_vec()).unwrap_or_default()
}

impl Files {
    /// 文件上传.
    pub(crate) fn upload(&mut self, common: &mut Common, request: &Request) -> Result<Value, Refusal> {
        let wrong = |field: &str, issue: &str| Refusal::param(field, None, issue, "body");
        let parts =
            multipart::parts(request).ok_or_else(|| wrong("", "not a multipart/form-data with its boundary"))?;
        let [meta, file] = parts.as_slice() else { return Err(wrong("", "not exactly two parts: meta, then file")) };
        let Some(filename) =
            file.filename.clone().filter(|name| !name.is_empty() && meta.name == "meta" && file.name == "file")
        else {
            return Err(wrong("", "not the parts meta, then file with a filename"));
        };
        let described: Map<String, Value> =
            serde_json::from_slice(meta.content).map_err(|_| wrong("meta", "not a JSON object"))?;
        let text = |name: &str| described.get(name).and_then(Value::as_str).filter(|text| !text.is_empty());
        text("filename").ok_or_else(|| wrong("filename", "missing"))?;
        let digest = text("sha256").ok_or_else(|| wrong("sha256", "missing"))?;
        if digest != to_hex(&sha256(file.content)) {
            return Err(wrong("sha256", "not the SHA-256 of the file, in lower-case hexadecimal"));
        }
        let path = request.target().split('?').next().unwrap_or_default();
        let id = common.fresh("media");
        common.changes = common.changes.wrapping_add(1);
        self.0.insert(id.clone(), uploaded(file, filename, path, common.now));
        let member = UPLOADS.iter().find(|(known, _)| *known == path).map_or("media_id", |(_, member)| *member);
        let name = if member == "media_url" { format!("https://qpic.cn/{id}") } else { id };
        Ok(json!({ member: name }))
    }

    /// Makes a file that can be downloaded, and gives the address and the hash of its download.
    pub(crate) fn offer(&mut self, common: &mut Common, content: Vec<u8>, hash_type: &str, base: &str) -> Value {
        let token = common.fresh("token");
        let hash = to_hex(&if hash_type == "SHA1" { sha1(&content) } else { sha256(&content) });
        let url = format!("{base}{DOWNLOAD}?token={token}");
        let (name, content_type) = ("bill".to_owned(), "application/octet-stream".to_owned());
        self.0.insert(
            token,
            File { name, content_type, content, path: DOWNLOAD.to_owned(), at: common.now, by_token: true },
        );
        json!({"hash_type": hash_type, "hash_value": hash, "download_url": url})
    }

    /// The file that an address names, and its type.
    pub(crate) fn download(&self, common: &Common, request: &Request) -> Result<(Vec<u8>, String), Refusal> {
        let path = request.target().split('?').next().unwrap_or_default();
        let params = query(request)?;
        let (id, by_token) = match path.strip_prefix(IMAGES) {
            Some(id) => (id, false),
            None => (params.get("token").and_then(Value::as_str).unwrap_or_default(), true),
        };
        let found = self.0.get(id).filter(|file| file.by_token == by_token);
        match found.filter(|file| !by_token || common.now.since(file.at) <= ADDRESS_LIFE) {
            Some(file) => Ok((file.content.clone(), file.content_type.clone())),
            None => Err(Refusal::no_file()),
        }
    }

    /// All files, as the control interface shows them.
    pub(crate) fn view(&self) -> Value {
        let view = |(id, file): (&String, &File)| {
            let member = if file.by_token { "token" } else { "media_id" };
            json!({member: id, "path": file.path, "filename": file.name, "content_type": file.content_type,
                "size": file.content.len(), "sha256": to_hex(&sha256(&file.content)), "at": file.at})
        };
        self.0.iter().map(view).collect()
    }
}

fn uploaded(part: &Part<'_>, name: String, path: &str, at: Timestamp) -> File {
    let content_type = part.content_type.clone().unwrap_or_else(|| "application/octet-stream".to_owned());
    File { name, content_type, content: part.content.to_vec(), path: path.to_owned(), at, by_token: false }
}
