//! A router under test, with an observer beside it.

use core::fmt;

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use crate::command::{Actor, CloseChat, Command, LeaveChat};
use crate::config::Config;
use crate::event::{Event, EventKind, OfferCause};
use crate::invariants::{Violation, check_invariants};
use crate::refusal::Refusal;
use crate::router::Router;
use crate::setup::{Setup, SetupReport};
use crate::time::{Span, Timestamp};
use crate::view::{ChatView, OperatorView};

use super::cast::{Cast, Next};
use super::observer::Observer;
use super::small::{comes, small_desk};
use super::step::Step;
use super::story::{Failure, Story};

/// A router under test: whatever is done there, what must never happen is looked for after each step,
/// from the inside ([`check_invariants`]) and from the outside ([`Observer`]), and the story is
/// written down, so that a failure can tell it.
#[derive(Clone, Debug)]
pub struct Desk {
    router: Router,
    cast: Cast,
    observer: Observer,
    story: Story,
    /// What was wrong before anybody could hear of it.
    broken: Option<Failure>,
}

/// What has just happened at a [`Desk`]: a command was given, or one timer was due, or time went by
/// up to the next.
#[derive(Clone, Copy, Debug)]
pub struct Moment<'d> {
    /// The router, as it is after that.
    pub router: &'d Router,
    /// Who did what, unless it was a timer.
    pub command: Option<&'d Command>,
    /// Why it was refused, if it was.
    pub refusal: Option<&'d Refusal>,
    /// What was raised.
    pub events: &'d [Event],
}

/// An offer that a level has just made.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Whom it rings.
    pub operator: OperatorView,
    /// The chat.
    pub chat: ChatView,
    /// The level, counted from 0.
    pub level: u8,
    /// How long after its opening the chat is offered to them.
    pub after: Span,
}

impl Moment<'_> {
    /// The offers that levels have made, of chats that are open still.
    pub fn rung(&self) -> impl Iterator<Item = Rung> {
        self.events.iter().filter_map(|event| {
            let EventKind::ChatOffered { chat, operator, cause, .. } = &event.kind else {
                return None;
            };
            let OfferCause::Level { level } = *cause else { return None };
            let chat = self.router.view_chat(chat)?;
            let operator = self.router.view_operator(operator)?;
            let after = event.at.since(chat.opened_at);
            Some(Rung { operator, chat, level, after })
        })
    }
}

/// Whether time hangs: it may stop at so many timers on its way, but not all at one instant.
pub(super) struct Progress {
    at: Timestamp,
    stops: usize,
}

impl Progress {
    const MOST_STOPS: usize = 10_000;

    pub(super) const fn from(at: Timestamp) -> Self {
        Self { at, stops: 0 }
    }

    /// Hears that time has stopped at a timer; gives whether there is hope.
    pub(super) fn stops(&mut self, at: Timestamp) -> bool {
        self.stops = if at > self.at { 0 } else { self.stops + 1 };
        self.at = at;
        self.stops < Self::MOST_STOPS
    }
}

impl Desk {
    /// A desk that a document sets up, with everybody there: each operator has come in.
    ///
    /// # Errors
    /// As [`Router::plan`].
    pub fn of(setup: &Setup) -> Result<Self, SetupReport> {
        Self::with(Config::default(), setup)
    }

    /// The same with a configuration, but that timers are let off one by one
    /// ([`Limits::events_per_advance`](crate::Limits::events_per_advance)), so that nothing that goes
    /// by between two of them is missed.
    ///
    /// # Errors
    /// As [`Router::plan`].
    pub fn with(config: Config, setup: &Setup) -> Result<Self, SetupReport> {
        let mut desk = Self::empty(config);
        let mut given = desk.router.plan(setup)?;
        given.extend(setup.operators.iter().map(|operator| comes(operator.id.clone())));
        desk.begins(&given);
        Ok(desk)
    }

    /// A [`small_desk`]. Any number gives one, so that a fuzzer may choose.
    #[must_use]
    pub fn small(number: u64) -> Self {
        let (config, given) = small_desk(number);
        let mut desk = Self::empty(config);
        desk.begins(&given);
        desk
    }

    fn empty(mut config: Config) -> Self {
        config.limits.events_per_advance = 1;
        let router = Router::new(config.clone(), Timestamp::default());
        let story = Story { config, ..Story::default() };
        Self { router, cast: Cast::default(), observer: Observer::default(), story, broken: None }
    }

    /// Sets the stage. What is refused is left out.
    fn begins(&mut self, given: &[Command]) {
        for command in given {
            match self.apply(command) {
                Ok(Ok(_)) => self.story.given.push(command.clone()),
                Ok(Err(_)) => {}
                Err(failure) => self.broken = self.broken.take().or(Some(failure)),
            }
        }
        self.story.steps.clear();
        self.cast = Cast::of(&self.router);
    }

    /// The router, as it is now.
    #[must_use]
    pub fn router(&self) -> &Router {
        &self.router
    }

    /// Plays a story.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn play(&mut self, steps: &[Step]) -> Result<(), Failure> {
        self.watch(steps, |_| Ok::<(), String>(()))
    }

    /// Plays a story, and holds a rule of your own besides, after each command and each timer.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn watch<E: fmt::Display>(
        &mut self,
        steps: &[Step],
        mut rule: impl FnMut(Moment<'_>) -> Result<(), E>,
    ) -> Result<(), Failure> {
        if let Some(failure) = self.broken.take() {
            return Err(failure);
        }
        for step in steps {
            match self.cast.decide(step, &self.router) {
                Next::Command(command) => drop(self.does(&command, &mut rule)?),
                Next::Time(now) => self.waits(now, &mut rule)?,
            }
        }
        let explained = self.observer.is_explained(&self.router);
        explained.map_err(|broken| self.story.fails(broken.to_string()))
    }

    /// Gives a command, as a host does.
    ///
    /// # Errors
    /// The first rule that is broken. That the command is refused is none: it is in the answer.
    pub fn apply(&mut self, command: &Command) -> Result<Result<Vec<Event>, Refusal>, Failure> {
        self.does(command, &mut |_| Ok::<(), String>(()))
    }

    /// Lets time go by, as a host does: until no timer is due any more.
    ///
    /// # Errors
    /// The first rule that is broken.
    pub fn advance(&mut self, now: Timestamp) -> Result<(), Failure> {
        self.waits(now, &mut |_| Ok::<(), String>(()))
    }

    /// What has happened so far, as a scenario.
    #[must_use]
    pub fn story(&self) -> String {
        self.story.told("what happened at a desk")
    }

    fn does<E: fmt::Display>(
        &mut self,
        command: &Command,
        rule: &mut impl FnMut(Moment<'_>) -> Result<(), E>,
    ) -> Result<Result<Vec<Event>, Refusal>, Failure> {
        // As a host does: what is due comes first.
        if self.router.deadline().is_some_and(|deadline| deadline.at <= self.router.now()) {
            self.waits(self.router.now(), rule)?;
        }
        let before = self.router.clone();
        let answer = self.router.apply(command);
        let refusal = answer.as_ref().err().cloned();
        let events = answer.as_ref().cloned().unwrap_or_default();
        if refusal.is_some() && self.router != before {
            let rule = "a command is refused, and something has changed".to_string();
            self.story.goes_on(&self.router, Some(command), refusal, events);
            return Err(self.story.fails(rule));
        }
        self.happens(Some(command), refusal, events, rule)?;
        Ok(answer)
    }

    fn waits<E: fmt::Display>(
        &mut self,
        now: Timestamp,
        rule: &mut impl FnMut(Moment<'_>) -> Result<(), E>,
    ) -> Result<(), Failure> {
        let mut progress = Progress::from(self.router.now());
        while progress.stops(self.router.now()) {
            let last = self.router.now();
            // To the next timer and no further, so that the router is looked at as it is then.
            let next = self.router.deadline().map_or(now, |deadline| deadline.at.min(now));
            let events = self.router.advance(next);
            let out_of_time = |event: &&Event| event.at < last || event.at > next.max(last);
            if let Some(event) = events.iter().find(out_of_time) {
                let rule = format!("{event:?} out of time");
                self.story.goes_on(&self.router, None, None, events);
                return Err(self.story.fails(rule));
            }
            self.happens(None, None, events, rule)?;
            let due = self.router.deadline().is_some_and(|deadline| deadline.at <= now);
            if !due && self.router.now() >= now {
                return Ok(());
            }
        }
        Err(self.story.fails("time goes on and on, and never gets there".to_string()))
    }

    /// Writes a step down, and looks whether the rules hold.
    fn happens<E: fmt::Display>(
        &mut self,
        command: Option<&Command>,
        refusal: Option<Refusal>,
        events: Vec<Event>,
        rule: &mut impl FnMut(Moment<'_>) -> Result<(), E>,
    ) -> Result<(), Failure> {
        self.cast.sees(&events);
        let count = events.len();
        self.story.goes_on(&self.router, command, refusal, events);
        let Some(step) = self.story.steps.last() else { return Ok(()) };
        let events = &step.events[step.events.len() - count..];
        let refusal = step.refusal.as_ref();
        let seen = match refusal {
            Some(_) => Ok(()),
            None => self.observer.sees(command, events, &self.router),
        };
        let held = seen.and_then(|()| self.holds()).map_err(|broken| broken.to_string());
        let moment = Moment { router: &self.router, command, refusal, events };
        let held = held.and_then(|()| rule(moment).map_err(|broken| broken.to_string()));
        held.map_err(|broken| self.story.fails(broken))
    }

    /// What holds between any two steps.
    fn holds(&self) -> Result<(), Violation> {
        check_invariants(&self.router)?;
        self.observer.compares(&self.router)?;
        self.observer.explains(&self.router)?;
        // Whatever state a chat is in, it can be left and closed; even as others are. One may end of
        // itself as others do: when somebody has room again, a queue may come to close.
        let (mut left, mut closed) = (self.router.clone(), self.router.clone());
        for (chat, patron) in self.observer.open_chats() {
            let leave = LeaveChat { chat: chat.clone() }.by(patron.clone());
            let close = CloseChat { chat: chat.clone() }.by(Actor::Host);
            for (router, command) in [(&mut left, leave), (&mut closed, close)] {
                if router.view_chat(chat).is_some()
                    && let Err(refusal) = router.apply(&command)
                {
                    return Err(Violation::of(format!("{command:?} is refused: {refusal}")));
                }
            }
        }
        Ok(())
    }
}
