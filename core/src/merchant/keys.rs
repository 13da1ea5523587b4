//! Keys as single texts, outside a configuration; what is wrong with one is said in the same words.

use super::checked::{Checks, public_key_id, what};
use crate::crypto::{AeadKey, Certificate, PrivateKeyDer, PublicKeyDer};
use crate::error::*;
use crate::protocol::TrustStore;

pub(crate) fn private_key(pem: &str) -> Result<PrivateKeyDer, Error> {
    checked("the private key", |checks| checks.private_key(pem))
}

pub(crate) fn certificate(pem: &str) -> Result<Certificate, Error> {
    checked("the certificate", |checks| checks.certificate(pem))
}

/// Also trusts a public key, or the one in a certificate.
pub(crate) fn trust(trust: TrustStore, serial: &str, pem: &str) -> Result<TrustStore, Error> {
    checked("the keys", |checks| {
        // Nor is a serial that is none shown: it may be a key in the wrong place.
        let is_serial = (1..=40).contains(&serial.len()) && serial.bytes().all(|byte| byte.is_ascii_hexdigit());
        if !is_serial && public_key_id(serial).is_err() {
            checks.note(
                "",
                CONFIG_PUBLIC_KEY_ID,
                "each key's name must be PUB_KEY_ID_… or a certificate's serial in hexadecimal.",
            );
            return None;
        }
        let shown = if is_serial && serial.len() < 40 { "" } else { serial };
        let mut refuse = |problem: &str| checks.note(&format!("/{shown}"), CONFIG_PUBLIC_KEY_UNREADABLE, problem);
        let der = match Certificate::from_pem(pem) {
            Ok(certificate) => certificate.public_key.or_else(|| {
                refuse("the certificate's key is not RSA of 2048, 3072 or 4096 bits.");
                None
            }),
            Err(_) => PublicKeyDer::from_pem(pem).map_err(|problem| refuse(&what(&problem))).ok(),
        };
        trust.with_public_key(serial, der?).map_err(|_| refuse(DAMAGED_PUBLIC)).ok()
    })
}

pub(crate) fn api_v3_key(text: &str) -> Result<AeadKey, Error> {
    checked("the APIv3 key", |checks| checks.api_v3_key("/api_v3_key", text))
}

/// What RSA says of a private key that was readable.
pub(crate) const DAMAGED_PRIVATE: &str = "the key's numbers do not fit together: the file is damaged.";
/// And of a public one.
pub(crate) const DAMAGED_PUBLIC: &str = "the key cannot be used: it is damaged.";

/// A host's RSA could not take the merchant's private key.
#[cfg(feature = "host")]
pub(crate) fn damaged_private_key() -> Error {
    damaged("/private_key", CONFIG_PRIVATE_KEY_UNREADABLE, DAMAGED_PRIVATE)
}

/// A host's RSA could not take the key of this serial.
#[cfg(feature = "host")]
pub(crate) fn damaged_public_key(serial: &str) -> Error {
    damaged(&format!("/public_keys/{serial}"), CONFIG_PUBLIC_KEY_UNREADABLE, DAMAGED_PUBLIC)
}

#[cfg(feature = "host")]
fn damaged(pointer: &str, code: Code, problem: &str) -> Error {
    Error::of_issues("the merchant's configuration", vec![Issue::refusing(pointer, code, problem)])
}

fn checked<T>(what: &str, work: impl FnOnce(&mut Checks) -> Option<T>) -> Result<T, Error> {
    let mut checks = Checks { issues: Vec::new() };
    work(&mut checks).ok_or_else(|| Error::of_issues(what, checks.issues))
}
