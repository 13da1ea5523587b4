//! Descriptions: what a declaration is at run time, for the generators and the checks.

use std::fmt;

/// A model: an object with named fields.
pub struct ModelInfo {
    /// Its name, the same in every language.
    pub name: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// Its fields, in the order in which they are sent.
    pub fields: &'static [FieldInfo],
}

impl ModelInfo {
    /// The field of this name.
    pub fn field(&self, name: &str) -> Option<&'static FieldInfo> {
        self.fields.iter().find(|field| field.name == name)
    }
}

/// A field of a model.
pub struct FieldInfo {
    /// WeChat Pay's own name for it.
    pub name: &'static str,
    /// Its documentation: meaning, unit, limits.
    pub doc: &'static str,
    /// Its type.
    pub ty: Type,
    /// Whether it is required when the model is passed.
    pub required: bool,
    /// Whether it is always present when the model was read.
    pub promised: bool,
    /// Whether Payscore fills it, so that it does not stand in WeChat Pay's JSON (`raw`, `request_id`, `phase`).
    pub derived: bool,
    /// What is checked before signing.
    pub rules: &'static [Rule],
}

/// The type of a field.
#[derive(Clone, Copy)]
pub enum Type {
    /// Text.
    Text,
    /// Whole fen.
    Fen,
    /// A whole number within ±(2^53 − 1).
    Integer,
    /// True or false.
    Boolean,
    /// Beijing time: `yyyyMMddHHmmss`, `yyyyMMdd`, or `OnAccept` where documented. Sent as text.
    ServiceTime,
    /// RFC 3339 with an offset. Sent as text.
    ZonedTime,
    /// Unix seconds.
    Timestamp,
    /// An open enumeration: text, with known values.
    Enum(&'static EnumInfo),
    /// One of a closed set of words that Payscore itself chooses.
    Word(&'static EnumInfo),
    /// A text, or several of them. For settings only.
    Texts,
    /// `true`, `false` or `"strict"`. For settings only.
    Strictness,
    /// A nested model.
    Model(fn() -> &'static ModelInfo),
    /// A list.
    List(&'static Type),
    /// Names to values.
    Map(&'static Type),
    /// Bytes: in JSON as Base64, or `{"$bytes": Base64}` from a host that has a type for them.
    Bytes,
    /// Any JSON, untyped.
    Json,
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Type::Text => f.write_str("a text"),
            Type::Fen => f.write_str("a whole number of fen"),
            Type::Integer | Type::Timestamp => f.write_str("a whole number"),
            Type::Boolean => f.write_str("true or false"),
            Type::ServiceTime => {
                f.write_str("a time (yyyyMMddHHmmss, yyyyMMdd or OnAccept in Beijing time, or a time with a zone)")
            }
            Type::ZonedTime => f.write_str("a time with a zone (RFC 3339)"),
            Type::Enum(info) | Type::Word(info) => write!(f, "a text ({})", info.name),
            Type::Strictness => f.write_str("true, false or \"strict\""),
            Type::Texts => f.write_str("a text, or a list of texts"),
            Type::Model(info) => write!(f, "an object ({})", info().name),
            Type::Bytes => f.write_str("a sequence of bytes"),
            Type::List(_) => f.write_str("a list"),
            Type::Map(_) | Type::Json => f.write_str("an object"),
        }
    }
}

/// An open enumeration: values WeChat Pay documents, to which it may add without notice.
pub struct EnumInfo {
    /// Its name.
    pub name: &'static str,
    /// Its documentation.
    pub doc: &'static str,
    /// The known values.
    pub values: &'static [ValueInfo],
}

/// A known value of an enumeration.
pub struct ValueInfo {
    /// As on the wire.
    pub value: &'static str,
    /// What it means.
    pub doc: &'static str,
}

/// A check on one field, made before signing.
#[derive(Debug, Clone, Copy)]
pub enum Rule {
    /// At most so many characters (code points).
    MaxChars(usize),
    /// A number made by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`.
    OrderNumber,
    /// At least this.
    Min(i64),
    /// At most this; `advice` only, from sibling pages.
    AdviseMax(i64),
    /// At least this; `advice` only, from sibling pages.
    AdviseMin(i64),
    /// At least so many elements.
    MinItems(usize),
    /// At most so many elements.
    MaxItems(usize),
    /// A callback address.
    NotifyUrl,
    /// Must be there after the merchant's defaults and the order reference were filled in.
    Filled,
    /// One of the known values of its enumeration: a page of this mode lists them.
    OneOf,
    /// One of the known values of its enumeration. Another value is advice.
    Known,
    /// Says which thing this is about: not empty, without blanks. Of what is received, a number counts as its digits,
    /// and empty as missing.
    Identity,
    /// One of those from which the phase of an order is judged.
    DecidesPhase,
}

/// Bytes that are no text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bytes(pub Vec<u8>);

impl serde::Serialize for Bytes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            serializer.serialize_str(&crate::crypto::to_base64(&self.0))
        } else {
            serializer.serialize_bytes(&self.0)
        }
    }
}

impl From<Vec<u8>> for Bytes {
    fn from(value: Vec<u8>) -> Bytes {
        Bytes(value)
    }
}

/// Any JSON value.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Json(pub serde_json::Value);

impl serde::Serialize for Json {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl From<serde_json::Value> for Json {
    fn from(value: serde_json::Value) -> Json {
        Json(value)
    }
}
