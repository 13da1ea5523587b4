//! The check of every request's Authorization, over the bytes received.

use super::files;
use super::keys::Keys;
use crate::world::MCHID;
use payscore::crypto::from_base64;
use payscore::http::Request;
use payscore::time::Timestamp;
use serde_json::{Value, json};

const BAD_AUTHORIZATION: u32 = 270_924_332;

/// What is wrong; always unsigned, 400 or 401.
pub(crate) struct Unauthorized {
    pub(crate) status: u16,
    pub(crate) body: Value,
    /// The number at the end of `Request-ID`.
    pub(crate) number: u32,
}

pub(crate) fn check(keys: &Keys, request: &Request, now: Timestamp) -> Result<(), Unauthorized> {
    let present = |name: &str| request.headers.get(name).is_some_and(|value| !value.trim().is_empty());
    if !present("Accept") || !present("User-Agent") {
        return Err(Unauthorized {
            status: 400,
            body: json!({"code": "INVALID_REQUEST", "message": "Http头缺少Accept或User-Agent"}),
            number: BAD_AUTHORIZATION,
        });
    }
    let value = request.headers.get("Authorization").unwrap_or_default();
    let Some(rest) = value.strip_prefix("WECHATPAY2-SHA256-RSA2048 ") else {
        let message = if value.is_empty() { "Http头缺少Authorization" } else { "认证类型不正确" };
        return Err(sign_error(message, None));
    };
    let item = |name: &str| {
        let mut found = rest.split(',').filter_map(|item| item.trim().split_once('=')).filter(|(key, _)| *key == name);
        let value = found.next().map(|(_, value)| value)?;
        if found.next().is_some() { None } else { value.strip_prefix('"')?.strip_suffix('"') }
    };
    let all = (item("mchid"), item("nonce_str"), item("timestamp"), item("serial_no"), item("signature"));
    let (Some(mchid), Some(nonce), Some(timestamp), Some(serial), Some(signature)) = all else {
        return Err(sign_error("Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》", None));
    };
    let signed_at = timestamp.parse().ok().and_then(Timestamp::from_unix);
    if signed_at.is_none_or(|at| now.since(at).abs() > 300) {
        return Err(sign_error("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟", None));
    }
    if mchid != MCHID {
        let unknown = sign_error("商户证书序列号有误，请确认证书序列号与商户号匹配", None);
        return Err(Unauthorized { number: 271_302_144, ..unknown });
    }
    if serial != keys.merchant_serial {
        return Err(sign_error("商户证书序列号有误，请确认证书序列号与商户号匹配", None));
    }
    let body = files::signed_part(request);
    let mut message = format!("{}\n{}\n{timestamp}\n{nonce}\n", request.method, request.target()).into_bytes();
    message.extend_from_slice(&body);
    message.push(b'\n');
    if from_base64(signature).is_some_and(|signature| keys.merchant.verify(&message, &signature)) {
        return Ok(());
    }
    let shown: String = String::from_utf8_lossy(&message).replace('\n', "\\n").chars().take(300).collect();
    let seen = json!({"method": request.method, "url": request.target(), "truncated_sign_message": shown, "sign_message_length": message.len()});
    Err(sign_error("错误的签名，验签失败", Some(seen)))
}

fn sign_error(message: &str, seen: Option<Value>) -> Unauthorized {
    let mut body = json!({"code": "SIGN_ERROR", "message": message});
    // Only a signature that was looked at has something to tell.
    if let (Some(seen), Some(object)) = (seen, body.as_object_mut()) {
        let detail = json!({
            "field": "signature", "location": "authorization", "detail": {"issue": "sign not match"}, "sign_information": seen,
        });
        object.insert("detail".to_owned(), detail);
    }
    Unauthorized { status: 401, body, number: BAD_AUTHORIZATION }
}
