//! The page of the lifecycle.

use crate::surface::outside;
use payscore::acquiring::{Hold, LIFECYCLE, OperationRows, Order, Phase, TRANSITIONS, Transition};
use payscore::ffi::ACQUIRING;
use payscore::schema::{ModelInfo, Rule, Type};

pub fn page() -> String {
    let mut page = String::from(
        "# Lifecycle\n\nGenerated from the tables in `core/src/acquiring/lifecycle/`, which `lifecycle(order, \
             deduction, now)` reads.\n\n\
         ## How an order moves\n\nIn 需确认 the user confirms each order; in 免确认 the user authorised the service once, \
          and orders begin in\n\
         service. Which one holds is a property of the service.\n\n",
    );
    page += &diagram();
    let mut members = Vec::new();
    deciding(Order::INFO, "", &mut members);
    page += "\n## What the phase is judged from\n\n";
    page += &members.join(", ");
    page += ", and nothing else: whatever may be odd about the other members of an order, its phase stands.\n";
    page += "\n## What is allowed\n\nThe first row that fits counts. In phase `unrecognised` only `query_order` is \
         allowed.\n\n\
             | operation | phase | deduction | allowed | why | forfeits |\n|---|---|---|---|---|---|\n";
    for OperationRows { operation, rows } in LIFECYCLE {
        for row in *rows {
            let phases = row.phases.iter().map(|phase| format!("`{phase}`")).collect::<Vec<_>>().join(", ");
            let holds = row.holds.iter().map(|hold| hold.as_str()).collect::<Vec<_>>().join("; ");
            let holds = if row.holds.len() == Hold::ALL.len() { "any".to_owned() } else { holds };
            let allowed = if row.allowed { "yes" } else { "no" };
            let forfeits = row.forfeits.unwrap_or("");
            page += &format!("| `{operation}` | {phases} | {holds} | {allowed} | {} | {forfeits} |\n", row.why);
        }
    }
    page += &outside(&ACQUIRING, "lifecycle", |operation| operation.outside_lifecycle);
    page += "\n## What is next, and when\n\n`lifecycle(…).next` says what to do, why, not before when and until when. \
         A package serves for an hour (then the\n\
             identical creation gives a fresh one), a deduction number for 24 hours (less 5 minutes for clocks that \
              differ), an order waits 30 days for its user; the pauses between\n\
             queries grow from 5 seconds to 10 minutes. These moments are known only of what the merchant remembers: \
              `Progress` and `Deduction`.\n";
    page
}

/// The members that are declared to decide.
fn deciding(info: &ModelInfo, at: &str, out: &mut Vec<String>) {
    for field in info.fields.iter().filter(|field| field.rules.iter().any(|rule| matches!(rule, Rule::DecidesPhase))) {
        let name = format!("{at}{}", field.name);
        match field.ty {
            Type::Model(inner) => deciding(inner(), &format!("{name}."), out),
            Type::List(Type::Model(inner)) => deciding(inner(), &format!("{name}[]."), out),
            _ => out.push(format!("`{name}`")),
        }
    }
}

fn diagram() -> String {
    let name = |phase: &Option<Phase>| phase.as_ref().map_or("[*]".to_owned(), |phase| phase.as_str().to_owned());
    let mut lines: String =
        TRANSITIONS.iter().map(|step| format!("    {} --> {} : {}\n", name(&step.from), step.to, step.by)).collect();
    lines.extend(Transition::ENDS.iter().map(|phase| format!("    {phase} --> [*]\n")));
    format!("```mermaid\nstateDiagram-v2\n{lines}```\n")
}
