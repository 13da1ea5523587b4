//! When tests happen. Time and randomness are arguments of core, so the same test is the same every day.

use payscore::time::Timestamp;

/// 2025-06-01 09:00:00 in Beijing.
pub const NOW: i64 = 1_748_739_600;

/// What stands where a nonce is needed. Twelve characters, as AES-GCM needs them.
pub const NONCE: &str = "nonce0000009";

pub fn now() -> Timestamp {
    Timestamp::from_unix(NOW).unwrap()
}

/// A moment in November 2023, when the platform certificate in `vectors/keys.json` was valid (May 2022 to May 2025).
pub fn while_the_certificate_was_valid() -> Timestamp {
    Timestamp::from_unix(1_700_000_000).unwrap()
}
