//! What has no class of its own: one of two things, any action, any event.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::PyString;
use refdesk as core;

use core::hours::HoursOf;
use core::{Content, Text};

use super::form::wire;
use super::{Read, Show, held, no, text_of};

/// What a message says is a text, or a `Reference`.
impl Show for Content {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Text(text) => text.show(py),
            Self::Reference(reference) => reference.show(py),
        }
    }
}

impl Read for Content {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_instance_of::<PyString>() {
            return Text::read(value).map(Self::Text);
        }
        Box::read(value).map(Self::Reference).map_err(|_| no(value, "a text or a Reference"))
    }
}

/// Hours are `Hours`, or the name of some.
impl Show for HoursOf {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        match self {
            Self::Here(hours) => hours.show(py),
            Self::Named(name) => name.show(py),
        }
    }
}

impl Read for HoursOf {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_instance_of::<PyString>() {
            return String::read(value).map(Self::Named);
        }
        core::hours::Hours::read(value)
            .map(Self::Here)
            .map_err(|_| no(value, "Hours or their name"))
    }
}

impl Show for core::Action {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        crate::mirror::actions::action(py, self.clone())
    }
}

impl Read for core::Action {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        held(value, |of: &crate::value::Action| &of.0)
    }
}

impl Show for core::Event {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        crate::mirror::events::event(py, self.clone())
    }
}

/// Where a page ends, opaque: a text that is handed back as it came.
impl Show for core::Cursor {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        wire(self)?.to_string().show(py)
    }
}

impl Read for core::Cursor {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        serde_json::from_str(&text_of(value)?)
            .map_err(|_| PyValueError::new_err("this is no end of a page"))
    }
}
