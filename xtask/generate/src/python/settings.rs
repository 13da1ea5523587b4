//! The constructor of a merchant.

use super::text::{docstring, fill};
use super::types::{IMPORTED, pass_type};
use super::{HEADER, package};
use crate::surface::{self, Collected, line};
use payscore::ffi::{CONFIG, Scope};
use payscore::schema::FieldInfo;

/// The settings that are Python's own, and what the constructor raises.
const OWN: &str = "\
``clock``: The time in Unix seconds.
``nonce``: 1 to 32 random letters and digits, fresh for every call.

Raises :class:`payscore.ConfigError`, which names everything that is wrong at once.";

pub fn settings(scope: &Scope) -> String {
    let read = surface::read(scope);
    let fields = surface::settings(scope).collect::<Vec<_>>();
    let about = fields.iter().map(|field| format!("``{}``: {}\n", field.name, line(field.doc))).collect::<String>();
    let members = fields.iter().map(|field| format!("                \"{0}\": {0},", field.name));
    let names = fields.iter().map(|field| field.name).collect::<Vec<_>>();
    let deletions = names.chunks(8).map(|some| format!("        del {}", some.join(", ")));
    fill(
        include_str!("templates/settings.py"),
        &[
            ("header", HEADER),
            ("package", &package(scope)),
            ("namespace", scope.namespace),
            ("parameters", &fields.iter().map(|field| parameter(field, &read)).collect::<Vec<_>>().join("\n")),
            ("documentation", &docstring(&format!("{}\n\n{about}{OWN}", CONFIG.doc.trim()), "        ")),
            ("members", &members.collect::<Vec<_>>().join("\n")),
            ("deletions", &deletions.collect::<Vec<_>>().join("\n")),
        ],
    )
}

fn parameter(field: &FieldInfo, read: &Collected) -> String {
    let default = if field.required { "" } else { " | None = None" };
    format!("        {}: {}{default},", field.name, pass_type(field.ty, IMPORTED, read))
}
