//! Reading verified JSON into models: tolerant of what WeChat Pay really sends (integers as text, values it adds), strict in
//! what the types promise.

use super::{Bytes, Json, Path, Type, marks};
use crate::error::{Code, Issue, MALFORMED_SHAPE};
use crate::money::Fen;
use crate::time::Timestamp;
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// A type that can stand in a field.
pub(crate) trait FieldType: Sized {
    const TYPE: Type;
    /// Whether a derived field of this type is always there.
    const REQUIRED: bool = true;
    /// Whether a derived field of this type is left out of the JSON.
    fn is_absent(&self) -> bool {
        false
    }
    /// Reads it, or notes an issue.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self>;
}

/// Where the reading stands and what it stumbled over.
#[derive(Default)]
pub(crate) struct Reader {
    path: Path,
    issues: Vec<Issue>,
}

impl Reader {
    /// Reads a whole document.
    pub(crate) fn document<T: FieldType>(value: &Value) -> Result<T, Vec<Issue>> {
        let mut reader = Reader::default();
        match T::read(value, &mut reader) {
            Some(model) if reader.issues.is_empty() => Ok(model),
            _ => Err(reader.issues),
        }
    }

    pub(crate) fn object<'v>(&mut self, value: &'v Value, what: &str) -> Option<&'v Map<String, Value>> {
        value.as_object().or_else(|| self.note(format!("an object ({what}) was promised, here is {}.", kind_of(value))))
    }

    pub(crate) fn required<T: FieldType>(&mut self, object: &Map<String, Value>, name: &str) -> Option<T> {
        match object.get(name) {
            None | Some(Value::Null) => self.at(name, |reader| reader.note("promised, but missing.".to_owned())),
            Some(value) => self.at(name, |reader| T::read(value, reader)),
        }
    }

    pub(crate) fn optional<T: FieldType>(&mut self, object: &Map<String, Value>, name: &str) -> Option<T> {
        match object.get(name) {
            None | Some(Value::Null) => None,
            Some(value) => self.at(name, |reader| T::read(value, reader)),
        }
    }

    pub(crate) fn text<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        value.as_str().or_else(|| self.note(format!("a text was promised, here is {}.", kind_of(value))))
    }

    /// A whole number, also when it comes as text: WeChat Pay's own samples do that.
    pub(crate) fn integer(&mut self, value: &Value) -> Option<i64> {
        let number = match value {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        number
            .filter(|number| Fen::new(*number).is_some())
            .or_else(|| self.note(format!("a whole number within ±(2^53 − 1) was promised, here is {}.", kind_of(value))))
    }

    pub(crate) fn note<T>(&mut self, detail: String) -> Option<T> {
        self.issues.push(Issue::refusing(self.path.as_str(), MALFORMED_SHAPE, detail));
        None
    }

    fn at<T>(&mut self, name: &str, work: impl FnOnce(&mut Reader) -> T) -> T {
        let before = self.path.enter(name);
        let result = work(self);
        self.path.leave(before);
        result
    }
}

/// What a JSON value is, for a person. Never its content: it may be long, or a secret in the wrong place.
pub(crate) fn kind_of(value: &Value) -> Cow<'static, str> {
    if let Some(mark) = marks::of(value) {
        return Cow::Owned(mark.problem().1);
    }
    Cow::Borrowed(match value {
        Value::Null => "null",
        Value::Bool(_) => "true or false",
        Value::Number(number) if number.is_f64() => "a number with a fraction or beyond 64 bits",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    })
}

impl FieldType for String {
    const TYPE: Type = Type::Text;
    fn read(value: &Value, reader: &mut Reader) -> Option<String> {
        reader.text(value).map(str::to_owned)
    }
}

impl FieldType for bool {
    const TYPE: Type = Type::Boolean;
    fn read(value: &Value, reader: &mut Reader) -> Option<bool> {
        match value {
            Value::Bool(flag) => Some(*flag),
            Value::String(text) if text == "true" || text == "false" => Some(text == "true"),
            _ => reader.note(format!("true or false was promised, here is {}.", kind_of(value))),
        }
    }
}

impl FieldType for i64 {
    const TYPE: Type = Type::Integer;
    fn read(value: &Value, reader: &mut Reader) -> Option<i64> {
        reader.integer(value)
    }
}

impl FieldType for Fen {
    const TYPE: Type = Type::Fen;
    fn read(value: &Value, reader: &mut Reader) -> Option<Fen> {
        reader.integer(value).and_then(Fen::new)
    }
}

impl FieldType for Timestamp {
    const TYPE: Type = Type::Timestamp;
    fn read(value: &Value, reader: &mut Reader) -> Option<Timestamp> {
        let seconds = reader.integer(value)?;
        Timestamp::from_unix(seconds).or_else(|| reader.note("not a moment between 1970 and 9999 in Unix seconds.".to_owned()))
    }
}

impl FieldType for Bytes {
    const TYPE: Type = Type::Bytes;
    fn read(value: &Value, reader: &mut Reader) -> Option<Bytes> {
        let bytes = crate::crypto::from_base64(reader.text(value)?);
        bytes.map(Bytes).or_else(|| reader.note("Base64 was promised.".to_owned()))
    }
}

impl FieldType for Json {
    const TYPE: Type = Type::Json;
    fn read(value: &Value, _: &mut Reader) -> Option<Json> {
        Some(Json(value.clone()))
    }
}

impl FieldType for Code {
    const TYPE: Type = Type::Text;
    fn read(value: &Value, reader: &mut Reader) -> Option<Code> {
        let text = reader.text(value)?;
        Code::find(text).or_else(|| reader.note("not a code of the table.".to_owned()))
    }
}

impl serde::Serialize for Code {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<T: FieldType> FieldType for Option<T> {
    const TYPE: Type = T::TYPE;
    const REQUIRED: bool = false;
    fn is_absent(&self) -> bool {
        self.is_none()
    }
    fn read(value: &Value, reader: &mut Reader) -> Option<Option<T>> {
        if value.is_null() { Some(None) } else { T::read(value, reader).map(Some) }
    }
}

impl<T: FieldType> FieldType for Vec<T> {
    const TYPE: Type = Type::List(&T::TYPE);
    fn read(value: &Value, reader: &mut Reader) -> Option<Vec<T>> {
        let Some(elements) = value.as_array() else {
            return reader.note(format!("a list was promised, here is {}.", kind_of(value)));
        };
        elements
            .iter()
            .enumerate()
            .map(|(index, element)| reader.at(&index.to_string(), |reader| T::read(element, reader)))
            .collect()
    }
}

impl<T: FieldType> FieldType for BTreeMap<String, T> {
    const TYPE: Type = Type::Map(&T::TYPE);
    fn read(value: &Value, reader: &mut Reader) -> Option<BTreeMap<String, T>> {
        let object = reader.object(value, "names to values")?;
        object.iter().map(|(name, value)| Some((name.clone(), reader.at(name, |reader| T::read(value, reader))?))).collect()
    }
}
