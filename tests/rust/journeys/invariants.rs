//! What must hold whatever happens, by the simulator's own books, never by the client's.

use super::Violation;
use super::database::{Creation, Row};
use payscore::acquiring::{Deduction, Phase};
use payscore_simulator::World;
use payscore_simulator::acquiring::{State, order_key};
use std::collections::BTreeMap;

/// The part of the simulator's record that decides about an order's calls.
#[derive(Debug, PartialEq, Eq)]
pub struct Mark {
    state: Option<State>,
    history: usize,
    total: i64,
    numbers: Vec<(String, &'static str)>,
    in_force: Option<String>,
    payments: Vec<String>,
    settling: usize,
}

impl Mark {
    /// Whether this number is registered.
    pub fn has(&self, known: &Deduction) -> bool {
        self.numbers.iter().any(|(number, _)| *number == known.out_trade_no)
    }

    /// What the user owes for the service, while nothing was paid.
    pub fn owed(&self) -> i64 {
        if self.state == Some(State::Completed) { self.total } else { 0 }
    }
}

pub fn mark(world: &World, key: &(String, String)) -> Mark {
    let order = world.acquiring.orders.get(key);
    let word = |number: &String| world.acquiring.deductions.get(number).map_or("", |known| known.withholding.word());
    let payments = world.acquiring.user_payments.iter().filter(|payment| payment.order == *key);
    Mark {
        state: order.map(|order| order.state),
        history: order.map_or(0, |order| order.history.len()),
        total: order.map_or(0, |order| order.total()),
        numbers: order
            .map_or_else(Vec::new, |order| order.numbers.iter().map(|number| (number.clone(), word(number))).collect()),
        in_force: world.acquiring.number_in_force(&world.common, key),
        payments: payments.map(|payment| format!("{:?}", payment.standing)).collect(),
        settling: world.acquiring.settling.iter().filter(|settling| settling.order == *key).count(),
    }
}

/// After every step: nobody was charged twice, nobody ordered twice.
pub fn at_each_step(world: &World) -> Result<(), Violation> {
    for (index, charge) in world.acquiring.charges.iter().enumerate() {
        let known = world.acquiring.deductions.get(&charge.out_trade_no);
        if known.is_some_and(|known| known.registered_at.is_none()) {
            return Err(format!("charged under an unregistered number: {} fen", charge.amount));
        }
        if world.acquiring.charges.iter().take(index).any(|other| other.order == charge.order) {
            return Err(format!("charged twice: {}", charge.order.1));
        }
    }
    let mut intents = BTreeMap::new();
    for order in world.acquiring.orders.values() {
        if let Some(other) = intents.insert(order.text("attach"), order.out_order_no()) {
            return Err(format!("ordered twice: {other} and {}", order.out_order_no()));
        }
    }
    Ok(())
}

/// At the end: no order is lost, both sides agree, and the money adds up.
pub fn at_the_end(world: &World, rows: &[Row]) -> Result<(), Violation> {
    at_each_step(world)?;
    let (mut paid_there, mut paid_here) = (0, 0);
    for row in rows {
        let name = &row.key.1;
        let order = match (row.creation, world.acquiring.orders.get(&row.key)) {
            (Creation::NotSent, None) => continue,
            (Creation::Happened, Some(order)) => order,
            (creation, found) => {
                return Err(format!("{name} is lost: {creation:?}, in the books: {}", found.is_some()));
            }
        };
        let charges: Vec<i64> = world
            .acquiring
            .charges
            .iter()
            .filter(|charge| charge.order == row.key)
            .map(|charge| charge.amount)
            .collect();
        let in_books = match order.state {
            State::Done if order.paid_elsewhere() => Phase::PaidElsewhere,
            State::Done if order.total() > 0 => Phase::Paid,
            State::Done | State::Completed if order.total() == 0 => Phase::NothingToPay,
            State::Revoked => Phase::Revoked,
            State::Expired => Phase::Expired,
            other => return Err(format!("{name} did not end: {other:?}")),
        };
        let Some((phase, total)) = &row.ended_as else {
            return Err(format!("{name} ended, and the client did not learn it"));
        };
        if *phase != in_books || (in_books == Phase::Paid && *total != order.total()) {
            return Err(format!(
                "{name} is {in_books} with {}, the client believes {phase} with {total}",
                order.total()
            ));
        }
        match in_books {
            Phase::Paid if charges != [order.total()] => {
                return Err(format!("{name} is paid, but charged {charges:?}"));
            }
            Phase::Paid => {
                paid_there += order.total();
                paid_here += total;
                if row.paid_elsewhere && !row.refund_owed {
                    return Err(format!("{name} was paid twice, here and at the desk, and the client did not see it"));
                }
            }
            _ if !charges.is_empty() => return Err(format!("{name} is {in_books}, but was charged {charges:?}")),
            _ => {}
        }
    }
    let known: Vec<_> = rows.iter().map(|row| &row.key).collect();
    if let Some(stray) = world.acquiring.orders.values().find(|order| !known.contains(&&order_key(&order.params))) {
        return Err(format!("nobody knows of {}", stray.out_order_no()));
    }
    let books = world.acquiring.books();
    let charged = books["charged_total"].as_i64().unwrap_or(-1);
    if charged != paid_there || charged != paid_here {
        return Err(format!(
            "the money does not add up: {charged} charged, {paid_there} of orders, {paid_here} at the client's"
        ));
    }
    let empty = |name: &str| books[name].as_array().is_some_and(Vec::is_empty);
    if !empty("double_charges") || !empty("double_orders") {
        return Err(format!("the books show doubles: {} {}", books["double_charges"], books["double_orders"]));
    }
    Ok(())
}
