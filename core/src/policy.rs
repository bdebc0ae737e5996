//! What a queue does with a waiting chat: levels, in order, and what comes after the last.

mod faults;
mod never;

use alloc::boxed::Box;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::hours::OwnHours;
use crate::id::{GroupId, OperatorId, QueueId, Text};
use crate::skills::{ChatNeeds, Need};
use crate::time::Span;

pub(crate) use faults::{Misfit, times_named};

/// A queue's policy: its levels in the order of rollover, and what happens after the last.
///
/// [The simplest](Self::ring_all) has one level, which rings everybody who is assigned to the queue
/// until somebody takes the chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Policy {
    /// The levels, at least one and at most [`MAX_LEVELS`](crate::MAX_LEVELS).
    pub levels: Vec<Level>,
    /// What happens when the last level has had its wait, or nobody of it is there. Default: keep
    /// waiting.
    #[serde(default)]
    pub after: After,
    /// How an operator takes a chat that is offered to them. Default: by an accept only.
    #[serde(default)]
    pub claim_by: ClaimBy,
    /// How long a chat waits for its preferred operator alone, where it has one who is there. Default:
    /// 30 s.
    #[serde(
        default = "Policy::default_patience",
        skip_serializing_if = "Policy::is_default_patience"
    )]
    pub preferred_for: Span,
    /// How long a chat whose patron comes back after an ended one waits for the operator who answered
    /// that one last, where they are there and the chat names nobody else. Default: it does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns_for: Option<Span>,
    /// How long a chat rests at the last level when all who are free have declined or missed it, before
    /// they are rung again: at least 1 s. Default: 20 s.
    #[serde(default = "Policy::default_round_pause")]
    pub round_pause: Span,
    /// How long an operator has to finish their notes when the patron has left a chat that they
    /// answered; it counts as theirs meanwhile. 0 is none. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrap_up: Option<Span>,
    /// How many targeted offers in a row an operator lets lapse before they are paused: at least 1,
    /// and counted in all queues together; that of the last offer decides. Whoever claims or
    /// declines something, is back from a pause, or logs out begins anew. Default: they are not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pause_after_missed: Option<u16>,
    /// How many chats may wait, and what comes to one that would be one too many. Default: no
    /// bound.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub full: Option<Box<Full>>,
    /// How long a chat may wait, and what comes to one that has. Default: for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub too_long: Option<Box<TooLong>>,
    /// What the patron is told while nobody answers. Default: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Box<Notice>>,
    /// How long a patron who was written to may leave it at that, before the chat ends as if they had
    /// left. Default: for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_patron: Option<Box<IdleRule>>,
    /// How long an operator who took a chat, or to whom the patron wrote, may leave it at that, before
    /// the chat is offered to others, at its old place in line. Default: for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub idle_operator: Option<Box<IdleRule>>,
}

impl Policy {
    /// One level that rings everybody assigned to the queue until somebody takes the chat.
    #[must_use]
    pub fn ring_all() -> Self {
        Self::of([Level::of([Source::Assigned], Ring::All { lapse_after: None })])
    }

    /// These levels, and the defaults for the rest.
    #[must_use]
    pub fn of(levels: impl IntoIterator<Item = Level>) -> Self {
        Self {
            levels: levels.into_iter().collect(),
            after: After::default(),
            claim_by: ClaimBy::default(),
            preferred_for: Self::default_patience(),
            returns_for: None,
            round_pause: Self::default_round_pause(),
            wrap_up: None,
            pause_after_missed: None,
            full: None,
            too_long: None,
            notice: None,
            idle_patron: None,
            idle_operator: None,
        }
    }

    const fn default_patience() -> Span {
        Span::from_secs(30)
    }

    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
    fn is_default_patience(span: &Span) -> bool {
        *span == Self::default_patience()
    }

    /// All that may come to a chat that waits: after the last level, too many, too long.
    pub(crate) fn outcomes(&self) -> impl Iterator<Item = &After> {
        let full = self.full.iter().map(|full| &full.then);
        let too_long = self.too_long.iter().map(|too_long| &too_long.then);
        core::iter::once(&self.after).chain(full).chain(too_long)
    }

    /// What it has people told, and where it says so.
    pub(crate) fn notices(&self) -> impl Iterator<Item = (&'static str, &Notice)> {
        let all = [
            ("notice", self.notice.as_deref()),
            ("idlePatron.notice", self.idle_patron.as_ref().and_then(|rule| rule.notice.as_ref())),
            (
                "idleOperator.notice",
                self.idle_operator.as_ref().and_then(|rule| rule.notice.as_ref()),
            ),
        ];
        all.into_iter().filter_map(|(place, notice)| Some((place, notice?)))
    }

    fn idle_rules(&self) -> impl Iterator<Item = &IdleRule> {
        [&self.idle_patron, &self.idle_operator].into_iter().flatten().map(Box::as_ref)
    }

    /// The queues to which its chats may move on.
    pub(crate) fn targets(&self) -> impl Iterator<Item = &QueueId> {
        self.outcomes().filter_map(|outcome| match outcome {
            After::MoveTo { queue } => Some(queue),
            After::KeepWaiting | After::TakeMessage { .. } | After::Close { .. } => None,
        })
    }

    const fn default_round_pause() -> Span {
        Span::from_secs(20)
    }
}

/// One step of a queue's rollover: who is rung, how, and for how long.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Level {
    /// Whose operators are rung, at least one source.
    pub pool: Vec<Source>,
    /// How many of them at once, and in which order.
    pub ring: Ring,
    /// How long a chat stays before it rolls on, counted from entering the level. `None`: for
    /// ever, unless nobody is there. After the last level, [`Policy::after`] follows; where that is
    /// to keep waiting, the wait of the last level means nothing. Default: `None`.
    #[serde(default)]
    pub wait: Option<Span>,
    /// The skills that everybody here must have, besides what a chat asks for. At most
    /// [`needs`](crate::Limits::needs). Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
    /// How what a chat asks for counts here. Default: in full.
    #[serde(default, skip_serializing_if = "is_default")]
    pub chat_needs: ChatNeeds,
    /// What happens while all of the level's operators are busy. Default: the chat waits.
    #[serde(default)]
    pub when_busy: WhenBusy,
    /// What becomes of the earlier levels when a chat enters this one. Default: they keep ringing.
    #[serde(default)]
    pub entry: Entering,
    /// When it is active. A chat passes an inactive level over at once; it is rung there after all
    /// if the level becomes active while the chat waits further on, unless a later level has
    /// replaced it. A level that a chat has entered stays active for that chat. Default: while the
    /// queue is open.
    #[serde(default)]
    pub only_when: OnlyWhen,
}

impl Level {
    /// A level with this pool and ring, and the defaults for the rest.
    #[must_use]
    pub fn of(pool: impl IntoIterator<Item = Source>, ring: Ring) -> Self {
        Self {
            pool: pool.into_iter().collect(),
            ring,
            wait: None,
            needs: Vec::new(),
            chat_needs: ChatNeeds::default(),
            when_busy: WhenBusy::default(),
            entry: Entering::default(),
            only_when: OnlyWhen::default(),
        }
    }

    /// The same level, left after `wait`.
    #[must_use]
    pub fn rolling_on_after(mut self, wait: Span) -> Self {
        self.wait = Some(wait);
        self
    }
}

/// When a level is active.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a table with a `type`, such as `closed`")]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum OnlyWhen {
    /// While the queue is open; and for chats that were admitted while it was, or that somebody
    /// had answered before.
    #[default]
    Open,
    /// While the queue is not open: draining or closed.
    Closed,
    /// Always.
    Always,
    /// In hours of its own.
    Hours(Box<OwnHours>),
}

/// Where the operators of a level's pool come from.
///
/// Whichever it is, only operators with whose institution there is a live grant to staff the queue
/// are ever rung, and those of the queue's own institution.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a table with a `type`, such as `assigned`")]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Source {
    /// The operators assigned to the queue itself who have opted in.
    Assigned,
    /// The operators assigned to another queue, of this institution or of a partner, who have
    /// opted in, while that queue is open. Its own levels do not apply.
    Queue {
        /// That queue.
        queue: QueueId,
    },
    /// The operators of a group, of this institution or of a partner.
    Group {
        /// The group.
        group: GroupId,
    },
    /// These operators, whether assigned or not.
    Operators {
        /// Who they are.
        operators: Vec<OperatorId>,
    },
}

/// How many operators of a level are rung at once.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a table with a `type`, such as `all`")]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[serde(deny_unknown_fields)]
pub enum Ring {
    /// Everybody: the first to claim wins. Such an offer is a broadcast and reserves nothing.
    All {
        /// When the ring ends for everybody who has not answered, counted from its start; they
        /// have missed it then. `None`, the default, on the wire `never`: not before the level is
        /// left.
        #[serde(default, with = "never")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::schema::SpanOrNever"))]
        lapse_after: Option<Span>,
    },
    /// The best few, the next best whenever one declines or misses. Such an offer is targeted and
    /// reserves its place in the operator's capacity.
    Best {
        /// How many at once, at least 1. Default: 1.
        #[serde(default = "one")]
        count: u16,
        /// Which of them is better.
        order: Order,
        /// Whether those who are better at what is needed come first, and the order decides among
        /// equals: by the sum of their levels in the skills that the chat and the level ask for,
        /// up to 1,023. Default: no.
        #[serde(default, skip_serializing_if = "is_default")]
        proficient_first: bool,
        /// When an offer ends for somebody who has not answered; they have missed it then.
        /// `None`, on the wire `never`: not before the level is left. Default: 20 s.
        #[serde(default = "default_lapse", with = "never")]
        #[cfg_attr(feature = "schema", schemars(with = "crate::schema::SpanOrNever"))]
        lapse_after: Option<Span>,
    },
}

/// What a policy seldom says is left out where it says nothing.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

pub(crate) const fn one() -> u16 {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde gives a reference")]
pub(crate) const fn is_one(value: &u16) -> bool {
    *value == one()
}

#[expect(clippy::unnecessary_wraps, reason = "serde wants the type of the field")]
const fn default_lapse() -> Option<Span> {
    Some(Span::from_secs(20))
}

impl Ring {
    /// The best one in this order, with 20 s to answer.
    #[must_use]
    pub const fn best(order: Order) -> Self {
        Self::Best { count: 1, order, proficient_first: false, lapse_after: default_lapse() }
    }

    pub(crate) const fn lapse_after(self) -> Option<Span> {
        match self {
            Self::All { lapse_after } | Self::Best { lapse_after, .. } => lapse_after,
        }
    }
}

/// Which operator is better than another. Ties end at the order of registration.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Order {
    /// Whose chats take the fewest units, those reserved by an offer included; then the longest
    /// idle.
    LeastBusy,
    /// Who has the most units to spare, that is, their capacity less what their chats take; then the
    /// longest idle.
    MostSpare,
    /// Who has been without a chat for the longest time; those who have chats come after them,
    /// whose last chat began or ended the longest ago first.
    LongestIdle,
    /// Who was offered a chat the longest ago, by any queue.
    RoundRobin,
    /// In turns, each of as many chats as the operator's assignment weighs: whoever has been offered
    /// so many goes behind the others. Turns count by themselves for each pool. In groups and
    /// among names everybody weighs 1.
    WeightedRoundRobin,
    /// By the rank that the operator's assignment gives them, or by their place in the group or
    /// among the names; then the longest idle.
    FixedRanks,
}

/// What a chat does at a level all of whose operators are busy.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum WhenBusy {
    /// It waits until one is free, or the level's wait is over.
    #[default]
    Wait,
    /// It rolls on at once, as it does where nobody is there.
    RollOn,
}

/// What becomes of the earlier levels when a chat enters a level.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum Entering {
    /// They keep ringing, and whoever arrives at one of them is rung.
    #[default]
    Widen,
    /// Their offers are withdrawn; the chat has left them for good.
    Replace,
}

/// A bound on how many chats wait in a queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Full {
    /// How many may wait, at least 1; those that are being transferred to the queue count.
    pub chats: u32,
    /// What comes to a chat that opens while so many wait, in the step of its opening. Never to one
    /// that was admitted before: lost, returned, transferred, or moved on from another queue.
    pub then: After,
}

/// A bound on how long a chat waits in a queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TooLong {
    /// How long, at least 1 ms, counted from when it began to wait in this queue.
    pub after: Span,
    /// What comes to it then.
    pub then: After,
}

/// What somebody is told once: a patron while they wait in a queue, or who is to write in a chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Notice {
    /// When, counted from when the chat began to wait in this queue, or for them.
    pub after: Span,
    /// What they are told.
    pub text: Text,
}

/// How long somebody in a chat may leave the last word to the other side. Time on hold, or during a
/// transfer, does not count.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct IdleRule {
    /// What they are told before, and when: counted from when they are to write. Default: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub notice: Option<Notice>,
    /// After how long it is enough, the notice included: more than 0, and after the notice.
    pub after: Span,
}

/// What happens to a chat after the last level.
///
/// To a chat of a [store-and-forward channel](crate::Channel) none of it does: it keeps waiting.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(expecting = "a table with a `type`, such as `takeMessage`")]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum After {
    /// It waits on at the last level, which keeps ringing.
    #[default]
    KeepWaiting,
    /// It ends, and the patron is asked to leave a message.
    TakeMessage {
        /// What the patron is told.
        #[serde(default)]
        notice: Option<Text>,
    },
    /// It ends with a notice.
    Close {
        /// What the patron is told.
        #[serde(default)]
        notice: Option<Text>,
    },
    /// It moves on to another queue, at its old place in line. Where it cannot, it keeps waiting: if
    /// it has been there before, no level there would take a new chat now, no grant lets it wait
    /// there, or it has moved on [too often](crate::Limits::overflows).
    MoveTo {
        /// That queue. Its own policy may not lead back here.
        queue: QueueId,
    },
}

/// How an operator takes a chat that is offered to them.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "camelCase")]
pub enum ClaimBy {
    /// By an explicit accept only.
    #[default]
    Accept,
    /// By an accept, or by their first message to the patron. (A transfer is always accepted
    /// explicitly.)
    FirstMessage,
}
