//! Recovery, the lifecycle's twin: what a call whose answer was lost turned out to have done.
//!
//! # How to think about it
//!
//! A lost answer is not a failure: the call may have taken effect. What settles it is evidence that was found since:
//! the order as it was queried, the registered deduction number, the authorisation, or a signed error. The table
//! ([`table`]) is a function: operation × evidence → it happened, it did not, or it cannot be known yet; and what to do
//! then.
//!
//! Three rules stand behind every row.
//!
//! * Only what WeChat Pay signed, and what is about the very thing that the call was about, counts as evidence.
//! * *Not found* right after a lost answer proves nothing: the call may still be on its way.
//! * A repeat that would give something up now is never advised, since others may have acted after the call was lost.
//!   The lifecycle says what it would cost; whether it is still wanted is a new decision.
//!
//! The first row that fits counts. If no row fits, the evidence is inconclusive.

mod evidence;
mod settle;
mod table;

pub use evidence::Evidence;
pub use table::{Found, OperationRecovery, RECOVERY, RecoveryRow};
