//! The surface that core declares, gathered for the generators: each model and enumeration once, what is used above what uses it.

use payscore::ffi::{ACQUIRING, CONFIG, READ, WORDS};
use payscore::schema::{EnumInfo, FieldInfo, ModelInfo, Rule, Type};
use std::collections::HashSet;

#[derive(Default)]
pub struct Collected {
    pub models: Vec<&'static ModelInfo>,
    pub enums: Vec<&'static EnumInfo>,
    pub words: Vec<&'static EnumInfo>,
    names: HashSet<&'static str>,
}

/// What is read: replies, events, results, and the models beside them.
pub fn read() -> Collected {
    let mut all = Collected::default();
    ACQUIRING.operations().for_each(|operation| all.model(operation.reply));
    ACQUIRING.events.iter().for_each(|(_, event)| all.model(event));
    ACQUIRING.functions().for_each(|function| all.model(function.reply));
    READ.iter().for_each(|model| all.model(model));
    WORDS.iter().for_each(|words| all.ty(Type::Word(words)));
    all
}

/// What is passed: parameters of operations and of functions.
pub fn passed() -> Collected {
    let mut all = Collected::default();
    ACQUIRING.operations().for_each(|operation| all.model(operation.params));
    ACQUIRING.functions().for_each(|function| all.model(function.params));
    CONFIG.fields.iter().for_each(|setting| all.ty(setting.ty));
    all
}

/// Whether a model can be read, so that one that was read may be passed, too.
pub fn is_read(info: &ModelInfo) -> bool {
    read().names.contains(info.name)
}

impl Collected {
    /// Depth first, so that what is used stands above what uses it.
    fn model(&mut self, info: &'static ModelInfo) {
        if self.names.insert(info.name) {
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
            Type::Enum(info) if self.names.insert(info.name) => self.enums.push(info),
            Type::Word(info) if self.names.insert(info.name) => self.words.push(info),
            Type::List(element) | Type::Map(element) => self.ty(*element),
            _ => {}
        }
    }
}

/// Whether a parameter must be given in a call: neither the merchant nor an order can fill it.
pub fn is_needed(field: &FieldInfo) -> bool {
    field.required && !field.rules.iter().any(|rule| matches!(rule, Rule::Filled))
}

/// A documentation on one line.
pub fn line(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}
