//! The worst single step of a long run: the same run several times, and of each step the least of
//! its times, so that what a busy machine does to one of them is not counted.
//!
//! It takes half a minute, and it only tells; with `--test` it runs once, and shortly.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use refdesk_benches::steps::Kind;
use refdesk_benches::{Life, Shape};

/// How often the run is repeated.
const RUNS: u32 = 7;

/// Cycles of a run: three steps each.
const CYCLES: u64 = 100_000;

/// What one step took in one run.
type Took = (Option<Kind>, Duration);

static TIMES: Mutex<Vec<Took>> = Mutex::new(Vec::new());

fn time(kind: Option<Kind>, step: &mut dyn FnMut()) {
    let begin = Instant::now();
    step();
    let took = begin.elapsed();
    TIMES.lock().expect("one thread").push((kind, took));
}

fn run(make: fn(Shape) -> Life, cycles: u64) -> Vec<Took> {
    let mut life = make(Shape::of(1_000));
    life.desk().watch(time);
    (0..cycles).for_each(|_| life.cycle());
    std::mem::take(&mut TIMES.lock().expect("one thread"))
}

fn report(name: &str, make: fn(Shape) -> Life) {
    let test = std::env::args().any(|argument| argument == "--test");
    let (runs, cycles) = if test { (1, 100) } else { (RUNS, CYCLES) };
    let mut least = run(make, cycles);
    for _ in 1..runs {
        for (least, (_, took)) in least.iter_mut().zip(run(make, cycles)) {
            least.1 = least.1.min(took);
        }
    }
    let sum: Duration = least.iter().map(|step| step.1).sum();
    let mean = sum.as_nanos() / least.len() as u128;
    let mut by_time: Vec<(usize, Took)> = least.into_iter().enumerate().collect();
    by_time.sort_by_key(|(_, (_, took))| std::cmp::Reverse(*took));
    println!("| {name} | {mean} ns | |");
    for (number, (kind, took)) in by_time.into_iter().take(5) {
        let times = took.as_nanos() / mean.max(1);
        println!("| step {number}, {kind:?} | {} ns | {times}x |", took.as_nanos());
    }
}

fn main() {
    println!("| step | time | of the mean |\n|---|--:|--:|");
    report("steady, the mean", Life::steady);
    report("overloaded, the mean", Life::overloaded);
}
