//! Glue between Kotlin and the simulator, in-process. A library and an artifact of its own, so that it costs nothing in production.
#![allow(missing_docs, unused_qualifications)]

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
pub struct Asked {
    method: String,
    url: String,
    headers: Vec<Header>,
    body: Option<Vec<u8>>,
}

#[derive(uniffi::Record)]
pub struct Reply {
    status: i32,
    headers: Vec<Header>,
    body: Vec<u8>,
}

#[derive(uniffi::Record)]
pub struct Due {
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

    pub fn now(&self) -> i64 {
        self.inner().now().unix()
    }

    /// `None` when the connection would be closed without an answer.
    pub fn handle(&self, asked: Asked) -> Option<Reply> {
        let headers = asked.headers.into_iter().fold(Headers::new(), |all, header| all.with(header.name, header.value));
        let request = Request::new(asked.method, asked.url, headers, asked.body.filter(|body| !body.is_empty()));
        match self.inner().handle(&request) {
            Answer::Dropped => None,
            Answer::Reply(response) => {
                Some(Reply { status: response.status.into(), headers: pairs(&response.headers), body: response.body })
            }
        }
    }

    pub fn due(&self) -> Vec<Due> {
        let due = self.inner().due();
        due.into_iter()
            .map(|delivery| Due {
                id: delivery.id,
                headers: pairs(&delivery.request.headers),
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

fn pairs(headers: &Headers) -> Vec<Header> {
    headers.iter().map(|(name, value)| Header { name: name.to_owned(), value: value.to_owned() }).collect()
}
