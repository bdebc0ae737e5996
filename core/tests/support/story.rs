//! A story of `scenarios/`: read, told to a router, compared, written anew.

use std::path::{Path, PathBuf};

use refdesk::{
    Actor, Command, Config, Event, Refusal, Router, Snapshot, Timestamp, check_invariants,
};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::json::{Json, block, quoted};

/// How often a host advances for one instant before the story is taken to hang.
const MOST_ADVANCES: usize = 10_000;

const KEYS: [&str; 4] = ["why", "config", "given", "steps"];
const STEP_KEYS: [&str; 6] = ["at", "do", "see", "refused", "code", "deadline"];

/// A story as its file tells it.
pub(crate) struct Story {
    pub(crate) path: PathBuf,
    pub(crate) whole: Json,
    source: String,
}

/// What a router did at one step.
pub(crate) struct Told {
    see: Vec<Json>,
    refused: Option<(Json, String)>,
    deadline: Json,
}

/// All stories, by name.
pub(crate) fn stories() -> Vec<Story> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/scenarios");
    let files = std::fs::read_dir(&folder).expect("the folder of the stories is there");
    let mut paths: Vec<PathBuf> = files.map(|file| file.expect("a file").path()).collect();
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    paths
        .into_iter()
        .map(|path| Story::read(path).unwrap_or_else(|error| panic!("{error}")))
        .collect()
}

impl Story {
    fn read(path: PathBuf) -> Result<Self, String> {
        let fault = |error: String| format!("{}: {error}", path.display());
        let source = std::fs::read_to_string(&path).map_err(|error| fault(error.to_string()))?;
        let whole = Json::parse(&source).map_err(fault)?;
        only(&whole, &KEYS).map_err(fault)?;
        for step in whole.items("steps") {
            only(step, &STEP_KEYS).map_err(fault)?;
        }
        if whole.get("why").and_then(Json::text).is_none_or(str::is_empty) {
            return Err(fault("it does not say why".into()));
        }
        Ok(Self { path, whole, source })
    }

    pub(crate) fn name(&self) -> String {
        self.path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    pub(crate) fn steps(&self) -> &[Json] {
        self.whole.items("steps")
    }

    /// Tells the story to a new router, and gives what it did at each step, and all its events.
    pub(crate) fn tell(
        &self,
        secret: [u8; 32],
        host: Host,
    ) -> Result<(Vec<Told>, Vec<Event>), String> {
        let config = self.whole.get("config").map_or(Ok(Config::default()), round_trip)?;
        let mut teller = Teller {
            router: Router::new(Config { secret, ..config }, Timestamp::from_millis(0)),
            all: Vec::new(),
            host,
        };
        for (number, given) in self.whole.items("given").iter().enumerate() {
            let fault = |error| format!("given {number}: {error}");
            let refused = teller.apply(given).map_err(fault)?;
            if let Some((refusal, code)) = refused {
                return Err(format!("given {number}: refused, {code}: {refusal}"));
            }
        }
        let mut told = Vec::new();
        for (number, step) in self.steps().iter().enumerate() {
            told.push(teller.step(step).map_err(|error| format!("step {number}: {error}"))?);
        }
        Ok((told, teller.all))
    }

    /// Its commands, each with its time.
    #[allow(dead_code, reason = "not every test that reads stories wants them")]
    pub(crate) fn commands(&self) -> Result<Vec<(Timestamp, Command)>, String> {
        let given = self.whole.items("given").iter().map(|command| (0, command));
        let steps = self
            .steps()
            .iter()
            .filter_map(|step| Some((step.get("at").and_then(Json::int)?, step.get("do")?)));
        given
            .chain(steps)
            .map(|(at, command)| Ok((Timestamp::from_millis(at), round_trip(&in_full(command)?)?)))
            .collect()
    }

    /// A router that has come as far as the middle of the story.
    #[allow(dead_code, reason = "not every test that reads stories wants one")]
    pub(crate) fn router_halfway(&self) -> Result<Router, String> {
        let config = self.whole.get("config").map_or(Ok(Config::default()), round_trip)?;
        let router = Router::new(config, Timestamp::from_millis(0));
        let mut teller = Teller { router, all: Vec::new(), host: Host::Stays };
        for given in self.whole.items("given") {
            teller.apply(given)?;
        }
        for step in &self.steps()[..self.steps().len() / 2] {
            teller.step(step)?;
        }
        Ok(teller.router)
    }

    /// What differs between the file and what the router did, step by step.
    pub(crate) fn differences(&self, told: &[Told]) -> Vec<String> {
        let mut differences = Vec::new();
        for (number, (step, told)) in self.steps().iter().zip(told).enumerate() {
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
        differences
    }

    /// The file again, with what the router did.
    pub(crate) fn rewrite(&self, told: &[Told]) {
        let steps = self.steps().iter().zip(told).map(|(step, told)| laid_out_step(step, told));
        let mut parts = Vec::new();
        for key in KEYS {
            let Some(value) = self.whole.get(key) else {
                continue;
            };
            let text = match key {
                "given" => one_each(self.whole.items("given"), 2),
                "steps" => block(&steps.clone().collect::<Vec<_>>(), 2, true),
                _ => value.laid_out(2),
            };
            parts.push(format!("{}: {text}", quoted(key)));
        }
        let text = block(&parts, 0, false) + "\n";
        if text != self.source {
            std::fs::write(&self.path, text).expect("the stories can be written");
        }
    }
}

/// How a host keeps its router.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Host {
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
    fn step(&mut self, step: &Json) -> Result<Told, String> {
        let before = self.all.len();
        let at = step.get("at").and_then(Json::int).ok_or("it has no `at`")?;
        self.advance(Timestamp::from_millis(at))?;
        let refused = step.get("do").map_or(Ok(None), |command| self.apply(command))?;
        let see = self.all[before..].iter().map(|event| wire(event, at)).collect();
        let deadline = self.router.deadline();
        round_trip::<Option<refdesk::Deadline>>(&Json::of(&deadline))?;
        Ok(Told { see, refused, deadline: Json::of(&deadline) })
    }

    /// As a host does: it advances until nothing is due any more.
    fn advance(&mut self, now: Timestamp) -> Result<(), String> {
        if now < self.router.now() {
            return Err("time goes back".into());
        }
        for _ in 0..MOST_ADVANCES {
            let events = self.router.advance(now);
            self.check(events)?;
            if self.router.deadline().is_none_or(|deadline| deadline.at > now) {
                return Ok(());
            }
        }
        Err("the clock never gets there".into())
    }

    /// Carries a command out; gives the refusal and its code, if it was refused.
    fn apply(&mut self, command: &Json) -> Result<Option<(Json, String)>, String> {
        let command: Command = round_trip(&in_full(command)?)?;
        let before = self.router.clone();
        match self.router.apply(&command) {
            Ok(events) => self.check(events).map(|()| None),
            Err(refusal) => {
                if self.router != before {
                    return Err(format!("refused ({}), and yet something changed", refusal.code()));
                }
                if refusal.to_string().is_empty() {
                    return Err(format!("{} has no sentence for people", refusal.code()));
                }
                round_trip::<Refusal>(&Json::of(&refusal))?;
                Ok(Some((Json::of(&refusal), refusal.code().to_owned())))
            }
        }
    }

    /// What holds after every step.
    fn check(&mut self, events: Vec<Event>) -> Result<(), String> {
        for event in events {
            let next = self.all.last().map_or(1, |last| last.seq + 1);
            if event.seq != next {
                return Err(format!("event {} comes where {next} should: {event:?}", event.seq));
            }
            if self.all.last().is_some_and(|last| last.at > event.at) {
                return Err(format!("event {next} is earlier than the one before: {event:?}"));
            }
            round_trip::<Event>(&Json::of(&event))?;
            self.all.push(event);
        }
        check_invariants(&self.router).map_err(|violation| violation.to_string())?;
        if self.host == Host::Restarts { self.restart() } else { Ok(()) }
    }

    /// Goes on with a router that knows nothing but what was kept.
    fn restart(&mut self) -> Result<(), String> {
        let kept = serde_json::to_string(&self.router.snapshot()).map_err(|e| e.to_string())?;
        let read: Snapshot = serde_json::from_str(&kept).map_err(|e| format!("{e}: {kept}"))?;
        let secret = self.router.config().secret;
        self.router = Router::restore(&read, secret).map_err(|e| format!("{e}: {kept}"))?;
        let again = serde_json::to_string(&self.router.snapshot()).map_err(|e| e.to_string())?;
        if kept == again { Ok(()) } else { Err(format!("restored otherwise:\n{kept}\n{again}")) }
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
            ("see", refused) if refused.is_none() || !told.see.is_empty() => one_each(&told.see, 6),
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

fn one_each(items: &[Json], indent: usize) -> String {
    if items.is_empty() {
        return "[]".into();
    }
    let items: Vec<String> = items.iter().map(|item| item.laid_out(indent + 2)).collect();
    block(&items, indent, true)
}

/// An event as a story writes it: without its number, and with its time only where it differs.
fn wire(event: &Event, at: i64) -> Json {
    let json = Json::of(event).without("seq");
    if event.at.as_millis() == at { json.without("at") } else { json }
}

/// A command whose `by` may be short: `host`, or `operator:ana` for
/// `{"type": "operator", "operator": "ana"}`.
fn in_full(command: &Json) -> Result<Json, String> {
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
fn round_trip<T: DeserializeOwned + Serialize + PartialEq>(json: &Json) -> Result<T, String> {
    let value: T = json.read()?;
    let again: T = Json::of(&value).read()?;
    if value == again { Ok(value) } else { Err(format!("it reads otherwise once written: {json}")) }
}

fn only(json: &Json, keys: &[&str]) -> Result<(), String> {
    match json.keys().into_iter().find(|key| !keys.contains(key)) {
        Some(key) => Err(format!("`{key}` is no part of a story")),
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
