//! 下载平台证书.

use crate::protocol::operation;
use crate::schema::Rule::MaxChars;
use crate::schema::{Unread, model};
use crate::time::Timestamp;

operation! {
    /// Downloads WeChat Pay's platform certificates (下载平台证书). Only the APIv3 key opens them. The answer is verified
    /// with the keys that were trusted before and those that it brings. To trust them, create a new merchant with them
    /// in `certificates`. Call it every 12 hours, and when a serial is unknown at most once a minute
    /// (`certificates_due`). Merchants that have only a WeChat Pay public key need no certificates; for them it is
    /// answered with 404.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
    pub struct DownloadCertificates -> PlatformCertificates as "download_certificates" {
        title: "下载平台证书", style: Certificates, method: Get, path: "/v3/certificates",
        page: "https://pay.weixin.qq.com/doc/v3/merchant/4012551764",
        after_loss: SameRequest, takes_order: false, rules: [],
        required {}
        optional {
            /// `RSA`, `SM2` or `ALL`. By default RSA. Payscore does not support 国密 (SM2).
            algorithm_type: String = [MaxChars(8)],
        }
    }
}

model! {
    /// WeChat Pay's platform certificates that are in use. Also keep those that you trusted before, until they expire.
    pub struct PlatformCertificates {
        required {
            /// The certificates.
            data: Vec<PlatformCertificate>,
        }
        optional {
            /// The listed certificates that are not trusted, each with the reason. Absent if there are none. Raise an
            /// alarm if an APIv3 key opens only some of them, or if one has expired.
            left_out: Vec<CertificateLeftOut>,
        }
        derived {
            /// Members that WeChat Pay sent and that could not be read. They are absent here, and stand in `raw`.
            unread: Vec<Unread>,
            /// The verified text as received, with the certificates still sealed.
            raw: String,
            /// `Request-ID` of the answer.
            request_id: Option<String>,
        }
    }
}

model! {
    /// A listed certificate that is not trusted.
    pub struct CertificateLeftOut {
        required {
            /// The stable code: `decryption.key`, `decryption.algorithm` (国密), `decryption.shape`, or
            /// `verification.certificate`.
            code: String,
            /// The reason, for people.
            why: String,
        }
        optional {
            /// The serial that the list names.
            serial_no: String,
        }
    }
}

model! {
    /// A platform certificate, opened. It is trusted because it was sealed under the APIv3 key; its chain is not
    /// checked. For additional assurance, compare `issuer`, or check the chain with `openssl verify` against WeChat
    /// Pay's CertTrustChain.p7b.
    pub struct PlatformCertificate {
        required {
            /// Its serial, in upper-case hexadecimal.
            serial_no: String,
            /// The certificate in PEM, for `certificates` of a new merchant.
            certificate: String,
            /// The beginning of its validity, in Unix seconds.
            not_before: Timestamp,
            /// The end of its validity, in Unix seconds.
            not_after: Timestamp,
            /// The issuer, in RFC 4514.
            issuer: String,
        }
        optional {}
    }
}
