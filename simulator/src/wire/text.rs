//! JSON as WeChat Pay may write it: any reader understands it, but reading it and writing it again gives other bytes. A
//! signature over such a body holds for the bytes as they came, and for nothing made of them.

use payscore::crypto::sha256;
use serde_json::{Map, Value};

/// Writes a value. The same value is always written the same; `compact` writes it as serialisers do.
pub(crate) fn write_json(value: &Value, compact: bool) -> String {
    let text = value.to_string();
    if compact {
        return text;
    }
    let digest = sha256(text.as_bytes());
    let mut writer =
        Writer { out: String::with_capacity(text.len().saturating_mul(2)), digest, drawn: 0, letter: 0, blank: true };
    // One of the letters and digits in all texts is escaped: this one.
    let letters = letters(value);
    if let Some(last) = letters.checked_sub(1) {
        writer.letter = writer.draw(last).saturating_add(1);
    }
    writer.value(value);
    writer.out
}

/// How many letters and digits the texts of a value hold; names of members do not count.
fn letters(value: &Value) -> usize {
    match value {
        Value::String(text) => text.bytes().filter(u8::is_ascii_alphanumeric).count(),
        Value::Array(list) => list.iter().map(letters).sum(),
        Value::Object(object) => object.values().map(letters).sum(),
        _ => 0,
    }
}

struct Writer {
    out: String,
    digest: Vec<u8>,
    drawn: usize,
    /// After how many more letters and digits one is escaped, which no serialiser does; 0 when it is done.
    letter: usize,
    /// The blank that no serialiser writes is still to come.
    blank: bool,
}

impl Writer {
    /// Draws a number from 0 to `most` from the digest.
    fn draw(&mut self, most: usize) -> usize {
        let byte = |at: usize| self.digest.get(at % 32).copied().map_or(0, usize::from);
        let number = byte(self.drawn) << 8 | byte(self.drawn.wrapping_add(1));
        self.drawn = self.drawn.wrapping_add(2);
        number.checked_rem(most.saturating_add(1)).unwrap_or(0)
    }

    fn value(&mut self, value: &Value) {
        match value {
            Value::Object(object) => self.object(object),
            Value::Array(list) => {
                self.out.push('[');
                for (index, element) in list.iter().enumerate() {
                    self.out.push_str(if index == 0 { "" } else { "," });
                    self.value(element);
                }
                self.out.push(']');
            }
            Value::String(text) => self.text(text),
            other => self.out.push_str(&other.to_string()),
        }
    }

    /// Writes the members in another order, and one blank or line feed before the first colon.
    fn object(&mut self, object: &Map<String, Value>) {
        self.out.push('{');
        let mut members: Vec<(&String, &Value)> = object.iter().collect();
        let last = members.len().saturating_sub(1);
        let first = self.draw(last);
        members.rotate_left(first);
        if last > 1 {
            let (one, other) = (self.draw(last), self.draw(last));
            members.swap(one, other);
        }
        for (index, (name, value)) in members.iter().enumerate() {
            self.out.push_str(if index == 0 { "" } else { "," });
            self.out.push_str(&Value::from(name.as_str()).to_string());
            self.blank();
            self.out.push(':');
            self.value(value);
        }
        self.blank();
        self.out.push('}');
    }

    fn blank(&mut self) {
        if std::mem::take(&mut self.blank) {
            let blank = if self.draw(1) == 0 { ' ' } else { '\n' };
            self.out.push(blank);
        }
    }

    /// Escapes the first solidus as `\/`, one letter or digit of the whole body as `\u…`, and the first character
    /// beyond ASCII as `\u…`.
    fn text(&mut self, text: &str) {
        let (mut solidus, mut beyond) = (true, true);
        self.out.push('"');
        for c in text.chars() {
            match c {
                '/' if std::mem::take(&mut solidus) => self.out.push_str("\\/"),
                c if c.is_ascii_alphanumeric() && self.letter > 0 => {
                    self.letter = self.letter.saturating_sub(1);
                    if self.letter == 0 { self.escaped(c) } else { self.out.push(c) }
                }
                c if !c.is_ascii() && u32::from(c) < 0x1_0000 && std::mem::take(&mut beyond) => self.escaped(c),
                '"' | '\\' => self.out.extend(['\\', c]),
                c if u32::from(c) < 0x20 => self.escaped(c),
                c => self.out.push(c),
            }
        }
        self.out.push('"');
    }

    fn escaped(&mut self, c: char) {
        self.out.push_str(&format!("\\u{:04X}", u32::from(c)));
    }
}

#[cfg(test)]
mod tests {
    use super::write_json;
    use serde_json::{Value, json};

    #[test]
    fn it_reads_the_same_and_is_written_by_nobody_else() {
        for value in [
            json!({}),
            json!({"data": []}),
            json!({"code": "PARAM_ERROR", "message": "参数错误"}),
            json!({"a": 1}),
            json!({"a": {"b": [{"c": "/v3/x/", "d": "\"\\\n\u{1}é😀"}, null, true, -1]}, "b": 7,
                "aa": "租借/费用", "0": "="}),
        ] {
            let text = write_json(&value, false);
            assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), value, "{text}");
            assert_eq!(text, write_json(&value, false));
            assert_eq!(write_json(&value, true), value.to_string());
            for other in [value.to_string(), serde_json::to_string_pretty(&value).unwrap()] {
                assert_ne!(text, other);
            }
            assert_eq!(text.matches([' ', '\n']).count(), 1, "{text}");
        }
    }
}
