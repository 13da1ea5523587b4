//! What ends an order or changes its bill: completing, modifying, cancelling, syncing, and time.

use super::order::{Order, Paid, State};
use super::rules::completion_fits;
use super::{Acquiring, refusals};
use crate::common::{Common, Refusal};
use serde_json::{Map, Value};

const ORDER_LIFE: i64 = 30 * 24 * 3600;

type Key = (String, String);

impl Acquiring {
    /// 完结订单.
    pub fn complete(&mut self, common: &mut Common, key: &Key, bill: &Map<String, Value>) -> Result<(), Refusal> {
        let repeat_ok = common.switches.get("complete_repeat") == "ok";
        let zero_is_done = common.switches.get("state_after_zero_total") == "done";
        let now = common.now;
        let order = self.orders.get(key).ok_or_else(refusals::no_order)?;
        match order.state {
            State::InService => {}
            State::Completed if repeat_ok && order.bill.as_ref() == Some(bill) => return Ok(()),
            State::Revoked => return Err(refusals::order_cancelled()),
            State::Done => return Err(refusals::order_done()),
            _ => return Err(refusals::wrong_state("当前订单状态不满足完结条件")),
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
        completion_fits(common, order, bill)?;
        let order = self.orders.get_mut(key).ok_or_else(refusals::no_order)?;
        order.bill = Some(bill.clone());
        order.state = if order.total() == 0 && zero_is_done { State::Done } else { State::Completed };
        order.history.push((now, "completed".to_owned()));
        common.changes = common.changes.saturating_add(1);
        Ok(())
    }

    /// 修改订单金额. Only downward; its arrays replace those of the completion.
    pub fn modify(&mut self, common: &mut Common, key: &Key, bill: &Map<String, Value>) -> Result<(), Refusal> {
        let repeat_ok = common.switches.get("modify_repeat") == "ok";
        let once = common.switches.get("modify_again") == "refuse";
        let same_refused = common.switches.get("modify_same_total") == "refuse";
        let zero_is_done = common.switches.get("state_after_zero_total") == "done";
        self.may_be_changed(common, key, "当前订单状态不满足修改条件", |order| {
            repeat_ok && order.last.as_ref() == Some(bill)
        })?;
        let now = common.now;
        let order = self.orders.get_mut(key).ok_or_else(refusals::no_order)?;
        if order.last.as_ref() == Some(bill) {
            return if repeat_ok { Ok(()) } else { Err(Refusal::request("请勿重复提交修改", 271_316_598)) };
        }
        if once && order.last.is_some() {
            return Err(Refusal::request("订单金额只能修改一次", 271_302_262));
        }
        let total = bill.get("total_amount").and_then(Value::as_i64).unwrap_or(i64::MAX);
        if total > order.total() {
            return Err(Refusal::request("修改后的金额不得大于当前金额", 268_435_464));
        }
        if total == order.total() && same_refused {
            return Err(Refusal::request("修改后的金额须小于当前金额", 268_435_464));
        }
        if let Some(known) = order.bill.as_mut() {
            known.shift_remove("post_discounts");
            for name in ["post_payments", "post_discounts", "total_amount"] {
                bill.get(name).map(|value| known.insert(name.to_owned(), value.clone()));
            }
        }
        order.last = Some(bill.clone());
        if total == 0 && zero_is_done {
            order.state = State::Done;
        }
        order.history.push((now, format!("modified to {total}")));
        common.changes = common.changes.saturating_add(1);
        Ok(())
    }

    /// 取消订单.
    pub fn cancel(&mut self, common: &mut Common, key: &Key, params: &Map<String, Value>) -> Result<(), Refusal> {
        let repeat_ok = common.switches.get("cancel_repeat") == "ok";
        let order = self.orders.get(key).ok_or_else(refusals::no_order)?;
        match order.state {
            State::Created | State::InService => {}
            State::Completed => self.may_be_changed(common, key, "", |_| false)?,
            State::Done => return Err(refusals::order_done()),
            State::Revoked if repeat_ok && order.last.as_ref() == Some(params) => return Ok(()),
            State::Revoked if repeat_ok => return Err(refusals::other_parameters("单据已取消，且参数与原请求不一致")),
            State::Revoked => return Err(refusals::order_cancelled()),
            State::Expired => return Err(refusals::wrong_state("单据已失效")),
        }
        let now = common.now;
        let order = self.orders.get_mut(key).ok_or_else(refusals::no_order)?;
        order.state = State::Revoked;
        order.last = Some(params.clone());
        order.history.push((now, "revoked".to_owned()));
        common.changes = common.changes.saturating_add(1);
        Ok(())
    }

    /// 同步订单信息. The user paid through the merchant's own channel.
    pub fn sync(&mut self, common: &mut Common, key: &Key, params: &Map<String, Value>) -> Result<(), Refusal> {
        let repeat_ok = common.switches.get("sync_repeat") == "ok";
        let order = self.orders.get(key).ok_or_else(refusals::no_order)?;
        if repeat_ok && order.paid_elsewhere() && order.last.as_ref() == Some(params) {
            return Ok(());
        }
        self.may_be_changed(common, key, "当前订单状态不满足同步条件", |_| false)?;
        let paid_time = params.get("detail").and_then(|detail| detail.get("paid_time")).and_then(Value::as_str);
        self.paid_elsewhere(common, key, paid_time.unwrap_or_default());
        if let Some(order) = self.orders.get_mut(key) {
            order.last = Some(params.clone());
        }
        common.changes = common.changes.saturating_add(1);
        Ok(())
    }

    /// Does the same without the merchant's call, to try out an order that another process synced.
    pub fn pay_elsewhere(&mut self, common: &mut Common, key: &Key) -> Result<(), Refusal> {
        self.may_be_changed(common, key, "当前订单状态不满足同步条件", |_| false)?;
        let now = common.now.beijing();
        self.paid_elsewhere(common, key, &now);
        Ok(())
    }

    fn paid_elsewhere(&mut self, common: &mut Common, key: &Key, paid_time: &str) {
        let now = common.now;
        if let Some(order) = self.orders.get_mut(key) {
            order.state = State::Done;
            order.paid = Some(Paid::Elsewhere(paid_time.to_owned()));
            order.history.push((now, "paid elsewhere".to_owned()));
        }
    }

    /// Only a completed order with something to pay, and no number in force, can be cancelled, modified or synced.
    fn may_be_changed(
        &self,
        common: &Common,
        key: &Key,
        otherwise: &str,
        repeats: impl Fn(&Order) -> bool,
    ) -> Result<(), Refusal> {
        let order = self.orders.get(key).ok_or_else(refusals::no_order)?;
        match order.state {
            State::Completed if order.total() == 0 && !repeats(order) => Err(refusals::order_done()),
            State::Completed if self.number_in_force(common, key).is_some() => Err(refusals::number_in_force()),
            State::Completed if self.user_pays(common, key) => Err(refusals::user_is_paying()),
            State::Completed if self.settling.iter().any(|settling| settling.order == *key) => {
                Err(refusals::user_is_paying())
            }
            State::Completed => Ok(()),
            State::Done => Err(refusals::order_done()),
            State::Revoked => Err(refusals::order_cancelled()),
            _ => Err(refusals::wrong_state(otherwise)),
        }
    }

    pub(super) fn expire_orders(&mut self, common: &mut Common) {
        let now = common.now;
        for order in self
            .orders
            .values_mut()
            .filter(|order| order.state == State::Created && now.since(order.created_at) >= ORDER_LIFE)
        {
            order.state = State::Expired;
            order.history.push((now, "expired".to_owned()));
        }
    }
}
