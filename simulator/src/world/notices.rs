//! What WeChat Pay tells the merchant.

use super::{Notice, Order, World};
use payscore::time::Timestamp;
use serde_json::{Value, json};

impl World {
    /// Tells the merchant, in the form that the switches ask for.
    pub(super) fn notice(&mut self, event_type: &'static str, at: Timestamp, order: &Order, out_trade_no: Option<&str>) {
        // A pay-on-delivery order may name no address; then nobody is told.
        let Some(notify_url) = order.params.get("notify_url").and_then(Value::as_str).map(str::to_owned) else { return };
        let mut content = order.view(&self.mchid);
        content.shift_remove("notify_url");
        if let Some(number) = out_trade_no {
            content.insert("out_trade_no".to_owned(), json!(number));
        }
        if self.switches.get("callback_total_amount") == "text" {
            let amount = order.params.get("risk_fund").and_then(|fund| fund.get("amount")).and_then(Value::as_i64).unwrap_or(0);
            let total = if order.bill.is_some() { order.total() } else { amount };
            content.insert("total_amount".to_owned(), json!(total.to_string()));
        }
        if self.switches.get("callback_risk_fund_name") == "chinese"
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
        self.notices.push(Notice { event_type, at, notify_url, content: Value::Object(content), payment: None });
    }
}
