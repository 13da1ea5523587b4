//! What is not proven about WeChat Pay: each a switch, with the default that hurts a careless client most.

use super::Declared;
use serde_json::{Map, Value, json};

/// An unproven behaviour.
#[derive(Debug)]
pub struct Switch {
    /// Its name.
    pub name: &'static str,
    /// Its values; the first is the default.
    pub values: &'static [&'static str],
    /// What it decides.
    pub about: &'static str,
}

impl Switch {
    /// The default value.
    pub fn default_value(&self) -> &'static str {
        self.values.first().copied().unwrap_or_default()
    }
}

/// How the switches are set.
#[derive(Debug, Clone)]
pub struct Switches {
    known: Vec<&'static Switch>,
    set: Map<String, Value>,
}

impl Switches {
    pub(super) fn new(declared: &[&'static Declared]) -> Switches {
        Switches { known: declared.iter().flat_map(|declared| declared.switches).collect(), set: Map::new() }
    }

    /// The value of a switch.
    pub fn get(&self, name: &str) -> &str {
        let default = || self.find(name).map_or("", Switch::default_value);
        self.set.get(name).and_then(Value::as_str).unwrap_or_else(default)
    }

    /// Sets a switch. The error says what is wrong.
    pub fn set(&mut self, name: &str, value: &Value) -> Result<(), String> {
        let switch = self.find(name).ok_or_else(|| format!("there is no switch `{name}`"))?;
        let value = value.as_str().unwrap_or_default();
        if !switch.values.contains(&value) {
            return Err(format!("`{name}` must be one of {}", switch.values.join(" | ")));
        }
        self.set.insert(name.to_owned(), json!(value));
        Ok(())
    }

    /// All of them with their values.
    pub fn view(&self) -> Value {
        self.known
            .iter()
            .map(|switch| (switch.name.to_owned(), json!(self.get(switch.name))))
            .collect::<Map<_, _>>()
            .into()
    }

    fn find(&self, name: &str) -> Option<&'static Switch> {
        self.known.iter().find(|switch| switch.name == name).copied()
    }
}
