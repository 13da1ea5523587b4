//! Callbacks: verify the bytes, open the resource, and only then look inside.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/partner/4012075420>

use super::answer::request_id;
use super::certificates::SEALED_AS;
use super::verify::{Judge, verify_with};
use super::{TrustStore, open_resource};
use crate::crypto::AeadKey;
use crate::error::{DECRYPTION_SHAPE, Error, MALFORMED_JSON, MALFORMED_SHAPE, VERIFICATION_BODY};
use crate::http::Headers;
use crate::schema::{ModelInfo, Unread, found};
use crate::time::Timestamp;
use serde_json::Value;

/// An event that a mode declares.
pub struct EventInfo {
    /// Its name: WeChat Pay's, or Payscore's own. `None` for the event that stands for all that are not known.
    pub event_type: Option<&'static str>,
    /// Its model.
    pub model: &'static ModelInfo,
}

/// A verified and opened callback, before it becomes an event.
pub(crate) struct Envelope {
    pub(crate) id: String,
    pub(crate) event_type: String,
    pub(crate) frame: Frame,
    /// The opened resource, as text and as JSON.
    pub(crate) raw: String,
    pub(crate) content: Value,
}

/// The members around the sealed content that do not identify the callback.
pub(crate) struct Frame {
    pub(crate) create_time: Option<String>,
    pub(crate) summary: Option<String>,
    pub(crate) request_id: Option<String>,
    pub(crate) unread: Vec<Unread>,
}

impl Frame {
    fn read(callback: &Value, request_id: Option<String>) -> Frame {
        let mut unread = Vec::new();
        let mut text = |name: &str| match callback.get(name) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text.clone()),
            Some(other) => {
                unread.push(Unread::new(format!("/{name}"), found(other)));
                None
            }
        };
        let (create_time, summary) = (text("create_time"), text("summary"));
        Frame { create_time, summary, request_id, unread }
    }
}

pub(crate) fn open_notification(
    trust: &TrustStore,
    keys: &[AeadKey],
    headers: &Headers,
    body: &[u8],
    now: Timestamp,
    judge: Judge<'_>,
) -> Result<Envelope, Error> {
    if body.is_empty() {
        return Err(Error::new(
            VERIFICATION_BODY,
            "the body is empty: your framework or a middleware read it before. Take the raw body first",
        ));
    }
    verify_with(trust, headers, body, now, judge)?;
    let json: Value = serde_json::from_slice(body)
        .map_err(|_| Error::new(MALFORMED_JSON, "the callback is verified, but not JSON"))?;
    let text = |name: &str| json.get(name).and_then(Value::as_str).map(str::to_owned);
    let promised = |name: &str| {
        text(name).ok_or_else(|| Error::new(MALFORMED_SHAPE, format!("the callback is verified, but has no `{name}`")))
    };
    let resource = json
        .get("resource")
        .ok_or_else(|| Error::new(MALFORMED_SHAPE, "the callback is verified, but has no `resource`"))?;
    if resource.get("associated_data").and_then(Value::as_str) == Some(SEALED_AS) {
        let detail = "the resource was sealed as a platform certificate, not as a callback's resource";
        return Err(Error::new(DECRYPTION_SHAPE, detail));
    }
    let opened = open_resource(keys, resource)?;
    let raw = String::from_utf8(opened)
        .map_err(|_| Error::new(MALFORMED_JSON, "the callback was opened, but is not UTF-8"))?;
    let content = serde_json::from_str(&raw)
        .map_err(|_| Error::new(MALFORMED_JSON, "the callback was opened, but is not JSON").with_raw(&raw))?;
    Ok(Envelope {
        id: promised("id")?,
        event_type: promised("event_type")?,
        frame: Frame::read(&json, request_id(headers)),
        raw,
        content,
    })
}
