//! Any endpoint.

use crate::protocol::operation;
use crate::schema::Rule::MaxChars;
use crate::schema::{Json, Unread, model};
use std::collections::BTreeMap;

operation! {
    /// A request to any APIv3 endpoint that Payscore has no type for: signed, and its answer verified, like every other. What its error
    /// codes and a lost answer mean is not known here: query before anything else.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4012081726>
    pub struct RawRequest -> RawReply as "request" {
        title: "任意接口", style: Free, method: Post, path: "/",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4012081726",
        after_loss: QueryFirst, takes_order: false,
        outside_lifecycle: "What the endpoint is about is not known here.",
        outside_recovery: "What the endpoint does is not known here: query whatever shows its effect.", rules: [],
        required {
            /// `GET`, `POST`, `PUT`, `PATCH` or `DELETE`.
            method: String = [MaxChars(6)],
            /// The path, such as `/v3/certificates`, without a query. What is percent-encoded already stays as it is.
            path: String,
        }
        optional {
            /// The query: names to texts, in this order. Encoded here.
            query: BTreeMap<String, String>,
            /// The body: sent as compact JSON, members in the order given.
            body: Json,
        }
    }
}

model! {
    /// A verified answer that Payscore has no type for.
    pub struct RawReply {
        required {
            /// The HTTP status, 200 to 299.
            status: i64,
            /// Whether it is still being processed (202): repeat the identical request later.
            pending: bool,
        }
        optional {
            /// The body as JSON; absent when there is none, or it is no JSON.
            body: Json,
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
