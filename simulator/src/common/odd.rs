//! Odd shapes: members that are missing, empty or of another type than the pages promise, as WeChat Pay may send them.
//! The fault `odd` names them one by one, or has them drawn from the seed.

use super::Common;
use serde_json::{Value, json};

/// How many members are drawn at most.
const MOST_DRAWN: u64 = 3;

impl Common {
    /// Gives an answer, or the content of a callback, the shape that a waiting fault asks for. `order` is the one that
    /// the request names; a document that names an order itself is about that one.
    pub(crate) fn reshaped(
        &mut self,
        operation: &str,
        order: Option<&str>,
        mut document: Option<Value>,
    ) -> Option<Value> {
        let named = document.as_ref().and_then(|document| document.get("out_order_no")).and_then(Value::as_str);
        let about = named.or(order).map(str::to_owned);
        let Some(fault) = self.faults.take_about(operation, &["odd"], about.as_deref()) else { return document };
        let document = document.get_or_insert_with(|| json!({}));
        for pointer in fault.members.get("remove").and_then(Value::as_array).into_iter().flatten() {
            remove(document, pointer.as_str().unwrap_or_default());
        }
        for (pointer, value) in fault.members.get("set").and_then(Value::as_object).into_iter().flatten() {
            set(document, pointer, value.clone());
        }
        if let Some(odd) = fault.members.get("odd").and_then(Value::as_str) {
            for _ in 0..=self.drawn(MOST_DRAWN) {
                self.draw(document, odd == "any");
            }
        }
        Some(document.clone())
    }

    fn draw(&mut self, document: &mut Value, anything: bool) {
        let mut pointers = Vec::new();
        let kept: &[&str] = if anything { &[] } else { &self.kept };
        collect(document, "", kept, &mut pointers);
        let values = odd_values();
        let value = values.get(self.drawn_index(values.len())).cloned();
        match (pointers.get(self.drawn_index(pointers.len())), value) {
            (Some(pointer), Some(Some(value))) => set(document, pointer, value),
            (Some(pointer), _) => remove(document, pointer),
            (None, value) => set(document, "/odd", value.flatten().unwrap_or_default()),
        }
    }

    fn drawn_index(&mut self, below: usize) -> usize {
        usize::try_from(self.drawn(u64::try_from(below).unwrap_or(0))).unwrap_or(0)
    }

    /// A number below this one, from the seed.
    fn drawn(&mut self, below: u64) -> u64 {
        let digits = self.fresh("odd");
        let number = digits.get(..12).and_then(|digits| u64::from_str_radix(digits, 16).ok()).unwrap_or(0);
        number.checked_rem(below).unwrap_or(0)
    }
}

/// What may stand where something else was promised; `None` is a member that is missing.
fn odd_values() -> Vec<Option<Value>> {
    let values = json!([
        null, "", " ", "0", "true", "文本", 0, 1, -1, 1.5, 100.0, 18_446_744_073_709_551_615_u64, true, false, [], [null],
        [0], ["", {}], {}, {"odd": []}
    ]);
    values.as_array().cloned().unwrap_or_default().into_iter().map(Some).chain([None]).collect()
}

/// The pointers of all members and elements that may be drawn.
fn collect(value: &Value, at: &str, kept: &[&str], out: &mut Vec<String>) {
    let mut inner = |name: &str, value: &Value| {
        if !at.is_empty() || !kept.contains(&name) {
            let pointer = format!("{at}/{}", name.replace('~', "~0").replace('/', "~1"));
            collect(value, &pointer, kept, out);
            out.push(pointer);
        }
    };
    match value {
        Value::Object(object) => object.iter().for_each(|(name, value)| inner(name, value)),
        Value::Array(list) => list.iter().enumerate().for_each(|(index, value)| inner(&index.to_string(), value)),
        _ => {}
    }
}

/// Puts a value at a pointer, and makes the objects that lead to it. An empty pointer is the whole document.
fn set(document: &mut Value, pointer: &str, value: Value) {
    put(document, &parts(pointer), value);
}

fn put(place: &mut Value, parts: &[String], value: Value) {
    let Some((part, rest)) = parts.split_first() else {
        *place = value;
        return;
    };
    if let Value::Array(list) = place {
        if let Some(element) = part.parse().ok().and_then(|index: usize| list.get_mut(index)) {
            put(element, rest, value);
        }
        return;
    }
    if !place.is_object() {
        *place = json!({});
    }
    if let Value::Object(object) = place {
        put(object.entry(part.as_str()).or_insert(Value::Null), rest, value);
    }
}

/// Removes a member or an element.
fn remove(document: &mut Value, pointer: &str) {
    let Some((parent, _)) = pointer.rsplit_once('/') else { return };
    let Some(name) = parts(pointer).last().cloned() else { return };
    match document.pointer_mut(parent) {
        Some(Value::Object(object)) => drop(object.shift_remove(&name)),
        Some(Value::Array(list)) => {
            if let Some(index) = name.parse::<usize>().ok().filter(|index| *index < list.len()) {
                list.remove(index);
            }
        }
        _ => {}
    }
}

fn parts(pointer: &str) -> Vec<String> {
    pointer.split('/').skip(1).map(|part| part.replace("~1", "/").replace("~0", "~")).collect()
}

/// Whether this can be a JSON pointer.
pub(super) fn is_pointer(text: &str) -> bool {
    text.is_empty() || text.starts_with('/')
}
