//! The methods: one for each operation in each way of performing it, and one for each function.

use super::text::{docstring, fill};
use super::types::{IMPORTED, params_name, pass_type};
use super::{HEADER, package};
use crate::surface::{self, Collected, is_needed, line};
use payscore::ffi::Scope;
use payscore::protocol::{FunctionInfo, OperationInfo};
use payscore::schema::FieldInfo;

const METHOD: &str = "
    {{def}} {{name}}(
        self,{{order}}
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.{{params}}],
    ) -> {{reply}}:
{{documentation}}
        result: {{reply}} = {{await}}self.{{hook}}(\"{{name}}\", {{passed_order}}, extra, params)
        return result";

const OVERLOAD: &str = "
    @overload
    def draft(
        self,
        operation: Literal[\"{{name}}\"],{{order}}
        *,
        extra: Mapping[str, Any] | None = None,
        **params: Unpack[m.{{params}}],
    ) -> Draft[m.{{reply}}]: ...";

const ORDER: &str = "
        order: m.OrderRef | m.Order | Mapping[str, Any] | None = None,
        /,";

const FUNCTION: &str = "
    def {{name}}(
        self,
{{parameters}}
    ) -> m.{{reply}}:
{{documentation}}
        params = {
{{members}}
        }
        result: m.{{reply}} = self._compute(\"{{name}}\", params)
        return result";

pub fn operations(scope: &Scope) -> String {
    let read = surface::read(scope);
    let signed =
        |operation: &OperationInfo| method(operation, "def", "_call", &format!("Call[m.{}]", operation.reply.name));
    let performed =
        |operation: &OperationInfo| method(operation, "def", "_perform", &format!("m.{}", operation.reply.name));
    let awaited =
        |operation: &OperationInfo| method(operation, "async def", "_perform", &format!("m.{}", operation.reply.name));
    fill(
        include_str!("templates/operations.py"),
        &[
            ("header", HEADER),
            ("package", &package(scope)),
            ("signed", &each(scope, signed)),
            ("drafted", &each(scope, overload)),
            ("performed", &each(scope, performed)),
            ("awaited", &each(scope, awaited)),
            ("functions", &scope.functions().map(|info| function(info, &read)).collect::<Vec<_>>().join("\n")),
        ],
    )
}

fn each(scope: &Scope, write: impl Fn(&OperationInfo) -> String) -> String {
    scope.operations().map(write).collect::<Vec<_>>().join("\n")
}

fn method(operation: &OperationInfo, def: &str, hook: &str, reply: &str) -> String {
    fill(
        METHOD,
        &[
            ("def", def),
            ("name", operation.name),
            ("order", if operation.takes_order { ORDER } else { "" }),
            ("params", &params_name(operation.params)),
            ("reply", reply),
            ("documentation", &docstring(operation.params.doc, "        ")),
            ("await", if def == "def" { "" } else { "await " }),
            ("hook", hook),
            ("passed_order", if operation.takes_order { "order" } else { "None" }),
        ],
    )
}

fn overload(operation: &OperationInfo) -> String {
    fill(
        OVERLOAD,
        &[
            ("name", operation.name),
            ("order", if operation.takes_order { ORDER } else { "\n        /," }),
            ("params", &params_name(operation.params)),
            ("reply", operation.reply.name),
        ],
    )
}

fn function(function: &FunctionInfo, read: &Collected) -> String {
    let (needed, optional): (Vec<_>, Vec<_>) = function.params.fields.iter().partition(|field| is_needed(field));
    let ty = |field: &FieldInfo| pass_type(field.ty, IMPORTED, read);
    let mut parameters =
        needed.iter().map(|field| format!("        {}: {},", field.name, ty(field))).collect::<Vec<_>>();
    if !optional.is_empty() {
        parameters.push("        *,".to_owned());
    }
    parameters.extend(optional.iter().map(|field| format!("        {}: {} | None = None,", field.name, ty(field))));
    let about = function
        .params
        .fields
        .iter()
        .map(|field| format!("``{}``: {}\n", field.name, line(field.doc)))
        .collect::<String>();
    let members = function.params.fields.iter().map(|field| format!("            \"{0}\": {0},", field.name));
    fill(
        FUNCTION,
        &[
            ("name", function.name),
            ("parameters", &parameters.join("\n")),
            ("reply", function.reply.name),
            ("documentation", &docstring(&format!("{}\n\n{about}", function.params.doc.trim()), "        ")),
            ("members", &members.collect::<Vec<_>>().join("\n")),
        ],
    )
}
