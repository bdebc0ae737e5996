//! What has private fields in the core is made by way of its form on the wire.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use refdesk as core;
use serde::Serialize;
use serde::de::DeserializeOwned;

use core::wire::Wire;

use super::{Given, Read, may, must};

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

pub(super) fn wire(value: &impl Serialize) -> PyResult<serde_json::Value> {
    serde_json::to_value(value).map_err(|fault| PyValueError::new_err(fault.to_string()))
}

pub(super) fn unwire<T: DeserializeOwned>(value: serde_json::Value) -> PyResult<T> {
    serde_json::from_value(value).map_err(|fault| PyValueError::new_err(fault.to_string()))
}
