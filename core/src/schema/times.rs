//! Times that cross to the hosts as text.

use super::{FieldType, Reader, Type};
use crate::time::Timestamp;

/// A time of a service as text: `yyyyMMddHHmmss` or `yyyyMMdd` in Beijing time, or `OnAccept` for the moment when the
/// user confirms. RFC 3339 with a zone is accepted, and is sent as Beijing time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ServiceTime(pub String);

impl ServiceTime {
    /// The moment at which the user confirms.
    pub fn on_accept() -> ServiceTime {
        ServiceTime("OnAccept".to_owned())
    }
}

impl From<&str> for ServiceTime {
    fn from(text: &str) -> ServiceTime {
        ServiceTime(text.to_owned())
    }
}

impl From<Timestamp> for ServiceTime {
    fn from(at: Timestamp) -> ServiceTime {
        ServiceTime(at.beijing())
    }
}

/// A moment as RFC 3339 text with a zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZonedTime(pub String);

impl From<&str> for ZonedTime {
    fn from(text: &str) -> ZonedTime {
        ZonedTime(text.to_owned())
    }
}

impl From<Timestamp> for ZonedTime {
    fn from(at: Timestamp) -> ZonedTime {
        ZonedTime(at.rfc3339())
    }
}

macro_rules! text_type {
    ($($Type:ident as $shape:ident),*) => {$(
        impl FieldType for $Type {
            const TYPE: Type = Type::$shape;
            fn read(value: &serde_json::Value, reader: &mut Reader) -> Option<$Type> {
                reader.text(value).map(|text| $Type(text.to_owned()))
            }
        }
        impl serde::Serialize for $Type {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }
    )*};
}
text_type!(ServiceTime as ServiceTime, ZonedTime as ZonedTime);
