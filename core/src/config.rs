//! What the host decides once for a router: its limits and its spans.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::command::Show;
use crate::id::ChannelId;
use crate::time::Span;

/// The most levels that a policy may have.
pub const MAX_LEVELS: usize = 8;

/// What holds for a whole router, from its beginning to its end.
#[derive(Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Config {
    /// How long an operator whose last session ended keeps their chats. Default: 60 s.
    pub grace: Span,
    /// After how long a session ends that was not renewed by another
    /// [`SetPresence`](crate::SetPresence), so that a forgotten log-in does not last. Default:
    /// never.
    pub session_length: Option<Span>,
    /// How operators must show themselves to be offered chats. Default: `chat` and `available`.
    pub takes_chats: Vec<Show>,
    /// How long a transfer may be pending. Default: 60 s.
    pub transfer_lapse: Span,
    /// How long a patron whose connection is lost keeps their chat. Default: 60 s.
    pub patron_grace: Span,
    /// The classes of priority above the ordinary 0: the first is class 1, and so on, each more urgent
    /// than those before it. At most [`MAX_PRIORITIES`]; those beyond are not there. Default: nine
    /// strict ones.
    pub priorities: Vec<Priority>,
    /// The channels by which patrons write, for a chat to name. Default: none; a chat that names
    /// none is an ordinary one.
    pub channels: BTreeMap<ChannelId, Channel>,
    /// Whether hand-overs and records carry the [digest](crate::chain) of the transcript. It costs
    /// three hashes for each entry, once; asking for it
    /// ([`Router::transcript_digest`](crate::Router::transcript_digest)) is possible either way, and
    /// nothing is hashed before. Default: no.
    pub digests: bool,
    /// The bounds of everything.
    pub limits: Limits,
    /// The key of the hash tables, so that nobody can choose ids that all meet in one bucket: 32
    /// bytes that nobody outside can guess. It is no part of the state and changes nothing that
    /// anybody sees. **Set it where ids come from outside**: whoever knows it can choose ids whose
    /// look-ups take as long as there are such ids. Default: zeros, which everybody knows.
    #[serde(skip)]
    pub secret: [u8; 32],
}

/// The secret is not printed.
impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self {
            grace,
            session_length,
            takes_chats,
            transfer_lapse,
            patron_grace,
            priorities,
            channels,
            digests,
            limits,
            secret: _,
        } = self;
        f.debug_struct("Config")
            .field("grace", grace)
            .field("session_length", session_length)
            .field("takes_chats", takes_chats)
            .field("transfer_lapse", transfer_lapse)
            .field("patron_grace", patron_grace)
            .field("priorities", priorities)
            .field("channels", channels)
            .field("digests", digests)
            .field("limits", limits)
            .finish_non_exhaustive()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            grace: Span::from_secs(60),
            session_length: None,
            takes_chats: [Show::Chat, Show::Available].into(),
            transfer_lapse: Span::from_secs(60),
            patron_grace: Span::from_secs(60),
            priorities: [Priority::Strict; 9].into(),
            channels: BTreeMap::new(),
            digests: false,
            limits: Limits::default(),
            secret: [0; 32],
        }
    }
}

/// What a class of priority gives to a chat.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Priority {
    /// It comes before all chats of the classes below.
    Strict,
    /// It counts as if it had come so much earlier than it did, among the ordinary ones.
    HeadStart {
        /// How much.
        span: Span,
    },
}

/// The most classes of priority.
pub const MAX_PRIORITIES: usize = 100;

/// A way by which patrons write.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Channel {
    /// How many units of an operator's capacity a chat costs. Default: 1; 0 counts as 1.
    pub units: u16,
    /// Whether patrons write and come back for an answer some time later, as by SMS or email. Such a
    /// chat is admitted though its queue is closed, and waits there with its age until a level takes
    /// it; nothing that a policy says ends its waiting. Default: no.
    pub store_and_forward: bool,
}

impl Default for Channel {
    fn default() -> Self {
        Self { units: 1, store_and_forward: false }
    }
}

/// How much there may be of each thing. Beyond it a command is refused with
/// [`Refusal::LimitReached`](crate::Refusal::LimitReached) or
/// [`Refusal::TooLong`](crate::Refusal::TooLong), and nothing changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields, default)]
pub struct Limits {
    /// Institutions. Default: 10,000.
    pub institutions: u32,
    /// Operators. Default: 1,000,000.
    pub operators: u32,
    /// Queues. Default: 100,000.
    pub queues: u32,
    /// Groups. Default: 100,000.
    pub groups: u32,
    /// Open chats. Default: 2,000,000.
    pub open_chats: u32,
    /// Open chats of one patron, those in wrap-up apart: they have left them. Default: 10.
    pub open_chats_per_patron: u32,
    /// Chats that wait in one queue; one that was admitted before is never refused. Default:
    /// 100,000.
    pub waiting_per_queue: u32,
    /// How many ended chats' ids are remembered, so that a late repeat of an open is known as one, and
    /// who answered them last, for patrons who come back. Default: 100,000.
    pub ended_ids: u32,
    /// Operators who take part in one chat, or are invited, beside the one who answers. Default: 8.
    pub participants: u32,
    /// Sessions of one operator. Default: 32.
    pub sessions_per_operator: u32,
    /// Broadcast offers that one operator holds; beyond them chats wait their turn with them. The
    /// one limit that refuses nothing. Default: 20.
    pub broadcasts_per_operator: u32,
    /// Queues that one operator is assigned to, and groups and levels that name them. Default: 64.
    pub memberships_per_operator: u32,
    /// Skills of one operator. Default: 64.
    pub skills_per_operator: u32,
    /// Skills that one chat or one level needs. Default: 8.
    pub needs: u32,
    /// Different things (skills, units) that chats ask for at one level at a time; at least 1. A chat
    /// that was admitted before is never refused for it. Default: 64.
    pub demands_per_level: u32,
    /// Operators whom one chat excludes. Default: 64.
    pub excluded: u32,
    /// Sources of one level. Default: 64.
    pub sources_per_level: u32,
    /// Operators that one level or one group names. Default: 100,000.
    pub operators_named: u32,
    /// Grants that one side gives in a partnership, and queues that one grant names. Default:
    /// 1,000.
    pub grants: u32,
    /// Bytes of a message. Default: 65,536.
    pub message_bytes: u32,
    /// Bytes of a reference to the host's store: its key and its digest together. Default: 1,024.
    pub reference_bytes: u32,
    /// Bytes of a reason, a note or a notice. Default: 4,096.
    pub note_bytes: u32,
    /// Tags of one chat. Default: 32.
    pub tags: u32,
    /// Bytes of a tag or of a resolution code. Default: 255.
    pub label_bytes: u32,
    /// Bytes of a queue's profile. Default: 65,536.
    pub profile_bytes: u32,
    /// Bytes of a patron's context. Default: 65,536.
    pub context_bytes: u32,
    /// Entries of a transcript that messages may fill; the router's own entries always find room.
    /// Default: 10,000.
    pub transcript_entries: u32,
    /// Transfers of one chat, whatever came of them. Default: 20.
    pub hops: u32,
    /// How many of the levels that one chat has left are told, at least [`MAX_LEVELS`]: the record has
    /// the last ones, and the transcript the first; the record counts the others. Default: 256.
    pub levels_left: u32,
    /// How often one chat moves on to another queue because a policy says so; beyond that it keeps
    /// waiting. Default: 8.
    pub overflows: u32,
    /// Buddies of one party, whoever it has asked or approved in advance included. Default: 10,000.
    pub buddies_per_party: u32,
    /// Those who have asked one party to be buddies, and to whom it has said nothing yet; so strangers
    /// take no room from buddies. Default: 1,000.
    pub requests_per_party: u32,
    /// Whom one party blocks. Default: 1,000.
    pub blocked_per_party: u32,
    /// Contacts with whom anybody has to do. Default: 1,000,000.
    pub contacts: u32,
    /// How many of a sender's last direct messages are remembered, so that a repeat is known as one.
    /// Default: 64.
    pub direct_messages: u32,
    /// Events after which [`Router::advance`](crate::Router::advance) stops between two timers.
    /// Default: 10,000; 0 counts as 1.
    pub events_per_advance: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            institutions: 10_000,
            operators: 1_000_000,
            queues: 100_000,
            groups: 100_000,
            open_chats: 2_000_000,
            open_chats_per_patron: 10,
            waiting_per_queue: 100_000,
            ended_ids: 100_000,
            participants: 8,
            sessions_per_operator: 32,
            broadcasts_per_operator: 20,
            memberships_per_operator: 64,
            skills_per_operator: 64,
            needs: 8,
            demands_per_level: 64,
            excluded: 64,
            sources_per_level: 64,
            operators_named: 100_000,
            grants: 1_000,
            message_bytes: 65_536,
            reference_bytes: 1_024,
            note_bytes: 4_096,
            tags: 32,
            label_bytes: 255,
            profile_bytes: 65_536,
            context_bytes: 65_536,
            transcript_entries: 10_000,
            hops: 20,
            levels_left: 256,
            overflows: 8,
            buddies_per_party: 10_000,
            requests_per_party: 1_000,
            blocked_per_party: 1_000,
            contacts: 1_000_000,
            direct_messages: 64,
            events_per_advance: 10_000,
        }
    }
}
