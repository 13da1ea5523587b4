//! What fits a type, written independently of core.

use payscore::schema::Type;
use serde_json::Value;

/// Whether a value is of this type itself, whatever is within it.
pub fn fits(ty: Type, value: &Value) -> bool {
    const MOST: i64 = 9_007_199_254_740_991;
    match (ty, value) {
        (Type::Text | Type::ServiceTime | Type::ZonedTime, _) => value.is_string(),
        (Type::Enum(_) | Type::Word(_), Value::String(text)) => !text.is_empty(),
        (Type::Fen | Type::Integer | Type::Timestamp, Value::Number(number)) => {
            number.as_i64().is_some_and(|number| (-MOST..=MOST).contains(&number))
        }
        (Type::Fen | Type::Integer | Type::Timestamp, Value::String(text)) => {
            text.parse::<i64>().is_ok_and(|number| (-MOST..=MOST).contains(&number))
        }
        (Type::Boolean, Value::Bool(_)) => true,
        (Type::Boolean, Value::String(text)) => text == "true" || text == "false",
        (Type::Model(_) | Type::Map(_), _) => value.is_object(),
        (Type::List(_), _) => value.is_array(),
        (Type::Json, _) => true,
        _ => false,
    }
}
