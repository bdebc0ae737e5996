//! A document as Python has it, as JSON: what `json` and `tomllib` read, and what the classes read besides.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};
use serde_json::Value as Json;

use crate::convert::{at, must, no, times};
use crate::errors::InvalidValue;
use crate::forms;
use crate::value::Value;

/// As deep as JSON is read: so many lists and dicts, one within the other.
const DEPTH: usize = 127;

/// The text of a document; a fault in it says where.
pub(crate) fn json_of(document: &Bound<'_, PyAny>, name: &str) -> PyResult<String> {
    if document.cast::<PyMapping>().is_err() {
        return Err(at(document.py(), name, &no(document, "a dict")));
    }
    Ok(tree(document, 0)?.to_string())
}

fn tree(value: &Bound<'_, PyAny>, depth: usize) -> PyResult<Json> {
    let map = value.cast::<PyMapping>().ok();
    if map.is_none() && !value.is_instance_of::<PyList>() && !value.is_instance_of::<PyTuple>() {
        return alone(value);
    }
    if depth == DEPTH {
        return Err(InvalidValue::new_err("this is too deep within others"));
    }
    if let Some(map) = map {
        return map.items()?.iter().map(|item| entry(&item, depth + 1)).collect();
    }
    let items = value.try_iter()?.enumerate();
    items.map(|(number, item)| part(&item?, &format!("[{number}]"), depth + 1)).collect()
}

fn entry(item: &Bound<'_, PyAny>, depth: usize) -> PyResult<(String, Json)> {
    let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
    if !key.is_instance_of::<PyString>() {
        return Err(InvalidValue::new_err(format!("a key is a text, and not {}", key.repr()?)));
    }
    let key: String = must(&key, "key")?;
    let value = part(&value, &key, depth)?;
    Ok((key, value))
}

/// What a list or dict has at a place.
fn part(value: &Bound<'_, PyAny>, place: &str, depth: usize) -> PyResult<Json> {
    tree(value, depth).map_err(|fault| at(value.py(), place, &fault))
}

/// What has no parts, or is a value of the router as a whole.
fn alone(value: &Bound<'_, PyAny>) -> PyResult<Json> {
    if value.is_none() {
        return Ok(Json::Null);
    }
    if let Ok(yes) = value.cast::<PyBool>() {
        return Ok(yes.is_true().into());
    }
    if value.is_instance_of::<PyString>() {
        return value.extract::<String>().map(Json::from).map_err(unsaid);
    }
    if value.is_instance_of::<PyInt>() {
        // As `int` has it, whatever a subclass makes of it.
        let digits = value.py().get_type::<PyInt>().call_method1("__repr__", (value,))?;
        return parsed(&digits.extract::<String>()?);
    }
    if let Ok(number) = value.cast::<PyFloat>()
        && number.value().is_finite()
    {
        return Ok(number.value().into());
    }
    if value.is_instance_of::<Value>() {
        let text = forms::to_json(value)
            .map_err(|fault| InvalidValue::new_err(fault.value(value.py()).to_string()))?;
        return parsed(&text);
    }
    let read = times(value.py(), "in_document", value)?;
    if !read.is_instance_of::<PyString>() && !read.is_instance_of::<PyInt>() {
        let said = if value.is_instance_of::<PyFloat>() {
            value.repr()?
        } else {
            value.get_type().name()?
        };
        return Err(InvalidValue::new_err(format!("{said} has no form in a document")));
    }
    alone(&read)
}

fn unsaid(_: PyErr) -> PyErr {
    InvalidValue::new_err("half of a surrogate pair is no text")
}

fn parsed(json: &str) -> PyResult<Json> {
    serde_json::from_str(json).map_err(|fault| InvalidValue::new_err(fault.to_string()))
}
