//! The page of the lifecycle.

use payscore::ffi::lifecycle_table;

pub fn page() -> String {
    let mut page = String::from(
        "# Lifecycle\n\nGenerated from the table in `core/src/payscore/lifecycle.rs`, which `lifecycle(order, deduction, now)` reads: the first row\n\
         that fits holds. In phase `unrecognised` only `query_order` is allowed.\n\n\
         | operation | phase | deduction | allowed | why | forfeits |\n|---|---|---|---|---|---|\n",
    );
    for (operation, phases, holds, allowed, why, forfeits) in lifecycle_table() {
        let phases = phases.iter().map(|phase| format!("`{phase}`")).collect::<Vec<_>>().join(", ");
        let holds = if holds.len() == 4 { "any".to_owned() } else { holds.join("; ") };
        let allowed = if allowed { "yes" } else { "no" };
        page += &format!("| `{operation}` | {phases} | {holds} | {allowed} | {why} | {} |\n", forfeits.unwrap_or(""));
    }
    page
}
