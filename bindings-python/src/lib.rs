//! Glue between Python and core: values in, values out. It knows nothing about WeChat Pay. Only the modules of the
//! Python package use it; the documentation for users stands there.
#![allow(missing_docs)]

mod apiv3;
mod call;
mod incoming;
mod merchant;
mod outgoing;
mod raw_bodies;

use incoming::{moment, to_json};
use outgoing::{TOP, result_to_python};
use payscore::ffi::acquiring;
use pyo3::prelude::{Bound, Py, PyAny, PyModule, PyModuleMethods, PyResult, Python, pyfunction, pymodule};
use pyo3::wrap_pyfunction;

#[pyfunction]
fn lifecycle(
    py: Python<'_>,
    order: &Bound<'_, PyAny>,
    deduction: &Bound<'_, PyAny>,
    progress: &Bound<'_, PyAny>,
    now: f64,
) -> PyResult<Py<PyAny>> {
    let (order, deduction, progress) = (to_json(order)?, to_json(deduction)?, to_json(progress)?);
    result_to_python(py, TOP, acquiring::lifecycle(&order, &deduction, &progress, moment(py, now)?))
}

#[pyfunction]
fn later_reading(py: Python<'_>, first: &Bound<'_, PyAny>, second: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    result_to_python(py, TOP, acquiring::later_reading(&to_json(first)?, &to_json(second)?))
}

/// An order from its dataclass, from a mapping, or from stored `raw` text.
#[pyfunction]
fn read_order(py: Python<'_>, order: &Bound<'_, PyAny>) -> PyResult<Py<PyAny>> {
    result_to_python(py, TOP, acquiring::order(&to_json(order)?))
}

#[pymodule]
fn _native(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add_class::<merchant::Merchant>()?;
    module.add_class::<call::Draft>()?;
    module.add_class::<call::Call>()?;
    module.add_function(wrap_pyfunction!(lifecycle, module)?)?;
    module.add_function(wrap_pyfunction!(later_reading, module)?)?;
    module.add_function(wrap_pyfunction!(read_order, module)?)?;
    apiv3::register(module)?;
    module.add("__version__", env!("CARGO_PKG_VERSION"))
}
