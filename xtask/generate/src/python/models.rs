//! The models: what is read as frozen dataclasses, what is passed as TypedDicts, sets of words as aliases.

use super::HEADER;
use super::text::{WIDTH, docstring, fill};
use super::types::{params_name, pass_type, read_type};
use crate::surface::{self, Collected, is_needed, line};
use payscore::error::Ack;
use payscore::ffi::Scope;
use payscore::schema::{EnumInfo, FieldInfo, ModelInfo, Type};

const DATACLASS: &str = "\
@{{decorator}}(frozen=True, slots=True, kw_only=True, repr=False)
class {{name}}(Record):
{{documentation}}

{{members}}
";

const TYPED_DICT: &str = "\
class {{name}}(TypedDict, total=False):
{{documentation}}

{{members}}
";

pub fn models(scope: &Scope) -> String {
    let passed = surface::passed(scope);
    let all = read_with_enums(scope);
    let from_top = from_top(scope);
    let is_own = |name: &str| !from_top.iter().any(|other| other == name);
    let open = all.enums.iter().filter(|info| is_own(info.name)).map(|info| enumeration(info, true));
    let closed = all.words.iter().filter(|info| is_own(info.name)).map(|info| enumeration(info, false));
    let mut enumerations = open.chain(closed).collect::<Vec<_>>().join("\n");
    if !enumerations.is_empty() {
        enumerations += "\n";
    }
    let dataclasses = all.models.iter().filter(|info| is_own(info.name)).map(|info| dataclass(info));
    let typed_dicts = passed.models.iter().filter(|info| is_own(&params_name(info))).map(|info| typed_dict(info, &all));
    let read_names =
        all.enums.iter().chain(&all.words).map(|info| info.name).chain(all.models.iter().map(|info| info.name));
    let names = read_names.map(str::to_owned).chain(passed.models.iter().map(|info| params_name(info)));
    fill(
        include_str!("templates/models.py"),
        &[
            ("header", HEADER),
            ("enumerations", &enumerations),
            ("imported", &imported(&from_top)),
            ("dataclasses", &dataclasses.collect::<Vec<_>>().join("\n\n")),
            ("typed_dicts", &typed_dicts.collect::<Vec<_>>().join("\n\n")),
            ("events", &union("Event", scope.events.iter().map(|event| event.model.name).collect())),
            ("evidence", &union("Found", scope.evidence.iter().map(|info| info.name).collect())),
            ("names", &names.map(|name| format!("    \"{name}\",")).collect::<Vec<_>>().join("\n")),
        ],
    )
}

fn read_with_enums(scope: &Scope) -> Collected {
    surface::read(scope).with_enums_of(&surface::passed(scope))
}

/// The names that a further mode imports from the models at the top.
fn from_top(scope: &Scope) -> Vec<String> {
    let read = surface::shared(scope, read_with_enums).into_iter().map(str::to_owned);
    let passed = surface::passed(scope);
    let shared = surface::shared(scope, surface::passed);
    let passed = passed.models.iter().filter(|info| shared.contains(info.name)).map(|info| params_name(info));
    read.chain(passed).collect()
}

fn imported(names: &[String]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let mut sorted: Vec<_> = names.iter().map(|name| format!("    {name},")).collect();
    sorted.sort_unstable();
    format!("from payscore._models import (\n{}\n)\n", sorted.join("\n"))
}

/// A name for any one of several types, as ruff lays it out.
fn union(name: &str, members: Vec<&str>) -> String {
    let line = format!("{name}: TypeAlias = {}", members.join(" | "));
    if line.len() > WIDTH { format!("{name}: TypeAlias = (\n    {}\n)", members.join("\n    | ")) } else { line }
}

/// A set of words: to an open one WeChat Pay may add.
fn enumeration(info: &EnumInfo, is_open: bool) -> String {
    let words = info.values.iter().map(|value| format!("\"{}\"", value.value)).collect::<Vec<_>>();
    let others = if is_open { " | str" } else { "" };
    let mut out = format!("{}: TypeAlias = Literal[{}]{others}", info.name, words.join(", "));
    if out.len() > WIDTH {
        // As ruff lays it out. No closed set is so long.
        let lines = words.iter().map(|word| format!("        {word},\n")).collect::<String>();
        out = format!("{}: TypeAlias = (\n    Literal[\n{lines}    ]\n    | str\n)", info.name);
    }
    let known = info.values.iter().map(|value| format!("`{}`: {}\n", value.value, line(value.doc))).collect::<String>();
    let tolerance = if is_open { "\nOther values pass as they are." } else { "" };
    format!("{out}\n{}\n", docstring(&format!("{}\n\n{known}{tolerance}", info.doc.trim()), ""))
}

fn dataclass(info: &ModelInfo) -> String {
    // What says how a callback is answered must not become an answer by itself.
    let is_ack = |info: &ModelInfo| info.name == Ack::INFO.name;
    let holds_ack = |ty: Type| matches!(ty, Type::Model(inner) if is_ack(inner()));
    let is_sealed = is_ack(info) || info.fields.iter().any(|field| holds_ack(field.ty));
    let members = info.fields.iter().map(read_member).collect::<Vec<_>>();
    fill(
        DATACLASS,
        &[
            ("decorator", if is_sealed { "sealed" } else { "dataclass" }),
            ("name", info.name),
            ("documentation", &docstring(info.doc, "    ")),
            ("members", &members.join("\n")),
        ],
    )
}

fn read_member(field: &FieldInfo) -> String {
    let ty = read_type(field.ty, "");
    let declared = if field.derived && matches!(field.ty, Type::List(_)) {
        format!("{ty} = field(default_factory=list)")
    } else if field.promised {
        ty
    } else {
        format!("{ty} | None = None")
    };
    format!("    {}: {declared}\n{}", field.name, docstring(field.doc, "    "))
}

fn typed_dict(info: &ModelInfo, read: &Collected) -> String {
    let members =
        info.fields.iter().filter(|field| !field.derived).map(|field| passed_member(field, read)).collect::<Vec<_>>();
    fill(
        TYPED_DICT,
        &[
            ("name", &params_name(info)),
            ("documentation", &docstring(info.doc, "    ")),
            ("members", &members.join("\n")),
        ],
    )
}

fn passed_member(field: &FieldInfo, read: &Collected) -> String {
    let marker = if is_needed(field) { "Required" } else { "NotRequired" };
    format!("    {}: {marker}[{}]\n{}", field.name, pass_type(field.ty, "", read), docstring(field.doc, "    "))
}
