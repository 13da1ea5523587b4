//! RSA from the `rsa` crate: Rust alone, builds anywhere. Private-key operations are blinded.

use super::{PrivateKeyDer, PublicKeyDer, RsaError};
use crypto_bigint::BoxedUint;
use rsa::hazmat::rsa_decrypt_and_check;
use rsa::pkcs8::{DecodePrivateKey, DecodePublicKey};
use rsa::rand_core::TryCryptoRng;
use rsa::traits::{PaddingScheme, PublicKeyParts};
use sha1::Sha1;
use sha2::Sha256;
use std::fmt;
use zeroize::Zeroizing;

/// An RSA private key. Wiped when dropped.
#[derive(Clone)]
pub struct PrivateKey(rsa::PrivateKey);

impl PrivateKey {
    /// From a checked PKCS#8 key.
    pub fn from_der(key: &PrivateKeyDer) -> Result<PrivateKey, RsaError> {
        rsa::PrivateKey::from_pkcs8_der(key.pkcs8()).map(PrivateKey).map_err(|_| RsaError)
    }

    /// RSASSA-PKCS1-v1_5 with SHA-256. Deterministic.
    pub fn sign(&self, message: &[u8]) -> Result<Vec<u8>, RsaError> {
        self.0.pkcs1v15_sign::<Sha256>(message).map_err(|_| RsaError)
    }

    /// RSAES-OAEP with SHA-1 and MGF1-SHA-1.
    pub fn open_oaep(&self, sealed: &[u8]) -> Result<Vec<u8>, RsaError> {
        self.0.decrypt(StrictOaep, sealed).map_err(|_| RsaError)
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey")
    }
}

/// OAEP with SHA-1, as RFC 8017 §7.1.2 has it. `rsa` 0.10 does not look at the first byte, which must be zero: it is
/// looked at here, in a second decryption. Both are always made, and what is refused is refused in one way, so that
/// nobody learns which byte it was.
struct StrictOaep;

impl PaddingScheme for StrictOaep {
    fn decrypt<R: TryCryptoRng + ?Sized>(
        self,
        mut rng: Option<&mut R>,
        key: &rsa::PrivateKey,
        sealed: &[u8],
    ) -> rsa::Result<Vec<u8>> {
        let number = BoxedUint::from_be_slice(sealed, key.n_bits_precision()).map_err(|_| rsa::Error::Decryption)?;
        let block = rsa_decrypt_and_check(key, rng.as_deref_mut(), &number)?;
        let block = Zeroizing::new(block.to_be_bytes());
        let text = rsa::Oaep::<Sha1>::new().decrypt(rng, key, sealed);
        match (block.first(), text) {
            (Some(0), Ok(text)) => Ok(text),
            _ => Err(rsa::Error::Decryption),
        }
    }

    fn encrypt<R: TryCryptoRng + ?Sized>(self, rng: &mut R, key: &rsa::PublicKey, text: &[u8]) -> rsa::Result<Vec<u8>> {
        rsa::Oaep::<Sha1>::new().encrypt(rng, key, text)
    }
}

/// An RSA public key.
#[derive(Debug, Clone)]
pub struct PublicKey(rsa::PublicKey);

impl PublicKey {
    /// From a checked SubjectPublicKeyInfo.
    pub fn from_der(key: &PublicKeyDer) -> Result<PublicKey, RsaError> {
        rsa::PublicKey::from_public_key_der(key.spki()).map(PublicKey).map_err(|_| RsaError)
    }

    /// Whether this is the signature (PKCS1-v1_5, SHA-256) of the message.
    pub fn verify(&self, message: &[u8], signature: &[u8]) -> bool {
        self.0.pkcs1v15_verify::<Sha256>(message, signature).is_ok()
    }

    /// RSAES-OAEP with SHA-1 and MGF1-SHA-1; the padding is random, from the operating system.
    pub fn seal_oaep(&self, text: &[u8]) -> Result<Vec<u8>, RsaError> {
        self.0.oaep_encrypt::<Sha1>(text).map_err(|_| RsaError)
    }
}
