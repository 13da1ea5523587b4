//! The simulator, and how its clock follows this machine's.

use crate::guard::Guard;
use crate::options::Limits;
use payscore::http::Request;
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Pace, Simulator};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

pub struct Shared {
    pub guard: Guard,
    pub limits: Limits,
    simulator: Mutex<Simulator>,
    started: Instant,
    base: i64,
    moved: Mutex<i64>,
}

impl Shared {
    pub fn new(simulator: Simulator, base: i64, guard: Guard, limits: Limits) -> Shared {
        Shared { guard, limits, simulator: Mutex::new(simulator), started: Instant::now(), base, moved: Mutex::new(0) }
    }

    /// The simulator with its clock set: this machine's time, plus what the control interface has moved it.
    pub fn simulator(&self) -> MutexGuard<'_, Simulator> {
        let mut simulator = self.simulator.lock().unwrap_or_else(PoisonError::into_inner);
        let moved = *self.moved.lock().unwrap_or_else(PoisonError::into_inner);
        let elapsed = i64::try_from(self.started.elapsed().as_secs()).unwrap_or(0);
        if let Some(now) = Timestamp::from_unix(self.base.saturating_add(elapsed).saturating_add(moved)) {
            simulator.set_now(now);
        }
        simulator
    }

    /// How long a request waits before it is served.
    pub fn wait_before(&self, request: &Request, reused: bool) -> Option<Duration> {
        self.simulator().wait_before(request, reused)
    }

    pub fn serve(&self, request: &Request, reused: bool) -> (Answer, Pace) {
        let mut simulator = self.simulator();
        let before = simulator.now();
        let served = simulator.serve(request, reused);
        let mut moved = self.moved.lock().unwrap_or_else(PoisonError::into_inner);
        *moved = moved.saturating_add(simulator.now().since(before));
        served
    }

    /// Answers a request that the server makes itself.
    pub fn handle(&self, request: &Request) -> Answer {
        self.serve(request, false).0
    }
}
