//! The page of recovery.

use payscore::ffi::{Found, RECOVERY};

pub fn page() -> String {
    let mut page = String::from(
        "# Recovery\n\nGenerated from the table in `core/src/acquiring/recovery.rs`, which `draft.settle(evidence)` reads: what became of a call whose\n\
         answer was lost. The first row that fits holds; where no row fits, the evidence is inconclusive, and the order is to be queried.\n\
         What WeChat Pay did not sign never counts as evidence. What is known of a deduction number is what `settle` gets as `deduction`.\n\n\
         A repeat that would give something up now is never advised: then `retry` is `never`, `forfeits` says what it would cost, and\n\
         whether it is still wanted is a new decision.\n\n\
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
            Found::OwnNumberEnded => "our deduction number, known to be in force no more".to_owned(),
            Found::EarlierNumberEnded => "another deduction number, known to have ended unpaid".to_owned(),
            Found::EarlierNumberPaid => "another deduction number, known to be paid".to_owned(),
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
