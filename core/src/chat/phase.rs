//! The life of a chat: one table, and the only code that moves a chat along.
//!
//! `docs/chat.md` has the drawing, which is made from [`LIFE`].

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::chat::ChatKey;
use crate::refusal::Refusal;
use crate::router::Router;

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
    /// An operator answers, and has asked the patron to wait for a while.
    OnHold,
    /// An operator answers and wants to hand the chat over.
    Transferring,
    /// An operator answers and talks with the one who is to take the chat over.
    Consulting,
    /// The patron has left; the operator who answered finishes their notes.
    WrapUp,
    /// Over.
    Ended,
}

/// What moves a chat from one phase to another.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub enum Step {
    /// The first operator is rung.
    Offer,
    /// The last operator is rung no more.
    Unring,
    /// An operator takes it.
    Claim,
    /// Its operator is gone or idle, or its way back home is taken.
    Lose,
    /// Its operator asks the patron to wait.
    Hold,
    /// Its operator goes on with it.
    Resume,
    /// Its operator asks for a transfer.
    Transfer,
    /// Whoever is to take it over reads along, and talks with its operator first.
    Consult,
    /// The transfer comes to nothing.
    Fail,
    /// The transfer is accepted, or the chat given to somebody else.
    HandOver,
    /// The conversation is over, and its operator has time to finish.
    WrapUp,
    /// It is over.
    End,
}

macro_rules! life {
    ($($from:ident $step:ident $to:ident;)*) => {
        /// The life of a chat: each phase, each step that may be taken from it, and the phase after it.
        ///
        /// A chat begins in [`Phase::Waiting`]; a step that does not stand here is never taken. Whatever
        /// else ends a transfer lets it fail first.
        pub const LIFE: &[(Phase, Step, Phase)] =
            &[$((Phase::$from, Step::$step, Phase::$to),)*];

        impl Phase {
            /// The phase after `step`, or `None` where the table does not allow it.
            #[must_use]
            pub const fn after(self, step: Step) -> Option<Self> {
                match (self, step) {
                    $((Self::$from, Step::$step) => Some(Self::$to),)*
                    // What is not listed is not allowed.
                    _ => None,
                }
            }
        }
    };
}

life! {
    Waiting Offer Offered;
    Waiting Claim Active;
    Waiting End Ended;

    Offered Unring Waiting;
    Offered Claim Active;
    Offered End Ended;

    Active Hold OnHold;
    Active Transfer Transferring;
    Active HandOver Active;
    Active Lose Waiting;
    Active WrapUp WrapUp;
    Active End Ended;

    OnHold Resume Active;
    OnHold HandOver Active;
    OnHold Lose Waiting;
    OnHold WrapUp WrapUp;
    OnHold End Ended;

    Transferring Consult Consulting;
    Transferring HandOver Active;
    Transferring Fail Active;
    Transferring Lose Waiting;
    Transferring WrapUp WrapUp;
    Transferring End Ended;

    Consulting HandOver Active;
    Consulting Fail Active;
    Consulting Lose Waiting;
    Consulting WrapUp WrapUp;
    Consulting End Ended;

    WrapUp End Ended;
}

impl Phase {
    /// All of them, in the order of a life.
    pub const ALL: &[Self] = &[
        Self::Waiting,
        Self::Offered,
        Self::Active,
        Self::OnHold,
        Self::Transferring,
        Self::Consulting,
        Self::WrapUp,
        Self::Ended,
    ];
}

impl Step {
    /// All of them, in the order of a life.
    pub const ALL: &[Self] = &[
        Self::Offer,
        Self::Unring,
        Self::Claim,
        Self::Lose,
        Self::Hold,
        Self::Resume,
        Self::Transfer,
        Self::Consult,
        Self::Fail,
        Self::HandOver,
        Self::WrapUp,
        Self::End,
    ];
}

impl Phase {
    /// Whether somebody talks with the patron.
    #[must_use]
    pub const fn is_answered(self) -> bool {
        matches!(self, Self::Active | Self::OnHold | Self::Transferring | Self::Consulting)
    }
}

impl Router {
    /// Whether a chat is in the phase that is wanted.
    pub(crate) fn check_phase(&self, chat: ChatKey, wanted: Phase) -> Result<(), Refusal> {
        self.check_that(chat, |phase| phase == wanted)
    }

    /// Whether somebody talks with the patron of a chat.
    pub(crate) fn check_answered(&self, chat: ChatKey) -> Result<(), Refusal> {
        self.check_that(chat, Phase::is_answered)
    }

    fn check_that(&self, chat: ChatKey, right: impl Fn(Phase) -> bool) -> Result<(), Refusal> {
        let chat = &self.chats[chat];
        let phase = chat.phase();
        if right(phase) {
            Ok(())
        } else {
            Err(Refusal::WrongPhase { chat: chat.id.clone(), phase })
        }
    }
}

impl fmt::Display for Phase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Waiting => "waiting",
            Self::Offered => "offered",
            Self::Active => "active",
            Self::OnHold => "on hold",
            Self::Transferring => "being transferred",
            Self::Consulting => "being consulted on",
            Self::WrapUp => "in wrap-up",
            Self::Ended => "ended",
        })
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Offer => "offer",
            Self::Unring => "unring",
            Self::Claim => "claim",
            Self::Lose => "lose",
            Self::Hold => "hold",
            Self::Resume => "resume",
            Self::Transfer => "transfer",
            Self::Consult => "consult",
            Self::Fail => "fail",
            Self::HandOver => "hand over",
            Self::WrapUp => "wrap up",
            Self::End => "end",
        })
    }
}
