//! WeChat Pay's side of WeChat Pay Score in acquiring-bank mode, and a clearing house's: for tests and demos.
//!
//! Sans-IO like Payscore itself, in the opposite direction: requests in, answers out, callbacks to deliver. It shares no protocol
//! code with Payscore: it builds its own canonical strings and has its own tables, so that the two can disagree.
#![forbid(unsafe_code)]

mod wire;
pub mod world;

pub use wire::callbacks::Delivery;

use payscore::http::{Request, Response};
use payscore::time::Timestamp;
use serde_json::Value;
use std::fmt;
use std::time::Duration;
use wire::callbacks::Callbacks;
use wire::files::Files;
use wire::keys::Keys;
use world::{Refusal, World};

/// What a simulator begins with.
#[derive(Debug, Clone)]
pub struct Config {
    /// Everything random comes from it.
    pub seed: u64,
    /// Its clock, in Unix seconds.
    pub now: Timestamp,
    /// Where it is reached; only told to clients.
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

/// An answer, or none.
#[derive(Debug)]
pub enum Answer {
    /// Give this back.
    Reply(Response),
    /// Close the connection without an answer.
    Dropped,
}

/// How a server is to give an answer back. In-process there is neither time nor a connection: [`Simulator::handle`] drops the answer
/// instead, which is what a client sees that waits less long.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pace {
    /// As usual.
    #[default]
    AtOnce,
    /// After so long.
    After(Duration),
    /// Its head and half of its body at once, the rest after so long.
    HalfThen(Duration),
    /// Its head and half of its body, then the connection is closed.
    HalfThenCut,
}

/// The simulator.
#[derive(Debug)]
pub struct Simulator {
    world: World,
    callbacks: Callbacks,
    keys: Keys,
    log: Vec<Value>,
    base_url: String,
    files: Files,
    pace: Pace,
}

impl Simulator {
    /// An empty world.
    pub fn new(config: Config) -> Result<Simulator, ConfigError> {
        let keys = Keys::load().ok_or(ConfigError)?;
        Ok(Simulator {
            world: World::new(config.seed, config.now),
            callbacks: Callbacks::default(),
            keys,
            log: Vec::new(),
            base_url: config.base_url,
            files: Files::default(),
            pace: Pace::AtOnce,
        })
    }

    /// Its clock.
    pub fn now(&self) -> Timestamp {
        self.world.now
    }

    /// The world behind it, to look at in a test of the same process.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// The same, to act in as users and the clearing house do. Callbacks about it come with the next request, or with [`due`](Self::due).
    pub fn world_mut(&mut self) -> &mut World {
        &mut self.world
    }

    /// Moves the clock forward; an earlier moment changes nothing.
    pub fn set_now(&mut self, now: Timestamp) {
        self.world.advance_to(now);
    }

    /// Answers a request: one of the API, or one at the door (`/_simulator/…`).
    pub fn handle(&mut self, request: &Request) -> Answer {
        let late = self.wait_before(request, true).is_some();
        let (answer, pace) = self.serve(request, true);
        if late || pace != Pace::AtOnce { Answer::Dropped } else { answer }
    }

    /// For servers: how long this request is to wait before it is served, by a fault `slow_request`. `reused` is a request that is not
    /// the first one of its connection. Ask once a request.
    pub fn wait_before(&mut self, request: &Request, reused: bool) -> Option<Duration> {
        let asked = request.headers.get("Payscore-Simulator-Fault");
        if asked.is_none() && !self.world.faults.any("slow_request") {
            return None;
        }
        let operation = wire::answering::operation(request)?;
        wire::authorization::check(&self.keys, &self.world.mchid, request, self.world.now).ok()?;
        self.world.faults.request_begins(reused);
        if let Some(asked) = asked {
            // A misspelt one is refused when the request is served.
            let _ = self.world.faults.asked_by_request(asked, operation);
        }
        let fault = self.world.faults.take(operation, &["slow_request"]);
        self.world.faults.request_ends();
        fault.map(|fault| fault.wait())
    }

    /// For servers: answers a request as [`handle`](Self::handle) does, and says how to give the answer back.
    pub fn serve(&mut self, request: &Request, reused: bool) -> (Answer, Pace) {
        self.pace = Pace::AtOnce;
        self.world.faults.request_begins(reused);
        let answer = if request.target().starts_with("/_simulator") {
            wire::door::open(self, request).map_or(Answer::Dropped, Answer::Reply)
        } else {
            self.api(request)
        };
        self.callbacks.collect(&mut self.world);
        self.world.faults.request_ends();
        (answer, self.pace)
    }

    /// Callbacks that are due, each handed out once; report their answers at the door.
    pub fn due(&mut self) -> Vec<Delivery> {
        self.callbacks.collect(&mut self.world);
        self.callbacks.due(&mut self.world, &self.keys)
    }

    /// When the next callback becomes due.
    pub fn next_due(&self) -> Option<Timestamp> {
        self.callbacks.next_due()
    }

    /// Doors, faults and switches, each with a sentence.
    pub fn help() -> String {
        wire::door::help()
    }
}

/// A request of the product's API below the signatures: `None` when there is no such endpoint, `Ok(None)` for 204.
pub fn perform(world: &mut World, request: &Request) -> Option<Result<Option<Value>, Refusal>> {
    let route = wire::routes::route(request)?;
    Some(wire::routes::perform(world, &route, request))
}
