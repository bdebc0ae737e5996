//! Ids: the host's own names for people and things, and the counters that the router mints.

use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use serde::{Deserialize, Serialize};
use smol_str::SmolStr;

/// The most bytes that an id may have.
pub const MAX_ID_BYTES: usize = 255;

/// Why a text cannot be an id.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[non_exhaustive]
pub enum InvalidId {
    /// The text has no bytes.
    #[error("an id must not be empty")]
    Empty,
    /// The text has more than [`MAX_ID_BYTES`] bytes.
    #[error("an id has at most {MAX_ID_BYTES} bytes, this one has {bytes}")]
    TooLong {
        /// How many bytes it has.
        bytes: usize,
    },
    /// The text holds a control character, such as a line break or a null.
    #[error("an id must not hold control characters")]
    ControlCharacter,
}

fn checked(text: &str) -> Result<(), InvalidId> {
    if text.is_empty() {
        Err(InvalidId::Empty)
    } else if text.len() > MAX_ID_BYTES {
        Err(InvalidId::TooLong { bytes: text.len() })
    } else if text.bytes().any(is_special) && text.chars().any(char::is_control) {
        Err(InvalidId::ControlCharacter)
    } else {
        Ok(())
    }
}

/// Most ids have none of these, and then their letters need no look: the control characters, and whatever is not ASCII.
const fn is_special(byte: u8) -> bool {
    !matches!(byte, b' '..=b'~')
}

/// One newtype for each kind of id, so that no id can stand where another kind is meant.
macro_rules! host_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        ///
        /// The host's own text: 1 to 255 bytes, no control characters. Cheap to clone.
        #[derive(Clone, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
        #[serde(try_from = "SmolStr", into = "SmolStr")]
        pub struct $name(SmolStr);

        impl $name {
            /// The id with this text.
            ///
            /// # Errors
            /// [`InvalidId`] where the text is empty, too long, or holds a control character.
            pub fn new(text: impl AsRef<str>) -> Result<Self, InvalidId> {
                checked(text.as_ref()).map(|()| Self(SmolStr::new(text)))
            }

            /// The text of the id.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }

            #[allow(dead_code, reason = "only ids that are keys of a map are asked for it")]
            pub(crate) const fn text(&self) -> &SmolStr {
                &self.0
            }
        }

        impl TryFrom<SmolStr> for $name {
            type Error = InvalidId;
            fn try_from(text: SmolStr) -> Result<Self, InvalidId> {
                checked(&text).map(|()| Self(text))
            }
        }

        impl TryFrom<&str> for $name {
            type Error = InvalidId;
            fn try_from(text: &str) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Self::new(text)
            }
        }

        impl From<$name> for SmolStr {
            fn from(id: $name) -> Self {
                id.0
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

host_ids! {
    /// Names an institution.
    InstitutionId;
    /// Names an operator, across all institutions of one router.
    OperatorId;
    /// Names a queue, across all institutions of one router.
    QueueId;
    /// Names a group of operators, across all institutions of one router.
    GroupId;
    /// Names a skill: a language, a subject, a permission.
    SkillId;
    /// Names a chat: unique among the open chats and the last ones that ended.
    ChatId;
    /// Names a channel by which patrons write: web, SMS, email.
    ChannelId;
    /// Names a patron.
    PatronId;
    /// Names one session of an operator (a tab, a device, an XMPP resource), among theirs.
    SessionId;
    /// Names a colleague outside: their address on some other chat service.
    ContactId;
    /// Names a message within its chat, or among those of its sender to a buddy, so that a repeat is
    /// known as one.
    MessageId;
}

/// One newtype for each kind of counter.
macro_rules! minted_ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd)]
        #[derive(Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(u32);

        impl $name {
            /// The id with this number.
            #[must_use]
            pub const fn new(number: u32) -> Self {
                Self(number)
            }

            /// The number: 1 for the first.
            #[must_use]
            pub const fn number(self) -> u32 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

minted_ids! {
    /// Numbers an offer within its chat. The router mints it.
    OfferId;
    /// Numbers a transfer within its chat. The router mints it.
    TransferId;
    /// Numbers a proposal of terms within the router. The router mints it.
    ProposalId;
}

/// Text that the router keeps and hands on but never reads: a message, a note, a reason.
///
/// Cheap to clone. How long it may be is a limit of the place where it is used.
#[derive(Clone, Debug, Default, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Text(SmolStr);

impl Text {
    /// The text itself.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// How many bytes it has.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.0.len()
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self(SmolStr::new(text))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self(SmolStr::from(text))
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
