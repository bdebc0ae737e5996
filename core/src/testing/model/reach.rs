//! Whom a level reaches: pools, and the parts of them that a grant and a demand let it ring.

use alloc::collections::btree_map::Entry;
use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use crate::{ChatNeeds, Source};

use super::Model;
use super::policy::merged;
use super::rank::{Merit, Rank};
use super::state::{Demand, Key, Place, Seat, Standings};

/// Where operators come from.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Pool {
    /// Those assigned to a queue who have opted in.
    Queue(Key),
    Group(Key),
    /// The names in a source of a level of a policy.
    Names {
        queue: Key,
        version: u64,
        level: u8,
        source: usize,
    },
}

/// The part of a pool that levels reach as a whole, in one order and for one demand. Turns by weight
/// count in each by themselves.
#[derive(Clone, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct Segment {
    pub(crate) pool: Pool,
    pub(crate) rank: Rank,
    /// For the levels of other queues, those of one institution.
    pub(crate) of: Option<Key>,
    pub(crate) demand: Demand,
}

/// Pools.
impl Model {
    fn pool(&self, queue: Key, level: u8, source: usize) -> Pool {
        let state = &self.queues[&queue];
        match &state.level(level).pool[source] {
            Source::Assigned => Pool::Queue(queue),
            Source::Queue { queue } => Pool::Queue(self.queue(queue).expect("it is named")),
            Source::Group { group } => Pool::Group(self.group(group).expect("it is named")),
            Source::Operators { .. } => {
                Pool::Names { queue, version: state.version, level, source }
            }
        }
    }

    /// Who is in a pool: by institution, then registration.
    fn members(&self, pool: &Pool) -> BTreeMap<(Key, Key), Seat> {
        let mut members = BTreeMap::new();
        match pool {
            Pool::Queue(queue) => {
                for (&key, operator) in &self.operators {
                    let assigned = operator.assignments.get(queue).filter(|of| of.enabled);
                    if let Some(assigned) = assigned {
                        members.insert((operator.institution, key), assigned.seat);
                    }
                }
            }
            Pool::Group(group) => {
                for (&key, &seat) in &self.groups[group].members {
                    members.insert((self.institution_of(key), key), seat);
                }
            }
            Pool::Names { queue, level, source, .. } => {
                let names = &self.queues[queue].level(*level).pool[*source];
                let Source::Operators { operators } = names else { return members };
                for (place, id) in operators.iter().enumerate() {
                    let key = self.operator(id).expect("they are named");
                    let member = (self.institution_of(key), key);
                    members.entry(member).or_insert(Seat::in_list(place));
                }
            }
        }
        members
    }

    pub(crate) fn seat(&self, pool: &Pool, operator: Key) -> Option<Seat> {
        self.members(pool).get(&(self.institution_of(operator), operator)).copied()
    }

    /// The pools of a level from which it may ring somebody now, and of which institution. All of
    /// its own queue's, whose grants are looked at one by one.
    fn scopes(&self, queue: Key, level: u8) -> Vec<(Pool, Option<Key>)> {
        let mut scopes = Vec::new();
        for source in 0..self.queues[&queue].level(level).pool.len() {
            let pool = self.pool(queue, level, source);
            match pool {
                Pool::Queue(own) if own == queue => scopes.push((pool, None)),
                Pool::Queue(other) if !self.is_open(other) => {}
                Pool::Queue(_) | Pool::Group(_) | Pool::Names { .. } => {
                    let institutions: BTreeSet<Key> =
                        self.members(&pool).into_keys().map(|member| member.0).collect();
                    for institution in institutions {
                        if self.may_ring(queue, institution) {
                            scopes.push((pool.clone(), Some(institution)));
                        }
                    }
                }
            }
        }
        scopes
    }

    /// Whether a level names operators of a partner who answers as many chats as it may.
    pub(crate) fn names_capped(&self, queue: Key, level: u8) -> bool {
        (0..self.queues[&queue].level(level).pool.len()).any(|source| {
            let pool = self.pool(queue, level, source);
            self.members(&pool).into_keys().any(|member| self.is_at_cap(queue, member.0))
        })
    }
}

/// Segments.
impl Model {
    /// What a chat asks at a level of a queue.
    pub(crate) fn demand_at(&self, chat: &Demand, queue: Key, level: u8) -> Demand {
        let level = self.queues[&queue].level(level);
        let mut needs = merged(&level.needs);
        let by = match level.chat_needs {
            ChatNeeds::InFull => 0,
            ChatNeeds::Lowered { by } => by,
            ChatNeeds::Ignored => return Demand { units: chat.units, needs },
        };
        for (skill, at_least) in &chat.needs {
            let lowered = at_least.saturating_sub(by).max(1);
            let asked = needs.entry(skill.clone()).or_insert(0);
            *asked = lowered.max(*asked);
        }
        Demand { units: chat.units, needs }
    }

    /// The segments that a chat reaches at a level of the queue where it rings.
    pub(crate) fn reached_by(&self, chat: Place, level: u8) -> Vec<Segment> {
        let chat = &self.chats[&chat];
        let Some(ringing) = &chat.ringing else { return Vec::new() };
        let demand = self.demand_at(&chat.demand, ringing.queue, level);
        self.reached(ringing.queue, level, &demand)
    }

    pub(crate) fn reached(&self, queue: Key, level: u8, demand: &Demand) -> Vec<Segment> {
        let rank = Rank::of(self.queues[&queue].level(level).ring);
        let mut reached = Vec::new();
        for (pool, of) in self.scopes(queue, level) {
            let segment = Segment { pool, rank, of, demand: demand.clone() };
            if !reached.contains(&segment) {
                reached.push(segment);
            }
        }
        reached
    }

    /// Who is part of a segment, busy or not.
    pub(crate) fn standing(&self, segment: &Segment) -> Vec<Key> {
        let mut standing = Vec::new();
        for (institution, operator) in self.members(&segment.pool).into_keys() {
            let admitted = match (segment.of, &segment.pool) {
                (Some(of), _) => institution == of,
                (None, Pool::Queue(queue)) => self.may_ring(*queue, institution),
                (None, Pool::Group(_) | Pool::Names { .. }) => false,
            };
            if admitted && self.fits(operator, &segment.demand) {
                standing.push(operator);
            }
        }
        standing
    }

    fn fits(&self, operator: Key, demand: &Demand) -> bool {
        let skills = &self.operators[&operator].skills;
        let has = |skill, at_least| skills.get(skill).is_some_and(|level| level >= at_least);
        demand.needs.iter().all(|(skill, at_least)| has(skill, at_least))
    }

    /// Whether a level of the queue where a chat rings reaches an operator for it.
    pub(crate) fn is_reached(&self, chat: Place, level: u8, operator: Key) -> bool {
        self.reached_by(chat, level).iter().any(|of| self.standing(of).contains(&operator))
    }

    /// Whether it would, were all grants in force: who was offered a chat before may still take it.
    pub(crate) fn is_reached_by_right(&self, chat: Place, level: u8, operator: Key) -> bool {
        let state = &self.chats[&chat];
        let Some(ringing) = &state.ringing else { return false };
        let queue = ringing.queue;
        let mut sources = 0..self.queues[&queue].level(level).pool.len();
        let in_pool = sources.any(|source| {
            let pool = self.pool(queue, level, source);
            let open = match pool {
                Pool::Queue(other) => other == queue || self.is_open(other),
                Pool::Group(_) | Pool::Names { .. } => true,
            };
            open && self.seat(&pool, operator).is_some()
        });
        in_pool
            && self.fits(operator, &self.demand_at(&state.demand, queue, level))
            && self.may_staff(queue, self.institution_of(operator))
    }

    /// All segments that some level reaches, for what chats have asked there.
    fn all_segments(&self, queues: impl Iterator<Item = Key>) -> BTreeSet<Segment> {
        let mut all = BTreeSet::new();
        for queue in queues {
            for (level, state) in (0..).zip(&self.queues[&queue].levels) {
                for demand in &state.asked {
                    all.extend(self.reached(queue, level, demand));
                }
            }
        }
        all
    }

    /// Looks at who stands where now: whoever is reached newly is fed.
    pub(crate) fn look(&mut self) {
        let mut before = core::mem::take(&mut self.segments);
        for segment in self.all_segments(self.queues.keys().copied()) {
            let mut of = before.remove(&segment).unwrap_or_default();
            let standing = self.standing(&segment);
            of.merits.retain(|operator, _| standing.contains(operator));
            for &operator in &standing {
                let seat = self.seat(&segment.pool, operator).expect("they are in it");
                let state = self.the_operator(operator);
                state.dearest = state.dearest.max(segment.demand.units);
                if let Entry::Vacant(merit) = of.merits.entry(operator) {
                    merit.insert(Merit::new(seat));
                    self.hungry.insert(operator);
                }
            }
            let there = standing.iter().filter(|&&operator| self.operators[&operator].stood.there);
            let there = there.count();
            let free = |operator: &&Key| self.room_in(**operator, &segment) >= segment.demand.units;
            let free = standing.iter().filter(free).count();
            if (of.there == 0 && there > 0) || (of.free == 0 && free > 0) {
                of.revived = self.next_turn();
            }
            let Standings { merits, revived, .. } = of;
            self.segments.insert(segment, Standings { merits, there, free, revived });
        }
    }

    /// A policy ends: what its levels alone have reached is forgotten.
    pub(crate) fn forget_segments_of(&mut self, queue: Key) {
        let others = self.queues.keys().copied().filter(|&other| other != queue);
        let kept = self.all_segments(others);
        self.segments.retain(|segment, _| kept.contains(segment));
    }

    pub(crate) fn reseat(&mut self, pool: &Pool, operator: Key, seat: Seat) {
        for (segment, of) in &mut self.segments {
            if segment.pool == *pool
                && let Some(merit) = of.merits.get_mut(&operator)
            {
                merit.reseat(seat);
            }
        }
    }
}

/// Room.
impl Model {
    /// For how many units an operator has room in a segment.
    pub(crate) fn room_in(&self, operator: Key, segment: &Segment) -> u16 {
        let room = self.operators[&operator].stood.room;
        match self.limited_by(operator, segment) {
            Some(queue) => room.min(self.room_through(operator, queue)),
            None => room,
        }
    }

    /// The queue by whose assignment with a limit an operator is in a segment.
    pub(crate) fn limited_by(&self, operator: Key, segment: &Segment) -> Option<Key> {
        let Pool::Queue(queue) = segment.pool else { return None };
        let assigned = self.operators[&operator].assignments.get(&queue)?;
        assigned.limit.map(|_| queue)
    }

    /// For how many units there is room through an assignment.
    pub(crate) fn room_through(&self, operator: Key, queue: Key) -> u16 {
        let assigned = self.operators[&operator].assignments.get(&queue);
        let Some(limit) = assigned.and_then(|assigned| assigned.limit) else { return u16::MAX };
        let mut taken = 0;
        for chat in self.chats.values() {
            let owned = chat.owner == Some(operator) && chat.way == Some(queue);
            let reserved =
                |of: &super::state::Offer| of.operator == operator && of.way == Some(queue);
            if owned || chat.offers.iter().any(reserved) {
                taken += chat.demand.units;
            }
        }
        limit.saturating_sub(taken)
    }

    /// Through which assignment with a limit an operator would take a chat: through none, if there
    /// is another way; else through one that has room, if any has.
    pub(crate) fn way_to(&self, chat: Place, operator: Key) -> Option<Key> {
        let state = &self.chats[&chat];
        let ringing = state.ringing.as_ref()?;
        let mut way: Option<Key> = None;
        for level in self.levels(ringing.queue) {
            for segment in self.reached_by(chat, level) {
                if !self.standing(&segment).contains(&operator) {
                    continue;
                }
                let by = self.limited_by(operator, &segment)?;
                let full = |way| self.room_through(operator, way) < state.demand.units;
                if way.is_none_or(full) {
                    way = Some(by);
                }
            }
        }
        way
    }

    pub(crate) fn has_room_for(&self, chat: Place, operator: Key) -> bool {
        let units = self.chats[&chat].demand.units;
        let way = self.way_to(chat, operator);
        self.operators[&operator].stood.room >= units
            && way.is_none_or(|way| self.room_through(operator, way) >= units)
    }
}
