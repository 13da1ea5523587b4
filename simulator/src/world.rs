//! What happens behind the protocol, and the list of modes that it happens in.

use crate::common::{Charge, Common, ControlAnswer, ControlRequest, Declared, Refusal, Switch};
use crate::mode::{Mode, Route};
use crate::{platform, wire};
use payscore::http::Request;
use payscore::time::Timestamp;
use serde_json::{Map, Value};

// Writes `World`, with a field for the books of each mode, and the lists of what there is: `DECLARED` and
// `World::modes`.
macro_rules! modes {
    ($($(#[$about:meta])* $mode:ident: $books:ident),* $(,)?) => {
        /// What happens behind the protocol: no signatures, no HTTP.
        #[derive(Debug)]
        pub struct World {
            /// What the modes share: clock, switches, faults, callbacks to be made.
            pub common: Common,
            $($(#[$about])* pub $mode: crate::$mode::$books,)*
        }

        /// What modes, platform and protocol declare.
        pub(crate) const DECLARED: &[&Declared] =
            &[$(&crate::$mode::DECLARED,)* &platform::DECLARED, &wire::DECLARED];

        impl World {
            /// At the beginning. Everything random in it comes from the seed.
            pub fn new(seed: u64, now: Timestamp) -> World {
                World { common: Common::new(seed, now, DECLARED), $($mode: crate::$mode::$books::default(),)* }
            }

            /// The modes, and what they share.
            fn modes(&mut self) -> (Vec<&mut dyn Mode>, &mut Common) {
                (vec![$(&mut self.$mode,)*], &mut self.common)
            }
        }
    };
}

// The modes: a folder and a line each.
modes! {
    /// WeChat Pay Score in acquiring-bank mode (从业机构).
    acquiring: Acquiring,
}

impl World {
    /// Moves the clock forward, and does what only takes time: orders expire, late withholdings settle. An earlier
    /// moment changes nothing but what is due already.
    pub fn advance_to(&mut self, now: Timestamp) {
        let (modes, common) = self.modes();
        common.now = common.now.max(now);
        modes.into_iter().for_each(|mode| mode.advance(common));
    }

    /// The endpoint that a request is for.
    pub(crate) fn route(&mut self, method: &str, target: &str) -> Option<Route> {
        self.modes().0.iter().find_map(|mode| mode.route(method, path_of(target)))
    }

    /// Performs a call: `None` when no mode has the endpoint, `Ok(None)` for an answer of 204.
    pub(crate) fn perform(&mut self, request: &Request) -> Option<Result<Option<Value>, Refusal>> {
        let (modes, common) = self.modes();
        modes.into_iter().find_map(|mode| {
            let route = mode.route(&request.method, path_of(request.target()))?;
            Some(mode.perform(common, &route, request))
        })
    }

    /// Performs a request of the control interface; `None` when no mode has it.
    pub(crate) fn control(&mut self, request: &ControlRequest<'_>) -> Option<ControlAnswer> {
        let (modes, common) = self.modes();
        modes.into_iter().find_map(|mode| mode.control(common, request))
    }

    /// Takes the answer to a callback that asked for a pre-order, and gives the payment as it stands then.
    pub(crate) fn prepay_answered(&mut self, payment: &str, status: Option<i64>, body: Option<&str>) -> Value {
        let (modes, common) = self.modes();
        modes.into_iter().find_map(|mode| mode.prepay_answered(common, payment, status, body)).unwrap_or_default()
    }

    /// Money that moved, in every mode.
    pub(crate) fn charges(&mut self) -> Vec<Charge> {
        self.modes().0.iter().flat_map(|mode| mode.charges()).cloned().collect()
    }

    /// Adds what a client must know of each mode: to its configuration, and beside it.
    pub(crate) fn describe(&mut self, merchant: &mut Map<String, Value>, beside: &mut Map<String, Value>) {
        self.modes().0.iter().for_each(|mode| mode.describe(merchant, beside));
    }
}

fn path_of(target: &str) -> &str {
    target.split('?').next().unwrap_or_default()
}

/// Performs a call of a mode's API below the signatures: `None` when there is no such endpoint, `Ok(None)` for an
/// answer of 204.
pub fn perform(world: &mut World, request: &Request) -> Option<Result<Option<Value>, Refusal>> {
    world.perform(request)
}

/// The switches: what is not proven about WeChat Pay.
pub fn switches() -> impl Iterator<Item = &'static Switch> {
    DECLARED.iter().flat_map(|declared| declared.switches)
}
