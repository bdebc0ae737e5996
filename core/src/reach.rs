//! Which segments a level reaches. An ended grant takes its line off a segment, and no chat is
//! touched for it.

use alloc::vec::Vec;

use smallvec::SmallVec;

use crate::directory::{InstitutionKey, QueueKey, Serial};
use crate::heap::Handle;
use crate::line::Line;
use crate::policy::{After, Entering, Ring, Source, WhenBusy};
use crate::router::Router;
use crate::segment::{LineId, PoolKey, PoolOf, Rank, Scope, SegmentKey};
use crate::time::Span;

/// What a level of a policy becomes when it is put to work.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Level {
    pub(crate) ring: Ring,
    pub(crate) when_busy: WhenBusy,
    /// Whether chats leave it where nobody could be offered them: not the last of those who wait
    /// for ever.
    pub(crate) rolls: bool,
    /// How long they stay, if they leave it at all.
    pub(crate) wait: Option<Span>,
    pub(crate) entry: Entering,
    /// Those of the segments of its sources that it reaches.
    pub(crate) reached: SmallVec<[Reached; 2]>,
    /// The pools that it names, in the order of the policy.
    pub(crate) sources: Vec<PoolKey>,
    /// The turn at which a chat first passed it over, since nobody was there.
    pub(crate) passed_over: Option<u64>,
    pub(crate) line: Line,
}

/// A segment that a level reaches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Reached {
    pub(crate) segment: SegmentKey,
    /// Where the line stands among the lines of the segment, while it is not empty.
    pub(crate) handle: Option<Handle>,
}

impl Level {
    pub(crate) const fn rings_all(&self) -> bool {
        matches!(self.ring, Ring::All { .. })
    }

    /// How it counts at the segments that it reaches: as one that rolls on while all are busy, and
    /// as one with chats that somebody refused.
    pub(crate) fn weight(&self) -> (u32, u32) {
        let rolls = self.rolls && self.when_busy == WhenBusy::RollOn;
        (u32::from(rolls), u32::from(self.line.refused.len() > 0))
    }
}

impl Router {
    pub(crate) fn level(&self, line: LineId) -> &Level {
        &self.queues[line.queue].levels[usize::from(line.level)]
    }

    pub(crate) fn level_mut(&mut self, line: LineId) -> &mut Level {
        &mut self.queues[line.queue].levels[usize::from(line.level)]
    }

    /// Puts a queue's levels to work, as its policy says.
    pub(crate) fn open_levels(&mut self, queue: QueueKey) {
        let policy = self.queues[queue].policy.clone();
        let last = policy.levels.len() - 1;
        for (level, plan) in (0..).zip(policy.levels) {
            let rolls = usize::from(level) < last || policy.after != After::KeepWaiting;
            self.queues[queue].levels.push(Level {
                ring: plan.ring,
                when_busy: plan.when_busy,
                rolls,
                wait: plan.wait.filter(|_| rolls),
                entry: plan.entry,
                reached: SmallVec::new(),
                sources: Vec::new(),
                passed_over: None,
                line: Line::default(),
            });
            let line = LineId { queue, level };
            for source in &plan.pool {
                self.name_pool(line, source);
            }
            self.reach_again(line);
        }
    }

    fn name_pool(&mut self, line: LineId, source: &Source) {
        let known = "the policy was checked before";
        let pool = match source {
            Source::Assigned => self.queues[line.queue].pool,
            Source::Queue { queue } => self.queues[self.queues.find(queue).expect(known)].pool,
            Source::Group { group } => self.groups[self.groups.find(group).expect(known)].pool,
            Source::Operators { operators } => {
                let pool = self.new_pool(PoolOf::Names);
                for operator in operators {
                    let operator = self.operators.find(operator).expect(known);
                    if !self.pools[pool].members.contains_key(&self.member_key(operator)) {
                        self.operators[operator].named += 1;
                        self.join_pool(pool, operator);
                    }
                }
                pool
            }
        };
        let key = (self.queues[line.queue].serial, line.level);
        self.pools[pool].named_by.insert(key, line);
        self.level_mut(line).sources.push(pool);
    }

    /// Takes a queue's levels out of work. Their lines are empty by then.
    pub(crate) fn close_levels(&mut self, queue: QueueKey) {
        let serial = self.queues[queue].serial;
        for (number, level) in (0..).zip(core::mem::take(&mut self.queues[queue].levels)) {
            for reached in &level.reached {
                self.leave_segment(level.weight(), reached.segment);
            }
            for pool in level.sources {
                self.pools[pool].named_by.remove(&(serial, number));
                if self.pools[pool].of == PoolOf::Names {
                    self.drop_names(pool);
                }
            }
        }
    }

    fn leave_segment(&mut self, (rolls, refuses): (u32, u32), segment: SegmentKey) {
        self.segments[segment].rolling -= rolls;
        self.segments[segment].refusing -= refuses;
        self.release_segment(segment);
    }

    /// The names in a level go with it.
    fn drop_names(&mut self, pool: PoolKey) {
        let pool = self.pools.remove(pool).expect("a level names its own names once");
        for operator in pool.members.into_values() {
            self.operators[operator].named -= 1;
        }
    }

    /// Works out anew which segments a level reaches, after a change of its pools or of a grant.
    pub(crate) fn reach_again(&mut self, line: LineId) {
        let rank = Rank::of(self.level(line).ring);
        let mut wanted: Vec<SegmentKey> = Vec::new();
        for (pool, scope) in self.scopes(line) {
            let segment = self.segment(pool, rank, scope);
            if !wanted.contains(&segment) {
                wanted.push(segment);
            }
        }
        let head = self.level(line).line.head();
        for &segment in &wanted {
            let (rolls, refuses) = self.level(line).weight();
            let segment = &mut self.segments[segment];
            segment.users += 1;
            segment.rolling += rolls;
            segment.refusing += refuses;
        }
        let before = core::mem::take(&mut self.level_mut(line).reached);
        for &Reached { segment, handle } in &before {
            if let Some(handle) = handle {
                self.segments[segment].lines.remove(handle);
            }
            let weight = self.level(line).weight();
            self.leave_segment(weight, segment);
        }
        for &segment in &wanted {
            let home = self.home_of(line);
            let handle = head.map(|head| {
                let segment = &mut self.segments[segment];
                segment.lines.insert(segment.line_rank(home, line, head), line)
            });
            self.level_mut(line).reached.push(Reached { segment, handle });
        }
        if before.iter().any(|reached| !wanted.contains(&reached.segment)) {
            self.withdraw_unreached_in(line.queue);
        }
        self.redispatch_line(line);
    }

    /// The scopes of its pools that a level may reach, in the order of the policy.
    pub(crate) fn scopes(&self, line: LineId) -> Vec<(PoolKey, Scope)> {
        let mut scopes = Vec::new();
        for &pool in &self.level(line).sources {
            if self.pools[pool].of == PoolOf::Queue(line.queue) {
                scopes.push((pool, Scope::Own));
                continue;
            }
            for institution in self.institutions_in(pool) {
                if self.may_staff(line.queue, institution) {
                    scopes.push((pool, Scope::Of(self.institutions[institution].serial)));
                }
            }
        }
        scopes
    }

    /// The institutions whose operators are in a pool, in the order of registration.
    fn institutions_in(&self, pool: PoolKey) -> Vec<InstitutionKey> {
        let members = &self.pools[pool].members;
        let mut institutions = Vec::new();
        let mut next = members.first_key_value();
        while let Some((&(serial, _), &operator)) = next {
            institutions.push(self.operators[operator].institution);
            next = members.range((serial, Serial::MAX)..).next();
        }
        institutions
    }

    /// The institution of a line's queue.
    pub(crate) fn home_of(&self, line: LineId) -> Serial {
        self.institutions[self.queues[line.queue].institution].serial
    }
}
