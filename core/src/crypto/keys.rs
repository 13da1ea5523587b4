//! Keys as text: PEM in every condition in which people paste it, brought to checked DER. The backends take only that.

use super::KeyProblem;
use super::numbers::{check_private, check_public};
use super::pem::{decode_pem, decode_private};
use der::asn1::BitStringRef;
use der::{Decode, Encode};
use pkcs8::PrivateKeyInfoRef;
use spki::SubjectPublicKeyInfoRef;
use std::fmt;
use zeroize::Zeroizing;

/// A checked RSA private key as PKCS#8 DER. Wiped when dropped.
#[derive(Clone)]
pub struct PrivateKeyDer {
    pkcs8: Zeroizing<Vec<u8>>,
    public: PublicKeyDer,
}

impl PrivateKeyDer {
    /// Reads `BEGIN PRIVATE KEY` (PKCS#8) or `BEGIN RSA PRIVATE KEY` (PKCS#1), tolerant of BOM, CRLF, blanks, literal
    /// `\n`, text around the block, and bare Base64.
    pub fn from_pem(text: &str) -> Result<PrivateKeyDer, KeyProblem> {
        let (label, der) = decode_private(text)?;
        match label {
            Some("PRIVATE KEY") => from_pkcs8(&der),
            Some("RSA PRIVATE KEY") => from_pkcs1(&der),
            Some("ENCRYPTED PRIVATE KEY") => Err(KeyProblem::Encrypted),
            Some("CERTIFICATE") => Err(KeyProblem::IsCertificate),
            Some("PUBLIC KEY" | "RSA PUBLIC KEY") => Err(KeyProblem::IsPublicKey),
            Some("EC PRIVATE KEY" | "DSA PRIVATE KEY") => Err(KeyProblem::NotRsa),
            Some(other) => Err(KeyProblem::OtherLabel(other)),
            None => from_pkcs8(&der).or_else(|problem| match (from_pkcs1(&der), problem) {
                (Ok(key), _) => Ok(key),
                (Err(_), KeyProblem::Damaged) => Err(other_kind(&der)),
                (Err(_), problem) => Err(problem),
            }),
        }
    }

    /// PKCS#8 DER.
    pub fn pkcs8(&self) -> &[u8] {
        &self.pkcs8
    }

    /// The public half.
    pub fn public_key(&self) -> &PublicKeyDer {
        &self.public
    }
}

impl fmt::Debug for PrivateKeyDer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKeyDer")
    }
}

/// A checked RSA public key as SubjectPublicKeyInfo DER.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PublicKeyDer(Vec<u8>);

impl PublicKeyDer {
    /// Reads `BEGIN PUBLIC KEY` (SPKI) or `BEGIN RSA PUBLIC KEY` (PKCS#1), as tolerant as for private keys.
    pub fn from_pem(text: &str) -> Result<PublicKeyDer, KeyProblem> {
        let (label, der) = decode_pem(text)?;
        match label {
            Some("PUBLIC KEY") => PublicKeyDer::from_spki(&der),
            Some("RSA PUBLIC KEY") => PublicKeyDer::from_pkcs1(&der),
            Some("CERTIFICATE") => Err(KeyProblem::IsCertificate),
            Some(label) if label.contains("PRIVATE KEY") => Err(KeyProblem::IsPrivateKey),
            Some(other) => Err(KeyProblem::OtherLabel(other)),
            None => PublicKeyDer::from_spki(&der).or_else(|problem| match (PublicKeyDer::from_pkcs1(&der), problem) {
                (Ok(key), _) => Ok(key),
                (Err(_), KeyProblem::Damaged) => Err(other_kind(&der)),
                (Err(_), problem) => Err(problem),
            }),
        }
    }

    /// Checks a SubjectPublicKeyInfo.
    pub fn from_spki(der: &[u8]) -> Result<PublicKeyDer, KeyProblem> {
        let info = SubjectPublicKeyInfoRef::from_der(der).map_err(|_| KeyProblem::Damaged)?;
        is_rsa(&info.algorithm)?;
        PublicKeyDer::from_pkcs1(info.subject_public_key.as_bytes().ok_or(KeyProblem::Damaged)?)
    }

    /// Wraps a PKCS#1 RSAPublicKey.
    pub fn from_pkcs1(der: &[u8]) -> Result<PublicKeyDer, KeyProblem> {
        check_public(&pkcs1::RsaPublicKeyRef::from_der(der).map_err(|_| KeyProblem::Damaged)?)?;
        let key = BitStringRef::from_bytes(der).map_err(|_| KeyProblem::Damaged)?;
        let info = SubjectPublicKeyInfoRef { algorithm: pkcs1::ALGORITHM_ID, subject_public_key: key };
        info.to_der().map(PublicKeyDer).map_err(|_| KeyProblem::Damaged)
    }

    /// SubjectPublicKeyInfo DER.
    pub fn spki(&self) -> &[u8] {
        &self.0
    }

    /// SHA-256 over the SubjectPublicKeyInfo, in lower-case hexadecimal: the key's fingerprint.
    pub fn fingerprint(&self) -> String {
        super::to_hex(&super::sha256(&self.0))
    }
}

/// rsaEncryption with NULL, as RFC 8017 has it; other parameters some backends take and some do not.
fn is_rsa(algorithm: &spki::AlgorithmIdentifierRef<'_>) -> Result<(), KeyProblem> {
    if algorithm.oid != pkcs1::ALGORITHM_OID {
        return Err(KeyProblem::NotRsa);
    }
    if algorithm.parameters.is_some_and(|parameters| parameters.is_null()) { Ok(()) } else { Err(KeyProblem::Damaged) }
}

fn from_pkcs8(der: &[u8]) -> Result<PrivateKeyDer, KeyProblem> {
    let info = PrivateKeyInfoRef::from_der(der).map_err(|_| KeyProblem::Damaged)?;
    is_rsa(&info.algorithm)?;
    from_pkcs1(info.private_key.as_bytes())
}

fn from_pkcs1(der: &[u8]) -> Result<PrivateKeyDer, KeyProblem> {
    let public = public_half(der)?;
    let key = der::asn1::OctetStringRef::new(der).map_err(|_| KeyProblem::Damaged)?;
    let pkcs8 = PrivateKeyInfoRef::new(pkcs1::ALGORITHM_ID, key).to_der().map_err(|_| KeyProblem::Damaged)?;
    Ok(PrivateKeyDer { pkcs8: Zeroizing::new(pkcs8), public })
}

fn public_half(pkcs1_private: &[u8]) -> Result<PublicKeyDer, KeyProblem> {
    let key = pkcs1::RsaPrivateKeyRef::from_der(pkcs1_private).map_err(|_| KeyProblem::Damaged)?;
    check_private(&key)?;
    PublicKeyDer::from_pkcs1(&key.public_key().to_der().map_err(|_| KeyProblem::Damaged)?)
}

fn other_kind(der: &[u8]) -> KeyProblem {
    if x509_cert::Certificate::from_der(der).is_ok() {
        KeyProblem::IsCertificate
    } else if PublicKeyDer::from_spki(der).is_ok() {
        KeyProblem::IsPublicKey
    } else if from_pkcs8(der).is_ok() || from_pkcs1(der).is_ok() {
        KeyProblem::IsPrivateKey
    } else {
        KeyProblem::NotPem
    }
}
