//! Drafts and calls. A draft has the exact bytes of a request; a call has its signature as well, and can read its
//! answer. The typed `Draft` and `Call` are thin shells around these.

use super::encode::percent_decode;
use super::prepared::{FileTransfer, Prepared};
use super::{Account, OperationInfo, authorization, request_message};
use crate::crypto::{from_base64, sha256, to_base64, to_hex};
use crate::error::{
    Error, INVALID_CLOCK, INVALID_SIGNATURE, Issue, Outcome, Retry, TRANSPORT_LOST, TRANSPORT_NOT_SENT,
    foreign_sentence,
};
use crate::http::{Headers, Request};
use crate::time::Timestamp;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// An operation as exact bytes, with the time and nonce to sign. It is not yet signed.
#[derive(Debug, Clone)]
pub struct AnyDraft {
    account: Arc<Account>,
    prepared: Prepared,
    timestamp: Timestamp,
    nonce: String,
}

impl AnyDraft {
    pub(crate) fn new(
        account: Arc<Account>,
        prepared: Prepared,
        timestamp: Timestamp,
        nonce: &str,
    ) -> Result<AnyDraft, Error> {
        if nonce.is_empty() || nonce.len() > 32 || !nonce.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(Error::new(INVALID_CLOCK, "the nonce must be 1 to 32 letters and digits")
                .advise(Retry::Never, Outcome::NotSent));
        }
        Ok(AnyDraft { account, prepared, timestamp, nonce: nonce.to_owned() })
    }

    /// The operation.
    pub fn operation(&self) -> &'static OperationInfo {
        self.prepared.operation
    }

    /// The account that calls.
    pub(crate) fn account(&self) -> &Account {
        &self.account
    }

    /// The message to sign: SHA256withRSA (PKCS#1 v1.5) with the key of the merchant's API certificate.
    pub fn message(&self) -> Vec<u8> {
        let body = match &self.prepared.transfer {
            FileTransfer::Upload { meta, .. } => meta.as_bytes(),
            _ => self.prepared.body.as_deref().unwrap_or_default(),
        };
        request_message(self.prepared.method.as_str(), &self.prepared.target, self.timestamp.unix(), &self.nonce, body)
    }

    /// The advice of the checks, which stopped nothing.
    pub fn advice(&self) -> &[Issue] {
        &self.prepared.advice
    }

    /// The draft to store before sending: merchant number, operation, method, target and body, without secrets.
    /// `Merchant::resume` takes it up again.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.prepared.to_bytes(&self.account.mchid)
    }

    /// The parameters that are sent, parsed once.
    pub(crate) fn sent_parameters(&self) -> SentParameters<'_> {
        let (path, query) = self.prepared.target.split_once('?').unwrap_or((&self.prepared.target, ""));
        let body = self.prepared.body.as_ref().and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default();
        SentParameters { template: self.operation().path, path, query, body }
    }

    /// A parameter of the call, from the path, the query or the top level of the body.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        self.sent_parameters().parameter(name)
    }

    /// The identity of the draft: the SHA-256 of its content, in hexadecimal. It does not depend on signature, address
    /// or time.
    pub fn digest(&self) -> String {
        let prepared = Prepared { fallback: false, ..self.prepared.clone() };
        to_hex(&sha256(&prepared.to_bytes(&self.account.mchid)))
    }

    /// The path and the query.
    pub fn target(&self) -> &str {
        &self.prepared.target
    }

    /// The signed call, from a signature that was made anywhere, raw or in Base64.
    pub fn finish(self, signature: &[u8]) -> Result<AnyCall, Error> {
        let is_raw = matches!(signature.len(), 256 | 384 | 512) && !signature.iter().all(u8::is_ascii_graphic);
        let raw = if is_raw {
            Some(signature.to_vec())
        } else {
            std::str::from_utf8(signature).ok().map(str::trim).and_then(from_base64)
        };
        let raw = raw.filter(|raw| matches!(raw.len(), 256 | 384 | 512)).ok_or_else(|| {
            Error::new(
                INVALID_SIGNATURE,
                "this is not an RSA signature: pass its 256 raw bytes (RSA-2048), or their Base64",
            )
            .advise(Retry::Never, Outcome::NotSent)
        })?;
        let account = &self.account;
        let value =
            authorization(&account.mchid, &account.serial_no, self.timestamp.unix(), &self.nonce, &to_base64(&raw));
        let mut headers = Headers::new()
            .with("Authorization", value)
            .with(
                "Accept",
                if matches!(self.prepared.transfer, FileTransfer::Download { .. }) {
                    "*/*"
                } else {
                    "application/json"
                },
            )
            .with("User-Agent", account.user_agent.clone());
        if let Some(serial) = &account.wechatpay_serial {
            headers = headers.with("Wechatpay-Serial", serial.clone());
        }
        match &self.prepared.transfer {
            FileTransfer::Upload { boundary, .. } => {
                headers = headers.with("Content-Type", format!("multipart/form-data; boundary={boundary}"));
            }
            _ if self.prepared.body.is_some() => headers = headers.with("Content-Type", "application/json"),
            _ => {}
        }
        let host = if self.prepared.fallback { &account.fallback_base_url } else { &account.base_url };
        let url = format!("{host}{}", self.prepared.target);
        let request = Request::new(self.prepared.method.as_str(), url, headers, self.prepared.body.clone());
        Ok(AnyCall { draft: self, request })
    }

    /// The error to raise when no answer arrived. Its outcome is unknown unless the connection was never made.
    pub(crate) fn lost(&self, how: Lost, reason: &str) -> Error {
        let reason = foreign_sentence(reason);
        let name = self.operation().name;
        match how {
            Lost::BeforeSending => Error::new(
                TRANSPORT_NOT_SENT,
                format!("{name}: the connection was never made, nothing was sent ({reason})"),
            )
            .advise(Retry::SameRequest, Outcome::NotSent),
            Lost::AfterSending => {
                let remedy = match self.prepared.after_loss() {
                    Retry::QueryFirst => "Query before anything else",
                    _ if self.prepared.changes() => {
                        "Query, or repeat the identical request under the same number; never start anew under another \
                             number"
                    }
                    _ => "Ask again",
                };
                Error::new(
                    TRANSPORT_LOST,
                    format!("{name}: the answer was lost, so the outcome is unknown. {remedy} ({reason})"),
                )
                .advise(self.prepared.after_loss(), unknown_if(self.prepared.changes()))
            }
        }
    }

    /// The error about an answer that came but could not be trusted: the effect of the request is unknown.
    pub(crate) fn outcome_unknown(&self, error: Error) -> Error {
        error.advise(self.prepared.after_loss(), unknown_if(self.prepared.changes()))
    }

    /// The error about a verified answer that cannot be read, or that is about something else. A repeat would bring the
    /// same answer.
    pub(crate) fn unreadable(&self, error: Error) -> Error {
        let changes = self.prepared.changes();
        error.advise(if changes { Retry::QueryFirst } else { Retry::AfterDelay }, unknown_if(changes))
    }

    /// The request as it will be sent.
    pub(crate) fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// The same request for the merchant's other address, with another time and nonce.
    pub(crate) fn for_other_address(&self, timestamp: Timestamp, nonce: &str) -> Result<AnyDraft, Error> {
        let prepared = Prepared { fallback: !self.prepared.fallback, ..self.prepared.clone() };
        AnyDraft::new(self.account.clone(), prepared, timestamp, nonce)
    }

    /// The same draft with another account, whose keys then verify the answer.
    pub(crate) fn with_account(&self, account: Arc<Account>) -> AnyDraft {
        AnyDraft { account, ..self.clone() }
    }
}

/// The parameters of a draft as they are sent: path, query, and the body as JSON.
pub(crate) struct SentParameters<'a> {
    template: &'static str,
    path: &'a str,
    query: &'a str,
    body: Value,
}

impl SentParameters<'_> {
    /// A parameter, from the path, the query or the body.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        let is_placeholder =
            |piece: &str| piece.strip_prefix('{').and_then(|piece| piece.strip_suffix('}')) == Some(name);
        let mut pieces = self.template.split('/').zip(self.path.split('/'));
        let in_path = pieces.find(|(template, _)| is_placeholder(template)).map(|(_, value)| value);
        let mut pairs = self.query.split('&').filter_map(|pair| pair.split_once('='));
        match in_path.or_else(|| pairs.find(|(key, _)| *key == name).map(|(_, value)| value)) {
            Some(value) => percent_decode(value),
            None => self.body.get(name).map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned)),
        }
    }
}

/// How an answer was lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lost {
    /// The connection was never made.
    BeforeSending,
    /// Anything later: the request may have arrived.
    AfterSending,
}

/// A signed request, which also knows how to read its answer and what its loss means.
#[derive(Clone)]
pub struct AnyCall {
    draft: AnyDraft,
    request: Request,
}

impl AnyCall {
    /// The request to send, exactly as it stands.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// The same request with another draft, whose account then verifies the answer.
    pub(crate) fn with_draft(&self, draft: AnyDraft) -> AnyCall {
        AnyCall { draft, request: self.request.clone() }
    }

    /// The draft from which it was made.
    pub fn draft(&self) -> &AnyDraft {
        &self.draft
    }

    /// The operation.
    pub fn operation(&self) -> &'static OperationInfo {
        self.draft.operation()
    }

    /// The error to raise when no answer arrived. Its outcome is unknown unless the connection was never made.
    pub fn lost(&self, how: Lost, reason: &str) -> Error {
        self.draft.lost(how, reason)
    }
}

pub(crate) fn unknown_if(changes: bool) -> Outcome {
    if changes { Outcome::Unknown } else { Outcome::None }
}

impl fmt::Debug for AnyCall {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("operation", &self.operation().name).field("request", &self.request).finish()
    }
}
