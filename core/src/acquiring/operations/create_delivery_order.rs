//! 创建先用后付订单.

use crate::acquiring::{CreateOrder, Location, Order, Payment, RiskFund, ServiceOrderCoupon, TimeRange};
use crate::money::Fen;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, Known, MaxChars, MaxItems, Min, NotifyUrl, OrderNumber};
use crate::schema::{model, open_enum};

open_enum! {
    /// Where a jump from the order leads.
    pub enum JumpLinkType {
        /// A page of a mini program.
        MiniProgram = "JUMP_LINK_MINI_PROGRAM",
    }
}

model! {
    /// Where the user gets from the order's page. Lengths are not documented.
    pub struct JumpLink {
        required {}
        optional {
            /// What kind of place.
            jump_link_type: JumpLinkType = [Known],
            /// The mini program's AppID.
            appid: String,
            /// The page in it.
            path: String,
        }
    }
}

model! {
    /// Goods that were bought. Lengths are not documented.
    pub struct ShoppingGoods {
        required {}
        needed {
            /// Name.
            name: String,
            /// Address of a picture.
            picture: String,
            /// Price in fen.
            amount: Fen = [Min(0)],
            /// How many.
            count: i64 = [Min(1)],
        }
        optional {
            /// Categories.
            category_id: Vec<String>,
        }
    }
}

model! {
    /// What was bought, and from whom.
    pub struct ShoppingInfo {
        required {}
        optional {
            /// The AppID of the merchant that really sells.
            real_merchant_appid: String,
            /// Where the user gets from the order's page.
            jump_link: JumpLink,
            /// The goods.
            goods: Vec<ShoppingGoods>,
        }
    }
}

operation! {
    /// Creates a buy-now-pay-on-delivery order (创建先用后付订单): for e-commerce, by a permission of its own. What follows goes through
    /// the ordinary order operations; that, and the lengths of its own fields, are not documented. After a lost answer, repeat it or
    /// query: never create anew under another number.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
    pub struct CreateDeliveryOrder -> Order as "create_delivery_order" {
        title: "创建先用后付订单", method: Post, path: "/v3/payscore/acquiringbank/servicepayondeliveryorder",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4012783674",
        after_loss: SameRequest, repeats_with_success: true, takes_order: false, rules: CreateOrder,
        required {
            /// The merchant's number of the order (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`; unique.
            out_order_no: String = [OrderNumber],
            /// What the user sees as the service (服务信息), at most 20 characters.
            service_introduction: String = [MaxChars(20)],
            /// When the service is used (服务时间段); `start_time` is needed.
            time_range: TimeRange,
        }
        optional {
            /// The service (服务ID); default from the merchant.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID; default from the merchant.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The institution's merchant number; the page lists it, the `Authorization` header says it already.
            mchid: String = [MaxChars(32), Identity],
            /// The sub-merchant's number (子商户号). The page marks it optional; give it anyway.
            sub_mchid: String = [MaxChars(32), Identity],
            /// The sub-merchant's AppID; needed with `sub_openid`.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号); default from the merchant.
            channel_id: String = [MaxChars(32), Identity],
            /// Items of the bill (后付费项目), at most 100.
            post_payments: Vec<Payment> = [MaxItems(100)],
            /// Discounts (商户优惠), at most 30.
            post_discounts: Vec<ServiceOrderCoupon> = [MaxItems(30)],
            /// The risk fund (服务风险金).
            risk_fund: RiskFund,
            /// Where the service is used (服务位置).
            location: Location,
            /// The user under `appid`.
            openid: String = [MaxChars(128), Identity],
            /// The user under `sub_appid`.
            sub_openid: String = [MaxChars(128), Identity],
            /// Whether the user confirms each order.
            need_user_confirm: bool,
            /// Where callbacks about this order go (商户回调地址): complete https address without a query, at most 255 characters.
            notify_url: String = [MaxChars(255), NotifyUrl],
            /// The merchant's own data (商户数据包): URL-encode it first, at most 256 characters then. Sent as given.
            attach: String = [MaxChars(256)],
            /// What was bought, and from whom (购物信息).
            shopping_info: ShoppingInfo,
        }
    }
}
