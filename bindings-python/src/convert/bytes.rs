//! Bytes are `bytes`; what is like them is read too.

use std::borrow::Cow;

use pyo3::prelude::*;
use pyo3::types::{PyByteArray, PyBytes, PyMemoryView};

use super::{at, no};

/// Bytes that must be given. Those of `bytes` are not copied.
pub(crate) fn bytes<'b>(value: &'b Bound<'_, PyAny>, name: &str) -> PyResult<Cow<'b, [u8]>> {
    bytes_or(value, name, "bytes")
}

/// Bytes, or something else that was looked for before.
pub(crate) fn bytes_or<'b>(
    value: &'b Bound<'_, PyAny>,
    name: &str,
    wanted: &str,
) -> PyResult<Cow<'b, [u8]>> {
    let read = bytes_of(value).and_then(|bytes| bytes.ok_or_else(|| no(value, wanted)));
    read.map_err(|fault| at(value.py(), name, &fault))
}

pub(super) fn bytes_of<'b>(value: &'b Bound<'_, PyAny>) -> PyResult<Option<Cow<'b, [u8]>>> {
    if let Ok(bytes) = value.cast::<PyBytes>() {
        return Ok(Some(Cow::Borrowed(bytes.as_bytes())));
    }
    if let Ok(bytes) = value.cast::<PyByteArray>() {
        return Ok(Some(Cow::Owned(bytes.to_vec())));
    }
    if value.is_instance_of::<PyMemoryView>() {
        let copied = value.call_method0("tobytes")?;
        return Ok(Some(Cow::Owned(copied.cast::<PyBytes>()?.as_bytes().to_vec())));
    }
    Ok(None)
}
