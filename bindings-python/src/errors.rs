//! The errors: a small tree, each with a stable `code`.

use pyo3::create_exception;
use pyo3::exceptions::{PyException, PyValueError};
use pyo3::prelude::*;
use refdesk as core;

use crate::convert::Show;

create_exception!(refdesk, RefdeskError, PyException);
create_exception!(refdesk, Refused, RefdeskError);
create_exception!(refdesk, InvalidSetup, RefdeskError);
create_exception!(refdesk, InvalidSnapshot, RefdeskError);
create_exception!(refdesk, InvalidJournal, RefdeskError);
create_exception!(refdesk, ChainBroken, RefdeskError);
create_exception!(refdesk, InvariantBroken, RefdeskError);
create_exception!(refdesk, InvalidValue, PyValueError);

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("RefdeskError", py.get_type::<RefdeskError>())?;
    module.add("Refused", py.get_type::<Refused>())?;
    module.add("InvalidSetup", py.get_type::<InvalidSetup>())?;
    module.add("InvalidSnapshot", py.get_type::<InvalidSnapshot>())?;
    module.add("InvalidJournal", py.get_type::<InvalidJournal>())?;
    module.add("ChainBroken", py.get_type::<ChainBroken>())?;
    module.add("InvariantBroken", py.get_type::<InvariantBroken>())?;
    module.add("InvalidValue", py.get_type::<InvalidValue>())
}

pub(crate) fn refused(py: Python<'_>, refusal: &core::Refusal) -> PyErr {
    let error = Refused::new_err(refusal.to_string());
    let filled = coded(py, &error, refusal.code())
        .and_then(|()| error.value(py).setattr("refusal", refusal.show(py)?));
    filled.err().unwrap_or(error)
}

pub(crate) fn snapshot_error(py: Python<'_>, fault: &core::SnapshotError) -> PyErr {
    let error = InvalidSnapshot::new_err(fault.to_string());
    coded(py, &error, fault.code()).err().unwrap_or(error)
}

pub(crate) fn journal_error(py: Python<'_>, fault: &core::journal::JournalError) -> PyErr {
    let error = InvalidJournal::new_err(fault.to_string());
    coded(py, &error, fault.code()).err().unwrap_or(error)
}

pub(crate) fn setup_error(py: Python<'_>, report: &core::setup::SetupReport) -> PyErr {
    let error = InvalidSetup::new_err(report.to_string());
    let code = report.faults.first().map_or("unknown", |fault| fault.what.code());
    let filled =
        coded(py, &error, code).and_then(|()| error.value(py).setattr("report", report.show(py)?));
    filled.err().unwrap_or(error)
}

pub(crate) fn chain_error(py: Python<'_>, broken: core::chain::Broken) -> PyErr {
    let error = ChainBroken::new_err(broken.to_string());
    coded(py, &error, "chain_broken").err().unwrap_or(error)
}

pub(crate) fn violation_error(py: Python<'_>, violation: &core::Violation) -> PyErr {
    let error = InvariantBroken::new_err(violation.to_string());
    coded(py, &error, "invariant_broken").err().unwrap_or(error)
}

fn coded(py: Python<'_>, error: &PyErr, code: &str) -> PyResult<()> {
    error.value(py).setattr("code", code)
}
