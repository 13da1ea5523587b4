//! The download of a file.

use crate::protocol::operation;
use crate::schema::Rule::MaxChars;
use crate::schema::{Bytes, Unread, model};

operation! {
    /// Downloads a file (账单下载 and the like). An earlier, signed answer named its address and its hash. The file itself
    /// is not signed: it is checked by the hash, over the bytes as they came. WeChat Pay's hash is that of the
    /// uncompressed file, so request it uncompressed.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
    pub struct Download -> Downloaded as "download" {
        title: "文件下载", style: Download, method: Get, path: "/",
        page: "https://pay.weixin.qq.com/doc/v3/merchant/4013071238",
        after_loss: SameRequest, takes_order: false, rules: [],
        required {
            /// The address, unchanged from the signed answer. Valid for 5 minutes.
            download_url: String,
            /// `SHA1` or `SHA256`.
            hash_type: String = [MaxChars(8)],
            /// The hash in hexadecimal.
            hash_value: String = [MaxChars(64)],
        }
        optional {}
    }
}

model! {
    /// A file whose hash was checked.
    pub struct Downloaded {
        required {
            /// The file.
            content: Bytes,
        }
        optional {}
        derived {
            /// Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
            unread: Vec<Unread>,
            /// Always empty. The file is in `content`.
            raw: String,
            /// `Request-ID` of the answer.
            request_id: Option<String>,
        }
    }
}
