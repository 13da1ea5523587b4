//! Rules that need the service, the clock or a switch: the sub-mode's risk fund, the ceiling, times, names, characters.

use super::order::Order;
use super::refusals;
use super::services::{Service, SubMode};
use crate::common::{Common, Refusal};
use payscore::time::Timestamp;
use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// How long after the creating call the service must end at the earliest, in seconds.
const END_MARGIN: i64 = 60;
const DAY: i64 = 24 * 3600;

/// Refuses what does not fit the service at creation.
pub(super) fn creation_fits(common: &Common, service: &Service, params: &Map<String, Value>) -> Result<(), Refusal> {
    let without_confirmation = service.mode == SubMode::NoConfirm;
    let fund = params.get("risk_fund");
    let name = fund.and_then(|fund| fund.get("name")).and_then(Value::as_str);
    // WeChat Pay states this rule for 免确认; for the others, only the pages of sibling products do.
    let must = without_confirmation || common.switches.get("risk_fund_of_other_sub_mode") == "refuse";
    if must && name.is_some_and(|name| !service.risk_funds().contains(&name)) {
        return Err(Refusal::param(
            "/risk_fund/name",
            name.map(Value::from).as_ref(),
            "not of this service's mode",
            "body",
        ));
    }
    if fund.and_then(|fund| fund.get("amount")).and_then(Value::as_i64).is_some_and(|amount| amount > service.ceiling) {
        return Err(refusals::above_risk("风险金额超过服务上限"));
    }
    let payments = params.get("post_payments").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let sum =
        payments.iter().filter_map(|item| item.get("amount").and_then(Value::as_i64)).fold(0, i64::saturating_add);
    let discounted = params.get("post_discounts").and_then(Value::as_array).is_some_and(|list| !list.is_empty());
    if sum > service.ceiling && !discounted && common.switches.get("payments_above_ceiling") == "refuse" {
        return Err(refusals::above_risk("后付费金额超过服务上限"));
    }
    if common.switches.get("creation_times") == "refuse" {
        creation_times(common, params)?;
    }
    creation_makes_sense(common, params, without_confirmation)
}

/// Rules that only the pages of sibling products state, and rules that follow from others.
fn creation_makes_sense(
    common: &Common,
    params: &Map<String, Value>,
    without_confirmation: bool,
) -> Result<(), Refusal> {
    let refuses = |switch: &str| common.switches.get(switch) == "refuse";
    let text = |name: &str| params.get(name).and_then(Value::as_str);
    let within =
        |name: &str, inner: &str| params.get(name).and_then(|object| object.get(inner)).and_then(Value::as_str);
    let wrong = |field: &str, issue: &str| Err(Refusal::param(field, None, issue, "body"));
    let on_accept = within("time_range", "start_time") == Some("OnAccept");
    if on_accept && without_confirmation && refuses("on_accept_without_confirmation") {
        return wrong("/time_range/start_time", "OnAccept, where nobody accepts");
    }
    let alone = within("location", "end_location").is_some() && within("location", "start_location").is_none();
    if alone && refuses("end_location_alone") {
        return wrong("/location/end_location", "an end_location without a start_location");
    }
    if text("attach").is_some_and(|attach| !is_url_encoded(attach)) && refuses("attach_not_encoded") {
        return wrong("/attach", "not URL-encoded");
    }
    Ok(())
}

/// Refuses what does not fit the service, or the order, at completion.
pub(super) fn completion_fits(common: &Common, order: &Order, bill: &Map<String, Value>) -> Result<(), Refusal> {
    let total = bill.get("total_amount").and_then(Value::as_i64).unwrap_or(0);
    let service = Service::with_id(order.text("service_id")).ok_or_else(refusals::no_auth)?;
    let at_risk = order.params.get("risk_fund").and_then(|fund| fund.get("amount")).and_then(Value::as_i64);
    let most = match service.mode {
        SubMode::WaiveFirst => at_risk.unwrap_or(service.ceiling),
        SubMode::EnjoyFirst | SubMode::NoConfirm => service.ceiling,
    };
    if total > most {
        return Err(refusals::above_risk("总金额超过服务风险金额"));
    }
    if common.switches.get("completion_times") == "refuse" { completion_times(common, order, bill) } else { Ok(()) }
}

/// Refuses names that occur twice, and characters of four bytes.
pub(super) fn texts_fit(common: &Common, params: &Map<String, Value>) -> Result<(), Refusal> {
    if common.switches.get("duplicate_names") == "refuse" {
        // Goods may repeat under this one name.
        names_once(params, "post_payments", Some("商品信息"))?;
    }
    names_once(params, "post_discounts", None)?;
    match common.switches.get("four_byte_characters") == "refuse" {
        true => params.iter().try_for_each(|(name, value)| refuse_four_bytes(value, &format!("/{name}"))),
        false => Ok(()),
    }
}

fn creation_times(common: &Common, params: &Map<String, Value>) -> Result<(), Refusal> {
    let now = common.now;
    let (start, end) = (requested_time(params, "start_time"), requested_time(params, "end_time"));
    let late = |field: &str| Err(Refusal::param(&format!("/time_range/{field}"), None, "lies in the past", "body"));
    if start.is_some_and(|given| given.at <= now && !(given.day && given.last() > now)) {
        return late("start_time");
    }
    if end.is_some_and(|given| if given.day { given.last() <= now } else { given.at <= now.plus(END_MARGIN) }) {
        return late("end_time");
    }
    Ok(())
}

fn completion_times(common: &Common, order: &Order, bill: &Map<String, Value>) -> Result<(), Refusal> {
    let refused = |field: &str, issue: &str| Err(Refusal::param(&format!("/time_range/{field}"), None, issue, "body"));
    let within =
        |params: &Map<String, Value>, field: &str| params.get("time_range")?.get(field)?.as_str().map(str::to_owned);
    if within(bill, "start_time").as_deref() == Some("OnAccept") {
        return refused("start_time", "OnAccept, when the service has ended");
    }
    for field in ["start_time", "end_time"] {
        let Some(given) = requested_time(bill, field) else { continue };
        let day = within(&order.params, "start_time").is_some_and(|start| start != "OnAccept" && start.len() == 8);
        if given.day != day {
            return refused(field, "not the format of the creation");
        }
        let earliest = if field == "start_time" && !day { order.created_at } else { order.created_at.plus(-DAY) };
        if given.at < earliest {
            return refused(field, "before the creation");
        }
        if given.at > common.now {
            return refused(field, "after this call");
        }
    }
    let start = requested_time(bill, "start_time").or_else(|| requested_time(&order.params, "start_time"));
    let end = requested_time(bill, "end_time").or_else(|| requested_time(&order.params, "end_time"));
    let start = start.map(|start| start.at).or(order.confirmed_at);
    match (start, end) {
        (Some(start), Some(end)) if end.last() <= start => Err(refusals::end_before_start()),
        _ => Ok(()),
    }
}

/// A time in a request: to the second, or a day.
#[derive(Clone, Copy)]
struct RequestedTime {
    at: Timestamp,
    day: bool,
}

impl RequestedTime {
    /// A day ends with its last second.
    fn last(self) -> Timestamp {
        if self.day { self.at.plus(DAY.saturating_sub(1)) } else { self.at }
    }
}

fn requested_time(params: &Map<String, Value>, field: &str) -> Option<RequestedTime> {
    let text = params.get("time_range")?.get(field)?.as_str()?;
    Some(RequestedTime { at: Timestamp::from_beijing(text)?, day: text.len() == 8 })
}

/// Each name occurs once; `but` may repeat.
fn names_once(params: &Map<String, Value>, list: &str, but: Option<&str>) -> Result<(), Refusal> {
    let items = params.get(list).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut seen = BTreeSet::new();
    for (index, name) in items.iter().map(|item| item.get("name").and_then(Value::as_str)).enumerate() {
        if !seen.insert(name) && name != but {
            return Err(Refusal::param(&format!("/{list}/{index}/name"), None, "this name occurs twice", "body"));
        }
    }
    Ok(())
}

/// Whether URL-encoding would change nothing in it.
fn is_url_encoded(text: &str) -> bool {
    let mut pieces = text.split('%');
    let plain = |piece: &str| piece.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.~*+".contains(&byte));
    let escape = |piece: &str| piece.get(..2).is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_hexdigit()));
    pieces.next().is_some_and(plain) && pieces.all(|piece| escape(piece) && plain(piece))
}

/// Refuses characters outside the basic plane: WeChat Pay stores three bytes each.
fn refuse_four_bytes(value: &Value, at: &str) -> Result<(), Refusal> {
    match value {
        Value::String(text) if text.chars().any(|character| character.len_utf8() > 3) => {
            Err(Refusal::param(at, None, "a character of four bytes", "body"))
        }
        Value::Object(inner) => {
            inner.iter().try_for_each(|(name, value)| refuse_four_bytes(value, &format!("{at}/{name}")))
        }
        Value::Array(list) => {
            list.iter().enumerate().try_for_each(|(index, value)| refuse_four_bytes(value, &format!("{at}/{index}")))
        }
        _ => Ok(()),
    }
}
