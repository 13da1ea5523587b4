//! Checking parameters before they are signed: types, unknown names, and the limits of each field. All mistakes are
//! named at once. The result is what will be sent: times in WeChat Pay's form, absent members left out, fields in
//! declared order.

use super::marks::{self, BEYOND, Mark};
use super::read::kind_of;
use super::{FieldInfo, ModelInfo, Path, Rule, Type};
use crate::error::{
    Code, Evidence, INVALID_CHARACTERS, INVALID_ITEMS, INVALID_LENGTH, INVALID_MISSING, INVALID_RANGE, INVALID_TIME,
    INVALID_TIME_NAIVE, INVALID_TYPE, INVALID_UNKNOWN_FIELD, INVALID_URL, INVALID_VALUE, Issue, Issues, foreign_word,
};
use crate::money::Fen;
use crate::text::is_stray;
use crate::time::{TimeText, service_time, zoned_time};
use crate::url;
use serde_json::{Map, Value};

/// Parameters in the form in which they are sent, and everything that is wrong with them.
pub(crate) struct CheckedParameters {
    pub(crate) params: Map<String, Value>,
    pub(crate) issues: Issues,
}

/// What is checked.
#[derive(Clone, Copy)]
pub(crate) enum Extent<'p> {
    /// Everything.
    Whole,
    /// Only what a signature needs: types, identities that are not empty, and what stands in the path.
    Needed { path: &'p str },
}

pub(crate) fn check_params(
    info: &'static ModelInfo,
    what: &str,
    params: &Map<String, Value>,
    extent: Extent<'_>,
) -> CheckedParameters {
    let mut check = ParameterCheck { what, path: Path::default(), issues: Issues::default(), extent };
    let params = check.object(info, params);
    CheckedParameters { params, issues: check.issues }
}

struct ParameterCheck<'a> {
    what: &'a str,
    path: Path,
    issues: Issues,
    extent: Extent<'a>,
}

impl ParameterCheck<'_> {
    fn object(&mut self, info: &'static ModelInfo, object: &Map<String, Value>) -> Map<String, Value> {
        let mut out = Map::new();
        for field in info.fields.iter().filter(|field| !field.derived) {
            let before = self.path.enter(field.name);
            match object.get(field.name).filter(|value| !value.is_null()) {
                Some(value) => {
                    // What is refused stays as it came, so that the rules between members see that it is there.
                    let checked = self.value(field.ty, value);
                    if let Some(value) = &checked {
                        field.rules.iter().for_each(|limit| self.limit(limit, field, value));
                    }
                    out.insert(field.name.to_owned(), checked.unwrap_or_else(|| value.clone()));
                }
                None if field.required || field.rules.iter().any(|rule| matches!(rule, Rule::Filled)) => {
                    self.refuse(INVALID_MISSING, format!("{} is needed: give {}.", field.name, field.ty));
                }
                None => {}
            }
            self.path.leave(before);
        }
        for (name, value) in object {
            if info.field(name).is_none_or(|field| field.derived) {
                let before = self.path.enter(name);
                self.unknown(info, name);
                self.path.leave(before);
                out.insert(name.clone(), value.clone());
            }
        }
        out
    }

    fn unknown(&mut self, info: &'static ModelInfo, name: &str) {
        let owner = if self.path.as_str().matches('/').count() > 1 { info.name } else { self.what };
        let name = foreign_word(name);
        // A request may have a hundred thousand unknown names. Only those that are reported are compared with the known
        // ones.
        let compared = if self.issues.is_full() { &[] } else { info.fields };
        let nearest = compared
            .iter()
            .filter(|field| !field.derived)
            .map(|field| (strsim::damerau_levenshtein(field.name, &name), field.name))
            .min()
            .filter(|(distance, _)| *distance <= 3);
        let remedy = match nearest {
            Some((_, nearest)) => format!("did you mean `{nearest}`?"),
            None => "members that Payscore does not know go into `extra`.".to_owned(),
        };
        self.refuse(INVALID_UNKNOWN_FIELD, format!("{owner} has no `{name}`; {remedy}"));
    }

    fn value(&mut self, ty: Type, value: &Value) -> Option<Value> {
        match marks::mark_of(value) {
            Some(Mark::Bytes(bytes)) if matches!(ty, Type::Bytes) => return Some(Value::String(bytes.to_owned())),
            // A number beyond what is safe. Where no number is needed, that it is a number is what is wrong.
            Some(Mark::Unsayable(code, _)) if code == INVALID_RANGE && !may_be_number(ty) => {
                self.refuse_always(INVALID_TYPE, format!("{ty} is needed, here is a number."));
                return None;
            }
            Some(Mark::Bytes(_))
                if matches!(ty, Type::Text | Type::Enum(_) | Type::Word(_) | Type::ServiceTime | Type::ZonedTime) =>
            {
                self.refuse_always(
                    INVALID_TYPE,
                    format!("{ty} is needed, here is a sequence of bytes: decode it first."),
                );
                return None;
            }
            Some(mark) => {
                let (code, what) = mark.problem();
                self.refuse_always(code, format!("{ty} is needed, here is {what}."));
                return None;
            }
            None => {}
        }
        match (ty, value) {
            (Type::Text | Type::Enum(_) | Type::Word(_), Value::String(text)) => {
                self.characters(text);
                Some(value.clone())
            }
            (Type::ServiceTime, Value::String(text)) => self.time(service_time(text)),
            (Type::ZonedTime, Value::String(text)) => self.time(zoned_time(text)),
            (Type::Boolean, Value::Bool(_)) | (Type::Json, _) => Some(value.clone()),
            (Type::Fen | Type::Integer | Type::Timestamp, Value::Number(number)) => {
                if number.as_i64().and_then(Fen::new).is_some() {
                    return Some(value.clone());
                }
                let (code, problem) = if number.is_f64() {
                    (INVALID_TYPE, "a number with a fraction or beyond 64 bits; amounts are whole fen, 8 yuan are 800")
                } else {
                    (INVALID_RANGE, BEYOND)
                };
                self.refuse(code, format!("{ty} is needed, here is {problem}."));
                None
            }
            (Type::Model(info), Value::Object(object)) => Some(Value::Object(self.object(info(), object))),
            (Type::List(element), Value::Array(elements)) => {
                let mut out = Vec::with_capacity(elements.len());
                for (index, value) in elements.iter().enumerate() {
                    let before = self.path.enter_index(index);
                    out.push(self.value(*element, value).unwrap_or_else(|| value.clone()));
                    self.path.leave(before);
                }
                Some(Value::Array(out))
            }
            (Type::Bytes, Value::String(text)) if crate::crypto::from_base64(text).is_some() => Some(value.clone()),
            (Type::Map(_), Value::Object(_)) => Some(value.clone()),
            (ty, value) => {
                self.refuse(INVALID_TYPE, format!("{ty} is needed, here is {}.", kind_of(value)));
                None
            }
        }
    }

    fn time(&mut self, time: TimeText) -> Option<Value> {
        match time {
            TimeText::Good(text) => return Some(Value::String(text)),
            TimeText::Naive => self.refuse(
                INVALID_TIME_NAIVE,
                "a time without a zone: whose clock is meant cannot be known. Give a time with a zone, or WeChat Pay's \
                     own form in Beijing time.",
            ),
            TimeText::Stray => {
                self.refuse(
                    INVALID_TIME,
                    "there is a blank or a line break before or after the time: give the time \
                     alone.",
                );
            }
            TimeText::Bad => self.refuse(
                INVALID_TIME,
                "not a time: yyyyMMddHHmmss, yyyyMMdd or OnAccept in Beijing time, or a time \
                     with a zone.",
            ),
        }
        None
    }

    /// The limit of every text: WeChat Pay takes characters of one to three UTF-8 bytes.
    fn characters(&mut self, text: &str) {
        if let Some(bad) =
            text.chars().find(|c| u32::from(*c) > 0xFFFF || (c.is_control() && !matches!(c, '\n' | '\r' | '\t')))
        {
            let code_point = u32::from(bad);
            self.refuse(
                INVALID_CHARACTERS,
                format!("U+{code_point:04X} is not allowed: no emoji and no control characters."),
            );
        }
    }

    /// What each kind of limit means. A kind without its check does not compile.
    fn limit(&mut self, limit: &Rule, field: &FieldInfo, value: &Value) {
        let (text, number, items) = (value.as_str(), value.as_i64(), value.as_array().map(Vec::len));
        match limit {
            Rule::MaxChars(most) => text.into_iter().for_each(|text| self.length(text, *most, field)),
            Rule::OrderNumber => text.into_iter().for_each(|text| self.order_number(text)),
            Rule::Identity => text.into_iter().for_each(|text| self.identity(text)),
            Rule::NotifyUrl => text.into_iter().for_each(|text| self.notify_url(text)),
            Rule::OneOf => {
                if let Some(problem) = text.and_then(|text| not_documented(field, text)) {
                    let remedy = "If WeChat Pay has a new one, use a merchant whose `validate` is switched off for it";
                    self.refuse(INVALID_VALUE, format!("{problem}. {remedy}."));
                }
            }
            Rule::Known => {
                if let Some(problem) = text.and_then(|text| not_documented(field, text)) {
                    self.advise(INVALID_VALUE, format!("{problem}."));
                }
            }
            Rule::Min(least) => {
                if let Some(number) = number.filter(|number| number < least) {
                    self.refuse(INVALID_RANGE, format!("{number} is too small: at least {least}."));
                }
            }
            Rule::AdviseMin(least) => {
                if let Some(number) = number.filter(|number| number < least) {
                    self.advise(INVALID_RANGE, format!("{number} is probably too small: at least {least}."));
                }
            }
            Rule::AdviseMax(most) => {
                if let Some(number) = number.filter(|number| number > most) {
                    self.advise(INVALID_RANGE, format!("{number} is probably too large: at most {most}."));
                }
            }
            Rule::MinItems(least) => {
                if let Some(items) = items.filter(|items| items < least) {
                    self.refuse(INVALID_ITEMS, format!("{items} elements, at least {least} are needed."));
                }
            }
            Rule::MaxItems(most) => {
                if let Some(items) = items.filter(|items| items > most) {
                    self.refuse(INVALID_ITEMS, format!("{items} elements, at most {most} are allowed."));
                }
            }
            // `Filled` is about a member that is absent; `DecidesPhase` is about reading.
            Rule::Filled | Rule::DecidesPhase => {}
        }
    }

    fn length(&mut self, text: &str, most: usize, field: &FieldInfo) {
        let length = text.chars().count();
        if length > most {
            self.refuse(INVALID_LENGTH, format!("{length} characters, at most {most} are allowed."));
        } else if length == 0 && field.required && !field.rules.iter().any(|rule| matches!(rule, Rule::Identity)) {
            self.refuse(INVALID_LENGTH, "empty: give a text.");
        }
    }

    fn order_number(&mut self, text: &str) {
        let length = text.chars().count();
        if length == 0 {
            self.refuse_always(INVALID_LENGTH, "empty: 1 to 32 characters are needed.");
        } else if length > 32 {
            self.refuse(INVALID_LENGTH, format!("{length} characters, 1 to 32 are allowed."));
        }
        if !text.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '|' | '*')) {
            self.refuse(INVALID_CHARACTERS, "only digits, letters, `_`, `-`, `|` and `*` are allowed.");
        }
    }

    /// What names the thing that a call is about. An empty text would replace the merchant's default and name nothing.
    fn identity(&mut self, text: &str) {
        if text.is_empty() {
            self.refuse_always(INVALID_LENGTH, "empty: give it, or leave it out where the merchant has a default.");
        } else if text.chars().any(is_stray) {
            self.refuse(
                INVALID_CHARACTERS,
                "there is a blank, a line break or an invisible character in it: give it alone.",
            );
        }
    }

    fn notify_url(&mut self, text: &str) {
        match url::callback_problem(text) {
            Some(url::Problem::Refused(detail)) => self.refuse(INVALID_URL, detail),
            Some(url::Problem::Doubtful(detail)) => self.advise(INVALID_URL, detail),
            None => {}
        }
    }

    fn refuse(&mut self, code: Code, detail: impl Into<String>) {
        let needed = match self.extent {
            Extent::Whole => true,
            Extent::Needed { path } => {
                let name = self.path.as_str().trim_start_matches('/');
                code == INVALID_TYPE || path.contains(&format!("{{{name}}}"))
            }
        };
        if needed {
            self.refuse_always(code, detail);
        }
    }

    /// Refused even where validation is switched off: nobody can mean it.
    fn refuse_always(&mut self, code: Code, detail: impl Into<String>) {
        self.issues.push(Issue::refusing(self.path.as_str(), code, detail));
    }

    fn advise(&mut self, code: Code, detail: impl Into<String>) {
        if matches!(self.extent, Extent::Whole) {
            self.issues.push(Issue::advice(self.path.as_str(), code, Evidence::Sibling, detail));
        }
    }
}

fn may_be_number(ty: Type) -> bool {
    matches!(ty, Type::Fen | Type::Integer | Type::Timestamp)
}

fn not_documented(field: &FieldInfo, text: &str) -> Option<String> {
    let Type::Enum(info) = field.ty else { return None };
    if info.values.iter().any(|value| value.value == text) {
        return None;
    }
    let known = info.values.iter().map(|value| value.value).collect::<Vec<_>>().join(", ");
    Some(format!("not one of the documented values: {known}"))
}
