//! The page of rules: what is checked before signing, from the declarations of the parameters and the table of rules
//! between them.

use crate::surface::{is_needed, line};
use payscore::ffi::Scope;
use payscore::protocol::CrossRule;
use payscore::schema::{FieldInfo, ModelInfo, Rule, Type};

pub fn page(scope: &Scope) -> String {
    let folder = format!("core/src/{}", scope.mode.name);
    let mut page = format!(
        "# What is checked before signing\n\nGenerated from the declarations of the operations \
             (`{folder}/operations/`) and of the rules that they list\n(`{folder}/rules/`).\n\n\
         All mistakes are named at once, each with a JSON pointer, a stable code and a sentence. What a page for this \
          mode states\n\
         **refuses**; rules from sibling products (`sibling`), conclusions (`inferred`) and those that depend on a \
          clock (`clock`) are\n\
         **advice**: listed in `draft.advice`, and refusing only with `validate=\"strict\"`. With `validate=false` \
          only wrong types and what\n\
         belongs into the path are refused. Every text is checked for characters beyond three bytes of UTF-8 (emoji) \
          and control\n\
         characters. Lengths are counted in characters, amounts are whole fen.\n\n\
         Not checkable here, so not checked: the conventions of each industry for `post_payments` names, whether \
          numbers belong together\n\
         at WeChat Pay, whether `notify_url` can be reached, the balance of the user.\n\n## Rules between fields\n\n\
         `id` is the rule's name in core, in the tests and in the inventory.\n\n\
         | id | operations | rule | code | evidence | needs to know |\n|---|---|---|---|---|---|\n",
    );
    for bound in scope.rules() {
        let rule = bound.rule;
        let operations =
            bound.operations.iter().map(|operation| format!("`{}`", operation.name)).collect::<Vec<_>>().join(", ");
        let effect = if rule.evidence.as_str() == "official" { "refuses" } else { "advice" };
        page += &format!(
            "| `{}` | {operations} | {} | `{}` | {} ({effect}) | {} |\n",
            rule.id,
            rule.says.replace('|', "\\|"),
            rule.code.as_str(),
            rule.evidence,
            needs(rule)
        );
    }
    page += "\n## Fields\n";
    for operation in scope.operations() {
        page += &format!(
            "\n### `{}` {}\n\n{} `{}` ([page]({}))\n\n| field | | type | limits | meaning |\n|---|---|---|---|---|\n",
            operation.name,
            operation.title,
            operation.method.as_str(),
            operation.path,
            operation.page
        );
        fields(&mut page, operation.params, "");
    }
    page
}

/// What must be known for a rule beside the call itself, by what it reads.
fn needs(rule: &CrossRule) -> String {
    let mut needs = Vec::new();
    let settings = rule.reads.iter().filter_map(|path| path.strip_prefix("settings."));
    let settings: Vec<String> = settings.map(|name| format!("`{name}`")).collect();
    if !settings.is_empty() {
        needs.push(format!("{} in the merchant's settings", settings.join(" and ")));
    }
    if rule.reads.iter().any(|path| path.starts_with("order.")) {
        needs.push("the whole order, passed instead of its reference".to_owned());
    }
    if rule.reads.contains(&"now") {
        needs.push("the time".to_owned());
    }
    needs.join("; ")
}

fn fields(page: &mut String, info: &ModelInfo, at: &str) {
    for field in info.fields.iter().filter(|field| !field.derived) {
        let needed = if is_needed(field) {
            "needed"
        } else if field.rules.iter().any(|rule| matches!(rule, Rule::Filled)) {
            "needed, may be filled"
        } else {
            ""
        };
        let limits = field.rules.iter().filter_map(limit).collect::<Vec<_>>().join("; ");
        *page += &format!(
            "| `{at}{}` | {needed} | {} | {limits} | {} |\n",
            field.name,
            kind(field),
            line(field.doc).replace('|', "\\|")
        );
        match field.ty {
            Type::Model(inner) => fields(page, inner(), &format!("{at}{}.", field.name)),
            Type::List(Type::Model(inner)) => fields(page, inner(), &format!("{at}{}[].", field.name)),
            _ => {}
        }
    }
}

fn kind(field: &FieldInfo) -> String {
    field.ty.to_string().trim_start_matches("a ").trim_start_matches("an ").to_owned()
}

fn limit(rule: &Rule) -> Option<String> {
    Some(match rule {
        Rule::MaxChars(most) => format!("at most {most} characters"),
        Rule::OrderNumber => "1 to 32 of digits, letters, `_`, `-`, `\\|`, `*`".to_owned(),
        Rule::Min(least) => format!("at least {least}"),
        Rule::AdviseMin(least) => format!("at least {least} (advice)"),
        Rule::AdviseMax(most) => format!("at most {most} (advice)"),
        Rule::MinItems(least) => format!("at least {least}"),
        Rule::MaxItems(most) => format!("at most {most}"),
        Rule::NotifyUrl => {
            "https, no query, fragment or user; a path, and a host that can be reached (advice)".to_owned()
        }
        Rule::OneOf => "one of the documented values".to_owned(),
        Rule::Identity => "not empty, without blanks".to_owned(),
        Rule::Known => "one of the documented values (advice)".to_owned(),
        Rule::Filled | Rule::DecidesPhase => return None,
    })
}
