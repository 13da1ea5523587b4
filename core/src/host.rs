//! The open halves, for a host that does RSA itself because its RSA is asynchronous (WebCrypto). Behind a feature of its own:
//! nobody else may handle an unverified half.
//!
//! Signing: [`signing_key`] once, then sign `draft.message()` and `draft.finish(signature)`. Verifying: [`to_verify`], check it
//! with the key it names, and hand the [`Verdict`] to [`read_any`] or [`read_notification`]. The verdict counts for exactly the
//! message, signature and key that were checked; nothing is read of anything else.

use crate::Merchant;
use crate::crypto::PrivateKeyDer;
use crate::error::Error;
use crate::http::{Headers, Response};
use crate::payscore::{AnyReply, Event};
use crate::protocol::{AnyDraft, PendingVerification, prepare_verification};
use crate::time::Timestamp;
use zeroize::Zeroizing;

/// What a host is to check: SHA256withRSA (PKCS#1 v1.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The serial of the key.
    pub serial: String,
    /// The key, SubjectPublicKeyInfo DER.
    pub spki: Vec<u8>,
    /// What was signed.
    pub message: Vec<u8>,
    /// The signature, raw.
    pub signature: Vec<u8>,
}

impl Check {
    fn is_of(&self, pending: &PendingVerification<'_>) -> bool {
        self.serial == pending.key.serial && self.message == pending.message && self.signature == pending.signature
    }
}

/// What a host found.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// What it checked.
    pub check: Check,
    /// Whether the signature held.
    pub holds: bool,
}

/// The merchant's private key, PKCS#8 DER, to be imported once; `None` when it lives elsewhere.
pub fn signing_key(merchant: &Merchant) -> Option<Zeroizing<Vec<u8>>> {
    let key = merchant.config().private_key.as_ref()?;
    PrivateKeyDer::from_pem(key.expose()).ok().map(|der| Zeroizing::new(der.pkcs8().to_vec()))
}

/// What is to be checked of an answer or a callback; `None` when nothing about it can hold: read it without a verdict, and the
/// error says why.
pub fn to_verify(merchant: &Merchant, headers: &Headers, body: &[u8], now: Timestamp) -> Option<Check> {
    let pending = prepare_verification(&merchant.account().trust, headers, body, now).ok()?;
    Some(Check {
        serial: pending.key.serial.clone(),
        spki: pending.key.der.spki().to_vec(),
        message: pending.message,
        signature: pending.signature,
    })
}

/// Reads the answer to a call that was made of this draft.
pub fn read_any(draft: &AnyDraft, response: &Response, now: Timestamp, verdict: Option<&Verdict>) -> Result<AnyReply, Error> {
    Merchant::read_of(draft, response, now, &|pending| holds(verdict, pending))
}

/// Opens and types a callback.
pub fn read_notification(
    merchant: &Merchant,
    headers: &Headers,
    body: &[u8],
    now: Timestamp,
    verdict: Option<&Verdict>,
) -> Result<Event, Error> {
    merchant.read_notification_with(headers, body, now, &|pending| holds(verdict, pending))
}

fn holds(verdict: Option<&Verdict>, pending: &PendingVerification<'_>) -> bool {
    verdict.is_some_and(|verdict| verdict.holds && verdict.check.is_of(pending))
}
