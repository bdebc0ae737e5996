//! Written by `make mirror` from the sources of the core: what is changed here by hand is lost.

use crate::tables::*;

take! { core::AddInstitution { institution "institution" } { } }
take! { core::RemoveInstitution { institution "institution" } { } }
take! { core::AddOperator { operator "operator" institution "institution" capacity "capacity" } { } }
take! { core::SetCapacity { operator "operator" capacity "capacity" } { } }
take! { core::SetSkills { operator "operator" skills "skills" } { } }
take! { core::RemoveOperator { operator "operator" } { } }
take! { core::AddQueue { queue "queue" institution "institution" policy "policy" } { } }
take! { core::WatchAvailability { queue "queue" } { watch "watch" = true, } }
take! { core::SetPolicy { queue "queue" policy "policy" } { } }
take! { core::SetHours { queue "queue" hours "hours" } { } }
take! { core::SetQueueState { queue "queue" state "state" } { } }
take! { core::SetProfile { queue "queue" profile "profile" } { } }
take! { core::RemoveQueue { queue "queue" } { } }
take! { core::SetGroup { group "group" institution "institution" operators "operators" } { } }
take! { core::RemoveGroup { group "group" } { } }
take! { core::AssignOperator { operator "operator" queue "queue" limit "limit" } { enabled "enabled" = true, rank "rank" = Default::default(), weight "weight" = 1, } }
take! { core::UnassignOperator { operator "operator" queue "queue" } { } }
take! { core::OptIn { operator "operator" queue "queue" } { } }
take! { core::OptOut { operator "operator" queue "queue" } { } }
take! { core::SetSupervisor { operator "operator" } { queues "queues" = Default::default(), groups "groups" = Default::default(), } }
take! { core::ProposePartnership { with "with" terms "terms" } { } }
take! { core::AcceptPartnership { with "with" proposal "proposal" } { } }
take! { core::DeclinePartnership { with "with" proposal "proposal" } { } }
take! { core::EndPartnership { with "with" } { } }
take! { core::PostListing { terms "terms" } { } }
take! { core::WithdrawListing { } { } }
take! { core::SeeListings { sees "sees" } { } }
take! { core::AnswerListing { of "of" } { } }
take! { core::SetPresence { operator "operator" session "session" show "show" } { priority "priority" = Default::default(), } }
take! { core::EndSession { operator "operator" session "session" } { } }
take! { core::LogOut { operator "operator" } { } }
take! { core::FinishThenLeave { operator "operator" } { leaves "leaves" = true, } }
take! { core::Pause { operator "operator" reason "reason" } { } }
take! { core::Unpause { operator "operator" } { } }
take! { core::OpenChat { chat "chat" queue "queue" patron "patron" preferred "preferred" returns "returns" context "context" channel "channel" salt "salt" } { priority "priority" = Default::default(), excluded "excluded" = Default::default(), needs "needs" = Default::default(), practice "practice" = Default::default(), } }
take! { core::AcceptOffer { chat "chat" offer "offer" } { } }
take! { core::DeclineOffer { chat "chat" offer "offer" } { } }
take! { core::PickChat { chat "chat" } { } }
take! { core::AssignChat { chat "chat" operator "operator" } { } }
take! { core::PostMessage { chat "chat" message "message" content "" } { audience "audience" = Default::default(), } }
take! { core::LeaveChat { chat "chat" } { } }
take! { core::CloseChat { chat "chat" } { } }
take! { core::FinishWrapUp { chat "chat" } { } }
take! { core::DescribeChat { chat "chat" tags "tags" follow_up "followUp" resolution "resolution" } { } }
take! { core::MaskPatron { chat "chat" name "name" } { } }
take! { core::HoldChat { chat "chat" } { } }
take! { core::ResumeChat { chat "chat" } { } }
take! { core::StartChat { chat "chat" queue "queue" patron "patron" context "context" channel "channel" salt "salt" } { practice "practice" = Default::default(), } }
take! { core::DropPatron { chat "chat" } { } }
take! { core::ReturnPatron { chat "chat" } { } }
take! { core::InviteOperator { chat "chat" operator "operator" note "note" } { } }
take! { core::JoinChat { chat "chat" part "part" } { } }
take! { core::RemoveParticipant { chat "chat" operator "operator" } { } }
take! { core::AskBackChat { chat "chat" } { } }
take! { core::TransferChat { chat "chat" to "to" reason "reason" note "note" preferred "preferred" } { mode "mode" = Default::default(), } }
take! { core::CompleteTransfer { chat "chat" transfer "transfer" } { } }
take! { core::ReturnChat { chat "chat" reason "reason" note "note" } { } }
take! { core::CancelTransfer { chat "chat" transfer "transfer" } { } }
take! { core::AllowForeignBuddies { institution "institution" allow "allow" } { } }
take! { core::Subscribe { party "party" buddy "buddy" } { } }
take! { core::ApproveSubscription { party "party" buddy "buddy" } { } }
take! { core::Unsubscribe { party "party" buddy "buddy" } { } }
take! { core::CancelSubscription { party "party" buddy "buddy" } { } }
take! { core::RemoveBuddy { party "party" buddy "buddy" } { } }
take! { core::Block { party "party" buddy "buddy" } { } }
take! { core::Unblock { party "party" buddy "buddy" } { } }
take! { core::SetContactPresence { contact "contact" presence "presence" } { } }
take! { core::RemoveContact { contact "contact" } { } }
take! { core::SendDirectMessage { party "party" buddy "buddy" message "message" content "" chat "chat" } { } }

impl Take for core::Action {
    #[allow(clippy::too_many_lines, reason = "as many as there are")]
    fn take<'b, G: Given<'b>>(given: &mut G) -> Result<Self, Fault> {
        Ok(match given.byte()? {
            0 => core::AddInstitution::take(given)?.into(),
            1 => core::RemoveInstitution::take(given)?.into(),
            2 => core::AddOperator::take(given)?.into(),
            3 => core::SetCapacity::take(given)?.into(),
            4 => core::SetSkills::take(given)?.into(),
            5 => core::RemoveOperator::take(given)?.into(),
            6 => core::AddQueue::take(given)?.into(),
            7 => core::WatchAvailability::take(given)?.into(),
            8 => core::SetPolicy::take(given)?.into(),
            9 => core::SetHours::take(given)?.into(),
            10 => core::SetQueueState::take(given)?.into(),
            11 => core::SetProfile::take(given)?.into(),
            12 => core::RemoveQueue::take(given)?.into(),
            13 => core::SetGroup::take(given)?.into(),
            14 => core::RemoveGroup::take(given)?.into(),
            15 => core::AssignOperator::take(given)?.into(),
            16 => core::UnassignOperator::take(given)?.into(),
            17 => core::OptIn::take(given)?.into(),
            18 => core::OptOut::take(given)?.into(),
            19 => core::SetSupervisor::take(given)?.into(),
            20 => core::ProposePartnership::take(given)?.into(),
            21 => core::AcceptPartnership::take(given)?.into(),
            22 => core::DeclinePartnership::take(given)?.into(),
            23 => core::EndPartnership::take(given)?.into(),
            24 => core::PostListing::take(given)?.into(),
            25 => core::WithdrawListing::take(given)?.into(),
            26 => core::SeeListings::take(given)?.into(),
            27 => core::AnswerListing::take(given)?.into(),
            28 => core::SetPresence::take(given)?.into(),
            29 => core::EndSession::take(given)?.into(),
            30 => core::LogOut::take(given)?.into(),
            31 => core::FinishThenLeave::take(given)?.into(),
            32 => core::Pause::take(given)?.into(),
            33 => core::Unpause::take(given)?.into(),
            34 => core::OpenChat::take(given)?.into(),
            35 => core::AcceptOffer::take(given)?.into(),
            36 => core::DeclineOffer::take(given)?.into(),
            37 => core::PickChat::take(given)?.into(),
            38 => core::AssignChat::take(given)?.into(),
            39 => core::PostMessage::take(given)?.into(),
            40 => core::LeaveChat::take(given)?.into(),
            41 => core::CloseChat::take(given)?.into(),
            42 => core::FinishWrapUp::take(given)?.into(),
            43 => core::DescribeChat::take(given)?.into(),
            44 => core::MaskPatron::take(given)?.into(),
            45 => core::HoldChat::take(given)?.into(),
            46 => core::ResumeChat::take(given)?.into(),
            47 => core::StartChat::take(given)?.into(),
            48 => core::DropPatron::take(given)?.into(),
            49 => core::ReturnPatron::take(given)?.into(),
            50 => core::InviteOperator::take(given)?.into(),
            51 => core::JoinChat::take(given)?.into(),
            52 => core::RemoveParticipant::take(given)?.into(),
            53 => core::AskBackChat::take(given)?.into(),
            54 => core::TransferChat::take(given)?.into(),
            55 => core::CompleteTransfer::take(given)?.into(),
            56 => core::ReturnChat::take(given)?.into(),
            57 => core::CancelTransfer::take(given)?.into(),
            58 => core::AllowForeignBuddies::take(given)?.into(),
            59 => core::Subscribe::take(given)?.into(),
            60 => core::ApproveSubscription::take(given)?.into(),
            61 => core::Unsubscribe::take(given)?.into(),
            62 => core::CancelSubscription::take(given)?.into(),
            63 => core::RemoveBuddy::take(given)?.into(),
            64 => core::Block::take(given)?.into(),
            65 => core::Unblock::take(given)?.into(),
            66 => core::SetContactPresence::take(given)?.into(),
            67 => core::RemoveContact::take(given)?.into(),
            68 => core::SendDirectMessage::take(given)?.into(),
            other => return Err(Fault::new(format!("there is no action {other}"))),
        })
    }
}

/// An action that is new in the core does not compile here.
const _: fn(&core::Action) = |action| match action {
    core::Action::AddInstitution(_)
    | core::Action::RemoveInstitution(_)
    | core::Action::AddOperator(_)
    | core::Action::SetCapacity(_)
    | core::Action::SetSkills(_)
    | core::Action::RemoveOperator(_)
    | core::Action::AddQueue(_)
    | core::Action::WatchAvailability(_)
    | core::Action::SetPolicy(_)
    | core::Action::SetHours(_)
    | core::Action::SetQueueState(_)
    | core::Action::SetProfile(_)
    | core::Action::RemoveQueue(_)
    | core::Action::SetGroup(_)
    | core::Action::RemoveGroup(_)
    | core::Action::AssignOperator(_)
    | core::Action::UnassignOperator(_)
    | core::Action::OptIn(_)
    | core::Action::OptOut(_)
    | core::Action::SetSupervisor(_)
    | core::Action::ProposePartnership(_)
    | core::Action::AcceptPartnership(_)
    | core::Action::DeclinePartnership(_)
    | core::Action::EndPartnership(_)
    | core::Action::PostListing(_)
    | core::Action::WithdrawListing(_)
    | core::Action::SeeListings(_)
    | core::Action::AnswerListing(_)
    | core::Action::SetPresence(_)
    | core::Action::EndSession(_)
    | core::Action::LogOut(_)
    | core::Action::FinishThenLeave(_)
    | core::Action::Pause(_)
    | core::Action::Unpause(_)
    | core::Action::OpenChat(_)
    | core::Action::AcceptOffer(_)
    | core::Action::DeclineOffer(_)
    | core::Action::PickChat(_)
    | core::Action::AssignChat(_)
    | core::Action::PostMessage(_)
    | core::Action::LeaveChat(_)
    | core::Action::CloseChat(_)
    | core::Action::FinishWrapUp(_)
    | core::Action::DescribeChat(_)
    | core::Action::MaskPatron(_)
    | core::Action::HoldChat(_)
    | core::Action::ResumeChat(_)
    | core::Action::StartChat(_)
    | core::Action::DropPatron(_)
    | core::Action::ReturnPatron(_)
    | core::Action::InviteOperator(_)
    | core::Action::JoinChat(_)
    | core::Action::RemoveParticipant(_)
    | core::Action::AskBackChat(_)
    | core::Action::TransferChat(_)
    | core::Action::CompleteTransfer(_)
    | core::Action::ReturnChat(_)
    | core::Action::CancelTransfer(_)
    | core::Action::AllowForeignBuddies(_)
    | core::Action::Subscribe(_)
    | core::Action::ApproveSubscription(_)
    | core::Action::Unsubscribe(_)
    | core::Action::CancelSubscription(_)
    | core::Action::RemoveBuddy(_)
    | core::Action::Block(_)
    | core::Action::Unblock(_)
    | core::Action::SetContactPresence(_)
    | core::Action::RemoveContact(_)
    | core::Action::SendDirectMessage(_) => {}
};
