//! 商户签名验签/加解密测试.

use crate::protocol::operation;
use crate::schema::Rule::{MaxChars, NotifyUrl};
use crate::schema::{Unread, model};

operation! {
    /// Tests signing, verifying and sealing without any trade (商户签名验签/加解密测试), and a callback if an address is given. One call goes
    /// by one key: seal with the key that the request names (`seal_sensitive` does).
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
    pub struct SecurityEcho -> SecurityEchoed as "security_echo" {
        title: "商户签名验签/加解密测试", method: Post, path: "/v3/security/echo",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4015139289",
        after_loss: SameRequest, repeats_with_success: true, takes_order: false,
        outside_lifecycle: "It is about no order.", outside_recovery: "WeChat Pay keeps nothing of it: repeat it.", rules: [],
        required {
            /// What is to come back (回显信息). Lengths are not documented here.
            echo_message: String,
        }
        optional {
            /// A text sealed by `seal_sensitive`, which WeChat Pay opens.
            encrypted_echo_message: String,
            /// Where a callback is to go (商户回调地址); none is made without it.
            notify_url: String = [MaxChars(255), NotifyUrl],
        }
    }
}

model! {
    /// What came back.
    pub struct SecurityEchoed {
        required {}
        optional {
            /// The message.
            echo_message: String,
            /// The opened text, sealed to the merchant's certificate: `open_sensitive` opens it. Not proven.
            encrypted_echo_message: String,
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
