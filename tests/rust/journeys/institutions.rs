//! Two institutions in one process; their orders have equal numbers. Whatever belongs to the first is offered to the
//! second: a stored call, an answer, a callback, an order as evidence. Core must refuse each, and never act on it.

use super::{Stats, Violation, shown};
use payscore::Merchant;
use payscore::acquiring::{Evidence, Order, Verdict, later_reading};
use payscore::error::Error;
use payscore::http::{Headers, Response};
use payscore::protocol::AnyDraft;
use payscore::time::Timestamp;
use serde_json::{Value, json};

/// An institution, and the other one in the same process.
#[derive(Clone, Copy)]
pub struct Pair<'a> {
    pub mchid: &'a str,
    pub other: &'a Merchant,
    pub other_mchid: &'a str,
}

impl Pair<'_> {
    /// The other institution gets the stored call and its answer.
    pub fn offer_answer(
        &self,
        draft: &AnyDraft,
        response: &Response,
        now: Timestamp,
        stats: &mut Stats,
    ) -> Result<(), Violation> {
        let stored = draft.to_bytes();
        refused(self.other.resume(&stored, now, "other"), "state.other_merchant", "a stored call")?;
        stats.offered_calls += 1;
        // The other one's own call of the same operation, about its order of the same number.
        let mut own: Value = serde_json::from_slice(&stored).map_err(|error| error.to_string())?;
        own["mchid"] = json!(self.other_mchid);
        let own = self.other.resume(own.to_string().as_bytes(), now, "other").map_err(shown)?;
        let call = self.other.finish(own.clone()).map_err(shown)?;
        let content: Value = serde_json::from_slice(&response.body).unwrap_or_default();
        if response.status >= 300 || content.get("mchid").is_none() {
            // It names no merchant, so it may be anybody's.
            return Ok(());
        }
        refused(Merchant::read_any(&call, response, now), "malformed.mchid", "an answer")?;
        stats.offered_answers += 1;
        if let Ok(order) = Order::from_json(&content.to_string()) {
            let mut own_order = content.clone();
            own_order["mchid"] = json!(self.other_mchid);
            let own_order = Order::from_json(&own_order.to_string()).map_err(shown)?;
            refused(later_reading(&own_order, &order), "invalid.other_order", "an order")?;
            let settled = own.settle(Evidence::Order(&order));
            if settled.verdict != Verdict::AskAgainLater {
                return Err(format!("the other institution's order settles a call: {}", settled.verdict));
            }
        }
        Ok(())
    }

    /// A callback arrives at the other institution.
    pub fn offer_callback(
        &self,
        headers: &Headers,
        body: &[u8],
        now: Timestamp,
        stats: &mut Stats,
    ) -> Result<(), Violation> {
        refused(self.other.read_notification(headers, body, now), "malformed.mchid", "a callback")?;
        stats.offered_callbacks += 1;
        Ok(())
    }
}

fn refused<T>(result: Result<T, Error>, code: &str, what: &str) -> Result<(), Violation> {
    match result {
        Err(error) if error.code().as_str() == code => Ok(()),
        Err(error) => Err(format!("{what} of the other institution is refused with another code: {error}")),
        Ok(_) => Err(format!("{what} of the other institution is taken")),
    }
}
