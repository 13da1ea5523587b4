//! The tables of the lifecycle and of recovery as wholes: nothing that changes something is forgotten, and no row is
//! idle.

use payscore::acquiring::{Hold, LIFECYCLE, OperationRows, Phase, RECOVERY, TRANSITIONS, Transition};
use payscore::ffi::ACQUIRING;

/// Every phase that is recognised.
fn phases() -> Vec<Phase> {
    let known = Phase::INFO.values.iter().map(|value| Phase::from(value.value));
    known.filter(|phase| *phase != Phase::Unrecognised).collect()
}

fn rows(operation: &str) -> Option<&'static OperationRows> {
    LIFECYCLE.iter().find(|rows| rows.operation == operation)
}

#[test]
fn every_changing_operation_has_its_rows_or_says_why_not() {
    for operation in ACQUIRING.operations().filter(|operation| operation.changes()) {
        let name = operation.name;
        assert_ne!(rows(name).is_some(), operation.outside_lifecycle.is_some(), "{name}: lifecycle rows, or a reason");
        let recovery = RECOVERY.iter().any(|rows| rows.operation == name && !rows.rows.is_empty());
        assert_ne!(recovery, operation.outside_recovery.is_some(), "{name}: recovery rows, or a reason");
    }
    // The mode's own say why not only where they are about no order.
    let without: Vec<&str> = ACQUIRING
        .own_operations
        .iter()
        .filter(|operation| operation.outside_lifecycle.is_some())
        .map(|one| one.name)
        .collect();
    assert_eq!(without, ["apply_permissions"]);
    assert!(ACQUIRING.own_operations.iter().all(|operation| operation.outside_recovery.is_none()));
    // A reason is for what changes something.
    for operation in ACQUIRING.operations().filter(|operation| !operation.changes()) {
        assert_eq!((operation.outside_lifecycle, operation.outside_recovery), (None, None), "{}", operation.name);
    }
}

#[test]
fn the_lifecycle_answers_for_every_phase_and_hold() {
    for OperationRows { operation, rows } in LIFECYCLE {
        let known = ACQUIRING.operation(operation).is_some() || ACQUIRING.functions().any(|one| one.name == *operation);
        assert!(known, "there is no {operation}");
        let mut idle = vec![true; rows.len()];
        for phase in phases() {
            for hold in Hold::ALL {
                let first = rows.iter().position(|row| row.phases.contains(&phase) && row.holds.contains(hold));
                let first = first.unwrap_or_else(|| panic!("{operation} in {phase}, {}: no row", hold.as_str()));
                idle[first] = false;
            }
        }
        assert!(!idle.contains(&true), "{operation}: a row that never counts: {idle:?}");
    }
    let names: Vec<&str> = LIFECYCLE.iter().map(|rows| rows.operation).collect();
    let mut once = names.clone();
    once.sort_unstable();
    once.dedup();
    assert_eq!(once.len(), names.len(), "{names:?}");
    // Where an order stands is not known: then nothing may be done with it but to query.
    let allowed =
        |rows: &&OperationRows| rows.rows.iter().any(|row| row.allowed && row.phases.contains(&Phase::Unrecognised));
    assert_eq!(LIFECYCLE.iter().filter(allowed).map(|rows| rows.operation).collect::<Vec<_>>(), ["query_order"]);
}

#[test]
fn the_picture_shows_what_the_table_allows() {
    for step in TRANSITIONS {
        // The operations that stand first in `by`.
        for name in step.by.split(", ").map_while(|word| ACQUIRING.operation(word)).map(|operation| operation.name) {
            let Some(from) = &step.from else { continue };
            let allowed = rows(name).unwrap().rows.iter().any(|row| row.allowed && row.phases.contains(from));
            assert!(allowed, "the picture leads from {from} to {} by {name}, the table does not", step.to);
        }
        assert!(step.from.as_ref().is_none_or(|from| !Transition::ENDS.contains(from)), "an order leaves an end");
    }
    for phase in phases() {
        assert!(TRANSITIONS.iter().any(|step| step.to == phase), "nothing leads to {phase}");
        let goes_on = TRANSITIONS.iter().any(|step| step.from.as_ref() == Some(&phase));
        assert_ne!(goes_on, Transition::ENDS.contains(&phase), "{phase} is an end, or goes on");
    }
}

#[test]
fn recovery_names_operations_that_change_something() {
    for rows in RECOVERY {
        assert!(ACQUIRING.operation(rows.operation).is_some_and(|operation| operation.changes()), "{}", rows.operation);
    }
}
