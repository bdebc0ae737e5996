//! What goes into the router and what comes out of it: commands, events, answers.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{LockResult, MutexGuard};

use pyo3::prelude::*;
use pyo3::types::{PyList, PyTuple};
use refdesk as core;

use crate::convert::{Read, Show, must, no};
use crate::errors::{refused, stopped};
use crate::mirror::events::event;
use crate::mirror::values::Command;

/// The default, where none is given.
pub(crate) fn config_of(config: Option<&Bound<'_, PyAny>>) -> PyResult<core::Config> {
    config.map_or_else(|| Ok(core::Config::default()), |config| must(config, "config"))
}

/// A command, or a pair of who gives it and what they want.
pub(crate) struct Asked(pub(crate) core::Command);

impl Read for Asked {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if let Ok(command) = value.cast::<Command>() {
            return Ok(Self(command.get().0.clone()));
        }
        if !value.is_instance_of::<PyTuple>() {
            return Err(no(value, "a Command, or a pair of who gives it and the action,"));
        }
        let (by, action) = Read::read(value)?;
        Ok(Self(core::Command { by, action }))
    }
}

/// The objects of what happened.
pub(crate) fn shown<Events>(py: Python<'_>, events: Events) -> PyResult<Bound<'_, PyList>>
where
    Events: IntoIterator<Item = core::Event, IntoIter: ExactSizeIterator>,
{
    PyList::new(py, events.into_iter().map(Happened))
}

/// An event that is made an object of where it stands in its list.
struct Happened(core::Event);

impl<'py> IntoPyObject<'py> for Happened {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        event(py, self.0)
    }
}

pub(crate) fn or_refused<T: Show>(
    py: Python<'_>,
    answer: Result<T, core::Refusal>,
) -> PyResult<Bound<'_, PyAny>> {
    match answer {
        Ok(answer) => answer.show(py),
        Err(refusal) => Err(refused(py, &refusal)),
    }
}

/// What takes long and changes nothing: other threads run until it is done.
pub(crate) fn at_length<T: Send>(py: Python<'_>, does: impl FnOnce() -> T + Send) -> PyResult<T> {
    const STOPPED: &str = "this stopped in the middle, which is a bug of refdesk";
    let done = catch_unwind(AssertUnwindSafe(|| py.detach(does)));
    done.map_err(|_| stopped(py, STOPPED))
}

/// It panicked, now or before.
pub(crate) struct Stopped;

/// What is said by what nobody else has meanwhile. A step that panics may have done a half of what it does: from then on
/// nobody has it any more.
#[inline(always)]
#[allow(clippy::inline_always, reason = "every command goes through it: some 40 ns")]
pub(crate) fn hold<T, Answer>(
    held: LockResult<MutexGuard<'_, T>>,
    asks: impl FnOnce(&mut T) -> Answer,
) -> Result<Answer, Stopped> {
    let mut held = held.map_err(|_| Stopped)?;
    // The lock is let go within, so that it knows of the panic.
    catch_unwind(AssertUnwindSafe(move || asks(&mut held))).map_err(|_| Stopped)
}
