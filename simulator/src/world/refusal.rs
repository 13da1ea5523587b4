//! How WeChat Pay says no.

use serde_json::{Value, json};

/// A refusal, in WeChat Pay's words.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// WeChat Pay's code.
    pub code: &'static str,
    /// Its text.
    pub message: String,
    /// `detail`, where there is one.
    pub detail: Option<Value>,
    /// The number at the end of `Request-ID`.
    pub number: u32,
}

impl Refusal {
    fn new(status: u16, code: &'static str, message: &str, number: u32) -> Refusal {
        Refusal { status, code, message: message.to_owned(), detail: None, number }
    }

    /// A parameter is wrong.
    pub fn param(field: &str, value: Option<&Value>, issue: &str, location: &str) -> Refusal {
        let mut refusal = Refusal::new(400, "PARAM_ERROR", "参数错误", 268_435_464);
        refusal.detail = Some(json!({"field": field, "value": value, "issue": issue, "location": location}));
        refusal
    }

    /// The same, with WeChat Pay's own sentence.
    pub fn param_saying(field: &str, message: &str) -> Refusal {
        let mut refusal = Refusal::param(field, None, message, "body");
        refusal.message = message.to_owned();
        refusal
    }

    /// Against a rule of the business.
    pub fn request(message: &str, number: u32) -> Refusal {
        Refusal::new(400, "INVALID_REQUEST", message, number)
    }

    /// The order's state does not allow it.
    pub fn state(message: &str) -> Refusal {
        Refusal::new(400, "INVALID_ORDER_STATE", message, 271_302_262)
    }

    /// The order is cancelled.
    pub fn cancelled() -> Refusal {
        Refusal::new(400, "ORDER_CANCELED", "单据已取消", 271_302_332)
    }

    /// The order is done.
    pub fn done() -> Refusal {
        Refusal::new(400, "ORDER_DONE", "订单已完成", 271_302_333)
    }

    /// There is no such order.
    pub fn no_order() -> Refusal {
        Refusal::new(404, "ORDER_NOT_EXIST", "订单不存在", 271_317_510)
    }

    /// The numbers do not belong together.
    pub fn no_auth() -> Refusal {
        Refusal::new(403, "NO_AUTH", "商户信息不合法", 268_503_786)
    }

    /// The body.
    pub fn body(&self) -> Value {
        let mut body = json!({"code": self.code, "message": self.message});
        if let (Some(detail), Some(object)) = (&self.detail, body.as_object_mut()) {
            object.insert("detail".to_owned(), detail.clone());
        }
        body
    }
}
