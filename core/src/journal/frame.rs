//! A journal as bytes: a header, and a frame for each command.
//!
//! ```text
//! bytes  what
//! 8      "REFDESKJ"
//! 2      the number of the form, the higher byte first
//! then frames: the first has the header, each other one a command
//! 4      how long what it holds is, the highest byte first
//! 4      the CRC-32 of these four bytes
//! 4      the CRC-32 of what it holds
//! n      what it holds, in CBOR (RFC 8949)
//! ```
//!
//! The length has a checksum of its own, so that a frame that was cut is told from one that was damaged.

use alloc::vec::Vec;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::line::HeaderForm;
use super::{Header, Input, JournalError};
use crate::wire::read::from_bytes;

const MAGIC: &[u8; 8] = b"REFDESKJ";
pub(super) const FORM: u16 = 1;
/// The length and the two checksums.
const BEFORE: usize = 12;

impl Header {
    /// What a journal of bytes begins with.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::from(*MAGIC);
        bytes.extend(FORM.to_be_bytes());
        write(&HeaderForm::from(self.clone()), &mut bytes);
        bytes
    }
}

impl Input {
    /// Its frame, to be appended to the journal.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        self.append_to(&mut bytes);
        bytes
    }

    /// As [`Input::to_bytes`], appended to `bytes`.
    pub fn append_to(&self, bytes: &mut Vec<u8>) {
        write(self, bytes);
    }
}

fn write(value: &impl Serialize, bytes: &mut Vec<u8>) {
    let begin = bytes.len();
    bytes.extend([0; BEFORE]);
    let written = cbor4ii::serde::to_vec(core::mem::take(bytes), value);
    *bytes = written.expect("there is room, and it has nothing that CBOR lacks");
    let held = begin + BEFORE;
    let length = u32::try_from(bytes.len() - held).expect("a command is below the limits");
    let length = length.to_be_bytes();
    let sums = [crc32fast::hash(&length), crc32fast::hash(&bytes[held..])].map(u32::to_be_bytes);
    bytes[begin..begin + 4].copy_from_slice(&length);
    bytes[begin + 4..begin + 8].copy_from_slice(&sums[0]);
    bytes[begin + 8..held].copy_from_slice(&sums[1]);
}

/// Reads a journal of bytes: its header, and the commands as they are asked for.
///
/// # Errors
/// [`JournalError`]: it is none, or its header was cut or damaged.
pub fn read(bytes: &[u8]) -> Result<(Header, Frames<'_>), JournalError> {
    let torn = |whole: usize| JournalError::Torn { whole: whole as u64 };
    let beginning = &bytes[..bytes.len().min(MAGIC.len())];
    if !MAGIC.starts_with(beginning) {
        return Err(JournalError::NoJournal);
    }
    let rest = bytes.strip_prefix(MAGIC).ok_or(torn(0))?;
    let form = rest.first_chunk().ok_or(torn(0))?;
    match u16::from_be_bytes(*form) {
        FORM => {}
        0 => return Err(JournalError::NoJournal),
        form => return Err(JournalError::LaterForm { form }),
    }
    let mut frames = Frames { bytes, whole: MAGIC.len() + 2, over: false };
    let header: HeaderForm = match frames.next_held() {
        None => return Err(torn(0)),
        // Without a header there is nothing whole.
        Some(Err(JournalError::Torn { .. })) => return Err(torn(0)),
        Some(held) => held?,
    };
    Ok((header.into(), frames))
}

/// The commands of a journal of bytes, in order. After an error there are no more.
#[derive(Clone, Debug)]
pub struct Frames<'b> {
    bytes: &'b [u8],
    whole: usize,
    over: bool,
}

impl Frames<'_> {
    /// So many bytes from the beginning are whole, of those that have been read.
    #[must_use]
    pub const fn whole(&self) -> u64 {
        self.whole as u64
    }

    fn next_held<T: DeserializeOwned>(&mut self) -> Option<Result<T, JournalError>> {
        if self.over || self.whole == self.bytes.len() {
            return None;
        }
        let held = self.held();
        self.over = held.is_err();
        Some(held)
    }

    fn held<T: DeserializeOwned>(&mut self) -> Result<T, JournalError> {
        let whole = self.whole as u64;
        let torn = JournalError::Torn { whole };
        let rest = &self.bytes[self.whole..];
        let (before, rest) = rest.split_first_chunk::<BEFORE>().ok_or(torn.clone())?;
        let [length, of_length, of_held] = [0, 4, 8].map(|at| {
            let four = [before[at], before[at + 1], before[at + 2], before[at + 3]];
            (four, u32::from_be_bytes(four))
        });
        if crc32fast::hash(&length.0) != of_length.1 {
            return Err(JournalError::Damaged { whole });
        }
        let (held, after) = rest.split_at_checked(length.1 as usize).ok_or(torn.clone())?;
        if crc32fast::hash(held) != of_held.1 {
            // The end of a file may have been laid out before it was written.
            return Err(if after.is_empty() { torn } else { JournalError::Damaged { whole } });
        }
        let read = from_bytes(held);
        let read = read.map_err(|fault| JournalError::Unreadable { whole, why: fault.found() })?;
        self.whole += BEFORE + held.len();
        Ok(read)
    }
}

impl Iterator for Frames<'_> {
    type Item = Result<Input, JournalError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_held()
    }
}
