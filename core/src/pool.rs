//! Where operators come from: a queue's staff, a group, the names in a level.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use crate::directory::{OperatorKey, QueueKey, Serial};
use crate::event::Withdrawal;
use crate::rank::{Rank, Seat};
use crate::router::Router;
use crate::segment::{LevelId, Scope, SegmentKey};
use crate::skills::Demand;
use crate::table::Key;

pub(crate) type PoolKey = Key<Pool>;

/// Where operators come from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Pool {
    pub(crate) of: PoolOf,
    /// By institution, then registration.
    pub(crate) members: BTreeMap<(Serial, Serial), Member>,
    pub(crate) segments: BTreeMap<(Rank, Scope, Demand), SegmentKey>,
    /// The levels that name it, by the queue's registration and the level.
    pub(crate) named_by: BTreeMap<(Serial, u8), LevelId>,
}

/// Somebody in a pool.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Member {
    pub(crate) operator: OperatorKey,
    pub(crate) seat: Seat,
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

/// Who is in them.
impl Router {
    pub(crate) fn new_pool(&mut self, of: PoolOf) -> PoolKey {
        self.pools.insert(Pool {
            of,
            members: BTreeMap::new(),
            segments: BTreeMap::new(),
            named_by: BTreeMap::new(),
        })
    }

    /// An operator becomes a member of a pool, and stands wherever it is reached; or has another
    /// seat there than before.
    pub(crate) fn join_pool(&mut self, pool: PoolKey, operator: OperatorKey, seat: Seat) {
        let key = self.member_key(operator);
        let before = self.pools[pool].members.insert(key, Member { operator, seat });
        if let Some(before) = before {
            if before.seat != seat {
                self.reseat(pool, operator, seat);
            }
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
        let named_by: Vec<LevelId> = self.pools[pool].named_by.values().copied().collect();
        for level in named_by {
            if self.pools[pool].of != PoolOf::Queue(level.queue) {
                self.reach_level_again(level, &Withdrawal::Unassigned);
                continue;
            }
            // A partner at the cap of a grant may be among them, or be so no more.
            for line in self.lines_of(level) {
                self.redispatch_line(line);
            }
            self.mark_watched(level.queue);
        }
    }

    /// The members of a pool who are of one institution.
    pub(crate) fn members_of(
        &self,
        pool: PoolKey,
        institution: Serial,
    ) -> impl Iterator<Item = OperatorKey> {
        let all = (institution, Serial::MIN)..=(institution, Serial::MAX);
        self.pools[pool].members.range(all).map(|(_, member)| member.operator)
    }

    /// All members of a pool.
    pub(crate) fn members(&self, pool: PoolKey) -> impl Iterator<Item = OperatorKey> {
        self.pools[pool].members.values().map(|member| member.operator)
    }

    fn reseat(&mut self, pool: PoolKey, operator: OperatorKey, seat: Seat) {
        let registration = self.operators[operator].serial;
        for segment in self.segments_of(pool) {
            if let Some(merit) = self.segments[segment].merits.get_mut(&registration) {
                merit.reseat(seat);
            }
        }
        self.restand(operator);
    }

    pub(crate) fn member_key(&self, operator: OperatorKey) -> (Serial, Serial) {
        let operator = &self.operators[operator];
        (self.institutions[operator.institution].serial, operator.serial)
    }

    pub(crate) fn segments_of(&self, pool: PoolKey) -> Vec<SegmentKey> {
        self.pools[pool].segments.values().copied().collect()
    }
}
