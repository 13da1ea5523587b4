//! Glue between Python and core: values in, values out. No sentence about WeChat Pay stands here.
#![allow(missing_docs)]

mod apiv3;
mod incoming;
mod outgoing;
mod raw_bodies;

use incoming::{any, body_bytes, headers, object, optional_object, text_of};
use outgoing::{raise, to_python};
use payscore::ffi::{acquiring, json};
use payscore::http::Response;
use payscore::protocol::{AnyCall, AnyDraft};
use payscore::time::Timestamp;
use payscore::{JsonRequest, MerchantConfig};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};
use raw_bodies::{RAW_ANSWER, RAW_CALLBACK};
use serde_json::Value;

#[pyclass(frozen, name = "Merchant", module = "payscore._native")]
struct Merchant {
    made: payscore::Merchant,
    /// What it was made of, for [`with_`](Merchant::with_): Python holds nothing of it.
    config: MerchantConfig,
}

impl Merchant {
    fn of(py: Python<'_>, config: &MerchantConfig, changes: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        let changes = object(changes.as_any())?;
        let made = config.changed(&changes).and_then(|config| {
            let made = payscore::Merchant::new(config.clone())?;
            Ok(Merchant { made, config })
        });
        made.map_err(|error| raise(py, &error))
    }
}

#[pymethods]
impl Merchant {
    #[new]
    fn new(py: Python<'_>, config: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        Merchant::of(py, &MerchantConfig::default(), config)
    }

    fn with_(&self, py: Python<'_>, changes: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        Merchant::of(py, &self.config, changes)
    }

    #[getter]
    fn mchid(&self) -> &str {
        &self.made.account().mchid
    }

    #[getter]
    fn base_url(&self) -> &str {
        &self.made.account().base_url
    }

    #[allow(clippy::too_many_arguments, reason = "one crossing per call")]
    #[pyo3(signature = (operation, params, extra, order, now, nonce))]
    fn draft(
        &self,
        py: Python<'_>,
        operation: &str,
        params: &Bound<'_, PyAny>,
        extra: &Bound<'_, PyAny>,
        order: &Bound<'_, PyAny>,
        now: i64,
        nonce: &str,
    ) -> PyResult<Draft> {
        let extra = optional_object(extra)?.unwrap_or_default();
        let request = JsonRequest { operation, params: object(params)?, extra, order: optional_object(order)? };
        self.made.draft_json(request, moment(now)?, nonce).map(Draft).map_err(|error| raise(py, &error))
    }

    fn resume(&self, py: Python<'_>, stored: &[u8], now: i64, nonce: &str) -> PyResult<Draft> {
        self.made.resume(stored, moment(now)?, nonce).map(Draft).map_err(|error| raise(py, &error))
    }

    fn sign(&self, py: Python<'_>, draft: &Draft) -> PyResult<Call> {
        let draft = draft.0.clone();
        py.detach(|| self.made.finish(draft)).map(Call).map_err(|error| raise(py, &error))
    }

    fn again(&self, py: Python<'_>, lost: &Draft, settled: &Bound<'_, PyAny>, now: i64, nonce: &str) -> PyResult<Draft> {
        json::again(&self.made, &lost.0, &any(settled)?, moment(now)?, nonce).map(Draft).map_err(|error| raise(py, &error))
    }

    fn take_over(&self, py: Python<'_>, call: &Call) -> PyResult<Call> {
        self.made.take_over(&call.0).map(Call).map_err(|error| raise(py, &error))
    }

    fn seal_sensitive(&self, py: Python<'_>, text: &Bound<'_, PyAny>) -> PyResult<String> {
        self.made.seal_sensitive(&text_of(text, "text")?).map_err(|error| raise(py, &error))
    }

    fn open_sensitive(&self, py: Python<'_>, sealed: &Bound<'_, PyAny>) -> PyResult<String> {
        self.made.open_sensitive(&text_of(sealed, "sealed")?).map_err(|error| raise(py, &error))
    }

    fn read_notification(
        &self,
        py: Python<'_>,
        headers_: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        now: i64,
    ) -> PyResult<Py<PyAny>> {
        let (headers, body, now) =
            (headers(headers_)?, body_bytes(body, |what| json::callback_not_bytes(what, RAW_CALLBACK))?, moment(now)?);
        match py.detach(|| self.made.read_notification(&headers, &body, now)) {
            Ok(event) => to_python(py, &event),
            Err(error) => Err(raise(py, &error)),
        }
    }

    fn compute(&self, py: Python<'_>, function: &str, params: &Bound<'_, PyAny>, now: i64, nonce: &str) -> PyResult<Py<PyAny>> {
        match self.made.compute_json(function, &object(params)?, moment(now)?, nonce) {
            Ok(result) => to_python(py, &result),
            Err(error) => Err(raise(py, &error)),
        }
    }

    fn __repr__(&self) -> String {
        format!("Merchant(mchid='{}')", self.made.account().mchid)
    }
}

#[pyclass(frozen, name = "Draft", module = "payscore._native")]
struct Draft(AnyDraft);

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
        to_python(py, &self.0.advice())
    }

    fn to_bytes<'py>(&self, py: Python<'py>) -> Bound<'py, PyBytes> {
        PyBytes::new(py, &self.0.to_bytes())
    }

    fn finish(&self, py: Python<'_>, signature: &Bound<'_, PyAny>) -> PyResult<Call> {
        let signature: Vec<u8> = match signature.extract::<String>() {
            Ok(text) => text.into_bytes(),
            Err(_) => signature.extract()?,
        };
        self.0.clone().finish(&signature).map(Call).map_err(|error| raise(py, &error))
    }

    /// `evidence`: `{"found": …}` or `{"error": {"wechat_code", "verified"}}`.
    fn settle(&self, py: Python<'_>, evidence: &Bound<'_, PyAny>, deduction: &Bound<'_, PyAny>, now: i64) -> PyResult<Py<PyAny>> {
        match acquiring::settle(&self.0, &Value::Object(object(evidence)?), &any(deduction)?, moment(now)?) {
            Ok(settlement) => to_python(py, &settlement),
            Err(error) => Err(raise(py, &error)),
        }
    }
}

#[pyclass(frozen, name = "Call", module = "payscore._native")]
struct Call(AnyCall);

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
        headers_: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        now: i64,
    ) -> PyResult<Py<PyAny>> {
        let response = Response::new(
            json::status(self.0.draft(), &any(status)?).map_err(|error| raise(py, &error))?,
            headers(headers_)?,
            body_bytes(body, |what| json::answer_not_bytes(self.0.draft(), what, RAW_ANSWER))?,
        );
        let now = moment(now)?;
        match py.detach(|| payscore::Merchant::read_any(&self.0, &response, now)) {
            Ok(reply) => to_python(py, &reply),
            Err(error) => Err(raise(py, &error)),
        }
    }

    /// The exception to raise, not raised.
    fn lost(&self, py: Python<'_>, sent: bool, reason: &str) -> Py<PyAny> {
        raise(py, &json::lost(self.0.draft(), sent, reason)).into_value(py).into_any()
    }

    fn __repr__(&self) -> String {
        format!("Call({} {})", self.0.request().method, self.0.request().url)
    }
}

#[pyfunction]
#[pyo3(signature = (order, deduction, progress, now))]
fn lifecycle(
    py: Python<'_>,
    order: &Bound<'_, PyAny>,
    deduction: &Bound<'_, PyAny>,
    progress: &Bound<'_, PyAny>,
    now: i64,
) -> PyResult<Py<PyAny>> {
    match acquiring::lifecycle(&any(order)?, &any(deduction)?, &any(progress)?, moment(now)?) {
        Ok(lifecycle) => to_python(py, &lifecycle),
        Err(error) => Err(raise(py, &error)),
    }
}

#[pyfunction]
fn later_reading(py: Python<'_>, first: &Bound<'_, PyAny>, second: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    match acquiring::later_reading(&any(first)?, &any(second)?) {
        Ok(reading) => to_python(py, &reading),
        Err(error) => Err(raise(py, &error)),
    }
}

/// An order from its dataclass, from a mapping, or from stored `raw` text.
#[pyfunction]
fn read_order(py: Python<'_>, order: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    match acquiring::order(&any(order)?) {
        Ok(order) => to_python(py, &order),
        Err(error) => Err(raise(py, &error)),
    }
}

fn moment(now: i64) -> PyResult<Timestamp> {
    Timestamp::from_unix(now).ok_or_else(|| PyValueError::new_err("the clock must give Unix seconds"))
}

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Merchant>()?;
    module.add_class::<Draft>()?;
    module.add_class::<Call>()?;
    module.add_function(wrap_pyfunction!(lifecycle, module)?)?;
    module.add_function(wrap_pyfunction!(later_reading, module)?)?;
    module.add_function(wrap_pyfunction!(read_order, module)?)?;
    apiv3::register(module)?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    Ok(())
}
