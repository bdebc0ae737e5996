//! What could not be done. Nothing has changed then.

use refdesk as core;

use core::chain::Broken;
use core::journal::JournalError;
use core::setup::SetupReport;
use core::what_if::WhatIfError;
use core::wire::{Wire, WireError};

use crate::values::bytes_of;

/// What the router or its files could not do. Nothing has changed then.
#[derive(Debug, thiserror::Error, uniffi::Error)]
pub enum Fault {
    /// A command or a question was refused.
    #[error("{text}")]
    Refused { code: String, text: String, refusal: Vec<u8> },
    /// A value that no command can have, such as an empty id.
    #[error("{text}")]
    InvalidValue { text: String },
    /// A setup document has faults.
    #[error("{}", found.text)]
    InvalidSetup { code: String, found: Findings },
    /// What was kept gives no router.
    #[error("{text}")]
    InvalidSnapshot { code: String, text: String },
    /// A journal is damaged, has a gap, or does not go on from this router. What it has led to until there are its
    /// events, as a list.
    #[error("{text}")]
    InvalidJournal { code: String, text: String, events: Vec<u8> },
    /// A transcript is not what its digests say.
    #[error("{text}")]
    ChainBroken { text: String },
    /// A rule that holds between any two steps does not: a fault of the library.
    #[error("{text}")]
    InvariantBroken { text: String },
}

/// All that is wrong with a setup document, and all that is odd about it.
#[derive(Debug, uniffi::Record)]
pub struct Findings {
    /// What keeps it from being applied.
    pub faults: Vec<Finding>,
    /// What is allowed and looks like a mistake.
    pub oddities: Vec<Finding>,
    /// All of it as JSON.
    pub json: String,
    /// All of it for people, a line for each.
    pub text: String,
}

/// Something found in a setup document.
#[derive(Debug, uniffi::Record)]
pub struct Finding {
    /// Where. Empty: the document as a whole.
    pub path: String,
    /// The stable machine code.
    pub code: String,
    /// A sentence for people.
    pub text: String,
}

impl Findings {
    pub(crate) fn of(report: &SetupReport) -> Self {
        let fault = |of: &core::hours::Finding<_>| Finding {
            path: of.path.clone(),
            code: core::setup::SetupFault::code(&of.what).into(),
            text: of.what.to_string(),
        };
        let oddity = |of: &core::hours::Finding<_>| Finding {
            path: of.path.clone(),
            code: core::setup::SetupOddity::code(&of.what).into(),
            text: of.what.to_string(),
        };
        Self {
            faults: report.faults.iter().map(fault).collect(),
            oddities: report.oddities.iter().map(oddity).collect(),
            json: report.to_json(),
            text: report.to_string(),
        }
    }
}

impl Fault {
    /// That an argument is no such value.
    pub(crate) fn value(name: &str, why: &impl ToString) -> Self {
        Self::InvalidValue { text: format!("`{name}`: {}", why.to_string()) }
    }

    /// That a journal has a fault, after these events.
    pub(crate) fn journal(fault: &JournalError, events: &[core::Event]) -> Self {
        let (code, text) = (fault.code().into(), fault.to_string());
        Self::InvalidJournal { code, text, events: bytes_of(&events) }
    }
}

impl From<core::Refusal> for Fault {
    fn from(refusal: core::Refusal) -> Self {
        let (code, text) = (refusal.code().into(), refusal.to_string());
        Self::Refused { code, text, refusal: refusal.to_bytes() }
    }
}

impl From<WireError> for Fault {
    fn from(fault: WireError) -> Self {
        Self::InvalidValue { text: fault.to_string() }
    }
}

impl From<refdesk_crossing::Fault> for Fault {
    fn from(fault: refdesk_crossing::Fault) -> Self {
        Self::InvalidValue { text: fault.to_string() }
    }
}

impl From<SetupReport> for Fault {
    fn from(report: SetupReport) -> Self {
        Self::InvalidSetup { code: report.code().into(), found: Findings::of(&report) }
    }
}

impl From<core::SnapshotError> for Fault {
    fn from(fault: core::SnapshotError) -> Self {
        Self::InvalidSnapshot { code: fault.code().into(), text: fault.to_string() }
    }
}

impl From<JournalError> for Fault {
    fn from(fault: JournalError) -> Self {
        Self::journal(&fault, &[])
    }
}

impl From<Broken> for Fault {
    fn from(broken: Broken) -> Self {
        Self::ChainBroken { text: broken.to_string() }
    }
}

impl From<core::Violation> for Fault {
    fn from(violation: core::Violation) -> Self {
        Self::InvariantBroken { text: violation.to_string() }
    }
}

impl From<WhatIfError> for Fault {
    fn from(fault: WhatIfError) -> Self {
        match fault {
            WhatIfError::Journal(fault) => fault.into(),
            WhatIfError::Setup(report) => report.into(),
            WhatIfError::TimeZone(fault) => Self::value("timeZone", &fault),
        }
    }
}
