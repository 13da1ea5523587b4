//! 查询授权记录（授权协议号）.

use crate::protocol::operation;
use crate::schema::Rule::{Filled, Identity, MaxChars, OrderNumber};
use crate::schema::{Unread, model, open_enum};

operation! {
    /// Queries a user's authorisation (查询授权记录). For services without confirmation (免确认) only.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012461004>
    pub struct QueryPermissions -> Permissions as "query_permissions" {
        title: "查询授权记录（授权协议号）", method: Get,
        path: "/v3/payscore/acquiringbank/permissions/authorization-code/{authorization_code}",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4012461004",
        after_loss: SameRequest, takes_order: false, rules: [],
        required {
            /// The merchant's authorisation number (授权协议号).
            authorization_code: String = [OrderNumber],
            /// The sub-merchant's number.
            sub_mchid: String = [MaxChars(32), Identity],
        }
        optional {
            /// The service (服务ID). By default, the merchant's `service_id`.
            service_id: String = [Filled, MaxChars(32), Identity],
            /// The channel partner's number (渠道商商户号). By default, the merchant's `channel_id`.
            channel_id: String = [Filled, MaxChars(32), Identity],
        }
    }
}

open_enum! {
    /// The state of an authorisation.
    pub enum AuthorizationState {
        /// 用户未授权服务: the user has not authorised the service, or has withdrawn it.
        Unavailable = "UNAVAILABLE",
        /// 用户已授权服务: the user has authorised the service. Orders may be created.
        Available = "AVAILABLE",
        /// 未绑定用户: no user has used the token yet.
        Unbinduser = "UNBINDUSER",
    }
}

model! {
    /// A user's authorisation of a service (授权记录).
    pub struct Permissions {
        required {
            /// The service.
            service_id: String = [Identity],
            /// The institution's merchant number.
            mchid: String = [Identity],
            /// The state of the authorisation.
            authorization_state: AuthorizationState,
        }
        optional {
            /// The institution's AppID.
            appid: String = [Identity],
            /// The sub-merchant's number.
            sub_mchid: String = [Identity],
            /// The sub-merchant's AppID.
            sub_appid: String = [Identity],
            /// The channel partner's number.
            channel_id: String = [Identity],
            /// The user under the institution's AppID.
            openid: String,
            /// The user under the sub-merchant's AppID.
            sub_openid: String,
            /// The merchant's authorisation number (授权协议号).
            authorization_code: String = [Identity],
            /// Where its callbacks go.
            notify_url: String,
            /// When the user withdrew it, in RFC 3339, with or without milliseconds.
            cancel_authorization_time: String,
            /// When the user last authorised it, in RFC 3339, with or without milliseconds.
            authorization_success_time: String,
            /// A label of the user; not proven for this mode.
            user_label: String,
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
