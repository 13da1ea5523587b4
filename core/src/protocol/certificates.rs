//! The download of platform certificates: the answer brings the keys that verify it, sealed under the APIv3 key.
//!
//! Only WeChat Pay and the merchant know that key, so what it opens is WeChat Pay's. The answer's signature is then checked against
//! the keys that were trusted before and those that came; nothing of it counts when that fails.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>

use super::operation::Style;
use super::{AnyDraft, TrustStore, open_resource};
use crate::crypto::Certificate;
use serde_json::{Value, json};

/// What an answer brought: the keys that were trusted before with those that came, and its content with the certificates opened.
pub(super) struct Brought {
    pub(super) trust: TrustStore,
    pub(super) content: Value,
}

/// Opens what an answer brings; `None` for every other operation.
pub(super) fn brought(draft: &AnyDraft, body: &[u8]) -> Option<Brought> {
    if draft.operation().style != Style::Certificates {
        return None;
    }
    let json: Value = serde_json::from_slice(body).unwrap_or_default();
    let mut trust = draft.account().trust.clone();
    let mut data = Vec::new();
    for item in json.get("data").and_then(Value::as_array).into_iter().flatten() {
        // One that cannot be opened or read, or is of another algorithm, is left out: the others may serve.
        let opened = item.get("encrypt_certificate").and_then(|sealed| open_resource(&draft.account().api_v3_keys, sealed).ok());
        let Some(pem) = opened.and_then(|bytes| String::from_utf8(bytes).ok()) else { continue };
        let Ok(certificate) = Certificate::from_pem(&pem) else { continue };
        let Ok(more) = trust.clone().with_certificate(&certificate) else { continue };
        trust = more;
        data.push(json!({
            "serial_no": certificate.serial_no, "certificate": pem, "not_before": certificate.not_before,
            "not_after": certificate.not_after, "issuer": certificate.issuer,
        }));
    }
    Some(Brought { trust, content: json!({ "data": data }) })
}

/// The keys to verify an answer to this draft with.
#[cfg(feature = "host")]
pub(crate) fn answer_trust(draft: &AnyDraft, body: &[u8]) -> TrustStore {
    brought(draft, body).map_or_else(|| draft.account().trust.clone(), |brought| brought.trust)
}
