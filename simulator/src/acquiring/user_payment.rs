//! A payment that a user began (主动支付).

use payscore::time::Timestamp;
use serde_json::{Value, json};

/// The state of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// The merchant is asked for a pre-order.
    Asked,
    /// The user can pay, under this number, since this moment.
    AtCashier(String, Timestamp),
    /// The user cannot pay, for this reason.
    Refused(String),
    /// Paid under this number.
    Paid(String),
}

/// A payment that the user began.
#[derive(Debug, Clone)]
pub struct UserPayment {
    /// Its number at the simulator.
    pub id: String,
    /// The order: sub-merchant and number.
    pub order: (String, String),
    /// In fen.
    pub amount: i64,
    /// What the merchant must copy into its pre-order.
    pub request: Value,
    /// When the user gives up.
    pub expires_at: Timestamp,
    /// Its state.
    pub standing: Standing,
    /// How many seconds after the merchant's answer the user pays automatically; `None`: only on request.
    pub finish: Option<i64>,
    /// How many seconds after the payment WeChat Pay knows of it.
    pub settles_after: i64,
}

impl UserPayment {
    /// As the control interface shows it.
    pub fn view(&self) -> Value {
        let (word, number, reason) = match &self.standing {
            Standing::Asked => ("asked", None, None),
            Standing::AtCashier(number, _) => ("at_cashier", Some(number), None),
            Standing::Refused(reason) => ("refused", None, Some(reason)),
            Standing::Paid(number) => ("paid", Some(number), None),
        };
        json!({"id": self.id, "amount": self.amount, "standing": word, "out_trade_no": number, "reason": reason,
            "expires_at": self.expires_at, "prepay_req_body": self.request})
    }
}
