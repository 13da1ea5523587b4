//! Cryptography: RSA from a backend that the features choose, AES-256-GCM and hashes from RustCrypto in every build. None
//! of the algorithms is written here, and nothing here knows WeChat Pay.
//!
//! * `keys`, `pem` and `x509` read keys and certificates as people paste them, and name each usual mistake. `numbers`
//!   checks the numbers of an RSA key, so that every backend takes and refuses the same keys.
//! * `pure` and `aws_lc` are the RSA backends. Each has the same two types, [`PrivateKey`] and [`PublicKey`], made from
//!   DER. This module re-exports the fastest one that was compiled in; `absent` stands for none.
//! * `aead` is AES-256-GCM, `hash` SHA-1, SHA-256 and HMAC.

mod aead;
mod hash;
mod keys;
mod numbers;
mod pem;
mod problem;
mod x509;

#[cfg(not(any(feature = "rsa-pure", feature = "aws-lc-rs")))]
mod absent;
#[cfg(feature = "aws-lc-rs")]
pub mod aws_lc;
#[cfg(feature = "rsa-pure")]
pub mod pure;

#[cfg(not(any(feature = "rsa-pure", feature = "aws-lc-rs")))]
pub use absent::{PrivateKey, PublicKey};
#[cfg(feature = "aws-lc-rs")]
pub use aws_lc::{PrivateKey, PublicKey};
#[cfg(all(feature = "rsa-pure", not(feature = "aws-lc-rs")))]
pub use pure::{PrivateKey, PublicKey};

pub use aead::{AeadKey, OpenError};
pub use hash::{hmac_sha256, sha1, sha256};
pub use keys::{PrivateKeyDer, PublicKeyDer};
pub use problem::KeyProblem;
pub use x509::Certificate;

use base64::Engine as _;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use std::fmt;

/// An RSA operation that could not be done. It says nothing more, on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RsaError;

impl fmt::Display for RsaError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the RSA operation failed")
    }
}

impl std::error::Error for RsaError {}

/// The largest text that OAEP with SHA-1 can seal under a 2048-bit key: 214 bytes (not characters).
pub const OAEP_MAX_2048: usize = 214;

/// Standard Base64 with padding, on one line.
pub fn to_base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

/// Standard Base64; padding may be missing, blanks and line breaks may not be there.
pub fn from_base64(text: &str) -> Option<Vec<u8>> {
    const TOLERANT: GeneralPurpose = GeneralPurpose::new(
        &base64::alphabet::STANDARD,
        GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
    );
    TOLERANT.decode(text).ok()
}

/// Lower-case hexadecimal.
pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len().saturating_mul(2)), |mut text, byte| {
        text.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        text.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        text
    })
}
