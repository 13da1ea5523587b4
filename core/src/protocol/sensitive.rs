//! Sensitive fields: RSAES-OAEP with SHA-1 and MGF1-SHA-1, as Base64.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013053257>

use super::TrustedKey;
use crate::crypto::{PrivateKey, from_base64, to_base64};
use crate::error::{DECRYPTION_SENSITIVE, Error, INVALID_SENSITIVE};

/// Seals a text for WeChat Pay. The request must then name the same key in `Wechatpay-Serial`.
pub fn seal_sensitive(key: &TrustedKey, text: &str) -> Result<String, Error> {
    sealed(key.key.seal_oaep(sealable(text)?).ok())
}

/// Opens a text that WeChat Pay sealed to the merchant's certificate.
pub fn open_sensitive(key: &PrivateKey, sealed: &str) -> Result<String, Error> {
    opened(key.open_oaep(&to_open(sealed)?).ok())
}

/// The bytes to seal.
pub(crate) fn sealable(text: &str) -> Result<&[u8], Error> {
    let limit = crate::crypto::OAEP_MAX_2048;
    if text.is_empty() {
        return Err(Error::new(INVALID_SENSITIVE, "the text is empty: leave the field out instead"));
    }
    if text.len() > limit {
        return Err(Error::new(
            INVALID_SENSITIVE,
            format!("the text has {} bytes of UTF-8, at most {limit} can be sealed", text.len()),
        ));
    }
    Ok(text.as_bytes())
}

/// The field, from what RSA made of the bytes.
pub(crate) fn sealed(bytes: Option<Vec<u8>>) -> Result<String, Error> {
    bytes
        .map(|bytes| to_base64(&bytes))
        .ok_or_else(|| Error::new(INVALID_SENSITIVE, "the text could not be sealed with this key"))
}

/// The bytes to open.
pub(crate) fn to_open(sealed: &str) -> Result<Vec<u8>, Error> {
    let bytes = from_base64(sealed).ok_or_else(|| Error::new(DECRYPTION_SENSITIVE, "the field is not Base64"))?;
    // Here, because OpenSSL (WebCrypto in Node) puts a missing zero back and others refuse.
    if !matches!(bytes.len(), 256 | 384 | 512) {
        let detail =
            format!("the field has {} bytes; what RSA sealed has as many as the key, 256 of RSA-2048", bytes.len());
        return Err(Error::new(DECRYPTION_SENSITIVE, detail));
    }
    Ok(bytes)
}

/// The text, from what RSA made of the bytes.
pub(crate) fn opened(text: Option<Vec<u8>>) -> Result<String, Error> {
    let text = text.ok_or_else(|| {
        Error::new(
            DECRYPTION_SENSITIVE,
            "the private key does not open the field: it was sealed to another certificate, or is not OAEP with SHA-1",
        )
    })?;
    String::from_utf8(text).map_err(|_| Error::new(DECRYPTION_SENSITIVE, "the field was opened, but is not UTF-8"))
}
