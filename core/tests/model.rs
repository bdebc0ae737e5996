//! A slow, obvious model runs beside the router under random commands, and agrees on every event.
//!
//! Both are given the same commands and the same times. They must refuse the same with the same
//! refusal, raise the same events, and want to be woken at the same time for the same reason.
//!
//! Two things are compared with a grain of salt:
//!
//! - Within one step, events are compared chat by chat, operator by operator and queue by queue, each
//!   in order: how those of independent chats are interleaved is promised nowhere.
//!   Offers of one chat that are withdrawn one after the other are compared as a set.
//! - Turns in the reasons of claims are counted, not timed: they say who was first, and nothing else.
//!   So those of the router may have gaps where those of the model have none; they must be in the
//!   same order.
//!
//! Digests of transcripts are left to the checker of their chain. The bounds that no story comes to (memberships of one operator,
//! different needs at one level) are not in the model either.
//!
//! `PROPTEST_CASES=20000 cargo test --profile trial --test model` looks harder.

#![allow(clippy::wildcard_enum_match_arm, reason = "what a test compares is told by few kinds")]

#[path = "model/mod.rs"]
mod model;
#[path = "support/names.rs"]
mod names;
#[path = "properties/world.rs"]
mod world;

use std::collections::BTreeMap;

use model::Model;
use proptest::prelude::*;
use proptest::test_runner::{RngSeed, TestCaseError};
use refdesk::{Command, Config, Event, EventKind, Router, Timestamp};
use serde_json::Value;
use world::{Choice, Step, World};

/// The same stories each time, unless somebody wants to look harder.
fn config() -> ProptestConfig {
    let config = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if std::env::var_os("PROPTEST_CASES").is_some() {
        return config;
    }
    ProptestConfig { cases: 600, rng_seed: RngSeed::Fixed(1), ..config }
}

fn choices() -> impl Strategy<Value = Vec<Choice>> {
    prop::collection::vec(any::<Choice>(), 1..160)
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_model_agrees(seed in any::<Choice>(), choices in choices()) {
        let mut pair = Pair::new(seed);
        for command in World::setting(seed) {
            pair.applies(&command)?;
        }
        for choice in choices {
            match pair.world.decode(choice, &pair.router) {
                Step::Time(now) => pair.advances(now)?,
                Step::Command(command) => pair.applies(&command)?,
            }
        }
    }
}

/// The router and the model.
struct Pair {
    router: Router,
    model: Model,
    world: World,
    /// The router's turn for each of the model's that a claim has told.
    turns: BTreeMap<u64, u64>,
}

impl Pair {
    fn new(seed: Choice) -> Self {
        let config = Config { digests: false, ..World::config(seed) };
        Self {
            router: Router::new(config.clone(), Timestamp::default()),
            model: Model::new(config, Timestamp::default()),
            world: World::default(),
            turns: BTreeMap::new(),
        }
    }

    fn applies(&mut self, command: &Command) -> Result<(), TestCaseError> {
        let (router, model) = (self.router.apply(command), self.model.apply(command));
        match (router, model) {
            (Ok(router), Ok(model)) => self.compares(&router, &model, &format!("{command:?}")),
            (router, model) => {
                prop_assert_eq!(router.err(), model.err(), "refusals of {:?}", command);
                Ok(())
            }
        }
    }

    fn advances(&mut self, now: Timestamp) -> Result<(), TestCaseError> {
        loop {
            let deadline = self.router.deadline();
            let (router, model) = (self.router.advance(now), self.model.advance(now));
            self.compares(&router, &model, &format!("{deadline:?}"))?;
            if self.router.deadline().is_none_or(|deadline| deadline.at > now) {
                return Ok(());
            }
        }
    }

    fn compares(
        &mut self,
        router: &[Event],
        model: &[Event],
        step: &str,
    ) -> Result<(), TestCaseError> {
        self.world.learn(router);
        prop_assert_eq!(self.router.deadline(), self.model.deadline(), "after {}", step);
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
            prop_assert_eq!(&router, &model, "{} after {}", subject, step);
        }
        Ok(())
    }

    /// Takes the turns out of what a claim tells, after it has made sure that they are in order.
    fn same_turns(&mut self, router: &mut Value, model: &mut Value) -> Result<(), TestCaseError> {
        match (router, model) {
            (Value::Object(router), Value::Object(model)) => {
                if let (Some(of_router), Some(of_model)) = (
                    router.get("turn").and_then(Value::as_u64),
                    model.get("turn").and_then(Value::as_u64),
                ) {
                    let known = *self.turns.entry(of_model).or_insert(of_router);
                    prop_assert_eq!(known, of_router, "one turn is two");
                    prop_assert!(
                        self.turns.values().is_sorted_by(|a, b| a < b),
                        "turns out of order"
                    );
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
