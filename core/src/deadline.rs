//! When the router wants to be woken, and why.

use serde::{Deserialize, Serialize};

use crate::chat::{ChatKey, OfferKey};
use crate::directory::{InstitutionKey, OperatorKey, QueueKey};
use crate::id::{ChatId, InstitutionId, OfferId, OperatorId, QueueId, SessionId, TransferId};
use crate::router::Router;
use crate::time::Timestamp;
use crate::timers::TimerKey;

/// Why a timer was set.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Due {
    OfferLapses(OfferKey),
    RingLapses(ChatKey, u8),
    LevelEnds(ChatKey),
    RoundStarts(ChatKey),
    PatienceEnds(ChatKey),
    TransferLapses(ChatKey),
    WrapUpEnds(ChatKey),
    GraceEnds(OperatorKey),
    SessionEnds(OperatorKey, u32),
    GrantHours(InstitutionKey),
    QueueHours(QueueKey),
    LevelHours(QueueKey, u8),
    WaitEnds(ChatKey),
    Notice(ChatKey),
    Idle(ChatKey),
    PatronGrace(ChatKey),
}

pub(crate) type DueKey = TimerKey;

/// When the router wants to be woken, and whose timer it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deadline {
    /// When to call [`Router::advance`].
    pub at: Timestamp,
    /// Whose timer it is.
    pub reason: Reason,
}

/// Whose timer it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase")]
pub enum Reason {
    /// An operator has not answered an offer.
    OfferLapses {
        /// The chat.
        chat: ChatId,
        /// The offer.
        offer: OfferId,
    },
    /// Nobody of a level that rings all has claimed the chat.
    RingLapses {
        /// The chat.
        chat: ChatId,
        /// The level, counted from 0.
        level: u8,
    },
    /// A chat rolls on from its level.
    LevelEnds {
        /// The chat.
        chat: ChatId,
    },
    /// A chat waits for its preferred operator alone no longer.
    PatienceEnds {
        /// The chat.
        chat: ChatId,
    },
    /// All who declined or missed a chat are rung anew.
    RoundStarts {
        /// The chat.
        chat: ChatId,
    },
    /// Nobody has accepted a transfer.
    TransferLapses {
        /// The chat.
        chat: ChatId,
        /// The transfer.
        transfer: TransferId,
    },
    /// The time to finish a chat whose patron has left is over.
    WrapUpEnds {
        /// The chat.
        chat: ChatId,
    },
    /// The hours of a grant that an institution gives begin or end.
    GrantHours {
        /// Whose grant.
        institution: InstitutionId,
    },
    /// An operator whose last session ended has not come back.
    GraceEnds {
        /// Who.
        operator: OperatorId,
    },
    /// A session was not renewed.
    SessionEnds {
        /// Whose.
        operator: OperatorId,
        /// Which one.
        session: SessionId,
    },
    /// A queue's hours begin. (A state by hand may outrank them.)
    QueueOpens {
        /// The queue.
        queue: QueueId,
    },
    /// A queue's hours end. (A state by hand may outrank them.)
    QueueCloses {
        /// The queue.
        queue: QueueId,
    },
    /// The own hours of a level begin.
    LevelOpens {
        /// The queue.
        queue: QueueId,
        /// The level, counted from 0.
        level: u8,
    },
    /// The own hours of a level end.
    LevelCloses {
        /// The queue.
        queue: QueueId,
        /// The level, counted from 0.
        level: u8,
    },
    /// A chat has waited in a queue as long as the policy allows.
    WaitEnds {
        /// The chat.
        chat: ChatId,
    },
    /// A patron who waits is to be told so.
    NoticeDue {
        /// The chat.
        chat: ChatId,
    },
    /// Somebody who is to write is told so, or has not written for too long.
    IdleDue {
        /// The chat.
        chat: ChatId,
    },
    /// A patron whose connection is lost has not come back.
    PatronGraceEnds {
        /// The chat.
        chat: ChatId,
    },
}

impl Router {
    pub(crate) fn reason(&self, due: Due) -> Reason {
        let id = |chat: ChatKey| self.chats[chat].id.clone();
        match due {
            Due::OfferLapses(offer) => {
                Reason::OfferLapses { chat: id(offer.chat), offer: offer.id }
            }
            Due::RingLapses(chat, level) => Reason::RingLapses { chat: id(chat), level },
            Due::LevelEnds(chat) => Reason::LevelEnds { chat: id(chat) },
            Due::RoundStarts(chat) => Reason::RoundStarts { chat: id(chat) },
            Due::PatienceEnds(chat) => Reason::PatienceEnds { chat: id(chat) },
            Due::TransferLapses(chat) => {
                let transfer = self.chats[chat].transfer.as_ref();
                let transfer = transfer.expect("its timer goes with it").id;
                Reason::TransferLapses { chat: id(chat), transfer }
            }
            Due::WrapUpEnds(chat) => Reason::WrapUpEnds { chat: id(chat) },
            Due::GraceEnds(operator) => {
                Reason::GraceEnds { operator: self.operators[operator].id.clone() }
            }
            Due::SessionEnds(operator, serial) => {
                let operator = &self.operators[operator];
                let session = operator.sessions.iter().find(|session| session.serial == serial);
                let session = session.expect("its timer goes with it").id.clone();
                Reason::SessionEnds { operator: operator.id.clone(), session }
            }
            Due::GrantHours(institution) => {
                Reason::GrantHours { institution: self.institutions[institution].id.clone() }
            }
            Due::QueueHours(queue) => self.queues[queue].reason(),
            Due::LevelHours(queue, level) => self.queues[queue].reason_of_level(level),
            Due::WaitEnds(chat) => Reason::WaitEnds { chat: id(chat) },
            Due::Notice(chat) => Reason::NoticeDue { chat: id(chat) },
            Due::Idle(chat) => Reason::IdleDue { chat: id(chat) },
            Due::PatronGrace(chat) => Reason::PatronGraceEnds { chat: id(chat) },
        }
    }
}
