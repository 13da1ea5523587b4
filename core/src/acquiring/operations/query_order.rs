//! 查询订单.

use crate::acquiring::Order;
use crate::acquiring::rules;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};

operation! {
    /// Asks how an order stands (查询订单), by `out_order_no` or by the `query_id` that a client brought back from WeChat:
    /// exactly one of them.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
    pub struct QueryOrder -> Order as "query_order" {
        title: "查询订单", method: Get, path: "/v3/payscore/acquiringbank/serviceorder",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194035",
        after_loss: SameRequest, takes_order: true, rules: [rules::EXACTLY_ONE_QUERY_KEY],
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
