//! A slow, obvious model runs beside the router, and agrees on every event.

use core::fmt;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde_json::Value;

use crate::command::Command;
use crate::config::Config;
use crate::event::{Event, EventKind};
use crate::router::Router;
use crate::setup::{Setup, SetupReport};
use crate::time::Timestamp;

use super::cast::{Cast, Next};
use super::desk::Progress;
use super::model::Model;
use super::small::{comes, small_desk};
use super::step::Step;
use super::story::{Failure, Story};

/// The router and the [`Model`] beside it. Both are given the same commands at the same times; they
/// must refuse the same with the same refusal, raise the same events, and want to be woken at the same
/// time for the same reason.
///
/// Some things are compared with a grain of salt:
///
/// - Within one step, events are compared chat by chat, operator by operator and queue by queue, each
///   in order: how those of independent chats are interleaved is promised nowhere. Offers of one chat
///   that are withdrawn one after the other are compared as a set.
/// - Turns in the reasons of claims are counted, not timed: they say who was first, and nothing else. So
///   those of the router may have gaps where those of the model have none; they must be in the same
///   order.
/// - Digests of transcripts are left to [`verify`](crate::chain::verify), and switched off here.
#[derive(Clone, Debug)]
pub struct Pair {
    router: Router,
    model: Model,
    cast: Cast,
    story: Story,
    /// The router's turn for each of the model's that a claim has told.
    turns: BTreeMap<u64, u64>,
    /// What was wrong before anybody could hear of it.
    broken: Option<Failure>,
}

type Same = Result<(), String>;

impl Pair {
    /// Both, set up by a document, with everybody there.
    ///
    /// # Errors
    /// As [`Router::plan`].
    pub fn of(setup: &Setup) -> Result<Self, SetupReport> {
        Self::with(Config::default(), setup)
    }

    /// The same with a configuration, but that no digests are worked out.
    ///
    /// # Errors
    /// As [`Router::plan`].
    pub fn with(config: Config, setup: &Setup) -> Result<Self, SetupReport> {
        let mut pair = Self::empty(config);
        let mut given = pair.router.plan(setup)?;
        given.extend(setup.operators.iter().map(|operator| comes(operator.id.clone())));
        pair.begins(&given);
        Ok(pair)
    }

    /// Both at a [`small_desk`].
    #[must_use]
    pub fn small(number: u64) -> Self {
        let (config, given) = small_desk(number);
        let mut pair = Self::empty(config);
        pair.begins(&given);
        pair
    }

    fn empty(config: Config) -> Self {
        let config = Config { digests: false, ..config };
        Self {
            router: Router::new(config.clone(), Timestamp::default()),
            model: Model::new(config.clone(), Timestamp::default()),
            cast: Cast::default(),
            story: Story { config, ..Story::default() },
            turns: BTreeMap::new(),
            broken: None,
        }
    }

    fn begins(&mut self, given: &[Command]) {
        for command in given {
            let before = self.story.steps.len();
            if let Err(failure) = self.applies(command) {
                self.broken = self.broken.take().or(Some(failure));
            }
            let done = self.story.steps.get(before).is_some_and(|step| step.refusal.is_none());
            self.story.given.extend(done.then(|| command.clone()));
        }
        self.story.steps.clear();
        self.cast = Cast::of(&self.router);
    }

    /// Plays a story to both.
    ///
    /// # Errors
    /// The first step that the two do not agree on.
    pub fn play(&mut self, steps: &[Step]) -> Result<(), Failure> {
        if let Some(failure) = self.broken.take() {
            return Err(failure);
        }
        for step in steps {
            match self.cast.decide(step, &self.router) {
                Next::Time(now) => self.advances(now)?,
                Next::Command(command) => self.applies(&command)?,
            }
        }
        Ok(())
    }

    fn applies(&mut self, command: &Command) -> Result<(), Failure> {
        let (router, model) = (self.router.apply(command), self.model.apply(command));
        let (refusal, other) = (router.as_ref().err(), model.as_ref().err());
        let same = if refusal == other {
            Ok(())
        } else {
            Err(format!("the router says {refusal:?}, and the model {other:?}"))
        };
        let refusal = refusal.cloned();
        let (router, model) = (router.unwrap_or_default(), model.unwrap_or_default());
        let same = same.and_then(|()| self.compares(&router, &model));
        self.story.goes_on(&self.router, Some(command), refusal, router);
        same.map_err(|differs| self.story.fails(differs))
    }

    fn advances(&mut self, now: Timestamp) -> Result<(), Failure> {
        let mut progress = Progress::from(self.router.now());
        while progress.stops(self.router.now()) {
            let (router, model) = (self.router.advance(now), self.model.advance(now));
            let same = self.compares(&router, &model);
            self.story.goes_on(&self.router, None, None, router);
            same.map_err(|differs| self.story.fails(differs))?;
            if self.router.deadline().is_none_or(|deadline| deadline.at > now) {
                return Ok(());
            }
        }
        Err(self.story.fails("time goes on and on, and never gets there".to_string()))
    }

    fn compares(&mut self, router: &[Event], model: &[Event]) -> Same {
        self.cast.sees(router);
        alike("the deadline", &self.router.deadline(), &self.model.deadline())?;
        if router == model && !router.iter().any(tells_turns) {
            return Ok(());
        }
        let (by_router, by_model) = (by_subject(router), by_subject(model));
        let subjects = by_router.keys().chain(by_model.keys());
        for subject in subjects {
            let of = |events: &BTreeMap<String, Vec<Value>>| {
                events.get(subject).cloned().unwrap_or_default()
            };
            let (mut router, mut model) = (of(&by_router), of(&by_model));
            if router.len() == model.len() {
                for (router, model) in router.iter_mut().zip(&mut model) {
                    self.same_turns(router, model)?;
                }
            }
            alike(subject, &router, &model)?;
        }
        Ok(())
    }

    /// Takes the turns out of what a claim tells, after it has made sure that they are in order.
    fn same_turns(&mut self, router: &mut Value, model: &mut Value) -> Same {
        match (router, model) {
            (Value::Object(router), Value::Object(model)) => {
                if let (Some(of_router), Some(of_model)) = (
                    router.get("turn").and_then(Value::as_u64),
                    model.get("turn").and_then(Value::as_u64),
                ) {
                    let known = *self.turns.entry(of_model).or_insert(of_router);
                    alike("one turn", &of_router, &known)?;
                    if !self.turns.values().is_sorted_by(|a, b| a < b) {
                        return Err("turns are out of order".to_string());
                    }
                    router.remove("turn");
                    model.remove("turn");
                }
                for (name, value) in router {
                    if let Some(other) = model.get_mut(name) {
                        self.same_turns(value, other)?;
                    }
                }
            }
            (Value::Array(router), Value::Array(model)) => {
                for (router, model) in router.iter_mut().zip(model) {
                    self.same_turns(router, model)?;
                }
            }
            _ => {}
        }
        Ok(())
    }
}

fn alike<T: PartialEq + fmt::Debug>(what: &str, router: &T, model: &T) -> Same {
    if router == model {
        return Ok(());
    }
    Err(format!("{what}: the router has {router:?}, and the model {model:?}"))
}

/// Events without their numbers, by what they are about.
fn by_subject(events: &[Event]) -> BTreeMap<String, Vec<Value>> {
    let mut subjects: BTreeMap<String, Vec<Value>> = BTreeMap::new();
    for event in events {
        let mut value = serde_json::to_value(event).expect("an event has a wire form");
        value["seq"].take();
        forget_leaves(&mut value);
        let ids = ["chat", "operator", "queue"].map(|kind| value.get(kind).map(|id| (kind, id)));
        let subject = ids.into_iter().flatten().next();
        let buddy = || value.get("buddy").map(|buddy| format!("buddy {buddy}"));
        let subject = subject.map(|(kind, id)| format!("{kind} {id}")).or_else(buddy);
        let subject = subject.unwrap_or_default();
        subjects.entry(subject).or_default().push(value);
    }
    for events in subjects.values_mut() {
        for withdrawals in
            events.chunk_by_mut(|a, b| withdrawn(a).is_some() && withdrawn(b).is_some())
        {
            withdrawals.sort_by_key(withdrawn);
        }
    }
    subjects
}

/// Takes out what stands for masked messages in the chain of digests.
fn forget_leaves(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("leaf");
            fields.values_mut().for_each(forget_leaves);
        }
        Value::Array(values) => values.iter_mut().for_each(forget_leaves),
        _ => {}
    }
}

/// The number of the offer that an event withdraws.
fn withdrawn(event: &Value) -> Option<u64> {
    event["offer"].as_u64().filter(|_| event["type"] == "offerWithdrawn")
}

/// Whether an event tells turns.
fn tells_turns(event: &Event) -> bool {
    matches!(event.kind, EventKind::ChatClaimed { .. } | EventKind::ChatEnded { .. })
}
