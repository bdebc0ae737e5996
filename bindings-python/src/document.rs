//! A document as Python has it, as JSON: what `json` and `tomllib` read, and what the classes read besides.

use pyo3::prelude::*;
use pyo3::types::{PyBool, PyFloat, PyInt, PyList, PyMapping, PyString, PyTuple};

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
    let mut out = String::new();
    write(document, &mut out, 0)?;
    Ok(out)
}

fn write(value: &Bound<'_, PyAny>, out: &mut String, depth: usize) -> PyResult<()> {
    let map = value.cast::<PyMapping>().ok();
    if map.is_none() && !value.is_instance_of::<PyList>() && !value.is_instance_of::<PyTuple>() {
        out.push_str(&alone(value)?);
        return Ok(());
    }
    if depth == DEPTH {
        return Err(InvalidValue::new_err("this is too deep within others"));
    }
    match map {
        Some(map) => map_of(map, out, depth),
        None => list_of(value, out, depth),
    }
}

fn map_of(map: &Bound<'_, PyMapping>, out: &mut String, depth: usize) -> PyResult<()> {
    out.push('{');
    for (number, item) in map.items()?.iter().enumerate() {
        let (key, value): (Bound<'_, PyAny>, Bound<'_, PyAny>) = item.extract()?;
        let Ok(key) = key.cast::<PyString>().map(|_| must::<String>(&key, "key")) else {
            let key = key.repr()?;
            return Err(InvalidValue::new_err(format!("a key is a text, and not {key}")));
        };
        let key = key?;
        out.push_str(if number == 0 { "" } else { "," });
        out.push_str(&quoted(&key));
        out.push(':');
        write(&value, out, depth + 1).map_err(|fault| at(value.py(), &key, &fault))?;
    }
    out.push('}');
    Ok(())
}

fn list_of(list: &Bound<'_, PyAny>, out: &mut String, depth: usize) -> PyResult<()> {
    out.push('[');
    for (number, item) in list.try_iter()?.enumerate() {
        let item = item?;
        out.push_str(if number == 0 { "" } else { "," });
        write(&item, out, depth + 1)
            .map_err(|fault| at(item.py(), &format!("[{number}]"), &fault))?;
    }
    out.push(']');
    Ok(())
}

/// What has no parts, or is a value of the router as a whole.
fn alone(value: &Bound<'_, PyAny>) -> PyResult<String> {
    if value.is_none() {
        return Ok("null".into());
    }
    if let Ok(yes) = value.cast::<PyBool>() {
        return Ok(yes.is_true().to_string());
    }
    if value.is_instance_of::<PyString>() {
        return String::extract(value.as_borrowed()).map(|text| quoted(&text)).map_err(unsaid);
    }
    if value.is_instance_of::<PyInt>() {
        return value.py().get_type::<PyInt>().call_method1("__repr__", (value,))?.extract();
    }
    if let Ok(number) = value.cast::<PyFloat>()
        && number.value().is_finite()
    {
        // With its point: a whole number is another thing.
        return Ok(format!("{:?}", number.value()));
    }
    if value.is_instance_of::<Value>() {
        return forms::to_json(value)
            .map_err(|fault| InvalidValue::new_err(fault.value(value.py()).to_string()));
    }
    let read = times(value.py(), "in_document", value)?;
    if read.is_none() {
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

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
