//! Who sees whose presence: the states of RFC 6121 and every move between them.
//!
//! This is the only place that says what a stanza does to a state. The states are those of appendix
//! A.1; [`outbound`] is appendix A.2, [`inbound`] appendix A.3. Pre-approval (section 3.4) is no state
//! of its own: it is a mark beside one, and who keeps it lets a request pass as approved.
//!
//! A step that a table says "no state change" of is one that ends where it began.

use serde::{Deserialize, Serialize};

/// What is between a party and a buddy, as the party sees it: the nine states of RFC 6121.
#[derive(Clone, Copy, Debug, Default, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Subscription {
    /// Neither sees the other's presence, and nobody has asked.
    #[default]
    None,
    /// Neither does; the party has asked.
    NonePendingOut,
    /// Neither does; the buddy has asked.
    NonePendingIn,
    /// Neither does; both have asked.
    NonePendingOutIn,
    /// The party sees the buddy's presence.
    To,
    /// The party does, and the buddy has asked.
    ToPendingIn,
    /// The buddy sees the party's presence.
    From,
    /// The buddy does, and the party has asked.
    FromPendingOut,
    /// Each sees the other's.
    Both,
}

/// What one party tells the other about a subscription, by its name in RFC 6121.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Stanza {
    /// They ask to see the presence of whom they tell it.
    Subscribe,
    /// They let them see theirs.
    Subscribed,
    /// They do not want to see it any more.
    Unsubscribe,
    /// They do not let them see theirs.
    Unsubscribed,
}

/// What a stanza does.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(super) struct Move {
    pub(super) next: Subscription,
    /// Whether it goes on: out to the other side, or in to who is told.
    pub(super) passes: bool,
}

const fn on(next: Subscription) -> Move {
    Move { next, passes: true }
}

const fn held(next: Subscription) -> Move {
    Move { next, passes: false }
}

/// What a stanza of the party itself does to its state (A.2), and whether it is routed.
pub(super) const fn outbound(state: Subscription, stanza: Stanza) -> Move {
    use Stanza::{Subscribe, Subscribed, Unsubscribe, Unsubscribed};
    use Subscription::{
        Both, From, FromPendingOut, None, NonePendingIn, NonePendingOut, NonePendingOutIn, To,
        ToPendingIn,
    };
    match (stanza, state) {
        // A.2.1
        (Subscribe, None) => on(NonePendingOut),
        (Subscribe, NonePendingIn) => on(NonePendingOutIn),
        (Subscribe, From) => on(FromPendingOut),
        (
            Subscribe,
            NonePendingOut | NonePendingOutIn | To | ToPendingIn | FromPendingOut | Both,
        ) => on(state),
        // A.2.2
        (Unsubscribe, NonePendingOut | To) => on(None),
        (Unsubscribe, NonePendingOutIn | ToPendingIn) => on(NonePendingIn),
        (Unsubscribe, FromPendingOut | Both) => on(From),
        (Unsubscribe, None | NonePendingIn | From) => on(state),
        // A.2.3
        (Subscribed, NonePendingIn) => on(From),
        (Subscribed, NonePendingOutIn) => on(FromPendingOut),
        (Subscribed, ToPendingIn) => on(Both),
        (Subscribed, None | NonePendingOut | To | From | FromPendingOut | Both) => held(state),
        // A.2.4
        (Unsubscribed, NonePendingIn | From) => on(None),
        (Unsubscribed, NonePendingOutIn | FromPendingOut) => on(NonePendingOut),
        (Unsubscribed, ToPendingIn | Both) => on(To),
        (Unsubscribed, None | NonePendingOut | To) => held(state),
    }
}

/// What a stanza of the other side does to the party's state (A.3), and whether it is delivered.
pub(super) const fn inbound(state: Subscription, stanza: Stanza) -> Move {
    use Stanza::{Subscribe, Subscribed, Unsubscribe, Unsubscribed};
    use Subscription::{
        Both, From, FromPendingOut, None, NonePendingIn, NonePendingOut, NonePendingOutIn, To,
        ToPendingIn,
    };
    match (stanza, state) {
        // A.3.1
        (Subscribe, None) => on(NonePendingIn),
        (Subscribe, NonePendingOut) => on(NonePendingOutIn),
        (Subscribe, To) => on(ToPendingIn),
        (
            Subscribe,
            NonePendingIn | NonePendingOutIn | ToPendingIn | From | FromPendingOut | Both,
        ) => held(state),
        // A.3.2
        (Unsubscribe, NonePendingIn | From) => on(None),
        (Unsubscribe, NonePendingOutIn | FromPendingOut) => on(NonePendingOut),
        (Unsubscribe, ToPendingIn | Both) => on(To),
        (Unsubscribe, None | NonePendingOut | To) => held(state),
        // A.3.3
        (Subscribed, NonePendingOut) => on(To),
        (Subscribed, NonePendingOutIn) => on(ToPendingIn),
        (Subscribed, FromPendingOut) => on(Both),
        (Subscribed, None | NonePendingIn | To | ToPendingIn | From | Both) => held(state),
        // A.3.4
        (Unsubscribed, NonePendingOut | To) => on(None),
        (Unsubscribed, NonePendingOutIn | ToPendingIn) => on(NonePendingIn),
        (Unsubscribed, FromPendingOut | Both) => on(From),
        (Unsubscribed, None | NonePendingIn | From) => held(state),
    }
}

impl Subscription {
    /// All of them, in the order of appendix A.1.
    pub const ALL: [Self; 9] = [
        Self::None,
        Self::NonePendingOut,
        Self::NonePendingIn,
        Self::NonePendingOutIn,
        Self::To,
        Self::ToPendingIn,
        Self::From,
        Self::FromPendingOut,
        Self::Both,
    ];

    /// Whether the party sees the buddy's presence.
    #[must_use]
    pub const fn sees(self) -> bool {
        matches!(self, Self::To | Self::ToPendingIn | Self::Both)
    }

    /// Whether the buddy sees the party's presence.
    #[must_use]
    pub const fn is_seen(self) -> bool {
        matches!(self, Self::From | Self::FromPendingOut | Self::Both)
    }

    /// Whether the party has asked, and waits for an answer.
    #[must_use]
    pub const fn asks(self) -> bool {
        matches!(self, Self::NonePendingOut | Self::NonePendingOutIn | Self::FromPendingOut)
    }

    /// Whether the buddy has asked, and waits for an answer.
    #[must_use]
    pub const fn is_asked(self) -> bool {
        matches!(self, Self::NonePendingIn | Self::NonePendingOutIn | Self::ToPendingIn)
    }

    /// The same, as the buddy sees it.
    #[must_use]
    pub const fn mirrored(self) -> Self {
        match self {
            Self::None => Self::None,
            Self::NonePendingOut => Self::NonePendingIn,
            Self::NonePendingIn => Self::NonePendingOut,
            Self::NonePendingOutIn => Self::NonePendingOutIn,
            Self::To => Self::From,
            Self::ToPendingIn => Self::FromPendingOut,
            Self::From => Self::To,
            Self::FromPendingOut => Self::ToPendingIn,
            Self::Both => Self::Both,
        }
    }

    /// Whether one of the two has consented that the other see their presence: they are buddies, and
    /// may write to each other.
    #[must_use]
    pub const fn is_agreed(self) -> bool {
        self.sees() || self.is_seen()
    }

    /// What a request comes to that was approved before it came (section 3.4): as if it had come and
    /// then been approved.
    pub(super) const fn approved(self) -> Self {
        outbound(inbound(self, Stanza::Subscribe).next, Stanza::Subscribed).next
    }
}

#[cfg(test)]
mod tests;
