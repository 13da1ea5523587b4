//! Permissions (授权关系) for services without confirmation. The merchant applies for them; the user opens and closes them.

use super::events::{USER_CLOSE_SERVICE, USER_OPEN_SERVICE};
use super::order::Order;
use super::services::{Service, SubMode};
use super::user::{User, user_member};
use super::{Acquiring, refusals};
use crate::common::{Common, EventKind, Notice, Refusal};
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};

const TOKEN_LIFE: i64 = 3600;

/// Whether the service is open to the user.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Opened {
    /// No user came yet.
    Unbound,
    /// It is open.
    Open,
    /// The user, or the merchant, closed it at this moment.
    Closed(Timestamp),
}

/// A permission.
#[derive(Debug, Clone)]
pub struct Permission {
    /// The parameters of the application.
    pub params: Map<String, Value>,
    /// The valid token, and when it was made.
    pub token: (String, Timestamp),
    /// The user it belongs to; it never changes hands.
    pub user: Option<User>,
    /// Whether it is open.
    pub opened: Opened,
    /// When the user opened it last.
    pub opened_at: Option<Timestamp>,
}

impl Permission {
    fn text(&self, name: &str) -> &str {
        self.params.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// As the API shows it to the institution of this number.
    pub fn view(&self, mchid: &str) -> Map<String, Value> {
        let mut out = Map::new();
        let mut put = |name: &str, value: Option<Value>| value.map(|value| out.insert(name.to_owned(), value));
        put("service_id", self.params.get("service_id").cloned());
        put("appid", self.params.get("appid").cloned());
        put("mchid", Some(json!(mchid)));
        let member = user_member(&self.params);
        put(member, self.user.as_ref().map(|user| json!(user.name_as(member))));
        put("authorization_code", self.params.get("authorization_code").cloned());
        let state = match self.opened {
            Opened::Unbound => "UNBINDUSER",
            Opened::Open => "AVAILABLE",
            Opened::Closed(_) => "UNAVAILABLE",
        };
        put("authorization_state", Some(json!(state)));
        put("notify_url", self.params.get("notify_url").cloned());
        if let Opened::Closed(at) = self.opened {
            put("cancel_authorization_time", Some(json!(at.rfc3339())));
        }
        put("authorization_success_time", self.opened_at.map(|at| json!(at.rfc3339())));
        for name in ["sub_mchid", "sub_appid", "channel_id"] {
            put(name, self.params.get(name).cloned());
        }
        out
    }
}

impl Acquiring {
    /// 从业机构预授权. Gives a token for the authorisation view.
    pub fn apply_permissions(&mut self, common: &mut Common, params: &Map<String, Value>) -> Result<Value, Refusal> {
        let code = params.get("authorization_code").and_then(Value::as_str).unwrap_or_default().to_owned();
        let service = params.get("service_id").and_then(Value::as_str).and_then(Service::with_id);
        if service.is_none_or(|service| service.mode != SubMode::NoConfirm) {
            return Err(Refusal::request("该服务不支持预授权", 268_503_786));
        }
        if let Some(known) = self.permissions.get(&code) {
            if known.params != *params {
                return Err(refusals::other_parameters("授权协议号重复，且参数与原请求不一致"));
            }
            if common.switches.get("apply_permissions_repeat") == "refuse" {
                return Err(Refusal::request("授权协议号已使用", 271_316_598));
            }
        }
        let token = format!("APT{}", common.fresh("permissions"));
        let now = common.now;
        let permission = self.permissions.entry(code).or_insert_with(|| Permission {
            params: params.clone(),
            token: (String::new(), now),
            user: None,
            opened: Opened::Unbound,
            opened_at: None,
        });
        permission.token = (token.clone(), now);
        common.changes = common.changes.saturating_add(1);
        Ok(json!({"apply_permissions_token": token}))
    }

    /// 查询授权记录.
    pub fn permission(&self, common: &Common, code: &str) -> Result<Value, Refusal> {
        self.permissions
            .get(code)
            .map(|found| Value::Object(found.view(&common.mchid)))
            .ok_or_else(refusals::no_permission_record)
    }

    /// 解除授权关系. It is refused while the user has unfinished orders of the service.
    pub fn terminate_permissions(&mut self, common: &mut Common, code: &str) -> Result<(), Refusal> {
        let found = self.permissions.get(code).ok_or_else(refusals::no_permission_record)?;
        match found.opened {
            Opened::Open => {}
            Opened::Closed(_) if common.switches.get("terminate_repeat") == "ok" => return Ok(()),
            _ => return Err(Refusal::request("用户未授权该服务", 268_503_786)),
        }
        let service = found.text("service_id");
        let unfinished = |user: &User| {
            let its = |order: &&Order| order.text("service_id") == service && user.is_named_in(&order.params);
            self.orders.values().filter(its).any(|order| !order.finished())
        };
        if found.user.as_ref().is_some_and(unfinished) {
            return Err(refusals::unfinished_orders());
        }
        common.changes = common.changes.saturating_add(1);
        let notifies = common.switches.get("close_callback_after_terminate") == "yes";
        self.close_permission(common, code, notifies);
        Ok(())
    }

    /// The user opens the service in WeChat. A code never serves another user.
    pub fn open_service(
        &mut self,
        common: &mut Common,
        code: &str,
        token: Option<&str>,
        user: Option<User>,
    ) -> Result<Value, Refusal> {
        let anybody = format!("o{}", common.fresh("user").get(..27).unwrap_or_default());
        let now = common.now;
        let found = self.permissions.get_mut(code).ok_or_else(refusals::no_permission_record)?;
        if token.is_some_and(|token| token != found.token.0 || now.since(found.token.1) > TOKEN_LIFE) {
            return Err(Refusal::request("apply_permissions_token已失效", 268_435_464));
        }
        if found.opened == Opened::Open {
            return Err(Refusal::request("用户已授权该服务", 271_316_598));
        }
        if user.is_some() && found.user.is_some() && found.user != user {
            return Err(Refusal::request("授权协议号已被其他用户使用", 271_316_598));
        }
        let user = found.user.clone().or(user).or_else(|| User::known_as(Some(&anybody), None));
        found.user = user;
        found.opened = Opened::Open;
        found.opened_at = Some(now);
        let view = found.view(&common.mchid);
        self.tell_permission(common, code, &USER_OPEN_SERVICE);
        Ok(Value::Object(view))
    }

    /// The user closes the service in WeChat, even with unfinished orders.
    pub fn close_service(&mut self, common: &mut Common, code: &str) -> Result<Value, Refusal> {
        let found = self.permissions.get(code).ok_or_else(refusals::no_permission_record)?;
        if found.opened != Opened::Open {
            return Err(Refusal::request("用户未授权该服务", 268_503_786));
        }
        self.close_permission(common, code, true);
        self.permission(common, code)
    }

    /// Whether the user of an order opened its service.
    pub(super) fn permitted(&self, common: &Common, params: &Map<String, Value>) -> bool {
        let own = common.switches.get("permission_of_other_sub_merchant") == "refuse";
        let same = |found: &Permission, name: &str| found.params.get(name) == params.get(name);
        self.permissions.values().any(|found| {
            found.opened == Opened::Open
                && same(found, "service_id")
                && (!own || (same(found, "sub_mchid") && same(found, "channel_id")))
                && found.user.as_ref().is_some_and(|user| user.is_named_in(params))
        })
    }

    fn close_permission(&mut self, common: &mut Common, code: &str, notifies: bool) {
        let now = common.now;
        if let Some(found) = self.permissions.get_mut(code) {
            found.opened = Opened::Closed(now);
        }
        if notifies {
            self.tell_permission(common, code, &USER_CLOSE_SERVICE);
        }
    }

    fn tell_permission(&mut self, common: &mut Common, code: &str, kind: &'static EventKind) {
        let Some(found) = self.permissions.get(code) else { return };
        // Without an address there is no callback.
        let Some(notify_url) = found.params.get("notify_url").and_then(Value::as_str) else { return };
        let as_documented = common.switches.get("permission_callback_merchant_keys") == "mch_id";
        let (mchid, sub_mchid) = if as_documented { ("mch_id", "sub_mch_id") } else { ("mchid", "sub_mchid") };
        let at = match found.opened {
            Opened::Closed(at) => at,
            _ => found.opened_at.unwrap_or(common.now),
        };
        let member = user_member(&found.params);
        let mut content = Map::new();
        let mut put = |name: &str, value: Option<Value>| value.map(|value| content.insert(name.to_owned(), value));
        put("appid", found.params.get("appid").cloned());
        put(mchid, Some(json!(common.mchid)));
        put("sub_appid", found.params.get("sub_appid").cloned());
        put(sub_mchid, found.params.get("sub_mchid").cloned());
        put("channel_id", found.params.get("channel_id").cloned());
        put("service_id", found.params.get("service_id").cloned());
        put(member, found.user.as_ref().map(|user| json!(user.name_as(member))));
        put("user_service_status", kind.event_type.strip_prefix("PAYSCORE.").map(|status| json!(status)));
        put("openorclose_time", Some(json!(at.beijing())));
        put("authorization_code", found.params.get("authorization_code").cloned());
        let (notify_url, content) = (notify_url.to_owned(), Value::Object(content));
        common.notices.push(Notice { kind, at, notify_url, content, payment: None });
    }
}
