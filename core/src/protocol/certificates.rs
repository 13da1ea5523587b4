//! The download of platform certificates. The answer brings the keys that verify it, sealed under the APIv3 key.
//!
//! Only WeChat Pay and the merchant know that key, so the first certificates can be trusted. The answer's signature is
//! then checked with the keys that were trusted before and the new ones together. If it fails, nothing is accepted.
//!
//! The same key also seals text that strangers can influence: a callback's resource repeats what the merchant's
//! customers wrote. So a certificate is trusted only if it was sealed as one (`associated_data` is `certificate`), is
//! exactly one PEM block, has the listed serial, and is valid now. Others are not trusted but named in the reply; if
//! there is no good one, it is an error.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>

use super::operation::Style;
use super::trust::canonical;
use super::{AnyDraft, TrustStore, bounded, open_resource};
use crate::crypto::{AeadKey, Certificate};
use crate::error::{
    DECRYPTION_KEY, Error, MALFORMED_EMPTY, VERIFICATION_CERTIFICATE, VERIFICATION_SERIAL, foreign_word,
};
use crate::time::Timestamp;
use serde_json::{Value, json};

/// The `associated_data` with which a certificate is sealed.
pub(super) const SEALED_AS: &str = "certificate";

/// How many seconds before its validity begins a certificate may already be trusted, because clocks differ.
const EARLY: i64 = 86_400;

/// The certificates that an answer brought.
pub(super) struct BroughtCertificates {
    /// The keys that were trusted before, and the new ones.
    pub(super) trust: TrustStore,
    /// The content, with the certificates opened.
    pub(super) content: Value,
    /// What is wrong with the first certificate that was left out.
    problem: Option<Error>,
    came: bool,
}

impl BroughtCertificates {
    /// The content of a verified answer. Without any good certificate, the error.
    pub(super) fn verified(self) -> Result<Value, Error> {
        match self.problem {
            Some(problem) if !self.came => Err(problem),
            None if !self.came => Err(Error::new(MALFORMED_EMPTY, "the answer is verified, but brings no certificate")),
            _ => Ok(self.content),
        }
    }

    /// A better error when the key that signed is unknown: it may be one of the certificates that were left out.
    pub(super) fn explain_unknown_serial(self, error: &Error) -> Option<Error> {
        self.problem.filter(|_| error.code() == VERIFICATION_SERIAL)
    }
}

/// Opens the certificates of an answer. `None` for every other operation.
pub(super) fn brought_certificates(draft: &AnyDraft, body: &[u8], now: Timestamp) -> Option<BroughtCertificates> {
    if draft.operation().style != Style::Certificates {
        return None;
    }
    let json = bounded::json(body, bounded::CERTIFICATE_VALUES).unwrap_or_default();
    let items = json.get("data").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut trust = draft.account().trust.clone();
    let (mut data, mut left_out, mut problem) = (Vec::new(), Vec::new(), None);
    for item in items {
        match open_certificate(&draft.account().api_v3_keys, item, now).and_then(|(pem, certificate)| {
            if trust.find(&certificate.serial_no).is_some_and(|key| certificate.public_key.as_ref() != Some(&key.der)) {
                return Err(unusable("another key is trusted under its serial"));
            }
            trust = trust
                .clone()
                .with_certificate(&certificate)
                .map_err(|_| unusable("its key is not RSA of 2048 to 4096 bits"))?;
            Ok((pem, certificate))
        }) {
            Ok((pem, certificate)) => data.push(json!({
                "serial_no": certificate.serial_no, "certificate": pem, "not_before": certificate.not_before,
                "not_after": certificate.not_after, "issuer": certificate.issuer,
            })),
            Err(error) => {
                let serial = item.get("serial_no").and_then(Value::as_str).map(foreign_word);
                left_out.push(json!({"serial_no": serial, "code": error.code(), "why": error.detail()}));
                problem.get_or_insert(error);
            }
        }
    }
    let came = !data.is_empty();
    let content =
        json!({"data": data, "left_out": if left_out.is_empty() { Value::Null } else { Value::from(left_out) }});
    Some(BroughtCertificates { trust, content, problem, came })
}

/// The keys that verify an answer to this draft.
#[cfg(feature = "webcrypto")]
pub(crate) fn answer_trust(draft: &AnyDraft, body: &[u8], now: Timestamp) -> TrustStore {
    brought_certificates(draft, body, now).map_or_else(|| draft.account().trust.clone(), |brought| brought.trust)
}

fn open_certificate(keys: &[AeadKey], item: &Value, now: Timestamp) -> Result<(String, Certificate), Error> {
    let sealed = item.get("encrypt_certificate").ok_or_else(|| unusable("it has no `encrypt_certificate`"))?;
    if keys.is_empty() {
        let detail = "there is no APIv3 key, so no platform certificate can be opened: give `api_v3_key`. It is the \
             one of this merchant \
                      number on the merchant platform, not the APIv2 key, and after a reset the new one";
        return Err(Error::new(DECRYPTION_KEY, detail));
    }
    let bytes = open_resource(keys, sealed)?;
    // After opening, so that a wrong key is reported first.
    match sealed.get("associated_data").and_then(Value::as_str) {
        Some(SEALED_AS) => {}
        other => {
            let other =
                other.map_or_else(|| "no associated data".to_owned(), |other| format!("`{}`", foreign_word(other)));
            return Err(unusable(format!("it was sealed with {other}, not as a `{SEALED_AS}`")));
        }
    }
    let pem = String::from_utf8(bytes).ok().filter(|text| is_one_certificate(text));
    let pem = pem.ok_or_else(|| unusable("what was sealed is not one certificate in PEM and nothing else"))?;
    let certificate = Certificate::from_pem(&pem).map_err(|_| unusable("the certificate is damaged"))?;
    let serial = item.get("serial_no").and_then(Value::as_str).unwrap_or_default();
    if canonical(serial) != canonical(&certificate.serial_no) {
        let found = &certificate.serial_no;
        return Err(unusable(format!(
            "the list names the serial {}, but the certificate has {found}",
            foreign_word(serial)
        )));
    }
    if certificate.not_after.since(now) < 0 {
        return Err(unusable(format!("it expired at {}", certificate.not_after.rfc3339())));
    }
    if certificate.not_before.since(now) > EARLY {
        return Err(unusable(format!("it is valid only from {}", certificate.not_before.rfc3339())));
    }
    Ok((pem, certificate))
}

fn is_one_certificate(text: &str) -> bool {
    let block = text.trim();
    block.starts_with("-----BEGIN CERTIFICATE-----")
        && block.ends_with("-----END CERTIFICATE-----")
        && block.matches("-----BEGIN").count() == 1
        && block.matches("-----END").count() == 1
}

fn unusable(why: impl Into<String>) -> Error {
    Error::new(VERIFICATION_CERTIFICATE, format!("a platform certificate is not trusted: {}", why.into()))
}
