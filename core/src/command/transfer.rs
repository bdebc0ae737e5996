//! Transfers: handing a chat over, transcript in hand.

use serde::{Deserialize, Serialize};

use crate::id::{ChatId, OperatorId, QueueId, Text, TransferId};

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

/// Takes a pending transfer back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CancelTransfer {
    /// The chat.
    pub chat: ChatId,
    /// Which of its transfers.
    pub transfer: TransferId,
}
