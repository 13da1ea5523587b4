//! JSON's values as they cross: built by Kotlin without any JSON library, and read by it without a parser.

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

/// A member of an object, in the order in which it stands there.
#[derive(uniffi::Record)]
pub struct Member {
    name: String,
    value: Value,
}

/// What core made, to be read by Kotlin.
pub(crate) fn out(made: &impl Serialize) -> Value {
    serde_json::to_value(made).map_or(Value::Null, Value::from)
}

impl From<Value> for Json {
    fn from(value: Value) -> Json {
        match value {
            Value::Null => Json::Null,
            Value::Flag { flag } => Json::Bool(flag),
            Value::Int { int } => int.into(),
            // NaN and the infinities cannot be said in JSON: core refuses them by name.
            Value::Real { real } => Number::from_f64(real).map_or_else(|| marks::unsayable("nan"), Json::Number),
            Value::Text { text } => Json::String(text),
            Value::Items { items } => items.into_iter().map(Json::from).collect(),
            Value::Members { members } => {
                Json::Object(members.into_iter().map(|member| (member.name, member.value.into())).collect::<Map<_, _>>())
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
