//! 取消订单.

use crate::protocol::{no_content, operation};
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};

operation! {
    /// Cancels an order (取消订单), before or after the user confirmed. A completed order can be cancelled while it is
    /// unpaid and no deduction number is in force; that gives up the money. After a lost answer, query: someone may
    /// have completed the order meanwhile.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
    pub struct CancelOrder -> OrderCancelled as "cancel_order" {
        title: "取消订单", method: Post, path: "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/cancel",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194058",
        after_loss: QueryFirst, takes_order: true, rules: [],
        required {
            /// The reason (取消原因), which the user sees, at most 50 characters.
            reason: String = [MaxChars(50)],
        }
        optional {
            /// The merchant's order number (商户服务订单号).
            out_order_no: String = [Filled, OrderNumber],
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Filled, MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [Filled, MaxChars(32), Identity],
        }
    }
}

no_content! {
    /// The order is cancelled.
    pub struct OrderCancelled;
}
