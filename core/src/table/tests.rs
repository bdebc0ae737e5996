use alloc::collections::BTreeMap;
use alloc::format;
use alloc::vec::Vec;
use core::num::NonZeroU32;

use proptest::prelude::*;

use super::{Key, NONE, Slot, Table};

#[derive(Clone, Debug)]
enum Step {
    Insert(u16),
    /// Removes the key that was made so many keys ago, be it stale or not.
    Remove(usize),
    Change(usize, u16),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => any::<u16>().prop_map(Step::Insert),
        3 => (0_usize..40).prop_map(Step::Remove),
        1 => (0_usize..40, any::<u16>()).prop_map(|(back, value)| Step::Change(back, value)),
    ]
}

fn back(keys: &[Key<u16>], back: usize) -> Option<Key<u16>> {
    keys.len().checked_sub(back + 1).map(|at| keys[at])
}

proptest! {
    #[test]
    fn behaves_like_a_map(steps in prop::collection::vec(step(), 0..300)) {
        let mut table = Table::new();
        let mut model = BTreeMap::new();
        let mut keys = Vec::new();
        let mut most = 0;
        for step in steps {
            match step {
                Step::Insert(value) => {
                    let key = table.insert(value);
                    prop_assert!(!keys.contains(&key), "a key was given twice");
                    keys.push(key);
                    model.insert(key, value);
                }
                Step::Remove(n) => if let Some(key) = back(&keys, n) {
                    prop_assert_eq!(table.remove(key), model.remove(&key));
                },
                Step::Change(n, value) => if let Some(key) = back(&keys, n) {
                    prop_assert_eq!(table.get_mut(key), model.get_mut(&key));
                    if let Some(at) = model.get_mut(&key) {
                        *at = value;
                        table[key] = value;
                    }
                },
            }
            most = most.max(model.len());
            prop_assert_eq!(table.len(), model.len());
            prop_assert_eq!(table.slots.len(), most, "freed slots are used again");
            for &key in &keys {
                prop_assert_eq!(table.get(key), model.get(&key));
                prop_assert_eq!(table.contains(key), model.contains_key(&key));
            }
            // The model's order is the order of the keys, which is that of the slots.
            prop_assert!(table.iter().eq(model.iter().map(|(&key, value)| (key, value))));
        }
    }
}

#[test]
fn a_slot_without_generations_left_is_retired() {
    let mut table = Table::new();
    let first = table.insert('a');
    table.remove(first);
    table.slots[0] =
        Slot::Free { generation: NonZeroU32::new(u32::MAX - 1).expect("not zero"), next: NONE };
    let last = table.insert('b');
    assert_eq!(last.index, first.index);
    assert_eq!(table.remove(last), Some('b'));
    assert_eq!(table.free, NONE);
    assert_eq!(table.insert('c').index, 1);
    assert_eq!((table.get(last), table.len()), (None, 1));
    assert_eq!(table.remove(last), None);
}

#[test]
#[should_panic(expected = "a key that is followed is not stale")]
fn following_a_stale_key_panics() {
    let mut table = Table::default();
    let key = table.insert(1);
    table.remove(key);
    let _ = table[key];
}

#[test]
fn keys_ask_nothing_of_the_value() {
    struct Plain(#[expect(dead_code, reason = "only its type matters")] *const u8);
    fn check<K: Copy + Ord + core::hash::Hash + core::fmt::Debug + Send + Sync>(_: K) {}
    let mut table = Table::new();
    let key = table.insert(Plain(core::ptr::null()));
    check(key);
    assert_eq!(format!("{key:?}"), "Key(0.1)");
    assert_eq!((size_of_val(&key), size_of_val(&Some(key))), (8, 8));
}
