//! Python: frozen dataclasses for what is read, TypedDicts for what is passed, one method per operation.

use crate::surface::{self, is_needed, line};
use payscore::error::Ack;
use payscore::ffi::{ACQUIRING, CONFIG, ERROR, EVIDENCE, KINDS};
use payscore::schema::{ModelInfo, Type};

const HEADER: &str = "# Generated from core's declarations by `cargo xtask generate`. Do not edit.\n";

pub fn models() -> String {
    let passed = surface::passed(&ACQUIRING);
    let all = surface::read(&ACQUIRING).with_enums_of(&passed);
    let mut out = format!("{HEADER}\"\"\"What is read and what is passed.\"\"\"\n\nfrom __future__ import annotations\n\n");
    out += "from collections.abc import Mapping, Sequence\nfrom dataclasses import dataclass, field\nfrom datetime import date, datetime\nfrom typing import TYPE_CHECKING, Any, Literal, TypeAlias\n\n";
    out += "from payscore._record import Record\n\n";
    out += "if TYPE_CHECKING:\n    from dataclasses import dataclass as sealed\n\n    from typing_extensions import NotRequired, Required, TypedDict\nelse:\n";
    out += "    from typing import TypedDict\n\n    from payscore._record import sealed\n\n    Required = NotRequired = dict\n\n";
    for info in &all.enums {
        let values = info.values.iter().map(|value| format!("\"{}\"", value.value)).collect::<Vec<_>>().join(", ");
        out += &format!("{}: TypeAlias = Literal[{values}] | str\n", info.name);
        let known =
            info.values.iter().map(|value| format!("`{}`: {}", value.value, line(value.doc))).collect::<Vec<_>>().join("\n");
        out += &docstring(&format!("{}\n{known}\n\nOther values pass as they are.", info.doc), "");
        out += "\n";
    }
    for info in &all.words {
        let values = info.values.iter().map(|value| format!("\"{}\"", value.value)).collect::<Vec<_>>().join(", ");
        out += &format!("{}: TypeAlias = Literal[{values}]\n", info.name);
        let known =
            info.values.iter().map(|value| format!("`{}`: {}", value.value, line(value.doc))).collect::<Vec<_>>().join("\n");
        out += &docstring(&format!("{}\n{known}", info.doc), "");
        out += "\n";
    }
    for info in &all.models {
        out += &dataclass(info);
    }
    for info in &passed.models {
        out += &typed_dict(info);
    }
    let events = ACQUIRING.events.iter().map(|(_, event)| event.name).collect::<Vec<_>>();
    out += &format!("\nEvent: TypeAlias = {}\n", events.join(" | "));
    out += &docstring("A verified callback.", "");
    let evidence = EVIDENCE.iter().map(|info| info.name).collect::<Vec<_>>();
    out += &format!("\nFound: TypeAlias = {}\n", evidence.join(" | "));
    out += &docstring("What may be found out about a call whose answer was lost.", "");
    out += "\n__all__ = [\n    \"Event\",\n    \"Found\",\n";
    for name in all
        .enums
        .iter()
        .chain(&all.words)
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
        "{HEADER}\"\"\"One method per operation.\"\"\"\n\nfrom __future__ import annotations\n\nfrom collections.abc import Mapping\nfrom typing import TYPE_CHECKING, Any, Literal, overload\n\n"
    );
    out += "from payscore import _models as m\n\nif TYPE_CHECKING:\n    from typing_extensions import Unpack\n\n    from payscore._call import Call, Draft\n\n";
    let order = "order: m.OrderRef | m.Order | Mapping[str, Any] | None = None, /, ";
    for (class, result, doc) in [
        ("Operations", "Call", "Signs an operation: a call, to be sent by any HTTP client."),
        ("Drafts", "Draft", "Turns an operation, by name, into exact bytes that are not signed yet."),
        ("Performed", "", "Performs an operation over HTTP and returns the verified reply."),
        ("AsyncPerformed", "", "Performs an operation over HTTP and returns the verified reply."),
    ] {
        out += &format!("\nclass {class}:\n{}", docstring(doc, "    "));
        if class == "Drafts" {
            for operation in ACQUIRING.operations() {
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
        for operation in ACQUIRING.operations() {
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
    out += &format!("\n\nclass Functions:\n{}", docstring("What a merchant computes without calling anyone.", "    "));
    for function in ACQUIRING.functions() {
        let (needed, optional): (Vec<_>, Vec<_>) = function.params.fields.iter().partition(|field| is_needed(field));
        let mut parameters: Vec<String> =
            needed.iter().map(|field| format!("{}: {}", field.name, pass_type(field.ty, "m."))).collect();
        if !optional.is_empty() {
            parameters.push("*".to_owned());
        }
        parameters.extend(optional.iter().map(|field| format!("{}: {} | None = None", field.name, pass_type(field.ty, "m."))));
        out += &format!("\n    def {}(self, {}) -> m.{}:\n", function.name, parameters.join(", "), function.reply.name);
        let about = function.params.fields.iter().map(|field| format!("``{}``: {}", field.name, line(field.doc)));
        out += &docstring(&format!("{}\n\n{}", function.params.doc.trim(), about.collect::<Vec<_>>().join("\n")), "        ");
        let given = function.params.fields.iter().map(|field| format!("\"{0}\": {0}", field.name)).collect::<Vec<_>>().join(", ");
        out += &format!(
            "        result: m.{} = self._compute(\"{}\", {{{given}}})\n        return result\n",
            function.reply.name, function.name
        );
    }
    out + "\n    def _compute(self, function: str, params: Any) -> Any:\n        raise TypeError(\"use payscore.Merchant\")\n"
}

/// The merchant's constructor.
pub fn settings() -> String {
    let mut out = format!(
        "{HEADER}\"\"\"The settings of a merchant.\"\"\"\n\nfrom __future__ import annotations\n\nimport secrets\nimport time\nfrom typing import TYPE_CHECKING, Any, Literal\n\nfrom payscore import _native\n\nif TYPE_CHECKING:\n    from collections.abc import Callable, Mapping, Sequence\n\n    from payscore import _models as m\n\n\nclass Configured:\n    \"\"\"Takes the settings and has them checked.\"\"\"\n"
    );
    out += "\n    def __init__(\n        self,\n        *,\n";
    for field in CONFIG.fields {
        out += &match (field.required, pass_type(field.ty, "m.")) {
            (true, ty) => format!("        {}: {ty},\n", field.name),
            (false, ty) => format!("        {}: {ty} | None = None,\n", field.name),
        };
    }
    out += "        clock: Callable[[], float] = time.time,\n        nonce: Callable[[], str] = lambda: secrets.token_hex(16),\n    ) -> None:\n";
    let about = CONFIG.fields.iter().map(|field| format!("``{}``: {}", field.name, line(field.doc))).collect::<Vec<_>>();
    let clock = "``clock``: the time in Unix seconds.\n``nonce``: 1 to 32 random letters and digits, fresh for every call.";
    out += &docstring(
        &format!(
            "{}\n\n{}\n{clock}\n\nRaises :class:`ConfigError`, which names everything that is wrong at once.",
            CONFIG.doc.trim(),
            about.join("\n")
        ),
        "        ",
    );
    out += "        passed: list[dict[str, Any]] = [\n            {\n";
    for field in CONFIG.fields {
        out += &format!("                \"{0}\": {0},\n", field.name);
    }
    out += "            }\n        ]\n        # No frame keeps a secret, should it be refused.\n";
    let names = CONFIG.fields.iter().map(|field| field.name).collect::<Vec<_>>();
    for some in names.chunks(8) {
        out += &format!("        del {}\n", some.join(", "));
    }
    out + "        self._clock = clock\n        self._nonce = nonce\n        self._native = _native.Merchant(passed.pop())\n"
}

/// One exception class for each kind of error.
pub fn errors() -> String {
    let mut out = format!(
        "{HEADER}\"\"\"One exception class for each kind of error. Everything in them comes from core.\"\"\"\n\nfrom __future__ import annotations\n\nfrom typing import TYPE_CHECKING, Any\n\nfrom payscore._error import Base\n\nif TYPE_CHECKING:\n    from payscore import _models as m\n\n\nclass Error(Base):\n"
    );
    out += &docstring(ERROR.doc, "    ");
    out += "\n";
    for field in ERROR.fields {
        let ty = if field.name == "kind" { "str".to_owned() } else { qualified_read(field.ty) };
        out += &format!("    {}: {ty}{}\n", field.name, if field.promised { "" } else { " | None" });
        out += &docstring(field.doc, "    ");
    }
    for kind in KINDS.values {
        out += &format!("\n\nclass {}Error(Error):\n{}", kind.value, docstring(kind.doc, "    "));
    }
    out += "\n\n_KINDS: dict[str, type[Error]] = {\n";
    for kind in KINDS.values {
        out += &format!("    \"{0}\": {0}Error,\n", kind.value);
    }
    out + "}\n\n\ndef make(parts: dict[str, Any]) -> Error:\n    \"\"\"The exception of an error that core made.\"\"\"\n    return _KINDS.get(parts[\"kind\"], Error)(parts)\n"
}

fn dataclass(info: &ModelInfo) -> String {
    // What says how a callback is answered must not become an answer by itself.
    let is_ack = |info: &ModelInfo| info.name == Ack::INFO.name;
    let holds_ack = |ty: Type| matches!(ty, Type::Model(inner) if is_ack(inner()));
    let is_sealed = is_ack(info) || info.fields.iter().any(|field| holds_ack(field.ty));
    let decorator = if is_sealed { "sealed" } else { "dataclass" };
    let mut out = format!(
        "\n@{decorator}(frozen=True, slots=True, kw_only=True, repr=False)\nclass {}(Record):\n{}\n",
        info.name,
        docstring(info.doc, "    ")
    );
    for field in info.fields {
        let ty = read_type(field.ty);
        out += &if field.derived && matches!(field.ty, Type::List(_)) {
            format!("    {}: {ty} = field(default_factory=list)\n", field.name)
        } else if field.promised {
            format!("    {}: {ty}\n", field.name)
        } else {
            format!("    {}: {ty} | None = None\n", field.name)
        };
        out += &docstring(field.doc, "    ");
    }
    out + "\n"
}

fn typed_dict(info: &ModelInfo) -> String {
    let mut out = format!("\nclass {}(TypedDict, total=False):\n{}\n", params_name(info), docstring(info.doc, "    "));
    for field in info.fields.iter().filter(|field| !field.derived) {
        let marker = if is_needed(field) { "Required" } else { "NotRequired" };
        out += &format!("    {}: {marker}[{}]\n{}", field.name, pass_type(field.ty, ""), docstring(field.doc, "    "));
    }
    out + "\n"
}

fn params_name(info: &ModelInfo) -> String {
    format!("{}Params", info.name)
}

fn read_type(ty: Type) -> String {
    named_type(ty, "")
}

fn qualified_read(ty: Type) -> String {
    named_type(ty, "m.")
}

fn named_type(ty: Type, from: &str) -> String {
    match ty {
        Type::Text | Type::ServiceTime | Type::ZonedTime => "str".to_owned(),
        Type::Fen | Type::Integer | Type::Timestamp => "int".to_owned(),
        Type::Boolean => "bool".to_owned(),
        Type::Enum(info) | Type::Word(info) => format!("{from}{}", info.name),
        Type::Model(info) => format!("{from}{}", info().name),
        Type::List(element) => format!("list[{}]", named_type(*element, from)),
        Type::Map(element) => format!("dict[str, {}]", named_type(*element, from)),
        Type::Bytes => "bytes".to_owned(),
        Type::Json => "Any".to_owned(),
        Type::Texts => "str | Sequence[str]".to_owned(),
        Type::Strictness => "bool | Literal[\"strict\"]".to_owned(),
    }
}

fn pass_type(ty: Type, from: &str) -> String {
    match ty {
        Type::ServiceTime => "str | datetime | date".to_owned(),
        Type::ZonedTime => "str | datetime".to_owned(),
        Type::Model(info) if surface::read(&ACQUIRING).has(info()) => {
            format!("{from}{} | {from}{}", params_name(info()), info().name)
        }
        Type::Model(info) => format!("{from}{}", params_name(info())),
        Type::List(element) => format!("Sequence[{}]", pass_type(*element, from)),
        Type::Map(element) => format!("Mapping[str, {}]", pass_type(*element, from)),
        other => named_type(other, from),
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
