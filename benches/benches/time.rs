//! The time of a step, of the router and of the floor, in one run.

use std::time::Duration;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use refdesk::{Order, Ring};
use refdesk_benches::{Churn, Life, RingAll, Shape, Talk, floor::FloorLife};

/// Commands of a cycle: a chat opens, one is claimed, one closes.
const COMMANDS: u64 = 3;

/// The life of a chat and the same on the floor, at growing sizes.
fn life(c: &mut Criterion) {
    let mut group = c.benchmark_group("life");
    group.throughput(Throughput::Elements(COMMANDS));
    for operators in [1_000, 10_000, 50_000, 100_000, 200_000] {
        let mut story = FloorLife::steady(operators);
        group.bench_function(format!("floor/{operators}"), |b| b.iter(|| story.cycle()));
        let mut story = Life::steady(Shape::of(operators));
        group.bench_function(format!("steady/{operators}"), |b| b.iter(|| story.cycle()));
    }
    for operators in [1_000, 50_000] {
        let mut story = Life::overloaded(Shape::of(operators));
        group.bench_function(format!("overloaded/{operators}"), |b| b.iter(|| story.cycle()));
        let mut story = Life::steady(Shape { zipf: true, ..Shape::of(operators) });
        group.bench_function(format!("zipf/{operators}"), |b| b.iter(|| story.cycle()));
        let mut story = Life::steady(Shape { queues: 1, ..Shape::of(operators) });
        group.bench_function(format!("one queue/{operators}"), |b| b.iter(|| story.cycle()));
    }
    group.finish();
}

/// Each order there is.
fn orders(c: &mut Criterion) {
    let mut group = c.benchmark_group("order");
    group.throughput(Throughput::Elements(COMMANDS));
    for (name, order) in [
        ("least busy", Order::LeastBusy),
        ("longest idle", Order::LongestIdle),
        ("round robin", Order::RoundRobin),
    ] {
        let mut story = Life::steady(Shape { ring: Ring::best(order), ..Shape::of(10_000) });
        group.bench_function(name, |b| b.iter(|| story.cycle()));
    }
    group.finish();
}

/// Everybody rings; one claims, and the others are told.
fn ring_all(c: &mut Criterion) {
    let mut group = c.benchmark_group("ring all");
    for operators in [10, 100, 1_000] {
        group.throughput(Throughput::Elements(operators.into()));
        let mut story = RingAll::of(operators);
        group.bench_function(format!("{operators}"), |b| b.iter(|| story.cycle()));
    }
    group.throughput(Throughput::Elements(10 * 1_000));
    let mut story = RingAll::of(1_000);
    group.bench_function("1000, 1 % claimed at once", |b| b.iter(|| story.burst(10)));
    group.finish();
}

/// What else happens at a desk.
fn churn(c: &mut Criterion) {
    let mut group = c.benchmark_group("churn");
    let desk = || Churn::of(Shape::of(10_000));
    let mut story = desk();
    group.bench_function("away and back", |b| b.iter(|| story.presence()));
    let mut story = desk();
    group.bench_function("declined once", |b| b.iter(|| story.decline()));
    let mut story = desk();
    group.bench_function("missed once", |b| b.iter(|| story.time_out()));
    let talk = |messages| Talk::of(Shape::of(10), messages);
    group.bench_function("message", |b| {
        b.iter_batched_ref(|| talk(0), Talk::message, BatchSize::NumIterations(1_000));
    });
    group.bench_function("transfer with 50 entries", |b| {
        b.iter_batched_ref(|| talk(50), Talk::transfer, BatchSize::NumIterations(10));
    });
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(2));
    targets = life, orders, ring_all, churn
}
criterion_main!(benches);
