//! Whether two things are about the same order: a call and its answer, a lost call and its evidence, an order and the
//! parameters beside it, two readings. The comparison stands only here; each mode declares which members identify an
//! order.

use super::AnyDraft;
use crate::error::foreign_word;
use serde_json::Value;

/// A member that identifies something.
pub(crate) struct IdentityMember {
    /// Its name, WeChat Pay's own.
    pub(crate) name: &'static str,
    /// What it numbers, in a word.
    pub(crate) what: &'static str,
}

/// A member in which two things differ, although they should be about the same order.
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

/// The first member in which two things differ. A member that one of them lacks agrees with everything.
pub(crate) fn disagreement(
    members: &'static [IdentityMember],
    first: impl Fn(&str) -> Option<String>,
    second: impl Fn(&str) -> Option<String>,
) -> Option<Disagreement> {
    members.iter().find_map(|IdentityMember { name, what }| {
        let (first, second) = (not_empty(first(name))?, not_empty(second(name))?);
        (first != second).then(|| Disagreement {
            name,
            what,
            first: foreign_word(&first),
            second: foreign_word(&second),
        })
    })
}

/// Whether this object names any of these members, so that there is something to compare.
pub(crate) fn names_any(members: &[IdentityMember], object: &Value) -> bool {
    members.iter().any(|member| object.get(member.name).is_some())
}

/// A member of an object, as text.
pub(crate) fn identity_member(object: &Value, name: &str) -> Option<String> {
    identity_text(object.get(name)?)
}

/// The members of a draft: its account's merchant number, and its parameters.
pub(crate) fn identity_of_draft(draft: &AnyDraft) -> impl Fn(&str) -> Option<String> {
    let sent = draft.sent_parameters();
    let mchid = draft.account().mchid.clone();
    move |name| if name == "mchid" { Some(mchid.clone()) } else { sent.parameter(name) }
}

/// A value of an identity, as text. WeChat Pay writes some numbers without quotes.
pub(crate) fn identity_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) if !number.is_f64() => Some(number.to_string()),
        _ => None,
    }
}

fn not_empty(value: Option<String>) -> Option<String> {
    value.filter(|value| !value.is_empty())
}
