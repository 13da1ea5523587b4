//! 登记扣款信息.

use crate::acquiring::rules;
use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};
use crate::schema::{Unread, model};

operation! {
    /// Registers a deduction number (登记扣款信息) for one entrusted withholding at the clearing house within 24 hours. Store the
    /// number before calling. It moves no money. After a lost answer, ask with `query_deduction`; never register a second number
    /// meanwhile.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4013194100>
    pub struct RegisterDeductInfo -> DeductionRegistered as "register_deduct_info" {
        title: "登记扣款信息", method: Post, path: "/v3/payscore/acquiringbank/serviceorder/{out_order_no}/registerdeductinfo",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4013194100",
        after_loss: QueryFirst, takes_order: true, rules: [rules::DEDUCTION_NUMBER_DIFFERS],
        required {
            /// The deduction number (扣款单号), made by the merchant: 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. The withholding
            /// at the clearing house must carry the same.
            out_trade_no: String = [OrderNumber],
        }
        optional {
            /// The merchant's number of the order.
            out_order_no: String = [Filled, OrderNumber],
            /// The service; default from the merchant.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID, as at creation; default from the merchant.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number; default from the merchant.
            channel_id: String = [Filled, MaxChars(32), Identity],
        }
    }
}

model! {
    /// The number is registered, for 24 hours and one withholding.
    pub struct DeductionRegistered {
        required {}
        optional {
            /// What is sold, for the clearing house's call (商品描述).
            description: String,
        }
        derived {
            /// What WeChat Pay sent and could not be read: absent here, and in `raw`.
            unread: Vec<Unread>,
            /// The verified text as received.
            raw: String,
            /// `Request-ID` of the answer.
            request_id: Option<String>,
        }
    }
}
