//! The directory: institutions, operators, queues, groups, and who is assigned where.

pub(crate) mod institutions;
mod operators;
mod queues;

use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::about::Abouts;
use crate::availability::Watch;
use crate::chat::{ChatKey, OfferKey, Place};
use crate::colleague::Roster;
use crate::command::Show;
use crate::deadline::DueKey;
use crate::event::{PauseReason, Presence};
use crate::id::{GroupId, InstitutionId, OperatorId, QueueId, SessionId};
use crate::ids::{Named, RegisterKey};
use crate::policy::Policy;
use crate::pool::PoolKey;
use crate::position::Served;
use crate::queue_state::Openness;
use crate::rank::Seat;
use crate::reach::Level;
use crate::segment::{Stand, Standing};
use crate::skills::Skills;

pub(crate) type InstitutionKey = RegisterKey<Institution>;
pub(crate) type OperatorKey = RegisterKey<Operator>;
pub(crate) type QueueKey = RegisterKey<Queue>;
pub(crate) type GroupKey = RegisterKey<Group>;

/// The number of a registration: the order in which institutions, operators and queues came, and
/// where every tie ends.
pub(crate) type Serial = u64;

/// A tenant.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Institution {
    pub(crate) id: InstitutionId,
    pub(crate) serial: Serial,
    pub(crate) operators: u32,
    pub(crate) queues: BTreeMap<Serial, QueueKey>,
    pub(crate) groups: u32,
    pub(crate) sees_listings: bool,
    /// Whether its operators and queues may become buddies of anybody outside it.
    pub(crate) foreign_buddies: bool,
    /// Those with whom something is agreed or proposed, or a chat is shared.
    pub(crate) partners: BTreeSet<Serial>,
    /// How many of its partnerships have a cap: without one, nobody counts what crosses.
    pub(crate) capped: u32,
    /// When hours of a grant that it gives begin or end.
    pub(crate) grant_hours: Option<DueKey>,
}

/// A member of staff: first, in as few cache lines as they fill, what each offer, claim and end of a
/// chat looks at.
#[derive(Clone, Debug, PartialEq)]
#[repr(C)]
pub(crate) struct Operator {
    /// What the segments know of them.
    pub(crate) stand: Stand,
    /// Whether their load or turn has changed since; never between steps.
    pub(crate) touched: bool,

    // Capacity.
    pub(crate) capacity: u16,
    /// How many targeted offers in a row they have let lapse.
    pub(crate) missed: u16,
    /// How many units the chats that they answer take: they may be assigned any number of chats,
    /// whatever their capacity.
    pub(crate) busy: u64,
    /// How many units their offers reserve.
    pub(crate) reserved: u32,
    /// The most units that a chat of the segments where they stand asks for, or more.
    pub(crate) dearest: u16,
    /// Whether an assignment of theirs has a limit of its own.
    pub(crate) limited: bool,
    pub(crate) broadcasts: u32,
    /// The offers out to them, the oldest first.
    pub(crate) offers: SmallVec<[OfferKey; 2]>,

    // Rank.
    /// The turn at which they last began or ended a chat, or came.
    pub(crate) idle_turn: u64,
    /// The turn at which they were last offered a chat.
    pub(crate) offered_turn: u64,
    pub(crate) serial: Serial,

    pub(crate) institution: InstitutionKey,
    /// Where they stand, as part of which segment.
    pub(crate) standings: SmallVec<[Standing; 3]>,
    pub(crate) id: OperatorId,
    pub(crate) skills: Skills,
    /// The chats that they answer, in the order of claiming.
    pub(crate) answering: SmallVec<[ChatKey; 3]>,
    /// Chats that were taken from them when they were lost, and that nobody has claimed yet.
    pub(crate) lost: Vec<ChatKey>,
    /// Chats in which they take part or are invited, and which others answer.
    pub(crate) company: Vec<ChatKey>,
    /// Chats that wait for them alone, in the order of the lines.
    pub(crate) preferred_by: BTreeMap<Place, ChatKey>,

    // Presence.
    pub(crate) sessions: Vec<Session>,
    pub(crate) sessions_opened: u32,
    pub(crate) grace: Option<DueKey>,
    pub(crate) pause: Option<PauseReason>,
    /// Whether they log out when their last chat is over.
    pub(crate) leaving: bool,
    /// How colleagues see them: what the last event said.
    pub(crate) seen: Presence,

    // Where they work.
    pub(crate) assignments: BTreeMap<Serial, Assignment>,
    pub(crate) groups: Vec<GroupKey>,
    /// The names of levels among which they are.
    pub(crate) named: Vec<PoolKey>,
    pub(crate) over_queues: Vec<QueueKey>,
    pub(crate) over_groups: Vec<GroupKey>,

    /// Their buddies, if they have any.
    pub(crate) roster: Option<Box<Roster>>,
}

/// One tab, device or XMPP resource of an operator.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Session {
    pub(crate) id: SessionId,
    pub(crate) serial: u32,
    pub(crate) show: Show,
    pub(crate) priority: i8,
    pub(crate) ends: Option<DueKey>,
}

/// An operator's assignment to a queue.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Assignment {
    pub(crate) queue: QueueKey,
    /// Whether they have opted in.
    pub(crate) enabled: bool,
    pub(crate) seat: Seat,
    /// The most units of chats taken through it at once.
    pub(crate) limit: Option<u16>,
    /// How many are, those reserved by an offer included, of what was taken while there is a limit.
    pub(crate) taken: u64,
}

impl Assignment {
    /// For how many units there is room through it.
    pub(crate) fn room(&self) -> u16 {
        let taken = u16::try_from(self.taken).unwrap_or(u16::MAX);
        self.limit.map_or(u16::MAX, |limit| limit.saturating_sub(taken))
    }
}

/// Where an institution's patrons wait: first what each chat looks at.
#[derive(Clone, Debug, PartialEq)]
#[repr(C)]
pub(crate) struct Queue {
    pub(crate) institution: InstitutionKey,
    /// How many open chats have it as origin, as current queue, or as target of a transfer.
    pub(crate) chats: u32,
    pub(crate) id: QueueId,
    /// The chats that ring here, in no order: each knows where it is in the list.
    pub(crate) ringing: Vec<ChatKey>,
    pub(crate) levels: SmallVec<[Level; 1]>,
    /// What it has that is not always open.
    pub(crate) openness: Option<Box<Openness>>,
    /// The operators who are assigned and have opted in.
    pub(crate) pool: PoolKey,
    /// What was told of its availability, where that is watched.
    pub(crate) watch: Option<Watch>,
    pub(crate) serial: Serial,
    pub(crate) policy: Policy,
    /// What its institution wants known of it, for the chats that open on it.
    pub(crate) about: Abouts,
    /// How often policies send chats on to it.
    pub(crate) moved_to_by: u32,
    /// How many operators are assigned, opted in or out.
    pub(crate) assigned: BTreeMap<Serial, OperatorKey>,
    /// How long its chats were with operators lately.
    pub(crate) served: Served,
    /// Its buddies, if it has any.
    pub(crate) roster: Option<Box<Roster>>,
}

/// A named group of operators of one institution.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Group {
    pub(crate) id: GroupId,
    pub(crate) institution: InstitutionKey,
    pub(crate) pool: PoolKey,
}

/// Each of them is found by its id.
macro_rules! named {
    ($($thing:ident $id:ident)*) => {$(
        impl Named for $thing {
            type Id = $id;

            fn name(&self) -> &$id {
                &self.id
            }
        }
    )*};
}

named! { Institution InstitutionId Operator OperatorId Queue QueueId Group GroupId }

impl Institution {
    pub(crate) const fn new(id: InstitutionId, serial: Serial) -> Self {
        Self {
            id,
            serial,
            operators: 0,
            queues: BTreeMap::new(),
            groups: 0,
            sees_listings: true,
            foreign_buddies: true,
            partners: BTreeSet::new(),
            capped: 0,
            grant_hours: None,
        }
    }
}

impl Operator {
    /// The units that their chats take, those reserved by an offer included.
    pub(crate) fn load(&self) -> u32 {
        u32::try_from(self.busy).unwrap_or(u32::MAX).saturating_add(self.reserved)
    }

    /// How they stand, if they are there or if they are not.
    pub(crate) fn stand_if(&self, there: bool, most_broadcasts: u32) -> Stand {
        let load = u16::try_from(self.load()).unwrap_or(u16::MAX);
        let room = if there { self.capacity.saturating_sub(load) } else { 0 };
        Stand { there, room, listening: room > 0 && self.broadcasts < most_broadcasts }
    }

    pub(crate) fn is_beyond_limit(&self) -> bool {
        self.load() > u32::from(self.capacity)
    }

    /// Whether they hold offers that they cannot keep as they stand with this load.
    pub(crate) fn holds_untenable(&self, load: u32) -> bool {
        let beyond_limit = load > u32::from(self.capacity);
        (self.broadcasts > 0 && (self.limited || !self.stand.free_for(self.dearest)))
            || (self.reserved > 0 && (!self.stand.there || beyond_limit))
    }

    pub(crate) fn supervises_queue(&self, queue: QueueKey) -> bool {
        self.over_queues.contains(&queue)
    }
}
