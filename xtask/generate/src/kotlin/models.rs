//! The models, the events, and the acknowledgement.

use super::HEADER;
use super::names::camel;
use super::text::{declaration, fill, kdoc, lines};
use super::types::{declarations, imports, model_package, ordered, parameter, property, reader, shared, type_name};
use crate::surface::is_needed;
use payscore::error::Ack;
use payscore::ffi::Scope;
use payscore::schema::{FieldInfo, ModelInfo, Type};

pub fn models(scope: &Scope) -> String {
    let shared = shared(scope);
    let all = declarations(scope);
    let own = all.models.iter().filter(|info| !shared.contains(info.name));
    let classes: Vec<_> = own.map(|info| class(scope, info)).collect();
    let is_top = scope.namespace.is_empty();
    let parameters = if is_top { include_str!("templates/parameters.kt") } else { "" };
    let values = [("parameters", parameters), ("classes", &classes.join("\n\n")), ("event", &event(scope))];
    let code = fill(include_str!("templates/models.kt"), &values);
    let package = model_package(scope);
    let imports = imports(scope, &package, &code);
    let imports = if imports.is_empty() { imports } else { format!("{imports}\n\n") };
    format!("{HEADER}\npackage {package}\n\n{imports}{code}\n")
}

fn class(scope: &Scope, info: &ModelInfo) -> String {
    let name = info.name;
    if name == Ack::INFO.name {
        return acknowledgement(info);
    }
    let is_event = scope.events.iter().any(|event| event.model.name == name);
    // Moshi for Kotlin matches a constructor's parameters with properties by name: an event must have no such pair.
    let (base, source) = if is_event || has_ack(info) { ("Returned", "source") } else { ("Model", "members") };
    // Nobody makes by hand what Payscore fills in.
    let can_be_made = !is_event && !info.fields.is_empty() && info.fields.iter().all(|field| !field.derived);
    let mut parts = Vec::new();
    if can_be_made {
        parts.push(constructor(info));
    }
    let common = if is_event { common_fields(scope) } else { Vec::new() };
    parts.extend(info.fields.iter().map(|field| {
        let overrides = common.iter().any(|other| other.name == field.name);
        property(field, if overrides { "override " } else { "" })
    }));
    if can_be_made {
        parts.push(builder(info));
    }
    let head = format!("class {name} internal constructor({source}: Members) :");
    let types: Vec<_> = std::iter::once(format!("{base}({source})")).chain(interfaces(scope, info, is_event)).collect();
    let head = match types.as_slice() {
        [only] => format!("{head} {only}"),
        many => format!("{head}\n    {}", many.join(",\n    ")),
    };
    format!("{}\n{head} {{\n{}\n}}", kdoc(info.doc, ""), parts.join("\n\n"))
}

/// What a model is beside a model: an event, evidence, or the parameters of an operation.
fn interfaces(scope: &Scope, info: &ModelInfo, is_event: bool) -> Vec<String> {
    let mut out = Vec::new();
    if is_event {
        out.push("Event".to_owned());
    }
    if scope.evidence.iter().any(|evidence| evidence.name == info.name) {
        out.push("Found".to_owned());
    }
    if let Some(operation) = scope.operations().find(|operation| operation.params.name == info.name) {
        let kind = if operation.takes_order { "OrderOperationParameters" } else { "OperationParameters" };
        out.push(format!("{kind}<{}>", operation.reply.name));
    }
    out
}

/// A model that has an acknowledgement among its members is no answer either.
fn has_ack(info: &ModelInfo) -> bool {
    info.fields.iter().any(|field| matches!(field.ty, Type::Model(inner) if inner().name == Ack::INFO.name))
}

const ACK_DOC: &str = "Send its parts. A framework's handler must not return the acknowledgement itself. Spring: \
    `ResponseEntity.status(ack.status()).headers(it -> ack.headers().forEach(it::set)).body(ack.bytes())`.";

/// It has functions where a model has properties, so that nothing which reads getters finds its parts.
fn acknowledgement(info: &ModelInfo) -> String {
    let is_int = |field: &FieldInfo| matches!(field.ty, Type::Integer);
    let ty = |field: &FieldInfo| if is_int(field) { "Int".to_owned() } else { type_name(field.ty) };
    let function = |field: &FieldInfo| {
        let read = if is_int(field) { "(it as Long).toInt()".to_owned() } else { reader(field.ty) };
        let head = format!("fun {}(): {}", camel(field.name), ty(field));
        let body = format!("members.required(\"{}\") {{ {read} }}", field.name);
        format!("{}\n{}\n", kdoc(field.doc, "    "), declaration("    ", &head, &body))
    };
    fill(
        include_str!("templates/acknowledgement.kt"),
        &[
            ("documentation", &kdoc(&format!("{}\n\n{ACK_DOC}", info.doc.trim()), "")),
            ("name", info.name),
            ("parameters", &lines(info.fields, |field| format!("        {}: {},", camel(field.name), ty(field)))),
            ("members", &members(info)),
            ("functions", &lines(info.fields, function)),
        ],
    )
}

/// Named arguments with defaults.
fn constructor(info: &ModelInfo) -> String {
    fill(
        include_str!("templates/constructor.kt"),
        &[("parameters", &lines(ordered(info.fields), parameter)), ("members", &members(info))],
    )
}

fn members(info: &ModelInfo) -> String {
    lines(info.fields, |field| format!("            \"{}\" to {},", field.name, camel(field.name)))
}

/// For Java, which has neither named arguments nor defaults. Core names what is missing, all of it at once.
fn builder(info: &ModelInfo) -> String {
    let needed: Vec<&FieldInfo> = info.fields.iter().filter(|field| is_needed(field)).collect();
    let needed_parameter = |field: &&FieldInfo| format!("            {}: {}?,", camel(field.name), type_name(field.ty));
    let with_needed = if needed.is_empty() {
        String::new()
    } else {
        fill(
            include_str!("templates/builder_of_needed.kt"),
            &[
                ("parameters", &lines(&needed, needed_parameter)),
                ("setters", &lines(&needed, |field| format!("                .{0}({0})", camel(field.name)))),
            ],
        )
    };
    fill(
        include_str!("templates/builder.kt"),
        &[("setters", &lines(info.fields, setter)), ("with_needed", &with_needed), ("name", info.name)],
    )
}

fn setter(field: &FieldInfo) -> String {
    let name = camel(field.name);
    let head = format!("fun {name}({name}: {}?): Builder", type_name(field.ty));
    let body = format!("apply {{ members[\"{}\"] = {name} }}", field.name);
    format!("{}\n{}\n", kdoc(field.doc, "        "), declaration("        ", &head, &body))
}

/// The members that every event has.
fn common_fields(scope: &Scope) -> Vec<&'static FieldInfo> {
    let mut events = scope.events.iter().map(|event| event.model);
    let Some(first) = events.next() else { return Vec::new() };
    let rest: Vec<_> = events.collect();
    first.fields.iter().filter(|field| rest.iter().all(|event| event.field(field.name).is_some())).collect()
}

/// The events that may lack a member.
fn events_lacking(scope: &Scope, name: &str) -> Vec<&'static str> {
    let may_lack = |event: &&ModelInfo| event.field(name).is_some_and(|field| !field.promised);
    scope.events.iter().map(|event| event.model).filter(may_lack).map(|event| event.name).collect()
}

/// The sealed interface of all events, with the members that every event has.
fn event(scope: &Scope) -> String {
    let named = scope.events.iter().filter_map(|event| Some((event.event_type?, event.model.name)));
    let other = scope.events.iter().find(|event| event.event_type.is_none()).map(|event| event.model.name);
    let case = |(event_type, class): (&str, &str)| format!("                \"{event_type}\" -> {class}(members)");
    fill(
        include_str!("templates/event.kt"),
        &[
            ("members", &lines(common_fields(scope), |field| event_member(scope, field))),
            ("cases", &lines(named, case)),
            ("other", other.unwrap_or_default()),
        ],
    )
}

fn event_member(scope: &Scope, field: &FieldInfo) -> String {
    let lacking = events_lacking(scope, field.name);
    let ty = type_name(field.ty);
    let ty = if lacking.is_empty() { ty } else { format!("{ty}?") };
    let mut doc = field.doc.trim().to_owned();
    if !lacking.is_empty() && lacking.len() < scope.events.len() {
        let events = lacking.iter().map(|event| format!("[{event}]")).collect::<Vec<_>>().join(" and ");
        doc += &format!("\nNull in {events}, whose documentation says what to do then.");
    }
    format!("{}\n    val {}: {ty}\n", kdoc(&doc, "    "), camel(field.name))
}
