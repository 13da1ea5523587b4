//! The upload of a file.

use super::RawReply;
use crate::protocol::operation;
use crate::schema::Rule::MaxChars;
use crate::schema::{Bytes, Json};

operation! {
    /// Uploads a file (图片/视频上传) to an endpoint that takes one. Only the file's description is signed. It holds the
    /// file's SHA-256.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012365335>
    pub struct Upload -> RawReply as "upload" {
        title: "文件上传", style: Upload, method: Post, path: "/",
        page: "https://pay.weixin.qq.com/doc/v3/merchant/4012365335",
        after_loss: SameRequest, repeats_with_success: true, takes_order: false,
        outside_lifecycle: "It is about no order.", outside_recovery: "Nothing shows it but its own reply: repeat the \
             identical upload.",
        rules: [],
        required {
            /// The path of the endpoint, such as `/v3/merchant/media/upload`.
            path: String,
            /// The file's name, without quotes and line breaks.
            filename: String = [MaxChars(128)],
            /// The file's type, such as `image/png`.
            content_type: String = [MaxChars(128)],
            /// The file's bytes.
            file: Bytes,
        }
        optional {
            /// Further members of the description, besides `filename` and `sha256`.
            meta: Json,
        }
    }
}
