//! Which segments a level reaches. An ended grant takes its line off a segment, and no chat is
//! touched for it.

use alloc::boxed::Box;
use alloc::vec::Vec;

use smallvec::{SmallVec, smallvec};

use crate::deadline::Due;
use crate::directory::{InstitutionKey, QueueKey, Serial};
use crate::event::Withdrawal;
use crate::heap::Handle;
use crate::lane::Lane;
use crate::policy::{After, Entering, OnlyWhen, Ring, Source, WhenBusy};
use crate::pool::{PoolKey, PoolOf};
use crate::queue_state::Timetable;
use crate::rank::{Rank, Seat};
use crate::router::Router;
use crate::segment::{LevelId, LineId, Scope, SegmentKey};
use crate::skills::{ChatNeeds, Demand, Needs};
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
    /// What it asks of everybody, and how what a chat asks besides counts.
    pub(crate) needs: Needs,
    pub(crate) chat_needs: ChatNeeds,
    pub(crate) when: When,
    /// The pools that it names, in the order of the policy.
    pub(crate) sources: Vec<PoolKey>,
    /// Its chats by what they ask; first those that ask nothing besides what the level does.
    pub(crate) lanes: SmallVec<[Lane; 1]>,
}

/// When a level is active.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum When {
    Open,
    Closed,
    Always,
    Hours(Box<Timetable>),
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

    /// Whether chats may enter it while the queue is open or not: those who were admitted while it
    /// was, or the others.
    pub(crate) fn is_active(&self, open: bool, admitted: bool) -> bool {
        match &self.when {
            When::Open => open || admitted,
            When::Closed => !open,
            When::Always => true,
            When::Hours(timetable) => timetable.open,
        }
    }

    /// How a lane counts at the segments that it reaches: as one that rolls on while all are busy,
    /// and as one with chats that somebody refused.
    pub(crate) fn weight(&self, lane: &Lane) -> (u32, u32) {
        let rolls = self.rolls && self.when_busy == WhenBusy::RollOn;
        (u32::from(rolls), u32::from(lane.line.refused.len() > 0))
    }
}

impl Router {
    pub(crate) fn level(&self, line: LineId) -> &Level {
        &self.queues[line.queue].levels[usize::from(line.level)]
    }

    pub(crate) fn lane(&self, line: LineId) -> &Lane {
        &self.level(line).lanes[line.lane as usize]
    }

    pub(crate) fn lane_mut(&mut self, line: LineId) -> &mut Lane {
        let level = &mut self.queues[line.queue].levels[usize::from(line.level)];
        &mut level.lanes[line.lane as usize]
    }

    /// Puts a queue's levels to work, as its policy says.
    pub(crate) fn open_levels(&mut self, queue: QueueKey) {
        let policy = self.queues[queue].policy.clone();
        let last = policy.levels.len() - 1;
        for (level, plan) in (0..).zip(policy.levels) {
            let rolls = usize::from(level) < last || policy.after != After::KeepWaiting;
            let when = self.when(LevelId { queue, level }, plan.only_when);
            let needs = Needs::of(&plan.needs);
            let ordinary = Demand { needs: needs.clone(), ..Demand::ORDINARY };
            self.queues[queue].levels.push(Level {
                ring: plan.ring,
                when_busy: plan.when_busy,
                rolls,
                wait: plan.wait.filter(|_| rolls),
                entry: plan.entry,
                when,
                needs,
                chat_needs: plan.chat_needs,
                sources: Vec::new(),
                lanes: smallvec![Lane::new(ordinary)],
            });
            let level = LevelId { queue, level };
            for source in &plan.pool {
                self.name_pool(level, source);
            }
            self.reach_again(level.lane(0), &Withdrawal::PolicyChanged);
        }
    }

    fn when(&mut self, level: LevelId, plan: OnlyWhen) -> When {
        match plan {
            OnlyWhen::Open => When::Open,
            OnlyWhen::Closed => When::Closed,
            OnlyWhen::Always => When::Always,
            OnlyWhen::Hours(own) => {
                let schedule = own.hours.schedule(&own.holidays, &mut self.zones);
                let schedule = schedule.expect("the policy was checked before");
                let due = Due::LevelHours(level.queue, level.level);
                When::Hours(Box::new(Timetable::new(schedule, self.now, &mut self.timers, due)))
            }
        }
    }

    fn name_pool(&mut self, level: LevelId, source: &Source) {
        let known = "the policy was checked before";
        let pool = match source {
            Source::Assigned => self.queues[level.queue].pool,
            Source::Queue { queue } => self.queues[self.queues.find(queue).expect(known)].pool,
            Source::Group { group } => self.groups[self.groups.find(group).expect(known)].pool,
            Source::Operators { operators } => {
                let pool = self.new_pool(PoolOf::Names);
                for (rank, operator) in operators.iter().enumerate() {
                    let operator = self.operators.find(operator).expect(known);
                    if !self.pools[pool].members.contains_key(&self.member_key(operator)) {
                        self.operators[operator].named.push(pool);
                        self.join_pool(pool, operator, Seat::in_list(rank));
                    }
                }
                pool
            }
        };
        let key = (self.queues[level.queue].serial, level.level);
        self.pools[pool].named_by.insert(key, level);
        let levels = &mut self.queues[level.queue].levels;
        levels[usize::from(level.level)].sources.push(pool);
    }

    /// Takes a queue's levels out of work. Their lines are empty by then.
    pub(crate) fn close_levels(&mut self, queue: QueueKey) {
        let serial = self.queues[queue].serial;
        for (number, level) in (0..).zip(core::mem::take(&mut self.queues[queue].levels)) {
            for lane in &level.lanes {
                for reached in &lane.reached {
                    self.leave_segment(level.weight(lane), reached.segment);
                }
            }
            if let When::Hours(timetable) = level.when {
                self.cancel(timetable.changes);
            }
            for pool in level.sources {
                self.pools[pool].named_by.remove(&(serial, number));
                if self.pools[pool].of == PoolOf::Names {
                    self.drop_names(pool);
                }
            }
        }
    }

    /// A lane without chats goes, and lets its segments go.
    pub(crate) fn release_lane(&mut self, line: LineId) {
        let weight = self.weight(line);
        for reached in core::mem::take(&mut self.lane_mut(line).reached) {
            self.leave_segment(weight, reached.segment);
        }
    }

    fn leave_segment(&mut self, (rolls, refuses): (u32, u32), segment: SegmentKey) {
        self.segments[segment].rolling -= rolls;
        self.segments[segment].refusing -= refuses;
        self.release_segment(segment);
    }

    /// The names in a level go with it.
    fn drop_names(&mut self, pool: PoolKey) {
        let gone = self.pools.remove(pool).expect("a level names its own names once");
        for member in gone.members.into_values() {
            self.operators[member.operator].named.retain(|&names| names != pool);
        }
    }

    /// Works out anew which segments a level reaches, after a change of its pools, of a grant, or of
    /// a queue that it names. Whoever is reached no more is told that as the reason.
    pub(crate) fn reach_level_again(&mut self, level: LevelId, reason: &Withdrawal) {
        for line in self.lines_of(level) {
            self.reach_again(line, reason);
        }
    }

    /// The lines of a level, one for each lane.
    pub(crate) fn lines_of(&self, level: LevelId) -> impl Iterator<Item = LineId> + use<> {
        let lanes = self.level(level.lane(0)).lanes.len();
        (0..u32::try_from(lanes).unwrap_or(u32::MAX)).map(move |lane| level.lane(lane))
    }

    pub(crate) fn reach_again(&mut self, line: LineId, reason: &Withdrawal) {
        let rank = Rank::of(self.level(line).ring);
        let demand = self.lane(line).demand.clone();
        let mut wanted: Vec<SegmentKey> = Vec::new();
        for (pool, scope) in self.scopes(line.level()) {
            let segment = self.segment(pool, rank, scope, &demand);
            if !wanted.contains(&segment) {
                wanted.push(segment);
            }
        }
        let head = self.lane(line).line.head();
        for &segment in &wanted {
            let (rolls, refuses) = self.weight(line);
            let segment = &mut self.segments[segment];
            segment.users += 1;
            segment.rolling += rolls;
            segment.refusing += refuses;
        }
        let before = core::mem::take(&mut self.lane_mut(line).reached);
        for &Reached { segment, handle } in &before {
            if let Some(handle) = handle {
                self.segments[segment].lines.remove(handle);
            }
            self.leave_segment(self.weight(line), segment);
        }
        for &segment in &wanted {
            let home = self.home_of(line);
            let handle = head.map(|head| {
                let segment = &mut self.segments[segment];
                segment.lines.insert(segment.line_rank(home, line, head), line)
            });
            self.lane_mut(line).reached.push(Reached { segment, handle });
        }
        if before.iter().any(|reached| !wanted.contains(&reached.segment)) {
            self.withdraw_unreached_in(line.queue, reason);
        }
        self.redispatch_line(line);
        self.mark_watched(line.queue);
    }

    fn weight(&self, line: LineId) -> (u32, u32) {
        self.level(line).weight(self.lane(line))
    }

    /// The scopes of its pools that a level may reach, in the order of the policy.
    pub(crate) fn scopes(&self, level: LevelId) -> Vec<(PoolKey, Scope)> {
        let mut scopes = Vec::new();
        for &pool in &self.level(level.lane(0)).sources {
            if self.pools[pool].of == PoolOf::Queue(level.queue) {
                scopes.push((pool, Scope::Own));
                continue;
            }
            if let PoolOf::Queue(other) = self.pools[pool].of
                && !self.queues[other].is_open()
            {
                continue;
            }
            for institution in self.institutions_in(pool) {
                if self.may_ring(level.queue, institution) {
                    scopes.push((pool, Scope::Of(self.institutions[institution].serial)));
                }
            }
        }
        scopes
    }

    /// Whether a level names operators of a partner who answers as many chats as it may: they are as
    /// good as busy then, whoever is free.
    pub(crate) fn names_capped(&self, level: LevelId) -> bool {
        // Most have no partner with a cap at all.
        if self.institutions[self.queues[level.queue].institution].capped == 0 {
            return false;
        }
        let mut sources = self.level(level.lane(0)).sources.iter();
        sources.any(|&pool| {
            let partners = self.institutions_in(pool).into_iter();
            partners.into_iter().any(|partner| self.is_at_cap(level.queue, partner))
        })
    }

    /// The institutions whose operators are in a pool, in the order of registration.
    fn institutions_in(&self, pool: PoolKey) -> Vec<InstitutionKey> {
        let members = &self.pools[pool].members;
        let mut institutions = Vec::new();
        let mut next = members.first_key_value();
        while let Some((&(serial, _), member)) = next {
            institutions.push(self.operators[member.operator].institution);
            next = members.range((serial, Serial::MAX)..).next();
        }
        institutions
    }

    /// The institution of a line's queue.
    pub(crate) fn home_of(&self, line: LineId) -> Serial {
        self.institutions[self.queues[line.queue].institution].serial
    }
}
