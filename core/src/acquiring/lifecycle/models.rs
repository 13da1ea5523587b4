//! What the lifecycle takes and says.

use crate::acquiring::Phase;
use crate::schema::{model, open_enum};
use crate::time::Timestamp;
use std::collections::BTreeMap;

open_enum! {
    /// How a deduction number stands, and the withholding under it at the clearing house, as far as the merchant knows.
    pub enum DeductionStanding {
        /// Stored, and perhaps registered: the registration is about to be sent, or its answer is not known. Store a
        /// number with this standing before it is registered.
        Registering = "registering",
        /// Registered at `registered_at`; nothing was submitted under this number. Without `registered_at` it counts as
        /// `registering`.
        NotSent = "not_sent",
        /// Submitted, and no final result is known: the money may have moved.
        Unknown = "unknown",
        /// The clearing house reported that it failed.
        Failed = "failed",
        /// Closed at the clearing house.
        Closed = "closed",
        /// The clearing house reported that it was paid.
        Paid = "paid",
    }
}

model! {
    /// What the merchant knows of a deduction number. Store it as `registering` before the number is registered, and as
    /// `not_sent` with `registered_at` once the registration is known.
    pub struct Deduction {
        required {
            /// The number.
            out_trade_no: String,
            /// How its withholding stands.
            standing: DeductionStanding,
        }
        optional {
            /// When it was registered, in Unix seconds; absent while that is not known.
            registered_at: Timestamp,
            /// When it was stored, before its registration, in Unix seconds. Store it anew before each time the
            /// registration is sent again: the 24 hours may begin with any of them. A number that was stored over 24
            /// hours ago, and under which nothing was submitted, is no longer in force.
            stored_at: Timestamp,
        }
    }
}

model! {
    /// What you remember about an order that WeChat Pay does not report, beside its deduction. Moments are in Unix
    /// seconds. Missing values are ignored.
    pub struct Progress {
        required {}
        optional {
            /// When the order was created.
            created_at: Timestamp,
            /// When you last received its `package`.
            package_at: Timestamp,
            /// When you last queried it.
            queried_at: Timestamp,
            /// How often you queried it since it last changed.
            queries: i64,
        }
    }
}

model! {
    /// Whether an operation is allowed now.
    pub struct Permission {
        required {
            /// Whether it is.
            allowed: bool,
            /// Why, or why not.
            why: String,
        }
        optional {
            /// What the operation gives up.
            forfeits: String,
            /// Of `register_deduct_info`, while it is not known whether a number is registered: the only number that
            /// may be registered, by the stored, identical request.
            out_trade_no: String,
        }
    }
}

open_enum! {
    /// What to do next.
    pub enum NextAction {
        /// Repeat the identical creation for a fresh package.
        CreateOrder = "create_order",
        /// Let the user confirm in WeChat (the jump), wait for the callback, query.
        ConfirmInWechat = "confirm_in_wechat",
        /// Render the service, then complete the order.
        CompleteOrder = "complete_order",
        /// Store a new deduction number, then register it.
        RegisterDeductInfo = "register_deduct_info",
        /// Find out whether the stored number is registered: query the deduction, or send the stored, identical
        /// registration again.
        QueryDeduction = "query_deduction",
        /// Withhold at the clearing house under the registered number.
        Withhold = "withhold",
        /// Ask the clearing house how the withholding stands, then query the order.
        AskClearingHouse = "ask_clearing_house",
        /// Query the order.
        QueryOrder = "query_order",
        /// Nothing.
        Nothing = "nothing",
    }
}

model! {
    /// The next step of an order.
    pub struct NextStep {
        required {
            /// What to do.
            action: NextAction,
            /// Why.
            why: String,
        }
        optional {
            /// Not before this moment, in Unix seconds: the pauses between queries grow from 5 seconds to 10 minutes,
            /// and a number that is about to lapse must have lapsed.
            not_before: Timestamp,
            /// Not after this moment, in Unix seconds: a package serves for an hour, a deduction number for 24 hours
            /// less 5 minutes for clocks that differ, and an order waits 30 days for its user.
            deadline: Timestamp,
        }
    }
}

model! {
    /// Where an order stands, what is allowed, and what to do next.
    pub struct Lifecycle {
        required {
            /// Where it stands.
            phase: Phase,
            /// For each operation by name, whether it is allowed.
            operations: BTreeMap<String, Permission>,
            /// What to do next.
            next: NextStep,
        }
        optional {}
    }
}
