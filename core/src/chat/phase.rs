//! The life of a chat: one table, and the only code that moves a chat along.
//!
//! ```text
//!              offer            claim              transfer
//!   (open) ─► waiting ──────► offered ────────► active ──────────► transferring
//!                ▲ ◄───────────  │   unring      ▲ │ ◄─────────────── │  │
//!                │                               │ │     fail         │  │
//!                │           claim (a return) ───┘ │                  │  │
//!                └──────────── lose ───────────────┼──────────────────┘  │
//!                                                ▲ │      hand over      │
//!                                                └─│─────────────────────┘
//!                                                  │ wrap up
//!                                                  ▼
//!                                               wrap-up
//!   and from each of them:  end ─► ended
//! ```

use serde::{Deserialize, Serialize};

/// Where a chat stands in its life.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Phase {
    /// In line; nobody is rung.
    Waiting,
    /// In line; at least one operator is rung.
    Offered,
    /// An operator answers.
    Active,
    /// An operator answers and wants to hand the chat over.
    Transferring,
    /// The patron has left; the operator who answered finishes their notes.
    WrapUp,
    /// Over.
    Ended,
}

/// What moves a chat from one phase to another.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum Step {
    /// The first operator is rung.
    Offer,
    /// The last operator is rung no more.
    Unring,
    /// An operator takes it.
    Claim,
    /// Its operator is gone, or its way back home is taken.
    Lose,
    /// Its operator asks for a transfer.
    Transfer,
    /// The transfer comes to nothing.
    Fail,
    /// The transfer is accepted.
    HandOver,
    /// The conversation is over, and its operator has time to finish.
    WrapUp,
    /// It is over.
    End,
}

impl Phase {
    /// The phase after `step`, or `None` where the table does not allow it.
    pub(crate) const fn after(self, step: Step) -> Option<Self> {
        match (self, step) {
            (Self::Waiting, Step::Offer) => Some(Self::Offered),
            (Self::Waiting | Self::Offered, Step::Claim) => Some(Self::Active),
            (Self::Offered, Step::Unring) => Some(Self::Waiting),
            (Self::Active, Step::Transfer) => Some(Self::Transferring),
            (Self::Transferring, Step::Fail | Step::HandOver) => Some(Self::Active),
            (Self::Active | Self::Transferring, Step::Lose) => Some(Self::Waiting),
            (Self::Active, Step::WrapUp) => Some(Self::WrapUp),
            (
                Self::Waiting | Self::Offered | Self::Active | Self::Transferring | Self::WrapUp,
                Step::End,
            ) => Some(Self::Ended),
            // What is not listed is not allowed.
            _ => None,
        }
    }
}

impl core::fmt::Display for Phase {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(match self {
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Active => "active",
            Self::Transferring => "being transferred",
            Self::WrapUp => "in wrap-up",
            Self::Ended => "ended",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_phase_and_step_is_as_drawn() {
        use Phase::{Active, Ended, Offered, Transferring, Waiting};
        use Step::{Claim, End, Fail, HandOver, Lose, Offer, Transfer, Unring};
        let wrap_up = Phase::WrapUp;
        let drawn = [
            (Waiting, Offer, Offered),
            (Waiting, Claim, Active),
            (Waiting, End, Ended),
            (Offered, Unring, Waiting),
            (Offered, Claim, Active),
            (Offered, End, Ended),
            (Active, Transfer, Transferring),
            (Active, Lose, Waiting),
            (Active, Step::WrapUp, wrap_up),
            (Active, End, Ended),
            (Transferring, Fail, Active),
            (Transferring, HandOver, Active),
            (Transferring, Lose, Waiting),
            (Transferring, End, Ended),
            (wrap_up, End, Ended),
        ];
        for from in [Waiting, Offered, Active, Transferring, wrap_up, Ended] {
            let steps = [Offer, Unring, Claim, Lose, Transfer, Fail, HandOver, Step::WrapUp, End];
            for step in steps {
                let to = drawn.iter().find(|d| (d.0, d.1) == (from, step)).map(|d| d.2);
                assert_eq!(from.after(step), to, "{from:?} {step:?}");
            }
        }
    }
}
