//! 查询扣款信息.

use crate::acquiring::OrderRef;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};
use crate::schema::{Unread, model};

operation! {
    /// Asks which deduction number is registered for an order (查询扣款信息). It does not say whether the money came: query the
    /// order for that.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194110>
    pub struct QueryDeduction -> DeductionInfo as "query_deduction" {
        title: "查询扣款信息", method: Get, path: "/v3/payscore/acquiringbank/serviceorder/deduction",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194110",
        after_loss: SameRequest, takes_order: true, rules: [],
        required {}
        optional {
            /// The service; default from the merchant.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID; default from the merchant.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number; default from the merchant.
            channel_id: String = [Filled, MaxChars(32), Identity],
            /// The merchant's number of the order.
            out_order_no: String = [Filled, OrderNumber],
        }
    }
}

model! {
    /// The registered deduction number, the latest when there were several.
    pub struct DeductionInfo {
        required {
            /// The deduction number.
            out_trade_no: String = [Identity],
        }
        optional {
            /// What is sold.
            description: String,
        }
        derived {
            /// What WeChat Pay sent and could not be read: absent here, and in `raw`.
            unread: Vec<Unread>,
            /// The order that was asked about; the answer itself does not name it.
            order_ref: Option<OrderRef>,
            /// The verified text as received.
            raw: String,
            /// `Request-ID` of the answer.
            request_id: Option<String>,
        }
    }
}
