//! A host that simulates: patrons who arrive and give up, operators who accept and close.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap, HashSet};

use rand::SeedableRng;
use rand_chacha::ChaCha8Rng;
use rand_distr::{Bernoulli, Distribution, Exp};
use refdesk::{
    AcceptOffer, Actor, ChatId, CloseChat, Command, Event, EventKind, InstitutionId, LeaveChat,
    OfferId, OpenChat, OperatorId, Outcome, Position, Record, Router, Timestamp,
};

use crate::desk::{Arrivals, Model, UNIT_MS, id, name, staffed};

/// What became of one contact.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Contact {
    wait_ms: u64,
    /// After how long somebody was rung for them first.
    rung_ms: Option<u64>,
    /// What they were told when they came, if they had to wait and it was asked.
    position: Option<Position>,
    pub(crate) fate: Fate,
    pub(crate) urgent: bool,
}

/// How a contact ended: in one way only.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Fate {
    /// An operator of this team answered.
    Answered {
        team: usize,
    },
    GaveUp,
    /// The queue closed it.
    Lost,
}

impl Contact {
    /// For how many units of time they waited.
    pub(crate) fn wait(&self) -> f64 {
        units(self.wait_ms)
    }

    /// Which in line they were told they were when they came, and for how many units of time they were
    /// told they would wait.
    pub(crate) fn told(&self) -> Option<(u32, f64)> {
        let told = self.position?;
        Some((told.before + 1, units(told.expected_wait?.as_millis())))
    }

    /// For how many of them nobody was rung.
    pub(crate) fn wait_to_offer(&self) -> f64 {
        units(self.rung_ms.unwrap_or(self.wait_ms))
    }
}

#[expect(clippy::cast_precision_loss, reason = "far below 2^53")]
fn units(ms: u64) -> f64 {
    ms as f64 / UNIT_MS
}

/// What people have in mind to do.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Next {
    Arrives(u32),
    GivesUp(u32),
    Accepts(u32, OfferId),
    Finishes(u32),
}

struct Run<'a> {
    router: Router,
    model: &'a Model,
    teams: Vec<InstitutionId>,
    chance: ChaCha8Rng,
    agenda: BinaryHeap<Reverse<(i64, u64, Next)>>,
    planned: u64,
    names: HashMap<ChatId, u32>,
    /// When each chat in line came, and for how many milliseconds how many have waited: the area
    /// under the number of those who wait.
    came: HashMap<u32, i64>,
    area: i64,
    now: i64,
    first_rung: HashMap<u32, u64>,
    urgent: HashSet<u32>,
    told: HashMap<u32, Position>,
    /// The offers that are out.
    rung: BTreeMap<(u32, OfferId), OperatorId>,
    owners: HashMap<u32, OperatorId>,
    contacts: Vec<Option<Contact>>,
}

/// Plays a seed: every chat that arrives, to its end.
pub(crate) fn run(model: &Model, seed: u64, chats: u32) -> Vec<Contact> {
    let mut run = Run {
        router: staffed(model),
        model,
        teams: (0..model.teams.len()).map(|team| id(&name(team))).collect(),
        chance: ChaCha8Rng::seed_from_u64(seed),
        agenda: BinaryHeap::new(),
        planned: 0,
        names: HashMap::new(),
        came: HashMap::new(),
        area: 0,
        now: 0,
        first_rung: HashMap::new(),
        urgent: HashSet::new(),
        told: HashMap::new(),
        rung: BTreeMap::new(),
        owners: HashMap::new(),
        contacts: vec![None; chats as usize],
    };
    run.plan_arrival(0);
    while run.goes_on() {}
    assert!(run.rung.is_empty(), "every offer ends");
    let contacts = run.contacts.into_iter();
    let contacts: Vec<Contact> =
        contacts.map(|contact| contact.expect("every chat ends exactly once")).collect();
    // Little's law, to the millisecond: the number of those who wait, summed over time, is the sum
    // of their waits.
    let waited: u64 = contacts.iter().map(|contact| contact.wait_ms).sum();
    assert_eq!(u64::try_from(run.area), Ok(waited), "Little's law");
    contacts
}

impl Run<'_> {
    /// The next thing happens: an alarm of the router, or what somebody has in mind.
    fn goes_on(&mut self) -> bool {
        let planned = self.agenda.peek().map(|Reverse((at, ..))| *at);
        let alarm = self.router.deadline().map(|deadline| deadline.at.as_millis());
        if let Some(alarm) = alarm.filter(|&alarm| planned.is_none_or(|at| alarm <= at)) {
            self.wait_until(alarm);
            return true;
        }
        let Some(Reverse((at, _, next))) = self.agenda.pop() else { return false };
        self.wait_until(at);
        self.step(next);
        true
    }

    fn wait_until(&mut self, at: i64) {
        self.area += (at - self.now) * i64::try_from(self.came.len()).unwrap_or(i64::MAX);
        self.now = at;
        let events = self.router.advance(Timestamp::from_millis(at));
        self.carry_out(&events);
    }

    fn step(&mut self, next: Next) {
        match next {
            Next::Arrives(number) => self.arrive(number),
            Next::GivesUp(number) => {
                // Who was answered meanwhile has not given up.
                if self.came.contains_key(&number) {
                    self.ask(&LeaveChat { chat: chat(number) }.by(Actor::Host));
                }
            }
            Next::Accepts(number, offer) => {
                if let Some(operator) = self.rung.remove(&(number, offer)) {
                    self.ask(&AcceptOffer { chat: chat(number), offer }.by(operator));
                }
            }
            Next::Finishes(number) => {
                let owner = self.owners.remove(&number).expect("somebody has answered");
                self.ask(&CloseChat { chat: chat(number) }.by(owner));
            }
        }
    }

    fn arrive(&mut self, number: u32) {
        self.came.insert(number, self.now);
        self.names.insert(chat(number), number);
        if let Some(rate) = self.model.gives_up {
            self.plan(rate, Next::GivesUp(number));
        }
        if matches!(self.model.arrivals, Arrivals::Poisson(_)) {
            self.plan_arrival(number + 1);
        }
        let open = OpenChat::of(chat(number), id(&name(0)), id(&format!("p{number}")));
        let priority = u8::from(self.is_urgent(number));
        self.ask(&OpenChat { priority, ..open }.by(Actor::Host));
        if self.model.asks_position
            && let Some(position) = self.router.position(&chat(number))
        {
            self.told.insert(number, position);
        }
    }

    fn is_urgent(&mut self, number: u32) -> bool {
        let share = self.model.urgent;
        // Where nobody is, nothing is drawn.
        let urgent =
            share > 0.0 && Bernoulli::new(share).expect("a share").sample(&mut self.chance);
        if urgent {
            self.urgent.insert(number);
        }
        urgent
    }

    fn plan_arrival(&mut self, number: u32) {
        if (number as usize) < self.contacts.len() {
            let rate = match self.model.arrivals {
                Arrivals::Poisson(rate) => rate,
                Arrivals::OneAtATime => 1.0,
            };
            self.plan(rate, Next::Arrives(number));
        }
    }

    fn plan(&mut self, rate: f64, next: Next) {
        let drawn = Exp::new(rate).expect("rates are positive").sample(&mut self.chance);
        #[expect(clippy::cast_possible_truncation, reason = "milliseconds are whole")]
        let after = (drawn * UNIT_MS).round() as i64;
        self.planned += 1;
        self.agenda.push(Reverse((self.now + after, self.planned, next)));
    }

    fn ask(&mut self, command: &Command) {
        let events = self.router.apply(command).expect("the host of this desk makes no mistakes");
        self.carry_out(&events);
    }

    fn carry_out(&mut self, events: &[Event]) {
        for event in events {
            self.note(event);
        }
        while self.model.accepts.is_none()
            && let Some(((number, offer), operator)) = self.rung.pop_first()
        {
            let accept = AcceptOffer { chat: chat(number), offer }.by(operator);
            let events = self.router.apply(&accept).expect("an offer is there to be accepted");
            for event in &events {
                self.note(event);
            }
        }
    }

    fn note(&mut self, event: &Event) {
        match &event.kind {
            EventKind::ChatOffered { chat, offer, operator, .. } => {
                let number = self.names[chat];
                let waited = (self.now - self.came[&number]).unsigned_abs();
                self.first_rung.entry(number).or_insert(waited);
                self.rung.insert((number, *offer), operator.clone());
                if let Some(rate) = self.model.accepts {
                    self.plan(rate, Next::Accepts(number, *offer));
                }
            }
            EventKind::OfferWithdrawn { chat, offer, .. }
            | EventKind::OfferLapsed { chat, offer, .. } => {
                self.rung.remove(&(self.names[chat], *offer));
            }
            EventKind::ChatClaimed { chat, operator, .. } => {
                let number = self.names[chat];
                self.came.remove(&number);
                self.owners.insert(number, operator.clone());
                self.plan(1.0, Next::Finishes(number));
            }
            EventKind::ChatEnded { chat, record, .. } => self.part(chat, record),
            _ => {}
        }
    }

    /// A contact is over.
    fn part(&mut self, chat: &ChatId, record: &Record) {
        let number = self.names.remove(chat).expect("it was opened");
        self.came.remove(&number);
        let rung_ms = self.first_rung.remove(&number);
        let stay_ms = record.ended_at.since(record.opened_at).as_millis();
        let (wait_ms, fate) = match (record.answers.first(), record.outcome) {
            (Some(answer), Outcome::Closed) => {
                let team = self.teams.iter().position(|team| *team == answer.institution);
                let team = team.expect("they are of one of the teams");
                (answer.waited.as_millis(), Fate::Answered { team })
            }
            (None, Outcome::Abandoned) => (stay_ms, Fate::GaveUp),
            (None, Outcome::ClosedByQueue) => (stay_ms, Fate::Lost),
            other => panic!("nobody of this desk ends like this: {other:?}"),
        };
        let position = self.told.remove(&number);
        let urgent = self.urgent.remove(&number);
        let contact = Contact { wait_ms, rung_ms, position, fate, urgent };
        let before = self.contacts[number as usize].replace(contact);
        assert!(before.is_none(), "a chat ends exactly once");
        if matches!(self.model.arrivals, Arrivals::OneAtATime) {
            self.plan_arrival(number + 1);
        }
    }
}

fn chat(number: u32) -> ChatId {
    id(&format!("c{number}"))
}
