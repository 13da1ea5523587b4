//! 创建先用后付订单.

use crate::acquiring::{CreateOrder, Location, Order, Payment, RiskFund, ServiceOrderCoupon, TimeRange};
use crate::money::Fen;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, Known, MaxChars, MaxItems, Min, NotifyUrl, OrderNumber};
use crate::schema::{model, open_enum};

open_enum! {
    /// The kind of place to which the order's page links.
    pub enum JumpLinkType {
        /// A page of a mini program.
        MiniProgram = "JUMP_LINK_MINI_PROGRAM",
    }
}

model! {
    /// The link on the order's page. WeChat Pay documents no lengths.
    pub struct JumpLink {
        required {}
        optional {
            /// The kind of place.
            jump_link_type: JumpLinkType = [Known],
            /// The mini program's AppID.
            appid: String,
            /// The page of the mini program.
            path: String,
        }
    }
}

model! {
    /// Goods that the user bought. WeChat Pay documents no lengths.
    pub struct ShoppingGoods {
        required {}
        needed {
            /// The name.
            name: String,
            /// The address of a picture.
            picture: String,
            /// The price, in fen.
            amount: Fen = [Min(0)],
            /// The quantity.
            count: i64 = [Min(1)],
        }
        optional {
            /// The categories.
            category_id: Vec<String>,
        }
    }
}

model! {
    /// The goods and their seller.
    pub struct ShoppingInfo {
        required {}
        optional {
            /// The AppID of the real seller.
            real_merchant_appid: String,
            /// The link on the order's page.
            jump_link: JumpLink,
            /// The goods.
            goods: Vec<ShoppingGoods>,
        }
    }
}

operation! {
    /// Creates a buy-now-pay-on-delivery order (创建先用后付订单), for e-commerce. It needs a permission of its own. Afterwards
    /// use the ordinary order operations; WeChat Pay documents neither this nor the lengths of the fields that only
    /// this operation has. After a lost answer, repeat the identical call or query. Never create again under another
    /// number.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012783674>
    pub struct CreateDeliveryOrder -> Order as "create_delivery_order" {
        title: "创建先用后付订单", method: Post, path: "/v3/payscore/acquiringbank/servicepayondeliveryorder",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4012783674",
        after_loss: SameRequest, repeats_with_success: true, takes_order: false, rules: CreateOrder,
        required {
            /// The merchant's order number (商户服务订单号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be
            /// unique.
            out_order_no: String = [OrderNumber],
            /// What the user sees as the service (服务信息), at most 20 characters.
            service_introduction: String = [MaxChars(20)],
            /// When the service is used (服务时间段). `start_time` is required.
            time_range: TimeRange,
        }
        optional {
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID. By default, the merchant's `appid`.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The institution's merchant number. The page lists it, although the `Authorization` header has it
            /// already.
            mchid: String = [MaxChars(32), Identity],
            /// The sub-merchant's number (子商户号). The page calls it optional. Always pass it.
            sub_mchid: String = [MaxChars(32), Identity],
            /// The sub-merchant's AppID. Required with `sub_openid`.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [MaxChars(32), Identity],
            /// Items of the bill (后付费项目), at most 100.
            post_payments: Vec<Payment> = [MaxItems(100)],
            /// Discounts (商户优惠), at most 30.
            post_discounts: Vec<ServiceOrderCoupon> = [MaxItems(30)],
            /// The risk fund (服务风险金).
            risk_fund: RiskFund,
            /// Where the service is used (服务位置).
            location: Location,
            /// The user's OpenID under `appid`.
            openid: String = [MaxChars(128), Identity],
            /// The user's OpenID under `sub_appid`.
            sub_openid: String = [MaxChars(128), Identity],
            /// Whether the user confirms each order.
            need_user_confirm: bool,
            /// Where callbacks about this order go (商户回调地址): a complete https address without a query, at most 255
            /// characters.
            notify_url: String = [MaxChars(255), NotifyUrl],
            /// The merchant's own data (商户数据包). URL-encode it first (`encode_attach`): it is sent unchanged, and may
            /// have at most 256 characters.
            attach: String = [MaxChars(256)],
            /// The goods and their seller (购物信息).
            shopping_info: ShoppingInfo,
        }
    }
}
