//! Drafts and calls that know the type of their reply.

use super::{JsonRequest, Merchant};
use crate::error::{Error, INVALID_DRAFT, INVALID_OPERATION, Outcome, Retry};
use crate::http::{Request, Response};
use crate::protocol::{AnyCall, AnyDraft, Lost, NamesOrder, Operation, by_own_rsa, read_answer};
use crate::registry::read_typed;
use crate::schema::marks;
use crate::time::Timestamp;
use serde_json::{Map, Value};
use std::marker::PhantomData;

/// An operation on its way to a draft.
pub struct Prepare<'a, O> {
    merchant: &'a Merchant,
    operation: &'a O,
    order: Option<Map<String, Value>>,
    extra: Map<String, Value>,
}

impl<'a, O: Operation> Prepare<'a, O> {
    pub(super) fn new(merchant: &'a Merchant, operation: &'a O) -> Prepare<'a, O> {
        Prepare { merchant, operation, order: None, extra: Map::new() }
    }

    /// The order it is about: fills the identity fields that are not given.
    #[must_use]
    pub fn order(mut self, order: &impl NamesOrder) -> Self {
        self.order = object(order);
        self
    }

    /// A member that Payscore does not know, sent as given.
    #[must_use]
    pub fn extra(mut self, name: impl Into<String>, value: impl Into<Value>) -> Self {
        self.extra.insert(name.into(), value.into());
        self
    }

    /// The exact bytes, not yet signed.
    pub fn draft(self, now: Timestamp, nonce: &str) -> Result<Draft<O>, Error> {
        self.is_of_the_same_mode()?;
        // What stands in a Rust value is what is meant: nothing in it is a mark of the boundary.
        let params = crossing(object(self.operation).unwrap_or_default());
        let request = JsonRequest { operation: O::INFO.name, params, extra: crossing(self.extra), order: self.order };
        self.merchant.draft_json(request, now, nonce).map(|draft| Draft(draft, PhantomData))
    }

    /// Another mode may have an operation of the same name: a merchant makes none of it.
    fn is_of_the_same_mode(&self) -> Result<(), Error> {
        let mode = self.merchant.scope().mode.name;
        let own = self.merchant.scope().operation(O::INFO.name);
        if own.is_some_and(|own| own.mode.name == O::INFO.mode.name) {
            return Ok(());
        }
        let detail = format!("{} is of the mode {}, the merchant of the mode {mode}", O::INFO.name, O::INFO.mode.name);
        Err(Error::new(INVALID_OPERATION, detail).advise(Retry::Never, Outcome::NotSent))
    }

    /// The signed call.
    pub fn sign(self, now: Timestamp, nonce: &str) -> Result<Call<O>, Error> {
        let merchant = self.merchant;
        let draft = self.draft(now, nonce)?;
        merchant.finish(draft.0).map(|call| Call(call, PhantomData))
    }
}

fn crossing(members: Map<String, Value>) -> Map<String, Value> {
    match marks::escape(Value::Object(members)) {
        Value::Object(members) => members,
        _ => Map::new(),
    }
}

fn object(value: &impl serde::Serialize) -> Option<Map<String, Value>> {
    match serde_json::to_value(value) {
        Ok(Value::Object(object)) => Some(object),
        _ => None,
    }
}

/// An operation as exact bytes, not yet signed. Everything of [`AnyDraft`] is there.
#[derive(Debug, Clone)]
pub struct Draft<O>(AnyDraft, PhantomData<fn() -> O>);

impl<O: Operation> Draft<O> {
    /// The call, signed with the merchant's own key.
    pub fn sign(self, merchant: &Merchant) -> Result<Call<O>, Error> {
        merchant.finish(self.0).map(|call| Call(call, PhantomData))
    }

    /// The signed call, from a signature made anywhere over `message()`.
    pub fn finish(self, signature: &[u8]) -> Result<Call<O>, Error> {
        self.0.finish(signature).map(|call| Call(call, PhantomData))
    }
}

impl<O> std::ops::Deref for Draft<O> {
    type Target = AnyDraft;
    fn deref(&self) -> &AnyDraft {
        &self.0
    }
}

impl Merchant {
    /// The same as [`resume`](Merchant::resume), for a draft whose operation is known. A draft of another operation is refused.
    pub fn resume_as<O: Operation>(&self, stored: &[u8], now: Timestamp, nonce: &str) -> Result<Draft<O>, Error> {
        let draft = self.resume(stored, now, nonce)?;
        let (found, wanted) = (draft.operation().name, O::INFO.name);
        if found != wanted {
            return Err(Error::new(INVALID_DRAFT, format!("the draft is of the operation {found}, not of {wanted}")));
        }
        Ok(Draft(draft, PhantomData))
    }
}

/// A signed request with the knowledge of how to read its answer, or the loss of it.
#[derive(Debug, Clone)]
pub struct Call<O>(AnyCall, PhantomData<fn() -> O>);

impl<O: Operation> Call<O> {
    /// What to send, exactly as it stands.
    pub fn request(&self) -> &Request {
        self.0.request()
    }

    /// The draft it was made of, to store or to settle.
    pub fn draft(&self) -> &AnyDraft {
        self.0.draft()
    }

    /// The verified reply. `now` is when the answer was received.
    pub fn read(&self, response: &Response, now: Timestamp) -> Result<O::Reply, Error> {
        let verified = read_answer(self.0.draft(), response, now, &by_own_rsa)?;
        read_typed(self.0.draft(), verified)
    }

    /// What to return when no answer arrived.
    pub fn lost(&self, how: Lost, reason: &str) -> Error {
        self.0.lost(how, reason)
    }
}
