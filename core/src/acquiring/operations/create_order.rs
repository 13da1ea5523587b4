//! 创建订单.

use crate::acquiring::rules;
use crate::acquiring::{Location, Order, Payment, RiskFund, ServiceOrderCoupon, TimeRange};
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, MaxItems, NotifyUrl, OrderNumber};

operation! {
    /// Creates an order (创建订单). With confirmation it begins as `CREATED` and its reply holds the `package` for the jump into
    /// WeChat, valid for one hour; repeating the identical call gives a fresh one. After a lost answer, repeat it or query: never
    /// create anew under another number.
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
            /// The merchant's number of the order (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`; unique.
            out_order_no: String = [OrderNumber],
            /// What the user sees as the service (服务信息), at most 20 characters.
            service_introduction: String = [MaxChars(20)],
            /// The risk fund (服务风险金).
            risk_fund: RiskFund,
            /// When the service is used (服务时间段); `start_time` is needed.
            time_range: TimeRange,
            /// Where callbacks about this order go (商户回调地址): complete https address without a query, at most 255 characters.
            notify_url: String = [MaxChars(255), NotifyUrl],
        }
        optional {
            /// The service (服务ID); default from the merchant.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID; default from the merchant.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号); default from the merchant.
            channel_id: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's AppID; needed with `sub_openid`.
            sub_appid: String = [MaxChars(32), Identity],
            /// Items of the bill (后付费项目), at most 100.
            post_payments: Vec<Payment> = [MaxItems(100)],
            /// Discounts (商户优惠), at most 30.
            post_discounts: Vec<ServiceOrderCoupon> = [MaxItems(30)],
            /// Where the service is used (服务位置).
            location: Location,
            /// The user under `appid`. Without confirmation, exactly one of `openid` and `sub_openid` is needed.
            openid: String = [MaxChars(128), Identity],
            /// The user under `sub_appid`.
            sub_openid: String = [MaxChars(128), Identity],
            /// Whether the user confirms each order (需确认: true, 免确认: false). It belongs to the service; say it explicitly.
            need_user_confirm: bool,
            /// The merchant's own data (商户数据包): URL-encode it first, at most 256 characters then. Sent as given.
            attach: String = [MaxChars(256)],
        }
    }
}
