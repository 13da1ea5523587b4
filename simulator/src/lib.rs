//! WeChat Pay's side of WeChat Pay Score (微信支付分) in acquiring-bank mode (从业机构 / 间连), and a clearing house's, for tests
//! and demos. WeChat Pay has no sandbox for this product.
//!
//! # What it is not
//!
//! * No proof of how WeChat Pay behaves: it was written from WeChat Pay's public pages. What no page settles is a
//!   [switch](switches), whose default hurts a careless client most.
//! * No I/O: like Payscore it opens no socket and reads no clock. The command `payscore-simulator` (feature `server`)
//!   puts HTTP around it.
//! * No part of Payscore: it builds its own canonical strings and has its own tables, so that the two can disagree. It
//!   uses Payscore's RSA, hashes and small values, and nothing else of it.
//! * Nothing for production: its keys are published.
//!
//! # What goes in, and what comes out
//!
//! ```text
//!  your test                                   simulator
//!  ─────────                                   ─────────
//!  a request of the API    ──────────────────▶ Simulator::handle    signature verified, parameters validated,
//!                                                    │              performed, answer signed; or a fault
//!  Answer::Reply, Dropped  ◀─────────────────────────┤
//!                                                    │
//!  POST /_simulator/…      ──────────────────▶ Simulator::handle    what users and the clearing house do,
//!                                                    │              clock, faults, switches: not signed
//!  callbacks to deliver    ◀────────────────── Simulator::due       sealed and signed, each attempt afresh
//!  how it was answered     ──────────────────▶ POST /_simulator/deliveries/{id}
//! ```
//!
//! # A fault
//!
//! ```
//! use payscore::http::{Headers, Request};
//! use payscore::time::Timestamp;
//! use payscore_simulator::{Answer, Config, Simulator};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let now = Timestamp::from_unix(1_748_739_600).ok_or("no moment")?;
//! let mut simulator = Simulator::new(Config { seed: 7, now, base_url: "http://127.0.0.1:8080".to_owned() })?;
//!
//! // The answer to the next call of create_order is lost, though the call takes effect.
//! let fault = br#"{"fault": "drop_answer", "operation": "create_order"}"#.to_vec();
//! let request = Request::new("POST", "/_simulator/faults", Headers::new(), Some(fault));
//! let Answer::Reply(response) = simulator.handle(&request) else { return Err("no answer".into()) };
//! assert_eq!(response.status, 200);
//!
//! // Beside the control interface, a test in Rust can look at the books.
//! assert!(simulator.world().acquiring.orders.is_empty());
//! # Ok(())
//! # }
//! ```
//!
//! A whole first order, with the callback of its confirmation, is in the
//! [README](https://github.com/payscore/payscore/blob/main/simulator/README.md). [`Simulator::help`] lists the control
//! interface, the faults and the switches.
//!
//! # Map
//!
//! Each module uses the modules below it.
//!
//! | module | what it holds |
//! |---|---|
//! | `simulator` | [`Simulator`]: the way of a request. |
//! | `api`, `control` | A request of the API, from its authorisation to its signed answer; the control interface. |
//! | `world` | [`World`], and the list of modes: a folder and a line each. |
//! | [`acquiring`] | The acquiring-bank mode: endpoints, parameters, rules, books, callbacks, switches. |
//! | `platform` | What belongs to no product: certificates, the echo test, files, bills. |
//! | `mode` | What the simulator asks of a mode. |
//! | `wire` | APIv3 without any product: signatures, test keys, parameters, callbacks on their way. |
//! | [`common`] | What modes share: clock, chance, faults, switches, refusals, callbacks to be made. |
#![forbid(unsafe_code)]

pub mod acquiring;
mod answer;
mod api;
mod backend;
pub mod common;
mod control;
mod mode;
mod platform;
mod simulator;
mod wire;
mod world;

pub use answer::{Answer, Pace};
pub use simulator::{Config, ConfigError, Simulator};
pub use wire::callbacks::Delivery;
pub use world::{World, perform, switches};

/// The program of `simulator/README.md` runs.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
