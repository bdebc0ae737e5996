//! What was written down happens again.

use alloc::vec::Vec;

use super::{Input, JournalError};
use crate::event::Event;
use crate::router::Router;
use crate::time::Timestamp;

impl Router {
    /// How many commands it has accepted: the number of the last one in a
    /// [journal](crate::journal).
    #[must_use]
    pub const fn accepted(&self) -> u64 {
        self.counters.accepted
    }

    /// Carries out what was written down, as it was when it was applied first: moves time on to it, and
    /// applies the command. One that this router has accepted already is passed over.
    ///
    /// # Errors
    /// [`JournalError::Gap`], [`JournalError::TimeGoesBack`], [`JournalError::Refused`]. Time may have
    /// moved on where a command is refused; else nothing has changed.
    pub fn replay(&mut self, input: &Input) -> Result<Vec<Event>, JournalError> {
        let mut events = Vec::new();
        self.replay_into(input, &mut events)?;
        Ok(events)
    }

    /// As [`Router::replay`], with the events appended to `events`.
    ///
    /// # Errors
    /// As [`Router::replay`].
    pub fn replay_into(
        &mut self,
        input: &Input,
        events: &mut Vec<Event>,
    ) -> Result<(), JournalError> {
        if input.number <= self.accepted() {
            return Ok(());
        }
        self.come_to(input, events)?;
        self.carry_on(input, events)
    }

    /// As [`Router::replay`], with one after the other, up to the first that cannot be replayed. `hear` is given what
    /// happens, in order; `drop` keeps nothing of it.
    ///
    /// # Errors
    /// As [`Router::replay`]: what was replayed before it, and what time brought on the way to it, has happened, and
    /// `hear` was given it.
    pub fn replay_all(
        &mut self,
        inputs: &[Input],
        mut hear: impl FnMut(Event),
    ) -> Result<(), JournalError> {
        let mut events = Vec::new();
        for input in inputs {
            let replayed = self.replay_into(input, &mut events);
            events.drain(..).for_each(&mut hear);
            replayed?;
        }
        Ok(())
    }

    /// Moves time on to a command that comes next.
    pub(crate) fn come_to(
        &mut self,
        input: &Input,
        events: &mut Vec<Event>,
    ) -> Result<(), JournalError> {
        let (number, expected) = (input.number, self.accepted() + 1);
        if number != expected {
            return Err(JournalError::Gap { expected, found: number });
        }
        if input.at < self.now() {
            return Err(JournalError::TimeGoesBack { number });
        }
        self.advance_wholly(input.at, events);
        Ok(())
    }

    /// Applies a command, at its time.
    pub(crate) fn carry_on(
        &mut self,
        input: &Input,
        events: &mut Vec<Event>,
    ) -> Result<(), JournalError> {
        let number = input.number;
        let applied = self.apply_into(&input.command, events);
        applied.map_err(|refusal| JournalError::Refused { number, refusal })
    }

    /// Moves time on until nothing is due any more, however often it pauses on the way.
    pub(crate) fn advance_wholly(&mut self, now: Timestamp, events: &mut Vec<Event>) {
        self.advance_into(now, events);
        while self.deadline().is_some_and(|deadline| deadline.at <= now) {
            self.advance_into(now, events);
        }
    }
}
