//! The types of TypeScript.

use crate::surface;
use payscore::schema::{EnumInfo, Type};

/// The type of what is read. `models` is how the file names the models.
pub fn read_type(ty: Type, models: &str) -> String {
    match ty {
        Type::Text | Type::ServiceTime | Type::ZonedTime => "string".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Enum(info) | Type::Word(info) => format!("{models}{}", info.name),
        Type::Model(info) => format!("{models}{}", info().name),
        Type::List(element) => format!("readonly {}[]", read_type(*element, models)),
        Type::Map(element) => format!("Readonly<Record<string, {}>>", read_type(*element, models)),
        Type::Bytes => "Uint8Array<ArrayBuffer>".to_owned(),
        // Passed as it is to functions of others.
        Type::Json => "any".to_owned(),
        Type::Texts => "string | readonly string[]".to_owned(),
        Type::Strictness => "boolean | \"strict\"".to_owned(),
    }
}

/// The type of what is passed, which is wider.
pub fn passed_type(ty: Type, models: &str) -> String {
    match ty {
        Type::ServiceTime | Type::ZonedTime => "string | Date".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "number | bigint".to_owned(),
        Type::Model(info) => format!("{models}{}Params", info().name),
        Type::List(element) => format!("readonly {}[]", passed_type(*element, models)),
        Type::Map(element) => format!("Readonly<Record<string, {}>>", passed_type(*element, models)),
        Type::Json => "unknown".to_owned(),
        Type::Bytes => "Uint8Array | ArrayBuffer".to_owned(),
        other => read_type(other, models),
    }
}

/// The values of an enumeration, as types.
pub fn quoted_values(info: &EnumInfo) -> impl Iterator<Item = String> {
    info.values.iter().map(|value| format!("\"{}\"", value.value))
}

/// What an enumeration means, and each of its values.
pub fn described_values(info: &EnumInfo) -> String {
    let values = info.values.iter().map(|value| format!("\n- `{}`: {}", value.value, surface::line(value.doc)));
    format!("{}\n{}", info.doc.trim_end(), values.collect::<String>())
}
