//! What can be wrong with a key.

/// What is wrong with a text that was meant to be a key or a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum KeyProblem {
    /// Nothing there.
    Empty,
    /// Neither PEM nor Base64.
    NotPem,
    /// PEM or Base64, but what is inside cannot be read.
    Damaged,
    /// A certificate.
    IsCertificate,
    /// A private key.
    IsPrivateKey,
    /// A public key.
    IsPublicKey,
    /// A private key under a password.
    Encrypted,
    /// A key, but not RSA.
    NotRsa,
    /// An RSA key of fewer than 2048 bits; how many.
    TooSmall(u32),
    /// An RSA key of another size than 2048, 3072 or 4096 bits; how many.
    OddSize(u32),
    /// An RSA key whose public exponent is not 65537.
    Exponent,
    /// A private key whose numbers do not fit together.
    Numbers,
    /// A PKCS#12 file.
    Pkcs12,
    /// PEM whose BEGIN or END line is damaged.
    Frame,
    /// Far longer than a key or certificate.
    TooLong,
    /// Several PEM blocks in one text, with their labels.
    Several(Vec<&'static str>),
    /// PEM with another label. An unknown label is left empty: in a damaged text it may be part of the key.
    OtherLabel(&'static str),
}
