//! 商户签名验签/加解密测试: the echo to try out keys with.

use crate::common::{Common, EventKind, Notice, Refusal};
use crate::wire::headers;
use crate::wire::keys::Keys;
use crate::wire::parameters::Kind::Url;
use crate::wire::parameters::{LONG, Row, optional, required, validate};
use crate::wire::reading::json_body;
use payscore::crypto::{from_base64, to_base64};
use payscore::http::Request;
use serde_json::{Value, json};

const PARAMETERS: &[Row] =
    &[optional("notify_url", Url), required("echo_message", LONG), optional("encrypted_echo_message", LONG)];

const SUCCESS: EventKind = EventKind {
    event_type: "SECURITY_ECHO.SUCCESS",
    summary: "回调通知成功",
    original_type: Some("security"),
    associated_data: "",
};

/// What is encrypted must be encrypted to the key that the request names. A callback is sent if an address is given.
pub(super) fn echo(keys: &Keys, common: &mut Common, request: &Request) -> Result<Value, Refusal> {
    headers::require_json(request, &common.switches)?;
    let params = json_body(request)?;
    validate(PARAMETERS, &params, "body", &common.switches)?;
    let named = request.headers.get("Wechatpay-Serial").unwrap_or_default();
    if named.is_empty() {
        return Err(Refusal::param_with_message(
            "Wechatpay-Serial",
            "HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)",
        ));
    }
    let key = keys
        .with_serial(named)
        .ok_or_else(|| Refusal::param_with_message("Wechatpay-Serial", "平台证书序列号Wechatpay-Serial错误"))?;
    let mut answer = json!({"echo_message": params.get("echo_message")});
    let mut content = answer.clone();
    if let Some(sealed) = params.get("encrypted_echo_message").and_then(Value::as_str) {
        let unreadable = || Refusal::param_with_message("/encrypted_echo_message", "平台私钥解密失败");
        let opened = from_base64(sealed).and_then(|sealed| key.open_oaep(&sealed).ok()).ok_or_else(unreadable)?;
        let again = keys.merchant.seal_oaep(&opened).map_err(|_| unreadable())?;
        if let Some(answer) = answer.as_object_mut() {
            answer.insert("encrypted_echo_message".to_owned(), json!(to_base64(&again)));
        }
        // The page of the callback spells this member differently.
        let sealed = keys.merchant.seal_oaep(&opened).map_err(|_| unreadable())?;
        if let Some(content) = content.as_object_mut() {
            content.insert("encrypt_echo_message".to_owned(), json!(to_base64(&sealed)));
        }
    }
    if let Some(notify_url) = params.get("notify_url").and_then(Value::as_str).map(str::to_owned) {
        common.notices.push(Notice { kind: &SUCCESS, at: common.now, notify_url, content, payment: None });
    }
    Ok(answer)
}
