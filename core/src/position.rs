//! Where a waiting chat stands in line, and how long it may take: worked out on asking.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::chat::{Chat, ChatKey, Phase, Ringing};
use crate::directory::OperatorKey;
use crate::id::ChatId;
use crate::router::Router;
use crate::segment::{LineId, Scope};
use crate::skills::Demand;
use crate::time::Span;

/// Where a chat that nobody answers stands in line.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Position {
    /// How many chats of its queue come before it, those who are being transferred there and those
    /// for whom somebody is rung among them: 0 is the first in line.
    pub before: u32,
    /// How long it may take until somebody is free for it; see [`Router::position`] for what that
    /// supposes. `None`: nothing is known, since no chat of the queue has ended yet that somebody
    /// answered, or nobody is there whom it reaches, or it waits for one operator alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub expected_wait: Option<Span>,
}

/// How long the chats of a queue were with its operators: the mean of the last ones.
///
/// The first hundred count alike; from then on each newer one counts a hundredth, and those before it
/// so much less. Kept in fractions of a millisecond, so that rounding does not add up.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Served {
    mean: u64,
    chats: u8,
}

impl Served {
    /// How many chats it remembers.
    const REMEMBERS: u8 = 100;
    const FRACTIONS: u64 = 1_024;
    /// Nine thousand years: longer ones count as so long.
    const LONGEST: u64 = 1 << 48;

    /// Its mean in fractions of a millisecond, and how many chats it remembers.
    pub(crate) const fn parts(self) -> (u64, u8) {
        (self.mean, self.chats)
    }

    /// At most as many chats and as long ones as it can remember.
    pub(crate) fn of_parts(mean: u64, chats: u8) -> Self {
        let mean = mean.min(Self::LONGEST * Self::FRACTIONS);
        Self { mean, chats: chats.min(Self::REMEMBERS) }
    }

    fn note(&mut self, span: Span) {
        let span = span.as_millis().min(Self::LONGEST) * Self::FRACTIONS;
        self.chats = (self.chats + 1).min(Self::REMEMBERS);
        let count = u64::from(self.chats);
        if span >= self.mean {
            self.mean += (span - self.mean) / count;
        } else {
            self.mean -= (self.mean - span) / count;
        }
    }

    /// What so many of them take, one after the other, for so many who work side by side.
    fn time_for(self, chats: u64, side_by_side: u64) -> Option<Span> {
        if self.chats == 0 || side_by_side == 0 {
            return None;
        }
        let work = u128::from(self.mean) * u128::from(chats);
        let time = work / u128::from(side_by_side) / u128::from(Self::FRACTIONS);
        Some(Span::from_millis(u64::try_from(time).unwrap_or(u64::MAX)))
    }
}

impl Router {
    /// Where a chat stands in line; `None` if it is not open, or somebody answers it.
    ///
    /// The expected wait is *n / (c μ)*: with everybody busy, *c* chats at a time are answered, each
    /// for *1/μ* in the mean, so that one ends every *1/(c μ)*, and the n-th in line waits for n of
    /// them.
    ///
    /// - *n* counts this chat and those before it in its queue; less those for whom a place is
    ///   reserved already, and less as many as the operators have room for now. It is at least 1
    ///   while nobody is rung for the chat, and 0 where a place is reserved for it.
    /// - *c* is the capacity, in ordinary chats, of those who are there and whom the levels reach that
    ///   ring for it now; each counts once.
    /// - *1/μ* is how long the chats of this queue were with its operators, wrap-up included, in the
    ///   mean of about the last hundred that have ended or moved to another queue. It is the same for
    ///   all chats of the queue.
    ///
    /// It is exact in the mean where nothing disturbs it. It knows nothing of the time until somebody
    /// picks up, of chats of other queues that share the operators, of patrons who give up, of those
    /// who come later with a higher priority, of different needs, of levels still to come, or of the
    /// end of a shift: so it is a guide for the patron, and neither a promise nor an input to
    /// routing.
    ///
    /// It walks the chats of the queue and the operators of its levels, and costs nothing unless it is
    /// asked.
    #[must_use]
    pub fn position(&self, chat: &ChatId) -> Option<Position> {
        let key = self.chat(chat).ok()?;
        let state = &self.chats[key];
        let ringing = state.ringing.as_ref().filter(|_| state.owner.is_none())?;
        let chats = self.queues[ringing.queue].ringing.iter().map(|&other| &self.chats[other]);
        let ahead = chats.filter(|other| other.place < state.place);
        let (before, reserved) = ahead.fold((0_u32, 0_u32), |(before, reserved), other| {
            (before + 1, reserved + u32::from(other.has_reserved()))
        });
        let expected_wait = self.expected_wait(state, ringing, u64::from(before - reserved));
        Some(Position { before, expected_wait })
    }

    fn expected_wait(&self, chat: &Chat, ringing: &Ringing, before: u64) -> Option<Span> {
        let mut operators: Vec<OperatorKey> = Vec::new();
        for level in ringing.live_levels() {
            self.reached_there(ringing.line_at(level), &mut operators);
        }
        operators.sort_unstable();
        operators.dedup();
        let stands = operators.iter().map(|&operator| &self.operators[operator]);
        let (units, room) = stands.fold((0_u64, 0_u64), |(units, room), operator| {
            (units + u64::from(operator.capacity), room + u64::from(operator.stand.room))
        });
        let ordinary = u64::from(Demand::ORDINARY.units);
        let least = u64::from(chat.phase() == Phase::Waiting);
        let in_line = if chat.has_reserved() {
            0
        } else {
            (before + 1).saturating_sub(room / ordinary).max(least)
        };
        self.queues[ringing.queue].served.time_for(in_line, units / ordinary)
    }

    /// Those who are there of the operators whom a line reaches.
    fn reached_there(&self, line: LineId, operators: &mut Vec<OperatorKey>) {
        for reached in &self.lane(line).reached {
            let segment = &self.segments[reached.segment];
            let there = |&operator: &OperatorKey| {
                self.operators[operator].stand.there && self.stands(operator, reached.segment)
            };
            match segment.scope {
                Scope::Own => operators.extend(self.members(segment.pool).filter(there)),
                Scope::Of(institution) => {
                    operators.extend(self.members_of(segment.pool, institution).filter(there));
                }
            }
        }
    }

    /// A chat ends, or goes to another queue: if it was answered where it is, how long it was with
    /// its operators there is known now.
    pub(crate) fn note_served(&mut self, key: ChatKey) {
        let now = self.now;
        let chat = &mut self.chats[key];
        let answers = &chat.record.answers;
        let here = answers.get(chat.answers_elsewhere as usize..).unwrap_or_default();
        let Some((first, later)) = here.split_first() else { return };
        let until = match chat.phase() {
            Phase::Waiting | Phase::Offered => chat.waiting_since,
            Phase::Active
            | Phase::OnHold
            | Phase::Transferring
            | Phase::Consulting
            | Phase::WrapUp
            | Phase::Ended => now,
        };
        let waited = later.iter().map(|answer| answer.waited.as_millis());
        let waited = waited.fold(0, u64::saturating_add);
        let served = until.since(first.at).as_millis().saturating_sub(waited);
        chat.answers_elsewhere = u32::try_from(answers.len()).unwrap_or(u32::MAX);
        self.queues[chat.queue].served.note(Span::from_millis(served));
    }
}

impl Chat {
    /// Whether a place is reserved for it with somebody.
    fn has_reserved(&self) -> bool {
        let prefers = self.ringing.as_ref().is_some_and(|ringing| ringing.waits_for().is_some());
        self.offers.reservations().next().is_some() || (prefers && self.offers.are_out())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mean_is_plain_at_first_and_then_forgets() {
        let mut served = Served::default();
        assert_eq!(served.time_for(1, 1), None);
        for minutes in [2, 4, 9] {
            served.note(Span::from_secs(minutes * 60));
        }
        assert_eq!(served.time_for(1, 1), Some(Span::from_millis(300_000)));
        assert_eq!(served.time_for(4, 2), Some(Span::from_millis(600_000)));
        assert_eq!(served.time_for(4, 0), None);
        served.note(Span::from_secs(60));
        assert_eq!(served.time_for(1, 1), Some(Span::from_millis(240_000)));
        for _ in 0..2_000 {
            served.note(Span::from_secs(10));
        }
        assert_eq!(served.time_for(1, 1), Some(Span::from_millis(10_000)));
    }

    #[test]
    fn as_long_as_it_can_remember_comes_back_whole() {
        let mut served = Served::default();
        served.note(Span::from_millis(u64::MAX));
        let (mean, chats) = served.parts();
        assert_eq!(Served::of_parts(mean, chats), served);
        assert_eq!(Served::of_parts(u64::MAX, u8::MAX).parts(), (mean, Served::REMEMBERS));
    }

    #[test]
    fn nothing_overflows() {
        let mut served = Served::default();
        for _ in 0..300 {
            served.note(Span::from_millis(u64::MAX));
        }
        assert_eq!(served.time_for(1, 1), Some(Span::from_millis(Served::LONGEST)));
        assert_eq!(served.time_for(u64::MAX, 1), Some(Span::from_millis(u64::MAX)));
    }
}
