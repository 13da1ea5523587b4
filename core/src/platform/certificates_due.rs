//! When to download certificates: core remembers nothing, so the merchant says when it last did.

use crate::error::Error;
use crate::protocol::Context;
use crate::schema::model;
use crate::time::Timestamp;

/// On account of an unknown serial, at most once a minute.
const PAUSE: i64 = 60;
/// Otherwise within 12 hours.
const EVERY: i64 = 10 * 3600;

model! {
    /// Whether WeChat Pay's platform certificates are to be downloaded now: at once when a serial is unknown, but at most once a minute;
    /// else every 10 hours, as WeChat Pay asks for every 12 at least. Not needed by merchants that have only a public key.
    ///
    /// Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012551764>
    pub struct CertificatesDue {
        required {}
        optional {
            /// When they were last downloaded, in Unix seconds; absent when never.
            downloaded_at: Timestamp,
            /// Whether a serial was met that is not trusted (`verification.serial.unknown`).
            serial_unknown: bool,
        }
    }
}

model! {
    /// Whether to download certificates.
    pub struct CertificatesStep {
        required {
            /// Whether it is due now.
            due: bool,
            /// Why, or why not yet.
            why: String,
        }
        optional {
            /// When it is due, in Unix seconds, if not now.
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
        (PAUSE, "a serial is unknown: keep the message, download, make a merchant that trusts more, and read it again")
    } else {
        (EVERY, "they change without notice: trust what is listed beside what was trusted before")
    };
    let next = last.plus(pause);
    let mut step = CertificatesStep::new(context.now.since(next) >= 0, why);
    if !step.due {
        step.not_before = Some(next);
    }
    Ok(step)
}
