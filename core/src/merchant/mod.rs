//! The merchant: its settings, checked once, and everything that is done with them.
//!
//! `config` declares the settings, `check` and `keys` read them and name every mistake. This file goes from parameters
//! to drafts, calls, replies and events by name and JSON, as other languages use it; `typed` does the same with Rust's
//! types.

mod address;
mod check;
mod config;
pub(crate) mod keys;
mod typed;

pub use config::{MerchantConfig, Validation};
pub use typed::{Call, Draft, Prepare};

use crate::acquiring::Event;
use crate::crypto::PrivateKey;
use crate::error::{
    CONFIG_PRIVATE_KEY_MISSING, CONFIG_PRIVATE_KEY_UNREADABLE, Code, Error, INVALID_SENSITIVE, Issue, Outcome, Retry,
    STATE_OTHER_DRAFT, STATE_QUERY_FIRST, with_ack,
};
use crate::http::{Headers, Response};
use crate::protocol::{
    Account, AnyCall, AnyDraft, Context, Function, Judge, Knowledge, Operation, Preparation, Settlement, TrustedKey,
    Validate, by_own_rsa, open_notification, open_sensitive, other_merchant, prepare, read_answer, restore,
    seal_sensitive,
};
use crate::registry::{ACQUIRING, AnyEvent, AnyReply, AnyResult, Scope, no_operation, read_any};
use crate::schema::marks;
use crate::time::Timestamp;
use serde_json::{Map, Value};
use std::fmt;
use std::sync::Arc;

/// The institution (从业机构) that calls WeChat Pay. It is immutable, cheap to clone and to share between threads, and has
/// no global state behind it. To trust another key or to change a setting, create another one from
/// [`config`](Self::config).
#[derive(Clone)]
pub struct Merchant(Arc<Parts>);

struct Parts {
    account: Arc<Account>,
    key: Option<PrivateKey>,
    defaults: Map<String, Value>,
    service: Map<String, Value>,
    validate: Validate,
    config: MerchantConfig,
    scope: &'static Scope,
}

impl Merchant {
    /// Checks the settings. The error names everything that is wrong. The merchant takes part in acquiring-bank mode.
    pub fn new(config: MerchantConfig) -> Result<Merchant, Error> {
        Merchant::in_scope(config, &ACQUIRING)
    }

    /// The same for a merchant that takes part in this mode.
    pub fn in_scope(config: MerchantConfig, scope: &'static Scope) -> Result<Merchant, Error> {
        check::check(config, scope)
    }

    /// The settings from which it was made. Change a copy of them to make another merchant.
    pub fn config(&self) -> &MerchantConfig {
        &self.0.config
    }

    /// The mode in which it takes part, with its operations.
    pub(crate) fn scope(&self) -> &'static Scope {
        self.0.scope
    }

    /// The public half of its settings: merchant number, serials, addresses, and the keys that it trusts.
    pub fn account(&self) -> &Account {
        &self.0.account
    }

    /// Signs an operation. `now` is the time; `nonce` is 1 to 32 random letters and digits, fresh for every call.
    pub fn sign<O: Operation>(&self, operation: &O, now: Timestamp, nonce: &str) -> Result<Call<O>, Error> {
        self.prepare(operation).sign(now, nonce)
    }

    /// Builds the exact bytes of an operation, to be stored first or signed elsewhere.
    pub fn draft<O: Operation>(&self, operation: &O, now: Timestamp, nonce: &str) -> Result<Draft<O>, Error> {
        self.prepare(operation).draft(now, nonce)
    }

    /// Begins a call that has more than parameters: the order that it is about, or members that Payscore does not know.
    pub fn prepare<'a, O: Operation>(&'a self, operation: &'a O) -> Prepare<'a, O> {
        Prepare::new(self, operation)
    }

    /// Builds a draft from an operation's name and parameters as JSON, as other languages do.
    pub fn draft_json(&self, request: JsonRequest<'_>, now: Timestamp, nonce: &str) -> Result<AnyDraft, Error> {
        let JsonRequest { operation, params, extra, order } = request;
        let info = self.scope().operation(operation).ok_or_else(|| no_operation(operation))?;
        let mut order = if info.takes_order { order } else { None };
        if let Some((code, here)) = order.as_ref().and_then(marks::mark_of_object).map(marks::Mark::problem) {
            let issue = Issue::refusing("/order", code, format!("an order is needed, here is {here}."));
            return Err(Error::of_issues(operation, vec![issue]).advise(Retry::Never, Outcome::NotSent));
        }
        // The host may pass a whole order. The rules may look at its verified text. The call takes its identity, never
        // its bill.
        let described = order.as_ref().and_then(|order| order.get("raw")).and_then(Value::as_str);
        let described = described.and_then(|raw| serde_json::from_str::<Map<String, Value>>(raw).ok());
        let lends = |name: &str| info.mode.order_ref.is_some_and(|model| model.field(name).is_some());
        order.iter_mut().for_each(|order| order.retain(|name, _| lends(name)));
        let knowledge = Knowledge { now: Some(now), order: described.as_ref(), settings: &self.0.service };
        let preparation = Preparation {
            mchid: &self.0.account.mchid,
            params,
            extra,
            order: order.as_ref(),
            defaults: &self.0.defaults,
            validate: self.0.validate,
            knowledge,
        };
        AnyDraft::new(self.0.account.clone(), prepare(info, preparation)?, now, nonce)
    }

    /// Takes up a stored draft: the same body for the same target, with a fresh time and nonce.
    pub fn resume(&self, stored: &[u8], now: Timestamp, nonce: &str) -> Result<AnyDraft, Error> {
        AnyDraft::new(
            self.0.account.clone(),
            restore(|name| self.scope().operation(name), &self.0.account.mchid, stored)?,
            now,
            nonce,
        )
    }

    /// Signs a draft with the merchant's own key.
    pub fn finish(&self, draft: AnyDraft) -> Result<AnyCall, Error> {
        let key = self.0.key.as_ref().ok_or_else(no_signing_key)?;
        let signature = key.sign(&draft.message()).map_err(|_| {
            Error::new(CONFIG_PRIVATE_KEY_UNREADABLE, "the private key could not sign")
                .advise(Retry::Never, Outcome::NotSent)
        })?;
        draft.finish(&signature)
    }

    /// A draft of the identical request, for WeChat Pay's other address. For calls whose loss requires a query first,
    /// pass the settlement that [`AnyDraft::settle`] returned for the same draft. The call is repeated only if its
    /// `retry` is `same_request`.
    pub fn again(
        &self,
        lost: &AnyDraft,
        settled: Option<&Settlement>,
        now: Timestamp,
        nonce: &str,
    ) -> Result<AnyDraft, Error> {
        let name = lost.operation().name;
        let refuse =
            |code: Code, detail: String| Err(Error::new(code, detail).advise(Retry::QueryFirst, Outcome::NotSent));
        let repeat = lost.prepared().after_loss() == Retry::SameRequest;
        match settled {
            Some(settled) if settled.draft != lost.digest() => {
                return refuse(
                    STATE_OTHER_DRAFT,
                    format!("{name}: the settlement belongs to another draft: `settle` this one"),
                );
            }
            Some(settled) if !repeat && settled.retry != Retry::SameRequest => {
                return refuse(
                    STATE_QUERY_FIRST,
                    format!("{name}: the settlement does not advise a repeat: {}", settled.why),
                );
            }
            None if !repeat => {
                let detail = format!(
                    "{name}: query first, and pass the settlement that `settle` returns. Only then may it be repeated"
                );
                return refuse(STATE_QUERY_FIRST, detail);
            }
            _ => {}
        }
        self.adopted(lost)?.for_other_address(now, nonce)
    }

    /// The same call, read with the keys that this merchant trusts. Use it for an answer that was kept because its key
    /// was unknown, after downloading the certificates. Read the answer with the time at which it was received.
    pub fn take_over(&self, call: &AnyCall) -> Result<AnyCall, Error> {
        Ok(call.with_draft(self.adopted(call.draft())?))
    }

    /// The draft with this merchant's account. Refused if it belongs to another merchant number.
    pub(crate) fn adopted(&self, draft: &AnyDraft) -> Result<AnyDraft, Error> {
        let (theirs, ours) = (&draft.account().mchid, &self.0.account.mchid);
        if theirs != ours {
            return Err(other_merchant(theirs, ours));
        }
        Ok(draft.with_account(self.0.account.clone()))
    }

    /// Reads the answer to a call of any operation. `now` is when it was received.
    pub fn read_any(call: &AnyCall, response: &Response, now: Timestamp) -> Result<AnyReply, Error> {
        Merchant::read_of(call.draft(), response, now, &by_own_rsa)
    }

    pub(crate) fn read_of(
        draft: &AnyDraft,
        response: &Response,
        now: Timestamp,
        judge: Judge<'_>,
    ) -> Result<AnyReply, Error> {
        let verified = read_answer(draft, response, now, judge)?;
        read_any(draft, verified)
    }

    /// Verifies, decrypts and reads a callback. `body` is the bytes as received; `now` is when they were received.
    pub fn read_notification(&self, headers: &Headers, body: &[u8], now: Timestamp) -> Result<Event, Error> {
        let AnyEvent::Acquiring(event) = self.read_notification_any(headers, body, now, &by_own_rsa)?;
        Ok(event)
    }

    pub(crate) fn read_notification_any(
        &self,
        headers: &Headers,
        body: &[u8],
        now: Timestamp,
        judge: Judge<'_>,
    ) -> Result<AnyEvent, Error> {
        open_notification(&self.0.account.trust, &self.0.account.api_v3_keys, headers, body, now, judge)
            .and_then(|envelope| self.scope().read_event(envelope, &self.0.account.mchid, now))
            .map_err(with_ack)
    }

    /// Opens a sensitive field that WeChat Pay sealed to the merchant's certificate.
    pub fn open_sensitive(&self, sealed: &str) -> Result<String, Error> {
        let key = self.0.key.as_ref().ok_or_else(no_opening_key)?;
        open_sensitive(key, sealed)
    }

    /// Seals a sensitive field for WeChat Pay, with the key that this merchant's requests name in `Wechatpay-Serial`.
    pub fn seal_sensitive(&self, text: &str) -> Result<String, Error> {
        seal_sensitive(self.sealing_key()?, text)
    }

    pub(crate) fn sealing_key(&self) -> Result<&TrustedKey, Error> {
        let found = self.account().wechatpay_serial.as_deref().and_then(|serial| self.account().trust.find(serial));
        found.ok_or_else(|| Error::new(INVALID_SENSITIVE, "this merchant trusts no key with which to seal"))
    }

    /// Computes something that needs no call, such as the parameters of a jump into WeChat. `now` is the time; `nonce`
    /// is fresh random letters and digits.
    pub fn compute<F: Function>(&self, function: &F, now: Timestamp, nonce: &str) -> Result<F::Reply, Error> {
        function.compute(&self.context(now, nonce))
    }

    /// Computes a function from its name and parameters as JSON, as other languages do.
    pub fn compute_json(
        &self,
        function: &str,
        params: &Map<String, Value>,
        now: Timestamp,
        nonce: &str,
    ) -> Result<AnyResult, Error> {
        self.scope().compute(function, params, &self.context(now, nonce))
    }

    fn context<'a>(&'a self, now: Timestamp, nonce: &'a str) -> Context<'a> {
        Context {
            mchid: &self.0.account.mchid,
            api_v2_key: self.0.config.api_v2_key.as_ref(),
            defaults: &self.0.defaults,
            now,
            nonce,
        }
    }
}

pub(crate) fn no_signing_key() -> Error {
    Error::new(
        CONFIG_PRIVATE_KEY_MISSING,
        "this merchant has no private key: give `private_key`, or sign `draft.message` elsewhere and `finish` the \
             draft",
    )
    .advise(Retry::Never, Outcome::NotSent)
}

pub(crate) fn no_opening_key() -> Error {
    Error::new(CONFIG_PRIVATE_KEY_MISSING, "this merchant has no private key, so nothing sealed to it can be opened")
}

impl fmt::Debug for Merchant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Merchant").field("mchid", &self.0.account.mchid).finish_non_exhaustive()
    }
}

/// An operation by name, with its parameters as JSON.
pub struct JsonRequest<'a> {
    /// Its name, such as `create_order`.
    pub operation: &'a str,
    /// Its parameters.
    pub params: Map<String, Value>,
    /// Members that Payscore does not know.
    pub extra: Map<String, Value>,
    /// The order that it is about, or its identity.
    pub order: Option<Map<String, Value>>,
}
