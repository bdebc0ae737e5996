//! As `instructions`, for what not every desk has: skills, other orders, levels of all kinds, hours,
//! caps; and for what is kept of a router, and gone on from.
//!
//! And at 200,000 operators with pools of the same size: what a step costs there more than at 1,000 is the cost of
//! what it does not concern. The bound is a tenth more than there.

mod counted;

use gungraun::prelude::*;
use refdesk::journal::Input;
use refdesk::{Order, Ring, Router};
use refdesk_benches::{
    Capped, Churn, Life, LongWay, Nights, Shape, Skilled, journalled, kept, with_hours,
};

use counted::count;

/// Cycles of a row.
const CYCLES: u64 = 1_000;

/// Nights of a row, with two hundred chats each.
const NIGHTS: u64 = 10;

fn repeat<T>(cycles: u64, mut story: T, step: impl Fn(&mut T)) -> T {
    for _ in 0..cycles {
        step(&mut story);
    }
    story
}

#[library_benchmark]
#[bench::open_1_percent(args = (1), setup = Skilled::of, config = count("steps::open", 6_990_000))]
#[bench::claim_1_percent(args = (1), setup = Skilled::of, config = count("steps::claim", 2_930_000))]
#[bench::close_1_percent(args = (1), setup = Skilled::of, config = count("steps::close", 2_480_000))]
#[bench::open_10_percent(args = (10), setup = Skilled::of, config = count("steps::open", 7_070_000))]
#[bench::claim_10_percent(args = (10), setup = Skilled::of, config = count("steps::claim", 2_930_000))]
#[bench::close_10_percent(args = (10), setup = Skilled::of, config = count("steps::close", 2_590_000))]
#[bench::open_50_percent(args = (50), setup = Skilled::of, config = count("steps::open", 7_170_000))]
#[bench::claim_50_percent(args = (50), setup = Skilled::of, config = count("steps::claim", 2_940_000))]
#[bench::close_50_percent(args = (50), setup = Skilled::of, config = count("steps::close", 2_690_000))]
fn chats_that_need_a_skill(skilled: Skilled) -> Skilled {
    repeat(CYCLES, skilled, Skilled::cycle)
}

#[library_benchmark]
#[bench::open_50_percent(args = (50), setup = Skilled::proficient_first, config = count("steps::open", 7_480_000))]
#[bench::claim_50_percent(args = (50), setup = Skilled::proficient_first, config = count("steps::claim", 2_710_000))]
#[bench::close_50_percent(args = (50), setup = Skilled::proficient_first, config = count("steps::close", 3_340_000))]
fn proficient_first(skilled: Skilled) -> Skilled {
    repeat(CYCLES, skilled, Skilled::cycle)
}

fn ordered(order: Order) -> Life {
    Life::steady(Shape { ring: Ring::best(order), ..Shape::of(1_000) })
}

#[library_benchmark]
#[bench::open_least_busy(args = (Order::LeastBusy), setup = ordered, config = count("steps::open", 4_640_000))]
#[bench::claim_least_busy(args = (Order::LeastBusy), setup = ordered, config = count("steps::claim", 2_880_000))]
#[bench::close_least_busy(args = (Order::LeastBusy), setup = ordered, config = count("steps::close", 2_520_000))]
#[bench::open_most_spare(args = (Order::MostSpare), setup = ordered, config = count("steps::open", 4_640_000))]
#[bench::claim_most_spare(args = (Order::MostSpare), setup = ordered, config = count("steps::claim", 3_010_000))]
#[bench::close_most_spare(args = (Order::MostSpare), setup = ordered, config = count("steps::close", 2_530_000))]
#[bench::open_longest_idle(args = (Order::LongestIdle), setup = ordered, config = count("steps::open", 4_430_000))]
#[bench::claim_longest_idle(args = (Order::LongestIdle), setup = ordered, config = count("steps::claim", 3_010_000))]
#[bench::close_longest_idle(args = (Order::LongestIdle), setup = ordered, config = count("steps::close", 2_510_000))]
#[bench::open_round_robin(args = (Order::RoundRobin), setup = ordered, config = count("steps::open", 4_640_000))]
#[bench::claim_round_robin(args = (Order::RoundRobin), setup = ordered, config = count("steps::claim", 2_880_000))]
#[bench::close_round_robin(args = (Order::RoundRobin), setup = ordered, config = count("steps::close", 2_390_000))]
#[bench::open_weighted_round_robin(args = (Order::WeightedRoundRobin), setup = ordered, config = count("steps::open", 4_790_000))]
#[bench::claim_weighted_round_robin(args = (Order::WeightedRoundRobin), setup = ordered, config = count("steps::claim", 2_830_000))]
#[bench::close_weighted_round_robin(args = (Order::WeightedRoundRobin), setup = ordered, config = count("steps::close", 3_000_000))]
#[bench::open_fixed_ranks(args = (Order::FixedRanks), setup = ordered, config = count("steps::open", 5_030_000))]
#[bench::claim_fixed_ranks(args = (Order::FixedRanks), setup = ordered, config = count("steps::claim", 2_750_000))]
#[bench::close_fixed_ranks(args = (Order::FixedRanks), setup = ordered, config = count("steps::close", 3_330_000))]
fn orders(life: Life) -> Life {
    repeat(CYCLES, life, Life::cycle)
}

#[library_benchmark]
#[bench::open_10(args = (10), setup = LongWay::of, config = count("steps::open", 5_190_000))]
#[bench::advance_10(args = (10), setup = LongWay::of, config = count("steps::advance", 38_080_000))]
#[bench::claim_10(args = (10), setup = LongWay::of, config = count("steps::claim", 6_440_000))]
#[bench::open_1000(args = (1_000), setup = LongWay::of, config = count("steps::open", 5_250_000))]
#[bench::advance_1000(args = (1_000), setup = LongWay::of, config = count("steps::advance", 40_510_000))]
#[bench::claim_1000(args = (1_000), setup = LongWay::of, config = count("steps::claim", 7_080_000))]
fn long_way(way: LongWay) -> LongWay {
    repeat(CYCLES, way, LongWay::cycle)
}

fn by_day(operators: u32) -> Life {
    with_hours(Shape::of(operators))
}

#[library_benchmark]
#[bench::open_1k(args = (1_000), setup = by_day, config = count("steps::open", 4_710_000))]
#[bench::claim_1k(args = (1_000), setup = by_day, config = count("steps::claim", 2_990_000))]
#[bench::close_1k(args = (1_000), setup = by_day, config = count("steps::close", 2_530_000))]
fn ordinary_day_with_hours(life: Life) -> Life {
    repeat(CYCLES, life, Life::cycle)
}

#[library_benchmark]
#[bench::two_hundred_wait(args = (), setup = Nights::new, config = count("steps::advance", 4_320_000))]
fn queue_opens(nights: Nights) -> Nights {
    repeat(NIGHTS, nights, Nights::open)
}

#[library_benchmark]
#[bench::two_hundred_wait(args = (), setup = Nights::new, config = count("steps::advance", 110_000))]
fn queue_closes(nights: Nights) -> Nights {
    repeat(NIGHTS, nights, Nights::close)
}

#[library_benchmark]
#[bench::open_10(args = (), setup = Capped::new, config = count("steps::open", 21_820_000))]
#[bench::claim_10(args = (), setup = Capped::new, config = count("steps::claim", 4_810_000))]
#[bench::close_10(args = (), setup = Capped::new, config = count("steps::close", 28_800_000))]
fn cap_reached_and_free(capped: Capped) -> Capped {
    repeat(CYCLES, capped, Capped::cycle)
}

#[library_benchmark]
#[bench::taken_1k(args = (1_000), setup = kept::waiting, config = count("kept::capture", 2_890_000))]
#[bench::written_1k(args = (1_000), setup = kept::waiting, config = count("kept::write", 56_290_000))]
#[bench::read_1k(args = (1_000), setup = kept::waiting, config = count("kept::read", 78_500_000))]
#[bench::restored_1k(args = (1_000), setup = kept::waiting, config = count("kept::restore", 25_300_000))]
fn snapshot(router: Router) -> Router {
    kept::restore(&kept::read(&kept::write(&kept::capture(&router))))
}

fn day(operators: u32) -> (Router, Vec<Input>) {
    journalled::day(operators, 1_000)
}

#[library_benchmark]
#[bench::frame(args = (1_000), setup = day, config = count("journalled::frame", 5_060_000))]
#[bench::line(args = (1_000), setup = day, config = count("journalled::line", 10_300_000))]
#[bench::replayed(args = (1_000), setup = day, config = count("journalled::replay", 12_030_000))]
fn journal((mut router, inputs): (Router, Vec<Input>)) -> (Router, Vec<u8>, String) {
    let (mut frames, mut lines, mut events) = (Vec::new(), String::new(), Vec::new());
    for input in &inputs {
        journalled::frame(input, &mut frames);
        journalled::line(input, &mut lines);
        journalled::replay(&mut router, input, &mut events);
    }
    (router, frames, lines)
}

fn steady(operators: u32) -> Life {
    Life::steady(Shape::of(operators))
}

#[library_benchmark]
#[bench::open(args = (200_000), setup = steady, config = count("steps::open", 4_820_000))]
#[bench::claim(args = (200_000), setup = steady, config = count("steps::claim", 3_010_000))]
#[bench::close(args = (200_000), setup = steady, config = count("steps::close", 2_510_000))]
fn life_of_200k(life: Life) -> Life {
    repeat(CYCLES, life, Life::cycle)
}

fn churn(operators: u32) -> Churn {
    Churn::of(Shape::of(operators))
}

#[library_benchmark]
#[bench::presence(args = (200_000), setup = churn, config = count("steps::presence", 3_780_000))]
fn presence_of_200k(churn: Churn) -> Churn {
    repeat(CYCLES, churn, Churn::presence)
}

#[library_benchmark]
#[bench::taken_20k(args = (20_000), setup = kept::waiting, config = count("kept::capture", 24_040_000))]
#[bench::written_20k(args = (20_000), setup = kept::waiting, config = count("kept::write", 516_000_000))]
#[bench::read_20k(args = (20_000), setup = kept::waiting, config = count("kept::read", 730_000_000))]
#[bench::restored_20k(args = (20_000), setup = kept::waiting, config = count("kept::restore", 207_000_000))]
fn snapshot_of_20k(router: Router) -> Router {
    kept::restore(&kept::read(&kept::write(&kept::capture(&router))))
}

library_benchmark_group!(
    name = skills;
    benchmarks = chats_that_need_a_skill, proficient_first, orders
);
library_benchmark_group!(
    name = collaboration;
    benchmarks = long_way, ordinary_day_with_hours, queue_opens, queue_closes, cap_reached_and_free
);
library_benchmark_group!(name = state; benchmarks = snapshot, journal);
library_benchmark_group!(name = growth; benchmarks = life_of_200k, presence_of_200k, snapshot_of_20k);
main!(library_benchmark_groups = skills, collaboration, state, growth);
