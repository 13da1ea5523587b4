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

    /// A member that no page names.
    pub fn unknown_member(field: &str, location: &str) -> Refusal {
        let mut refusal = Refusal::param(field, None, "unknown parameter", location);
        refusal.number = 270_924_358;
        refusal
    }

    /// Against the rules of HTTP.
    pub fn header(message: &str) -> Refusal {
        Refusal::new(400, "INVALID_REQUEST", message, 268_435_464)
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

    /// The user is paying right now.
    pub fn user_pays() -> Refusal {
        Refusal::request("单据正在扣款中,请稍后再试", 271_316_754)
    }

    /// A registered number holds the order.
    pub fn in_force() -> Refusal {
        Refusal::new(400, "INVALID_ORDER_STATE", "存在有效的扣款单，请先关单或等待其失效", 271_316_754)
    }

    /// The number was used with other parameters.
    pub fn other_parameters(message: &str) -> Refusal {
        Refusal::request(message, 271_316_598)
    }

    /// Not while the user has orders that are not finished.
    pub fn unfinished() -> Refusal {
        Refusal::request("用户存在未完结的订单", 271_299_627)
    }

    /// There is no such permission.
    pub fn no_permission_record() -> Refusal {
        Refusal::new(404, "ORDER_NOT_EXIST", "授权协议不存在", 271_317_510)
    }

    /// There is no such order.
    pub fn no_order() -> Refusal {
        Refusal::new(404, "ORDER_NOT_EXIST", "订单不存在", 271_317_510)
    }

    /// The numbers do not belong together.
    pub fn no_auth() -> Refusal {
        Refusal::new(403, "NO_AUTH", "商户信息不合法", 268_503_786)
    }

    /// The AppID is not bound to the merchant number.
    pub fn appid_not_bound() -> Refusal {
        Refusal::new(403, "NO_AUTH", "appid与mchid不匹配", 271_302_149)
    }

    /// The user did not open the service.
    pub fn no_permission() -> Refusal {
        Refusal::new(403, "NO_AUTH", "用户未授权该服务", 268_503_786)
    }

    /// More than the service, or the order, may risk.
    pub fn above_risk(message: &str) -> Refusal {
        Refusal::request(message, 271_316_656)
    }

    /// The service ends before it starts.
    pub fn end_before_start() -> Refusal {
        let mut refusal = Refusal::param("/time_range/end_time", None, "not after start_time", "body");
        refusal.number = 271_316_637;
        refusal
    }

    /// Too many calls.
    pub fn too_frequent() -> Refusal {
        Refusal::new(429, "FREQUENCY_LIMITED", "频率超限", 268_435_472)
    }

    /// Something of WeChat Pay's own.
    pub fn system(status: u16) -> Refusal {
        Refusal::new(status, "SYSTEM_ERROR", "系统错误", 0)
    }

    /// There is no bill for this day, or not yet.
    pub fn no_statement() -> Refusal {
        Refusal::new(400, "NO_STATEMENT_EXIST", "账单文件不存在", 0)
    }

    /// No file has this address, or not any more.
    pub fn no_file() -> Refusal {
        Refusal::new(404, "RESOURCE_NOT_EXISTS", "文件不存在或下载地址已失效", 0)
    }

    /// The merchant has no platform certificates.
    pub fn no_certificates() -> Refusal {
        Refusal::new(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥", 0)
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
