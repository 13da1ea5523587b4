//! The simulator for the npm package `payscore-testing`: glue only, in a module of its own, so that no production code
//! contains it.
#![allow(missing_docs)]

use payscore::http::{Headers, Request};
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Config, Simulator as Inner};
use wasm_bindgen::JsError;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
pub struct Simulator(Inner);

#[wasm_bindgen]
impl Simulator {
    #[wasm_bindgen(constructor)]
    pub fn new(seed: u32, now: f64, base_url: String) -> Result<Simulator, JsError> {
        #[allow(clippy::cast_possible_truncation, reason = "beyond i64 it saturates, which is no moment either")]
        let now = Timestamp::from_unix(now.floor() as i64).ok_or_else(|| JsError::new("now must be Unix seconds"))?;
        Inner::new(Config { seed: seed.into(), now, base_url })
            .map(Simulator)
            .map_err(|error| JsError::new(&error.to_string()))
    }

    #[wasm_bindgen(getter)]
    #[allow(clippy::cast_precision_loss, reason = "Unix seconds are far below 2^53")]
    pub fn now(&self) -> f64 {
        self.0.now().unix() as f64
    }

    /// `headers`: JSON pairs. Nothing is returned when the connection would be closed without an answer.
    pub fn handle(
        &mut self,
        method: &str,
        url: &str,
        headers: &str,
        body: Option<Vec<u8>>,
    ) -> Result<Option<Answered>, JsError> {
        let pairs: Vec<(String, String)> = serde_json::from_str(headers)
            .map_err(|error| JsError::new(&format!("the request's headers cannot be read: {error}")))?;
        let headers: Headers = pairs.into_iter().collect();
        let request = Request::new(method, url, headers, body.filter(|body| !body.is_empty()));
        Ok(match self.0.handle(&request) {
            Answer::Dropped => None,
            Answer::Reply(response) => {
                Some(Answered { status: response.status, headers: pairs_of(&response.headers), body: response.body })
            }
        })
    }

    /// Callbacks that are due.
    pub fn due(&mut self) -> Vec<Due> {
        let due = self.0.due();
        due.into_iter()
            .map(|delivery| Due {
                id: delivery.id,
                headers: pairs_of(&delivery.request.headers),
                url: delivery.request.url,
                body: delivery.request.body.unwrap_or_default(),
            })
            .collect()
    }
}

/// An answer; `headers` are JSON pairs.
#[wasm_bindgen(getter_with_clone)]
pub struct Answered {
    pub status: u16,
    pub headers: String,
    pub body: Vec<u8>,
}

/// A callback; `headers` are JSON pairs.
#[wasm_bindgen(getter_with_clone)]
pub struct Due {
    pub id: String,
    pub url: String,
    pub headers: String,
    pub body: Vec<u8>,
}

fn pairs_of(headers: &Headers) -> String {
    serde_json::to_string(&headers.iter().collect::<Vec<_>>()).unwrap_or_default()
}
