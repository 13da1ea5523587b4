//! The simulator, in-process.

use crate::incoming::headers;
use payscore::http::Request;
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Config, Simulator as Inner};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyBytes;
use std::sync::{Mutex, MutexGuard, PoisonError};

type Parts<'py> = (u16, Vec<(String, String)>, Bound<'py, PyBytes>);
type Delivery<'py> = (String, String, Vec<(String, String)>, Bound<'py, PyBytes>);

#[pyclass(frozen, name = "Simulator", module = "payscore._native")]
pub(crate) struct Simulator(Mutex<Inner>);

#[pymethods]
impl Simulator {
    #[new]
    fn new(seed: u64, now: i64, base_url: String) -> PyResult<Simulator> {
        let now = Timestamp::from_unix(now).ok_or_else(|| PyValueError::new_err("now must be Unix seconds"))?;
        let inner = Inner::new(Config { seed, now, base_url }).map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(Simulator(Mutex::new(inner)))
    }

    #[getter]
    fn now(&self) -> i64 {
        self.inner().now().unix()
    }

    /// Status, headers and body; `None` when the connection would be closed without an answer.
    #[pyo3(signature = (method, url, headers_, body))]
    fn handle<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        url: &str,
        headers_: &Bound<'py, PyAny>,
        body: Option<Vec<u8>>,
    ) -> PyResult<Option<Parts<'py>>> {
        let request = Request::new(method, url, headers(headers_)?, body.filter(|body| !body.is_empty()));
        let answer = py.detach(|| self.inner().handle(&request));
        Ok(match answer {
            Answer::Dropped => None,
            Answer::Reply(response) => {
                let pairs = response.headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                Some((response.status, pairs, PyBytes::new(py, &response.body)))
            }
        })
    }

    /// Callbacks that are due: id, url, headers, body.
    fn due<'py>(&self, py: Python<'py>) -> Vec<Delivery<'py>> {
        let due = self.inner().due();
        due.into_iter()
            .map(|delivery| {
                let request = delivery.request;
                let pairs = request.headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
                (delivery.id, request.url, pairs, PyBytes::new(py, request.body.as_deref().unwrap_or_default()))
            })
            .collect()
    }
}

impl Simulator {
    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
