//! Presence: sessions, pauses, leaving.

use serde::{Deserialize, Serialize};

use crate::id::{OperatorId, SessionId, Text};

/// Opens a session of an operator, or says anew how it shows them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetPresence {
    /// Who.
    pub operator: OperatorId,
    /// Which of their sessions.
    pub session: SessionId,
    /// How it shows them.
    pub show: Show,
    /// The priority of the session: where messages go, among several. Default: 0.
    #[serde(default)]
    pub priority: i8,
}

/// Ends one session of an operator: a tab closed, a connection lost.
///
/// The others go on. The last one starts their grace.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndSession {
    /// Who.
    pub operator: OperatorId,
    /// Which of their sessions.
    pub session: SessionId,
}

/// Ends all sessions of an operator, without a grace: their chats are offered again at once.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LogOut {
    /// Who.
    pub operator: OperatorId,
}

/// An operator finishes the chats that they have, and is logged out, without a grace, when the last
/// of them is over, its wrap-up included: at once, if they have none. Nothing new comes meanwhile.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FinishThenLeave {
    /// Who.
    pub operator: OperatorId,
    /// Whether they leave, or stay after all. Default: yes.
    #[serde(default = "yes")]
    pub leaves: bool,
}

const fn yes() -> bool {
    true
}

/// Pauses an operator, whatever their sessions show: nothing new comes until they are back.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pause {
    /// Who.
    pub operator: OperatorId,
    /// Why, in their own words: for themself, and for whoever looks after them.
    pub reason: Text,
}

/// Ends an operator's pause.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unpause {
    /// Who.
    pub operator: OperatorId,
}

/// How a session shows an operator, as in XMPP, the best first.
#[derive(Clone, Copy, Debug, Eq, Hash, Ord, PartialEq, PartialOrd, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Show {
    /// Eager to chat.
    Chat,
    /// There.
    Available,
    /// Away for a moment.
    Away,
    /// Away for longer.
    Xa,
    /// Not to be disturbed: chats in progress go on.
    Dnd,
}
