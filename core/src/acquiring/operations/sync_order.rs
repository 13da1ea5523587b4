//! 同步订单信息.

use crate::acquiring::ServiceTime;
use crate::acquiring::rules;
use crate::protocol::{no_content, operation};
use crate::schema::Rule::{Filled, Identity, MaxChars, OneOf, OrderNumber};
use crate::schema::{model, open_enum};

open_enum! {
    /// What `sync_order` reports about an order.
    pub enum SyncType {
        /// 收款成功通知: the user paid through another channel.
        OrderPaid = "Order_Paid",
    }
}

model! {
    /// How the user paid through another channel.
    pub struct SyncDetail {
        required {
            /// When the user paid (收款成功时间): `yyyyMMddHHmmss`, or `yyyyMMdd` for the first second of a day, in Beijing
            /// time.
            paid_time: ServiceTime,
        }
        optional {}
    }
}

operation! {
    /// Reports that the user paid a completed order through another channel (同步订单信息). The order becomes `DONE`, paid
    /// elsewhere. WeChat Pay refuses it while a deduction number is in force. If the user pays twice after all, refund
    /// one payment. After a lost answer, query.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194292>
    pub struct SyncOrder -> OrderSynced as "sync_order" {
        title: "同步订单信息", method: Post, path: "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/sync",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194292",
        after_loss: QueryFirst, takes_order: true, rules: [rules::PAID_TIME_IS_MOMENT],
        required {
            /// What is reported (场景类型): `Order_Paid`.
            r#type: SyncType = [OneOf],
            /// The details (内容信息详情).
            detail: SyncDetail,
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
    /// WeChat Pay knows that the order was paid elsewhere.
    pub struct OrderSynced;
}
