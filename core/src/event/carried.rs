//! What goes with an event: what an operator is shown, what was written, and why something happened.

use alloc::boxed::Box;
use alloc::sync::Arc;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::about::About;
use crate::chain::Digest;
use crate::command::Show;
use crate::content::Content;
use crate::id::{ChatId, MessageId, OperatorId, PatronId, Text, TransferId};
use crate::transcript::{Audience, Author, Entry};

/// A direct message as it was sent.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DirectMessage {
    /// The host's id of it.
    pub message: MessageId,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
}

/// How an operator is seen.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Presence {
    /// Eager to chat.
    Chat,
    /// There.
    Available,
    /// Away for a moment.
    Away,
    /// Away for longer.
    Xa,
    /// Not to be disturbed.
    Dnd,
    /// No session, and no grace.
    Offline,
}

impl From<Show> for Presence {
    fn from(show: Show) -> Self {
        match show {
            Show::Chat => Self::Chat,
            Show::Available => Self::Available,
            Show::Away => Self::Away,
            Show::Xa => Self::Xa,
            Show::Dnd => Self::Dnd,
        }
    }
}

/// Why an operator pauses.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum PauseReason {
    /// They, or somebody for them, asked for it.
    Asked {
        /// Why, in their words.
        text: Text,
    },
    /// They let targeted offers lapse, one after the other.
    MissedOffers {
        /// How many.
        count: u16,
    },
}

/// How an offer came about.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum OfferCause {
    /// A level rang them, of the queue where the chat is or where it is being transferred.
    Level {
        /// The level, counted from 0.
        level: u8,
    },
    /// The chat waits for them alone.
    Preferred,
    /// Somebody transfers the chat to them.
    Transfer {
        /// The transfer.
        transfer: TransferId,
    },
}

/// Why a chat waits again, or somewhere else.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RequeueReason {
    /// The operator who answered is gone.
    OperatorLost,
    /// The grant by which it was answered, or waited, at a partner has ended.
    GrantEnded,
    /// The policy of the queue where it waited sends it on.
    Overflow,
    /// The operator who answered has not written to the patron for too long.
    OperatorIdle,
}

/// Why an offer is no more.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Withdrawal {
    /// Somebody else took the chat.
    Claimed {
        /// Who.
        winner: OperatorId,
    },
    /// The operator has as many chats as they take.
    Full,
    /// The operator is not there any more: away, paused, gone.
    Absent,
    /// The operator may not be rung for this chat any more: opted out, taken off the queue or the
    /// group, removed, or without a skill that it asks for.
    Unassigned,
    /// The grant that covered it has ended.
    GrantEnded,
    /// The queue whose staff they were rung as is open no more.
    QueueClosed,
    /// The grant that covered it is outside its hours, or carries as many chats as it may.
    GrantClosed,
    /// The chat has left the level.
    LevelLeft,
    /// The queue has another policy.
    PolicyChanged,
    /// The transfer failed or was taken back.
    TransferOver,
    /// The chat has returned to somebody who had lost it.
    Returned,
    /// The chat ended.
    ChatEnded,
}

/// What goes with a chat to the operator who took it, by what the grant lets them see.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(from = "HandoverForm", into = "HandoverForm")]
pub struct Handover {
    /// Who the patron is, where they may know.
    pub patron: Option<PatronId>,
    /// What goes with the chat from the beginning.
    about: Option<Arc<About>>,
    /// What a new chat that nobody wrote in has nothing of.
    history: Option<Box<History>>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct History {
    pub(crate) entries: Vec<Entry>,
    pub(crate) reason: Option<Text>,
    pub(crate) note: Option<Text>,
    pub(crate) digest: Option<Digest>,
}

impl Handover {
    pub(crate) fn new(
        patron: Option<PatronId>,
        about: Option<Arc<About>>,
        history: History,
    ) -> Self {
        let history = (history != History::default()).then(|| Box::new(history));
        Self { patron, about, history }
    }

    /// What the host knows of the patron, where they may know.
    #[must_use]
    pub fn context(&self) -> Option<&Text> {
        self.about.as_ref()?.context.as_ref()
    }

    /// The ended chat after which the patron comes back, where they may know the patron.
    #[must_use]
    pub fn returns(&self) -> Option<&ChatId> {
        self.about.as_ref()?.returns.as_ref()
    }

    /// The profile that the origin queue had when the chat was opened.
    #[must_use]
    pub fn profile(&self) -> Option<&Text> {
        self.about.as_ref()?.profile.as_ref()
    }

    /// The entries that were written before they took it, and that they may read.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        self.history.as_ref().map_or(&[], |history| &history.entries)
    }

    /// Why the chat was transferred, in the sender's words.
    #[must_use]
    pub fn reason(&self) -> Option<&Text> {
        self.history.as_ref()?.reason.as_ref()
    }

    /// What the sender wants them to know.
    #[must_use]
    pub fn note(&self) -> Option<&Text> {
        self.history.as_ref()?.note.as_ref()
    }

    /// Where the [chain](crate::chain) stood after the last entry that was written before they took it,
    /// whether they may read that entry or not: where
    /// [`Config::digests`](crate::Config::digests) says so, and anything was written before.
    #[must_use]
    pub fn digest(&self) -> Option<Digest> {
        self.history.as_ref()?.digest
    }
}

/// The wire form of a [`Handover`].
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct HandoverForm {
    entries: Vec<Entry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    patron: Option<PatronId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    context: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    returns: Option<ChatId>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    profile: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Text>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digest: Option<Digest>,
}

impl From<HandoverForm> for Handover {
    fn from(form: HandoverForm) -> Self {
        let HandoverForm { entries, patron, context, returns, profile, reason, note, digest } =
            form;
        let about = About { profile, context, returns };
        let about = (about != About::default()).then(|| Arc::new(about));
        Self::new(patron, about, History { entries, reason, note, digest })
    }
}

impl From<Handover> for HandoverForm {
    fn from(handover: Handover) -> Self {
        let Handover { patron, about, history } = handover;
        let About { profile, context, returns } =
            about.map_or_else(About::default, Arc::unwrap_or_clone);
        let History { entries, reason, note, digest } =
            history.map_or_else(History::default, |h| *h);
        Self { entries, patron, context, returns, profile, reason, note, digest }
    }
}

/// A message as it was posted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Posted {
    /// Who wrote it.
    pub author: Author,
    /// The host's id of it.
    pub message: MessageId,
    /// Who may read it.
    pub audience: Audience,
    /// What it says.
    #[serde(flatten)]
    pub content: Content,
}
