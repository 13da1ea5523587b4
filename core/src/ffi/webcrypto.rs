//! The open halves, for a host that does RSA itself because its RSA is asynchronous (WebCrypto). Behind a feature of its own:
//! nobody else may handle an unverified half.
//!
//! Signing: [`signing_key`] once, then sign `draft.message()` and `draft.finish(signature)`. Verifying: [`to_verify`], check it
//! with the key it names, and hand the [`Verdict`] to [`read_any`], [`read_notification`] or [`verify`]. The verdict counts for
//! exactly the message, signature and key that were checked; nothing is read of anything else. When it did not hold, [`to_explain`]
//! has more to check, for the error's sake only. Sensitive fields: [`to_seal`] and [`sealed`], [`to_open`] and [`opened`].

use crate::Merchant;
use crate::crypto::PrivateKeyDer;
use crate::error::Error;
use crate::http::{Headers, Response};
use crate::merchant;
use crate::protocol::{self, AnyDraft, PendingVerification, TrustStore, TrustedKey, prepare_verification, verify_with};
use crate::registry::{AnyEvent, AnyReply};
use crate::time::Timestamp;

/// What a host is to check: SHA256withRSA (PKCS#1 v1.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureToVerify {
    /// The serial of the key.
    pub serial: String,
    /// The key, SubjectPublicKeyInfo DER.
    pub spki: Vec<u8>,
    /// What was signed.
    pub message: Vec<u8>,
    /// The signature, raw.
    pub signature: Vec<u8>,
}

impl SignatureToVerify {
    fn new(pending: &PendingVerification<'_>, message: Vec<u8>) -> SignatureToVerify {
        SignatureToVerify {
            serial: pending.key.serial.clone(),
            spki: pending.key.der.spki().to_vec(),
            message,
            signature: pending.signature.clone(),
        }
    }

    fn is_of(&self, pending: &PendingVerification<'_>, message: &[u8]) -> bool {
        self.serial == pending.key.serial && self.message == message && self.signature == pending.signature
    }
}

/// What a host found.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// What it checked.
    pub checked: SignatureToVerify,
    /// Whether the signature held.
    pub holds: bool,
}

/// The merchant's private key, to be imported once; `None` when it lives elsewhere. Whether its numbers fit together only RSA can
/// tell: sign something, and verify that with its public half.
pub fn signing_key(merchant: &Merchant) -> Option<PrivateKeyDer> {
    let key = merchant.config().private_key.as_ref()?;
    PrivateKeyDer::from_pem(key.expose()).ok()
}

/// What to say when there is none.
pub fn no_signing_key() -> Error {
    merchant::no_signing_key()
}

/// What to say when a text is to be opened without one.
pub fn no_opening_key() -> Error {
    merchant::no_opening_key()
}

/// What to say when the host's RSA cannot take it.
pub fn damaged_signing_key() -> Error {
    merchant::keys::damaged_private_key()
}

/// What to say when the host's RSA cannot take a key of the merchant's trust store.
pub fn damaged_trusted_key(serial: &str) -> Error {
    merchant::keys::damaged_public_key(serial)
}

/// The key to seal with for this merchant's calls.
pub fn sealing_key(merchant: &Merchant) -> Result<&TrustedKey, Error> {
    merchant.sealing_key()
}

/// What is to be checked of an answer or a callback; `None` when nothing about it can hold: read it without a verdict, and the
/// error says why.
pub fn to_verify(trust: &TrustStore, headers: &Headers, body: &[u8], now: Timestamp) -> Option<SignatureToVerify> {
    let mut pending = prepare_verification(trust, headers, body, now).ok()?;
    let message = std::mem::take(&mut pending.message);
    Some(SignatureToVerify::new(&pending, message))
}

/// The keys to verify the answer to a draft with: those of its merchant, and those that the answer itself brings.
pub fn answer_trust(draft: &AnyDraft, body: &[u8], now: Timestamp) -> TrustStore {
    protocol::answer_trust(draft, body, now)
}

/// What else to check when that did not hold: the verdict that does hold makes the error say what spoilt the body. It never makes
/// anything readable.
pub fn to_explain(trust: &TrustStore, headers: &Headers, body: &[u8], now: Timestamp) -> Vec<SignatureToVerify> {
    let Ok(pending) = prepare_verification(trust, headers, body, now) else { return Vec::new() };
    pending.messages_before_damage(body).map(|(message, _)| SignatureToVerify::new(&pending, message)).collect()
}

/// The serial of the key that signed these bytes.
pub fn verify(
    trust: &TrustStore,
    headers: &Headers,
    body: &[u8],
    now: Timestamp,
    verdict: Option<&Verdict>,
) -> Result<String, Error> {
    verify_with(trust, headers, body, now, &|pending, message| holds(verdict, pending, message))
}

/// Reads the answer to a call that was made of this draft.
pub fn read_any(draft: &AnyDraft, response: &Response, now: Timestamp, verdict: Option<&Verdict>) -> Result<AnyReply, Error> {
    Merchant::read_of(draft, response, now, &|pending, message| holds(verdict, pending, message))
}

/// Opens and types a callback.
pub fn read_notification(
    merchant: &Merchant,
    headers: &Headers,
    body: &[u8],
    now: Timestamp,
    verdict: Option<&Verdict>,
) -> Result<AnyEvent, Error> {
    merchant.read_notification_any(headers, body, now, &|pending, message| holds(verdict, pending, message))
}

/// What a host is to seal: RSAES-OAEP with SHA-1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealing {
    /// The key, SubjectPublicKeyInfo DER.
    pub spki: Vec<u8>,
    /// The bytes to seal.
    pub text: Vec<u8>,
}

/// What is to be sealed with this key.
pub fn to_seal(key: &TrustedKey, text: &str) -> Result<Sealing, Error> {
    let text = protocol::sealable(text)?.to_vec();
    Ok(Sealing { spki: key.der.spki().to_vec(), text })
}

/// The field, from what the host made of it; `None` when it could not.
pub fn sealed(bytes: Option<Vec<u8>>) -> Result<String, Error> {
    protocol::sealed(bytes)
}

/// What a host is to open, RSAES-OAEP with SHA-1, with the merchant's private key.
pub fn to_open(sealed: &str) -> Result<Vec<u8>, Error> {
    protocol::to_open(sealed)
}

/// The text, from what the host made of it; `None` when it could not.
pub fn opened(text: Option<Vec<u8>>) -> Result<String, Error> {
    protocol::opened(text)
}

fn holds(verdict: Option<&Verdict>, pending: &PendingVerification<'_>, message: &[u8]) -> bool {
    verdict.is_some_and(|verdict| verdict.holds && verdict.checked.is_of(pending, message))
}
