//! Weeks of a bank and of a collaborative, replayed from their journals: the same events, the same state, from
//! the beginning and from wherever somebody had kept a snapshot.

use std::path::{Path, PathBuf};
use std::process::Command;

use refdesk::journal::{self, Header, Input, JournalError};
use refdesk::{Event, Router, Snapshot, Timestamp};

/// From so many snapshots it is gone on to the end, twice each.
const TO_THE_END: usize = if cfg!(debug_assertions) { 1 } else { 16 };
/// After so many commands each time a snapshot is kept, and gone on from to the next one.
const FROM_ONE_TO_THE_NEXT: usize = if cfg!(debug_assertions) { 10_000 } else { 100 };

#[test]
fn two_weeks_of_a_bank() {
    replays("replay", "bank-calls-1999-02-a.tsv", "bank.journal", 50_000);
}

#[test]
fn ten_weeks_in_ontario() {
    replays("ontario", "ontario-ask-2020.csv", "ontario.jsonl", 40_000);
}

/// What an example has written down of a table, of at least so many commands.
fn replays(example: &str, table: &str, journal: &str, at_least: usize) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/data").join(table);
    if !file.exists() {
        println!("skipped: {table} is not beside this checkout");
        return;
    }
    let (weeks, said) = Weeks::written(example, &file, journal);
    assert!(weeks.inputs.len() > at_least, "{} commands", weeks.inputs.len());
    let first = weeks.replayed(1);
    weeks.leads_to(&first, &said);
    assert!(first == weeks.replayed(2), "the same events, and the same state in between");
    let places = weeks.steps_between(&first);
    weeks.to_the_end(&first);
    println!(
        "{journal}: {} commands, {} events; from {TO_THE_END} snapshots to the end, twice; from {places} to the \
         next",
        weeks.inputs.len(),
        first.events.len(),
    );
}

struct Weeks {
    header: Header,
    inputs: Vec<Input>,
}

/// What came about when they were replayed.
#[derive(PartialEq)]
struct Course {
    events: Vec<Event>,
    /// What was kept before the first command, and after each hundred of them.
    marks: Vec<Mark>,
    end: Mark,
}

#[derive(PartialEq)]
struct Mark {
    commands: usize,
    events: usize,
    snapshot: Vec<u8>,
}

impl Mark {
    fn of(router: &Router, commands: usize, events: &[Event]) -> Self {
        Self { commands, events: events.len(), snapshot: router.snapshot().to_bytes() }
    }

    /// Each time with another secret: it must not matter.
    fn restored(&self, secret: u8) -> Router {
        let snapshot = Snapshot::from_bytes(&self.snapshot).expect("it was written so");
        Router::restore(&snapshot, [secret; 32]).expect("a router was in that state")
    }
}

impl Weeks {
    /// Has an example write down a table. With its last words: when it was over, and the digest.
    fn written(example: &str, table: &Path, name: &str) -> (Self, String) {
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("weeks");
        std::fs::create_dir_all(&folder).expect("the test may write in its own folder");
        let file = folder.join(name);
        let mut run = Command::new(env!("CARGO"));
        run.args(["run", "--quiet", "--profile", "trial", "--locked", "--example", example, "--"]);
        run.arg(table).arg("--picture").arg(folder.join(name).with_extension("svg"));
        run.arg("--journal").arg(&file).current_dir(env!("CARGO_MANIFEST_DIR"));
        let output = run.output().expect("cargo runs the tests, so that it is there");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let said = String::from_utf8(output.stdout).expect("it says it in letters");
        (Self::read(&file).expect("it is a journal"), said)
    }

    fn read(file: &PathBuf) -> Result<Self, JournalError> {
        let bytes = std::fs::read(file).expect("the example has written it");
        if file.extension().is_some_and(|extension| extension == "jsonl") {
            let text = String::from_utf8(bytes).expect("JSON is text");
            let (header, inputs) = journal::read_lines(&text)?;
            Ok(Self { header, inputs: inputs.collect::<Result<_, _>>()? })
        } else {
            let (header, inputs) = journal::read(&bytes)?;
            Ok(Self { header, inputs: inputs.collect::<Result<_, _>>()? })
        }
    }

    fn replayed(&self, secret: u8) -> Course {
        let mut router = self.header.router([secret; 32]).expect("under the same time zone data");
        let (mut events, mut marks) = (Vec::new(), Vec::new());
        for (number, input) in self.inputs.iter().enumerate() {
            if number.is_multiple_of(FROM_ONE_TO_THE_NEXT) {
                marks.push(Mark::of(&router, number, &events));
            }
            router.replay_into(input, &mut events).expect("the router had accepted it");
        }
        let end = Mark::of(&router, self.inputs.len(), &events);
        Course { events, marks, end }
    }

    /// The router that wrote the journal has come to the same state.
    fn leads_to(&self, course: &Course, said: &str) {
        let last = said.lines().find_map(|line| line.strip_prefix("At ")).expect("it says so");
        let (at, digest) = last.split_once(" the digest is ").expect("it says both");
        let mut router = course.end.restored(3);
        let at = Timestamp::from_millis(at.parse().expect("milliseconds"));
        while router.deadline().is_some_and(|deadline| deadline.at <= at) {
            router.advance(at);
        }
        router.advance(at);
        assert_eq!(router.digest().to_string(), digest, "{} commands", self.inputs.len());
    }

    /// How many snapshots there were.
    fn steps_between(&self, course: &Course) -> usize {
        let all = || course.marks.iter().chain([&course.end]);
        for (mark, next) in all().zip(all().skip(1)) {
            let mut router = mark.restored(4);
            let mut events = Vec::new();
            for input in &self.inputs[mark.commands..next.commands] {
                router.replay_into(input, &mut events).expect("the router had accepted it");
            }
            assert!(events == course.events[mark.events..next.events], "after {}", mark.commands);
            let reached = router.snapshot().to_bytes();
            assert!(reached == next.snapshot, "after {} commands", next.commands);
        }
        course.marks.len()
    }

    fn to_the_end(&self, course: &Course) {
        let every = course.marks.len() / (TO_THE_END + 1);
        for mark in course.marks.iter().skip(every).step_by(every).take(TO_THE_END) {
            for secret in [5, 6] {
                let mut router = mark.restored(secret);
                let mut events = Vec::new();
                // The whole journal: what the snapshot holds already is passed over.
                for input in &self.inputs {
                    router.replay_into(input, &mut events).expect("the router had accepted it");
                }
                assert!(events == course.events[mark.events..], "from {} on", mark.commands);
                let end = Snapshot::from_bytes(&course.end.snapshot).expect("it was written so");
                let end = Router::restore(&end, [secret; 32]).expect("it was");
                assert_eq!(router.digest(), end.digest(), "from {} on", mark.commands);
            }
        }
    }
}
