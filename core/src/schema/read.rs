//! Reads JSON into models. Everything that a user passes must fit. Of what WeChat Pay sends, only the members must fit
//! that identify the thing or show its state; any other member that does not fit is absent, and named in `unread`.

use super::{Bytes, Json, Path, Rule, Type, Unread, UnreadList, found, marks};
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
    /// Reads a value, or notes what does not fit.
    fn read(value: &Value, reader: &mut Reader) -> Option<Self>;
}

/// The place of the reading, and what did not fit so far.
pub(crate) struct Reader {
    origin: Origin,
    path: Path,
    misfits: Vec<Misfit>,
    unread: UnreadList,
}

/// The author of what is read.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Origin {
    WeChatPay,
    User,
}

/// Something that does not fit. Whether it may be left out is decided later.
struct Misfit {
    pointer: String,
    detail: String,
    found: String,
}

impl Reader {
    /// Reads what a user passes: deductions, settings, evidence. Everything must fit.
    pub(crate) fn from_user<T: FieldType>(value: &Value) -> Result<T, Vec<Issue>> {
        let mut reader = Reader::of_origin(Origin::User);
        let read = T::read(value, &mut reader);
        reader.finish(read).map(|(model, _)| model)
    }

    /// Reads what WeChat Pay sent, and names the members that could not be read.
    pub(crate) fn received<T: FieldType>(value: &Value) -> Result<(T, Vec<Unread>), Vec<Issue>> {
        let mut reader = Reader::for_received();
        let read = T::read(value, &mut reader);
        if read.is_none() && !value.is_object() {
            // A model of which nothing is promised can be read from anything.
            let mut without = Reader::for_received();
            let empty = T::read(&Value::Object(Map::new()), &mut without);
            if empty.is_some() {
                without.unread.add("", found(value));
                return without.finish(empty);
            }
        }
        reader.finish(read)
    }

    /// A reader for what WeChat Pay sent and that is not one model.
    pub(crate) fn for_received() -> Reader {
        Reader::of_origin(Origin::WeChatPay)
    }

    fn of_origin(origin: Origin) -> Reader {
        Reader { origin, path: Path::default(), misfits: Vec::new(), unread: UnreadList::default() }
    }

    /// The model and the unread members, or the issues with what had to fit.
    pub(crate) fn finish<T>(self, read: Option<T>) -> Result<(T, Vec<Unread>), Vec<Issue>> {
        match read {
            Some(model) if self.misfits.is_empty() => Ok((model, self.unread.finish())),
            _ => Err(self
                .misfits
                .into_iter()
                .map(|misfit| Issue::refusing(&misfit.pointer, MALFORMED_SHAPE, misfit.detail))
                .collect()),
        }
    }

    pub(crate) fn object<'v>(&mut self, value: &'v Value, what: &str) -> Option<&'v Map<String, Value>> {
        value.as_object().or_else(|| self.misfit(&format!("an object ({what})"), value))
    }

    /// A member that is required in either direction.
    pub(crate) fn required<T: FieldType>(
        &mut self,
        object: &Map<String, Value>,
        name: &str,
        rules: &[Rule],
    ) -> Option<T> {
        match object.get(name) {
            None | Some(Value::Null) => {
                self.at(name, |reader| reader.note("promised, but missing.".to_owned(), &Value::Null))
            }
            Some(value) => self.member(name, value, rules),
        }
    }

    /// A member that is required from a user only.
    pub(crate) fn needed<T: FieldType>(
        &mut self,
        object: &Map<String, Value>,
        name: &str,
        rules: &[Rule],
    ) -> Option<Option<T>> {
        match self.origin {
            Origin::User => self.required(object, name, rules).map(Some),
            Origin::WeChatPay => Some(self.optional(object, name, rules)),
        }
    }

    /// A member that may be absent. If WeChat Pay sent one that does not fit, it counts as absent.
    pub(crate) fn optional<T: FieldType>(
        &mut self,
        object: &Map<String, Value>,
        name: &str,
        rules: &[Rule],
    ) -> Option<T> {
        let value = object.get(name).filter(|value| !value.is_null())?;
        let before = self.misfits.len();
        let read = self.member(name, value, rules);
        if self.origin == Origin::WeChatPay && self.leave_out(before) { None } else { read }
    }

    fn member<T: FieldType>(&mut self, name: &str, value: &Value, rules: &[Rule]) -> Option<T> {
        let identity = self.origin == Origin::WeChatPay && rules.iter().any(|rule| matches!(rule, Rule::Identity));
        self.at(name, |reader| match value {
            Value::String(text) if identity && text.is_empty() => reader.note("promised, but empty.".to_owned(), value),
            // WeChat Pay writes some merchant numbers without quotes.
            Value::Number(number) if identity && !number.is_f64() => {
                T::read(&Value::String(number.to_string()), reader)
            }
            value => T::read(value, reader),
        })
    }

    /// Whether something did not fit since `before`. It is left out and named.
    fn leave_out(&mut self, before: usize) -> bool {
        let some = self.misfits.len() > before;
        for misfit in self.misfits.drain(before..) {
            self.unread.add(misfit.pointer, misfit.found);
        }
        some
    }

    pub(crate) fn text<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        value.as_str().or_else(|| self.misfit("a text", value))
    }

    /// A text that is one of several words. WeChat Pay may leave it empty.
    pub(crate) fn word<'v>(&mut self, value: &'v Value) -> Option<&'v str> {
        match value.as_str() {
            Some("") if self.origin == Origin::WeChatPay => self.note("promised, but empty.".to_owned(), value),
            _ => self.text(value),
        }
    }

    /// A whole number, which may come as text, as in WeChat Pay's own samples.
    pub(crate) fn integer(&mut self, value: &Value) -> Option<i64> {
        let number = match value {
            Value::Number(number) => number.as_i64(),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        number
            .filter(|number| Fen::new(*number).is_some())
            .or_else(|| self.misfit("a whole number within ±(2^53 − 1)", value))
    }

    /// Notes that a value is not of the promised type.
    pub(crate) fn misfit<T>(&mut self, promised: &str, value: &Value) -> Option<T> {
        self.note(format!("{promised} was promised, here is {}.", kind_of(value)), value)
    }

    pub(crate) fn note<T>(&mut self, detail: String, value: &Value) -> Option<T> {
        let found = if self.origin == Origin::WeChatPay { found(value) } else { String::new() };
        self.misfits.push(Misfit { pointer: self.path.as_str().to_owned(), detail, found });
        None
    }

    fn at<T>(&mut self, name: &str, work: impl FnOnce(&mut Reader) -> T) -> T {
        let before = self.path.enter(name);
        let result = work(self);
        self.path.leave(before);
        result
    }

    /// The elements of a list. An element of WeChat Pay that does not fit is left out.
    fn elements<T: FieldType>(&mut self, elements: &[Value]) -> Option<Vec<T>> {
        let mut out = Vec::with_capacity(elements.len().min(128));
        let mut complete = true;
        for (index, element) in elements.iter().enumerate() {
            let before = self.misfits.len();
            let read = self.at(&index.to_string(), |reader| T::read(element, reader));
            let left_out = self.origin == Origin::WeChatPay && self.leave_out(before);
            match read.filter(|_| !left_out) {
                Some(read) => out.push(read),
                None => complete = complete && left_out,
            }
        }
        complete.then_some(out)
    }
}

/// What a JSON value is, for a person. Never its content: it may be long, or a secret in the wrong place.
pub(crate) fn kind_of(value: &Value) -> Cow<'static, str> {
    if let Some(mark) = marks::mark_of(value) {
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
            _ => reader.misfit("true or false", value),
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
        Timestamp::from_unix(seconds)
            .or_else(|| reader.note("not a moment between 1970 and 9999 in Unix seconds.".to_owned(), value))
    }
}

impl FieldType for Bytes {
    const TYPE: Type = Type::Bytes;
    fn read(value: &Value, reader: &mut Reader) -> Option<Bytes> {
        let bytes = crate::crypto::from_base64(reader.text(value)?);
        bytes.map(Bytes).or_else(|| reader.note("Base64 was promised.".to_owned(), value))
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
        Code::find(text).or_else(|| reader.note("not a code of the table.".to_owned(), value))
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
        match value.as_array() {
            Some(elements) => reader.elements(elements),
            None => reader.misfit("a list", value),
        }
    }
}

impl<T: FieldType> FieldType for BTreeMap<String, T> {
    const TYPE: Type = Type::Map(&T::TYPE);
    fn read(value: &Value, reader: &mut Reader) -> Option<BTreeMap<String, T>> {
        let object = reader.object(value, "names to values")?;
        object
            .iter()
            .map(|(name, value)| Some((name.clone(), reader.at(name, |reader| T::read(value, reader))?)))
            .collect()
    }
}
