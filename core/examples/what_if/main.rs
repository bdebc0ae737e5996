//! What another setup would have done with a recorded journal.
//!
//! ```text
//! cargo run --release --features report --example what_if -- JOURNAL \
//!     [--setup FILE | --wait SPAN [--level N]] [--zone ZONE] [--picture OUT.svg] [--json OUT.json]
//! ```
//!
//! JOURNAL is lines of JSON where its name ends in `.jsonl`, and frames otherwise. The other setup is that of
//! FILE (TOML, or JSON where it ends in `.json`); or the one in which the journal ends, but with SPAN, such as
//! `20s`, as the wait of a level, counted from 0, in every policy in which chats roll on from it. The run
//! prints the two reports side by side and what is assumed, and draws how long patrons wait and what
//! becomes of them. Hours are those of ZONE, else of UTC. `--json` writes all of it as data.

#![allow(clippy::float_arithmetic, reason = "a picture has shares")]

#[path = "../replay/command_line.rs"]
mod command_line;
mod picture;

use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use refdesk::Span;
use refdesk::journal::{read, read_lines};
use refdesk::setup::Setup;
use refdesk::what_if::{Recording, WhatIf};

const USAGE: &str = "usage: what_if JOURNAL [--setup FILE | --wait SPAN [--level N]] [--zone ZONE] \
                     [--picture OUT.svg] [--json OUT.json]";

/// What the command line asks for.
struct Request {
    journal: PathBuf,
    other: Other,
    zone: String,
    picture: PathBuf,
    json: Option<PathBuf>,
}

/// The setup that is supposed.
enum Other {
    Document(PathBuf),
    /// The recorded one, with another wait at a level.
    Wait {
        level: usize,
        wait: Span,
    },
}

fn main() -> ExitCode {
    let words = std::env::args().skip(1);
    command_line::answer(USAGE, || request(words).and_then(|request| answer(&request)))
}

fn request(mut words: impl Iterator<Item = String>) -> Result<Request, String> {
    let (mut journal, mut setup, mut wait, mut level, mut json) = (None, None, None, None, None);
    let (mut zone, mut picture) = (String::from("UTC"), PathBuf::from("what_if.svg"));
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--setup" => setup = Some(PathBuf::from(value()?)),
            "--wait" => wait = Some(value()?.parse::<Span>().map_err(|error| error.to_string())?),
            "--level" => {
                let text = value()?;
                let number = text.parse::<usize>();
                level = Some(number.map_err(|_| format!("`{text}` is no level; {USAGE}"))?);
            }
            "--zone" => zone = value()?,
            "--picture" => picture = value()?.into(),
            "--json" => json = Some(value()?.into()),
            _ if word.starts_with('-') => return Err(format!("what is `{word}`? {USAGE}")),
            _ if journal.is_none() => journal = Some(word.into()),
            _ => return Err(format!("one journal at a time; {USAGE}")),
        }
    }
    let journal = journal.ok_or(USAGE)?;
    let other = match (setup, wait, level) {
        (Some(setup), None, None) => Other::Document(setup),
        (None, Some(wait), level) => Other::Wait { level: level.unwrap_or_default(), wait },
        _ => return Err(format!("either --setup, or --wait; {USAGE}")),
    };
    Ok(Request { journal, other, zone, picture, json })
}

fn answer(request: &Request) -> Result<(), String> {
    let recording = recording(&request.journal, &request.zone)?;
    let setup = match &request.other {
        Other::Document(path) => document(path)?,
        Other::Wait { level, wait } => with_wait(&recording, *level, *wait)?,
    };
    let what_if = recording.under(&setup).map_err(|error| error.to_string())?;
    // Who reads only the first lines has not made a mistake.
    let _ = write!(std::io::stdout(), "{what_if}");
    picture::draw(&request.picture, &what_if)?;
    let _ = writeln!(std::io::stdout(), "\nThe picture is in {}.", request.picture.display());
    if let Some(path) = &request.json {
        write_json(path, &what_if)?;
    }
    Ok(())
}

fn recording(path: &Path, zone: &str) -> Result<Recording, String> {
    let about = |error: &dyn std::fmt::Display| format!("`{}`: {error}", path.display());
    let bytes = read_file(path)?;
    if path.extension() == Some(OsStr::new("jsonl")) {
        let text = std::str::from_utf8(&bytes).map_err(|error| about(&error))?;
        let (header, inputs) = read_lines(text).map_err(|error| about(&error))?;
        Recording::of(&header, inputs, zone).map_err(|error| about(&error))
    } else {
        let (header, inputs) = read(&bytes).map_err(|error| about(&error))?;
        Recording::of(&header, inputs, zone).map_err(|error| about(&error))
    }
}

fn document(path: &Path) -> Result<Setup, String> {
    let about = |error: &dyn std::fmt::Display| format!("`{}`: {error}", path.display());
    let bytes = read_file(path)?;
    let text = std::str::from_utf8(&bytes).map_err(|error| about(&error))?;
    if path.extension() == Some(OsStr::new("json")) {
        serde_json::from_str(text).map_err(|error| about(&error))
    } else {
        toml::from_str(text).map_err(|error| about(&error))
    }
}

/// The recorded setup, but for how long chats wait at a level.
fn with_wait(recording: &Recording, level: usize, wait: Span) -> Result<Setup, String> {
    let mut setup = recording.setup().clone();
    let levels = setup.queues.iter_mut().filter_map(|queue| queue.policy.levels.get_mut(level));
    let waits: Vec<&mut Span> = levels.filter_map(|level| level.wait.as_mut()).collect();
    if waits.is_empty() {
        return Err(format!("no policy lets chats roll on from a level {level}"));
    }
    for other in waits {
        *other = wait;
    }
    Ok(setup)
}

fn write_json(path: &Path, what_if: &WhatIf) -> Result<(), String> {
    let text = serde_json::to_string_pretty(what_if).map_err(|error| error.to_string())?;
    std::fs::write(path, text)
        .map_err(|error| format!("cannot write `{}`: {error}", path.display()))
}

fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    std::fs::read(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))
}
