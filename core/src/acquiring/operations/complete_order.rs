//! 完结订单.

use crate::acquiring::rules;
use crate::acquiring::{Location, Payment, ServiceOrderCoupon, TimeRange, ZonedTime};
use crate::money::Fen;
use crate::protocol::{no_content, operation};
use crate::schema::Rule::{Filled, Identity, MaxChars, MaxItems, Min, MinItems, OrderNumber};

operation! {
    /// Completes an order (完结订单): the service has ended, and this is the bill. In this mode, completing does **not**
    /// charge the user. Register a deduction number, then withhold at the clearing house. After a lost answer, query.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194080>
    pub struct CompleteOrder -> OrderCompleted as "complete_order" {
        title: "完结订单", method: Post, path: "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/complete",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194080",
        after_loss: QueryFirst, takes_order: true,
        rules: [
            rules::ITEM_HAS_CONTENT,
            rules::DISCOUNT_HAS_DESCRIPTION,
            rules::ITEM_NAMES_DIFFER,
            rules::DISCOUNT_NAMES_DIFFER,
            rules::DISCOUNT_HAS_AMOUNT,
            rules::TOTAL_IS_SUM,
            rules::REMARK_NEEDS_TIME,
            rules::ON_ACCEPT_ONLY_STARTS,
            rules::ENDS_AFTER_START,
            rules::TIMES_HAVE_PASSED,
            rules::END_TIME_NEEDED,
            rules::ENDS_AFTER_CREATED_START,
            rules::SAME_FORM_AS_CREATED,
            rules::TOTAL_WITHIN_CEILING,
            rules::TOTAL_WITHIN_RISK_FUND,
        ],
        required {
            /// The items of the bill (后付费项目), 1 to 100. They replace the items of the creation.
            post_payments: Vec<Payment> = [MinItems(1), MaxItems(100)],
            /// The total (总金额) in fen, 0 or more: Σ `post_payments` − Σ `post_discounts`.
            total_amount: Fen = [Min(0)],
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
            /// Discounts (商户优惠), at most 30, each with its amount. They replace the discounts of the creation.
            post_discounts: Vec<ServiceOrderCoupon> = [MaxItems(30)],
            /// When the service was used. `end_time` is required if the creation did not name it.
            time_range: TimeRange,
            /// Where the service was used.
            location: Location,
            /// When the order was completed (完结时间), in RFC 3339 with a zone.
            complete_time: ZonedTime,
        }
    }
}

no_content! {
    /// The order is completed. Nobody has been charged yet.
    pub struct OrderCompleted;
}
