//! 登记扣款信息.

use crate::acquiring::rules;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};
use crate::schema::{Unread, model};

operation! {
    /// Registers a deduction number (登记扣款信息). It is valid for 24 hours, for one entrusted withholding at the clearing
    /// house. Store the number before you call. This call moves no money. After a lost answer, call `query_deduction`.
    /// Never register a second number meanwhile.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
    pub struct RegisterDeductInfo -> DeductionRegistered as "register_deduct_info" {
        title: "登记扣款信息", method: Post,
        path: "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/registerdeductinfo",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194100",
        after_loss: QueryFirst, takes_order: true, rules: [rules::DEDUCTION_NUMBER_DIFFERS],
        required {
            /// The deduction number (扣款单号), chosen by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The
            /// withholding at the clearing house must carry the same number.
            out_trade_no: String = [OrderNumber],
        }
        optional {
            /// The merchant's order number (商户服务订单号).
            out_order_no: String = [Filled, OrderNumber],
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID, as at creation. By default, the merchant's `appid`.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [Filled, MaxChars(32), Identity],
        }
    }
}

model! {
    /// The number is registered for 24 hours and one withholding.
    pub struct DeductionRegistered {
        required {}
        optional {
            /// The description of what is sold (商品描述). Pass it to the clearing house.
            description: String,
        }
        derived {
            /// Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
            unread: Vec<Unread>,
            /// The verified text, as received.
            raw: String,
            /// `Request-ID` of the answer.
            request_id: Option<String>,
        }
    }
}
