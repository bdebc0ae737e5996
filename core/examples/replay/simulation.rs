//! One day through the router: the recorded arrivals, patience, service times and staff.
//!
//! What is assumed:
//!
//! - All queues are of one institution. A queue rings the operator who has been idle the longest,
//!   one at a time; they accept at once, have one contact at a time, and close it when it is served.
//! - Who was on duty is not recorded. An operator is taken to be at work from the start of each
//!   recorded service to the start of their next one, unless more than `break_after` seconds without
//!   a service lie between: those are a break. At its begin they finish what they have. They work
//!   for the queues that they answered on that day.
//! - Who gave up is as patient as they were: they wait so long and leave. Who was answered waits as
//!   long as it takes.
//! - Who was answered is served as long as they were. Who gave up then and is answered now, or whose
//!   service has no times, is served as long as the one before them in the same queue (180 s if there
//!   is none).
//! - Each day is played by itself. Who still waits at midnight is left over; and since no shift
//!   reaches across it, who asks just after midnight may wait until the morning, as patient as they
//!   are taken to be.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

use refdesk::{
    AcceptOffer, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, ChatId, CloseChat,
    Command, Config, Event, EventKind, LeaveChat, Level, OpenChat, OperatorId, Order, Outcome,
    Policy, Ring, Router, SetPresence, Show, Source, Timestamp,
};

use crate::table::{Contact, Recorded};

/// What the record does not tell.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Assumptions {
    /// A gap between two services of an operator that is longer, in seconds, is a break.
    pub(crate) break_after: u32,
}

impl Default for Assumptions {
    fn default() -> Self {
        Self { break_after: 300 }
    }
}

/// A contact as it was recorded, and what became of it in the router.
#[derive(Clone, Debug)]
pub(crate) struct Fate {
    pub(crate) contact: Contact,
    pub(crate) routed: Routed,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Routed {
    Answered {
        by: String,
        waited: u32,
        seconds: u32,
    },
    GaveUp {
        waited: u32,
    },
    /// Still waiting at midnight.
    LeftOver {
        waited: u32,
    },
}

/// What the host has in mind to do, in the order in which it does so within one second.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Next {
    Finishes(usize),
    Comes(usize),
    Goes(usize),
    Arrives(usize),
    GivesUp(usize),
}

struct Day<'a> {
    router: Router,
    contacts: &'a [Contact],
    staff: Vec<String>,
    /// How long each contact is served.
    services: Vec<u32>,
    agenda: BinaryHeap<Reverse<(u32, Next)>>,
    waiting: BTreeSet<usize>,
    owners: BTreeMap<usize, OperatorId>,
    fates: Vec<Option<Routed>>,
}

const MIDNIGHT: u32 = 86_400;

/// Plays one day, whose contacts are in the order of asking.
pub(crate) fn replay_day(
    contacts: &[Contact],
    assumptions: Assumptions,
) -> Result<Vec<Fate>, String> {
    let mut day = open_day(contacts, assumptions)?;
    while let Some(Reverse((second, next))) = day.agenda.pop() {
        // After midnight only what has begun is brought to its end.
        if second < MIDNIGHT || matches!(next, Next::Finishes(_)) {
            day.wait_until(second)?;
            day.step(second, next)?;
        }
    }
    day.close()
}

fn open_day(contacts: &[Contact], assumptions: Assumptions) -> Result<Day<'_>, String> {
    let mut served: BTreeMap<&str, Vec<(u32, u32, &str)>> = BTreeMap::new();
    for contact in contacts {
        if let Recorded::Answered { by, service: Some((from, seconds)) } = &contact.fate {
            served.entry(by).or_default().push((*from, from + seconds, &contact.queue));
        }
    }
    let mut day = Day {
        router: Router::new(Config::default(), at(0)),
        contacts,
        staff: served.keys().map(ToString::to_string).collect(),
        services: services(contacts),
        agenda: BinaryHeap::new(),
        waiting: BTreeSet::new(),
        owners: BTreeMap::new(),
        fates: vec![None; contacts.len()],
    };
    day.set_up(&served)?;
    for (number, services) in served.into_values().enumerate() {
        for (from, to) in shifts(services, assumptions.break_after) {
            day.agenda.push(Reverse((from, Next::Comes(number))));
            day.agenda.push(Reverse((to, Next::Goes(number))));
        }
    }
    for (number, contact) in contacts.iter().enumerate() {
        day.agenda.push(Reverse((contact.asked, Next::Arrives(number))));
    }
    Ok(day)
}

/// How long each contact is served: as recorded, or as the one answered before in the same queue.
fn services(contacts: &[Contact]) -> Vec<u32> {
    let mut last: BTreeMap<&str, u32> = BTreeMap::new();
    let service = |contact: &Contact, last: Option<&u32>| match contact.fate {
        Recorded::Answered { service: Some((_, seconds)), .. } => seconds,
        Recorded::Answered { service: None, .. } | Recorded::GaveUp => last.copied().unwrap_or(180),
    };
    let mut services = Vec::new();
    for contact in contacts {
        let seconds = service(contact, last.get(contact.queue.as_str()));
        last.insert(&contact.queue, seconds);
        services.push(seconds);
    }
    services
}

/// From when to when somebody is at work, without their breaks.
fn shifts(mut services: Vec<(u32, u32, &str)>, break_after: u32) -> Vec<(u32, u32)> {
    services.sort_unstable();
    let mut shifts: Vec<(u32, u32)> = Vec::new();
    for (from, to, _) in services {
        match shifts.last_mut() {
            Some(shift) if from <= shift.1.saturating_add(break_after) => shift.1 = shift.1.max(to),
            Some(_) | None => shifts.push((from, to)),
        }
    }
    shifts
}

impl Day<'_> {
    fn set_up(&mut self, served: &BTreeMap<&str, Vec<(u32, u32, &str)>>) -> Result<(), String> {
        let institution = id("bank")?;
        self.ask(0, &AddInstitution { institution }.by(Actor::Host))?;
        let queues: BTreeSet<&str> = self.contacts.iter().map(|c| c.queue.as_str()).collect();
        for queue in queues {
            let ring = Ring::Best {
                count: 1,
                order: Order::LongestIdle,
                proficient_first: false,
                lapse_after: None,
            };
            let policy = Policy::of([Level::of([Source::Assigned], ring)]);
            let (queue, institution) = (id(queue)?, id("bank")?);
            self.ask(0, &AddQueue { queue, institution, policy }.by(Actor::Host))?;
        }
        for (name, services) in served {
            let (operator, institution) = (id(name)?, id("bank")?);
            self.ask(0, &AddOperator { operator, institution, capacity: 1 }.by(Actor::Host))?;
            for queue in services.iter().map(|service| service.2).collect::<BTreeSet<&str>>() {
                let (operator, queue) = (id(name)?, id(queue)?);
                self.ask(0, &AssignOperator::of(operator, queue).by(Actor::Host))?;
            }
        }
        Ok(())
    }

    /// Time passes, and whatever the router had timed happens.
    fn wait_until(&mut self, second: u32) -> Result<(), String> {
        loop {
            for event in self.router.advance(at(second)) {
                self.carry_out(second, &event)?;
            }
            if self.router.deadline().is_none_or(|deadline| deadline.at > at(second)) {
                return Ok(());
            }
        }
    }

    fn step(&mut self, second: u32, next: Next) -> Result<(), String> {
        match next {
            Next::Arrives(number) => self.arrive(second, number),
            Next::GivesUp(number) if self.waiting.contains(&number) => {
                self.ask(second, &LeaveChat { chat: name(number)? }.by(Actor::Host))
            }
            // They were answered before.
            Next::GivesUp(_) => Ok(()),
            Next::Finishes(number) => match self.owners.remove(&number) {
                Some(owner) => self.ask(second, &CloseChat { chat: name(number)? }.by(owner)),
                None => Err(format!("contact {number} is served by nobody")),
            },
            Next::Comes(number) => self.show(second, number, Show::Available),
            Next::Goes(number) => self.show(second, number, Show::Dnd),
        }
    }

    fn arrive(&mut self, second: u32, number: usize) -> Result<(), String> {
        let contact = &self.contacts[number];
        if contact.fate == Recorded::GaveUp {
            let until = second.saturating_add(contact.waited);
            self.agenda.push(Reverse((until, Next::GivesUp(number))));
        }
        self.waiting.insert(number);
        let open = OpenChat::of(name(number)?, id(&contact.queue)?, id(&format!("p{number}"))?);
        self.ask(second, &open.by(Actor::Host))
    }

    fn show(&mut self, second: u32, number: usize, show: Show) -> Result<(), String> {
        let operator: OperatorId = id(&self.staff[number])?;
        let presence =
            SetPresence { operator: operator.clone(), session: id("desk")?, show, priority: 0 };
        self.ask(second, &presence.by(operator))
    }

    /// Gives a command and carries its events out: who is rung accepts at once.
    fn ask(&mut self, second: u32, command: &Command) -> Result<(), String> {
        let events = self.router.apply(command).map_err(|refusal| refusal.to_string())?;
        events.iter().try_for_each(|event| self.carry_out(second, event))
    }

    fn carry_out(&mut self, second: u32, event: &Event) -> Result<(), String> {
        if let EventKind::ChatOffered { chat, offer, operator, .. } = &event.kind {
            let accept = AcceptOffer { chat: chat.clone(), offer: *offer };
            self.ask(second, &accept.by(operator.clone()))
        } else if let EventKind::ChatClaimed { chat, operator, .. } = &event.kind {
            let number = number(chat)?;
            if self.owners.values().any(|owner| owner == operator) {
                return Err(format!("`{operator}` has two contacts at once"));
            }
            self.waiting.remove(&number);
            self.owners.insert(number, operator.clone());
            let ends = second.saturating_add(self.services[number]);
            self.agenda.push(Reverse((ends, Next::Finishes(number))));
            Ok(())
        } else if let EventKind::ChatEnded { chat, record, .. } = &event.kind {
            let number = number(chat)?;
            self.waiting.remove(&number);
            let stayed = record.ended_at.since(record.opened_at).as_millis() / 1_000;
            let waited = u32::try_from(stayed).unwrap_or(u32::MAX);
            self.fates[number] = Some(match (record.answers.first(), record.outcome) {
                (Some(answer), _) => Routed::Answered {
                    by: answer.operator.to_string(),
                    waited: u32::try_from(answer.waited.as_millis() / 1_000).unwrap_or(u32::MAX),
                    seconds: self.services[number],
                },
                (None, Outcome::Abandoned) if second < MIDNIGHT => Routed::GaveUp { waited },
                (None, _) => Routed::LeftOver { waited },
            });
            Ok(())
        } else {
            Ok(())
        }
    }

    /// At midnight who still waits is left over; and everybody is accounted for.
    fn close(mut self) -> Result<Vec<Fate>, String> {
        for number in core::mem::take(&mut self.waiting) {
            self.ask(MIDNIGHT, &CloseChat { chat: name(number)? }.by(Actor::Host))?;
        }
        let fates = self.contacts.iter().zip(self.fates).map(|(contact, routed)| {
            let routed = routed.ok_or(format!("a contact of {} is lost", contact.date))?;
            Ok(Fate { contact: contact.clone(), routed })
        });
        fates.collect()
    }
}

fn at(second: u32) -> Timestamp {
    Timestamp::from_millis(i64::from(second) * 1_000)
}

fn name(number: usize) -> Result<ChatId, String> {
    id(&format!("c{number}"))
}

fn number(chat: &ChatId) -> Result<usize, String> {
    let digits = chat.as_str().strip_prefix('c').and_then(|digits| digits.parse().ok());
    digits.ok_or_else(|| format!("`{chat}` is none of these contacts"))
}

fn id<'a, T: TryFrom<&'a str, Error = refdesk::InvalidId>>(text: &'a str) -> Result<T, String> {
    T::try_from(text).map_err(|reason| format!("`{text}`: {reason}"))
}
