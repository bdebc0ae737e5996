//! What each move means at a router: whom it names, and how it is done.

mod chat;
mod colleague;
mod company;
mod directory;
mod partnership;
mod staff;

use crate::time::{Span, Timestamp};

use super::cast::{Next, Scene};
use super::step::Move;

pub(super) fn decide(does: Move, scene: &mut Scene<'_>) -> Next {
    let does = if scene.draw.one_in(12) { does } else { instead(does, scene) };
    let command = match does {
        Move::Wait => return Next::Time(wait(scene)),
        Move::Wake => return Next::Time(wake(scene)),
        Move::OpenChat => chat::open(scene),
        Move::AcceptOffer => chat::accept(scene),
        Move::DeclineOffer => chat::decline(scene),
        Move::PickChat => chat::pick(scene),
        Move::AssignChat => chat::assign(scene),
        Move::PostMessage => chat::post(scene),
        Move::LeaveChat => chat::leave(scene),
        Move::CloseChat => chat::close(scene),
        Move::HoldChat => chat::hold(scene),
        Move::ResumeChat => chat::resume(scene),
        Move::DropPatron => chat::drops(scene),
        Move::ReturnPatron => chat::returns(scene),
        Move::StartChat => chat::start(scene),
        Move::MaskPatron => chat::mask(scene),
        Move::DescribeChat => chat::describe(scene),
        Move::FinishWrapUp => chat::finish_wrap_up(scene),
        Move::InviteOperator => company::invite(scene),
        Move::JoinChat => company::join(scene),
        Move::RemoveParticipant => company::remove(scene),
        Move::AskBackChat => company::ask_back(scene),
        Move::TransferChat => company::transfer(scene),
        Move::CancelTransfer => company::cancel(scene),
        Move::CompleteTransfer => company::complete(scene),
        Move::ReturnChat => company::give_back(scene),
        Move::SetPresence
        | Move::EndSession
        | Move::LogOut
        | Move::FinishThenLeave
        | Move::Pause
        | Move::Unpause
        | Move::OptIn
        | Move::OptOut
        | Move::WatchAvailability
        | Move::SetQueueState => staff::staff(does, scene),
        Move::Subscribe
        | Move::ApproveSubscription
        | Move::Unsubscribe
        | Move::CancelSubscription
        | Move::RemoveBuddy
        | Move::Block
        | Move::Unblock
        | Move::SetContactPresence
        | Move::RemoveContact
        | Move::AllowForeignBuddies
        | Move::SendDirectMessage => colleague::colleague(does, scene),
        Move::ProposePartnership
        | Move::AcceptPartnership
        | Move::DeclinePartnership
        | Move::EndPartnership
        | Move::PostListing
        | Move::WithdrawListing
        | Move::SeeListings
        | Move::AnswerListing => partnership::partnership(does, scene),
        _ => directory::directory(does, scene),
    };
    Next::Command(command)
}

/// How many chats are many at a small desk.
const MANY: usize = 6;

/// What is done where there is nothing yet to do it with: who answers nobody takes a chat first, and
/// where nobody is rung somebody comes.
fn instead(does: Move, scene: &Scene<'_>) -> Move {
    let does = match does {
        Move::CloseChat
        | Move::HoldChat
        | Move::ResumeChat
        | Move::DescribeChat
        | Move::FinishWrapUp
        | Move::InviteOperator
        | Move::JoinChat
        | Move::RemoveParticipant
        | Move::AskBackChat
        | Move::TransferChat
        | Move::CancelTransfer
        | Move::CompleteTransfer
        | Move::ReturnChat
            if scene.owned().is_none() =>
        {
            Move::AcceptOffer
        }
        Move::PostMessage | Move::LeaveChat | Move::DropPatron | Move::MaskPatron
            if scene.cast.open.is_empty() =>
        {
            Move::AcceptOffer
        }
        Move::CancelTransfer | Move::CompleteTransfer if scene.cast.transfers.is_empty() => {
            Move::TransferChat
        }
        Move::JoinChat if scene.last_open(&scene.cast.invited).is_none() => Move::InviteOperator,
        Move::RemoveParticipant if scene.last_open(&scene.cast.joined).is_none() => Move::JoinChat,
        _ => does,
    };
    match does {
        Move::AcceptOffer | Move::DeclineOffer | Move::PickChat if scene.cast.offers.is_empty() => {
            // Many wait, and nobody can be rung: somebody comes.
            let many = scene.cast.open.len() >= MANY;
            if many { Move::SetPresence } else { Move::OpenChat }
        }
        _ => does,
    }
}

/// Mostly moments, for desks that think in milliseconds; seldom seconds, and minutes for hours.
fn wait(scene: &mut Scene<'_>) -> Timestamp {
    let draw = &mut scene.draw;
    let millis = match draw.below(24) {
        22 => draw.below(60) * 1_000,
        23 => draw.below(30) * 60_000,
        _ => draw.below(40) * draw.below(4),
    };
    scene.router.now().saturating_add(Span::from_millis(millis))
}

/// To the next timer; or to a moment or half the way before it.
fn wake(scene: &mut Scene<'_>) -> Timestamp {
    let now = scene.router.now();
    let Some(deadline) = scene.router.deadline() else { return wait(scene) };
    let left = deadline.at.as_millis().saturating_sub(now.as_millis());
    let before = match scene.draw.below(8) {
        6 => 1,
        7 => left / 2,
        _ => 0,
    };
    Timestamp::from_millis(deadline.at.as_millis().saturating_sub(before)).max(now)
}
