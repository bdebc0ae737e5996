//! Digests and salts: 32 bytes each, 64 digits on the wire.

use core::fmt;
use core::str::FromStr;

use alloc::string::String;

use serde::{Deserialize, Serialize};

/// Why a text is no digest, and no salt.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("a digest or a salt has 64 hexadecimal digits")]
pub struct InvalidDigits;

/// Where a chain stands, or what stands for one entry: 32 bytes of SHA-256.
///
/// On the wire, and as people see it, it has 64 hexadecimal digits; small letters are written, and both
/// are read.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Digest([u8; 32]);

/// What is hashed together with an entry, so that nobody can guess the entry from its leaf: 32 bytes
/// that nobody else can guess. On the wire it looks like a [`Digest`]; it is not printed.
///
/// That of a chat is given when the chat opens, and stays with the host and the router; that of an
/// entry goes to whoever may read the entry.
#[derive(Clone, Copy, Eq, PartialEq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Salt([u8; 32]);

impl Digest {
    /// The digest of these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl Salt {
    /// What a chat has for which no salt was given. Everybody knows it, so a hidden entry that is
    /// short can be guessed.
    pub const NONE: Self = Self([0; 32]);

    /// The salt of these bytes.
    #[must_use]
    pub const fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    #[must_use]
    pub const fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(..)")
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&digits(&self.0))
    }
}

impl FromStr for Digest {
    type Err = InvalidDigits;

    fn from_str(text: &str) -> Result<Self, InvalidDigits> {
        bytes(text).map(Self)
    }
}

impl FromStr for Salt {
    type Err = InvalidDigits;

    fn from_str(text: &str) -> Result<Self, InvalidDigits> {
        bytes(text).map(Self)
    }
}

impl TryFrom<String> for Digest {
    type Error = InvalidDigits;

    fn try_from(text: String) -> Result<Self, InvalidDigits> {
        text.parse()
    }
}

impl TryFrom<String> for Salt {
    type Error = InvalidDigits;

    fn try_from(text: String) -> Result<Self, InvalidDigits> {
        text.parse()
    }
}

impl From<Digest> for String {
    fn from(digest: Digest) -> Self {
        digits(&digest.0)
    }
}

impl From<Salt> for String {
    fn from(salt: Salt) -> Self {
        digits(&salt.0)
    }
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

fn digits(bytes: &[u8; 32]) -> String {
    let halves = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    halves.map(|half| char::from(DIGITS[usize::from(half)])).collect()
}

fn bytes(text: &str) -> Result<[u8; 32], InvalidDigits> {
    let text: &[u8; 64] = text.as_bytes().try_into().map_err(|_| InvalidDigits)?;
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(text.chunks_exact(2)) {
        *byte = half(pair[0])? << 4 | half(pair[1])?;
    }
    Ok(bytes)
}

fn half(digit: u8) -> Result<u8, InvalidDigits> {
    match digit {
        b'0'..=b'9' => Ok(digit - b'0'),
        b'a'..=b'f' => Ok(digit - b'a' + 10),
        b'A'..=b'F' => Ok(digit - b'A' + 10),
        _ => Err(InvalidDigits),
    }
}
