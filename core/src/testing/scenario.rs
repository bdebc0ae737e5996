//! Scenarios: stories as JSON, read, told to a router, compared, written anew.

use core::str::FromStr;

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use crate::command::Command;
use crate::config::Config;
use crate::router::Router;
use crate::time::Timestamp;

use super::json::{Json, block, quoted};
use super::story::one_each;
use super::teller::{Host, Teller, Told, in_full, round_trip};

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
    pub(crate) fn of(what: impl Into<String>) -> Self {
        Self(what.into())
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
    /// snapshot, which nobody may notice. After each step
    /// [`check_invariants`](crate::check_invariants) has to hold.
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
