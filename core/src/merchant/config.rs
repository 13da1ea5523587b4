//! The configuration of a merchant, as it is given: texts, none of them checked yet.

use crate::error::*;
use crate::secret::Secret;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// How strictly parameters are checked before signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Validation {
    /// What an official page refuses is refused; the rest is advice that stops nothing.
    #[default]
    On,
    /// Advice refuses, too.
    Strict,
    /// Nothing is checked but what is needed to make the bytes.
    Off,
}

/// What a [`Merchant`](crate::Merchant) is made of. Only `mchid`, a serial or certificate, and a key to trust are needed to
/// sign elsewhere; a private key to sign here; an APIv3 key to read callbacks.
#[derive(Clone, Default)]
pub struct MerchantConfig {
    /// The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's.
    pub mchid: String,
    /// The serial of the merchant's API certificate, hexadecimal. Not needed with `certificate`.
    pub serial_no: Option<String>,
    /// The merchant's API certificate, PEM (apiclient_cert.pem), instead of `serial_no`; must match the private key.
    pub certificate: Option<String>,
    /// The merchant's private key, PEM (apiclient_key.pem). Leave it out when signing happens elsewhere.
    pub private_key: Option<Secret<String>>,
    /// The APIv3 key, 32 bytes; several after a reset, newest first.
    pub api_v3_keys: Vec<Secret<String>>,
    /// The APIv2 key, 32 characters; for signed jumps only.
    pub api_v2_key: Option<Secret<String>>,
    /// WeChat Pay's public keys: `PUB_KEY_ID_…` to PEM.
    pub public_keys: BTreeMap<String, String>,
    /// WeChat Pay's platform certificates, PEM.
    pub certificates: Vec<String>,
    /// The default service.
    pub service_id: Option<String>,
    /// The default AppID of the institution.
    pub appid: Option<String>,
    /// The default channel partner.
    pub channel_id: Option<String>,
    /// Where requests go; `https://api.mch.weixin.qq.com` when left out. Plain http for loopback only.
    pub base_url: Option<String>,
    /// The other address; `https://api2.mch.weixin.qq.com` when left out.
    pub fallback_base_url: Option<String>,
    /// With which key answers are to be signed; the newest public key, else certificate, when left out.
    pub wechatpay_serial: Option<String>,
    /// How strictly parameters are checked.
    pub validate: Validation,
}

impl std::fmt::Debug for MerchantConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("MerchantConfig").field("mchid", &self.mchid).finish_non_exhaustive()
    }
}

impl MerchantConfig {
    /// From JSON, as hosts pass it. Unknown names and wrong types are all named at once.
    pub fn from_json(config: &Map<String, Value>) -> Result<MerchantConfig, Error> {
        let mut out = MerchantConfig::default();
        let mut issues = Vec::new();
        for (name, value) in config.iter().filter(|(_, value)| !value.is_null()) {
            let good = out.set(name, value);
            match good {
                Some(true) => {}
                Some(false) => issues.push(Issue::refusing(&format!("/{name}"), CONFIG_INVALID, wrong_type(name))),
                None => {
                    let shown: String = name.chars().take(40).collect();
                    issues.push(Issue::refusing(&format!("/{shown}"), CONFIG_INVALID, "there is no such setting."));
                }
            }
        }
        if issues.is_empty() { Ok(out) } else { Err(Error::of_issues("the merchant's configuration", issues)) }
    }

    /// Sets one; whether its type was right, `None` when there is no such setting.
    fn set(&mut self, name: &str, value: &Value) -> Option<bool> {
        let text = value.as_str().map(str::to_owned);
        let is_text = text.is_some();
        match name {
            "mchid" => self.mchid = text.unwrap_or_default(),
            "serial_no" => self.serial_no = text,
            "certificate" => self.certificate = text,
            "private_key" => self.private_key = text.map(Secret::new),
            "api_v2_key" => self.api_v2_key = text.map(Secret::new),
            "service_id" => self.service_id = text,
            "appid" => self.appid = text,
            "channel_id" => self.channel_id = text,
            "base_url" => self.base_url = text,
            "fallback_base_url" => self.fallback_base_url = text,
            "wechatpay_serial" => self.wechatpay_serial = text,
            "api_v3_key" => {
                let keys = texts(value);
                let good = keys.is_some();
                self.api_v3_keys = keys.unwrap_or_default().into_iter().map(Secret::new).collect();
                return Some(good);
            }
            "certificates" => {
                let list = texts(value);
                let good = list.is_some();
                self.certificates = list.unwrap_or_default();
                return Some(good);
            }
            "public_keys" => {
                let Some(object) = value.as_object() else { return Some(false) };
                for (id, pem) in object {
                    let Some(pem) = pem.as_str() else { return Some(false) };
                    self.public_keys.insert(id.clone(), pem.to_owned());
                }
                return Some(true);
            }
            "validate" => {
                self.validate = match value {
                    Value::Bool(true) => Validation::On,
                    Value::Bool(false) => Validation::Off,
                    Value::String(text) if text == "strict" => Validation::Strict,
                    _ => return Some(false),
                };
                return Some(true);
            }
            _ => return None,
        }
        Some(is_text)
    }
}

/// One text, or a list of them.
fn texts(value: &Value) -> Option<Vec<String>> {
    match value {
        Value::String(text) => Some(vec![text.clone()]),
        Value::Array(list) => list.iter().map(|text| text.as_str().map(str::to_owned)).collect(),
        _ => None,
    }
}

fn wrong_type(name: &str) -> &'static str {
    match name {
        "public_keys" => "an object is needed: {\"PUB_KEY_ID_…\": PEM text}.",
        "certificates" => "a list of PEM texts is needed.",
        "api_v3_key" => "a text is needed, or a list of texts, newest first.",
        "validate" => "true, false or \"strict\" is needed.",
        _ => "a text is needed.",
    }
}
