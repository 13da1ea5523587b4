//! 从业机构预授权.

use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, NotifyUrl, OrderNumber};
use crate::schema::{Unread, model};

operation! {
    /// Prepares a user's authorisation of a service without confirmation (从业机构预授权, 免确认 only). Its token leads the user into the
    /// authorisation view; whether the user agreed is told by the callback or by `query_permissions`. After a lost answer, repeat the
    /// identical request; that this gives a token again is not proven for this mode.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012691489>
    pub struct ApplyPermissions -> PermissionsApplied as "apply_permissions" {
        title: "从业机构预授权", method: Post, path: "/v3/payscore/acquiringbank/permissions",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4012691489",
        after_loss: SameRequest, takes_order: false,
        outside_lifecycle: "It prepares an authorisation: where an order stands neither allows nor forbids it.", rules: [],
        required {
            /// The sub-merchant's number.
            sub_mchid: String = [MaxChars(32), Identity],
            /// The merchant's number of the authorisation (授权协议号): 1 to 32 of digits, letters, `_`, `-`, `|`, `*`; unique under the
            /// institution's merchant number, never used again for another user.
            authorization_code: String = [OrderNumber],
        }
        optional {
            /// The service; default from the merchant.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The institution's AppID; default from the merchant.
            appid: String = [Filled, MaxChars(32), Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [MaxChars(32), Identity],
            /// The channel partner's number; default from the merchant.
            channel_id: String = [Filled, MaxChars(32), Identity],
            /// Where USER_OPEN_SERVICE and USER_CLOSE_SERVICE go (商户回调地址): complete https address without a query, at most 255
            /// characters.
            notify_url: String = [MaxChars(255), NotifyUrl],
        }
    }
}

model! {
    /// The authorisation is prepared; the user has not agreed yet.
    pub struct PermissionsApplied {
        required {}
        optional {
            /// For the jump into the authorisation view (预授权token), valid for one hour.
            apply_permissions_token: String,
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
