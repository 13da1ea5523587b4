//! What Payscore's own tests and measurements reach through the boundary. It is no API, and no part of the production
//! library.

use payscore::crypto::{sha1, sha256, to_hex};

/// SHA-1 in hexadecimal.
#[uniffi::export]
pub fn sha1_hex(message: Vec<u8>) -> String {
    to_hex(&sha1(&message))
}

/// SHA-256 in hexadecimal.
#[uniffi::export]
pub fn sha256_hex(message: Vec<u8>) -> String {
    to_hex(&sha256(&message))
}

/// HMAC-SHA256 in hexadecimal.
#[uniffi::export]
pub fn hmac_sha256_hex(key: Vec<u8>, message: Vec<u8>) -> String {
    to_hex(&payscore::crypto::hmac_sha256(&key, &message))
}

/// Does nothing, to measure what a crossing costs.
#[uniffi::export]
pub fn empty_crossing() {}
