//! The engine: a draft knows its exact bytes, a call also knows how to read its answer or the loss of it. Typed `Draft` and
//! `Call` are thin shells around these.

use super::encode::percent_decode;
use super::prepared::{FileTransfer, Prepared};
use super::{Account, OperationInfo, authorization, request_message};
use crate::crypto::{from_base64, sha256, to_base64, to_hex};
use crate::error::{
    Error, INVALID_CLOCK, INVALID_SIGNATURE, Issue, Outcome, Retry, TRANSPORT_LOST, TRANSPORT_NOT_SENT, foreign_sentence,
};
use crate::http::{Headers, Request};
use crate::time::Timestamp;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;

/// An operation turned into exact bytes, with the moment and nonce to sign, not yet signed.
#[derive(Debug, Clone)]
pub struct AnyDraft {
    account: Arc<Account>,
    prepared: Prepared,
    timestamp: Timestamp,
    nonce: String,
}

impl AnyDraft {
    pub(crate) fn new(account: Arc<Account>, prepared: Prepared, timestamp: Timestamp, nonce: &str) -> Result<AnyDraft, Error> {
        if nonce.is_empty() || nonce.len() > 32 || !nonce.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
            return Err(
                Error::new(INVALID_CLOCK, "the nonce must be 1 to 32 letters and digits").advise(Retry::Never, Outcome::NotSent)
            );
        }
        Ok(AnyDraft { account, prepared, timestamp, nonce: nonce.to_owned() })
    }

    /// Which operation it is.
    pub fn operation(&self) -> &'static OperationInfo {
        self.prepared.operation
    }

    /// Who calls.
    pub(crate) fn account(&self) -> &Account {
        &self.account
    }

    /// What must be signed: SHA256withRSA (PKCS#1 v1.5) with the key of the merchant's API certificate.
    pub fn message(&self) -> Vec<u8> {
        let body = match &self.prepared.transfer {
            FileTransfer::Upload { meta, .. } => meta.as_bytes(),
            _ => self.prepared.body.as_deref().unwrap_or_default(),
        };
        request_message(self.prepared.method.as_str(), &self.prepared.target, self.timestamp.unix(), &self.nonce, body)
    }

    /// What the checks advise, though they stopped nothing.
    pub fn advice(&self) -> &[Issue] {
        &self.prepared.advice
    }

    /// To store before sending: merchant number, operation, method, target, body; no secret. `Merchant::resume` takes it up again.
    pub fn to_bytes(&self) -> Vec<u8> {
        self.prepared.to_bytes(&self.account.mchid)
    }

    /// What it asks for, taken apart once.
    pub(crate) fn sent_parameters(&self) -> SentParameters<'_> {
        let (path, query) = self.prepared.target.split_once('?').unwrap_or((&self.prepared.target, ""));
        let body = self.prepared.body.as_ref().and_then(|body| serde_json::from_slice(body).ok()).unwrap_or_default();
        SentParameters { template: self.operation().path, path, query, body }
    }

    /// A parameter of the call, wherever it stands: in the path, the query or the top level of the body.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        self.sent_parameters().parameter(name)
    }

    /// Which draft it is, whoever signs it, wherever it goes and whenever: the SHA-256 of what is asked, in hexadecimal.
    pub fn digest(&self) -> String {
        let prepared = Prepared { fallback: false, ..self.prepared.clone() };
        to_hex(&sha256(&prepared.to_bytes(&self.account.mchid)))
    }

    /// The path and query.
    pub fn target(&self) -> &str {
        &self.prepared.target
    }

    /// The signed call, from a raw signature or its Base64, made anywhere.
    pub fn finish(self, signature: &[u8]) -> Result<AnyCall, Error> {
        let is_raw = matches!(signature.len(), 256 | 384 | 512) && !signature.iter().all(u8::is_ascii_graphic);
        let raw = if is_raw {
            Some(signature.to_vec())
        } else {
            std::str::from_utf8(signature).ok().map(str::trim).and_then(from_base64)
        };
        let raw = raw.filter(|raw| matches!(raw.len(), 256 | 384 | 512)).ok_or_else(|| {
            Error::new(INVALID_SIGNATURE, "this is not an RSA signature: pass its 256 raw bytes (RSA-2048), or their Base64")
                .advise(Retry::Never, Outcome::NotSent)
        })?;
        let account = &self.account;
        let value = authorization(&account.mchid, &account.serial_no, self.timestamp.unix(), &self.nonce, &to_base64(&raw));
        let mut headers = Headers::new()
            .with("Authorization", value)
            .with(
                "Accept",
                if matches!(self.prepared.transfer, FileTransfer::Download { .. }) { "*/*" } else { "application/json" },
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

    /// What to raise when no answer arrived. The outcome is unknown unless the connection was never made.
    pub(crate) fn lost(&self, how: Lost, reason: &str) -> Error {
        let reason = foreign_sentence(reason);
        let name = self.operation().name;
        match how {
            Lost::BeforeSending => {
                Error::new(TRANSPORT_NOT_SENT, format!("{name}: the connection was never made, nothing was sent ({reason})"))
                    .advise(Retry::SameRequest, Outcome::NotSent)
            }
            Lost::AfterSending => {
                let remedy = match self.prepared.after_loss() {
                    Retry::QueryFirst => "Query before anything else",
                    _ if self.prepared.changes() => {
                        "Query, or repeat the identical request under the same number; never start anew under a new one"
                    }
                    _ => "Ask again",
                };
                Error::new(TRANSPORT_LOST, format!("{name}: the answer was lost, so the outcome is unknown. {remedy} ({reason})"))
                    .advise(self.prepared.after_loss(), unknown_if(self.prepared.changes()))
            }
        }
    }

    /// An answer came, but nothing of it could be looked at: what the request did is unknown.
    pub(crate) fn outcome_unknown(&self, error: Error) -> Error {
        error.advise(self.prepared.after_loss(), unknown_if(self.prepared.changes()))
    }

    /// A verified answer came, but it cannot be read, or is not about what was asked. To repeat the call would bring the same answer.
    pub(crate) fn unreadable(&self, error: Error) -> Error {
        let changes = self.prepared.changes();
        error.advise(if changes { Retry::QueryFirst } else { Retry::AfterDelay }, unknown_if(changes))
    }

    /// The request as it will be sent.
    pub(crate) fn prepared(&self) -> &Prepared {
        &self.prepared
    }

    /// The same for the merchant's other address, at another moment.
    pub(crate) fn for_other_address(&self, timestamp: Timestamp, nonce: &str) -> Result<AnyDraft, Error> {
        let prepared = Prepared { fallback: !self.prepared.fallback, ..self.prepared.clone() };
        AnyDraft::new(self.account.clone(), prepared, timestamp, nonce)
    }

    /// The same, read with what another merchant trusts.
    pub(crate) fn with_account(&self, account: Arc<Account>) -> AnyDraft {
        AnyDraft { account, ..self.clone() }
    }
}

/// What a draft asks for, taken apart: path, query, and the body as JSON.
pub(crate) struct SentParameters<'a> {
    template: &'static str,
    path: &'a str,
    query: &'a str,
    body: Value,
}

impl SentParameters<'_> {
    /// A parameter, wherever it stands.
    pub(crate) fn parameter(&self, name: &str) -> Option<String> {
        let is_placeholder = |piece: &str| piece.strip_prefix('{').and_then(|piece| piece.strip_suffix('}')) == Some(name);
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

/// A signed request, with the knowledge of how to read its answer or the loss of it.
#[derive(Clone)]
pub struct AnyCall {
    draft: AnyDraft,
    request: Request,
}

impl AnyCall {
    /// Exactly what to send.
    pub fn request(&self) -> &Request {
        &self.request
    }

    /// The same request, read as another draft is.
    pub(crate) fn with_draft(&self, draft: AnyDraft) -> AnyCall {
        AnyCall { draft, request: self.request.clone() }
    }

    /// The draft it was made of.
    pub fn draft(&self) -> &AnyDraft {
        &self.draft
    }

    /// Which operation it is.
    pub fn operation(&self) -> &'static OperationInfo {
        self.draft.operation()
    }

    /// What to raise when no answer arrived. The outcome is unknown unless the connection was never made.
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
