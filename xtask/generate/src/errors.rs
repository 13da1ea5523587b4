//! The pages of error codes: an index, and a page for each family with likely causes.

use crate::answers;
use crate::surface::line;
use payscore::error::{CODES, Code, Kind};
use payscore::ffi::Scope;
use payscore::platform::NUMBERS;

/// The families of codes, and what is written by hand about each.
const FAMILIES: &[(&str, &str, &str)] = &[
    ("config", "docs/errors/config.md", include_str!("errors/config.md")),
    ("invalid", "docs/errors/invalid.md", include_str!("errors/invalid.md")),
    ("state", "docs/errors/state.md", include_str!("errors/state.md")),
    ("transport", "docs/errors/transport.md", include_str!("errors/transport.md")),
    ("api", "docs/errors/api.md", include_str!("errors/api.md")),
    ("verification", "docs/errors/verification.md", include_str!("errors/verification.md")),
    ("decryption", "docs/errors/decryption.md", include_str!("errors/decryption.md")),
    ("malformed", "docs/errors/malformed.md", include_str!("errors/malformed.md")),
];

/// All codes on one page, each with a link to where it is explained.
pub fn index() -> String {
    let mut page = String::from(
        "# Error codes\n\nGenerated from the table in `core/src/error/codes.rs`. A code is never renamed and never \
             reused. Each is explained, with likely\n\
         causes, at `docs/errors/<family>.md#<code>`: `page` of the error says where (in Rust \
          `error.code().page()`).\n\n\
         | code | kind | meaning | what to do |\n|---|---|---|---|\n",
    );
    for code in CODES {
        let link = code.page();
        let link = link.trim_start_matches("docs/");
        page +=
            &format!("| [`{code}`]({link}) | {} | {} | {} |\n", code.kind(), cell(code.meaning()), cell(code.remedy()));
    }
    page
}

/// A page for each family.
pub fn pages(scope: &'static Scope) -> Vec<(&'static str, String)> {
    FAMILIES.iter().map(|(family, path, written)| (*path, page(scope, path, family, written))).collect()
}

fn page(scope: &'static Scope, path: &str, family: &str, written: &str) -> String {
    let codes: Vec<&Code> = CODES.iter().filter(|code| code.page().starts_with(&format!("{path}#"))).collect();
    let kind = codes.first().map(|code| code.kind().as_str()).unwrap_or_default();
    let doc =
        Kind::INFO.values.iter().find(|value| value.value == kind).map(|value| line(value.doc)).unwrap_or_default();
    let mut page = format!(
        "# Errors of the kind {kind}\n\nGenerated from the table in `core/src/error/codes.rs` and \
             `xtask/generate/src/errors/{family}.md`. All codes: [errors.md](../errors.md).\n\n{doc}\n"
    );
    for code in codes {
        page +=
            &format!("\n### <a id=\"{code}\"></a>`{code}`\n\n{} **What to do:** {}\n", code.meaning(), code.remedy());
    }
    let numbers = NUMBERS.iter().map(|(number, means)| format!("| `{number}` | {means} |\n")).collect::<String>();
    let table = answers::table(scope).unwrap_or_else(|error| error.to_string());
    page += "\n";
    page + &written
        .replace("<!-- answers -->\n", &table)
        .replace("<!-- numbers -->\n", &format!("| number | means |\n|---|---|\n{numbers}"))
}

fn cell(text: &str) -> String {
    text.replace('|', "\\|")
}
