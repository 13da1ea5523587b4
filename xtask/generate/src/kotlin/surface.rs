//! The methods of a merchant and of the HTTP clients, its settings, and the exceptions.

use super::names::{camel, capital, constant, kdoc};
use super::{HEADER, about, kotlin, ordered, parameter, property};
use crate::surface::is_needed;
use payscore::ffi::{ACQUIRING, CONFIG, ERROR, EVIDENCE, KINDS};
use payscore::protocol::OperationInfo;
use payscore::schema::Type;

const EXTRA: &str = "extra: Map<String, Any?>? = null";

pub fn operations() -> String {
    let mut out = format!("{HEADER}@file:Suppress(\"unused\")\n\npackage io.github.payscore\n\n");
    out += "import io.github.payscore.model.*\nimport java.util.concurrent.CompletableFuture\n";
    out += "\n/** Every operation there is, with how to read its reply. */\ninternal object Registry {\n";
    for operation in ACQUIRING.operations() {
        let (name, reply) = (constant(operation.name), operation.reply.name);
        out += &format!("    val {name} = Operation(\"{}\", {reply}::class.java, ::{reply})\n", operation.name);
    }
    let all = ACQUIRING.operations().map(|operation| constant(operation.name)).collect::<Vec<_>>().join(", ");
    out += &format!("\n    private val ALL = listOf({all}).associateBy {{ it.name }}\n\n");
    out += "    fun find(name: String): Operation<*>? = ALL[name]\n}\n";
    out += "\n/** What a merchant can do: calls to send, drafts to sign elsewhere or store first, and what needs no call. */\n";
    out += "abstract class Operations internal constructor() {\n";
    for operation in ACQUIRING.operations() {
        out += &methods(operation, "", "Call", "call");
        out += &methods(operation, "draft", "Draft", "draft");
    }
    for function in ACQUIRING.functions() {
        let parameters = ordered(function.params).iter().map(|field| parameter(field, "        ")).collect::<String>();
        let given =
            function.params.fields.iter().map(|field| format!("\"{}\" to {}", field.name, camel(field.name))).collect::<Vec<_>>();
        let notes = function.params.fields.iter().map(|field| format!("@param {} {}", camel(field.name), about(field)));
        let doc = format!("{}\n\n{}", function.params.doc.trim(), notes.collect::<Vec<_>>().join("\n"));
        let overloads = if function.params.fields.iter().all(is_needed) { "" } else { "    @JvmOverloads\n" };
        out += &format!(
            "{}{overloads}    fun {}(\n{parameters}    ): {reply} = {reply}(compute(\"{}\", membersOf({})))\n\n",
            kdoc(&doc, "    "),
            camel(function.name),
            function.name,
            given.join(", "),
            reply = function.reply.name,
        );
    }
    for result in ["Call", "Draft"] {
        out += &format!(
            "    internal abstract fun <R : Model> {}(\n        operation: Operation<R>,\n        order: OrderRef?,\n        params: Model?,\n        extra: Map<String, Any?>?,\n    ): {result}<R>\n\n",
            result.to_lowercase()
        );
    }
    out += "    internal abstract fun compute(\n        function: String,\n        params: Members,\n    ): Members\n}\n";
    out += "\n/** What became of a call whose answer was lost, from what was found out since. */\nabstract class Settled internal constructor() {\n";
    for evidence in EVIDENCE {
        out +=
            "    /** From what was freshly queried. [deduction]: what is known of the number that `query_deduction` shows. */\n";
        out += "    @JvmOverloads\n    fun settle(\n";
        out += &format!("        evidence: {},\n        deduction: Deduction? = null,\n", evidence.name);
        out += "    ): Settlement = found(evidence, deduction)\n\n";
    }
    out += "    internal abstract fun found(\n        evidence: Model,\n        deduction: Deduction?,\n    ): Settlement\n}\n";
    for (class, wrapper, doc) in [
        ("Performed", "", "Performs operations over HTTP and returns the verified replies."),
        ("AsyncPerformed", "CompletableFuture", "Performs operations over HTTP; the verified replies come later."),
    ] {
        out += &format!("\n/** {doc} */\nabstract class {class} internal constructor() {{\n");
        for operation in ACQUIRING.operations() {
            out += &methods(operation, "", wrapper, "perform");
        }
        let reply = if wrapper.is_empty() { "R".to_owned() } else { format!("{wrapper}<R>") };
        out += &format!(
            "    internal abstract fun <R : Model> perform(\n        operation: Operation<R>,\n        order: OrderRef?,\n        params: Model?,\n        extra: Map<String, Any?>?,\n    ): {reply}\n}}\n"
        );
    }
    out
}

/// An operation's method, with the overloads that it has when it is about an order that exists.
fn methods(operation: &OperationInfo, prefix: &str, wrapper: &str, hook: &str) -> String {
    let (params, reply) = (operation.params.name, operation.reply.name);
    let result = if wrapper.is_empty() { reply.to_owned() } else { format!("{wrapper}<{reply}>") };
    let name = if prefix.is_empty() { camel(operation.name) } else { format!("{prefix}{}", capital(operation.name)) };
    let key = constant(operation.name);
    let doc = kdoc(operation.params.doc, "    ");
    let method = |parameters: &str, passed: &str| {
        format!(
            "{doc}    @JvmOverloads\n    fun {name}(\n{parameters}        {EXTRA},\n    ): {result} = {hook}(Registry.{key}, {passed}, extra)\n\n"
        )
    };
    let mut out = method(&format!("        params: {params},\n"), "null, params");
    if operation.takes_order {
        out += &method(&format!("        order: OrderRef,\n        params: {params},\n"), "order, params");
        if !operation.params.fields.iter().any(is_needed) {
            out += &method("        order: OrderRef,\n", "order, null");
        }
    }
    out
}

pub fn settings() -> String {
    let name = CONFIG.name;
    let mut out = format!(
        "{HEADER}package io.github.payscore\n\nimport com.fasterxml.jackson.annotation.JsonValue\nimport io.github.payscore.model.*\n\n"
    );
    out += &kdoc(
        &format!("{}\n\nIt holds secrets: its text shows `mchid` alone, and it cannot be serialised.", CONFIG.doc.trim()),
        "",
    );
    out += &format!(
        "class {name} private constructor(\n    @Transient @get:JvmName(\"itsMembers\") internal val members: Members,\n) {{\n"
    );
    let notes = CONFIG.fields.iter().map(|field| format!("@param {} {}", plural(field.ty, field.name), about(field)));
    out += &kdoc(&notes.collect::<Vec<_>>().join("\n"), "    ");
    out += "    constructor(\n";
    for field in ordered(CONFIG) {
        let line = parameter(field, "        ");
        out += &line.replacen(&format!("{}:", camel(field.name)), &format!("{}:", plural(field.ty, field.name)), 1);
    }
    out += "    ) : this(\n        membersOf(\n";
    for field in CONFIG.fields {
        out += &format!("            \"{}\" to {},\n", field.name, plural(field.ty, field.name));
    }
    out += "        ),\n    )\n\n    /** The same with some settings changed. */\n    fun toBuilder(): Builder = Builder(members)\n\n";
    out += &format!(
        "    /** Its text, also where a library writes JSON: no secret is in it. */\n    @JsonValue\n    override fun toString(): String = \"{name}(mchid=${{members.map[\"mchid\"]}})\"\n\n"
    );
    out += &format!(
        "    /** Makes a [{name}], setting by setting. */\n    class Builder internal constructor(members: Members?) {{\n        @Transient\n        private val members = LinkedHashMap<String, Any?>(members?.map.orEmpty())\n\n"
    );
    for field in CONFIG.fields {
        let argument = plural(field.ty, field.name);
        out += &kdoc(field.doc, "        ");
        out += &format!(
            "        fun {argument}({argument}: {}?): Builder = apply {{ members[\"{}\"] = {argument} }}\n\n",
            kotlin(field.ty),
            field.name
        );
        if matches!(field.ty, Type::Texts) {
            out += &kdoc(&format!("{}\nAdds one.", field.doc.trim()), "        ");
            out += &format!(
                "        fun {0}({0}: String): Builder = apply {{ members[\"{1}\"] = (members[\"{1}\"] as? List<*>).orEmpty() + {0} }}\n\n",
                camel(field.name),
                field.name
            );
        }
    }
    out += &format!("        fun build(): {name} = {name}(membersOf(members))\n    }}\n\n    companion object {{\n");
    out += "        /** For Java: every setting by its name. */\n        @JvmStatic\n        fun builder(): Builder = Builder(null)\n\n";
    out += "        /** Settings by the names that they have in every language, such as `api_v3_key`: from a file of settings. */\n        @JvmStatic\n";
    out += &format!("        fun of(settings: Map<String, Any?>): {name} = {name}(membersOf(settings))\n    }}\n}}\n");
    out
}

fn plural(ty: Type, name: &str) -> String {
    if matches!(ty, Type::Texts) { format!("{}s", camel(name)) } else { camel(name) }
}

pub fn errors() -> String {
    let mut out = format!("{HEADER}package io.github.payscore\n\nimport io.github.payscore.model.*\n\n");
    out += &kdoc(ERROR.doc, "");
    out += "open class PayscoreException internal constructor(\n    given: Members,\n) : BaseException(given) {\n";
    for field in ERROR.fields {
        out += &property(field, "");
    }
    out += "    companion object {\n        /** The first of ours among an exception, its causes and what it suppressed: a cancellation and an `Error` take one along. */\n        @JvmStatic\n        fun within(error: Throwable?): PayscoreException? = find(error)\n\n        internal fun of(members: Members): PayscoreException =\n            when (members.map[\"kind\"]) {\n";
    for kind in KINDS.values {
        out += &format!("                \"{0}\" -> {0}Exception(members)\n", kind.value);
    }
    out += "                else -> PayscoreException(members)\n            }\n    }\n}\n";
    for kind in KINDS.values {
        out += &format!(
            "\n{}class {}Exception internal constructor(\n    given: Members,\n) : PayscoreException(given)\n",
            kdoc(kind.doc, ""),
            kind.value
        );
    }
    out
}
