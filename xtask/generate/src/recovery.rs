//! The page of recovery.

use crate::surface::outside;
use payscore::acquiring::{Found, OperationRecovery, RECOVERY};
use payscore::ffi::ACQUIRING;

pub fn page() -> String {
    let mut page = String::from(
        "# Recovery\n\nGenerated from the table in `core/src/acquiring/recovery/table.rs`, which \
             `draft.settle(evidence)` reads: what became of a\n\
         call whose answer was lost. The first row that fits counts; if no row fits, the evidence is inconclusive, and \
          what the call\n\
         was about must be queried. What WeChat Pay did not sign never counts as evidence. What you know of a \
          deduction number is\n\
         passed to `settle` as `deduction`.\n\n\
         A repeat that would give something up now is never advised: then `retry` is `never`, `forfeits` says what it \
          would cost, and\n\
         whether it is still wanted is a new decision.\n\n\
         | lost call | found | verdict | next | why |\n|---|---|---|---|---|\n",
    );
    for OperationRecovery { operation, rows } in RECOVERY {
        for row in *rows {
            let (found, retry) = (what(&row.found), row.retry.as_str());
            page += &format!("| `{operation}` | {found} | {} | `{retry}` | {} |\n", row.verdict, row.why);
        }
    }
    page += &outside(&ACQUIRING, "recovery", |operation| operation.outside_recovery);
    page
}

/// What was found, in words.
fn what(found: &Found) -> String {
    let listed = |words: Vec<&str>| words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ");
    match found {
        Found::AnyOrder => "the order, in any phase".to_owned(),
        Found::Order(phases) => format!("the order, {}", listed(phases.iter().map(|phase| phase.as_str()).collect())),
        Found::SameTotal => "the order, completed with the same total".to_owned(),
        Found::OtherTotal => "the order, completed with another total".to_owned(),
        Found::LowerTotal => "the order, completed with a lower total".to_owned(),
        Found::NoTotal => "the order, completed, without a total".to_owned(),
        Found::OwnNumber => "our deduction number".to_owned(),
        Found::OtherNumber => "another deduction number".to_owned(),
        Found::OwnNumberEnded => "our deduction number, known to be no longer in force".to_owned(),
        Found::OtherNumberEnded => "another deduction number, known to have ended unpaid".to_owned(),
        Found::OtherNumberPaid => "another deduction number, known to be paid".to_owned(),
        Found::Permission(states) => {
            format!("the authorisation, {}", listed(states.iter().map(|state| state.as_str()).collect()))
        }
        Found::Code(codes) => listed(codes.to_vec()),
    }
}
