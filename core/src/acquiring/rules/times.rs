//! Times of the service.

use crate::error::{Evidence, INVALID_MISSING, INVALID_REQUIRES, INVALID_TIME, INVALID_TIME_ORDER};
use crate::protocol::CrossRule;
use crate::time::Timestamp;

/// How far WeChat Pay's clock and this machine's may be apart, in seconds.
const CLOCK_MARGIN: i64 = 60;

pub(crate) static START_TIME_NEEDED: CrossRule = CrossRule {
    id: "start_time_needed",
    says: "`time_range.start_time` is needed at creation.",
    code: INVALID_MISSING,
    evidence: Evidence::Official,
    reads: &["time_range", "time_range.start_time"],
    check: |facts, breaches| {
        if facts.has("time_range") && !facts.has("time_range.start_time") {
            let detail = "start_time is needed: a time, or `OnAccept` for the moment when the user confirms.";
            breaches.report("/time_range/start_time", detail);
        }
    },
};

pub(crate) static REMARK_NEEDS_TIME: CrossRule = CrossRule {
    id: "remark_needs_time",
    says: "A remark about a time needs that time.",
    code: INVALID_REQUIRES,
    evidence: Evidence::Official,
    reads: &[
        "time_range.start_time",
        "time_range.start_time_remark",
        "time_range.end_time",
        "time_range.end_time_remark",
    ],
    check: |facts, breaches| {
        for name in ["start_time", "end_time"] {
            let remarked = facts.text(&format!("time_range.{name}_remark")).is_some();
            if remarked && facts.text(&format!("time_range.{name}")).is_none() {
                breaches.report(&format!("/time_range/{name}_remark"), format!("a remark needs its `{name}`."));
            }
        }
    },
};

pub(crate) static ON_ACCEPT_ONLY_STARTS: CrossRule = CrossRule {
    id: "on_accept_only_starts",
    says: "`OnAccept` is for `start_time` only.",
    code: INVALID_TIME,
    evidence: Evidence::Official,
    reads: &["time_range.end_time"],
    check: |facts, breaches| {
        if facts.text("time_range.end_time") == Some("OnAccept") {
            breaches.report_rule("/time_range/end_time");
        }
    },
};

pub(crate) static ENDS_AFTER_START: CrossRule = CrossRule {
    id: "ends_after_start",
    says: "The service ends after it begins.",
    code: INVALID_TIME_ORDER,
    evidence: Evidence::Sibling,
    reads: &["time_range.start_time", "time_range.end_time"],
    check: |facts, breaches| {
        let start = facts.text("time_range.start_time").and_then(Timestamp::from_beijing);
        let end = facts.text("time_range.end_time").and_then(last_second);
        if start.zip(end).is_some_and(|(start, end)| end <= start) {
            breaches.report("/time_range/end_time", "the service ends before it begins.");
        }
    },
};

pub(crate) static ENDS_AFTER_CREATED_START: CrossRule = CrossRule {
    id: "ends_after_created_start",
    says: "The service ends after the beginning that the order was created with, where completion gives no other.",
    code: INVALID_TIME_ORDER,
    evidence: Evidence::Sibling,
    reads: &["time_range.start_time", "time_range.end_time", "order.time_range.start_time"],
    check: |facts, breaches| {
        if facts.text("time_range.start_time").is_some() {
            return;
        }
        let start = facts.text("order.time_range.start_time").and_then(Timestamp::from_beijing);
        let end = facts.text("time_range.end_time").and_then(last_second);
        if start.zip(end).is_some_and(|(start, end)| end <= start) {
            let detail = "the service ends before the start_time that the order was created with.";
            breaches.report("/time_range/end_time", detail);
        }
    },
};

pub(crate) static START_TIME_AHEAD: CrossRule = CrossRule {
    id: "start_time_ahead",
    says: "`start_time` lies after the moment of the call.",
    code: INVALID_TIME_ORDER,
    evidence: Evidence::Clock,
    reads: &["time_range.start_time", "now"],
    check: |facts, breaches| {
        let start = facts.text("time_range.start_time").and_then(last_second);
        if start.zip(facts.now()).is_some_and(|(start, now)| start.since(now) < -CLOCK_MARGIN) {
            let detail = "start_time has passed: WeChat Pay takes only later ones. Use `OnAccept` for the moment when \
                 the user confirms.";
            breaches.report("/time_range/start_time", detail);
        }
    },
};

pub(crate) static END_TIME_AHEAD: CrossRule = CrossRule {
    id: "end_time_ahead",
    says: "`end_time` lies at least a minute after the moment of the call.",
    code: INVALID_TIME_ORDER,
    evidence: Evidence::Clock,
    reads: &["time_range.end_time", "now"],
    check: |facts, breaches| {
        let end = facts.text("time_range.end_time").and_then(last_second);
        if end.zip(facts.now()).is_some_and(|(end, now)| end.since(now) < CLOCK_MARGIN) {
            breaches.report("/time_range/end_time", "end_time must lie at least a minute ahead.");
        }
    },
};

pub(crate) static TIMES_HAVE_PASSED: CrossRule = CrossRule {
    id: "times_have_passed",
    says: "The times of a completed service have passed.",
    code: INVALID_TIME_ORDER,
    evidence: Evidence::Clock,
    reads: &["time_range.start_time", "time_range.end_time", "now"],
    check: |facts, breaches| {
        for name in ["start_time", "end_time"] {
            // A day has begun at its first second: today does not lie ahead.
            let at = facts.text(&format!("time_range.{name}")).and_then(Timestamp::from_beijing);
            if at.zip(facts.now()).is_some_and(|(at, now)| at.since(now) > CLOCK_MARGIN) {
                breaches.report(
                    &format!("/time_range/{name}"),
                    format!("{name} lies ahead: a completed service has ended."),
                );
            }
        }
    },
};

pub(crate) static END_TIME_NEEDED: CrossRule = CrossRule {
    id: "end_time_needed",
    says: "`time_range.end_time` is needed at completion when creation did not give it.",
    code: INVALID_MISSING,
    evidence: Evidence::Official,
    reads: &["time_range.end_time", "order.time_range", "order.time_range.end_time"],
    check: |facts, breaches| {
        let created = facts.value("order.time_range").is_some_and(serde_json::Value::is_object);
        if created && facts.text("order.time_range.end_time").is_none() && facts.text("time_range.end_time").is_none() {
            breaches.report("/time_range/end_time", "the order has no end_time yet: give it at completion.");
        }
    },
};

pub(crate) static SAME_FORM_AS_CREATED: CrossRule = CrossRule {
    id: "same_form_as_created",
    says: "Times at completion have the form of those at creation: days or seconds; seconds after `OnAccept`.",
    code: INVALID_TIME,
    evidence: Evidence::Sibling,
    reads: &["time_range.start_time", "time_range.end_time", "order.time_range.start_time"],
    check: |facts, breaches| {
        let Some(created) = facts.text("order.time_range.start_time") else { return };
        // `OnAccept` became a moment, to the second.
        let seconds = created == "OnAccept" || created.len() == 14;
        for name in ["start_time", "end_time"] {
            let time = facts.text(&format!("time_range.{name}")).filter(|time| *time != "OnAccept");
            if time.is_some_and(|time| (time.len() == 14) != seconds) {
                let form = if seconds { "yyyyMMddHHmmss" } else { "yyyyMMdd" };
                let detail = format!("the order was created with {form}: use the same form.");
                breaches.report(&format!("/time_range/{name}"), detail);
            }
        }
    },
};

pub(crate) static PAID_TIME_IS_MOMENT: CrossRule = CrossRule {
    id: "paid_time_is_moment",
    says: "`detail.paid_time` is a time, not `OnAccept`.",
    code: INVALID_TIME,
    evidence: Evidence::Official,
    reads: &["detail.paid_time"],
    check: |facts, breaches| {
        if facts.text("detail.paid_time") == Some("OnAccept") {
            breaches.report("/detail/paid_time", "a time is needed: yyyyMMddHHmmss or yyyyMMdd in Beijing time.");
        }
    },
};

/// A day ends with its last second.
fn last_second(text: &str) -> Option<Timestamp> {
    Timestamp::from_beijing(text).map(|at| if text.len() == 8 { at.plus(86_399) } else { at })
}
