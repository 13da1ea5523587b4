//! The page of coverage: the inventory, for people.

use std::collections::BTreeMap;
use toml::{Table, Value};

pub fn page() -> String {
    let inventory: Table = toml::from_str(include_str!("../../../docs/coverage.toml")).unwrap_or_default();
    let sections = inventory.get("section").and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
    let pages = inventory.get("pages").and_then(Value::as_table).cloned().unwrap_or_default();
    let mut page = String::from(
        "# Coverage\n\nGenerated from the inventory in `docs/coverage.toml`; `tests/rust/acquiring/coverage.rs` holds \
             it against core in both directions, and\n\
         against the scenarios (`tests/scenarios/`) and tests that it names. In `type`, `string(32)` is at most 32 \
          characters, `number` the\n\
         merchant's own numbers (`^[0-9A-Za-z_\\-|*]{1,32}$`); R is needed, O optional. Evidence: `official`, a page \
          for this mode;\n\
         `sibling`, a page of a sibling product or a third-party description; `inferred`, concluded; `unproven`; \
          `own`, Payscore's own.\n\n\
         | | rows | official | sibling | inferred | unproven | own | not checkable \
          |\n|---|---|---|---|---|---|---|---|\n",
    );
    let mut all = Counts::new();
    for section in sections {
        let mut counts = Counts::new();
        for row in rows(section) {
            let evidence = text(row, "evidence").or_else(|| text(section, "evidence")).unwrap_or_default();
            for what in ["rows", evidence].into_iter().chain(text(row, "not_checkable").map(|_| "not checkable")) {
                *counts.entry(what.to_owned()).or_default() += 1;
                *all.entry(what.to_owned()).or_default() += 1;
            }
        }
        page += &line(&format!("[{}](#{})", title(section), text(section, "id").unwrap_or_default()), &counts);
    }
    page += &line("**all**", &all);
    for section in sections {
        let id = text(section, "id").unwrap_or_default();
        page += &format!("\n## <a id=\"{id}\"></a>{}\n\n", title(section));
        if let Some(intro) = text(section, "intro") {
            page += &format!("{intro}\n\n");
        }
        let typed = rows(section).any(|row| text(row, "type").is_some());
        page += if typed {
            "| item | type | | in core | shown by | evidence |\n|---|---|---|---|---|---|\n"
        } else {
            "| item | in core | shown by | evidence |\n|---|---|---|---|\n"
        };
        for row in rows(section) {
            let of = |name: &str| text(row, name).or_else(|| text(section, name)).unwrap_or_default();
            let url = pages.get(of("page")).and_then(Value::as_str).unwrap_or_default();
            let remarks =
                ["note", "differs"].into_iter().filter_map(|name| text(row, name)).collect::<Vec<_>>().join(" ");
            let item = format!("{}{}{remarks}", of("item"), if remarks.is_empty() { "" } else { "<br>" });
            let (core, shown) = match text(row, "not_checkable") {
                Some(reason) => ("—".to_owned(), format!("**not checkable**: {reason}")),
                None => (format!("`{}`", of("core")), shown_by(row)),
            };
            let typed = if typed { format!("{} | {} | ", of("type"), of("need")) } else { String::new() };
            page += &format!(
                "| {} | {typed}{} | {} | [{}]({url}) |\n",
                cell(&item),
                cell(&core),
                cell(&shown),
                of("evidence")
            );
        }
    }
    page
}

type Counts = BTreeMap<String, usize>;

fn line(name: &str, counts: &Counts) -> String {
    let of = |what: &str| counts.get(what).map_or(String::new(), usize::to_string);
    let cells = ["rows", "official", "sibling", "inferred", "unproven", "own", "not checkable"].map(of);
    format!("| {name} | {} |\n", cells.join(" | "))
}

fn rows(section: &Value) -> impl Iterator<Item = &Value> {
    section.get("rows").and_then(Value::as_array).into_iter().flatten()
}

fn text<'v>(value: &'v Value, name: &str) -> Option<&'v str> {
    value.get(name)?.as_str()
}

fn title(section: &Value) -> &str {
    text(section, "title").unwrap_or_default()
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}

/// A scenario as a link, a test by its name.
fn shown_by(row: &Value) -> String {
    let shown = row.get("shown_by").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str);
    let link = |name: &str| match name.strip_prefix("test:").and_then(|test| test.split_once("::")) {
        Some((file, function)) => format!("[{function}](../tests/rust/{file})"),
        None => format!("[{}](../tests/scenarios/{name})", name.trim_end_matches(".json")),
    };
    shown.map(link).collect::<Vec<_>>().join(", ")
}
