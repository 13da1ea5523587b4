//! What crosses to JavaScript: JSON texts, bytes, and the structures below, whose members have names on both sides.

use payscore::Error;
use payscore::ffi::AnyReply;
use payscore::ffi::webcrypto::{self, SignatureToVerify, Verdict};
use payscore::protocol::{AnyCall, AnyDraft};
use payscore::schema::Type;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// An error on its way out. It is thrown as its JSON; JavaScript makes an exception of it.
pub struct Thrown(Error);

impl From<Error> for Thrown {
    fn from(error: Error) -> Thrown {
        Thrown(error)
    }
}

impl From<Thrown> for JsValue {
    fn from(thrown: Thrown) -> JsValue {
        JsValue::from_str(&to_json(&thrown.0))
    }
}

pub(crate) fn to_json(value: &impl serde::Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A draft. `stored` is the form in which it is stored and crosses back; `message` is what must be signed; `advice` is
/// JSON.
#[wasm_bindgen(getter_with_clone)]
pub struct Draft {
    pub operation: String,
    pub stored: Vec<u8>,
    pub message: Vec<u8>,
    pub advice: String,
}

impl From<AnyDraft> for Draft {
    fn from(draft: AnyDraft) -> Draft {
        Draft {
            operation: draft.operation().name.to_owned(),
            stored: draft.to_bytes(),
            message: draft.message(),
            advice: to_json(&draft.advice()),
        }
    }
}

/// A signed request. `headers` is a JSON object.
#[wasm_bindgen(getter_with_clone)]
pub struct SignedRequest {
    pub method: String,
    pub url: String,
    pub headers: String,
    pub body: Option<Vec<u8>>,
}

impl From<AnyCall> for SignedRequest {
    fn from(call: AnyCall) -> SignedRequest {
        let request = call.request();
        let headers: serde_json::Map<_, _> =
            request.headers.iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        SignedRequest {
            method: request.method.as_str().to_owned(),
            url: request.url.clone(),
            headers: to_json(&headers),
            body: request.body.clone(),
        }
    }
}

/// A reply as JSON. `bytes` names the members that stand there as Base64 and are bytes.
#[wasm_bindgen(getter_with_clone)]
pub struct Reply {
    pub json: String,
    pub bytes: Vec<String>,
}

impl Reply {
    pub(crate) fn new(draft: &AnyDraft, reply: &AnyReply) -> Reply {
        let fields = draft.operation().reply.fields.iter();
        let bytes = fields.filter(|field| matches!(field.ty, Type::Bytes)).map(|field| field.name.to_owned()).collect();
        Reply { json: to_json(reply), bytes }
    }
}

/// A key that is trusted, SubjectPublicKeyInfo DER.
#[wasm_bindgen(getter_with_clone)]
pub struct TrustedKey {
    pub serial: String,
    pub spki: Vec<u8>,
}

/// A text to seal, and the key to seal it with, SubjectPublicKeyInfo DER.
#[wasm_bindgen(getter_with_clone)]
pub struct Sealing {
    pub spki: Vec<u8>,
    pub text: Vec<u8>,
}

impl From<webcrypto::Sealing> for Sealing {
    fn from(webcrypto::Sealing { spki, text }: webcrypto::Sealing) -> Sealing {
        Sealing { spki, text }
    }
}

/// A signature for WebCrypto to check. The one that is valid is passed back as it is: JavaScript cannot make one.
#[wasm_bindgen]
pub struct SignatureCheck(SignatureToVerify);

#[wasm_bindgen]
impl SignatureCheck {
    #[wasm_bindgen(getter)]
    pub fn serial(&self) -> String {
        self.0.serial.clone()
    }

    /// The key, SubjectPublicKeyInfo DER.
    #[wasm_bindgen(getter)]
    pub fn spki(&self) -> Vec<u8> {
        self.0.spki.clone()
    }

    #[wasm_bindgen(getter)]
    pub fn message(&self) -> Vec<u8> {
        self.0.message.clone()
    }

    #[wasm_bindgen(getter)]
    pub fn signature(&self) -> Vec<u8> {
        self.0.signature.clone()
    }
}

impl From<SignatureToVerify> for SignatureCheck {
    fn from(check: SignatureToVerify) -> SignatureCheck {
        SignatureCheck(check)
    }
}

/// What WebCrypto found: the check that is valid, if there is one.
pub(crate) fn verdict(valid: Option<SignatureCheck>) -> Option<Verdict> {
    valid.map(|SignatureCheck(check)| Verdict { checked: check, holds: true })
}
