//! The keys that hosts pass to the protocol's single steps, as texts; what is wrong with one is said as for a merchant's.

use crate::crypto::{AeadKey, Certificate, PrivateKey, PrivateKeyDer};
use crate::error::{CONFIG_PUBLIC_KEY_UNREADABLE, Error};
use crate::merchant::keys;
use crate::protocol::{TrustStore, TrustedKey};
use serde_json::Value;

/// A private key, PEM.
pub fn private_key(pem: &str) -> Result<PrivateKeyDer, Error> {
    keys::private_key(pem)
}

/// A private key, PEM, ready to sign with this build's own RSA.
pub fn signer(pem: &str) -> Result<PrivateKey, Error> {
    keys::signer(pem)
}

/// A public key, or the one in a certificate, PEM.
pub fn public_key(pem: &str) -> Result<TrustedKey, Error> {
    let trust = keys::trust(TrustStore::new(), ASKED, pem)?;
    trust.find(ASKED).cloned().ok_or_else(|| Error::new(CONFIG_PUBLIC_KEY_UNREADABLE, "there is no key"))
}

/// Serials to public keys or certificates, PEM.
pub fn trust(keys: &Value) -> Result<TrustStore, Error> {
    let mut pairs = keys.as_object().into_iter().flatten();
    pairs.try_fold(TrustStore::new(), |trust, (serial, pem)| keys::trust(trust, serial, pem.as_str().unwrap_or_default()))
}

/// An APIv3 key.
pub fn api_v3_key(text: &str) -> Result<AeadKey, Error> {
    keys::api_v3_key(text)
}

/// A certificate, PEM.
pub fn certificate(pem: &str) -> Result<Certificate, Error> {
    keys::certificate(pem)
}

const ASKED: &str = "PUB_KEY_ID_ASKED";
