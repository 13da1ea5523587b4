//! An order in the books, and as the API shows it.

use super::user::user_member;
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};

/// The state of an order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Waiting for the user.
    Created,
    /// Confirmed.
    InService,
    /// Completed, to be paid.
    Completed,
    /// Paid, or nothing to pay.
    Done,
    /// Cancelled.
    Revoked,
    /// Not confirmed in time.
    Expired,
}

/// How an order was paid.
#[derive(Debug, Clone)]
pub enum Paid {
    /// Through WeChat Pay Score: the transaction's number and its moment.
    Here(String, Timestamp),
    /// Through the merchant's own channel, at this moment as the merchant wrote it.
    Elsewhere(String),
}

/// An order in the books.
#[derive(Debug, Clone)]
pub struct Order {
    /// The parameters of its creation.
    pub params: Map<String, Value>,
    /// The parameters of its completion, with later modifications.
    pub bill: Option<Map<String, Value>>,
    /// The parameters of the last call that modified or ended it; a repeat is compared with them.
    pub last: Option<Map<String, Value>>,
    /// Its state.
    pub state: State,
    /// When it was created.
    pub created_at: Timestamp,
    /// When the user confirmed it.
    pub confirmed_at: Option<Timestamp>,
    /// WeChat Pay's number of it.
    pub order_id: String,
    /// The valid `package`, and when it was made.
    pub package: (String, Timestamp),
    /// The `query_id` that the client brings back from the confirm page.
    pub query_id: Option<String>,
    /// The user's name.
    pub openid: String,
    /// A state that the API shows instead of the real one, to try out new values.
    pub shown_state: Option<String>,
    /// How it was paid.
    pub paid: Option<Paid>,
    /// Registered deduction numbers, oldest first.
    pub numbers: Vec<String>,
    /// What happened, and when.
    pub history: Vec<(Timestamp, String)>,
}

impl Order {
    /// The merchant's number.
    pub fn out_order_no(&self) -> &str {
        self.text("out_order_no")
    }

    /// A parameter of its creation.
    pub fn text(&self, name: &str) -> &str {
        self.params.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// Whether it was paid through the merchant's own channel.
    pub fn paid_elsewhere(&self) -> bool {
        matches!(self.paid, Some(Paid::Elsewhere(_)))
    }

    /// Whether nothing more can happen to it: it ended, or was completed with nothing to pay.
    pub fn finished(&self) -> bool {
        match self.state {
            State::Done | State::Revoked | State::Expired => true,
            State::Completed => self.total() == 0,
            State::Created | State::InService => false,
        }
    }

    /// The amount to be paid, in fen.
    pub fn total(&self) -> i64 {
        self.bill.as_ref().and_then(|bill| bill.get("total_amount")).and_then(Value::as_i64).unwrap_or(0)
    }

    /// As the API shows it to the institution of this number.
    pub fn view(&self, mchid: &str) -> Map<String, Value> {
        let mut out = Map::new();
        let mut put = |name: &str, value: Option<Value>| value.map(|value| out.insert(name.to_owned(), value));
        for name in ["out_order_no", "service_id", "appid"] {
            put(name, self.params.get(name).cloned());
        }
        put("mchid", Some(json!(mchid)));
        for name in ["sub_appid", "sub_mchid", "channel_id", "service_introduction"] {
            put(name, self.params.get(name).cloned());
        }
        let (state, description) = match self.state {
            State::Created => ("CREATED", None),
            State::InService => ("DOING", Some("USER_CONFIRM")),
            State::Completed => ("DOING", Some("MCH_COMPLETE")),
            State::Done => ("DONE", None),
            State::Revoked => ("REVOKED", None),
            State::Expired => ("EXPIRED", None),
        };
        put("state", Some(json!(self.shown_state.as_deref().unwrap_or(state))));
        put("state_description", description.map(|text| json!(text)));
        let billed =
            |name: &str| self.bill.as_ref().and_then(|bill| bill.get(name)).or_else(|| self.params.get(name)).cloned();
        put("post_payments", billed("post_payments"));
        put("post_discounts", billed("post_discounts"));
        put("risk_fund", self.params.get("risk_fund").cloned());
        put("time_range", self.merged("time_range").map(|range| self.accepted(range)));
        put("location", self.merged("location"));
        put("attach", self.params.get("attach").cloned());
        put("notify_url", self.params.get("notify_url").cloned());
        put("shopping_info", self.params.get("shopping_info").cloned());
        put("order_id", Some(json!(self.order_id)));
        if self.confirmed_at.is_some() {
            put(user_member(&self.params), Some(json!(self.openid)));
        }
        if self.bill.is_some() {
            put("total_amount", Some(json!(self.total())));
            put("need_collection", Some(json!(self.total() > 0)));
            put("collection", self.collection());
        }
        out
    }

    /// A member of the creation, overlaid with that of the completion.
    fn merged(&self, name: &str) -> Option<Value> {
        let billed = self.bill.as_ref().and_then(|bill| bill.get(name)).and_then(Value::as_object);
        match (self.params.get(name).cloned(), billed) {
            (Some(Value::Object(mut created)), Some(billed)) => {
                billed.iter().for_each(|(name, value)| drop(created.insert(name.clone(), value.clone())));
                Some(Value::Object(created))
            }
            (None, Some(billed)) => Some(Value::Object(billed.clone())),
            (created, _) => created,
        }
    }

    /// `OnAccept` becomes the moment of the confirmation.
    fn accepted(&self, mut range: Value) -> Value {
        if let (Some(at), Some(object)) = (self.confirmed_at, range.as_object_mut())
            && object.get("start_time").and_then(Value::as_str) == Some("OnAccept")
        {
            object.insert("start_time".to_owned(), json!(at.beijing()));
        }
        range
    }

    fn collection(&self) -> Option<Value> {
        let total = self.total();
        if total == 0 {
            return None;
        }
        let paid = |mut detail: Value| {
            if let Some(detail) = detail.as_object_mut() {
                detail.insert("seq".to_owned(), json!(1));
                detail.insert("amount".to_owned(), json!(total));
            }
            json!({"state": "USER_PAID", "total_amount": total, "paying_amount": 0, "paid_amount": total,
                "details": [detail]})
        };
        Some(match &self.paid {
            Some(Paid::Here(transaction_id, at)) => {
                paid(json!({"paid_type": "NEWTON", "paid_time": at.beijing(), "transaction_id": transaction_id}))
            }
            // WeChat Pay has no transaction for money that it never saw.
            Some(Paid::Elsewhere(at)) => paid(json!({"paid_type": "MCH", "paid_time": at})),
            None if self.state == State::Revoked => return None,
            None => {
                json!({"state": "USER_PAYING", "total_amount": total, "paying_amount": total, "paid_amount": 0,
                    "details": []})
            }
        })
    }
}

/// The order that parameters name: sub-merchant and number.
pub fn order_key(params: &Map<String, Value>) -> (String, String) {
    let text = |name: &str| params.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    (text("sub_mchid"), text("out_order_no"))
}
