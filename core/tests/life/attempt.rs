//! Everything that might move a chat: commands, and timers that run out.

use refdesk::{Actor, Event, Refusal};
use serde_json::{Value, json};

use crate::desk::{CHAT, Desk, actor, comes};

macro_rules! attempts {
    ($($(#[$said:meta])* $name:ident,)*) => {
        /// One thing that might move a chat.
        #[derive(Clone, Copy, Debug, Eq, PartialEq)]
        pub(crate) enum Attempt {
            $($(#[$said])* $name,)*
        }

        impl Attempt {
            pub(crate) const ALL: &[Self] = &[$(Self::$name,)*];
        }
    };
}

attempts! {
    // Dan becomes somebody who could be rung.
    Comes,
    OptsIn,
    IsUnpaused,
    IsGivenRoom,
    IsAssigned,
    // Timers after which others are rung, or the same ones again.
    LevelEnds,
    HoursBegin,
    RoundStarts,
    PatienceEnds,

    // Uma is rung, or answers, and this happens to her.
    OfferLapses,
    RingLapses,
    GoesAway,
    Pauses,
    OptsOut,
    IsUnassigned,
    IsLeftNoRoom,
    WillLeave,
    LosesConnection,
    GraceEnds,
    SessionEnds,
    LogsOut,
    IsRemoved,
    PartnershipEnds,
    OperatorIdles,
    /// She had lost it.
    ComesBack,
    Writes,
    Holds,
    Resumes,
    Transfers,
    /// To cai, who gave it to her.
    Returns,
    Cancels,
    Completes,
    Closes,
    ClosesForGood,
    Finishes,
    WrapUpEnds,

    // Whoever is rung.
    Accepts,
    /// Where a transfer was asked for that begins with talking.
    AcceptsToTalk,
    /// Where the sender of a transfer stays.
    AcceptsBeside,
    Declines,

    // Cai, to whom it is to be handed over, or whom uma consults.
    TransferLapses,
    TargetPauses,
    TargetLogsOut,
    TargetHasTalkedEnough,

    // Dan takes it in passing.
    Picks,
    /// The host gives it to him.
    Assigns,

    // The patron; "for good" where the policy has no wrap-up.
    PatronLeaves,
    PatronLeavesForGood,
    PatronIsGone,
    PatronIsGoneForGood,
    PatronIdles,
    PatronIdlesForGood,

    // The queue, and the host.
    WaitEnds,
    LevelsEnd,
    QueueCloses,
    HostCloses,
    /// The same chat again.
    Opens,
    Starts,
}

impl Attempt {
    /// Makes the attempt, and waits where it is a timer that is awaited.
    pub(crate) fn is_made_at(self, desk: &mut Desk) -> Result<Vec<Event>, Refusal> {
        let mut events = match self.command(desk) {
            Some((by, action)) => desk.asks(by, action)?,
            None => Vec::new(),
        };
        if self.is_awaited() {
            events.extend(desk.waits());
        }
        Ok(events)
    }

    /// What is asked for, if anything is, and by whom.
    #[expect(clippy::too_many_lines, reason = "a line for each")]
    fn command(self, desk: &Desk) -> Option<(Actor, Value)> {
        let uma = |action: Value| Some((actor("operator", "uma"), action));
        let cai = |action: Value| Some((actor("operator", "cai"), action));
        let dan = |action: Value| Some((actor("operator", "dan"), action));
        let pat = |action: Value| Some((actor("patron", "pat"), action));
        let host = |action: Value| Some((Actor::Host, action));
        let of_chat = |what: &str| json!({"type": what, "chat": CHAT});
        let of = |what: &str, operator: &str| json!({"type": what, "operator": operator});
        let on_desk = |what: &str, operator: &str| json!({"type": what, "operator": operator, "queue": "desk"});
        let to_cai = json!({"type": "operator", "operator": "cai"});
        match self {
            Self::Comes => dan(comes("dan")),
            Self::OptsIn => dan(on_desk("optIn", "dan")),
            Self::IsUnpaused => dan(of("unpause", "dan")),
            Self::IsGivenRoom => {
                host(json!({"type": "setCapacity", "operator": "dan", "capacity": 1}))
            }
            Self::IsAssigned => host(on_desk("assignOperator", "dan")),
            Self::GoesAway => uma(json!({"type": "setPresence", "operator": "uma",
                "session": "tab", "show": "away"})),
            Self::Pauses => uma(json!({"type": "pause", "operator": "uma", "reason": "lunch"})),
            Self::OptsOut => uma(on_desk("optOut", "uma")),
            Self::IsUnassigned => host(on_desk("unassignOperator", "uma")),
            Self::IsLeftNoRoom => {
                host(json!({"type": "setCapacity", "operator": "uma", "capacity": 0}))
            }
            Self::WillLeave => uma(of("finishThenLeave", "uma")),
            Self::LosesConnection | Self::GraceEnds => {
                uma(json!({"type": "endSession", "operator": "uma", "session": "tab"}))
            }
            Self::LogsOut => uma(of("logOut", "uma")),
            Self::IsRemoved => host(of("removeOperator", "uma")),
            Self::PartnershipEnds => Some((
                actor("institution", "away"),
                json!({"type": "endPartnership", "with": "home"}),
            )),
            Self::ComesBack => uma(comes("uma")),
            Self::Writes | Self::PatronIdles | Self::PatronIdlesForGood => {
                uma(json!({"type": "postMessage", "chat": CHAT, "message": "m1", "text": "Hello?"}))
            }
            Self::Holds => uma(of_chat("holdChat")),
            Self::Resumes => uma(of_chat("resumeChat")),
            Self::Transfers => uma(json!({"type": "transferChat", "chat": CHAT, "to": to_cai})),
            Self::Returns => uma(of_chat("returnChat")),
            Self::Cancels => uma(json!({"type": "cancelTransfer", "chat": CHAT, "transfer": 1})),
            Self::Completes => {
                uma(json!({"type": "completeTransfer", "chat": CHAT, "transfer": 1}))
            }
            Self::Closes | Self::ClosesForGood => uma(of_chat("closeChat")),
            Self::Finishes => uma(of_chat("finishWrapUp")),
            Self::Accepts | Self::AcceptsToTalk | Self::AcceptsBeside => {
                Some(desk.answers_offer("acceptOffer"))
            }
            Self::Declines => Some(desk.answers_offer("declineOffer")),
            Self::TargetPauses => {
                cai(json!({"type": "pause", "operator": "cai", "reason": "lunch"}))
            }
            Self::TargetLogsOut => cai(of("logOut", "cai")),
            Self::TargetHasTalkedEnough => {
                cai(json!({"type": "removeParticipant", "chat": CHAT, "operator": "cai"}))
            }
            Self::Picks => dan(of_chat("pickChat")),
            Self::Assigns => host(json!({"type": "assignChat", "chat": CHAT, "operator": "dan"})),
            Self::PatronLeaves | Self::PatronLeavesForGood => pat(of_chat("leaveChat")),
            Self::PatronIsGone | Self::PatronIsGoneForGood => pat(of_chat("dropPatron")),
            Self::QueueCloses => {
                host(json!({"type": "setQueueState", "queue": "desk", "state": "closed"}))
            }
            Self::HostCloses => host(of_chat("closeChat")),
            Self::Opens => {
                pat(json!({"type": "openChat", "chat": CHAT, "queue": "desk", "patron": "pat"}))
            }
            Self::Starts => {
                cai(json!({"type": "startChat", "chat": CHAT, "queue": "desk", "patron": "pat"}))
            }
            Self::LevelEnds
            | Self::HoursBegin
            | Self::RoundStarts
            | Self::PatienceEnds
            | Self::OfferLapses
            | Self::RingLapses
            | Self::SessionEnds
            | Self::OperatorIdles
            | Self::WrapUpEnds
            | Self::TransferLapses
            | Self::WaitEnds
            | Self::LevelsEnd => None,
        }
    }

    /// Whether a timer has to run out as well.
    pub(crate) const fn is_awaited(self) -> bool {
        matches!(
            self,
            Self::LevelEnds
                | Self::HoursBegin
                | Self::RoundStarts
                | Self::PatienceEnds
                | Self::OfferLapses
                | Self::RingLapses
                | Self::GraceEnds
                | Self::SessionEnds
                | Self::OperatorIdles
                | Self::WrapUpEnds
                | Self::TransferLapses
                | Self::PatronIsGone
                | Self::PatronIsGoneForGood
                | Self::PatronIdles
                | Self::PatronIdlesForGood
                | Self::WaitEnds
                | Self::LevelsEnd
        )
    }

    pub(crate) const fn without_wrap_up(self) -> bool {
        matches!(
            self,
            Self::ClosesForGood
                | Self::PatronLeavesForGood
                | Self::PatronIsGoneForGood
                | Self::PatronIdlesForGood
        )
    }

    pub(crate) const fn patron_is_gone(self) -> bool {
        matches!(self, Self::PatronIsGone | Self::PatronIsGoneForGood)
    }

    /// How a transfer is asked for that is pending when it is made.
    pub(crate) const fn mode(self) -> &'static str {
        match self {
            Self::AcceptsToTalk => "consult",
            Self::AcceptsBeside => "join",
            _ => "blind",
        }
    }
}
