//! Orders and what may be done with them: the simulator's own table of states, written from WeChat Pay's pages.

use super::{Notice, Refusal, SERVICE_ID_NO_CONFIRM, World};
use payscore::time::Timestamp;
use serde_json::{Map, Value, json};

const PACKAGE_LIFE: i64 = 3600;
const ORDER_LIFE: i64 = 30 * 24 * 3600;

/// Where an order stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// Waiting for the user.
    Created,
    /// Confirmed.
    InService,
    /// Completed, to be paid.
    Completed,
    /// Paid, or nothing to pay.
    Done,
    /// Cancelled.
    Revoked,
    /// Not confirmed in time.
    Expired,
}

/// An order in the books.
#[derive(Debug, Clone)]
pub struct Order {
    /// As created.
    pub params: Map<String, Value>,
    /// As completed.
    pub bill: Option<Map<String, Value>>,
    /// Where it stands.
    pub state: State,
    /// When created.
    pub created_at: Timestamp,
    /// When the user confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// WeChat Pay's number.
    pub order_id: String,
    /// The live package and when it was made.
    pub package: (String, Timestamp),
    /// What the client brings back from the confirm page.
    pub query_id: Option<String>,
    /// The user.
    pub openid: String,
    /// A state that the API is to tell instead of the real one, to try out new values.
    pub shown_state: Option<String>,
    /// Paid through the merchant's own channel.
    pub elsewhere: bool,
    /// How it was paid: transaction number and moment.
    pub paid: Option<(String, Timestamp)>,
    /// Registered deduction numbers, oldest first.
    pub numbers: Vec<String>,
    /// What happened, with moments.
    pub history: Vec<(Timestamp, String)>,
}

impl Order {
    /// The merchant's number.
    pub fn out_order_no(&self) -> &str {
        self.text("out_order_no")
    }

    fn text(&self, name: &str) -> &str {
        self.params.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    /// What is to be paid, in fen.
    pub fn total(&self) -> i64 {
        self.bill.as_ref().and_then(|bill| bill.get("total_amount")).and_then(Value::as_i64).unwrap_or(0)
    }

    /// As the API tells it.
    pub fn view(&self) -> Map<String, Value> {
        let mut out = Map::new();
        let mut put = |name: &str, value: Option<Value>| value.map(|value| out.insert(name.to_owned(), value));
        for name in ["out_order_no", "service_id", "appid"] {
            put(name, self.params.get(name).cloned());
        }
        put("mchid", Some(json!(super::MCHID)));
        for name in ["sub_appid", "sub_mchid", "channel_id", "service_introduction"] {
            put(name, self.params.get(name).cloned());
        }
        let (state, description) = match self.state {
            State::Created => ("CREATED", None),
            State::InService => ("DOING", Some("USER_CONFIRM")),
            State::Completed => ("DOING", Some("MCH_COMPLETE")),
            State::Done => ("DONE", None),
            State::Revoked => ("REVOKED", None),
            State::Expired => ("EXPIRED", None),
        };
        put("state", Some(json!(self.shown_state.as_deref().unwrap_or(state))));
        put("state_description", description.map(|text| json!(text)));
        let billed = |name: &str| self.bill.as_ref().and_then(|bill| bill.get(name)).or_else(|| self.params.get(name)).cloned();
        put("post_payments", billed("post_payments"));
        put("post_discounts", billed("post_discounts"));
        put("risk_fund", self.params.get("risk_fund").cloned());
        put("time_range", self.merged("time_range").map(|range| self.accepted(range)));
        put("location", self.merged("location"));
        put("attach", self.params.get("attach").cloned());
        put("notify_url", self.params.get("notify_url").cloned());
        put("order_id", Some(json!(self.order_id)));
        if self.confirmed_at.is_some() {
            let user = if self.params.contains_key("sub_appid") { "sub_openid" } else { "openid" };
            put(user, Some(json!(self.openid)));
        }
        if self.bill.is_some() {
            put("total_amount", Some(json!(self.total())));
            put("need_collection", Some(json!(self.total() > 0)));
            put("collection", self.collection());
        }
        out
    }

    /// What creation said, with what completion said over it.
    fn merged(&self, name: &str) -> Option<Value> {
        let billed = self.bill.as_ref().and_then(|bill| bill.get(name)).and_then(Value::as_object);
        match (self.params.get(name).cloned(), billed) {
            (Some(Value::Object(mut created)), Some(billed)) => {
                billed.iter().for_each(|(name, value)| drop(created.insert(name.clone(), value.clone())));
                Some(Value::Object(created))
            }
            (None, Some(billed)) => Some(Value::Object(billed.clone())),
            (created, _) => created,
        }
    }

    /// `OnAccept` becomes the moment of the confirmation.
    fn accepted(&self, mut range: Value) -> Value {
        if let (Some(at), Some(object)) = (self.confirmed_at, range.as_object_mut())
            && object.get("start_time").and_then(Value::as_str) == Some("OnAccept")
        {
            object.insert("start_time".to_owned(), json!(at.beijing()));
        }
        range
    }

    fn collection(&self) -> Option<Value> {
        let total = self.total();
        if total == 0 {
            return None;
        }
        Some(match &self.paid {
            Some((transaction_id, at)) => json!({
                "state": "USER_PAID", "total_amount": total, "paying_amount": 0, "paid_amount": total,
                "details": [{"seq": 1, "amount": total, "paid_type": if self.elsewhere { "MCH" } else { "NEWTON" }, "paid_time": at.beijing(), "transaction_id": transaction_id}],
            }),
            None if self.state == State::Revoked => return None,
            None => {
                json!({"state": "USER_PAYING", "total_amount": total, "paying_amount": total, "paid_amount": 0, "details": []})
            }
        })
    }
}

impl World {
    /// 创建订单. Repeating it identically succeeds.
    pub fn create(&mut self, params: &Map<String, Value>) -> Result<Value, Refusal> {
        let key = order_key(params);
        if let Some(order) = self.orders.get(&key) {
            if order.params != *params {
                return Err(Refusal::request("商户订单号重复，且参数与原订单不一致", 271_316_598));
            }
            return self.created_answer(&key);
        }
        let without_confirmation = params.get("service_id").and_then(Value::as_str) == Some(SERVICE_ID_NO_CONFIRM);
        if params.get("need_user_confirm").and_then(Value::as_bool).unwrap_or(true) == without_confirmation {
            return Err(Refusal::request("need_user_confirm与服务的模式不符", 271_300_099));
        }
        if without_confirmation && params.contains_key("openid") == params.contains_key("sub_openid") {
            return Err(Refusal::param("/openid", None, "exactly one of openid and sub_openid", "body"));
        }
        if without_confirmation
            && params.get("risk_fund").and_then(|fund| fund.get("name")).and_then(Value::as_str) != Some("ESTIMATE_ORDER_COST")
        {
            return Err(Refusal::param("/risk_fund/name", None, "must be ESTIMATE_ORDER_COST for this service", "body"));
        }
        self.changes = self.changes.saturating_add(1);
        let order_id = format!("1000000000{}", digits(&self.fresh("order_id"), 21));
        let openid =
            ["openid", "sub_openid"].iter().find_map(|name| params.get(*name).and_then(Value::as_str)).map(str::to_owned);
        let openid = openid.unwrap_or_else(|| format!("o{}", self.fresh("openid").get(..27).unwrap_or_default()));
        let now = self.now;
        self.orders.insert(
            key.clone(),
            Order {
                params: params.clone(),
                bill: None,
                state: if without_confirmation { State::InService } else { State::Created },
                created_at: now,
                confirmed_at: without_confirmation.then_some(now),
                order_id,
                package: (String::new(), now),
                query_id: None,
                openid,
                shown_state: None,
                elsewhere: false,
                paid: None,
                numbers: Vec::new(),
                history: vec![(now, "created".to_owned())],
            },
        );
        self.created_answer(&key)
    }

    fn created_answer(&mut self, key: &(String, String)) -> Result<Value, Refusal> {
        let package = format!("PKG{}", self.fresh("package"));
        let now = self.now;
        let order = self.orders.get_mut(key).ok_or_else(Refusal::no_order)?;
        let mut view = order.view();
        if order.state == State::Created {
            order.package = (package.clone(), now);
            view.insert("package".to_owned(), json!(package));
        }
        Ok(Value::Object(view))
    }

    /// 查询订单, by number or by `query_id`.
    pub fn query(&self, sub_mchid: &str, out_order_no: Option<&str>, query_id: Option<&str>) -> Result<Value, Refusal> {
        let found = match (out_order_no, query_id) {
            (Some(number), _) => self.orders.get(&(sub_mchid.to_owned(), number.to_owned())),
            (None, query_id) => {
                let ours = |order: &&Order| order.text("sub_mchid") == sub_mchid;
                self.orders.values().filter(ours).find(|order| query_id.is_some() && order.query_id.as_deref() == query_id)
            }
        };
        found.map(|order| Value::Object(order.view())).ok_or_else(Refusal::no_order)
    }

    /// The user confirms in WeChat.
    pub fn confirm(&mut self, key: &(String, String), package: Option<&str>) -> Result<Value, Refusal> {
        let query_id = self.fresh("query_id");
        let now = self.now;
        let order = self.orders.get_mut(key).ok_or_else(Refusal::no_order)?;
        if order.state != State::Created {
            return Err(Refusal::state("当前订单状态不满足确认条件"));
        }
        if package.is_some_and(|package| package != order.package.0 || now.since(order.package.1) > PACKAGE_LIFE) {
            return Err(Refusal::request("package已失效", 268_435_464));
        }
        order.state = State::InService;
        order.confirmed_at = Some(now);
        order.query_id = Some(query_id.clone());
        order.history.push((now, "confirmed".to_owned()));
        let order = order.clone();
        self.notice("PAYSCORE.USER_CONFIRM", now, &order, None);
        Ok(json!({"query_id": query_id}))
    }

    /// The user pays through the merchant's own channel, and WeChat Pay was told so.
    pub fn pay_elsewhere(&mut self, key: &(String, String)) -> Result<(), Refusal> {
        let transaction_id = self.fresh("elsewhere").get(..28).unwrap_or_default().to_owned();
        let now = self.now;
        let order = self.orders.get_mut(key).ok_or_else(Refusal::no_order)?;
        if order.state != State::Completed || order.total() == 0 {
            return Err(Refusal::state("当前订单状态不满足同步条件"));
        }
        order.state = State::Done;
        order.elsewhere = true;
        order.paid = Some((transaction_id, now));
        order.history.push((now, "paid elsewhere".to_owned()));
        Ok(())
    }

    /// 取消订单.
    pub fn cancel(&mut self, key: &(String, String)) -> Result<(), Refusal> {
        let locked = self.number_in_force(key).is_some();
        let repeat_ok = self.switches.get("cancel_repeat") == "ok";
        let now = self.now;
        let order = self.orders.get_mut(key).ok_or_else(Refusal::no_order)?;
        match order.state {
            State::Created | State::InService => {}
            State::Completed if order.total() == 0 => return Err(Refusal::done()),
            State::Completed if locked => return Err(Refusal::state("存在有效的扣款单，请先关单或等待其失效")),
            State::Completed => {}
            State::Done => return Err(Refusal::done()),
            State::Revoked if repeat_ok => return Ok(()),
            State::Revoked => return Err(Refusal::cancelled()),
            State::Expired => return Err(Refusal::state("单据已失效")),
        }
        order.state = State::Revoked;
        order.history.push((now, "revoked".to_owned()));
        self.changes = self.changes.saturating_add(1);
        Ok(())
    }

    /// 完结订单.
    pub fn complete(&mut self, key: &(String, String), bill: &Map<String, Value>) -> Result<(), Refusal> {
        let repeat_ok = self.switches.get("complete_repeat") == "ok";
        let zero_is_done = self.switches.get("state_after_zero_total") == "done";
        let now = self.now;
        let order = self.orders.get_mut(key).ok_or_else(Refusal::no_order)?;
        match order.state {
            State::InService => {}
            State::Completed if repeat_ok && order.bill.as_ref() == Some(bill) => return Ok(()),
            State::Revoked => return Err(Refusal::cancelled()),
            State::Done => return Err(Refusal::done()),
            _ => return Err(Refusal::state("当前订单状态不满足完结条件")),
        }
        let end_known = [Some(&order.params), Some(bill)]
            .into_iter()
            .flatten()
            .any(|given| given.get("time_range").is_some_and(|range| range.get("end_time").is_some()));
        if !end_known {
            return Err(Refusal::param(
                "/time_range/end_time",
                None,
                "end_time is needed at completion when creation did not give it",
                "body",
            ));
        }
        order.bill = Some(bill.clone());
        order.state = if order.total() == 0 && zero_is_done { State::Done } else { State::Completed };
        order.history.push((now, "completed".to_owned()));
        self.changes = self.changes.saturating_add(1);
        Ok(())
    }

    /// Whether a request names the service and the AppIDs that the order was made with.
    pub fn belongs(&self, key: &(String, String), params: &Map<String, Value>) -> bool {
        self.orders.get(key).is_none_or(|order| {
            ["service_id", "appid", "sub_appid"]
                .iter()
                .all(|name| params.get(*name).is_none_or(|given| order.params.get(*name) == Some(given)))
        })
    }

    pub(super) fn expire_orders(&mut self) {
        let now = self.now;
        for order in
            self.orders.values_mut().filter(|order| order.state == State::Created && now.since(order.created_at) >= ORDER_LIFE)
        {
            order.state = State::Expired;
            order.history.push((now, "expired".to_owned()));
        }
    }

    /// Tells the merchant, in the form that the switches ask for.
    pub(super) fn notice(&mut self, event_type: &'static str, at: Timestamp, order: &Order, out_trade_no: Option<&str>) {
        let mut content = order.view();
        content.shift_remove("notify_url");
        if let Some(number) = out_trade_no {
            content.insert("out_trade_no".to_owned(), json!(number));
        }
        if self.switches.get("callback_total_amount") == "text" {
            let amount = order.params.get("risk_fund").and_then(|fund| fund.get("amount")).and_then(Value::as_i64).unwrap_or(0);
            let total = if order.bill.is_some() { order.total() } else { amount };
            content.insert("total_amount".to_owned(), json!(total.to_string()));
        }
        if self.switches.get("callback_risk_fund_name") == "chinese"
            && let Some(fund) = content.get_mut("risk_fund").and_then(Value::as_object_mut)
        {
            let chinese = match fund.get("name").and_then(Value::as_str).unwrap_or_default() {
                "DEPOSIT" => "押金",
                "ADVANCE" => "预付款",
                "CASH_DEPOSIT" => "保证金",
                _ => "预估订单费用",
            };
            fund.insert("name".to_owned(), json!(chinese));
        }
        let notify_url = order.params.get("notify_url").and_then(Value::as_str).unwrap_or_default().to_owned();
        self.notices.push(Notice { event_type, at, notify_url, content: Value::Object(content) });
    }
}

/// Which order parameters are about.
pub fn order_key(params: &Map<String, Value>) -> (String, String) {
    let text = |name: &str| params.get(name).and_then(Value::as_str).unwrap_or_default().to_owned();
    (text("sub_mchid"), text("out_order_no"))
}

fn digits(hex: &str, count: usize) -> String {
    hex.bytes().take(count).map(|byte| char::from_digit(u32::from(byte) % 10, 10).unwrap_or('0')).collect()
}
