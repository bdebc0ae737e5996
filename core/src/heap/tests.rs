use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::ops::ControlFlow;

use proptest::prelude::*;

use super::{Frontier, Handle, Heap, parent};

/// As all keys in the router: what counts, then a serial.
type Key = (u8, u32);

#[derive(Clone, Debug)]
enum Step {
    Insert(u8),
    Update(prop::sample::Index, u8),
    Remove(prop::sample::Index),
    RemoveFirst,
    Walk(usize),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => any::<u8>().prop_map(Step::Insert),
        3 => (any::<prop::sample::Index>(), any::<u8>()).prop_map(|(at, key)| Step::Update(at, key)),
        2 => any::<prop::sample::Index>().prop_map(Step::Remove),
        2 => Just(Step::RemoveFirst),
        1 => (0_usize..200).prop_map(Step::Walk),
    ]
}

fn pick(
    model: &BTreeMap<Key, (Handle, u32)>,
    at: prop::sample::Index,
) -> Option<(Key, Handle, u32)> {
    let at = (!model.is_empty()).then(|| at.index(model.len()))?;
    model.iter().nth(at).map(|(&key, &(handle, value))| (key, handle, value))
}

fn check(heap: &Heap<Key, u32>, model: &BTreeMap<Key, (Handle, u32)>) {
    assert_eq!(heap.len(), model.len());
    assert_eq!(heap.first(), model.iter().next().map(|(&key, &(_, value))| (key, value)));
    for (key, &(handle, value)) in model {
        assert_eq!(heap.get(handle), (key, value));
    }
    for position in 1..heap.nodes.len() {
        assert!(heap.nodes[parent(position)].key < heap.nodes[position].key);
    }
}

fn walk(heap: &Heap<Key, u32>, frontier: &mut Frontier, limit: usize) -> Vec<(Key, u32)> {
    let mut visited = Vec::new();
    let broke = heap.walk(frontier, |key, value| {
        visited.push((key, value));
        if visited.len() >= limit { ControlFlow::Break(key) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(broke, visited.get(limit.max(1) - 1).map(|&(key, _)| key));
    assert_eq!(*frontier, Frontier::default());
    visited
}

proptest! {
    #[test]
    fn behaves_like_a_sorted_map(steps in prop::collection::vec(step(), 0..400)) {
        let mut heap = Heap::new();
        let mut model = BTreeMap::new();
        let mut frontier = Frontier::default();
        let mut most = 0;
        for (serial, step) in (0..).zip(steps) {
            match step {
                Step::Insert(key) => {
                    let handle = heap.insert((key, serial), serial);
                    model.insert((key, serial), (handle, serial));
                }
                Step::Update(at, to) => if let Some((key, handle, value)) = pick(&model, at) {
                    heap.update(handle, (to, key.1));
                    model.remove(&key);
                    model.insert((to, key.1), (handle, value));
                },
                Step::Remove(at) => if let Some((key, handle, value)) = pick(&model, at) {
                    prop_assert_eq!(heap.remove(handle), (key, value));
                    model.remove(&key);
                },
                Step::RemoveFirst => if let Some((key, (handle, value))) = model.pop_first() {
                    prop_assert_eq!(heap.remove(handle), (key, value));
                },
                Step::Walk(limit) => {
                    let before = heap.clone();
                    let expected: Vec<_> = model.iter().map(|(&key, &(_, value))| (key, value))
                        .take(limit.max(1)).collect();
                    prop_assert_eq!(walk(&heap, &mut frontier, limit), expected);
                    prop_assert_eq!(&heap, &before);
                }
            }
            check(&heap, &model);
            most = most.max(model.len());
            prop_assert_eq!(heap.positions.len(), most, "freed handles are used again");
        }
    }

    /// Handles and positions reach no answer: another history with the same contents.
    #[test]
    fn history_does_not_show(keys in prop::collection::btree_map(any::<Key>(), any::<u32>(), 0..300)) {
        let (mut up, mut down) = (Heap::new(), Heap::new());
        for (&key, &value) in &keys {
            up.insert(key, value);
        }
        for (&key, &value) in keys.iter().rev() {
            down.insert(key, value);
        }
        let mut frontier = Frontier::default();
        let expected: Vec<_> = keys.into_iter().collect();
        prop_assert_eq!(&walk(&up, &mut frontier, usize::MAX), &expected);
        prop_assert_eq!(&walk(&down, &mut frontier, usize::MAX), &expected);
    }
}

/// A walk looks at little more than it visits, however large the heap is.
#[test]
fn a_short_walk_holds_little() {
    let mut heap = Heap::new();
    for serial in 0..100_000_u32 {
        heap.insert((serial.wrapping_mul(2_654_435_761), serial), ());
    }
    let mut frontier = Frontier::default();
    let mut left = 10;
    heap.walk(&mut frontier, |_, ()| {
        left -= 1;
        if left == 0 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert!(frontier.positions.capacity() <= 64);
}

#[test]
#[cfg(debug_assertions)]
#[should_panic(expected = "a handle is forgotten when its entry is removed")]
fn a_stale_handle_is_caught_while_testing() {
    let mut heap = Heap::default();
    let handle = heap.insert(1, ());
    heap.insert(2, ());
    heap.remove(handle);
    heap.get(handle);
}
