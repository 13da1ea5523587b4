//! What became of a call whose answer was lost. Each mode judges its own evidence; the result has this form in all.

use crate::error::Retry;
use crate::schema::{model, open_enum};

open_enum! {
    /// Whether a call whose answer was lost took effect.
    pub enum Verdict {
        /// It took effect.
        Happened = "happened",
        /// It did not take effect.
        DidNotHappen = "did_not_happen",
        /// It is not known yet.
        AskAgainLater = "ask_again_later",
    }
}

model! {
    /// What became of a call whose answer was lost.
    pub struct Settlement {
        required {
            /// Whether it took effect.
            verdict: Verdict,
            /// What to do: `never` (nothing to repeat), `same_request`, `query_first` or `after_delay`.
            retry: Retry,
            /// The reason.
            why: String,
            /// The draft that it is about: the SHA-256 of its content, in hexadecimal. `again` takes only a settlement
            /// of its own draft.
            draft: String,
        }
        optional {
            /// What a repeat would give up now. Then `retry` is `never`: a repeat would be a new decision.
            forfeits: String,
        }
    }
}
