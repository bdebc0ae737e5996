//! Buddies under random commands.

use refdesk::{
    Action, Actor, AllowForeignBuddies, ApproveSubscription, Block, CancelSubscription, Command,
    Content, OperatorId, Party, Presence, RemoveBuddy, RemoveContact, SendDirectMessage,
    SetContactPresence, Subscribe, Unblock, Unsubscribe,
};

use super::Draw;
use crate::names::id;

/// Few of each kind, so that they meet.
fn party(draw: &mut Draw) -> Party {
    match draw.below(8) {
        0 => Party::Queue { queue: id("q", draw.below(2)) },
        1 => Party::Contact { contact: id("k", draw.below(2)) },
        2 => Party::Operator { operator: id("o", draw.below(7)) },
        _ => Party::Operator { operator: id("o", draw.below(3)) },
    }
}

/// What a random colleague does.
pub(crate) fn colleague(draw: &mut Draw) -> Command {
    let (party, buddy) = (party(draw), party(draw));
    let by = match &party {
        _ if draw.one_in(16) => id::<OperatorId>("o", draw.below(3)).into(),
        Party::Operator { operator } => operator.clone().into(),
        Party::Queue { .. } | Party::Contact { .. } => Actor::Host,
    };
    let action: Action = match draw.below(22) {
        0..=3 => Subscribe { party, buddy }.into(),
        4..=7 => ApproveSubscription { party, buddy }.into(),
        8 => Unsubscribe { party, buddy }.into(),
        9 => CancelSubscription { party, buddy }.into(),
        10 => RemoveBuddy { party, buddy }.into(),
        11 => Block { party, buddy }.into(),
        12 | 13 => Unblock { party, buddy }.into(),
        14 => {
            let presences = [Presence::Chat, Presence::Away, Presence::Offline];
            let presence = presences[usize::try_from(draw.below(3)).unwrap_or_default()];
            let set = SetContactPresence { contact: id("k", draw.below(3)), presence };
            return set.by(Actor::Host);
        }
        15 if draw.one_in(3) => {
            return RemoveContact { contact: id("k", draw.below(3)) }.by(Actor::Host);
        }
        15 => {
            let allow = !draw.one_in(3);
            let institution = id("i", draw.below(2));
            return AllowForeignBuddies { institution, allow }.by(Actor::Host);
        }
        _ => {
            let chat = (!draw.one_in(5)).then(|| id("c", draw.below(24)));
            let (message, content) = (id("m", draw.below(12)), Content::Text("hello".into()));
            SendDirectMessage { party, buddy, message, content, chat }.into()
        }
    };
    action.by(by)
}

/// Who are buddies from the beginning.
pub(crate) fn setting() -> Vec<Command> {
    let operator = |number| Party::Operator { operator: id("o", number) };
    let queue = Party::Queue { queue: id("q", 0) };
    let contact = Party::Contact { contact: id("k", 0) };
    let pairs = [
        (operator(0), operator(1)),
        (operator(1), operator(0)),
        (operator(1), queue.clone()),
        (operator(2), queue),
        (operator(0), contact.clone()),
        (contact, operator(0)),
    ];
    let befriend = |(party, buddy): (Party, Party)| {
        let ask = Subscribe { party: party.clone(), buddy: buddy.clone() };
        let answer = ApproveSubscription { party: buddy, buddy: party };
        [ask.by(Actor::Host), answer.by(Actor::Host)]
    };
    pairs.into_iter().flat_map(befriend).collect()
}
