//! When to download certificates. Core remembers nothing, so the caller passes the time of the last download.

use crate::error::Error;
use crate::protocol::Context;
use crate::schema::model;
use crate::time::Timestamp;

/// After an unknown serial: the least pause between two downloads, in seconds.
const PAUSE: i64 = 60;
/// Otherwise: the pause in seconds. WeChat Pay asks for a download within 12 hours.
const EVERY: i64 = 10 * 3600;

model! {
    /// Whether WeChat Pay's platform certificates should be downloaded now. If a serial is unknown, they should be
    /// downloaded at once, but at most once a minute. Otherwise they should be downloaded every 10 hours: WeChat Pay
    /// asks for at least every 12. Merchants that have only a public key do not need this.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
    pub struct CertificatesDue {
        required {}
        optional {
            /// When they were last downloaded, in Unix seconds. Absent if never.
            downloaded_at: Timestamp,
            /// Whether a message had a serial that is not trusted (`verification.serial.unknown`).
            serial_unknown: bool,
        }
    }
}

model! {
    /// Whether to download certificates now.
    pub struct CertificatesStep {
        required {
            /// Whether it is due now.
            due: bool,
            /// Why, or why not yet.
            why: String,
        }
        optional {
            /// If it is not due now: when it is, in Unix seconds.
            not_before: Timestamp,
        }
    }
}

pub(super) fn due(params: &CertificatesDue, context: &Context<'_>) -> Result<CertificatesStep, Error> {
    let unknown = params.serial_unknown == Some(true);
    let Some(last) = params.downloaded_at else {
        return Ok(CertificatesStep::new(true, "they were never downloaded"));
    };
    let (pause, why) = if unknown {
        (
            PAUSE,
            "a serial is unknown: keep the message, download the certificates, create a merchant that trusts them, and \
                 read the message again",
        )
    } else {
        (EVERY, "certificates change without notice: trust the listed ones and those that you trusted before")
    };
    let next = last.plus(pause);
    let mut step = CertificatesStep::new(context.now.since(next) >= 0, why);
    if !step.due {
        step.not_before = Some(next);
    }
    Ok(step)
}
