//! What Python calls the types of core.

use crate::surface::Collected;
use payscore::schema::{ModelInfo, Type};

/// What precedes the name of a model in a module that imports them as `m`.
pub const IMPORTED: &str = "m.";

/// The TypedDict that is passed for this model.
pub fn params_name(info: &ModelInfo) -> String {
    format!("{}Params", info.name)
}

/// The type of a member that is read. `from` precedes the name of a model.
pub fn read_type(ty: Type, from: &str) -> String {
    match ty {
        Type::Text | Type::ServiceTime | Type::ZonedTime => "str".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "int".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Enum(info) | Type::Word(info) => format!("{from}{}", info.name),
        Type::Model(info) => format!("{from}{}", info().name),
        Type::List(element) => format!("list[{}]", read_type(*element, from)),
        Type::Map(element) => format!("dict[str, {}]", read_type(*element, from)),
        Type::Bytes => "bytes".to_owned(),
        Type::Json => "Any".to_owned(),
        Type::Texts => "str | Sequence[str]".to_owned(),
        Type::Strictness => "bool | Literal[\"strict\"]".to_owned(),
    }
}

/// The type of a parameter. `from` precedes the name of a model; one of `read` may be passed as it was read.
pub fn pass_type(ty: Type, from: &str, read: &Collected) -> String {
    match ty {
        Type::ServiceTime => "str | datetime | date".to_owned(),
        Type::ZonedTime => "str | datetime".to_owned(),
        Type::Model(info) if read.has(info()) => {
            format!("{from}{} | {from}{}", params_name(info()), info().name)
        }
        Type::Model(info) => format!("{from}{}", params_name(info())),
        Type::List(element) => format!("Sequence[{}]", pass_type(*element, from, read)),
        Type::Map(element) => format!("Mapping[str, {}]", pass_type(*element, from, read)),
        other => read_type(other, from),
    }
}
