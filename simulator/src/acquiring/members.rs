//! Rules between the members of a request: what the numbers on file, and the other members, say about each.

use super::refusals;
use super::services::{APPID, CHANNEL_ID, SUB_APPID, SUB_MCHIDS, Service};
use crate::common::Refusal;
use payscore::time::Timestamp;
use serde_json::{Map, Value};

/// Whether mchid, appid, channel, sub-merchant and service are configured together.
pub(super) fn require_configured_together(params: &Map<String, Value>, own: &str) -> Result<(), Refusal> {
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    if let Some(mchid) = params.get("mchid").filter(|mchid| mchid.as_str() != Some(own)) {
        return Err(Refusal::param("/mchid", Some(mchid), "not the mchid of the Authorization", "body"));
    }
    if text("appid").is_some_and(|id| id != APPID) {
        return Err(refusals::appid_not_bound());
    }
    let fits = text("service_id").is_some_and(|id| Service::with_id(id).is_some())
        && text("sub_mchid").is_some_and(|id| SUB_MCHIDS.contains(&id))
        && text("channel_id") == Some(CHANNEL_ID)
        && text("sub_appid").is_none_or(|id| id == SUB_APPID);
    if fits { Ok(()) } else { Err(refusals::no_auth()) }
}

/// Times agree with each other and with their remarks, and the user's numbers with the rest.
pub(super) fn require_agreement(params: &Map<String, Value>) -> Result<(), Refusal> {
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
    // A day begins with its first second and ends with its last, also beside a time to the second.
    let (start, end) = (time("start_time").and_then(Timestamp::from_beijing), time("end_time").and_then(last_second));
    if start.zip(end).is_some_and(|(start, end)| end <= start) {
        return Err(refusals::end_before_start());
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
pub(super) fn require_right_total(params: &Map<String, Value>) -> Result<(), Refusal> {
    let sum = |list: &str| -> i64 {
        let items = params.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        items.iter().filter_map(|item| item.get("amount").and_then(Value::as_i64)).fold(0, i64::saturating_add)
    };
    let right = sum("post_payments").saturating_sub(sum("post_discounts"));
    if params.get("total_amount").and_then(Value::as_i64) == Some(right) {
        Ok(())
    } else {
        Err(Refusal::param_with_message("/total_amount", "最终总金额计算非法"))
    }
}

fn last_second(text: &str) -> Option<Timestamp> {
    Timestamp::from_beijing(text).map(|at| if text.len() == 8 { at.plus(24 * 3600 - 1) } else { at })
}

/// Whether a request names the service, the channel and the AppIDs that the order, or the permission, was made with.
pub(super) fn names_the_same(made_with: &Map<String, Value>, params: &Map<String, Value>) -> bool {
    ["service_id", "channel_id", "sub_mchid", "appid", "sub_appid"]
        .iter()
        .all(|name| params.get(*name).is_none_or(|value| made_with.get(*name) == Some(value)))
}
