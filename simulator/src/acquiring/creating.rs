//! Creation, and the user's confirmation.

use super::events::{USER_CONFIRM, tell_order};
use super::order::{Order, State, order_key};
use super::rules::creation_fits;
use super::services::{Service, SubMode};
use super::{Acquiring, refusals};
use crate::common::{Common, Refusal};
use serde_json::{Map, Value, json};

const PACKAGE_LIFE: i64 = 3600;

impl Acquiring {
    /// 创建订单 and 创建先用后付订单. An identical repeat succeeds.
    pub fn create(&mut self, common: &mut Common, params: &Map<String, Value>) -> Result<Value, Refusal> {
        let key = order_key(params);
        if let Some(order) = self.orders.get(&key) {
            if order.params != *params {
                return Err(refusals::other_parameters("商户订单号重复，且参数与原订单不一致"));
            }
            return self.created_answer(common, &key);
        }
        let service = params
            .get("service_id")
            .and_then(Value::as_str)
            .and_then(Service::with_id)
            .ok_or_else(refusals::no_auth)?;
        let without_confirmation = service.mode == SubMode::NoConfirm;
        if params.get("need_user_confirm").and_then(Value::as_bool).unwrap_or(true) == without_confirmation {
            return Err(Refusal::request("need_user_confirm与服务的模式不符", 268_435_464));
        }
        creation_fits(common, service, params)?;
        if without_confirmation
            && common.switches.get("no_confirm_needs_permission") == "yes"
            && !self.permitted(common, params)
        {
            return Err(match common.switches.get("no_permission_code") {
                "INVALID_REQUEST" => Refusal::request("用户未授权该服务", 271_300_099),
                _ => refusals::no_permission(),
            });
        }
        common.changes = common.changes.saturating_add(1);
        let order_id = format!("1000000000{}", digits(&common.fresh("order_id"), 21));
        let openid = ["openid", "sub_openid"]
            .iter()
            .find_map(|name| params.get(*name).and_then(Value::as_str))
            .map(str::to_owned);
        let openid = openid.unwrap_or_else(|| format!("o{}", common.fresh("openid").get(..27).unwrap_or_default()));
        let now = common.now;
        self.orders.insert(
            key.clone(),
            Order {
                params: params.clone(),
                bill: None,
                last: None,
                state: if without_confirmation { State::InService } else { State::Created },
                created_at: now,
                confirmed_at: without_confirmation.then_some(now),
                order_id,
                package: (String::new(), now),
                query_id: None,
                openid,
                shown_state: None,
                paid: None,
                numbers: Vec::new(),
                history: vec![(now, "created".to_owned())],
            },
        );
        self.created_answer(common, &key)
    }

    fn created_answer(&mut self, common: &mut Common, key: &(String, String)) -> Result<Value, Refusal> {
        let package = format!("PKG{}", common.fresh("package"));
        let now = common.now;
        let order = self.orders.get_mut(key).ok_or_else(refusals::no_order)?;
        let mut view = order.view(&common.mchid);
        if order.state == State::Created {
            order.package = (package.clone(), now);
            view.insert("package".to_owned(), json!(package));
        }
        Ok(Value::Object(view))
    }

    /// 查询订单, by number or by `query_id`.
    pub fn query(
        &self,
        common: &Common,
        sub_mchid: &str,
        out_order_no: Option<&str>,
        query_id: Option<&str>,
    ) -> Result<Value, Refusal> {
        let found = match (out_order_no, query_id) {
            (Some(number), _) => self.orders.get(&(sub_mchid.to_owned(), number.to_owned())),
            (None, query_id) => {
                let ours = |order: &&Order| order.text("sub_mchid") == sub_mchid;
                self.orders
                    .values()
                    .filter(ours)
                    .find(|order| query_id.is_some() && order.query_id.as_deref() == query_id)
            }
        };
        found.map(|order| Value::Object(order.view(&common.mchid))).ok_or_else(refusals::no_order)
    }

    /// The user confirms in WeChat.
    pub fn confirm(
        &mut self,
        common: &mut Common,
        key: &(String, String),
        package: Option<&str>,
    ) -> Result<Value, Refusal> {
        let query_id = common.fresh("query_id");
        let now = common.now;
        let order = self.orders.get_mut(key).ok_or_else(refusals::no_order)?;
        if order.state != State::Created {
            return Err(refusals::wrong_state("当前订单状态不满足确认条件"));
        }
        if package.is_some_and(|package| package != order.package.0 || now.since(order.package.1) > PACKAGE_LIFE) {
            return Err(Refusal::request("package已失效", 268_435_464));
        }
        order.state = State::InService;
        order.confirmed_at = Some(now);
        order.query_id = Some(query_id.clone());
        order.history.push((now, "confirmed".to_owned()));
        let order = order.clone();
        tell_order(common, &USER_CONFIRM, now, &order, None);
        Ok(json!({"query_id": query_id}))
    }
}

fn digits(hex: &str, count: usize) -> String {
    hex.bytes().take(count).map(|byte| char::from_digit(u32::from(byte) % 10, 10).unwrap_or('0')).collect()
}
