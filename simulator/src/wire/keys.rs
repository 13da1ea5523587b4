//! The published test keys, and which of them are in use.

use payscore::crypto::{AeadKey, Certificate, PrivateKey, PrivateKeyDer, PublicKey};
use payscore::time::Timestamp;
use serde_json::{Value, json};

pub(crate) const API_V3_KEY: &str = "SimulatorApiV3KeyForTestsOnly000";
pub(crate) const API_V2_KEY: &str = "SimulatorApiV2KeyForTestsOnly000";
pub(crate) const PUBLIC_KEY_ID: &str = "PUB_KEY_ID_SIMULATOR0000000000000001";
pub(crate) const MERCHANT_KEY: &str = include_str!("../keys/test-merchant.key.pem");
pub(crate) const MERCHANT_CERTIFICATE: &str = include_str!("../keys/test-merchant.cert.pem");
pub(crate) const PUBLIC_KEY: &str = include_str!("../keys/test-wechatpay-public-key.pem");
const PUBLIC_KEY_SECRET: &str = include_str!("../keys/test-wechatpay-public-key.key.pem");
const STRANGER_SECRET: &str = include_str!("../keys/test-stranger.key.pem");
/// Platform certificates and their keys, in the order of their rotation.
const PLATFORM: [(&str, &str); 3] = [
    (
        include_str!("../keys/test-wechatpay-platform-older.cert.pem"),
        include_str!("../keys/test-wechatpay-platform-older.key.pem"),
    ),
    (include_str!("../keys/test-wechatpay-platform.cert.pem"), include_str!("../keys/test-wechatpay-platform.key.pem")),
    (
        include_str!("../keys/test-wechatpay-platform-next.cert.pem"),
        include_str!("../keys/test-wechatpay-platform-next.key.pem"),
    ),
];

/// The test keys, parsed once.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) merchant: PublicKey,
    pub(crate) merchant_serial: String,
    pub(crate) public_key: PrivateKey,
    pub(crate) stranger: PrivateKey,
    pub(crate) api_v3: AeadKey,
    /// The older one that is still listed, the current one, and the one that comes next.
    platform: [Platform; 3],
    /// Whether the merchant has platform certificates. New merchants have only the public key.
    pub(crate) listed: bool,
}

/// A platform certificate.
#[derive(Debug)]
pub(crate) struct Platform {
    pub(crate) pem: &'static str,
    pub(crate) serial: String,
    pub(crate) secret: PrivateKey,
    pub(crate) from: Timestamp,
    pub(crate) to: Timestamp,
}

impl Keys {
    pub(crate) fn load() -> Option<Keys> {
        let private = |pem: &str| PrivateKey::from_der(&PrivateKeyDer::from_pem(pem).ok()?).ok();
        let merchant = Certificate::from_pem(MERCHANT_CERTIFICATE).ok()?;
        let platform = |(pem, secret): (&'static str, &str)| {
            let certificate = Certificate::from_pem(pem).ok()?;
            let (from, to) = (certificate.not_before, certificate.not_after);
            Some(Platform { pem, serial: certificate.serial_no, secret: private(secret)?, from, to })
        };
        let [older, current, next] = PLATFORM;
        Some(Keys {
            merchant: PublicKey::from_der(&merchant.public_key?).ok()?,
            merchant_serial: merchant.serial_no,
            public_key: private(PUBLIC_KEY_SECRET)?,
            stranger: private(STRANGER_SECRET)?,
            api_v3: AeadKey::new(API_V3_KEY.as_bytes())?,
            platform: [platform(older)?, platform(current)?, platform(next)?],
            listed: true,
        })
    }

    /// The certificate that signs now.
    pub(crate) fn current(&self) -> &Platform {
        let [_, current, _] = &self.platform;
        current
    }

    fn older(&self) -> &Platform {
        let [older, ..] = &self.platform;
        older
    }

    /// The certificates that a download lists, the newest last.
    pub(crate) fn valid(&self) -> [&Platform; 2] {
        [self.older(), self.current()]
    }

    /// Makes the next certificate the current one, and the current one the older one. The older one becomes the next.
    pub(crate) fn rotate(&mut self) {
        self.platform.rotate_left(1);
    }

    /// The key of this serial, to which a client encrypted.
    pub(crate) fn with_serial(&self, serial: &str) -> Option<&PrivateKey> {
        if serial == PUBLIC_KEY_ID {
            return Some(&self.public_key);
        }
        let same = |platform: &&Platform| self.listed && platform.serial.eq_ignore_ascii_case(serial);
        self.valid().into_iter().find(same).map(|platform| &platform.secret)
    }

    /// The key that signs, and its serial. `wish` is the value of a switch, `requested` the serial that the request
    /// named; `mixed` takes each key in turn.
    pub(crate) fn signer(&self, wish: &str, requested: &str, turn: usize) -> (&PrivateKey, &str) {
        let wish = match (wish, turn % 3) {
            ("mixed", 0) => "public_key",
            ("mixed", 1) => "certificate",
            ("mixed", _) => "older_certificate",
            ("asked", _) if requested == PUBLIC_KEY_ID || !self.listed => "public_key",
            _ => wish,
        };
        let platform = match wish {
            "public_key" => return (&self.public_key, PUBLIC_KEY_ID),
            "older_certificate" => self.older(),
            _ => self.current(),
        };
        (&platform.secret, &platform.serial)
    }

    pub(crate) fn view(&self) -> Value {
        json!({"public_key": PUBLIC_KEY_ID, "certificate": self.current().serial,
            "older_certificate": self.older().serial, "certificates": if self.listed { "listed" } else { "none" }})
    }
}
