//! Every request's Authorization, verified over the bytes received.

use super::headers;
use super::keys::Keys;
use payscore::crypto::from_base64;
use payscore::http::Request;
use payscore::time::Timestamp;
use serde_json::{Value, json};
use std::collections::BTreeMap;

const MALFORMED: &str = "Http头Authorization值格式错误，请参考《微信支付商户REST API签名规则》";
const BAD_AUTHORIZATION: u32 = 270_924_332;

/// What is wrong with a request. The answer is 400 or 401, always unsigned.
pub(crate) struct Unauthorized {
    pub(crate) status: u16,
    pub(crate) body: Value,
    /// The number at the end of `Request-ID`.
    pub(crate) number: u32,
}

/// Whether a request is signed by the merchant of this number; `signed_part` is the part of its body that is signed.
pub(crate) fn verify(
    keys: &Keys,
    own_mchid: &str,
    request: &Request,
    signed_part: &[u8],
    now: Timestamp,
) -> Result<(), Unauthorized> {
    if !headers::present(request) {
        return Err(Unauthorized {
            status: 400,
            body: json!({"code": "INVALID_REQUEST", "message": "Http头缺少Accept或User-Agent"}),
            number: BAD_AUTHORIZATION,
        });
    }
    let mut values = request.headers.all("Authorization");
    let value = values.next().unwrap_or_default();
    let scheme = value.split(' ').next().unwrap_or_default();
    if !value.is_empty() && scheme != "WECHATPAY2-SHA256-RSA2048" {
        return Err(sign_error("认证类型不正确", None));
    }
    let items = match values.next() {
        None => value.get(scheme.len().saturating_add(1)..).and_then(items),
        Some(_) => None,
    };
    let Some(Items { mchid, nonce, timestamp, serial, signature }) = items else {
        let message = if value.is_empty() { "Http头缺少Authorization" } else { MALFORMED };
        return Err(sign_error(message, None));
    };
    let digits = !timestamp.is_empty() && timestamp.bytes().all(|byte| byte.is_ascii_digit());
    let signed_at = timestamp.parse().ok().filter(|_| digits).and_then(Timestamp::from_unix);
    if signed_at.is_none_or(|at| now.since(at).abs() > 300) {
        return Err(sign_error("Http头Authorization中的timestamp与发起请求的时间不得超过5分钟", None));
    }
    if mchid != own_mchid {
        let unknown = sign_error("商户证书序列号有误，请确认证书序列号与商户号匹配", None);
        return Err(Unauthorized { number: 271_302_144, ..unknown });
    }
    if serial != keys.merchant_serial {
        return Err(sign_error("商户证书序列号有误，请确认证书序列号与商户号匹配", None));
    }
    let mut message = format!("{}\n{}\n{timestamp}\n{nonce}\n", request.method, request.target()).into_bytes();
    message.extend_from_slice(signed_part);
    message.push(b'\n');
    if from_base64(signature).is_some_and(|signature| keys.merchant.verify(&message, &signature)) {
        return Ok(());
    }
    let shown: String = String::from_utf8_lossy(&message).replace('\n', "\\n").chars().take(300).collect();
    let seen = json!({"method": request.method, "url": request.target(), "truncated_sign_message": shown,
        "sign_message_length": message.len()});
    Err(sign_error("错误的签名，验签失败", Some(seen)))
}

struct Items<'a> {
    mchid: &'a str,
    nonce: &'a str,
    timestamp: &'a str,
    serial: &'a str,
    signature: &'a str,
}

/// `key="value"` five times, each key once, in any order, with a comma and nothing else between them.
fn items(text: &str) -> Option<Items<'_>> {
    let mut found = BTreeMap::new();
    for item in text.split(',') {
        let (key, value) = item.split_once('=')?;
        let value =
            value.strip_prefix('"')?.strip_suffix('"').filter(|value| !value.is_empty() && !value.contains('"'))?;
        if found.insert(key, value).is_some() {
            return None;
        }
    }
    let items = Items {
        mchid: found.remove("mchid")?,
        nonce: found.remove("nonce_str")?,
        timestamp: found.remove("timestamp")?,
        serial: found.remove("serial_no")?,
        signature: found.remove("signature")?,
    };
    found.is_empty().then_some(items)
}

fn sign_error(message: &str, seen: Option<Value>) -> Unauthorized {
    let mut body = json!({"code": "SIGN_ERROR", "message": message});
    // Only a signature that was verified has something to show.
    if let (Some(seen), Some(object)) = (seen, body.as_object_mut()) {
        let detail = json!({"field": "signature", "location": "authorization",
            "detail": {"issue": "sign not match"}, "sign_information": seen});
        object.insert("detail".to_owned(), detail);
    }
    Unauthorized { status: 401, body, number: BAD_AUTHORIZATION }
}
