//! The keys that verify WeChat Pay: public keys and platform certificates side by side, looked up by serial.

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
    /// The end of a certificate's validity; public keys have none.
    pub not_after: Option<Timestamp>,
    /// The key itself.
    pub der: PublicKeyDer,
    pub(crate) key: PublicKey,
}

/// Keys by serial. A value: adding a key makes a new store.
#[derive(Debug, Clone, Default)]
pub struct TrustStore(Arc<BTreeMap<String, TrustedKey>>);

impl TrustStore {
    /// Trusts nobody yet.
    pub fn new() -> TrustStore {
        TrustStore::default()
    }

    /// Also trusts a public key, under its id `PUB_KEY_ID_…`.
    pub fn with_public_key(self, id: &str, der: PublicKeyDer) -> Result<TrustStore, RsaError> {
        self.with(id.to_owned(), None, der)
    }

    /// Also trusts a platform certificate.
    pub fn with_certificate(self, certificate: &Certificate) -> Result<TrustStore, RsaError> {
        let der = certificate.public_key.clone().ok_or(RsaError)?;
        self.with(canonical(&certificate.serial_no), Some(certificate.not_after), der)
    }

    /// The key of this serial. Public-key ids match exactly; certificate serials as numbers do, whatever their letter case
    /// and leading zeros.
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

    /// The serial to ask WeChat Pay to sign with: the public key where there is one, else the certificate that lasts longest. `None` with
    /// several public keys, too: an id does not say which is the newer one, so the user names it.
    pub fn preferred(&self) -> Option<&str> {
        let mut public = self.public_keys();
        match (public.next(), public.next()) {
            (Some(only), None) => Some(&only.serial),
            (Some(_), Some(_)) => None,
            (None, _) => self.0.values().max_by_key(|key| key.not_after).map(|key| key.serial.as_str()),
        }
    }

    /// The public keys, which have no end.
    pub(crate) fn public_keys(&self) -> impl Iterator<Item = &TrustedKey> {
        self.0.values().filter(|key| key.not_after.is_none())
    }

    fn with(mut self, serial: String, not_after: Option<Timestamp>, der: PublicKeyDer) -> Result<TrustStore, RsaError> {
        let key = PublicKey::from_der(&der)?;
        Arc::make_mut(&mut self.0).insert(canonical(&serial), TrustedKey { serial, not_after, der, key });
        Ok(self)
    }
}

/// A public-key id as it is; a certificate serial in upper case, without leading zeros but with an even number of digits.
pub(crate) fn canonical(serial: &str) -> String {
    if serial.starts_with("PUB_KEY_ID_") {
        return serial.to_owned();
    }
    let digits = serial.trim_start_matches('0').to_ascii_uppercase();
    if digits.len() % 2 == 1 { format!("0{digits}") } else { digits }
}
