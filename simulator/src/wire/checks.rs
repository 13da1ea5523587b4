//! The checks of parameters: each by itself, then those between members, then whether the numbers are configured together.

use super::parameters::{Kind, Kind::*, Row};
use crate::world::{APPID, CHANNEL_ID, MCHID, Refusal, SUB_APPID, SUB_MCHIDS, Service};
use serde_json::{Map, Value};

/// Types and limits.
pub(crate) fn check(rows: &[Row], params: &Map<String, Value>, location: &str, strict: bool) -> Result<(), Refusal> {
    object(rows, params, "", location, strict)
}

/// Whether mchid, appid, channel, sub-merchant and service are configured together.
pub(crate) fn check_bound(params: &Map<String, Value>) -> Result<(), Refusal> {
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    if text("appid").is_some_and(|id| id != APPID) {
        return Err(Refusal::appid_not_bound());
    }
    let fits = text("service_id").is_some_and(|id| Service::of(id).is_some())
        && text("sub_mchid").is_some_and(|id| SUB_MCHIDS.contains(&id))
        && text("channel_id") == Some(CHANNEL_ID)
        && text("mchid").is_none_or(|id| id == MCHID)
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
    if let (Some(start), Some(end)) = (time("start_time"), time("end_time"))
        && start.len() == end.len()
        && start != "OnAccept"
        && (end < start || (end == start && start.len() == 14))
    {
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

fn object(rows: &[Row], params: &Map<String, Value>, at: &str, location: &str, strict: bool) -> Result<(), Refusal> {
    for (name, required, kind) in rows {
        let field = format!("{at}/{name}");
        match params.get(*name) {
            None if *required => return Err(Refusal::param(&field, None, "missing", location)),
            None => {}
            Some(value) => value_check(*kind, value, &field, location, strict)?,
        }
    }
    match params.keys().find(|name| !rows.iter().any(|(known, ..)| known == name)) {
        Some(unknown) if strict => Err(Refusal::param(&format!("{at}/{unknown}"), None, "unknown parameter", location)),
        _ => Ok(()),
    }
}

fn value_check(kind: Kind, value: &Value, field: &str, location: &str, strict: bool) -> Result<(), Refusal> {
    let wrong = |issue: &str| Err(Refusal::param(field, Some(value), issue, location));
    let text = value.as_str();
    match kind {
        Text(most) => match text {
            Some(text) if !text.is_empty() && text.chars().count() <= most => Ok(()),
            _ => wrong("not a text of the allowed length"),
        },
        Number => match text {
            Some(text)
                if (1..=32).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_alphanumeric() || b"_-|*".contains(&b)) =>
            {
                Ok(())
            }
            _ => wrong("not a number of 1 to 32 allowed characters"),
        },
        Fen(least) => match value.as_i64() {
            Some(number) if number >= least => Ok(()),
            _ => wrong("not a whole number of fen in range"),
        },
        Count => match value.as_i64() {
            Some(1..=100) => Ok(()),
            _ => wrong("not 1 to 100"),
        },
        OneOf(known) => match text {
            Some(text) if known.contains(&text) => Ok(()),
            _ => wrong("not one of the known values"),
        },
        Bool => {
            if value.is_boolean() {
                Ok(())
            } else {
                wrong("not a boolean")
            }
        }
        Url => match text {
            Some(text) if text.starts_with("https://") && text.len() <= 255 && !text.contains('?') => Ok(()),
            _ => wrong("not an https address without a query"),
        },
        Time => match text {
            Some("OnAccept") => Ok(()),
            Some(text) if payscore::time::Timestamp::from_beijing(text).is_some() => Ok(()),
            _ => wrong("not yyyyMMddHHmmss, yyyyMMdd or OnAccept"),
        },
        Moment => match text {
            Some(text) if payscore::time::Timestamp::from_beijing(text).is_some() => Ok(()),
            _ => wrong("not yyyyMMddHHmmss or yyyyMMdd"),
        },
        Texts => match value.as_array() {
            Some(list) if list.iter().all(Value::is_string) => Ok(()),
            _ => wrong("not a list of texts"),
        },
        Zoned => match text {
            Some(text) if payscore::time::Timestamp::from_rfc3339(text).is_some() => Ok(()),
            _ => wrong("not RFC 3339"),
        },
        Object(rows) => match value.as_object() {
            Some(inner) => object(rows, inner, field, location, strict),
            None => wrong("not an object"),
        },
        List(least, most, rows) => match value.as_array() {
            Some(list) if list.len() >= least && list.len() <= most => {
                for (index, element) in list.iter().enumerate() {
                    value_check(Object(rows), element, &format!("{field}/{index}"), location, strict)?;
                }
                Ok(())
            }
            _ => wrong("not a list of the allowed length"),
        },
    }
}
