//! The settings of a merchant, before they are checked. One declaration gives the struct, its JSON form, and the
//! description from which the hosts' constructors are made.

use crate::acquiring::ServiceMode;
use crate::error::{CONFIG_INVALID, Error, Issue};
use crate::money::Fen;
use crate::schema::marks::{self, Mark};
use crate::schema::{FieldInfo, ModelInfo, Reader, Type, kind_of, wire_name};
use crate::secret::Secret;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// How strictly parameters are checked before signing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Validation {
    /// Rules that an official page states refuse. Other rules are advice, which stops nothing.
    #[default]
    On,
    /// Advice refuses as well.
    Strict,
    /// Only what is needed to build the request is checked.
    Off,
}

macro_rules! settings {
    ($(#[doc = $doc:expr])* pub struct $Name:ident { $($(#[doc = $fdoc:expr])* $field:ident : $ty:ty,)* }) => {
        $(#[doc = $doc])*
        #[derive(Clone, Default)]
        pub struct $Name { $($(#[doc = $fdoc])* pub $field: $ty,)* }

        impl $Name {
            /// What the configuration says about itself.
            pub const INFO: &'static ModelInfo = &ModelInfo {
                name: stringify!($Name),
                doc: $crate::schema::described!($($doc),*),
                fields: &[$(FieldInfo {
                    name: wire_name(stringify!($field)), doc: $crate::schema::described!($($fdoc),*),
                    ty: <$ty as Setting>::TYPE,
                    required: <$ty as Setting>::REQUIRED, promised: <$ty as Setting>::REQUIRED, derived: false,
                    rules: &[],
                },)*],
            };

            /// Sets one; whether its type was right, `None` when there is no such setting.
            fn set(&mut self, name: &str, value: &Value) -> Option<bool> {
                $(if name == stringify!($field) {
                    let read = <$ty as Setting>::read(value);
                    let good = read.is_some();
                    self.$field = read.unwrap_or_default();
                    return Some(good);
                })*
                None
            }
        }
    };
}

settings! {
    /// The settings of a merchant. Always required: `mchid`, `certificate` or `serial_no`, and a key that verifies
    /// WeChat Pay. A private key is required to sign here, an APIv3 key to read callbacks.
    pub struct MerchantConfig {
        /// The institution's merchant number (从业机构商户号), digits. Never the sub-merchant's.
        mchid: String,
        /// The serial of the merchant's API certificate, in hexadecimal. Not needed with `certificate`.
        serial_no: Option<String>,
        /// The merchant's API certificate in PEM (apiclient_cert.pem). It replaces `serial_no`, and must match the
        /// private key.
        certificate: Option<String>,
        /// The merchant's private key in PEM (apiclient_key.pem). Leave it out if signing happens elsewhere.
        private_key: Option<Secret<String>>,
        /// The APIv3 key, 32 bytes. After a reset, several keys with the newest first.
        api_v3_key: Vec<Secret<String>>,
        /// The APIv2 key, 32 characters. Only signed jumps use it.
        api_v2_key: Option<Secret<String>>,
        /// WeChat Pay's public keys: from id (`PUB_KEY_ID_…`) to PEM.
        public_keys: BTreeMap<String, String>,
        /// WeChat Pay's platform certificates, in PEM.
        certificates: Vec<String>,
        /// Allows creating a merchant that trusts no key yet. Such a merchant can only read the reply to
        /// `download_certificates`, which brings the first keys. Not needed with `public_keys`.
        bootstrap: bool,
        /// The default service (服务ID).
        service_id: Option<String>,
        /// The default service's mode, if known. If set, calls are checked against it.
        service_mode: Option<ServiceMode>,
        /// The default service's ceiling per order, in fen, as agreed with WeChat Pay. If set, amounts are checked
        /// against it.
        service_ceiling: Option<Fen>,
        /// The default AppID of the institution.
        appid: Option<String>,
        /// The default channel partner (渠道商商户号).
        channel_id: Option<String>,
        /// Where requests go; by default `https://api.mch.weixin.qq.com`. Plain http is for this machine only.
        base_url: Option<String>,
        /// The other address, which `again` uses; by default `https://api2.mch.weixin.qq.com`.
        fallback_base_url: Option<String>,
        /// The key with which WeChat Pay signs its answers: a public key's id or a certificate's serial. By default it
        /// is the public key, or without one the certificate that lasts longest. Required with several public keys,
        /// because an id does not say which is newer.
        wechatpay_serial: Option<String>,
        /// How strictly parameters are checked before signing. By default, rules that an official page states refuse,
        /// and other rules are advice. `"strict"` also rejects on advice; `false` checks only what is needed to build
        /// the request.
        validate: Validation,
    }
}

impl std::fmt::Debug for MerchantConfig {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Nothing is checked yet: whatever is no number may be a key in the wrong place.
        let is_number = self.mchid.len() <= 32 && self.mchid.bytes().all(|byte| byte.is_ascii_digit());
        let mchid = if is_number { self.mchid.as_str() } else { "(not a number)" };
        f.debug_struct("MerchantConfig").field("mchid", &mchid).finish_non_exhaustive()
    }
}

impl MerchantConfig {
    /// Without the line break that a file or an environment variable often has at its end, wherever one text on one
    /// line is meant.
    pub(super) fn without_line_ends(mut self) -> MerchantConfig {
        let on_one_line = [
            &mut self.serial_no,
            &mut self.service_id,
            &mut self.appid,
            &mut self.channel_id,
            &mut self.base_url,
            &mut self.fallback_base_url,
            &mut self.wechatpay_serial,
        ];
        for text in on_one_line.into_iter().flatten().chain([&mut self.mchid]) {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        for secret in self.api_v3_key.iter_mut().chain(&mut self.api_v2_key) {
            *secret = Secret::new(secret.expose().trim_end_matches(['\r', '\n']).to_owned());
        }
        self.public_keys = std::mem::take(&mut self.public_keys)
            .into_iter()
            .map(|(id, pem)| (id.trim_end_matches(['\r', '\n']).to_owned(), pem))
            .collect();
        self
    }

    /// From JSON, as hosts pass it. Unknown names and wrong types are all named at once.
    pub fn from_json(config: &Map<String, Value>) -> Result<MerchantConfig, Error> {
        MerchantConfig::default().changed(config)
    }

    /// The same with some settings changed, as hosts pass them; null leaves a setting out.
    pub fn changed(&self, changes: &Map<String, Value>) -> Result<MerchantConfig, Error> {
        let mut out = self.clone();
        let mut issues = Vec::new();
        for (name, value) in changes {
            let problem = match out.set(name, &texts_of_bytes(name, value)) {
                Some(good) if good || value.is_null() => continue,
                Some(_) => {
                    let needed = MerchantConfig::INFO.field(name).map(|field| field.ty.to_string()).unwrap_or_default();
                    format!("{needed} is needed, here is {}.", misfit(value))
                }
                None => "there is no such setting.".to_owned(),
            };
            // A name that cannot be one is not shown: it may be a key in the wrong place.
            let is_word = name.len() <= 30 && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
            let is_name = is_word || MerchantConfig::INFO.field(name).is_some();
            let pointer = if is_name { format!("/{name}") } else { String::new() };
            issues.push(Issue::refusing(&pointer, CONFIG_INVALID, problem));
        }
        if issues.is_empty() { Ok(out) } else { Err(Error::of_issues("the merchant's configuration", issues)) }
    }
}

/// What is no value of its setting, for a person; never its content. Of a list or of names to values: which element.
fn misfit(value: &Value) -> String {
    let inner = |at: String, inner: &Value| (!inner.is_string()).then(|| format!("{} {at}", kind_of(inner)));
    let within = match value {
        Value::Array(list) => {
            list.iter().zip(1_usize..).find_map(|(value, nth)| inner(format!("as its element {nth}"), value))
        }
        Value::Object(object) if marks::mark_of(value).is_none() => {
            object.values().find_map(|value| inner("in it".to_owned(), value))
        }
        Value::String(_) => Some("another text".to_owned()),
        _ => None,
    };
    within.unwrap_or_else(|| kind_of(value).into_owned())
}

/// The settings that hold a key or a certificate.
const KEYS: [&str; 4] = ["certificate", "private_key", "public_keys", "certificates"];

/// Bytes where a text is needed, as files are read: UTF-8, and of keys also DER, which is taken as Base64.
fn texts_of_bytes<'v>(name: &str, value: &'v Value) -> Cow<'v, Value> {
    let each = |value: &Value| texts_of_bytes(name, value).into_owned();
    match (marks::mark_of(value), value) {
        (Some(Mark::Bytes(base64)), _) => {
            let text = crate::crypto::from_base64(base64).and_then(|bytes| String::from_utf8(bytes).ok());
            let text = text.or_else(|| KEYS.contains(&name).then(|| base64.to_owned()));
            text.map_or(Cow::Borrowed(value), |text| Cow::Owned(Value::String(text)))
        }
        (None, Value::Array(list)) => Cow::Owned(list.iter().map(each).collect()),
        (None, Value::Object(object)) => {
            Cow::Owned(Value::Object(object.iter().map(|(name, value)| (name.clone(), each(value))).collect()))
        }
        _ => Cow::Borrowed(value),
    }
}

/// A type that a setting may have.
trait Setting: Sized {
    const TYPE: Type;
    const REQUIRED: bool = false;
    fn read(value: &Value) -> Option<Self>;
}

impl Setting for String {
    const TYPE: Type = Type::Text;
    const REQUIRED: bool = true;
    fn read(value: &Value) -> Option<String> {
        value.as_str().map(str::to_owned)
    }
}

impl Setting for Secret<String> {
    const TYPE: Type = Type::Text;
    fn read(value: &Value) -> Option<Secret<String>> {
        String::read(value).map(Secret::new)
    }
}

impl<T: Setting> Setting for Option<T> {
    const TYPE: Type = T::TYPE;
    fn read(value: &Value) -> Option<Option<T>> {
        T::read(value).map(Some)
    }
}

impl Setting for bool {
    const TYPE: Type = Type::Boolean;
    fn read(value: &Value) -> Option<bool> {
        value.as_bool()
    }
}

impl Setting for Fen {
    const TYPE: Type = Type::Fen;
    fn read(value: &Value) -> Option<Fen> {
        value.as_i64().and_then(Fen::new)
    }
}

impl Setting for ServiceMode {
    const TYPE: Type = Type::Word(ServiceMode::INFO);
    fn read(value: &Value) -> Option<ServiceMode> {
        Reader::from_user(value).ok()
    }
}

/// One, or several of them.
impl Setting for Vec<Secret<String>> {
    const TYPE: Type = Type::Texts;
    fn read(value: &Value) -> Option<Vec<Secret<String>>> {
        match value {
            Value::Array(list) => list.iter().map(Setting::read).collect(),
            one => Some(vec![Setting::read(one)?]),
        }
    }
}

impl Setting for Vec<String> {
    const TYPE: Type = Type::List(&Type::Text);
    fn read(value: &Value) -> Option<Vec<String>> {
        match value {
            Value::Array(list) => list.iter().map(Setting::read).collect(),
            one => Some(vec![Setting::read(one)?]),
        }
    }
}

impl Setting for BTreeMap<String, String> {
    const TYPE: Type = Type::Map(&Type::Text);
    fn read(value: &Value) -> Option<BTreeMap<String, String>> {
        value.as_object()?.iter().map(|(name, text)| Some((name.clone(), Setting::read(text)?))).collect()
    }
}

impl Setting for Validation {
    const TYPE: Type = Type::Strictness;
    fn read(value: &Value) -> Option<Validation> {
        match value {
            Value::Bool(true) => Some(Validation::On),
            Value::Bool(false) => Some(Validation::Off),
            Value::String(text) if text == "strict" => Some(Validation::Strict),
            _ => None,
        }
    }
}
