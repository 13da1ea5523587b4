//! Sets of words: open ones as final classes with constants, closed ones as enum classes.

use super::HEADER;
use super::names::constant;
use super::text::{fill, kdoc, lines};
use super::types::{declarations, imports, model_package, shared};
use payscore::ffi::{KINDS, Scope};
use payscore::schema::{EnumInfo, ValueInfo};

/// The file of a mode; `None` when the mode has no sets of words of its own.
pub fn enums(scope: &Scope) -> Option<String> {
    let (all, shared) = (declarations(scope), shared(scope));
    let is_own = |info: &&&EnumInfo| !shared.contains(info.name);
    // The kinds of error are those of every mode.
    let kinds = scope.namespace.is_empty().then_some(&KINDS);
    let open = all.enums.iter().filter(is_own).map(|info| open(info));
    let closed = all.words.iter().filter(is_own).chain(kinds).map(|info| closed(info));
    let classes = open.chain(closed).collect::<Vec<_>>();
    if classes.is_empty() {
        return None;
    }
    let code = classes.join("\n\n");
    let package = model_package(scope);
    let imports = imports(scope, &package, &code);
    let imports = if imports.is_empty() { imports } else { format!("{imports}\n\n") };
    Some(format!("{HEADER}\npackage {package}\n\n{imports}{code}\n"))
}

/// WeChat Pay adds values, so every text is a value; known ones are constants.
fn open(info: &EnumInfo) -> String {
    let name = info.name;
    let constant_of = |value: &ValueInfo| {
        let (doc, constant) = (kdoc(value.doc, "        "), constant(value.value));
        format!("{doc}\n        @JvmField\n        val {constant}: {name} = {name}(\"{}\")\n", value.value)
    };
    fill(
        include_str!("templates/open_enum.kt"),
        &[
            ("documentation", &kdoc(&format!("{}\n\nOther values pass as they are.", info.doc.trim()), "")),
            ("constants", &lines(info.values, constant_of)),
            ("known", &lines(info.values, |value| format!("                {},", constant(value.value)))),
            ("name", name),
        ],
    )
}

fn closed(info: &EnumInfo) -> String {
    let entry = |value: &ValueInfo| {
        let (doc, constant) = (kdoc(value.doc, "    "), constant(value.value));
        format!("{doc}\n    {constant}(\"{}\"),\n", value.value)
    };
    fill(
        include_str!("templates/closed_enum.kt"),
        &[("documentation", &kdoc(info.doc, "")), ("entries", &lines(info.values, entry)), ("name", info.name)],
    )
}
