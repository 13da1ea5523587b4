//! 下载平台证书.

use crate::protocol::operation;
use crate::schema::Rule::MaxChars;
use crate::schema::{Unread, model};
use crate::time::Timestamp;

operation! {
    /// Downloads WeChat Pay's platform certificates (下载平台证书). Its answer is verified with the keys that it brings, which only the
    /// APIv3 key opens, and those that were trusted before. Trust them by a new merchant (`certificates`), at most once a minute when a
    /// serial is unknown, else every 12 hours. Merchants that have a WeChat Pay public key need none: then it is answered with 404.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
    pub struct DownloadCertificates -> PlatformCertificates as "download_certificates" {
        title: "下载平台证书", style: Certificates, method: Get, path: "/v3/certificates",
        page: "https://pay.weixin.qq.com/doc/v3/merchant/4012551764",
        after_loss: SameRequest, takes_order: false, rules: [],
        required {}
        optional {
            /// `RSA`, `SM2` or `ALL`; RSA when left out. 国密 is not supported.
            algorithm_type: String = [MaxChars(8)],
        }
    }
}

model! {
    /// WeChat Pay's platform certificates that are in use. Keep those that you trusted before, too, until they lapse.
    pub struct PlatformCertificates {
        required {
            /// The certificates.
            data: Vec<PlatformCertificate>,
        }
        optional {
            /// Those that were listed but are not to be trusted, each with the reason; absent when there is none. Look at it: an APIv3 key
            /// that opens only some, or a certificate that has expired, is worth an alarm.
            left_out: Vec<CertificateLeftOut>,
        }
        derived {
            /// What WeChat Pay sent and could not be read: absent here, and in `raw`.
            unread: Vec<Unread>,
            /// The verified text as received, with the certificates still sealed.
            raw: String,
            /// `Request-ID` of the answer.
            request_id: Option<String>,
        }
    }
}

model! {
    /// A certificate that was listed but is not to be trusted.
    pub struct CertificateLeftOut {
        required {
            /// The stable code: `decryption.key`, `decryption.algorithm` (国密), `decryption.shape`, or `verification.certificate`.
            code: String,
            /// Why, for a person.
            why: String,
        }
        optional {
            /// The serial that the list names.
            serial_no: String,
        }
    }
}

model! {
    /// A platform certificate, opened. Its chain is not checked: that it was sealed under the APIv3 key is what it is trusted for. Who
    /// wants more compares `issuer`, or checks the chain with `openssl verify` against WeChat Pay's CertTrustChain.p7b.
    pub struct PlatformCertificate {
        required {
            /// Its serial, upper-case hexadecimal.
            serial_no: String,
            /// The certificate, PEM: for `certificates` of a new merchant.
            certificate: String,
            /// Valid from, in Unix seconds.
            not_before: Timestamp,
            /// Valid to, in Unix seconds.
            not_after: Timestamp,
            /// Who issued it, RFC 4514.
            issuer: String,
        }
        optional {}
    }
}
