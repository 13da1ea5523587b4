//! Opening what WeChat Pay sealed under the APIv3 key: the resource of a callback, a platform certificate.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/merchant/4012071382>

use crate::crypto::{AeadKey, OpenError, from_base64};
use crate::error::{
    CONFIG_API_V3_KEY_MISSING, DECRYPTION_ALGORITHM, DECRYPTION_KEY, DECRYPTION_SHAPE, Error, foreign_word,
};
use serde_json::Value;

/// Opens a sealed resource, `{algorithm, ciphertext, nonce, associated_data}`, with the first key that fits. The
/// associated data are taken exactly as they came; absent means empty.
pub fn open_resource(keys: &[AeadKey], resource: &Value) -> Result<Vec<u8>, Error> {
    let text = |name: &str| resource.get(name).and_then(Value::as_str);
    let algorithm = text("algorithm").unwrap_or("(none)");
    if algorithm != "AEAD_AES_256_GCM" {
        return Err(Error::new(
            DECRYPTION_ALGORITHM,
            format!("sealed with {}; only AEAD_AES_256_GCM is supported", foreign_word(algorithm)),
        ));
    }
    let shape = |detail: String| Error::new(DECRYPTION_SHAPE, detail);
    let sealed = text("ciphertext")
        .and_then(from_base64)
        .ok_or_else(|| shape("the ciphertext is missing or not Base64".to_owned()))?;
    let nonce = text("nonce").ok_or_else(|| shape("the nonce is missing".to_owned()))?;
    let associated_data = text("associated_data").unwrap_or("");
    if keys.is_empty() {
        return Err(Error::new(
            CONFIG_API_V3_KEY_MISSING,
            "there is no APIv3 key, so nothing can be decrypted: give `api_v3_key`",
        ));
    }
    for key in keys {
        match key.open(nonce.as_bytes(), associated_data.as_bytes(), &sealed) {
            Ok(plain) => return Ok(plain),
            Err(OpenError::NonceLength(length)) => {
                return Err(shape(format!("the nonce has {length} bytes instead of 12")));
            }
            Err(OpenError::TooShort(length)) => {
                return Err(shape(format!("the ciphertext has {length} bytes, fewer than its tag of 16")));
            }
            Err(OpenError::Mismatch) => {}
        }
    }
    let tried = if keys.len() == 1 {
        "the APIv3 key does not open it".to_owned()
    } else {
        format!("none of the {} APIv3 keys opens it", keys.len())
    };
    Err(Error::new(
        DECRYPTION_KEY,
        format!(
            "{tried}: it is not the key of this merchant number on the merchant platform, it is the APIv2 key, or the \
                 key was reset since (then give the old one too)"
        ),
    ))
}
