//! Tells a scenario to a router.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::command::{Actor, Command};
use crate::deadline::Deadline;
use crate::event::Event;
use crate::invariants::check_invariants;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::snapshot::Snapshot;
use crate::time::Timestamp;

use super::desk::Progress;
use super::json::Json;
use super::scenario::ScenarioError;
use super::story::wire;

/// What a router did at one step.
pub(super) struct Told {
    pub(super) see: Vec<Json>,
    pub(super) refused: Option<(Json, String)>,
    pub(super) deadline: Json,
}

/// How a host keeps its router.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Host {
    Stays,
    /// It stops after every step, and goes on with what it has kept.
    Restarts,
}

/// A router and everything that it said so far.
pub(super) struct Teller {
    pub(super) router: Router,
    pub(super) all: Vec<Event>,
    pub(super) host: Host,
}

impl Teller {
    pub(super) fn step(&mut self, step: &Json) -> Result<Told, ScenarioError> {
        let before = self.all.len();
        let at = step
            .get("at")
            .and_then(Json::int)
            .ok_or_else(|| ScenarioError::of("it has no `at`"))?;
        self.advance(Timestamp::from_millis(at))?;
        let refused = step.get("do").map_or(Ok(None), |command| self.apply(command))?;
        let see = self.all[before..].iter().map(|event| wire(event, at)).collect();
        let deadline = self.router.deadline();
        round_trip::<Option<Deadline>>(&Json::of(&deadline))?;
        Ok(Told { see, refused, deadline: Json::of(&deadline) })
    }

    /// As a host does: it advances until nothing is due any more.
    fn advance(&mut self, now: Timestamp) -> Result<(), ScenarioError> {
        if now < self.router.now() {
            return Err(ScenarioError::of("time goes back"));
        }
        let mut progress = Progress::from(self.router.now());
        while progress.stops(self.router.now()) {
            let events = self.router.advance(now);
            self.check(events)?;
            if self.router.deadline().is_none_or(|deadline| deadline.at > now) {
                return Ok(());
            }
        }
        Err(ScenarioError::of("the clock never gets there"))
    }

    /// Carries a command out; gives the refusal and its code, if it was refused.
    pub(super) fn apply(
        &mut self,
        command: &Json,
    ) -> Result<Option<(Json, String)>, ScenarioError> {
        let command: Command = round_trip(&in_full(command)?)?;
        let before = self.router.clone();
        match self.router.apply(&command) {
            Ok(events) => self.check(events).map(|()| None),
            Err(refusal) => {
                if self.router != before {
                    return Err(ScenarioError::of(format!(
                        "refused ({}), and yet something changed",
                        refusal.code()
                    )));
                }
                if refusal.to_string().is_empty() {
                    return Err(ScenarioError::of(format!(
                        "{} has no sentence for people",
                        refusal.code()
                    )));
                }
                round_trip::<Refusal>(&Json::of(&refusal))?;
                Ok(Some((Json::of(&refusal), refusal.code().to_owned())))
            }
        }
    }

    /// What holds after every step.
    fn check(&mut self, events: Vec<Event>) -> Result<(), ScenarioError> {
        for event in events {
            let next = self.all.last().map_or(1, |last| last.seq + 1);
            if event.seq != next {
                return Err(ScenarioError::of(format!(
                    "event {} comes where {next} should: {event:?}",
                    event.seq
                )));
            }
            if self.all.last().is_some_and(|last| last.at > event.at) {
                return Err(ScenarioError::of(format!(
                    "event {next} is earlier than the one before: {event:?}"
                )));
            }
            round_trip::<Event>(&Json::of(&event))?;
            self.all.push(event);
        }
        check_invariants(&self.router)
            .map_err(|violation| ScenarioError::of(violation.to_string()))?;
        if self.host == Host::Restarts { self.restart() } else { Ok(()) }
    }

    /// Goes on with a router that knows nothing but what was kept.
    fn restart(&mut self) -> Result<(), ScenarioError> {
        let kept = serde_json::to_string(&self.router.snapshot())
            .map_err(|e| ScenarioError::of(e.to_string()))?;
        let read: Snapshot =
            serde_json::from_str(&kept).map_err(|e| ScenarioError::of(format!("{e}: {kept}")))?;
        let secret = self.router.config().secret;
        self.router = Router::restore(&read, secret)
            .map_err(|e| ScenarioError::of(format!("{e}: {kept}")))?;
        let again = serde_json::to_string(&self.router.snapshot())
            .map_err(|e| ScenarioError::of(e.to_string()))?;
        if kept == again {
            Ok(())
        } else {
            Err(ScenarioError::of(format!("restored otherwise:\n{kept}\n{again}")))
        }
    }
}

/// A command whose `by` may be short: `host`, or `operator:ana` for
/// `{"type": "operator", "operator": "ana"}`.
pub(super) fn in_full(command: &Json) -> Result<Json, ScenarioError> {
    let Some(short) = command.get("by").and_then(Json::text) else {
        return Ok(command.clone());
    };
    let map = |fields: &[(&str, &str)]| {
        let fields =
            fields.iter().map(|&(key, text)| (key.to_owned(), Json::Text(text.to_owned())));
        Json::Map(fields.collect())
    };
    let by = match short.split_once(':') {
        Some((role, id)) => map(&[("type", role), (role, id)]),
        None => map(&[("type", short)]),
    };
    round_trip::<Actor>(&by)?;
    Ok(command.clone().with("by", by))
}

/// Reads a value from its wire form, and makes sure that writing it gives a form that reads alike.
pub(super) fn round_trip<T: DeserializeOwned + Serialize + PartialEq>(
    json: &Json,
) -> Result<T, ScenarioError> {
    let value: T = json.read().map_err(ScenarioError::of)?;
    let again: T = Json::of(&value).read().map_err(ScenarioError::of)?;
    if value == again {
        return Ok(value);
    }
    Err(ScenarioError::of(format!("it reads otherwise once written: {json}")))
}
