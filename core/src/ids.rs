//! The edge: from the host's ids to the places where things live.

use alloc::collections::VecDeque;
use core::ops::{Index, IndexMut};

use hashbrown::HashTable;
use siphasher::sip::SipHasher13;

use crate::id::ChatId;
use crate::table::{Key, Table};

/// A hash keyed by the host's secret, so that nobody can choose ids that meet in one bucket.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Keyed(SipHasher13);

impl Keyed {
    pub(crate) fn new(secret: [u8; 16]) -> Self {
        Self(SipHasher13::new_with_key(&secret))
    }

    /// The hash of an id, the same as long as the router lives.
    pub(crate) fn hash(self, id: &str) -> Hash {
        Hash(self.0.hash(id.as_bytes()))
    }
}

/// The hash of an id, kept beside what it names so that it is worked out once.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) struct Hash(u64);

impl Hash {
    pub(crate) const fn bits(self) -> u64 {
        self.0
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
    /// Looked up, never walked: its order is nobody's.
    keys: HashTable<RegisterKey<T>>,
    hasher: Keyed,
}

/// The name of one thing in a [`Register`].
pub(crate) type RegisterKey<T> = Key<(Hash, T)>;

impl<T: Named> Register<T> {
    pub(crate) fn new(hasher: Keyed) -> Self {
        Self { things: Table::new(), keys: HashTable::new(), hasher }
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
        self.keys.find(hash.0, |&key| self.things[key].1.name() == id).copied()
    }

    /// Registers a thing whose id nobody bears yet.
    pub(crate) fn insert(&mut self, thing: T) -> RegisterKey<T> {
        let hash = self.hasher.hash(thing.name().as_ref());
        self.insert_hashed(hash, thing)
    }

    /// As [`Register::insert`], by a hash that was worked out before.
    pub(crate) fn insert_hashed(&mut self, hash: Hash, thing: T) -> RegisterKey<T> {
        let key = self.things.insert((hash, thing));
        self.keys.insert_unique(hash.0, key, |&key| self.things[key].0.0);
        key
    }

    pub(crate) fn remove(&mut self, key: RegisterKey<T>) -> Option<(Hash, T)> {
        let hash = self.things.get(key)?.0;
        if let Ok(found) = self.keys.find_entry(hash.0, |&other| other == key) {
            found.remove();
        }
        self.things.remove(key)
    }

    pub(crate) fn get(&self, key: RegisterKey<T>) -> Option<&T> {
        self.things.get(key).map(|thing| &thing.1)
    }

    pub(crate) const fn len(&self) -> usize {
        self.things.len()
    }

    /// How many ids are known: as many as there are things.
    pub(crate) fn names(&self) -> usize {
        self.keys.len()
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

/// The ids of the chats that ended last, so that a late repeat is known as one.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ended {
    /// In the order of their ends.
    ids: VecDeque<(Hash, ChatId)>,
    /// How many were forgotten: the number of the first of `ids`.
    forgotten: u64,
    /// Their numbers, by hash. Looked up, never walked.
    numbers: HashTable<(u64, u64)>,
}

impl Ended {
    pub(crate) fn contains(&self, hash: Hash, id: &ChatId) -> bool {
        let is = |&(_, number): &(u64, u64)| {
            let at = usize::try_from(number - self.forgotten).unwrap_or(usize::MAX);
            self.ids.get(at).is_some_and(|ended| ended.1 == *id)
        };
        self.numbers.find(hash.0, is).is_some()
    }

    /// Remembers an id, and forgets the oldest if there are more than `most`.
    pub(crate) fn remember(&mut self, hash: Hash, id: ChatId, most: usize) {
        while self.ids.len() >= most.max(1) {
            self.forget();
        }
        if most == 0 {
            return;
        }
        let number = self.forgotten + self.ids.len() as u64;
        self.ids.push_back((hash, id));
        self.numbers.insert_unique(hash.0, (hash.0, number), |numbered| numbered.0);
    }

    fn forget(&mut self) {
        let Some((hash, _)) = self.ids.pop_front() else { return };
        let number = self.forgotten;
        self.forgotten += 1;
        if let Ok(found) = self.numbers.find_entry(hash.0, |numbered| numbered.1 == number) {
            found.remove();
        }
    }

    /// Whether each id is found by its hash, and nothing else is.
    pub(crate) fn is_sound(&self) -> bool {
        self.numbers.len() == self.ids.len()
            && self.ids.iter().all(|(hash, id)| self.contains(*hash, id))
    }
}

/// The numbers follow from the ids.
impl PartialEq for Ended {
    fn eq(&self, other: &Self) -> bool {
        self.ids == other.ids
    }
}
