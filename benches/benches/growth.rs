//! Instructions of a step at 200,000 operators with pools of the same size: what they are more than
//! at 1,000 is the cost of what a step does not concern. Not part of the gate: setting the desk up
//! under callgrind takes minutes.

use gungraun::prelude::*;
use gungraun::{Callgrind, EntryPoint};
use refdesk_benches::{Life, Shape};

/// Cycles of a row.
const CYCLES: u64 = 1_000;

fn count(step: &str) -> LibraryBenchmarkConfig {
    let mut callgrind = Callgrind::with_args(["--cache-sim=no"]);
    callgrind.entry_point(EntryPoint::Custom(format!("refdesk_benches::steps::{step}")));
    let mut config = LibraryBenchmarkConfig::default();
    config.tool(callgrind);
    config
}

fn steady(operators: u32) -> Life {
    Life::steady(Shape::of(operators))
}

#[library_benchmark]
#[bench::open(args = (200_000), setup = steady, config = count("open"))]
#[bench::claim(args = (200_000), setup = steady, config = count("claim"))]
#[bench::close(args = (200_000), setup = steady, config = count("close"))]
fn life_of_200k(mut life: Life) -> Life {
    for _ in 0..CYCLES {
        life.cycle();
    }
    life
}

library_benchmark_group!(name = growth; benchmarks = life_of_200k);
main!(library_benchmark_groups = growth);
