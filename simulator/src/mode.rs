//! What the simulator asks of a mode.

use crate::common::{Charge, Common, ControlAnswer, ControlRequest, Refusal};
use crate::wire::parameters::Row;
use payscore::http::Request;
use serde_json::{Map, Value};

/// A mode of a product, such as the acquiring-bank mode: its endpoints, its books, and what users and the clearing
/// house do in it. What it declares beside (operations, switches, control interface) stands in its `DECLARED`.
pub(crate) trait Mode {
    /// The endpoint at this method and path, if the mode has it.
    fn route(&self, method: &str, path: &str) -> Option<Route>;

    /// Performs a call of the API. `None` is an answer of 204.
    fn perform(&mut self, common: &mut Common, route: &Route, request: &Request) -> Result<Option<Value>, Refusal>;

    /// Does what only takes time: `common.now` has moved.
    fn advance(&mut self, common: &mut Common);

    /// Performs a request of the control interface; `None` when it is of another mode.
    fn control(&mut self, common: &mut Common, request: &ControlRequest<'_>) -> Option<ControlAnswer>;

    /// Takes the answer to a callback that asked for a pre-order. The payment as it stands then; `None` when it is of
    /// another mode.
    fn prepay_answered(
        &mut self,
        common: &mut Common,
        payment: &str,
        status: Option<i64>,
        body: Option<&str>,
    ) -> Option<Value>;

    /// Money that moved.
    fn charges(&self) -> &[Charge];

    /// Adds what a client must know: to its configuration, and beside it.
    fn describe(&self, merchant: &mut Map<String, Value>, beside: &mut Map<String, Value>);
}

/// The endpoint that a request is for.
pub(crate) struct Route {
    /// Its name.
    pub(crate) operation: &'static str,
    /// Its parameters.
    pub(crate) rows: &'static [Row],
    /// The parameter in its path.
    pub(crate) in_path: Option<(&'static str, String)>,
}

impl Route {
    /// The order that its path names.
    pub(crate) fn order(&self) -> Option<&str> {
        self.in_path.as_ref().filter(|(name, _)| *name == "out_order_no").map(|(_, number)| number.as_str())
    }
}
