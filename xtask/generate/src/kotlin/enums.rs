//! Sets of words: open ones as final classes with constants, closed ones as enum classes.

use super::HEADER;
use super::names::constant;
use super::text::{fill, kdoc, lines};
use crate::surface as declared;
use payscore::ffi::{ACQUIRING, KINDS};
use payscore::schema::{EnumInfo, ValueInfo};

pub fn enums() -> String {
    let passed = declared::passed(&ACQUIRING);
    let all = declared::read(&ACQUIRING).with_enums_of(&passed);
    let open = all.enums.iter().map(|info| open(info));
    let closed = all.words.iter().chain([&KINDS]).map(|info| closed(info));
    format!("{HEADER}\npackage io.github.payscore.model\n\n{}\n", open.chain(closed).collect::<Vec<_>>().join("\n\n"))
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
