//! How each event is read from the opened resource, and what it is called.

use super::{
    Event, MchPrepay, OrderUnclear, PrepayRequest, ServiceAuthorization, Unknown, UserClosedService, UserConfirmed,
    UserOpenedService, UserPaid, reader,
};
use crate::acquiring::{CollectionState, Order, OrderRef, OrderState, Phase, StateDescription};
use crate::error::{Ack, Error, Issue, MALFORMED_PROMISE, MALFORMED_SHAPE};
use crate::money::Fen;
use crate::protocol::Envelope;
use crate::schema::{FieldType, Reader, Rule, Unread};
use crate::time::Timestamp;

/// An event: its name, and how it is read.
pub(super) trait ReadEvent {
    /// WeChat Pay's name of it, or Payscore's own; `None` for an event that this version does not know.
    const EVENT_TYPE: Option<&'static str>;

    /// From an opened callback whose merchant number is right. `now` is when it was received.
    fn read(envelope: Envelope, now: Timestamp) -> Result<Event, Error>;
}

/// What WeChat Pay's own names of this product's events begin with.
const PRODUCT: &str = "PAYSCORE.";
/// WeChat Pay wants the answer to MCH_PREPAY within so many seconds.
const PREPAY_SECONDS: i64 = 5;

impl ReadEvent for UserConfirmed {
    const EVENT_TYPE: Option<&'static str> = Some("PAYSCORE.USER_CONFIRM");

    fn read(envelope: Envelope, _: Timestamp) -> Result<Event, Error> {
        let order = order(&envelope)?;
        let completed =
            order.state == OrderState::Doing && order.state_description == Some(StateDescription::MchComplete);
        if completed || !matches!(order.state, OrderState::Doing | OrderState::Other(_)) {
            return Err(contradiction(&envelope, "the order inside does not stand so: query it"));
        }
        let key = order_key(&order, &envelope.event_type, None);
        let unread = order.unread.clone();
        if order.phase != Phase::InService {
            return Ok(unclear(envelope, order, None, key, unread));
        }
        let event = UserConfirmed::new(envelope.id, envelope.event_type, order, Ack::accepted(), key, envelope.raw);
        Ok(Event::UserConfirmed(event.with_frame(envelope.frame, unread)))
    }
}

impl ReadEvent for UserPaid {
    const EVENT_TYPE: Option<&'static str> = Some("PAYSCORE.USER_PAID");

    fn read(envelope: Envelope, _: Timestamp) -> Result<Event, Error> {
        let order = order(&envelope)?;
        let mut reader = Reader::for_received();
        let number = envelope
            .content
            .as_object()
            .and_then(|content| reader.optional::<String>(content, "out_trade_no", &[Rule::Identity]));
        let (number, beside) = reader.finish(Some(number)).unwrap_or_default();
        let unread = [order.unread.as_slice(), beside.as_slice()].concat();
        let to_be_paid =
            order.collection.as_ref().is_some_and(|money| money.state == Some(CollectionState::UserPaying));
        if to_be_paid || !matches!(order.state, OrderState::Done | OrderState::Other(_)) {
            return Err(contradiction(&envelope, "the order inside does not stand so: query it"));
        }
        let key = order_key(&order, &envelope.event_type, number.as_deref());
        if !matches!(order.phase, Phase::Paid | Phase::PaidElsewhere) {
            return Ok(unclear(envelope, order, number, key, unread));
        }
        let number = number.unwrap_or_default();
        let event = UserPaid::new(envelope.id, envelope.event_type, order, number, Ack::accepted(), key, envelope.raw);
        Ok(Event::UserPaid(event.with_frame(envelope.frame, unread)))
    }
}

impl ReadEvent for OrderUnclear {
    const EVENT_TYPE: Option<&'static str> = Some("order_unclear");

    /// It stands for another event, and never comes under its own name: that would mislead the hosts.
    fn read(envelope: Envelope, _: Timestamp) -> Result<Event, Error> {
        Err(misshapen(&envelope, vec![Issue::refusing("/event_type", MALFORMED_SHAPE, "not WeChat Pay's.")]))
    }
}

impl ReadEvent for MchPrepay {
    const EVENT_TYPE: Option<&'static str> = Some("PAYSCORE.MCH_PREPAY");

    fn read(envelope: Envelope, now: Timestamp) -> Result<Event, Error> {
        let mut reader = Reader::for_received();
        let read = reader.object(&envelope.content, MchPrepay::INFO.name).and_then(|content| {
            // Money needs the amount and what connects the payment with the order: a payment without it could be
            // charged again.
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
        let mut event =
            MchPrepay::new(id, envelope.event_type, order_ref, total_amount, asked, before, key, envelope.raw);
        (event.openid, event.sub_openid) = (openid, sub_openid);
        Ok(Event::MchPrepay(event.with_frame(envelope.frame, unread)))
    }
}

impl ReadEvent for UserOpenedService {
    const EVENT_TYPE: Option<&'static str> = Some("PAYSCORE.USER_OPEN_SERVICE");

    fn read(envelope: Envelope, _: Timestamp) -> Result<Event, Error> {
        let (service, key, unread) = authorization(&envelope)?;
        let event =
            UserOpenedService::new(envelope.id, envelope.event_type, service, Ack::accepted(), key, envelope.raw);
        Ok(Event::UserOpenedService(event.with_frame(envelope.frame, unread)))
    }
}

impl ReadEvent for UserClosedService {
    const EVENT_TYPE: Option<&'static str> = Some("PAYSCORE.USER_CLOSE_SERVICE");

    fn read(envelope: Envelope, _: Timestamp) -> Result<Event, Error> {
        let (service, key, unread) = authorization(&envelope)?;
        let event =
            UserClosedService::new(envelope.id, envelope.event_type, service, Ack::accepted(), key, envelope.raw);
        Ok(Event::UserClosedService(event.with_frame(envelope.frame, unread)))
    }
}

impl ReadEvent for Unknown {
    const EVENT_TYPE: Option<&'static str> = None;

    fn read(envelope: Envelope, _: Timestamp) -> Result<Event, Error> {
        let event = Unknown::new(envelope.id.clone(), envelope.event_type, envelope.id, envelope.raw);
        Ok(Event::Unknown(event.with_frame(envelope.frame, Vec::new())))
    }
}

/// An event whose order does not contradict its name, and does not bear it out either: nobody may act on the name.
fn unclear(envelope: Envelope, order: Order, out_trade_no: Option<String>, key: String, unread: Vec<Unread>) -> Event {
    let own = OrderUnclear::EVENT_TYPE.unwrap_or_default();
    let mut event = OrderUnclear::new(envelope.id, own, envelope.event_type, order, Ack::accepted(), key, envelope.raw);
    event.out_trade_no = out_trade_no;
    Event::OrderUnclear(event.with_frame(envelope.frame, unread))
}

/// A user's authorisation, and the key of the event.
fn authorization(envelope: &Envelope) -> Result<(ServiceAuthorization, String, Vec<Unread>), Error> {
    let (service, unread) =
        Reader::received::<ServiceAuthorization>(&envelope.content).map_err(|issues| misshapen(envelope, issues))?;
    let reported = format!("{PRODUCT}{}", service.user_service_status.as_deref().unwrap_or_default());
    if reported != envelope.event_type && reader(&reported).is_some() {
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

pub(super) fn misshapen(envelope: &Envelope, issues: Vec<Issue>) -> Error {
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
