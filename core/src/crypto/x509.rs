//! The parts of a certificate that Payscore needs: serial, validity, names, key.

use super::pem::decode_pem;
use super::{KeyProblem, PublicKeyDer};
use crate::time::Timestamp;
use der::{Decode, Encode};
use x509_cert::Certificate as X509;

/// The parts of an X.509 certificate that Payscore needs. The chain is not checked.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Certificate {
    /// The serial in upper-case hexadecimal, two digits a byte, without a sign byte: as WeChat Pay prints it.
    pub serial_no: String,
    /// Valid from.
    pub not_before: Timestamp,
    /// Valid to.
    pub not_after: Timestamp,
    /// The subject, RFC 4514.
    pub subject: String,
    /// The issuer, RFC 4514.
    pub issuer: String,
    /// Its RSA key; `None` when the key is of another kind (国密 SM2, elliptic curves).
    pub public_key: Option<PublicKeyDer>,
}

impl Certificate {
    /// Reads a certificate from PEM, tolerant of BOM, CRLF, blanks, literal `\n`, and bare Base64.
    pub fn from_pem(text: &str) -> Result<Certificate, KeyProblem> {
        let (label, der) = decode_pem(text)?;
        match label {
            None | Some("CERTIFICATE") => Certificate::from_der(&der),
            Some(label) if label.contains("PRIVATE KEY") => Err(KeyProblem::IsPrivateKey),
            Some("PUBLIC KEY" | "RSA PUBLIC KEY") => Err(KeyProblem::IsPublicKey),
            Some(other) => Err(KeyProblem::OtherLabel(other)),
        }
    }

    /// Reads a certificate from DER.
    pub fn from_der(der: &[u8]) -> Result<Certificate, KeyProblem> {
        let parsed = X509::from_der(der).map_err(|_| KeyProblem::Damaged)?;
        let certificate = parsed.tbs_certificate();
        let serial = certificate.serial_number().as_bytes();
        let serial = match serial {
            [0, rest @ ..] if !rest.is_empty() => rest,
            all => all,
        };
        let moment = |at: x509_cert::time::Time| {
            Timestamp::from_unix(i64::try_from(at.to_unix_duration().as_secs()).unwrap_or(i64::MAX))
                .ok_or(KeyProblem::Damaged)
        };
        let spki = certificate.subject_public_key_info().to_der().map_err(|_| KeyProblem::Damaged)?;
        Ok(Certificate {
            serial_no: super::to_hex(serial).to_ascii_uppercase(),
            not_before: moment(certificate.validity().not_before)?,
            not_after: moment(certificate.validity().not_after)?,
            subject: certificate.subject().to_string(),
            issuer: certificate.issuer().to_string(),
            public_key: PublicKeyDer::from_spki(&spki).ok(),
        })
    }
}
