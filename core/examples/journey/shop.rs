//! A merchant's backend for WeChat Pay Score in acquiring-bank mode, to copy from: the whole journey of an order.
//!
//! Everything about money is stored before it is sent. A callback is acknowledged only after it is stored together with
//! its deduplication key.

use crate::http::Client;
use crate::journal::Journal;
use payscore::acquiring::{
    CancelOrder, CompleteOrder, CreateOrder, Deduction, DeductionStanding, Event, Later, Order, OrderCancelled,
    OrderCompleted, OrderRef, Payment, QueryOrder, RegisterDeductInfo, RiskFund, RiskFundName, TimeRange,
    later_reading,
};
use payscore::error::Ack;
use payscore::http::{Headers, Request, Response};
use payscore::protocol::Operation;
use payscore::time::Timestamp;
use payscore::{Call, Draft, Error, Merchant};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

/// What goes wrong: a call, or the disk.
pub type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// What happens to a call, for a log. Never log the request's headers: `Authorization` is among them.
pub trait Log: Send + Sync {
    /// The request goes out.
    fn sending(&self, request: &Request);
    /// An answer arrived. It is not verified yet.
    fn answered(&self, response: &Response);
    /// The answer is verified; the reply as JSON.
    fn verified(&self, reply: &Value);
    /// The call failed: no answer arrived, or it was refused, or it does not verify.
    fn failed(&self, error: &Error);
}

pub struct Shop {
    merchant: Merchant,
    http: Client,
    notify_url: String,
    journal: Mutex<Journal>,
    confirmed: Sender<String>,
    log: Box<dyn Log>,
}

impl Shop {
    /// `confirmed` gets the number of each order that a user has confirmed.
    pub fn new(
        merchant: Merchant,
        file: &Path,
        notify_url: &str,
        confirmed: Sender<String>,
        log: impl Log + 'static,
    ) -> Result<Shop> {
        let http = Client::new(&merchant.account().base_url);
        let journal = Mutex::new(Journal::open(file)?);
        Ok(Shop { merchant, http, notify_url: notify_url.to_owned(), journal, confirmed, log: Box::new(log) })
    }

    // Sending: the bytes that were signed are the bytes that are sent.

    pub fn send<O: Operation>(&self, call: &Call<O>) -> Result<O::Reply> {
        self.log.sending(call.request());
        let reply = match self.http.send(call.request()) {
            Ok(response) => {
                self.log.answered(&response);
                call.read(&response, now())
            }
            // What is known of the outcome, and what to do next, is in the error.
            Err((how, reason)) => Err(call.lost(how, &reason)),
        };
        match &reply {
            Ok(reply) => self.log.verified(&serde_json::to_value(reply)?),
            Err(error) => self.log.failed(error),
        }
        Ok(reply?)
    }

    /// Stores what changes something before it is sent, so that it can be repeated identically after a crash.
    pub fn send_safely<O: Operation>(&self, name: &str, draft: Draft<O>) -> Result<O::Reply> {
        if self.journal().newest("call", name).is_none() {
            let draft = String::from_utf8(draft.to_bytes())?;
            self.journal().write(json!({ "call": name, "draft": draft }))?;
        }
        self.send(&draft.sign(&self.merchant)?)
    }

    /// The identical request, from what was stored.
    pub fn stored<O: Operation>(&self, name: &str) -> Result<Draft<O>> {
        let record = self.journal().newest("call", name).cloned().ok_or_else(|| format!("no call {name} is stored"))?;
        let draft = record.get("draft").and_then(Value::as_str).unwrap_or_default();
        Ok(self.merchant.resume_as(draft.as_bytes(), now(), &nonce()?)?)
    }

    // The journey.

    pub fn create(&self, out_order_no: &str, sub_mchid: &str) -> Result<Order> {
        let fund = RiskFund::new(RiskFundName::EstimateOrderCost, 10_000).description("预估租借费用");
        let times = TimeRange::new().start_time("OnAccept");
        let order = CreateOrder::new(sub_mchid, out_order_no, "XX充电宝", fund, times, self.notify_url.as_str())
            .need_user_confirm(true)
            .attach(format!("order%3D{}", nonce()?));
        let draft = self.merchant.draft(&order, now(), &nonce()?)?;
        self.send_safely(&format!("create/{out_order_no}"), draft)
    }

    pub fn query(&self, order: &OrderRef) -> Result<Order> {
        let found = self.send(&self.merchant.prepare(&QueryOrder::new()).order(order).sign(now(), &nonce()?)?)?;
        self.learn(&found)?;
        Ok(found)
    }

    pub fn complete(&self, order: &OrderRef, fen: u32, end: Timestamp) -> Result<OrderCompleted> {
        let bill = vec![Payment::new("租借费用").amount(fen).description("每小时2元")];
        let times = TimeRange::new().end_time(end);
        let complete = CompleteOrder::new(bill, fen).time_range(times);
        let draft = self.merchant.prepare(&complete).order(order).draft(now(), &nonce()?)?;
        self.send_safely(&format!("complete/{}", order.out_order_no), draft)
    }

    pub fn cancel(&self, order: &OrderRef, reason: &str) -> Result<OrderCancelled> {
        let cancel = CancelOrder::new(reason);
        let draft = self.merchant.prepare(&cancel).order(order).draft(now(), &nonce()?)?;
        self.send_safely(&format!("cancel/{}", order.out_order_no), draft)
    }

    /// A new deduction number: stored first, then registered.
    pub fn register(&self, order: &OrderRef) -> Result<Deduction> {
        let number: String = nonce()?.chars().take(24).collect();
        let deduction = Deduction::new(format!("D{number}"), DeductionStanding::Registering).stored_at(now());
        self.remember(order, &deduction)?;
        let register = RegisterDeductInfo::new(deduction.out_trade_no.as_str());
        let draft = self.merchant.prepare(&register).order(order).draft(now(), &nonce()?)?;
        self.send_safely(&format!("register/{}", deduction.out_trade_no), draft)?;
        let mut registered = deduction.registered_at(now());
        registered.standing = DeductionStanding::NotSent;
        self.remember(order, &registered)?;
        Ok(registered)
    }

    /// Stores how the order's deduction stands.
    pub fn remember(&self, order: &OrderRef, deduction: &Deduction) -> Result<()> {
        let record = json!({ "deduction_of": order.out_order_no, "deduction": deduction });
        Ok(self.journal().write(record)?)
    }

    /// Keeps the later one of two readings of an order. Returns whether this one is news: a callback may be older than
    /// what is known.
    fn learn(&self, order: &Order) -> Result<bool> {
        let mut journal = self.journal();
        let known = journal.newest("reading_of", &order.out_order_no);
        let known = known.and_then(|record| record.get("raw")).and_then(Value::as_str).map(Order::from_json);
        let news = match known {
            Some(known) => later_reading(&known?, order)?.later == Later::Second,
            None => true,
        };
        if news {
            journal.write(json!({ "reading_of": order.out_order_no, "raw": order.raw }))?;
        }
        Ok(news)
    }

    fn journal(&self) -> MutexGuard<'_, Journal> {
        self.journal.lock().unwrap_or_else(PoisonError::into_inner)
    }

    // Callbacks: store, then acknowledge.

    /// How to answer a callback. `body` is the bytes as received.
    pub fn callback(&self, headers: &Headers, body: &[u8]) -> Ack {
        let comes_again = || Ack::new(500, BTreeMap::new(), "");
        match self.merchant.read_notification(headers, body, now()) {
            Ok(event) => match self.take(&event) {
                Ok(()) => event.ack().cloned().unwrap_or_else(comes_again),
                Err(_) => comes_again(),
            },
            Err(error) => error.ack().cloned().unwrap_or_else(comes_again),
        }
    }

    fn take(&self, event: &Event) -> Result<()> {
        let key = event.deduplication_key();
        if self.journal().newest("event", key).is_some() {
            return Ok(());
        }
        self.journal().write(json!({ "event": key, "content": event }))?;
        if let Event::UserConfirmed(event) = event
            && self.learn(&event.order)?
        {
            self.confirmed.send(event.order.out_order_no.clone())?;
        }
        Ok(())
    }
}

/// Core reads no clock: the shop passes the time to it.
pub fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp::from_unix(i64::try_from(since.as_secs()).unwrap_or_default()).unwrap_or_else(now)
}

/// 32 random letters and digits, fresh for every call.
pub fn nonce() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|error| error.to_string())?;
    Ok(payscore::crypto::to_hex(&bytes))
}
