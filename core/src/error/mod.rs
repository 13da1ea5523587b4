//! The error: whose fault it is, what to do, and whether money may have moved.
//!
//! `codes` is the table of codes; [`Code::page`] names the page that explains a code and its likely causes. `issue` is
//! one thing that is wrong with a parameter or a setting. `answer` is what WeChat Pay answered, `ack` is how a callback
//! is answered. `foreign` makes text that is not ours fit for one line of an error.

mod ack;
mod answer;
mod codes;
mod foreign;
mod issue;

pub use ack::Ack;
pub use answer::ErrorAnswer;
pub use codes::{CODES, Code};
pub use issue::{Evidence, Issue};

pub(crate) use ack::with_ack;
pub(crate) use codes::*;
pub(crate) use foreign::{foreign_sentence, foreign_word, is_hidden};
pub(crate) use issue::Issues;

use crate::schema::{FieldInfo, FieldType, ModelInfo, words};
use serde::ser::SerializeMap;
use std::fmt;

words! {
    /// What went wrong, in eight kinds. Each kind is an exception class in the hosts.
    pub enum Kind {
        /// A setting of the merchant is wrong.
        Config = "Config",
        /// The parameters of a call are wrong. Everything that is wrong is in `issues`.
        Invalid = "Invalid",
        /// The state of the order, the draft or the deduction does not allow the step.
        State = "State",
        /// No answer arrived. `call.lost(…)` makes this error.
        Transport = "Transport",
        /// WeChat Pay, or something in front of it, answered with an error. The answer is in `api`.
        Api = "Api",
        /// A signature, its headers or its time did not hold. Nothing of the content is shown.
        Verification = "Verification",
        /// A sealed resource or field could not be opened.
        Decryption = "Decryption",
        /// The message is verified, but does not have the promised shape.
        Malformed = "Malformed",
    }
}

words! {
    /// Whether and how to try again.
    pub enum Retry {
        /// Do not try again unless something changes.
        Never = "never",
        /// Repeat the identical request under the same number, freshly signed.
        SameRequest = "same_request",
        /// Query before anything else.
        QueryFirst = "query_first",
        /// Try again later, with growing pauses.
        AfterDelay = "after_delay",
    }
}

words! {
    /// What is known of the effect of a call.
    pub enum Outcome {
        /// The request was never sent. Nothing happened.
        NotSent = "not_sent",
        /// WeChat Pay refused it. Nothing happened.
        Refused = "refused",
        /// It may have happened. Query, or repeat the identical request; never start anew under a new number.
        Unknown = "unknown",
        /// The call changes nothing, or there was no call.
        None = "none",
    }
}

/// The error of Payscore. Its text is one line without control characters, never holds a secret, and shows at most a
/// few hundred characters of foreign text. WeChat Pay's answer stands in [`Error::api`] and [`Error::raw`] as it came.
#[derive(Clone)]
pub struct Error(Box<Parts>);

#[derive(Clone)]
struct Parts {
    code: Code,
    detail: String,
    retry: Retry,
    outcome: Outcome,
    issues: Vec<Issue>,
    api: Option<ErrorAnswer>,
    raw: Option<String>,
    ack: Option<Ack>,
}

/// How many issues the text of an error lists.
const SENTENCES: usize = 20;

impl Error {
    /// The kind of error.
    pub fn kind(&self) -> Kind {
        self.0.code.kind()
    }

    /// The stable code, such as `verification.timestamp.expired`. It is never renamed and never reused.
    pub fn code(&self) -> Code {
        self.0.code
    }

    /// What is wrong and what to do, for people. It may change between versions.
    pub fn detail(&self) -> &str {
        &self.0.detail
    }

    /// Whether and how to try again.
    pub fn retry(&self) -> Retry {
        self.0.retry
    }

    /// What is known of the effect.
    pub fn outcome(&self) -> Outcome {
        self.0.outcome
    }

    /// Everything that is wrong with parameters or settings, each with its JSON pointer. Of more than a hundred issues,
    /// the first hundred.
    pub fn issues(&self) -> &[Issue] {
        &self.0.issues
    }

    /// WeChat Pay's answer, for the kind `Api`.
    pub fn api(&self) -> Option<&ErrorAnswer> {
        self.0.api.as_ref()
    }

    /// The verified text that did not have the promised shape, for the kind `Malformed`.
    pub fn raw(&self) -> Option<&str> {
        self.0.raw.as_deref()
    }

    /// How to answer the callback that was refused with this error. Absent if the error is not about a callback.
    pub fn ack(&self) -> Option<&Ack> {
        self.0.ack.as_ref()
    }

    pub(crate) fn new(code: Code, detail: impl Into<String>) -> Error {
        Error(Box::new(Parts {
            code,
            detail: foreign::whole_text(detail.into()),
            retry: Retry::Never,
            outcome: Outcome::None,
            issues: Vec::new(),
            api: None,
            raw: None,
            ack: None,
        }))
    }

    /// The error about everything that is wrong with parameters or settings. `what` names them. Advice is listed, but
    /// not counted.
    pub(crate) fn of_issues(what: &str, issues: impl Into<Issues>) -> Error {
        let issues: Issues = issues.into();
        let (refusing, advising) = issues.counts();
        let (advice, many) = if refusing > 0 { (false, refusing) } else { (true, advising) };
        let issues = issues.into_vec();
        let counted = || issues.iter().filter(|issue| issue.advice == advice);
        let code = counted().next().map_or(INVALID_PARAMETERS, |issue| issue.code);
        let sentences = counted().take(SENTENCES).map(|issue| issue.to_string()).collect::<Vec<_>>().join(" ");
        let detail = match (many, many.saturating_sub(SENTENCES)) {
            (1, _) => format!("{what}: {sentences}"),
            (many, 0) => format!("{what}: {many} problems. {sentences}"),
            (many, more) => format!("{what}: {many} problems. {sentences} And {more} more."),
        };
        let mut error = Error::new(code, detail);
        error.0.issues = issues;
        error
    }

    #[must_use]
    pub(crate) fn advise(mut self, retry: Retry, outcome: Outcome) -> Error {
        self.0.retry = retry;
        self.0.outcome = outcome;
        self
    }

    /// The same error with one more sentence.
    #[must_use]
    pub(crate) fn with_more(mut self, sentence: &'static str) -> Error {
        self.0.detail.push_str(sentence);
        self
    }

    #[must_use]
    pub(crate) fn with_api(mut self, api: ErrorAnswer) -> Error {
        self.0.api = Some(api);
        self
    }

    #[must_use]
    pub(crate) fn with_raw(mut self, raw: &str) -> Error {
        self.0.raw = Some(raw.to_owned());
        self
    }

    #[must_use]
    pub(crate) fn with_ack(mut self, ack: Ack) -> Error {
        self.0.ack = Some(ack);
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.0.code, self.0.detail)
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("code", &self.0.code.as_str())
            .field("detail", &self.0.detail)
            .field("retry", &self.0.retry)
            .field("outcome", &self.0.outcome)
            .finish_non_exhaustive()
    }
}

impl std::error::Error for Error {}

/// Declares the members that cross to the hosts: the description from which they make their exception classes, and the
/// JSON. `promised` members are always there.
macro_rules! members {
    ($($(#[doc = $doc:expr])* $name:ident: $Type:ty, promised: $promised:literal = $value:expr;)*) => {
        impl Error {
            /// The members that hosts have on their exception classes.
            pub const INFO: &'static ModelInfo = &ModelInfo {
                name: "Error",
                doc: "Something went wrong. Branch on `code`, do what `retry` says, and mind `outcome`. `detail` is \
                     for people.",
                fields: &[$(FieldInfo {
                    name: stringify!($name), doc: $crate::schema::described!($($doc),*), ty: <$Type as FieldType>::TYPE,
                    required: false, promised: $promised, derived: true, rules: &[],
                },)*],
            };
        }

        impl serde::Serialize for Error {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let mut map = serializer.serialize_map(None)?;
                $(map.serialize_entry(stringify!($name), &member(self, $value))?;)*
                map.end()
            }
        }
    };
}

/// A member's value. Each reads one thing of the error.
fn member<'e, T>(error: &'e Error, read: impl FnOnce(&'e Error) -> T) -> T {
    read(error)
}

members! {
    /// The kind of error. Each kind is an exception class.
    kind: Kind, promised: true = Error::kind;
    /// The stable code, such as `verification.timestamp.expired`. It is never renamed and never reused.
    code: Code, promised: true = Error::code;
    /// What is wrong and what to do, for people. It may change between versions.
    detail: String, promised: true = Error::detail;
    /// The page of the project's documentation that explains the code and its likely causes, with its anchor.
    page: String, promised: true = |error| error.code().page();
    /// Whether and how to try again.
    retry: Retry, promised: true = Error::retry;
    /// What is known of the effect. `unknown`: it may have happened; query, or repeat the identical request.
    outcome: Outcome, promised: true = Error::outcome;
    /// Everything that is wrong with parameters or configuration. Of more than a hundred issues, the first hundred.
    issues: Vec<Issue>, promised: true = Error::issues;
    /// WeChat Pay's answer, for the kind `Api`.
    api: ErrorAnswer, promised: false = Error::api;
    /// The verified text that did not have the promised shape, for the kind `Malformed`.
    raw: String, promised: false = Error::raw;
    /// How to answer the callback that was refused with this error.
    ack: Ack, promised: false = Error::ack;
}
