//! The events that callbacks bring: which there are, and how each is read from the opened resource.

mod models;

pub use models::*;

use super::{CollectionState, Order, OrderRef, OrderState, StateDescription};
use crate::error::*;
use crate::protocol::{Ack, Envelope};
use crate::schema::{FieldType, ModelInfo, Reader};
use crate::time::Timestamp;
use serde_json::{Map, Value, json};

macro_rules! events {
    ($($Variant:ident = $event_type:literal),* $(,)?) => {
        /// A verified callback.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            $(#[doc = concat!("`", $event_type, "`.")] $Variant($Variant),)*
            /// Any other.
            Unknown(Unknown),
        }

        /// The events there are: WeChat Pay's word (empty for `Unknown`) and the model.
        pub static EVENTS: &[(&str, &ModelInfo)] = &[$(($event_type, $Variant::INFO),)* ("", Unknown::INFO)];

        impl Event {
            /// How to answer once the event is stored durably.
            pub fn ack(&self) -> Option<&Ack> {
                match self { $(Event::$Variant(event) => event.ack.as_ref(),)* Event::Unknown(event) => event.ack.as_ref() }
            }

            /// The key under which to remember that this event was dealt with.
            pub fn deduplication_key(&self) -> &str {
                match self { $(Event::$Variant(event) => &event.deduplication_key,)* Event::Unknown(event) => &event.deduplication_key }
            }
        }

        impl serde::Serialize for Event {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Event::$Variant(event) => event.serialize(serializer),)* Event::Unknown(event) => event.serialize(serializer) }
            }
        }
    };
}
events! {
    UserConfirmed = "PAYSCORE.USER_CONFIRM",
    UserPaid = "PAYSCORE.USER_PAID",
    MchPrepay = "PAYSCORE.MCH_PREPAY",
    UserOpenedService = "PAYSCORE.USER_OPEN_SERVICE",
    UserClosedService = "PAYSCORE.USER_CLOSE_SERVICE",
}

/// An answer to MCH_PREPAY is wanted within so many seconds.
const PREPAY_SECONDS: i64 = 5;

/// Types a verified, opened callback. The merchant number inside must be the merchant's own. `now` is when it was received.
pub(crate) fn read(mut envelope: Envelope, mchid: &str, now: Timestamp) -> Result<Event, Error> {
    // One sample of WeChat Pay's spells the merchant numbers otherwise.
    for (other, usual) in [("mch_id", "mchid"), ("sub_mch_id", "sub_mchid")] {
        if let Some(content) = envelope.content.as_object_mut()
            && let Some(value) = content.shift_remove(other)
        {
            content.entry(usual).or_insert(value);
        }
    }
    let known = EVENTS.iter().any(|(event_type, _)| *event_type == envelope.event_type);
    if known && text(&envelope, "mchid").is_none() {
        let issue = Issue::refusing("/mchid", MALFORMED_SHAPE, "promised, but missing.");
        return Err(Error::of_issues("the callback is verified, but", vec![issue]).with_raw(&envelope.raw));
    }
    if let Some(theirs) = text(&envelope, "mchid").filter(|theirs| *theirs != mchid) {
        let theirs = shown(theirs);
        return Err(Error::new(MALFORMED_MCHID, format!("the callback is for merchant {theirs}, not for {mchid}")));
    }
    match envelope.event_type.as_str() {
        "PAYSCORE.USER_CONFIRM" => {
            let order = order(&envelope)?;
            let confirmed = order.state == OrderState::Doing && order.state_description == Some(StateDescription::UserConfirm);
            promised(confirmed, &envelope)?;
            let key = order_key(&order, &envelope.event_type, "");
            let mut event = UserConfirmed::new(envelope.id, envelope.event_type, order, key, envelope.raw);
            event.ack = Some(Ack::accepted());
            (event.create_time, event.summary, event.request_id) = (envelope.create_time, envelope.summary, envelope.request_id);
            Ok(Event::UserConfirmed(event))
        }
        "PAYSCORE.USER_PAID" => {
            let order = order(&envelope)?;
            let collected = order.collection.as_ref().is_some_and(|collection| collection.state == CollectionState::UserPaid);
            promised(order.state == OrderState::Done && collected, &envelope)?;
            let out_trade_no = text(&envelope, "out_trade_no").unwrap_or_default().to_owned();
            let key = order_key(&order, &envelope.event_type, &out_trade_no);
            let mut event = UserPaid::new(envelope.id, envelope.event_type, order, out_trade_no, key, envelope.raw);
            event.ack = Some(Ack::accepted());
            (event.create_time, event.summary, event.request_id) = (envelope.create_time, envelope.summary, envelope.request_id);
            Ok(Event::UserPaid(event))
        }
        "PAYSCORE.MCH_PREPAY" => {
            let identity: Map<String, Value> = OrderRef::INFO
                .fields
                .iter()
                .filter_map(|field| Some((field.name.to_owned(), envelope.content.get(field.name)?.clone())))
                .collect();
            let id = envelope.id.clone();
            let own = [("order_ref", Value::Object(identity)), ("answer_before", json!(now.plus(PREPAY_SECONDS)))];
            let mut content = envelope.content.as_object().cloned().unwrap_or_default();
            // No acknowledgement comes from outside.
            content.shift_remove("ack");
            typed(envelope, &id, content.into_iter().chain(own.map(|(name, value)| (name.to_owned(), value))))
                .map(Event::MchPrepay)
        }
        "PAYSCORE.USER_OPEN_SERVICE" => {
            let mut event: UserOpenedService = authorization(envelope)?;
            event.ack = Some(Ack::accepted());
            Ok(Event::UserOpenedService(event))
        }
        "PAYSCORE.USER_CLOSE_SERVICE" => {
            let mut event: UserClosedService = authorization(envelope)?;
            event.ack = Some(Ack::accepted());
            Ok(Event::UserClosedService(event))
        }
        _ => {
            let id = envelope.id.clone();
            typed(envelope, &id, std::iter::empty()).map(Event::Unknown)
        }
    }
}

/// The content says what the event's name does; else nobody may act on it.
fn promised(holds: bool, envelope: &Envelope) -> Result<(), Error> {
    if holds {
        return Ok(());
    }
    let detail = format!("{} is verified, but the order inside does not stand so: query it", envelope.event_type);
    Err(Error::new(MALFORMED_PROMISE, detail).with_raw(&envelope.raw))
}

fn text<'e>(envelope: &'e Envelope, name: &str) -> Option<&'e str> {
    envelope.content.get(name).and_then(Value::as_str)
}

fn authorization<T: FieldType>(envelope: Envelope) -> Result<T, Error> {
    let part = |name: &str| text(&envelope, name).unwrap_or_default().to_owned();
    let key =
        format!("{}/{}/{}/{}", part("service_id"), part("authorization_code"), envelope.event_type, part("openorclose_time"));
    let content = envelope.content.clone();
    typed(envelope, &key, std::iter::once(("service".to_owned(), content)))
}

/// An event from the members of its envelope and what is its own.
fn typed<T: FieldType>(envelope: Envelope, key: &str, own: impl Iterator<Item = (String, Value)>) -> Result<T, Error> {
    let mut members: Map<String, Value> = own.collect();
    let Envelope { id, event_type, create_time, summary, request_id, raw, .. } = envelope;
    let said = [("create_time", create_time), ("summary", summary), ("request_id", request_id)];
    let said = said.into_iter().filter_map(|(name, value)| Some((name.to_owned(), Value::String(value?))));
    members.extend(said);
    for (name, value) in [("id", &*id), ("event_type", &*event_type), ("deduplication_key", key), ("raw", &*raw)] {
        members.insert(name.to_owned(), value.into());
    }
    Reader::document(&Value::Object(members))
        .map_err(|issues| Error::of_issues("the callback is verified, but", issues).with_raw(&raw))
}

fn order(envelope: &Envelope) -> Result<Order, Error> {
    let mut order = Order::from_value(&envelope.content, &envelope.raw)?;
    order.request_id = envelope.request_id.clone();
    Ok(order)
}

fn order_key(order: &Order, event_type: &str, out_trade_no: &str) -> String {
    let sub_mchid = order.sub_mchid.as_deref().unwrap_or_default();
    let tail = if out_trade_no.is_empty() { String::new() } else { format!("/{out_trade_no}") };
    format!("{}/{sub_mchid}/{}/{event_type}{tail}", order.mchid, order.out_order_no)
}
