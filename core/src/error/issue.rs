//! One thing that is wrong with a parameter or a setting.

use super::{Code, foreign};
use crate::schema::{model, open_enum};
use std::fmt;

open_enum! {
    /// The source of a rule. It decides whether a breach refuses the call or is advice.
    pub enum Evidence {
        /// A page of WeChat Pay for this mode, or the general rules of APIv3.
        Official = "official",
        /// A page of a sibling product. Very probably it holds here as well.
        Sibling = "sibling",
        /// A conclusion from official facts.
        Inferred = "inferred",
        /// A rule that depends on WeChat Pay's clock.
        Clock = "clock",
    }
}

model! {
    /// One thing that is wrong with a parameter or a setting, or that is probably wrong (`advice`).
    pub struct Issue {
        required {
            /// The place: an RFC 6901 JSON pointer into the parameters, such as `/post_payments/0/amount`.
            pointer: String,
            /// The stable code, such as `invalid.length`.
            code: Code,
            /// What is wrong, and the remedy.
            detail: String,
            /// Whether it is advice. Advice stops nothing unless `validate` is `"strict"`.
            advice: bool,
            /// The source of the rule.
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

/// How many refusing and how many advising issues are kept. A list of a hundred thousand items may have as many issues.
const KEPT: usize = 100;

/// Issues as they are found. The first refusing and the first advising ones are kept; the rest is counted.
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

    /// Adds a refusing issue, unless there is one at this place or above it.
    pub(crate) fn refuse_once(&mut self, pointer: &str, code: Code, detail: impl FnOnce() -> String) {
        let above = |at: &str| pointer.strip_prefix(at).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if !self.kept.iter().any(|issue| !issue.advice && !issue.pointer.is_empty() && above(&issue.pointer)) {
            self.push(Issue::refusing(pointer, code, detail()));
        }
    }

    /// Rewords each issue.
    pub(crate) fn each(&mut self, reword: impl FnMut(&mut Issue)) {
        self.kept.iter_mut().for_each(reword);
    }

    /// Whether another refusing issue would only be counted.
    pub(crate) fn is_full(&self) -> bool {
        self.refusing >= KEPT
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.kept.is_empty()
    }

    /// Whether the call is refused. With `strict`, advice refuses as well.
    pub(crate) fn refuse(&self, strict: bool) -> bool {
        self.refusing > 0 || (strict && self.advising > 0)
    }

    /// The numbers of refusing and of advising issues.
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
