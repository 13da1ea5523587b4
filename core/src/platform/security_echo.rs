//! 商户签名验签/加解密测试.

use crate::protocol::operation;
use crate::schema::Rule::{MaxChars, NotifyUrl};
use crate::schema::{Unread, model};

operation! {
    /// Tests signing, verifying and sealing without a trade (商户签名验签/加解密测试). With `notify_url`, it tests a callback as
    /// well. Seal with the key that the request names in `Wechatpay-Serial`; `seal_sensitive` does.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/partner/4015139289>
    pub struct SecurityEcho -> SecurityEchoed as "security_echo" {
        title: "商户签名验签/加解密测试", method: Post, path: "/v3/security/echo",
        page: "https://pay.weixin.qq.com/doc/v3/partner/4015139289",
        after_loss: SameRequest, repeats_with_success: true, takes_order: false,
        outside_lifecycle: "It is about no order.", outside_recovery: "WeChat Pay keeps nothing of it: repeat \
             it.", rules: [],
        required {
            /// The text that comes back (回显信息). WeChat Pay documents no length.
            echo_message: String,
        }
        optional {
            /// A text that `seal_sensitive` sealed. WeChat Pay opens it.
            encrypted_echo_message: String,
            /// Where the callback goes (商户回调地址). Without it there is no callback.
            notify_url: String = [MaxChars(255), NotifyUrl],
        }
    }
}

model! {
    /// The text that came back.
    pub struct SecurityEchoed {
        required {}
        optional {
            /// The text.
            echo_message: String,
            /// The text that WeChat Pay opened, sealed to the merchant's certificate. `open_sensitive` opens it. This
            /// is not proven.
            encrypted_echo_message: String,
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
