//! AES-256-GCM with a nonce of 12 bytes and a tag of 16.

use crate::secret::Secret;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Key, Nonce};
use std::fmt;

/// A 32-byte key.
#[derive(Clone)]
pub struct AeadKey(Secret<Vec<u8>>);

/// Why a sealed text could not be opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OpenError {
    /// The nonce is not 12 bytes long; its length.
    NonceLength(usize),
    /// Shorter than the tag of 16 bytes; its length.
    TooShort(usize),
    /// The tag does not match: another key, other associated data, or damaged bytes.
    Mismatch,
}

impl AeadKey {
    /// A key of exactly 32 bytes. `None` for any other length.
    pub fn new(key: &[u8]) -> Option<AeadKey> {
        (key.len() == 32).then(|| AeadKey(Secret::new(key.to_vec())))
    }

    /// Opens ciphertext‖tag. The tag is always checked.
    pub fn open(&self, nonce: &[u8], associated_data: &[u8], sealed: &[u8]) -> Result<Vec<u8>, OpenError> {
        if sealed.len() < 16 {
            return Err(OpenError::TooShort(sealed.len()));
        }
        let nonce_bytes = Nonce::try_from(nonce).map_err(|_| OpenError::NonceLength(nonce.len()))?;
        let payload = Payload { msg: sealed, aad: associated_data };
        self.cipher().ok_or(OpenError::Mismatch)?.decrypt(&nonce_bytes, payload).map_err(|_| OpenError::Mismatch)
    }

    /// Seals a text to ciphertext‖tag; `None` unless the nonce has 12 bytes. A nonce must never serve twice under one
    /// key.
    pub fn seal(&self, nonce: &[u8], associated_data: &[u8], text: &[u8]) -> Option<Vec<u8>> {
        let nonce = Nonce::try_from(nonce).ok()?;
        self.cipher()?.encrypt(&nonce, Payload { msg: text, aad: associated_data }).ok()
    }

    fn cipher(&self) -> Option<Aes256Gcm> {
        Key::<Aes256Gcm>::try_from(self.0.expose().as_slice()).ok().map(|key| Aes256Gcm::new(&key))
    }
}

impl fmt::Debug for AeadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AeadKey")
    }
}
