//! Scenarios: stories as JSON, read, told to a router, compared, written anew.

use core::str::FromStr;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec;
use alloc::vec::Vec;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::command::{Actor, Command};
use crate::config::Config;
use crate::deadline::Deadline;
use crate::event::Event;
use crate::invariants::check_invariants;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::snapshot::Snapshot;
use crate::time::Timestamp;

use super::desk::MOST_TIMERS;
use super::json::{Json, block, quoted};
use super::story::{one_each, wire};

const KEYS: [&str; 4] = ["why", "config", "given", "steps"];
const STEP_KEYS: [&str; 6] = ["at", "do", "see", "refused", "code", "deadline"];

/// A story as data: who does what when, and all that comes of it, exactly. It is read from JSON (its
/// form is on the page `docs/testing.md`), played, compared, and written anew after a deliberate
/// change. A [`Failure`](super::Failure) tells its story in this form.
///
/// ```
/// use refdesk::testing::Scenario;
///
/// let scenario: Scenario = r#"{
///     "why": "an institution has one name, and nobody else bears it",
///     "given": [{"by": "host", "action": {"type": "addInstitution", "institution": "ames"}}],
///     "steps": [{
///         "at": 0,
///         "do": {"by": "host", "action": {"type": "addInstitution", "institution": "ames"}},
///         "refused": {"type": "institutionExists", "institution": "ames"},
///         "code": "institution_exists"
///     }]
/// }"#
/// .parse()?;
/// scenario.play()?;
/// # Ok::<(), refdesk::testing::ScenarioError>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    whole: Json,
    text: String,
}

/// A scenario that cannot be read, or goes otherwise than it is told: at which step, and how.
#[derive(Clone, Debug, Eq, PartialEq, thiserror::Error)]
#[error("{0}")]
pub struct ScenarioError(String);

impl ScenarioError {
    pub(crate) fn of(what: String) -> Self {
        Self(what)
    }
}

impl FromStr for Scenario {
    type Err = ScenarioError;

    fn from_str(text: &str) -> Result<Self, ScenarioError> {
        let whole = Json::parse(text).map_err(ScenarioError)?;
        only(&whole, &KEYS)?;
        for step in whole.items("steps") {
            only(step, &STEP_KEYS)?;
        }
        if whole.get("why").and_then(Json::text).is_none_or(str::is_empty) {
            return Err(ScenarioError("it does not say why".into()));
        }
        Ok(Self { whole, text: text.to_owned() })
    }
}

impl Scenario {
    /// What people see, and so why it is told.
    #[must_use]
    pub fn why(&self) -> &str {
        self.whole.get("why").and_then(Json::text).unwrap_or_default()
    }

    /// The text that it was read from.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// How many steps it has.
    #[must_use]
    pub fn steps(&self) -> usize {
        self.whole.items("steps").len()
    }

    /// Tells it to a router, and compares what comes of each step with what is written; and tells it
    /// once more to a router with another secret that stops after every step and goes on with its
    /// snapshot, which nobody may notice. After each step [`check_invariants`] has to hold.
    ///
    /// # Errors
    /// Each step that goes otherwise, with what was written and what was seen.
    pub fn play(&self) -> Result<(), ScenarioError> {
        self.compares(&self.tell_twice()?)
    }

    /// Tells it once, and compares what comes of each step with what is written.
    ///
    /// # Errors
    /// As [`Scenario::play`].
    pub fn play_once(&self) -> Result<(), ScenarioError> {
        let (_, told) = self.tell([0; 32], Host::Stays, self.steps())?;
        self.compares(&told)
    }

    fn compares(&self, told: &[Told]) -> Result<(), ScenarioError> {
        let mut differences = Vec::new();
        for (number, (step, told)) in self.whole.items("steps").iter().zip(told).enumerate() {
            let (expected, seen) = (lines(step), told.lines(step));
            let same = expected.len() == seen.len()
                && expected.iter().zip(&seen).all(|(one, other)| one.same_as(other));
            if !same {
                let at = step.get("at").unwrap_or(&Json::Null);
                let diff = diff(&expected, &seen);
                differences
                    .push(format!("step {number} (at {at}): - as written, + as seen\n{diff}"));
            }
        }
        if differences.is_empty() { Ok(()) } else { Err(ScenarioError(differences.join("\n"))) }
    }

    /// The text with what the router did in place of what was written, for a deliberate change: read the
    /// difference before you keep it.
    ///
    /// # Errors
    /// What cannot be read or told.
    pub fn rewritten(&self) -> Result<String, ScenarioError> {
        let told = self.tell_twice()?;
        let steps = self.whole.items("steps").iter().zip(&told);
        let steps: Vec<String> = steps.map(|(step, told)| laid_out_step(step, told)).collect();
        let mut parts = Vec::new();
        for key in KEYS {
            let Some(value) = self.whole.get(key) else { continue };
            let text = match key {
                "given" => one_each(self.whole.items("given").iter().cloned(), 2),
                "steps" => block(&steps, 2, true),
                _ => value.laid_out(2),
            };
            parts.push(format!("{}: {text}", quoted(key)));
        }
        Ok(block(&parts, 0, false) + "\n")
    }

    /// Its commands, each with its time, those of the stage first.
    ///
    /// # Errors
    /// One that cannot be read.
    pub fn commands(&self) -> Result<Vec<(Timestamp, Command)>, ScenarioError> {
        let given = self.whole.items("given").iter().map(|command| (0, command));
        let steps = self.whole.items("steps").iter();
        let steps =
            steps.filter_map(|step| Some((step.get("at").and_then(Json::int)?, step.get("do")?)));
        let command = |(at, command): (i64, &Json)| {
            let command = round_trip(&in_full(command)?)?;
            Ok((Timestamp::from_millis(at), command))
        };
        given.chain(steps).map(command).collect()
    }

    /// A router that has come through so many of its steps.
    ///
    /// # Errors
    /// What cannot be read or told.
    pub fn router_after(&self, steps: usize) -> Result<Router, ScenarioError> {
        let (told, _) = self.tell([0; 32], Host::Stays, steps)?;
        Ok(told.router)
    }

    fn tell_twice(&self) -> Result<Vec<Told>, ScenarioError> {
        let all = self.steps();
        let (one, told) = self.tell([0; 32], Host::Stays, all)?;
        let (again, _) = self.tell([7; 32], Host::Restarts, all)?;
        let other = one.all.iter().zip(&again.all).find(|(one, other)| one != other);
        if other.is_some() || one.all.len() != again.all.len() {
            return Err(ScenarioError(format!("told again, it goes otherwise: {other:?}")));
        }
        Ok(told)
    }

    /// Tells the story to a new router, and gives what it did at each step.
    fn tell(
        &self,
        secret: [u8; 32],
        host: Host,
        steps: usize,
    ) -> Result<(Teller, Vec<Told>), ScenarioError> {
        let config = self.whole.get("config").map_or(Ok(Config::default()), round_trip)?;
        let router = Router::new(Config { secret, ..config }, Timestamp::from_millis(0));
        let mut teller = Teller { router, all: Vec::new(), host };
        for (number, given) in self.whole.items("given").iter().enumerate() {
            let fault = |error| ScenarioError(format!("given {number}: {error}"));
            if let Some((refusal, code)) = teller.apply(given).map_err(fault)? {
                return Err(fault(ScenarioError(format!("refused, {code}: {refusal}"))));
            }
        }
        let mut told = Vec::new();
        for (number, step) in self.whole.items("steps").iter().enumerate().take(steps) {
            let fault = |error| ScenarioError(format!("step {number}: {error}"));
            told.push(teller.step(step).map_err(fault)?);
        }
        Ok((teller, told))
    }
}

/// What a router did at one step.
struct Told {
    see: Vec<Json>,
    refused: Option<(Json, String)>,
    deadline: Json,
}

/// How a host keeps its router.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Host {
    Stays,
    /// It stops after every step, and goes on with what it has kept.
    Restarts,
}

/// A router and everything that it said so far.
struct Teller {
    router: Router,
    all: Vec<Event>,
    host: Host,
}

impl Teller {
    fn step(&mut self, step: &Json) -> Result<Told, ScenarioError> {
        let before = self.all.len();
        let at = step
            .get("at")
            .and_then(Json::int)
            .ok_or_else(|| ScenarioError("it has no `at`".into()))?;
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
            return Err(ScenarioError("time goes back".into()));
        }
        for _ in 0..MOST_TIMERS {
            let events = self.router.advance(now);
            self.check(events)?;
            if self.router.deadline().is_none_or(|deadline| deadline.at > now) {
                return Ok(());
            }
        }
        Err(ScenarioError("the clock never gets there".into()))
    }

    /// Carries a command out; gives the refusal and its code, if it was refused.
    fn apply(&mut self, command: &Json) -> Result<Option<(Json, String)>, ScenarioError> {
        let command: Command = round_trip(&in_full(command)?)?;
        let before = self.router.clone();
        match self.router.apply(&command) {
            Ok(events) => self.check(events).map(|()| None),
            Err(refusal) => {
                if self.router != before {
                    return Err(ScenarioError(format!(
                        "refused ({}), and yet something changed",
                        refusal.code()
                    )));
                }
                if refusal.to_string().is_empty() {
                    return Err(ScenarioError(format!(
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
                return Err(ScenarioError(format!(
                    "event {} comes where {next} should: {event:?}",
                    event.seq
                )));
            }
            if self.all.last().is_some_and(|last| last.at > event.at) {
                return Err(ScenarioError(format!(
                    "event {next} is earlier than the one before: {event:?}"
                )));
            }
            round_trip::<Event>(&Json::of(&event))?;
            self.all.push(event);
        }
        check_invariants(&self.router).map_err(|violation| ScenarioError(violation.to_string()))?;
        if self.host == Host::Restarts { self.restart() } else { Ok(()) }
    }

    /// Goes on with a router that knows nothing but what was kept.
    fn restart(&mut self) -> Result<(), ScenarioError> {
        let kept = serde_json::to_string(&self.router.snapshot())
            .map_err(|e| ScenarioError(e.to_string()))?;
        let read: Snapshot =
            serde_json::from_str(&kept).map_err(|e| ScenarioError(format!("{e}: {kept}")))?;
        let secret = self.router.config().secret;
        self.router =
            Router::restore(&read, secret).map_err(|e| ScenarioError(format!("{e}: {kept}")))?;
        let again = serde_json::to_string(&self.router.snapshot())
            .map_err(|e| ScenarioError(e.to_string()))?;
        if kept == again {
            Ok(())
        } else {
            Err(ScenarioError(format!("restored otherwise:\n{kept}\n{again}")))
        }
    }
}

impl Told {
    /// The step's expectations as they should have been written.
    fn lines(&self, step: &Json) -> Vec<Json> {
        let mut lines = self.see.clone();
        if let Some((refusal, code)) = &self.refused {
            lines.extend([refusal.clone(), Json::Text(code.clone())]);
        }
        if step.get("deadline").is_some() {
            lines.push(self.deadline.clone());
        }
        lines
    }
}

/// What a step expects, one thing after the other.
fn lines(step: &Json) -> Vec<Json> {
    let last = ["refused", "code", "deadline"].into_iter().filter_map(|key| step.get(key));
    step.items("see").iter().chain(last).cloned().collect()
}

fn laid_out_step(step: &Json, told: &Told) -> String {
    let mut parts = Vec::new();
    for key in STEP_KEYS {
        let text = match (key, &told.refused) {
            ("see", refused) if refused.is_none() || !told.see.is_empty() => {
                one_each(told.see.iter().cloned(), 6)
            }
            ("refused", Some((refusal, _))) => refusal.laid_out(6),
            ("code", Some((_, code))) => quoted(code),
            ("deadline", _) if step.get("deadline").is_some() => told.deadline.laid_out(6),
            ("at" | "do", _) if step.get(key).is_some() => {
                step.get(key).expect("just seen").laid_out(6)
            }
            _ => continue,
        };
        parts.push(format!("{}: {text}", quoted(key)));
    }
    block(&parts, 4, false)
}

/// A command whose `by` may be short: `host`, or `operator:ana` for
/// `{"type": "operator", "operator": "ana"}`.
fn in_full(command: &Json) -> Result<Json, ScenarioError> {
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
fn round_trip<T: DeserializeOwned + Serialize + PartialEq>(
    json: &Json,
) -> Result<T, ScenarioError> {
    let value: T = json.read().map_err(ScenarioError)?;
    let again: T = Json::of(&value).read().map_err(ScenarioError)?;
    if value == again {
        return Ok(value);
    }
    Err(ScenarioError(format!("it reads otherwise once written: {json}")))
}

fn only(json: &Json, keys: &[&str]) -> Result<(), ScenarioError> {
    match json.keys().into_iter().find(|key| !keys.contains(key)) {
        Some(key) => Err(ScenarioError(format!("`{key}` is no part of a scenario"))),
        None => Ok(()),
    }
}

/// What was written and what was seen, line by line, with what both have in common.
fn diff(expected: &[Json], seen: &[Json]) -> String {
    let mut common = vec![vec![0; seen.len() + 1]; expected.len() + 1];
    for (i, one) in expected.iter().enumerate().rev() {
        for (j, other) in seen.iter().enumerate().rev() {
            common[i][j] = if one.same_as(other) {
                common[i + 1][j + 1] + 1
            } else {
                common[i + 1][j].max(common[i][j + 1])
            };
        }
    }
    let (mut i, mut j, mut lines) = (0, 0, Vec::new());
    while i < expected.len() || j < seen.len() {
        let both = i < expected.len() && j < seen.len();
        if both && expected[i].same_as(&seen[j]) {
            lines.push(format!("    {}", seen[j]));
            (i, j) = (i + 1, j + 1);
        } else if j == seen.len() || both && common[i + 1][j] >= common[i][j + 1] {
            lines.push(format!("  - {}", expected[i]));
            i += 1;
        } else {
            lines.push(format!("  + {}", seen[j]));
            j += 1;
        }
    }
    lines.join("\n")
}
