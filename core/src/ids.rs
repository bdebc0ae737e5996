//! The edge: from the host's ids to the places where things live.

use alloc::collections::VecDeque;
use core::hash::{BuildHasher, Hasher};
use core::ops::{Index, IndexMut};

use ahash::RandomState;

use crate::hash_index::{HashIndex, NONE};
use crate::id::{ChatId, OperatorId};
use crate::table::{Key, Table};

/// A hash keyed by the host's secret, so that nobody can choose ids that meet in one bucket.
///
/// What it gives differs between platforms: no answer may follow it.
#[derive(Clone, Debug)]
pub(crate) struct Keyed(RandomState);

impl Keyed {
    pub(crate) fn new(secret: [u8; 32]) -> Self {
        let mut words = [0; 4];
        for (word, bytes) in words.iter_mut().zip(secret.as_chunks().0) {
            *word = u64::from_le_bytes(*bytes);
        }
        let [one, two, three, four] = words;
        Self(RandomState::with_seeds(one, two, three, four))
    }

    /// The hash of an id, the same as long as the router lives.
    pub(crate) fn hash(&self, id: &str) -> Hash {
        let mut hasher = self.0.build_hasher();
        hasher.write(id.as_bytes());
        Hash(hasher.finish())
    }
}

/// The hash of an id, kept beside what it names so that it is worked out once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Hash(u64);

impl Hash {
    /// Its lower half, which tables go by.
    #[expect(clippy::cast_possible_truncation, reason = "half of it is wanted")]
    pub(crate) const fn low(self) -> u32 {
        self.0 as u32
    }

    #[cfg(test)]
    pub(crate) const fn of_test(bits: u64) -> Self {
        Self(bits)
    }
}

/// What the host has a name for.
pub(crate) trait Named {
    type Id: AsRef<str> + PartialEq;

    fn name(&self) -> &Self::Id;
}

/// Things of one kind, found by their key or by their id.
#[derive(Clone, Debug)]
pub(crate) struct Register<T> {
    things: Table<(Hash, T)>,
    /// The slots of the things, by the hashes of their ids.
    slots: HashIndex,
    hasher: Keyed,
}

/// The name of one thing in a [`Register`].
pub(crate) type RegisterKey<T> = Key<(Hash, T)>;

impl<T: Named> Register<T> {
    pub(crate) fn new(hasher: Keyed) -> Self {
        Self { things: Table::new(), slots: HashIndex::default(), hasher }
    }

    pub(crate) fn hash(&self, id: impl AsRef<str>) -> Hash {
        self.hasher.hash(id.as_ref())
    }

    /// The thing of that id.
    pub(crate) fn find(&self, id: &T::Id) -> Option<RegisterKey<T>> {
        self.find_hashed(self.hasher.hash(id.as_ref()), id)
    }

    /// As [`Register::find`], by a hash that was worked out before.
    pub(crate) fn find_hashed(&self, hash: Hash, id: &T::Id) -> Option<RegisterKey<T>> {
        self.slots.find(hash, |slot| {
            let (key, (_, thing)) = self.things.in_slot(slot)?;
            (thing.name() == id).then_some(key)
        })
    }

    /// Registers a thing whose id nobody bears yet.
    pub(crate) fn insert(&mut self, thing: T) -> RegisterKey<T> {
        let hash = self.hasher.hash(thing.name().as_ref());
        self.insert_hashed(hash, thing)
    }

    /// As [`Register::insert`], by a hash that was worked out before.
    #[inline]
    pub(crate) fn insert_hashed(&mut self, hash: Hash, thing: T) -> RegisterKey<T> {
        let key = self.things.insert((hash, thing));
        self.slots.insert(hash, key.slot());
        key
    }

    pub(crate) fn remove(&mut self, key: RegisterKey<T>) -> Option<(Hash, T)> {
        let hash = self.things.get(key)?.0;
        self.slots.remove(hash, key.slot());
        self.things.remove(key)
    }

    pub(crate) fn get(&self, key: RegisterKey<T>) -> Option<&T> {
        self.things.get(key).map(|thing| &thing.1)
    }

    pub(crate) fn get_mut(&mut self, key: RegisterKey<T>) -> Option<&mut T> {
        self.things.get_mut(key).map(|thing| &mut thing.1)
    }

    pub(crate) const fn len(&self) -> usize {
        self.things.len()
    }

    /// How many ids are known: as many as there are things.
    pub(crate) fn names(&self) -> usize {
        self.slots.len()
    }

    /// As [`Table::iter`]: for checks alone.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (RegisterKey<T>, &T)> {
        self.things.iter().map(|(key, thing)| (key, &thing.1))
    }
}

/// The keys follow from the things.
impl<T: PartialEq> PartialEq for Register<T> {
    fn eq(&self, other: &Self) -> bool {
        self.things == other.things
    }
}

impl<T> Index<RegisterKey<T>> for Register<T> {
    type Output = T;

    #[track_caller]
    fn index(&self, key: RegisterKey<T>) -> &T {
        &self.things[key].1
    }
}

impl<T> IndexMut<RegisterKey<T>> for Register<T> {
    #[track_caller]
    fn index_mut(&mut self, key: RegisterKey<T>) -> &mut T {
        &mut self.things[key].1
    }
}

/// The last things of one kind, so that a late repeat is known as one.
#[derive(Clone, Debug)]
pub(crate) struct Recent<T> {
    /// In the order in which they came.
    things: VecDeque<(Hash, T)>,
    /// The number of the first of them. Numbers begin anew after four billion.
    first: u32,
    /// Their numbers, by the hashes.
    numbers: HashIndex,
}

/// What is known of the chats that ended last, by the hashes of their ids.
pub(crate) type Ended = Recent<EndedChat>;

/// A chat that has ended.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct EndedChat {
    pub(crate) id: ChatId,
    /// Who answered it last, if anybody did. They may be gone by now.
    pub(crate) answered_by: Option<OperatorId>,
}

impl Ended {
    pub(crate) fn chat(&self, hash: Hash, id: &ChatId) -> Option<&EndedChat> {
        self.find(hash, |ended| ended.id == *id)
    }
}

impl<T: PartialEq> Recent<T> {
    pub(crate) fn contains(&self, hash: Hash, thing: &T) -> bool {
        self.find(hash, |known| known == thing).is_some()
    }

    fn find(&self, hash: Hash, is: impl Fn(&T) -> bool) -> Option<&T> {
        self.numbers.find(hash, |number| {
            let at = number_between(self.first, number);
            let (_, known) = self.things.get(at as usize)?;
            is(known).then_some(known)
        })
    }

    /// Remembers a thing, and forgets the oldest if there are more than `most`.
    pub(crate) fn remember(&mut self, hash: Hash, thing: T, most: usize) {
        while self.things.len() >= most.max(1) {
            self.forget();
        }
        if most == 0 {
            return;
        }
        let number = numbered_after(self.first, self.things.len());
        self.things.push_back((hash, thing));
        self.numbers.insert(hash, number);
    }

    /// The oldest first.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &T> {
        self.things.iter().map(|(_, thing)| thing)
    }

    fn forget(&mut self) {
        let Some((hash, _)) = self.things.pop_front() else { return };
        self.numbers.remove(hash, self.first);
        self.first = numbered_after(self.first, 1);
    }

    /// Whether each thing is found by its hash, and nothing else is.
    pub(crate) fn is_sound(&self) -> bool {
        self.numbers.len() == self.things.len()
            && self.things.iter().all(|(hash, thing)| self.contains(*hash, thing))
    }
}

impl<T> Default for Recent<T> {
    fn default() -> Self {
        Self { things: VecDeque::new(), first: 0, numbers: HashIndex::default() }
    }
}

/// The numbers follow from the things.
impl<T: PartialEq> PartialEq for Recent<T> {
    fn eq(&self, other: &Self) -> bool {
        self.things == other.things
    }
}

/// The number that is so many after another.
#[expect(clippy::cast_possible_truncation, reason = "it is below the number that means none")]
fn numbered_after(first: u32, by: usize) -> u32 {
    let number = u64::from(first) + by as u64;
    let beyond = u64::from(NONE);
    (if number < beyond { number } else { number - beyond }) as u32
}

/// By how many a number is after another.
fn number_between(first: u32, number: u32) -> u32 {
    if number < first { NONE - first + number } else { number - first }
}
