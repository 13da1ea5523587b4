//! 从业机构预授权.

use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, NotifyUrl, OrderNumber};
use crate::schema::{Unread, model};

operation! {
    /// Prepares a user's authorisation of a service (从业机构预授权). For services without confirmation (免确认) only. The
    /// reply's token leads the user into the authorisation view. The callback, or `query_permissions`, shows whether
    /// the user agreed. After a lost answer, repeat the identical request. It is not proven for this mode that this
    /// gives a token again.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
    pub struct ApplyPermissions -> PermissionsApplied as "apply_permissions" {
        title: "从业机构预授权", method: Post, path: "/v3/payscore/acquiringbank/permissions",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4012691489",
        after_loss: SameRequest, takes_order: false,
        outside_lifecycle: "It prepares an authorisation: where an order stands neither allows nor forbids \
             it.", rules: [],
        required {
            /// The sub-merchant's number.
            sub_mchid: String = [MaxChars(32), Identity],
            /// The merchant's authorisation number (授权协议号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`. It must be
            /// unique under the institution's merchant number. Never use it again for another user.
            authorization_code: String = [OrderNumber],
        }
        optional {
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID. By default, the merchant's `appid`.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [Filled, MaxChars(32), Identity],
            /// Where the callbacks USER_OPEN_SERVICE and USER_CLOSE_SERVICE go (商户回调地址): a complete https address
            /// without a query, at most 255 characters.
            notify_url: String = [MaxChars(255), NotifyUrl],
        }
    }
}

model! {
    /// The authorisation is prepared. The user has not agreed yet.
    pub struct PermissionsApplied {
        required {}
        optional {
            /// For the jump into the authorisation view (预授权token), valid for one hour.
            apply_permissions_token: String,
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
