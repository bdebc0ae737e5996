//! The router as a queueing system: what theory says must come out.
//!
//! Arrivals are Poisson, service and patience exponential, drawn from seeded generators; the unit of
//! time is the mean service. Each row runs ten seeds, 1 to 10, of equal length, from an empty desk;
//! the first tenth of each run is left out of the means. The answer of theory must lie within the
//! 99 % interval of Student's t over the ten means. The seeds are fixed and were not chosen; of some
//! twenty intervals at 99 % one in five such files would miss by chance, this one does not.
//!
//! Every run also holds Little's law, and that each chat ends exactly once, in one of two ways.
//!
//! Slow: `make test` runs it optimised.

#![allow(clippy::float_arithmetic, reason = "the router has none; its judges do")]
#![allow(clippy::wildcard_enum_match_arm, reason = "a simulated host looks at few events")]

#[path = "theory/desk.rs"]
mod desk;
#[path = "theory/figures.rs"]
mod figures;

use desk::{Model, ring_by, run};
use figures::{Row, check};
use refdesk::{Order, Ring};

/// How many chats a seed has: ten of them are some three million.
const CHATS: u32 = 300_000;

fn erlang_c(operators: u32, load: f64, ring: Ring) -> Model {
    Model { operators, arrivals: load, ring, ..Model::default() }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn two_operators_who_are_kept_busy() {
    let rows = check("Erlang C", &erlang_c(2, 1.5, ring_by(Order::LeastBusy)), CHATS);
    rows.hold(&[Row::Waited(0.642_857_1), Row::MeanWait(1.285_714_3)]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn five_operators_and_the_share_of_short_waits() {
    let rows = check("Erlang C", &erlang_c(5, 4.0, ring_by(Order::LongestIdle)), CHATS);
    rows.hold(&[
        Row::Waited(0.554_112_6),
        Row::MeanWait(0.554_112_6),
        Row::WaitedAtMost(1.0, 0.796_153_4),
    ]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn ten_operators_and_the_share_of_short_waits() {
    let rows = check("Erlang C", &erlang_c(10, 8.0, ring_by(Order::RoundRobin)), CHATS);
    rows.hold(&[
        Row::Waited(0.409_180_2),
        Row::MeanWait(0.204_590_1),
        Row::WaitedAtMost(0.5, 0.849_471_0),
    ]);
}

/// Who serves may differ; that nobody is idle beside a waiting chat, and that the oldest goes first,
/// may not. So the same patrons wait equally long, one by one, whatever the order of choice.
#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn the_order_of_choice_changes_no_wait() {
    let rings = [
        ring_by(Order::LeastBusy),
        ring_by(Order::LongestIdle),
        ring_by(Order::RoundRobin),
        Ring::All { lapse_after: None },
    ];
    let model = |ring| Model { slots: 2, ..erlang_c(5, 8.0, ring) };
    let first = run(&model(rings[0]), 1, CHATS);
    for ring in rings {
        assert!(run(&model(ring), 1, CHATS) == first, "{ring:?} lets others wait");
    }
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn three_operators_with_three_chats_each() {
    let model = Model { slots: 3, ..erlang_c(3, 7.2, ring_by(Order::LeastBusy)) };
    let rows = check("slots", &model, CHATS);
    rows.hold(&[Row::Waited(0.432_222_3), Row::MeanWait(0.240_123_5)]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn fifty_operators_and_patrons_who_give_up() {
    let model = Model { gives_up: Some(0.5), ..erlang_c(50, 48.0, ring_by(Order::LongestIdle)) };
    let rows = check("Erlang A", &model, CHATS);
    rows.hold(&[Row::Waited(0.467_774_1), Row::MeanWait(0.061_824_5), Row::Abandoned(0.030_912_2)]);
}

#[test]
#[cfg_attr(debug_assertions, ignore = "slow: `make test` runs it optimised")]
fn three_operators_and_twice_the_work() {
    let model = Model { gives_up: Some(0.5), ..erlang_c(3, 6.0, ring_by(Order::LongestIdle)) };
    let rows = check("Erlang A", &model, CHATS);
    rows.hold(&[Row::Waited(0.982_257_7), Row::MeanWait(1.007_806_6), Row::Abandoned(0.503_903_3)]);
}
