//! JSON's values as they cross. Kotlin builds them without a JSON library and reads them without a parser.

use payscore::schema::marks;
use serde::Serialize;
use serde_json::{Map, Number, Value as Json};

/// A JSON value.
#[derive(uniffi::Enum)]
pub enum Value {
    Null,
    Flag { flag: bool },
    Int { int: i64 },
    Real { real: f64 },
    Text { text: String },
    Items { items: Vec<Value> },
    Members { members: Vec<Member> },
}

/// A member of an object. Members keep their order.
#[derive(uniffi::Record)]
pub struct Member {
    name: String,
    value: Value,
}

/// Something of core's, for Kotlin to read.
pub(crate) fn to_value(source: &impl Serialize) -> Value {
    serde_json::to_value(source).map_or(Value::Null, Value::from)
}

impl From<Value> for Json {
    fn from(value: Value) -> Json {
        match value {
            Value::Null => Json::Null,
            Value::Flag { flag } => Json::Bool(flag),
            Value::Int { int } => int.into(),
            // JSON has no NaN and no infinities: core refuses them by name.
            Value::Real { real } => Number::from_f64(real).map_or_else(|| marks::unsayable("nan"), Json::Number),
            Value::Text { text } => Json::String(text),
            Value::Items { items } => items.into_iter().map(Json::from).collect(),
            Value::Members { members } => {
                let pairs = members.into_iter().map(|member| (member.name, member.value.into()));
                Json::Object(pairs.collect::<Map<_, _>>())
            }
        }
    }
}

impl From<Json> for Value {
    fn from(json: Json) -> Value {
        match json {
            Json::Null => Value::Null,
            Json::Bool(flag) => Value::Flag { flag },
            Json::Number(number) => match number.as_i64() {
                Some(int) => Value::Int { int },
                None => Value::Real { real: number.as_f64().unwrap_or_default() },
            },
            Json::String(text) => Value::Text { text },
            Json::Array(items) => Value::Items { items: items.into_iter().map(Value::from).collect() },
            Json::Object(members) => Value::Members {
                members: members.into_iter().map(|(name, value)| Member { name, value: value.into() }).collect(),
            },
        }
    }
}
