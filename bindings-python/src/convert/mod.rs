//! What a field of the core is to Python, and the other way round.

mod bytes;
mod form;
mod many;
mod text;
mod time;
mod whole;
mod words;

use std::borrow::Cow;

use pyo3::PyClass;
use pyo3::PyTypeInfo;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pyclass::boolean_struct::True;
use pyo3::types::{PyBool, PyInt, PyString};

use bytes::bytes_of;
pub(crate) use bytes::{bytes, bytes_or};
pub(crate) use form::{formed, maybe, some};
pub(crate) use time::times;
pub(crate) use words::{Words, word};

use crate::errors::InvalidValue;

/// What Python is shown.
pub(crate) trait Show {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>>;
}

/// What Python hands in.
pub(crate) trait Read: Sized {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self>;
}

/// An argument that may be left out: then it is nothing at all, which is not the same as `None`.
pub(crate) struct Given<'py>(pub(crate) Option<Bound<'py, PyAny>>);

impl Given<'_> {
    /// The same, where a word says that there is none.
    pub(crate) fn or_none(self, word: &str) -> Self {
        match self.0 {
            Some(value) if text_of(&value).is_ok_and(|text| text == word) => {
                Self(Some(value.py().None().into_bound(value.py())))
            }
            other => Self(other),
        }
    }
}

impl<'a, 'py> FromPyObject<'a, 'py> for Given<'py> {
    type Error = std::convert::Infallible;

    fn extract(value: Borrowed<'a, 'py, PyAny>) -> Result<Self, Self::Error> {
        Ok(Self(Some(value.to_owned())))
    }
}

/// An argument that must be given.
#[inline(never)]
pub(crate) fn must<T: Read>(value: &Bound<'_, PyAny>, name: &str) -> PyResult<T> {
    T::read(value).map_err(|fault| at(value.py(), name, &fault))
}

/// An argument that may be left out, as most are: then there is nothing to call.
#[inline]
pub(crate) fn may<T: Read>(value: Given<'_>, name: &str) -> PyResult<Option<T>> {
    match value.0 {
        None => Ok(None),
        Some(value) => must(&value, name).map(Some),
    }
}

/// A text that must be given, not copied: documents are long.
pub(crate) fn text<'b>(value: &'b Bound<'_, PyAny>, name: &str) -> PyResult<Cow<'b, str>> {
    text_of(value).map_err(|fault| at(value.py(), name, &fault))
}

/// An argument that must be an object of this class, where what it holds is not to be copied.
pub(crate) fn object<'a, 'py, T: PyTypeInfo>(
    value: &'a Bound<'py, PyAny>,
    name: &str,
) -> PyResult<&'a Bound<'py, T>> {
    value.cast().map_err(|_| {
        let wanted = value.py().get_type::<T>().name().map(|name| no(value, &name.to_string()));
        at(value.py(), name, &wanted.unwrap_or_else(|fault| fault))
    })
}

/// The same fault, with the name of the argument before it. What was raised in Python, such as in an iterator of the
/// host's own, is left as it is.
pub(crate) fn at(py: Python<'_>, name: &str, fault: &PyErr) -> PyErr {
    if raised(py, fault) {
        return fault.clone_ref(py);
    }
    let (path, said) = match place(py, fault) {
        Some((path, said)) if path.starts_with('[') => (format!("{name}{path}"), said),
        Some((path, said)) => (format!("{name}.{path}"), said),
        None => (name.to_owned(), fault.value(py).to_string()),
    };
    let placed = format!("`{path}`: {said}");
    let placed = if fault.is_instance_of::<PyTypeError>(py) {
        PyTypeError::new_err(placed)
    } else if fault.is_instance_of::<PyValueError>(py) {
        InvalidValue::new_err(placed)
    } else {
        return fault.clone_ref(py);
    };
    placed.value(py).setattr(PLACE, (path, said)).err().unwrap_or(placed)
}

/// Whether code in Python has raised it: ours has no traceback yet.
fn raised(py: Python<'_>, fault: &PyErr) -> bool {
    fault.traceback(py).is_some()
}

/// A fault of a value that was asked for something that it lacks: that another one is wanted.
pub(super) fn lacks(value: &Bound<'_, PyAny>, wanted: &str, fault: PyErr) -> PyErr {
    if raised(value.py(), &fault) { fault } else { no(value, wanted) }
}

/// Where a fault has its path, and what is wrong there: what the host has written may look like a path.
const PLACE: &str = "_place";

fn place(py: Python<'_>, fault: &PyErr) -> Option<(String, String)> {
    fault.value(py).getattr(PLACE).and_then(|place| place.extract()).ok()
}

/// The value of an object, where it is of this class.
pub(crate) fn held<T: PyClass<Frozen = True> + Sync, V: Clone>(
    value: &Bound<'_, PyAny>,
    look: impl Fn(&T) -> &V,
) -> PyResult<V> {
    match value.cast::<T>() {
        Ok(object) => Ok(look(object.get()).clone()),
        Err(_) => Err(no(value, &value.py().get_type::<T>().name()?.to_string())),
    }
}

/// A class and the value in it belong together; who assigns `__class__` parts them.
#[cold]
pub(crate) fn gone<T>() -> PyResult<T> {
    Err(PyTypeError::new_err("this object is of another kind than its class says"))
}

#[cold]
pub(crate) fn no(value: &Bound<'_, PyAny>, wanted: &str) -> PyErr {
    let kind = value.get_type().qualname().map_or_else(|_| "?".into(), |name| name.to_string());
    PyTypeError::new_err(format!("{wanted} is wanted, not {kind}"))
}

fn text_of<'b>(value: &'b Bound<'_, PyAny>) -> PyResult<Cow<'b, str>> {
    match value.cast::<PyString>() {
        Ok(text) => {
            text.to_cow().map_err(|_| PyValueError::new_err("half of a surrogate pair is no text"))
        }
        Err(_) => Err(no(value, "a text")),
    }
}

macro_rules! numbers {
    ($($name:ident)*) => {$(
        impl Show for $name {
            #[inline(never)]
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok(self.into_pyobject(py)?.into_any())
            }
        }
        impl Read for $name {
            #[inline(never)]
            fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
                if !value.is_exact_instance_of::<PyInt>() && (value.is_instance_of::<PyBool>() || !value.is_instance_of::<PyInt>()) {
                    return Err(no(value, "a whole number"));
                }
                value.extract().map_err(|_| {
                    PyValueError::new_err(format!("a whole number from {} to {} is wanted", Self::MIN, Self::MAX))
                })
            }
        }
    )*};
}
numbers! { i8 u8 u16 u32 u64 i64 usize }

impl Show for bool {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyBool::new(py, *self).to_owned().into_any())
    }
}

impl Read for bool {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        value.cast::<PyBool>().map(PyBoolMethods::is_true).map_err(|_| no(value, "True or False"))
    }
}
