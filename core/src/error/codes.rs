//! The table of error codes. A code is never renamed and never reused; `docs/errors.md` and the page of each family are
//! made from this table.

use super::Kind;
use std::fmt;

/// A stable error code, which is a row of the table.
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

    /// What it means.
    pub const fn meaning(self) -> &'static str {
        self.0.meaning
    }

    /// What to do about it.
    pub const fn remedy(self) -> &'static str {
        self.0.remedy
    }

    /// The page that explains it, in the project's repository: `docs/errors/<family>.md#<code>`, such as
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
        $(pub(crate) const $NAME: Code = Code(&Row { code: $code, kind: Kind::$kind, meaning: $meaning,
            remedy: $remedy });)*
        /// Every code.
        pub static CODES: &[Code] = &[$($NAME),*];
    };
}

#[rustfmt::skip]
codes! {
    CONFIG_INVALID = "config.invalid", Config,
        "A setting has the wrong type, or an unknown name.",
        "Compare with the constructor's parameters.";
    CONFIG_MISSING = "config.missing", Config,
        "A required setting is missing.",
        "Pass it to the constructor.";
    CONFIG_MCHID = "config.mchid", Config,
        "The merchant number is not made of digits alone.",
        "Use the institution's own merchant number (从业机构), not the sub-merchant's.";
    CONFIG_SERIAL_FORMAT = "config.serial_no.format", Config,
        "The certificate serial is not upper-case hexadecimal as WeChat Pay prints it.",
        "Run `openssl x509 -noout -serial -in apiclient_cert.pem`, or pass `certificate` instead of `serial_no`.";
    CONFIG_SERIAL_DECIMAL = "config.serial_no.decimal", Config,
        "The certificate serial is in decimal.",
        "Pass it in hexadecimal, or pass `certificate` instead.";
    CONFIG_SERIAL_PLATFORM = "config.serial_no.is_platform_key", Config,
        "`serial_no` names a key of WeChat Pay instead of the merchant's certificate.",
        "Pass the serial of your own apiclient_cert.pem.";
    CONFIG_SERIAL_MISMATCH = "config.serial_no.mismatch", Config,
        "`serial_no` and `certificate` name different certificates.",
        "Pass only `certificate`.";
    CONFIG_PRIVATE_KEY_MISSING = "config.private_key.missing", Config,
        "This merchant has no private key, so it cannot sign by itself.",
        "Pass `private_key`, or sign elsewhere: draft → message → finish(signature).";
    CONFIG_PRIVATE_KEY_IS_CERTIFICATE = "config.private_key.is_certificate", Config,
        "`private_key` holds a certificate.",
        "Pass apiclient_key.pem; apiclient_cert.pem goes into `certificate`.";
    CONFIG_PRIVATE_KEY_IS_PUBLIC = "config.private_key.is_public_key", Config,
        "`private_key` holds a public key.",
        "Pass apiclient_key.pem; WeChat Pay's key goes into `public_keys`.";
    CONFIG_PRIVATE_KEY_ENCRYPTED = "config.private_key.encrypted", Config,
        "The private key is password-protected.",
        "Decrypt it first: `openssl pkey -in key.pem -out apiclient_key.pem`.";
    CONFIG_PRIVATE_KEY_NOT_RSA = "config.private_key.not_rsa", Config,
        "The private key is not RSA.",
        "WeChat Pay's API certificates are RSA-2048; SM2 (国密) is not supported.";
    CONFIG_PRIVATE_KEY_TOO_SMALL = "config.private_key.too_small", Config,
        "The RSA key has fewer than 2048 bits.",
        "Use the key that belongs to your API certificate.";
    CONFIG_PRIVATE_KEY_UNREADABLE = "config.private_key.unreadable", Config,
        "The private key cannot be read.",
        "Pass the whole text of apiclient_key.pem, with its BEGIN and END lines.";
    CONFIG_CERTIFICATE_UNREADABLE = "config.certificate.unreadable", Config,
        "A certificate cannot be read.",
        "Pass the whole PEM text of the certificate.";
    CONFIG_CERTIFICATE_MISMATCH = "config.certificate.mismatch", Config,
        "The certificate and the private key are not a pair.",
        "Take both from the same download.";
    CONFIG_CERTIFICATE_IS_OWN = "config.certificates.is_own", Config,
        "`certificates` holds your own certificate instead of WeChat Pay's.",
        "Pass the platform certificate (from GET /v3/certificates), or use `public_keys`.";
    CONFIG_PUBLIC_KEY_ID = "config.public_keys.id", Config,
        "A public key's id does not start with PUB_KEY_ID_.",
        "Copy the id from the merchant platform, where it stands next to the key. Certificates go into `certificates`.";
    CONFIG_PUBLIC_KEY_UNREADABLE = "config.public_keys.unreadable", Config,
        "A WeChat Pay public key cannot be read.",
        "Pass the text of pub_key.pem.";
    CONFIG_TRUST_EMPTY = "config.trust.empty", Config,
        "There is no key to verify WeChat Pay with.",
        "Pass `public_keys={\"PUB_KEY_ID_…\": pem}` and/or `certificates=[pem]`.";
    CONFIG_WECHATPAY_SERIAL = "config.wechatpay_serial", Config,
        "`wechatpay_serial` names a key that is not in the trust store.",
        "Name one of the keys in `public_keys` or `certificates`, or leave it out.";
    CONFIG_API_V3_KEY_LENGTH = "config.api_v3_key.length", Config,
        "An APIv3 key has exactly 32 bytes.",
        "Copy it again from the merchant platform, without blanks or quotes.";
    CONFIG_API_V3_KEY_IS_V2 = "config.api_v3_key.is_v2", Config,
        "The APIv3 key and the APIv2 key are the same text.",
        "They are two secrets. Set the APIv3 key on the merchant platform, and pass that one.";
    CONFIG_API_V3_KEY_MISSING = "config.api_v3_key.missing", Config,
        "There is no APIv3 key, so nothing can be decrypted.",
        "Pass `api_v3_key`.";
    CONFIG_API_V2_KEY_LENGTH = "config.api_v2_key.length", Config,
        "An APIv2 key has exactly 32 characters.",
        "Copy it again from the merchant platform.";
    CONFIG_API_V2_KEY_MISSING = "config.api_v2_key.missing", Config,
        "There is no APIv2 key, so the jump cannot be signed.",
        "Pass the institution's `api_v2_key`, from the merchant platform.";
    CONFIG_BASE_URL = "config.base_url", Config,
        "The base address cannot be used.",
        "Pass `https://host` without a path. Plain http is for this machine only.";
    CONFIG_SIMULATOR_KEY = "config.simulator_key", Config,
        "A published test key of the simulator is used against a real address.",
        "Use your own keys, or point `base_url` at a simulator on this machine.";
    INVALID_PARAMETERS = "invalid.parameters", Invalid,
        "The parameters are wrong.",
        "See `issues`.";
    INVALID_MISSING = "invalid.missing", Invalid,
        "A required parameter is missing.",
        "Pass it, or set its default on the merchant.";
    INVALID_TYPE = "invalid.type", Invalid,
        "A parameter has the wrong type.",
        "Pass the type that the field's documentation names.";
    INVALID_UNKNOWN_FIELD = "invalid.unknown_field", Invalid,
        "There is no such parameter.",
        "Correct the name. Members that Payscore does not know go into `extra`.";
    INVALID_LENGTH = "invalid.length", Invalid,
        "A text is empty or too long. Lengths are counted in characters (code points).",
        "Shorten it.";
    INVALID_CHARACTERS = "invalid.characters", Invalid,
        "A text has characters that its field does not allow.",
        "Numbers: digits, letters, `_`, `-`, `|`, `*`. Everywhere: no emoji (beyond three UTF-8 bytes), no control \
             characters.";
    INVALID_RANGE = "invalid.range", Invalid,
        "A number is too small or too large.",
        "Keep within the limits of the field. Amounts are whole fen (分): 8 yuan are 800.";
    INVALID_ITEMS = "invalid.items", Invalid,
        "A list has too few or too many elements.",
        "Keep within the limits of the field.";
    INVALID_VALUE = "invalid.value", Invalid,
        "The value is not one that WeChat Pay documents.",
        "Use one of the documented values.";
    INVALID_TIME = "invalid.time", Invalid,
        "The text is not a time in a form that WeChat Pay accepts.",
        "Pass `yyyyMMddHHmmss`, `yyyyMMdd` or `OnAccept` in Beijing time; `complete_time` is RFC 3339.";
    INVALID_TIME_NAIVE = "invalid.time.naive", Invalid,
        "The time has no zone, so the moment is unknown.",
        "Pass a time with a zone (it becomes Beijing time), or Beijing time in WeChat Pay's format.";
    INVALID_TIME_ORDER = "invalid.time.order", Invalid,
        "A time lies before one that it must follow.",
        "Correct the times; leave a margin for clocks that differ.";
    INVALID_URL = "invalid.url", Invalid,
        "`notify_url` is not one that WeChat Pay can call.",
        "Pass a complete https address with a path and without a query.";
    INVALID_EXACTLY_ONE = "invalid.exactly_one", Invalid,
        "Exactly one of several parameters is required.",
        "Pass one of them.";
    INVALID_REQUIRES = "invalid.requires", Invalid,
        "A parameter requires another one.",
        "Pass both or neither.";
    INVALID_TOTAL = "invalid.total_amount", Invalid,
        "`total_amount` is not Σ post_payments − Σ post_discounts, or is negative.",
        "Correct the amounts; `count` does not multiply.";
    INVALID_DUPLICATE = "invalid.duplicate", Invalid,
        "A name occurs twice in one order.",
        "Join the items, or use different names.";
    INVALID_ATTACH = "invalid.attach.not_encoded", Invalid,
        "`attach` is not URL-encoded.",
        "Encode it before you pass it. It is sent unchanged.";
    INVALID_SAME_NUMBER = "invalid.out_trade_no.same", Invalid,
        "`out_trade_no` equals `out_order_no`.",
        "Use a number of its own: a retried deduction needs a new one.";
    INVALID_OTHER_ORDER = "invalid.other_order", Invalid,
        "A parameter contradicts `order`, or the order belongs to another institution.",
        "Leave the parameter out, or pass the right order.";
    INVALID_STATUS = "invalid.status", Invalid,
        "The answer's status is missing, or is not an HTTP status from 200 to 599.",
        "Pass the status that your HTTP client received, as an integer.";
    INVALID_EVIDENCE = "invalid.evidence", Invalid,
        "`settle` got something that is not evidence.",
        "Pass an order, the reply to `query_deduction` or `query_permissions`, or the error of a query or a repeat.";
    INVALID_OPERATION = "invalid.operation", Invalid,
        "There is no operation of this name.",
        "Use one of the listed names.";
    INVALID_CLOCK = "invalid.clock", Invalid,
        "The time or the nonce cannot be used.",
        "Pass Unix seconds, and a nonce of 1 to 32 letters and digits.";
    INVALID_DRAFT = "invalid.draft", Invalid,
        "These bytes are not a stored draft, or a later version stored it.",
        "Pass what `draft.to_bytes()` returned, with this version or a later one.";
    INVALID_SIGNATURE = "invalid.signature", Invalid,
        "`finish` got something that is not an RSA signature.",
        "Pass the raw signature, or its Base64: SHA256withRSA (PKCS#1 v1.5) over `draft.message`.";
    INVALID_SENSITIVE = "invalid.sensitive", Invalid,
        "The text cannot be sealed.",
        "Pass 1 to 214 bytes of UTF-8.";
    STATE_QUERY_FIRST = "state.query_first", State,
        "This call must not be repeated until its outcome is known.",
        "Query, `settle` with the result, and pass the settlement.";
    STATE_OTHER_DRAFT = "state.other_draft", State,
        "The settlement is of another draft.",
        "Pass the settlement that this draft's own `settle` returned.";
    STATE_OTHER_MERCHANT = "state.other_merchant", State,
        "The call belongs to another merchant number.",
        "Use a `Merchant` with the call's merchant number.";
    STATE_PREPAY = "state.prepay_locked", State,
        "The user must not be allowed to pay now: a deduction number is in force, or its withholding is unknown.",
        "Answer the callback with `ack`. Then close the number at the clearing house, or find out how its withholding \
             stands.";
    TRANSPORT_NOT_SENT = "transport.not_sent", Transport,
        "The connection was never made. Nothing was sent.",
        "Try again.";
    TRANSPORT_LOST = "transport.lost", Transport,
        "The answer was lost. The outcome is unknown.",
        "Follow `retry`: query, or repeat the identical request under the same number. Never start anew under another \
             number.";
    API_REFUSED = "api.refused", Api,
        "WeChat Pay refused the call. Nothing was changed.",
        "See `wechat_code` and `detail`.";
    API_STATE = "api.order_moved_on", Api,
        "The order's state does not allow the call. If the call was sent twice, the first one's success may be the \
             reason.",
        "Query the order, and `settle` with the result.";
    API_SIGN = "api.sign_error", Api,
        "WeChat Pay did not accept the signature of the request.",
        "Check that the private key and `serial_no` belong together and to `mchid`, and that the bytes were sent \
             unchanged.";
    API_RATE = "api.rate_limited", Api,
        "Too many calls.",
        "Try again later, with growing pauses.";
    API_UNAVAILABLE = "api.unavailable", Api,
        "WeChat Pay, or something in front of it, failed.",
        "Follow `retry`. A repeat must be the identical request.";
    API_UNVERIFIED = "api.unverified", Api,
        "WeChat Pay did not sign this error. It may come from a gateway or a proxy, and proves nothing.",
        "Treat the outcome as unknown.";
    API_REDIRECT = "api.redirect", Api,
        "The answer is a redirect (3xx). WeChat Pay does not use redirects here, so it proves nothing.",
        "Treat the outcome as unknown. Do not follow it: the request was signed for another address.";
    API_PENDING = "api.pending", Api,
        "WeChat Pay accepted the call and is still processing it (202).",
        "Repeat the identical request later.";
    VERIFICATION_HEADER_MISSING = "verification.header.missing", Verification,
        "A Wechatpay-* header is missing.",
        "Look for a proxy that strips headers. Otherwise the message is not WeChat Pay's.";
    VERIFICATION_HEADER_MALFORMED = "verification.header.malformed", Verification,
        "A Wechatpay-* header is malformed.",
        "Pass the headers as they arrived, each under its own name.";
    VERIFICATION_HEADER_DUPLICATE = "verification.header.duplicate", Verification,
        "A Wechatpay-* header came twice with different values.",
        "Look at what stands between WeChat Pay and you.";
    VERIFICATION_TYPE = "verification.signature_type", Verification,
        "The message is signed with an algorithm other than RSA with SHA-256.",
        "Ask WeChat Pay to use RSA. 国密 (SM2) is not supported.";
    VERIFICATION_TIMESTAMP = "verification.timestamp.expired", Verification,
        "The message is more than 300 seconds away from this machine's clock.",
        "Synchronise the clock (NTP). Verify a stored message with the time at which it was received.";
    VERIFICATION_SERIAL = "verification.serial.unknown", Verification,
        "The key that signed is not in the trust store.",
        "Add the public key or platform certificate that the serial names.";
    VERIFICATION_PROBE = "verification.probe", Verification,
        "The signature is a probe: WeChat Pay tests whether you verify.",
        "Nothing is broken. A callback comes again, correctly signed. If it was an answer, the request was executed.";
    VERIFICATION_SIGNATURE = "verification.signature", Verification,
        "The signature does not belong to these bytes and this key.",
        "Pass the body's bytes exactly as they were received.";
    VERIFICATION_BODY = "verification.body", Verification,
        "The body is not the bytes that were received.",
        "Take the raw body from your framework before it parses it.";
    VERIFICATION_HASH = "verification.hash", Verification,
        "A downloaded file does not have the announced hash.",
        "Pass the decompressed bytes unchanged. If it still fails, request a new download URL.";
    VERIFICATION_CERTIFICATE = "verification.certificate", Verification,
        "A downloaded platform certificate cannot be trusted.",
        "Read the detail. It was sealed as something else, is not exactly one PEM block, has another serial than \
             listed, or is not valid now.";
    DECRYPTION_ALGORITHM = "decryption.algorithm", Decryption,
        "The resource is sealed with an unsupported algorithm.",
        "Ask WeChat Pay to use AEAD_AES_256_GCM.";
    DECRYPTION_SHAPE = "decryption.shape", Decryption,
        "The sealed resource is damaged: Base64, nonce or length.",
        "If the signature held, nothing changed on the way: report it to WeChat Pay.";
    DECRYPTION_KEY = "decryption.key", Decryption,
        "No APIv3 key opens the resource.",
        "Pass the APIv3 key of this merchant number, not the APIv2 key. After a reset, pass the old key too.";
    DECRYPTION_SENSITIVE = "decryption.sensitive", Decryption,
        "A sensitive field cannot be opened with this private key.",
        "Use the private key of the certificate to which it was sealed. It must be sealed by OAEP with SHA-1.";
    MALFORMED_JSON = "malformed.json", Malformed,
        "The message is verified, but is not JSON.",
        "Read `raw`, and update Payscore.";
    MALFORMED_SHAPE = "malformed.shape", Malformed,
        "The message is verified, but a member that identifies its subject or shows its state is missing or cannot be \
             read.",
        "Read `raw`, and query again. If nothing changes, update Payscore. Other members that cannot be read are in \
             `unread`.";
    MALFORMED_EMPTY = "malformed.empty", Malformed,
        "The message is verified, but is empty where content is promised.",
        "Query again.";
    MALFORMED_OTHER = "malformed.other_order", Malformed,
        "The answer is verified, but is about another order.",
        "Query again. A proxy may have mixed up answers.";
    MALFORMED_PROMISE = "malformed.promise", Malformed,
        "The callback is verified, but its content contradicts the event type.",
        "Query the order, or the authorisation, and act on that.";
    MALFORMED_MCHID = "malformed.mchid", Malformed,
        "The message is verified, but is meant for another merchant number.",
        "Check which `Merchant` reads which address.";
}
