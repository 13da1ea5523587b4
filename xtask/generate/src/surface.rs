//! The surface that core declares for one mode, gathered for the generators: each model and enumeration once, what is used above what
//! uses it. Two that share a name are an error: one of them would be lost without a word.

use payscore::ffi::{ACQUIRING, CONFIG, READ, Scope, WORDS};
use payscore::protocol::OperationInfo;
use payscore::schema::{EnumInfo, FieldInfo, ModelInfo, Rule, Type};
use std::collections::HashMap;

#[derive(Default)]
pub struct Collected {
    pub models: Vec<&'static ModelInfo>,
    pub enums: Vec<&'static EnumInfo>,
    pub words: Vec<&'static EnumInfo>,
    /// Each name, with what its declaration says: the address of a declaration is not the same in every crate.
    declared: HashMap<&'static str, String>,
}

/// What is read: replies, events, results, and the models beside them.
pub fn read(scope: &Scope) -> Collected {
    let mut all = Collected::default();
    scope.operations().for_each(|operation| all.model(operation.reply));
    scope.events.iter().for_each(|(_, event)| all.model(event));
    scope.functions().for_each(|function| all.model(function.reply));
    scope.own_models.iter().chain(scope.evidence).for_each(|model| all.model(model));
    READ.iter().for_each(|model| all.model(model));
    WORDS.iter().for_each(|words| all.ty(Type::Word(words)));
    all
}

/// What is passed: parameters of operations and of functions.
pub fn passed(scope: &Scope) -> Collected {
    let mut all = Collected::default();
    scope.operations().for_each(|operation| all.model(operation.params));
    scope.functions().for_each(|function| all.model(function.params));
    CONFIG.fields.iter().for_each(|setting| all.ty(setting.ty));
    all
}

impl Collected {
    /// Whether this model is among them.
    pub fn has(&self, info: &ModelInfo) -> bool {
        self.declared.contains_key(info.name)
    }

    /// Depth first, so that what is used stands above what uses it.
    fn model(&mut self, info: &'static ModelInfo) {
        if self.is_new(info.name, text_of_model(info)) {
            info.fields.iter().for_each(|field| self.ty(field.ty));
            self.models.push(info);
        }
    }

    /// Takes over the enumerations of another that are not here yet.
    pub fn with_enums_of(mut self, other: &Collected) -> Collected {
        for info in &other.enums {
            self.ty(Type::Enum(info));
        }
        for info in &other.words {
            self.ty(Type::Word(info));
        }
        self
    }

    fn ty(&mut self, ty: Type) {
        match ty {
            Type::Model(info) => self.model(info()),
            Type::Enum(info) if self.is_new(info.name, text_of_enum(info)) => self.enums.push(info),
            Type::Word(info) if self.is_new(info.name, text_of_enum(info)) => self.words.push(info),
            Type::List(element) | Type::Map(element) => self.ty(*element),
            _ => {}
        }
    }

    /// Whether this name is met for the first time. Another declaration of the same name ends the run.
    fn is_new(&mut self, name: &'static str, text: String) -> bool {
        if let Some(known) = self.declared.get(name) {
            assert!(*known == text, "two declarations are called {name}: one of them needs another name, or another scope");
            return false;
        }
        self.declared.insert(name, text);
        true
    }
}

/// What a model says about itself, without what its fields' models say.
fn text_of_model(info: &ModelInfo) -> String {
    let field = |field: &FieldInfo| format!("{} {} {} {} {}\n", field.name, field.ty, field.required, field.derived, field.doc);
    format!("model {}\n{}", info.doc, info.fields.iter().map(field).collect::<String>())
}

fn text_of_enum(info: &EnumInfo) -> String {
    format!(
        "enum {}\n{}",
        info.doc,
        info.values.iter().map(|value| format!("{} {}\n", value.value, value.doc)).collect::<String>()
    )
}

/// Whether a parameter must be given in a call: neither the merchant nor an order can fill it.
pub fn is_needed(field: &FieldInfo) -> bool {
    field.required && !field.rules.iter().any(|rule| matches!(rule, Rule::Filled))
}

/// A documentation on one line.
pub fn line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The operations that change something and have no row in a table, with the reasons that they declare.
pub fn outside(table: &str, reason: impl Fn(&OperationInfo) -> Option<&'static str>) -> String {
    let mut out = format!("\n## Outside the {table}\n\n| operation | why it has no row |\n|---|---|\n");
    for operation in ACQUIRING.operations() {
        if let Some(reason) = reason(operation) {
            out += &format!("| `{}` | {reason} |\n", operation.name);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Collected, ModelInfo};

    static ORDER: ModelInfo = ModelInfo { name: "Order", doc: "An order.", fields: &[] };
    static OTHER_ORDER: ModelInfo = ModelInfo { name: "Order", doc: "An order of another mode.", fields: &[] };

    #[test]
    fn the_same_declaration_counts_once() {
        let mut all = Collected::default();
        all.model(&ORDER);
        all.model(&ORDER);
        assert_eq!(all.models.len(), 1);
    }

    #[test]
    #[should_panic(expected = "two declarations are called Order")]
    fn two_declarations_of_one_name_are_an_error() {
        let mut all = Collected::default();
        all.model(&ORDER);
        all.model(&OTHER_ORDER);
    }
}
