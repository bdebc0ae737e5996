//! What a message says: a text, or where the host keeps it.

use core::fmt;

use alloc::boxed::Box;

use serde::{Deserialize, Serialize};

use crate::id::Text;

/// What a message says.
///
/// On the wire it stands in the message as the key `text` or as the key `reference`, one of both.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Content {
    /// These words. At most [`message_bytes`](crate::Limits::message_bytes).
    Text(Text),
    /// Something in the host's own store: a file, a picture, or words that are not to stand in the
    /// router's state. At most [`reference_bytes`](crate::Limits::reference_bytes).
    Reference(Box<Reference>),
}

/// Where the host keeps what a message says, and by what it is known again. Opaque to the router.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Under which key.
    pub key: Text,
    /// How many bytes it has there. Default: not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// The digest of what is kept there, in the host's own form, such as `sha-256:` and its digits:
    /// with it the transcript's digest vouches for what is kept as well. Default: not told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub digest: Option<Text>,
}

impl Content {
    /// The words, unless they are in the host's store.
    #[must_use]
    pub const fn text(&self) -> Option<&Text> {
        match self {
            Self::Text(text) => Some(text),
            Self::Reference(_) => None,
        }
    }
}

impl fmt::Display for Content {
    /// The words; of what the host keeps, its key in square brackets.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => text.fmt(f),
            Self::Reference(reference) => write!(f, "[{}]", reference.key),
        }
    }
}

impl Reference {
    /// What is kept under this key, and nothing more told of it.
    pub fn of(key: impl Into<Text>) -> Self {
        Self { key: key.into(), bytes: None, digest: None }
    }

    /// How many bytes of text it has.
    pub(crate) fn text_bytes(&self) -> usize {
        self.key.bytes() + self.digest.as_ref().map_or(0, Text::bytes)
    }
}

impl From<Text> for Content {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<&str> for Content {
    fn from(text: &str) -> Self {
        Self::Text(text.into())
    }
}

impl From<Reference> for Content {
    fn from(reference: Reference) -> Self {
        Self::Reference(Box::new(reference))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_content_is_as_small_as_a_text() {
        assert_eq!(size_of::<Content>(), size_of::<Text>());
    }
}
