//! Rules that concern more than one field. What an official page of this mode states refuses; the rest is advice.

use crate::error::*;
use crate::money::Fen;
use crate::time::Timestamp;
use serde_json::{Map, Value};

type Params = Map<String, Value>;

pub(crate) fn none(_: &Params, _: Option<Timestamp>, _: &mut Vec<Issue>) {}

/// Items and discounts: what belongs together, and names that occur twice.
pub(crate) fn items(params: &Params, issues: &mut Vec<Issue>) {
    for list in ["post_payments", "post_discounts"] {
        let mut names = Vec::new();
        for (index, item) in elements(params, list).iter().enumerate() {
            let at = format!("/{list}/{index}");
            let has = |name: &str| item.get(name).is_some();
            if list == "post_payments" && has("name") && !has("amount") && !has("description") {
                issues.push(Issue::advice(
                    &at,
                    INVALID_REQUIRES,
                    Evidence::Sibling,
                    "an item needs an `amount` or a `description`.",
                ));
            }
            if list == "post_discounts" && has("name") && !has("description") {
                issues.push(Issue::advice(
                    &at,
                    INVALID_REQUIRES,
                    Evidence::Sibling,
                    "a discount needs a `description` with its name.",
                ));
            }
            let name = item.get("name").and_then(Value::as_str).unwrap_or_default();
            if names.contains(&name) && !name.is_empty() && name != "商品信息" {
                issues.push(Issue::advice(
                    &format!("{at}/name"),
                    INVALID_DUPLICATE,
                    Evidence::Sibling,
                    "this name stands in the order already.",
                ));
            }
            names.push(name);
        }
    }
}

pub(crate) fn discounts_have_amounts(params: &Params, issues: &mut Vec<Issue>) {
    for (index, discount) in elements(params, "post_discounts").iter().enumerate() {
        if discount.get("amount").is_none() {
            issues.push(Issue::refusing(
                &format!("/post_discounts/{index}/amount"),
                INVALID_MISSING,
                "a discount needs its amount in fen here.",
            ));
        }
    }
}

/// `total_amount` = Σ payments − Σ discounts, and not negative. `count` does not multiply.
pub(crate) fn total(params: &Params, issues: &mut Vec<Issue>) {
    let sum = |list: &str| {
        elements(params, list)
            .iter()
            .filter_map(|item| item.get("amount").and_then(Value::as_i64).and_then(Fen::new))
            .try_fold(Fen::ZERO, Fen::checked_add)
    };
    let Some(given) = params.get("total_amount").and_then(Value::as_i64) else { return };
    let amounts = ["post_payments", "post_discounts"]
        .into_iter()
        .flat_map(|list| elements(params, list))
        .filter_map(|item| item.get("amount"));
    if amounts.into_iter().any(|amount| amount.as_i64().is_none()) {
        return;
    }
    let right = sum("post_payments")
        .zip(sum("post_discounts"))
        .and_then(|(payments, discounts)| Some((payments, discounts, payments.checked_sub(discounts)?)));
    let Some((payments, discounts, right)) = right else {
        issues.push(Issue::refusing("/total_amount", INVALID_TOTAL, "the amounts add up to more than can be held."));
        return;
    };
    if right.get() != given || given < 0 {
        let detail = format!(
            "{given} is given, but the items of {payments} less the discounts of {discounts} are {right} fen (`count` does not multiply)."
        );
        issues.push(Issue::refusing("/total_amount", INVALID_TOTAL, detail));
    }
}

pub(crate) fn start_time_needed(params: &Params, issues: &mut Vec<Issue>) {
    if params.get("time_range").is_some_and(|range| range.get("start_time").is_none()) {
        issues.push(Issue::refusing(
            "/time_range/start_time",
            INVALID_MISSING,
            "start_time is needed: a time, or `OnAccept` for the moment the user confirms.",
        ));
    }
}

/// Times in order; remarks only with their times. `now` is WeChat Pay's clock as well as we know it: 60 seconds of margin.
pub(crate) fn time_range(params: &Params, issues: &mut Vec<Issue>, now: Option<Timestamp>) {
    let Some(range) = params.get("time_range") else { return };
    let text = |name: &str| range.get(name).and_then(Value::as_str);
    for (remark, time) in [("start_time_remark", "start_time"), ("end_time_remark", "end_time")] {
        if text(remark).is_some() && text(time).is_none() {
            issues.push(Issue::refusing(
                &format!("/time_range/{remark}"),
                INVALID_REQUIRES,
                format!("a remark needs its `{time}`."),
            ));
        }
    }
    if text("end_time") == Some("OnAccept") {
        issues.push(Issue::refusing("/time_range/end_time", INVALID_TIME, "`OnAccept` is for start_time only."));
    }
    let day_end = |text: &str| Timestamp::from_beijing(text).map(|at| if text.len() == 8 { at.plus(86_399) } else { at });
    let (start, end) = (text("start_time").and_then(Timestamp::from_beijing), text("end_time").and_then(day_end));
    if let (Some(start), Some(end)) = (start, end)
        && end <= start
    {
        issues.push(Issue::advice(
            "/time_range/end_time",
            INVALID_TIME_ORDER,
            Evidence::Sibling,
            "the service ends before it begins.",
        ));
    }
    let Some(now) = now else { return };
    let start = text("start_time").and_then(day_end);
    if start.is_some_and(|start| start.since(now) < -60) {
        let detail = "start_time has passed: WeChat Pay takes only later ones. Use `OnAccept` for the moment the user confirms.";
        issues.push(Issue::advice("/time_range/start_time", INVALID_TIME_ORDER, Evidence::Clock, detail));
    }
    if end.is_some_and(|end| end.since(now) < 60) {
        issues.push(Issue::advice(
            "/time_range/end_time",
            INVALID_TIME_ORDER,
            Evidence::Clock,
            "end_time must lie at least a minute ahead.",
        ));
    }
}

/// Who the user is, and what must be known without a confirmation.
pub(crate) fn users(params: &Params, issues: &mut Vec<Issue>) {
    let has = |name: &str| params.contains_key(name);
    if has("sub_openid") && !has("sub_appid") {
        issues.push(Issue::refusing("/sub_openid", INVALID_REQUIRES, "sub_openid is a user under `sub_appid`: give both."));
    }
    let without_confirmation = params.get("need_user_confirm") == Some(&Value::Bool(false));
    if !has("need_user_confirm") {
        let detail = "say explicitly whether the user confirms each order; WeChat Pay's default is not documented for this mode.";
        issues.push(Issue::advice("/need_user_confirm", INVALID_MISSING, Evidence::Sibling, detail));
    }
    if !without_confirmation {
        return;
    }
    if has("openid") == has("sub_openid") {
        let detail = "without confirmation (need_user_confirm=false), exactly one of `openid` and `sub_openid` is needed.";
        issues.push(Issue::advice("/openid", INVALID_EXACTLY_ONE, Evidence::Sibling, detail));
    }
    let fund = params.get("risk_fund").and_then(|fund| fund.get("name")).and_then(Value::as_str);
    if fund.is_some_and(|name| name != "ESTIMATE_ORDER_COST") {
        let detail = "without confirmation (need_user_confirm=false), only ESTIMATE_ORDER_COST is allowed.";
        issues.push(Issue::refusing("/risk_fund/name", INVALID_VALUE, detail));
    }
    if params.get("time_range").and_then(|range| range.get("start_time")).and_then(Value::as_str) == Some("OnAccept") {
        let detail = "`OnAccept` is the moment the user confirms, but need_user_confirm is false.";
        issues.push(Issue::advice("/time_range/start_time", INVALID_VALUE, Evidence::Inferred, detail));
    }
}

pub(crate) fn attach(params: &Params, issues: &mut Vec<Issue>) {
    let Some(attach) = params.get("attach").and_then(Value::as_str) else { return };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '*' | '+' | '%');
    if !attach.chars().all(plain) {
        issues.push(Issue::advice(
            "/attach",
            INVALID_ATTACH,
            Evidence::Sibling,
            "WeChat Pay asks for URL-encoded text; it is sent as given.",
        ));
    }
}

fn elements<'p>(params: &'p Params, list: &str) -> &'p [Value] {
    params.get(list).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}
