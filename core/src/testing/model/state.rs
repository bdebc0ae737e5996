//! What there is.

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::hours::{OwnHours, Schedule};
use crate::{
    Answer, Availability, ChannelId, ChatId, ClaimReason, Details, EndRule, Entry, Grant, GroupId,
    Hop, Idler, InstitutionId, OperatorId, Part, PatronId, PauseReason, Phase, Policy, Presence,
    ProposalId, QueueId, QueueState, SessionId, Show, SkillId, Target, Terms, Text, Timestamp,
    TransferId, TransferMode, TransferRecord, View, Won,
};

use super::rank::Merit;
use super::reach::Segment;

/// The number of a registration.
pub(crate) type Key = u64;

/// Where a chat stands in every line: how many classes of priority are above its own, when it came
/// less its head start, and the number of its arrival.
pub(crate) type Place = (u8, u64, u64);

/// A level, by what is asked there.
pub(crate) type Told = (Key, u8, Demand);

#[derive(Clone, Debug)]
pub(crate) struct Institution {
    pub(crate) id: InstitutionId,
    pub(crate) sees_listings: bool,
    pub(crate) foreign_buddies: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Operator {
    pub(crate) id: OperatorId,
    pub(crate) institution: Key,
    pub(crate) capacity: u16,
    pub(crate) skills: BTreeMap<SkillId, u8>,
    pub(crate) sessions: Vec<Session>,
    pub(crate) sessions_opened: u32,
    pub(crate) pause: Option<PauseReason>,
    pub(crate) leaving: bool,
    /// How colleagues see them.
    pub(crate) seen: Presence,
    /// How many targeted offers in a row they let lapse.
    pub(crate) missed: u16,
    /// The turn at which they last began or ended a chat, or came.
    pub(crate) idle_turn: u64,
    /// The turn at which they were last offered a chat.
    pub(crate) offered_turn: u64,
    /// By queue.
    pub(crate) assignments: BTreeMap<Key, Assignment>,
    pub(crate) over_queues: Vec<Key>,
    pub(crate) over_groups: Vec<Key>,
    /// The most units that a chat has asked where they stood.
    pub(crate) dearest: u16,
    /// How they stood when that was looked at last.
    pub(crate) stood: Stand,
}

/// What an operator can take.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Stand {
    /// Their presence allows offers.
    pub(crate) there: bool,
    /// For how many units they have room.
    pub(crate) room: u16,
    /// Whether they hear of broadcasts: they have room, and do not hold as many as they may.
    pub(crate) listening: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Session {
    pub(crate) id: SessionId,
    pub(crate) number: u32,
    pub(crate) show: Show,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Assignment {
    pub(crate) enabled: bool,
    pub(crate) seat: Seat,
    pub(crate) limit: Option<u16>,
}

/// What a membership says of somebody.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Seat {
    pub(crate) rank: u16,
    pub(crate) weight: u16,
}

#[derive(Clone, Debug)]
pub(crate) struct Queue {
    pub(crate) id: QueueId,
    pub(crate) institution: Key,
    pub(crate) policy: Policy,
    /// What its institution wants known of it.
    pub(crate) profile: Option<Text>,
    /// The number of the policy.
    pub(crate) version: u64,
    /// One for each level of the policy.
    pub(crate) levels: Vec<LevelState>,
    /// What it has that is not always open.
    pub(crate) openness: Option<Openness>,
    /// Whether somebody has asked to be told of its availability.
    pub(crate) asked: bool,
    /// What was told of it, if somebody has, or sees it as a buddy.
    pub(crate) told: Option<Availability>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct LevelState {
    /// Its own hours, and whether they are open.
    pub(crate) hours: Option<(Schedule, bool)>,
    /// What chats have asked here since the policy was set.
    pub(crate) asked: BTreeSet<Demand>,
}

#[derive(Clone, Debug)]
pub(crate) struct Openness {
    pub(crate) hours: Option<(OwnHours, Schedule, bool)>,
    pub(crate) by_hand: Option<QueueState>,
    pub(crate) state: QueueState,
}

#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) id: GroupId,
    pub(crate) institution: Key,
    pub(crate) members: BTreeMap<Key, Seat>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Partnership {
    pub(crate) agreed: Option<Agreed>,
    /// By the first of the two, and by the other.
    pub(crate) proposals: [Option<(ProposalId, Terms)>; 2],
}

#[derive(Clone, Debug)]
pub(crate) struct Agreed {
    /// What the first of the two gives, and the other.
    pub(crate) gives: [Vec<Live>; 2],
    pub(crate) on_end: EndRule,
}

#[derive(Clone, Debug)]
pub(crate) struct Live {
    pub(crate) grant: Grant,
    pub(crate) hours: Option<(Schedule, bool)>,
    /// Whether something new could cross by it when that was looked at last.
    pub(crate) in_force: bool,
}

/// What a chat asks of an operator.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Demand {
    pub(crate) units: u16,
    pub(crate) needs: BTreeMap<SkillId, u8>,
}

#[derive(Clone, Debug)]
pub(crate) struct Chat {
    pub(crate) id: ChatId,
    pub(crate) patron: PatronId,
    pub(crate) context: Option<Text>,
    /// The chat after which the patron comes back.
    pub(crate) returns: Option<ChatId>,
    /// The profile of its origin when it opened.
    pub(crate) profile: Option<Text>,
    pub(crate) channel: Option<ChannelId>,
    pub(crate) stored: bool,
    pub(crate) demand: Demand,
    pub(crate) excluded: BTreeSet<Key>,
    pub(crate) opened_at: Timestamp,
    pub(crate) origin: Key,
    pub(crate) queue: Key,
    pub(crate) phase: Phase,
    pub(crate) owner: Option<Key>,
    /// The assignment with a limit through which its owner has it.
    pub(crate) way: Option<Key>,
    pub(crate) lost_by: Option<Key>,
    pub(crate) waiting_since: Timestamp,
    pub(crate) ringing: Option<Ringing>,
    pub(crate) transfer: Option<Transfer>,
    pub(crate) offers: Vec<Offer>,
    pub(crate) offers_made: u32,
    pub(crate) transcript: Vec<Entry>,
    pub(crate) view: View,
    pub(crate) view_since: u32,
    pub(crate) answers: Vec<Answer>,
    pub(crate) hops: Vec<Hop>,
    pub(crate) hops_before: u32,
    pub(crate) overflows: Vec<QueueId>,
    pub(crate) transfers: Vec<TransferRecord>,
    /// How and when the conversation ended.
    pub(crate) concluded: Option<(crate::Outcome, Timestamp)>,
    pub(crate) wrapped_up_at: Option<Timestamp>,
    pub(crate) details: Option<Box<Details>>,
    pub(crate) practice: bool,
    /// Who is to write next, and whether they have been told.
    pub(crate) awaited: Option<Idler>,
    pub(crate) idler_noticed: bool,
    /// Whom its owner has invited, in that order.
    pub(crate) invited: Vec<Key>,
    /// Who takes part beside its owner, in the order of joining.
    pub(crate) present: Vec<Participant>,
}

/// Somebody who takes part.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Participant {
    pub(crate) operator: Key,
    pub(crate) part: Part,
    /// How much they may read.
    pub(crate) view: View,
}

#[derive(Clone, Debug)]
pub(crate) struct Ringing {
    pub(crate) queue: Key,
    /// The level entered last, and the first that was not replaced.
    pub(crate) stage: u8,
    pub(crate) first: u8,
    /// Levels that were passed over since they were not active.
    pub(crate) dormant: BTreeSet<u8>,
    /// For whom it waits alone.
    pub(crate) preferred: Option<Key>,
    pub(crate) admitted: bool,
    /// Nothing comes to it after the last level.
    pub(crate) stays: bool,
    pub(crate) noticed: bool,
    pub(crate) since: Timestamp,
    pub(crate) round: u32,
    /// Who declined or missed it in this round.
    pub(crate) tried: BTreeSet<Key>,
}

#[derive(Clone, Debug)]
pub(crate) struct Transfer {
    pub(crate) id: TransferId,
    pub(crate) target: Target,
    pub(crate) to: To,
    pub(crate) mode: TransferMode,
    pub(crate) reason: Option<Text>,
    pub(crate) note: Option<Text>,
    /// Who has accepted to talk about it first.
    pub(crate) consulted: Option<Consulted>,
}

#[derive(Clone, Debug)]
pub(crate) struct Consulted {
    pub(crate) operator: Key,
    /// The offer that keeps their place.
    pub(crate) offer: u32,
    /// Why it is they who take the chat, once they do.
    pub(crate) reason: ClaimReason,
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum To {
    Operator(Key),
    Queue(Key),
}

#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub(crate) number: u32,
    /// Counts all offers of all chats.
    pub(crate) birth: u64,
    pub(crate) operator: Key,
    pub(crate) kind: Kind,
    /// The segment in which they were the best, and by which key.
    pub(crate) best: Option<(Segment, Won)>,
    /// The assignment with a limit through which it reaches them.
    pub(crate) way: Option<Key>,
    /// The turn that it gave them, and the one that they had.
    pub(crate) turns: (u64, u64),
}

#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Kind {
    Broadcast(u8),
    Targeted(u8),
    Preferred,
    Transfer,
}

impl Kind {
    pub(crate) const fn reserves(self) -> bool {
        !matches!(self, Self::Broadcast(_))
    }

    pub(crate) const fn level(self) -> Option<u8> {
        match self {
            Self::Broadcast(level) | Self::Targeted(level) => Some(level),
            Self::Preferred | Self::Transfer => None,
        }
    }
}

/// Who stood in a segment at the last look.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standings {
    pub(crate) merits: BTreeMap<Key, Merit>,
    pub(crate) there: usize,
    pub(crate) free: usize,
    /// The turn at which somebody came or was free last, after nobody had been.
    pub(crate) revived: u64,
}

impl Ringing {
    /// The levels that it has entered and that ring for it.
    pub(crate) fn live_levels(&self) -> Vec<u8> {
        if self.preferred.is_some() {
            return Vec::new();
        }
        (self.first..=self.stage).filter(|level| !self.dormant.contains(level)).collect()
    }

    pub(crate) fn is_live(&self, level: u8) -> bool {
        self.live_levels().contains(&level)
    }
}

impl Chat {
    pub(crate) fn offer(&self, number: u32) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.number == number)
    }

    pub(crate) fn offer_to(&self, operator: Key) -> Option<&Offer> {
        self.offers.iter().find(|offer| offer.operator == operator)
    }

    /// How many offers a level has out.
    pub(crate) fn out_at(&self, level: u8) -> usize {
        self.offers.iter().filter(|offer| offer.kind.level() == Some(level)).count()
    }

    pub(crate) fn tried(&self) -> BTreeSet<Key> {
        self.ringing.as_ref().map(|ringing| ringing.tried.clone()).unwrap_or_default()
    }
}
