//! 创建订单.

use crate::acquiring::rules;
use crate::acquiring::{Location, Order, Payment, RiskFund, ServiceOrderCoupon, TimeRange};
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, MaxItems, NotifyUrl, OrderNumber};

operation! {
    /// Creates an order (创建订单). An order that the user confirms begins as `CREATED`, and its reply holds the `package`
    /// for the jump into WeChat. A package is valid for one hour; the identical call gives a fresh one. After a lost
    /// answer, repeat the identical call or query. Never create again under another number.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194023>
    pub struct CreateOrder -> Order as "create_order" {
        title: "创建订单", method: Post, path: "/v3/payscore/acquiringbank/serviceorder",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194023",
        after_loss: SameRequest, repeats_with_success: true, takes_order: false,
        rules: [
            rules::ITEM_HAS_CONTENT,
            rules::DISCOUNT_HAS_DESCRIPTION,
            rules::ITEM_NAMES_DIFFER,
            rules::DISCOUNT_NAMES_DIFFER,
            rules::REMARK_NEEDS_TIME,
            rules::ON_ACCEPT_ONLY_STARTS,
            rules::ENDS_AFTER_START,
            rules::START_TIME_AHEAD,
            rules::END_TIME_AHEAD,
            rules::START_TIME_NEEDED,
            rules::SUB_OPENID_NEEDS_SUB_APPID,
            rules::CONFIRMATION_EXPLICIT,
            rules::EXACTLY_ONE_USER,
            rules::RISK_FUND_WITHOUT_CONFIRMATION,
            rules::ON_ACCEPT_NEEDS_CONFIRMATION,
            rules::ATTACH_ENCODED,
            rules::RISK_FUND_WITHIN_CEILING,
            rules::ITEMS_WITHIN_CEILING,
            rules::CONFIRMATION_FITS_MODE,
            rules::RISK_FUND_FITS_MODE,
        ],
        required {
            /// The sub-merchant's number (子商户号).
            sub_mchid: String = [MaxChars(32), Identity],
            /// The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be
            /// unique.
            out_order_no: String = [OrderNumber],
            /// What the user sees as the service (服务信息), at most 20 characters.
            service_introduction: String = [MaxChars(20)],
            /// The risk fund (服务风险金).
            risk_fund: RiskFund,
            /// When the service is used (服务时间段). `start_time` is required.
            time_range: TimeRange,
            /// Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255
            /// characters.
            notify_url: String = [MaxChars(255), NotifyUrl],
        }
        optional {
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID. By default, the merchant's `appid`.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's AppID. Required with `sub_openid`.
            sub_appid: String = [MaxChars(32), Identity],
            /// Items of the bill (后付费项目), at most 100.
            post_payments: Vec<Payment> = [MaxItems(100)],
            /// Discounts (商户优惠), at most 30.
            post_discounts: Vec<ServiceOrderCoupon> = [MaxItems(30)],
            /// Where the service is used (服务位置).
            location: Location,
            /// The user's OpenID under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is
            /// required.
            openid: String = [MaxChars(128), Identity],
            /// The user's OpenID under `sub_appid`.
            sub_openid: String = [MaxChars(128), Identity],
            /// Whether the user confirms each order: true for 需确认, false for 免确认. The service decides it. Always pass
            /// it.
            need_user_confirm: bool,
            /// The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may
            /// have at most 256 characters.
            attach: String = [MaxChars(256)],
        }
    }
}
