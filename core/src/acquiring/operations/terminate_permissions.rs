//! 解除授权关系（授权协议号）.

use crate::protocol::{no_content, operation};
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};

operation! {
    /// Ends a user's authorisation of a service (解除授权关系). For services without confirmation (免确认) only. WeChat Pay
    /// refuses it while the user has unfinished orders. Their money can still be collected afterwards. After a lost
    /// answer, query the authorisation.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461012>
    pub struct TerminatePermissions -> PermissionsTerminated as "terminate_permissions" {
        title: "解除授权关系（授权协议号）", method: Post,
        path: "/v3/payscore/acquiringbank/permissions/authorization-code/{authorization_code}/terminate",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4012461012",
        after_loss: QueryFirst, takes_order: false, rules: [],
        required {
            /// The merchant's authorisation number (授权协议号).
            authorization_code: String = [OrderNumber],
            /// The sub-merchant's number.
            sub_mchid: String = [MaxChars(32), Identity],
            /// The reason (撤销原因), at most 50 characters.
            reason: String = [MaxChars(50)],
        }
        optional {
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [Filled, MaxChars(32), Identity],
        }
    }
}

no_content! {
    /// The authorisation is ended.
    pub struct PermissionsTerminated;
}
