//! Kotlin: one immutable class per model with named arguments and a builder for Java, final classes for open enumerations.

mod names;
mod surface;

pub use surface::{errors, operations, settings};

use crate::surface::{self as declared, is_needed, line};
use names::{camel, constant, kdoc};
use payscore::error::Ack;
use payscore::ffi::{ACQUIRING, KINDS};
use payscore::schema::{EnumInfo, FieldInfo, ModelInfo, Type};

const HEADER: &str = "// Generated from core's declarations by `cargo xtask generate`. Do not edit.\n";

pub fn models() -> String {
    let passed = declared::passed();
    let mut all = declared::read();
    all.models.extend(passed.models.iter().filter(|model| !declared::read().models.iter().any(|other| other.name == model.name)));
    let mut out = format!("{HEADER}package io.github.payscore.model\n\n");
    for info in &all.models {
        out += &class(info);
    }
    out + &event()
}

pub fn enums() -> String {
    let passed = declared::passed();
    let all = declared::read().with_enums_of(&passed);
    let mut out = format!("{HEADER}package io.github.payscore.model\n");
    all.enums.iter().for_each(|info| out += &open(info));
    all.words.iter().chain([&KINDS]).for_each(|info| out += &closed(info));
    out
}

/// WeChat Pay adds values, so every text is a value; known ones are constants.
fn open(info: &EnumInfo) -> String {
    let name = info.name;
    let mut out = format!(
        "\n{}class {name} private constructor(value: String) : OpenEnum(value) {{\n    companion object {{\n",
        kdoc(&format!("{}\nOther values pass as they are.", info.doc.trim()), "")
    );
    for value in info.values {
        out += &kdoc(value.doc, "        ");
        out += &format!("        @JvmField\n        val {}: {name} = {name}(\"{}\")\n\n", constant(value.value), value.value);
    }
    let known = info.values.iter().map(|value| constant(value.value)).collect::<Vec<_>>().join(", ");
    out += &format!("        private val KNOWN = listOf({known}).associateBy {{ it.value }}\n\n");
    out += "        /** The value of this text, known or not. */\n        @JvmStatic\n";
    out += &format!("        fun of(value: String): {name} = KNOWN[value] ?: {name}(value)\n    }}\n}}\n");
    out
}

fn closed(info: &EnumInfo) -> String {
    let name = info.name;
    let mut out = format!(
        "\n{}enum class {name}(\n    /** The word for it, the same in every language. */\n    override val word: String,\n) : Worded {{\n",
        kdoc(info.doc, "")
    );
    for value in info.values {
        out += &kdoc(value.doc, "    ");
        out += &format!("    {}(\"{}\"),\n\n", constant(value.value), value.value);
    }
    out += "    ;\n\n    override fun toString(): String = word\n\n    internal companion object {\n";
    out += &format!("        fun of(word: String): {name} = entries.first {{ it.word == word }}\n    }}\n}}\n");
    out
}

fn class(info: &ModelInfo) -> String {
    let name = info.name;
    if name == Ack::INFO.name {
        return acknowledgement(info);
    }
    let is_event = ACQUIRING.events.iter().any(|(_, event)| event.name == name);
    // Moshi for Kotlin matches a constructor's parameters with properties by their names: of an event it shall find none.
    let (base, passed) = if is_event || has_ack(info) { ("Returned", "given") } else { ("Model", "members") };
    let also = if is_event { ", Event" } else { "" };
    // What Payscore fills in is never made by hand.
    let made = !is_event && !info.fields.is_empty() && info.fields.iter().all(|field| !field.derived);
    let mut out =
        format!("\n{}class {name} internal constructor({passed}: Members) : {base}({passed}){also} {{\n", kdoc(info.doc, ""));
    if made {
        out += &constructor(info);
    }
    for field in info.fields {
        let overrides = is_event && common().iter().any(|other| other.name == field.name);
        out += &property(field, if overrides { "override " } else { "" });
    }
    if made {
        out += &builder(info);
    }
    out.truncate(out.trim_end().len());
    out + "\n}\n"
}

/// What has an acknowledgement among its members is no answer either.
fn has_ack(info: &ModelInfo) -> bool {
    info.fields.iter().any(|field| matches!(field.ty, Type::Model(inner) if inner().name == Ack::INFO.name))
}

/// An acknowledgement is sent, never returned as it is: it has functions where a model has properties, so that nothing which reads
/// getters finds its parts.
fn acknowledgement(info: &ModelInfo) -> String {
    let name = info.name;
    let ty = |field: &FieldInfo| if matches!(field.ty, Type::Integer) { "Int".to_owned() } else { kotlin(field.ty) };
    let mut out = format!(
        "\n{}class {name} internal constructor(given: Members) : Returned(given) {{\n    constructor(\n",
        kdoc(
            &format!(
                "{}\n\nSend its parts; what a framework's handler returns must not be the acknowledgement itself. Spring: \
                 `ResponseEntity.status(ack.status()).headers(it -> ack.headers().forEach(it::set)).body(ack.bytes())`.",
                info.doc.trim()
            ),
            ""
        )
    );
    for field in info.fields {
        out += &format!("        {}: {},\n", camel(field.name), ty(field));
    }
    out += "    ) : this(\n        membersOf(\n";
    for field in info.fields {
        out += &format!("            \"{}\" to {},\n", field.name, camel(field.name));
    }
    out += "        ),\n    )\n\n";
    for field in info.fields {
        let read = if matches!(field.ty, Type::Integer) { "(it as Long).toInt()".to_owned() } else { read(field.ty) };
        out += &kdoc(field.doc, "    ");
        out += &format!("    fun {}(): {} = members.needed(\"{}\") {{ {read} }}\n\n", camel(field.name), ty(field), field.name);
    }
    out + "    /** The body's bytes, in UTF-8. */\n    fun bytes(): ByteArray = body().toByteArray()\n}\n"
}

/// Named arguments with defaults; what is needed comes first and has none.
fn constructor(info: &ModelInfo) -> String {
    let mut out = String::from("    constructor(\n");
    for field in ordered(info) {
        out += &parameter(field, "        ");
    }
    out += "    ) : this(\n        membersOf(\n";
    for field in info.fields {
        out += &format!("            \"{}\" to {},\n", field.name, camel(field.name));
    }
    out + "        ),\n    )\n\n"
}

pub(crate) fn parameter(field: &FieldInfo, indent: &str) -> String {
    let ty = kotlin(field.ty);
    if is_needed(field) {
        format!("{indent}{}: {ty},\n", camel(field.name))
    } else {
        format!("{indent}{}: {ty}? = null,\n", camel(field.name))
    }
}

pub(crate) fn ordered(info: &ModelInfo) -> Vec<&'static FieldInfo> {
    let (mut needed, optional): (Vec<_>, Vec<_>) = info.fields.iter().partition(|field| is_needed(field));
    needed.extend(optional);
    needed
}

pub(crate) fn property(field: &FieldInfo, modifier: &str) -> String {
    let (ty, access) = if field.promised { (kotlin(field.ty), "needed") } else { (format!("{}?", kotlin(field.ty)), "given") };
    format!(
        "{}    {modifier}val {}: {ty}\n        get() = members.{access}(\"{}\") {{ {} }}\n\n",
        kdoc(field.doc, "    "),
        camel(field.name),
        field.name,
        read(field.ty)
    )
}

/// For Java, which has neither named arguments nor defaults. What is missing is named by core, all of it at once.
fn builder(info: &ModelInfo) -> String {
    let name = info.name;
    let mut out = format!(
        "    /** The same with some members changed. */\n    fun toBuilder(): Builder = Builder(members)\n\n    /** Makes a [{name}], member by member. */\n    class Builder internal constructor(members: Members?) {{\n        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())\n\n"
    );
    for field in info.fields {
        out += &kdoc(field.doc, "        ");
        out += &format!(
            "        fun {0}({0}: {1}?): Builder = apply {{ members[\"{2}\"] = {0} }}\n\n",
            camel(field.name),
            kotlin(field.ty),
            field.name
        );
    }
    out += &format!(
        "        /** What is missing is named when it is used, everything at once. */\n        fun build(): {name} = {name}(membersOf(members))\n    }}\n\n    companion object {{\n        /** For Java: everything by its name. */\n        @JvmStatic\n        fun builder(): Builder = Builder(null)\n"
    );
    let needed: Vec<_> = info.fields.iter().filter(|field| is_needed(field)).collect();
    if !needed.is_empty() {
        out +=
            "\n        /** For Java: with what is needed; the rest by its name. */\n        @JvmStatic\n        fun builder(\n";
        needed.iter().for_each(|field| out += &format!("            {}: {}?,\n", camel(field.name), kotlin(field.ty)));
        out += "        ): Builder = Builder(null)";
        needed.iter().for_each(|field| out += &format!(".{0}({0})", camel(field.name)));
        out += "\n";
    }
    out + "    }\n\n"
}

/// What every event has.
fn common() -> Vec<&'static FieldInfo> {
    let mut events = ACQUIRING.events.iter().map(|(_, event)| event);
    let Some(first) = events.next() else { return Vec::new() };
    let rest: Vec<_> = events.collect();
    first.fields.iter().filter(|field| rest.iter().all(|event| event.field(field.name).is_some())).collect()
}

/// The events that may lack it.
fn lacking(name: &str) -> Vec<&'static str> {
    let may_lack = |event: &&ModelInfo| event.field(name).is_some_and(|field| !field.promised);
    ACQUIRING.events.iter().map(|(_, event)| *event).filter(may_lack).map(|event| event.name).collect()
}

fn event() -> String {
    let mut out = String::from("\n/** A verified callback. */\nsealed interface Event {\n");
    for field in common() {
        let lacking = lacking(field.name);
        let ty = if lacking.is_empty() { kotlin(field.ty) } else { format!("{}?", kotlin(field.ty)) };
        let mut doc = field.doc.trim().to_owned();
        if !lacking.is_empty() && lacking.len() < ACQUIRING.events.len() {
            let events = lacking.iter().map(|event| format!("[{event}]")).collect::<Vec<_>>().join(" and ");
            doc += &format!("\nNull in {events}, whose own documentation says what to do then.");
        }
        out += &format!("{}    val {}: {ty}\n\n", kdoc(&doc, "    "), camel(field.name));
    }
    out += "    companion object {\n        internal fun of(members: Members): Event =\n            when (members.map[\"event_type\"]) {\n";
    for (event_type, event) in ACQUIRING.events.iter().filter(|(event_type, _)| !event_type.is_empty()) {
        out += &format!("                \"{event_type}\" -> {}(members)\n", event.name);
    }
    let other =
        ACQUIRING.events.iter().find(|(event_type, _)| event_type.is_empty()).map(|(_, event)| event.name).unwrap_or_default();
    out + &format!("                else -> {other}(members)\n            }}\n    }}\n}}\n")
}

pub(crate) fn kotlin(ty: Type) -> String {
    match ty {
        Type::Text => "String".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "Long".to_owned(),
        Type::Boolean => "Boolean".to_owned(),
        Type::Bytes => "ByteArray".to_owned(),
        Type::ServiceTime => "ServiceTime".to_owned(),
        Type::ZonedTime => "ZonedTime".to_owned(),
        Type::Enum(info) | Type::Word(info) => info.name.to_owned(),
        Type::Model(info) => info().name.to_owned(),
        Type::List(element) => format!("List<{}>", kotlin(*element)),
        Type::Map(element) => format!("Map<String, {}>", kotlin(*element)),
        Type::Json => "Any".to_owned(),
        Type::Texts => "List<String>".to_owned(),
        Type::Strictness => "Validation".to_owned(),
    }
}

/// From what crossed, named `it`.
fn read(ty: Type) -> String {
    match ty {
        Type::Json => "it".to_owned(),
        Type::Bytes => "Members.bytes(it)".to_owned(),
        Type::Text | Type::Fen | Type::Integer | Type::Timestamp | Type::Boolean | Type::Strictness => {
            format!("it as {}", kotlin(ty))
        }
        Type::ServiceTime | Type::ZonedTime => format!("{}.text(it as String)", kotlin(ty)),
        Type::Enum(info) | Type::Word(info) => format!("{}.of(it as String)", info.name),
        Type::Model(info) => format!("{}(Members.within(it))", info().name),
        Type::List(element) => format!("Members.items(it) {{ {} }}", read(*element)),
        Type::Map(element) => format!("Members.entries(it) {{ {} }}", read(*element)),
        Type::Texts => read(Type::List(&Type::Text)),
    }
}

/// A documentation on one line, for a list of parameters.
pub(crate) fn about(field: &FieldInfo) -> String {
    line(field.doc)
}
