//! Drafts, which are not signed yet, and calls, which are.

use crate::incoming::{body_bytes, moment, object, text_or_bytes, to_json};
use crate::outgoing::{TOP, result_to_python, to_exception, to_python};
use crate::raw_bodies::RAW_ANSWER;
use payscore::ffi::{json, namespace_of_draft};
use payscore::http::Response;
use payscore::protocol::{AnyCall, AnyDraft};
use pyo3::prelude::{Bound, Py, PyAny, PyDictMethods, PyResult, Python, pyclass, pymethods};
use pyo3::types::{PyBytes, PyDict};
use serde_json::Value;

#[pyclass(frozen, module = "payscore._native")]
pub(crate) struct Draft(pub(crate) AnyDraft);

#[pymethods]
impl Draft {
    #[getter]
    fn operation(&self) -> &'static str {
        self.0.operation().name
    }

    #[getter]
    fn message<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.message())
    }

    #[getter]
    fn advice(&self, py: Python<'_>) -> PyResult<Py<PyAny>> {
        to_python(py, TOP, &self.0.advice())
    }

    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.to_bytes())
    }

    fn finish(&self, py: Python<'_>, signature: &Bound<'_, PyAny>) -> PyResult<Call> {
        let call = self.0.clone().finish(&text_or_bytes(signature)?);
        call.map(Call).map_err(|error| to_exception(py, &error))
    }

    /// `evidence`: `{"found": …}` or `{"error": {"wechat_code", "verified"}}`.
    fn settle(
        &self,
        py: Python<'_>,
        evidence: &Bound<'_, PyAny>,
        known: &Bound<'_, PyAny>,
        now: f64,
    ) -> PyResult<Py<PyAny>> {
        let evidence = Value::Object(object("the evidence", "", evidence)?);
        result_to_python(py, TOP, json::settle(&self.0, &evidence, &to_json(known)?, moment(py, now)?))
    }
}

#[pyclass(frozen, module = "payscore._native")]
pub(crate) struct Call(pub(crate) AnyCall);

#[pymethods]
impl Call {
    #[getter]
    fn draft(&self) -> Draft {
        Draft(self.0.draft().clone())
    }

    #[getter]
    fn method(&self) -> &str {
        &self.0.request().method
    }

    #[getter]
    fn url(&self) -> &str {
        &self.0.request().url
    }

    #[getter]
    fn headers<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyDict>> {
        let headers = PyDict::new(py);
        self.0.request().headers.iter().try_for_each(|(name, value)| headers.set_item(name, value))?;
        Ok(headers)
    }

    #[getter]
    fn body<'py>(&self, py: Python<'py>) -> Option<Bound<'py, PyBytes>> {
        self.0.request().body.as_ref().map(|body| PyBytes::new(py, body))
    }

    fn read(
        &self,
        py: Python<'_>,
        status: &Bound<'_, PyAny>,
        headers: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        now: f64,
    ) -> PyResult<Py<PyAny>> {
        let draft = self.0.draft();
        let status = json::status(draft, &to_json(status)?).map_err(|error| to_exception(py, &error))?;
        let headers = crate::incoming::headers(headers)?;
        let body = body_bytes(body, |found| json::answer_not_bytes(draft, found, RAW_ANSWER))?;
        let response = Response::new(status, headers, body);
        let now = json::answer_moment(draft, now).map_err(|error| to_exception(py, &error))?;
        let reply = py.detach(|| payscore::Merchant::read_any(&self.0, &response, now));
        result_to_python(py, namespace_of_draft(draft), reply)
    }

    /// Returns the exception; the caller raises it.
    fn lost(&self, py: Python<'_>, sent: bool, reason: &str) -> Py<PyAny> {
        to_exception(py, &json::lost(self.0.draft(), sent, reason)).into_value(py).into_any()
    }

    fn __repr__(&self) -> String {
        format!("Call({} {})", self.0.request().method, self.0.request().url)
    }
}
