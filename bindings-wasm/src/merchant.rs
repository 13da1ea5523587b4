//! The merchant, the one object that JavaScript holds.

use crate::crossing::{Draft, Reply, Sealing, SignatureCheck, SignedRequest, Thrown, TrustedKey, to_json, verdict};
use crate::raw_bodies::RAW_ANSWER;
use payscore::Error;
use payscore::ffi::{json, merchant, webcrypto};
use payscore::http::Response;
use payscore::protocol::AnyDraft;
use wasm_bindgen::prelude::wasm_bindgen;

const SETTINGS: &str = "the merchant's configuration";

#[wasm_bindgen]
pub struct Merchant(payscore::Merchant);

#[wasm_bindgen]
impl Merchant {
    /// In the mode of this namespace; it is empty for the top of the package.
    #[wasm_bindgen(constructor)]
    pub fn new(namespace: &str, config: &str) -> Result<Merchant, Thrown> {
        let config = json::object(SETTINGS, json::json(SETTINGS, config)?)?;
        Ok(Merchant(merchant(namespace, &config)?))
    }

    #[wasm_bindgen(getter)]
    pub fn mchid(&self) -> String {
        self.0.account().mchid.clone()
    }

    /// PKCS#8 DER.
    pub fn signing_key(&self) -> Option<Vec<u8>> {
        webcrypto::signing_key(&self.0).map(|key| key.pkcs8().to_vec())
    }

    /// The public half of the signing key, SubjectPublicKeyInfo DER.
    pub fn signing_public_key(&self) -> Option<Vec<u8>> {
        webcrypto::signing_key(&self.0).map(|key| key.public_key().spki().to_vec())
    }

    pub fn trusted_keys(&self) -> Vec<TrustedKey> {
        let keys = self.0.account().trust.iter();
        keys.map(|key| TrustedKey { serial: key.serial.clone(), spki: key.der.spki().to_vec() }).collect()
    }

    pub fn draft(&self, operation: &str, params: &str, now: f64, nonce: &str) -> Result<Draft, Thrown> {
        let request = json::request(&self.0, operation, json::json(operation, params)?)?;
        Ok(self.0.draft_json(request, json::moment(now)?, nonce)?.into())
    }

    pub fn resume(&self, stored: &[u8], now: f64, nonce: &str) -> Result<Draft, Thrown> {
        Ok(self.0.resume(stored, json::moment(now)?, nonce)?.into())
    }

    pub fn again(&self, stored: &[u8], settlement: &str, now: f64, nonce: &str) -> Result<Draft, Thrown> {
        let settlement = json::json("the settlement", settlement)?;
        Ok(json::again(&self.0, &self.resumed(stored)?, &settlement, json::moment(now)?, nonce)?.into())
    }

    pub fn finish(
        &self,
        stored: &[u8],
        timestamp: f64,
        nonce: &str,
        signature: &[u8],
    ) -> Result<SignedRequest, Thrown> {
        Ok(self.0.resume(stored, json::moment(timestamp)?, nonce)?.finish(signature)?.into())
    }

    /// What to check of a callback.
    pub fn to_verify(&self, headers: &str, body: &[u8], now: f64) -> Result<Option<SignatureCheck>, Thrown> {
        let check = webcrypto::to_verify(&self.0.account().trust, &json::headers(headers)?, body, json::moment(now)?);
        Ok(check.map(SignatureCheck::from))
    }

    /// What to check of the answer to a draft. The answer may bring keys of its own.
    pub fn to_verify_answer(
        &self,
        stored: &[u8],
        headers: &str,
        body: &[u8],
        now: f64,
    ) -> Result<Option<SignatureCheck>, Thrown> {
        let draft = self.resumed(stored)?;
        let trust = webcrypto::answer_trust(&draft, body, json::answer_moment(&draft, now)?);
        let headers = json::answer_headers(&draft, headers)?;
        let check = webcrypto::to_verify(&trust, &headers, body, json::answer_moment(&draft, now)?);
        Ok(check.map(SignatureCheck::from))
    }

    /// What else to check when that was not valid, for the sake of the error.
    pub fn to_explain(&self, headers: &str, body: &[u8], now: f64) -> Result<Vec<SignatureCheck>, Thrown> {
        let checks = webcrypto::to_explain(&self.0.account().trust, &json::headers(headers)?, body, json::moment(now)?);
        Ok(checks.into_iter().map(SignatureCheck::from).collect())
    }

    /// Reads the answer to a draft. `valid` is the check that WebCrypto found valid.
    pub fn read(
        &self,
        stored: &[u8],
        status: &str,
        headers: &str,
        body: Vec<u8>,
        now: f64,
        valid: Option<SignatureCheck>,
    ) -> Result<Reply, Thrown> {
        let draft = self.resumed(stored)?;
        let status = json::status(&draft, &json::json("the status", status)?)?;
        let response = Response::new(status, json::answer_headers(&draft, headers)?, body);
        let reply = webcrypto::read_any(&draft, &response, json::answer_moment(&draft, now)?, verdict(valid).as_ref())?;
        Ok(Reply::new(&draft, &reply))
    }

    /// Reads a callback. `valid` is the check that WebCrypto found valid.
    pub fn read_notification(
        &self,
        headers: &str,
        body: &[u8],
        now: f64,
        valid: Option<SignatureCheck>,
    ) -> Result<String, Thrown> {
        let (headers, now) = (json::headers(headers)?, json::moment(now)?);
        Ok(to_json(&webcrypto::read_notification(&self.0, &headers, body, now, verdict(valid).as_ref())?))
    }

    /// Returns the error to throw.
    pub fn lost(&self, stored: &[u8], sent: bool, reason: &str) -> Result<String, Thrown> {
        Ok(to_json(&json::lost(&self.resumed(stored)?, sent, reason)))
    }

    /// Returns the error to throw. `what` is what was passed instead of bytes.
    pub fn answer_not_bytes(&self, stored: &[u8], what: &str) -> Result<String, Thrown> {
        Ok(to_json(&json::answer_not_bytes(&self.resumed(stored)?, what, RAW_ANSWER)))
    }

    pub fn settle(&self, stored: &[u8], evidence: &str, known: &str, now: f64) -> Result<String, Thrown> {
        let (evidence, known) = (json::json("the evidence", evidence)?, json::json("the deduction", known)?);
        Ok(to_json(&json::settle(&self.resumed(stored)?, &evidence, &known, json::moment(now)?)?))
    }

    pub fn compute(&self, function: &str, params: &str, now: f64, nonce: &str) -> Result<String, Thrown> {
        let params = json::object(function, json::json(function, params)?)?;
        Ok(to_json(&self.0.compute_json(function, &params, json::moment(now)?, nonce)?))
    }

    /// What to seal for WeChat Pay.
    pub fn to_seal(&self, text: &str) -> Result<Sealing, Thrown> {
        Ok(webcrypto::to_seal(webcrypto::sealing_key(&self.0)?, text)?.into())
    }
}

impl Merchant {
    /// A draft whose moment and nonce no longer matter.
    fn resumed(&self, stored: &[u8]) -> Result<AnyDraft, Error> {
        self.0.resume(stored, json::moment(0.0)?, "0")
    }
}
