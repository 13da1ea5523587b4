//! The answer to a callback.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/partner/4012075420>

use super::{
    Code, Error, Kind, MALFORMED_MCHID, VERIFICATION_BODY, VERIFICATION_PROBE, VERIFICATION_SERIAL,
    VERIFICATION_SIGNATURE, VERIFICATION_TIMESTAMP,
};
use crate::schema::model;
use std::collections::BTreeMap;

model! {
    /// How to answer a callback. Store the event durably first, then send this, within 5 seconds.
    pub struct Ack {
        required {
            /// The HTTP status. With 200 or 204 the callback does not come again.
            status: i64,
            /// The headers.
            headers: BTreeMap<String, String>,
            /// The body. Empty with 204.
            body: String,
        }
        optional {}
    }
}

impl Ack {
    pub(crate) fn accepted() -> Ack {
        Ack { status: 204, headers: BTreeMap::new(), body: String::new() }
    }

    /// WeChat Pay looks at the status alone: with any but 200 and 204, the callback comes again.
    pub(crate) fn refused(status: i64, code: Code) -> Ack {
        Ack::with_json(status, format!("{{\"code\":\"FAIL\",\"message\":\"{}\"}}", code.as_str()))
    }

    pub(crate) fn with_json(status: i64, body: String) -> Ack {
        let headers = BTreeMap::from([("Content-Type".to_owned(), "application/json".to_owned())]);
        Ack { status, headers, body }
    }
}

/// Adds how to answer the refused callback, so that it comes again where that can help.
pub(crate) fn with_ack(error: Error) -> Error {
    let code = error.code();
    let status = match error.kind() {
        Kind::Verification if code == VERIFICATION_SERIAL => 500,
        Kind::Verification if code == VERIFICATION_BODY => 500,
        Kind::Verification
            if code == VERIFICATION_SIGNATURE || code == VERIFICATION_PROBE || code == VERIFICATION_TIMESTAMP =>
        {
            401
        }
        Kind::Verification => 400,
        Kind::Malformed if code != MALFORMED_MCHID => 400,
        _ => 500,
    };
    error.with_ack(Ack::refused(status, code))
}
