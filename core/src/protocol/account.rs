//! What every request and every answer needs: who calls, the address, and the keys that are trusted. Nothing secret of
//! it is public.

use super::TrustStore;
use crate::crypto::AeadKey;

/// The public half of a merchant's configuration.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Account {
    /// The institution's merchant number.
    pub mchid: String,
    /// The serial of its API certificate, in upper-case hexadecimal.
    pub serial_no: String,
    /// Where requests go, without a trailing slash.
    pub base_url: String,
    /// The other address, for a second attempt.
    pub fallback_base_url: String,
    /// `User-Agent`, never empty.
    pub user_agent: String,
    /// `Wechatpay-Serial` of requests: the key with which WeChat Pay signs its answers.
    pub wechatpay_serial: Option<String>,
    /// The keys that verify WeChat Pay.
    pub trust: TrustStore,
    /// The APIv3 keys, newest first.
    pub(crate) api_v3_keys: Vec<AeadKey>,
}
