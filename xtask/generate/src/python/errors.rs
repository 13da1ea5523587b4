//! One exception class for each kind of error.

use super::HEADER;
use super::text::{docstring, fill};
use super::types::{IMPORTED, read_type};
use payscore::ffi::{ERROR, KINDS};
use payscore::schema::{FieldInfo, ValueInfo};

pub fn errors() -> String {
    let kinds = KINDS.values.iter().map(|kind| format!("    \"{0}\": {0}Error,", kind.value));
    fill(
        include_str!("templates/errors.py"),
        &[
            ("header", HEADER),
            ("documentation", &docstring(ERROR.doc, "    ")),
            ("members", &ERROR.fields.iter().map(member).collect::<Vec<_>>().join("\n")),
            ("classes", &KINDS.values.iter().map(class).collect::<Vec<_>>().join("\n\n\n")),
            ("kinds", &kinds.collect::<Vec<_>>().join("\n")),
        ],
    )
}

fn member(field: &FieldInfo) -> String {
    let ty = if field.name == "kind" { "str".to_owned() } else { read_type(field.ty, IMPORTED) };
    let absent = if field.promised { "" } else { " | None" };
    format!("    {}: {ty}{absent}\n{}", field.name, docstring(field.doc, "    "))
}

fn class(kind: &ValueInfo) -> String {
    format!("class {}Error(Error):\n{}", kind.value, docstring(kind.doc, "    "))
}
