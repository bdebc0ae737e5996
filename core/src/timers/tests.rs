use alloc::collections::BTreeMap;
use alloc::collections::BTreeSet;
use alloc::vec::Vec;
use core::num::NonZeroU32;

use proptest::prelude::*;
use proptest::sample::Index;

use super::{KEPT_COLUMNS, NONE, TimerKey, Timers, Turn};
use crate::time::{Span, Timestamp};

#[derive(Clone, Debug)]
enum Step {
    Set(Span),
    /// Cancels any timer ever set, be it stale or not.
    Cancel(Index),
    /// Cancels the timer that would run out next: the head of a column.
    CancelNext,
    /// Time goes on, and what is due runs out.
    Advance(Span),
    /// The next timer is taken out, due or not.
    Pop,
}

/// Few spans, so that columns fill; many, so that columns come and go; and ones without end.
fn span() -> impl Strategy<Value = Span> {
    prop_oneof![
        4 => 0_u64..4,
        2 => (1_u64..4).prop_map(|seconds| seconds * 1_000),
        2 => 0_u64..10_000,
        1 => (0_u64..3).prop_map(|less| u64::MAX - less),
        1 => any::<u64>(),
    ]
    .prop_map(Span::from_millis)
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        10 => span().prop_map(Step::Set),
        4 => any::<Index>().prop_map(Step::Cancel),
        2 => Just(Step::CancelNext),
        3 => (0_u64..2_000).prop_map(|millis| Step::Advance(Span::from_millis(millis))),
        1 => Just(Step::Pop),
    ]
}

/// Somewhere in time, or so near its end that every deadline soon saturates.
fn start() -> impl Strategy<Value = Timestamp> {
    prop_oneof![
        Just(Timestamp::MIN),
        Just(Timestamp::from_millis(0)),
        (0_i64..20_000).prop_map(|left| Timestamp::from_millis(Timestamp::MAX.as_millis() - left)),
    ]
}

/// All timers in their order, in the plainest way.
#[derive(Default)]
struct Model {
    timers: BTreeMap<(Timestamp, u32), (TimerKey, Span)>,
    /// Every key ever given, with the place of its timer among the others.
    keys: Vec<(TimerKey, (Timestamp, u32))>,
}

impl Model {
    fn next(&self) -> Option<(Timestamp, u32)> {
        self.timers.keys().next().copied()
    }
}

fn check(timers: &Timers<u32>, model: &Model) {
    assert_eq!(timers.len(), model.timers.len());
    assert_eq!(timers.next(), model.next());
    for &(key, place) in &model.keys {
        assert_eq!(timers.get(key), model.timers.contains_key(&place).then_some(place));
    }
    let mut all: Vec<_> = model.timers.iter().map(|(at, &(key, _))| (key, at.0, at.1)).collect();
    all.sort_by_key(|&(key, ..)| key.slot);
    assert!(timers.iter().eq(all));
    check_columns(timers, model);
}

fn check_columns(timers: &Timers<u32>, model: &Model) {
    let spans: BTreeSet<_> = model.timers.values().map(|&(_, span)| span).collect();
    assert!(spans.iter().all(|span| timers.by_span.contains_key(span)), "a column for every span");
    let kept = timers.by_span.len() - spans.len();
    assert!(kept <= KEPT_COLUMNS, "{kept} columns are kept that have no timers");
    assert_eq!(timers.heads.len(), spans.len());
    let mut seen = 0;
    for (&span, &index) in &timers.by_span {
        let column = timers.columns[index as usize];
        assert_eq!((column.span, column.head.is_some()), (span, spans.contains(&span)));
        let Some(head) = column.head else { continue };
        let first: Turn = timers.slots[column.first as usize].turn;
        assert_eq!(timers.heads.get(head), (&first, index));
        let (mut before, mut at) = (NONE, column.first);
        while at != NONE {
            let slot = timers.slots[at as usize];
            assert_eq!((slot.column, slot.before), (index, before));
            assert!(before == NONE || timers.slots[before as usize].turn < slot.turn);
            seen += 1;
            (before, at) = (at, slot.after);
        }
        assert_eq!(column.last, before);
    }
    assert_eq!(seen, timers.len());
}

fn run(timers: &mut Timers<u32>, mut now: Timestamp, steps: &[Step]) {
    let mut model = Model::default();
    let (mut most, mut most_columns) = (0, 0);
    for (reason, step) in (0..).zip(steps) {
        match *step {
            Step::Set(span) => {
                let key = timers.set(now, span, reason);
                let place = (now.saturating_add(span), reason);
                assert!(model.keys.iter().all(|&(old, _)| old != key), "a key was given twice");
                model.keys.push((key, place));
                model.timers.insert(place, (key, span));
            }
            Step::Cancel(at) if !model.keys.is_empty() => {
                let (key, place) = *at.get(&model.keys);
                assert_eq!(timers.cancel(key), model.timers.remove(&place).is_some());
            }
            Step::Cancel(_) => {}
            Step::CancelNext => {
                if let Some((_, (key, _))) = model.timers.pop_first() {
                    assert!(timers.cancel(key));
                    assert!(!timers.cancel(key));
                }
            }
            Step::Advance(span) => {
                now = now.saturating_add(span);
                while let Some((deadline, _)) = model.next().filter(|&(at, _)| at <= now) {
                    let place = model.timers.pop_first().map(|(place, _)| place);
                    assert_eq!(place.map(|(at, _)| at), Some(deadline));
                    assert_eq!(timers.pop(), place);
                }
            }
            Step::Pop => {
                assert_eq!(timers.pop(), model.timers.pop_first().map(|(place, _)| place));
            }
        }
        check(timers, &model);
        (most, most_columns) = (most.max(timers.len()), most_columns.max(timers.by_span.len()));
        assert_eq!((timers.slots.len(), timers.columns.len()), (most, most_columns), "no growth");
    }
    while let Some((place, _)) = model.timers.pop_first() {
        assert_eq!(timers.pop(), Some(place));
    }
    check(timers, &model);
    assert_eq!(timers.pop(), None);
}

proptest! {
    #[test]
    fn behaves_like_a_sorted_map(start in start(), steps in prop::collection::vec(step(), 0..200)) {
        let (mut timers, mut again) = (Timers::new(), Timers::default());
        run(&mut timers, start, &steps);
        run(&mut again, start, &steps);
        prop_assert_eq!(timers, again);
    }
}

#[test]
fn hostile_spans_leave_little_behind() {
    let mut timers = Timers::new();
    for span in 0..10_000 {
        let key = timers.set(Timestamp::MIN, Span::from_millis(span), ());
        assert!(timers.cancel(key));
    }
    assert_eq!(timers.slots.len(), 1);
    assert_eq!((timers.columns.len(), timers.by_span.len()), (KEPT_COLUMNS + 1, KEPT_COLUMNS));
}

#[test]
fn at_the_end_of_time_the_first_set_is_the_first_out() {
    let mut timers = Timers::new();
    for (reason, span) in [u64::MAX, 5, u64::MAX - 1, 5, u64::MAX].into_iter().enumerate() {
        timers.set(Timestamp::MAX, Span::from_millis(span), reason);
    }
    for reason in 0..5 {
        assert_eq!(timers.pop(), Some((Timestamp::MAX, reason)));
    }
    assert_eq!(timers.pop(), None);
}

#[test]
fn a_slot_without_generations_left_is_retired() {
    let mut timers = Timers::new();
    let first = timers.set(Timestamp::MIN, Span::ZERO, 'a');
    assert!(timers.cancel(first));
    timers.slots[0].generation = NonZeroU32::new(u32::MAX - 1).expect("not zero");
    let last = timers.set(Timestamp::MIN, Span::ZERO, 'b');
    assert_eq!(last.slot, 0);
    assert!(timers.cancel(last));
    assert_eq!(timers.set(Timestamp::MIN, Span::ZERO, 'c').slot, 1);
    assert_eq!((timers.cancel(last), timers.get(last), timers.len()), (false, None, 1));
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "time never goes back")]
fn time_that_goes_back_is_caught_while_testing() {
    let mut timers = Timers::new();
    timers.set(Timestamp::MAX, Span::ZERO, ());
    timers.set(Timestamp::MIN, Span::ZERO, ());
}
