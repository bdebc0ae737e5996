//! A value from its wire form, and where the fault is in what is none.

use alloc::format;
use alloc::string::{String, ToString};

use cbor4ii::core::dec::{Error as Cbor, Read};
use cbor4ii::core::utils::SliceReader;
use cbor4ii::serde::{DecodeError, Deserializer};
use core::fmt::Write;
use serde::de::DeserializeOwned;
use serde_path_to_error::{Path, Segment};

/// What was handed in is no wire form of what it should be.
///
/// Its sentence says where: `this cannot be read: queues[2].policy.levels[0].wait: ...`.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("this cannot be read: {}", self.found())]
pub struct WireError {
    path: String,
    what: String,
}

impl WireError {
    /// Where, such as `queues[2].policy.levels[0].wait`: keys and numbers, counted from 0. What is one of several kinds
    /// of thing, and so has a `type`, is named as a whole. Empty where it is the whole value, or no JSON or CBOR at all.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// What is wrong there. What is no JSON says the line and the column.
    #[must_use]
    pub fn what(&self) -> &str {
        &self.what
    }

    /// Where and what, for the sentence of whoever knows what was read.
    pub(crate) fn found(&self) -> String {
        let Self { path, what } = self;
        if path.is_empty() { what.clone() } else { format!("{path}: {what}") }
    }

    fn whole(what: impl Into<String>) -> Self {
        Self { path: String::new(), what: what.into() }
    }
}

/// A value from JSON.
pub(crate) fn from_json<T: DeserializeOwned>(text: &str) -> Result<T, WireError> {
    serde_json::from_str(text).or_else(|_| json_again(text))
}

/// A value from CBOR.
pub(crate) fn from_bytes<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    let mut cbor = Deserializer::new(SliceReader::new(bytes));
    let Ok(value) = T::deserialize(&mut cbor) else { return bytes_again(bytes) };
    let mut rest = cbor.into_inner();
    let Ok(rest) = rest.fill(1);
    if rest.as_ref().is_empty() {
        Ok(value)
    } else {
        Err(WireError::whole("something follows what was read"))
    }
}

/// Reads once more what cannot be read, and looks where the fault is: nobody else pays for that.
#[cold]
fn json_again<T: DeserializeOwned>(text: &str) -> Result<T, WireError> {
    let mut json = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|fault| {
        let (what, inner) = (fault.inner().to_string(), fault.inner());
        if !inner.is_data() {
            return WireError::whole(what);
        }
        let place = format!(" at line {} column {}", inner.line(), inner.column());
        let what = what.strip_suffix(&place).unwrap_or(&what).into();
        WireError { path: written(fault.path()), what }
    })?;
    let ended = json.end().map(|()| value);
    ended.map_err(|fault| WireError::whole(fault.to_string()))
}

/// The same of bytes.
#[cold]
fn bytes_again<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, WireError> {
    let mut cbor = Deserializer::new(SliceReader::new(bytes));
    serde_path_to_error::deserialize(&mut cbor).map_err(|fault| {
        let what = match fault.inner() {
            DecodeError::Custom(what) => what.to_string(),
            DecodeError::Core(
                Cbor::Mismatch { name, found } | Cbor::Unsupported { name, found },
            ) => {
                format!("something that begins with {found:#04x} stands where {name} is read")
            }
            DecodeError::Core(Cbor::RequireUtf8 { .. }) => "a text is not UTF-8".into(),
            DecodeError::Core(Cbor::Eof { .. }) => return WireError::whole("it ends too early"),
            DecodeError::Core(_) => return WireError::whole("it is no CBOR that is read here"),
        };
        WireError { path: written(fault.path()), what }
    })
}

/// As far as it is known.
fn written(path: &Path) -> String {
    let mut text = String::new();
    for segment in path.iter().take_while(|segment| !matches!(segment, Segment::Unknown)) {
        let dot = if text.is_empty() || matches!(segment, Segment::Seq { .. }) { "" } else { "." };
        let _ = write!(text, "{dot}{segment}");
    }
    text
}
