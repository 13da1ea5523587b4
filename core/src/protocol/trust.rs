//! The keys that verify WeChat Pay: public keys and platform certificates side by side, found by serial.

use crate::crypto::{Certificate, PublicKey, PublicKeyDer, RsaError};
use crate::time::Timestamp;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A key of WeChat Pay.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct TrustedKey {
    /// `PUB_KEY_ID_…`, or a certificate's serial in upper-case hexadecimal.
    pub serial: String,
    /// The end of a certificate's validity. Public keys have none.
    pub not_after: Option<Timestamp>,
    /// The key itself.
    pub der: PublicKeyDer,
    pub(crate) key: PublicKey,
}

impl TrustedKey {
    /// A key that was passed alone, for one step of the protocol.
    pub(crate) fn without_name(der: PublicKeyDer) -> Result<TrustedKey, RsaError> {
        let key = PublicKey::from_der(&der)?;
        Ok(TrustedKey { serial: String::new(), not_after: None, der, key })
    }
}

/// Keys by serial. It is immutable: adding a key makes another store.
#[derive(Debug, Clone, Default)]
pub struct TrustStore(Arc<BTreeMap<String, TrustedKey>>);

impl TrustStore {
    /// A store without keys.
    pub fn new() -> TrustStore {
        TrustStore::default()
    }

    /// Adds a public key under its id `PUB_KEY_ID_…`.
    pub fn with_public_key(self, id: &str, der: PublicKeyDer) -> Result<TrustStore, RsaError> {
        self.with(id.to_owned(), None, der)
    }

    /// Adds a platform certificate.
    pub fn with_certificate(self, certificate: &Certificate) -> Result<TrustStore, RsaError> {
        let der = certificate.public_key.clone().ok_or(RsaError)?;
        self.with(canonical(&certificate.serial_no), Some(certificate.not_after), der)
    }

    /// The key with this serial. Ids of public keys match exactly. Serials of certificates match as numbers, in any
    /// letter case and with any leading zeros.
    pub fn find(&self, serial: &str) -> Option<&TrustedKey> {
        self.0.get(&canonical(serial))
    }

    /// Every key.
    pub fn iter(&self) -> impl Iterator<Item = &TrustedKey> {
        self.0.values()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The serial of the key with which WeChat Pay should sign: the public key, or without one the certificate that
    /// lasts longest. `None` with several public keys: an id does not say which is newer, so the user must name one.
    pub fn preferred(&self) -> Option<&str> {
        let mut public = self.public_keys();
        match (public.next(), public.next()) {
            (Some(only), None) => Some(&only.serial),
            (Some(_), Some(_)) => None,
            (None, _) => self.0.values().max_by_key(|key| key.not_after).map(|key| key.serial.as_str()),
        }
    }

    /// The public keys, which never expire.
    pub(crate) fn public_keys(&self) -> impl Iterator<Item = &TrustedKey> {
        self.0.values().filter(|key| key.not_after.is_none())
    }

    fn with(mut self, serial: String, not_after: Option<Timestamp>, der: PublicKeyDer) -> Result<TrustStore, RsaError> {
        let key = PublicKey::from_der(&der)?;
        Arc::make_mut(&mut self.0).insert(canonical(&serial), TrustedKey { serial, not_after, der, key });
        Ok(self)
    }
}

/// The canonical form of a serial: a public key's id unchanged; a certificate's serial in upper case, with two digits
/// for each byte.
pub(crate) fn canonical(serial: &str) -> String {
    if serial.starts_with("PUB_KEY_ID_") {
        return serial.to_owned();
    }
    let digits = serial.trim_start_matches('0').to_ascii_uppercase();
    if digits.len() % 2 == 1 { format!("0{digits}") } else { digits }
}
