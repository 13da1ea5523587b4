//! Callbacks: verify the bytes, open the resource, only then look inside.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/partner/4012075420>

use super::answer::request_id;
use super::certificates::SEALED_AS;
use super::verify::{Judge, verify_with};
use super::{TrustStore, open_resource};
use crate::crypto::AeadKey;
use crate::error::*;
use crate::http::Headers;
use crate::schema::{Unread, found, model};
use crate::time::Timestamp;
use serde_json::Value;
use std::collections::BTreeMap;

model! {
    /// How to answer a callback. Send it once the event is stored durably, within 5 seconds.
    pub struct Ack {
        required {
            /// The HTTP status: 200 or 204 says that it need not come again.
            status: i64,
            /// The headers to send.
            headers: BTreeMap<String, String>,
            /// The body; empty with 204.
            body: String,
        }
        optional {}
    }
}

impl Ack {
    pub(crate) fn accepted() -> Ack {
        Ack { status: 204, headers: BTreeMap::new(), body: String::new() }
    }

    /// Any status but 200 and 204 makes the callback come again. WeChat Pay looks at the status alone.
    pub(crate) fn refused(status: i64, code: Code) -> Ack {
        Ack::with_json(status, format!("{{\"code\":\"FAIL\",\"message\":\"{}\"}}", code.as_str()))
    }

    pub(crate) fn with_json(status: i64, body: String) -> Ack {
        let headers = BTreeMap::from([("Content-Type".to_owned(), "application/json".to_owned())]);
        Ack { status, headers, body }
    }
}

/// A verified, opened callback that is not typed yet.
pub(crate) struct Envelope {
    pub(crate) id: String,
    pub(crate) event_type: String,
    pub(crate) frame: Frame,
    /// The opened resource, as text and as JSON.
    pub(crate) raw: String,
    pub(crate) content: Value,
}

/// What stands around the sealed content, beside what identifies the callback.
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

/// Says with which status a refused callback is to be answered, so that it comes again where that can help.
pub(crate) fn with_ack(error: Error) -> Error {
    let code = error.code();
    let status = match error.kind() {
        Kind::Verification if code == VERIFICATION_SERIAL => 500,
        Kind::Verification if code == VERIFICATION_BODY => 500,
        Kind::Verification if code == VERIFICATION_SIGNATURE || code == VERIFICATION_PROBE || code == VERIFICATION_TIMESTAMP => {
            401
        }
        Kind::Verification => 400,
        Kind::Malformed if code != MALFORMED_MCHID => 400,
        _ => 500,
    };
    error.with_ack(Ack::refused(status, code))
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
            "the body is empty: it was read before, by your framework or a middleware. Take the raw body first",
        ));
    }
    verify_with(trust, headers, body, now, judge)?;
    let json: Value =
        serde_json::from_slice(body).map_err(|_| Error::new(MALFORMED_JSON, "the callback is verified, but not JSON"))?;
    let text = |name: &str| json.get(name).and_then(Value::as_str).map(str::to_owned);
    let promised = |name: &str| {
        text(name).ok_or_else(|| Error::new(MALFORMED_SHAPE, format!("the callback is verified, but has no `{name}`")))
    };
    let resource =
        json.get("resource").ok_or_else(|| Error::new(MALFORMED_SHAPE, "the callback is verified, but has no `resource`"))?;
    if resource.get("associated_data").and_then(Value::as_str) == Some(SEALED_AS) {
        let detail = "what this callback brings was sealed as a platform certificate, not as a callback's resource";
        return Err(Error::new(DECRYPTION_SHAPE, detail));
    }
    let opened = open_resource(keys, resource)?;
    let raw = String::from_utf8(opened).map_err(|_| Error::new(MALFORMED_JSON, "the callback was opened, but is not UTF-8"))?;
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
