//! What Kotlin calls the types of core, and how their values are read.

use super::names::camel;
use super::text::{declaration, kdoc};
use crate::surface::{self as declared, is_needed};
use payscore::ffi::ACQUIRING;
use payscore::schema::{FieldInfo, ModelInfo, Type};

/// The package of the models.
pub const MODEL_PACKAGE: &str = "io.github.payscore.model";

/// The names of that package that a generated file of another may use.
pub fn model_names() -> Vec<&'static str> {
    let (read, passed) = (declared::read(&ACQUIRING), declared::passed(&ACQUIRING));
    let models = read.models.iter().chain(&passed.models).map(|info| info.name);
    let enums = read.enums.iter().chain(&passed.enums).map(|info| info.name);
    let words = read.words.iter().chain(&passed.words).map(|info| info.name);
    models.chain(enums).chain(words).chain(BY_HAND.iter().copied()).collect()
}

const BY_HAND: &[&str] = &["Kind", "Members", "Model", "OperationParameters", "ServiceTime", "ZonedTime", "membersOf"];

pub fn type_name(ty: Type) -> String {
    match ty {
        Type::Text => "String".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "Long".to_owned(),
        Type::Boolean => "Boolean".to_owned(),
        Type::Bytes => "ByteArray".to_owned(),
        Type::ServiceTime => "ServiceTime".to_owned(),
        Type::ZonedTime => "ZonedTime".to_owned(),
        Type::Enum(info) | Type::Word(info) => info.name.to_owned(),
        Type::Model(info) => info().name.to_owned(),
        Type::List(element) => format!("List<{}>", type_name(*element)),
        Type::Map(element) => format!("Map<String, {}>", type_name(*element)),
        Type::Json => "Any".to_owned(),
        Type::Texts => "List<String>".to_owned(),
        Type::Strictness => "Validation".to_owned(),
    }
}

/// How a value is read from what crossed, which is named `it`.
pub fn reader(ty: Type) -> String {
    match ty {
        Type::Json => "it".to_owned(),
        Type::Bytes => "Members.readBytes(it)".to_owned(),
        Type::Text | Type::Fen | Type::Integer | Type::Timestamp | Type::Boolean | Type::Strictness => {
            format!("it as {}", type_name(ty))
        }
        Type::ServiceTime | Type::ZonedTime => format!("{}.fromText(it as String)", type_name(ty)),
        Type::Enum(info) => format!("{}.fromValue(it as String)", info.name),
        Type::Word(info) => format!("{}.fromWord(it as String)", info.name),
        Type::Model(info) => format!("{}(Members.fromObject(it))", info().name),
        Type::List(element) => format!("Members.readList(it) {{ {} }}", reader(*element)),
        Type::Map(element) => format!("Members.readMap(it) {{ {} }}", reader(*element)),
        Type::Texts => reader(Type::List(&Type::Text)),
    }
}

/// A member of a class that is read.
pub fn property(field: &FieldInfo, modifier: &str) -> String {
    let ty = type_name(field.ty);
    let (ty, access) = if field.promised { (ty, "required") } else { (format!("{ty}?"), "optional") };
    let (doc, name) = (kdoc(field.doc, "    "), camel(field.name));
    let body = format!("members.{access}(\"{}\") {{ {} }}", field.name, reader(field.ty));
    format!("{doc}\n    {modifier}val {name}: {ty}\n{}", declaration("        ", "get()", &body))
}

/// A parameter of a constructor or a function. What is needed has no default.
pub fn parameter(field: &FieldInfo) -> String {
    let default = if is_needed(field) { "" } else { "? = null" };
    format!("        {}: {}{default},", parameter_name(field), type_name(field.ty))
}

/// What may be one text or several is a list in Kotlin, and therefore named in the plural.
pub fn parameter_name(field: &FieldInfo) -> String {
    if matches!(field.ty, Type::Texts) { format!("{}s", camel(field.name)) } else { camel(field.name) }
}

/// The parameters of a constructor: what is needed comes first.
pub fn ordered(info: &ModelInfo) -> Vec<&'static FieldInfo> {
    let (mut needed, optional): (Vec<_>, Vec<_>) = info.fields.iter().partition(|field| is_needed(field));
    needed.extend(optional);
    needed
}
