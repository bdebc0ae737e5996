//! Who takes part in a chat beside its owner, and home staff who ask for it back.

use serde::{Deserialize, Serialize};

use crate::id::{ChatId, OperatorId, Text};

/// Who answers a chat invites another operator to take part.
///
/// Nobody needs room for it: a chat takes units of its owner alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InviteOperator {
    /// The chat.
    pub chat: ChatId,
    /// Whom: somebody who has a session, and whom live grants let answer the chat.
    pub operator: OperatorId,
    /// What they should know; no patron ever sees it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Text>,
}

/// An operator takes part in a chat that somebody else answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct JoinChat {
    /// The chat.
    pub chat: ChatId,
    /// As what. Whoever takes part already has this part from now on.
    pub part: Part,
}

/// What somebody does in a chat that another operator answers.
#[derive(Clone, Copy, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Part {
    /// Reads and writes like who answers: the operators whom they have invited.
    Invited,
    /// Reads along in silence: supervisors of the queue where the chat is or of its origin; and
    /// operators assigned to its origin, while a partner answers it.
    Observer,
    /// Reads along, and writes to the staff alone: supervisors, as for observers.
    Whisperer,
}

/// Somebody takes part in a chat no more, or is not invited or consulted any more: by themselves, by who answers, a
/// supervisor, the institution of its origin, or the host.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveParticipant {
    /// The chat.
    pub chat: ChatId,
    /// Who.
    pub operator: OperatorId,
}

/// Home staff ask the partner's operator who answers their patron's chat to hand it back: by an
/// operator assigned to its origin.
///
/// The router passes the question on and keeps nothing of it; a transfer home is always allowed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AskBackChat {
    /// The chat.
    pub chat: ChatId,
}
