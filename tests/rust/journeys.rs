//! Random journeys: users, one or two workers an order, the clearing house, a moving clock, and all that can go wrong. A client that
//! follows `lifecycle` and `settle` must keep every invariant; careless ones must break them.
//!
//! `PAYSCORE_JOURNEYS` is how many below the signatures (a hundredth of it through them), `PAYSCORE_SEED` the first seed. A
//! failure prints its seed and its steps: that seed with a count of 1 is the same journey again.

use journeys::database::Careless;
use journeys::generator::{Outcome, travel, travel_beside};
use journeys::institutions::Pair;
use payscore::http::{Headers, Request};
use payscore::{Merchant, MerchantConfig};
use payscore_simulator::common::MCHID;
use payscore_simulator::{Answer, Config, Simulator};
use serde_json::Value;
use std::time::Instant;

mod journeys {
    pub mod channel;
    pub mod client;
    pub mod database;
    pub mod generator;
    pub mod institutions;
    pub mod invariants;
    pub mod prepayment;
    pub mod rng;

    /// What must not be, and was.
    pub type Violation = String;

    pub fn shown(error: payscore::Error) -> Violation {
        error.to_string()
    }

    macro_rules! stats {
        ($($name:ident),*) => {
            #[derive(Debug, Default, Clone, Copy)]
            pub struct Stats { $(pub $name: u64),* }

            impl Stats {
                pub fn add(&mut self, other: &Stats) {
                    $(self.$name += other.$name;)*
                }
            }
        };
    }
    // charged_to_user_payments: under a pre-order; refusals: by WeChat Pay, each excused by a change after the read; unproven: by a rule that nobody can see; held_back: by
    // lifecycle, before anything was sent; settled: lost calls looked into; closed_too_late: the payment came first, and was seen;
    // closing: the clearing house only accepted to close;
    // paid_twice: at the desk and here, and seen; given_away: fen, by repeats; odd: answers and callbacks of another shape; echoes:
    // refusals of a second sending whose first one succeeded; offered_…: what belongs to another institution, and was refused.
    stats!(
        journeys,
        orders,
        calls,
        faults,
        charges,
        charged_to_user_payments,
        withholdings,
        acknowledged,
        refusals,
        unproven,
        held_back,
        settled,
        closed_too_late,
        closing,
        paid_twice,
        given_away,
        odd,
        echoes,
        offered_calls,
        offered_answers,
        offered_callbacks
    );
}

/// Below the signatures, unless asked for otherwise. 100 000 take less than two minutes on two cores.
const USUAL: u64 = 20_000;

fn asked(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().map_or(usual, |text| text.parse().unwrap_or_else(|_| panic!("{name} is a whole number")))
}

#[test]
fn a_careful_client_keeps_every_invariant_below_the_signatures() {
    careful(asked("PAYSCORE_JOURNEYS", USUAL), false);
}

#[test]
fn a_careful_client_keeps_every_invariant_through_the_signatures() {
    careful(asked("PAYSCORE_JOURNEYS", USUAL).div_ceil(100), true);
}

fn careful(count: u64, signed: bool) {
    let (began, first) = (Instant::now(), asked("PAYSCORE_SEED", 1));
    let (stats, failed) = many(first, count, signed, None);
    println!("{} {:.1} s, seeds {first}…: {stats:?}", if signed { "signed" } else { "below" }, began.elapsed().as_secs_f64());
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
    let (one, other) = (merchant(), merchant_of(Some(OTHER)));
    let pairs = [
        (&one, Pair { mchid: MCHID, other: &other, other_mchid: OTHER }),
        (&other, Pair { mchid: OTHER, other: &one, other_mchid: MCHID }),
    ];
    let mut stats = journeys::Stats::default();
    for seed in 1..=asked("PAYSCORE_JOURNEYS", USUAL).div_ceil(500) {
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
    // Always the same ones: how seldom the rarest accident is does not depend on how many careful journeys are asked for.
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

/// Side by side on the cores there are; the result does not depend on how many.
fn many(first: u64, count: u64, signed: bool, careless: Option<Careless>) -> (journeys::Stats, Failed) {
    let threads = std::thread::available_parallelism().map_or(1, |cores| cores.get() as u64).min(count.max(1));
    let merchant = merchant();
    let work = |thread: u64| {
        let (mut stats, mut failed) = (journeys::Stats::default(), Failed::new());
        for seed in (first + thread..first + count).step_by(threads as usize) {
            let outcome = travel(seed, &merchant, signed, careless, false);
            stats.add(&outcome.stats);
            failed.extend(outcome.result.err().map(|violation| (seed, violation)));
        }
        (stats, failed)
    };
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|thread| scope.spawn(move || work(thread))).collect();
        let (mut stats, mut failed) = (journeys::Stats::default(), Failed::new());
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
    merchant_of(None)
}

const OTHER: &str = "1230000999";

/// The same as another institution: only the number differs.
fn merchant_of(mchid: Option<&str>) -> Merchant {
    let now = payscore::time::Timestamp::from_unix(1_748_739_600).unwrap();
    let mut simulator = Simulator::new(Config { seed: 1, now, base_url: "http://localhost".to_owned() }).unwrap();
    let request = Request::new("GET", "http://localhost/_simulator", Headers::new(), None);
    let Answer::Reply(response) = simulator.handle(&request) else { panic!("the simulator says nothing") };
    let facts: Value = serde_json::from_slice(&response.body).unwrap();
    let mut config = facts["merchant"].as_object().unwrap().clone();
    if let Some(mchid) = mchid {
        config.insert("mchid".to_owned(), mchid.into());
    }
    MerchantConfig::from_json(&config).and_then(Merchant::new).unwrap()
}
