//! Glue between Kotlin and the simulator, in-process. It is a library and an artifact of its own: production contains
//! neither the simulator nor its keys.
#![allow(missing_docs, unused_qualifications)]

mod own_tests;

use payscore::http::{Headers, Request};
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Config, Simulator as Inner};
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

uniffi::setup_scaffolding!();

#[derive(Debug, uniffi::Error)]
pub enum SimulatorFailure {
    Argument { detail: String },
}

impl fmt::Display for SimulatorFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let SimulatorFailure::Argument { detail } = self;
        f.write_str(detail)
    }
}

impl std::error::Error for SimulatorFailure {}

#[derive(uniffi::Record)]
pub struct Header {
    name: String,
    value: String,
}

#[derive(uniffi::Record)]
pub struct SimulatorRequest {
    method: String,
    url: String,
    headers: Vec<Header>,
    body: Option<Vec<u8>>,
}

#[derive(uniffi::Record)]
pub struct SimulatorResponse {
    status: i32,
    headers: Vec<Header>,
    body: Vec<u8>,
}

/// A callback that is to be delivered now.
#[derive(uniffi::Record)]
pub struct DueCallback {
    id: String,
    url: String,
    headers: Vec<Header>,
    body: Vec<u8>,
}

#[derive(uniffi::Object)]
pub struct Simulator(Mutex<Inner>);

#[uniffi::export]
impl Simulator {
    #[uniffi::constructor]
    pub fn new(seed: i64, now: i64, base_url: String) -> Result<Arc<Simulator>, SimulatorFailure> {
        let refuse = |detail: &str| SimulatorFailure::Argument { detail: detail.to_owned() };
        let now = Timestamp::from_unix(now).ok_or_else(|| refuse("now must be Unix seconds"))?;
        let seed = u64::try_from(seed).map_err(|_| refuse("the seed must not be negative"))?;
        let inner = Inner::new(Config { seed, now, base_url }).map_err(|error| refuse(&error.to_string()))?;
        Ok(Arc::new(Simulator(Mutex::new(inner))))
    }

    /// The simulator's clock, in Unix seconds.
    pub fn now(&self) -> i64 {
        self.inner().now().unix()
    }

    /// `None` when the connection would be closed without an answer.
    pub fn handle(&self, request: SimulatorRequest) -> Option<SimulatorResponse> {
        let headers = request.headers.into_iter().map(|header| (header.name, header.value)).collect::<Headers>();
        let body = request.body.filter(|body| !body.is_empty());
        match self.inner().handle(&Request::new(request.method, request.url, headers, body)) {
            Answer::Dropped => None,
            Answer::Reply(response) => Some(SimulatorResponse {
                status: response.status.into(),
                headers: header_records(&response.headers),
                body: response.body,
            }),
        }
    }

    /// The callbacks that are due now.
    pub fn due(&self) -> Vec<DueCallback> {
        let due = self.inner().due();
        due.into_iter()
            .map(|delivery| DueCallback {
                id: delivery.id,
                headers: header_records(&delivery.request.headers),
                url: delivery.request.url,
                body: delivery.request.body.unwrap_or_default(),
            })
            .collect()
    }
}

impl Simulator {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn header_records(headers: &Headers) -> Vec<Header> {
    headers.iter().map(|(name, value)| Header { name: name.to_owned(), value: value.to_owned() }).collect()
}
