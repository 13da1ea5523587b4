//! What a deduction number does to its order, from what the merchant has stored about it.

use super::{Deduction, DeductionStanding};
use crate::time::Timestamp;

/// How long a registered number serves, in seconds.
pub(super) const IN_FORCE: i64 = 24 * 3600;
/// How far WeChat Pay's clock and this machine's may be apart when a number lapses, in seconds.
pub(super) const CLOCK_MARGIN: i64 = 300;

/// What a deduction number does to its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// No number is in force.
    Free,
    /// A number is stored. It is not known whether it is registered. Nothing was submitted under it.
    PerhapsRegistered,
    /// A number is registered. Nothing was submitted under it.
    InForce,
    /// The same, but its 24 hours end within the margin of the clocks: too late to withhold under it, too early to
    /// rely on its end.
    Lapsing,
    /// A withholding was submitted. Its result is not known.
    Uncertain,
    /// A withholding was paid.
    Settled,
}

impl Hold {
    /// Every hold.
    pub const ALL: &[Hold] =
        &[Hold::Free, Hold::PerhapsRegistered, Hold::InForce, Hold::Lapsing, Hold::Uncertain, Hold::Settled];

    /// In words, as documents and the inventory name it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Hold::Free => "no number in force",
            Hold::PerhapsRegistered => "perhaps registered, nothing submitted",
            Hold::InForce => "registered, nothing submitted",
            Hold::Lapsing => "about to lapse, nothing submitted",
            Hold::Uncertain => "submitted, result unknown",
            Hold::Settled => "paid, says the clearing house",
        }
    }
}

/// What this deduction does to its order now.
pub(in crate::acquiring) fn hold(deduction: Option<&Deduction>, now: Timestamp) -> Hold {
    let Some(deduction) = deduction else { return Hold::Free };
    match deduction.standing {
        DeductionStanding::Failed | DeductionStanding::Closed => Hold::Free,
        DeductionStanding::Paid => Hold::Settled,
        DeductionStanding::Registering | DeductionStanding::NotSent => {
            match (deduction.registered_at, deduction.stored_at) {
                (Some(registered), _) => hold_of_age(now.since(registered)),
                (None, Some(stored)) if hold_of_age(now.since(stored)) == Hold::Free => Hold::Free,
                (None, _) => Hold::PerhapsRegistered,
            }
        }
        // Even after 24 hours: a withholding that was submitted in time may have been paid.
        DeductionStanding::Unknown | DeductionStanding::Other(_) => Hold::Uncertain,
    }
}

/// Of a number that was registered so many seconds ago, and under which nothing was submitted.
fn hold_of_age(seconds: i64) -> Hold {
    if seconds > IN_FORCE.saturating_add(CLOCK_MARGIN) {
        Hold::Free
    } else if seconds >= IN_FORCE.saturating_sub(CLOCK_MARGIN) {
        Hold::Lapsing
    } else {
        Hold::InForce
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_unix(1_748_739_600).unwrap().plus(seconds)
    }

    #[test]
    fn a_registered_number_lapses_within_the_margin_of_the_clocks() {
        let registered = Deduction::new("D1", DeductionStanding::NotSent).registered_at(at(0));
        for (seconds, expected) in [
            (-60, Hold::InForce),
            (IN_FORCE - CLOCK_MARGIN - 1, Hold::InForce),
            (IN_FORCE - CLOCK_MARGIN, Hold::Lapsing),
            (IN_FORCE + CLOCK_MARGIN, Hold::Lapsing),
            (IN_FORCE + CLOCK_MARGIN + 1, Hold::Free),
        ] {
            assert_eq!(hold(Some(&registered), at(seconds)), expected, "{seconds}");
        }
    }

    #[test]
    fn what_was_submitted_stays_uncertain_for_ever() {
        let submitted = Deduction::new("D1", DeductionStanding::Unknown).registered_at(at(0));
        assert_eq!(hold(Some(&submitted), at(100 * IN_FORCE)), Hold::Uncertain);
        let new_word = Deduction::new("D1", "a word of a later version").registered_at(at(0));
        assert_eq!(hold(Some(&new_word), at(100 * IN_FORCE)), Hold::Uncertain);
    }

    #[test]
    fn a_stored_number_counts_as_perhaps_registered() {
        let stored = Deduction::new("D1", DeductionStanding::Registering);
        assert_eq!(hold(Some(&stored), at(100 * IN_FORCE)), Hold::PerhapsRegistered);
        let stored = stored.stored_at(at(0));
        assert_eq!(hold(Some(&stored), at(IN_FORCE)), Hold::PerhapsRegistered);
        assert_eq!(hold(Some(&stored), at(IN_FORCE + CLOCK_MARGIN + 1)), Hold::Free);
    }
}
