//! What an error of WeChat Pay's probably means, for a person. Never to branch on.

use super::{AnyDraft, OperationInfo};
use crate::error::*;
use serde_json::Value;

/// The numbers at the end of `Request-ID` that are known, from WeChat Pay's own trouble-shooting pages for siblings.
pub static NUMBERS: &[(i64, &str)] = &[
    (268_435_464, "a parameter is out of range: yuan for fen, a fraction, a text that is no UTF-8"),
    (268_435_472, "too many calls"),
    (268_503_786, "the merchant has no permission for this"),
    (268_560_785, "the user is in youth mode"),
    (270_924_332, "the Authorization header is malformed"),
    (271_299_627, "the user has overdue orders"),
    (271_300_099, "the user did not pass the assessment"),
    (271_302_144, "the merchant number is not known"),
    (271_302_149, "merchant number and AppID are not bound to each other"),
    (271_302_262, "the order's state does not allow it"),
    (271_302_332, "the order's state does not allow it"),
    (271_302_333, "the order's state does not allow it"),
    (271_316_574, "the deduction failed"),
    (271_316_592, "the order cannot be cancelled"),
    (271_316_598, "the same number was used with other parameters before"),
    (271_316_637, "the service ends before it begins"),
    (271_316_656, "the amount is above the service's risk amount"),
    (271_316_657, "it is possible only while the order is unpaid"),
    (271_316_754, "a deduction is under way: try again in some 3 minutes"),
    (271_317_510, "the order was not found: look at sub_mchid first"),
];

/// What the number at the end of `Request-ID` means.
pub(super) fn number(number: i64) -> Option<&'static str> {
    NUMBERS.iter().find(|(known, _)| *known == number).map(|(_, sentence)| *sentence)
}

/// Codes that say that the order is elsewhere by now.
const MOVED_ON: &[&str] = &["ORDER_DONE", "ORDER_CANCELED", "INVALID_ORDER_STATE", "INVALID_REQUEST"];

/// Whether a refusal with this code may have been caused by the same call's own success, because the call arrived twice. Of a creation
/// it may not: WeChat Pay answers an identical repeat with success.
pub(super) fn may_echo_success(operation: &OperationInfo, wechat_code: &str) -> bool {
    !operation.repeats_with_success && MOVED_ON.contains(&wechat_code)
}

/// Codes that say: too many calls. The second and third are those of APIv3's other products.
pub(super) fn is_rate_limit(wechat_code: &str) -> bool {
    matches!(wechat_code, "FREQUENCY_LIMITED" | "RATELIMIT_EXCEEDED" | "RATELIMIT_EXCEED" | "RATE_LIMIT_EXCEEDED")
}

/// What helps after WeChat Pay refused for a reason of the business.
pub(super) fn business_retry(changes: bool, wechat_code: &str) -> Retry {
    match wechat_code {
        "INVALID_ORDER_STATE" | "ORDER_CANCELED" | "ORDER_DONE" => Retry::QueryFirst,
        "INVALID_REQUEST" if changes => Retry::QueryFirst,
        _ => Retry::Never,
    }
}

/// What WeChat Pay saw of a request whose signature it did not accept, compared with what was signed.
pub(super) fn signature(api: &ErrorAnswer, draft: &AnyDraft) -> String {
    let detail = api.api_detail.as_ref().map(|detail| &detail.0);
    let seen = detail.and_then(|detail| detail.get("sign_information").or_else(|| detail.get("detail")?.get("sign_information")));
    let Some(seen) = seen else {
        return ". Check that private key and serial_no belong together and to mchid, and that the clock is right".to_owned();
    };
    let text = |name: &str| seen.get(name).and_then(Value::as_str);
    let signed = draft.message();
    let length = seen.get("sign_message_length").and_then(Value::as_u64);
    let target = draft.target();
    let method = draft.prepared().method.as_str();
    if let Some(other) = text("method").filter(|other| *other != method) {
        return format!(". They received {}, you signed {method}: the request was redirected or made anew", said(other));
    }
    if let Some(other) = text("url").filter(|other| *other != target) {
        return format!(
            ". They received the address {}, you signed {target}: it was encoded again after signing. Send `call.url` as it is",
            said(other)
        );
    }
    match length {
        Some(length) if usize::try_from(length).is_ok_and(|length| length != signed.len()) => format!(
            ". They received {length} bytes to verify, you signed {}: the body was written anew after signing. Send `call.body` as it is",
            signed.len()
        ),
        Some(_) => {
            ". They received as many bytes as you signed: the private key is not the one of serial_no, or serial_no is not mchid's"
                .to_owned()
        }
        None => String::new(),
    }
}
