//! Reading an answer: verified JSON, or an error that says what is known of the outcome.

use super::bounded;
use super::call::AnyDraft;
use super::certificates::{self, BroughtCertificates};
use super::explain;
use super::operation::Style;
use super::prepared::FileTransfer;
use super::raw_and_files::check_hash;
use super::verify::{Judge, is_signed, verify_with};
use crate::crypto::to_base64;
use crate::error::{
    API_PENDING, API_RATE, API_REDIRECT, API_REFUSED, API_SIGN, API_STATE, API_UNAVAILABLE, API_UNVERIFIED, Error,
    ErrorAnswer, INVALID_STATUS, MALFORMED_JSON, Outcome, Retry, foreign_sentence, foreign_word,
};
use crate::http::{Headers, Response, is_final_status};
use crate::schema::Json;
use crate::time::Timestamp;
use serde_json::{Map, Value, json};

/// A verified answer. Only a verified answer becomes a reply.
pub(crate) struct Verified {
    pub(crate) content: Value,
    pub(crate) raw: String,
    pub(crate) request_id: Option<String>,
}

pub(crate) fn read_answer(
    draft: &AnyDraft,
    response: &Response,
    now: Timestamp,
    judge: Judge<'_>,
) -> Result<Verified, Error> {
    let lost = |error: Error| draft.outcome_unknown(error);
    let unreadable = |error: Error| draft.unreadable(error);
    if !is_final_status(response.status) {
        let name = draft.operation().name;
        let detail =
            format!("{name}: the answer's status must be a whole number from 200 to 599; here is {}", response.status);
        return Err(lost(Error::new(INVALID_STATUS, detail)));
    }
    if !(200..300).contains(&response.status) {
        return Err(api_error(draft, response, now, judge));
    }
    let request_id = request_id(&response.headers);
    if let FileTransfer::Download { hash_type, hash_value } = &draft.prepared().transfer {
        check_hash(hash_type, hash_value, &response.body).map_err(lost)?;
        let content = json!({ "content": to_base64(&response.body) });
        return Ok(Verified { content, raw: String::new(), request_id });
    }
    let style = draft.operation().style;
    let brought = certificates::brought_certificates(draft, &response.body, now);
    let trust = brought.as_ref().map_or(&draft.account().trust, |brought| &brought.trust);
    let verified = verify_with(trust, &response.headers, &response.body, now, judge);
    if let Err(error) = verified {
        return Err(brought.and_then(|brought| brought.explain_unknown_serial(&error)).unwrap_or_else(|| lost(error)));
    }
    if response.status == 202 && style != Style::Free {
        let error =
            Error::new(API_PENDING, format!("{}: accepted, but still being processed (202)", draft.operation().name));
        return Err(lost(error).with_api(describe(response, true)));
    }
    let raw = String::from_utf8(response.body.clone())
        .map_err(|_| unreadable(Error::new(MALFORMED_JSON, "the answer is verified, but not UTF-8")))?;
    let content = if raw.is_empty() { Ok(Value::Object(Map::new())) } else { serde_json::from_str(&raw) };
    let content = match (style, content) {
        (Style::Free | Style::Upload, content) => json!({
            "status": response.status, "pending": response.status == 202,
            "body": content.ok().filter(|_| !raw.is_empty()),
        }),
        (Style::Certificates, Ok(_)) => match brought.map(BroughtCertificates::verified) {
            Some(content) => content?,
            None => Value::Null,
        },
        (_, Ok(content)) => content,
        // A reply of which nothing is promised can be read from any text: the call took effect.
        (_, Err(_)) if draft.operation().reply.fields.iter().all(|field| !field.promised || field.derived) => {
            Value::String(raw.clone())
        }
        (_, Err(_)) => {
            return Err(unreadable(Error::new(MALFORMED_JSON, "the answer is verified, but not JSON").with_raw(&raw)));
        }
    };
    Ok(Verified { content, raw, request_id })
}

fn api_error(draft: &AnyDraft, response: &Response, now: Timestamp, judge: Judge<'_>) -> Error {
    let trust = &draft.account().trust;
    let verified = is_signed(trust, &response.headers, &response.body, now, judge);
    let api = describe(response, verified);
    let wechat_code = api.wechat_code.clone().unwrap_or_default();
    let sign_error = response.status == 401 && wechat_code == "SIGN_ERROR";
    let client_error = (400..500).contains(&response.status);
    let limited = verified && (response.status == 429 || explain::is_rate_limit(&wechat_code));
    let changes = draft.prepared().changes();
    // Some HTTP stacks send a POST twice. Then this may refuse the second because the first succeeded.
    let echo = changes && verified && client_error && explain::may_echo_success(draft.operation(), &wechat_code);
    let refused = (verified && client_error && !echo) || sign_error;
    let outcome = match (changes, refused) {
        (false, _) => Outcome::None,
        (true, true) => Outcome::Refused,
        (true, false) => Outcome::Unknown,
    };
    let retry = if sign_error {
        Retry::Never
    } else if limited {
        Retry::AfterDelay
    } else if echo {
        Retry::QueryFirst
    } else if client_error && verified {
        explain::business_retry(draft.operation(), changes, &wechat_code)
    } else if response.status == 429 {
        if changes { Retry::QueryFirst } else { Retry::AfterDelay }
    } else {
        draft.prepared().after_loss()
    };
    let code = match response.status {
        _ if sign_error => API_SIGN,
        _ if limited => API_RATE,
        300..400 => API_REDIRECT,
        500.. => API_UNAVAILABLE,
        _ if echo => API_STATE,
        _ if verified => API_REFUSED,
        _ => API_UNVERIFIED,
    };
    let answered = match (&api.wechat_code, &api.wechat_message) {
        (Some(code), Some(message)) => format!("{} {}", foreign_word(code), foreign_sentence(message)),
        (Some(code), None) => foreign_word(code),
        _ => "an answer that is not WeChat Pay's JSON".to_owned(),
    };
    let place = api.field.as_ref().map(|field| format!(" at {}", foreign_word(field))).unwrap_or_default();
    let trust = if verified { "" } else { ", not signed" };
    let id = api.request_id.as_ref().map(|id| format!(", Request-ID {}", foreign_word(id))).unwrap_or_default();
    let known = match outcome {
        Outcome::Unknown if echo => {
            ". The call may have been sent twice, and this may be the refusal of the second: query before anything else"
        }
        Outcome::Unknown => ". The outcome is unknown",
        Outcome::Refused => ". Nothing was changed",
        _ => "",
    };
    let mut detail = format!("{}: {} {answered}{place}{trust}{id}{known}", draft.operation().name, response.status);
    if sign_error {
        detail.push_str(&explain::explain_sign_error(&api, draft));
    }
    if let Some(sentence) = api.request_id_number.and_then(|number| draft.operation().mode.refusals.number(number)) {
        detail.push_str(&format!(". The number at the end of Request-ID means: {sentence} (for diagnosis only)"));
    }
    Error::new(code, detail).advise(retry, outcome).with_api(api)
}

fn describe(response: &Response, verified: bool) -> ErrorAnswer {
    let (body, json) = if verified {
        (
            String::from_utf8_lossy(&response.body).into_owned(),
            serde_json::from_slice(&response.body).unwrap_or_default(),
        )
    } else {
        let json = Some(&response.body).filter(|body| body.len() <= bounded::UNSIGNED_ERROR);
        let json = json.and_then(|body| bounded::json(body, bounded::ERROR_VALUES));
        (bounded::kept_body(&response.body), json.unwrap_or_default())
    };
    let text = |value: Option<&Value>| value.and_then(Value::as_str).map(str::to_owned);
    let detail = json.get("detail");
    let request_id = request_id(&response.headers);
    let mut api = ErrorAnswer::new(i64::from(response.status), verified, body);
    // Some pages print the code as `ORDER_NOT_ EXIST`.
    api.wechat_code = text(json.get("code")).map(|code| code.replace(' ', "")).filter(|code| !code.is_empty());
    api.wechat_message = text(json.get("message"));
    api.request_id_number =
        request_id.as_ref().and_then(|id| id.rsplit_once('-')).and_then(|(_, number)| number.parse().ok());
    api.request_id = request_id;
    api.field = text(detail.and_then(|detail| detail.get("field")));
    api.issue = text(detail.and_then(|detail| detail.get("issue")));
    api.location = text(detail.and_then(|detail| detail.get("location")));
    api.api_detail = detail.cloned().map(Json);
    api
}

/// It is not signed: anyone on the way may have written it.
pub(super) fn request_id(headers: &Headers) -> Option<String> {
    headers.get("Request-ID").map(|id| bounded::visible_prefix(id, 128))
}
