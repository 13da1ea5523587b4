//! Stands for RSA in a build without a backend. It holds the keys, and the host does the RSA itself (WebCrypto). Every
//! operation here fails.

use super::{PrivateKeyDer, PublicKeyDer, RsaError};

/// A private key that only its host can use.
#[derive(Debug, Clone)]
pub struct PrivateKey;

impl PrivateKey {
    /// Always succeeds: the key was checked when its DER was read.
    pub fn from_der(_: &PrivateKeyDer) -> Result<PrivateKey, RsaError> {
        Ok(PrivateKey)
    }

    /// Fails: no RSA here.
    pub fn sign(&self, _: &[u8]) -> Result<Vec<u8>, RsaError> {
        Err(RsaError)
    }

    /// Fails: no RSA here.
    pub fn open_oaep(&self, _: &[u8]) -> Result<Vec<u8>, RsaError> {
        Err(RsaError)
    }
}

/// A public key that only its host can use.
#[derive(Debug, Clone)]
pub struct PublicKey;

impl PublicKey {
    /// Always succeeds: the key was checked when its DER was read.
    pub fn from_der(_: &PublicKeyDer) -> Result<PublicKey, RsaError> {
        Ok(PublicKey)
    }

    /// Always false: there is no RSA here, so nothing is trusted.
    pub fn verify(&self, _: &[u8], _: &[u8]) -> bool {
        false
    }

    /// Fails: no RSA here.
    pub fn seal_oaep(&self, _: &[u8]) -> Result<Vec<u8>, RsaError> {
        Err(RsaError)
    }
}
