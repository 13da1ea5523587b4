//! The checks of parameters: each by itself, then those between members, then whether the numbers are configured together.

use super::address;
use super::parameters::{Kind, Kind::*, Row};
use crate::world::{APPID, CHANNEL_ID, Refusal, SUB_APPID, SUB_MCHIDS, Service, Switches};
use payscore::time::Timestamp;
use serde_json::{Map, Value};

/// Types and limits. A mistake in a body is named by its pointer, one in a query by the parameter's name.
pub(crate) fn check(rows: &[Row], params: &Map<String, Value>, location: &str, switches: &Switches) -> Result<(), Refusal> {
    object(rows, params, if location == "body" { "/" } else { "" }, &Where { location, switches })
}

/// What a look into a member takes along.
struct Where<'a> {
    location: &'a str,
    switches: &'a Switches,
}

/// Whether mchid, appid, channel, sub-merchant and service are configured together.
pub(crate) fn check_bound(params: &Map<String, Value>, own: &str) -> Result<(), Refusal> {
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    if let Some(mchid) = params.get("mchid").filter(|mchid| mchid.as_str() != Some(own)) {
        return Err(Refusal::param("/mchid", Some(mchid), "not the mchid of the Authorization", "body"));
    }
    if text("appid").is_some_and(|id| id != APPID) {
        return Err(Refusal::appid_not_bound());
    }
    let fits = text("service_id").is_some_and(|id| Service::of(id).is_some())
        && text("sub_mchid").is_some_and(|id| SUB_MCHIDS.contains(&id))
        && text("channel_id") == Some(CHANNEL_ID)
        && text("sub_appid").is_none_or(|id| id == SUB_APPID);
    if fits { Ok(()) } else { Err(Refusal::no_auth()) }
}

/// Rules between members: times and their remarks, and the user's numbers.
pub(crate) fn check_together(params: &Map<String, Value>) -> Result<(), Refusal> {
    let range = params.get("time_range").and_then(Value::as_object);
    let time = |name: &str| range.and_then(|range| range.get(name)).and_then(Value::as_str);
    let refused = |field: &str, issue: &str| Err(Refusal::param(field, None, issue, "body"));
    for name in ["start_time", "end_time"] {
        if time(name).is_none() && time(&format!("{name}_remark")).is_some() {
            return refused(&format!("/time_range/{name}_remark"), "a remark without its time");
        }
    }
    if time("end_time") == Some("OnAccept") {
        return refused("/time_range/end_time", "OnAccept is for start_time only");
    }
    // A day begins with its first second and ends with its last, beside a time to the second, too.
    let (start, end) = (time("start_time").and_then(Timestamp::from_beijing), time("end_time").and_then(last_second));
    if start.zip(end).is_some_and(|(start, end)| end <= start) {
        return Err(Refusal::end_before_start());
    }
    let payments = params.get("post_payments").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for (index, payment) in payments.iter().enumerate() {
        if payment.get("amount").is_none() && payment.get("description").is_none() {
            return refused(&format!("/post_payments/{index}"), "a name needs an amount or a description");
        }
    }
    if params.contains_key("sub_openid") && !params.contains_key("sub_appid") {
        return refused("/sub_appid", "needed with sub_openid");
    }
    if params.get("need_user_confirm").and_then(Value::as_bool) == Some(false)
        && params.contains_key("openid") == params.contains_key("sub_openid")
    {
        return refused("/openid", "exactly one of openid and sub_openid");
    }
    Ok(())
}

/// `total_amount` = Σ payments − Σ discounts.
pub(crate) fn check_total(params: &Map<String, Value>) -> Result<(), Refusal> {
    let sum = |list: &str| -> i64 {
        let items = params.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        items.iter().filter_map(|item| item.get("amount").and_then(Value::as_i64)).fold(0, i64::saturating_add)
    };
    let right = sum("post_payments").saturating_sub(sum("post_discounts"));
    if params.get("total_amount").and_then(Value::as_i64) == Some(right) {
        Ok(())
    } else {
        Err(Refusal::param_saying("/total_amount", "最终总金额计算非法"))
    }
}

fn last_second(text: &str) -> Option<Timestamp> {
    Timestamp::from_beijing(text).map(|at| if text.len() == 8 { at.plus(24 * 3600 - 1) } else { at })
}

fn object(rows: &[Row], params: &Map<String, Value>, at: &str, place: &Where<'_>) -> Result<(), Refusal> {
    for (name, required, kind) in rows {
        let field = format!("{at}{name}");
        match params.get(*name) {
            None if *required => return Err(Refusal::param(&field, None, "missing", place.location)),
            None => {}
            Some(value) => value_check(*kind, value, &field, place)?,
        }
    }
    match params.keys().find(|name| !rows.iter().any(|(known, ..)| known == name)) {
        Some(unknown) if place.switches.get("unknown_member") == "refuse" => {
            Err(Refusal::unknown_member(&format!("{at}{unknown}"), place.location))
        }
        _ => Ok(()),
    }
}

fn value_check(kind: Kind, value: &Value, field: &str, place: &Where<'_>) -> Result<(), Refusal> {
    let wrong = |issue: &str| Err(Refusal::param(field, Some(value), issue, place.location));
    let text = value.as_str().unwrap_or_default();
    let (right, issue) = match kind {
        Text(most) => (!text.is_empty() && text.chars().count() <= most, "not a text of the allowed length"),
        Number => (is_number(text), "not a number of 1 to 32 allowed characters"),
        Fen(least) => (value.as_i64().is_some_and(|fen| fen >= least), "not a whole number of fen in range"),
        Count => (value.as_i64().is_some_and(|count| (1..=100).contains(&count)), "not 1 to 100"),
        OneOf(known) => (known.contains(&text), "not one of the known values"),
        Bool => (value.is_boolean(), "not a boolean"),
        Url if !address::is_complete(text) => (false, "not an https address with a path, without a login, a query or a fragment"),
        Url => {
            let reached = address::is_public(text) || place.switches.get("notify_url_not_public") == "accept";
            (reached, "not an address that can be reached from outside")
        }
        Time => (text == "OnAccept" || is_moment(text), "not yyyyMMddHHmmss, yyyyMMdd or OnAccept"),
        Moment => (is_moment(text), "not yyyyMMddHHmmss or yyyyMMdd"),
        Texts => (value.as_array().is_some_and(|list| list.iter().all(Value::is_string)), "not a list of texts"),
        Zoned => (is_zoned(text), "not RFC 3339"),
        Object(rows) => match value.as_object() {
            Some(inner) => return object(rows, inner, &format!("{field}/"), place),
            None => (false, "not an object"),
        },
        List(least, most, rows) => match value.as_array() {
            Some(list) if list.len() >= least && list.len() <= most => {
                let mut items = list.iter().enumerate();
                return items.try_for_each(|(index, item)| value_check(Object(rows), item, &format!("{field}/{index}"), place));
            }
            _ => (false, "not a list of the allowed length"),
        },
    };
    if right { Ok(()) } else { wrong(issue) }
}

fn is_number(text: &str) -> bool {
    (1..=32).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-|*".contains(&byte))
}

fn is_moment(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit()) && Timestamp::from_beijing(text).is_some()
}

fn is_zoned(text: &str) -> bool {
    let plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    plain && text.len() <= 64 && Timestamp::from_rfc3339(text).is_some()
}
