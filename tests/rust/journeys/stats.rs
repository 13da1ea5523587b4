//! What a number of journeys came to.

/// What must not be, and was.
pub type Violation = String;

pub fn shown(error: payscore::Error) -> Violation {
    error.to_string()
}

macro_rules! stats {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        #[derive(Debug, Default, Clone, Copy)]
        pub struct Stats { $($(#[$doc])* pub $name: u64),* }

        impl Stats {
            pub fn add(&mut self, other: &Stats) {
                $(self.$name += other.$name;)*
            }
        }
    };
}

stats! {
    journeys,
    orders,
    calls,
    faults,
    charges,
    /// Charges under a pre-order.
    charged_to_user_payments,
    withholdings,
    acknowledged,
    /// By WeChat Pay, each excused by a change after the last read.
    refusals,
    /// Refusals by a rule whose state WeChat Pay does not show.
    unproven,
    /// By `lifecycle`, before anything was sent.
    held_back,
    /// Lost calls whose outcome was found out.
    settled,
    /// The payment came first, and the client saw it.
    closed_too_late,
    /// The clearing house accepted to close, and had not closed yet.
    closing,
    /// At the desk and here; the client saw it.
    paid_twice,
    /// In fen, by repeats.
    given_away,
    /// Answers and callbacks of another shape.
    odd,
    /// Refusals of a second sending whose first one succeeded.
    echoes,
    /// Stored calls of another institution that were offered, and refused.
    offered_calls,
    /// Answers of another institution that were offered, and refused.
    offered_answers,
    /// Callbacks of another institution that were offered, and refused.
    offered_callbacks,
}
