//! How WeChat Pay refuses a request.

use serde_json::{Value, json};

/// A refusal with WeChat Pay's code and text.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// HTTP status.
    pub status: u16,
    /// WeChat Pay's code.
    pub code: &'static str,
    /// WeChat Pay's text.
    pub message: String,
    /// `detail`, where there is one.
    pub detail: Option<Value>,
    /// The number at the end of `Request-ID`.
    pub number: u32,
}

impl Refusal {
    pub(crate) fn new(status: u16, code: &'static str, message: &str, number: u32) -> Refusal {
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

    /// A header, or the form of the request, is wrong.
    pub fn header(message: &str) -> Refusal {
        Refusal::new(400, "INVALID_REQUEST", message, 268_435_464)
    }

    /// A parameter is wrong, with WeChat Pay's own sentence.
    pub fn param_with_message(field: &str, message: &str) -> Refusal {
        let mut refusal = Refusal::param(field, None, message, "body");
        refusal.message = message.to_owned();
        refusal
    }

    /// A rule of the business forbids it.
    pub fn request(message: &str, number: u32) -> Refusal {
        Refusal::new(400, "INVALID_REQUEST", message, number)
    }

    /// Too many calls.
    pub fn too_frequent() -> Refusal {
        Refusal::new(429, "FREQUENCY_LIMITED", "频率超限", 268_435_472)
    }

    /// WeChat Pay itself has a problem.
    pub fn system(status: u16) -> Refusal {
        Refusal::new(status, "SYSTEM_ERROR", "系统错误", 0)
    }

    /// There is no bill for this day, or there is none yet.
    pub fn no_statement() -> Refusal {
        Refusal::new(400, "NO_STATEMENT_EXIST", "账单文件不存在", 0)
    }

    /// No file has this address, or it has expired.
    pub fn no_file() -> Refusal {
        Refusal::new(404, "RESOURCE_NOT_EXISTS", "文件不存在或下载地址已失效", 0)
    }

    /// The merchant has no platform certificates.
    pub fn no_certificates() -> Refusal {
        Refusal::new(404, "RESOURCE_NOT_EXISTS", "无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥", 0)
    }

    /// The body of the answer.
    pub fn body(&self) -> Value {
        let mut body = json!({"code": self.code, "message": self.message});
        if let (Some(detail), Some(object)) = (&self.detail, body.as_object_mut()) {
            object.insert("detail".to_owned(), detail.clone());
        }
        body
    }
}
