//! Ids, texts and digests are `str`; numbers that the router mints are `int`.

use pyo3::exceptions::PyValueError;
use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyString};
use refdesk as core;

use core::Text;
use core::chain::{Digest, Salt};

use super::form::{unwire, wire};
use super::{Read, Show, bytes_of, no, text_of};

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
                match bytes_of(value)? {
                    Some(bytes) => array(&bytes).map(Self::from_bytes),
                    None => unwire(text_of(value)?.as_ref().into()),
                }
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
        array(&bytes_of(value)?.ok_or_else(|| no(value, "bytes"))?)
    }
}

fn array(bytes: &[u8]) -> PyResult<[u8; 32]> {
    bytes.try_into().map_err(|_| PyValueError::new_err("32 bytes are wanted"))
}
