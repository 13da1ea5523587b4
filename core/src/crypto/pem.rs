//! PEM in every condition in which people paste it. What is unambiguous is accepted; anything else is named.

use super::KeyProblem;
use super::from_base64;
use crate::error::is_hidden;
use zeroize::Zeroizing;

/// The most bytes of PEM. No key or certificate comes near this.
const LONGEST: usize = 64 * 1024;

/// The known labels. An unknown label is never shown: in a damaged text it may be part of a key.
const LABELS: [&str; 19] = [
    "PRIVATE KEY",
    "RSA PRIVATE KEY",
    "ENCRYPTED PRIVATE KEY",
    "EC PRIVATE KEY",
    "DSA PRIVATE KEY",
    "OPENSSH PRIVATE KEY",
    "PUBLIC KEY",
    "RSA PUBLIC KEY",
    "SSH2 PUBLIC KEY",
    "CERTIFICATE",
    "X509 CERTIFICATE",
    "TRUSTED CERTIFICATE",
    "CERTIFICATE REQUEST",
    "NEW CERTIFICATE REQUEST",
    "X509 CRL",
    "PKCS7",
    "PKCS12",
    "EC PARAMETERS",
    "DH PARAMETERS",
];

/// A label (`None` for bare Base64) and the decoded bytes.
type Block = (Option<&'static str>, Zeroizing<Vec<u8>>);

/// The one PEM block in a text, or bare Base64.
pub(super) fn decode_pem(text: &str) -> Result<Block, KeyProblem> {
    decoded(text, false, 0)
}

/// The one private key in a text, which may also hold certificates; or bare Base64.
pub(super) fn decode_private(text: &str) -> Result<Block, KeyProblem> {
    decoded(text, true, 0)
}

fn decoded(text: &str, private: bool, wraps: usize) -> Result<Block, KeyProblem> {
    if text.len() > LONGEST {
        return Err(KeyProblem::TooLong);
    }
    let text = Zeroizing::new(text.chars().filter(|c| c.is_whitespace() || !is_hidden(*c)).collect::<String>());
    let text = Zeroizing::new(text.replace("\\r", "").replace("\\n", "\n"));
    if text.trim().is_empty() {
        return Err(KeyProblem::Empty);
    }
    let blocks: Vec<&str> = text.split("-----BEGIN ").skip(1).collect();
    let chosen = match blocks.as_slice() {
        [] => return bare(&text, private, wraps),
        [one] => *one,
        several => {
            let label_of = |block: &&str| block.split_once("-----").map_or("", |(label, _)| known(label));
            let keys: Vec<&&str> = several.iter().filter(|block| label_of(block).ends_with("PRIVATE KEY")).collect();
            match keys.as_slice() {
                [key] if private => **key,
                _ => return Err(KeyProblem::Several(several.iter().map(label_of).collect())),
            }
        }
    };
    block(chosen)
}

/// Decodes the text after `-----BEGIN `.
fn block(text: &str) -> Result<Block, KeyProblem> {
    let (label, rest) = text.split_once("-----").ok_or(KeyProblem::Frame)?;
    let (inside, end) = rest.split_once("-----END ").ok_or(KeyProblem::Frame)?;
    let ends = end.split_once("-----").is_some_and(|(ending, _)| ending.trim() == label.trim());
    if inside.contains("ENCRYPTED") {
        return Err(KeyProblem::Encrypted);
    }
    match known(label) {
        "" => Err(KeyProblem::OtherLabel("")),
        "PKCS12" => Err(KeyProblem::Pkcs12),
        _ if !ends => Err(KeyProblem::Frame),
        label => {
            let inside = Zeroizing::new(inside.split_whitespace().collect::<String>());
            from_base64(&inside).map(|der| (Some(label), Zeroizing::new(der))).ok_or(KeyProblem::Damaged)
        }
    }
}

/// Decodes a text without a BEGIN line: Base64 of DER, or Base64 of PEM, as secret stores keep it.
fn bare(text: &str, private: bool, wraps: usize) -> Result<Block, KeyProblem> {
    // Base64 has no dashes, and these words do not come about in it by chance.
    let framed = ["--", "–", "—", "PRIVATE KEY", "PUBLIC KEY", "CERTIFICATE"].iter().any(|sign| text.contains(sign));
    if framed {
        return Err(KeyProblem::Frame);
    }
    let text = Zeroizing::new(text.split_whitespace().collect::<String>());
    let bytes = from_base64(&text).map(Zeroizing::new).filter(|der| der.len() > 16).ok_or(KeyProblem::NotPem)?;
    match std::str::from_utf8(&bytes) {
        Ok(inner) if wraps < 2 && inner.trim_start_matches('\u{feff}').trim_start().starts_with("-----") => {
            decoded(inner, private, wraps.saturating_add(1))
        }
        Ok(inner) if wraps < 2 && inner.starts_with("LS0tLS1CRUdJTi") => {
            decoded(inner, private, wraps.saturating_add(1))
        }
        _ if is_pkcs12(&bytes) => Err(KeyProblem::Pkcs12),
        _ => Ok((None, bytes)),
    }
}

/// A sequence that begins with the version 3 and another sequence.
fn is_pkcs12(der: &[u8]) -> bool {
    let header = match der {
        [0x30, 0x84, ..] => 6,
        [0x30, 0x83, ..] => 5,
        [0x30, 0x82, ..] => 4,
        [0x30, 0x81, ..] => 3,
        [0x30, ..] => 2,
        _ => return false,
    };
    der.get(header..).is_some_and(|inside| inside.starts_with(&[2, 1, 3, 0x30]))
}

fn known(label: &str) -> &'static str {
    LABELS.into_iter().find(|known| *known == label.trim()).unwrap_or_default()
}
