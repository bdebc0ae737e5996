//! What the chain of digests takes beside the hash crate alone: the least of many runs in turn, so that
//! what a busy machine does to some of them is not counted.
//!
//! It takes a few seconds, and it only tells; with `--test` it runs once.

use std::hint::black_box;
use std::time::{Duration, Instant};

use refdesk_benches::chained;

/// How often each is run.
const RUNS: u32 = 4_000;

/// Entries of the transcript.
const ENTRIES: u32 = 50;

fn time<T>(least: &mut Duration, run: impl FnOnce() -> T) {
    let begin = Instant::now();
    black_box(run());
    *least = begin.elapsed().min(*least);
}

fn main() {
    let test = std::env::args().any(|argument| argument == "--test");
    let mut talk = chained::talk(ENTRIES);
    let [mut chain, mut bare, mut apart] = [Duration::MAX; 3];
    for _ in 0..if test { 1 } else { RUNS } {
        time(&mut chain, || talk.chain());
        time(&mut bare, || talk.bare());
        time(&mut apart, || talk.apart());
    }
    println!("| {ENTRIES} entries | time | of the hash crate |\n|---|--:|--:|");
    let rows = [
        ("the chain of digests", chain),
        ("the hash crate alone", bare),
        ("its hashes, as if none had to wait for another", apart),
    ];
    for (name, took) in rows {
        let percent = took.as_nanos() * 100 / bare.as_nanos().max(1);
        println!("| {name} | {} ns | {percent} % |", took.as_nanos());
    }
}
