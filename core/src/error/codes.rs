//! The table of error codes. A code is never renamed and never reused; `docs/errors.md` and the page of each family are made from
//! this table.

use super::Kind;
use std::fmt;

/// A stable error code: a row of the table.
#[derive(Clone, Copy)]
pub struct Code(&'static Row);

struct Row {
    code: &'static str,
    kind: Kind,
    meaning: &'static str,
    remedy: &'static str,
}

impl Code {
    /// The code itself, such as `invalid.length`.
    pub const fn as_str(self) -> &'static str {
        self.0.code
    }

    /// The kind of error it belongs to.
    pub const fn kind(self) -> Kind {
        self.0.kind
    }

    /// What it means, one sentence.
    pub const fn meaning(self) -> &'static str {
        self.0.meaning
    }

    /// What to do about it.
    pub const fn remedy(self) -> &'static str {
        self.0.remedy
    }

    /// Where it is explained, in the project's repository: `docs/errors/<family>.md#<code>`, such as
    /// `docs/errors/verification.md#verification.timestamp.expired`.
    pub fn page(self) -> String {
        let code = self.as_str();
        let family = code.split_once('.').map_or(code, |(family, _)| family);
        format!("docs/errors/{family}.md#{code}")
    }

    /// The code of this name.
    pub fn find(code: &str) -> Option<Code> {
        CODES.iter().copied().find(|row| row.as_str() == code)
    }
}

impl PartialEq for Code {
    fn eq(&self, other: &Code) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for Code {}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

macro_rules! codes {
    ($($NAME:ident = $code:literal, $kind:ident, $meaning:literal, $remedy:literal;)*) => {
        $(pub(crate) const $NAME: Code = Code(&Row { code: $code, kind: Kind::$kind, meaning: $meaning, remedy: $remedy });)*
        /// Every code there is.
        pub static CODES: &[Code] = &[$($NAME),*];
    };
}

#[rustfmt::skip]
codes! {
    CONFIG_INVALID = "config.invalid", Config,
        "A setting has the wrong type, or an unknown name.",
        "Compare with the constructor's parameters.";
    CONFIG_MISSING = "config.missing", Config,
        "A setting that is needed is missing.",
        "Give it.";
    CONFIG_MCHID = "config.mchid", Config,
        "The merchant number is not made of digits.",
        "Use the institution's own merchant number (从业机构), not the sub-merchant's.";
    CONFIG_SERIAL_FORMAT = "config.serial_no.format", Config,
        "The certificate serial is not upper-case hexadecimal as WeChat Pay prints it.",
        "Run `openssl x509 -noout -serial -in apiclient_cert.pem`, or give `certificate` instead of `serial_no`.";
    CONFIG_SERIAL_DECIMAL = "config.serial_no.decimal", Config,
        "The certificate serial was given in decimal.",
        "Give it in hexadecimal, or give `certificate` instead.";
    CONFIG_SERIAL_PLATFORM = "config.serial_no.is_platform_key", Config,
        "A key of WeChat Pay was named as the merchant's certificate serial.",
        "Give the serial of your own apiclient_cert.pem.";
    CONFIG_SERIAL_MISMATCH = "config.serial_no.mismatch", Config,
        "`serial_no` and `certificate` name different certificates.",
        "Give only `certificate`.";
    CONFIG_PRIVATE_KEY_MISSING = "config.private_key.missing", Config,
        "This merchant has no private key, so it cannot sign by itself.",
        "Give `private_key`, or sign elsewhere: draft → message → finish(signature).";
    CONFIG_PRIVATE_KEY_IS_CERTIFICATE = "config.private_key.is_certificate", Config,
        "A certificate was given as the private key.",
        "Give apiclient_key.pem; apiclient_cert.pem goes into `certificate`.";
    CONFIG_PRIVATE_KEY_IS_PUBLIC = "config.private_key.is_public_key", Config,
        "A public key was given as the private key.",
        "Give apiclient_key.pem; WeChat Pay's key goes into `public_keys`.";
    CONFIG_PRIVATE_KEY_ENCRYPTED = "config.private_key.encrypted", Config,
        "The private key is under a password.",
        "Decrypt it first: `openssl pkey -in key.pem -out apiclient_key.pem`.";
    CONFIG_PRIVATE_KEY_NOT_RSA = "config.private_key.not_rsa", Config,
        "The private key is not RSA.",
        "WeChat Pay's API certificates are RSA-2048; SM2 (国密) is not supported.";
    CONFIG_PRIVATE_KEY_TOO_SMALL = "config.private_key.too_small", Config,
        "The RSA key has fewer than 2048 bits.",
        "Use the key that belongs to your API certificate.";
    CONFIG_PRIVATE_KEY_UNREADABLE = "config.private_key.unreadable", Config,
        "The private key cannot be read.",
        "Give the whole text of apiclient_key.pem, with its BEGIN and END lines.";
    CONFIG_CERTIFICATE_UNREADABLE = "config.certificate.unreadable", Config,
        "A certificate cannot be read.",
        "Give the whole PEM text of the certificate.";
    CONFIG_CERTIFICATE_MISMATCH = "config.certificate.mismatch", Config,
        "Certificate and private key are not a pair.",
        "Take both from the same download.";
    CONFIG_CERTIFICATE_IS_OWN = "config.certificates.is_own", Config,
        "Your own certificate was given as WeChat Pay's.",
        "Give the platform certificate (from GET /v3/certificates), or use `public_keys`.";
    CONFIG_PUBLIC_KEY_ID = "config.public_keys.id", Config,
        "A public key's id does not start with PUB_KEY_ID_.",
        "Copy the id from the merchant platform, next to the key; certificates go into `certificates`.";
    CONFIG_PUBLIC_KEY_UNREADABLE = "config.public_keys.unreadable", Config,
        "A WeChat Pay public key cannot be read.",
        "Give the text of pub_key.pem.";
    CONFIG_TRUST_EMPTY = "config.trust.empty", Config,
        "There is no key to verify WeChat Pay with.",
        "Give `public_keys={\"PUB_KEY_ID_…\": pem}` and/or `certificates=[pem]`.";
    CONFIG_WECHATPAY_SERIAL = "config.wechatpay_serial", Config,
        "`wechatpay_serial` names a key that is not in the trust store.",
        "Name one of the keys in `public_keys` or `certificates`, or leave it out.";
    CONFIG_API_V3_KEY_LENGTH = "config.api_v3_key.length", Config,
        "An APIv3 key has exactly 32 bytes.",
        "Copy it again from the merchant platform, without blanks or quotes.";
    CONFIG_API_V3_KEY_IS_V2 = "config.api_v3_key.is_v2", Config,
        "The APIv3 key and the APIv2 key are the same text.",
        "They are two secrets: set the APIv3 key on the merchant platform and give that one.";
    CONFIG_API_V3_KEY_MISSING = "config.api_v3_key.missing", Config,
        "There is no APIv3 key, so nothing can be decrypted.",
        "Give `api_v3_key`.";
    CONFIG_API_V2_KEY_LENGTH = "config.api_v2_key.length", Config,
        "An APIv2 key has exactly 32 characters.",
        "Copy it again from the merchant platform.";
    CONFIG_API_V2_KEY_MISSING = "config.api_v2_key.missing", Config,
        "There is no APIv2 key, so the jump cannot be signed.",
        "Give `api_v2_key`: the institution's, from the merchant platform.";
    CONFIG_BASE_URL = "config.base_url", Config,
        "The base address is not usable.",
        "`https://host` without a path; plain http is for loopback only.";
    CONFIG_SIMULATOR_KEY = "config.simulator_key", Config,
        "A published test key of the simulator is used against a real address.",
        "Use your own keys, or point `base_url` at a simulator on this machine.";
    INVALID_PARAMETERS = "invalid.parameters", Invalid,
        "The parameters are not right.",
        "See `issues`.";
    INVALID_MISSING = "invalid.missing", Invalid,
        "A parameter that is needed is missing.",
        "Give it, or set its default on the merchant.";
    INVALID_TYPE = "invalid.type", Invalid,
        "A parameter has the wrong type.",
        "Give the type that the documentation of the field names.";
    INVALID_UNKNOWN_FIELD = "invalid.unknown_field", Invalid,
        "There is no such parameter.",
        "Correct the name; members that Payscore does not know go into `extra`.";
    INVALID_LENGTH = "invalid.length", Invalid,
        "A text is empty or too long. Lengths are counted in characters (code points).",
        "Shorten it.";
    INVALID_CHARACTERS = "invalid.characters", Invalid,
        "A text has characters that are not allowed there.",
        "Numbers: digits, letters, `_`, `-`, `|`, `*`. Everywhere: no emoji (beyond three UTF-8 bytes), no control characters.";
    INVALID_RANGE = "invalid.range", Invalid,
        "A number is too small or too large.",
        "Amounts are whole fen (分): 8 yuan are 800.";
    INVALID_ITEMS = "invalid.items", Invalid,
        "A list has too few or too many elements.",
        "Keep within the limits of the field.";
    INVALID_VALUE = "invalid.value", Invalid,
        "The value is not one that WeChat Pay documents.",
        "Use one of the documented values.";
    INVALID_TIME = "invalid.time", Invalid,
        "The text is not a time in a form that WeChat Pay takes.",
        "`yyyyMMddHHmmss`, `yyyyMMdd` or `OnAccept` in Beijing time; `complete_time` is RFC 3339.";
    INVALID_TIME_NAIVE = "invalid.time.naive", Invalid,
        "A time without a zone: whose clock is meant cannot be known.",
        "Give a time with a zone (it becomes Beijing time), or a text in WeChat Pay's format.";
    INVALID_TIME_ORDER = "invalid.time.order", Invalid,
        "A time lies before one that it must follow.",
        "Correct the times; leave a margin for clocks that differ.";
    INVALID_URL = "invalid.url", Invalid,
        "`notify_url` is not one that WeChat Pay can call.",
        "A complete https address with a path, without a query.";
    INVALID_EXACTLY_ONE = "invalid.exactly_one", Invalid,
        "Exactly one of several parameters must be given.",
        "Give one of them.";
    INVALID_REQUIRES = "invalid.requires", Invalid,
        "A parameter needs another one.",
        "Give both or neither.";
    INVALID_TOTAL = "invalid.total_amount", Invalid,
        "`total_amount` is not Σ post_payments − Σ post_discounts, or is negative.",
        "Correct the amounts; `count` does not multiply.";
    INVALID_DUPLICATE = "invalid.duplicate", Invalid,
        "A name occurs twice in one order.",
        "Join the items, or give them different names.";
    INVALID_ATTACH = "invalid.attach.not_encoded", Invalid,
        "`attach` is not URL-encoded.",
        "Encode it before passing it; it is sent as given.";
    INVALID_SAME_NUMBER = "invalid.out_trade_no.same", Invalid,
        "`out_trade_no` equals `out_order_no`.",
        "Use a number of its own: a retried deduction needs a new one.";
    INVALID_OTHER_ORDER = "invalid.other_order", Invalid,
        "A parameter and the order beside it are about different orders, or the order is another institution's.",
        "Leave the parameter out, or pass the order that you mean.";
    INVALID_STATUS = "invalid.status", Invalid,
        "The answer's status is missing, or is no HTTP status from 200 to 599.",
        "Pass the status that your HTTP client received, as an integer.";
    INVALID_EVIDENCE = "invalid.evidence", Invalid,
        "What was passed to `settle` is no evidence.",
        "Pass an order, the reply to `query_deduction` or `query_permissions`, or the error of a query or a repeat.";
    INVALID_OPERATION = "invalid.operation", Invalid,
        "There is no operation of this name.",
        "Use one of the listed names.";
    INVALID_CLOCK = "invalid.clock", Invalid,
        "The moment or the nonce that was handed in cannot be used.",
        "Unix seconds; a nonce of 1 to 32 letters and digits.";
    INVALID_DRAFT = "invalid.draft", Invalid,
        "These bytes are not a stored draft, or one of a later version.",
        "Pass what `draft.to_bytes()` returned, with this version or a later one.";
    INVALID_SIGNATURE = "invalid.signature", Invalid,
        "What was handed to `finish` is not an RSA signature.",
        "Pass the raw signature, or its Base64: SHA256withRSA (PKCS#1 v1.5) over `draft.message`.";
    INVALID_SENSITIVE = "invalid.sensitive", Invalid,
        "The text cannot be sealed.",
        "At most 214 bytes of UTF-8, and not empty.";
    STATE_QUERY_FIRST = "state.query_first", State,
        "This call is not repeated before it is known what became of it.",
        "Query, `settle` with what was found, and hand that in.";
    STATE_OTHER_DRAFT = "state.other_draft", State,
        "The settlement is of another draft.",
        "Pass what `settle` of this very draft returned.";
    STATE_OTHER_MERCHANT = "state.other_merchant", State,
        "The call is of another merchant number.",
        "Use a merchant of the same number.";
    STATE_PREPAY = "state.prepay_locked", State,
        "The user cannot be let pay now: a deduction number is in force, or its withholding is unknown.",
        "Answer the callback with `ack`; close the number at the clearing house, or find out how its withholding stands.";
    TRANSPORT_NOT_SENT = "transport.not_sent", Transport,
        "The connection was never made: nothing was sent.",
        "Try again.";
    TRANSPORT_LOST = "transport.lost", Transport,
        "The answer was lost. The outcome is unknown.",
        "Follow `retry`: query, or repeat the identical request under the same number. Never start anew under a new one.";
    API_REFUSED = "api.refused", Api,
        "WeChat Pay refused the call; nothing was changed.",
        "See `wechat_code` and `detail`.";
    API_STATE = "api.order_moved_on", Api,
        "The order does not stand as the call needs it. If the call was sent twice, its own success is the reason.",
        "Query the order, and `settle` with what it shows.";
    API_SIGN = "api.sign_error", Api,
        "WeChat Pay did not accept the signature of the request.",
        "Check that private key and `serial_no` belong together and to `mchid`, and that the bytes were sent unchanged.";
    API_RATE = "api.rate_limited", Api,
        "Too many calls.",
        "Try again later, with growing pauses.";
    API_UNAVAILABLE = "api.unavailable", Api,
        "WeChat Pay, or something in front of it, failed.",
        "Later, with the same parameters.";
    API_UNVERIFIED = "api.unverified", Api,
        "An error that WeChat Pay did not sign: it may come from a gateway or proxy, and proves nothing.",
        "Treat the outcome as unknown.";
    API_REDIRECT = "api.redirect", Api,
        "The answer is a redirect (3xx), which WeChat Pay does not use here: it proves nothing.",
        "Treat the outcome as unknown. Do not follow it: the request was signed for another address.";
    API_PENDING = "api.pending", Api,
        "Accepted, still being processed (202).",
        "Repeat the same request later.";
    VERIFICATION_HEADER_MISSING = "verification.header.missing", Verification,
        "A Wechatpay-* header is missing.",
        "Look for a proxy that strips headers, or an answer that is not WeChat Pay's.";
    VERIFICATION_HEADER_MALFORMED = "verification.header.malformed", Verification,
        "A Wechatpay-* header cannot be what it should be.",
        "Pass the headers as they arrived, each under its own name.";
    VERIFICATION_HEADER_DUPLICATE = "verification.header.duplicate", Verification,
        "A Wechatpay-* header came twice with different values.",
        "Look at what stands between WeChat Pay and you.";
    VERIFICATION_TYPE = "verification.signature_type", Verification,
        "The message was signed with another algorithm than RSA with SHA-256.",
        "国密 (SM2) is not supported; ask WeChat Pay to use RSA.";
    VERIFICATION_TIMESTAMP = "verification.timestamp.expired", Verification,
        "The message is more than 300 seconds away from this machine's clock.",
        "Synchronise the clock (NTP); a stored message cannot be verified later without its own time.";
    VERIFICATION_SERIAL = "verification.serial.unknown", Verification,
        "The key that signed is not in the trust store.",
        "Add the public key or platform certificate that the serial names.";
    VERIFICATION_PROBE = "verification.probe", Verification,
        "A signature probe: WeChat Pay tests whether you verify.",
        "Nothing to mend. A callback comes again correctly signed; for an answer, the request did run.";
    VERIFICATION_SIGNATURE = "verification.signature", Verification,
        "The signature does not belong to these bytes and this key.",
        "Pass the body's bytes exactly as received.";
    VERIFICATION_BODY = "verification.body", Verification,
        "The body was not handed over as the bytes that were received.",
        "Take the raw body from your framework before it parses it.";
    VERIFICATION_HASH = "verification.hash", Verification,
        "A downloaded file is not the one whose hash was announced.",
        "Pass the bytes as they came, unpacked; else ask for the file's address again.";
    VERIFICATION_CERTIFICATE = "verification.certificate", Verification,
        "A platform certificate that was downloaded is not one to trust.",
        "The detail says why: sealed as something else, not one PEM block, another serial than the list names, or not valid now.";
    DECRYPTION_ALGORITHM = "decryption.algorithm", Decryption,
        "The resource is sealed with another algorithm.",
        "Only AEAD_AES_256_GCM is supported.";
    DECRYPTION_SHAPE = "decryption.shape", Decryption,
        "The sealed resource is damaged: Base64, nonce or length.",
        "Nothing was changed on the way if the signature held; tell WeChat Pay.";
    DECRYPTION_KEY = "decryption.key", Decryption,
        "No APIv3 key opens the resource.",
        "It is not the key of this merchant number, it is the APIv2 key, or it was reset: give the old one too.";
    DECRYPTION_SENSITIVE = "decryption.sensitive", Decryption,
        "A sensitive field cannot be opened with this private key.",
        "It was sealed to another certificate, or is not OAEP with SHA-1.";
    MALFORMED_JSON = "malformed.json", Malformed,
        "Verified, but not JSON.",
        "Read `raw`; update Payscore.";
    MALFORMED_SHAPE = "malformed.shape", Malformed,
        "Verified, but what says which thing it is about, or how that stands, is missing or cannot be read.",
        "Read `raw`, and query again; if it stays so, update Payscore. Any other member that cannot be read is no error: see `unread`.";
    MALFORMED_EMPTY = "malformed.empty", Malformed,
        "Verified, but empty where content was promised.",
        "Query.";
    MALFORMED_OTHER = "malformed.other_order", Malformed,
        "Verified, but about another order than the one asked for.",
        "Query again; a proxy may have mixed up answers.";
    MALFORMED_PROMISE = "malformed.promise", Malformed,
        "Verified, but its content contradicts the event's name.",
        "Query the order, or the authorisation, and act on that.";
    MALFORMED_MCHID = "malformed.mchid", Malformed,
        "Verified, but meant for another merchant number.",
        "Check which `Merchant` reads which address.";
}
