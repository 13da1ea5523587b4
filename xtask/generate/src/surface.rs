//! The surface that core declares for one mode, gathered for the generators: each model and enumeration once, what is
//! used above what uses it. Two that share a name are an error: one of them would be lost without a word.

use payscore::ffi::{CONFIG, READ, SCOPES, Scope, WORDS};
use payscore::protocol::OperationInfo;
use payscore::schema::{EnumInfo, FieldInfo, ModelInfo, Rule, Type};
use std::collections::{BTreeSet, HashMap};

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
    scope.events.iter().for_each(|event| all.model(event.model));
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
    settings(scope).for_each(|setting| all.ty(setting.ty));
    all
}

/// The settings that merchants of this mode have.
pub fn settings(scope: &Scope) -> impl Iterator<Item = &'static FieldInfo> {
    CONFIG.fields.iter().filter(|field| scope.has_setting(field.name))
}

/// The names that a further mode takes from the top of the package, where the same is declared: what is of no product,
/// and parts that both modes have alike. What a mode declares as its operation, function, event or evidence is its own
/// in any case. The top takes none.
pub fn shared(scope: &Scope, gather: impl Fn(&Scope) -> Collected) -> BTreeSet<&'static str> {
    let top = SCOPES.iter().find(|other| other.namespace.is_empty()).expect("there is a mode at the top");
    if scope.namespace == top.namespace { BTreeSet::new() } else { gather(scope).alike(&gather(top), &own(scope)) }
}

fn own(scope: &Scope) -> BTreeSet<&'static str> {
    let operations = scope.own_operations.iter().flat_map(|operation| [operation.params.name, operation.reply.name]);
    let functions = scope.own_functions.iter().flat_map(|function| [function.params.name, function.reply.name]);
    let events = scope.events.iter().map(|event| event.model.name);
    operations.chain(functions).chain(events).chain(scope.evidence.iter().map(|info| info.name)).collect()
}

impl Collected {
    /// Whether this model is among them.
    pub fn has(&self, info: &ModelInfo) -> bool {
        self.declared.contains_key(info.name)
    }

    /// The names of what another has as well, with everything in it, except some.
    fn alike(&self, other: &Collected, except: &BTreeSet<&'static str>) -> BTreeSet<&'static str> {
        let is_alike = |name: &&str| !except.contains(name) && self.declared.get(name) == other.declared.get(name);
        let mut alike: BTreeSet<_> =
            self.enums.iter().chain(&self.words).map(|info| info.name).filter(is_alike).collect();
        for info in self.models.iter().filter(|info| is_alike(&info.name)) {
            let mut parts = info.fields.iter().filter_map(|field| name_in(field.ty));
            if parts.all(|name| name == info.name || alike.contains(name)) {
                alike.insert(info.name);
            }
        }
        alike
    }

    /// Takes up a model and what is in it: depth first, so that what is used stands above what uses it.
    pub fn model(&mut self, info: &'static ModelInfo) {
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
            assert!(
                *known == text,
                "two declarations are called {name}: one of them needs another name, or another scope"
            );
            return false;
        }
        self.declared.insert(name, text);
        true
    }
}

/// The name of the declaration that a type stands for, or that its elements stand for.
fn name_in(ty: Type) -> Option<&'static str> {
    match ty {
        Type::Model(info) => Some(info().name),
        Type::Enum(info) | Type::Word(info) => Some(info.name),
        Type::List(element) | Type::Map(element) => name_in(*element),
        _ => None,
    }
}

/// What a model says about itself, without what its fields' models say.
fn text_of_model(info: &ModelInfo) -> String {
    let field =
        |field: &FieldInfo| format!("{} {} {} {} {}\n", field.name, field.ty, field.required, field.derived, field.doc);
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
pub fn outside(scope: &Scope, table: &str, reason: impl Fn(&OperationInfo) -> Option<&'static str>) -> String {
    let mut out = format!("\n## Outside the {table}\n\n| operation | why it has no row |\n|---|---|\n");
    for operation in scope.operations() {
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
