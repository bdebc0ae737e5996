//! A moment at a desk, and what may come next: the desk as a model that can be explored.

use std::collections::BTreeSet;
use std::hash::{Hash, Hasher};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};

use refdesk::testing::Observer;
use refdesk::{
    ClaimReason, Command, Event, EventKind, RequeueReason, Router, Timestamp, Withdrawal,
};
use stateright::{Model, Property};

use crate::agreements::Agreements;
use crate::desk::{Desk, Numbers};
use crate::key::Keys;
use crate::rules;

/// Everything that is known at one moment: by the router, and by those who watch it.
#[derive(Clone, Debug)]
pub(crate) struct Moment {
    pub(crate) router: Router,
    pub(crate) observer: Observer,
    pub(crate) agreements: Agreements,
    pub(crate) numbers: Numbers,
    /// How many steps led here.
    pub(crate) steps: usize,
    /// What the last step has broken.
    pub(crate) broken: Option<String>,
    key: u64,
}

impl PartialEq for Moment {
    fn eq(&self, other: &Self) -> bool {
        (self.key, &self.broken) == (other.key, &other.broken)
            && self.observer.refusals().eq(other.observer.refusals())
    }
}

impl Hash for Moment {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.key, &self.broken).hash(state);
        self.observer.refusals().for_each(|refused| refused.hash(state));
    }
}

/// What happens next.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Next {
    /// Time goes on until the next timer, which fires.
    Timer,
    /// Somebody makes the move of this number.
    Move(usize),
}

/// A step that can be told: what was done, and when.
pub(crate) struct Step {
    pub(crate) at: Timestamp,
    pub(crate) command: Option<Command>,
}

impl Moment {
    /// The desk before anybody came.
    pub(crate) fn first(desk: &Desk) -> Self {
        let mut config = desk.config.clone();
        // One timer is one step.
        config.limits.events_per_advance = 1;
        let router = Router::new(config, Timestamp::default());
        let mut first = Self {
            key: 0,
            router,
            observer: Observer::default(),
            agreements: Agreements::default(),
            numbers: Numbers::default(),
            steps: 0,
            broken: None,
        };
        for command in &desk.given {
            let (after, _) = first
                .told(&desk.keys, Some(command), Timestamp::default())
                .expect("it sets the stage");
            first = Self { steps: 0, ..after };
        }
        first
    }

    /// What is done where that comes next. `None`: nothing can.
    pub(crate) fn step(&self, desk: &Desk, next: Next) -> Option<Step> {
        let now = self.router.now();
        Some(match next {
            Next::Timer => Step { at: self.router.deadline()?.at.max(now), command: None },
            Next::Move(number) => {
                Step { at: now, command: Some(desk.moves[number].command(&self.numbers)?) }
            }
        })
    }

    /// The moment after it, with the events that led there. `None` if nothing happened: it was refused.
    pub(crate) fn after(&self, desk: &Desk, next: Next) -> Option<(Self, Vec<Event>)> {
        let step = self.step(desk, next)?;
        self.told(&desk.keys, step.command.as_ref(), step.at)
    }

    /// The router is given a command, or a time.
    fn told(
        &self,
        keys: &Keys,
        command: Option<&Command>,
        at: Timestamp,
    ) -> Option<(Self, Vec<Event>)> {
        let mut router = self.router.clone();
        let answer = rules::calmly(|| match command {
            Some(command) => router.apply(command),
            None => Ok(router.advance(at)),
        });
        let (events, broken) = match answer {
            Ok(Ok(events)) => (events, None),
            Ok(Err(_)) if router == self.router => return None,
            Ok(Err(refusal)) => {
                let what = format!("what is refused ({}) changes something", refusal.code());
                (Vec::new(), Some(what))
            }
            Err(panic) => {
                router.clone_from(&self.router);
                (Vec::new(), Some(panic))
            }
        };
        let mut after = Self {
            router,
            observer: self.observer.clone(),
            agreements: self.agreements.clone(),
            numbers: self.numbers.clone(),
            steps: self.steps + 1,
            broken,
            key: 0,
        };
        if after.broken.is_none() {
            after.numbers.see(&events);
            after.broken = rules::step(&mut after, command, &self.router, &events).err();
        }
        if after.broken.is_none() {
            after.key = keys.key(&after.router);
        }
        Some((after, events))
    }
}

/// A desk that is explored to a depth.
pub(crate) struct Exploration {
    pub(crate) desk: Desk,
    /// The most steps.
    pub(crate) depth: usize,
    /// Whether a moment was found that breaks a rule: the first one is the nearest.
    found: AtomicBool,
    /// What has happened of what is worth seeing.
    pub(crate) events: Mutex<BTreeSet<&'static str>>,
}

impl Exploration {
    pub(crate) fn of(desk: Desk, depth: usize) -> Self {
        Self { desk, depth, found: AtomicBool::new(false), events: Mutex::default() }
    }

    /// Whether a rule holds, or is not the first to be broken.
    fn holds(&self, rule: impl FnOnce() -> Result<(), String>) -> bool {
        matches!(rules::calmly(rule), Ok(Ok(()))) || self.found.swap(true, Ordering::Relaxed)
    }
}

impl Model for Exploration {
    type State = Moment;
    type Action = Next;

    fn init_states(&self) -> Vec<Moment> {
        vec![Moment::first(&self.desk)]
    }

    fn actions(&self, moment: &Moment, actions: &mut Vec<Next>) {
        if moment.steps < self.depth && moment.broken.is_none() {
            actions.push(Next::Timer);
            actions.extend((0..self.desk.moves.len()).map(Next::Move));
        }
    }

    fn next_state(&self, moment: &Moment, next: Next) -> Option<Moment> {
        let (after, events) = moment.after(&self.desk, next)?;
        let mut seen = self.events.lock().expect("nobody panics with it");
        for event in &events {
            seen.extend(worth_seeing(&event.kind));
        }
        drop(seen);
        Some(after)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        vec![
            Property::always("what happens keeps the rules", |it, moment| {
                it.holds(|| rules::happened(moment))
            }),
            Property::always("nobody is free beside a chat that waits", |it, moment| {
                it.holds(|| rules::explained(moment))
            }),
            Property::always("whoever wants to end a chat can", |it, moment| {
                it.holds(|| rules::can_end(moment))
            }),
            Property::always("who does not answer does not write", |it, moment| {
                it.holds(|| rules::only_owners_write(&it.desk, moment))
            }),
            Property::always("every chat goes on", |it, moment| {
                it.holds(|| rules::goes_on(moment))
            }),
        ]
    }
}

/// What an exploration is for.
fn worth_seeing(kind: &EventKind) -> Option<&'static str> {
    Some(match kind {
        EventKind::OfferWithdrawn { reason: Withdrawal::Claimed { .. }, .. } => "a loser is told",
        EventKind::OfferWithdrawn { reason: Withdrawal::GrantEnded, .. } => {
            "an offer ends with its grant"
        }
        EventKind::OfferLapsed { .. } => "an offer lapses",
        EventKind::OfferDeclined { .. } => "an offer is declined",
        EventKind::RoundStarted { .. } => "a round starts",
        EventKind::ChatRolledOver { .. } => "a chat rolls over",
        EventKind::LevelPassedOver { .. } => "a level is passed over",
        EventKind::ChatRequeued { reason: RequeueReason::OperatorLost, .. } => "a chat is lost",
        EventKind::ChatRequeued { reason: RequeueReason::GrantEnded, .. } => "a chat returns home",
        EventKind::ChatClaimed { reason: ClaimReason::FirstMessage { .. }, .. } => {
            "a message claims"
        }
        EventKind::ChatClaimed { reason: ClaimReason::Returned, .. } => "a chat is back",
        EventKind::ChatClaimed { reason: ClaimReason::Picked, .. } => "a chat is picked",
        EventKind::ChatClaimed { .. } => "a chat is claimed",
        EventKind::TransferCompleted { .. } => "a transfer is completed",
        EventKind::TransferFailed { .. } => "a transfer fails",
        EventKind::ConsultationStarted { .. } => "somebody is consulted",
        EventKind::PartnershipEnded { .. } => "a partnership ends",
        EventKind::PartnershipAgreed { .. } => "terms are agreed on",
        EventKind::GraceStarted { .. } => "a grace starts",
        EventKind::PatronReturned { .. } => "a patron returns",
        EventKind::ChatEnded { .. } => "a chat ends",
        _ => return None,
    })
}
