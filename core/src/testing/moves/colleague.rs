//! Buddies.

use crate::command::{
    Action, Actor, AllowForeignBuddies, ApproveSubscription, Block, CancelSubscription, Command,
    Party, RemoveBuddy, RemoveContact, SendDirectMessage, SetContactPresence, Subscribe, Unblock,
    Unsubscribe,
};
use crate::content::Content;
use crate::event::Presence;
use crate::testing::cast::Scene;
use crate::testing::step::Move;

/// Few of each kind, so that they meet.
fn party(scene: &mut Scene<'_>) -> Party {
    let cast = scene.cast;
    match scene.draw.below(8) {
        5 => Party::Operator { operator: scene.another() },
        6 => Party::Contact { contact: scene.contact() },
        7 => {
            let queues = &cast.queues[..cast.queues.len().min(2)];
            let queue = scene.draw.one_of(queues).map(|one| one.0.clone());
            Party::Queue { queue: queue.unwrap_or_else(|| scene.queue()) }
        }
        _ => {
            let few = &cast.operators[..cast.operators.len().min(3)];
            let operator = scene.draw.one_of(few).map(|one| one.0.clone());
            Party::Operator { operator: operator.unwrap_or_else(|| scene.another()) }
        }
    }
}

/// What a colleague does.
pub(super) fn colleague(does: Move, scene: &mut Scene<'_>) -> Command {
    let (party, buddy) = tie(does, scene);
    let by = match &party {
        _ if scene.draw.one_in(16) => scene.another().into(),
        Party::Operator { operator } => operator.clone().into(),
        Party::Queue { .. } | Party::Contact { .. } => Actor::Host,
    };
    let action: Action = match does {
        Move::ApproveSubscription => ApproveSubscription { party, buddy }.into(),
        Move::Unsubscribe => Unsubscribe { party, buddy }.into(),
        Move::CancelSubscription => CancelSubscription { party, buddy }.into(),
        Move::RemoveBuddy => RemoveBuddy { party, buddy }.into(),
        Move::Block => Block { party, buddy }.into(),
        Move::Unblock => Unblock { party, buddy }.into(),
        Move::SetContactPresence => {
            let presences = [Presence::Chat, Presence::Away, Presence::Offline];
            let presence = *scene.draw.one_of(&presences).unwrap_or(&Presence::Chat);
            return SetContactPresence { contact: scene.contact(), presence }.by(Actor::Host);
        }
        Move::RemoveContact => {
            return RemoveContact { contact: scene.contact() }.by(Actor::Host);
        }
        Move::AllowForeignBuddies => {
            let allow = !scene.draw.one_in(3);
            let institution = scene.institution();
            return AllowForeignBuddies { institution, allow }.by(Actor::Host);
        }
        Move::SendDirectMessage => {
            let chat = (!scene.draw.one_in(5)).then(|| scene.new_chat());
            let (message, content) = (scene.message(), Content::Text("hello".into()));
            SendDirectMessage { party, buddy, message, content, chat }.into()
        }
        _ => Subscribe { party, buddy }.into(),
    };
    action.by(by)
}

/// The two: who answers or is written to is mostly somebody who has asked.
fn tie(does: Move, scene: &mut Scene<'_>) -> (Party, Party) {
    let asked = scene.cast.asked.iter().rev().take(8).collect::<alloc::vec::Vec<_>>();
    let known = scene.draw.one_of(&asked).map(|&(one, other)| (one.clone(), other.clone()));
    match known {
        Some((one, other)) if does == Move::ApproveSubscription && !scene.draw.one_in(4) => {
            (other, one)
        }
        Some(tie) if does == Move::SendDirectMessage && !scene.draw.one_in(4) => tie,
        _ => (party(scene), party(scene)),
    }
}
