//! The books: what happened to the money, and what should not have.

use super::Acquiring;
use super::order::{Order, State, order_key};
use crate::common::Charge;
use serde_json::{Value, json};
use std::collections::BTreeMap;

impl Acquiring {
    /// Money under numbers that WeChat Pay does not know.
    fn unregistered_charges(&self) -> Value {
        let known = |number: &str| match self.deductions.get(number) {
            Some(deduction) => deduction.registered_at.is_some(),
            None => true,
        };
        self.charges.iter().filter(|charge| !known(&charge.out_trade_no)).map(Charge::view).collect()
    }

    /// The charges, those under unregistered numbers, and what was ordered or charged twice.
    pub fn books(&self) -> Value {
        let total: i64 = self.charges.iter().map(|charge| charge.amount).fold(0, i64::saturating_add);
        let mut intents: BTreeMap<&str, Vec<&Order>> = BTreeMap::new();
        for order in self.orders.values().filter(|order| !matches!(order.state, State::Revoked | State::Expired)) {
            if let Some(attach) = order.params.get("attach").and_then(Value::as_str) {
                intents.entry(attach).or_default().push(order);
            }
        }
        let charged = |order: &Order| {
            let here = self.charges.iter().filter(|charge| charge.order == order_key(&order.params)).count();
            here.saturating_add(usize::from(order.paid_elsewhere()))
        };
        let double_orders: Vec<Value> = intents
            .iter()
            .filter(|(_, orders)| orders.len() > 1)
            .map(|(attach, orders)| {
                let numbers: Vec<&str> = orders.iter().map(|order| order.out_order_no()).collect();
                json!({"attach": attach, "orders": numbers})
            })
            .collect();
        let mut double_charges: Vec<Value> = self
            .orders
            .values()
            .filter(|order| charged(order) > 1)
            .map(|order| json!({"out_order_no": order.out_order_no()}))
            .collect();
        for (attach, orders) in &intents {
            if orders.iter().filter(|order| charged(order) > 0).count() > 1 {
                double_charges.push(json!({"attach": attach}));
            }
        }
        json!({
            "unregistered_charges": self.unregistered_charges(), "orders": self.orders.len(),
            "charges": self.charges.iter().map(Charge::view).collect::<Vec<_>>(), "charged_total": total,
            "double_charges": double_charges, "double_orders": double_orders,
        })
    }
}
