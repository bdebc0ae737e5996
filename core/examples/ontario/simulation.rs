//! All the days through the router, under one policy.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BinaryHeap, HashMap};
use std::path::Path;

use refdesk::{
    AcceptOffer, Action, Actor, ChatId, CloseChat, Event, EventKind, LeaveChat, OfferId, OpenChat,
    OperatorId, SetPresence, Show,
};

use crate::assumptions::BEGAN_MS;
use crate::host::Host;
use crate::setting::{Plan, id, moment, operator, set_up};
use crate::world::World;

/// What became of one patron.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Fate {
    pub(crate) waited_ms: u32,
    /// How many offers were made to operators.
    pub(crate) offers: u32,
    /// The institution that answered. `None`: they gave up.
    pub(crate) answered_by: Option<usize>,
}

/// What people have in mind to do, in the order in which they do so within one millisecond.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
enum Next {
    Finishes(usize),
    Goes(usize),
    Comes(usize),
    Arrives(usize),
    Accepts(usize, OfferId),
    GivesUp(usize),
}

struct Run<'a> {
    world: &'a World,
    host: Host,
    now: i64,
    agenda: BinaryHeap<Reverse<(i64, Next)>>,
    operators: HashMap<OperatorId, usize>,
    chats: HashMap<ChatId, usize>,
    /// The offers that are out.
    rung: BTreeMap<(usize, OfferId), usize>,
    /// How often each operator was rung for each chat that is open.
    times: BTreeMap<(usize, usize), u32>,
    owners: BTreeMap<usize, usize>,
    fates: Vec<Option<Fate>>,
}

/// Plays all days, and writes the journal of them where there is a path for it. What became of the patrons,
/// and where the journal is.
///
/// # Errors
/// Where the router refuses something, a patron is lost, or the journal cannot be written.
pub(crate) fn run(
    world: &World,
    plan: Plan,
    journal: Option<&Path>,
) -> Result<(Vec<Fate>, Option<String>), String> {
    let operators = (0..world.operators.len()).map(|number| Ok((operator(number)?, number)));
    let mut run = Run {
        world,
        host: set_up(world, plan, journal)?,
        now: 0,
        agenda: BinaryHeap::new(),
        operators: operators.collect::<Result<_, String>>()?,
        chats: HashMap::new(),
        rung: BTreeMap::new(),
        times: BTreeMap::new(),
        owners: BTreeMap::new(),
        fates: vec![None; world.patrons.len()],
    };
    for shift in &world.shifts {
        for &operator in &shift.operators {
            run.agenda.push(Reverse((shift.from, Next::Comes(operator))));
            run.agenda.push(Reverse((shift.to, Next::Goes(operator))));
        }
    }
    for (number, patron) in world.patrons.iter().enumerate() {
        run.agenda.push(Reverse((patron.asks_at, Next::Arrives(number))));
    }
    while run.goes_on()? {}
    let journal = run.host.close()?;
    let fates: Option<Vec<Fate>> = run.fates.into_iter().collect();
    Ok((fates.ok_or("a patron is lost")?, journal))
}

impl Run<'_> {
    /// The next thing happens: an alarm of the router, or what somebody has in mind.
    fn goes_on(&mut self) -> Result<bool, String> {
        let planned = self.agenda.peek().map(|Reverse((at, _))| *at);
        let alarm = self.host.deadline().map(|deadline| deadline.at.as_millis() - BEGAN_MS);
        if let Some(alarm) = alarm.filter(|&alarm| planned.is_none_or(|at| alarm <= at)) {
            self.wait_until(alarm)?;
            return Ok(true);
        }
        let Some(Reverse((at, next))) = self.agenda.pop() else { return Ok(false) };
        self.wait_until(at)?;
        self.step(next)?;
        Ok(true)
    }

    fn wait_until(&mut self, at: i64) -> Result<(), String> {
        self.now = at;
        let events = self.host.advance(moment(at));
        events.iter().try_for_each(|event| self.carry_out(event))
    }

    fn step(&mut self, next: Next) -> Result<(), String> {
        match next {
            Next::Comes(who) => self.show(who, Show::Available),
            Next::Goes(who) => self.show(who, Show::Dnd),
            Next::Arrives(number) => self.arrive(number),
            Next::Accepts(number, offer) => match self.rung.remove(&(number, offer)) {
                Some(who) => self.ask(operator(who)?, AcceptOffer { chat: chat(number)?, offer }),
                // Somebody was faster, or it was too late.
                None => Ok(()),
            },
            // They were answered before.
            Next::GivesUp(number)
                if self.owners.contains_key(&number) || self.fates[number].is_some() =>
            {
                Ok(())
            }
            Next::GivesUp(number) => self.ask(Actor::Host, LeaveChat { chat: chat(number)? }),
            Next::Finishes(number) => {
                let owner = self.owners.remove(&number).ok_or("a chat is answered by nobody")?;
                self.ask(operator(owner)?, CloseChat { chat: chat(number)? })
            }
        }
    }

    fn show(&mut self, who: usize, show: Show) -> Result<(), String> {
        let (who, session) = (operator(who)?, id("desk")?);
        self.ask(who.clone(), SetPresence { operator: who, session, show, priority: 0 })
    }

    fn arrive(&mut self, number: usize) -> Result<(), String> {
        let patron = &self.world.patrons[number];
        self.chats.insert(chat(number)?, number);
        let gives_up = self.now.saturating_add(patron.patience_ms);
        self.agenda.push(Reverse((gives_up, Next::GivesUp(number))));
        let (queue, who) = (id(&self.world.names[patron.home])?, id(&format!("patron {number}"))?);
        self.ask(Actor::Host, OpenChat::of(chat(number)?, queue, who))
    }

    fn ask(&mut self, by: impl Into<Actor>, action: impl Into<Action>) -> Result<(), String> {
        let events = self.host.apply(action.into().by(by))?;
        events.iter().try_for_each(|event| self.carry_out(event))
    }

    fn carry_out(&mut self, event: &Event) -> Result<(), String> {
        match &event.kind {
            EventKind::ChatOffered { chat, offer, operator, .. } => {
                let (number, who) = (self.number(chat)?, self.operators[operator]);
                let time = self.times.entry((number, who)).or_default();
                let accepts = self.now + self.world.accepts_after(number, who, *time);
                *time += 1;
                self.rung.insert((number, *offer), who);
                self.agenda.push(Reverse((accepts, Next::Accepts(number, *offer))));
            }
            EventKind::OfferWithdrawn { chat, offer, .. }
            | EventKind::OfferLapsed { chat, offer, .. } => {
                self.rung.remove(&(self.number(chat)?, *offer));
            }
            EventKind::ChatClaimed { chat, operator, .. } => {
                let number = self.number(chat)?;
                self.owners.insert(number, self.operators[operator]);
                let ends = self.now.saturating_add(self.world.patrons[number].service_ms);
                self.agenda.push(Reverse((ends, Next::Finishes(number))));
            }
            EventKind::ChatEnded { chat, record, .. } => {
                let number = self.number(chat)?;
                let stayed = record.ended_at.since(record.opened_at);
                let answer = record.answers.first();
                let waited = answer.map_or(stayed, |answer| answer.waited).as_millis();
                self.fates[number] = Some(Fate {
                    waited_ms: u32::try_from(waited).unwrap_or(u32::MAX),
                    offers: record.offers,
                    answered_by: answer
                        .map(|answer| self.world.operators[self.operators[&answer.operator]]),
                });
                self.chats.remove(chat);
                let times = (number, 0)..=(number, usize::MAX);
                let over: Vec<_> = self.times.range(times).map(|(&key, _)| key).collect();
                for key in over {
                    self.times.remove(&key);
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn number(&self, chat: &ChatId) -> Result<usize, String> {
        self.chats.get(chat).copied().ok_or_else(|| format!("nobody has opened `{chat}`"))
    }
}

fn chat(number: usize) -> Result<ChatId, String> {
    id(&format!("chat {number}"))
}
