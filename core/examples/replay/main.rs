//! Replays recorded contacts through the router, and compares.
//!
//! ```text
//! cargo run --release --example replay -- FILE [--picture OUT.svg] [--break-after SECONDS] \
//!     [--journal OUT]
//! ```
//!
//! FILE is a table of contacts with tabs between its columns; `table` says its form. The run prints
//! what was recorded beside what the router made of the same arrivals, in all, by queue and by
//! operator, and draws the waiting over the day. `simulation` says what is assumed.
//!
//! With `--journal` it writes down what the router has accepted: as lines of JSON where OUT ends in `.jsonl`,
//! as frames otherwise.

#![allow(clippy::float_arithmetic, reason = "a report has means")]

mod command_line;
mod figures;
mod host;
mod picture;
mod report;
mod simulation;
mod table;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use indicatif::{ProgressBar, ProgressStyle};

use crate::simulation::Assumptions;
use crate::table::Table;

/// What the command line asks for.
struct Request {
    file: PathBuf,
    picture: PathBuf,
    journal: Option<PathBuf>,
    assumptions: Assumptions,
}

const USAGE: &str =
    "usage: replay FILE [--picture OUT.svg] [--break-after SECONDS] [--journal OUT]";

fn main() -> ExitCode {
    let words = std::env::args().skip(1);
    command_line::answer(USAGE, || request(words).and_then(|request| replay(&request)))
}

fn request(mut words: impl Iterator<Item = String>) -> Result<Request, String> {
    let mut file = None;
    let mut picture = PathBuf::from("waiting.svg");
    let mut journal = None;
    let mut assumptions = Assumptions::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--picture" => picture = value()?.into(),
            "--journal" => journal = Some(value()?.into()),
            "--break-after" => {
                let seconds = value()?;
                assumptions.break_after = seconds
                    .parse()
                    .map_err(|_| format!("`{seconds}` is no number of seconds; {USAGE}"))?;
            }
            _ if word.starts_with('-') => return Err(format!("what is `{word}`? {USAGE}")),
            _ if file.is_none() => file = Some(word.into()),
            _ => return Err(format!("one file at a time; {USAGE}")),
        }
    }
    Ok(Request { file: file.ok_or(USAGE)?, picture, journal, assumptions })
}

fn replay(request: &Request) -> Result<(), String> {
    let name = request.file.display();
    let bytes = std::fs::read(&request.file).map_err(|e| format!("cannot read `{name}`: {e}"))?;
    let table = Table::read(&bytes).map_err(|reason| format!("`{name}` {reason}"))?;
    report_bad_rows(&table);

    let days = table.days();
    let bar = ProgressBar::new(u64::try_from(days.len()).unwrap_or(u64::MAX));
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} days {msg}");
    bar.set_style(style.map_err(|e| e.to_string())?);
    let mut begun = 0;
    let begins = |date: jiff::civil::Date| {
        bar.set_message(date.to_string());
        bar.set_position(begun);
        begun += 1;
    };
    let journal = request.journal.as_deref();
    let (fates, journal) = simulation::replay(&days, request.assumptions, journal, begins)?;
    bar.finish_and_clear();

    let text = report::report(&table, &fates, request.assumptions)?;
    // Who reads only the first lines has not made a mistake.
    let _ = std::io::stdout().write_all(text.as_bytes());
    picture::draw(&request.picture, &fates)?;
    let _ = writeln!(std::io::stdout(), "\nThe picture is in {}.", request.picture.display());
    let _ = write!(std::io::stdout(), "{}", journal.unwrap_or_default());
    Ok(())
}

fn report_bad_rows(table: &Table) {
    for bad in table.unreadable.iter().take(10) {
        eprintln!("line {}: {}", bad.line, bad.reason);
    }
    if table.unreadable.len() > 10 {
        eprintln!("… and {} more rows that cannot be read", table.unreadable.len() - 10);
    }
}
