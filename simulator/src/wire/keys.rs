//! The published test keys.

use payscore::crypto::{AeadKey, Certificate, PrivateKey, PrivateKeyDer, PublicKey};

pub(crate) const API_V3_KEY: &str = "SimulatorApiV3KeyForTestsOnly000";
pub(crate) const API_V2_KEY: &str = "SimulatorApiV2KeyForTestsOnly000";
pub(crate) const PUBLIC_KEY_ID: &str = "PUB_KEY_ID_SIMULATOR0000000000000001";
pub(crate) const MERCHANT_KEY: &str = include_str!("../keys/test-merchant.key.pem");
pub(crate) const MERCHANT_CERTIFICATE: &str = include_str!("../keys/test-merchant.cert.pem");
pub(crate) const PUBLIC_KEY: &str = include_str!("../keys/test-wechatpay-public-key.pem");
pub(crate) const PLATFORM_CERTIFICATE: &str = include_str!("../keys/test-wechatpay-platform.cert.pem");
const PUBLIC_KEY_SECRET: &str = include_str!("../keys/test-wechatpay-public-key.key.pem");
const PLATFORM_SECRET: &str = include_str!("../keys/test-wechatpay-platform.key.pem");
const STRANGER_SECRET: &str = include_str!("../keys/test-stranger.key.pem");

/// All of them, parsed once.
#[derive(Debug)]
pub(crate) struct Keys {
    pub(crate) merchant: PublicKey,
    pub(crate) merchant_serial: String,
    pub(crate) public_key: PrivateKey,
    pub(crate) platform: PrivateKey,
    pub(crate) platform_serial: String,
    pub(crate) stranger: PrivateKey,
    pub(crate) api_v3: AeadKey,
}

impl Keys {
    pub(crate) fn load() -> Option<Keys> {
        let private = |pem: &str| PrivateKey::from_der(&PrivateKeyDer::from_pem(pem).ok()?).ok();
        let merchant = Certificate::from_pem(MERCHANT_CERTIFICATE).ok()?;
        Some(Keys {
            merchant: PublicKey::from_der(&merchant.public_key?).ok()?,
            merchant_serial: merchant.serial_no,
            public_key: private(PUBLIC_KEY_SECRET)?,
            platform: private(PLATFORM_SECRET)?,
            platform_serial: Certificate::from_pem(PLATFORM_CERTIFICATE).ok()?.serial_no,
            stranger: private(STRANGER_SECRET)?,
            api_v3: AeadKey::new(API_V3_KEY.as_bytes())?,
        })
    }
}
