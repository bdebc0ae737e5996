//! The first form of a snapshot: what it holds, field by field.
//!
//! It is apart from the state at work, so that the one can change while what was written before can
//! still be read. Everything that follows from something else is left out. Things are named by their
//! place in these lists, and the lists are in the order of registration or arrival, so that two
//! routers in the same state give the same snapshot.

use alloc::boxed::Box;
use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::chain::Salt;
use crate::chat::{Idler, Phase};
use crate::colleague::Subscription;
use crate::command::{EndRule, Grant, Part, Show, Terms, TransferMode, View};
use crate::config::Config;
use crate::event::{PauseReason, Presence};
use crate::hours::OwnHours;
use crate::id::{
    ChatId, ContactId, GroupId, InstitutionId, MessageId, OfferId, OperatorId, ProposalId, QueueId,
    SessionId, SkillId, Text, TransferId,
};
use crate::policy::{Order, Policy, is_default};
use crate::queue_state::QueueState;
use crate::record::{ClaimReason, Record};
use crate::skills::Need;
use crate::time::{Span, Timestamp};
use crate::transcript::Entry;

/// A place in one of the lists of [`State`].
pub(crate) type No = u32;

/// Defines structs that are read and written alike. What comes after `unless default` is left out where
/// it is empty, zero or false.
macro_rules! forms {
    ($(
        $(#[$doc:meta])*
        struct $form:ident {
            $($(#[$of:meta])* $field:ident: $type:ty,)*
        } $(unless default {
            $($(#[$of_it:meta])* $left_out:ident: $its_type:ty,)*
        })?
    )*) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub(crate) struct $form {
            $($(#[$of])* pub(crate) $field: $type,)*
            $($(
                $(#[$of_it])*
                #[serde(default, skip_serializing_if = "is_default")]
                pub(crate) $left_out: $its_type,
            )*)?
        }
    )*};
}

forms! {
    /// The whole state of a router.
    struct State {
        config: Config,
        now: Timestamp,
        /// How many events were ever raised.
        events: u64,
        registrations: u64,
        arrivals: u64,
        turns: u64,
        proposals: u32,
        /// How many commands were accepted.
        accepted: u64,
        institutions: Vec<Institution>,
        operators: Vec<Operator>,
        queues: Vec<Queue>,
    } unless default {
        /// In the order of their ids.
        groups: Vec<Group>,
        contacts: Vec<Contact>,
        partnerships: Vec<Partnership>,
        listings: Vec<Listing>,
        /// In the order of their places in line.
        chats: Vec<Chat>,
        /// The chats that ended last, the oldest first.
        ended: Vec<Ended>,
        /// In the order in which they were set.
        timers: Vec<Timer>,
        /// What pools remember of their operators' turns.
        segments: Vec<Segment>,
    }

    struct Ended {
        chat: ChatId,
    } unless default {
        answered_by: Option<OperatorId>,
    }

    struct Institution {
        id: InstitutionId,
        serial: u64,
        foreign_buddies: bool,
    } unless default {
        sees_listings: bool,
    }

    struct Operator {
        id: OperatorId,
        serial: u64,
        institution: No,
        capacity: u16,
        seen: Presence,
        /// The most units that they were asked for where they stand, or more: it decides who is looked
        /// at again after a step.
        dearest: u16,
    } unless default {
        skills: BTreeMap<SkillId, u8>,
        assignments: Vec<Assignment>,
        over_queues: Vec<No>,
        over_groups: Vec<No>,
        sessions: Vec<Session>,
        sessions_opened: u32,
        pause: Option<PauseReason>,
        leaving: bool,
        missed: u16,
        idle_turn: u64,
        offered_turn: u64,
        /// Chats, in the order of claiming.
        answering: Vec<No>,
        /// Chats, each with the offer, the oldest offer first.
        offers: Vec<(No, OfferId)>,
        roster: Roster,
    }

    struct Assignment {
        queue: No,
        enabled: bool,
        weight: u16,
    } unless default {
        rank: u16,
        limit: Option<u16>,
    }

    struct Session {
        id: SessionId,
        serial: u32,
        show: Show,
    } unless default {
        priority: i8,
    }

    struct Queue {
        id: QueueId,
        serial: u64,
        institution: No,
        policy: Policy,
    } unless default {
        profile: Option<Text>,
        hours: Option<Box<Hours>>,
        by_hand: Option<QueueState>,
        levels: Vec<Level>,
        /// Whether its availability is watched.
        watched: bool,
        served: Served,
        roster: Roster,
    }

    struct Hours {
        hours: OwnHours,
        open: bool,
    }

    /// What a level is besides what the policy says.
    struct Level {
        lanes: Vec<Lane>,
    } unless default {
        /// Whether its own hours are open, if it has any.
        open: Option<bool>,
    }

    struct Lane {
        units: u16,
    } unless default {
        needs: Vec<Need>,
        passed_over: Option<u64>,
        left: u64,
    }

    struct Group {
        id: GroupId,
        institution: No,
    } unless default {
        members: Vec<Member>,
    }

    struct Member {
        operator: No,
        rank: u16,
    }

    struct Contact {
        id: ContactId,
        serial: u64,
        presence: Presence,
        roster: Roster,
    }

    struct Tie {
        with: Party,
        subscription: Subscription,
    } unless default {
        approved: bool,
        blocks: bool,
        /// The open chat that the party began by a message.
        chat: Option<No>,
    }

    struct Partnership {
        members: [No; 2],
    } unless default {
        agreed: Option<Agreed>,
        proposals: [Option<Proposal>; 2],
    }

    struct Agreed {
        gives: [Vec<Given>; 2],
        on_end: EndRule,
    }

    struct Given {
        grant: Grant,
    } unless default {
        /// Whether its hours are open, if it has any.
        open: Option<bool>,
    }

    struct Proposal {
        id: ProposalId,
        terms: Terms,
    }

    struct Listing {
        by: No,
        terms: Terms,
    }

    struct Chat {
        /// What is known of it so far, the transcript apart.
        record: Box<Record>,
        /// Its class and when it came.
        since: u64,
        arrival: u64,
        queue: No,
        units: u16,
        phase: Phase,
        waiting_since: Timestamp,
        view: View,
        view_since: u32,
    } unless default {
        needs: Vec<Need>,
        excluded: Vec<No>,
        owner: Option<No>,
        way: Option<No>,
        lost_by: Option<No>,
        stored: bool,
        ringing: Option<Ringing>,
        transfer: Option<Box<Transfer>>,
        awaited: Option<Idler>,
        noticed: bool,
        offers: Vec<Offer>,
        offers_made: u32,
        entries: Vec<Entry>,
        salt: Option<Salt>,
        invited: Vec<No>,
        present: Vec<Participant>,
        answers_elsewhere: u32,
        /// What the origin queue's profile was when the chat opened.
        profile: Option<Text>,
    }

    struct Ringing {
        queue: No,
        stage: u8,
        admitted: bool,
        since: Timestamp,
        round: u32,
    } unless default {
        first: u8,
        /// For whom it waits before it enters the first level.
        preferred: Option<No>,
        dormant: u8,
        stays: bool,
        noticed: bool,
        tried: Vec<No>,
    }

    struct Transfer {
        id: TransferId,
        to: To,
    } unless default {
        reason: Option<Text>,
        note: Option<Text>,
        mode: TransferMode,
        consulted: Option<Consulted>,
    }

    struct Consulted {
        operator: No,
        offer: OfferId,
        reason: ClaimReason,
        view: View,
        since: u32,
    }

    struct Participant {
        operator: No,
        part: Part,
        view: View,
        since: u32,
    }

    struct Offer {
        id: OfferId,
        operator: No,
        kind: OfferKind,
    } unless default {
        reservation: Option<Reservation>,
    }

    /// What goes with an offer that reserves a place.
    struct Reservation {
        turn: u64,
        turn_before: u64,
    } unless default {
        /// By what its operator was the best; nothing where the chat waited for them.
        best: Option<Best>,
        way: Option<No>,
    }

    struct Best {
        key: u64,
    } unless default {
        /// Nothing where it is no more.
        segment: Option<No>,
    }

    struct Timer {
        at: Timestamp,
        /// For how long it was set.
        span: Span,
        due: Due,
    }

    struct Segment {
        pool: Pool,
        rank: Rank,
        units: u16,
    } unless default {
        /// Nothing for those whom the queue itself rings, of whichever institution.
        institution: Option<No>,
        needs: Vec<Need>,
        revived: u64,
        merits: Vec<Merit>,
    }

    /// Whose turn it is by weights.
    struct Merit {
        operator: No,
        left: u16,
    } unless default {
        turn: u64,
        turn_before: u64,
    }
}

/// The buddies of a party.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Roster {
    /// By the registration of the other.
    pub(crate) ties: Vec<Tie>,
    /// What the party has written last: the registration of the other, and the message's id.
    #[serde(default, skip_serializing_if = "is_default")]
    pub(crate) sent: Vec<(u64, MessageId)>,
}

/// How long the chats of a queue were with its operators.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(crate) struct Served {
    pub(crate) mean: u64,
    pub(crate) chats: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Party {
    Operator(No),
    Queue(No),
    Contact(No),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum OfferKind {
    Broadcast(u8),
    Targeted(u8),
    Preferred,
    Transfer,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum To {
    Operator(No),
    Queue(No),
}

/// What a timer is for.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Due {
    OfferLapses(No, OfferId),
    RingLapses(No, u8),
    LevelEnds(No),
    RoundStarts(No),
    PatienceEnds(No),
    TransferLapses(No),
    WrapUpEnds(No),
    GraceEnds(No),
    SessionEnds(No, u32),
    GrantHours(No),
    QueueHours(No),
    LevelHours(No, u8),
    WaitEnds(No),
    Notice(No),
    Idle(No),
    PatronGrace(No),
}

/// Where operators come from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Pool {
    Queue(No),
    Group(No),
    /// Those whom a level names, by its queue, its number and the place among its sources.
    Names(No, u8, u32),
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) enum Rank {
    All,
    By(Order),
    Proficient(Order),
}
