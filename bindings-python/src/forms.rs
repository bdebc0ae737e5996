//! Values as text and as bytes, in the wire form.

use pyo3::exceptions::PyTypeError;
use pyo3::prelude::*;
use pyo3::types::{PyString, PyType};
use refdesk as core;

use core::wire::{Wire, WireError};

use crate::convert::{Show, must, object};
use crate::errors::{InvalidValue, chain_error};
use crate::mirror::values::{
    Absence, ClaimReason, Command, Config, Entry, ExplainedOperator, Explanation, HoursFault,
    LevelState, OwnHours, Policy, Record, Refusal, Terms, TranscriptView, Verdict, Won,
};
use crate::value::{Action, Event};

/// What has a wire form of its own: of which class, and what that holds.
macro_rules! forms {
    ($($class:ident of $core:ty,)*) => {
        pub(crate) fn to_json(value: &Bound<'_, PyAny>) -> PyResult<String> {
            $(if let Ok(object) = value.cast::<$class>() {
                return Ok(object.get().0.to_json());
            })*
            Err(without(&value.get_type()))
        }

        pub(crate) fn to_bytes(value: &Bound<'_, PyAny>) -> PyResult<Vec<u8>> {
            $(if let Ok(object) = value.cast::<$class>() {
                return Ok(object.get().0.to_bytes());
            })*
            Err(without(&value.get_type()))
        }

        pub(crate) fn from_json<'py>(class: &Bound<'py, PyType>, text: &str) -> PyResult<Bound<'py, PyAny>> {
            $(if class.is_subclass_of::<$class>()? {
                return of_class(class, <$core as Wire>::from_json(text));
            })*
            Err(without(class))
        }

        pub(crate) fn from_bytes<'py>(class: &Bound<'py, PyType>, bytes: &[u8]) -> PyResult<Bound<'py, PyAny>> {
            $(if class.is_subclass_of::<$class>()? {
                return of_class(class, <$core as Wire>::from_bytes(bytes));
            })*
            Err(without(class))
        }
    };
}

forms! {
    Action of core::Action,
    Command of core::Command,
    Config of core::Config,
    Entry of core::Entry,
    Event of core::Event,
    Explanation of core::Explanation,
    OwnHours of core::hours::OwnHours,
    Policy of core::Policy,
    Record of core::Record,
    Refusal of core::Refusal,
    Terms of core::Terms,
    TranscriptView of core::chain::TranscriptView,
}

/// `OpenChat.from_json` gives an `OpenChat` or nothing.
fn of_class<'py>(
    class: &Bound<'py, PyType>,
    value: Result<impl Show, WireError>,
) -> PyResult<Bound<'py, PyAny>> {
    let value = value.map_err(|fault| unreadable(&fault))?.show(class.py())?;
    if value.is_instance(class)? {
        return Ok(value);
    }
    let (wanted, given) = (class.name()?, value.get_type().name()?);
    Err(InvalidValue::new_err(format!("this is {given}, and {wanted} is wanted")))
}

pub(crate) fn unreadable(fault: &WireError) -> PyErr {
    InvalidValue::new_err(fault.to_string())
}

fn without(class: &Bound<'_, PyType>) -> PyErr {
    let name = class.name().unwrap_or_else(|_| PyString::new(class.py(), "this"));
    PyTypeError::new_err(format!("{name} has no wire form of its own: it is part of others"))
}

macro_rules! sentences {
    ($($class:ident)*) => {
        /// What it says to people, if it does.
        pub(crate) fn sentence(value: &Bound<'_, PyAny>) -> Option<String> {
            $(if let Ok(object) = value.cast::<$class>() {
                return Some(object.get().0.to_string());
            })*
            None
        }
    };
}

sentences! {
    Absence ClaimReason Explanation ExplainedOperator HoursFault LevelState Record Refusal Verdict Won
}

/// The transcript of a record, such that it can be checked with `verify`; None without a chain of digests.
#[pyfunction]
pub(crate) fn view_record<'py>(record: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let (py, Record(record)) = (record.py(), object(record, "record")?.get());
    record.view().show(py)
}

/// The same record without what the patron wrote, and with another name for them.
#[pyfunction]
pub(crate) fn mask_patron<'py>(
    record: &Bound<'py, PyAny>,
    name: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    let mut masked: core::Record = must(record, "record")?;
    masked.mask_patron(must(name, "name")?);
    masked.show(record.py())
}

/// Checks a transcript against its chain: the digest after its last entry. Raises `ChainBroken`.
#[pyfunction]
pub(crate) fn verify<'py>(view: &Bound<'py, PyAny>) -> PyResult<Bound<'py, PyAny>> {
    let (py, TranscriptView(view)) = (view.py(), object(view, "view")?.get());
    let digest = core::chain::verify(view);
    digest.map_err(|broken| chain_error(py, broken))?.show(py)
}

/// The version of the time zone data that is built in.
#[pyfunction]
pub(crate) fn tz_version() -> &'static str {
    core::hours::tz_version()
}
