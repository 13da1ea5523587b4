//! What WeChat Pay says when it refuses.

use crate::schema::{Json, model};

model! {
    /// An answer that is an error: APIv3's JSON, other JSON, or not JSON at all (a gateway's page); nothing of it is lost.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
    pub struct ErrorAnswer {
        required {
            /// The HTTP status.
            status: i64,
            /// Whether WeChat Pay's signature held. An unverified error may come from anything between you and WeChat Pay.
            verified: bool,
            /// The body as it arrived, undecodable bytes replaced. Of one that is not verified, 64 KiB are kept. Escape it before
            /// showing it to anyone.
            body: String,
        }
        optional {
            /// WeChat Pay's error code, such as `ORDER_NOT_EXIST`; absent when the body is not its JSON.
            wechat_code: String,
            /// WeChat Pay's text for people, as it came; it changes, never branch on it. Escape it before showing it to anyone.
            wechat_message: String,
            /// `Request-ID` of the answer: quote it to WeChat Pay's support.
            request_id: String,
            /// The internal number at the end of `Request-ID`; for diagnosis only, never branch on it.
            request_id_number: i64,
            /// Which parameter is meant: a JSON pointer for a body, a name for path and query.
            field: String,
            /// What is wrong with it.
            issue: String,
            /// Where it stands: `body`, `url`, `query` or `authorization`.
            location: String,
            /// The whole `detail` member of the body, as JSON.
            api_detail: Json,
        }
    }
}
