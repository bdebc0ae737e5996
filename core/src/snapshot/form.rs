//! A snapshot as bytes, and as JSON.
//!
//! ```text
//! bytes  what
//! 8      "REFDESKS"
//! 2      the number of the form, the higher byte first
//! 1      how long the version of the time zone data is, and
//! n      the version
//! 32     the digest
//! 8      how long the rest is, the highest byte first, and
//! n      the state, in CBOR (RFC 8949)
//! ```
//!
//! The digest is SHA-256 of "refdesk state 1" and the state. In JSON the header is fields beside
//! `state`, and the digest is the same.

use alloc::boxed::Box;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest as _, Sha256};

use super::v1;
use super::{Snapshot, SnapshotError};
use crate::chain::Digest;

const MAGIC: &[u8; 8] = b"REFDESKS";
const FORM: u16 = 1;
const DIGESTED: &[u8] = b"refdesk state 1";

impl Snapshot {
    /// Its compact form.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let payload = payload(&self.state);
        // Versions of time zone data are a year and a letter.
        let zones = &self.time_zones.as_bytes()[..self.time_zones.len().min(255)];
        let mut bytes = Vec::with_capacity(64 + payload.len());
        bytes.extend_from_slice(MAGIC);
        bytes.extend_from_slice(&FORM.to_be_bytes());
        bytes.push(u8::try_from(zones.len()).unwrap_or(u8::MAX));
        bytes.extend_from_slice(zones);
        bytes.extend_from_slice(digest(&payload).as_bytes());
        bytes.extend_from_slice(&(payload.len() as u64).to_be_bytes());
        bytes.extend_from_slice(&payload);
        bytes
    }

    /// Reads the compact form. Whether it makes sense is for
    /// [`Router::restore`](crate::Router::restore) to say.
    ///
    /// # Errors
    /// [`SnapshotError`], whatever the bytes are.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SnapshotError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(SnapshotError::NoSnapshot)?;
        let (form, rest) = rest.split_first_chunk().ok_or(SnapshotError::Cut)?;
        check_form(u16::from_be_bytes(*form))?;
        let (&length, rest) = rest.split_first().ok_or(SnapshotError::Cut)?;
        let (zones, rest) = rest.split_at_checked(length.into()).ok_or(SnapshotError::Cut)?;
        let zones = core::str::from_utf8(zones);
        let zones = zones.map_err(|error| SnapshotError::Unreadable(error.to_string()))?;
        let (expected, rest) = rest.split_first_chunk().ok_or(SnapshotError::Cut)?;
        let (length, payload) = rest.split_first_chunk().ok_or(SnapshotError::Cut)?;
        if u64::from_be_bytes(*length) != payload.len() as u64 {
            return Err(SnapshotError::Cut);
        }
        if digest(payload) != Digest::from_bytes(*expected) {
            return Err(SnapshotError::Damaged);
        }
        let state = crate::wire::read::from_bytes(payload)?;
        Ok(Self { time_zones: zones.into(), adopted: false, state })
    }
}

/// The form of the state that is hashed, and kept in bytes.
pub(super) fn payload(state: &v1::State) -> Vec<u8> {
    let bytes = cbor4ii::serde::to_vec(Vec::new(), state);
    bytes.expect("there is room for the state twice, and it has nothing that CBOR lacks")
}

pub(super) fn digest(payload: &[u8]) -> Digest {
    let hash = Sha256::new().chain_update(DIGESTED).chain_update(payload);
    Digest::from_bytes(hash.finalize().into())
}

fn check_form(form: u16) -> Result<(), SnapshotError> {
    match form {
        FORM => Ok(()),
        0 => Err(SnapshotError::NoSnapshot),
        form => Err(SnapshotError::LaterForm { form }),
    }
}

/// A snapshot in JSON.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Text<S> {
    refdesk: Kind,
    form: u16,
    time_zones: String,
    digest: Digest,
    state: S,
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
enum Kind {
    Snapshot,
}

impl Serialize for Snapshot {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let text = Text {
            refdesk: Kind::Snapshot,
            form: FORM,
            time_zones: self.time_zones.clone(),
            digest: digest(&payload(&self.state)),
            state: &*self.state,
        };
        text.serialize(to)
    }
}

impl<'de> Deserialize<'de> for Snapshot {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let Text { form, time_zones, digest: expected, state, .. } =
            Text::<Box<v1::State>>::deserialize(from)?;
        check_form(form).map_err(D::Error::custom)?;
        if digest(&payload(&state)) != expected {
            return Err(D::Error::custom(SnapshotError::Damaged));
        }
        Ok(Self { time_zones, adopted: false, state })
    }
}
