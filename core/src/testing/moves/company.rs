//! Who else takes part in a chat, and to whom it is handed over.

use crate::command::{
    Actor, AskBackChat, CancelTransfer, Command, CompleteTransfer, InviteOperator, JoinChat, Part,
    RemoveParticipant, ReturnChat, Target, TransferChat, TransferMode,
};
use crate::id::{ChatId, InstitutionId, OperatorId, TransferId};
use crate::testing::cast::Scene;

pub(super) fn invite(scene: &mut Scene<'_>) -> Command {
    let (chat, owner) = scene.answered();
    InviteOperator { chat, operator: scene.another(), note: None }.by(owner)
}

pub(super) fn join(scene: &mut Scene<'_>) -> Command {
    let invited = scene.last_open(&scene.cast.invited);
    let (chat, guest) = invited.unwrap_or_else(|| (scene.chat(), scene.operator()));
    let (chat, guest, part) = match scene.draw.below(8) {
        6 => (scene.chat(), scene.operator(), Part::Observer),
        7 => (scene.chat(), scene.operator(), Part::Whisperer),
        _ => (chat, guest, Part::Invited),
    };
    JoinChat { chat, part }.by(guest)
}

pub(super) fn remove(scene: &mut Scene<'_>) -> Command {
    let invited = scene.last_open(&scene.cast.invited);
    let joined = scene.last_open(&scene.cast.joined);
    let found = if scene.draw.one_in(4) { invited } else { joined };
    let (chat, guest) = found.unwrap_or_else(|| (scene.chat(), scene.another()));
    let by = if scene.draw.one_in(4) { scene.operator() } else { guest.clone() };
    RemoveParticipant { chat, operator: guest }.by(by)
}

pub(super) fn ask_back(scene: &mut Scene<'_>) -> Command {
    let (chat, home) = match abroad(scene) {
        Some(found) => found,
        None => (scene.chat(), scene.institution()),
    };
    let of_home = scene.operators_of(&home);
    let by = scene.draw.one_of(&of_home).cloned();
    AskBackChat { chat }.by(by.unwrap_or_else(|| scene.operator()))
}

/// A chat that is answered in another institution than its own, and its own.
fn abroad(scene: &Scene<'_>) -> Option<(ChatId, InstitutionId)> {
    let router = scene.router;
    let homes = scene.cast.institutions.iter();
    let mut abroad = homes.filter_map(|home| {
        let chats = router.chats_at_partners(home, &Actor::Host).unwrap_or_default();
        let foreign = |owner: &OperatorId| {
            let owner = router.view_operator(owner);
            owner.is_some_and(|owner| owner.institution != *home)
        };
        let chat = chats.into_iter().find(|view| view.owner.as_ref().is_some_and(foreign));
        chat.map(|view| (view.chat, home.clone()))
    });
    abroad.next()
}

pub(super) fn transfer(scene: &mut Scene<'_>) -> Command {
    let (chat, owner) = scene.answered();
    let to = if scene.draw.one_in(2) {
        Target::Queue { queue: scene.queue() }
    } else {
        Target::Operator { operator: scene.another() }
    };
    let mode = match scene.draw.below(6) {
        3 | 4 => TransferMode::Consult,
        5 => TransferMode::Join,
        _ => TransferMode::Blind,
    };
    let preferred = scene.draw.one_in(4).then(|| scene.another());
    let plain = TransferChat::of(chat, to);
    TransferChat { note: Some("n".into()), mode, preferred, ..plain }.by(owner)
}

pub(super) fn cancel(scene: &mut Scene<'_>) -> Command {
    let (chat, transfer) = under_way(scene);
    CancelTransfer { chat, transfer }.by(Actor::Host)
}

pub(super) fn complete(scene: &mut Scene<'_>) -> Command {
    let (chat, transfer) = under_way(scene);
    let owner = scene.router.view_chat(&chat).and_then(|view| view.owner);
    CompleteTransfer { chat, transfer }.by(owner.unwrap_or_else(|| scene.operator()))
}

/// A transfer, mostly one that is pending.
fn under_way(scene: &mut Scene<'_>) -> (ChatId, TransferId) {
    match scene.cast.transfers.last() {
        Some(found) if !scene.draw.one_in(8) => found.clone(),
        _ => (scene.chat(), TransferId::new(scene.draw.small(4))),
    }
}

pub(super) fn give_back(scene: &mut Scene<'_>) -> Command {
    let (chat, owner) = scene.answered();
    ReturnChat { chat, reason: None, note: None }.by(owner)
}
