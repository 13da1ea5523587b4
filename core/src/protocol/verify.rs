//! Verification of answers and callbacks, in two steps: find the message, the key and the signature, then check the
//! signature. Malformed headers are named before any RSA.
//!
//! Source: <https://pay.weixin.qq.com/doc/v3/merchant/4013053420>

use super::{TrustStore, TrustedKey, bounded, canonical::response_message, diagnosis};
use crate::crypto::from_base64;
use crate::error::{
    Error, VERIFICATION_HEADER_DUPLICATE, VERIFICATION_HEADER_MALFORMED, VERIFICATION_HEADER_MISSING,
    VERIFICATION_PROBE, VERIFICATION_SERIAL, VERIFICATION_SIGNATURE, VERIFICATION_TIMESTAMP, VERIFICATION_TYPE,
    foreign_word,
};
use crate::http::Headers;
use crate::time::Timestamp;

/// A message must have been signed within so many seconds of now.
const WINDOW: i64 = 300;

const TIMESTAMP: &str = "Wechatpay-Timestamp";
const NONCE: &str = "Wechatpay-Nonce";
const SIGNATURE: &str = "Wechatpay-Signature";
const SERIAL: &str = "Wechatpay-Serial";
const TYPE: &str = "Wechatpay-Signature-Type";

/// Checks that WeChat Pay signed these bytes now. `body` is the bytes as received, before any parsing. Returns the
/// serial of the key.
pub fn verify(trust: &TrustStore, headers: &Headers, body: &[u8], now: Timestamp) -> Result<String, Error> {
    verify_with(trust, headers, body, now, &by_own_rsa)
}

/// Decides whether the signature holds over a message: by core's RSA, or by the verdict of a host that did the RSA
/// itself.
pub(crate) type Judge<'a> = &'a dyn Fn(&PendingVerification<'_>, &[u8]) -> bool;

/// Decides by core's RSA.
pub(crate) fn by_own_rsa(pending: &PendingVerification<'_>, message: &[u8]) -> bool {
    pending.key.key.verify(message, &pending.signature)
}

pub(crate) fn verify_with(
    trust: &TrustStore,
    headers: &Headers,
    body: &[u8],
    now: Timestamp,
    judge: Judge<'_>,
) -> Result<String, Error> {
    prepare(trust, headers, body, now)
        .map_err(|error| diagnosis::explain_unsigned(error, headers, body))?
        .finish(headers, body, judge)
}

/// Whether WeChat Pay signed an answer that is an error in any case. It does not matter why not.
pub(crate) fn is_signed(trust: &TrustStore, headers: &Headers, body: &[u8], now: Timestamp, judge: Judge<'_>) -> bool {
    prepare(trust, headers, body, now).is_ok_and(|pending| judge(&pending, &pending.message))
}

/// A signature that is still to be checked, with its message and its key.
pub(crate) struct PendingVerification<'t> {
    pub(crate) key: &'t TrustedKey,
    pub(crate) message: Vec<u8>,
    pub(crate) signature: Vec<u8>,
    timestamp: String,
    nonce: String,
}

pub(crate) fn prepare<'t>(
    trust: &'t TrustStore,
    headers: &Headers,
    body: &[u8],
    now: Timestamp,
) -> Result<PendingVerification<'t>, Error> {
    let timestamp = header(headers, TIMESTAMP)?;
    let nonce = header(headers, NONCE)?;
    let signature = header(headers, SIGNATURE)?;
    let serial = header(headers, SERIAL)?;
    check_type(headers)?;
    check_time(timestamp, now)?;
    if signature.starts_with("WECHATPAY/SIGNTEST/") {
        return Err(Error::new(
            VERIFICATION_PROBE,
            "the signature is a probe (WECHATPAY/SIGNTEST/…): WeChat Pay tests whether signatures are verified. A \
                 callback comes again, correctly signed. If it was an answer, the request was executed.",
        ));
    }
    let key = trust.find(serial).ok_or_else(|| unknown_serial(trust, serial))?;
    let decoded = from_base64(signature).ok_or_else(|| {
        let hint = if signature.len() <= 64 && !signature.contains(['+', '/', '=']) {
            ": swapped with the nonce or the serial?"
        } else {
            ""
        };
        bad_signature(format!("the signature header is not Base64{hint}"))
    })?;
    Ok(PendingVerification {
        key,
        message: response_message(timestamp, nonce, body),
        signature: decoded,
        timestamp: timestamp.to_owned(),
        nonce: nonce.to_owned(),
    })
}

impl PendingVerification<'_> {
    /// The serial of the key if the signature holds. Otherwise the usual kinds of damage are tried, to name the cause
    /// in the error.
    fn finish(self, headers: &Headers, body: &[u8], judge: Judge<'_>) -> Result<String, Error> {
        if judge(&self, &self.message) {
            return Ok(self.key.serial.clone());
        }
        let fits = self.messages_before_damage(body).find(|(message, _)| judge(&self, message));
        Err(bad_signature(format!(
            "the signature does not belong to these {} bytes under key {}{}",
            body.len(),
            self.key.serial,
            fits.map_or_else(|| diagnosis::describe_body(headers, body), |(_, what)| what)
        )))
    }

    /// The messages that may have been signed before something damaged the body, each with its sentence. They are made
    /// one by one, since each costs as much as the body is long.
    pub(crate) fn messages_before_damage<'b>(
        &'b self,
        body: &'b [u8],
    ) -> impl Iterator<Item = (Vec<u8>, &'static str)> + 'b {
        let message = |body: &[u8]| response_message(&self.timestamp, &self.nonce, body);
        let appended = std::iter::once_with(move || {
            let body = body.strip_suffix(b"\n").map(<[u8]>::trim_ascii_end)?;
            Some((
                message(body),
                ". Without the line feed at its end it would hold: something appended one. Pass the bytes exactly as \
                     received.",
            ))
        });
        let rewritten = std::iter::once_with(move || {
            let compact = bounded::compacted(body);
            (compact != body).then(|| (
                message(&compact),
                ". Written compactly it would hold: the body was parsed and written again. Pass the bytes exactly as \
                     received, before your framework parses them.",
            ))
        });
        let repaired = diagnosis::bodies_before_damage(body).map(move |(body, what)| (message(&body), what));
        appended.chain(rewritten).flatten().chain(repaired)
    }
}

fn header<'h>(headers: &'h Headers, name: &'static str) -> Result<&'h str, Error> {
    let found = headers.single(name).map_err(|_| {
        Error::new(
            VERIFICATION_HEADER_DUPLICATE,
            format!("the header {name} came more than once with different values"),
        )
    })?;
    let Some(value) = found else {
        return Err(Error::new(
            VERIFICATION_HEADER_MISSING,
            format!(
                "the header {name} is missing: the message was not signed, or a proxy, gateway or firewall stripped \
                     its Wechatpay-* headers"
            ),
        ));
    };
    // A line feed in the nonce would move the border between nonce and body inside what was signed.
    if !bounded::is_token(value) {
        let most = bounded::HEADER;
        return Err(Error::new(
            VERIFICATION_HEADER_MALFORMED,
            format!(
                "the header {name} has a blank, a control character or a character beyond ASCII, or more than {most} \
                     characters"
            ),
        ));
    }
    Ok(value)
}

fn check_type(headers: &Headers) -> Result<(), Error> {
    if headers.get(TYPE).is_none() {
        return Ok(());
    }
    match header(headers, TYPE)? {
        "WECHATPAY2-SHA256-RSA2048" => Ok(()),
        other => Err(Error::new(
            VERIFICATION_TYPE,
            format!("signed with {}, but only WECHATPAY2-SHA256-RSA2048 is supported", foreign_word(other)),
        )),
    }
}

fn check_time(timestamp: &str, now: Timestamp) -> Result<(), Error> {
    let Some(signed_at) =
        timestamp.parse().ok().and_then(Timestamp::from_unix).filter(|_| timestamp.bytes().all(|b| b.is_ascii_digit()))
    else {
        let hint = match timestamp.len() {
            300.. => format!("holds {} characters of Base64: swapped with the signature?", timestamp.len()),
            13 if timestamp.bytes().all(|b| b.is_ascii_digit()) => "is in milliseconds".to_owned(),
            32 => "looks like a nonce: swapped with Wechatpay-Nonce?".to_owned(),
            _ => "is not a number of Unix seconds".to_owned(),
        };
        return Err(Error::new(VERIFICATION_HEADER_MALFORMED, format!("the timestamp header {hint}")));
    };
    let skew = now.since(signed_at);
    if skew.abs() > WINDOW {
        let direction = if skew > 0 { "before" } else { "after" };
        return Err(Error::new(
            VERIFICATION_TIMESTAMP,
            format!(
                "signed {} seconds {direction} this machine's time, more than {WINDOW}. Synchronise the clock (NTP); a \
                     message that was kept must be verified with the time at which it was received",
                skew.unsigned_abs()
            ),
        ));
    }
    Ok(())
}

fn unknown_serial(trust: &TrustStore, serial: &str) -> Error {
    let serial = foreign_word(serial);
    let known = trust.iter().map(|key| key.serial.as_str()).take(8).collect::<Vec<_>>().join(", ");
    let (what, remedy) = if serial.starts_with("PUB_KEY_ID_") {
        ("the public key", "Copy it from the merchant platform into public_keys")
    } else {
        (
            "the platform certificate",
            "Download the certificates (download_certificates, at most once a minute), create a merchant that also \
                 trusts them, and read the same message with it",
        )
    };
    Error::new(
        VERIFICATION_SERIAL,
        format!("signed with {what} {serial}, which is not trusted; trusted are: {known}. {remedy}"),
    )
}

fn bad_signature(detail: String) -> Error {
    Error::new(VERIFICATION_SIGNATURE, detail)
}
