//! Who the user is, and the merchant's own data.

use super::{
    ATTACH_ENCODED, CONFIRM_EXPLICIT, ON_ACCEPT_CONFIRMS, ONE_USER, Params, RISK_WITHOUT_CONFIRMATION, SUB_OPENID, text,
};
use crate::error::Issues;
use serde_json::Value;

/// Who the user is, and what must be known without a confirmation.
pub(crate) fn users(params: &Params, issues: &mut Issues) {
    let has = |name: &str| params.contains_key(name);
    sub_openid(params, issues);
    if !has("need_user_confirm") {
        issues.push(CONFIRM_EXPLICIT.broken("/need_user_confirm", CONFIRM_EXPLICIT.says));
    }
    if params.get("need_user_confirm") != Some(&Value::Bool(false)) {
        return;
    }
    if has("openid") == has("sub_openid") {
        let detail = "without confirmation (need_user_confirm=false), exactly one of `openid` and `sub_openid` is needed.";
        issues.push(ONE_USER.broken("/openid", detail));
    }
    if text(params, "risk_fund", "name").is_some_and(|name| name != "ESTIMATE_ORDER_COST") {
        let detail = "without confirmation (need_user_confirm=false), only ESTIMATE_ORDER_COST is allowed.";
        issues.push(RISK_WITHOUT_CONFIRMATION.broken("/risk_fund/name", detail));
    }
    if text(params, "time_range", "start_time") == Some("OnAccept") {
        let detail = "`OnAccept` is the moment the user confirms, but need_user_confirm is false.";
        issues.push(ON_ACCEPT_CONFIRMS.broken("/time_range/start_time", detail));
    }
}

/// A user under the sub-merchant's AppID needs that AppID.
fn sub_openid(params: &Params, issues: &mut Issues) {
    if params.contains_key("sub_openid") && !params.contains_key("sub_appid") {
        issues.push(SUB_OPENID.broken("/sub_openid", SUB_OPENID.says));
    }
}

pub(crate) fn attach(params: &Params, issues: &mut Issues) {
    let Some(attach) = params.get("attach").and_then(Value::as_str) else { return };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_' | '~' | '*' | '+' | '%');
    if !attach.chars().all(plain) {
        let detail = "WeChat Pay asks for URL-encoded text; it is sent as given. `encode_attach` encodes it.";
        issues.push(ATTACH_ENCODED.broken("/attach", detail));
    }
}
