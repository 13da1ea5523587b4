//! How WeChat Pay refuses what concerns orders and permissions.

use crate::common::Refusal;

/// The numbers are not configured together.
pub(super) fn no_auth() -> Refusal {
    Refusal::new(403, "NO_AUTH", "商户信息不合法", 268_503_786)
}

/// The AppID is not bound to the merchant number.
pub(super) fn appid_not_bound() -> Refusal {
    Refusal::new(403, "NO_AUTH", "appid与mchid不匹配", 271_302_149)
}

/// There is no such order.
pub(super) fn no_order() -> Refusal {
    Refusal::new(404, "ORDER_NOT_EXIST", "订单不存在", 271_317_510)
}

/// The order's state does not allow it.
pub(super) fn wrong_state(message: &str) -> Refusal {
    Refusal::new(400, "INVALID_ORDER_STATE", message, 271_302_262)
}

/// The order is cancelled.
pub(super) fn order_cancelled() -> Refusal {
    Refusal::new(400, "ORDER_CANCELED", "单据已取消", 271_302_332)
}

/// The order is done.
pub(super) fn order_done() -> Refusal {
    Refusal::new(400, "ORDER_DONE", "订单已完成", 271_302_333)
}

/// The user is paying right now.
pub(super) fn user_is_paying() -> Refusal {
    Refusal::request("单据正在扣款中,请稍后再试", 271_316_754)
}

/// A registered number holds the order.
pub(super) fn number_in_force() -> Refusal {
    Refusal::new(400, "INVALID_ORDER_STATE", "存在有效的扣款单，请先关单或等待其失效", 271_316_754)
}

/// The number was used with other parameters.
pub(super) fn other_parameters(message: &str) -> Refusal {
    Refusal::request(message, 271_316_598)
}

/// The amount exceeds what the service, or the order, may risk.
pub(super) fn above_risk(message: &str) -> Refusal {
    Refusal::request(message, 271_316_656)
}

/// The service ends before it starts.
pub(super) fn end_before_start() -> Refusal {
    let mut refusal = Refusal::param("/time_range/end_time", None, "not after start_time", "body");
    refusal.number = 271_316_637;
    refusal
}

/// There is no such permission.
pub(super) fn no_permission_record() -> Refusal {
    Refusal::new(404, "ORDER_NOT_EXIST", "授权协议不存在", 271_317_510)
}

/// The user did not open the service.
pub(super) fn no_permission() -> Refusal {
    Refusal::new(403, "NO_AUTH", "用户未授权该服务", 268_503_786)
}

/// The user has orders that are not finished.
pub(super) fn unfinished_orders() -> Refusal {
    Refusal::request("用户存在未完结的订单", 271_299_627)
}
