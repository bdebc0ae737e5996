//! The edge: from the host's ids to the places where things live.

use core::hash::{BuildHasher, Hash};

use hashbrown::HashMap;
use siphasher::sip::SipHasher13;
use smol_str::SmolStr;

/// A hasher keyed by the host's secret, so that nobody can choose ids that meet in one bucket.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Keyed([u8; 16]);

impl Keyed {
    pub(crate) const fn new(secret: [u8; 16]) -> Self {
        Self(secret)
    }
}

impl BuildHasher for Keyed {
    type Hasher = SipHasher13;
    fn build_hasher(&self) -> SipHasher13 {
        SipHasher13::new_with_key(&self.0)
    }
}

/// What each id of one kind stands for. Looked up, never walked: its order is nobody's.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Names<V> {
    map: HashMap<SmolStr, V, Keyed>,
}

impl<V: Copy + PartialEq> Names<V> {
    pub(crate) fn new(hasher: Keyed) -> Self {
        Self { map: HashMap::with_hasher(hasher) }
    }

    pub(crate) fn get(&self, id: &(impl AsRef<str> + Hash)) -> Option<V> {
        self.map.get(id.as_ref()).copied()
    }

    pub(crate) fn insert(&mut self, id: SmolStr, value: V) {
        self.map.insert(id, value);
    }

    pub(crate) fn remove(&mut self, id: &impl AsRef<str>) {
        self.map.remove(id.as_ref());
    }

    pub(crate) fn len(&self) -> usize {
        self.map.len()
    }
}
