//! Users, and their names under both AppIDs.

use payscore::crypto::{sha256, to_hex};
use serde_json::{Map, Value};

/// A user, under both AppIDs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct User {
    /// The name under the institution's AppID.
    pub openid: String,
    /// The name under the sub-merchant's AppID.
    pub sub_openid: String,
}

impl User {
    /// The user with these names. A user who is known under one AppID has a name under the other as well.
    pub fn known_as(openid: Option<&str>, sub_openid: Option<&str>) -> Option<User> {
        let other = |name: &str| format!("o{}", to_hex(&sha256(name.as_bytes())).get(..27).unwrap_or_default());
        match (openid, sub_openid) {
            (None, None) => None,
            (Some(openid), None) => Some(User { openid: openid.to_owned(), sub_openid: other(openid) }),
            (None, Some(sub_openid)) => Some(User { openid: other(sub_openid), sub_openid: sub_openid.to_owned() }),
            (Some(openid), Some(sub_openid)) => {
                Some(User { openid: openid.to_owned(), sub_openid: sub_openid.to_owned() })
            }
        }
    }

    /// The name that this member of a request holds.
    pub(super) fn name_as(&self, member: &str) -> &str {
        if member == "sub_openid" { &self.sub_openid } else { &self.openid }
    }

    /// Whether an order's parameters name this user.
    pub(super) fn is_named_in(&self, params: &Map<String, Value>) -> bool {
        ["openid", "sub_openid"]
            .iter()
            .any(|member| params.get(*member).and_then(Value::as_str).is_some_and(|name| name == self.name_as(member)))
    }
}

/// The member that names a user: under the sub-merchant's AppID if the request gave one, otherwise under the
/// institution's.
pub(super) fn user_member(params: &Map<String, Value>) -> &'static str {
    if params.contains_key("sub_appid") { "sub_openid" } else { "openid" }
}
