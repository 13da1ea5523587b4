//! The methods of a merchant and of the HTTP clients: one for each operation, and one for each function.

use super::HEADER;
use super::names::{camel, constant};
use super::text::{fill, imports, kdoc, lines};
use super::types::{MODEL_PACKAGE, model_names, ordered, parameter};
use crate::surface::{is_needed, line};
use payscore::ffi::ACQUIRING;
use payscore::protocol::FunctionInfo;
use payscore::protocol::OperationInfo;

pub fn operations() -> String {
    let code = fill(
        include_str!("templates/operations.kt"),
        &[
            ("registry", &lines(ACQUIRING.operations(), registered)),
            ("names", &lines(ACQUIRING.operations(), |operation| format!("            {},", constant(operation.name)))),
            ("calls", &methods(Some("Call"), "makeCall")),
            ("functions", &ACQUIRING.functions().map(function).collect::<Vec<_>>().join("\n\n")),
            ("performed", &methods(None, "perform")),
            ("performed_async", &methods(Some("CompletableFuture"), "perform")),
        ],
    );
    let names: Vec<_> = model_names().into_iter().chain(["OrderRef"]).collect();
    let imported = imports(MODEL_PACKAGE, &names, &code);
    format!("{HEADER}\n{}\n", code.replace("{{imports}}", &imported))
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
fn methods(wrapper: Option<&str>, hook: &str) -> String {
    ACQUIRING.operations().flat_map(|operation| forms(operation, wrapper, hook)).collect::<Vec<_>>().join("\n\n")
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
            ("parameters", &lines(ordered(function.params), parameter)),
            ("arguments", &lines(fields, |field| format!("                {0} = {0},", camel(field.name)))),
            ("name", &camel(function.name)),
            ("function", function.name),
            ("params", function.params.name),
            ("reply", function.reply.name),
        ],
    )
}
