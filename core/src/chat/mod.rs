//! A chat, from its opening to its record.

mod activity;
mod claim;
mod company;
mod connection;
mod consult;
mod describe;
mod end;
mod hold;
mod idle;
mod levels;
mod mask;
mod offer;
mod offers;
mod open;
mod outcome;
mod phase;
mod pick;
mod place;
mod preferred;
mod reassign;
mod recall;
mod ring;
mod start;
mod talk;
mod targets;
mod transfer;
mod unreached;
mod wrap_up;

use alloc::boxed::Box;
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::about::Abouts;
use crate::command::{TransferMode, View};
use crate::deadline::DueKey;
use crate::directory::{OperatorKey, QueueKey};
use crate::heap::Handle;
use crate::id::{ChatId, PatronId, Text, TransferId};
use crate::ids::{Named, RegisterKey};
use crate::partnership::Crossing;
use crate::reach::Level;
use crate::record::Record;
use crate::segment::LineId;
use crate::skills::Demand;
use crate::time::Timestamp;
use crate::transcript::Transcript;

pub(crate) use company::{Company, Participant};
pub(crate) use consult::Consulted;
pub(crate) use idle::Idle;
pub use idle::Idler;
pub(crate) use offers::{LARGE, Offer, OfferKey, OfferKind, Offers, Reservation, Room};
pub(crate) use open::Asked;
pub use phase::{LIFE, Phase, Step};
pub(crate) use place::Place;
pub(crate) use preferred::Preferred;
pub use targets::Choice;

pub(crate) type ChatKey = RegisterKey<Chat>;
pub(crate) type PatronKey = RegisterKey<Patron>;

/// An open chat.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Chat {
    pub(crate) id: ChatId,
    pub(crate) place: Place,
    /// Whose chat; in `WrapUp` they have left, and may be known no more.
    pub(crate) patron: PatronKey,
    /// Where it was opened, for ever.
    pub(crate) origin: QueueKey,
    /// Where it is now: an accepted transfer to a queue changes it.
    pub(crate) queue: QueueKey,
    /// What it asks of whoever takes it.
    pub(crate) demand: Demand,
    /// Who is never to have it.
    pub(crate) excluded: Box<[OperatorKey]>,
    /// Written by [`Chat::go`] alone.
    phase: Phase,
    /// Who answers, or finishes: somebody in all phases but `Waiting`, `Offered` and `Ended`.
    pub(crate) owner: Option<OperatorKey>,
    /// The assignment with a limit through which its owner took it.
    pub(crate) way: Option<QueueKey>,
    /// Who had it when it was lost, and has it again if they are back before it is claimed.
    pub(crate) lost_by: Option<OperatorKey>,
    /// Whether it came by a store-and-forward channel: nothing that a policy says ends its waiting.
    pub(crate) stored: bool,
    /// Since when nobody answers.
    pub(crate) waiting_since: Timestamp,
    /// Its way through the levels of a queue: while nobody answers, or it is transferred to one.
    pub(crate) ringing: Option<Ringing>,
    /// In `Transferring` and `Consulting` alone.
    pub(crate) transfer: Option<Box<Transfer>>,
    /// When the wrap-up is over: in `WrapUp` alone.
    pub(crate) wrap_up: Option<DueKey>,
    /// Who is to write next, while somebody answers.
    pub(crate) idle: Idle,
    /// When a patron whose connection is lost has left.
    pub(crate) dropped: Option<DueKey>,
    pub(crate) offers: Offers,
    pub(crate) transcript: Transcript,
    /// How much the present owner may read, and from which entry on they are there.
    pub(crate) view: View,
    pub(crate) view_since: u32,
    /// Who takes part beside the owner, and whom they have invited: while somebody answers.
    pub(crate) company: Option<Box<Company>>,
    /// How many of its answers were given in queues where it was before.
    pub(crate) answers_elsewhere: u32,
    /// The partnerships that carry it, for the day when one of them ends.
    pub(crate) crossings: Vec<Crossing>,
    /// What is shown to whoever is rung or takes it.
    pub(crate) about: Abouts,
    /// What will be handed out when it ends: boxed once, when it opens, and filled as it goes on.
    pub(crate) record: Box<Record>,
}

/// Somebody who has open chats.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Patron {
    pub(crate) id: PatronId,
    pub(crate) chats: u32,
}

impl Named for Chat {
    type Id = ChatId;

    fn name(&self) -> &ChatId {
        &self.id
    }
}

impl Named for Patron {
    type Id = PatronId;

    fn name(&self) -> &PatronId {
        &self.id
    }
}

/// A chat on its way through the levels of a queue.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Ringing {
    pub(crate) queue: QueueKey,
    /// Where it is in the queue's list.
    pub(crate) listed_at: u32,
    /// The level entered last.
    pub(crate) stage: u8,
    /// The first level that still rings: those before it were replaced.
    pub(crate) first: u8,
    /// For whom it waits before it enters the first level.
    pub(crate) preferred: Option<Preferred>,
    /// The levels that ring all and have not rung for it yet: a bit a level.
    pub(crate) unrung: u8,
    /// The levels that it passed over since they were not active, and have not been since: a bit a
    /// level.
    pub(crate) dormant: u8,
    /// Whether it was admitted while the queue was open, or before it came here again.
    pub(crate) admitted: bool,
    /// Whether nothing comes to it after the last level: it waits on.
    pub(crate) stays: bool,
    /// Whether the patron has had the queue's notice.
    pub(crate) noticed: bool,
    /// Since when it waits in the queue.
    pub(crate) since: Timestamp,
    pub(crate) wait_ends: Option<DueKey>,
    pub(crate) notice_due: Option<DueKey>,
    /// What it is at each level of the queue.
    pub(crate) at: SmallVec<[AtLevel; 2]>,
    pub(crate) level_ends: Option<DueKey>,
    pub(crate) round_starts: Option<DueKey>,
    pub(crate) round: u32,
    /// Who declined or missed it in this round, in the order of the keys.
    pub(crate) tried: SmallVec<[OperatorKey; 2]>,
}

/// How a chat comes into a queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Entry {
    /// See [`Ringing::admitted`].
    pub(crate) admitted: bool,
    pub(crate) since: Timestamp,
    pub(crate) noticed: bool,
}

/// What a chat is at one level.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct AtLevel {
    /// How many offers the level has out.
    pub(crate) out: u32,
    /// The lane of those who ask what it asks.
    pub(crate) lane: u32,
    /// Where it stands in the line of the level, if it does.
    pub(crate) stands: Option<Handle>,
    /// Where it stands among those of the line whom somebody has refused, if it does.
    pub(crate) refused: Option<Handle>,
    /// The deadline that its broadcasts share.
    pub(crate) lapses: Option<DueKey>,
}

impl Ringing {
    /// It enters a level, which ends by this timer if it does. Returns the timer of the one before.
    fn enter(&mut self, number: u8, level: &Level, ends: Option<DueKey>) -> Option<DueKey> {
        self.stage = number;
        self.dormant &= !(1 << number);
        self.unrung |= u8::from(level.rings_all()) << number;
        core::mem::replace(&mut self.level_ends, ends)
    }

    /// The line of a level where it stands, or would.
    pub(crate) fn line_at(&self, level: u8) -> LineId {
        LineId { queue: self.queue, level, lane: self.at[usize::from(level)].lane }
    }

    /// It passes over a level that is not active. Returns the timer of the one before.
    fn pass(&mut self, number: u8) -> Option<DueKey> {
        self.stage = number;
        self.dormant |= 1 << number;
        self.level_ends.take()
    }

    /// A level that it has passed over is active now.
    fn wake(&mut self, number: u8, rings_all: bool) {
        self.dormant &= !(1 << number);
        self.unrung |= u8::from(rings_all) << number;
    }

    pub(crate) fn entry(&self) -> Entry {
        Entry { admitted: self.admitted, since: self.since, noticed: self.noticed }
    }

    /// Those of all levels of the queue, entered or not.
    pub(crate) fn lines(&self) -> impl Iterator<Item = LineId> {
        (0..).zip(&self.at).map(|(level, _)| self.line_at(level))
    }

    pub(crate) fn at(queue: QueueKey, levels: usize, entry: Entry) -> Self {
        Self {
            queue,
            listed_at: 0,
            stage: 0,
            first: 0,
            preferred: None,
            unrung: 0,
            dormant: 0,
            admitted: entry.admitted,
            stays: false,
            noticed: entry.noticed,
            since: entry.since,
            wait_ends: None,
            notice_due: None,
            at: SmallVec::from_elem(AtLevel::default(), levels),
            level_ends: None,
            round_starts: None,
            round: 1,
            tried: SmallVec::new(),
        }
    }

    /// The levels that ring for it: those that it has entered, but for those that were replaced and
    /// those that are not active; none while it waits for one operator alone.
    pub(crate) fn live_levels(&self) -> impl Iterator<Item = u8> + use<> {
        let dormant = self.dormant;
        self.entered().filter(move |level| dormant & (1 << level) == 0)
    }

    pub(crate) fn is_live(&self, level: u8) -> bool {
        self.entered().contains(&level) && self.dormant & (1 << level) == 0
    }

    pub(crate) fn is_dormant(&self, level: u8) -> bool {
        self.entered().contains(&level) && self.dormant & (1 << level) != 0
    }

    const fn entered(&self) -> core::ops::Range<u8> {
        let end = if self.preferred.is_some() { self.first } else { self.stage + 1 };
        self.first..end
    }

    pub(crate) fn out_at(&self, level: u8) -> u32 {
        self.at[usize::from(level)].out
    }

    pub(crate) fn stands_at(&self, level: u8) -> bool {
        self.at[usize::from(level)].stands.is_some()
    }

    /// Whether it is in a line, of whichever level.
    pub(crate) fn stands_somewhere(&self) -> bool {
        self.at.iter().any(|at| at.stands.is_some() || at.refused.is_some())
    }

    pub(crate) fn has_tried(&self, operator: OperatorKey) -> bool {
        !self.tried.is_empty() && self.tried.binary_search(&operator).is_ok()
    }
}

/// A pending transfer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Transfer {
    pub(crate) id: TransferId,
    pub(crate) to: To,
    pub(crate) reason: Option<Text>,
    pub(crate) note: Option<Text>,
    pub(crate) mode: TransferMode,
    /// When it fails: until somebody has accepted.
    pub(crate) lapses: Option<DueKey>,
    /// Who has accepted, in `Consulting` alone.
    pub(crate) consulted: Option<Consulted>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum To {
    Operator(OperatorKey),
    Queue(QueueKey),
}

impl Chat {
    /// Whether somebody of those who are there may be out of the question for it.
    pub(crate) fn has_refusers(&self) -> bool {
        let tried = self.ringing.as_ref().is_some_and(|ringing| !ringing.tried.is_empty());
        tried || !self.excluded.is_empty()
    }

    pub(crate) const fn phase(&self) -> Phase {
        self.phase
    }

    /// It goes on in the phase where a snapshot found it.
    pub(crate) const fn resume_in(&mut self, phase: Phase) {
        self.phase = phase;
    }

    /// The only writer of a phase, of a chat that is under way.
    pub(crate) fn go(&mut self, step: Step) {
        self.phase = self.phase.after(step).expect("the callers check the phase first");
    }
}
