//! A file's download.

use crate::protocol::operation;
use crate::schema::Rule::MaxChars;
use crate::schema::{Bytes, Unread, model};

operation! {
    /// Downloads a file whose address and hash a signed answer told before (账单下载 and the like). This answer is not signed: the hash is
    /// what it is checked by, over the bytes as they came; of a compressed file WeChat Pay's hash is of the unpacked one, so ask for it
    /// uncompressed.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013071238>
    pub struct Download -> Downloaded as "download" {
        title: "文件下载", style: Download, method: Get, path: "/",
        page: "https://pay.weixin.qq.com/doc/v3/merchant/4013071238",
        after_loss: SameRequest, takes_order: false, rules: [],
        required {
            /// The address, as the signed answer told it; valid for 5 minutes.
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
    /// A file whose hash is right.
    pub struct Downloaded {
        required {
            /// The file.
            content: Bytes,
        }
        optional {}
        derived {
            /// What WeChat Pay sent and could not be read: absent here, and in `raw`.
            unread: Vec<Unread>,
            /// Always empty: the file is in `content`.
            raw: String,
            /// `Request-ID` of the answer.
            request_id: Option<String>,
        }
    }
}
