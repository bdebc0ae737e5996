//! What happened at a desk, step by step, so that it can be told.

use core::fmt;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::command::{Actor, Command};
use crate::config::Config;
use crate::deadline::Deadline;
use crate::event::Event;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::time::Timestamp;

use super::json::{Json, block, quoted};

/// A rule was broken: which one, at which step, and the story so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// The rule, in words.
    pub rule: String,
    /// Which step of the story has broken it, counted from 0 as the steps in it are.
    pub step: usize,
    /// The story as a scenario, which can be kept as a file.
    pub story: String,
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "step {}: {}\n\n{}", self.step, self.rule, self.story)
    }
}

impl core::error::Error for Failure {}

/// One step, as it went.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Happened {
    pub(crate) at: Timestamp,
    pub(crate) command: Option<Command>,
    pub(crate) refusal: Option<Refusal>,
    pub(crate) events: Vec<Event>,
    /// The next deadline after it.
    pub(crate) deadline: Option<Deadline>,
}

/// A story, written down as it goes on, so that it can be told as a scenario. A
/// [`Desk`](super::Desk) keeps one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Story {
    pub(crate) config: Config,
    pub(crate) given: Vec<Command>,
    pub(crate) steps: Vec<Happened>,
}

impl Story {
    /// A story that begins with these commands, none of which is refused.
    #[must_use]
    pub const fn new(config: Config, given: Vec<Command>) -> Self {
        Self { config, given, steps: Vec::new() }
    }

    /// Writes a step down: a command, or time that went by; why it was refused, and what was raised.
    /// `router` is as it is after the step.
    pub fn goes_on(
        &mut self,
        router: &Router,
        command: Option<&Command>,
        refusal: Option<Refusal>,
        events: Vec<Event>,
    ) {
        // Time alone is no step: the next one says what time it is. And a step lets off all timers of
        // its time.
        let (at, steps) = (router.now(), &mut self.steps);
        steps.pop_if(|last| last.command.is_none() && last.events.is_empty());
        let before =
            steps.pop_if(|last| command.is_none() && last.command.is_none() && last.at == at);
        let mut all = before.map(|before| before.events).unwrap_or_default();
        all.extend(events);
        let deadline = router.deadline();
        steps.push(Happened { at, command: command.cloned(), refusal, events: all, deadline });
    }

    /// The last step has broken a rule.
    pub(crate) fn fails(&self, rule: String) -> Failure {
        let step = self.steps.len().saturating_sub(1);
        Failure { story: self.told(&rule), step, rule }
    }

    /// The story as the text of a [`Scenario`](super::Scenario), that says why it is told.
    #[must_use]
    pub fn told(&self, why: &str) -> String {
        let steps: Vec<String> = self.steps.iter().map(laid_out).collect();
        let parts = [
            format!("\"why\": {}", quoted(why)),
            format!("\"config\": {}", what_is_set(&self.config).laid_out(2)),
            format!("\"given\": {}", one_each(self.given.iter().map(short), 2)),
            format!("\"steps\": {}", block(&steps, 2, true)),
        ];
        block(&parts, 0, false) + "\n"
    }
}

fn laid_out(step: &Happened) -> String {
    let at = step.at.as_millis();
    let mut parts = Vec::new();
    parts.push(format!("\"at\": {at}"));
    parts.extend(step.command.iter().map(|one| format!("\"do\": {}", short(one).laid_out(6))));
    match &step.refusal {
        Some(refusal) => {
            if !step.events.is_empty() {
                parts.push(format!("\"see\": {}", seen(step, at)));
            }
            parts.push(format!("\"refused\": {}", Json::of(refusal).laid_out(6)));
            parts.push(format!("\"code\": {}", quoted(refusal.code())));
        }
        None => parts.push(format!("\"see\": {}", seen(step, at))),
    }
    block(&parts, 4, false)
}

fn seen(step: &Happened, at: i64) -> String {
    one_each(step.events.iter().map(|event| wire(event, at)), 6)
}

/// An event as a scenario writes it: without its number, and with its time only where it differs.
pub(crate) fn wire(event: &Event, at: i64) -> Json {
    let json = Json::of(event).without("seq");
    if event.at.as_millis() == at { json.without("at") } else { json }
}

/// A command with who gives it in short.
fn short(command: &Command) -> Json {
    let by = match &command.by {
        Actor::Host => "host".to_owned(),
        Actor::Institution { institution } => format!("institution:{institution}"),
        Actor::Operator { operator } => format!("operator:{operator}"),
        Actor::Patron { patron } => format!("patron:{patron}"),
    };
    Json::of(command).with("by", Json::Text(by))
}

/// A configuration without what has its default.
fn what_is_set(config: &Config) -> Json {
    differs(&Json::of(config), &Json::of(&Config::default()))
}

/// The fields of a map that are not those of another, and of maps within it likewise.
fn differs(whole: &Json, default: &Json) -> Json {
    let fields = whole.keys().into_iter().filter_map(|key| {
        let (value, usual) = (whole.get(key)?, default.get(key));
        match usual {
            Some(usual) if value == usual => None,
            Some(usual @ Json::Map(_)) => Some((key.to_owned(), differs(value, usual))),
            Some(_) | None => Some((key.to_owned(), value.clone())),
        }
    });
    Json::Map(fields.collect())
}

/// One below the other.
pub(crate) fn one_each(items: impl Iterator<Item = Json>, indent: usize) -> String {
    let items: Vec<String> = items.map(|item| item.laid_out(indent + 2)).collect();
    if items.is_empty() { "[]".into() } else { block(&items, indent, true) }
}
