//! The life of a chat: open, claim, talk, end.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::chain::Salt;
use crate::content::Content;
use crate::id::{ChannelId, ChatId, MessageId, OfferId, OperatorId, PatronId, QueueId, Text};
use crate::policy::is_default;
use crate::skills::Need;
use crate::transcript::Audience;

/// Opens a patron's chat on a queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenChat {
    /// The chat's id, not in use and not used by one of the last that ended.
    pub chat: ChatId,
    /// Where the patron asks: the chat's origin for ever.
    pub queue: QueueId,
    /// Who asks.
    pub patron: PatronId,
    /// The class of priority, of those that the router was set up with
    /// ([`priorities`](crate::Config::priorities)). Default: 0, ordinary.
    #[serde(default, skip_serializing_if = "is_default")]
    pub priority: u8,
    /// The operator who should have it, since they know the patron or the question: where they are
    /// there, and a level of the queue reaches them, it waits for them alone as long as
    /// [`preferred_for`](crate::Policy::preferred_for) says. Default: nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<OperatorId>,
    /// The ended chat after which the patron comes back. The record of this one names it, and whoever
    /// may know who the patron is sees it. Where the router remembers it still
    /// ([`ended_ids`](crate::Limits::ended_ids)), who answered it last is preferred as long as
    /// [`returns_for`](crate::Policy::returns_for) says, unless `preferred` names somebody.
    ///
    /// Only the host names it: the router keeps nothing of whose an ended chat was, so it is the host
    /// who knows that it was this patron's. One in wrap-up counts as ended. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns: Option<ChatId>,
    /// The operators who are never to have it. At most
    /// [`excluded`](crate::Limits::excluded). Default: nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub excluded: Vec<OperatorId>,
    /// The skills that whoever answers must have: a language, a subject. At most
    /// [`needs`](crate::Limits::needs). Default: none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub needs: Vec<Need>,
    /// What the host knows of the patron and their question, opaque to the router; the operator
    /// who takes the chat is shown it. Default: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Text>,
    /// The channel by which the patron writes, one of [`Config::channels`](crate::Config::channels).
    /// Default: none, an ordinary one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// The secret from which the salts of the chat's [chain of digests](crate::chain) are made: 32
    /// bytes that nobody can guess, others for each chat. Default: none, and then a short entry can be
    /// guessed from the leaf that stands for it in a view that hides it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<Salt>,
    /// Whether it is for practice: it goes its way as any other, and its record says so. Default: no.
    #[serde(default, skip_serializing_if = "is_default")]
    pub practice: bool,
}

impl OpenChat {
    /// An ordinary chat of a patron on a queue; what it may have besides is left at its default.
    #[must_use]
    pub const fn of(chat: ChatId, queue: QueueId, patron: PatronId) -> Self {
        Self {
            chat,
            queue,
            patron,
            priority: 0,
            preferred: None,
            returns: None,
            excluded: Vec::new(),
            needs: Vec::new(),
            context: None,
            channel: None,
            salt: None,
            practice: false,
        }
    }
}

/// An operator takes the chat that an offer invites them to, a transferred one too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AcceptOffer {
    /// The chat.
    pub chat: ChatId,
    /// The offer.
    pub offer: OfferId,
}

/// An operator declines an offer: others are rung, and the chat keeps its place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclineOffer {
    /// The chat.
    pub chat: ChatId,
    /// The offer.
    pub offer: OfferId,
}

/// An operator takes a chat that waits in a queue whose levels reach them, rung or not: also one that
/// they had declined or missed, and by a level that the chat has not come to. It never exceeds what
/// they can take.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PickChat {
    /// The chat.
    pub chat: ChatId,
}

/// Gives a chat to an operator who is there, whether it waits or somebody else answers it: by the host,
/// the institution of its origin, or a supervisor of the queue where it is. A supervisor takes a chat
/// over by giving it to themself.
///
/// Where somebody else answers it, a transfer that is pending fails. It may exceed what they can take, and then nothing new comes until they are below it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AssignChat {
    /// The chat.
    pub chat: ChatId,
    /// To whom: somebody who has a session and does not pause, and whom live grants let answer it.
    pub operator: OperatorId,
}

/// Posts a message of the patron or of the operator who answers.
///
/// By an operator whose offer the queue's policy lets a first message claim, it claims the chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PostMessage {
    /// The chat.
    pub chat: ChatId,
    /// The message's id: a repeat in the same chat is dropped.
    pub message: MessageId,
    /// Who may read it. A patron's are always for everyone. Default: everyone.
    #[serde(default)]
    pub audience: Audience,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
}

/// The patron leaves their chat, whatever state it is in. Where an operator answers and the policy
/// has it, a wrap-up follows; in one it is a repeat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LeaveChat {
    /// The chat.
    pub chat: ChatId,
}

/// Closes a chat: its operator ends it, or the host or its institution does, in any state.
///
/// By its operator, a wrap-up follows where the policy has it; the host, the institution or a
/// supervisor ends it at once. In a wrap-up, it ends the wrap-up.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CloseChat {
    /// The chat.
    pub chat: ChatId,
}

/// Asks the patron of a chat to wait for a while: by who answers it, and it stays theirs.
///
/// Nobody counts as idle meanwhile, and nothing can be written to the patron before it goes on.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HoldChat {
    /// The chat.
    pub chat: ChatId,
}

/// Goes on with a chat that was on hold.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ResumeChat {
    /// The chat.
    pub chat: ChatId,
}

/// An operator opens a chat to a patron whom they know, on a queue to which they are assigned, and
/// answers it from the beginning.
///
/// It never exceeds what they can take. A queue that is closed to patrons is open to this.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StartChat {
    /// The chat's id, not in use and not used by one of the last that ended.
    pub chat: ChatId,
    /// In whose name: the chat's origin for ever.
    pub queue: QueueId,
    /// To whom.
    pub patron: PatronId,
    /// What the host knows of the patron and the matter, opaque to the router. Default: nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Text>,
    /// The channel by which the patron is written to, one of
    /// [`Config::channels`](crate::Config::channels). Default: none, an ordinary one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// As [`OpenChat::salt`]: given by the host, which passes the command on. Default: none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub salt: Option<Salt>,
    /// Whether it is for practice, as [`OpenChat::practice`]. Default: no.
    #[serde(default, skip_serializing_if = "is_default")]
    pub practice: bool,
}

/// The connection of a chat's patron is lost: they have
/// [`patron_grace`](crate::Config::patron_grace) to come back, and keep their place. After that they
/// have left.
///
/// In a chat by a store-and-forward channel it means nothing, and in a wrap-up neither.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DropPatron {
    /// The chat.
    pub chat: ChatId,
}

/// A chat's patron whose connection was lost is back. A message of theirs says the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnPatron {
    /// The chat.
    pub chat: ChatId,
}

/// Masks the patron of an open chat, who asks to be forgotten: they bear another name from now on,
/// what the host knew of them is gone, and so is what they wrote. By the host or the institution of
/// the origin.
///
/// The entries keep their numbers and what stands for them in the [chain of digests](crate::chain).
/// What others wrote of them stays. Given again with the same name, it masks what they have written
/// since. For a record that was handed out there is
/// [`Record::mask_patron`](crate::Record::mask_patron).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MaskPatron {
    /// The chat.
    pub chat: ChatId,
    /// What stands for the patron from now on, made up by the host and telling nothing of them: in the
    /// record, and as who gives the patron's commands.
    pub name: PatronId,
}

/// Says what a chat was about and what came of it: who answers it, in its wrap-up too, a supervisor,
/// the institution of its origin, or the host. What is left out stays as it is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DescribeChat {
    /// The chat.
    pub chat: ChatId,
    /// Its tags from now on, each once. At most [`tags`](crate::Limits::tags). Default: as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tags: Option<BTreeSet<Text>>,
    /// Whether somebody is to come back to it. Default: as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub follow_up: Option<bool>,
    /// The code of how it was resolved, in the institution's own words; an empty one takes it back.
    /// Default: as before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Text>,
}

/// Ends a chat's wrap-up before its time: the record is handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinishWrapUp {
    /// The chat.
    pub chat: ChatId,
}
