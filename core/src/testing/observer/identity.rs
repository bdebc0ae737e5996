//! Who a patron is, and what is known of them, is shown to whom a grant lets know it, and to no other
//! partner.

use crate::command::{Queues, Right, View};
use crate::event::{Event, EventKind};
use crate::id::{ChatId, OperatorId, QueueId};
use crate::router::Router;

use super::{Held, rule, same};

/// What operators are shown in a step tells of the patron just where they may know who that is.
pub(crate) fn stays_where_it_may(events: &[Event], router: &Router) -> Held {
    for event in events {
        match &event.kind {
            EventKind::ChatOffered { operator, origin, about: Some(about), .. } => {
                let told = about.context.is_some() || about.returns.is_some();
                rule!(!told || may_know(operator, origin, router), "{:?}", event.kind);
            }
            EventKind::TranscriptShown { chat, operator, handover } => {
                let Some(origin) = origin_of(chat, router) else { continue };
                let knows = may_know(operator, &origin, router);
                let told = handover.context().is_some() || handover.returns().is_some();
                same!(handover.patron.is_some(), knows, "{:?}", &event.kind);
                rule!(!told || knows, "{:?}", &event.kind);
            }
            _ => {}
        }
    }
    Ok(())
}

fn origin_of(chat: &ChatId, router: &Router) -> Option<QueueId> {
    router.view_chat(chat).map(|view| view.origin)
}

/// Whether somebody is of the home of a queue, or of a partner to whom the home shows everything.
fn may_know(operator: &OperatorId, origin: &QueueId, router: &Router) -> bool {
    let there = router.view_operator(operator).expect("they are shown something").institution;
    let queue = router.queue(origin).expect("a chat is on it");
    let home = &router.institutions[router.queues[queue].institution].id;
    if there == *home {
        return true;
    }
    let setup = router.setup();
    let full = |right| right == Right::Transcript { view: View::Full };
    setup.partnerships.iter().any(|pair| {
        let of = |institution| pair.sides.iter().find(|side| side.institution == institution);
        let given = of(home.clone()).filter(|_| of(there.clone()).is_some());
        given.is_some_and(|home| {
            home.gives.iter().any(|grant| full(grant.right) && covers(&grant.queues, origin))
        })
    })
}

fn covers(queues: &Queues, queue: &QueueId) -> bool {
    match queues {
        Queues::All => true,
        Queues::Only { queues } => queues.contains(queue),
    }
}
