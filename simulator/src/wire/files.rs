//! Files: uploaded with a signed description, and downloaded without a signature, under an address and a hash that a signed answer told.

use super::multipart::{self, Part};
use super::routes::query;
use crate::world::{Refusal, World};
use payscore::crypto::{sha1, sha256, to_hex};
use payscore::http::Request;
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Where files are taken, and by which name the answer tells where they are.
const UPLOADS: &[(&str, &str)] = &[
    ("/v3/merchant/media/upload", "media_id"),
    ("/v3/merchant/media/video_upload", "media_id"),
    ("/v3/merchant-service/images/upload", "media_id"),
    ("/v3/marketing/favor/media/image-upload", "media_url"),
];
const DOWNLOAD: &str = "/v3/billdownload/file";
const IMAGES: &str = "/v3/merchant-service/images/";
/// So many seconds an address for a download is good.
const GOOD_FOR: i64 = 300;

#[derive(Debug)]
struct File {
    name: String,
    content_type: String,
    content: Vec<u8>,
    path: String,
    at: Timestamp,
    /// Only by its address, and not for long.
    token: bool,
}

/// All of them, by the number that names them.
#[derive(Debug, Default)]
pub(crate) struct Files(BTreeMap<String, File>);

pub(crate) fn route(request: &Request) -> Option<&'static str> {
    let path = request.target().split('?').next().unwrap_or_default();
    match request.method.as_str() {
        "POST" if UPLOADS.iter().any(|(known, _)| *known == path) => Some("upload"),
        "GET" if path == DOWNLOAD || path.strip_prefix(IMAGES).is_some_and(|id| !id.is_empty() && !id.contains('/')) => {
            Some("download")
        }
        "GET" if path == "/v3/bill/tradebill" => Some("trade_bill"),
        _ => None,
    }
}

/// What of a request's body is signed: all of it, or of an upload the description alone. A description that says it is a file is not
/// found; then the signature does not fit.
pub(crate) fn signed_part(request: &Request) -> Vec<u8> {
    if route(request) != Some("upload") {
        return request.body.clone().unwrap_or_default();
    }
    let parts = multipart::parts(request).unwrap_or_default();
    let meta = parts.iter().find(|part| part.name == "meta" && part.filename.is_none());
    meta.map(|part| part.content.to_vec()).unwrap_or_default()
}

impl Files {
    /// 文件上传.
    pub(crate) fn upload(&mut self, world: &mut World, request: &Request) -> Result<Value, Refusal> {
        let wrong = |field: &str, issue: &str| Refusal::param(field, None, issue, "body");
        let parts = multipart::parts(request).ok_or_else(|| wrong("", "not a multipart/form-data with its boundary"))?;
        let [meta, file] = parts.as_slice() else { return Err(wrong("", "not exactly two parts: meta, then file")) };
        let Some(filename) = file.filename.clone().filter(|name| !name.is_empty() && meta.name == "meta" && file.name == "file")
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
        let id = world.fresh("media");
        world.changes = world.changes.wrapping_add(1);
        self.0.insert(id.clone(), kept(file, filename, path, world.now));
        let member = UPLOADS.iter().find(|(known, _)| *known == path).map_or("media_id", |(_, member)| *member);
        let told = if member == "media_url" { format!("https://qpic.cn/{id}") } else { id };
        Ok(json!({ member: told }))
    }

    /// 申请交易账单: the money of a day that is over. The columns are fewer than WeChat Pay's.
    pub(crate) fn trade_bill(&mut self, world: &mut World, request: &Request) -> Result<Value, Refusal> {
        let asked = query(request)?;
        let text = |name: &str| asked.get(name).and_then(Value::as_str);
        let date = text("bill_date").unwrap_or_default();
        let day = Some(date).filter(|date| date.len() == 10).and_then(|date| Timestamp::from_beijing(&date.replace('-', "")));
        let Some(day) = day else { return Err(Refusal::param("bill_date", asked.get("bill_date"), "not yyyy-MM-DD", "query")) };
        if text("bill_type").is_some_and(|kind| !matches!(kind, "ALL" | "SUCCESS" | "REFUND")) {
            return Err(Refusal::param("bill_type", asked.get("bill_type"), "not ALL, SUCCESS or REFUND", "query"));
        }
        if text("tar_type").is_some() {
            return Err(Refusal::param("tar_type", asked.get("tar_type"), "the simulator has uncompressed files only", "query"));
        }
        let end = day.plus(24 * 3600);
        let sub_mchid = text("sub_mchid");
        let of_the_day = |charge: &&crate::world::Charge| {
            charge.at >= day && charge.at < end && sub_mchid.is_none_or(|sub| charge.order.0 == sub)
        };
        let rows: Vec<String> = world
            .charges
            .iter()
            .filter(of_the_day)
            .map(|charge| {
                let (sub, number) = &charge.order;
                let yuan = format!("{}.{:02}", charge.amount / 100, charge.amount % 100);
                format!(
                    "`{},`{sub},`{},`{number},`{},`{yuan}\r\n",
                    charge.at.beijing(),
                    charge.transaction_id,
                    charge.out_trade_no
                )
            })
            .collect();
        if end > world.now || rows.is_empty() || text("bill_type") == Some("REFUND") {
            return Err(Refusal::no_statement());
        }
        let file = format!("\u{feff}交易时间,特约商户号,微信订单号,服务订单号,商户订单号,订单金额\r\n{}", rows.concat());
        Ok(self.offer(world, file.into_bytes(), "SHA1", "https://api.mch.weixin.qq.com"))
    }

    /// Where a file can be downloaded, and its hash.
    pub(crate) fn offer(&mut self, world: &mut World, content: Vec<u8>, hash_type: &str, base: &str) -> Value {
        let token = world.fresh("token");
        let hash = to_hex(&if hash_type == "SHA1" { sha1(&content) } else { sha256(&content) });
        let url = format!("{base}{DOWNLOAD}?token={token}");
        let (name, content_type) = ("bill".to_owned(), "application/octet-stream".to_owned());
        self.0.insert(token, File { name, content_type, content, path: DOWNLOAD.to_owned(), at: world.now, token: true });
        json!({"hash_type": hash_type, "hash_value": hash, "download_url": url})
    }

    /// The file that an address names, and its type.
    pub(crate) fn download(&self, world: &World, request: &Request) -> Result<(Vec<u8>, String), Refusal> {
        let path = request.target().split('?').next().unwrap_or_default();
        let asked = query(request)?;
        let (id, by_token) = match path.strip_prefix(IMAGES) {
            Some(id) => (id, false),
            None => (asked.get("token").and_then(Value::as_str).unwrap_or_default(), true),
        };
        let found = self.0.get(id).filter(|file| file.token == by_token);
        match found.filter(|file| !by_token || world.now.since(file.at) <= GOOD_FOR) {
            Some(file) => Ok((file.content.clone(), file.content_type.clone())),
            None => Err(Refusal::no_file()),
        }
    }

    /// As the door shows them.
    pub(crate) fn view(&self) -> Value {
        let view = |(id, file): (&String, &File)| {
            let member = if file.token { "token" } else { "media_id" };
            json!({member: id, "path": file.path, "filename": file.name, "content_type": file.content_type,
                "size": file.content.len(), "sha256": to_hex(&sha256(&file.content)), "at": file.at})
        };
        self.0.iter().map(view).collect()
    }
}

fn kept(part: &Part<'_>, name: String, path: &str, at: Timestamp) -> File {
    let content_type = part.content_type.clone().unwrap_or_else(|| "application/octet-stream".to_owned());
    File { name, content_type, content: part.content.to_vec(), path: path.to_owned(), at, token: false }
}
