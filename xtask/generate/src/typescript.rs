//! TypeScript: interfaces for what is read and for what is passed, one method per operation, the error classes.

use crate::surface::{self, is_needed};
use payscore::ffi::{ACQUIRING, CONFIG, ERROR, KINDS};
use payscore::protocol::OperationInfo;
use payscore::schema::{EnumInfo, FieldInfo, ModelInfo, Type};

/// A class that is written by hand, so that nothing takes it for data.
const ACK: &str = "Ack";

const HEADER: &str = "// Generated from core's declarations by `cargo xtask generate`. Do not edit.\n\n";

pub fn models() -> String {
    let passed = surface::passed(&ACQUIRING);
    let all = surface::read(&ACQUIRING).with_enums_of(&passed);
    let mut out = format!("{HEADER}import type {{ Ack }} from \"../ack.js\";\n\nexport type {{ Ack }};\n\n");
    for info in &all.enums {
        out += &doc(&format!("{}\n{}\n\nOther values pass as they are.", info.doc, known(info)), "");
        out += &format!("export type {} = {} | (string & {{}});\n\n", info.name, values(info));
    }
    for info in &all.words {
        out += &doc(&format!("{}\n{}", info.doc, known(info)), "");
        out += &format!("export type {} = {};\n\n", info.name, values(info));
    }
    for info in all.models.iter().filter(|info| info.name != ACK) {
        only_replies_have_bytes(info);
        out += &read_interface(info);
    }
    for info in &passed.models {
        let operation = ACQUIRING.operations().find(|operation| operation.params.name == info.name);
        out += &params_interface(info, operation);
    }
    out += &doc(
        "A text that is none of the known event types. It is declared as an enumeration, because only then does a comparison of\n`event_type` with a known one tell the events apart.",
        "",
    );
    out += "export declare enum UnknownEventType {\n  any = \"any other\",\n}\n\n";
    let events = ACQUIRING.events.iter().map(|(_, event)| event.name).collect::<Vec<_>>();
    out += &doc("A verified callback. Branch on `event_type`. An event that this version does not know is `Unknown`.", "");
    out += &format!("export type Event = {};\n\n", events.join(" | "));
    let evidence = ACQUIRING.evidence.iter().map(|info| info.name).collect::<Vec<_>>();
    out += &doc("Evidence of what became of a call whose answer was lost.", "");
    out + &format!("export type Found = {};\n", evidence.join(" | "))
}

/// The methods of a merchant.
pub fn operations() -> String {
    let mut out =
        format!("{HEADER}import type {{ Call, Draft }} from \"../call.js\";\nimport type * as m from \"./models.js\";\n\n");
    out += &doc("One method per operation, and one per function.", "");
    out += "export abstract class Operations {\n";
    out += "  /** @internal */\n  protected abstract _call<R>(operation: string, params: unknown): Promise<Call<R>>;\n";
    out += "  /** @internal */\n  protected abstract _draft<R>(operation: string, params: unknown): Draft<R>;\n";
    out += "  /** @internal */\n  protected abstract _compute<R>(name: string, params: unknown): R;\n";
    for operation in ACQUIRING.operations() {
        out += &format!("\n{}", doc(operation.params.doc, "  "));
        out += &format!(
            "  {}(params: {}): Promise<Call<m.{}>> {{\n    return this._call(\"{}\", params);\n  }}\n",
            camel(operation.name),
            passed_name(operation.params),
            operation.reply.name,
            operation.name
        );
    }
    for operation in ACQUIRING.operations() {
        out += &format!("\n{}", doc("Makes an operation, by name, into exact bytes that are not signed yet.", "  "));
        out += &format!(
            "  draft(operation: \"{}\", params: {}): Draft<m.{}>;",
            operation.name,
            passed_name(operation.params),
            operation.reply.name
        );
    }
    out += "\n  draft(operation: string, params: unknown): Draft<unknown> {\n    return this._draft(operation, params);\n  }\n";
    for function in ACQUIRING.functions() {
        out += &format!("\n{}", doc(function.params.doc, "  "));
        out += &format!(
            "  {}(params: {}): m.{} {{\n    return this._compute(\"{}\", params);\n  }}\n",
            camel(function.name),
            passed_name(function.params),
            function.reply.name,
            function.name
        );
    }
    out + "}\n"
}

/// The methods of a client that sends.
pub fn performed() -> String {
    let mut out =
        format!("{HEADER}import type {{ SendOptions }} from \"../fetch.js\";\nimport type * as m from \"./models.js\";\n\n");
    out += &doc("Performs operations over HTTP: each method returns the verified reply.", "");
    out += "export abstract class Performed {\n  /** @internal */\n";
    out += "  protected abstract _perform<R>(operation: string, params: unknown, options?: SendOptions): Promise<R>;\n";
    for operation in ACQUIRING.operations() {
        out += &format!("\n{}", doc(operation.params.doc, "  "));
        out += &format!(
            "  {}(params: {}, options?: SendOptions): Promise<m.{}> {{\n    return this._perform(\"{}\", params, options);\n  }}\n",
            camel(operation.name),
            passed_name(operation.params),
            operation.reply.name,
            operation.name
        );
    }
    out + "}\n"
}

/// What `Merchant.create` takes.
pub fn settings() -> String {
    let mut out = format!(
        "{HEADER}import type * as m from \"./models.js\";\n\n{}export interface MerchantOptions {{\n",
        doc(CONFIG.doc, "")
    );
    for field in CONFIG.fields {
        let optional = if field.required { "" } else { "?" };
        let absent = if field.required { "" } else { " | undefined" };
        out += &doc(field.doc, "  ");
        out += &format!("  readonly {}{optional}: {}{absent};\n", field.name, pass_type(field.ty, "m."));
    }
    out += &doc("The time in Unix seconds; the system's time by default.", "  ");
    out += "  readonly clock?: (() => number) | undefined;\n";
    out += &doc("1 to 32 random letters and digits, new for every call; a UUID without hyphens by default.", "  ");
    out + "  readonly nonce?: (() => string) | undefined;\n}\n"
}

/// One class for each kind of error.
pub fn errors() -> String {
    let mut out = format!("{HEADER}import {{ ErrorBase }} from \"../error.js\";\nimport type * as m from \"./models.js\";\n\n");
    out += &doc(&format!("{}\n{}", KINDS.doc, known(KINDS)), "");
    out += &format!(
        "export type Kind = {};\n\n{}export class PayscoreError extends ErrorBase {{\n",
        values(KINDS),
        doc(ERROR.doc, "")
    );
    for field in ERROR.fields {
        let ty = if field.name == "kind" { "Kind".to_owned() } else { qualified(field.ty) };
        let optional = if field.promised { "" } else { "?" };
        out += &format!("{}  declare readonly {}{optional}: {ty};\n", doc(&explained(field), "  "), field.name);
    }
    out += "}\n";
    for kind in KINDS.values {
        out += &format!("\n{}export class {}Error extends PayscoreError {{}}\n", doc(kind.doc, ""), kind.value);
    }
    out
}

/// The glue turns the Base64 of a reply's own members into bytes, and no other.
fn only_replies_have_bytes(info: &ModelInfo) {
    let has_bytes = info.fields.iter().any(|field| matches!(field.ty, Type::Bytes));
    let is_reply = ACQUIRING.operations().any(|operation| operation.reply.name == info.name);
    assert!(is_reply || !has_bytes, "{} has bytes, but is no reply: bindings-wasm/src/crossing.rs does not find them", info.name);
}

fn read_interface(info: &ModelInfo) -> String {
    let event_types: Vec<_> =
        ACQUIRING.events.iter().filter(|(_, event)| event.name == info.name).map(|(known, _)| *known).collect();
    let mut out = format!("{}export interface {} {{\n", doc(info.doc, ""), info.name);
    for field in info.fields {
        let ty = match (event_types.as_slice(), field.name) {
            ([], _) => read_type(field.ty),
            ([""], "event_type") => "UnknownEventType".to_owned(),
            (known, "event_type") => known.iter().map(|known| format!("\"{known}\"")).collect::<Vec<_>>().join(" | "),
            _ => read_type(field.ty),
        };
        let optional = if field.promised { "" } else { "?" };
        out += &format!("{}  readonly {}{optional}: {ty};\n", doc(&explained(field), "  "), field.name);
    }
    out + "}\n\n"
}

/// What a member means, and what is particular about it in JavaScript.
fn explained(field: &FieldInfo) -> String {
    let unseen = "It is part neither of the JSON nor of a copy.";
    let absent = if field.promised { "" } else { " When it is absent, answer 500: then the callback comes again." };
    if field.name == "ack" { format!("{}\n\n{unseen}{absent}", field.doc.trim_end()) } else { field.doc.to_owned() }
}

fn params_interface(info: &ModelInfo, operation: Option<&OperationInfo>) -> String {
    let mut out = format!("{}export interface {}Params {{\n", doc(info.doc, ""), info.name);
    for field in info.fields.iter().filter(|field| !field.derived) {
        out += &passed_field(field);
    }
    if operation.is_some_and(|operation| operation.takes_order) {
        out += &doc(
            "The order that the call is about, or its reference. It fills the members of the identity that are missing here, and\nnothing else.",
            "  ",
        );
        out += "  readonly order?: OrderRef | Order | undefined;\n";
    }
    if operation.is_some() {
        out += &doc("Members that Payscore does not know. They are sent as they are.", "  ");
        out += "  readonly extra?: Readonly<Record<string, unknown>> | undefined;\n";
    }
    out + "}\n\n"
}

fn passed_field(field: &FieldInfo) -> String {
    let (optional, absent) = if is_needed(field) { ("", "") } else { ("?", " | undefined") };
    format!("{}  readonly {}{optional}: {}{absent};\n", doc(field.doc, "  "), field.name, pass_type(field.ty, ""))
}

fn passed_name(info: &ModelInfo) -> String {
    format!("m.{}Params", info.name)
}

fn read_type(ty: Type) -> String {
    named(ty, "")
}

fn qualified(ty: Type) -> String {
    named(ty, "m.")
}

fn named(ty: Type, from: &str) -> String {
    match ty {
        Type::Text | Type::ServiceTime | Type::ZonedTime => "string".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "number".to_owned(),
        Type::Boolean => "boolean".to_owned(),
        Type::Enum(info) | Type::Word(info) => format!("{from}{}", info.name),
        Type::Model(info) => format!("{from}{}", info().name),
        Type::List(element) => format!("readonly {}[]", named(*element, from)),
        Type::Map(element) => format!("Readonly<Record<string, {}>>", named(*element, from)),
        Type::Bytes => "Uint8Array<ArrayBuffer>".to_owned(),
        // Passed as it is to functions of others.
        Type::Json => "any".to_owned(),
        Type::Texts => "string | readonly string[]".to_owned(),
        Type::Strictness => "boolean | \"strict\"".to_owned(),
    }
}

fn pass_type(ty: Type, from: &str) -> String {
    match ty {
        Type::ServiceTime | Type::ZonedTime => "string | Date".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "number | bigint".to_owned(),
        Type::Model(info) => format!("{from}{}Params", info().name),
        Type::List(element) => format!("readonly {}[]", pass_type(*element, from)),
        Type::Map(element) => format!("Readonly<Record<string, {}>>", pass_type(*element, from)),
        Type::Json => "unknown".to_owned(),
        Type::Bytes => "Uint8Array | ArrayBuffer".to_owned(),
        other => named(other, from),
    }
}

fn values(info: &EnumInfo) -> String {
    info.values.iter().map(|value| format!("\"{}\"", value.value)).collect::<Vec<_>>().join(" | ")
}

fn known(info: &EnumInfo) -> String {
    info.values.iter().map(|value| format!("- `{}`: {}", value.value, surface::line(value.doc))).collect::<Vec<_>>().join("\n")
}

/// `create_order` to `createOrder`.
fn camel(name: &str) -> String {
    let mut parts = name.split('_');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |all, part| {
        let (head, tail) = part.split_at(part.len().min(1));
        all + &head.to_ascii_uppercase() + tail
    })
}

fn doc(doc: &str, indent: &str) -> String {
    let lines = doc.trim().lines().map(|line| line.trim().replace("*/", "*\\/")).collect::<Vec<_>>();
    match lines.as_slice() {
        [only] => format!("{indent}/** {only} */\n"),
        many => {
            let body: String = many
                .iter()
                .map(|line| if line.is_empty() { format!("{indent} *\n") } else { format!("{indent} * {line}\n") })
                .collect();
            format!("{indent}/**\n{body}{indent} */\n")
        }
    }
}
