//! What it takes to keep a router's state and its commands, and to go on from them, beside what nobody can
//! leave out of it: the least of some runs in turn, so that what a busy machine does to some of them is not
//! counted.
//!
//! It takes some minutes, and it only tells; with `--test` it runs once, and shortly.

use std::hint::black_box;
use std::time::{Duration, Instant};

use refdesk_benches::{Journalled, Kept};

/// How often each is run; of a million chats once, since it takes a minute.
const RUNS: u32 = 7;

struct Row<'a> {
    what: &'a str,
    run: Box<dyn Fn() -> Duration + 'a>,
    floor: Box<dyn Fn() -> Duration + 'a>,
}

fn row<'a>(
    what: &'a str,
    run: impl Fn() -> Duration + 'a,
    floor: impl Fn() -> Duration + 'a,
) -> Row<'a> {
    Row { what, run: Box::new(run), floor: Box::new(floor) }
}

/// How long something takes; what it made is dropped afterwards.
fn time<T>(run: impl FnOnce() -> T) -> Duration {
    let begin = Instant::now();
    let made = black_box(run());
    let took = begin.elapsed();
    drop(made);
    took
}

fn table(title: &str, runs: u32, each: usize, rows: &[Row<'_>]) {
    println!("\n| {title} | time | each | the floor | ratio |\n|---|--:|--:|--:|--:|");
    let mut least = vec![[Duration::MAX; 2]; rows.len()];
    for _ in 0..runs {
        for (row, least) in rows.iter().zip(&mut least) {
            let took = [(row.run)(), (row.floor)()];
            *least = [least[0].min(took[0]), least[1].min(took[1])];
        }
    }
    for (row, [took, floor]) in rows.iter().zip(least) {
        let [took, floor] = [took.as_nanos(), floor.as_nanos().max(1)];
        let (each, tenths) = (took / each as u128, took * 10 / floor);
        println!(
            "| {} | {} µs | {each} ns | {} µs | {}.{}x |",
            row.what,
            took / 1_000,
            floor / 1_000,
            tenths / 10,
            tenths % 10
        );
    }
}

fn kept(title: &str, kept: &Kept, runs: u32, chats: u32) {
    let title = format!("{title}: {} bytes", kept.len());
    let copy = || time(|| kept.copy());
    let rows = [
        row("taken; a copy of the router", || time(|| kept.capture()), copy),
        row(
            "written; encoded, hashed and copied",
            || time(|| kept.write()),
            || time(|| kept.encode()),
        ),
        row("read; hashed and decoded", || time(|| kept.read()), || time(|| kept.decode())),
        row("restored; a copy of the router", || time(|| kept.restore()), copy),
    ];
    table(&title, runs, chats as usize, &rows);
}

fn journalled(operators: u32, runs: u32, cycles: u32) {
    let journal = Journalled::of(operators, cycles);
    let replay = || {
        let router = journal.begin();
        time(|| journal.replay(router))
    };
    let apply = || {
        let router = journal.begin();
        time(|| journal.apply(router))
    };
    let frames = || time(|| journal.write());
    let lines = || time(|| journal.write_lines());
    let rows = [
        row("frames; encoded, summed and copied", frames, || time(|| journal.encode())),
        row("lines; as JSON", lines, || time(|| journal.encode_lines())),
        row("frames read; written", || time(|| journal.read()), frames),
        row("lines read; written", || time(|| journal.read_lines()), lines),
        row("frames read and replayed; applied", replay, apply),
    ];
    table(&format!("a journal at {operators} operators"), runs, journal.commands(), &rows);
}

fn main() {
    let test = std::env::args().any(|argument| argument == "--test");
    let (runs, size) = if test { (1, 1) } else { (RUNS, 100) };
    for operators in [30, 10 * size, 1_000 * size] {
        journalled(operators, runs, if test { 100 } else { 20_000 });
    }
    for chats in [10 * size, 1_000 * size] {
        let answered = Kept::answered(chats);
        kept(&format!("{chats} chats, each answered by another"), &answered, runs, chats);
    }
    for chats in [10 * size, 1_000 * size] {
        kept(&format!("{chats} chats wait"), &Kept::waiting(chats), runs, chats);
    }
    if !test {
        kept("1000000 chats wait", &Kept::waiting(1_000_000), 1, 1_000_000);
    }
}
