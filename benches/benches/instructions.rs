//! Instructions of each kind of step, under callgrind, with the bound that no change may pass.
//!
//! A bound is what was counted when it was set last, and 5 % more. The counts are the
//! same in each run of the same build.

mod counted;

use gungraun::prelude::*;
use refdesk_benches::{Churn, Life, RingAll, Rollover, Shape, Talk, floor::FloorLife};

use counted::count;

/// Cycles of a row.
const CYCLES: u64 = 1_000;

/// Cycles of a collaborative: ten for each institution of the largest, so that what happens to each
/// for the first time does not weigh.
const ROLLOVERS: u64 = 10_000;

/// Transfers of one chat, whose transcript grows by two entries with each.
const TRANSFERS: u64 = 10;

fn steady(operators: u32) -> Life {
    Life::steady(Shape::of(operators))
}

fn overloaded(operators: u32) -> Life {
    Life::overloaded(Shape::of(operators))
}

/// A pool ten times as large: three hundred operators in a queue.
fn large_pools(operators: u32) -> Life {
    Life::steady(Shape { queues: operators.div_ceil(100), ..Shape::of(operators) })
}

fn repeat<T>(story: T, step: impl Fn(&mut T)) -> T {
    repeat_times(CYCLES, story, step)
}

fn repeat_times<T>(cycles: u64, mut story: T, step: impl Fn(&mut T)) -> T {
    for _ in 0..cycles {
        step(&mut story);
    }
    story
}

#[library_benchmark]
#[bench::open_1k(args = (1_000), setup = steady, config = count("steps::open", 4_580_000))]
#[bench::claim_1k(args = (1_000), setup = steady, config = count("steps::claim", 2_880_000))]
#[bench::close_1k(args = (1_000), setup = steady, config = count("steps::close", 2_520_000))]
#[bench::open_10k(args = (10_000), setup = steady, config = count("steps::open", 4_610_000))]
#[bench::claim_10k(args = (10_000), setup = steady, config = count("steps::claim", 2_930_000))]
#[bench::close_10k(args = (10_000), setup = steady, config = count("steps::close", 2_610_000))]
fn life_steady(life: Life) -> Life {
    repeat(life, Life::cycle)
}

#[library_benchmark]
#[bench::open_10k(args = (10_000), setup = large_pools, config = count("steps::open", 4_800_000))]
#[bench::claim_10k(args = (10_000), setup = large_pools, config = count("steps::claim", 2_890_000))]
#[bench::close_10k(args = (10_000), setup = large_pools, config = count("steps::close", 2_590_000))]
fn life_in_large_pools(life: Life) -> Life {
    repeat(life, Life::cycle)
}

#[library_benchmark]
#[bench::open_1k(args = (1_000), setup = overloaded, config = count("steps::open", 3_120_000))]
#[bench::claim_1k(args = (1_000), setup = overloaded, config = count("steps::claim", 3_000_000))]
#[bench::close_1k(args = (1_000), setup = overloaded, config = count("steps::close", 6_020_000))]
fn life_overloaded(life: Life) -> Life {
    repeat(life, Life::cycle)
}

#[library_benchmark]
#[bench::open_1k(args = (1_000), setup = FloorLife::steady, config = count("floor::Floor::open", 1_710_000))]
#[bench::claim_1k(args = (1_000), setup = FloorLife::steady, config = count("floor::Floor::claim", 1_220_000))]
#[bench::close_1k(args = (1_000), setup = FloorLife::steady, config = count("floor::Floor::close", 470_000))]
fn life_on_the_floor(mut life: FloorLife) -> FloorLife {
    life.prepare(CYCLES);
    repeat(life, FloorLife::cycle)
}

#[library_benchmark]
#[bench::open_100(args = (100), setup = RingAll::of, config = count("steps::open", 31_980_000))]
#[bench::claim_100(args = (100), setup = RingAll::of, config = count("steps::claim", 33_330_000))]
#[bench::close_100(args = (100), setup = RingAll::of, config = count("steps::close", 5_790_000))]
fn ring_all(ring: RingAll) -> RingAll {
    repeat(ring, RingAll::cycle)
}

fn churn(operators: u32) -> Churn {
    Churn::of(Shape::of(operators))
}

/// All at one desk, in one queue.
fn one_desk(operators: u32) -> Churn {
    Churn::of(Shape { queues: 1, ..Shape::of(operators) })
}

fn buddies(operators: u32) -> Churn {
    Churn::among_buddies(Shape::of(operators))
}

#[library_benchmark]
#[bench::presence_1k(args = (1_000), setup = churn, config = count("steps::presence", 3_480_000))]
#[bench::desk_of_1k(args = (1_000), setup = one_desk, config = count("steps::presence", 2_710_000))]
#[bench::desk_of_10k(args = (10_000), setup = one_desk, config = count("steps::presence", 2_770_000))]
#[bench::buddies_1k(args = (1_000), setup = buddies, config = count("steps::presence", 11_550_000))]
fn presence(churn: Churn) -> Churn {
    repeat(churn, Churn::presence)
}

#[library_benchmark]
#[bench::decline_1k(args = (1_000), setup = churn, config = count("steps::decline", 5_890_000))]
fn decline(churn: Churn) -> Churn {
    repeat(churn, Churn::decline)
}

#[library_benchmark]
#[bench::advance_1k(args = (1_000), setup = churn, config = count("steps::advance", 5_740_000))]
fn time_out(churn: Churn) -> Churn {
    repeat(churn, Churn::time_out)
}

#[library_benchmark]
#[bench::open_10(args = (10), setup = Rollover::of, config = count("steps::open", 49_030_000))]
#[bench::advance_10(args = (10), setup = Rollover::of, config = count("steps::advance", 79_540_000))]
#[bench::claim_10(args = (10), setup = Rollover::of, config = count("steps::claim", 52_410_000))]
#[bench::open_1000(args = (1_000), setup = Rollover::of, config = count("steps::open", 51_410_000))]
#[bench::advance_1000(args = (1_000), setup = Rollover::of, config = count("steps::advance", 81_840_000))]
#[bench::claim_1000(args = (1_000), setup = Rollover::of, config = count("steps::claim", 56_380_000))]
fn roll_over(rollover: Rollover) -> Rollover {
    repeat_times(ROLLOVERS, rollover, Rollover::cycle)
}

fn talk(messages: u32) -> Talk {
    Talk::of(Shape::of(10), messages)
}

/// Where hand-overs carry the digest.
fn sealed(messages: u32) -> Talk {
    Talk::of(Shape { digests: true, ..Shape::of(10) }, messages)
}

#[library_benchmark]
#[bench::message(args = (0), setup = talk, config = count("steps::message", 1_650_000))]
fn message(talk: Talk) -> Talk {
    repeat(talk, Talk::message)
}

#[library_benchmark]
#[bench::transfer(args = (50), setup = talk, config = count("steps::transfer", 64_800))]
fn transfer(talk: Talk) -> Talk {
    repeat_times(TRANSFERS, talk, Talk::transfer)
}

#[library_benchmark]
#[bench::without(args = (50), setup = talk, config = count("steps::claim", 14_100))]
#[bench::with(args = (50), setup = sealed, config = count("steps::claim", 989_000))]
fn digest(mut talk: Talk) -> Talk {
    talk.transfer();
    talk
}

library_benchmark_group!(name = life; benchmarks = life_steady, life_in_large_pools, life_overloaded, life_on_the_floor);
library_benchmark_group!(name = the_rest; benchmarks = ring_all, presence, decline, time_out, roll_over, message, transfer, digest);
main!(library_benchmark_groups = life, the_rest);
