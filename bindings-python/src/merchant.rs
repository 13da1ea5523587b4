//! The merchant.

use crate::call::{Call, Draft};
use crate::incoming::{body_bytes, moment, object, text_argument, text_or_bytes, to_json};
use crate::outgoing::{result_to_python, to_exception};
use crate::raw_bodies::RAW_CALLBACK;
use payscore::JsonRequest;
use payscore::ffi::json;
use pyo3::prelude::{Bound, Py, PyAny, PyAnyMethods, PyResult, Python, pyclass, pymethods};
use pyo3::types::PyDict;

const CONFIGURATION: &str = "the merchant's configuration";

#[pyclass(frozen, module = "payscore._native")]
pub(crate) struct Merchant {
    made: payscore::Merchant,
}

#[pymethods]
impl Merchant {
    /// In the mode of this namespace; it is empty for the top of the package.
    #[new]
    fn new(py: Python<'_>, namespace: &str, config: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        let config = object(CONFIGURATION, "", config.as_any())?;
        let made = payscore::ffi::merchant(namespace, &config);
        made.map(|made| Merchant { made }).map_err(|error| to_exception(py, &error))
    }

    fn with_(&self, py: Python<'_>, changes: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        let changes = object(CONFIGURATION, "", changes.as_any())?;
        let made = payscore::ffi::with_changes(&self.made, &changes);
        made.map(|made| Merchant { made }).map_err(|error| to_exception(py, &error))
    }

    #[getter]
    fn mchid(&self) -> &str {
        &self.made.account().mchid
    }

    #[getter]
    fn base_url(&self) -> &str {
        &self.made.account().base_url
    }

    #[allow(clippy::too_many_arguments, reason = "one crossing for a draft")]
    fn draft(
        &self,
        py: Python<'_>,
        operation: &str,
        params: &Bound<'_, PyAny>,
        extra: &Bound<'_, PyAny>,
        order: &Bound<'_, PyAny>,
        now: f64,
        nonce: &str,
    ) -> PyResult<Draft> {
        let order = if order.is_none() { None } else { Some(object(operation, "/order", order)?) };
        let (params, extra) = (object(operation, "", params)?, object(operation, "/extra", extra)?);
        let request = JsonRequest { operation, params, extra, order };
        let draft = self.made.draft_json(request, moment(py, now)?, nonce);
        draft.map(Draft).map_err(|error| to_exception(py, &error))
    }

    fn resume(&self, py: Python<'_>, stored: &Bound<'_, PyAny>, now: f64, nonce: &str) -> PyResult<Draft> {
        let draft = self.made.resume(&text_or_bytes(stored)?, moment(py, now)?, nonce);
        draft.map(Draft).map_err(|error| to_exception(py, &error))
    }

    fn sign(&self, py: Python<'_>, draft: &Draft) -> PyResult<Call> {
        let draft = draft.0.clone();
        py.detach(|| self.made.finish(draft)).map(Call).map_err(|error| to_exception(py, &error))
    }

    fn again(
        &self,
        py: Python<'_>,
        lost: &Draft,
        settled: &Bound<'_, PyAny>,
        now: f64,
        nonce: &str,
    ) -> PyResult<Draft> {
        let draft = json::again(&self.made, &lost.0, &to_json(settled)?, moment(py, now)?, nonce);
        draft.map(Draft).map_err(|error| to_exception(py, &error))
    }

    fn take_over(&self, py: Python<'_>, call: &Call) -> PyResult<Call> {
        self.made.take_over(&call.0).map(Call).map_err(|error| to_exception(py, &error))
    }

    fn seal_sensitive(&self, py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<String> {
        self.made.seal_sensitive(&text_argument(text, "text")?).map_err(|error| to_exception(py, &error))
    }

    fn open_sensitive(&self, py: Python<'_>, sealed: &Bound<'_, PyAny>) -> PyResult<String> {
        self.made.open_sensitive(&text_argument(sealed, "sealed")?).map_err(|error| to_exception(py, &error))
    }

    fn read_notification(
        &self,
        py: Python<'_>,
        headers: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        now: f64,
    ) -> PyResult<Py<PyAny>> {
        let headers = crate::incoming::headers(headers)?;
        let body = body_bytes(body, |found| json::callback_not_bytes(found, RAW_CALLBACK))?;
        let now = moment(py, now)?;
        let event = py.detach(|| json::read_notification(&self.made, &headers, &body, now));
        result_to_python(py, payscore::ffi::namespace(&self.made), event)
    }

    fn compute(
        &self,
        py: Python<'_>,
        function: &str,
        params: &Bound<'_, PyAny>,
        now: f64,
        nonce: &str,
    ) -> PyResult<Py<PyAny>> {
        let result = self.made.compute_json(function, &object(function, "", params)?, moment(py, now)?, nonce);
        result_to_python(py, payscore::ffi::namespace(&self.made), result)
    }

    fn __repr__(&self) -> String {
        format!("Merchant(mchid='{}')", self.made.account().mchid)
    }
}
