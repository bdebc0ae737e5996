//! The time of a step, of the router and of the floor, in one run.

use std::time::{Duration, Instant};

use criterion::measurement::WallTime;
use criterion::{
    BatchSize, BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main,
};
use refdesk::{Order, Ring, Router};
use refdesk_benches::chained;
use refdesk_benches::floor::FloorLife;
use refdesk_benches::primitives::{Ids, Ranks, Said};
use refdesk_benches::{Churn, Journalled, Kept, Life, RingAll, Rollover, Shape, Talk, Waiting};

type Group<'a> = BenchmarkGroup<'a, WallTime>;

/// Commands of a cycle: a chat opens, one is claimed, one closes.
const COMMANDS: u64 = 3;

/// Times cycles, and not the making of their commands.
fn time_life(group: &mut Group<'_>, name: &str, operators: u32, mut story: Life) {
    group.bench_function(format!("{name}/{operators}"), |b| {
        b.iter_custom(|cycles| {
            story.prepare(cycles);
            let begin = Instant::now();
            (0..cycles).for_each(|_| story.cycle());
            begin.elapsed()
        });
    });
}

fn narrow(cycles: u64) -> u32 {
    u32::try_from(cycles).expect("criterion asks for fewer")
}

/// Cycles of a batch.
const BATCH: usize = 100;

/// As [`time_life`], in batches.
fn time_batches(group: &mut Group<'_>, operators: u32, mut story: Life) {
    group.bench_function(format!("batches/{operators}"), |b| {
        b.iter_custom(|cycles| {
            let batches = cycles.div_ceil(BATCH as u64);
            story.prepare(batches * BATCH as u64);
            let begin = Instant::now();
            (0..batches).for_each(|_| story.batch(BATCH));
            // Of the last batch what was not asked for is not counted.
            let cycle = begin.elapsed() / narrow(batches * BATCH as u64);
            cycle * narrow(cycles)
        });
    });
}

/// The life of a chat and the same on the floor, at growing sizes.
fn life(c: &mut Criterion) {
    let mut group = c.benchmark_group("life");
    group.throughput(Throughput::Elements(COMMANDS));
    for operators in [1_000, 10_000, 50_000, 100_000, 200_000] {
        let mut story = FloorLife::steady(operators);
        group.bench_function(format!("floor/{operators}"), |b| {
            b.iter_custom(|cycles| {
                story.prepare(cycles);
                let begin = Instant::now();
                (0..cycles).for_each(|_| story.cycle());
                begin.elapsed()
            });
        });
        time_life(&mut group, "steady", operators, Life::steady(Shape::of(operators)));
        time_batches(&mut group, operators, Life::steady(Shape::of(operators)));
    }
    // Seven chats for each operator, of which four wait: a million and more at the last size.
    for operators in [1_000, 50_000, 150_000] {
        let life = Life::overloaded(Shape::of(operators));
        time_life(&mut group, "overloaded", operators, life);
    }
    // The size at which the peers are compared.
    let peers = Shape { queues: 1_000, ..Shape::of(50_000) };
    time_life(&mut group, "1,000 queues", 50_000, Life::steady(peers));
    for operators in [1_000, 50_000] {
        let shape = Shape::of(operators);
        let by_zipf = Shape { zipf: true, ..shape.clone() };
        time_life(&mut group, "zipf", operators, Life::steady(by_zipf));
        let one_queue = Shape { queues: 1, ..shape };
        time_life(&mut group, "one queue", operators, Life::steady(one_queue));
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
        let story = Life::steady(Shape { ring: Ring::best(order), ..Shape::of(10_000) });
        time_life(&mut group, name, 10_000, story);
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
    for operators in [1_000, 10_000] {
        group.throughput(Throughput::Elements(operators.into()));
        let mut story = RingAll::lapsing(operators);
        group.bench_function(format!("{operators}, all miss it"), |b| b.iter(|| story.miss()));
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
    for operators in [1_000, 10_000, 200_000] {
        let mut story = Churn::of(Shape::of(operators));
        group.bench_function(format!("away and back/{operators}"), |b| b.iter(|| story.presence()));
    }
    for operators in [1_000, 10_000] {
        let mut story = Churn::of(Shape { queues: 1, ..Shape::of(operators) });
        let name = format!("away and back, at one desk/{operators}");
        group.bench_function(name, |b| b.iter(|| story.presence()));
    }
    let mut story = Churn::among_buddies(Shape::of(1_000));
    group.bench_function("away and back among buddies/1000", |b| b.iter(|| story.presence()));
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
    let sealed = || Talk::of(Shape { digests: true, ..Shape::of(10) }, 50);
    group.bench_function("transfer with 50 entries and their digest", |b| {
        b.iter_batched_ref(sealed, Talk::transfer, BatchSize::PerIteration);
    });
    group.finish();
}

/// The chain of digests over a transcript, and the hash crate alone over the same bytes.
fn transcript(c: &mut Criterion) {
    let mut group = c.benchmark_group("transcript");
    for entries in [50, 1_000] {
        let mut talk = chained::talk(entries);
        group.throughput(Throughput::Elements(entries.into()));
        group.bench_function(format!("chain/{entries}"), |b| b.iter(|| talk.chain()));
        group.bench_function(format!("the hash crate/{entries}"), |b| b.iter(|| talk.bare()));
        group.bench_function(format!("the hashes apart/{entries}"), |b| b.iter(|| talk.apart()));
    }
    group.finish();
}

/// Four levels, home first: one offer of two times out, and the chat rolls over to a partner.
fn rollover(c: &mut Criterion) {
    let mut group = c.benchmark_group("four levels, half the offers time out");
    // A chat opens, an offer lapses, one is claimed, the chat closes.
    group.throughput(Throughput::Elements(4));
    for institutions in [10, 1_000] {
        let mut story = Rollover::of(institutions);
        group.bench_function(format!("{institutions} institutions"), |b| b.iter(|| story.cycle()));
    }
    group.finish();
}

/// A million timers, each of which ends a chat.
fn timers(c: &mut Criterion) {
    const TIMERS: u32 = 1_000_000;
    let mut group = c.benchmark_group("a million timers");
    group.throughput(Throughput::Elements(TIMERS.into())).sample_size(10);
    for (name, end) in [
        ("in one step", Waiting::end_at_once as fn(&mut Waiting)),
        ("in as many", Waiting::end_one_by_one),
    ] {
        group.bench_function(name, |b| {
            b.iter_batched_ref(|| Waiting::of(TIMERS), end, BatchSize::PerIteration);
        });
    }
    group.finish();
}

/// What is kept of a router, a copy of it, and a journal that is replayed or whose commands lie ready.
fn state(c: &mut Criterion) {
    let mut group = c.benchmark_group("state");
    for chats in [1_000, 100_000] {
        let kept = Kept::waiting(chats);
        group.throughput(Throughput::Elements(chats.into())).sample_size(10);
        group.bench_function(format!("snapshot/{chats}"), |b| b.iter(|| kept.capture()));
        group.bench_function(format!("copy of the router/{chats}"), |b| b.iter(|| kept.copy()));
        group.bench_function(format!("to bytes/{chats}"), |b| b.iter(|| kept.write()));
        group.bench_function(format!("the same bytes/{chats}"), |b| b.iter(|| kept.encode()));
        group.bench_function(format!("from bytes/{chats}"), |b| b.iter(|| kept.read()));
        group.bench_function(format!("restore/{chats}"), |b| b.iter(|| kept.restore()));
    }
    let journal = Journalled::of(1_000, 10_000);
    group.throughput(Throughput::Elements(journal.commands() as u64));
    group.bench_function("frames", |b| b.iter(|| journal.write()));
    group.bench_function("lines", |b| b.iter(|| journal.write_lines()));
    for (name, run) in [
        ("replayed", Journalled::replay as fn(&Journalled, Router) -> Router),
        ("applied", Journalled::apply),
    ] {
        group.bench_function(name, |b| {
            b.iter_batched(
                || journal.begin(),
                |router| run(&journal, router),
                BatchSize::PerIteration,
            );
        });
    }
    group.finish();
}

/// What the floor is made of.
fn primitives(c: &mut Criterion) {
    let mut group = c.benchmark_group("primitive");
    for ids in [1_000, 100_000] {
        let mut map = Ids::of(ids);
        group.bench_function(format!("look-up of an id among {ids}"), |b| b.iter(|| map.find()));
    }
    let mut ranks = Ranks::of(30);
    group.bench_function("ordered update among 30", |b| b.iter(|| ranks.update()));
    let mut said = Said::default();
    group.bench_function("event append", |b| b.iter(|| said.append()));
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(20)
        .warm_up_time(Duration::from_secs(1))
        .measurement_time(Duration::from_secs(2));
    targets = life, orders, ring_all, churn, rollover, timers, primitives, transcript, state
}
criterion_main!(benches);
