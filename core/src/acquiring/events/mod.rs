//! The events that callbacks bring: which there are, and how an opened callback becomes one. [`models`] declares them,
//! [`read`] reads each.

mod models;
mod read;

pub use models::{
    MchPrepay, OrderUnclear, PrepayRequest, ServiceAuthorization, Unknown, UserClosedService, UserConfirmed,
    UserOpenedService, UserPaid,
};

use crate::error::{Ack, Error, Issue, MALFORMED_MCHID, MALFORMED_SHAPE, foreign_word};
use crate::protocol::{Envelope, EventInfo, identity_member};
use crate::time::Timestamp;
use read::{ReadEvent, misshapen};

/// Lists the events. Each says of itself what it is called and how it is read: [`ReadEvent`].
macro_rules! events {
    ($($Variant:ident),* $(,)?) => {
        /// A verified callback.
        #[derive(Debug, Clone, PartialEq)]
        #[non_exhaustive]
        pub enum Event {
            $(#[doc = concat!("See [`", stringify!($Variant), "`].")] $Variant($Variant),)*
        }

        /// Every event.
        pub static EVENTS: &[EventInfo] =
            &[$(EventInfo { event_type: <$Variant as ReadEvent>::EVENT_TYPE, model: $Variant::INFO }),*];

        /// How an event of this type is read, if it is a known one.
        fn reader(event_type: &str) -> Option<fn(Envelope, Timestamp) -> Result<Event, Error>> {
            $(if <$Variant as ReadEvent>::EVENT_TYPE == Some(event_type) {
                return Some(<$Variant as ReadEvent>::read);
            })*
            None
        }

        impl Event {
            /// How to answer once the event is stored durably. `None` for [`MchPrepay`] and [`Unknown`], which say what
            /// to do then.
            pub fn ack(&self) -> Option<&Ack> {
                match self { $(Event::$Variant(event) => event.ready_ack(),)* }
            }

            /// The key under which to remember that this event was dealt with.
            pub fn deduplication_key(&self) -> &str {
                match self { $(Event::$Variant(event) => &event.deduplication_key,)* }
            }
        }

        impl serde::Serialize for Event {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                match self { $(Event::$Variant(event) => event.serialize(serializer),)* }
            }
        }
    };
}
events!(UserConfirmed, UserPaid, OrderUnclear, MchPrepay, UserOpenedService, UserClosedService, Unknown);

/// Types a verified, opened callback. The merchant number inside must be the merchant's own. `now` is when it was
/// received.
///
/// An event is refused only when it cannot be identified, is another merchant's, or contradicts its own type.
pub(crate) fn read_event(mut envelope: Envelope, mchid: &str, now: Timestamp) -> Result<Event, Error> {
    // One sample of WeChat Pay's spells the merchant numbers otherwise.
    for (other, usual) in [("mch_id", "mchid"), ("sub_mch_id", "sub_mchid")] {
        if let Some(content) = envelope.content.as_object_mut()
            && let Some(value) = content.shift_remove(other)
        {
            content.entry(usual).or_insert(value);
        }
    }
    let reader = reader(&envelope.event_type);
    let theirs = identity_member(&envelope.content, "mchid").filter(|theirs| !theirs.is_empty());
    if reader.is_some() && theirs.is_none() {
        let issue = Issue::refusing("/mchid", MALFORMED_SHAPE, "promised, but missing.");
        return Err(misshapen(&envelope, vec![issue]));
    }
    if let Some(theirs) = theirs.filter(|theirs| *theirs != mchid) {
        let theirs = foreign_word(&theirs);
        return Err(Error::new(MALFORMED_MCHID, format!("the callback is for merchant {theirs}, not for {mchid}")));
    }
    reader.unwrap_or(Unknown::read)(envelope, now)
}
