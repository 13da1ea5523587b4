//! 修改订单金额.

use crate::acquiring::rules;
use crate::acquiring::{Payment, ServiceOrderCoupon};
use crate::money::Fen;
use crate::protocol::{no_content, operation};
use crate::schema::Rule::{Filled, Identity, MaxChars, MaxItems, Min, MinItems, OrderNumber};

operation! {
    /// Lowers the amount of a completed, unpaid order (修改订单金额). WeChat Pay refuses it while a deduction number is in
    /// force. It is not proven for this mode that the amount can be lowered more than once. After payment, refund the
    /// difference at the clearing house instead. After a lost answer, query.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194282>
    pub struct ModifyOrder -> OrderModified as "modify_order" {
        title: "修改订单金额", method: Post, path: "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/modify",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194282",
        after_loss: QueryFirst, takes_order: true,
        rules: [
            rules::ITEM_HAS_CONTENT,
            rules::DISCOUNT_HAS_DESCRIPTION,
            rules::ITEM_NAMES_DIFFER,
            rules::DISCOUNT_NAMES_DIFFER,
            rules::DISCOUNT_HAS_AMOUNT,
            rules::TOTAL_IS_SUM,
            rules::TOTAL_ONLY_LOWERED,
            rules::TOTAL_WITHIN_CEILING,
            rules::TOTAL_WITHIN_RISK_FUND,
        ],
        required {
            /// The items of the bill (后付费项目), 1 to 100. They replace the earlier items.
            post_payments: Vec<Payment> = [MinItems(1), MaxItems(100)],
            /// The new total (总金额) in fen, from 0 to the present total: Σ `post_payments` − Σ `post_discounts`.
            total_amount: Fen = [Min(0)],
            /// The reason (修改原因), at most 50 characters.
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
            /// Discounts (商户优惠), at most 30, each with its amount. They replace the earlier discounts.
            post_discounts: Vec<ServiceOrderCoupon> = [MaxItems(30)],
        }
    }
}

no_content! {
    /// The amount is lowered.
    pub struct OrderModified;
}
