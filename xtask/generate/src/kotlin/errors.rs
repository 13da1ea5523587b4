//! One exception class for each kind of error.

use super::HEADER;
use super::text::{fill, kdoc, lines};
use super::types::{imports, package, property};
use payscore::ffi::{ERROR, KINDS, Scope};
use payscore::schema::ValueInfo;

/// The exceptions, with the models of the mode at the top.
pub fn errors(scope: &Scope) -> String {
    let members: Vec<_> = ERROR.fields.iter().map(|field| property(field, "")).collect();
    let code = fill(
        include_str!("templates/errors.kt"),
        &[
            ("documentation", &kdoc(ERROR.doc, "")),
            ("members", &members.join("\n\n")),
            ("cases", &lines(KINDS.values, case)),
            ("classes", &KINDS.values.iter().map(class).collect::<Vec<_>>().join("\n\n")),
        ],
    );
    let imported = imports(scope, &package(scope), &code);
    format!("{HEADER}\n{}\n", code.replace("{{imports}}", &imported))
}

fn case(kind: &ValueInfo) -> String {
    format!("                \"{0}\" -> {0}Exception(members)", kind.value)
}

fn class(kind: &ValueInfo) -> String {
    let (doc, name) = (kdoc(kind.doc, ""), kind.value);
    format!("{doc}\nclass {name}Exception internal constructor(\n    source: Members,\n) : PayscoreException(source)")
}
