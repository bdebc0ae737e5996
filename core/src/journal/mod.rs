//! The accepted commands of a router in order: with them, whatever it did comes about again.
//!
//! The host writes down each command that [`Router::apply`](crate::Router::apply) has accepted, before it
//! carries the events out. After a crash it reads the journal and [replays](crate::Router::replay) it, from
//! the beginning or from a snapshot: the router is where it was, and the events are those that were raised.
//!
//! Time needs no line of its own: each command has the time at which it was applied, and whatever was due
//! until then happens again when it is replayed.
//!
//! There are two forms that hold the same: frames of bytes ([`Header::to_bytes`], [`Input::to_bytes`],
//! [`read`]) and lines of JSON ([`Header::to_line`], [`Input::to_line`], [`read_lines`]). Either is read to its end
//! as a [`Journal`].
//!
//! # Example
//! ```
//! use refdesk::journal::{self, Header, Input};
//! use refdesk::{Actor, AddInstitution, Command, Config, InstitutionId, Router, Timestamp};
//!
//! let mut router = Router::new(Config::default(), Timestamp::default());
//! let mut file: Vec<u8> = Header::of(&router).to_bytes();
//!
//! let command = Command {
//!     by: Actor::Host,
//!     action: AddInstitution { institution: InstitutionId::new("lib")? }.into(),
//! };
//! router.apply(&command)?;
//! file.extend(Input::last(&router, command).to_bytes());
//!
//! // Some time later, in another process:
//! let (header, inputs) = journal::read(&file)?;
//! let mut again = header.router([0; 32])?;
//! for input in inputs {
//!     again.replay(&input?)?;
//! }
//! assert_eq!(again.digest(), router.digest());
//!
//! // Or from a snapshot: what it holds already is passed over.
//! let (_, inputs) = journal::read(&file)?;
//! let mut restored = Router::restore(&router.snapshot(), [0; 32])?;
//! for input in inputs {
//!     assert_eq!(restored.replay(&input?)?, []);
//! }
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod error;
mod frame;
mod line;
mod replay;
mod whole;

use alloc::string::String;

use serde::{Deserialize, Serialize};

pub use error::{JournalError, NotAccepted};
pub use frame::{Frames, read};
pub use line::{Lines, read_lines};
pub use whole::Journal;

use crate::command::Command;
use crate::config::Config;
use crate::hours::tz_version;
use crate::router::Router;
use crate::time::Timestamp;

/// What a journal begins with: the router that it is of, before the first command.
#[derive(Clone, Debug, PartialEq)]
pub struct Header {
    /// The version of the time zone data that was built in ([`tz_version`]).
    pub time_zones: String,
    /// The configuration, without the secret.
    pub config: Config,
    /// When the router began.
    pub began: Timestamp,
}

/// An accepted command, with its number and its time.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// The first is 1, and there are no gaps.
    pub number: u64,
    /// When it was applied.
    pub at: Timestamp,
    /// What was applied.
    pub command: Command,
}

impl Header {
    /// That of a router that has accepted no command yet.
    #[must_use]
    pub fn of(router: &Router) -> Self {
        let config = Config { secret: [0; 32], ..router.config().clone() };
        Self { time_zones: tz_version().into(), config, began: router.now() }
    }

    /// The router before the first command. `secret` keys its hash tables
    /// ([`Config::secret`]).
    ///
    /// # Errors
    /// [`JournalError::OtherTimeZones`]: hours may open and close at other times by the data that is built
    /// in here, so what is replayed could go otherwise. Set
    /// [`time_zones`](Self::time_zones) to [`tz_version()`](crate::hours::tz_version) to go on all the same.
    pub fn router(&self, secret: [u8; 32]) -> Result<Router, JournalError> {
        let built_in = tz_version();
        if self.time_zones != built_in {
            let written_under = self.time_zones.clone();
            return Err(JournalError::OtherTimeZones { written_under, built_in });
        }
        Ok(Router::new(Config { secret, ..self.config.clone() }, self.began))
    }
}

impl Input {
    /// The command that a router has accepted last, at the time that it has now. Call it after the command was
    /// accepted: a number of 0 is that of no command, and who replays it passes over it.
    #[must_use]
    pub const fn last(router: &Router, command: Command) -> Self {
        Self { number: router.accepted(), at: router.now(), command }
    }

    /// The command that a router has accepted as this one, at the time that it has now; without a number it is
    /// [the last](Self::last). So those of [`Router::apply_all`] are written down, each by its number.
    ///
    /// # Errors
    /// [`NotAccepted`]: the router has not accepted so many commands, or the number is 0.
    pub fn accepted_as(
        router: &Router,
        number: Option<u64>,
        command: Command,
    ) -> Result<Self, NotAccepted> {
        let last = Self::last(router, command);
        let number = number.unwrap_or(last.number);
        if (1..=last.number).contains(&number) {
            Ok(Self { number, ..last })
        } else {
            Err(NotAccepted { number, accepted: last.number })
        }
    }
}
