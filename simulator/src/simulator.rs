//! The simulator: requests in, answers out, callbacks to deliver.

use crate::answer::{Answer, Pace};
use crate::backend::Backend;
use crate::platform::files::Files;
use crate::wire::callbacks::{Callbacks, Delivery};
use crate::wire::keys::Keys;
use crate::world::World;
use crate::{api, control};
use payscore::http::Request;
use payscore::time::Timestamp;
use std::fmt;
use std::time::Duration;

/// What a simulator begins with.
#[derive(Debug, Clone)]
pub struct Config {
    /// Everything random comes from it.
    pub seed: u64,
    /// Its clock, in Unix seconds.
    pub now: Timestamp,
    /// Where clients reach it. It is only passed on to them.
    pub base_url: String,
}

/// The test keys cannot be read: the build is broken.
#[derive(Debug, Clone, Copy)]
pub struct ConfigError;

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the simulator's test keys cannot be read")
    }
}

impl std::error::Error for ConfigError {}

/// WeChat Pay's side, and a clearing house's.
#[derive(Debug)]
pub struct Simulator(Backend);

impl Simulator {
    /// An empty world.
    pub fn new(config: Config) -> Result<Simulator, ConfigError> {
        let keys = Keys::load().ok_or(ConfigError)?;
        Ok(Simulator(Backend {
            world: World::new(config.seed, config.now),
            callbacks: Callbacks::default(),
            keys,
            files: Files::default(),
            log: Vec::new(),
            base_url: config.base_url,
        }))
    }

    /// Its clock.
    pub fn now(&self) -> Timestamp {
        self.0.world.common.now
    }

    /// The world behind the protocol, to look at in a test of the same process.
    pub fn world(&self) -> &World {
        &self.0.world
    }

    /// The world behind the protocol, to act in as users and the clearing house do. Callbacks about it are made with
    /// the next request, or by [`due`](Self::due).
    pub fn world_mut(&mut self) -> &mut World {
        &mut self.0.world
    }

    /// Moves the clock forward; an earlier moment changes nothing.
    pub fn set_now(&mut self, now: Timestamp) {
        self.0.world.advance_to(now);
    }

    /// Answers a request: one of the API, or one of the control interface (`/_simulator/…`).
    pub fn handle(&mut self, request: &Request) -> Answer {
        let late = self.wait_before(request, true).is_some();
        let (answer, pace) = self.serve(request, true);
        if late || pace != Pace::AtOnce { Answer::Dropped } else { answer }
    }

    /// For servers: how long a fault `slow_request` lets this request wait before it is served. `reused` is a request
    /// that is not the first one of its connection. Call this once for each request.
    pub fn wait_before(&mut self, request: &Request, reused: bool) -> Option<Duration> {
        let in_header = request.headers.get(api::FAULT_HEADER);
        if in_header.is_none() && !self.0.world.common.faults.any("slow_request") {
            return None;
        }
        let operation = api::operation(&mut self.0.world, request)?;
        api::authorize(&self.0, request).ok()?;
        let faults = &mut self.0.world.common.faults;
        faults.request_begins(reused);
        if let Some(fault) = in_header {
            // A misspelt one is refused when the request is served.
            let _ = faults.requested_in_header(fault, operation);
        }
        let fault = faults.take(operation, &["slow_request"]);
        faults.request_ends();
        fault.map(|fault| fault.wait())
    }

    /// For servers: answers a request as [`handle`](Self::handle) does, and says how to send the answer back.
    pub fn serve(&mut self, request: &Request, reused: bool) -> (Answer, Pace) {
        self.0.world.common.faults.request_begins(reused);
        let answered = if request.target().starts_with("/_simulator") {
            (control::answer(&mut self.0, request), Pace::AtOnce)
        } else {
            api::answer(&mut self.0, request)
        };
        self.0.callbacks.collect(&mut self.0.world.common);
        self.0.world.common.faults.request_ends();
        answered
    }

    /// Callbacks that are due, each once. Report their answers to the control interface: `POST
    /// /_simulator/deliveries/{id}`.
    pub fn due(&mut self) -> Vec<Delivery> {
        let Backend { world, callbacks, keys, .. } = &mut self.0;
        callbacks.collect(&mut world.common);
        callbacks.due(&mut world.common, keys)
    }

    /// When the next callback becomes due.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.0.callbacks.next_due()
    }

    /// The control interface, faults and switches, with a sentence each.
    pub fn help() -> String {
        control::help()
    }
}
