//! All days through one router: the recorded arrivals, patience, service times and staff.
//!
//! What is assumed:
//!
//! - All queues are of one institution. A queue rings the operator who has been idle the longest,
//!   one at a time; they accept at once, have one contact at a time, and close it when it is served.
//! - Who was on duty is not recorded. An operator is taken to be at work from the start of each
//!   recorded service to the start of their next one, unless more than `break_after` seconds without
//!   a service lie between: those are a break. At its begin they finish what they have. From midnight
//!   to midnight they work for the queues that they answered on that day.
//! - Who gave up is as patient as they were: they wait so long and leave. Who was answered waits as
//!   long as it takes.
//! - Who was answered is served as long as they were. Who gave up then and is answered now, or whose
//!   service has no times, is served as long as the one before them in the same queue on that day
//!   (180 s if there is none).
//! - Who still waits at midnight is left over; and since few shifts reach across it, who asks just
//!   after midnight may wait until the morning, as patient as they are taken to be.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};
use std::path::Path;

use jiff::civil::Date;
use refdesk::{
    AcceptOffer, Actor, AddInstitution, AddOperator, AddQueue, AssignOperator, ChatId, CloseChat,
    Command, Event, EventKind, LeaveChat, Level, OpenChat, OperatorId, Order, Outcome, Policy,
    Ring, SetPresence, Show, Source, Timestamp, UnassignOperator,
};

use crate::host::Host;
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
    DayEnds,
    DayBegins(usize),
    Finishes(usize),
    Comes(usize),
    Goes(usize),
    Arrives(usize),
    GivesUp(usize),
}

/// A day. All times of the simulation are in seconds after the first midnight.
struct Day<'a> {
    begins: u32,
    contacts: &'a [Contact],
}

struct Bank<'a> {
    host: Host,
    /// The first midnight, in seconds since 1970.
    began: i64,
    days: Vec<Day<'a>>,
    contacts: Vec<&'a Contact>,
    staff: Vec<&'a str>,
    /// Who works for which queue today.
    assigned: BTreeSet<(&'a str, &'a str)>,
    /// How long each contact is served.
    services: Vec<u32>,
    agenda: BinaryHeap<Reverse<(u32, Next)>>,
    waiting: BTreeSet<usize>,
    owners: BTreeMap<usize, OperatorId>,
    fates: Vec<Option<Routed>>,
}

const DAY: u32 = 86_400;

/// Plays all days, the contacts of each in the order of asking; writes the journal where there is a path
/// for it, and
/// says each day as it begins. What became of the contacts, and where the journal is.
pub(crate) fn replay(
    days: &BTreeMap<Date, Vec<Contact>>,
    assumptions: Assumptions,
    journal: Option<&Path>,
    mut begins: impl FnMut(Date),
) -> Result<(Vec<Fate>, Option<String>), String> {
    let mut bank = Bank::open(days, journal)?;
    bank.plan(assumptions.break_after);
    while let Some(Reverse((second, next))) = bank.agenda.pop() {
        if let Next::DayBegins(day) = next {
            begins(bank.days[day].contacts[0].date);
        }
        bank.wait_until(second)?;
        bank.step(second, next)?;
    }
    bank.close()
}

impl<'a> Bank<'a> {
    fn open(all: &'a BTreeMap<Date, Vec<Contact>>, journal: Option<&Path>) -> Result<Self, String> {
        let first = *all.keys().next().ok_or("no day has a contact")?;
        let mut days = Vec::new();
        for (date, contacts) in all {
            let begins = date.duration_since(first).as_secs();
            let begins = u32::try_from(begins).map_err(|_| "these are more than 130 years")?;
            days.push(Day { begins, contacts });
        }
        let contacts: Vec<&Contact> = all.values().flatten().collect();
        let staff: BTreeSet<&str> = contacts.iter().filter_map(|c| Some(c.service()?.0)).collect();
        let began = first.duration_since(Date::constant(1970, 1, 1)).as_secs();
        let mut bank = Self {
            host: Host::new(Timestamp::from_millis(began * 1_000), journal)?,
            began,
            services: days.iter().flat_map(|day| services(day.contacts)).collect(),
            days,
            fates: vec![None; contacts.len()],
            contacts,
            staff: staff.into_iter().collect(),
            assigned: BTreeSet::new(),
            agenda: BinaryHeap::new(),
            waiting: BTreeSet::new(),
            owners: BTreeMap::new(),
        };
        bank.set_up()?;
        Ok(bank)
    }

    fn set_up(&mut self) -> Result<(), String> {
        let institution = id("bank")?;
        self.ask(0, AddInstitution { institution }.by(Actor::Host))?;
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
            self.ask(0, AddQueue { queue, institution, policy }.by(Actor::Host))?;
        }
        for name in self.staff.clone() {
            let (operator, institution) = (id(name)?, id("bank")?);
            self.ask(0, AddOperator { operator, institution, capacity: 1 }.by(Actor::Host))?;
        }
        Ok(())
    }

    /// Everything that was recorded comes into the agenda.
    fn plan(&mut self, break_after: u32) {
        let numbers = (0..).zip(&self.staff).map(|(number, &name)| (name, number));
        let numbers: BTreeMap<&str, usize> = numbers.collect();
        let mut served: Vec<Vec<(u32, u32)>> = vec![Vec::new(); numbers.len()];
        let mut arrivals = 0..;
        for (number, day) in self.days.iter().enumerate() {
            self.agenda.push(Reverse((day.begins, Next::DayBegins(number))));
            self.agenda.push(Reverse((day.begins + DAY, Next::DayEnds)));
            for (contact, arrival) in day.contacts.iter().zip(&mut arrivals) {
                self.agenda.push(Reverse((day.begins + contact.asked, Next::Arrives(arrival))));
                if let Some((by, from, seconds)) = contact.service() {
                    let from = day.begins + from;
                    served[numbers[by]].push((from, from + seconds));
                }
            }
        }
        for (number, services) in served.into_iter().enumerate() {
            for (from, to) in shifts(services, break_after) {
                self.agenda.push(Reverse((from, Next::Comes(number))));
                self.agenda.push(Reverse((to, Next::Goes(number))));
            }
        }
    }
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
fn shifts(mut services: Vec<(u32, u32)>, break_after: u32) -> Vec<(u32, u32)> {
    services.sort_unstable();
    let mut shifts: Vec<(u32, u32)> = Vec::new();
    for (from, to) in services {
        match shifts.last_mut() {
            Some(shift) if from <= shift.1.saturating_add(break_after) => shift.1 = shift.1.max(to),
            Some(_) | None => shifts.push((from, to)),
        }
    }
    shifts
}

impl Bank<'_> {
    /// Time passes, and whatever the router had timed happens.
    fn wait_until(&mut self, second: u32) -> Result<(), String> {
        loop {
            let now = Timestamp::from_millis((self.began + i64::from(second)) * 1_000);
            for event in self.host.advance(now) {
                self.carry_out(second, &event)?;
            }
            if self.host.deadline().is_none_or(|deadline| deadline.at > now) {
                return Ok(());
            }
        }
    }

    fn step(&mut self, second: u32, next: Next) -> Result<(), String> {
        match next {
            Next::DayEnds => self.end_day(second),
            Next::DayBegins(day) => self.begin_day(second, day),
            Next::Arrives(number) => self.arrive(second, number),
            Next::GivesUp(number) if self.waiting.contains(&number) => {
                self.ask(second, LeaveChat { chat: name(number)? }.by(Actor::Host))
            }
            // They were answered before.
            Next::GivesUp(_) => Ok(()),
            Next::Finishes(number) => match self.owners.remove(&number) {
                Some(owner) => self.ask(second, CloseChat { chat: name(number)? }.by(owner)),
                None => Err(format!("contact {number} is served by nobody")),
            },
            Next::Comes(number) => self.show(second, number, Show::Available),
            Next::Goes(number) => self.show(second, number, Show::Dnd),
        }
    }

    /// Who still waits is left over.
    fn end_day(&mut self, second: u32) -> Result<(), String> {
        for number in core::mem::take(&mut self.waiting) {
            self.ask(second, CloseChat { chat: name(number)? }.by(Actor::Host))?;
        }
        Ok(())
    }

    /// The operators are assigned to the queues that they answered on that day.
    fn begin_day(&mut self, second: u32, day: usize) -> Result<(), String> {
        let contacts = self.days[day].contacts.iter();
        let today: BTreeSet<(&str, &str)> =
            contacts.filter_map(|c| Some((c.service()?.0, c.queue.as_str()))).collect();
        let before = core::mem::replace(&mut self.assigned, today.clone());
        for &(operator, queue) in before.difference(&today) {
            let (operator, queue) = (id(operator)?, id(queue)?);
            self.ask(second, UnassignOperator { operator, queue }.by(Actor::Host))?;
        }
        for &(operator, queue) in today.difference(&before) {
            let assign = AssignOperator::of(id(operator)?, id(queue)?);
            self.ask(second, assign.by(Actor::Host))?;
        }
        Ok(())
    }

    fn arrive(&mut self, second: u32, number: usize) -> Result<(), String> {
        let contact = self.contacts[number];
        if contact.fate == Recorded::GaveUp {
            let until = second.saturating_add(contact.waited);
            self.agenda.push(Reverse((until, Next::GivesUp(number))));
        }
        self.waiting.insert(number);
        let open = OpenChat::of(name(number)?, id(&contact.queue)?, id(&format!("p{number}"))?);
        self.ask(second, open.by(Actor::Host))
    }

    fn show(&mut self, second: u32, number: usize, show: Show) -> Result<(), String> {
        let operator: OperatorId = id(self.staff[number])?;
        let presence =
            SetPresence { operator: operator.clone(), session: id("desk")?, show, priority: 0 };
        self.ask(second, presence.by(operator))
    }

    /// Gives a command and carries its events out: who is rung accepts at once.
    fn ask(&mut self, second: u32, command: Command) -> Result<(), String> {
        let events = self.host.apply(command)?;
        events.iter().try_for_each(|event| self.carry_out(second, event))
    }

    fn carry_out(&mut self, second: u32, event: &Event) -> Result<(), String> {
        if let EventKind::ChatOffered { chat, offer, operator, .. } = &event.kind {
            let accept = AcceptOffer { chat: chat.clone(), offer: *offer };
            self.ask(second, accept.by(operator.clone()))
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
                (None, Outcome::Abandoned) => Routed::GaveUp { waited },
                (None, _) => Routed::LeftOver { waited },
            });
            Ok(())
        } else {
            Ok(())
        }
    }

    /// Everybody is accounted for.
    fn close(self) -> Result<(Vec<Fate>, Option<String>), String> {
        let journal = self.host.close()?;
        let fates = self.contacts.iter().zip(self.fates).map(|(&contact, routed)| {
            let routed = routed.ok_or(format!("a contact of {} is lost", contact.date))?;
            Ok(Fate { contact: contact.clone(), routed })
        });
        Ok((fates.collect::<Result<_, String>>()?, journal))
    }
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
