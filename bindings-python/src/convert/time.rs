//! Instants and spans are milliseconds; what `datetime` has, and texts such as `40 s`, are read too.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyInt, PyString};
use refdesk as core;

use core::{Span, Timestamp};

use super::{Read, Show, text_of};

/// Helpers of `_times.py`: the types of `datetime` are no part of the stable interface.
pub(crate) fn times<'py>(
    py: Python<'py>,
    name: &str,
    value: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    static TIMES: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    let module =
        TIMES.get_or_try_init(py, || Ok::<_, PyErr>(py.import("refdesk._times")?.unbind()))?;
    module.bind(py).call_method1(name, (value,)).inspect_err(|fault| {
        // What they say of the value is said here; what a time zone of the host's own raises is left as it is.
        if raised_here(py, fault).unwrap_or(false) {
            fault.set_traceback(py, None);
        }
    })
}

fn raised_here(py: Python<'_>, fault: &PyErr) -> PyResult<bool> {
    let Some(mut raised) = fault.traceback(py).map(Bound::into_any) else { return Ok(false) };
    loop {
        let deeper = raised.getattr("tb_next")?;
        if deeper.is_none() {
            break;
        }
        raised = deeper;
    }
    let module = raised.getattr("tb_frame")?.getattr("f_globals")?.get_item("__name__")?;
    module.eq("refdesk._times")
}

impl Show for Timestamp {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_millis().show(py)
    }
}

impl Read for Timestamp {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_exact_instance_of::<PyInt>() {
            return i64::read(value).map(Self::from_millis);
        }
        i64::read(&times(value.py(), "millis_of_instant", value)?).map(Self::from_millis)
    }
}

impl Show for Span {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_millis().show(py)
    }
}

impl Read for Span {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_exact_instance_of::<PyInt>() {
            return span_of(value);
        }
        if value.is_instance_of::<PyString>() {
            return text_of(value)?
                .parse()
                .map_err(|fault: core::InvalidSpan| PyValueError::new_err(fault.to_string()));
        }
        span_of(&times(value.py(), "millis_of_span", value)?)
    }
}

/// What is above the longest span becomes it, however many digits it has.
fn span_of(millis: &Bound<'_, PyAny>) -> PyResult<Span> {
    match millis.extract() {
        Ok(millis) => Ok(Span::from_millis(millis)),
        Err(_) if millis.gt(0)? => Ok(Span::MAX),
        Err(_) => Err(PyValueError::new_err(format!(
            "a whole number from 0 to {} is wanted",
            Span::MAX.as_millis()
        ))),
    }
}
