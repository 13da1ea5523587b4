//! Money.

use std::fmt;

/// An amount of money in fen (分, a hundredth of a yuan), within ±(2^53 − 1): every language that Payscore serves holds
/// such a number exactly. It never passes through a floating-point number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Fen(i64);

impl Fen {
    /// The largest amount, 2^53 − 1 fen.
    pub const MAX: Fen = Fen(9_007_199_254_740_991);
    /// Nothing.
    pub const ZERO: Fen = Fen(0);

    /// An amount, or `None` beyond ±(2^53 − 1).
    pub const fn new(fen: i64) -> Option<Fen> {
        if fen > Self::MAX.0 || fen < -9_007_199_254_740_991 { None } else { Some(Fen(fen)) }
    }

    /// The number of fen.
    pub const fn get(self) -> i64 {
        self.0
    }

    /// The sum, or `None` when it does not fit.
    pub fn checked_add(self, other: Fen) -> Option<Fen> {
        self.0.checked_add(other.0).and_then(Fen::new)
    }

    /// The difference, or `None` when it does not fit.
    pub fn checked_sub(self, other: Fen) -> Option<Fen> {
        self.0.checked_sub(other.0).and_then(Fen::new)
    }
}

impl From<i32> for Fen {
    fn from(fen: i32) -> Fen {
        Fen(i64::from(fen))
    }
}

impl From<u32> for Fen {
    fn from(fen: u32) -> Fen {
        Fen(i64::from(fen))
    }
}

impl TryFrom<i64> for Fen {
    type Error = OutOfRange;
    fn try_from(fen: i64) -> Result<Fen, OutOfRange> {
        Fen::new(fen).ok_or(OutOfRange)
    }
}

/// The number lies beyond ±(2^53 − 1).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OutOfRange;

impl fmt::Display for OutOfRange {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an amount must lie within ±(2^53 − 1) fen")
    }
}

impl std::error::Error for OutOfRange {}

impl fmt::Display for Fen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl serde::Serialize for Fen {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::Fen;

    #[test]
    fn amounts_are_those_that_every_language_holds_exactly() {
        let most = 9_007_199_254_740_991;
        assert_eq!((Fen::new(most), Fen::new(-most).map(Fen::get)), (Some(Fen::MAX), Some(-most)));
        assert_eq!((Fen::new(most + 1), Fen::new(-most - 1), Fen::new(i64::MIN)), (None, None, None));
    }

    #[test]
    fn a_sum_that_does_not_fit_is_none() {
        let one = Fen::from(1);
        assert_eq!(Fen::MAX.checked_add(one), None);
        assert_eq!(Fen::ZERO.checked_sub(one).map(Fen::get), Some(-1));
        assert_eq!(Fen::MAX.checked_sub(one).and_then(|less| less.checked_add(one)), Some(Fen::MAX));
    }
}
