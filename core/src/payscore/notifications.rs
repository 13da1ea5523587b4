//! The events that callbacks bring.

use super::Order;
use crate::error::*;
use crate::protocol::{Ack, Envelope};
use crate::schema::{ModelInfo, model};
use serde_json::Value;

macro_rules! event {
    ($(#[doc = $doc:expr])* $Name:ident { $($(#[doc = $fdoc:expr])* $field:ident : $ty:ty,)* }) => {
        model! {
            $(#[doc = $doc])*
            pub struct $Name {
                required {
                    /// Unique per notification.
                    id: String,
                    /// What happened, in WeChat Pay's word.
                    event_type: String,
                    $($(#[doc = $fdoc])* $field: $ty,)*
                    /// The key under which to remember that this event was dealt with: insert it in the same database
                    /// transaction as the change.
                    deduplication_key: String,
                    /// The opened text as received.
                    raw: String,
                }
                optional {
                    /// How to answer once the event is stored durably. Absent where there is no ready answer.
                    ack: Ack,
                    /// When the notification was made, RFC 3339.
                    create_time: String,
                    /// A text for people.
                    summary: String,
                    /// `Request-ID` of the callback.
                    request_id: String,
                }
            }
        }
    };
}

event! {
    /// The user confirmed the order in WeChat (确认订单回调): the service may be rendered.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012090709>
    UserConfirmed {
        /// The order.
        order: Order,
    }
}

event! {
    /// The order was paid (支付成功回调). Documented for payments that the user started; always query after a withholding.
    ///
    /// Source: <https://pay.weixin.qq.com/docs/partner/apis/partner-institution-weixin-pay-score/acquiring-bank-service-order/paysuccess-callback.html>
    UserPaid {
        /// The order.
        order: Order,
        /// The number under which it was paid; empty when WeChat Pay did not say.
        out_trade_no: String,
    }
}

event! {
    /// An event that this version does not know; everything is in `raw`. It has no ready acknowledgement.
    Unknown {}
}

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
events! { UserConfirmed = "PAYSCORE.USER_CONFIRM", UserPaid = "PAYSCORE.USER_PAID" }

/// Types a verified, opened callback. The merchant number inside must be the merchant's own.
pub(crate) fn read(envelope: Envelope, mchid: &str) -> Result<Event, Error> {
    let text = |name: &str| envelope.content.get(name).and_then(Value::as_str);
    let theirs = text("mchid").or_else(|| text("mch_id"));
    if let Some(theirs) = theirs.filter(|theirs| *theirs != mchid) {
        let theirs: String = theirs.chars().take(32).collect();
        return Err(Error::new(MALFORMED_MCHID, format!("the callback is for merchant {theirs}, not for {mchid}")));
    }
    match envelope.event_type.as_str() {
        "PAYSCORE.USER_CONFIRM" => {
            let order = order(&envelope)?;
            let key = order_key(&order, &envelope.event_type, "");
            let mut event = UserConfirmed::new(envelope.id, envelope.event_type, order, key, envelope.raw);
            event.ack = Some(Ack::accepted());
            (event.create_time, event.summary, event.request_id) = (envelope.create_time, envelope.summary, envelope.request_id);
            Ok(Event::UserConfirmed(event))
        }
        "PAYSCORE.USER_PAID" => {
            let order = order(&envelope)?;
            let out_trade_no = text("out_trade_no").unwrap_or_default().to_owned();
            let key = order_key(&order, &envelope.event_type, &out_trade_no);
            let mut event = UserPaid::new(envelope.id, envelope.event_type, order, out_trade_no, key, envelope.raw);
            event.ack = Some(Ack::accepted());
            (event.create_time, event.summary, event.request_id) = (envelope.create_time, envelope.summary, envelope.request_id);
            Ok(Event::UserPaid(event))
        }
        _ => {
            let key = envelope.id.clone();
            let mut event = Unknown::new(envelope.id, envelope.event_type, key, envelope.raw);
            (event.create_time, event.summary, event.request_id) = (envelope.create_time, envelope.summary, envelope.request_id);
            Ok(Event::Unknown(event))
        }
    }
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
