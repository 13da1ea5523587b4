//! What Kotlin calls the types of core, and how their values are read.

use super::names::camel;
use super::text::{declaration, imported_names, kdoc};
use crate::surface::{self as declared, Collected, is_needed};
use payscore::ffi::Scope;
use payscore::schema::{FieldInfo, Type};
use std::collections::BTreeSet;

/// The package of the models at the top.
const TOP_MODELS: &str = "io.github.payscore.model";

/// The package of what is at the top.
const TOP: &str = "io.github.payscore";

/// What is written by hand beside the models, and what of the top's is the same in every mode.
const BESIDE_MODELS: &[&str] = &[
    "Kind",
    "Members",
    "Model",
    "OpenEnum",
    "OperationParameters",
    "OrderOperationParameters",
    "Returned",
    "ServiceTime",
    "WordEnum",
    "ZonedTime",
    "membersOf",
];

/// What is written by hand beside the merchant.
const BESIDE_MERCHANT: &[&str] =
    &["BaseMerchant", "Call", "MerchantParts", "Operation", "OperationRegistry", "Validation"];

/// The package of a mode.
pub fn package(scope: &Scope) -> String {
    if scope.namespace.is_empty() { TOP.to_owned() } else { format!("{TOP}.{}", scope.namespace) }
}

/// The package of a mode's models.
pub fn model_package(scope: &Scope) -> String {
    format!("{}.model", package(scope))
}

/// All that a mode declares.
pub fn declarations(scope: &Scope) -> Collected {
    let passed = declared::passed(scope);
    let mut all = declared::read(scope).with_enums_of(&passed);
    passed.models.iter().for_each(|info| all.model(info));
    all
}

/// Which names a mode takes from the top.
pub fn shared(scope: &Scope) -> BTreeSet<&'static str> {
    declared::shared(scope, declarations)
}

/// The imports that the code of a generated file needs. `here` is its package.
pub fn imports(scope: &Scope, here: &str, code: &str) -> String {
    let all = declarations(scope);
    let shared = shared(scope);
    let names = all.models.iter().map(|info| info.name).chain(all.enums.iter().chain(&all.words).map(|info| info.name));
    let (of_top, own): (Vec<_>, Vec<_>) = names.partition(|name| shared.contains(name));
    let event = Vec::from(["Event"]);
    let packages = [
        (TOP.to_owned(), BESIDE_MERCHANT.to_vec()),
        (TOP_MODELS.to_owned(), [BESIDE_MODELS, &of_top].concat()),
        (model_package(scope), [own, event].concat()),
    ];
    imported_names(packages.into_iter().filter(|(package, _)| package != here), code)
}

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
pub fn ordered(fields: impl IntoIterator<Item = &'static FieldInfo>) -> Vec<&'static FieldInfo> {
    let (mut needed, optional): (Vec<_>, Vec<_>) = fields.into_iter().partition(|field| is_needed(field));
    needed.extend(optional);
    needed
}
