//! Moments, and the two forms in which WeChat Pay writes them.

use crate::text::is_stray;
use std::fmt;
use time::format_description::well_known::Rfc3339;
use time::macros::{format_description, offset};
use time::{Date, OffsetDateTime, PrimitiveDateTime, UtcOffset};

const BEIJING: UtcOffset = offset!(+8);

/// A moment in Unix seconds. The caller passes it: core reads no clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Timestamp(i64);

impl Timestamp {
    /// From Unix seconds. `None` before 1970 or after 9999.
    pub const fn from_unix(seconds: i64) -> Option<Timestamp> {
        if seconds >= 0 && seconds <= 253_402_271_999 { Some(Timestamp(seconds)) } else { None }
    }

    /// Unix seconds.
    pub const fn unix(self) -> i64 {
        self.0
    }

    /// Seconds from `other` to this moment; negative when `other` is later.
    pub fn since(self, other: Timestamp) -> i64 {
        self.0.saturating_sub(other.0)
    }

    /// The moment so many seconds later, at most the end of the year 9999.
    #[must_use]
    pub fn plus(self, seconds: i64) -> Timestamp {
        Timestamp(self.0.saturating_add(seconds).clamp(0, 253_402_271_999))
    }

    /// Beijing time as `yyyyMMddHHmmss`, as WeChat Pay Score writes the times of a service.
    pub fn beijing(self) -> String {
        self.offset().format(format_description!("[year][month][day][hour][minute][second]")).unwrap_or_default()
    }

    /// Beijing time as RFC 3339, `2025-06-01T09:01:30+08:00`.
    pub fn rfc3339(self) -> String {
        self.offset().format(&Rfc3339).unwrap_or_default()
    }

    /// From RFC 3339 with an offset. Fractions of a second are dropped.
    pub fn from_rfc3339(text: &str) -> Option<Timestamp> {
        OffsetDateTime::parse(text.trim(), &Rfc3339).ok().and_then(|at| Timestamp::from_unix(at.unix_timestamp()))
    }

    /// From Beijing time written as `yyyyMMddHHmmss`, or `yyyyMMdd` for the first second of a day.
    pub fn from_beijing(text: &str) -> Option<Timestamp> {
        let at = match text.len() {
            14 => {
                PrimitiveDateTime::parse(text, format_description!("[year][month][day][hour][minute][second]")).ok()?
            }
            8 => Date::parse(text, format_description!("[year][month][day]")).ok()?.midnight(),
            _ => return None,
        };
        Timestamp::from_unix(at.assume_offset(BEIJING).unix_timestamp())
    }

    fn offset(self) -> OffsetDateTime {
        OffsetDateTime::from_unix_timestamp(self.0).unwrap_or(OffsetDateTime::UNIX_EPOCH).to_offset(BEIJING)
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl serde::Serialize for Timestamp {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_i64(self.0)
    }
}

/// What a text is that stands in the place of a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum TimeText {
    /// A time in an accepted form: the text to send.
    Good(String),
    /// A date and time without an offset, so the moment is unknown.
    Naive,
    /// A text with blanks or line breaks around it.
    Stray,
    /// Not a time.
    Bad,
}

/// Reads a time of a service. `yyyyMMddHHmmss`, `yyyyMMdd` and `OnAccept` stay unchanged, RFC 3339 with an offset
/// becomes Beijing time, and an ISO date becomes `yyyyMMdd`.
pub(crate) fn service_time(text: &str) -> TimeText {
    if has_stray_ends(text) {
        return TimeText::Stray;
    }
    if text == "OnAccept" || Timestamp::from_beijing(text).is_some() {
        return TimeText::Good(text.to_owned());
    }
    if let Some(at) = Timestamp::from_rfc3339(&text.replacen(' ', "T", 1)) {
        return TimeText::Good(at.beijing());
    }
    if let Ok(date) = Date::parse(text, format_description!("[year]-[month]-[day]")) {
        return date.format(format_description!("[year][month][day]")).map_or(TimeText::Bad, TimeText::Good);
    }
    if is_naive(text) { TimeText::Naive } else { TimeText::Bad }
}

/// Reads a time in RFC 3339 with an offset, which stays unchanged. Other texts are refused.
pub(crate) fn zoned_time(text: &str) -> TimeText {
    if has_stray_ends(text) {
        return TimeText::Stray;
    }
    let spaced = text.replacen(' ', "T", 1);
    if Timestamp::from_rfc3339(&spaced).is_some() {
        TimeText::Good(spaced)
    } else if is_naive(text) || Timestamp::from_beijing(text).is_some() {
        TimeText::Naive
    } else {
        TimeText::Bad
    }
}

fn has_stray_ends(text: &str) -> bool {
    text.starts_with(is_stray) || text.ends_with(is_stray)
}

fn is_naive(text: &str) -> bool {
    let spaced = text.replacen(' ', "T", 1);
    Timestamp::from_rfc3339(&format!("{spaced}Z")).is_some()
}

#[cfg(test)]
mod tests {
    use super::{TimeText, Timestamp, service_time, zoned_time};

    fn good(text: &str) -> TimeText {
        TimeText::Good(text.to_owned())
    }

    #[test]
    fn both_forms_of_wechat_pay_come_back() {
        let nine = Timestamp::from_unix(1_748_739_600).unwrap();
        assert_eq!((nine.beijing().as_str(), nine.rfc3339().as_str()), ("20250601090000", "2025-06-01T09:00:00+08:00"));
        assert_eq!(Timestamp::from_beijing("20250601090000"), Some(nine));
        assert_eq!(Timestamp::from_rfc3339("2025-06-01T01:00:00.999Z"), Some(nine), "fractions are dropped");
        assert_eq!(Timestamp::from_beijing("20250601"), Some(nine.plus(-9 * 3600)), "the first second of the day");
        for nothing in ["", "2025060109000", "20250631", "20250601246060", "2025-06-01T09:00:00"] {
            assert_eq!((Timestamp::from_beijing(nothing), Timestamp::from_rfc3339(nothing)), (None, None), "{nothing}");
        }
    }

    #[test]
    fn moments_stay_between_1970_and_9999() {
        assert_eq!((Timestamp::from_unix(-1), Timestamp::from_unix(253_402_272_000)), (None, None));
        let last = Timestamp::from_unix(253_402_271_999).unwrap();
        assert_eq!((last.plus(i64::MAX), last.plus(i64::MIN).unix()), (last, 0));
    }

    #[test]
    fn a_time_of_a_service_is_brought_into_beijing_time() {
        for same in ["OnAccept", "20250601120000", "20250601"] {
            assert_eq!(service_time(same), good(same));
        }
        assert_eq!(service_time("2025-06-01T04:00:00Z"), good("20250601120000"));
        assert_eq!(service_time("2025-06-01 23:00:00-05:00"), good("20250602120000"));
        assert_eq!(service_time("2025-06-01"), good("20250601"));
    }

    #[test]
    fn a_time_without_an_offset_is_not_guessed() {
        for naive in ["2025-06-01T12:00:00", "2025-06-01 12:00:00"] {
            assert_eq!((service_time(naive), zoned_time(naive)), (TimeText::Naive, TimeText::Naive), "{naive}");
        }
        assert_eq!(zoned_time("20250601120000"), TimeText::Naive);
        assert_eq!(zoned_time("2025-06-01 12:00:00+08:00"), good("2025-06-01T12:00:00+08:00"));
        assert_eq!((service_time(" 20250601"), service_time("onaccept")), (TimeText::Stray, TimeText::Bad));
    }
}
