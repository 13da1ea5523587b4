//! Money that moved.

use payscore::time::Timestamp;
use serde_json::{Value, json};

/// Money that moved.
#[derive(Debug, Clone)]
pub struct Charge {
    /// The deduction number it moved under.
    pub out_trade_no: String,
    /// The order it was for: sub-merchant and number.
    pub order: (String, String),
    /// WeChat Pay's transaction.
    pub transaction_id: String,
    /// In fen.
    pub amount: i64,
    /// When it moved.
    pub at: Timestamp,
}

impl Charge {
    /// As the books show it.
    pub fn view(&self) -> Value {
        json!({"out_trade_no": self.out_trade_no, "sub_mchid": self.order.0, "out_order_no": self.order.1,
            "transaction_id": self.transaction_id, "amount": self.amount, "at": self.at})
    }
}
