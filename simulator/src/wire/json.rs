//! A body as JSON. Readers disagree about a member that occurs twice, so it is refused.

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value};
use std::cell::RefCell;
use std::fmt;

/// Why a text cannot be read.
#[derive(Debug, PartialEq)]
pub(super) enum Unreadable {
    /// It is not JSON.
    NotJson,
    /// The member at this pointer occurs twice.
    Twice(String),
}

pub(super) fn read(text: &str) -> Result<Value, Unreadable> {
    let twice = RefCell::new(None);
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = At { pointer: String::new(), twice: &twice }.deserialize(&mut reader).and_then(|value| {
        reader.end()?;
        Ok(value)
    });
    match (read, twice.take()) {
        (Ok(value), _) => Ok(value),
        (Err(_), Some(pointer)) => Err(Unreadable::Twice(pointer)),
        (Err(_), None) => Err(Unreadable::NotJson),
    }
}

/// A value at its place.
struct At<'a> {
    pointer: String,
    twice: &'a RefCell<Option<String>>,
}

impl At<'_> {
    fn inside(&self, name: &str) -> At<'_> {
        At { pointer: format!("{}/{}", self.pointer, name.replace('~', "~0").replace('/', "~1")), twice: self.twice }
    }
}

impl<'de> DeserializeSeed<'de> for At<'_> {
    type Value = Value;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Value, D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for At<'_> {
    type Value = Value;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E>(self) -> Result<Value, E> {
        Ok(Value::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Value, E> {
        Ok(Value::Bool(value))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Value, E> {
        Ok(Number::from_f64(value).map_or(Value::Null, Value::Number))
    }

    fn visit_str<E>(self, value: &str) -> Result<Value, E> {
        Ok(Value::from(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Value, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element_seed(self.inside(&list.len().to_string()))? {
            list.push(item);
        }
        Ok(Value::Array(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut members: A) -> Result<Value, A::Error> {
        let mut object = Map::new();
        while let Some(name) = members.next_key::<String>()? {
            let inside = self.inside(&name);
            if object.contains_key(&name) {
                *self.twice.borrow_mut() = Some(inside.pointer);
                return Err(A::Error::custom("a member occurs twice"));
            }
            let value = members.next_value_seed(inside)?;
            object.insert(name, value);
        }
        Ok(Value::Object(object))
    }
}
