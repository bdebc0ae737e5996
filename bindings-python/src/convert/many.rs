//! What may be missing is `None`, a list is a tuple, and what has keys is a `dict`.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use pyo3::prelude::*;
use pyo3::types::{PyDict, PyFrozenSet, PyString, PyTuple};
use refdesk as core;

use core::Operators;

use super::{Read, Show, at, lacks, must, no};

impl<T: Show> Show for Option<T> {
    #[inline(never)]
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_ref().map_or_else(|| Ok(py.None().into_bound(py)), |value| value.show(py))
    }
}

impl<T: Read> Read for Option<T> {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_none() { Ok(None) } else { T::read(value).map(Some) }
    }
}

impl<T: Show + ?Sized> Show for Box<T> {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (**self).show(py)
    }
}
impl<T: Read> Read for Box<T> {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        T::read(value).map(Self::new)
    }
}
impl<T: Show + ?Sized> Show for Arc<T> {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (**self).show(py)
    }
}
impl<T: Read> Read for Arc<T> {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        T::read(value).map(Self::new)
    }
}

impl<T: Show + ?Sized> Show for &T {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        (**self).show(py)
    }
}

/// Lists are tuples: nobody changes what an object says.
impl<T: Show> Show for [T] {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyTuple::new(py, self.iter().map(Shown))?.into_any())
    }
}

/// What is shown where it stands in its list.
struct Shown<'a, T>(&'a T);

impl<'py, T: Show> IntoPyObject<'py> for Shown<'_, T> {
    type Target = PyAny;
    type Output = Bound<'py, PyAny>;
    type Error = PyErr;

    fn into_pyobject(self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.0.show(py)
    }
}

impl<T: Show> Show for Vec<T> {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_slice().show(py)
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_instance_of::<PyString>() {
            return Err(no(value, "a list"));
        }
        let items = value.try_iter().map_err(|fault| lacks(value, "a list", fault))?.enumerate();
        items.map(|(number, item)| numbered(&item?, number)).collect()
    }
}

fn numbered<T: Read>(item: &Bound<'_, PyAny>, number: usize) -> PyResult<T> {
    T::read(item).map_err(|fault| at(item.py(), &format!("[{number}]"), &fault))
}

impl<T: Show> Show for smallvec::SmallVec<[T; 1]> {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_slice().show(py)
    }
}

impl<T: Read> Read for smallvec::SmallVec<[T; 1]> {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Vec::read(value).map(Self::from_vec)
    }
}

impl Show for Operators {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_slice().show(py)
    }
}

impl Read for Operators {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Vec::read(value).map(Self::from)
    }
}

impl<T: Show + Ord> Show for BTreeSet<T> {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let items: PyResult<Vec<_>> = self.iter().map(|item| item.show(py)).collect();
        Ok(PyFrozenSet::new(py, items?)?.into_any())
    }
}

impl<T: Read + Ord> Read for BTreeSet<T> {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        Ok(Vec::read(value)?.into_iter().collect())
    }
}

impl<K: Show + Ord, T: Show> Show for BTreeMap<K, T> {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        let items = PyDict::new(py);
        for (key, item) in self {
            items.set_item(key.show(py)?, item.show(py)?)?;
        }
        Ok(items.into_any())
    }
}

impl<K: Read + Ord, T: Read> Read for BTreeMap<K, T> {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        let items = value.call_method0("items").map_err(|fault| lacks(value, "a dict", fault))?;
        let items = items.try_iter()?.map(|item| {
            let (key, item): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item?.extract()?;
            let name = format!("[{}]", key.repr()?);
            Ok((must(&key, &name)?, must(&item, &name)?))
        });
        items.collect()
    }
}

impl<A: Show, B: Show> Show for (A, B) {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyTuple::new(py, [self.0.show(py)?, self.1.show(py)?])?.into_any())
    }
}

impl<A: Read, B: Read> Read for (A, B) {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        let (one, other): (Bound<'_, PyAny>, Bound<'_, PyAny>) =
            value.extract().map_err(|_| no(value, "a pair"))?;
        Ok((A::read(&one)?, B::read(&other)?))
    }
}
