//! The callbacks of this mode.

use super::Order;
use crate::common::{Common, EventKind, Notice};
use payscore::time::Timestamp;
use serde_json::{Value, json};

pub(super) const USER_CONFIRM: EventKind = about_order("PAYSCORE.USER_CONFIRM", "微信支付分服务订单通知");
pub(super) const USER_PAID: EventKind = about_order("PAYSCORE.USER_PAID", "微信支付分服务订单通知");
pub(super) const MCH_PREPAY: EventKind = about_order("PAYSCORE.MCH_PREPAY", "商户预下单");
pub(super) const USER_OPEN_SERVICE: EventKind = about_permission("PAYSCORE.USER_OPEN_SERVICE", "授权成功");
pub(super) const USER_CLOSE_SERVICE: EventKind = about_permission("PAYSCORE.USER_CLOSE_SERVICE", "解除授权成功");

const fn about_order(event_type: &'static str, summary: &'static str) -> EventKind {
    EventKind { event_type, summary, original_type: Some("payscore"), associated_data: "payscore" }
}

/// WeChat Pay's page shows these without an original_type and without associated data.
const fn about_permission(event_type: &'static str, summary: &'static str) -> EventKind {
    EventKind { event_type, summary, original_type: None, associated_data: "" }
}

/// Makes a callback about an order, in the form that the switches set.
pub(super) fn tell_order(
    common: &mut Common,
    kind: &'static EventKind,
    at: Timestamp,
    order: &Order,
    out_trade_no: Option<&str>,
) {
    // A pay-on-delivery order may name no address; then there is no callback.
    let Some(notify_url) = order.params.get("notify_url").and_then(Value::as_str).map(str::to_owned) else { return };
    let mut content = order.view(&common.mchid);
    content.shift_remove("notify_url");
    if let Some(number) = out_trade_no {
        content.insert("out_trade_no".to_owned(), json!(number));
    }
    if common.switches.get("callback_total_amount") == "text" {
        let amount =
            order.params.get("risk_fund").and_then(|fund| fund.get("amount")).and_then(Value::as_i64).unwrap_or(0);
        let total = if order.bill.is_some() { order.total() } else { amount };
        content.insert("total_amount".to_owned(), json!(total.to_string()));
    }
    if common.switches.get("callback_risk_fund_name") == "chinese"
        && let Some(fund) = content.get_mut("risk_fund").and_then(Value::as_object_mut)
    {
        let chinese = match fund.get("name").and_then(Value::as_str).unwrap_or_default() {
            "DEPOSIT" => "押金",
            "ADVANCE" => "预付款",
            "CASH_DEPOSIT" => "保证金",
            _ => "预估订单费用",
        };
        fund.insert("name".to_owned(), json!(chinese));
    }
    common.notices.push(Notice { kind, at, notify_url, content: Value::Object(content), payment: None });
}
