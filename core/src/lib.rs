//! Payscore is an SDK for **WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连)**, on WeChat Pay's APIv3
//! protocol. It builds signed requests, verifies and reads the answers, and verifies, decrypts and reads the callbacks.
//!
//! # What it does not do
//!
//! * **No I/O.** It opens no socket, reads no clock, draws no random number, starts no thread, writes no log, and keeps
//!   nothing between two calls. Your program sends the requests with its own HTTP client, and passes the time and a
//!   nonce.
//! * It does not speak to the clearing house (清算机构: UnionPay or NUCC). Withholding, refunds and settlement files are
//!   between you and the clearing house.
//! * Completing an order does **not** charge the user. You then register a deduction number, and withhold the money
//!   under it at the clearing house.
//! * It has no refund call, because WeChat Pay has no refund endpoint in this mode.
//!
//! # The life of a call
//!
//! ```text
//!  your program                                payscore
//!  ────────────                                ────────
//!  CreateOrder, now, nonce ──────────────────▶ Merchant::draft    parameters filled in and checked,
//!                                                   │             path, query and body made once
//!  store draft.to_bytes()  ◀────────────────── Draft              the exact bytes, without secrets
//!                                                   │
//!  (or sign draft.message() ─── signature ───▶ Draft::sign        with the merchant's key, or Draft::finish
//!   in an HSM or a KMS)                             │             with a signature made elsewhere
//!  send it as it stands    ◀────────────────── Call::request      method, URL, headers, body
//!       │
//!       ├─ an answer arrived ────────────────▶ Call::read         signature verified over the raw bytes,
//!       │                                           │             only then read
//!       │                      ◀────── Order, or an Error that says what is known of the effect
//!       │
//!       └─ no answer arrived ────────────────▶ Call::lost         the outcome is unknown: query, or repeat the
//!                                                   │             identical request under the same number
//!                              ◀────── Error ───────┘
//!
//!  a callback arrived      ──────────────────▶ Merchant::read_notification    verified, decrypted, read
//!  store event, answer ack ◀────────────────── Event
//! ```
//!
//! [`Merchant::sign`] goes from the parameters to the call in one step. What became of a call whose answer was lost,
//! [`settle`](protocol::AnyDraft::settle) tells from a later query. [`lifecycle`](acquiring::lifecycle) tells which
//! operations an order allows now, and what to do next.
//!
//! # A first call
//!
//! ```
//! use payscore::acquiring::{CreateOrder, Phase, RiskFund, RiskFundName, ServiceTime, TimeRange};
//! use payscore::time::Timestamp;
//! use payscore::{Merchant, MerchantConfig};
//! # use payscore::http::{Headers, Request, Response};
//! # use payscore_simulator::{Answer, Config, Simulator};
//! # use serde_json::Value;
//! #
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # // WeChat Pay's part is played by the simulator, in this process.
//! # let now = Timestamp::from_unix(1_748_739_600).ok_or("no moment")?;
//! # let nonce = "593BEC0C930BF1AFEB40B4A08C8FB242";
//! # let base_url = "http://127.0.0.1:8080".to_owned();
//! # let mut simulator = Simulator::new(Config { seed: 7, now, base_url: base_url.clone() })?;
//! # let mut handle = |request: &Request| match simulator.handle(request) {
//! #     Answer::Reply(response) => Ok(response),
//! #     Answer::Dropped => Err("the connection was closed"),
//! # };
//! # let facts = handle(&Request::new("GET", "/_simulator", Headers::new(), None))?;
//! # let facts: Value = serde_json::from_slice(&facts.body)?;
//! # let fact = |name: &str| facts["merchant"][name].as_str().unwrap_or_default().to_owned();
//! # let (certificate_pem, private_key_pem) = (fact("certificate"), fact("private_key"));
//! # let api_v3_key = fact("api_v3_key");
//! # let keys = facts["merchant"]["public_keys"].as_object().ok_or("no keys")?;
//! # let (key_id, wechatpay_pem) = keys.iter().next().ok_or("no key")?;
//! # let (key_id, wechatpay_pem) = (key_id.clone(), wechatpay_pem.as_str().ok_or("no text")?.to_owned());
//! # let (service_id, appid, channel_id) = (fact("service_id"), fact("appid"), fact("channel_id"));
//! # let mchid = fact("mchid");
//! # let sub_mchid = facts["sub_mchid"][0].as_str().ok_or("no sub-merchant")?;
//! # let mut send = |request: &Request| handle(request);
//! // Once, when your program starts. Every key is parsed here, and every mistake in the settings is named.
//! let merchant = Merchant::new(MerchantConfig {
//!     mchid,                                     // the institution's own number
//!     certificate: Some(certificate_pem),        // apiclient_cert.pem
//!     private_key: Some(private_key_pem.into()), // apiclient_key.pem
//!     api_v3_key: vec![api_v3_key.into()],       // decrypts callbacks
//!     public_keys: [(key_id, wechatpay_pem)].into(), // "PUB_KEY_ID_…" and pub_key.pem: verify WeChat Pay
//!     service_id: Some(service_id),
//!     appid: Some(appid),
//!     channel_id: Some(channel_id),
//! #   base_url: Some(base_url),
//!     ..MerchantConfig::default()
//! })?;
//!
//! // `now` is the time, a Timestamp; `nonce` is 1 to 32 random letters and digits, fresh for every call.
//! let order = CreateOrder::new(
//!     sub_mchid,
//!     "A1",                                                    // your number of the order
//!     "XX充电宝",                                              // what the user sees
//!     RiskFund::new(RiskFundName::EstimateOrderCost, 10_000),  // in fen: 100 yuan
//!     TimeRange::new().start_time(ServiceTime::on_accept()),   // it begins when the user confirms
//!     "https://shop.example/notify",                           // where callbacks go
//! )
//! .need_user_confirm(true);
//! let call = merchant.sign(&order, now, nonce)?;
//!
//! // Your HTTP client sends `call.request()` as it stands. It follows no redirect and repeats nothing.
//! // If it fails, return `call.lost(Lost::AfterSending, reason)`: that error says what to do next.
//! let response = send(call.request())?;
//!
//! let order = call.read(&response, now)?;                      // verified, typed
//! assert_eq!(order.phase, Phase::Created);
//! assert!(order.package.is_some());                            // for the jump into WeChat: `LaunchConfirm`
//! # Ok(())
//! # }
//! ```
//!
//! The whole journey, with a store on disk, callbacks and lost answers, is in `core/examples/journey.rs`. Run it with
//! `cargo xtask demo rust`.
//!
//! # Errors
//!
//! There is one [`Error`]. Branch on its [`code`](Error::code), which never changes; show its
//! [`detail`](Error::detail) to a person; do what its [`retry`](Error::retry) says. Its [`outcome`](Error::outcome) is
//! what is known of the effect: `NotSent`, `Refused`, `Unknown`, or `None` for a call that changes nothing.
//!
//! # Features
//!
//! | feature | what it adds |
//! |---|---|
//! | `rsa-pure` (default) | RSA in Rust alone. It builds anywhere, at an eighth of OpenSSL's speed. |
//! | `aws-lc-rs` | RSA from AWS-LC, at nine tenths of OpenSSL's speed. Needs a C compiler; wins when both are on. |
//! | `webcrypto` | The open halves of signing and verifying, for the JavaScript binding: WebCrypto does the RSA. |
//! | `docs` | Models and fields carry their documentation at run time. For generators only. |
//!
//! # Map
//!
//! Each module uses the modules below it. Only `error` and `schema` use each other: the error is a declared model.
//!
//! | module | what it holds |
//! |---|---|
//! | [`ffi`] | What crosses to Python, JavaScript and Kotlin. Rust programs do not need it. |
//! | [`Merchant`], [`Draft`], [`Call`] | The settings, checked once, and the way of a call. |
//! | [`acquiring`] | WeChat Pay Score in acquiring-bank mode: operations, events, rules, lifecycle, recovery. |
//! | [`platform`] | What belongs to no product: certificates, the echo test, any endpoint, files. |
//! | [`protocol`] | APIv3 without any product: signing, verification, decryption, the engine of drafts and calls. |
//! | [`error`] | The error, its table of codes, and how a callback is answered. |
//! | [`schema`] | How models are declared, read and checked. |
//! | [`crypto`] | RSA, AES-GCM, hashes, PEM and certificates. Nothing of WeChat Pay. |
//! | [`http`], [`time`], [`money`], [`secret`] | Small values, checked when they are made. |
#![forbid(unsafe_code)]

pub mod acquiring;
pub mod crypto;
pub mod error;
pub mod ffi;
pub mod http;
mod merchant;
pub mod money;
pub mod platform;
pub mod protocol;
mod registry;
pub mod schema;
pub mod secret;
mod text;
pub mod time;
mod url;

pub use error::Error;
pub use merchant::{Call, Draft, JsonRequest, Merchant, MerchantConfig, Prepare, Validation};

/// The snippet of `core/README.md` compiles.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
