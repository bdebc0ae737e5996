//! Why this one and not that one: for each level and operator of a chat, worked out on asking.

mod judge;
mod text;
mod verdict;

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::chat::{ChatKey, Phase, Ringing};
use crate::command::Actor;
use crate::deadline::DueKey;
use crate::directory::{OperatorKey, QueueKey, Serial};
use crate::id::{ChatId, OperatorId, QueueId};
use crate::pool::PoolOf;
use crate::record::{Answer, Hop};
use crate::refusal::Refusal;
use crate::router::Router;
use crate::segment::LevelId;
use crate::time::Timestamp;

pub use verdict::{Absence, LevelState, Verdict};

/// Why a chat is where it is, or as much of it as a page holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Explanation {
    /// The chat.
    pub chat: ChatId,
    /// Where it stands in its life.
    pub phase: Phase,
    /// Who answers, and why it is they. `None`: nobody does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// The levels that it has left so far, in order, and why: whichever queue they are of.
    pub passed: Vec<Hop>,
    /// Its way through the levels of a queue, while nobody answers or it is transferred to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub course: Option<Course>,
    /// Where the next page begins. `None`: this is the last one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<Cursor>,
}

/// A chat's way through the levels of a queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Course {
    /// The queue.
    pub queue: QueueId,
    /// The round, 1 for the first: whoever declined or missed it is not rung again in the same one.
    pub round: u32,
    /// When the next round starts, if it rests until then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rests_until: Option<Timestamp>,
    /// When its wait in the queue is over, and what the policy says follows: by no level's clock.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Timestamp>,
    /// The operator for whom it waits alone, before it enters the first level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<ExplainedOperator>,
    /// The levels that this page speaks of, in order.
    pub levels: Vec<ExplainedLevel>,
}

/// What a level is to a chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExplainedLevel {
    /// The level, counted from 0.
    pub level: u8,
    /// How it stands.
    pub state: LevelState,
    /// Everybody of its pool, and those assigned to its queues who have opted out, in the order of
    /// registration: those whom this page speaks of.
    pub operators: Vec<ExplainedOperator>,
}

/// What stands between an operator and a chat, at one level.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ExplainedOperator {
    /// Who.
    pub operator: OperatorId,
    /// What it is.
    pub verdict: Verdict,
}

/// Which part of an explanation is wanted.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Page {
    /// What the page before ended with. `None`: the first one.
    #[serde(default)]
    pub after: Option<Cursor>,
    /// How many operators it speaks of at most; 0 counts as 1.
    pub limit: u32,
}

impl Page {
    /// The whole explanation, however many operators it speaks of.
    pub const EVERYBODY: Self = Self::first(u32::MAX);

    /// The first page.
    #[must_use]
    pub const fn first(limit: u32) -> Self {
        Self { after: None, limit }
    }

    /// The page that follows.
    #[must_use]
    pub const fn after(self, cursor: Cursor) -> Self {
        Self { after: Some(cursor), ..self }
    }
}

/// Where a page ends: it holds whatever changes between two pages.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cursor {
    level: u8,
    registration: Serial,
}

impl Router {
    /// Why a chat is where it is: for each level of the queue where it waits how the level stands,
    /// and for each operator of the level why they are rung or why not; for a chat that is answered,
    /// why it is they who answer.
    ///
    /// It says what is so now. Nothing is stored for it: it is worked out on asking, and takes time in
    /// proportion to the operators of the levels that the page comes to. For the past, replay the
    /// commands to that step and ask there.
    ///
    /// The host may ask, and of the institutions of the chat's origin, of the queue where it is and of
    /// the one to which it is being transferred the administrators and the supervisors of that queue.
    /// Operators of partners are spoken of like their own: their grant lets them be rung, and this
    /// is why they are or are not. The words of a pause are not among it.
    ///
    /// # Errors
    /// [`Refusal::UnknownChat`]; [`Refusal::NotPermitted`] for everybody else.
    pub fn explain(&self, chat: &ChatId, by: &Actor, page: &Page) -> Result<Explanation, Refusal> {
        let key = self.chat(chat)?;
        if !self.may_be_told_why(key, by) {
            return Err(Refusal::not_permitted(by));
        }
        let state = &self.chats[key];
        let (course, next) = match &state.ringing {
            Some(ringing) => {
                let (course, next) = self.explain_course(key, ringing, page);
                (Some(course), next)
            }
            None => (None, None),
        };
        let answer = state.owner.and_then(|_| state.record.answers.last());
        Ok(Explanation {
            chat: chat.clone(),
            phase: state.phase(),
            answer: answer.cloned(),
            passed: state.record.hops.clone(),
            course,
            next,
        })
    }

    fn may_be_told_why(&self, chat: ChatKey, by: &Actor) -> bool {
        let state = &self.chats[chat];
        let target = state.ringing.as_ref().map_or(state.queue, |ringing| ringing.queue);
        let mut queues = [state.origin, state.queue, target].into_iter();
        match by {
            Actor::Host => true,
            Actor::Institution { institution } => {
                let asks = self.institutions.find(institution);
                asks.is_some_and(|asks| queues.any(|of| self.queues[of].institution == asks))
            }
            Actor::Operator { operator } => {
                let asks = self.operators.find(operator).map(|asks| &self.operators[asks]);
                asks.is_some_and(|asks| queues.any(|of| asks.supervises_queue(of)))
            }
            Actor::Patron { .. } => false,
        }
    }

    fn explain_course(
        &self,
        chat: ChatKey,
        ringing: &Ringing,
        page: &Page,
    ) -> (Course, Option<Cursor>) {
        let (levels, next) = self.explain_levels(chat, ringing, page);
        let at = |timer: DueKey| self.timers.get(timer).map(|timer| timer.0);
        let course = Course {
            queue: self.queues[ringing.queue].id.clone(),
            round: ringing.round,
            rests_until: ringing.round_starts.and_then(at),
            ends: ringing.wait_ends.and_then(at),
            preferred: ringing.waits_for().map(|operator| ExplainedOperator {
                operator: self.operators[operator].id.clone(),
                verdict: self.verdict_on_preferred(chat, operator),
            }),
            levels,
        };
        (course, next)
    }

    fn explain_levels(
        &self,
        chat: ChatKey,
        ringing: &Ringing,
        page: &Page,
    ) -> (Vec<ExplainedLevel>, Option<Cursor>) {
        let mut room = page.limit.max(1) as usize;
        let mut explained = Vec::new();
        let (first, mut after) = match page.after {
            Some(Cursor { level, registration }) => (level, Some(registration)),
            None => (0, None),
        };
        let levels = u8::try_from(ringing.at.len()).unwrap_or(u8::MAX);
        for level in first..levels {
            let follows = after.is_some();
            let operators = self.considered(ringing.queue, level, after.take());
            // The page before has said all of it.
            if follows && operators.is_empty() {
                continue;
            }
            let here = &operators[..operators.len().min(room)];
            explained.push(self.explain_level(chat, ringing, level, here));
            room -= here.len();
            let more = here.len() < operators.len() || (room == 0 && level + 1 < levels);
            if let (true, Some(last)) = (more, here.last()) {
                return (explained, Some(Cursor { level, registration: last.0 }));
            }
        }
        (explained, None)
    }

    fn explain_level(
        &self,
        chat: ChatKey,
        ringing: &Ringing,
        level: u8,
        operators: &[Considered],
    ) -> ExplainedLevel {
        let judge = self.judge(chat, ringing, level);
        let operators = operators.iter().map(|&(_, operator)| ExplainedOperator {
            operator: self.operators[operator].id.clone(),
            verdict: judge.on(operator),
        });
        ExplainedLevel {
            level,
            state: self.state_of_level(chat, ringing, level),
            operators: operators.collect(),
        }
    }

    /// Who is considered at a level, beyond a registration: the members of its pools, and those
    /// assigned to queues among them who have opted out.
    fn considered(&self, queue: QueueKey, level: u8, after: Option<Serial>) -> Vec<Considered> {
        let mut considered: Vec<Considered> = Vec::new();
        for &pool in &self.level(LevelId { queue, level }.lane(0)).sources {
            match self.pools[pool].of {
                PoolOf::Queue(of) => {
                    let assigned = self.queues[of].assigned.iter();
                    considered.extend(assigned.map(|(&serial, &operator)| (serial, operator)));
                }
                PoolOf::Group | PoolOf::Names => {
                    let members = self.members(pool);
                    considered.extend(members.map(|key| (self.operators[key].serial, key)));
                }
            }
        }
        considered.retain(|&(serial, _)| after.is_none_or(|after| serial > after));
        considered.sort_unstable();
        considered.dedup();
        considered
    }
}

/// An operator by their registration.
type Considered = (Serial, OperatorKey);
