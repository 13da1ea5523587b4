//! The settings of a merchant.

use super::HEADER;
use super::names::camel;
use super::text::{declaration, fill, kdoc, lines};
use super::types::{imports, ordered, package, parameter, parameter_name, type_name};
use crate::surface::{self, line};
use payscore::ffi::{CONFIG, Scope};
use payscore::schema::{FieldInfo, Type};

const SECRETS: &str = "It holds secrets: its text shows only `mchid`, and it cannot be serialised.";

pub fn settings(scope: &Scope) -> String {
    let fields: Vec<_> = surface::settings(scope).collect();
    let note = |field: &FieldInfo| format!("@param {} {}", parameter_name(field), line(field.doc));
    let member = |field: &FieldInfo| format!("            \"{}\" to {},", field.name, parameter_name(field));
    let setters: Vec<_> = fields.iter().flat_map(|field| setters(field)).collect();
    let code = fill(
        include_str!("templates/settings.kt"),
        &[
            ("documentation", &kdoc(&format!("{}\n\n{SECRETS}", CONFIG.doc.trim()), "")),
            ("notes", &kdoc(&lines(fields.iter().copied(), note), "    ")),
            ("parameters", &lines(ordered(fields.iter().copied()), parameter)),
            ("members", &lines(fields.iter().copied(), member)),
            ("setters", &setters.join("\n")),
            ("name", CONFIG.name),
            ("package", &package(scope)),
        ],
    );
    let imported = imports(scope, &package(scope), &code);
    format!("{HEADER}\n{}\n", code.replace("{{imports}}", &imported))
}

/// A setter; of a setting that may have several values, another that adds one.
fn setters(field: &FieldInfo) -> Vec<String> {
    let name = parameter_name(field);
    let head = format!("fun {name}({name}: {}?): Builder", type_name(field.ty));
    let body = format!("apply {{ members[\"{}\"] = {name} }}", field.name);
    let mut out = vec![format!("{}\n{}\n", kdoc(field.doc, "        "), declaration("        ", &head, &body))];
    if matches!(field.ty, Type::Texts) {
        let one = camel(field.name);
        let head = format!("fun {one}({one}: String): Builder");
        let member = format!("members[\"{}\"]", field.name);
        let body = format!("apply {{ {member} = ({member} as? List<*>).orEmpty() + {one} }}");
        let doc = kdoc(&format!("{}\n\nAdds one.", field.doc.trim()), "        ");
        out.push(format!("{doc}\n{}\n", declaration("        ", &head, &body)));
    }
    out
}
