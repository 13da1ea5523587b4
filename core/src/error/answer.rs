//! What WeChat Pay answers when it refuses.

use crate::schema::{Json, model};

model! {
    /// An answer that is an error. Its body may be APIv3's JSON, other JSON, or not JSON at all, such as a gateway's
    /// page.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
    pub struct ErrorAnswer {
        required {
            /// The HTTP status.
            status: i64,
            /// Whether WeChat Pay's signature held. If not, the error may come from anything between you and WeChat
            /// Pay.
            verified: bool,
            /// The body as it arrived, with undecodable bytes replaced. If it is not verified, at most 64 KiB of it.
            /// Escape it before you show it.
            body: String,
        }
        optional {
            /// WeChat Pay's error code, such as `ORDER_NOT_EXIST`. Absent if the body is not its JSON.
            wechat_code: String,
            /// WeChat Pay's text for people, as it came. It changes, so never branch on it. Escape it before you show
            /// it.
            wechat_message: String,
            /// `Request-ID` of the answer. Quote it to WeChat Pay's support.
            request_id: String,
            /// The internal number at the end of `Request-ID`. For diagnosis only: never branch on it.
            request_id_number: i64,
            /// The parameter at fault: a JSON pointer for the body, a name for path and query.
            field: String,
            /// What is wrong with the parameter.
            issue: String,
            /// Where the parameter stands: `body`, `url`, `query` or `authorization`.
            location: String,
            /// The whole `detail` member of the body, as JSON.
            api_detail: Json,
        }
    }
}
