//! What is kept of a router: bytes or text, and the journal of its commands.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::PyString;
use refdesk as core;

use core::journal;

use crate::convert::{Given, Show, bytes_or, may, text};
use crate::crossing::at_length;
use crate::errors::journal_error;
use crate::router::Router;

/// What somebody has kept.
pub(crate) enum Kept<'b> {
    Bytes(Cow<'b, [u8]>),
    Text(Cow<'b, str>),
}

impl<'b> Kept<'b> {
    pub(crate) fn of(value: &'b Bound<'_, PyAny>, name: &str) -> PyResult<Self> {
        if value.is_instance_of::<PyString>() {
            return text(value, name).map(Self::Text);
        }
        bytes_or(value, name, "bytes or a text").map(Self::Bytes)
    }
}

/// A journal that was read: the accepted commands of a router, in order.
///
/// It is made from bytes, or from lines. Raises `InvalidJournal` where they are damaged; a torn end is no damage.
#[pyclass(frozen, module = "refdesk")]
pub(crate) struct Journal(pub(crate) journal::Journal);

#[pymethods]
impl Journal {
    #[new]
    fn new(py: Python<'_>, journal: &Bound<'_, PyAny>) -> PyResult<Self> {
        let kept = Kept::of(journal, "journal")?;
        let read = at_length(py, || match &kept {
            Kept::Bytes(bytes) => journal::Journal::read(bytes),
            Kept::Text(text) => journal::Journal::read_lines(text),
        })?;
        read.map(Self).map_err(|fault| journal_error(py, &fault))
    }

    /// How many bytes from the beginning are whole: where `torn`, cut the file there and go on.
    #[getter]
    const fn whole(&self) -> u64 {
        self.0.whole
    }

    /// Whether it ends in the midst of a command, of which nobody was told.
    #[getter]
    const fn torn(&self) -> bool {
        self.0.torn
    }

    /// The version of the time zone data that it was written with.
    #[getter]
    fn time_zones(&self) -> &str {
        &self.0.header.time_zones
    }

    /// When the router began, in milliseconds since the Unix epoch.
    #[getter]
    const fn began(&self) -> i64 {
        self.0.header.began.as_millis()
    }

    /// The configuration of the router.
    #[getter]
    fn config<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.header.config.show(py)
    }

    /// The router before the first command.
    #[pyo3(signature = (*, secret = Given(None)))]
    fn router(&self, py: Python<'_>, secret: Given<'_>) -> PyResult<Router> {
        let secret = may(secret, "secret")?.unwrap_or_default();
        let router = self.0.header.router(secret);
        router.map(Router::of).map_err(|fault| journal_error(py, &fault))
    }

    fn __len__(&self) -> usize {
        self.0.inputs.len()
    }

    fn __iter__(this: &Bound<'_, Self>) -> JournalInputs {
        JournalInputs { journal: this.clone().unbind(), next: 0.into() }
    }
}

/// The commands of a journal, one after the other.
#[pyclass(frozen, module = "refdesk")]
pub(crate) struct JournalInputs {
    journal: Py<Journal>,
    next: std::sync::atomic::AtomicUsize,
}

#[pymethods]
impl JournalInputs {
    fn __iter__(this: PyRef<'_, Self>) -> PyRef<'_, Self> {
        this
    }

    fn __next__<'py>(&self, py: Python<'py>) -> PyResult<Option<Bound<'py, PyAny>>> {
        let number = self.next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        self.journal.get().0.inputs.get(number).map(|input| input.show(py)).transpose()
    }
}
