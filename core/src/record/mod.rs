//! What is left of a chat when it has ended: handed out once, in its last event.

mod text;

use alloc::boxed::Box;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};
use smallvec::SmallVec;

use crate::chain::{Seal, TranscriptView};
use crate::command::{Target, TransferMode};
use crate::config::MAX_LEVELS;
use crate::id::{ChannelId, ChatId, InstitutionId, OperatorId, PatronId, QueueId, Text};
use crate::policy::is_default;
use crate::time::{Span, Timestamp};
use crate::transcript::Entry;
use crate::won::Won;

/// The complete record of an ended chat. It belongs to the institution of the origin queue.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Record {
    /// The chat.
    pub chat: ChatId,
    /// Who asked.
    pub patron: PatronId,
    /// What the host knew of them when the chat opened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub context: Option<Text>,
    /// The ended chat after which they came back, if they did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returns: Option<Box<ChatId>>,
    /// The channel by which they wrote, if one was named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub channel: Option<ChannelId>,
    /// The institution whose patron it was.
    pub institution: InstitutionId,
    /// The queue on which it was opened.
    pub origin: QueueId,
    /// The queue where it was at the end.
    pub queue: QueueId,
    /// When it was opened.
    pub opened_at: Timestamp,
    /// When the conversation ended: the patron left, or was left. A wrap-up comes after that.
    pub ended_at: Timestamp,
    /// When the wrap-up was over. `None`: there was none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub wrapped_up_at: Option<Timestamp>,
    /// How it ended.
    pub outcome: Outcome,
    /// Who answered, in order, and for how long the patron had waited for each.
    pub answers: SmallVec<[Answer; 1]>,
    /// How many offers were made.
    pub offers: u32,
    /// The levels that were passed, in order: the last ones, where there were more than
    /// [`levels_left`](crate::Limits::levels_left).
    pub hops: Vec<Hop>,
    /// How many were passed before those.
    #[serde(default, skip_serializing_if = "is_default")]
    pub hops_before: u32,
    /// The queues to which it moved on because a policy said so, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub overflows: Vec<QueueId>,
    /// The transfers, in order, with what came of each.
    pub transfers: Vec<TransferRecord>,
    /// Every entry, whoever may read it.
    pub transcript: Vec<Entry>,
    /// What those who answered said of it ([`DescribeChat`](crate::DescribeChat)), if anything.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub details: Option<Box<Details>>,
    /// Whether it was a practice chat: reports leave it out.
    #[serde(default, skip_serializing_if = "is_default")]
    pub practice: bool,
    /// What makes it possible to check them, where
    /// [`Config::digests`](crate::Config::digests) says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub seal: Option<Box<Seal>>,
}

impl Record {
    /// The transcript such that it can be checked ([`chain::verify`](crate::chain::verify)). `None`
    /// where the record has no seal, or one that is not of as many entries.
    #[must_use]
    pub fn view(&self) -> Option<TranscriptView> {
        self.seal.as_ref().and_then(|seal| seal.view(&self.chat, &self.transcript))
    }

    /// Notes a level that the chat has left. Whether there is room for it: otherwise the oldest of them
    /// is counted from now on.
    pub(crate) fn pass(&mut self, hop: Hop, most: u32) -> bool {
        // Those of one way through a queue say why a transfer there has failed.
        let room = self.hops.len() < (most as usize).max(MAX_LEVELS);
        if !room {
            self.hops.remove(0);
            self.hops_before = self.hops_before.saturating_add(1);
        }
        self.hops.push(hop);
        room
    }

    /// Masks the patron in a record that was handed out before they asked to be forgotten: they bear
    /// `name` from now on; what the host knew of them is gone, the chat after which they came back, and
    /// what they wrote. The entries keep their numbers, and where the record has a seal their leaves, so that the digest still
    /// holds. What others wrote of them stays.
    ///
    /// In an open chat [`MaskPatron`](crate::MaskPatron) does the same.
    pub fn mask_patron(&mut self, name: PatronId) {
        let view = self.view();
        self.patron = name;
        self.context = None;
        self.returns = None;
        let Self { transcript, seal, .. } = self;
        for (place, entry) in transcript.iter_mut().enumerate() {
            let link = view.as_ref().and_then(|view| view.links.get(place));
            if entry.mask_patron(|_| link.map(|link| link.leaf))
                && let Some(salt) = seal.as_mut().and_then(|seal| seal.salts.get_mut(place))
                && link.is_some()
            {
                *salt = None;
            }
        }
    }
}

/// What those who answered a chat said of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Details {
    /// Its tags, each once.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub tags: BTreeSet<Text>,
    /// Whether somebody is to come back to it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub follow_up: bool,
    /// The code of how it was resolved, in the institution's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Text>,
}

/// How a chat ended.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The patron left before anybody answered.
    Abandoned,
    /// The patron left.
    PatronLeft,
    /// The operator who answered closed it.
    Closed,
    /// The host or an administrator closed it.
    ForceClosed,
    /// The patron did not write for too long, and so has left.
    PatronIdle,
    /// Nobody answered, and the patron was asked for a message.
    MessageTaken,
    /// Nobody answered, and the queue closed it with a notice.
    ClosedByQueue,
}

/// One operator's turn at a chat.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Answer {
    /// Who.
    pub operator: OperatorId,
    /// Where they work.
    pub institution: InstitutionId,
    /// When they took the chat.
    pub at: Timestamp,
    /// For how long the patron had then waited without an operator: from the arrival, or from the
    /// loss of the operator before. Zero at a transfer.
    pub waited: Span,
    /// Why it was they.
    pub reason: ClaimReason,
}

/// Why an operator got a chat.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum ClaimReason {
    /// They took an offer of this level, counted from 0, by an accept.
    Accepted {
        /// The level.
        level: u8,
        /// By what they were the best of it. `None`: the level rang everybody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        won: Option<Won>,
    },
    /// They took an offer of this level, counted from 0, by their first message.
    FirstMessage {
        /// The level.
        level: u8,
        /// By what they were the best of it. `None`: the level rang everybody.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        won: Option<Won>,
    },
    /// The chat waited for them alone, and they took it.
    Preferred,
    /// They accepted a transfer that named them.
    Transferred,
    /// They took it out of the queue, whether they were rung for it or not.
    Picked,
    /// The host, an administrator or a supervisor gave it to them.
    Assigned,
    /// They began it themselves.
    Started,
    /// They came back after they were lost, before anybody else had taken it.
    Returned,
}

/// A level that a chat left unanswered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Hop {
    /// The queue.
    pub queue: QueueId,
    /// The level, counted from 0.
    pub level: u8,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: RollReason,
}

/// Why a chat rolls on from a level.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum RollReason {
    /// The level's wait is over.
    Unanswered,
    /// Everybody there has declined or missed it.
    AllDeclined,
    /// Nobody of the level is there.
    NobodyThere,
    /// Everybody there is busy, and the level says to roll on then.
    AllBusy,
    /// The level is not active now: its queue is closed, or open, or it is not in its own hours.
    OutOfHours,
}

/// A transfer and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TransferRecord {
    /// Who handed the chat over, or tried to.
    pub from: OperatorId,
    /// To whom.
    pub to: Target,
    /// What was to happen when somebody accepts.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mode: TransferMode,
    /// When they asked for it.
    pub at: Timestamp,
    /// Why, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What came of it. `None` while it is pending.
    pub result: Option<TransferResult>,
}

/// What came of a transfer.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum TransferResult {
    /// This operator took the chat.
    Completed {
        /// Who.
        by: OperatorId,
    },
    /// Nobody took it.
    Failed {
        /// Why not.
        why: TransferFailure,
    },
}

/// Why a transfer came to nothing.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TransferFailure {
    /// The operator whom it named declined.
    Declined,
    /// Nobody accepted in time.
    Lapsed,
    /// It was taken back.
    Cancelled,
    /// The operator whom it named may not be offered chats any more: they left, paused, are away
    /// or full.
    TargetLost,
    /// The operator who had asked for it is gone.
    SenderLost,
    /// Nobody of the queue is there, and its policy does not let chats wait for them.
    NobodyThere,
    /// The grant that carried it has ended.
    GrantEnded,
    /// The queue was closed by hand.
    QueueClosed,
    /// The chat was given to somebody else.
    Reassigned,
    /// The chat ended first.
    ChatEnded,
}
