//! One of several words.

use std::borrow::Cow;

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::sync::PyOnceLock;
use pyo3::types::PyString;

use super::{gone, no, text_of};

/// In Python a member of an `enum.Enum` that is a `str` too.
pub(crate) struct Words {
    name: &'static str,
    texts: &'static [&'static str],
    members: PyOnceLock<Vec<Py<PyAny>>>,
}

impl Words {
    pub(crate) const fn new(name: &'static str, texts: &'static [&'static str]) -> Self {
        Self { name, texts, members: PyOnceLock::new() }
    }

    pub(crate) fn member<'py>(
        &self,
        py: Python<'py>,
        number: usize,
    ) -> PyResult<Bound<'py, PyAny>> {
        let members = self.members.get_or_try_init(py, || {
            let kind = py.import("refdesk._words")?.getattr(self.name)?;
            let members = self.texts.iter().map(|word| Ok(kind.call1((word,))?.unbind()));
            members.collect::<PyResult<Vec<_>>>()
        })?;
        members.get(number).map_or_else(gone, |member| Ok(member.bind(py).clone()))
    }

    #[cold]
    pub(crate) fn none_of(&self, value: &Bound<'_, PyAny>) -> PyErr {
        let words: Vec<String> = self.texts.iter().map(|word| format!("`{word}`")).collect();
        match value.repr() {
            Ok(said) if value.is_instance_of::<PyString>() => {
                PyValueError::new_err(format!("{said} is none of {}", words.join(", ")))
            }
            _ => no(value, &format!("a member of {}, or its text,", self.name)),
        }
    }
}

/// The text of a word, if it is one.
pub(crate) fn word<'b>(value: &'b Bound<'_, PyAny>) -> PyResult<Option<Cow<'b, str>>> {
    if value.is_instance_of::<PyString>() { text_of(value).map(Some) } else { Ok(None) }
}
