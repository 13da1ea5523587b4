//! Reads the settings of a merchant: parses every key once, and names all mistakes at once.

use super::address;
use super::config::{MerchantConfig, Validation};
use super::keys::{DAMAGED_PUBLIC, key_problem, public_key_id, read_api_v3_key, read_certificate, read_private_key};
use super::{Merchant, Parts};
use crate::crypto::{AeadKey, Certificate, PrivateKeyDer, PublicKeyDer};
use crate::error::{
    CONFIG_API_V2_KEY_LENGTH, CONFIG_API_V3_KEY_IS_V2, CONFIG_BASE_URL, CONFIG_CERTIFICATE_IS_OWN,
    CONFIG_CERTIFICATE_MISMATCH, CONFIG_CERTIFICATE_UNREADABLE, CONFIG_INVALID, CONFIG_MCHID, CONFIG_MISSING,
    CONFIG_PUBLIC_KEY_ID, CONFIG_PUBLIC_KEY_UNREADABLE, CONFIG_SERIAL_DECIMAL, CONFIG_SERIAL_FORMAT,
    CONFIG_SERIAL_MISMATCH, CONFIG_SERIAL_PLATFORM, CONFIG_SIMULATOR_KEY, CONFIG_TRUST_EMPTY, CONFIG_WECHATPAY_SERIAL,
    Code, Error, Issue,
};
use crate::protocol::{Account, TrustStore, Validate};
use crate::registry::Scope;
use crate::text::{is_stray, without_stray};
use serde_json::{Map, Value};
use std::sync::Arc;

const BASE_URL: &str = "https://api.mch.weixin.qq.com";
const FALLBACK_BASE_URL: &str = "https://api2.mch.weixin.qq.com";

/// The simulator's published keys, which may be used on this machine only: the SHA-256 of each SubjectPublicKeyInfo. A
/// key is recognised by its bytes, whatever name it has. A test compares these with the simulator's files.
const SIMULATOR_KEYS: [&str; 6] = [
    "f416900c37168279cb1f3a3d207edebca91f759b6eaacaf0a085018c9ee8818e",
    "cab213259c9d23a6cf76437590ae267df80b2b4c8dc67c26f7cda103bd943997",
    "fea229a1035d959f0fc767f9fa59575d6f2b0d726ebbe0a5e01a4d6dae4cf43b",
    "7253b861353b5423da90a66e94fab06c3016d65a7e64b51d808b55ad27271bd2",
    "f55111cb64cd8fdee11b5da981c138fdbe4b9f2c02f95b48af87359980a43977",
    "646d78ab5cabf54c80ca7a650a7e3dc494026c9f01db05e7afcc0b90c601b1a0",
];
/// The simulator is recognised by this id as well, whatever the key.
const SIMULATOR_ID: &str = "PUB_KEY_ID_SIMULATOR";

pub(super) fn check(config: MerchantConfig, scope: &'static Scope) -> Result<Merchant, Error> {
    let config = config.without_line_ends();
    let mut reader = ConfigReader { issues: Vec::new() };
    reader.mchid(&config.mchid);
    reader.identity("/service_id", config.service_id.as_ref());
    reader.identity("/appid", config.appid.as_ref());
    reader.identity("/channel_id", config.channel_id.as_ref());
    let certificate = config.certificate.as_deref().and_then(|text| reader.keep(read_certificate(text)));
    let private = config.private_key.as_ref().and_then(|text| reader.keep(read_private_key(text.expose())));
    let serial_no = reader.serial(&config, certificate.as_ref());
    reader.pair(certificate.as_ref(), private.as_ref().map(|(der, _)| der));
    let trust = reader.trust(&config, serial_no.as_deref());
    let api_v3_keys = reader.api_v3_keys(&config);
    if config.api_v2_key.as_ref().is_some_and(|key| key.expose().len() != 32) {
        reader.note("/api_v2_key", CONFIG_API_V2_KEY_LENGTH, "an APIv2 key has exactly 32 characters.");
    }
    let base_url = reader.address("/base_url", config.base_url.as_deref().unwrap_or(BASE_URL));
    let fallback =
        reader.address("/fallback_base_url", config.fallback_base_url.as_deref().unwrap_or(FALLBACK_BASE_URL));
    let wechatpay_serial = reader.wechatpay_serial(&config, &trust);
    let published = |key: &PublicKeyDer| SIMULATOR_KEYS.contains(&key.fingerprint().as_str());
    let simulated = trust.iter().any(|key| key.serial.starts_with(SIMULATOR_ID) || published(&key.der))
        || certificate.as_ref().and_then(|certificate| certificate.public_key.as_ref()).is_some_and(published)
        || private.as_ref().is_some_and(|(der, _)| published(der.public_key()));
    // The default fallback address is not the user's choice.
    let given = config.fallback_base_url.is_some();
    for (at, address, chosen) in [("/base_url", &base_url, true), ("/fallback_base_url", &fallback, given)] {
        if simulated && chosen && !is_loopback(address) {
            reader.note(
                at,
                CONFIG_SIMULATOR_KEY,
                "a published test key of the simulator is used, but the address is not on this machine.",
            );
        }
    }
    if !reader.issues.is_empty() {
        return Err(Error::of_issues("the merchant's configuration", reader.issues));
    }
    let defaults = [("service_id", &config.service_id), ("appid", &config.appid), ("channel_id", &config.channel_id)];
    let account = Account {
        mchid: config.mchid.clone(),
        serial_no: serial_no.unwrap_or_default(),
        base_url,
        user_agent: concat!("payscore/", env!("CARGO_PKG_VERSION")).to_owned(),
        wechatpay_serial,
        trust,
        fallback_base_url: fallback,
        api_v3_keys,
    };
    Ok(Merchant(Arc::new(Parts {
        account: Arc::new(account),
        key: private.map(|(_, key)| key),
        defaults: defaults
            .into_iter()
            .filter_map(|(name, value)| Some((name.to_owned(), value.clone()?.into())))
            .collect::<Map<_, _>>(),
        scope,
        service: service(&config),
        validate: match config.validate {
            Validation::On => Validate::On,
            Validation::Strict => Validate::Strict,
            Validation::Off => Validate::Off,
        },
        config,
    })))
}

/// What the settings say about the merchant's own service.
fn service(config: &MerchantConfig) -> Map<String, Value> {
    let known = [
        ("service_id", config.service_id.clone().map(Value::from)),
        ("service_mode", config.service_mode.map(|mode| mode.as_str().into())),
        ("service_ceiling", config.service_ceiling.map(|ceiling| ceiling.get().into())),
    ];
    known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?))).collect()
}

struct ConfigReader {
    issues: Vec<Issue>,
}

impl ConfigReader {
    /// The value that was read. An issue is noted.
    fn keep<T>(&mut self, read: Result<T, Issue>) -> Option<T> {
        read.map_err(|issue| self.issues.push(issue)).ok()
    }

    fn note(&mut self, pointer: &str, code: Code, detail: impl Into<String>) {
        self.issues.push(Issue::refusing(pointer, code, detail));
    }

    fn mchid(&mut self, mchid: &str) {
        if mchid.is_empty() {
            self.note("/mchid", CONFIG_MISSING, "the institution's merchant number is needed.");
        } else if mchid.chars().any(is_stray) {
            self.note("/mchid", CONFIG_MCHID, STRAY);
        } else if mchid.len() > 32 || !mchid.bytes().all(|byte| byte.is_ascii_digit()) {
            self.note(
                "/mchid",
                CONFIG_MCHID,
                "a merchant number has digits only; give the institution's own (从业机构).",
            );
        }
    }

    /// An empty default would stand in the place of an identity and name nobody.
    fn identity(&mut self, at: &str, given: Option<&String>) {
        match given {
            Some(text) if text.is_empty() => self.note(at, CONFIG_INVALID, "it is empty: give it, or leave it out."),
            Some(text) if text.chars().any(is_stray) => self.note(at, CONFIG_INVALID, STRAY),
            _ => {}
        }
    }

    fn serial(&mut self, config: &MerchantConfig, certificate: Option<&Certificate>) -> Option<String> {
        let from_certificate = certificate.map(|certificate| certificate.serial_no.clone());
        let Some(given) = config.serial_no.as_deref() else {
            if from_certificate.is_none() && config.certificate.is_none() {
                self.note(
                    "/serial_no",
                    CONFIG_MISSING,
                    "the serial of your API certificate is needed: give `serial_no` or `certificate`.",
                );
            }
            return from_certificate;
        };
        let mut serial = tidy_serial(given);
        // A spreadsheet, or a program that printed it as a number, dropped the leading zero.
        if let Some(whole) = from_certificate.as_ref().filter(|whole| whole.trim_start_matches('0') == serial) {
            serial.clone_from(whole);
        }
        if serial.starts_with("PUB_KEY_ID_") {
            self.note(
                "/serial_no",
                CONFIG_SERIAL_PLATFORM,
                "this is the id of a WeChat Pay public key; give the serial of your own apiclient_cert.pem.",
            );
        } else if serial.len() > 40 && serial.bytes().all(|byte| byte.is_ascii_digit()) {
            self.note(
                "/serial_no",
                CONFIG_SERIAL_DECIMAL,
                "this is the serial in decimal; give it in hexadecimal, or give `certificate`.",
            );
        } else if !(8..=40).contains(&serial.len()) || !serial.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            self.note(
                "/serial_no",
                CONFIG_SERIAL_FORMAT,
                "8 to 40 hexadecimal digits are needed, as `openssl x509 -noout -serial` prints them.",
            );
        } else if serial.len() % 2 == 1 {
            let digits = serial.len();
            self.note(
                "/serial_no",
                CONFIG_SERIAL_FORMAT,
                format!(
                    "{digits} digits, but a serial has two for each byte: a digit was lost, often a leading zero. \
                     Give `certificate` instead."
                ),
            );
        } else if from_certificate.as_ref().is_some_and(|other| *other != serial) {
            self.note(
                "/serial_no",
                CONFIG_SERIAL_MISMATCH,
                "it is not the serial of `certificate`; give only `certificate`.",
            );
        }
        Some(serial)
    }

    fn pair(&mut self, certificate: Option<&Certificate>, private: Option<&PrivateKeyDer>) {
        if let (Some(certificate), Some(private)) = (certificate, private)
            && certificate.public_key.as_ref() != Some(private.public_key())
        {
            self.note(
                "/certificate",
                CONFIG_CERTIFICATE_MISMATCH,
                "the certificate does not belong to the private key: take both from the same download.",
            );
        }
    }

    fn trust(&mut self, config: &MerchantConfig, own_serial: Option<&str>) -> TrustStore {
        let mut trust = TrustStore::new();
        if config.public_keys.is_empty() && config.certificates.is_empty() && !config.bootstrap {
            self.note(
                "/public_keys",
                CONFIG_TRUST_EMPTY,
                "a key that verifies WeChat Pay is needed: `public_keys` and/or `certificates`.",
            );
        }
        for (id, pem) in &config.public_keys {
            if let Err(problem) = public_key_id(id) {
                self.note("/public_keys", CONFIG_PUBLIC_KEY_ID, problem);
                continue;
            }
            let at = format!("/public_keys/{id}");
            match PublicKeyDer::from_pem(pem) {
                Ok(der) => match trust.clone().with_public_key(id, der) {
                    Ok(more) => trust = more,
                    Err(_) => self.note(&at, CONFIG_PUBLIC_KEY_UNREADABLE, DAMAGED_PUBLIC),
                },
                Err(problem) => self.note(
                    &at,
                    CONFIG_PUBLIC_KEY_UNREADABLE,
                    format!("{} Give the text of pub_key.pem.", key_problem(&problem)),
                ),
            }
        }
        for (index, pem) in config.certificates.iter().enumerate() {
            let at = format!("/certificates/{index}");
            match Certificate::from_pem(pem) {
                Ok(certificate) if own_serial == Some(certificate.serial_no.as_str()) => {
                    self.note(
                        &at,
                        CONFIG_CERTIFICATE_IS_OWN,
                        "this is your own certificate; give WeChat Pay's platform certificate.",
                    );
                }
                Ok(certificate) => match trust.clone().with_certificate(&certificate) {
                    Ok(more) => trust = more,
                    Err(_) => self.note(
                        &at,
                        CONFIG_CERTIFICATE_UNREADABLE,
                        "the certificate's key is not RSA of at least 2048 bits.",
                    ),
                },
                Err(problem) => self.note(&at, CONFIG_CERTIFICATE_UNREADABLE, key_problem(&problem)),
            }
        }
        let own = own_serial.filter(|own| trust.find(own).is_some());
        if own.is_some() {
            self.note(
                "/serial_no",
                CONFIG_SERIAL_PLATFORM,
                "this is the serial of WeChat Pay's platform certificate; give that of your own apiclient_cert.pem.",
            );
        }
        trust
    }

    fn api_v3_keys(&mut self, config: &MerchantConfig) -> Vec<AeadKey> {
        let mut keys = Vec::new();
        for (index, secret) in config.api_v3_key.iter().enumerate() {
            let at =
                if config.api_v3_key.len() == 1 { "/api_v3_key".to_owned() } else { format!("/api_v3_key/{index}") };
            let text = secret.expose();
            if config.api_v2_key.as_ref().is_some_and(|v2| v2.expose() == text) {
                self.note(&at, CONFIG_API_V3_KEY_IS_V2, "it equals the APIv2 key; they are two secrets.");
            }
            keys.extend(self.keep(read_api_v3_key(&at, text)));
        }
        keys
    }

    fn address(&mut self, at: &str, address: &str) -> String {
        let address = address.trim_end_matches('/');
        match address::parse(address) {
            Err(problem) => self.note(at, CONFIG_BASE_URL, problem),
            Ok(parsed) if !parsed.is_https && !parsed.is_loopback() => {
                self.note(
                    at,
                    CONFIG_BASE_URL,
                    "plain http is for addresses on this machine only (127.0.0.1, localhost, [::1]).",
                );
            }
            Ok(_) => {}
        }
        address.to_owned()
    }

    fn wechatpay_serial(&mut self, config: &MerchantConfig, trust: &TrustStore) -> Option<String> {
        let Some(given) = &config.wechatpay_serial else {
            let preferred = trust.preferred().map(str::to_owned);
            if preferred.is_none() && !trust.is_empty() {
                let count = trust.public_keys().count();
                let detail = format!(
                    "there are {count} public keys, and an id does not say which is the newer one: name it here."
                );
                self.note("/wechatpay_serial", CONFIG_WECHATPAY_SERIAL, detail);
            }
            return preferred;
        };
        let found = trust.find(given).map(|key| key.serial.clone());
        if found.is_none() {
            self.note(
                "/wechatpay_serial",
                CONFIG_WECHATPAY_SERIAL,
                "it does not name a key in `public_keys` or `certificates`.",
            );
        }
        found
    }
}

fn is_loopback(address: &str) -> bool {
    address::parse(address).is_ok_and(|address| address.is_loopback())
}

/// The sentence about characters that strayed into a setting.
const STRAY: &str = "there is a blank, a line break or an invisible character in it: give it alone.";

/// A serial in the form that WeChat Pay prints, from one that was copied from openssl's output, a web page or a
/// spreadsheet.
fn tidy_serial(given: &str) -> String {
    let text = without_stray(given).replace(':', "").to_ascii_uppercase();
    let text = text.strip_prefix("SERIAL=").unwrap_or(&text);
    text.strip_prefix("0X").unwrap_or(text).to_owned()
}
