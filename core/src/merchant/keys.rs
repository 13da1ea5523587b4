//! Reads keys that a user passes as text. A mistake has the same words wherever the key is passed.

use crate::crypto::{AeadKey, Certificate, KeyProblem, PrivateKey, PrivateKeyDer, PublicKeyDer};
use crate::error::{
    CONFIG_API_V3_KEY_LENGTH, CONFIG_CERTIFICATE_UNREADABLE, CONFIG_PRIVATE_KEY_ENCRYPTED,
    CONFIG_PRIVATE_KEY_IS_CERTIFICATE, CONFIG_PRIVATE_KEY_IS_PUBLIC, CONFIG_PRIVATE_KEY_NOT_RSA,
    CONFIG_PRIVATE_KEY_TOO_SMALL, CONFIG_PRIVATE_KEY_UNREADABLE, CONFIG_PUBLIC_KEY_ID, CONFIG_PUBLIC_KEY_UNREADABLE,
    Error, Issue, is_hidden,
};
use crate::protocol::{TrustStore, TrustedKey};

/// A merchant's private key as DER, and ready to sign.
pub(super) fn read_private_key(text: &str) -> Result<(PrivateKeyDer, PrivateKey), Issue> {
    let der = PrivateKeyDer::from_pem(text).map_err(|problem| {
        let code = match problem {
            KeyProblem::IsCertificate => CONFIG_PRIVATE_KEY_IS_CERTIFICATE,
            KeyProblem::IsPublicKey => CONFIG_PRIVATE_KEY_IS_PUBLIC,
            KeyProblem::Encrypted => CONFIG_PRIVATE_KEY_ENCRYPTED,
            KeyProblem::NotRsa => CONFIG_PRIVATE_KEY_NOT_RSA,
            KeyProblem::TooSmall(_) => CONFIG_PRIVATE_KEY_TOO_SMALL,
            _ => CONFIG_PRIVATE_KEY_UNREADABLE,
        };
        Issue::refusing("/private_key", code, format!("{} {}", key_problem(&problem), code.remedy()))
    })?;
    match PrivateKey::from_der(&der) {
        Ok(key) => Ok((der, key)),
        Err(_) => Err(Issue::refusing("/private_key", CONFIG_PRIVATE_KEY_UNREADABLE, DAMAGED_PRIVATE)),
    }
}

/// A merchant's own certificate.
pub(super) fn read_certificate(text: &str) -> Result<Certificate, Issue> {
    Certificate::from_pem(text).map_err(|problem| {
        let detail = format!("{} Give apiclient_cert.pem.", key_problem(&problem));
        Issue::refusing("/certificate", CONFIG_CERTIFICATE_UNREADABLE, detail)
    })
}

/// An APIv3 key; `at` is its JSON pointer.
pub(super) fn read_api_v3_key(at: &str, text: &str) -> Result<AeadKey, Issue> {
    let refuse = |detail: String| Issue::refusing(at, CONFIG_API_V3_KEY_LENGTH, detail);
    if text.contains(|c: char| c.is_whitespace() || is_hidden(c)) && text.len() <= 40 {
        let detail = "an APIv3 key has 32 letters and digits; here is a blank, a line break or an invisible character \
             among them.";
        return Err(refuse(detail.to_owned()));
    }
    AeadKey::new(text.as_bytes()).ok_or_else(|| {
        let hint = if text.len() == 34 { ": with its quotes?" } else { "" };
        refuse(format!("an APIv3 key has exactly 32 bytes, this has {}{hint}.", text.len()))
    })
}

/// Adds a public key, or the one in a certificate, to what is trusted.
fn read_trusted_key(trust: TrustStore, serial: &str, pem: &str) -> Result<TrustStore, Issue> {
    // A serial that is not valid is not shown: it may be a key in the wrong place.
    let is_serial = (1..=40).contains(&serial.len()) && serial.bytes().all(|byte| byte.is_ascii_hexdigit());
    if !is_serial && public_key_id(serial).is_err() {
        let detail = "each key's name must be PUB_KEY_ID_… or a certificate's serial in hexadecimal.";
        return Err(Issue::refusing("", CONFIG_PUBLIC_KEY_ID, detail));
    }
    let shown = if is_serial && serial.len() < 40 { "" } else { serial };
    let refuse = |problem: &str| Issue::refusing(&format!("/{shown}"), CONFIG_PUBLIC_KEY_UNREADABLE, problem);
    let der = read_public_key(pem).map_err(|problem| refuse(&problem))?;
    trust.with_public_key(serial, der).map_err(|_| refuse(DAMAGED_PUBLIC))
}

/// A public key, or the one in a certificate; otherwise what is wrong with the text.
fn read_public_key(pem: &str) -> Result<PublicKeyDer, String> {
    match Certificate::from_pem(pem) {
        Ok(certificate) => certificate
            .public_key
            .ok_or_else(|| "the certificate's key is not RSA of 2048, 3072 or 4096 bits.".to_owned()),
        Err(_) => PublicKeyDer::from_pem(pem).map_err(|problem| key_problem(&problem)),
    }
}

/// A private key outside the settings of a merchant.
pub(crate) fn private_key(pem: &str) -> Result<PrivateKeyDer, Error> {
    read_private_key(pem).map(|(der, _)| der).map_err(|issue| Error::of_issues("the private key", vec![issue]))
}

/// A private key outside the settings of a merchant, ready to sign.
pub(crate) fn signing_key(pem: &str) -> Result<PrivateKey, Error> {
    read_private_key(pem).map(|(_, key)| key).map_err(|issue| Error::of_issues("the private key", vec![issue]))
}

/// A certificate outside the settings of a merchant.
pub(crate) fn certificate(pem: &str) -> Result<Certificate, Error> {
    read_certificate(pem).map_err(|issue| Error::of_issues("the certificate", vec![issue]))
}

/// Adds a key to a trust store outside the settings of a merchant: a public key, or the one in a certificate.
pub(crate) fn trust(trust: TrustStore, serial: &str, pem: &str) -> Result<TrustStore, Error> {
    read_trusted_key(trust, serial, pem).map_err(|issue| Error::of_issues("the keys", vec![issue]))
}

/// A public key outside the settings of a merchant, or the one in a certificate. It has no name of its own.
pub(crate) fn public_key(pem: &str) -> Result<TrustedKey, Error> {
    let refuse = |problem: &str| {
        Error::of_issues("the public key", vec![Issue::refusing("", CONFIG_PUBLIC_KEY_UNREADABLE, problem)])
    };
    let der = read_public_key(pem).map_err(|problem| refuse(&problem))?;
    TrustedKey::without_name(der).map_err(|_| refuse(DAMAGED_PUBLIC))
}

/// An APIv3 key outside the settings of a merchant.
pub(crate) fn api_v3_key(text: &str) -> Result<AeadKey, Error> {
    read_api_v3_key("/api_v3_key", text).map_err(|issue| Error::of_issues("the APIv3 key", vec![issue]))
}

/// The sentence about a private key that could be read but that RSA refuses.
pub(crate) const DAMAGED_PRIVATE: &str = "the key's numbers do not fit together: the file is damaged.";
/// The sentence about such a public key.
pub(crate) const DAMAGED_PUBLIC: &str = "the key cannot be used: it is damaged.";

/// The error when a host's RSA refuses the merchant's private key.
#[cfg(feature = "webcrypto")]
pub(crate) fn damaged_private_key() -> Error {
    let issue = Issue::refusing("/private_key", CONFIG_PRIVATE_KEY_UNREADABLE, DAMAGED_PRIVATE);
    Error::of_issues("the merchant's configuration", vec![issue])
}

/// The error when a host's RSA refuses the key of this serial.
#[cfg(feature = "webcrypto")]
pub(crate) fn damaged_public_key(serial: &str) -> Error {
    let issue = Issue::refusing(&format!("/public_keys/{serial}"), CONFIG_PUBLIC_KEY_UNREADABLE, DAMAGED_PUBLIC);
    Error::of_issues("the merchant's configuration", vec![issue])
}

/// What is wrong with a key, as a sentence.
pub(super) fn key_problem(problem: &KeyProblem) -> String {
    match problem {
        KeyProblem::Empty => "it is empty.".to_owned(),
        KeyProblem::NotPem => "this is neither PEM nor Base64; a file's path is not its text.".to_owned(),
        KeyProblem::Damaged => "it looks like PEM, but what is inside cannot be read.".to_owned(),
        KeyProblem::IsCertificate => "this is a certificate.".to_owned(),
        KeyProblem::IsPrivateKey => "this is a private key.".to_owned(),
        KeyProblem::IsPublicKey => "this is a public key.".to_owned(),
        KeyProblem::Encrypted => "the key is password-protected.".to_owned(),
        KeyProblem::NotRsa => "the key is not RSA.".to_owned(),
        KeyProblem::TooSmall(bits) => format!("the RSA key has only {bits} bits."),
        KeyProblem::OddSize(bits) => format!("the RSA key has {bits} bits; 2048, 3072 and 4096 are supported."),
        KeyProblem::Exponent => "the RSA key's public exponent is not 65537.".to_owned(),
        KeyProblem::Numbers => DAMAGED_PRIVATE.to_owned(),
        KeyProblem::Pkcs12 => {
            "this is a PKCS#12 file (apiclient_cert.p12): give the PEM files of the same download, or convert it with \
                 `openssl pkcs12`."
                .to_owned()
        }
        KeyProblem::Frame => {
            "its BEGIN or END line is damaged: both must be complete, with the same words between five \
                 dashes."
                .to_owned()
        }
        KeyProblem::TooLong => "this is far longer than a key or certificate.".to_owned(),
        KeyProblem::Several(labels) => {
            let labels =
                labels.iter().map(|label| if label.is_empty() { "another" } else { label }).take(8).collect::<Vec<_>>();
            format!("it holds several PEM blocks ({}): give each in a text of its own.", labels.join(", "))
        }
        KeyProblem::OtherLabel("") => "this is PEM, but its label is not that of a key or a certificate.".to_owned(),
        KeyProblem::OtherLabel(label) => format!("this is PEM, but labelled {label}."),
    }
}

/// What is wrong with the id of a public key. A wrong id is not shown: it may be a key in the wrong place.
pub(super) fn public_key_id(id: &str) -> Result<(), &'static str> {
    if !id.starts_with("PUB_KEY_ID_") {
        return Err("each id must start with PUB_KEY_ID_; platform certificates go into `certificates`.");
    }
    if id.len() > 64 || !id.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-')) {
        return Err("an id has at most 64 letters, digits and `_`; copy it again, without blanks and line breaks.");
    }
    Ok(())
}
