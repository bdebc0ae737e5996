//! What a field of the core is to Python, and the other way round.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use pyo3::PyClass;
use pyo3::exceptions::{PyTypeError, PyValueError};
use pyo3::prelude::*;
use pyo3::pyclass::boolean_struct::True;
use pyo3::sync::PyOnceLock;
use pyo3::types::{PyBool, PyBytes, PyDict, PyFrozenSet, PyInt, PyString, PyTuple};
use refdesk as core;
use serde::Serialize;
use serde::de::DeserializeOwned;

use core::chain::{Digest, Salt};
use core::hours::HoursOf;
use core::wire::Wire;
use core::{Content, Operators, Span, Text, Timestamp};

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

/// An argument that may be left out.
#[inline(never)]
pub(crate) fn may<T: Read>(value: Given<'_>, name: &str) -> PyResult<Option<T>> {
    value.0.map(|value| must(&value, name)).transpose()
}

/// The same fault, with the name of the argument before it.
fn at(py: Python<'_>, name: &str, fault: &PyErr) -> PyErr {
    let said = fault.value(py).to_string();
    let said = match said.strip_prefix('`') {
        Some(rest) if rest.starts_with('[') => format!("`{name}{rest}"),
        Some(rest) if rest.contains("`: ") => format!("`{name}.{rest}"),
        _ => format!("`{name}`: {said}"),
    };
    if fault.is_instance_of::<PyTypeError>(py) {
        PyTypeError::new_err(said)
    } else {
        InvalidValue::new_err(said)
    }
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

/// A class and the value in it belong together; nobody outside can part them.
#[cold]
pub(crate) fn gone<T>() -> PyResult<T> {
    Err(PyTypeError::new_err("this object is of another kind than its class says"))
}

#[cold]
fn no(value: &Bound<'_, PyAny>, wanted: &str) -> PyErr {
    let kind = value.get_type().name().map_or_else(|_| "?".into(), |name| name.to_string());
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

macro_rules! ids {
    ($($name:ident)*) => {$(
        impl Show for core::$name {
            #[inline(never)]
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok(PyString::new(py, self.as_str()).into_any())
            }
        }
        impl Read for core::$name {
            #[inline(never)]
            fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
                Self::new(text_of(value)?).map_err(|fault| PyValueError::new_err(fault.to_string()))
            }
        }
    )*};
}
ids! { InstitutionId OperatorId QueueId GroupId SkillId ChatId ChannelId PatronId SessionId ContactId MessageId }

macro_rules! minted {
    ($($name:ident)*) => {$(
        impl Show for core::$name {
            #[inline(never)]
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                self.number().show(py)
            }
        }
        impl Read for core::$name {
            #[inline(never)]
            fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
                u32::read(value).map(Self::new)
            }
        }
    )*};
}
minted! { OfferId TransferId ProposalId }

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

macro_rules! texts {
    ($($name:ty)*) => {$(
        impl Show for $name {
            #[inline(never)]
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                Ok(PyString::new(py, self.as_str()).into_any())
            }
        }
        impl Read for $name {
            #[inline(never)]
            fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
                Ok(Self::from(text_of(value)?.as_ref()))
            }
        }
    )*};
}
texts! { Text String }

/// Helpers of `_times.py`: the types of `datetime` are no part of the stable interface.
fn times<'py>(
    py: Python<'py>,
    name: &str,
    value: &Bound<'py, PyAny>,
) -> PyResult<Bound<'py, PyAny>> {
    static TIMES: PyOnceLock<Py<PyModule>> = PyOnceLock::new();
    let module =
        TIMES.get_or_try_init(py, || Ok::<_, PyErr>(py.import("refdesk._times")?.unbind()))?;
    module.bind(py).call_method1(name, (value,))
}

impl Show for Timestamp {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_millis().show(py)
    }
}

impl Read for Timestamp {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_exact_instance_of::<PyInt>() {
            return i64::read(value).map(Self::from_millis);
        }
        i64::read(&times(value.py(), "millis_of_instant", value)?).map(Self::from_millis)
    }
}

impl Show for Span {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        self.as_millis().show(py)
    }
}

impl Read for Span {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        if value.is_exact_instance_of::<PyInt>() {
            return u64::read(value).map(Self::from_millis);
        }
        if value.is_instance_of::<PyString>() {
            return text_of(value)?
                .parse()
                .map_err(|fault: core::InvalidSpan| PyValueError::new_err(fault.to_string()));
        }
        u64::read(&times(value.py(), "millis_of_span", value)?).map(Self::from_millis)
    }
}

/// As 64 hexadecimal digits, as on the wire; 32 bytes are read too.
macro_rules! digests {
    ($($name:ident)*) => {$(
        impl Show for $name {
            #[inline(never)]
            fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
                wire(self)?.as_str().unwrap_or_default().to_owned().show(py)
            }
        }
        impl Read for $name {
            #[inline(never)]
            fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
                if value.is_instance_of::<PyBytes>() {
                    return <[u8; 32]>::read(value).map(Self::from_bytes);
                }
                unwire(text_of(value)?.as_ref().into())
            }
        }
    )*};
}
digests! { Digest Salt }

impl Show for [u8; 32] {
    fn show<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyAny>> {
        Ok(PyBytes::new(py, self).into_any())
    }
}

impl Read for [u8; 32] {
    fn read(value: &Bound<'_, PyAny>) -> PyResult<Self> {
        let bytes = value.cast::<PyBytes>().map_err(|_| no(value, "bytes"))?;
        bytes.as_bytes().try_into().map_err(|_| PyValueError::new_err("32 bytes are wanted"))
    }
}

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
        let items: PyResult<Vec<_>> = self.iter().map(|item| item.show(py)).collect();
        Ok(PyTuple::new(py, items?)?.into_any())
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
        let items = value.try_iter().map_err(|_| no(value, "a list"))?.enumerate();
        items.map(|(number, item)| must(&item?, &format!("[{number}]"))).collect()
    }
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
        let items = value.call_method0("items").map_err(|_| no(value, "a dict"))?;
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

/// One of several words: in Python a member of an `enum.Enum` that is a `str` too.
pub(crate) struct Words {
    name: &'static str,
    texts: &'static [&'static str],
    members: PyOnceLock<Vec<Py<PyAny>>>,
}

impl Words {
    pub(crate) const fn new(name: &'static str, texts: &'static [&'static str]) -> Self {
        Self { name, texts, members: PyOnceLock::new() }
    }

    pub(crate) fn member<'py>(&self, py: Python<'py>, word: &str) -> PyResult<Bound<'py, PyAny>> {
        let members = self.members.get_or_try_init(py, || {
            let kind = py.import("refdesk._words")?.getattr(self.name)?;
            let members = self.texts.iter().map(|word| Ok(kind.call1((word,))?.unbind()));
            members.collect::<PyResult<Vec<_>>>()
        })?;
        let number = self.texts.iter().position(|known| *known == word);
        let member = number.and_then(|number| members.get(number));
        member.map_or_else(gone, |member| Ok(member.bind(py).clone()))
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
    value.cast::<PyString>().ok().map(PyStringMethods::to_cow).transpose()
}

/// What goes by a form of its own on the wire, from that form.
pub(crate) fn formed<T: Wire, const N: usize>(
    fields: [(&str, Option<serde_json::Value>); N],
) -> PyResult<T> {
    let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
    let form = serde_json::Value::Object(fields.collect()).to_string();
    T::from_json(&form).map_err(|fault| PyValueError::new_err(fault.to_string()))
}

/// A field of a form that must be there.
pub(crate) fn some<T: Read + Serialize>(
    value: &Bound<'_, PyAny>,
    name: &str,
) -> PyResult<Option<serde_json::Value>> {
    wire(&must::<T>(value, name)?).map(Some)
}

/// A field of a form that may be missing.
pub(crate) fn maybe<T: Read + Serialize>(
    value: Given<'_>,
    name: &str,
) -> PyResult<Option<serde_json::Value>> {
    may::<Option<T>>(value, name)?.flatten().as_ref().map(wire).transpose()
}

fn wire(value: &impl Serialize) -> PyResult<serde_json::Value> {
    serde_json::to_value(value).map_err(|fault| PyValueError::new_err(fault.to_string()))
}

fn unwire<T: DeserializeOwned>(value: serde_json::Value) -> PyResult<T> {
    serde_json::from_value(value).map_err(|fault| PyValueError::new_err(fault.to_string()))
}
