//! What identifies an order or an authorisation, and what must agree when two things are about the same one: a call and its answer, a
//! lost call and what was read since, an order and the parameters beside it, two readings of an order. The rule stands here only.

use super::OrderRef;
use crate::error::shown;
use crate::protocol::AnyDraft;
use serde_json::Value;

/// The members that must agree wherever both sides name them, with what each of them numbers. WeChat Pay's key of an order is `mchid`,
/// `sub_mchid` and `out_order_no`; the others are fixed when the order is created.
pub(crate) const IDENTITY: &[(&str, &str)] = &[
    ("mchid", "merchant"),
    ("sub_mchid", "sub-merchant"),
    ("out_order_no", "order"),
    ("authorization_code", "authorisation"),
    ("service_id", "service"),
    ("channel_id", "channel"),
    ("appid", "AppID"),
    ("sub_appid", "sub-merchant's AppID"),
];

/// A member in which two things differ that should be about the same order.
pub(crate) struct Disagreement {
    /// The member.
    pub(crate) name: &'static str,
    /// What it numbers, in a word.
    pub(crate) what: &'static str,
    /// Its value on the first side, for a sentence.
    pub(crate) first: String,
    /// Its value on the second side, for a sentence.
    pub(crate) second: String,
}

/// The first member in which they differ. A member that one side does not name agrees with everything.
pub(crate) fn disagreement(
    first: impl Fn(&str) -> Option<String>,
    second: impl Fn(&str) -> Option<String>,
) -> Option<Disagreement> {
    IDENTITY.iter().find_map(|(name, what)| {
        let (first, second) = (named(first(name))?, named(second(name))?);
        (first != second).then(|| Disagreement { name, what, first: shown(&first), second: shown(&second) })
    })
}

/// Whether this object names any member of an identity, so that there is something to compare.
pub(crate) fn names_any(object: &Value) -> bool {
    IDENTITY.iter().any(|(name, _)| object.get(name).is_some())
}

/// A member of an object, as text.
pub(crate) fn member(object: &Value, name: &str) -> Option<String> {
    text_of(object.get(name)?)
}

/// What a draft asks for: its account's merchant number, and its parameters.
pub(crate) fn of_draft(draft: &AnyDraft) -> impl Fn(&str) -> Option<String> {
    let asked = draft.asked();
    let mchid = draft.account().mchid.clone();
    move |name| if name == "mchid" { Some(mchid.clone()) } else { asked.parameter(name) }
}

/// The identity of the order that a draft is about.
pub(crate) fn order_ref(draft: &AnyDraft) -> OrderRef {
    let asked = of_draft(draft);
    let mut order = OrderRef::new(asked("out_order_no").unwrap_or_default());
    order.mchid = asked("mchid");
    order.service_id = asked("service_id");
    order.appid = asked("appid");
    order.sub_mchid = asked("sub_mchid");
    order.sub_appid = asked("sub_appid");
    order.channel_id = asked("channel_id");
    order
}

fn named(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.is_empty())
}

/// A value of an identity, as text. WeChat Pay writes some numbers without quotes.
pub(crate) fn text_of(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if !number.is_f64() => Some(number.to_string()),
        _ => None,
    }
}
