//! RSA from AWS-LC: about OpenSSL's speed, needs a C compiler to build.

use super::{PrivateKeyDer, PublicKeyDer, RsaError};
use aws_lc_rs::encoding::AsDer;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{
    KeyPair, OAEP_SHA1_MGF1SHA1, OaepPrivateDecryptingKey, OaepPublicEncryptingKey, PrivateDecryptingKey,
    PublicEncryptingKey,
};
use aws_lc_rs::signature::{ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256};
use std::fmt;
use std::sync::Arc;

/// An RSA private key. AWS-LC cleanses it when it is freed.
#[derive(Clone)]
pub struct PrivateKey(Arc<KeyPair>);

impl PrivateKey {
    /// From a checked PKCS#8 key.
    pub fn from_der(key: &PrivateKeyDer) -> Result<PrivateKey, RsaError> {
        KeyPair::from_pkcs8(key.pkcs8()).map(|pair| PrivateKey(Arc::new(pair))).map_err(|_| RsaError)
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256. Deterministic.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, RsaError> {
        let mut signature = vec![0; self.0.public_modulus_len()];
        self.0.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), message, &mut signature).map_err(|_| RsaError)?;
        Ok(signature)
    }

    /// RSAES-OAEP with SHA-1 and MGF1-SHA-1.
    pub fn open_oaep(&self, sealed: &[u8]) -> Result<Vec<u8>, RsaError> {
        let der = self.0.as_der().map_err(|_| RsaError)?;
        let key = PrivateDecryptingKey::from_pkcs8(der.as_ref()).map_err(|_| RsaError)?;
        let key = OaepPrivateDecryptingKey::new(key).map_err(|_| RsaError)?;
        let mut text = vec![0; key.min_output_size()];
        let text = key.decrypt(&OAEP_SHA1_MGF1SHA1, sealed, &mut text, None).map_err(|_| RsaError)?;
        Ok(text.to_vec())
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey")
    }
}

/// An RSA public key, parsed once.
#[derive(Clone)]
pub struct PublicKey {
    verifying: Arc<ParsedPublicKey>,
    spki: Arc<[u8]>,
}

impl PublicKey {
    /// From a checked SubjectPublicKeyInfo.
    pub fn from_der(key: &PublicKeyDer) -> Result<PublicKey, RsaError> {
        let verifying = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, key.spki()).map_err(|_| RsaError)?;
        Ok(PublicKey { verifying: Arc::new(verifying), spki: key.spki().into() })
    }

    /// Whether this is the signature (PKCS1-v1_5, SHA-256) of the message.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.verifying.verify_sig(message, signature).is_ok()
    }

    /// RSAES-OAEP with SHA-1 and MGF1-SHA-1; the padding is random, from the operating system.
    pub fn seal_oaep(&self, text: &[u8]) -> Result<Vec<u8>, RsaError> {
        let key = PublicEncryptingKey::from_der(&self.spki).map_err(|_| RsaError)?;
        let key = OaepPublicEncryptingKey::new(key).map_err(|_| RsaError)?;
        let mut sealed = vec![0; key.ciphertext_size()];
        let sealed = key.encrypt(&OAEP_SHA1_MGF1SHA1, text, &mut sealed, None).map_err(|_| RsaError)?;
        Ok(sealed.to_vec())
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PublicKey")
    }
}
