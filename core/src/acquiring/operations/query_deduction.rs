//! 查询扣款信息.

use crate::acquiring::OrderRef;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};
use crate::schema::{Unread, model};

operation! {
    /// Queries the deduction number that is registered for an order (查询扣款信息). The reply does not show whether the user
    /// has paid: query the order for that.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
    pub struct QueryDeduction -> DeductionInfo as "query_deduction" {
        title: "查询扣款信息", method: Get, path: "/v3/payscore/acquiringbank/serviceorder/deduction",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194110",
        after_loss: SameRequest, takes_order: true, rules: [],
        required {}
        optional {
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID. By default, the merchant's `appid`.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [Filled, MaxChars(32), Identity],
            /// The merchant's order number (商户服务订单号).
            out_order_no: String = [Filled, OrderNumber],
        }
    }
}

model! {
    /// The registered deduction number. If there were several, it is the latest.
    pub struct DeductionInfo {
        required {
            /// The deduction number.
            out_trade_no: String = [Identity],
        }
        optional {
            /// The description of what is sold (商品描述).
            description: String,
        }
        derived {
            /// Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
            unread: Vec<Unread>,
            /// The order of the call. WeChat Pay's answer does not name it.
            order_ref: Option<OrderRef>,
            /// The verified text, as received.
            raw: String,
            /// `Request-ID` of the answer.
            request_id: Option<String>,
        }
    }
}
