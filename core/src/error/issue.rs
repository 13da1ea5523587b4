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
        Issue::new_one_line(pointer, code, detail.into(), false, Evidence::Official)
    }

    pub(crate) fn advice(pointer: &str, code: Code, evidence: Evidence, detail: impl Into<String>) -> Issue {
        Issue::new_one_line(pointer, code, detail.into(), true, evidence)
    }

    fn new_one_line(pointer: &str, code: Code, detail: String, advice: bool, evidence: Evidence) -> Issue {
        Issue {
            pointer: foreign::foreign_pointer(pointer.to_owned()),
            code,
            detail: foreign::whole_text(detail),
            advice,
            evidence,
        }
    }
}

/// How many issues of each weight are kept: more help nobody, and a list of a hundred thousand items has as many.
const KEPT: usize = 100;

/// Issues as they are found. The first of each weight are kept, the rest is counted.
#[derive(Debug, Clone, Default)]
pub(crate) struct Issues {
    kept: Vec<Issue>,
    refusing: usize,
    advising: usize,
}

impl Issues {
    pub(crate) fn push(&mut self, issue: Issue) {
        let count = if issue.advice { &mut self.advising } else { &mut self.refusing };
        *count = count.saturating_add(1);
        if *count <= KEPT {
            self.kept.push(issue);
        }
    }

    /// Refuses what nothing at this place, or above it, was refused for.
    pub(crate) fn refuse_once(&mut self, pointer: &str, code: Code, detail: impl FnOnce() -> String) {
        let above = |at: &str| pointer.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if !self.kept.iter().any(|issue| !issue.advice && !issue.pointer.is_empty() && above(&issue.pointer)) {
            self.push(Issue::refusing(pointer, code, detail()));
        }
    }

    /// Lets each be reworded.
    pub(crate) fn each(&mut self, reword: impl FnMut(&mut Issue)) {
        self.kept.iter_mut().for_each(reword);
    }

    /// Whether one more that refuses would only be counted.
    pub(crate) fn is_full(&self) -> bool {
        self.refusing >= KEPT
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Whether there is one that refuses, or with `strict` any.
    pub(crate) fn refuse(&self, strict: bool) -> bool {
        self.refusing > 0 || (strict && self.advising > 0)
    }

    /// How many refuse, and how many advise.
    pub(crate) fn counts(&self) -> (usize, usize) {
        (self.refusing, self.advising)
    }

    pub(crate) fn into_vec(self) -> Vec<Issue> {
        self.kept
    }
}

impl From<Vec<Issue>> for Issues {
    fn from(all: Vec<Issue>) -> Issues {
        let mut issues = Issues::default();
        all.into_iter().for_each(|issue| issues.push(issue));
        issues
    }
}

impl fmt::Display for Issue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", if self.pointer.is_empty() { "(whole)" } else { &self.pointer }, self.detail)
    }
}
