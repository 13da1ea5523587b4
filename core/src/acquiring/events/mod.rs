//! The events that callbacks bring: which there are, and how each is read from the opened resource.

mod models;

pub use models::{
    MchPrepay, OrderUnclear, PrepayRequest, ServiceAuthorization, Unknown, UserClosedService, UserConfirmed, UserOpenedService,
    UserPaid,
};

use super::{CollectionState, Order, OrderRef, OrderState, Phase, StateDescription};
use crate::error::{Ack, Error, Issue, MALFORMED_MCHID, MALFORMED_PROMISE, MALFORMED_SHAPE, foreign_word};
use crate::money::Fen;
use crate::protocol::{Envelope, identity_member};
use crate::schema::{FieldType, ModelInfo, Reader, Rule, Unread};
use crate::time::Timestamp;

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

        /// The events there are: the word for each (empty for `Unknown`) and the model.
        pub static EVENTS: &[(&str, &ModelInfo)] = &[$(($event_type, $Variant::INFO),)* ("", Unknown::INFO)];

        impl Event {
            /// How to answer once the event is stored durably. `None` for [`MchPrepay`] and [`Unknown`], which say what to do then.
            pub fn ack(&self) -> Option<&Ack> {
                match self { $(Event::$Variant(event) => event.ready_ack(),)* Event::Unknown(event) => event.ready_ack() }
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
    OrderUnclear = "order_unclear",
    MchPrepay = "PAYSCORE.MCH_PREPAY",
    UserOpenedService = "PAYSCORE.USER_OPEN_SERVICE",
    UserClosedService = "PAYSCORE.USER_CLOSE_SERVICE",
}

/// What WeChat Pay's own names of this product's events begin with.
const PRODUCT: &str = "PAYSCORE.";
/// An answer to MCH_PREPAY is wanted within so many seconds.
const PREPAY_SECONDS: i64 = 5;

/// Types a verified, opened callback. The merchant number inside must be the merchant's own. `now` is when it was received.
///
/// Refused is only what cannot be identified, is another merchant's, or contradicts its own name.
pub(crate) fn read_event(mut envelope: Envelope, mchid: &str, now: Timestamp) -> Result<Event, Error> {
    // One sample of WeChat Pay's spells the merchant numbers otherwise.
    for (other, usual) in [("mch_id", "mchid"), ("sub_mch_id", "sub_mchid")] {
        if let Some(content) = envelope.content.as_object_mut()
            && let Some(value) = content.shift_remove(other)
        {
            content.entry(usual).or_insert(value);
        }
    }
    let known = EVENTS.iter().any(|(event_type, _)| *event_type == envelope.event_type);
    let theirs = identity_member(&envelope.content, "mchid").filter(|theirs| !theirs.is_empty());
    if known && theirs.is_none() {
        let issue = Issue::refusing("/mchid", MALFORMED_SHAPE, "promised, but missing.");
        return Err(misshapen(&envelope, vec![issue]));
    }
    if let Some(theirs) = theirs.filter(|theirs| *theirs != mchid) {
        let theirs = foreign_word(&theirs);
        return Err(Error::new(MALFORMED_MCHID, format!("the callback is for merchant {theirs}, not for {mchid}")));
    }
    match envelope.event_type.as_str() {
        "PAYSCORE.USER_CONFIRM" => user_confirmed(envelope),
        "PAYSCORE.USER_PAID" => user_paid(envelope),
        "PAYSCORE.MCH_PREPAY" => prepay(envelope, now),
        "PAYSCORE.USER_OPEN_SERVICE" => {
            let (service, key, unread) = authorization(&envelope)?;
            let event = UserOpenedService::new(envelope.id, envelope.event_type, service, Ack::accepted(), key, envelope.raw);
            Ok(Event::UserOpenedService(event.told(envelope.frame, unread)))
        }
        "PAYSCORE.USER_CLOSE_SERVICE" => {
            let (service, key, unread) = authorization(&envelope)?;
            let event = UserClosedService::new(envelope.id, envelope.event_type, service, Ack::accepted(), key, envelope.raw);
            Ok(Event::UserClosedService(event.told(envelope.frame, unread)))
        }
        // Payscore's own word for an event would lead its hosts astray.
        _ if known => Err(misshapen(&envelope, vec![Issue::refusing("/event_type", MALFORMED_SHAPE, "not WeChat Pay's.")])),
        _ => {
            let event = Unknown::new(envelope.id.clone(), envelope.event_type, envelope.id, envelope.raw);
            Ok(Event::Unknown(event.told(envelope.frame, Vec::new())))
        }
    }
}

fn user_confirmed(envelope: Envelope) -> Result<Event, Error> {
    let order = order(&envelope)?;
    let completed = order.state == OrderState::Doing && order.state_description == Some(StateDescription::MchComplete);
    if completed || !matches!(order.state, OrderState::Doing | OrderState::Other(_)) {
        return Err(contradiction(&envelope, "the order inside does not stand so: query it"));
    }
    let key = order_key(&order, &envelope.event_type, None);
    let unread = order.unread.clone();
    if order.phase != Phase::InService {
        return Ok(unclear(envelope, order, None, key, unread));
    }
    let event = UserConfirmed::new(envelope.id, envelope.event_type, order, Ack::accepted(), key, envelope.raw);
    Ok(Event::UserConfirmed(event.told(envelope.frame, unread)))
}

fn user_paid(envelope: Envelope) -> Result<Event, Error> {
    let order = order(&envelope)?;
    let mut reader = Reader::for_received();
    let number =
        envelope.content.as_object().and_then(|content| reader.optional::<String>(content, "out_trade_no", &[Rule::Identity]));
    let (number, beside) = reader.finish(Some(number)).unwrap_or_default();
    let unread = [order.unread.as_slice(), beside.as_slice()].concat();
    let to_be_paid = order.collection.as_ref().is_some_and(|money| money.state == Some(CollectionState::UserPaying));
    if to_be_paid || !matches!(order.state, OrderState::Done | OrderState::Other(_)) {
        return Err(contradiction(&envelope, "the order inside does not stand so: query it"));
    }
    let key = order_key(&order, &envelope.event_type, number.as_deref());
    if !matches!(order.phase, Phase::Paid | Phase::PaidElsewhere) {
        return Ok(unclear(envelope, order, number, key, unread));
    }
    let number = number.unwrap_or_default();
    let event = UserPaid::new(envelope.id, envelope.event_type, order, number, Ack::accepted(), key, envelope.raw);
    Ok(Event::UserPaid(event.told(envelope.frame, unread)))
}

/// An event whose order does not contradict its name, and does not bear it out either: nobody may act on the name.
fn unclear(envelope: Envelope, order: Order, out_trade_no: Option<String>, key: String, unread: Vec<Unread>) -> Event {
    let own = "order_unclear";
    let mut event = OrderUnclear::new(envelope.id, own, envelope.event_type, order, Ack::accepted(), key, envelope.raw);
    event.out_trade_no = out_trade_no;
    Event::OrderUnclear(event.told(envelope.frame, unread))
}

fn prepay(envelope: Envelope, now: Timestamp) -> Result<Event, Error> {
    let mut reader = Reader::for_received();
    let read = reader.object(&envelope.content, MchPrepay::INFO.name).and_then(|content| {
        // Money needs the amount and what connects the payment with the order: a payment without it could be charged again.
        let order_ref = OrderRef::read(&envelope.content, &mut reader);
        let total_amount = reader.required::<Fen>(content, "total_amount", &[]);
        let asked = reader.required::<PrepayRequest>(content, "prepay_req_body", &[]);
        let openid = reader.optional::<String>(content, "openid", &[]);
        let sub_openid = reader.optional::<String>(content, "sub_openid", &[]);
        Some((order_ref?, total_amount?, asked?, openid, sub_openid))
    });
    let ((order_ref, total_amount, asked, openid, sub_openid), unread) =
        reader.finish(read).map_err(|issues| misshapen(&envelope, issues))?;
    let before = now.plus(PREPAY_SECONDS);
    let (id, key) = (envelope.id.clone(), envelope.id);
    let mut event = MchPrepay::new(id, envelope.event_type, order_ref, total_amount, asked, before, key, envelope.raw);
    (event.openid, event.sub_openid) = (openid, sub_openid);
    Ok(Event::MchPrepay(event.told(envelope.frame, unread)))
}

/// A user's authorisation, and the key of the event.
fn authorization(envelope: &Envelope) -> Result<(ServiceAuthorization, String, Vec<Unread>), Error> {
    let (service, unread) =
        Reader::received::<ServiceAuthorization>(&envelope.content).map_err(|issues| misshapen(envelope, issues))?;
    let told = format!("{PRODUCT}{}", service.user_service_status.as_deref().unwrap_or_default());
    if told != envelope.event_type && EVENTS.iter().any(|(event_type, _)| *event_type == told) {
        return Err(contradiction(envelope, "its content says otherwise: query the authorisation"));
    }
    // Without its moment, only the notification itself tells one event from the next.
    let when = service.openorclose_time.as_deref().filter(|when| !when.is_empty()).unwrap_or(&envelope.id);
    let key = format!("{}/{}/{}/{when}", service.service_id, service.authorization_code, envelope.event_type);
    Ok((service, key, unread))
}

fn contradiction(envelope: &Envelope, but: &str) -> Error {
    let detail = format!("{} is verified, but {but}", envelope.event_type);
    Error::new(MALFORMED_PROMISE, detail).with_raw(&envelope.raw)
}

fn misshapen(envelope: &Envelope, issues: Vec<Issue>) -> Error {
    Error::of_issues("the callback is verified, but", issues).with_raw(&envelope.raw)
}

fn order(envelope: &Envelope) -> Result<Order, Error> {
    let mut order = Order::from_value(&envelope.content, &envelope.raw)?;
    order.request_id = envelope.frame.request_id.clone();
    Ok(order)
}

fn order_key(order: &Order, event_type: &str, out_trade_no: Option<&str>) -> String {
    let sub_mchid = order.sub_mchid.as_deref().unwrap_or_default();
    let tail = out_trade_no.map(|number| format!("/{number}")).unwrap_or_default();
    format!("{}/{sub_mchid}/{}/{event_type}{tail}", order.mchid, order.out_order_no)
}
