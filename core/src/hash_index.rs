//! From hashes to numbers: the hash table behind every look-up by an id.
//!
//! Open addressing, and whoever is pushed on stands in the next place that is free. A removal closes
//! the gap that it leaves, so that there are no traces of what was deleted, and nothing has to be
//! cleared away some day: no step pays for those before it, but when the table grows. An entry has
//! eight bytes and lies where its look-up begins, nearly always in the one cache line that is read.

use alloc::vec::Vec;

use crate::ids::Hash;

/// Numbers, each found by the hash of what it numbers. What is equal only the caller can tell.
///
/// Look-up, insert and remove cost O(1), as long as the hashes are keyed. Nobody can walk it: the
/// order of the places is nobody's.
#[derive(Clone, Debug, Default)]
pub(crate) struct HashIndex {
    /// None, or a power of two; at least three in eight are vacant.
    places: Vec<Place>,
    len: usize,
}

#[derive(Clone, Copy, Debug)]
struct Place {
    /// The lower half of the hash; where the place belongs follows from it, so that a table that
    /// grows asks nobody for the hashes.
    hash: u32,
    /// [`NONE`] in a vacant place.
    number: u32,
}

/// The number that means "none".
pub(crate) const NONE: u32 = u32::MAX;

const VACANT: Place = Place { hash: 0, number: NONE };

/// How many places the smallest table has.
const LEAST: usize = 8;

impl HashIndex {
    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    /// What is found under one of the numbers with that hash: the first that finds something.
    pub(crate) fn find<T>(&self, hash: Hash, under: impl Fn(u32) -> Option<T>) -> Option<T> {
        let hash = hash.low();
        let mut at = self.home(hash);
        loop {
            let place = self.places.get(at)?;
            if place.number == NONE {
                return None;
            }
            if place.hash == hash
                && let Some(found) = under(place.number)
            {
                return Some(found);
            }
            at = self.next(at);
        }
    }

    /// Adds a number that is not there, below [`NONE`].
    pub(crate) fn insert(&mut self, hash: Hash, number: u32) {
        debug_assert!(number != NONE, "it means none");
        if (self.len + 1) * 8 > self.places.len() * 5 {
            self.grow();
        }
        self.len += 1;
        self.put(Place { hash: hash.low(), number });
    }

    /// Takes a number out, if it is there.
    pub(crate) fn remove(&mut self, hash: Hash, number: u32) {
        let mut gap = self.home(hash.low());
        while self.places.get(gap).is_some_and(|place| place.number != number) {
            if self.places[gap].number == NONE {
                return;
            }
            gap = self.next(gap);
        }
        if gap < self.places.len() {
            self.len -= 1;
            self.close(gap);
        }
    }

    /// Moves those who were pushed on over a gap back to it, or nearer to where they belong.
    fn close(&mut self, mut gap: usize) {
        let mut at = self.next(gap);
        while self.places[at].number != NONE {
            let place = self.places[at];
            // How far it stands from where it belongs, and how far the gap does.
            let pushed = self.distance(self.home(place.hash), at);
            if pushed >= self.distance(gap, at) {
                self.places[gap] = place;
                gap = at;
            }
            at = self.next(at);
        }
        self.places[gap] = VACANT;
    }

    fn put(&mut self, place: Place) {
        let mut at = self.home(place.hash);
        while self.places[at].number != NONE {
            at = self.next(at);
        }
        self.places[at] = place;
    }

    fn grow(&mut self) {
        let places = (self.places.len() * 2).max(LEAST);
        let before = core::mem::replace(&mut self.places, alloc::vec![VACANT; places]);
        for place in before {
            if place.number != NONE {
                self.put(place);
            }
        }
    }

    fn home(&self, hash: u32) -> usize {
        hash as usize & self.places.len().wrapping_sub(1)
    }

    fn next(&self, at: usize) -> usize {
        (at + 1) & (self.places.len() - 1)
    }

    fn distance(&self, from: usize, to: usize) -> usize {
        to.wrapping_sub(from) & (self.places.len() - 1)
    }
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;

    /// Few hashes, so that many meet; some at the end of the table, so that they go round it.
    fn hash() -> impl Strategy<Value = u64> {
        prop_oneof![0_u64..6, Just(u64::from(u32::MAX)), any::<u64>()]
    }

    proptest! {
        #[test]
        fn behaves_like_a_map(steps in prop::collection::vec((any::<bool>(), hash(), 0_u32..40), 0..300)) {
            let (mut index, mut model) = (HashIndex::default(), BTreeMap::new());
            for (insert, hash, number) in steps {
                match model.get(&number).copied() {
                    None if insert => {
                        index.insert(Hash::of_test(hash), number);
                        model.insert(number, hash);
                    }
                    Some(hash) if !insert => {
                        index.remove(Hash::of_test(hash), number);
                        model.remove(&number);
                    }
                    _ => index.remove(Hash::of_test(hash), number + 100),
                }
                prop_assert_eq!(index.len(), model.len());
                for number in 0..40 {
                    let hash = model.get(&number).copied();
                    let found = index.find(Hash::of_test(hash.unwrap_or(3)), |found| (found == number).then_some(found));
                    prop_assert_eq!(found, hash.map(|_| number));
                }
                let taken = index.places.iter().filter(|place| place.number != NONE).count();
                prop_assert_eq!(taken, model.len());
            }
        }
    }

    #[test]
    fn what_comes_and_goes_leaves_no_trace() {
        let mut index = HashIndex::default();
        for number in 0..100_000_u32 {
            let hash = |number: u32| Hash::of_test(u64::from(number.wrapping_mul(2_654_435_761)));
            index.insert(hash(number), number);
            if let Some(old) = number.checked_sub(40) {
                index.remove(hash(old), old);
            }
        }
        assert_eq!((index.len(), index.places.len()), (40, 128));
    }
}
