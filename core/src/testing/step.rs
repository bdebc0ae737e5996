//! Steps: a few numbers each, which mean something at any router.

use alloc::vec::Vec;

/// Builds [`Move`], and the table of how often each is made.
macro_rules! moves {
    (
        time { $($(#[$doc:meta])* $time:ident $often:literal,)* }
        daily { $($daily:ident $weight:literal,)* }
        changing { $($changing:ident $more:literal,)* }
    ) => {
        /// What a step does: time goes by, or somebody gives a command of this name.
        #[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
        pub enum Move {
            $($(#[$doc])* $time,)*
            $(#[doc = concat!("See [`", stringify!($daily), "`](crate::", stringify!($daily), ").")]
            $daily,)*
            $(#[doc = concat!("See [`", stringify!($changing), "`](crate::", stringify!($changing), ").")]
            $changing,)*
        }

        /// Each move, and how many of 256 bytes mean it.
        const MOVES: &[(Move, u8)] = &[
            $((Move::$time, $often),)*
            $((Move::$daily, $weight),)*
            $((Move::$changing, $more),)*
        ];

        /// How many bytes mean a move that leaves the setup as it is. They come first.
        pub(crate) const DAILY: u8 = 0 $(+ $often)* $(+ $weight)*;

        impl Move {
            /// Whether it changes what a setup document says: who is there, policies, partnerships.
            #[must_use]
            pub const fn changes_setup(self) -> bool {
                matches!(self, $(Self::$changing)|*)
            }
        }
    };
}

moves! {
    time {
        /// A span goes by.
        Wait 28,
        /// The time comes for which the next timer is set, or nearly.
        Wake 20,
    }
    daily {
        OpenChat 26,
        AcceptOffer 22,
        DeclineOffer 10,
        PickChat 4,
        AssignChat 2,
        PostMessage 11,
        LeaveChat 2,
        CloseChat 4,
        HoldChat 2,
        ResumeChat 2,
        DropPatron 2,
        ReturnPatron 2,
        StartChat 2,
        MaskPatron 1,
        DescribeChat 1,
        FinishWrapUp 1,
        InviteOperator 4,
        JoinChat 7,
        RemoveParticipant 3,
        AskBackChat 1,
        TransferChat 9,
        CancelTransfer 2,
        CompleteTransfer 4,
        ReturnChat 2,
        SetPresence 7,
        EndSession 3,
        LogOut 1,
        FinishThenLeave 1,
        Pause 1,
        Unpause 3,
        OptIn 2,
        OptOut 1,
        Subscribe 2,
        ApproveSubscription 3,
        Unsubscribe 1,
        CancelSubscription 1,
        RemoveBuddy 1,
        Block 1,
        Unblock 1,
        SetContactPresence 1,
        RemoveContact 1,
        SendDirectMessage 4,
        WatchAvailability 1,
        SetQueueState 3,
    }
    changing {
        SetPolicy 7,
        SetHours 2,
        SetGroup 2,
        RemoveGroup 1,
        SetProfile 1,
        SetSkills 2,
        SetCapacity 2,
        AssignOperator 3,
        UnassignOperator 1,
        SetSupervisor 1,
        AddOperator 2,
        RemoveOperator 1,
        AddQueue 1,
        RemoveQueue 1,
        AddInstitution 1,
        RemoveInstitution 1,
        ProposePartnership 3,
        AcceptPartnership 4,
        DeclinePartnership 1,
        EndPartnership 1,
        PostListing 1,
        WithdrawListing 1,
        SeeListings 1,
        AnswerListing 1,
        AllowForeignBuddies 1,
    }
}

/// One step of a story, in numbers that mean something at any router: `does` says what, and the
/// others choose who does it, to which chat, and how, of those who are there and of what there is.
///
/// So any list of steps is a story at any desk. Most are accepted; some name who is not there or may
/// not, for a host may be asked for that, too.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq)]
pub struct Step {
    /// What is done.
    pub does: Move,
    /// Which operator, or which offer.
    pub who: u8,
    /// Which chat.
    pub what: u8,
    /// Everything else.
    pub more: u64,
}

impl Step {
    /// How many bytes make a step.
    pub const BYTES: usize = 11;

    /// The step that some bytes mean. All of them mean one.
    #[must_use]
    pub fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        let [does, who, what, more @ ..] = bytes;
        let more = u64::from_le_bytes(more);
        Self { does: Move::from_byte(does), who, what, more }
    }

    /// The story that some bytes mean, as a fuzzer has them. What is missing of the last step is 0.
    #[must_use]
    pub fn story(bytes: &[u8]) -> Vec<Self> {
        let step = |chunk: &[u8]| {
            let mut whole = [0; Self::BYTES];
            whole.iter_mut().zip(chunk).for_each(|(to, from)| *to = *from);
            Self::from_bytes(whole)
        };
        bytes.chunks(Self::BYTES).map(step).collect()
    }
}

impl Move {
    /// What a byte means: each move as often as it is to be made.
    #[must_use]
    pub fn from_byte(byte: u8) -> Self {
        let mut left = byte;
        for &(which, weight) in MOVES {
            match left.checked_sub(weight) {
                Some(less) => left = less,
                None => return which,
            }
        }
        Self::Wait
    }
}

/// No byte is left without a meaning, and no move without a byte.
const _: () = {
    let (mut sum, mut at) = (0_u16, 0);
    while at < MOVES.len() {
        assert!(MOVES[at].1 > 0);
        sum += MOVES[at].1 as u16;
        at += 1;
    }
    assert!(sum == 256);
};
