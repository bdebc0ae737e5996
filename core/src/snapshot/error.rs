//! Why what was kept gives no router.

use alloc::string::String;

use crate::invariants::Violation;
use crate::refusal::Refusal;
use crate::wire::WireError;

/// Why what was kept gives no router. Nothing of it is used.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum SnapshotError {
    /// It does not begin as a snapshot does.
    #[error("this is no snapshot")]
    NoSnapshot,
    /// A later version of the library wrote it.
    #[error("the snapshot has form {form}, which a later version has written")]
    LaterForm {
        /// The number of its form.
        form: u16,
    },
    /// It ends too early, or too late.
    #[error("the snapshot was cut, or something was added to it")]
    Cut,
    /// It is not what was written.
    #[error("the snapshot was damaged: its digest is another one")]
    Damaged,
    /// It is written as nobody writes a snapshot.
    #[error("the snapshot cannot be read: {0}")]
    Unreadable(String),
    /// It was taken under other time zone data; see
    /// [`Snapshot::adopt_time_zones`](crate::Snapshot::adopt_time_zones).
    #[error("the snapshot was taken with time zone data {taken_under}, and {built_in} is built in")]
    OtherTimeZones {
        /// Under which.
        taken_under: String,
        /// Which there are here.
        built_in: &'static str,
    },
    /// It speaks of something that is not in it, names something twice, or says two things of one.
    #[error("the snapshot contradicts itself: {0}")]
    Contradiction(String),
    /// It holds what a command would be refused for.
    #[error("the snapshot holds what a command would be refused for: {0}")]
    Refused(Refusal),
    /// It breaks a rule that holds between any two steps.
    #[error("the snapshot breaks a rule: {0}")]
    Violation(Violation),
}

impl SnapshotError {
    /// A stable code for programs.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoSnapshot => "no_snapshot",
            Self::LaterForm { .. } => "later_form",
            Self::Cut => "cut",
            Self::Damaged => "damaged",
            Self::Unreadable(_) => "unreadable",
            Self::OtherTimeZones { .. } => "other_time_zones",
            Self::Contradiction(_) => "contradiction",
            Self::Refused(_) => "refused",
            Self::Violation(_) => "violation",
        }
    }
}

impl From<WireError> for SnapshotError {
    fn from(fault: WireError) -> Self {
        Self::Unreadable(fault.found())
    }
}

impl From<Refusal> for SnapshotError {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

impl From<Violation> for SnapshotError {
    fn from(violation: Violation) -> Self {
        Self::Violation(violation)
    }
}
