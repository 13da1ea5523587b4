//! A merchant of known keys.

use crate::files::keys;
use crate::merged;
use crate::wechat_pay::{PUBLIC_KEY_ID, SIGNING_KEY};
use payscore::{Error, Merchant, MerchantConfig};
use serde_json::{Value, json};

pub const MCHID: &str = "1230000100";
pub const SERIAL_NO: &str = "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB";
pub const API_V3_KEY: &str = "0123456789abcdef0123456789ABCDEF";

/// The settings of the usual merchant.
pub fn settings() -> Value {
    let keys = keys();
    json!({
        "mchid": MCHID, "serial_no": SERIAL_NO, "private_key": keys["java_merchant"]["private_key_pkcs8_pem"],
        "api_v3_key": API_V3_KEY, "public_keys": {PUBLIC_KEY_ID: keys[SIGNING_KEY]["public_key_spki_pem"]},
        "service_id": "2002000000000558128851361561536", "appid": "wxd678efh567hg6787", "channel_id": "1230000109",
    })
}

/// The same with some of them changed; null takes one out.
pub fn settings_with(changes: Value) -> Value {
    merged(settings(), changes)
}

/// The usual merchant with some settings changed.
pub fn merchant(changes: Value) -> Merchant {
    try_merchant(&settings_with(changes)).unwrap()
}

/// A merchant of these settings, or what is wrong with them.
pub fn try_merchant(settings: &Value) -> Result<Merchant, Error> {
    MerchantConfig::from_json(settings.as_object().unwrap()).and_then(Merchant::new)
}
