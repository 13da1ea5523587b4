//! The inventory of the product (`docs/coverage.toml`) against core and the refusals of the simulator, in both
//! directions, and against the scenarios and tests that it names. `coverage/members.rs` and `coverage/answers.rs`
//! exercise what no scenario or sample names.

mod answers;
mod members;
mod surface;

use payscore::schema::{FieldInfo, Rule, Type};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};
use support::files::sources_of;
use support::tests_folder;
use surface::Fields;

/// How many rows say that they cannot be checked, and why. More of them is a decision, not an accident.
const NOT_CHECKABLE: usize = 17;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inventory {
    pages: BTreeMap<String, String>,
    pub section: Vec<Section>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Section {
    id: String,
    title: String,
    page: String,
    evidence: String,
    #[serde(default, rename = "intro")]
    _intro: String,
    pub rows: Vec<Row>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    item: String,
    r#type: Option<String>,
    need: Option<String>,
    page: Option<String>,
    evidence: Option<String>,
    pub core: Option<String>,
    #[serde(default)]
    shown_by: Vec<String>,
    not_checkable: Option<String>,
    differs: Option<String>,
    #[serde(rename = "note")]
    _note: Option<String>,
}

pub fn inventory() -> Inventory {
    toml::from_str(include_str!("../../../docs/coverage.toml")).unwrap()
}

fn rows(inventory: &Inventory) -> impl Iterator<Item = (&Section, &Row)> {
    inventory.section.iter().flat_map(|section| section.rows.iter().map(move |row| (section, row)))
}

#[test]
fn the_inventory_and_core_say_the_same() {
    let (inventory, fields) = (inventory(), Fields::and_beside());
    let mut named = BTreeSet::new();
    let mut wrong = Vec::new();
    for (section, row) in rows(&inventory) {
        let at = format!("{}: {}", section.id, row.item);
        let page = row.page.as_ref().unwrap_or(&section.page);
        if !inventory.pages.get(page).is_some_and(|url| url.starts_with("https://pay.weixin.qq.com/")) {
            wrong.push(format!("{at}: page {page} has no address"));
        }
        let evidence = row.evidence.as_ref().unwrap_or(&section.evidence);
        if !["official", "sibling", "inferred", "unproven", "own"].contains(&evidence.as_str()) {
            wrong.push(format!("{at}: evidence {evidence}"));
        }
        if section.title.is_empty() || row.not_checkable.is_some() == row.core.is_some() {
            wrong.push(format!("{at}: either an item of core or why it is not checkable"));
        }
        let Some(core) = &row.core else { continue };
        let Some((full, rule_evidence)) = surface::resolve(core, &fields) else {
            wrong.push(format!("{at}: core has no {core}"));
            continue;
        };
        let mut differs: Vec<String> = Vec::new();
        if let Some(of_core) = rule_evidence.filter(|of_core| of_core.as_str() != evidence) {
            differs.push(format!("evidence {of_core}"));
        }
        if let Some(field) = fields.get(core) {
            differs.extend(differences(row, field, core.contains(".params.")));
        }
        if differs.is_empty() == row.differs.is_some() {
            wrong.push(format!("{at}: differs {differs:?}, the row says {:?}", row.differs));
        }
        named.insert(full);
    }
    let missing: Vec<String> = surface::must_be_there().into_iter().filter(|item| !named.contains(item)).collect();
    assert!(wrong.is_empty(), "{} rows: {wrong:#?}", wrong.len());
    assert!(missing.is_empty(), "core has them, the inventory does not: {missing:#?}");
}

/// Where core's declaration differs from the page in type and need.
fn differences(row: &Row, field: &FieldInfo, is_param: bool) -> Vec<String> {
    let mut differs = Vec::new();
    if let Some(need) = &row.need {
        let needed = field.required || field.rules.iter().any(|rule| matches!(rule, Rule::Filled));
        if needed != (need == "R") {
            differs.push(format!("needed in core: {needed}"));
        }
    }
    let Some(stated) = &row.r#type else { return differs };
    let (kind, limit) = stated.split_once(", ").unwrap_or((stated, ""));
    let has = |wanted: &str| field.rules.iter().any(|rule| format!("{rule:?}") == wanted);
    let right = match kind {
        "fen" => {
            let least = match limit {
                "> 0" => has("Min(1)"),
                ">= 0" => has("Min(0)"),
                _ => true,
            };
            matches!(field.ty, Type::Fen) && least
        }
        "integer" => {
            matches!(field.ty, Type::Integer) && (limit.is_empty() || (has("AdviseMin(1)") && has("AdviseMax(100)")))
        }
        "boolean" => matches!(field.ty, Type::Boolean),
        "object" => matches!(field.ty, Type::Model(_)),
        "array" => {
            let (least, most) = limit.split_once("..").unwrap_or_default();
            let least = ["", "0"].contains(&least) || has(&format!("MinItems({least})"));
            matches!(field.ty, Type::List(_)) && least && (most.is_empty() || has(&format!("MaxItems({most})")))
        }
        "time" => matches!(field.ty, Type::ServiceTime),
        "RFC 3339" => matches!(field.ty, Type::ZonedTime),
        "enum" => matches!(field.ty, Type::Enum(_)),
        "string" => {
            matches!(field.ty, Type::Text | Type::Enum(_)) || (!is_param && matches!(field.ty, Type::ServiceTime))
        }
        "string(32)" if limit == "number" => has("OrderNumber"),
        limited => {
            let most = limited.strip_prefix("string(").and_then(|rest| rest.strip_suffix(')'));
            matches!(field.ty, Type::Text) && most.is_some_and(|most| has(&format!("MaxChars({most})")))
        }
    };
    if !right {
        differs.push(format!("{stated}, in core {} {:?}", field.ty, field.rules));
    }
    differs
}

#[test]
fn what_shows_a_row_is_there_and_names_it() {
    let root = tests_folder();
    let read = |path: &str| std::fs::read_to_string(root.join(path)).ok();
    let samples = read("samples.json").unwrap();
    let mut texts: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut wrong = Vec::new();
    let inventory = inventory();
    for (section, row) in rows(&inventory) {
        let at = format!("{}: {}", section.id, row.item);
        if row.shown_by.is_empty() == row.core.is_some() {
            wrong.push(format!("{at}: shown by nothing"));
        }
        for shown in &row.shown_by {
            let (path, function) = match shown.strip_prefix("test:").and_then(|test| test.split_once("::")) {
                Some((file, function)) => (format!("rust/{file}"), Some(function)),
                None => (format!("scenarios/{shown}"), None),
            };
            let Some(text) = texts.entry(path.clone()).or_insert_with(|| read(&path)) else {
                wrong.push(format!("{at}: there is no {path}"));
                continue;
            };
            if let Some(function) = function
                && !text.contains(&format!("fn {function}("))
            {
                wrong.push(format!("{at}: {path} has no test {function}"));
            }
            // A scenario or sample must name the member that it shows.
            let member = row.core.as_deref().filter(|core| !core.contains(':')).and_then(|core| core.rsplit_once('.'));
            let names = match function {
                None => Some(&*text),
                Some(_) if path == "rust/acquiring/samples.rs" => Some(&samples),
                Some(_) => None,
            };
            if let (Some((_, member)), Some(text)) = (member, names)
                && row.r#type.is_some()
                && !text.contains(&format!("\"{member}\""))
                && !text.contains(&format!("/{member}\""))
            {
                wrong.push(format!("{at}: {path} does not name {member}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} rows: {wrong:#?}", wrong.len());
}

#[test]
fn what_cannot_be_checked_is_counted() {
    let inventory = inventory();
    let reasons: Vec<String> = rows(&inventory)
        .filter_map(|(section, row)| Some(format!("{}: {}: {}", section.id, row.item, row.not_checkable.as_ref()?)))
        .collect();
    println!("{} of {} rows are not checkable:\n{}", reasons.len(), rows(&inventory).count(), reasons.join("\n"));
    assert_eq!(reasons.len(), NOT_CHECKABLE, "change the number with its reason");
}

/// Rust's users reach each model by its name; other languages get theirs from the declarations.
#[test]
fn every_model_is_public() {
    let core = tests_folder().join("../core/src");
    let texts = ["acquiring/mod.rs", "platform/mod.rs"].map(|path| std::fs::read_to_string(core.join(path)).unwrap());
    let public: BTreeSet<&str> = texts.iter().flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).collect();
    let hidden: Vec<&str> = surface::models().into_iter().filter(|model| !public.contains(model)).collect();
    assert!(hidden.is_empty(), "in no `pub use` of their mode: {hidden:?}");
}

/// A code is raised, or it goes.
#[test]
fn every_code_is_raised() {
    let core = tests_folder().join("../core/src");
    let table = std::fs::read_to_string(core.join("error/codes.rs")).unwrap();
    let sources = sources_of(&core).into_iter().filter(|path| !path.ends_with("error/codes.rs"));
    let sources: String = sources.map(|path| std::fs::read_to_string(path).unwrap()).collect();
    let words: BTreeSet<&str> = sources.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
    let rows = table.lines().filter_map(|line| line.strip_prefix("    ")?.split_once(" = \""));
    let names: Vec<&str> = rows.map(|(name, _)| name).filter(|name| name.starts_with(char::is_uppercase)).collect();
    assert_eq!(names.len(), payscore::error::CODES.len(), "every row begins with its name");
    let dead: Vec<&&str> = names.iter().filter(|name| !words.contains(**name)).collect();
    assert!(dead.is_empty(), "nothing raises {dead:?}");
}

#[test]
fn every_code_is_explained_on_its_page() {
    for code in payscore::error::CODES {
        let page = code.page();
        let (path, anchor) = page.split_once('#').unwrap();
        let text = std::fs::read_to_string(tests_folder().join("..").join(path)).unwrap_or_default();
        assert!(text.contains(&format!("<a id=\"{anchor}\"></a>")), "{page}");
    }
}

#[test]
fn every_code_is_raised_in_core() {
    let core = tests_folder().join("../core/src");
    let table = std::fs::read_to_string(core.join("error/codes.rs")).unwrap();
    let is_name = |name: &str| name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_');
    let names = table.lines().filter_map(|line| Some(line.strip_prefix("    ")?.split_once(" = \"")?.0));
    let names: BTreeSet<&str> = names.filter(|name| is_name(name)).collect();
    assert_eq!(names.len(), payscore::error::CODES.len());
    let others = sources_of(&core).into_iter().filter(|path| !path.ends_with("error/codes.rs"));
    let text: String = others.map(|path| without_imports(&std::fs::read_to_string(path).unwrap())).collect();
    let words: BTreeSet<&str> = text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
    let dead: Vec<&&str> = names.difference(&words).collect();
    assert!(dead.is_empty(), "nothing raises these codes: {dead:?}");
}

/// A source without its `use` items: an import raises nothing.
fn without_imports(source: &str) -> String {
    let mut within = false;
    let mut out = String::new();
    for line in source.lines() {
        let line = line.trim_start();
        within |= line.starts_with("use ") || line.starts_with("pub use ") || line.starts_with("pub(crate) use ");
        if !within {
            out += line;
            out.push('\n');
        }
        within &= !line.ends_with(';');
    }
    out
}
