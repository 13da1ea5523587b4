//! Signing and verifying in two halves, for a host that does RSA itself because its RSA is asynchronous (WebCrypto). It
//! has a feature of its own: no other host may handle an unverified half.
//!
//! * Signing: take [`signing_key`] once, sign `draft.message()`, and call `draft.finish(signature)`.
//! * Verifying: take [`to_verify`], check the signature with the key that it names, and pass the [`Verdict`] to
//!   [`read_any`], [`read_notification`] or [`verify`]. The verdict counts for exactly the message, signature and key
//!   that were checked. If the signature did not hold, [`to_explain`] has more to check, which only improves the error.
//! * Sensitive fields: [`to_seal`] and [`sealed`], [`to_open`] and [`opened`].

use crate::Merchant;
use crate::crypto::PrivateKeyDer;
use crate::error::Error;
use crate::http::{Headers, Response};
use crate::merchant;
use crate::protocol::{self, AnyDraft, PendingVerification, TrustStore, TrustedKey, prepare_verification, verify_with};
use crate::registry::{AnyEvent, AnyReply};
use crate::time::Timestamp;

/// A signature that the host checks: SHA256withRSA (PKCS#1 v1.5).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignatureToVerify {
    /// The serial of the key.
    pub serial: String,
    /// The key, SubjectPublicKeyInfo DER.
    pub spki: Vec<u8>,
    /// The signed message.
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

/// The result of a host's check.
#[derive(Debug, Clone)]
pub struct Verdict {
    /// The signature that it checked.
    pub checked: SignatureToVerify,
    /// Whether the signature held.
    pub holds: bool,
}

/// The merchant's private key, to import once. `None` if it lives elsewhere. An import may not validate the key: make a
/// trial signature, and verify it with the public half.
pub fn signing_key(merchant: &Merchant) -> Option<PrivateKeyDer> {
    let key = merchant.config().private_key.as_ref()?;
    PrivateKeyDer::from_pem(key.expose()).ok()
}

/// The error when the merchant has no private key to sign.
pub fn no_signing_key() -> Error {
    merchant::no_signing_key()
}

/// The error when the merchant has no private key to open a text.
pub fn no_opening_key() -> Error {
    merchant::no_opening_key()
}

/// The error when the host's RSA refuses the private key.
pub fn damaged_signing_key() -> Error {
    merchant::keys::damaged_private_key()
}

/// The error when the host's RSA refuses a key of the merchant's trust store.
pub fn damaged_trusted_key(serial: &str) -> Error {
    merchant::keys::damaged_public_key(serial)
}

/// The key that seals sensitive fields in this merchant's calls.
pub fn sealing_key(merchant: &Merchant) -> Result<&TrustedKey, Error> {
    merchant.sealing_key()
}

/// The signature of an answer or a callback, to check. `None` if it cannot hold: then read the message without a
/// verdict, and the error says why.
pub fn to_verify(trust: &TrustStore, headers: &Headers, body: &[u8], now: Timestamp) -> Option<SignatureToVerify> {
    let mut pending = prepare_verification(trust, headers, body, now).ok()?;
    let message = std::mem::take(&mut pending.message);
    Some(SignatureToVerify::new(&pending, message))
}

/// The keys that verify the answer to a draft: its merchant's, and those that the answer itself brings.
pub fn answer_trust(draft: &AnyDraft, body: &[u8], now: Timestamp) -> TrustStore {
    protocol::answer_trust(draft, body, now)
}

/// The signatures to check when the first did not hold. A verdict that holds makes the error name what damaged the
/// body. It never makes anything readable.
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

/// Reads the answer to a draft's call.
pub fn read_any(
    draft: &AnyDraft,
    response: &Response,
    now: Timestamp,
    verdict: Option<&Verdict>,
) -> Result<AnyReply, Error> {
    Merchant::read_of(draft, response, now, &|pending, message| holds(verdict, pending, message))
}

/// Decrypts and reads a callback.
pub fn read_notification(
    merchant: &Merchant,
    headers: &Headers,
    body: &[u8],
    now: Timestamp,
    verdict: Option<&Verdict>,
) -> Result<AnyEvent, Error> {
    merchant.read_notification_any(headers, body, now, &|pending, message| holds(verdict, pending, message))
}

/// A text that the host seals: RSAES-OAEP with SHA-1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealing {
    /// The key, SubjectPublicKeyInfo DER.
    pub spki: Vec<u8>,
    /// The bytes to seal.
    pub text: Vec<u8>,
}

/// The text to seal with this key.
pub fn to_seal(key: &TrustedKey, text: &str) -> Result<Sealing, Error> {
    let text = protocol::sealable(text)?.to_vec();
    Ok(Sealing { spki: key.der.spki().to_vec(), text })
}

/// The sealed field, from the host's bytes. `None` if the host could not seal.
pub fn sealed(bytes: Option<Vec<u8>>) -> Result<String, Error> {
    protocol::sealed(bytes)
}

/// The bytes that the host opens with the merchant's private key: RSAES-OAEP with SHA-1.
pub fn to_open(sealed: &str) -> Result<Vec<u8>, Error> {
    protocol::to_open(sealed)
}

/// The opened text, from the host's bytes. `None` if the host could not open.
pub fn opened(text: Option<Vec<u8>>) -> Result<String, Error> {
    protocol::opened(text)
}

fn holds(verdict: Option<&Verdict>, pending: &PendingVerification<'_>, message: &[u8]) -> bool {
    verdict.is_some_and(|verdict| verdict.holds && verdict.checked.is_of(pending, message))
}
