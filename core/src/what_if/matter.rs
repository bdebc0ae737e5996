//! What a recorded command is about, and so what is done with it under another setup.

use crate::command::{
    AcceptOffer, Action, Actor, AskBackChat, AssignChat, CancelTransfer, CloseChat, Command,
    CompleteTransfer, DeclineOffer, DescribeChat, DropPatron, FinishWrapUp, HoldChat,
    InviteOperator, JoinChat, LeaveChat, MaskPatron, PickChat, PostMessage, RemoveParticipant,
    ResumeChat, ReturnChat, ReturnPatron, TransferChat,
};
use crate::id::{ChatId, OfferId, OperatorId};

/// What a command is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Matter<'c> {
    /// How the collaborative is set up: the other document stands for it.
    Setup,
    /// People, queues or a new chat, at a time of its own.
    Moment,
    /// The answer to an offer.
    Answer(&'c ChatId, OfferId),
    /// An open chat.
    Chat(&'c ChatId),
}

impl<'c> Matter<'c> {
    #[expect(clippy::too_many_lines, reason = "a table")]
    pub(super) const fn of(command: &'c Command) -> Self {
        match &command.action {
            Action::AddInstitution(_)
            | Action::RemoveInstitution(_)
            | Action::AddOperator(_)
            | Action::SetCapacity(_)
            | Action::SetSkills(_)
            | Action::RemoveOperator(_)
            | Action::AddQueue(_)
            | Action::SetPolicy(_)
            | Action::SetHours(_)
            | Action::SetProfile(_)
            | Action::RemoveQueue(_)
            | Action::SetGroup(_)
            | Action::RemoveGroup(_)
            | Action::AssignOperator(_)
            | Action::UnassignOperator(_)
            | Action::SetSupervisor(_)
            | Action::ProposePartnership(_)
            | Action::AcceptPartnership(_)
            | Action::DeclinePartnership(_)
            | Action::EndPartnership(_)
            | Action::PostListing(_)
            | Action::WithdrawListing(_)
            | Action::SeeListings(_)
            | Action::AnswerListing(_) => Self::Setup,

            Action::WatchAvailability(_)
            | Action::SetQueueState(_)
            | Action::OptIn(_)
            | Action::OptOut(_)
            | Action::SetPresence(_)
            | Action::EndSession(_)
            | Action::LogOut(_)
            | Action::FinishThenLeave(_)
            | Action::Pause(_)
            | Action::Unpause(_)
            | Action::OpenChat(_)
            | Action::StartChat(_)
            | Action::AllowForeignBuddies(_)
            | Action::Subscribe(_)
            | Action::ApproveSubscription(_)
            | Action::Unsubscribe(_)
            | Action::CancelSubscription(_)
            | Action::RemoveBuddy(_)
            | Action::Block(_)
            | Action::Unblock(_)
            | Action::SetContactPresence(_)
            | Action::RemoveContact(_)
            | Action::SendDirectMessage(_) => Self::Moment,

            Action::AcceptOffer(AcceptOffer { chat, offer })
            | Action::DeclineOffer(DeclineOffer { chat, offer }) => Self::Answer(chat, *offer),

            Action::PickChat(PickChat { chat })
            | Action::AssignChat(AssignChat { chat, .. })
            | Action::PostMessage(PostMessage { chat, .. })
            | Action::LeaveChat(LeaveChat { chat })
            | Action::CloseChat(CloseChat { chat })
            | Action::FinishWrapUp(FinishWrapUp { chat })
            | Action::DescribeChat(DescribeChat { chat, .. })
            | Action::MaskPatron(MaskPatron { chat, .. })
            | Action::HoldChat(HoldChat { chat })
            | Action::ResumeChat(ResumeChat { chat })
            | Action::DropPatron(DropPatron { chat })
            | Action::ReturnPatron(ReturnPatron { chat })
            | Action::InviteOperator(InviteOperator { chat, .. })
            | Action::JoinChat(JoinChat { chat, .. })
            | Action::RemoveParticipant(RemoveParticipant { chat, .. })
            | Action::AskBackChat(AskBackChat { chat })
            | Action::TransferChat(TransferChat { chat, .. })
            | Action::CompleteTransfer(CompleteTransfer { chat, .. })
            | Action::ReturnChat(ReturnChat { chat, .. })
            | Action::CancelTransfer(CancelTransfer { chat, .. }) => Self::Chat(chat),
        }
    }
}

/// The operator who gives a command.
pub(super) const fn operator(by: &Actor) -> Option<&OperatorId> {
    match by {
        Actor::Operator { operator } => Some(operator),
        Actor::Host | Actor::Institution { .. } | Actor::Patron { .. } => None,
    }
}
