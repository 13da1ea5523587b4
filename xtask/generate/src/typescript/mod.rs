//! TypeScript: interfaces for what is read and for what is passed, one method per operation, the error classes.

mod text;
mod types;

use crate::surface::{self, Collected, is_needed};
use crate::template::fill;
use payscore::ffi::{CONFIG, ERROR, KINDS, Scope};
use payscore::protocol::OperationInfo;
use payscore::schema::{FieldInfo, ModelInfo, Type};
use text::{alias, camel, doc};
use types::{described_values, passed_type, quoted_values, read_type};

/// A class that is written by hand, so that nothing takes it for data.
const ACK: &str = "Ack";

/// How the other generated files name the models.
const MODELS: &str = "m.";

/// The models of a mode.
pub fn models(scope: &Scope) -> String {
    let passed = surface::passed(scope);
    let read = read_with_enums(scope);
    let (shared, shared_passed) = (surface::shared(scope, read_with_enums), surface::shared(scope, surface::passed));
    let mut out = Vec::new();
    for info in read.enums.iter().filter(|info| !shared.contains(info.name)) {
        let about = format!("{}\n\nOther values pass as they are.", described_values(info));
        let values = quoted_values(info).chain(["(string & {})".to_owned()]);
        out.push(doc(&about, "") + &alias(info.name, values));
    }
    for info in read.words.iter().filter(|info| !shared.contains(info.name)) {
        out.push(doc(&described_values(info), "") + &alias(info.name, quoted_values(info)));
    }
    for info in read.models.iter().filter(|info| info.name != ACK && !shared.contains(info.name)) {
        only_replies_have_bytes(info, scope);
        out.push(read_interface(info, scope));
    }
    for info in passed.models.iter().filter(|info| !shared_passed.contains(info.name)) {
        let operation = scope.operations().find(|operation| operation.params.name == info.name);
        out.push(passed_interface(info, operation));
    }
    let events = alias("Event", scope.events.iter().map(|event| event.model.name.to_owned()));
    let evidence = alias("Found", scope.evidence.iter().map(|info| info.name.to_owned()));
    let read_names = shared.into_iter().filter(|name| *name != ACK).map(str::to_owned);
    let passed_names =
        passed.models.iter().filter(|info| shared_passed.contains(info.name)).map(|info| passed_name(info, ""));
    let parts = [
        ("up", up(scope)),
        ("from_top", &*from_top(read_names.chain(passed_names).collect())),
        ("models", &*out.join("\n")),
        ("events", &*events),
        ("evidence", &*evidence),
    ];
    fill(include_str!("templates/models.ts"), &parts)
}

fn read_with_enums(scope: &Scope) -> Collected {
    surface::read(scope).with_enums_of(&surface::passed(scope))
}

/// The way from a generated file of the mode to what is written by hand.
fn up(scope: &Scope) -> &'static str {
    if scope.namespace.is_empty() { "../" } else { "../../" }
}

/// The names that a further mode imports from the models at the top and exports as its own.
fn from_top(names: Vec<String>) -> String {
    if names.is_empty() {
        return String::new();
    }
    let lines: String = names.iter().map(|name| format!("  {name},\n")).collect();
    format!("import type {{\n{lines}}} from \"../models.js\";\n\nexport type {{\n{lines}}};\n\n")
}

/// The methods of a merchant.
pub fn operations(scope: &Scope) -> String {
    let calls: String = each_operation(scope, include_str!("templates/call.ts")).collect();
    let drafts: String = scope.operations().map(draft).collect();
    let functions: String = scope
        .functions()
        .map(|function| method(include_str!("templates/function.ts"), function.name, function.params, function.reply))
        .collect();
    let parts = [("up", up(scope)), ("calls", &*calls), ("drafts", &*drafts), ("functions", &*functions)];
    fill(include_str!("templates/operations.ts"), &parts)
}

/// The methods of a client that sends.
pub fn performed(scope: &Scope) -> String {
    let methods: String = each_operation(scope, include_str!("templates/perform.ts")).collect();
    fill(include_str!("templates/performed.ts"), &[("up", up(scope)), ("methods", &methods)])
}

fn each_operation(scope: &Scope, template: &str) -> impl Iterator<Item = String> {
    scope.operations().map(move |operation| method(template, operation.name, operation.params, operation.reply))
}

fn method(template: &str, name: &str, params: &ModelInfo, reply: &ModelInfo) -> String {
    let (params_type, reply_type) = (passed_name(params, MODELS), format!("{MODELS}{}", reply.name));
    let parts = [
        ("doc", &*doc(params.doc, "  ")),
        ("method", &*camel(name)),
        ("name", name),
        ("params", &*params_type),
        ("reply", &*reply_type),
    ];
    fill(template, &parts)
}

fn draft(operation: &OperationInfo) -> String {
    let (params, reply) = (passed_name(operation.params, MODELS), format!("{MODELS}{}", operation.reply.name));
    let parts = [("name", operation.name), ("params", &*params), ("reply", &*reply)];
    fill(include_str!("templates/draft.ts"), &parts)
}

/// What `Merchant.create` takes.
pub fn settings(scope: &Scope) -> String {
    let setting = |field: &FieldInfo| member(field, field.required, &passed_type(field.ty, MODELS));
    let settings: String = surface::settings(scope).map(setting).collect();
    let uses_models = settings.contains(&format!(": {MODELS}"));
    let import = if uses_models { "import type * as m from \"./models.js\";\n\n" } else { "" };
    fill(
        include_str!("templates/settings.ts"),
        &[("import", import), ("doc", &*doc(CONFIG.doc, "")), ("settings", &*settings)],
    )
}

/// One class for each kind of error.
pub fn errors() -> String {
    let member = |field: &FieldInfo| {
        let ty = if field.name == "kind" { "Kind".to_owned() } else { read_type(field.ty, MODELS) };
        let optional = if field.promised { "" } else { "?" };
        format!("{}  declare readonly {}{optional}: {ty};\n", doc(&explained(field), "  "), field.name)
    };
    let members: String = ERROR.fields.iter().map(member).collect();
    let classes: String = KINDS
        .values
        .iter()
        .map(|kind| format!("\n{}export class {}Error extends PayscoreError {{}}\n", doc(kind.doc, ""), kind.value))
        .collect();
    let parts = [
        ("kind", &*(doc(&described_values(KINDS), "") + &alias("Kind", quoted_values(KINDS)))),
        ("doc", &*doc(ERROR.doc, "")),
        ("members", &*members),
        ("classes", &*classes),
    ];
    fill(include_str!("templates/errors.ts"), &parts)
}

/// The glue turns the Base64 of a reply's own members into bytes, and no other.
fn only_replies_have_bytes(info: &ModelInfo, scope: &Scope) {
    let has_bytes = info.fields.iter().any(|field| matches!(field.ty, Type::Bytes));
    let is_reply = scope.operations().any(|operation| operation.reply.name == info.name);
    let glue = "bindings-wasm/src/crossing.rs";
    assert!(is_reply || !has_bytes, "{} has bytes, but is no reply: {glue} does not find them", info.name);
}

fn read_interface(info: &ModelInfo, scope: &Scope) -> String {
    let event_types: Vec<_> =
        scope.events.iter().filter(|event| event.model.name == info.name).map(|event| event.event_type).collect();
    let members = info.fields.iter().map(|field| {
        let ty = match (event_types.as_slice(), field.name) {
            ([], _) => read_type(field.ty, ""),
            ([None], "event_type") => "UnknownEventType".to_owned(),
            (known, "event_type") => {
                known.iter().flatten().map(|known| format!("\"{known}\"")).collect::<Vec<_>>().join(" | ")
            }
            _ => read_type(field.ty, ""),
        };
        let optional = if field.promised { "" } else { "?" };
        format!("{}  readonly {}{optional}: {ty};\n", doc(&explained(field), "  "), field.name)
    });
    format!("{}export interface {} {{\n{}}}\n", doc(info.doc, ""), info.name, members.collect::<String>())
}

/// What a member means, and what is particular about it in JavaScript.
fn explained(field: &FieldInfo) -> String {
    if field.name != "ack" {
        return field.doc.to_owned();
    }
    let absent = if field.promised { "" } else { " When it is absent, answer 500: then the callback comes again." };
    format!("{}\n\nIt is part neither of the JSON nor of a copy.{absent}", field.doc.trim_end())
}

fn passed_interface(info: &ModelInfo, operation: Option<&OperationInfo>) -> String {
    let own = info.fields.iter().filter(|field| !field.derived);
    let mut members: String = own.map(|field| member(field, is_needed(field), &passed_type(field.ty, ""))).collect();
    if operation.is_some_and(|operation| operation.takes_order) {
        members += include_str!("templates/order.ts");
    }
    if operation.is_some() {
        members += include_str!("templates/extra.ts");
    }
    format!("{}export interface {} {{\n{members}}}\n", doc(info.doc, ""), passed_name(info, ""))
}

/// A member that users pass.
fn member(field: &FieldInfo, needed: bool, ty: &str) -> String {
    let (optional, absent) = if needed { ("", "") } else { ("?", " | undefined") };
    format!("{}  readonly {}{optional}: {ty}{absent};\n", doc(field.doc, "  "), field.name)
}

fn passed_name(info: &ModelInfo, models: &str) -> String {
    format!("{models}{}Params", info.name)
}
