//! Glue between Python and the simulator: values in, values out.
#![allow(missing_docs)]

use payscore::http::{Headers, Request};
use payscore::time::Timestamp;
use payscore_simulator::{Answer, Config};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::{Bound, PyModule, PyModuleMethods, PyResult, Python, pyclass, pymethods, pymodule};
use pyo3::types::PyBytes;
use std::sync::{Mutex, MutexGuard, PoisonError};

type Pairs = Vec<(String, String)>;

/// Status, headers and body.
type Reply<'py> = (u16, Pairs, Bound<'py, PyBytes>);

/// The delivery's id, its URL, headers and body.
type Delivery<'py> = (String, String, Pairs, Bound<'py, PyBytes>);

#[pyclass(frozen, module = "payscore_testing._simulator")]
struct Simulator(Mutex<payscore_simulator::Simulator>);

#[pymethods]
impl Simulator {
    #[new]
    fn new(seed: u64, now: i64, base_url: String) -> PyResult<Simulator> {
        let now = Timestamp::from_unix(now).ok_or_else(|| PyValueError::new_err("now must be Unix seconds"))?;
        let config = Config { seed, now, base_url };
        let inner =
            payscore_simulator::Simulator::new(config).map_err(|error| PyValueError::new_err(error.to_string()))?;
        Ok(Simulator(Mutex::new(inner)))
    }

    #[getter]
    fn now(&self) -> i64 {
        self.inner().now().unix()
    }

    /// `None` when the connection would be closed without an answer.
    fn handle<'py>(
        &self,
        py: Python<'py>,
        method: &str,
        url: &str,
        headers: Pairs,
        body: Option<Vec<u8>>,
    ) -> Option<Reply<'py>> {
        let headers: Headers = headers.into_iter().collect();
        let request = Request::new(method, url, headers, body.filter(|body| !body.is_empty()));
        match py.detach(|| self.inner().handle(&request)) {
            Answer::Dropped => None,
            Answer::Reply(reply) => Some((reply.status, pairs(&reply.headers), PyBytes::new(py, &reply.body))),
        }
    }

    /// The callbacks that are due.
    fn due<'py>(&self, py: Python<'py>) -> Vec<Delivery<'py>> {
        let due = self.inner().due();
        due.into_iter()
            .map(|delivery| {
                let request = delivery.request;
                let body = PyBytes::new(py, request.body.as_deref().unwrap_or_default());
                (delivery.id, request.url, pairs(&request.headers), body)
            })
            .collect()
    }
}

impl Simulator {
    fn inner(&self) -> MutexGuard<'_, payscore_simulator::Simulator> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn pairs(headers: &Headers) -> Pairs {
    headers.iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[pymodule]
fn _simulator(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Simulator>()
}
