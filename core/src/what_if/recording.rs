//! What everybody did, as a journal tells it: for each chat, stretch by stretch, and for each offer, how
//! long the operator took. How it comes about is in `recorder`.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use super::WhatIfError;
use super::fate::Fates;
use super::likely::{Likely, Seen};
use super::recorder::Recorder;
use crate::command::Command;
use crate::id::{ChatId, OperatorId};
use crate::journal::{Header, Input, Journal, JournalError};
use crate::report::{Report, Tally};
use crate::setup::Setup;
use crate::time::{Span, Timestamp};

/// A journal as it is played under another setup: what everybody did, apart from what the router did.
///
/// It keeps every command of the journal in memory.
#[derive(Clone, Debug)]
pub struct Recording {
    pub(super) header: Header,
    pub(super) tally: Tally,
    pub(super) until: Timestamp,
    pub(super) setup: Setup,
    /// How many commands set something up.
    pub(super) setup_commands: u64,
    /// What happens at a time of its own, whatever becomes of any chat.
    pub(super) moments: Vec<Input>,
    /// Of each chat, by the number of the command that opened it: its id may come again.
    pub(super) scripts: BTreeMap<ChatId, BTreeMap<u64, Script>>,
    pub(super) fates: Fates,
    pub(super) report: Report,
    pub(super) habits: Habits,
}

/// What was done about a chat.
#[derive(Clone, Debug, Default)]
pub(super) struct Script {
    /// The first is the wait before the first answer.
    pub(super) stretches: Vec<Stretch>,
    /// What each operator who was rung did about it, offer by offer.
    pub(super) reactions: BTreeMap<OperatorId, Vec<Reaction>>,
}

/// That of a chat of which nothing was recorded.
pub(super) static UNTOLD: Script = Script { stretches: Vec::new(), reactions: BTreeMap::new() };

/// The time during which one operator answers a chat, or nobody does.
#[derive(Clone, Debug)]
pub(super) struct Stretch {
    pub(super) talk: bool,
    pub(super) deeds: Vec<Deed>,
    /// How long it took; for one that was not over, until the end of the journal.
    pub(super) length: Span,
    pub(super) over: bool,
}

/// Something that was done about a chat, by its patron, its owner, or anybody else.
#[derive(Clone, Debug)]
pub(super) struct Deed {
    /// After the beginning of the stretch.
    pub(super) after: Span,
    /// The number of the command in the journal: what comes first of what is at one time.
    pub(super) number: u64,
    pub(super) command: Command,
    /// Whether the operator who answered did it.
    pub(super) by_owner: bool,
}

/// What an operator did about an offer.
#[derive(Clone, Debug)]
pub(super) enum Reaction {
    /// This, after so long.
    Answered { after: Span, number: u64, command: Box<Command> },
    /// Nothing, while it stood.
    None { stood: Span },
}

/// Whether somebody who is rung takes the chat.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) enum Takes {
    Yes,
    No,
}

/// How long things take here.
#[derive(Clone, Debug)]
pub(super) struct Habits {
    /// Until an operator answers an offer: those of whom enough was seen.
    own: BTreeMap<OperatorId, Likely<Takes>>,
    /// Of all operators together.
    all: Likely<Takes>,
    /// Until a patron who waits leaves.
    pub(super) patience: Likely<()>,
    /// From the first answer to the end of the conversation.
    pub(super) conversation: Likely<()>,
}

/// So many answers of an operator tell how long they take.
const ENOUGH: usize = 20;

/// What was seen of how long things take.
#[derive(Debug, Default)]
pub(super) struct Sights {
    pub(super) reactions: BTreeMap<OperatorId, Vec<Seen<Takes>>>,
    pub(super) patience: Vec<Seen<()>>,
    pub(super) conversations: Vec<Seen<()>>,
}

impl Habits {
    pub(super) fn of(seen: Sights) -> Self {
        let all = seen.reactions.values().flatten().copied().collect();
        let own = seen.reactions.into_iter().map(|(who, seen)| (who, Likely::of(seen)));
        Self {
            own: own.filter(|(_, likely)| likely.happened() >= ENOUGH).collect(),
            all: Likely::of(all),
            patience: Likely::of(seen.patience),
            conversation: Likely::of(seen.conversations),
        }
    }

    pub(super) fn reaction(&self, operator: &OperatorId) -> &Likely<Takes> {
        self.own.get(operator).unwrap_or(&self.all)
    }
}

impl Recording {
    /// Replays a journal, and learns what everybody did. Hours of the reports are those of `time_zone`.
    ///
    /// # Errors
    /// [`WhatIfError::Journal`]: it cannot be read, or not be replayed. [`WhatIfError::TimeZone`]: there is
    /// no such time zone.
    pub fn of(
        header: &Header,
        inputs: impl IntoIterator<Item = Result<Input, JournalError>>,
        time_zone: &str,
    ) -> Result<Self, WhatIfError> {
        let tally = Tally::new(time_zone)?;
        let mut recorder = Recorder::new(header.router([0; 32])?, tally.clone());
        for input in inputs {
            recorder.hear(&input?)?;
        }
        Ok(recorder.recording(header.clone(), tally))
    }

    /// As [`Recording::of`], of a journal that was read to its end.
    ///
    /// # Errors
    /// As [`Recording::of`].
    pub fn of_journal(journal: &Journal, time_zone: &str) -> Result<Self, WhatIfError> {
        Self::of(&journal.header, journal.inputs.iter().cloned().map(Ok), time_zone)
    }

    /// What the journal came to.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// How the collaborative was set up at the end of the journal, but for whom people opted in or out
    /// meanwhile: to change something in it, and ask what that would have done.
    #[must_use]
    pub const fn setup(&self) -> &Setup {
        &self.setup
    }
}
