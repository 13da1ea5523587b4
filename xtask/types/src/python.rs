//! Python: frozen dataclasses for what is read, TypedDicts for what is passed, one method per operation.

use payscore::ffi::{EVENTS, OPERATIONS, READ};
use payscore::schema::{EnumInfo, FieldInfo, ModelInfo, Rule, Type};
use std::collections::HashSet;

const HEADER: &str = "# Generated from core's declarations by `cargo xtask types`. Do not edit.\n";

pub fn models() -> String {
    let mut all = Collected::default();
    OPERATIONS.iter().for_each(|operation| all.model(operation.reply));
    EVENTS.iter().for_each(|(_, event)| all.model(event));
    READ.iter().for_each(|model| all.model(model));
    let mut passed = Collected::default();
    OPERATIONS.iter().for_each(|operation| passed.model(operation.params));
    for info in passed.enums.iter() {
        all.enumeration(info);
    }
    let mut out = format!("{HEADER}\"\"\"What is read and what is passed.\"\"\"\n\nfrom __future__ import annotations\n\n");
    out += "from collections.abc import Sequence\nfrom dataclasses import dataclass\nfrom datetime import date, datetime\nfrom typing import TYPE_CHECKING, Any, Literal, TypeAlias\n\n";
    out += "if TYPE_CHECKING:\n    from typing_extensions import NotRequired, Required, TypedDict\nelse:\n";
    out += "    from typing import TypedDict\n\n    Required = NotRequired = dict\n\n";
    for info in &all.enums {
        let values = info.values.iter().map(|value| format!("\"{}\"", value.value)).collect::<Vec<_>>().join(", ");
        out += &format!("{}: TypeAlias = Literal[{values}] | str\n", info.name);
        let known =
            info.values.iter().map(|value| format!("`{}`: {}", value.value, line(value.doc))).collect::<Vec<_>>().join("\n");
        out += &docstring(&format!("{}\n{known}\n\nOther values pass as they are.", info.doc), "");
        out += "\n";
    }
    for info in &all.models {
        out += &dataclass(info);
    }
    for info in &passed.models {
        out += &typed_dict(info, all.names.contains(info.name));
    }
    let events = EVENTS.iter().map(|(_, event)| event.name).collect::<Vec<_>>();
    out += &format!("\nEvent: TypeAlias = {}\n", events.join(" | "));
    out += &docstring("A verified callback.", "");
    out += "\n__all__ = [\n    \"Event\",\n";
    for name in all
        .enums
        .iter()
        .map(|info| info.name.to_owned())
        .chain(all.models.iter().map(|info| info.name.to_owned()))
        .chain(passed.models.iter().map(|info| params_name(info)))
    {
        out += &format!("    \"{name}\",\n");
    }
    out + "]\n"
}

pub fn operations() -> String {
    let mut out = format!(
        "{HEADER}\"\"\"One method per operation.\"\"\"\n\nfrom __future__ import annotations\n\nfrom collections.abc import Mapping\nfrom typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar, overload\n\n"
    );
    out += "from payscore import _models as m\n\nif TYPE_CHECKING:\n    from typing_extensions import Unpack\n\n    from payscore._call import Call, Draft\n\n_R = TypeVar(\"_R\")\n\n";
    let order = "order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, ";
    for (class, result, doc) in [
        ("Operations", "Call", "Signs an operation: a call, to be sent by any HTTP client."),
        ("Drafts", "Draft", "Turns an operation, by name, into exact bytes that are not signed yet."),
        ("Performed", "", "Performs an operation over HTTP and returns the verified reply."),
        ("AsyncPerformed", "", "Performs an operation over HTTP and returns the verified reply."),
    ] {
        out += &format!("\nclass {class}:\n{}", docstring(doc, "    "));
        if class == "Drafts" {
            for operation in OPERATIONS {
                let position = if operation.takes_order {
                    "order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, "
                } else {
                    "/, "
                };
                out += &format!(
                    "\n    @overload\n    def draft(self, operation: Literal[\"{}\"], {position}*, extra: Mapping[str, Any] | None = None, **params: Unpack[m.{}]) -> {result}[m.{}]: ...\n",
                    operation.name,
                    params_name(operation.params),
                    operation.reply.name
                );
            }
            out += "\n    def draft(self, operation: str, order: Any = None, /, *, extra: Any = None, **params: Any) -> Any:\n        return self._draft(operation, order, extra, params)\n";
            out += "\n    def _draft(self, operation: str, order: Any, extra: Any, params: Any) -> Any:\n        raise TypeError(\"use payscore.Merchant\")\n";
            continue;
        }
        let (keyword, hook) = match class {
            "Operations" => ("def", "_call"),
            "Performed" => ("def", "_perform"),
            _ => ("async def", "_perform"),
        };
        for operation in OPERATIONS {
            let reply = if result.is_empty() {
                format!("m.{}", operation.reply.name)
            } else {
                format!("{result}[m.{}]", operation.reply.name)
            };
            let (position, passed) = if operation.takes_order { (order, "order") } else { ("", "None") };
            out += &format!(
                "\n    {keyword} {}(self, {position}*, extra: Mapping[str, Any] | None = None, **params: Unpack[m.{}]) -> {reply}:\n",
                operation.name,
                params_name(operation.params)
            );
            out += &docstring(operation.params.doc, "        ");
            let wait = if keyword == "def" { "" } else { "await " };
            out += &format!(
                "        result: {reply} = {wait}self.{hook}(\"{}\", {passed}, extra, params)\n        return result\n",
                operation.name
            );
        }
        out += &format!(
            "\n    {keyword} {hook}(self, operation: str, order: Any, extra: Any, params: Any) -> Any:\n        raise TypeError(\"use payscore.Merchant\")\n"
        );
    }
    out.replace(", Generic, ", ", ").replace(", TypeVar, ", ", ").replace("_R = TypeVar(\"_R\")\n\n", "")
}

#[derive(Default)]
struct Collected {
    models: Vec<&'static ModelInfo>,
    enums: Vec<&'static EnumInfo>,
    names: HashSet<&'static str>,
}

impl Collected {
    /// Depth first, so that what is used stands above what uses it.
    fn model(&mut self, info: &'static ModelInfo) {
        if self.names.insert(info.name) {
            info.fields.iter().for_each(|field| self.ty(field.ty));
            self.models.push(info);
        }
    }

    fn enumeration(&mut self, info: &'static EnumInfo) {
        if self.names.insert(info.name) {
            self.enums.push(info);
        }
    }

    fn ty(&mut self, ty: Type) {
        match ty {
            Type::Model(info) => self.model(info()),
            Type::Enum(info) => self.enumeration(info),
            Type::List(element) | Type::Map(element) => self.ty(*element),
            _ => {}
        }
    }
}

fn dataclass(info: &ModelInfo) -> String {
    let mut out =
        format!("\n@dataclass(frozen=True, slots=True, kw_only=True)\nclass {}:\n{}\n", info.name, docstring(info.doc, "    "));
    for field in info.fields {
        let ty = read_type(field.ty);
        out += &if field.required {
            format!("    {}: {ty}\n", field.name)
        } else {
            format!("    {}: {ty} | None = None\n", field.name)
        };
        out += &docstring(field.doc, "    ");
    }
    if info.field("out_order_no").is_some() && info.field("phase").is_some() {
        out += "\n    @property\n    def order_ref(self) -> OrderRef:\n        \"\"\"The identity of this order: store it, and give it to every later call.\"\"\"\n        return OrderRef(\n            out_order_no=self.out_order_no,\n            service_id=self.service_id,\n            appid=self.appid,\n            sub_mchid=self.sub_mchid,\n            sub_appid=self.sub_appid,\n            channel_id=self.channel_id,\n        )\n";
    }
    out + "\n"
}

fn typed_dict(info: &ModelInfo, _read_too: bool) -> String {
    let mut out = format!("\nclass {}(TypedDict, total=False):\n{}\n", params_name(info), docstring(info.doc, "    "));
    for field in info.fields.iter().filter(|field| !field.derived) {
        let marker = if is_needed(field) { "Required" } else { "NotRequired" };
        out += &format!("    {}: {marker}[{}]\n{}", field.name, pass_type(field.ty), docstring(field.doc, "    "));
    }
    out + "\n"
}

fn is_needed(field: &FieldInfo) -> bool {
    field.required && !field.rules.iter().any(|rule| matches!(rule, Rule::Filled))
}

fn params_name(info: &ModelInfo) -> String {
    format!("{}Params", info.name)
}

fn read_type(ty: Type) -> String {
    match ty {
        Type::Text | Type::ServiceTime | Type::ZonedTime => "str".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "int".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Enum(info) => info.name.to_owned(),
        Type::Model(info) => info().name.to_owned(),
        Type::List(element) => format!("list[{}]", read_type(*element)),
        Type::Map(element) => format!("dict[str, {}]", read_type(*element)),
        Type::Json => "Any".to_owned(),
    }
}

fn pass_type(ty: Type) -> String {
    match ty {
        Type::ServiceTime => "str | datetime | date".to_owned(),
        Type::ZonedTime => "str | datetime".to_owned(),
        Type::Model(info) => format!("{} | {}", params_name(info()), info().name),
        Type::List(element) => format!("Sequence[{}]", pass_type(*element)),
        Type::Map(element) => format!("Mapping[str, {}]", pass_type(*element)),
        other => read_type(other),
    }
}

fn docstring(doc: &str, indent: &str) -> String {
    let lines = doc.trim().lines().map(|line| line.trim().replace('\\', "\\\\").replace("\"\"\"", "'''")).collect::<Vec<_>>();
    match lines.as_slice() {
        [only] => format!("{indent}\"\"\"{only}\"\"\"\n"),
        many => {
            let body = many
                .iter()
                .map(|line| if line.is_empty() { String::new() } else { format!("{indent}{line}") })
                .collect::<Vec<_>>()
                .join("\n");
            format!("{indent}\"\"\"{}\n{indent}\"\"\"\n", body.trim_start())
        }
    }
}

fn line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
