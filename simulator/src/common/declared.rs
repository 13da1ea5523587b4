//! What modes, platform and protocol declare: names that the common parts must know, and what the control interface
//! takes.

use super::{ControlRow, Switch};

/// What a mode, the platform or the protocol declares.
#[derive(Debug)]
pub struct Declared {
    /// Its operations: what a fault can be for.
    pub operations: &'static [&'static str],
    /// Actions of its control interface whose request or answer a fault can drop.
    pub droppable_actions: &'static [&'static str],
    /// Members of answers and callbacks that random odd shapes leave alone: those that name the subject, its state and
    /// the money, and those that the next step needs.
    pub kept_members: &'static [&'static str],
    /// What is not proven about WeChat Pay.
    pub switches: &'static [Switch],
    /// What its control interface takes.
    pub control: &'static [ControlRow],
}

impl Declared {
    /// Nothing; what there is stands beside it.
    pub const NOTHING: Declared =
        Declared { operations: &[], droppable_actions: &[], kept_members: &[], switches: &[], control: &[] };
}
