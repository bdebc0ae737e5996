//! What is kept of a router: bytes or text, and the journal of its commands.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use refdesk as core;

use core::journal::{self, Header, JournalError};

use crate::convert::{Given, Show, may};
use crate::errors::journal_error;
use crate::router::Router;

/// What somebody has kept, copied so that Python may go on.
pub(crate) enum Kept {
    Bytes(Vec<u8>),
    Text(String),
}

impl Kept {
    pub(crate) fn of(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(text) = value.cast::<PyString>() {
            return Ok(Self::Text(text.to_cow()?.into_owned()));
        }
        let bytes: Result<Vec<u8>, _> = value.extract();
        bytes
            .map(Self::Bytes)
            .map_err(|_| PyTypeError::new_err("bytes, or the text of the other form, are wanted"))
    }
}

/// A journal that was read: the accepted commands of a router, in order.
#[pyclass(frozen, module = "refdesk")]
pub(crate) struct Journal {
    header: Header,
    inputs: Vec<journal::Input>,
    whole: u64,
    torn: bool,
}

#[pymethods]
impl Journal {
    #[new]
    fn new(py: Python<'_>, journal: &Bound<'_, PyAny>) -> PyResult<Self> {
        let kept = Kept::of(journal)?;
        py.detach(|| Self::read(&kept)).map_err(|fault| journal_error(py, &fault))
    }

    /// How many bytes from the beginning are whole.
    #[getter]
    const fn whole(&self) -> u64 {
        self.whole
    }

    /// Whether it ends in the midst of a command.
    #[getter]
    const fn torn(&self) -> bool {
        self.torn
    }

    #[getter]
    fn time_zones(&self) -> &str {
        &self.header.time_zones
    }

    #[getter]
    const fn began(&self) -> i64 {
        self.header.began.as_millis()
    }

    #[getter]
    fn config<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.header.config.show(py)
    }

    #[pyo3(signature = (*, secret = Given(None)))]
    fn router(&self, py: Python<'_>, secret: Given<'_>) -> PyResult<Router> {
        let secret = may(secret, "secret")?.unwrap_or_default();
        let router = self.header.router(secret);
        router.map(Router::of).map_err(|fault| journal_error(py, &fault))
    }

    fn __len__(&self) -> usize {
        self.inputs.len()
    }

    fn __iter__(this: &Bound<'_, Self>) -> JournalInputs {
        JournalInputs { journal: this.clone().unbind(), next: 0.into() }
    }
}

impl Journal {
    fn read(kept: &Kept) -> Result<Self, JournalError> {
        let (header, mut read, whole): (_, Vec<_>, _) = match kept {
            Kept::Bytes(bytes) => {
                let (header, mut frames) = journal::read(bytes)?;
                (header, frames.by_ref().collect(), frames.whole())
            }
            Kept::Text(text) => {
                let (header, mut lines) = journal::read_lines(text)?;
                (header, lines.by_ref().collect(), lines.whole())
            }
        };
        let torn = read.pop_if(|last| matches!(last, Err(JournalError::Torn { .. }))).is_some();
        let inputs = read.into_iter().collect::<Result<_, _>>()?;
        Ok(Self { header, inputs, whole, torn })
    }

    pub(crate) fn replay(
        &self,
        router: &mut core::Router,
        keep: bool,
        events: &mut Vec<core::Event>,
    ) -> Result<(), JournalError> {
        for input in &self.inputs {
            router.replay_into(input, events)?;
            if !keep {
                events.clear();
            }
        }
        Ok(())
    }

    pub(crate) fn recording(
        &self,
        time_zone: &str,
    ) -> Result<core::what_if::Recording, core::what_if::WhatIfError> {
        core::what_if::Recording::of(&self.header, self.inputs.iter().cloned().map(Ok), time_zone)
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
        self.journal.get().inputs.get(number).map(|input| input.show(py)).transpose()
    }
}
