//! The endpoints that belong to no product: platform certificates, and the echo to try out keys with.

use super::checks::check;
use super::files;
use super::headers;
use super::keys::Keys;
use super::parameters::ECHO;
use super::routes::{body, query};
use crate::world::{Notice, Refusal, World};
use payscore::crypto::{from_base64, to_base64};
use payscore::http::Request;
use serde_json::{Value, json};

pub(crate) fn route(request: &Request) -> Option<&'static str> {
    match (request.method.as_str(), request.target().split('?').next()) {
        ("GET", Some("/v3/certificates")) => Some("download_certificates"),
        ("POST", Some("/v3/security/echo")) => Some("security_echo"),
        _ => files::route(request),
    }
}

pub(crate) fn perform(operation: &str, keys: &Keys, world: &mut World, request: &Request) -> Result<Option<Value>, Refusal> {
    if operation == "download_certificates" { certificates(keys, world, request) } else { echo(keys, world, request) }.map(Some)
}

/// 下载平台证书: each sealed under the APIv3 key.
fn certificates(keys: &Keys, world: &mut World, request: &Request) -> Result<Value, Refusal> {
    let asked = query(request)?;
    let kind = asked.get("algorithm_type").and_then(Value::as_str).unwrap_or("RSA");
    if !matches!(kind, "RSA" | "SM2" | "ALL") {
        return Err(Refusal::param("algorithm_type", asked.get("algorithm_type"), "RSA, SM2 or ALL", "query"));
    }
    if !keys.listed || kind == "SM2" {
        return Err(Refusal::no_certificates());
    }
    let one = |platform: &super::keys::Platform| {
        let nonce = world.fresh("certificate").get(..12).unwrap_or_default().to_owned();
        let sealed = keys.api_v3.seal(nonce.as_bytes(), b"certificate", platform.pem.as_bytes()).unwrap_or_default();
        json!({"serial_no": platform.serial, "effective_time": platform.from.rfc3339(), "expire_time": platform.to.rfc3339(),
            "encrypt_certificate": {"algorithm": "AEAD_AES_256_GCM", "nonce": nonce, "associated_data": "certificate",
                "ciphertext": to_base64(&sealed)}})
    };
    let data: Vec<Value> = keys.valid().into_iter().map(one).collect();
    Ok(json!({ "data": data }))
}

/// 商户签名验签/加解密测试. The one key that the request names must have sealed what is sealed. A callback is sent where an address is named.
fn echo(keys: &Keys, world: &mut World, request: &Request) -> Result<Value, Refusal> {
    headers::check(request, &world.switches)?;
    let params = body(request)?;
    check(ECHO, &params, "body", &world.switches)?;
    let named = request.headers.get("Wechatpay-Serial").unwrap_or_default();
    if named.is_empty() {
        return Err(Refusal::param_saying("Wechatpay-Serial", "HTTP header缺少微信支付平台证书序列号(Wechatpay-Serial)"));
    }
    let key = keys.named(named).ok_or_else(|| Refusal::param_saying("Wechatpay-Serial", "平台证书序列号Wechatpay-Serial错误"))?;
    let mut answer = json!({"echo_message": params.get("echo_message")});
    let mut content = answer.clone();
    if let Some(sealed) = params.get("encrypted_echo_message").and_then(Value::as_str) {
        let unreadable = || Refusal::param_saying("/encrypted_echo_message", "平台私钥解密失败");
        let opened = from_base64(sealed).and_then(|sealed| key.open_oaep(&sealed).ok()).ok_or_else(unreadable)?;
        let again = keys.merchant.seal_oaep(&opened).map_err(|_| unreadable())?;
        if let Some(answer) = answer.as_object_mut() {
            answer.insert("encrypted_echo_message".to_owned(), json!(to_base64(&again)));
        }
        // The callback's page spells the member in its own way.
        let sealed = keys.merchant.seal_oaep(&opened).map_err(|_| unreadable())?;
        if let Some(content) = content.as_object_mut() {
            content.insert("encrypt_echo_message".to_owned(), json!(to_base64(&sealed)));
        }
    }
    if let Some(notify_url) = params.get("notify_url").and_then(Value::as_str).map(str::to_owned) {
        let event_type = "SECURITY_ECHO.SUCCESS";
        world.notices.push(Notice { event_type, at: world.now, notify_url, content, payment: None });
    }
    Ok(answer)
}
