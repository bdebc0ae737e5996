//! Who could be offered something, best first, and the lines that reach them.
//!
//! A *pool* is where operators come from: a queue's staff, a group, the names in a level. A
//! *segment* is the part of a pool that levels reach as a whole, in one rank. It keeps the
//! operators who could be offered something now, and the lines of waiting chats that reach it, by
//! their heads. All levels that name the pool share it, so that an operator's change costs the same
//! however many queues roll over to them.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::chat::Place;
use crate::directory::{Operator, OperatorKey, QueueKey, Serial};
use crate::heap::{Handle, Heap};
use crate::pool::{PoolKey, PoolOf};
use crate::rank::{Figures, Merit, Rank, RankKey, plain_key, rank_key};
use crate::router::Router;
use crate::skills::{Demand, Needs, fits, proficiency};
use crate::table::Key;

pub(crate) type SegmentKey = Key<Segment>;

/// A level of a queue.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct LevelId {
    pub(crate) queue: QueueKey,
    pub(crate) level: u8,
}

/// Where the chats of a level that ask the same stand in line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LineId {
    pub(crate) queue: QueueKey,
    pub(crate) level: u8,
    pub(crate) lane: u32,
}

impl LevelId {
    pub(crate) const fn lane(self, lane: u32) -> LineId {
        LineId { queue: self.queue, level: self.level, lane }
    }
}

impl LineId {
    pub(crate) const fn level(self) -> LevelId {
        LevelId { queue: self.queue, level: self.level }
    }
}

/// Which operators of a pool a segment has.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Scope {
    /// For the queue's own levels: all whose institution may staff it.
    Own,
    /// For the levels of other queues: those of one institution.
    Of(Serial),
}

/// The operators that some lines reach as a whole: first what each change of an operator looks at.
#[derive(Clone, Debug, PartialEq)]
#[repr(C)]
pub(crate) struct Segment {
    pub(crate) rank: Rank,
    /// How many units of room its chats ask for.
    pub(crate) units: u16,
    /// How many are there, busy or not.
    pub(crate) there: u32,
    /// How many of them have room for a chat.
    pub(crate) free: u32,
    /// How many of the lines that reach it hold chats that somebody refused.
    pub(crate) refusing: u32,
    /// How many of the levels that reach it roll on while all are busy.
    pub(crate) rolling: u32,
    /// Who could be offered a chat now.
    pub(crate) ready: Heap<RankKey, OperatorKey>,
    pub(crate) pool: PoolKey,
    pub(crate) scope: Scope,
    /// The skills that its chats ask for.
    pub(crate) needs: Needs,
    /// The turn at which somebody came or was free last, after nobody had been.
    pub(crate) revived: u64,
    /// By registration, where the rank looks at it.
    pub(crate) merits: BTreeMap<Serial, Merit>,
    /// The lines that reach it and are not empty, by their heads.
    pub(crate) lines: Heap<LineRank, LineId>,
    /// How many levels reach it; without one it goes.
    pub(crate) users: u32,
}

/// A line among those that reach a segment: home queues first, then by the chat at its head.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) struct LineRank {
    pub(crate) foreign: bool,
    pub(crate) head: Place,
    /// A chat may stand in several lines of its queue.
    pub(crate) level: u8,
}

/// An operator's part in a segment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Standing {
    pub(crate) segment: SegmentKey,
    /// Where they stand among those who are ready, if they are.
    pub(crate) handle: Option<Handle>,
    /// Who has a limit of their own here: for how many units they had room when it was last counted.
    pub(crate) room: u16,
}

/// What the segments know of an operator.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Stand {
    /// Their presence allows offers.
    pub(crate) there: bool,
    /// They have room for a broadcast besides.
    pub(crate) listening: bool,
    /// For how many units they have room; none if they are not there.
    pub(crate) room: u16,
}

impl Segment {
    /// One that nobody stands in, and no level reaches yet.
    fn new(pool: PoolKey, rank: Rank, scope: Scope, demand: &Demand) -> Self {
        Self {
            pool,
            rank,
            scope,
            units: demand.units,
            needs: demand.needs.clone(),
            ready: Heap::default(),
            there: 0,
            free: 0,
            revived: 0,
            merits: BTreeMap::new(),
            lines: Heap::default(),
            users: 0,
            rolling: 0,
            refusing: 0,
        }
    }

    /// Its name among the segments of its pool.
    fn name(&self) -> (Rank, Scope, Demand) {
        let demand = Demand { units: self.units, needs: self.needs.clone() };
        (self.rank, self.scope, demand)
    }

    /// Where a line stands among those that reach the segment.
    pub(crate) fn line_rank(&self, home: Serial, line: LineId, head: Place) -> LineRank {
        let foreign = match self.scope {
            Scope::Own => false,
            Scope::Of(serial) => serial != home,
        };
        LineRank { foreign, head, level: line.level }
    }

    /// Whether somebody's leaving, or having their hands full, may have stranded chats.
    pub(crate) const fn may_strand(&self) -> bool {
        self.there == 0 || self.refusing > 0 || (self.rolling > 0 && self.free == 0)
    }

    /// Where an operator who stands here belongs among the others.
    #[inline]
    pub(crate) fn key(&self, figures: Figures) -> RankKey {
        match plain_key(figures, self.rank) {
            Some(key) => key,
            None => self.key_by_merit(figures),
        }
    }

    /// Out of the way: most orders look at nothing that only the segment knows.
    #[inline(never)]
    fn key_by_merit(&self, figures: Figures) -> RankKey {
        let merit = self.merits.get(&figures.registration).copied().unwrap_or_default();
        rank_key(figures, self.rank, merit)
    }

    /// Puts an operator who is ready, and was before, where they belong among the others.
    #[inline]
    pub(crate) fn rank_anew(&mut self, stands: Handle, figures: Figures) {
        // Broadcasts come in the order of registration, which never changes.
        if self.rank != Rank::All {
            self.ready.update(stands, self.key(figures));
        }
    }

    /// Puts an operator where they belong among those who are ready, or takes them out.
    pub(crate) fn place_ready(
        &mut self,
        operator: OperatorKey,
        stands: Option<Handle>,
        figures: Figures,
        stand: Stand,
    ) -> Option<Handle> {
        match (stands, stand.ready_for(self)) {
            (Some(handle), true) => self.rank_anew(handle, figures),
            (None, true) => {
                return Some(self.ready.insert(self.key(figures), operator));
            }
            (Some(handle), false) => {
                self.ready.remove(handle);
                return None;
            }
            (None, false) => {}
        }
        stands
    }

    /// Counts an operator as what they are after, and no more as what they were before. Returns
    /// whether that revives it: somebody is there, or free, after nobody was.
    #[must_use]
    pub(crate) fn count(&mut self, before: Stand, after: Stand) -> bool {
        let (was_free, is_free) = (before.free_for(self.units), after.free_for(self.units));
        let revives = (self.there == 0 && after.there) || (self.free == 0 && is_free);
        self.there = self.there + u32::from(after.there) - u32::from(before.there);
        self.free = self.free + u32::from(is_free) - u32::from(was_free);
        revives
    }
}

impl Stand {
    /// Whether they have room for a chat at all.
    pub(crate) const fn is_free(self) -> bool {
        self.room > 0
    }

    /// Whether they have room for a chat of so many units, which are at least one.
    pub(crate) const fn free_for(self, units: u16) -> bool {
        self.room >= units
    }

    pub(crate) const fn ready_for(self, segment: &Segment) -> bool {
        let hears = match segment.rank {
            Rank::All => self.listening,
            Rank::By(_) | Rank::Proficient(_) => true,
        };
        hears && self.free_for(segment.units)
    }
}

/// Segments, and who stands in them.
impl Router {
    /// The segment of a pool in this rank and scope, of those who have what is asked; made, with all
    /// who stand there, if new.
    pub(crate) fn segment(
        &mut self,
        pool: PoolKey,
        rank: Rank,
        scope: Scope,
        demand: &Demand,
    ) -> SegmentKey {
        let name = (rank, scope, demand.clone());
        if let Some(&segment) = self.pools[pool].segments.get(&name) {
            return segment;
        }
        let segment = self.segments.insert(Segment::new(pool, rank, scope, demand));
        self.pools[pool].segments.insert(name, segment);
        let members: Vec<OperatorKey> = self.members(pool).collect();
        for operator in members {
            self.stand(operator, segment);
        }
        segment
    }

    /// A level reaches a segment no more; the last one takes it away.
    pub(crate) fn release_segment(&mut self, key: SegmentKey) {
        let segment = &mut self.segments[key];
        segment.users -= 1;
        if segment.users > 0 {
            return;
        }
        let (pool, name) = (segment.pool, segment.name());
        let members: Vec<OperatorKey> = self.members(pool).collect();
        for operator in members {
            self.unstand(operator, key);
        }
        self.pools[pool].segments.remove(&name);
        self.segments.remove(key);
    }

    /// Whether an operator of a segment's pool is part of the segment.
    pub(crate) fn admits(&self, segment: SegmentKey, operator: OperatorKey) -> bool {
        let segment = &self.segments[segment];
        let Operator { institution, ref skills, .. } = self.operators[operator];
        if !fits(skills, &segment.needs) {
            return false;
        }
        match (segment.scope, self.pools[segment.pool].of) {
            (Scope::Own, PoolOf::Queue(queue)) => self.may_ring(queue, institution),
            (Scope::Own, PoolOf::Group | PoolOf::Names) => false,
            (Scope::Of(serial), _) => self.institutions[institution].serial == serial,
        }
    }

    /// An operator takes their place in a segment, if it admits them and they have none yet.
    pub(crate) fn stand(&mut self, operator: OperatorKey, segment: SegmentKey) {
        if self.stands(operator, segment) || !self.admits(segment, operator) {
            return;
        }
        let stand = self.stand_in(operator, segment);
        let figures = Figures::of(&self.operators[operator]);
        let merit = self.merit(operator, segment);
        let place = &mut self.segments[segment];
        if let Some(merit) = merit {
            place.merits.insert(figures.registration, merit);
        }
        if place.count(Stand::default(), stand) {
            place.revived = self.counters.next_turn();
        }
        let handle = place.place_ready(operator, None, figures, stand);
        let units = place.units;
        let operator_state = &mut self.operators[operator];
        operator_state.standings.push(Standing { segment, handle, room: stand.room });
        operator_state.dearest = operator_state.dearest.max(units);
        self.work.operators.push(operator);
        self.work.turned.extend((self.watched > 0).then_some(segment));
    }

    /// What a segment has to know of an operator besides what they are, if it looks at that.
    fn merit(&self, operator: OperatorKey, segment: SegmentKey) -> Option<Merit> {
        let Segment { rank, pool, ref needs, .. } = self.segments[segment];
        let member = rank.has_merits().then(|| self.member_key(operator))?;
        let seat = self.pools[pool].members.get(&member)?.seat;
        Some(Merit::new(seat, proficiency(&self.operators[operator].skills, needs)))
    }

    /// Somebody has other skills: they stand where those are asked for, and nowhere else.
    pub(crate) fn stand_by_skills(&mut self, operator: OperatorKey) {
        let member = self.member_key(operator);
        for pool in self.pools_of(operator) {
            if !self.pools[pool].members.contains_key(&member) {
                continue;
            }
            for segment in self.segments_of(pool) {
                if !self.admits(segment, operator) {
                    self.unstand(operator, segment);
                    continue;
                }
                self.stand(operator, segment);
                let anew = self.merit(operator, segment);
                if let (Some(anew), Some(merit)) =
                    (anew, self.segments[segment].merits.get_mut(&member.1))
                {
                    merit.proficiency = anew.proficiency;
                }
            }
        }
        self.restand(operator);
        self.withdraw_unreached_of(operator);
    }

    pub(crate) fn unstand(&mut self, operator: OperatorKey, segment: SegmentKey) {
        let standings = &mut self.operators[operator].standings;
        let Some(at) = standings.iter().position(|s| s.segment == segment) else {
            return;
        };
        let standing = standings.swap_remove(at);
        let Operator { mut stand, limited, .. } = self.operators[operator];
        if limited {
            stand.room = standing.room;
        }
        let registration = self.operators[operator].serial;
        let place = &mut self.segments[segment];
        place.merits.remove(&registration);
        // Nobody comes by going.
        let _ = place.count(stand, Stand::default());
        if let Some(handle) = standing.handle {
            place.ready.remove(handle);
        }
        self.work.segments.push(segment);
        self.work.turned.extend((self.watched > 0).then_some(segment));
        self.work.chats.extend(self.operators[operator].preferred_by.values());
    }

    /// The key of a segment that is no more.
    pub(crate) fn gone_segment(&mut self) -> SegmentKey {
        let pool = self.new_pool(PoolOf::Names);
        let segment = Segment::new(pool, Rank::All, Scope::Own, &Demand::ORDINARY);
        let key = self.segments.insert(segment);
        self.segments.remove(key);
        self.pools.remove(pool);
        key
    }

    /// Turns have changed by which a segment ranks its operators.
    pub(crate) fn rank_by_merit(&mut self, key: SegmentKey) {
        if self.segments[key].merits.is_empty() {
            return;
        }
        let members: Vec<OperatorKey> = self.members(self.segments[key].pool).collect();
        for operator in members {
            let Self { operators, segments, .. } = self;
            let standing = operators[operator].standings.iter().find(|s| s.segment == key);
            if let Some(handle) = standing.and_then(|standing| standing.handle) {
                segments[key].rank_anew(handle, Figures::of(&operators[operator]));
            }
        }
    }

    pub(crate) fn stands(&self, operator: OperatorKey, segment: SegmentKey) -> bool {
        self.operators[operator].standings.iter().any(|s| s.segment == segment)
    }
}
