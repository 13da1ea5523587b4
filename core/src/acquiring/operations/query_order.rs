//! 查询订单.

use crate::acquiring::Order;
use crate::error::{INVALID_EXACTLY_ONE, Issue, Issues};
use crate::protocol::Knowledge;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};
use serde_json::{Map, Value};

operation! {
    /// Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
    /// exactly one of them.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
    pub struct QueryOrder -> Order as "query_order" {
        title: "查询订单", method: Get, path: "/v3/payscore/acquiringbank/serviceorder",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194035",
        after_loss: SameRequest, takes_order: true, check: check,
        required {}
        optional {
            /// The service; default from the merchant.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Filled, MaxChars(32), Identity],
            /// The channel partner's number; default from the merchant.
            channel_id: String = [Filled, MaxChars(32), Identity],
            /// The merchant's number of the order.
            out_order_no: String = [OrderNumber],
            /// What a client brought back from the confirm page, at most 512 characters.
            query_id: String = [MaxChars(512), Identity],
        }
    }
}

fn check(params: &Map<String, Value>, _: &Knowledge<'_>, issues: &mut Issues) {
    if params.contains_key("out_order_no") == params.contains_key("query_id") {
        issues.push(Issue::refusing("", INVALID_EXACTLY_ONE, "give exactly one of `out_order_no` and `query_id`."));
    }
}
