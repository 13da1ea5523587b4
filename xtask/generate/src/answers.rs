//! What core makes of every row of WeChat Pay's table of errors, for every operation: found out by letting it read such
//! answers, signed with a published test key.

use payscore::crypto::{PrivateKey, PrivateKeyDer, to_base64};
use payscore::ffi::Scope;
use payscore::http::{Headers, Response};
use payscore::protocol::{AnyCall, Lost};
use payscore::time::Timestamp;
use payscore::{Error, JsonRequest, Merchant, MerchantConfig};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

const NOW: i64 = 1_748_739_600;
const SERIAL: &str = "PUB_KEY_ID_1";

/// The rows of the table, and what else may come instead of a reply.
const ROWS: &[(u16, &str, bool, &str)] = &[
    (400, "PARAM_ERROR", true, "参数错误: a parameter is wrong"),
    (
        400,
        "INVALID_REQUEST",
        true,
        "the form is right, a rule of the business is broken; often the number was used with other parameters",
    ),
    (401, "SIGN_ERROR", true, "验证不通过: the signature was not accepted"),
    (403, "NO_AUTH", true, "商户信息不合法: numbers, AppIDs and service are not bound to each other"),
    (404, "ORDER_NOT_EXIST", true, "订单不存在: not found under these numbers"),
    (400, "INVALID_ORDER_STATE", true, "单据状态错误: the order's state does not allow it"),
    (400, "ORDER_CANCELED", true, "单据已取消: it is cancelled already"),
    (400, "ORDER_DONE", true, "订单已完成: it has ended already"),
    (429, "FREQUENCY_LIMITED", true, "频率超限: too many calls"),
    (500, "SYSTEM_ERROR", true, "系统错误: a fault of the system"),
    (202, "", true, "accepted, still being processed"),
    (400, "", false, "any 4xx that nobody signed"),
    (502, "", false, "any 5xx that nobody signed"),
];

/// The table: answer × operation → retry and outcome. Operations that fare alike share a column.
pub fn table(scope: &'static Scope) -> Result<String, Error> {
    let Some(now) = Timestamp::from_unix(NOW) else { return Ok(String::new()) };
    let calls = calls(scope, now)?;
    let mut columns: BTreeMap<Vec<String>, Vec<&str>> = BTreeMap::new();
    let mut codes = Vec::new();
    for (name, call) in &calls {
        let mut column = Vec::new();
        codes.clear();
        for (status, wechat_code, signed, _) in ROWS {
            let body = json!({"code": wechat_code, "message": ""}).to_string();
            let headers = if *signed { headers(body.as_bytes())? } else { Headers::new() };
            let read = Merchant::read_any(call, &Response::new(*status, headers, body.as_bytes()), now);
            let Err(error) = read else { continue };
            codes.push(error.code().as_str());
            column.push(cell(&error));
        }
        for how in [Lost::BeforeSending, Lost::AfterSending] {
            let error = call.lost(how, "");
            codes.push(error.code().as_str());
            column.push(cell(&error));
        }
        columns.entry(column).or_default().push(name);
    }
    let lost = [(0, "", true, "the connection was never made"), (0, "", true, "the answer was lost")];
    let names =
        columns.values().map(|names| names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", "));
    let mut page = format!("| answer | code | {} |\n", names.collect::<Vec<_>>().join(" | "));
    page += &format!("|---|---|{}\n", "---|".repeat(columns.len()));
    for (index, (status, wechat_code, _, means)) in ROWS.iter().chain(&lost).enumerate() {
        let status = if *status == 0 { String::new() } else { format!("{status} ") };
        let said = if wechat_code.is_empty() {
            format!("{status}{means}")
        } else {
            format!("{status}`{wechat_code}` {means}")
        };
        let cells = columns.keys().filter_map(|column| column.get(index)).cloned().collect::<Vec<_>>().join(" | ");
        page += &format!("| {said} | `{}` | {cells} |\n", codes.get(index).unwrap_or(&""));
    }
    Ok(page)
}

fn cell(error: &Error) -> String {
    format!("`{}`, {}", error.retry(), error.outcome())
}

/// The keys that are published with the known answers.
fn key(name: &str, form: &str) -> String {
    let keys: Value = serde_json::from_str(include_str!("../../../tests/vectors/keys.json")).unwrap_or_default();
    keys.get(name).and_then(|key| key.get(form)).and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// A call of each operation of the product, as the samples have it.
fn calls(scope: &'static Scope, now: Timestamp) -> Result<Vec<(&'static str, AnyCall)>, Error> {
    let config = json!({
        "mchid": "1230000100", "serial_no": "408B07E79B8269FEC3D5D3E6AB8ED163A6A380DB", "validate": false,
        "public_keys": {SERIAL: key("java_wechatpay", "public_key_spki_pem")},
    });
    let merchant = MerchantConfig::from_json(config.as_object().unwrap_or(&Map::new()))
        .and_then(|config| Merchant::in_scope(config, scope))?;
    let samples: Value = serde_json::from_str(include_str!("../../../tests/samples.json")).unwrap_or_default();
    let mut calls = Vec::new();
    for sample in samples.get("endpoints").and_then(Value::as_array).into_iter().flatten() {
        let id = sample.get("id").and_then(Value::as_str).unwrap_or_default();
        let Some(operation) = scope.operations().find(|operation| operation.name == id) else { continue };
        let members = ["request", "query", "path_params"].into_iter().filter_map(|part| sample.get(part)?.as_object());
        let params: Map<String, Value> = members.flatten().map(|(name, value)| (name.clone(), value.clone())).collect();
        let asked = JsonRequest { operation: operation.name, params, extra: Map::new(), order: None };
        // It goes nowhere: any signature serves.
        calls.push((operation.name, merchant.draft_json(asked, now, "nonce")?.finish(&[1; 256])?));
    }
    Ok(calls)
}

/// As WeChat Pay would sign it.
fn headers(body: &[u8]) -> Result<Headers, Error> {
    let message = [format!("{NOW}\nnonce\n").as_bytes(), body, b"\n"].concat();
    let key = PrivateKeyDer::from_pem(&key("java_wechatpay", "private_key_pkcs8_pem")).ok();
    let signature = key.and_then(|der| PrivateKey::from_der(&der).ok()?.sign(&message).ok()).unwrap_or_default();
    Ok(Headers::new()
        .with("Wechatpay-Timestamp", NOW.to_string())
        .with("Wechatpay-Nonce", "nonce")
        .with("Wechatpay-Serial", SERIAL)
        .with("Wechatpay-Signature", to_base64(&signature)))
}
