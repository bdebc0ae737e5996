//! The errors: a small tree, each with a stable `code`.

use pyo3::create_exception;
use pyo3::exceptions::{PyException, PyValueError};
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::{IntoPyDict, PyList, PyTuple, PyType};
use refdesk as core;

use crate::convert::Show;

create_exception!(
    refdesk,
    RefdeskError,
    PyException,
    "What the router or its files could not do. Nothing has changed then, but for `Router.replay`."
);
create_exception!(refdesk, Refused, RefdeskError, "A command that was not carried out.");
create_exception!(refdesk, InvalidSetup, RefdeskError, "A setup document with faults.");
create_exception!(refdesk, InvalidSnapshot, RefdeskError, "What was kept gives no router.");
create_exception!(
    refdesk,
    InvalidJournal,
    RefdeskError,
    "A journal that is damaged, has a gap, or does not go on from this router."
);
create_exception!(
    refdesk,
    ChainBroken,
    RefdeskError,
    "A transcript that is not what its digests say."
);
create_exception!(
    refdesk,
    InvariantBroken,
    RefdeskError,
    "A rule that holds between any two steps does not: a fault of the library."
);

/// A `RefdeskError` and a `ValueError`: two bases, as none of `pyo3`'s own has.
pub(crate) struct InvalidValue;

impl InvalidValue {
    /// What is said of the class.
    const DOC: &str = "A value that no command or document can have, such as an empty id.\n\
                       \n\
                       The text says where: it begins with the name of the argument, or has the keys and numbers\n\
                       that lead to it, as in `queues[2].policy.levels[0].wait`.";

    fn class(py: Python<'_>) -> PyResult<Bound<'_, PyType>> {
        static CLASS: PyOnceLock<Py<PyType>> = PyOnceLock::new();
        let class = CLASS.get_or_try_init(py, || {
            let bases = (py.get_type::<RefdeskError>(), py.get_type::<PyValueError>());
            let named =
                [("__module__", "refdesk"), ("__doc__", Self::DOC), ("code", "invalid_value")];
            let named = named.into_py_dict(py)?;
            let class = py.get_type::<PyType>().call1(("InvalidValue", bases, named))?;
            PyResult::Ok(class.cast_into::<PyType>()?.unbind())
        })?;
        Ok(class.bind(py).clone())
    }

    #[cold]
    pub(crate) fn new_err(said: impl Into<String>) -> PyErr {
        let said = said.into();
        Python::attach(|py| match Self::class(py) {
            Ok(class) => PyErr::from_type(class, said),
            Err(fault) => fault,
        })
    }
}

pub(crate) fn register(module: &Bound<'_, PyModule>) -> PyResult<()> {
    let py = module.py();
    module.add("RefdeskError", py.get_type::<RefdeskError>())?;
    module.add("Refused", py.get_type::<Refused>())?;
    module.add("InvalidSetup", py.get_type::<InvalidSetup>())?;
    module.add("InvalidSnapshot", py.get_type::<InvalidSnapshot>())?;
    module.add("InvalidJournal", py.get_type::<InvalidJournal>())?;
    module.add("ChainBroken", py.get_type::<ChainBroken>())?;
    module.add("InvariantBroken", py.get_type::<InvariantBroken>())?;
    py.get_type::<InvalidJournal>().setattr("events", PyTuple::empty(py))?;
    module.add("InvalidValue", InvalidValue::class(py)?)
}

pub(crate) fn refused(py: Python<'_>, refusal: &core::Refusal) -> PyErr {
    let error = coded(py, Refused::new_err(refusal.to_string()), refusal.code());
    with(py, error, "refusal", refusal)
}

pub(crate) fn snapshot_error(py: Python<'_>, fault: &core::SnapshotError) -> PyErr {
    coded(py, InvalidSnapshot::new_err(fault.to_string()), fault.code())
}

pub(crate) fn journal_error(py: Python<'_>, fault: &core::journal::JournalError) -> PyErr {
    coded(py, InvalidJournal::new_err(fault.to_string()), fault.code())
}

/// A journal that was carried out as far as it goes: what happened until then is on the error.
pub(crate) fn replay_error(
    py: Python<'_>,
    fault: &core::journal::JournalError,
    events: &Bound<'_, PyList>,
) -> PyErr {
    let error = journal_error(py, fault);
    error.value(py).setattr("events", events).err().unwrap_or(error)
}

pub(crate) fn setup_error(py: Python<'_>, report: &core::setup::SetupReport) -> PyErr {
    let error = coded(py, InvalidSetup::new_err(report.to_string()), report.code());
    with(py, error, "report", report)
}

pub(crate) fn chain_error(py: Python<'_>, broken: core::chain::Broken) -> PyErr {
    coded(py, ChainBroken::new_err(broken.to_string()), "chain_broken")
}

pub(crate) fn violation_error(py: Python<'_>, violation: &core::Violation) -> PyErr {
    coded(py, InvariantBroken::new_err(violation.to_string()), "invariant_broken")
}

/// What each call says of what has stopped for good.
#[cold]
pub(crate) fn stopped(py: Python<'_>, said: &'static str) -> PyErr {
    coded(py, InvariantBroken::new_err(said), "invariant_broken")
}

fn coded(py: Python<'_>, error: PyErr, code: &str) -> PyErr {
    error.value(py).setattr("code", code).err().unwrap_or(error)
}

/// The same error with something more that it speaks of.
fn with(py: Python<'_>, error: PyErr, name: &str, what: &impl Show) -> PyErr {
    let set = what.show(py).and_then(|what| error.value(py).setattr(name, what));
    set.err().unwrap_or(error)
}
