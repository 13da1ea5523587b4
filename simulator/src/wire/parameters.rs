//! Parameters, one table per endpoint, written from WeChat Pay's pages. Types are strict: `"100"` and `1.5` are no amounts.

use crate::world::{APPID, CHANNEL_ID, Refusal, SERVICE_ID, SERVICE_ID_NO_CONFIRM, SUB_APPID, SUB_MCHIDS};
use Kind::*;
use serde_json::{Map, Value};

#[derive(Clone, Copy)]
pub(crate) enum Kind {
    /// Text of at most so many characters.
    Text(usize),
    /// A number made by the merchant.
    Number,
    /// Fen, at least this.
    Fen(i64),
    Count,
    OneOf(&'static [&'static str]),
    Bool,
    Url,
    Time,
    Zoned,
    Object(&'static [Row]),
    List(usize, usize, &'static [Row]),
}

pub(crate) type Row = (&'static str, bool, Kind);

const PAYMENT: &[Row] =
    &[("name", true, Text(20)), ("amount", false, Fen(0)), ("description", false, Text(30)), ("count", false, Count)];
const DISCOUNT: &[Row] =
    &[("name", true, Text(20)), ("description", true, Text(30)), ("amount", false, Fen(0)), ("count", false, Count)];
const DISCOUNT_BILLED: &[Row] =
    &[("name", true, Text(20)), ("description", true, Text(30)), ("amount", true, Fen(0)), ("count", false, Count)];
const RISK_FUND: &[Row] = &[
    ("name", true, OneOf(&["DEPOSIT", "ADVANCE", "CASH_DEPOSIT", "ESTIMATE_ORDER_COST"])),
    ("amount", true, Fen(1)),
    ("description", false, Text(30)),
];
const TIMES: &[Row] = &[
    ("start_time", true, Time),
    ("start_time_remark", false, Text(20)),
    ("end_time", false, Time),
    ("end_time_remark", false, Text(20)),
];
const TIMES_BILLED: &[Row] = &[
    ("start_time", false, Time),
    ("start_time_remark", false, Text(20)),
    ("end_time", false, Time),
    ("end_time_remark", false, Text(20)),
];
const LOCATION: &[Row] = &[("start_location", false, Text(50)), ("end_location", false, Text(50))];
const SERVICE: Row = ("service_id", true, Text(32));
const SUB: Row = ("sub_mchid", true, Text(32));
const CHANNEL: Row = ("channel_id", true, Text(32));
const PATH: Row = ("out_order_no", true, Number);

pub(crate) const CREATE: &[Row] = &[
    SERVICE,
    ("appid", true, Text(32)),
    SUB,
    ("sub_appid", false, Text(32)),
    CHANNEL,
    PATH,
    ("service_introduction", true, Text(20)),
    ("post_payments", false, List(0, 100, PAYMENT)),
    ("post_discounts", false, List(0, 30, DISCOUNT)),
    ("risk_fund", true, Object(RISK_FUND)),
    ("time_range", true, Object(TIMES)),
    ("location", false, Object(LOCATION)),
    ("openid", false, Text(128)),
    ("sub_openid", false, Text(128)),
    ("need_user_confirm", false, Bool),
    ("notify_url", true, Url),
    ("attach", false, Text(256)),
];
pub(crate) const QUERY: &[Row] = &[SERVICE, SUB, CHANNEL, ("out_order_no", false, Number), ("query_id", false, Text(512))];
pub(crate) const CANCEL: &[Row] = &[SERVICE, SUB, CHANNEL, PATH, ("reason", true, Text(50))];
pub(crate) const COMPLETE: &[Row] = &[
    SERVICE,
    SUB,
    CHANNEL,
    PATH,
    ("post_payments", true, List(1, 100, PAYMENT)),
    ("post_discounts", false, List(0, 30, DISCOUNT_BILLED)),
    ("total_amount", true, Fen(0)),
    ("time_range", false, Object(TIMES_BILLED)),
    ("location", false, Object(LOCATION)),
    ("complete_time", false, Zoned),
];
pub(crate) const REGISTER: &[Row] =
    &[SERVICE, ("appid", true, Text(32)), SUB, ("sub_appid", false, Text(32)), CHANNEL, PATH, ("out_trade_no", true, Number)];
pub(crate) const DEDUCTION: &[Row] = &[SERVICE, ("appid", true, Text(32)), SUB, ("sub_appid", false, Text(32)), CHANNEL, PATH];

/// Checks types and limits, then that the numbers belong together.
pub(crate) fn check(rows: &[Row], params: &Map<String, Value>, location: &str, strict: bool) -> Result<(), Refusal> {
    object(rows, params, "", location, strict)?;
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    let service = text("service_id").is_some_and(|id| id == SERVICE_ID || id == SERVICE_ID_NO_CONFIRM);
    let fits = service
        && text("sub_mchid").is_some_and(|id| SUB_MCHIDS.contains(&id))
        && text("channel_id") == Some(CHANNEL_ID)
        && text("appid").is_none_or(|id| id == APPID)
        && text("sub_appid").is_none_or(|id| id == SUB_APPID);
    if fits { Ok(()) } else { Err(Refusal::no_auth()) }
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
        return refused("/time_range/end_time", "not after start_time");
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
