//! The host: it moves the time on, hands one command at a time in, and reads the events.

use std::collections::BTreeSet;

use refdesk::{
    AcceptOffer, Action, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, ChatId,
    CloseChat, Config, Event, EventKind, Level, OfferId, OpenChat, OperatorId, Order, Policy, Ring,
    Router, SetPresence, Show, Source, Span, Timestamp,
};

use crate::workload::{Chat, Operator, Run};

pub struct Host {
    router: Router,
    clock: Timestamp,
    /// One buffer for the events of every step.
    events: Vec<Event>,
}

/// Who is rung for a chat.
pub struct Rung {
    pub chat: ChatId,
    pub offer: OfferId,
    pub operator: OperatorId,
}

impl Host {
    /// A desk on which every operator is there, and every queue rings the least busy one, then
    /// the longest idle.
    pub fn staffed(run: &Run) -> Self {
        let clock = Timestamp::default();
        let router = Router::new(Config::default(), clock);
        let mut host = Self { router, clock, events: Vec::new() };
        host.hand_in(Actor::Host, AddInstitution { institution: id("library") });
        for queue in queues(run) {
            let policy = Policy::of([Level::of([Source::Assigned], Ring::best(Order::LeastBusy))]);
            let add = AddQueue { queue: id(queue), institution: id("library"), policy };
            host.hand_in(Actor::Host, add);
        }
        for operator in &run.operators {
            host.add(operator, run.capacity);
        }
        host
    }

    fn add(&mut self, operator: &Operator, capacity: u16) {
        let who: OperatorId = id(&operator.id);
        let add = AddOperator { operator: who.clone(), institution: id("library"), capacity };
        self.hand_in(Actor::Host, add);
        for queue in &operator.queues {
            let (operator, queue) = (who.clone(), id(queue));
            self.hand_in(Actor::Host, AssignOperator::of(operator, queue));
        }
        let come = SetPresence {
            operator: who.clone(),
            session: id("desk"),
            show: Show::Available,
            priority: 0,
        };
        self.hand_in(who, come);
    }

    /// A patron asks, and somebody is rung.
    pub fn open(&mut self, chat: &Chat) -> Rung {
        let open = OpenChat::of(id(&chat.id), id(&chat.queue), id(&chat.id));
        self.hand_in(Actor::Host, open);
        let rung = self.events.iter().find_map(|event| {
            let EventKind::ChatOffered { chat, offer, operator, .. } = &event.kind else {
                return None;
            };
            Some(Rung { chat: chat.clone(), offer: *offer, operator: operator.clone() })
        });
        rung.expect("somebody is free")
    }

    /// The operator who is rung takes the chat.
    pub fn claim(&mut self, rung: &Rung) {
        let accept = AcceptOffer { chat: rung.chat.clone(), offer: rung.offer };
        self.hand_in(rung.operator.clone(), accept);
    }

    /// The operator who answers a chat ends it.
    pub fn close(&mut self, rung: Rung) {
        self.hand_in(rung.operator, CloseChat { chat: rung.chat });
    }

    /// A millisecond goes by.
    pub fn wait(&mut self) {
        self.clock = self.clock.saturating_add(Span::from_millis(1));
    }

    fn hand_in(&mut self, actor: impl Into<Actor>, action: impl Into<Action>) {
        self.events.clear();
        self.router.advance_into(self.clock, &mut self.events);
        let command = action.into().by(actor);
        self.router.apply_into(&command, &mut self.events).expect("the workload is sound");
    }
}

/// All queues, each once.
fn queues(run: &Run) -> BTreeSet<&str> {
    run.operators.iter().flat_map(|operator| &operator.queues).map(String::as_str).collect()
}

fn id<Id: std::str::FromStr<Err: std::fmt::Debug>>(text: &str) -> Id {
    text.parse().expect("a valid id")
}
