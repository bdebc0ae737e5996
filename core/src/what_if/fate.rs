//! What became of a chat, in two worlds.

use core::fmt;

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::id::{ChatId, InstitutionId, OperatorId};
use crate::record::{ClaimReason, Record};
use crate::report::left_by_patron;
use crate::time::Span;

/// What became of a chat.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum Fate {
    /// Somebody answered it.
    Answered {
        /// Who did first.
        operator: OperatorId,
        /// Where they work.
        institution: InstitutionId,
        /// Whether that is the institution whose patron it was.
        at_home: bool,
        /// For how long the patron had waited.
        waited: Span,
    },
    /// The patron left first.
    Abandoned {
        /// For how long they had waited.
        waited: Span,
    },
    /// It ended without an answer: a message was taken, or it was closed.
    Unanswered {
        /// For how long the patron had waited.
        waited: Span,
    },
    /// It was open when the journal ended, or was never opened.
    Open,
}

/// A fate without the particulars.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Ending {
    /// Somebody at home answered.
    AtHome,
    /// A partner answered.
    ByPartner,
    /// The patron left first.
    Abandoned,
    /// It ended without an answer.
    Unanswered,
    /// It was open when the journal ended, or was never opened.
    Open,
}

/// What became of a chat, and what would have.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Compared {
    /// The chat.
    pub chat: ChatId,
    /// What became of it.
    pub recorded: Fate,
    /// What would have.
    pub supposed: Fate,
}

/// By chat, and by the number of the command that opened it, since its id may come again.
pub(super) type Fates = BTreeMap<(ChatId, u64), Fate>;

impl Fate {
    pub(super) fn of(record: &Record) -> Self {
        if let Some(answer) = record.answers.first() {
            return Self::Answered {
                operator: answer.operator.clone(),
                institution: answer.institution.clone(),
                at_home: answer.institution == record.institution,
                waited: answer.waited,
            };
        }
        let waited = record.ended_at.since(record.opened_at);
        if left_by_patron(record.outcome) {
            Self::Abandoned { waited }
        } else {
            Self::Unanswered { waited }
        }
    }

    /// For how long the patron had waited, for the first answer or in vain. `None` where it was still open.
    #[must_use]
    pub const fn waited(&self) -> Option<Span> {
        match self {
            Self::Answered { waited, .. }
            | Self::Abandoned { waited }
            | Self::Unanswered { waited } => Some(*waited),
            Self::Open => None,
        }
    }

    /// Without the particulars.
    #[must_use]
    pub const fn ending(&self) -> Ending {
        match self {
            Self::Answered { at_home: true, .. } => Ending::AtHome,
            Self::Answered { at_home: false, .. } => Ending::ByPartner,
            Self::Abandoned { .. } => Ending::Abandoned,
            Self::Unanswered { .. } => Ending::Unanswered,
            Self::Open => Ending::Open,
        }
    }
}

impl fmt::Display for Ending {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::AtHome => "answered at home",
            Self::ByPartner => "answered by a partner",
            Self::Abandoned => "abandoned",
            Self::Unanswered => "unanswered",
            Self::Open => "open at the end",
        })
    }
}

/// Each chat of the one world or the other.
pub(super) fn compare(recorded: &Fates, supposed: &Fates) -> Vec<Compared> {
    let chats: BTreeSet<&(ChatId, u64)> = recorded.keys().chain(supposed.keys()).collect();
    let fate = |fates: &Fates, chat| fates.get(chat).cloned().unwrap_or(Fate::Open);
    let compared = chats.into_iter().map(|chat| Compared {
        chat: chat.0.clone(),
        recorded: fate(recorded, chat),
        supposed: fate(supposed, chat),
    });
    compared.collect()
}

/// The fate in the last event of a chat, where reports count it as asked for: unless it was practice, or an
/// operator began it.
pub(super) fn note(fates: &mut Fates, opened_by: u64, record: &Record) {
    let begun = record.answers.first().is_some_and(|it| it.reason == ClaimReason::Started);
    if !record.practice && !begun {
        fates.insert((record.chat.clone(), opened_by), Fate::of(record));
    }
}
