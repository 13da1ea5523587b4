//! The page of recovery.

use payscore::ffi::{Found, RECOVERY};

pub fn page() -> String {
    let mut page = String::from(
        "# Recovery\n\nGenerated from the table in `core/src/payscore/recovery.rs`, which `draft.settle(evidence)` reads: what became of a call whose\n\
         answer was lost. The first row that fits holds; what no row names does not tell, and the order is to be queried. What is not\n\
         signed by WeChat Pay never counts as evidence.\n\n\
         | lost call | found | verdict | next | why |\n|---|---|---|---|---|\n",
    );
    for row in RECOVERY {
        let found = match &row.found {
            Found::AnyOrder => "the order, in any phase".to_owned(),
            Found::Order(phases) => {
                let phases = phases.iter().map(|phase| format!("`{phase}`")).collect::<Vec<_>>();
                format!("the order, {}", phases.join(", "))
            }
            Found::Completed(Some(true)) => "the order, completed with the same total".to_owned(),
            Found::Completed(Some(false)) => "the order, completed with another total".to_owned(),
            Found::Completed(None) => "the order, completed, without a total".to_owned(),
            Found::Lower => "the order, completed with a lower total".to_owned(),
            Found::Number(true) => "our deduction number".to_owned(),
            Found::Number(false) => "another deduction number".to_owned(),
            Found::Permission(states) => {
                let states = states.iter().map(|state| format!("`{state}`")).collect::<Vec<_>>();
                format!("the authorisation, {}", states.join(", "))
            }
            Found::Code(codes) => codes.iter().map(|code| format!("`{code}`")).collect::<Vec<_>>().join(", "),
        };
        page += &format!("| `{}` | {found} | {} | `{}` | {} |\n", row.operation, row.verdict, row.retry.as_str(), row.why);
    }
    page
}
