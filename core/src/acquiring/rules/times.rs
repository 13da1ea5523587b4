//! Times of the service.

use super::{
    END_AHEAD, END_NEEDED, ENDS_AFTER_START, NOT_IN_FUTURE, ON_ACCEPT_STARTS, PAID_TIME, Params, REMARK_NEEDS_TIME,
    SAME_PRECISION, START_AHEAD, START_NEEDED, text,
};
use crate::error::Issues;
use crate::protocol::Knowledge;
use crate::time::Timestamp;
use serde_json::Value;

pub(crate) fn start_time_needed(params: &Params, issues: &mut Issues) {
    if params.get("time_range").is_some_and(|range| range.get("start_time").is_none()) {
        let detail = "start_time is needed: a time, or `OnAccept` for the moment the user confirms.";
        issues.push(START_NEEDED.broken("/time_range/start_time", detail));
    }
}

/// Times in order; remarks only with their times. `ahead` is WeChat Pay's clock as well as we know it, where the times must lie
/// ahead of it: 60 seconds of margin.
pub(crate) fn time_range(params: &Params, issues: &mut Issues, ahead: Option<Timestamp>) {
    let time = |name: &str| text(params, "time_range", name);
    for (remark, of) in [("start_time_remark", "start_time"), ("end_time_remark", "end_time")] {
        if time(remark).is_some() && time(of).is_none() {
            issues.push(REMARK_NEEDS_TIME.broken(&format!("/time_range/{remark}"), format!("a remark needs its `{of}`.")));
        }
    }
    if time("end_time") == Some("OnAccept") {
        issues.push(ON_ACCEPT_STARTS.broken("/time_range/end_time", ON_ACCEPT_STARTS.says));
    }
    let (start, end) = (time("start_time").and_then(Timestamp::from_beijing), time("end_time").and_then(last_second));
    if let (Some(start), Some(end)) = (start, end)
        && end <= start
    {
        issues.push(ENDS_AFTER_START.broken("/time_range/end_time", "the service ends before it begins."));
    }
    let Some(now) = ahead else { return };
    if time("start_time").and_then(last_second).is_some_and(|start| start.since(now) < -60) {
        let detail = "start_time has passed: WeChat Pay takes only later ones. Use `OnAccept` for the moment the user confirms.";
        issues.push(START_AHEAD.broken("/time_range/start_time", detail));
    }
    if end.is_some_and(|end| end.since(now) < 60) {
        issues.push(END_AHEAD.broken("/time_range/end_time", "end_time must lie at least a minute ahead."));
    }
}

/// At completion: the times have passed, the end is known, and the form is that of creation.
pub(crate) fn times_as_created(params: &Params, knowledge: &Knowledge<'_>, issues: &mut Issues) {
    let given = |name: &str| text(params, "time_range", name);
    for name in ["start_time", "end_time"] {
        // A day has begun at its first second: today is no future.
        let ahead = given(name).and_then(Timestamp::from_beijing).zip(knowledge.now).is_some_and(|(at, now)| at.since(now) > 60);
        if ahead {
            let at = format!("/time_range/{name}");
            issues.push(NOT_IN_FUTURE.broken(&at, format!("{name} lies ahead: a completed service has ended.")));
        }
    }
    let Some(created) = knowledge.order.and_then(|order| order.get("time_range")?.as_object()) else { return };
    let created = |name: &str| created.get(name).and_then(Value::as_str);
    if created("end_time").is_none() && given("end_time").is_none() {
        issues.push(END_NEEDED.broken("/time_range/end_time", "the order has no end_time yet: give it at completion."));
    }
    let begun = created("start_time").filter(|_| given("start_time").is_none()).and_then(Timestamp::from_beijing);
    if let (Some(begun), Some(end)) = (begun, given("end_time").and_then(last_second))
        && end <= begun
    {
        issues.push(ENDS_AFTER_START.broken("/time_range/end_time", "the service ends before it begins, as creation had it."));
    }
    // `OnAccept` became a moment, to the second.
    let seconds = created("start_time").map(|start| start == "OnAccept" || start.len() == 14);
    for name in ["start_time", "end_time"] {
        if let (Some(seconds), Some(time)) = (seconds, given(name))
            && time != "OnAccept"
            && (time.len() == 14) != seconds
        {
            let form = if seconds { "yyyyMMddHHmmss" } else { "yyyyMMdd" };
            let detail = format!("the order was created with {form}: use the same form.");
            issues.push(SAME_PRECISION.broken(&format!("/time_range/{name}"), detail));
        }
    }
}

/// When it was paid elsewhere: any moment.
pub(crate) fn day_of_payment(params: &Params, issues: &mut Issues) {
    if text(params, "detail", "paid_time") == Some("OnAccept") {
        issues.push(PAID_TIME.broken("/detail/paid_time", "a time is needed: yyyyMMddHHmmss or yyyyMMdd in Beijing time."));
    }
}

/// A day ends with its last second.
fn last_second(text: &str) -> Option<Timestamp> {
    Timestamp::from_beijing(text).map(|at| if text.len() == 8 { at.plus(86_399) } else { at })
}
