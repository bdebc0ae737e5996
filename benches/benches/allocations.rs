//! Allocations of each kind of step in steady state, and the bytes that a waiting chat keeps.
//!
//! A row fails where it passes its bound. What the host makes itself, the command and its ids, is
//! not counted; the events are, and so is what is kept for the record.

use std::collections::HashMap;
use std::process::ExitCode;
use std::sync::Mutex;

use allocation_counter::measure;
use refdesk_benches::steps::Kind;
use refdesk_benches::{Churn, Desk, Life, RingAll, Shape, Talk};

/// Cycles of a row; half as many before, so that every buffer has the size that it needs.
const CYCLES: u64 = 4_000;

/// Chats that are left waiting.
const CHATS: u64 = 100_000;

/// Operators who are rung for each of so many chats.
const RUNG: u32 = 1_000;
const RINGS: u64 = 15;

/// Steps and allocations, by kind.
type Tally = HashMap<Option<Kind>, (u64, u64)>;

static TALLY: Mutex<Option<Tally>> = Mutex::new(None);

fn count(kind: Option<Kind>, step: &mut dyn FnMut()) {
    let allocations = measure(step).count_total;
    let mut tally = TALLY.lock().expect("one thread");
    let row = tally.get_or_insert_default().entry(kind).or_default();
    *row = (row.0 + 1, row.1 + allocations);
}

/// A table, and whether all of it is within its bounds.
struct Table {
    within: bool,
}

impl Table {
    fn row(&mut self, what: &str, found: f64, bound: f64) {
        let verdict = if found <= bound { "" } else { "  too many" };
        self.within &= found <= bound;
        println!("| {what} | {found:.3} | {bound:.3} |{verdict}");
    }

    /// Runs a story, and prints what the steps of some kinds allocate.
    fn story<S>(
        &mut self,
        mut story: S,
        desk: impl Fn(&mut S) -> &mut Desk,
        cycle: impl Fn(&mut S),
        kinds: &[(&str, Option<Kind>, f64)],
    ) {
        for _ in 0..CYCLES / 2 {
            cycle(&mut story);
        }
        *TALLY.lock().expect("one thread") = None;
        desk(&mut story).watch(count);
        for _ in 0..CYCLES {
            cycle(&mut story);
        }
        let tally = TALLY.lock().expect("one thread").take().unwrap_or_default();
        for &(what, kind, bound) in kinds {
            let (steps, allocations) = tally.get(&kind).copied().unwrap_or_default();
            self.row(what, ratio(allocations, steps), bound);
        }
    }
}

#[expect(clippy::cast_precision_loss, clippy::float_arithmetic, reason = "figures to be read")]
fn ratio(sum: u64, count: u64) -> f64 {
    sum as f64 / count as f64
}

fn main() -> ExitCode {
    let mut table = Table { within: true };
    let shape = Shape::of(1_000);
    println!("| allocations a step, at 1,000 operators | counted | bound |\n|---|--:|--:|");
    let life: [(&str, Option<Kind>, f64); 3] = [
        ("open", Some(Kind::Open), 2.0),
        ("claim", Some(Kind::Claim), 0.0),
        ("close", Some(Kind::Close), 0.0),
    ];
    table.story(Life::steady(shape.clone()), Life::desk, Life::cycle, &life);
    let pulled = [("close that pulls a waiter", Some(Kind::Close), 0.0)];
    table.story(Life::overloaded(shape.clone()), Life::desk, Life::cycle, &pulled);
    let all = [
        ("open that rings 100", Some(Kind::Open), 2.0),
        ("claim that withdraws 99", Some(Kind::Claim), 0.0),
    ];
    table.story(RingAll::of(100), RingAll::desk, RingAll::cycle, &all);
    let churn = || Churn::of(shape.clone());
    let declined = [("decline", Some(Kind::Decline), 0.0)];
    table.story(churn(), Churn::desk, Churn::decline, &declined);
    let missed = [("offer that lapses", None, 0.0)];
    table.story(churn(), Churn::desk, Churn::time_out, &missed);
    let moved = [("presence", Some(Kind::Presence), 0.0)];
    table.story(churn(), Churn::desk, Churn::presence, &moved);
    let written = [("message", Some(Kind::Message), 1.1)];
    table.story(Talk::of(shape.clone(), 0), Talk::desk, Talk::message, &written);

    // What is kept of a chat that waits where nobody is free.
    let mut life = Life::overloaded(shape);
    let kept = measure(|| (0..CHATS).for_each(|_| life.arrive()));
    println!("\n| bytes kept | counted | bound |\n|---|--:|--:|");
    table.row(
        "a waiting chat, all told",
        ratio(u64::try_from(kept.bytes_current).unwrap_or(0), CHATS),
        1_560.0,
    );
    // Everybody is rung for many chats at once.
    let mut ring = RingAll::of(RUNG);
    ring.ring();
    let kept = measure(|| (0..RINGS).for_each(|_| ring.ring()));
    let offers = RINGS * u64::from(RUNG);
    let each = ratio(u64::try_from(kept.bytes_current).unwrap_or(0), offers);
    table.row("an offer out, all told", each, 32.0);
    if table.within { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
