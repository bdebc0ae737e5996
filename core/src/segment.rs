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
use crate::directory::{OperatorKey, QueueKey, Serial};
use crate::heap::{Handle, Heap};
use crate::policy::{Order, Ring};
use crate::rank::{Figures, RankKey, rank_key};
use crate::router::Router;
use crate::table::Key;

pub(crate) type PoolKey = Key<Pool>;
pub(crate) type SegmentKey = Key<Segment>;

/// A level of a queue, as the place where its chats stand in line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct LineId {
    pub(crate) queue: QueueKey,
    pub(crate) level: u8,
}

/// Where operators come from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pool {
    pub(crate) of: PoolOf,
    /// By institution, then registration.
    pub(crate) members: BTreeMap<(Serial, Serial), OperatorKey>,
    pub(crate) segments: BTreeMap<(Rank, Scope), SegmentKey>,
    /// The levels that name it, by the queue's registration and the level.
    pub(crate) named_by: BTreeMap<(Serial, u8), LineId>,
}

/// Whose operators a pool has.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum PoolOf {
    /// Those assigned to a queue who have opted in.
    Queue(QueueKey),
    /// Those of a group.
    Group,
    /// Those whom one level names.
    Names,
}

/// In which order a segment keeps its operators.
#[derive(Clone, Copy, Debug, Eq, Ord, PartialEq, PartialOrd)]
pub(crate) enum Rank {
    /// For broadcasts: by registration, and only those who have room for one more.
    All,
    By(Order),
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
    /// The turn at which somebody came or was free last, after nobody had been.
    pub(crate) revived: u64,
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
}

/// What the segments know of an operator.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Stand {
    /// Their presence allows offers.
    pub(crate) there: bool,
    /// They have room for a chat besides.
    pub(crate) free: bool,
    /// They have room for a broadcast besides.
    pub(crate) listening: bool,
}

impl Segment {
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

    /// Puts an operator who is ready, and was before, where they belong among the others.
    pub(crate) fn rank_anew(&mut self, stands: Handle, figures: Figures) {
        // Broadcasts come in the order of registration, which never changes.
        if self.rank != Rank::All {
            self.ready.update(stands, rank_key(figures, self.rank));
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
        match (stands, stand.ready_for(self.rank)) {
            (Some(handle), true) => self.rank_anew(handle, figures),
            (None, true) => {
                return Some(self.ready.insert(rank_key(figures, self.rank), operator));
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
        let revives = (self.there == 0 && after.there) || (self.free == 0 && after.free);
        self.there = self.there + u32::from(after.there) - u32::from(before.there);
        self.free = self.free + u32::from(after.free) - u32::from(before.free);
        revives
    }
}

impl Rank {
    pub(crate) const fn of(ring: Ring) -> Self {
        match ring {
            Ring::All { .. } => Self::All,
            Ring::Best { order, .. } => Self::By(order),
        }
    }
}

impl Stand {
    pub(crate) const fn ready_for(self, rank: Rank) -> bool {
        match rank {
            Rank::All => self.listening,
            Rank::By(_) => self.free,
        }
    }
}

/// Pools, and who is in them.
impl Router {
    pub(crate) fn new_pool(&mut self, of: PoolOf) -> PoolKey {
        self.pools.insert(Pool {
            of,
            members: BTreeMap::new(),
            segments: BTreeMap::new(),
            named_by: BTreeMap::new(),
        })
    }

    /// An operator becomes a member of a pool, and stands wherever it is reached.
    pub(crate) fn join_pool(&mut self, pool: PoolKey, operator: OperatorKey) {
        let key = self.member_key(operator);
        if self.pools[pool].members.insert(key, operator).is_some() {
            return;
        }
        for segment in self.segments_of(pool) {
            self.stand(operator, segment);
        }
        if self.members_of(pool, key.0).nth(1).is_none() {
            self.institutions_changed(pool);
        }
    }

    /// An operator leaves a pool, and loses the offers that reached them by it alone.
    pub(crate) fn leave_pool(&mut self, pool: PoolKey, operator: OperatorKey) {
        let key = self.member_key(operator);
        if self.pools[pool].members.remove(&key).is_none() {
            return;
        }
        for segment in self.segments_of(pool) {
            self.unstand(operator, segment);
        }
        self.withdraw_unreached_of(operator);
        if self.members_of(pool, key.0).next().is_none() {
            self.institutions_changed(pool);
        }
    }

    /// Somebody was the first of their institution in a pool, or the last: the levels of other
    /// queues reach it by institution.
    fn institutions_changed(&mut self, pool: PoolKey) {
        let named_by: Vec<LineId> = self.pools[pool].named_by.values().copied().collect();
        for line in named_by {
            if self.pools[pool].of != PoolOf::Queue(line.queue) {
                self.reach_again(line);
            }
        }
    }

    /// The members of a pool who are of one institution.
    pub(crate) fn members_of(
        &self,
        pool: PoolKey,
        institution: Serial,
    ) -> impl Iterator<Item = OperatorKey> {
        let all = (institution, Serial::MIN)..=(institution, Serial::MAX);
        self.pools[pool].members.range(all).map(|(_, &operator)| operator)
    }

    pub(crate) fn member_key(&self, operator: OperatorKey) -> (Serial, Serial) {
        let operator = &self.operators[operator];
        (self.institutions[operator.institution].serial, operator.serial)
    }

    fn segments_of(&self, pool: PoolKey) -> Vec<SegmentKey> {
        self.pools[pool].segments.values().copied().collect()
    }
}

/// Segments, and who stands in them.
impl Router {
    /// The segment of a pool in this rank and scope; made, with all who stand there, if new.
    pub(crate) fn segment(&mut self, pool: PoolKey, rank: Rank, scope: Scope) -> SegmentKey {
        if let Some(&segment) = self.pools[pool].segments.get(&(rank, scope)) {
            return segment;
        }
        let segment = self.segments.insert(Segment {
            pool,
            rank,
            scope,
            ready: Heap::default(),
            there: 0,
            free: 0,
            revived: 0,
            lines: Heap::default(),
            users: 0,
            rolling: 0,
            refusing: 0,
        });
        self.pools[pool].segments.insert((rank, scope), segment);
        let members: Vec<OperatorKey> = self.pools[pool].members.values().copied().collect();
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
        let (pool, rank, scope) = (segment.pool, segment.rank, segment.scope);
        let members: Vec<OperatorKey> = self.pools[pool].members.values().copied().collect();
        for operator in members {
            self.unstand(operator, key);
        }
        self.pools[pool].segments.remove(&(rank, scope));
        self.segments.remove(key);
    }

    /// Whether an operator of a segment's pool is part of the segment.
    pub(crate) fn admits(&self, segment: SegmentKey, operator: OperatorKey) -> bool {
        let segment = &self.segments[segment];
        let institution = self.operators[operator].institution;
        match (segment.scope, self.pools[segment.pool].of) {
            (Scope::Own, PoolOf::Queue(queue)) => self.may_staff(queue, institution),
            (Scope::Own, PoolOf::Group | PoolOf::Names) => false,
            (Scope::Of(serial), _) => self.institutions[institution].serial == serial,
        }
    }

    /// An operator takes their place in a segment, if it admits them and they have none yet.
    pub(crate) fn stand(&mut self, operator: OperatorKey, segment: SegmentKey) {
        if self.stands(operator, segment) || !self.admits(segment, operator) {
            return;
        }
        let stand = self.operators[operator].stand;
        let figures = Figures::of(&self.operators[operator]);
        let place = &mut self.segments[segment];
        if place.count(Stand::default(), stand) {
            place.revived = self.counters.next_turn();
        }
        let handle = place.place_ready(operator, None, figures, stand);
        self.operators[operator].standings.push(Standing { segment, handle });
        self.work.operators.push(operator);
    }

    pub(crate) fn unstand(&mut self, operator: OperatorKey, segment: SegmentKey) {
        let standings = &mut self.operators[operator].standings;
        let Some(at) = standings.iter().position(|s| s.segment == segment) else {
            return;
        };
        let standing = standings.swap_remove(at);
        let stand = self.operators[operator].stand;
        let place = &mut self.segments[segment];
        // Nobody comes by going.
        let _ = place.count(stand, Stand::default());
        if let Some(handle) = standing.handle {
            place.ready.remove(handle);
        }
        self.work.segments.push(segment);
    }

    pub(crate) fn stands(&self, operator: OperatorKey, segment: SegmentKey) -> bool {
        self.operators[operator].standings.iter().any(|s| s.segment == segment)
    }
}
