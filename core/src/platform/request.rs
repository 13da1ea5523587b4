//! A request to any endpoint.

use crate::protocol::operation;
use crate::schema::Rule::MaxChars;
use crate::schema::{Json, Unread, model};
use std::collections::BTreeMap;

operation! {
    /// Calls any APIv3 endpoint for which Payscore has no type. The request is signed and its answer verified, like
    /// every other. Payscore does not know what its error codes and a lost answer mean: query before anything else.
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
            /// The path without a query, such as `/v3/certificates`. Parts that are already percent-encoded stay
            /// unchanged.
            path: String,
        }
        optional {
            /// The query, from names to texts, in this order. Payscore encodes it.
            query: BTreeMap<String, String>,
            /// The body. It is sent as compact JSON, with its members in the same order.
            body: Json,
        }
    }
}

model! {
    /// A verified answer for which Payscore has no type.
    pub struct RawReply {
        required {
            /// The HTTP status, 200 to 299.
            status: i64,
            /// Whether the request is still being processed (202). Then repeat the identical request later.
            pending: bool,
        }
        optional {
            /// The body as JSON. Absent if there is none, or if it is not JSON.
            body: Json,
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
