//! Random journeys: users, one or two workers for each order, the clearing house, a moving clock, and everything that
//! can go wrong. A client that follows `lifecycle` and `settle` must keep every invariant. Careless clients must break
//! them.
//!
//! `PAYSCORE_JOURNEYS` is how many journeys are played below the signatures; a hundredth of it goes through them.
//! `PAYSCORE_SEED` is the first seed. A failure prints its seed and its steps; that seed with a count of 1 is the same
//! journey again.

use database::Careless;
use generator::{Outcome, travel, travel_beside};
use institutions::Pair;
use payscore::Merchant;
use payscore_simulator::common::MCHID;
use serde_json::json;
use stats::{Stats, Violation, shown};
use std::time::Instant;
use support::simulator::simulator_merchant;

mod channel;
mod client;
mod database;
mod generator;
mod institutions;
mod invariants;
mod prepayment;
mod rng;
mod stats;

/// How many go below the signatures without `PAYSCORE_JOURNEYS`. 100 000 take less than two minutes on two cores.
const USUAL: u64 = 20_000;

fn number_from_environment(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a whole number")))
}

#[test]
fn a_careful_client_keeps_every_invariant_below_the_signatures() {
    careful(number_from_environment("PAYSCORE_JOURNEYS", USUAL), false);
}

#[test]
fn a_careful_client_keeps_every_invariant_through_the_signatures() {
    careful(number_from_environment("PAYSCORE_JOURNEYS", USUAL).div_ceil(100), true);
}

fn careful(count: u64, signed: bool) {
    let (began, first) = (Instant::now(), number_from_environment("PAYSCORE_SEED", 1));
    let (stats, failed) = many(first, count, signed, None);
    println!(
        "{} {:.1} s, seeds {first}…: {stats:?}",
        if signed { "signed" } else { "below" },
        began.elapsed().as_secs_f64()
    );
    if count > 1_000 {
        assert!(stats.echoes > 0, "no call was sent twice: {stats:?}");
    }
    if let Some((seed, _)) = failed.first() {
        let Outcome { result, trace, .. } = travel(*seed, &merchant(), signed, None, true);
        println!("{}", trace.join("\n"));
        panic!("seed {seed}: {result:?}; {} of {count} failed: {:#?}", failed.len(), &failed[..failed.len().min(12)]);
    }
}

#[test]
fn two_institutions_with_equal_numbers_are_kept_apart() {
    let (one, other) = (merchant(), other_merchant());
    let pairs = [
        (&one, Pair { mchid: MCHID, other: &other, other_mchid: OTHER }),
        (&other, Pair { mchid: OTHER, other: &one, other_mchid: MCHID }),
    ];
    let mut stats = Stats::default();
    for seed in 1..=number_from_environment("PAYSCORE_JOURNEYS", USUAL).div_ceil(500) {
        for (merchant, pair) in pairs {
            let outcome = travel_beside(seed, merchant, true, None, true, Some(pair));
            assert_eq!(outcome.result, Ok(()), "seed {seed} of {}: {}", pair.mchid, outcome.trace.join("\n"));
            stats.add(&outcome.stats);
        }
    }
    println!("two institutions: {stats:?}");
    assert!(
        stats.offered_calls > 0 && stats.offered_answers > 0 && stats.offered_callbacks > 0,
        "nothing was offered: {stats:?}"
    );
}

#[test]
fn careless_clients_break_them() {
    // Always the same journeys: whether the rarest accident is among them must not depend on `PAYSCORE_JOURNEYS`.
    let (count, first) = (3_000, 1);
    for (careless, breaks) in [
        (Careless::NewOrder, "ordered twice"),
        (Careless::SecondNumber, "charged twice"),
        (Careless::LetsPay, "charged twice"),
        (Careless::AcceptedIsClosed, "charged twice"),
        (Careless::LostIsRegistered, "charged under an unregistered number"),
        (Careless::WithholdsUnknown, "charged under an unregistered number"),
        (Careless::RepeatsCancellation, "money given away"),
        (Careless::RefusalIsNothing, "refused, with nothing new"),
    ] {
        let (_, failed) = many(first, count, false, Some(careless));
        let broken = failed.iter().filter(|(_, violation)| violation.starts_with(breaks)).count();
        println!(
            "careless: {careless:?}: {breaks} in {broken} of {count} journeys, otherwise wrong in {}",
            failed.len() - broken
        );
        assert!(broken > 0, "{careless:?} breaks nothing: the journeys are too tame");
    }
}

type Failed = Vec<(u64, String)>;

/// In parallel. The result does not depend on the number of cores.
fn many(first: u64, count: u64, signed: bool, careless: Option<Careless>) -> (Stats, Failed) {
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64).min(count.max(1));
    let merchant = merchant();
    let work = |thread: u64| {
        let (mut stats, mut failed) = (Stats::default(), Failed::new());
        for seed in (first + thread..first + count).step_by(threads as usize) {
            let outcome = travel(seed, &merchant, signed, careless, false);
            stats.add(&outcome.stats);
            failed.extend(outcome.result.err().map(|violation| (seed, violation)));
        }
        (stats, failed)
    };
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|thread| scope.spawn(move || work(thread))).collect();
        let (mut stats, mut failed) = (Stats::default(), Failed::new());
        for handle in handles {
            let (more, others) = handle.join().unwrap();
            stats.add(&more);
            failed.extend(others);
        }
        failed.sort();
        (stats, failed)
    })
}

/// With the numbers and keys that the simulator gives out.
fn merchant() -> Merchant {
    simulator_merchant(json!({})).unwrap()
}

const OTHER: &str = "1230000999";

/// Another institution: only the number differs.
fn other_merchant() -> Merchant {
    simulator_merchant(json!({ "mchid": OTHER })).unwrap()
}
