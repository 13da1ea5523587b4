//! The single steps of the protocol, with keys as text. A mistake in a key has the same words as in a merchant's
//! settings.

use crate::crypto::{AeadKey, Certificate, PrivateKey, PrivateKeyDer, PublicKey, from_base64, to_base64};
use crate::error::{CONFIG_PRIVATE_KEY_UNREADABLE, CONFIG_PUBLIC_KEY_UNREADABLE, Error, INVALID_CHARACTERS, Issue};
use crate::merchant::keys;
use crate::protocol::{self, TrustStore, TrustedKey};
use crate::time::Timestamp;
use serde_json::Value;

/// A private key, PEM.
pub fn private_key(pem: &str) -> Result<PrivateKeyDer, Error> {
    keys::private_key(pem)
}

/// A private key, PEM, to sign and to open with.
pub fn signing_key(pem: &str) -> Result<PrivateKey, Error> {
    keys::signing_key(pem)
}

/// The signature of a message, as Base64, with a private key, PEM.
pub fn sign(private_key: &str, message: &[u8]) -> Result<String, Error> {
    let signature = signing_key(private_key)?.sign(message).map_err(|_| {
        let issue = Issue::refusing("/private_key", CONFIG_PRIVATE_KEY_UNREADABLE, keys::DAMAGED_PRIVATE);
        Error::of_issues("the private key", vec![issue])
    })?;
    Ok(to_base64(&signature))
}

/// Whether this is the signature (Base64) of the message by the key in a public key or certificate, PEM.
pub fn signature_holds(key: &str, message: &[u8], signature: &str) -> Result<bool, Error> {
    let key = PublicKey::from_der(&public_key(key)?.der).map_err(|_| {
        let issue = Issue::refusing("", CONFIG_PUBLIC_KEY_UNREADABLE, keys::DAMAGED_PUBLIC);
        Error::of_issues("the public key", vec![issue])
    })?;
    Ok(from_base64(signature).is_some_and(|signature| key.verify(message, &signature)))
}

/// Opens a resource (AEAD_AES_256_GCM) with an APIv3 key.
pub fn open_resource(
    api_v3_key_: &str,
    nonce: &str,
    associated_data: &str,
    ciphertext: &str,
) -> Result<Vec<u8>, Error> {
    let resource = serde_json::json!({
        "algorithm": "AEAD_AES_256_GCM",
        "nonce": nonce,
        "associated_data": associated_data,
        "ciphertext": ciphertext,
    });
    protocol::open_resource(&[api_v3_key(api_v3_key_)?], &resource)
}

/// A public key, or the public key of a certificate, in PEM.
pub fn public_key(pem: &str) -> Result<TrustedKey, Error> {
    keys::public_key(pem)
}

/// A trust store, from serials to public keys or certificates in PEM.
pub fn trust(keys: &Value) -> Result<TrustStore, Error> {
    let mut pairs = keys.as_object().into_iter().flatten();
    pairs.try_fold(TrustStore::new(), |trust, (serial, pem)| {
        keys::trust(trust, serial, pem.as_str().unwrap_or_default())
    })
}

/// An APIv3 key.
pub fn api_v3_key(text: &str) -> Result<AeadKey, Error> {
    keys::api_v3_key(text)
}

/// A certificate, PEM.
pub fn certificate(pem: &str) -> Result<Certificate, Error> {
    keys::certificate(pem)
}

/// The value of the `Authorization` header. Each part stands between quotes, so it must be visible ASCII without
/// quotes.
pub fn authorization(
    mchid: &str,
    serial_no: &str,
    timestamp: Timestamp,
    nonce: &str,
    signature: &str,
) -> Result<String, Error> {
    let parts = [("/mchid", mchid), ("/serial_no", serial_no), ("/nonce", nonce), ("/signature", signature)];
    let fits = |text: &str| {
        (1..=1024).contains(&text.len())
            && text.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\\' | b','))
    };
    let issues: Vec<Issue> = parts
        .into_iter()
        .filter(|(_, text)| !fits(text))
        .map(|(pointer, _)| {
            Issue::refusing(pointer, INVALID_CHARACTERS, "visible ASCII without quotes, commas and blanks is needed.")
        })
        .collect();
    if issues.is_empty() {
        Ok(protocol::authorization(mchid, serial_no, timestamp.unix(), nonce, signature))
    } else {
        Err(Error::of_issues("the Authorization header", issues))
    }
}
