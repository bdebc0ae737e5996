//! Why a journal cannot be read, be replayed, or be gone on with.

use alloc::string::String;

use crate::refusal::Refusal;

/// Why a journal cannot be read, or not be replayed.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum JournalError {
    /// It does not begin as a journal does.
    #[error("this is no journal")]
    NoJournal,
    /// A later version of the library wrote it.
    #[error("the journal has form {form}, which a later version has written")]
    LaterForm {
        /// The number of its form.
        form: u16,
    },
    /// It ends in the midst of a command: a crash came while it was written, and nobody was told of it.
    /// Cut the file there, and go on. Where nothing is whole, as in a file that is empty, it has no header either:
    /// begin another journal.
    #[error(
        "the journal ends in the midst of {}: what is whole has {whole} bytes",
        if *whole == 0 { "its header" } else { "a command" }
    )]
    Torn {
        /// So many bytes from the beginning are whole.
        whole: u64,
    },
    /// It is not what was written, and more follows.
    #[error("the journal was damaged after {whole} bytes")]
    Damaged {
        /// So many bytes from the beginning are whole.
        whole: u64,
    },
    /// It is written as nobody writes a journal.
    #[error("the journal cannot be read after {whole} bytes: {why}")]
    Unreadable {
        /// So many bytes from the beginning are whole.
        whole: u64,
        /// Why not.
        why: String,
    },
    /// It was written under other time zone data; see [`Header::router`](super::Header::router).
    #[error(
        "the journal was written with time zone data {written_under}, and {built_in} is built in"
    )]
    OtherTimeZones {
        /// Under which.
        written_under: String,
        /// Which there are here.
        built_in: &'static str,
    },
    /// Commands are missing before this one.
    #[error("command {found} comes where {expected} should")]
    Gap {
        /// The number that should come.
        expected: u64,
        /// The one that came.
        found: u64,
    },
    /// It is earlier than the one before.
    #[error("command {number} is earlier than the one before")]
    TimeGoesBack {
        /// Its number.
        number: u64,
    },
    /// The router refuses it: it is of another router's journal.
    #[error("command {number} is refused: {refusal}")]
    Refused {
        /// Its number.
        number: u64,
        /// Why.
        refusal: Refusal,
    },
}

impl JournalError {
    /// A stable code for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoJournal => "no_journal",
            Self::LaterForm { .. } => "later_form",
            Self::Torn { .. } => "torn",
            Self::Damaged { .. } => "damaged",
            Self::Unreadable { .. } => "unreadable",
            Self::OtherTimeZones { .. } => "other_time_zones",
            Self::Gap { .. } => "gap",
            Self::TimeGoesBack { .. } => "time_goes_back",
            Self::Refused { .. } => "refused",
        }
    }
}

/// A command cannot go into the journal by this number: the router has accepted none as it.
#[derive(Clone, Copy, Debug, Eq, PartialEq, thiserror::Error)]
#[error("no command was accepted as number {number}: the router has accepted {accepted} so far")]
pub struct NotAccepted {
    /// The number, which should be from 1 to `accepted`; 0 where none was given and none was accepted yet.
    pub number: u64,
    /// How many commands the router has accepted.
    pub accepted: u64,
}
