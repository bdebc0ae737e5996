//! The places of things in the lists of a snapshot.

use alloc::collections::BTreeMap;
use alloc::vec;
use alloc::vec::Vec;

use super::v1::{self, No};
use crate::chat::Chat;
use crate::colleague::{Contact, PartyKey};
use crate::deadline::Due;
use crate::directory::{Group, Institution, Operator, Queue, QueueKey, Serial};
use crate::ids::{Named, Register, RegisterKey};
use crate::pool::{PoolKey, PoolOf};
use crate::rank::Rank;
use crate::router::Router;
use crate::segment::SegmentKey;

/// The things of one kind in the order of a snapshot.
#[derive(Debug)]
pub(crate) struct List<T> {
    pub(crate) keys: Vec<RegisterKey<T>>,
    /// Their places, by the slots.
    places: Vec<No>,
}

impl<T: Named> List<T> {
    fn of<K: Ord>(register: &Register<T>, order: impl Fn(&T) -> K) -> Self {
        let mut things: Vec<_> = register.iter().collect();
        things.sort_unstable_by_key(|(_, thing)| order(thing));
        let keys: Vec<_> = things.into_iter().map(|(key, _)| key).collect();
        let slots = keys.iter().map(|key| key.slot() as usize + 1).max().unwrap_or_default();
        let mut places = vec![No::MAX; slots];
        for (no, key) in (0..).zip(&keys) {
            places[key.slot() as usize] = no;
        }
        Self { keys, places }
    }

    /// `None`: it is no more.
    pub(crate) fn no(&self, key: RegisterKey<T>) -> Option<No> {
        let &no = self.places.get(key.slot() as usize)?;
        (self.keys.get(no as usize) == Some(&key)).then_some(no)
    }

    /// The places of those that are still there, in order.
    pub(crate) fn sorted<'k>(&self, keys: impl IntoIterator<Item = &'k RegisterKey<T>>) -> Vec<No>
    where
        T: 'k,
    {
        let mut places: Vec<No> = keys.into_iter().filter_map(|&key| self.no(key)).collect();
        places.sort_unstable();
        places
    }

    /// The place of what is there.
    pub(crate) fn at(&self, key: RegisterKey<T>) -> No {
        self.no(key).expect("what is referred to is there")
    }
}

/// All of them.
#[derive(Debug)]
pub(crate) struct Numbers {
    pub(crate) institutions: List<Institution>,
    pub(crate) operators: List<Operator>,
    pub(crate) queues: List<Queue>,
    pub(crate) groups: List<Group>,
    pub(crate) contacts: List<Contact>,
    pub(crate) chats: List<Chat>,
    /// The segments in order, each with its pool, and their places.
    pub(crate) segments: Vec<(v1::Pool, SegmentKey)>,
    places_of_segments: BTreeMap<SegmentKey, No>,
    /// The places of institutions and operators, by registration.
    registrations: BTreeMap<Serial, No>,
}

impl Numbers {
    pub(crate) fn of(router: &Router) -> Self {
        let mut numbers = Self {
            institutions: List::of(&router.institutions, |institution| institution.serial),
            operators: List::of(&router.operators, |operator| operator.serial),
            queues: List::of(&router.queues, |queue| queue.serial),
            groups: List::of(&router.groups, |group| group.id.clone()),
            contacts: List::of(&router.contacts, |contact| contact.serial),
            chats: List::of(&router.chats, |chat| chat.place),
            segments: Vec::new(),
            places_of_segments: BTreeMap::new(),
            registrations: BTreeMap::new(),
        };
        let institutions = numbers.institutions.keys.iter();
        let institutions = institutions.map(|&key| router.institutions[key].serial);
        let operators = numbers.operators.keys.iter().map(|&key| router.operators[key].serial);
        numbers.registrations = institutions.zip(0..).chain(operators.zip(0..)).collect();
        for (name, pool) in numbers.pools(router) {
            let segments = router.segments_of(pool).into_iter();
            numbers.segments.extend(segments.map(|segment| (name, segment)));
        }
        let segments = numbers.segments.iter().map(|&(_, segment)| segment);
        numbers.places_of_segments = segments.zip(0..).collect();
        numbers
    }

    /// The place of an institution or of an operator, by their registration.
    pub(crate) fn registered(&self, serial: Serial) -> Option<No> {
        self.registrations.get(&serial).copied()
    }

    pub(crate) fn segment(&self, key: SegmentKey) -> Option<No> {
        self.places_of_segments.get(&key).copied()
    }

    /// All pools: those of the queues, of the groups, and those whom levels name.
    fn pools(&self, router: &Router) -> Vec<(v1::Pool, PoolKey)> {
        let queues = (0..).zip(&self.queues.keys);
        let of_queues =
            queues.clone().map(|(no, &key)| (v1::Pool::Queue(no), router.queues[key].pool));
        let groups = (0..).zip(&self.groups.keys);
        let of_groups = groups.map(|(no, &key)| (v1::Pool::Group(no), router.groups[key].pool));
        let named = queues.flat_map(|(no, &key)| names(router, no, key));
        of_queues.chain(of_groups).chain(named).collect()
    }

    pub(crate) fn party(&self, party: PartyKey) -> v1::Party {
        match party {
            PartyKey::Operator(operator) => v1::Party::Operator(self.operators.at(operator)),
            PartyKey::Queue(queue) => v1::Party::Queue(self.queues.at(queue)),
            PartyKey::Contact(contact) => v1::Party::Contact(self.contacts.at(contact)),
        }
    }

    pub(crate) fn due(&self, due: Due) -> v1::Due {
        let chat = |key| self.chats.at(key);
        match due {
            Due::OfferLapses(offer) => v1::Due::OfferLapses(chat(offer.chat), offer.id),
            Due::RingLapses(key, level) => v1::Due::RingLapses(chat(key), level),
            Due::LevelEnds(key) => v1::Due::LevelEnds(chat(key)),
            Due::RoundStarts(key) => v1::Due::RoundStarts(chat(key)),
            Due::PatienceEnds(key) => v1::Due::PatienceEnds(chat(key)),
            Due::TransferLapses(key) => v1::Due::TransferLapses(chat(key)),
            Due::WrapUpEnds(key) => v1::Due::WrapUpEnds(chat(key)),
            Due::GraceEnds(key) => v1::Due::GraceEnds(self.operators.at(key)),
            Due::SessionEnds(key, serial) => v1::Due::SessionEnds(self.operators.at(key), serial),
            Due::GrantHours(key) => v1::Due::GrantHours(self.institutions.at(key)),
            Due::QueueHours(key) => v1::Due::QueueHours(self.queues.at(key)),
            Due::LevelHours(key, level) => v1::Due::LevelHours(self.queues.at(key), level),
            Due::WaitEnds(key) => v1::Due::WaitEnds(chat(key)),
            Due::Notice(key) => v1::Due::Notice(chat(key)),
            Due::Idle(key) => v1::Due::Idle(chat(key)),
            Due::PatronGrace(key) => v1::Due::PatronGrace(chat(key)),
        }
    }
}

/// The pools of those whom the levels of a queue name.
fn names(router: &Router, no: No, queue: QueueKey) -> Vec<(v1::Pool, PoolKey)> {
    let levels = (0..).zip(&router.queues[queue].levels);
    let sources =
        levels.flat_map(|(level, plan)| (0..).zip(&plan.sources).map(move |at| (level, at)));
    let named = sources.filter(|&(_, (_, &pool))| router.pools[pool].of == PoolOf::Names);
    named.map(|(level, (at, &pool))| (v1::Pool::Names(no, level, at), pool)).collect()
}

impl From<Rank> for v1::Rank {
    fn from(rank: Rank) -> Self {
        match rank {
            Rank::All => Self::All,
            Rank::By(order) => Self::By(order),
            Rank::Proficient(order) => Self::Proficient(order),
        }
    }
}

impl From<v1::Rank> for Rank {
    fn from(rank: v1::Rank) -> Self {
        match rank {
            v1::Rank::All => Self::All,
            v1::Rank::By(order) => Self::By(order),
            v1::Rank::Proficient(order) => Self::Proficient(order),
        }
    }
}
