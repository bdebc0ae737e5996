//! What another setup would have done with a recorded journal (feature `report`).
//!
//! A [`Recording`] learns from a [journal](crate::journal) what patrons and operators did. Under another
//! [setup document](crate::setup) the same people come, ask and go; the router decides otherwise, and
//! [`WhatIf`] sets the two reports side by side, with the chats whose fate changed.
//!
//! ```no_run
//! use refdesk::Span;
//! use refdesk::journal::Journal;
//! use refdesk::what_if::Recording;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let text = String::new();
//! let journal = Journal::read_lines(&text)?;
//! let recording = Recording::of_journal(&journal, "America/Toronto")?;
//!
//! let mut setup = recording.setup().clone();
//! for queue in &mut setup.queues {
//!     if let Some(level) = queue.policy.levels.first_mut() {
//!         level.wait = level.wait.map(|_| Span::from_secs(20));
//!     }
//! }
//! println!("{}", recording.under(&setup)?);
//! # Ok(())
//! # }
//! ```
//!
//! # What is assumed
//!
#![doc = include_str!("assumptions.md")]

mod fate;
mod likely;
mod live;
mod matter;
mod recorder;
mod recording;
mod supposed;
mod table;

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

pub use fate::{Compared, Ending, Fate};
pub use recording::Recording;

use crate::hours::HoursFault;
use crate::journal::JournalError;
use crate::report::Report;
use crate::setup::{Setup, SetupReport};

use supposed::Supposed;

/// What is assumed of patrons and operators, in the words in which it is printed.
pub const ASSUMPTIONS: &str = include_str!("assumptions.md");

/// What another setup would have done with a recorded journal.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WhatIf {
    /// What the journal came to.
    pub recorded: Report,
    /// What the other setup would have come to, at the time at which the journal ends.
    pub supposed: Report,
    /// Every chat that a patron asked for and that has ended in either, in the order of their ids. Practice
    /// chats are left out, as in the reports.
    pub chats: Vec<Compared>,
    /// How much of it is what was recorded, and how much is not.
    pub assumed: Assumed,
}

/// How much of a supposed world is recorded, and how much is drawn or left out.
#[derive(Clone, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Assumed {
    /// Commands that set something up: the document stands for them.
    pub setup_commands: u64,
    /// Answers to offers as they were given in the journal.
    pub answers_recorded: u64,
    /// Answers to offers that were drawn.
    pub answers_drawn: u64,
    /// Patrons who left after a time that was drawn.
    pub patience_drawn: u64,
    /// Conversations whose length was drawn.
    pub conversations_drawn: u64,
    /// What people did in the journal and could not do here, by the code of the refusal.
    pub refused: BTreeMap<String, u64>,
}

/// Why there is no answer.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum WhatIfError {
    /// The journal cannot be read, or not be replayed.
    #[error(transparent)]
    Journal(#[from] JournalError),
    /// The document has faults.
    #[error("the setup document cannot be used:\n{0}")]
    Setup(SetupReport),
    /// There is no such time zone.
    #[error(transparent)]
    TimeZone(#[from] HoursFault),
}

impl From<SetupReport> for WhatIfError {
    fn from(report: SetupReport) -> Self {
        Self::Setup(report)
    }
}

impl Recording {
    /// What another setup would have done with the same patrons and operators.
    ///
    /// # Errors
    /// [`WhatIfError::Setup`]: the document has faults. [`WhatIfError::Journal`]: the journal is of other
    /// time zone data ([`Header::router`](crate::journal::Header::router)).
    pub fn under(&self, setup: &Setup) -> Result<WhatIf, WhatIfError> {
        let Supposed { tally, fates, assumed, .. } = Supposed::play(self, setup)?;
        Ok(WhatIf {
            recorded: self.report.clone(),
            supposed: tally.report(self.until),
            chats: fate::compare(&self.fates, &fates),
            assumed,
        })
    }
}

impl WhatIf {
    /// The chats whose fate is another one: another operator, another wait, another end.
    pub fn changed(&self) -> impl Iterator<Item = &Compared> {
        self.chats.iter().filter(|chat| chat.recorded != chat.supposed)
    }

    /// How many chats went which way in the one and in the other, those that went the same way among them.
    #[must_use]
    pub fn moves(&self) -> BTreeMap<(Ending, Ending), u64> {
        let mut moves = BTreeMap::new();
        for Compared { recorded, supposed, .. } in &self.chats {
            *moves.entry((recorded.ending(), supposed.ending())).or_default() += 1;
        }
        moves
    }
}
