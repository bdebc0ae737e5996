//! Transfers: handing a chat over, transcript in hand.

use serde::{Deserialize, Serialize};

use crate::id::{ChatId, OperatorId, QueueId, Text, TransferId};
use crate::policy::is_default;

/// The operator who answers a chat hands it to an operator or a queue.
///
/// Until somebody accepts, the chat stays theirs and they go on talking.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TransferChat {
    /// The chat.
    pub chat: ChatId,
    /// To whom.
    pub to: Target,
    /// Why, in words for the new operator and the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What the new operator should know; no patron ever sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
    /// What happens when somebody accepts. Default: the chat is theirs.
    #[serde(default, skip_serializing_if = "is_default")]
    pub mode: TransferMode,
    /// The operator of the queue who should have it: as where a chat is opened, it waits for them
    /// alone for a while. It means nothing where the transfer names an operator. Default: nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub preferred: Option<OperatorId>,
}

impl TransferChat {
    /// A blind transfer, without a word.
    #[must_use]
    pub const fn of(chat: ChatId, to: Target) -> Self {
        let mode = TransferMode::Blind;
        Self { chat, to, reason: None, note: None, mode, preferred: None }
    }
}

/// What happens when somebody accepts a transfer.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TransferMode {
    /// The chat is theirs, and the sender has it no more.
    #[default]
    Blind,
    /// They read along and talk with the sender alone; the chat is theirs when the sender says so
    /// ([`CompleteTransfer`]).
    Consult,
    /// The chat is theirs, and the sender stays as an invited operator.
    Join,
}

/// The sender of a transfer has talked with who is to take the chat over: now it is theirs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompleteTransfer {
    /// The chat.
    pub chat: ChatId,
    /// Which of its transfers.
    pub transfer: TransferId,
}

/// The operator who got a chat by a transfer hands it back to whom they had it from: a blind transfer
/// to them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReturnChat {
    /// The chat.
    pub chat: ChatId,
    /// Why, in words for the operator and the record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
    /// What they should know; no patron ever sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// Where a transfer goes.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Target {
    /// To this operator.
    Operator {
        /// Who.
        operator: OperatorId,
    },
    /// To this queue, by its levels.
    Queue {
        /// Which one.
        queue: QueueId,
    },
}

/// Takes a pending transfer back, a consultation too.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelTransfer {
    /// The chat.
    pub chat: ChatId,
    /// Which of its transfers.
    pub transfer: TransferId,
}
