//! From what was kept to the state at work: the things first, then everything that follows from them.

mod chats;
mod desks;
mod staff;
mod timers;

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::SnapshotError;
use super::v1::{self, No};
use crate::chat::ChatKey;
use crate::colleague::PartyKey;
use crate::directory::{GroupKey, InstitutionKey, OperatorKey, QueueKey, Serial};
use crate::ids::{EndedChat, Named, Register, RegisterKey};
use crate::invariants::check_invariants;
use crate::rank::TURN_BITS;
use crate::router::Router;
use crate::segment::{LevelId, SegmentKey};
use crate::settle::Work;
use crate::skills::Demand;

/// What a step of restoring comes to.
type Done<T = ()> = Result<T, SnapshotError>;

/// Fails with these words, unless so.
fn ensure(so: bool, what: impl FnOnce() -> String) -> Done {
    if so { Ok(()) } else { Err(SnapshotError::Contradiction(what())) }
}

/// What has to be there.
fn found<T>(thing: Option<T>, what: impl FnOnce() -> String) -> Done<T> {
    thing.ok_or_else(|| SnapshotError::Contradiction(what()))
}

/// A router on its way back, with the keys of what it has already.
struct Restoring<'s> {
    state: &'s v1::State,
    router: Router,
    institutions: Vec<InstitutionKey>,
    operators: Vec<OperatorKey>,
    queues: Vec<QueueKey>,
    groups: Vec<GroupKey>,
    contacts: Vec<PartyKey>,
    chats: Vec<ChatKey>,
    segments: Vec<SegmentKey>,
    /// The lanes of all levels by what they ask, so that no chat looks through those of others.
    lanes: BTreeMap<(LevelId, Demand), No>,
    /// The key of a segment that is no more.
    gone: SegmentKey,
}

impl Router {
    pub(super) fn revive(state: &v1::State, secret: [u8; 32]) -> Done<Self> {
        let mut config = state.config.clone();
        config.secret = secret;
        let mut router = Self::new(config, state.now);
        let gone = router.gone_segment();
        let mut restoring = Restoring {
            state,
            router,
            institutions: Vec::new(),
            operators: Vec::new(),
            queues: Vec::new(),
            groups: Vec::new(),
            contacts: Vec::new(),
            chats: Vec::new(),
            segments: Vec::new(),
            lanes: BTreeMap::new(),
            gone,
        };
        restoring.counts()?;
        restoring.names()?;
        restoring.members()?;
        restoring.agreements()?;
        restoring.conversations()?;
        restoring.workload();
        restoring.levels()?;
        restoring.segments()?;
        restoring.hands()?;
        restoring.timers()?;
        restoring.lines();
        restoring.colleagues()?;
        restoring.watches();
        restoring.finish()
    }
}

impl Restoring<'_> {
    /// Everything that has a name, without what it has to do with others.
    fn names(&mut self) -> Done {
        let state = self.state;
        self.serials()?;
        for institution in &state.institutions {
            self.institution(institution)?;
        }
        for operator in &state.operators {
            self.operator(operator)?;
        }
        for group in &state.groups {
            self.group(group)?;
        }
        for queue in &state.queues {
            self.queue(queue)?;
        }
        for contact in &state.contacts {
            self.contact(contact)?;
        }
        Ok(())
    }

    /// Nobody has the registration of another, and they are listed in that order.
    fn serials(&self) -> Done {
        let state = self.state;
        let institutions: Vec<Serial> = state.institutions.iter().map(|one| one.serial).collect();
        let operators: Vec<Serial> = state.operators.iter().map(|one| one.serial).collect();
        let queues: Vec<Serial> = state.queues.iter().map(|one| one.serial).collect();
        let contacts: Vec<Serial> = state.contacts.iter().map(|one| one.serial).collect();
        let mut all = Vec::new();
        for serials in [institutions, operators, queues, contacts] {
            ensure(serials.is_sorted(), || {
                "a list is in another order than that of registration".into()
            })?;
            all.extend(serials);
        }
        all.sort_unstable();
        ensure(all.is_sorted_by(|one, other| one < other), || {
            "two have the same registration".into()
        })?;
        let next = state.registrations;
        ensure(all.last().is_none_or(|&last| last < next), || {
            "a registration is still to come".into()
        })
    }

    /// Nobody has counted further than a key has room for a turn ([`TURN_BITS`]), so that they can go on.
    fn counts(&self) -> Done {
        let v1::State { events, registrations, arrivals, turns, accepted, .. } = *self.state;
        let most = [events, registrations, arrivals, turns, accepted].into_iter().max();
        ensure(most < Some(1 << TURN_BITS), || "no router has come so far".into())
    }

    /// What is not kept since nobody may know it between two steps, and what is counted.
    fn finish(mut self) -> Done<Router> {
        let Self { router, state, .. } = &mut self;
        router.work = Work::default();
        router.counters.registrations = state.registrations;
        router.counters.arrivals = state.arrivals;
        router.counters.turns = state.turns;
        router.counters.proposals = state.proposals;
        router.counters.accepted = state.accepted;
        router.outbox.go_on_after(state.events);
        for kept in &state.ended {
            let (id, answered_by) = (kept.chat.clone(), kept.answered_by.clone());
            let hash = router.chats.hash(&id);
            let new = router.ended.chat(hash, &id).is_none() && router.chats.find(&id).is_none();
            ensure(new, || format!("`{id}` ended twice, or is open"))?;
            let most = router.config.limits.ended_ids as usize;
            router.ended.remember(hash, EndedChat { id, answered_by }, most);
        }
        check_invariants(router)?;
        // What was put right or passed over on the way was no router's.
        ensure(router.capture() == **state, || "it would be written otherwise than it is".into())?;
        Ok(self.router)
    }

    fn institution_at(&self, no: No) -> Done<InstitutionKey> {
        at(&self.institutions, no, "institution")
    }

    fn operator_at(&self, no: No) -> Done<OperatorKey> {
        at(&self.operators, no, "operator")
    }

    fn queue_at(&self, no: No) -> Done<QueueKey> {
        at(&self.queues, no, "queue")
    }

    fn group_at(&self, no: No) -> Done<GroupKey> {
        at(&self.groups, no, "group")
    }

    fn chat_at(&self, no: No) -> Done<ChatKey> {
        at(&self.chats, no, "chat")
    }

    fn party_at(&self, party: v1::Party) -> Done<PartyKey> {
        match party {
            v1::Party::Operator(no) => self.operator_at(no).map(PartyKey::Operator),
            v1::Party::Queue(no) => self.queue_at(no).map(PartyKey::Queue),
            v1::Party::Contact(no) => at(&self.contacts, no, "contact"),
        }
    }
}

/// What stands at a place of a list.
fn at<K: Copy>(keys: &[K], no: No, what: &str) -> Done<K> {
    found(keys.get(no as usize).copied(), || format!("there is no {what} {no}"))
}

/// Registers a thing whose id nobody bears yet.
fn register<T: Named>(things: &mut Register<T>, thing: T) -> Done<RegisterKey<T>> {
    let name = thing.name();
    ensure(things.find(name).is_none(), || format!("two are called `{}`", name.as_ref()))?;
    Ok(things.insert(thing))
}
