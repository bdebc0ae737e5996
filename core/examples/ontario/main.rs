//! A collaborative of libraries, its patrons routed by three policies side by side.
//!
//! ```text
//! cargo run --release --example ontario -- FILE [--picture OUT.svg] [--at-work N] \
//!     [--at-home-alone SECONDS] [--seed N] [--journal OUT]
//! ```
//!
//! FILE is a table of who answered whose patrons; `table` says its form. The same patrons meet the
//! same operators three times: everybody is rung; those at home first, then everybody; the two least
//! busy. The run prints waits, offers and who answered whose patrons, beside what the file says, and
//! draws them. What the file does not tell is assumed, all in `assumptions`, and printed.
//!
//! With `--journal` it writes down what the router has accepted where those at home come first: as lines of
//! JSON where OUT ends in `.jsonl`, as frames otherwise.

#![allow(clippy::float_arithmetic, reason = "a report has means")]
#![allow(clippy::wildcard_enum_match_arm, reason = "a simulated host looks at few events")]

mod assumptions;
#[path = "../replay/command_line.rs"]
mod command_line;
#[path = "../replay/figures.rs"]
mod figures;
#[path = "../replay/host.rs"]
mod host;
mod outcome;
mod picture;
mod report;
mod setting;
mod simulation;
mod table;
mod world;

use std::fmt::Write as _;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use refdesk::Span;

use crate::assumptions::Assumptions;
use crate::outcome::Outcome;
use crate::setting::Plan;
use crate::table::Table;
use crate::world::World;

/// What the command line asks for.
struct Request {
    file: PathBuf,
    picture: PathBuf,
    journal: Option<PathBuf>,
    assumptions: Assumptions,
}

const USAGE: &str = "usage: ontario FILE [--picture OUT.svg] [--at-work N] [--at-home-alone SECONDS] [--seed N] \
     [--journal OUT]";

fn main() -> ExitCode {
    let words = std::env::args().skip(1);
    command_line::answer(USAGE, || request(words).and_then(|request| compare(&request)))
}

fn request(mut words: impl Iterator<Item = String>) -> Result<Request, String> {
    let mut file = None;
    let mut picture = PathBuf::from("ontario.svg");
    let mut journal = None;
    let mut assumptions = Assumptions::default();
    while let Some(word) = words.next() {
        let mut value = || words.next().ok_or(format!("{word} wants a value; {USAGE}"));
        match word.as_str() {
            "--picture" => picture = value()?.into(),
            "--journal" => journal = Some(value()?.into()),
            "--at-work" => assumptions.at_work = number(&value()?, 1..=10_000)?,
            "--at-home-alone" => {
                let seconds = number(&value()?, 0..=86_400)?;
                assumptions.at_home_alone = Span::from_secs(seconds.into());
            }
            "--seed" => assumptions.seed = number(&value()?, 0..=u32::MAX)?.into(),
            _ if word.starts_with('-') => return Err(format!("what is `{word}`? {USAGE}")),
            _ if file.is_none() => file = Some(word.into()),
            _ => return Err(format!("one file at a time; {USAGE}")),
        }
    }
    Ok(Request { file: file.ok_or(USAGE)?, picture, journal, assumptions })
}

fn number(text: &str, range: std::ops::RangeInclusive<u32>) -> Result<u32, String> {
    let number = text.parse().ok().filter(|number| range.contains(number));
    number.ok_or_else(|| {
        format!("`{text}` is no number from {} to {}; {USAGE}", range.start(), range.end())
    })
}

fn compare(request: &Request) -> Result<(), String> {
    let name = request.file.display();
    let text = std::fs::read(&request.file).map_err(|e| format!("cannot read `{name}`: {e}"))?;
    let table = Table::read(&text).map_err(|reason| format!("`{name}` {reason}"))?;

    let world = World::draw(&table, &request.assumptions);
    let (mut outcomes, mut journal) = (Vec::new(), None);
    for plan in Plan::ALL {
        let path = request.journal.as_deref().filter(|_| plan == Plan::HomeFirst);
        let (fates, written) = simulation::run(&world, plan, path)?;
        outcomes.push(Outcome::of(plan, &world, &fates));
        journal = journal.or(written);
    }
    let mut text = report::report(&table, &request.assumptions, &outcomes)?;
    text += &other_staffing(&table, &request.assumptions)?;
    // Who reads only the first lines has not made a mistake.
    let _ = std::io::stdout().write_all(text.as_bytes());
    picture::draw(&request.picture, &table, &outcomes)?;
    let _ = writeln!(std::io::stdout(), "\nThe picture is in {}.", request.picture.display());
    let _ = write!(std::io::stdout(), "{}", journal.unwrap_or_default());
    Ok(())
}

/// How much hangs on the one figure that matters most and that nobody publishes.
fn other_staffing(table: &Table, assumptions: &Assumptions) -> Result<String, String> {
    let mut text =
        String::from("\nWith other numbers at work at once, home first answers at home:\n");
    for (numerator, denominator) in [(1, 2), (3, 4), (1, 1), (3, 2), (2, 1)] {
        let at_work = (assumptions.at_work * numerator / denominator).max(1);
        let world = World::draw(table, &Assumptions { at_work, ..assumptions.clone() });
        let (fates, _) = simulation::run(&world, Plan::HomeFirst, None)?;
        let at_home = 100.0 * Outcome::of(Plan::HomeFirst, &world, &fates).share_at_home();
        let _ = writeln!(text, "{at_work:>6} at work: {at_home:>5.1} %");
    }
    Ok(text)
}
