//! What an error of WeChat Pay probably means, and what helps.

use super::{AnyDraft, OperationInfo};
use crate::error::{ErrorAnswer, Retry, foreign_sentence};
use serde_json::Value;

/// Whether the call's own success may have caused a refusal with this code, because the call arrived twice. Not so for
/// a creation: WeChat Pay answers an identical repeat with success.
pub(super) fn may_echo_success(operation: &OperationInfo, wechat_code: &str) -> bool {
    !operation.repeats_with_success && operation.mode.refusals.say_moved_on(true, wechat_code)
}

/// Whether a code means: too many calls. All but the first are those of other APIv3 products.
pub(super) fn is_rate_limit(wechat_code: &str) -> bool {
    matches!(wechat_code, "FREQUENCY_LIMITED" | "RATELIMIT_EXCEEDED" | "RATELIMIT_EXCEED" | "RATE_LIMIT_EXCEEDED")
}

/// What helps after a refusal that is not about the protocol.
pub(super) fn business_retry(operation: &OperationInfo, changes: bool, wechat_code: &str) -> Retry {
    if operation.mode.refusals.say_moved_on(changes, wechat_code) { Retry::QueryFirst } else { Retry::Never }
}

/// The end of the error about a refused signature: what WeChat Pay received, compared with what was signed.
pub(super) fn explain_sign_error(api: &ErrorAnswer, draft: &AnyDraft) -> String {
    let detail = api.api_detail.as_ref().map(|detail| &detail.0);
    let seen = detail
        .and_then(|detail| detail.get("sign_information").or_else(|| detail.get("detail")?.get("sign_information")));
    let Some(seen) = seen else {
        return ". Check that the private key and serial_no belong together and to mchid, and that the clock is right"
            .to_owned();
    };
    let text = |name: &str| seen.get(name).and_then(Value::as_str);
    let signed = draft.message();
    let length = seen.get("sign_message_length").and_then(Value::as_u64);
    let target = draft.target();
    let method = draft.prepared().method.as_str();
    if let Some(other) = text("method").filter(|other| *other != method) {
        return format!(
            ". WeChat Pay received {}, you signed {method}: the request was redirected or rebuilt",
            foreign_sentence(other)
        );
    }
    if let Some(other) = text("url").filter(|other| *other != target) {
        return format!(
            ". WeChat Pay received the address {}, you signed {target}: it was encoded again after signing. Send \
                 `call.url` as it is",
            foreign_sentence(other)
        );
    }
    match length {
        Some(length) if usize::try_from(length).is_ok_and(|length| length != signed.len()) => format!(
            ". WeChat Pay received {length} bytes to verify, you signed {}: the body was rewritten after signing. Send \
                 `call.body` as it is",
            signed.len()
        ),
        Some(_) => {
            ". WeChat Pay received as many bytes as you signed: the private key is not the one of serial_no, or \
                 serial_no is not mchid's"
                .to_owned()
        }
        None => String::new(),
    }
}
