//! What all classes have in common: they say what they hold, are equal where that is, and cannot be changed.

use pyo3::PyClass;
use pyo3::basic::CompareOp;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyString, PyTuple, PyType};
use refdesk as core;

use crate::convert;
use crate::forms;

/// A value: two are equal where all their fields are. It cannot be changed.
#[pyclass(frozen, subclass, module = "refdesk")]
pub(crate) struct Value;

#[pymethods]
impl Value {
    fn __repr__(this: &Bound<'_, Self>) -> PyResult<String> {
        let name = this.get_type().qualname()?;
        let fields = fields(this.as_any())?;
        let fields = fields.iter().map(|(name, value)| {
            // What makes an entry hard to guess is in no log.
            let secret = name.to_cow()?.starts_with("salt") && value.is_truthy()?;
            Ok(if secret { format!("{name}=...") } else { format!("{name}={}", value.repr()?) })
        });
        Ok(format!("{name}({})", fields.collect::<PyResult<Vec<_>>>()?.join(", ")))
    }

    fn __richcmp__(
        this: &Bound<'_, Self>,
        other: &Bound<'_, PyAny>,
        op: CompareOp,
    ) -> PyResult<Py<PyAny>> {
        let py = this.py();
        if !matches!(op, CompareOp::Eq | CompareOp::Ne) || !this.get_type().is(other.get_type()) {
            return Ok(py.NotImplemented());
        }
        let mut same = true;
        for ((_, one), (_, another)) in fields(this.as_any())?.iter().zip(fields(other)?) {
            same = same && one.eq(another)?;
        }
        let answer = same == matches!(op, CompareOp::Eq);
        Ok(answer.into_pyobject(py)?.to_owned().into_any().unbind())
    }

    fn __hash__(this: &Bound<'_, Self>) -> PyResult<isize> {
        let fields = fields(this.as_any())?.into_iter().map(|(_, value)| {
            match value.cast_into::<PyDict>() {
                Ok(map) => Ok(PyTuple::new(map.py(), map.iter())?.into_any()),
                Err(other) => Ok(other.into_inner()),
            }
        });
        let mut all = fields.collect::<PyResult<Vec<_>>>()?;
        all.push(this.get_type().into_any());
        PyTuple::new(this.py(), all)?.hash()
    }

    fn __str__(this: &Bound<'_, Self>) -> PyResult<String> {
        forms::sentence(this.as_any()).map_or_else(|| Self::__repr__(this), Ok)
    }

    /// It in the wire form, as JSON.
    ///
    /// Raises `TypeError` where it has none of its own. Actions, commands, events and refusals have one, and what
    /// a host keeps: `Config`, `Entry`, `Explanation`, `OwnHours`, `Policy`, `Record`, `Terms`, `TranscriptView`.
    fn to_json(this: &Bound<'_, Self>) -> PyResult<String> {
        forms::to_json(this.as_any())
    }

    /// As `to_json`, in CBOR.
    fn to_bytes<'py>(this: &Bound<'py, Self>) -> PyResult<Bound<'py, PyBytes>> {
        Ok(PyBytes::new(this.py(), &forms::to_bytes(this.as_any())?))
    }

    /// One from the wire form. Raises `InvalidValue`.
    #[classmethod]
    fn from_json<'py>(
        class: &Bound<'py, PyType>,
        text: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        forms::from_json(class, &convert::text(text, "text")?)
    }

    /// As `from_json`, from CBOR.
    #[classmethod]
    fn from_bytes<'py>(
        class: &Bound<'py, PyType>,
        bytes: &Bound<'py, PyAny>,
    ) -> PyResult<Bound<'py, PyAny>> {
        forms::from_bytes(class, &convert::bytes(bytes, "bytes")?)
    }

    /// What `pickle` and `copy` make it anew from.
    fn __getnewargs_ex__<'py>(
        this: &Bound<'py, Self>,
    ) -> PyResult<(Bound<'py, PyTuple>, Bound<'py, PyDict>)> {
        let named = PyDict::new(this.py());
        for (name, value) in fields(this.as_any())? {
            named.set_item(name, value)?;
        }
        Ok((PyTuple::empty(this.py()), named))
    }
}

/// The names of the fields of an object, and what they hold.
fn fields<'py>(of: &Bound<'py, PyAny>) -> PyResult<Vec<(Bound<'py, PyString>, Bound<'py, PyAny>)>> {
    let names = of.get_type().getattr("__match_args__")?.cast_into::<PyTuple>()?;
    let fields = names.iter().map(|name| {
        let name = name.cast_into::<PyString>()?;
        let value = of.getattr(&name)?;
        Ok((name, value))
    });
    fields.collect()
}

/// An object of a class of its own.
macro_rules! alone {
    ($py:expr, $of:expr) => {
        Ok(Bound::new($py, PyClassInitializer::from(Value).add_subclass($of))?.into_any())
    };
}
pub(crate) use alone;

/// An object of a class that is one of several kinds of thing.
macro_rules! within {
    ($py:expr, $base:expr, $of:expr) => {{
        let whole = PyClassInitializer::from(Value).add_subclass($base).add_subclass($of);
        Ok(Bound::new($py, whole)?.into_any())
    }};
}
pub(crate) use within;

/// What somebody wants of the router: one class for each action.
#[pyclass(frozen, subclass, extends = Value, module = "refdesk")]
pub(crate) struct Action(pub(crate) core::Action);

/// Something that happened, for the host to carry out: one class for each kind.
#[pyclass(frozen, subclass, extends = Value, module = "refdesk")]
pub(crate) struct Event(pub(crate) core::Event);

#[pymethods]
impl Event {
    /// When it happened, in milliseconds since the Unix epoch.
    #[getter]
    const fn at(&self) -> i64 {
        self.0.at.as_millis()
    }

    /// Its number: 1 for a router's first event, without gaps.
    #[getter]
    const fn seq(&self) -> u64 {
        self.0.seq
    }
}

/// Puts a class into the class of its kind: `Actor.Operator`.
pub(crate) fn put_into<Of: PyClass, T: PyClass>(
    py: Python<'_>,
    kind: &str,
    name: &str,
) -> PyResult<()> {
    let class: Bound<'_, PyType> = py.get_type::<T>();
    class.setattr("__qualname__", format!("{kind}.{name}"))?;
    py.get_type::<Of>().setattr(name, class)
}

/// Says in which module a class is found: pickles ask there.
pub(crate) fn found_in<T: PyClass>(py: Python<'_>, module: &str) -> PyResult<()> {
    py.get_type::<T>().setattr("__module__", module)
}
