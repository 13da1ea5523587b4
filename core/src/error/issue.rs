//! One thing that is wrong with a parameter or a setting.

use super::{Code, foreign};
use crate::schema::{model, open_enum};
use std::fmt;

open_enum! {
    /// Where a rule comes from, which decides whether breaking it refuses a call.
    pub enum Evidence {
        /// A page that WeChat Pay wrote for this mode, or the APIv3 rules that hold everywhere.
        Official = "official",
        /// A page of a sibling product; very probably the same here.
        Sibling = "sibling",
        /// Concluded from official facts.
        Inferred = "inferred",
        /// Depends on WeChat Pay's clock.
        Clock = "clock",
    }
}

model! {
    /// One thing that is wrong with a parameter or a setting, or (`advice`) that probably is.
    pub struct Issue {
        required {
            /// Where: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`.
            pointer: String,
            /// The stable code, such as `invalid.length`.
            code: Code,
            /// One sentence: what is wrong, and the remedy.
            detail: String,
            /// Whether this is advice only, which stops nothing unless `validate` is `strict`.
            advice: bool,
            /// Where the rule comes from.
            evidence: Evidence,
        }
        optional {}
    }
}

impl Issue {
    pub(crate) fn refusing(pointer: &str, code: Code, detail: impl Into<String>) -> Issue {
        Issue::shown(pointer, code, detail.into(), false, Evidence::Official)
    }

    pub(crate) fn advice(pointer: &str, code: Code, evidence: Evidence, detail: impl Into<String>) -> Issue {
        Issue::shown(pointer, code, detail.into(), true, evidence)
    }

    fn shown(pointer: &str, code: Code, detail: String, advice: bool, evidence: Evidence) -> Issue {
        Issue { pointer: foreign::pointer(pointer.to_owned()), code, detail: foreign::line(detail), advice, evidence }
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.pointer.is_empty() { "(whole)" } else { &self.pointer }, self.detail)
    }
}
