//! What belongs to no product: the clock, chance, faults, switches, refusals, and the callbacks that are still to be
//! made. No signatures, no HTTP, and no knowledge of any mode: platform and modes declare what they bring.

mod charge;
mod control;
mod declared;
mod fault;
mod faults;
mod notice;
mod odd;
mod refusal;
mod switches;

pub use charge::Charge;
pub use control::{ControlAnswer, ControlRequest, ControlRow};
pub use declared::Declared;
pub use fault::{FAULTS, Fault};
pub use faults::Faults;
pub use notice::{EventKind, Notice};
pub use refusal::Refusal;
pub use switches::{Switch, Switches};

use payscore::crypto::{sha256, to_hex};
use payscore::time::Timestamp;

/// The institution's merchant number, as the simulator's WeChat Pay has it on file.
pub const MCHID: &str = "1230000100";

/// What platform and modes share.
#[derive(Debug)]
pub struct Common {
    /// The clock, in Unix seconds.
    pub now: Timestamp,
    /// The institution's merchant number; another one makes another institution of it.
    pub mchid: String,
    /// The unproven behaviours.
    pub switches: Switches,
    /// What goes wrong.
    pub faults: Faults,
    /// Callbacks that are still to be made.
    pub notices: Vec<Notice>,
    /// How many of the merchant's calls changed something.
    pub changes: u64,
    /// Members that random odd shapes leave alone.
    kept: Vec<&'static str>,
    seed: u64,
    counter: u64,
}

impl Common {
    /// At the beginning. Everything random comes from the seed; `declared` is what platform and modes bring.
    pub fn new(seed: u64, now: Timestamp, declared: &[&'static Declared]) -> Common {
        Common {
            now,
            mchid: MCHID.to_owned(),
            switches: Switches::new(declared),
            faults: Faults::new(declared),
            notices: Vec::new(),
            changes: 0,
            kept: declared.iter().flat_map(|declared| declared.kept_members).copied().collect(),
            seed,
            counter: 0,
        }
    }

    /// 64 hexadecimal digits that never came before, from the seed.
    pub fn fresh(&mut self, purpose: &str) -> String {
        self.counter = self.counter.wrapping_add(1);
        to_hex(&sha256(format!("{}/{}/{purpose}", self.seed, self.counter).as_bytes()))
    }
}
