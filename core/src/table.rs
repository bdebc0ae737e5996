//! Slots with generations: the home of everything that lives longer than one command.
//!
//! A key is two integers, so that entities can refer to each other without borrowing and looking
//! one up is an index and a compare, not a search. The generation makes a key that outlived its
//! entity miss instead of finding whatever took over the slot.

use alloc::vec::Vec;
use core::cmp::Ordering;
use core::fmt;
use core::hash::{Hash, Hasher};
use core::marker::PhantomData;
use core::mem;
use core::num::NonZeroU32;
use core::ops::{Index, IndexMut};

/// Values of one type in slots that are used again.
///
/// Insert, look-up and removal cost O(1). Nothing is allocated as long as the table holds fewer
/// values than it once held, since the latest freed slot is filled first.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Table<T> {
    slots: Vec<Slot<T>>,
    /// The first of the free slots, which are linked through [`Slot::Free`]; or [`NONE`].
    free: u32,
    len: u32,
}

/// The name of one value in a [`Table`], never given to another value of that table.
///
/// The order exists so that keys can be sought in sorted collections. It follows the slots, which
/// say nothing about the values, so no decision may depend on it.
pub(crate) struct Key<T> {
    index: u32,
    /// Never zero, so that no key takes no room beside a key.
    generation: NonZeroU32,
    /// A function type, so that a key is `Copy`, `Send` and `Sync` whatever `T` is.
    value: PhantomData<fn() -> T>,
}

/// A place for a value. What tells whether a key is valid lies before the value, in the cache line
/// where the value begins.
///
/// The generation counts the values that the slot has held.
#[derive(Clone, Debug, PartialEq)]
#[repr(u32)]
enum Slot<T> {
    Full { generation: NonZeroU32, value: T },
    Free { generation: NonZeroU32, next: u32 },
}

/// The index that means "no slot".
const NONE: u32 = u32::MAX;

impl<T> Table<T> {
    pub(crate) const fn new() -> Self {
        Self { slots: Vec::new(), free: NONE, len: 0 }
    }

    /// Stores the value and names it.
    #[inline]
    pub(crate) fn insert(&mut self, value: T) -> Key<T> {
        self.len += 1;
        if self.free == NONE { self.grow(value) } else { self.reuse(value) }
    }

    #[inline]
    fn reuse(&mut self, value: T) -> Key<T> {
        let index = self.free;
        let slot = &mut self.slots[index as usize];
        let Slot::Free { generation, next } = *slot else {
            unreachable!("only free slots are in the free list")
        };
        self.free = next;
        *slot = Slot::Full { generation, value };
        Key::new(index, generation)
    }

    fn grow(&mut self, value: T) -> Key<T> {
        let index = u32::try_from(self.slots.len())
            .ok()
            .filter(|&index| index != NONE)
            .expect("memory ends before four billion slots do");
        self.slots.push(Slot::Full { generation: NonZeroU32::MIN, value });
        Key::new(index, NonZeroU32::MIN)
    }

    /// The value of that name, unless it has been removed.
    pub(crate) fn get(&self, key: Key<T>) -> Option<&T> {
        match self.slots.get(key.index as usize) {
            Some(Slot::Full { generation, value }) if *generation == key.generation => Some(value),
            _ => None,
        }
    }

    /// The value of that name, to be changed, unless it has been removed.
    pub(crate) fn get_mut(&mut self, key: Key<T>) -> Option<&mut T> {
        match self.slots.get_mut(key.index as usize) {
            Some(Slot::Full { generation, value }) if *generation == key.generation => Some(value),
            _ => None,
        }
    }

    /// The value in a slot that is full, with its name.
    pub(crate) fn in_slot(&self, index: u32) -> Option<(Key<T>, &T)> {
        match self.slots.get(index as usize) {
            Some(Slot::Full { generation, value }) => Some((Key::new(index, *generation), value)),
            Some(Slot::Free { .. }) | None => None,
        }
    }

    pub(crate) fn contains(&self, key: Key<T>) -> bool {
        self.get(key).is_some()
    }

    /// Takes the value out; from now on its key finds nothing.
    ///
    /// A slot that has used up its generations is never filled again: it would have to repeat a
    /// key. That wastes one slot in four billion removals.
    pub(crate) fn remove(&mut self, key: Key<T>) -> Option<T> {
        if !self.contains(key) {
            return None;
        }
        let generation = key.generation.saturating_add(1);
        let mut next = NONE;
        if generation < NonZeroU32::MAX {
            next = mem::replace(&mut self.free, key.index);
        }
        self.len -= 1;
        let slot = &mut self.slots[key.index as usize];
        match mem::replace(slot, Slot::Free { generation, next }) {
            Slot::Full { value, .. } => Some(value),
            Slot::Free { .. } => unreachable!("the table contains the key"),
        }
    }

    pub(crate) const fn len(&self) -> usize {
        self.len as usize
    }

    /// All values, in the order of the slots.
    ///
    /// Only for checks of the whole state: it costs a visit to every slot ever used, and the order
    /// depends on which slots were free, so it must never reach a decision.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (Key<T>, &T)> {
        (0..).zip(&self.slots).filter_map(|(index, slot)| match slot {
            Slot::Full { generation, value } => Some((Key::new(index, *generation), value)),
            Slot::Free { .. } => None,
        })
    }
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self::new()
    }
}

/// For keys that are valid by construction; a stale one is a bug and panics.
impl<T> Index<Key<T>> for Table<T> {
    type Output = T;

    #[track_caller]
    fn index(&self, key: Key<T>) -> &T {
        self.get(key).expect("a key that is followed is not stale")
    }
}

impl<T> IndexMut<Key<T>> for Table<T> {
    #[track_caller]
    fn index_mut(&mut self, key: Key<T>) -> &mut T {
        self.get_mut(key).expect("a key that is followed is not stale")
    }
}

// By hand, because `derive` would demand of `T` what only the two integers need.

impl<T> Key<T> {
    const fn new(index: u32, generation: NonZeroU32) -> Self {
        Self { index, generation, value: PhantomData }
    }

    /// The slot that it names.
    pub(crate) const fn slot(self) -> u32 {
        self.index
    }

    /// A key of no table, to tell things apart in a test.
    #[cfg(test)]
    pub(crate) const fn numbered(index: u32) -> Self {
        Self::new(index, NonZeroU32::MIN)
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Key<T> {}

impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index && self.generation == other.generation
    }
}

impl<T> Eq for Key<T> {}

impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        (self.index, self.generation).cmp(&(other.index, other.generation))
    }
}

impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
        self.generation.hash(state);
    }
}

impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({}.{})", self.index, self.generation)
    }
}

#[cfg(test)]
mod tests;
