//! A host that simulates: patrons who arrive and give up, operators who accept at once and close.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Distribution, Exp};
use refdesk::{
    AcceptOffer, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, ChatId, CloseChat,
    Command, Config, Event, EventKind, LeaveChat, Level, OpenChat, OperatorId, Order, Outcome,
    Policy, Refusal, Ring, Router, SetPresence, Show, Source, Timestamp,
};

/// A unit of time, the mean service, in milliseconds: so long that rounding does not show.
pub(crate) const UNIT_MS: f64 = 1.0e7;

/// A desk and its patrons.
#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) operators: u32,
    /// How many chats an operator answers at once.
    pub(crate) slots: u16,
    /// Arrivals in a unit of time.
    pub(crate) arrivals: f64,
    /// The rate at which a waiting patron gives up.
    pub(crate) gives_up: Option<f64>,
    pub(crate) ring: Ring,
}

impl Default for Model {
    fn default() -> Self {
        Self {
            operators: 1,
            slots: 1,
            arrivals: 0.5,
            gives_up: None,
            ring: ring_by(Order::LongestIdle),
        }
    }
}

pub(crate) const fn ring_by(order: Order) -> Ring {
    Ring::Best { count: 1, order, lapse_after: None }
}

/// What became of one contact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Contact {
    wait_ms: u64,
    pub(crate) abandoned: bool,
}

impl Contact {
    /// For how many units of time they waited.
    #[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
    pub(crate) fn wait(&self) -> f64 {
        self.wait_ms as f64 / UNIT_MS
    }
}

/// What the host has in mind to do.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Next {
    Arrives(u32),
    GivesUp(u32),
    Finishes(u32),
}

pub(crate) struct Run {
    router: Router,
    model: Model,
    chance: ChaCha8Rng,
    agenda: BinaryHeap<Reverse<(i64, u64, Next)>>,
    planned: u64,
    names: HashMap<ChatId, u32>,
    /// When each chat in line came, and for how many milliseconds how many have waited: the area
    /// under the number of those who wait.
    came: HashMap<u32, i64>,
    area: i64,
    counted_to: i64,
    owners: HashMap<u32, OperatorId>,
    contacts: Vec<Option<Contact>>,
}

/// Plays a seed: every chat that arrives, to its end.
pub(crate) fn run(model: &Model, seed: u64, chats: u32) -> Vec<Contact> {
    let mut run = Run {
        router: staffed(model),
        model: model.clone(),
        chance: ChaCha8Rng::seed_from_u64(seed),
        agenda: BinaryHeap::new(),
        planned: 0,
        names: HashMap::new(),
        came: HashMap::new(),
        area: 0,
        counted_to: 0,
        owners: HashMap::new(),
        contacts: vec![None; chats as usize],
    };
    run.plan(0, run.model.arrivals, Next::Arrives(0));
    while let Some(Reverse((at, _, next))) = run.agenda.pop() {
        let events = run.router.advance(Timestamp::from_millis(at));
        assert!(events.is_empty(), "nothing of this desk is timed by the router");
        run.area += (at - run.counted_to) * i64::try_from(run.came.len()).unwrap_or(i64::MAX);
        run.counted_to = at;
        run.step(at, next);
    }
    let contacts = run.contacts.into_iter();
    let contacts: Vec<Contact> =
        contacts.map(|contact| contact.expect("every chat ends exactly once")).collect();
    // Little's law, to the millisecond: the number of those who wait, summed over time, is the sum
    // of their waits.
    let waited: u64 = contacts.iter().map(|contact| contact.wait_ms).sum();
    assert_eq!(u64::try_from(run.area), Ok(waited), "Little's law");
    contacts
}

fn staffed(model: &Model) -> Router {
    let mut router = Router::new(Config::default(), Timestamp::from_millis(0));
    let mut ask = |command: Command| router.apply(&command).expect("the setting is sound");
    let (institution, queue) = (id("library"), id("desk"));
    ask(AddInstitution { institution }.by(Actor::Host));
    let policy = Policy::of([Level::of([Source::Assigned], model.ring)]);
    ask(AddQueue { queue, institution: id("library"), policy }.by(Actor::Host));
    for number in 0..model.operators {
        let operator: OperatorId = id(&format!("o{number}"));
        let institution = id("library");
        let capacity = model.slots;
        ask(AddOperator { operator: operator.clone(), institution, capacity }.by(Actor::Host));
        let assign =
            AssignOperator { operator: operator.clone(), queue: id("desk"), enabled: true };
        ask(assign.by(Actor::Host));
        let (session, show) = (id("tab"), Show::Available);
        let come = SetPresence { operator: operator.clone(), session, show, priority: 0 };
        ask(come.by(operator));
    }
    router
}

impl Run {
    fn step(&mut self, at: i64, next: Next) {
        match next {
            Next::Arrives(number) => self.arrive(at, number),
            Next::GivesUp(number) => {
                // Who was answered meanwhile has not given up.
                if self.contacts[number as usize].is_none() && !self.owners.contains_key(&number) {
                    self.ask(at, &LeaveChat { chat: name(number) }.by(Actor::Host));
                }
            }
            Next::Finishes(number) => {
                let owner = self.owners.remove(&number).expect("somebody has answered");
                self.ask(at, &CloseChat { chat: name(number) }.by(owner));
            }
        }
    }

    fn arrive(&mut self, at: i64, number: u32) {
        self.came.insert(number, at);
        self.names.insert(name(number), number);
        if let Some(rate) = self.model.gives_up {
            self.plan(at, rate, Next::GivesUp(number));
        }
        if number as usize + 1 < self.contacts.len() {
            self.plan(at, self.model.arrivals, Next::Arrives(number + 1));
        }
        let open = OpenChat {
            chat: name(number),
            queue: id("desk"),
            patron: id(&format!("p{number}")),
            context: None,
        };
        self.ask(at, &open.by(Actor::Host));
    }

    fn plan(&mut self, at: i64, rate: f64, next: Next) {
        let drawn = Exp::new(rate).expect("rates are positive").sample(&mut self.chance);
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole")]
        let after = (drawn * UNIT_MS).round() as i64;
        self.planned += 1;
        self.agenda.push(Reverse((at + after, self.planned, next)));
    }

    /// Gives a command and carries its events out: who is rung accepts at once.
    fn ask(&mut self, at: i64, command: &Command) {
        let events = self.router.apply(command).expect("the host of this desk makes no mistakes");
        for event in &events {
            self.carry_out(at, event);
        }
    }

    fn carry_out(&mut self, at: i64, event: &Event) {
        match &event.kind {
            EventKind::ChatOffered { chat, offer, operator, .. } => {
                let accept = AcceptOffer { chat: chat.clone(), offer: *offer };
                let many = matches!(self.model.ring, Ring::All { .. });
                match self.router.apply(&accept.by(operator.clone())) {
                    Ok(events) => events.iter().for_each(|event| self.carry_out(at, event)),
                    // A ring of many: somebody was faster, or they have another chat by now.
                    Err(Refusal::ChatTaken { .. } | Refusal::OfferGone { .. }) if many => {}
                    Err(other) => panic!("an offer is there to be accepted: {other}"),
                }
            }
            EventKind::ChatClaimed { chat, operator, .. } => {
                let number = self.names[chat];
                self.came.remove(&number);
                self.owners.insert(number, operator.clone());
                self.plan(at, 1.0, Next::Finishes(number));
            }
            EventKind::ChatEnded { chat, record, .. } => {
                let number = self.names.remove(chat).expect("it was opened");
                self.came.remove(&number);
                let stay_ms = record.ended_at.since(record.opened_at).as_millis();
                let (wait_ms, abandoned) = match (record.answers.first(), record.outcome) {
                    (Some(answer), Outcome::Closed) => (answer.waited.as_millis(), false),
                    (None, Outcome::Abandoned) => (stay_ms, true),
                    other => panic!("nobody of this desk ends like this: {other:?}"),
                };
                let before = self.contacts[number as usize].replace(Contact { wait_ms, abandoned });
                assert!(before.is_none(), "a chat ends exactly once");
            }
            _ => {}
        }
    }
}

fn name(number: u32) -> ChatId {
    id(&format!("c{number}"))
}

fn id<'a, T: TryFrom<&'a str>>(text: &'a str) -> T
where
    T::Error: std::fmt::Debug,
{
    T::try_from(text).expect("it is short and plain")
}
