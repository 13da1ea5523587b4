//! Glue between Python and core: values in, values out. No sentence about WeChat Pay stands here.
#![allow(missing_docs)]

mod apiv3;
mod incoming;
mod outgoing;
mod testing;

use incoming::{body_bytes, headers, object, optional_object};
use outgoing::{raise, to_python};
use payscore::ffi::{answer_not_bytes, callback_not_bytes};
use payscore::http::Response;
use payscore::payscore::{Evidence, Order};
use payscore::protocol::{AnyCall, AnyDraft, Lost};
use payscore::time::Timestamp;
use payscore::{JsonRequest, MerchantConfig};
use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict};

#[pyclass(frozen, name = "Merchant", module = "payscore._native")]
struct Merchant(payscore::Merchant);

#[pymethods]
impl Merchant {
    #[new]
    fn new(py: Python<'_>, config: &Bound<'_, PyDict>) -> PyResult<Merchant> {
        let config = object(config.as_any())?;
        MerchantConfig::from_json(&config).and_then(payscore::Merchant::new).map(Merchant).map_err(|error| raise(py, &error))
    }

    #[getter]
    fn mchid(&self) -> &str {
        &self.0.account().mchid
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
        self.0.draft_json(request, moment(now)?, nonce).map(Draft).map_err(|error| raise(py, &error))
    }

    fn resume(&self, py: Python<'_>, stored: &[u8], now: i64, nonce: &str) -> PyResult<Draft> {
        self.0.resume(stored, moment(now)?, nonce).map(Draft).map_err(|error| raise(py, &error))
    }

    fn sign(&self, py: Python<'_>, draft: &Draft) -> PyResult<Call> {
        let draft = draft.0.clone();
        py.detach(|| self.0.finish(draft)).map(Call).map_err(|error| raise(py, &error))
    }

    fn read_notification(
        &self,
        py: Python<'_>,
        headers_: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        now: i64,
    ) -> PyResult<Py<PyAny>> {
        let (headers, body, now) = (headers(headers_)?, body_bytes(body, callback_not_bytes)?, moment(now)?);
        match py.detach(|| self.0.read_notification(&headers, &body, now)) {
            Ok(event) => to_python(py, &event),
            Err(error) => Err(raise(py, &error)),
        }
    }

    fn launch_confirm(&self, py: Python<'_>, package: &str) -> PyResult<Py<PyAny>> {
        to_python(py, &self.0.launch_confirm(package))
    }

    fn __repr__(&self) -> String {
        format!("Merchant(mchid='{}')", self.0.account().mchid)
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

    /// `kind`: order, deduction or error; `evidence`: what was read.
    fn settle(&self, py: Python<'_>, kind: &str, evidence: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
        let settlement = match kind {
            "order" => {
                let order = order(py, evidence)?;
                self.0.settle(Evidence::Order(&order))
            }
            "deduction" => {
                let found = incoming::model(py, evidence)?;
                self.0.settle(Evidence::Deduction(&found))
            }
            _ => {
                let text = |name: &str| evidence.getattr(name).ok().and_then(|value| value.extract::<String>().ok());
                let verified = evidence.getattr("verified").and_then(|value| value.extract::<bool>()).unwrap_or(false);
                self.0.settle(Evidence::Said { wechat_code: text("wechat_code").as_deref().unwrap_or_default(), verified })
            }
        };
        to_python(py, &settlement)
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
        status: u16,
        headers_: &Bound<'_, PyAny>,
        body: &Bound<'_, PyAny>,
        now: i64,
    ) -> PyResult<Py<PyAny>> {
        let response = Response::new(status, headers(headers_)?, body_bytes(body, |what| answer_not_bytes(&self.0, what))?);
        let now = moment(now)?;
        match py.detach(|| payscore::Merchant::read_any(&self.0, &response, now)) {
            Ok(reply) => to_python(py, &reply),
            Err(error) => Err(raise(py, &error)),
        }
    }

    /// The exception to raise, not raised.
    fn lost(&self, py: Python<'_>, sent: bool, reason: &str) -> Py<PyAny> {
        let how = if sent { Lost::AfterSending } else { Lost::BeforeSending };
        raise(py, &self.0.lost(how, reason)).into_value(py).into_any()
    }

    fn __repr__(&self) -> String {
        format!("Call({} {})", self.0.request().method, self.0.request().url)
    }
}

#[pyfunction]
#[pyo3(signature = (order_, deduction, now))]
fn lifecycle(py: Python<'_>, order_: &Bound<'_, PyAny>, deduction: &Bound<'_, PyAny>, now: i64) -> PyResult<Py<PyAny>> {
    let order = order(py, order_)?;
    let deduction = if deduction.is_none() { None } else { Some(incoming::model(py, deduction)?) };
    to_python(py, &payscore::payscore::lifecycle(&order, deduction.as_ref(), moment(now)?))
}

/// An order from its dataclass, from a mapping, or from stored `raw` text.
#[pyfunction]
fn read_order(py: Python<'_>, order_: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    to_python(py, &order(py, order_)?)
}

fn order(py: Python<'_>, value: &Bound<'_, PyAny>) -> PyResult<Order> {
    let text = match value.extract::<String>() {
        Ok(text) => text,
        Err(_) => serde_json::Value::Object(object(value)?).to_string(),
    };
    Order::from_json(&text).map_err(|error| raise(py, &error))
}

fn moment(now: i64) -> PyResult<Timestamp> {
    Timestamp::from_unix(now).ok_or_else(|| PyValueError::new_err("the clock must give Unix seconds"))
}

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<Merchant>()?;
    module.add_class::<Draft>()?;
    module.add_class::<Call>()?;
    module.add_class::<testing::Simulator>()?;
    module.add_function(wrap_pyfunction!(lifecycle, module)?)?;
    module.add_function(wrap_pyfunction!(read_order, module)?)?;
    apiv3::register(module)?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    Ok(())
}
