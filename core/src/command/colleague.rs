//! Colleagues: buddies by mutual consent, their presence, direct messages.

use serde::{Deserialize, Serialize};

use crate::content::Content;
use crate::event::Presence;
use crate::id::{ChatId, ContactId, InstitutionId, MessageId, OperatorId, QueueId};

/// Whoever may have buddies, and be one.
///
/// An operator speaks for themself, an institution for its queues, and the host for contacts (it
/// hands on what comes by its gateway); the host may speak for anybody.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Party {
    /// An operator.
    Operator {
        /// Who.
        operator: OperatorId,
    },
    /// A queue: whoever writes to it opens a chat on it.
    Queue {
        /// Which one.
        queue: QueueId,
    },
    /// A colleague on some other chat service, reached through the host's gateway.
    Contact {
        /// Their address there.
        contact: ContactId,
    },
}

impl core::fmt::Display for Party {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        match self {
            Self::Operator { operator } => write!(f, "operator `{operator}`"),
            Self::Queue { queue } => write!(f, "queue `{queue}`"),
            Self::Contact { contact } => write!(f, "contact `{contact}`"),
        }
    }
}

impl From<OperatorId> for Party {
    fn from(operator: OperatorId) -> Self {
        Self::Operator { operator }
    }
}

impl From<QueueId> for Party {
    fn from(queue: QueueId) -> Self {
        Self::Queue { queue }
    }
}

impl From<ContactId> for Party {
    fn from(contact: ContactId) -> Self {
        Self::Contact { contact }
    }
}

/// Says whether the operators and queues of an institution may become buddies of anybody outside it:
/// of another institution, or a contact. They may until it says no.
///
/// From then on requests across its border, and approvals of such, are refused. Those who are
/// buddies already stay so.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllowForeignBuddies {
    /// Which institution.
    pub institution: InstitutionId,
    /// Whether they may.
    pub allow: bool,
}

/// Asks a party to let another see its presence: `subscribe`, in the words of RFC 6121.
///
/// Given again, it does no harm. Where the other has approved before, it is granted at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Subscribe {
    /// Who asks.
    pub party: Party,
    /// Who is asked.
    pub buddy: Party,
}

/// Lets another party see one's presence: `subscribed`, in the words of RFC 6121.
///
/// Before any request of theirs it approves the one to come, until it is taken back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApproveSubscription {
    /// Who approves.
    pub party: Party,
    /// Whose request.
    pub buddy: Party,
}

/// Sees a party's presence no more, or takes a request back: `unsubscribe`, in the words of
/// RFC 6121.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unsubscribe {
    /// Who wants it no more.
    pub party: Party,
    /// Whose presence.
    pub buddy: Party,
}

/// Lets another party see one's presence no more, declines their request, or takes an approval back
/// that was given before any: `unsubscribed`, in the words of RFC 6121.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelSubscription {
    /// Who declines.
    pub party: Party,
    /// Whose request.
    pub buddy: Party,
}

/// Ends all between two parties, on both sides: subscriptions, requests, approvals. Blocks stay.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveBuddy {
    /// Who ends it.
    pub party: Party,
    /// With whom.
    pub buddy: Party,
}

/// Blocks another party, a buddy or not: their requests and messages do not arrive, and neither sees
/// the other's presence. Subscriptions stay for the day when the block ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Block {
    /// Who blocks.
    pub party: Party,
    /// Whom.
    pub buddy: Party,
}

/// Ends a block.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unblock {
    /// Who blocks no more.
    pub party: Party,
    /// Whom.
    pub buddy: Party,
}

/// Says how a contact is seen, as the host's gateway has heard. Offline, until it says otherwise.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetContactPresence {
    /// Who: somebody's buddy, or somebody who is asked.
    pub contact: ContactId,
    /// How they are seen.
    pub presence: Presence,
}

/// Removes a contact whose address is no more: from everybody's buddies, requests and blocks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveContact {
    /// Who.
    pub contact: ContactId,
}

/// Sends a message of an operator or a contact to a buddy: one of the two sees the other's presence.
///
/// To a queue, it opens a chat on it, whose patron is the sender; as long as that one is open, what
/// they send to the queue goes into it. A queue sends nothing: those who answer it write in the chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SendDirectMessage {
    /// Who writes.
    pub party: Party,
    /// To whom.
    pub buddy: Party,
    /// The message's id: a repeat to the same buddy is dropped, among the last
    /// [`direct_messages`](crate::Limits::direct_messages) of the sender.
    pub message: MessageId,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
    /// The id of the chat that it opens if it is to a queue and none is open: not in use and not used
    /// by one of the last that ended. Default: none, which does where no chat is to be opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub chat: Option<ChatId>,
}
