//! The merchant.

use crate::call::{Call, Draft};
use crate::incoming::{body_bytes, moment, object, text_argument, text_or_bytes, to_json};
use crate::outgoing::{result_to_python, to_exception};
use crate::raw_bodies::RAW_CALLBACK;
use payscore::ffi::json;
use payscore::{JsonRequest, MerchantConfig};
use pyo3::prelude::{Bound, Py, PyAny, PyAnyMethods, PyResult, Python, pyclass, pymethods};
use pyo3::types::PyDict;

#[pyclass(frozen, module = "payscore._native")]
pub(crate) struct Merchant {
    made: payscore::Merchant,
    /// Its settings, for [`with_`](Merchant::with_). Python holds none of them.
    config: MerchantConfig,
}

impl Merchant {
    fn configured(py: Python<'_>, config: &MerchantConfig, changes: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        let changes = object("the merchant's configuration", "", changes.as_any())?;
        let made = config.changed(&changes).and_then(|config| {
            let made = payscore::Merchant::new(config.clone())?;
            Ok(Merchant { made, config })
        });
        made.map_err(|error| to_exception(py, &error))
    }
}

#[pymethods]
impl Merchant {
    #[new]
    fn new(py: Python<'_>, config: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        Merchant::configured(py, &MerchantConfig::default(), config)
    }

    fn with_(&self, py: Python<'_>, changes: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        Merchant::configured(py, &self.config, changes)
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

    fn again(&self, py: Python<'_>, lost: &Draft, settled: &Bound<'_, PyAny>, now: f64, nonce: &str) -> PyResult<Draft> {
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
        result_to_python(py, py.detach(|| self.made.read_notification(&headers, &body, now)))
    }

    fn compute(&self, py: Python<'_>, function: &str, params: &Bound<'_, PyAny>, now: f64, nonce: &str) -> PyResult<Py<PyAny>> {
        result_to_python(py, self.made.compute_json(function, &object(function, "", params)?, moment(py, now)?, nonce))
    }

    fn __repr__(&self) -> String {
        format!("Merchant(mchid='{}')", self.made.account().mchid)
    }
}
