//! Instructions of a step at 200,000 operators with pools of the same size: what they are more than
//! at 1,000 is the cost of what a step does not concern. The bound is a tenth more than there. And of a
//! snapshot of 20,000 chats that wait, each of which costs no more than among 1,000: the bound is 5 % more
//! than was counted.

mod counted;

use gungraun::prelude::*;
use refdesk::Router;
use refdesk_benches::{Churn, Life, Shape, kept};

use counted::count;

/// Cycles of a row.
const CYCLES: u64 = 1_000;

fn steady(operators: u32) -> Life {
    Life::steady(Shape::of(operators))
}

#[library_benchmark]
#[bench::open(args = (200_000), setup = steady, config = count("steps::open", 4_820_000))]
#[bench::claim(args = (200_000), setup = steady, config = count("steps::claim", 3_010_000))]
#[bench::close(args = (200_000), setup = steady, config = count("steps::close", 2_510_000))]
fn life_of_200k(mut life: Life) -> Life {
    for _ in 0..CYCLES {
        life.cycle();
    }
    life
}

fn churn(operators: u32) -> Churn {
    Churn::of(Shape::of(operators))
}

#[library_benchmark]
#[bench::presence(args = (200_000), setup = churn, config = count("steps::presence", 3_780_000))]
fn presence_of_200k(mut churn: Churn) -> Churn {
    for _ in 0..CYCLES {
        churn.presence();
    }
    churn
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
    name = growth;
    benchmarks = life_of_200k, presence_of_200k, snapshot_of_20k
);
main!(library_benchmark_groups = growth);
