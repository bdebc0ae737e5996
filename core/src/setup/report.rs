//! What is wrong with a setup document, and what is odd about it.

use core::fmt;

use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Meant};
use crate::hours::{HoursFault, HoursOddity};
use crate::id::{InstitutionId, QueueId, SkillId};
use crate::refusal::{Limited, Measured, PolicyFault};

/// All that was found in a setup document: faults refuse it, oddities only warn.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SetupReport {
    /// What makes the document unusable, area by area. None: it can be applied.
    pub faults: Vec<Finding<SetupFault>>,
    /// What can be used but is hardly meant, area by area.
    pub oddities: Vec<Finding<SetupOddity>>,
}

impl SetupReport {
    /// The stable machine code of the report as a whole: that of its first fault, or `no_fault`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self.faults.as_slice() {
            [first, ..] => first.what.code(),
            [] => "no_fault",
        }
    }
}

impl fmt::Display for SetupReport {
    /// One finding a line, with its code, the faults first.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for fault in &self.faults {
            writeln!(f, "fault {}: {fault}", fault.what.code())?;
        }
        for oddity in &self.oddities {
            writeln!(f, "oddity {}: {oddity}", oddity.what.code())?;
        }
        Ok(())
    }
}

impl core::error::Error for SetupReport {}

/// What bears a name in a setup document.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Kind {
    /// An institution.
    Institution,
    /// An operator.
    Operator,
    /// A group.
    Group,
    /// A queue.
    Queue,
    /// Opening hours.
    Hours,
    /// A list of holidays.
    Holidays,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Institution => "institution",
            Self::Operator => "operator",
            Self::Group => "group",
            Self::Queue => "queue",
            Self::Hours => "hours",
            Self::Holidays => "holidays",
        })
    }
}

/// What makes a setup document unusable.
///
/// Each has a stable machine code ([`SetupFault::code`]) and a sentence for people (its `Display`).
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum SetupFault {
    /// Nothing of this kind bears the name.
    #[error("the document has no {kind} `{}`{}", name.escape_debug(), Meant(meant.as_deref()))]
    UnknownName {
        /// Of which kind.
        kind: Kind,
        /// The name.
        name: String,
        /// A name that is there and is nearly the same.
        meant: Option<String>,
    },
    /// Two of one kind bear one name.
    #[error("`{with}` is {kind} `{name}` already: give one of the two another id")]
    RepeatedName {
        /// Of which kind.
        kind: Kind,
        /// The name.
        name: String,
        /// The path of the first that bears it.
        with: String,
    },
    /// What can be said once only is said again.
    #[error("`{with}` says this already: keep one of the two")]
    SaidTwice {
        /// The path of where it is said first.
        with: String,
    },
    /// An institution cannot be its own partner.
    #[error("an institution cannot be its own partner")]
    OwnPartner,
    /// The operator, queue or group is of another institution.
    #[error("{kind} `{name}` is of `{of}`, and here it has to be one of `{institution}`")]
    WrongInstitution {
        /// Of which kind.
        kind: Kind,
        /// The name.
        name: String,
        /// Whose it is.
        of: InstitutionId,
        /// Whose it would have to be.
        institution: InstitutionId,
    },
    /// Operators of another institution are to answer a queue's chats, and no grant covers that.
    #[error("`{from}` has to let `{to}` staff queue `{queue}`: give the right in a partnership")]
    NoGrant {
        /// Whose queue it is.
        from: InstitutionId,
        /// Whose operators are to answer.
        to: InstitutionId,
        /// The queue.
        queue: QueueId,
    },
    /// An operator has a skill at a level that there is not.
    #[error("the level of skill `{skill}` has to be from 1 to 100")]
    NoSuchSkillLevel {
        /// The skill.
        skill: SkillId,
    },
    /// A policy cannot work.
    #[error("the policy cannot work: {fault}")]
    InvalidPolicy {
        /// What is wrong with it.
        fault: PolicyFault,
    },
    /// Hours or holidays have a fault.
    #[error("{fault}")]
    InvalidHours {
        /// What is wrong with them.
        fault: HoursFault,
    },
    /// A text has more bytes than the limit allows.
    #[error("the {what} has {bytes} bytes, and at most {limit} are allowed")]
    TooLong {
        /// Which text.
        what: Measured,
        /// How many bytes it has.
        bytes: u64,
        /// How many are allowed.
        limit: u32,
    },
    /// There are more than the limit allows.
    #[error("there may be at most {limit} {what}, and here are {count}")]
    TooMany {
        /// Of what.
        what: Limited,
        /// How many there are.
        count: u64,
        /// How many are allowed.
        limit: u32,
    },
    /// The router has a queue that the document leaves out, and chats are open on it.
    #[error(
        "queue `{queue}` is left out, and cannot be removed while chats are open on it: {chats}"
    )]
    InUse {
        /// The queue.
        queue: QueueId,
        /// How many chats are open on it.
        chats: u32,
    },
}

impl SetupFault {
    /// All the codes, in the order of the variants.
    pub const CODES: &[&str] = &[
        "unknown_name",
        "repeated_name",
        "said_twice",
        "own_partner",
        "wrong_institution",
        "no_grant",
        "no_such_skill_level",
        "invalid_policy",
        "invalid_hours",
        "too_long",
        "too_many",
        "in_use",
    ];

    /// The stable machine code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::UnknownName { .. } => "unknown_name",
            Self::RepeatedName { .. } => "repeated_name",
            Self::SaidTwice { .. } => "said_twice",
            Self::OwnPartner => "own_partner",
            Self::WrongInstitution { .. } => "wrong_institution",
            Self::NoGrant { .. } => "no_grant",
            Self::NoSuchSkillLevel { .. } => "no_such_skill_level",
            Self::InvalidPolicy { .. } => "invalid_policy",
            Self::InvalidHours { .. } => "invalid_hours",
            Self::TooLong { .. } => "too_long",
            Self::TooMany { .. } => "too_many",
            Self::InUse { .. } => "in_use",
        }
    }
}

/// Why a level is never active.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Inactive {
    /// The level's own hours never open.
    NeverOpen,
    /// It is active while the queue is open, and the queue's hours never open.
    QueueClosed,
    /// It is active while the queue is not open, and the queue always is, unless by hand.
    QueueOpen,
}

impl fmt::Display for Inactive {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NeverOpen => "its hours never open",
            Self::QueueClosed => "the queue is never open",
            Self::QueueOpen => "the queue is always open, unless it is closed by hand",
        })
    }
}

/// What is odd about a setup document, and hardly meant.
///
/// Each has a stable machine code ([`SetupOddity::code`]) and a sentence for people (its `Display`).
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum SetupOddity {
    /// An institution has neither operators nor queues.
    #[error("the institution has neither operators nor queues")]
    EmptyInstitution,
    /// An operator is assigned to no queue, in no group, and named in no level.
    #[error("no queue, no group and no level names this operator, so nobody ever rings them")]
    UnplacedOperator,
    /// An operator answers no chats at all.
    #[error("with a capacity of 0 this operator is never offered a chat")]
    NoCapacity,
    /// No level and no supervisor names a group.
    #[error("no level and no supervisor names this group")]
    UnusedGroup,
    /// A list names an operator twice.
    #[error("`{with}` names the same already")]
    NamedTwice {
        /// The path of where they are named first.
        with: String,
    },
    /// A level names nobody: its groups and lists are empty, and nobody is assigned.
    #[error("the level names nobody: every chat passes over it")]
    NobodyNamed,
    /// A level is never active, so that it can never be reached.
    #[error("the level can never be reached: {because}")]
    NeverActive {
        /// Why not.
        because: Inactive,
    },
    /// Everybody of a level is rung at an earlier one already, which keeps ringing.
    #[error("`{with}` rings everybody of this level already, and keeps ringing")]
    AddsNobody {
        /// The path of the earlier level.
        with: String,
    },
    /// Nobody of a level has a skill that it needs, at the level that it asks for.
    #[error(
        "nobody of the level has skill `{skill}` at {at_least} or higher, so nobody is ever rung"
    )]
    UnheldSkill {
        /// The skill.
        skill: SkillId,
        /// The level asked for.
        at_least: u8,
    },
    /// The wait of a last level after which a chat keeps waiting.
    #[error("the wait of the last level means nothing, since a chat keeps waiting after it")]
    IdleWait,
    /// A supervisor over nothing.
    #[error("this names neither queues nor groups to supervise")]
    SupervisesNothing,
    /// A partnership in which neither side gives anything.
    #[error("neither side gives the other anything")]
    EmptyPartnership,
    /// A grant with a cap of 0.
    #[error("with a cap of 0 this grant lets nothing cross")]
    CarriesNothing,
    /// Hours or holidays have an oddity.
    #[error("{oddity}")]
    OddHours {
        /// What is odd about them.
        oddity: HoursOddity,
    },
    /// No queue, no level and no grant names hours.
    #[error("no queue, no level and no grant names these hours")]
    UnusedHours,
    /// No hours name a list of holidays.
    #[error("no hours name these holidays")]
    UnusedHolidays,
}

impl SetupOddity {
    /// All the codes, in the order of the variants.
    pub const CODES: &[&str] = &[
        "empty_institution",
        "unplaced_operator",
        "no_capacity",
        "unused_group",
        "named_twice",
        "nobody_named",
        "never_active",
        "adds_nobody",
        "unheld_skill",
        "idle_wait",
        "supervises_nothing",
        "empty_partnership",
        "carries_nothing",
        "odd_hours",
        "unused_hours",
        "unused_holidays",
    ];

    /// The stable machine code.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::EmptyInstitution => "empty_institution",
            Self::UnplacedOperator => "unplaced_operator",
            Self::NoCapacity => "no_capacity",
            Self::UnusedGroup => "unused_group",
            Self::NamedTwice { .. } => "named_twice",
            Self::NobodyNamed => "nobody_named",
            Self::NeverActive { .. } => "never_active",
            Self::AddsNobody { .. } => "adds_nobody",
            Self::UnheldSkill { .. } => "unheld_skill",
            Self::IdleWait => "idle_wait",
            Self::SupervisesNothing => "supervises_nothing",
            Self::EmptyPartnership => "empty_partnership",
            Self::CarriesNothing => "carries_nothing",
            Self::OddHours { .. } => "odd_hours",
            Self::UnusedHours => "unused_hours",
            Self::UnusedHolidays => "unused_holidays",
        }
    }
}
