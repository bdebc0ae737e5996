//! What the host may ask of the router: who asks, and for what.
//!
//! One struct for each action, grouped by area; [`Action`] is any one of them.

mod chat;
mod colleague;
mod company;
mod directory;
mod partnership;
mod presence;
mod transfer;

use serde::{Deserialize, Serialize};

use crate::id::{InstitutionId, OperatorId, PatronId};

pub use chat::{
    AcceptOffer, AssignChat, CloseChat, DeclineOffer, DescribeChat, DropPatron, FinishWrapUp,
    HoldChat, LeaveChat, MaskPatron, OpenChat, PickChat, PostMessage, ResumeChat, ReturnPatron,
    StartChat,
};
pub use colleague::{
    AllowForeignBuddies, ApproveSubscription, Block, CancelSubscription, Party, RemoveBuddy,
    RemoveContact, SendDirectMessage, SetContactPresence, Subscribe, Unblock, Unsubscribe,
};
pub use company::{AskBackChat, InviteOperator, JoinChat, Part, RemoveParticipant};
pub use directory::{
    AddInstitution, AddOperator, AddQueue, AssignOperator, OptIn, OptOut, RemoveGroup,
    RemoveInstitution, RemoveOperator, RemoveQueue, SetCapacity, SetGroup, SetHours, SetPolicy,
    SetProfile, SetQueueState, SetSkills, SetSupervisor, Switch, UnassignOperator,
    WatchAvailability,
};
pub use partnership::{
    AcceptPartnership, AnswerListing, DeclinePartnership, EndPartnership, EndRule, Grant,
    PostListing, ProposePartnership, Queues, Right, SeeListings, Terms, View, WithdrawListing,
};
pub use presence::{EndSession, FinishThenLeave, LogOut, Pause, SetPresence, Show, Unpause};
pub use transfer::{
    CancelTransfer, CompleteTransfer, ReturnChat, Target, TransferChat, TransferMode,
};

/// The version of the wire form, as `docs/wire.md` describes it.
pub const WIRE_VERSION: u16 = 1;

/// A [request](Action::by): who gives it, and what is wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Command {
    /// Who gives the command. The host has made sure that it is really they.
    pub by: Actor,
    /// What they want.
    pub action: Action,
}

/// Who gives a command.
#[derive(Clone, Debug, Eq, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", deny_unknown_fields)]
pub enum Actor {
    /// The chat product that embeds the router.
    Host,
    /// An institution, that is, its administrator.
    Institution {
        /// Which one.
        institution: InstitutionId,
    },
    /// An operator.
    Operator {
        /// Who.
        operator: OperatorId,
    },
    /// A patron.
    Patron {
        /// Who.
        patron: PatronId,
    },
}

impl From<InstitutionId> for Actor {
    fn from(institution: InstitutionId) -> Self {
        Self::Institution { institution }
    }
}

impl From<OperatorId> for Actor {
    fn from(operator: OperatorId) -> Self {
        Self::Operator { operator }
    }
}

impl From<PatronId> for Actor {
    fn from(patron: PatronId) -> Self {
        Self::Patron { patron }
    }
}

/// Builds [`Action`] from the structs, and the doors from each struct to a command.
macro_rules! actions {
    ($($(#[$area:meta])* $name:ident,)*) => {
        /// What a command wants: one variant for each struct of the same name.
        ///
        /// Exhaustive on purpose: a new action is a breaking change, and each binding must notice.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(tag = "type", rename_all = "camelCase")]
        pub enum Action {$(
            $(#[$area])*
            #[doc = concat!("See [`", stringify!($name), "`].")]
            $name($name),
        )*}

        impl Action {
            /// The command of `actor` that wants this.
            pub fn by(self, actor: impl Into<Actor>) -> Command {
                Command { by: actor.into(), action: self }
            }

            /// The names of all actions. In the `type` of the wire form they begin with a small letter.
            pub const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];
        }

        $(
            impl From<$name> for Action {
                fn from(action: $name) -> Self {
                    Self::$name(action)
                }
            }

            impl $name {
                /// The command of `actor` that wants this.
                pub fn by(self, actor: impl Into<Actor>) -> Command {
                    Action::from(self).by(actor)
                }
            }
        )*
    };
}

actions! {
    AddInstitution,
    RemoveInstitution,
    AddOperator,
    SetCapacity,
    SetSkills,
    RemoveOperator,
    AddQueue,
    WatchAvailability,
    SetPolicy,
    SetHours,
    SetQueueState,
    SetProfile,
    RemoveQueue,
    SetGroup,
    RemoveGroup,
    AssignOperator,
    UnassignOperator,
    OptIn,
    OptOut,
    SetSupervisor,
    ProposePartnership,
    AcceptPartnership,
    DeclinePartnership,
    EndPartnership,
    PostListing,
    WithdrawListing,
    SeeListings,
    AnswerListing,
    SetPresence,
    EndSession,
    LogOut,
    FinishThenLeave,
    Pause,
    Unpause,
    OpenChat,
    AcceptOffer,
    DeclineOffer,
    PickChat,
    AssignChat,
    PostMessage,
    LeaveChat,
    CloseChat,
    FinishWrapUp,
    DescribeChat,
    MaskPatron,
    HoldChat,
    ResumeChat,
    StartChat,
    DropPatron,
    ReturnPatron,
    InviteOperator,
    JoinChat,
    RemoveParticipant,
    AskBackChat,
    TransferChat,
    CompleteTransfer,
    ReturnChat,
    CancelTransfer,
    AllowForeignBuddies,
    Subscribe,
    ApproveSubscription,
    Unsubscribe,
    CancelSubscription,
    RemoveBuddy,
    Block,
    Unblock,
    SetContactPresence,
    RemoveContact,
    SendDirectMessage,
}
