//! What a host does with a router that it was given, whatever that has been through.

use std::fmt::Debug;

use refdesk::{
    AcceptOffer, Actor, AssignChat, CloseChat, Command, DeclineOffer, LeaveChat, LogOut, OpenChat,
    Page, Pause, PostMessage, RemoveOperator, RemoveQueue, Router, SetCapacity, SetPresence, Show,
    Target, Timestamp, TransferChat, TransferMode, check_invariants,
};
use serde_json::Value;

use crate::Draw;

/// Time goes on for so many timers at most.
const MOST_TIMERS: usize = 12;
/// So many commands are given at most.
const MOST_COMMANDS: usize = 12;

/// Gives commands, moves time on, and asks everything; no rule is broken after any of it.
pub(crate) fn go_on(router: &mut Router, draw: &mut Draw<'_>) {
    look(router);
    for _ in 0..MOST_COMMANDS {
        if draw.is_over() {
            break;
        }
        step(router, draw);
    }
    for _ in 0..MOST_TIMERS {
        let Some(deadline) = router.deadline() else { break };
        advance(router, deadline.at);
    }
    clear_away(router);
    look(router);
}

/// Applies a command, and holds what holds of each; gives whether it was accepted.
pub(crate) fn apply(router: &mut Router, command: &Command) -> bool {
    let before = router.clone();
    let done = router.apply(command);
    if let Err(refusal) = &done {
        assert!(*router == before, "refused ({}), and yet something changed", refusal.code());
    }
    hold(router, command);
    done.is_ok()
}

/// Moves time on, once.
pub(crate) fn advance(router: &mut Router, now: Timestamp) {
    router.advance(now);
    hold(router, &now);
}

/// No rule is broken.
pub(crate) fn hold(router: &Router, after: &impl Debug) {
    if let Err(violation) = check_invariants(router) {
        panic!("{violation}, after {after:?}");
    }
}

fn step(router: &mut Router, draw: &mut Draw<'_>) {
    if draw.below(4) == 0
        && let Some(deadline) = router.deadline()
    {
        return advance(router, deadline.at);
    }
    if let Some(command) = command(&Names::of(router), draw) {
        apply(router, &command);
    }
}

/// Every chat can be closed, wherever it is.
fn clear_away(router: &mut Router) {
    for chat in Names::of(router).chats {
        apply(router, &CloseChat { chat }.by(Actor::Host));
    }
}

/// Asks all that can be asked.
fn look(router: &Router) {
    let names = Names::of(router);
    for chat in &names.chats {
        let _ = router.view_chat(chat);
        let _ = router.position(chat);
        let _ = router.targets(chat, &Actor::Host);
        let _ = router.view_transcript(chat, &Actor::Host);
        let _ = router.explain(chat, &Actor::Host, &Page::first(4));
    }
    for queue in &names.queues {
        let _ = router.availability(queue);
    }
    for operator in &names.operators {
        let _ = router.view_operator(operator);
        let _ = router.colleagues(operator);
    }
}

/// What there is, and what is offered: as a host knows it from the events.
struct Names {
    institutions: Vec<refdesk::InstitutionId>,
    operators: Vec<refdesk::OperatorId>,
    queues: Vec<refdesk::QueueId>,
    chats: Vec<refdesk::ChatId>,
    offers: Vec<(refdesk::ChatId, refdesk::OfferId, refdesk::OperatorId)>,
}

impl Names {
    /// Read from a snapshot, since this host has seen no events.
    fn of(router: &Router) -> Self {
        let snapshot = serde_json::to_value(router.snapshot()).expect("a snapshot is JSON");
        let state = &snapshot["state"];
        let operators: Vec<refdesk::OperatorId> = ids(state, "operators", "/id");
        let mut offers = Vec::new();
        for chat in items(state, "chats") {
            for offer in items(chat, "offers") {
                let at = offer["operator"].as_u64().and_then(|at| usize::try_from(at).ok());
                let operator = at.and_then(|at| operators.get(at)).expect("they are there");
                offers.push((read(&chat["record"]["chat"]), read(&offer["id"]), operator.clone()));
            }
        }
        Self {
            institutions: ids(state, "institutions", "/id"),
            operators,
            queues: ids(state, "queues", "/id"),
            chats: ids(state, "chats", "/record/chat"),
            offers,
        }
    }
}

fn items<'v>(value: &'v Value, list: &str) -> &'v [Value] {
    value[list].as_array().map(Vec::as_slice).unwrap_or_default()
}

fn ids<T: serde::de::DeserializeOwned>(state: &Value, list: &str, id: &str) -> Vec<T> {
    items(state, list).iter().map(|item| read(item.pointer(id).unwrap_or(&Value::Null))).collect()
}

fn read<T: serde::de::DeserializeOwned>(value: &Value) -> T {
    serde_json::from_value(value.clone()).expect("a snapshot has it")
}

fn command(names: &Names, draw: &mut Draw<'_>) -> Option<Command> {
    let chat = draw.one_of(&names.chats).cloned();
    let operator = draw.one_of(&names.operators).cloned();
    let queue = draw.one_of(&names.queues).cloned();
    let session = || "again".try_into().expect("an id");
    Some(match draw.below(16) {
        0..=2 => {
            let (chat, offer, operator) = draw.one_of(&names.offers)?.clone();
            AcceptOffer { chat, offer }.by(operator)
        }
        3 => {
            let (chat, offer, operator) = draw.one_of(&names.offers)?.clone();
            DeclineOffer { chat, offer }.by(operator)
        }
        4 => LogOut { operator: operator.clone()? }.by(operator?),
        5 | 6 => {
            let operator = operator?;
            let set = SetPresence {
                operator: operator.clone(),
                session: session(),
                show: Show::Chat,
                priority: 0,
            };
            set.by(operator)
        }
        7 => LeaveChat { chat: chat? }.by(Actor::Host),
        8 => RemoveOperator { operator: operator? }.by(Actor::Host),
        9 => RemoveQueue { queue: queue? }.by(Actor::Host),
        10 => SetCapacity { operator: operator?, capacity: u16::from(draw.byte()) }.by(Actor::Host),
        11 => AssignChat { chat: chat?, operator: operator? }.by(Actor::Host),
        12 => Pause { operator: operator.clone()?, reason: "lunch".into() }.by(operator?),
        13 => {
            let message = format!("m{}", draw.byte()).as_str().try_into().expect("an id");
            let content = refdesk::Content::Text("hello".into());
            let post = PostMessage {
                chat: chat?,
                message,
                audience: refdesk::Audience::default(),
                content,
            };
            post.by(operator?)
        }
        14 => {
            let transfer = TransferChat {
                chat: chat?,
                to: Target::Queue { queue: queue? },
                reason: None,
                note: None,
                mode: TransferMode::default(),
                preferred: None,
            };
            transfer.by(operator?)
        }
        _ => {
            let chat = format!("new{}", draw.byte()).as_str().try_into().expect("an id");
            let patron = "somebody".try_into().expect("an id");
            let _ = &names.institutions;
            OpenChat::of(chat, queue?, patron).by(Actor::Host)
        }
    })
}
