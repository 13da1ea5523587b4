//! What became of a call whose answer was lost. Each mode judges that from its own evidence; what follows is the same
//! in all.

use crate::error::Retry;
use crate::schema::{model, open_enum};

open_enum! {
    /// Whether a call whose answer was lost took effect.
    pub enum Verdict {
        /// It did.
        Happened = "happened",
        /// It did not.
        DidNotHappen = "did_not_happen",
        /// Not to be told yet.
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
            /// Why.
            why: String,
            /// Which draft it is about: the SHA-256 of what is asked, in hexadecimal. `again` takes a settlement of its
            /// own draft only.
            draft: String,
        }
        optional {
            /// What a repeat would give up now. Then `retry` is `never`: whether it is still wanted is a new decision.
            forfeits: String,
        }
    }
}
