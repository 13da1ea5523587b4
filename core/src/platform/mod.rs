//! What belongs to no product of WeChat Pay, and is there in every mode: platform certificates and when to download
//! them, the echo test, a request to any endpoint, upload and download of files. One file each.

mod certificates_due;
mod download;
mod download_certificates;
mod refusals;
mod request;
mod security_echo;
mod upload;

pub use certificates_due::{CertificatesDue, CertificatesStep};
pub use download::{Download, Downloaded};
pub use download_certificates::{CertificateLeftOut, DownloadCertificates, PlatformCertificate, PlatformCertificates};
pub use refusals::NUMBERS;
pub use request::{RawReply, RawRequest};
pub use security_echo::{SecurityEcho, SecurityEchoed};
pub use upload::Upload;

pub(crate) use refusals::REFUSALS;

use crate::protocol::{Mode, functions, operations, replies};

/// Of no product: nothing identifies an order here.
pub(crate) static MODE: Mode = Mode { name: "platform", order_ref: None, identity: &[], refusals: &REFUSALS };

operations!(DownloadCertificates, SecurityEcho, RawRequest, Upload, Download);
replies!(PlatformCertificates, SecurityEchoed, RawReply, Downloaded);
functions!(CertificatesDue = "certificates_due" -> CertificatesStep by certificates_due::due);
