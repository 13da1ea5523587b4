//! 查询订单.

use crate::acquiring::Order;
use crate::acquiring::rules;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};

operation! {
    /// Queries an order (查询订单) by exactly one of `out_order_no` and `query_id`. A client brings the `query_id` back
    /// from WeChat.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194035>
    pub struct QueryOrder -> Order as "query_order" {
        title: "查询订单", method: Get, path: "/v3/payscore/acquiringbank/serviceorder",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194035",
        after_loss: SameRequest, takes_order: true, rules: [rules::EXACTLY_ONE_QUERY_KEY],
        required {}
        optional {
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Filled, MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [Filled, MaxChars(32), Identity],
            /// The merchant's order number (商户服务订单号).
            out_order_no: String = [OrderNumber],
            /// The `query_id` that a client brought back from the confirm page, at most 512 characters.
            query_id: String = [MaxChars(512), Identity],
        }
    }
}
