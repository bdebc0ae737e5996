//! Setup documents, reports, and what another setup would have done.

use std::fmt::Display;
use std::sync::Mutex;

use pyo3::prelude::*;
use refdesk as core;

use core::setup::SetupReport;
use core::what_if::WhatIfError;
use core::wire::Wire;

use crate::convert::{self, Given, Show, may, must, object};
use crate::crossing::{Stopped, at_length, config_of, hold};
use crate::document::json_of;
use crate::errors::{InvalidValue, journal_error, setup_error, stopped};
use crate::forms::unreadable;
use crate::keeping::Journal;
use crate::mirror::values::Command;
use crate::router::Router;
use crate::value::Event;

/// A whole collaborative as one document: institutions, operators, queues, partnerships.
///
/// It is made from what `json` or `tomllib` has read, in which may stand what `datetime` has, and values such as a
/// `Policy`. Raises `InvalidValue` where that has another form.
#[pyclass(frozen, eq, module = "refdesk")]
#[derive(PartialEq)]
pub(crate) struct Setup(pub(crate) core::setup::Setup);

#[pymethods]
impl Setup {
    #[new]
    fn new(document: &Bound<'_, PyAny>) -> PyResult<Self> {
        let document = Wire::from_json(&json_of(document, "document")?);
        document.map(Self).map_err(|fault| unreadable(&fault))
    }

    /// Reads a document in JSON.
    #[staticmethod]
    fn from_json(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        read(text).map(Self)
    }

    /// The document in JSON.
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The document as `json` reads it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        dict(py, &self.0)
    }

    /// All that is wrong with it, and all that is odd about it.
    #[pyo3(signature = (config = None))]
    fn check<'py>(
        &self,
        py: Python<'py>,
        config: Option<&Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyAny>> {
        let config = config_of(config)?;
        at_length(py, || self.0.check(&config))?.show(py)
    }

    fn __reduce__<'py>(this: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        anew(this, this.get().to_json())
    }

    fn __repr__(&self) -> String {
        let Self(setup) = self;
        let (institutions, operators) = (setup.institutions.len(), setup.operators.len());
        format!(
            "<Setup of {institutions} institutions, {operators} operators, {} queues>",
            setup.queues.len()
        )
    }
}

/// Something found in a setup document.
#[pyclass(frozen, eq, module = "refdesk", get_all)]
#[derive(PartialEq)]
pub(crate) struct Finding {
    /// Where, such as `queues[2].policy.levels[0].ring`. Empty: the document as a whole.
    path: String,
    /// The stable machine code.
    code: String,
    /// A sentence for people.
    text: String,
}

impl Finding {
    fn of(found: &core::hours::Finding<impl Display>, code: &'static str) -> Self {
        Self { path: found.path.clone(), code: code.into(), text: found.what.to_string() }
    }
}

#[pymethods]
impl Finding {
    #[new]
    fn new(
        path: &Bound<'_, PyAny>,
        code: &Bound<'_, PyAny>,
        text: &Bound<'_, PyAny>,
    ) -> PyResult<Self> {
        Ok(Self { path: must(path, "path")?, code: must(code, "code")?, text: must(text, "text")? })
    }

    fn __getnewargs__(&self) -> (&str, &str, &str) {
        (&self.path, &self.code, &self.text)
    }

    fn __str__(&self) -> String {
        if self.path.is_empty() {
            self.text.clone()
        } else {
            format!("{}: {}", self.path, self.text)
        }
    }

    fn __repr__(&self) -> String {
        format!("<Finding {} at {:?}: {}>", self.code, self.path, self.text)
    }
}

/// All that is wrong with a setup document, and all that is odd about it.
#[pyclass(frozen, eq, module = "refdesk", name = "SetupReport")]
#[derive(PartialEq)]
pub(crate) struct SetupFindings(SetupReport);

#[pymethods]
impl SetupFindings {
    /// What makes the document unusable, area by area. None: it can be applied.
    #[getter]
    fn faults(&self) -> Vec<Finding> {
        self.0.faults.iter().map(|of| Finding::of(of, of.what.code())).collect()
    }

    /// What can be used but is hardly meant, area by area.
    #[getter]
    fn oddities(&self) -> Vec<Finding> {
        self.0.oddities.iter().map(|of| Finding::of(of, of.what.code())).collect()
    }

    /// Reads one in JSON.
    #[staticmethod]
    fn from_json(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        read(text).map(Self)
    }

    /// The report in JSON.
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    fn __reduce__<'py>(this: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        anew(this, this.get().to_json())
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }
}

impl Show for SetupReport {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(Bound::new(py, SetupFindings(self.clone()))?.into_any())
    }
}

/// A report in the making: hears events, in order.
///
/// A new one has heard of nothing. Hours of the day are those of `time_zone`, such as `America/Toronto`.
#[pyclass(frozen, module = "refdesk")]
pub(crate) struct Tally(Mutex<core::report::Tally>);

#[pymethods]
impl Tally {
    #[new]
    fn new(time_zone: &Bound<'_, PyAny>) -> PyResult<Self> {
        let tally = core::report::Tally::new(&convert::text(time_zone, "time_zone")?);
        tally.map(|tally| Self(Mutex::new(tally))).map_err(|fault| no_zone(&fault))
    }

    /// Hears where an operator works: what it takes to say how long an institution was covered.
    fn works_at(
        &self,
        operator: &Bound<'_, PyAny>,
        institution: &Bound<'_, PyAny>,
    ) -> PyResult<()> {
        let py = operator.py();
        let (operator, institution) =
            (must(operator, "operator")?, must(institution, "institution")?);
        self.ask(py, |tally| tally.works_at(operator, institution))
    }

    /// Hears where all operators of a router work.
    fn works_at_of(&self, router: &Bound<'_, PyAny>) -> PyResult<()> {
        let of = object::<Router>(router, "router")?.get();
        let py = router.py();
        let answer = of.ask(py, |router| self.hold(|tally| tally.works_at_of(router)))?;
        answer.map_err(|_| stopped(py, STOPPED))
    }

    /// Hears of a command that was accepted, before its events: it may say where somebody works.
    fn hear_command(&self, command: &Bound<'_, PyAny>) -> PyResult<()> {
        let (py, Command(command)) = (command.py(), object(command, "command")?.get());
        self.ask(py, |tally| tally.hear_command(command))
    }

    /// Hears of an event.
    fn hear(&self, event: &Bound<'_, PyAny>) -> PyResult<()> {
        let (py, Event(event)) = (event.py(), object(event, "event")?.get());
        self.ask(py, |tally| tally.hear(event))
    }

    /// What it has come to.
    fn report(&self, until: &Bound<'_, PyAny>) -> PyResult<Report> {
        let (py, until) = (until.py(), must(until, "until")?);
        self.ask(py, |tally| tally.report(until)).map(Report)
    }
}

impl Tally {
    fn ask<T>(
        &self,
        py: Python<'_>,
        asks: impl FnOnce(&mut core::report::Tally) -> T,
    ) -> PyResult<T> {
        self.hold(asks).map_err(|_| stopped(py, STOPPED))
    }

    /// Held for a moment, and never with another lock behind it.
    fn hold<T>(&self, asks: impl FnOnce(&mut core::report::Tally) -> T) -> Result<T, Stopped> {
        hold(self.0.lock(), asks)
    }
}

const STOPPED: &str =
    "the tally stopped in the middle of an event, which is a bug of refdesk: make another";

/// What came of all chats: `str` gives tables, `to_dict` the figures.
#[pyclass(frozen, eq, module = "refdesk")]
#[derive(PartialEq)]
pub(crate) struct Report(core::report::Report);

#[pymethods]
impl Report {
    /// Reads one in JSON.
    #[staticmethod]
    fn from_json(text: &Bound<'_, PyAny>) -> PyResult<Self> {
        read(text).map(Self)
    }

    fn __reduce__<'py>(this: &Bound<'py, Self>) -> PyResult<(Bound<'py, PyAny>, (String,))> {
        anew(this, this.get().to_json())
    }

    /// The report in JSON.
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// The report as `json` reads it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        dict(py, &self.0)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }
}

/// A journal that was replayed, to be asked what another setup would have done.
///
/// It replays the journal when it is made. Hours of the day are those of `time_zone`.
#[pyclass(frozen, module = "refdesk")]
pub(crate) struct Recording(core::what_if::Recording);

#[pymethods]
impl Recording {
    #[new]
    #[pyo3(
        signature = (journal, time_zone = Given(None)),
        text_signature = "(journal, time_zone='UTC')"
    )]
    fn new(journal: &Bound<'_, PyAny>, time_zone: Given<'_>) -> PyResult<Self> {
        let (py, journal) = (journal.py(), object::<Journal>(journal, "journal")?.get());
        let time_zone: String = may(time_zone, "time_zone")?.unwrap_or_else(|| "UTC".into());
        let recording =
            at_length(py, || core::what_if::Recording::of_journal(&journal.0, &time_zone))?;
        recording.map(Self).map_err(|fault| what_if_error(py, &fault))
    }

    /// How the collaborative was set up at the end.
    #[getter]
    fn setup(&self) -> Setup {
        Setup(self.0.setup().clone())
    }

    /// What the journal came to.
    #[getter]
    fn report(&self) -> Report {
        Report(self.0.report().clone())
    }

    /// What another setup would have done with the same patrons and operators.
    fn under(&self, setup: &Bound<'_, PyAny>) -> PyResult<WhatIf> {
        let (py, Setup(setup)) = (setup.py(), object(setup, "setup")?.get());
        let what_if = at_length(py, || self.0.under(setup))?;
        what_if.map(WhatIf).map_err(|fault| what_if_error(py, &fault))
    }
}

/// What another setup would have done: `str` gives tables and what is assumed.
#[pyclass(frozen, module = "refdesk")]
pub(crate) struct WhatIf(core::what_if::WhatIf);

#[pymethods]
impl WhatIf {
    /// What the journal came to.
    #[getter]
    fn recorded(&self) -> Report {
        Report(self.0.recorded.clone())
    }

    /// What the other setup would have come to, at the time at which the journal ends.
    #[getter]
    fn supposed(&self) -> Report {
        Report(self.0.supposed.clone())
    }

    /// All of it in JSON.
    fn to_json(&self) -> String {
        self.0.to_json()
    }

    /// All of it as `json` reads it.
    fn to_dict<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        dict(py, &self.0)
    }

    fn __str__(&self) -> String {
        self.0.to_string()
    }
}

fn what_if_error(py: Python<'_>, fault: &WhatIfError) -> PyErr {
    match fault {
        WhatIfError::Journal(fault) => journal_error(py, fault),
        WhatIfError::Setup(report) => setup_error(py, report),
        WhatIfError::TimeZone(fault) => no_zone(fault),
    }
}

fn no_zone(fault: &impl Display) -> PyErr {
    InvalidValue::new_err(format!("`time_zone`: {fault}"))
}

fn read<T: Wire>(text: &Bound<'_, PyAny>) -> PyResult<T> {
    T::from_json(&convert::text(text, "text")?).map_err(|fault| unreadable(&fault))
}

/// What pickles make it of: the text, and what reads that.
fn anew<'py, T>(
    document: &Bound<'py, T>,
    text: String,
) -> PyResult<(Bound<'py, PyAny>, (String,))> {
    Ok((document.as_any().get_type().getattr("from_json")?, (text,)))
}

/// A document as Python has it: by way of its text.
fn dict<'py>(py: Python<'py>, document: &impl Wire) -> PyResult<Bound<'py, PyAny>> {
    py.import("json")?.call_method1("loads", (document.to_json(),))
}
