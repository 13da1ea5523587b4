//! 取消订单.

use crate::protocol::{no_content, operation};
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};

operation! {
    /// Cancels an order (取消订单): before or after the user confirmed, and even after completion while the money is still to be
    /// paid and no registered deduction number is in force. Then the money is forfeited. After a lost answer, query: somebody may have completed
    /// the order meanwhile.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194058>
    pub struct CancelOrder -> OrderCancelled as "cancel_order" {
        title: "取消订单", method: Post, path: "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/cancel",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194058",
        after_loss: QueryFirst, takes_order: true, rules: [],
        required {
            /// Why (取消原因); the user sees it. At most 50 characters.
            reason: String = [MaxChars(50)],
        }
        optional {
            /// The merchant's number of the order.
            out_order_no: String = [Filled, OrderNumber],
            /// The service; default from the merchant.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Filled, MaxChars(32), Identity],
            /// The channel partner's number; default from the merchant.
            channel_id: String = [Filled, MaxChars(32), Identity],
        }
    }
}

no_content! {
    /// The order is cancelled.
    pub struct OrderCancelled;
}
