//! What core declares, by the names that the inventory uses.

use payscore::acquiring::{LIFECYCLE, RECOVERY};
use payscore::error::{CODES, Evidence};
use payscore::ffi::{ACQUIRING, READ};
use payscore::platform::NUMBERS;
use payscore::schema::{EnumInfo, FieldInfo, ModelInfo, Type};
use std::collections::{BTreeMap, BTreeSet};

/// The words that Payscore itself chose: they are no part of the product.
const OWN_WORDS: [&str; 1] = ["DeductionStanding"];

/// Every field of a model, `Order.state`, or parameter, `create_order.params.attach`.
pub struct Fields(BTreeMap<String, &'static FieldInfo>);

impl Fields {
    pub fn of_core() -> Fields {
        let mut all = Fields(BTreeMap::new());
        for operation in ACQUIRING.operations() {
            all.params(operation.name, operation.params);
            all.model(operation.reply);
        }
        for function in ACQUIRING.functions() {
            all.params(function.name, function.params);
            all.model(function.reply);
        }
        ACQUIRING.events.iter().for_each(|event| all.model(event.model));
        all
    }

    /// With the models beside them, which the inventory may name but need not.
    pub fn and_beside() -> Fields {
        let mut all = Fields::of_core();
        ACQUIRING.own_models.iter().for_each(|model| all.model(model));
        READ.iter().for_each(|model| all.model(model));
        all
    }

    pub fn get(&self, name: &str) -> Option<&'static FieldInfo> {
        self.0.get(name).copied()
    }

    fn params(&mut self, of: &str, info: &ModelInfo) {
        for field in info.fields {
            self.0.insert(format!("{of}.params.{}", field.name), field);
            self.inside(field.ty);
        }
    }

    fn model(&mut self, info: &ModelInfo) {
        for field in info.fields.iter().filter(|field| !field.derived) {
            if self.0.insert(format!("{}.{}", info.name, field.name), field).is_none() {
                self.inside(field.ty);
            }
        }
    }

    fn inside(&mut self, ty: Type) {
        match ty {
            Type::Model(info) => self.model(info()),
            Type::List(inner) | Type::Map(inner) => self.inside(*inner),
            _ => {}
        }
    }

    fn enums(&self) -> BTreeMap<&'static str, &'static EnumInfo> {
        let of = |ty: Type| match ty {
            Type::Enum(info) => Some((info.name, info)),
            _ => None,
        };
        self.0.values().filter_map(|field| of(field.ty)).collect()
    }
}

/// The name of every model that a user passes or reads.
pub fn models() -> BTreeSet<&'static str> {
    fn within(ty: Type, names: &mut BTreeSet<&'static str>) {
        match ty {
            Type::Model(info) => collect(info(), names),
            Type::List(inner) | Type::Map(inner) => within(*inner, names),
            _ => {}
        }
    }
    fn collect(info: &ModelInfo, names: &mut BTreeSet<&'static str>) {
        if names.insert(info.name) {
            info.fields.iter().for_each(|field| within(field.ty, names));
        }
    }
    let mut names = BTreeSet::new();
    let operations = ACQUIRING.operations().flat_map(|operation| [operation.params, operation.reply]);
    let functions = ACQUIRING.functions().flat_map(|function| [function.params, function.reply]);
    let events = ACQUIRING.events.iter().map(|event| event.model);
    operations.chain(functions).chain(events).for_each(|info| collect(info, &mut names));
    // What the engine brings with every answer and callback.
    for engine in ["Ack", "Unread"] {
        names.remove(engine);
    }
    names
}

/// Everything that must stand in the inventory.
pub fn must_be_there() -> BTreeSet<String> {
    let fields = Fields::of_core();
    let mut all: BTreeSet<String> = fields.0.keys().cloned().collect();
    all.extend(ACQUIRING.operations().map(|operation| format!("operation:{}", operation.name)));
    all.extend(ACQUIRING.events.iter().map(|event| format!("event:{}", event.model.name)));
    all.extend(ACQUIRING.functions().map(|function| format!("function:{}", function.name)));
    all.extend(ACQUIRING.rules().iter().map(|bound| format!("rule:{}", bound.rule.id)));
    all.extend(NUMBERS.iter().map(|(number, _)| format!("number:{number}")));
    all.extend(RECOVERY.iter().map(|rows| format!("recovery:{}", rows.operation)));
    all.extend(refusals().iter().map(|rule| format!("refusal:{rule}")));
    for info in fields.enums().values().filter(|info| !OWN_WORDS.contains(&info.name)) {
        all.extend(info.values.iter().map(|value| format!("{}:{}", info.name, value.value)));
    }
    all
}

/// What the simulator refuses.
fn refusals() -> BTreeSet<String> {
    let cases: Vec<serde_json::Value> = serde_json::from_str(include_str!("../../../refusals.json")).unwrap();
    cases.iter().map(|case| case["rule"].as_str().unwrap().to_owned()).collect()
}

/// The item that a row of the inventory names, in full; and where its rule comes from, if it is one.
pub fn resolve(name: &str, fields: &Fields) -> Option<(String, Option<Evidence>)> {
    let there = |found: bool| found.then(|| (name.to_owned(), None));
    let Some((kind, rest)) = name.split_once(':') else {
        let models = ACQUIRING
            .operations()
            .map(|operation| operation.reply.name)
            .chain(ACQUIRING.events.iter().map(|event| event.model.name));
        return there(fields.get(name).is_some() || models.into_iter().any(|model| model == name));
    };
    match kind {
        "operation" => there(ACQUIRING.operations().any(|operation| operation.name == rest)),
        "event" => there(ACQUIRING.events.iter().any(|event| event.model.name == rest)),
        "function" => there(ACQUIRING.functions().any(|function| function.name == rest)),
        "code" => there(CODES.iter().any(|code| code.as_str() == rest)),
        "number" => there(NUMBERS.iter().any(|(number, _)| number.to_string() == rest)),
        "refusal" => there(refusals().contains(rest)),
        "recovery" => there(RECOVERY.iter().any(|rows| rows.operation == rest)),
        "rule" => {
            let rule = ACQUIRING.rules().into_iter().find(|bound| bound.rule.id == rest)?.rule;
            Some((name.to_owned(), Some(rule.evidence.clone())))
        }
        "lifecycle" => {
            let state = State::parse(rest)?;
            let rows = LIFECYCLE.iter().find(|rows| rows.operation == state.operation)?.rows;
            let row = rows.iter().find(|row| {
                row.phases.iter().any(|phase| phase.as_str() == state.phase)
                    && row.holds.iter().any(|hold| hold.as_str() == state.hold)
            });
            there(row.is_some_and(|row| row.allowed == state.allowed))
        }
        _ => {
            let info = fields.enums().remove(kind)?;
            there(info.values.iter().any(|value| value.value == rest))
        }
    }
}

/// `cancel_order@awaiting_payment[no number in force]=yes`.
pub struct State<'a> {
    pub operation: &'a str,
    pub phase: &'a str,
    pub hold: &'a str,
    pub allowed: bool,
}

impl State<'_> {
    pub fn parse(text: &str) -> Option<State<'_>> {
        let (operation, rest) = text.split_once('@')?;
        let (phase, rest) = rest.split_once('[')?;
        let (hold, allowed) = rest.split_once("]=")?;
        Some(State { operation, phase, hold, allowed: allowed == "yes" })
    }
}
