//! The methods of a merchant and of the HTTP clients: one for each operation, and one for each function.

use super::HEADER;
use super::names::{camel, constant};
use super::text::{fill, kdoc, lines};
use super::types::{imports, ordered, package, parameter};
use crate::surface::{is_needed, line};
use payscore::ffi::Scope;
use payscore::protocol::FunctionInfo;
use payscore::protocol::OperationInfo;

pub fn operations(scope: &Scope) -> String {
    let code = fill(
        include_str!("templates/operations.kt"),
        &[
            ("package", &package(scope)),
            ("namespace", scope.namespace),
            ("order_ref", order_ref(scope)),
            ("registry", &lines(scope.operations(), registered)),
            ("names", &lines(scope.operations(), |operation| format!("                {},", constant(operation.name)))),
            ("calls", &methods(scope, Some("Call"), "makeCall")),
            ("functions", &scope.functions().map(function).collect::<Vec<_>>().join("\n\n")),
            ("performed", &methods(scope, None, "perform")),
            ("performed_async", &methods(scope, Some("CompletableFuture"), "perform")),
        ],
    );
    let imported = imports(scope, &package(scope), &code);
    format!("{HEADER}\n{}\n", code.replace("{{imports}}", &imported))
}

/// What names an order in this mode.
fn order_ref(scope: &Scope) -> &'static str {
    scope.mode.order_ref.map_or("Model", |info| info.name)
}

fn registered(operation: &OperationInfo) -> String {
    let (params, reply) = (operation.params.name, operation.reply.name);
    let (constant, name) = (constant(operation.name), operation.name);
    let arguments =
        [format!("\"{name}\""), format!("{params}::class.java"), format!("{reply}::class.java"), format!("::{reply}")];
    let arguments = lines(arguments, |argument| format!("            {argument},"));
    format!("    val {constant} =\n        Operation(\n{arguments}\n        )")
}

/// The methods of every operation. `wrapper`: what a reply comes in; `hook`: what the methods call.
fn methods(scope: &Scope, wrapper: Option<&str>, hook: &str) -> String {
    scope.operations().flat_map(|operation| forms(operation, wrapper, hook)).collect::<Vec<_>>().join("\n\n")
}

/// The methods of an operation: with its parameters, with an order beside them, with an order alone.
fn forms(operation: &OperationInfo, wrapper: Option<&str>, hook: &str) -> Vec<String> {
    let params = format!("        params: {},", operation.params.name);
    let order = "        order: OrderRef,";
    let mut out = vec![method(operation, wrapper, hook, &params, "null, params")];
    if operation.takes_order {
        out.push(method(operation, wrapper, hook, &format!("{order}\n{params}"), "order, params"));
        if !operation.params.fields.iter().any(is_needed) {
            out.push(method(operation, wrapper, hook, order, "order, null"));
        }
    }
    out
}

fn method(operation: &OperationInfo, wrapper: Option<&str>, hook: &str, parameters: &str, passed: &str) -> String {
    let reply = operation.reply.name;
    fill(
        include_str!("templates/method.kt"),
        &[
            ("documentation", &kdoc(operation.params.doc, "    ")),
            ("name", &camel(operation.name)),
            ("parameters", parameters),
            ("result", &wrapper.map_or_else(|| reply.to_owned(), |wrapper| format!("{wrapper}<{reply}>"))),
            ("hook", hook),
            ("operation", &constant(operation.name)),
            ("passed", passed),
        ],
    )
}

/// A function's method with named arguments, and one with the parameter object for Java.
fn function(function: &FunctionInfo) -> String {
    let fields = function.params.fields;
    let doc = function.params.doc.trim();
    let notes = lines(fields, |field| format!("@param {} {}", camel(field.name), line(field.doc)));
    let overloads = if fields.iter().all(is_needed) { "" } else { "    @JvmOverloads\n" };
    fill(
        include_str!("templates/function.kt"),
        &[
            ("documentation", &kdoc(&format!("{doc}\n\n{notes}"), "    ")),
            ("object_documentation", &kdoc(&format!("{doc}\n\nFor Java: with the parameters as an object."), "    ")),
            ("overloads", overloads),
            ("parameters", &lines(ordered(fields), parameter)),
            ("arguments", &lines(fields, |field| format!("                {0} = {0},", camel(field.name)))),
            ("name", &camel(function.name)),
            ("function", function.name),
            ("params", function.params.name),
            ("reply", function.reply.name),
        ],
    )
}
