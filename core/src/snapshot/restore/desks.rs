//! Queues, their levels, and whom those reach.

use alloc::boxed::Box;
use alloc::format;

use super::{Done, Restoring, ensure, found, register};
use crate::about::Abouts;
use crate::directory::{Queue, QueueKey};
use crate::lane::Lane;
use crate::pool::{PoolKey, PoolOf};
use crate::position::Served;
use crate::queue_state::{Openness, QueueState, Timetable};
use crate::reach::When;
use crate::segment::{LevelId, Scope};
use crate::skills::{Demand, Needs};
use crate::snapshot::v1;

impl Restoring<'_> {
    pub(super) fn queue(&mut self, kept: &v1::Queue) -> Done {
        let institution = self.institution_at(kept.institution)?;
        let router = &mut self.router;
        let pool = router.new_pool(PoolOf::Group);
        let mut queue =
            Queue::new(kept.id.clone(), kept.serial, institution, pool, kept.policy.clone());
        queue.about = Abouts::of_queue(kept.profile.clone());
        queue.served = Served::of_parts(kept.served.mean, kept.served.chats);
        let key = register(&mut router.queues, queue)?;
        router.pools[pool].of = PoolOf::Queue(key);
        router.institutions[institution].queues.insert(kept.serial, key);
        self.queues.push(key);
        self.openness(key, kept)
    }

    fn openness(&mut self, key: QueueKey, kept: &v1::Queue) -> Done {
        let hours = match &kept.hours {
            None => None,
            Some(hours) => {
                let (schedule, zones) = self.router.compile(&hours.hours, "")?;
                self.router.zones = zones;
                let timetable = Timetable { schedule, open: hours.open, changes: None };
                Some((Box::new(hours.hours.clone()), timetable))
            }
        };
        if hours.is_some() || kept.by_hand.is_some() {
            let by_hand = kept.by_hand;
            let mut openness = Openness { hours, by_hand, state: QueueState::Open, admitted: 0 };
            openness.state = openness.derived();
            self.router.queues[key].openness = Some(Box::new(openness));
        }
        Ok(())
    }

    /// Puts the levels to work as they were: with those of the lanes that were there.
    pub(super) fn levels(&mut self) -> Done {
        let state = self.state;
        for kept in &state.queues {
            self.router.check_policy(&kept.id, &kept.policy)?;
        }
        for (no, kept) in (0..).zip(&state.queues) {
            let queue = self.queue_at(no)?;
            self.router.open_levels(queue);
            self.router.name_targets(queue, true);
            let levels = self.router.queues[queue].levels.len();
            ensure(levels == kept.levels.len(), || format!("`{}` has {levels} levels", kept.id))?;
            for (level, kept_level) in (0..).zip(&kept.levels) {
                self.level(LevelId { queue, level }, kept_level)?;
            }
        }
        Ok(())
    }

    fn level(&mut self, level: LevelId, kept: &v1::Level) -> Done {
        let queue = &mut self.router.queues[level.queue];
        let plan = &mut queue.levels[usize::from(level.level)];
        match (&mut plan.when, kept.open) {
            (When::Hours(timetable), Some(open)) => {
                (timetable.open, timetable.changes) = (open, None);
            }
            (When::Open | When::Closed | When::Always, None) => {}
            (When::Hours(_) | When::Open | When::Closed | When::Always, _) => {
                let id = queue.id.clone();
                ensure(false, || format!("a level of `{id}` has hours, and has none"))?;
            }
        }
        for (no, kept) in (0..).zip(&kept.lanes) {
            let demand = Demand { units: kept.units, needs: Needs::of(&kept.needs) };
            let plan = &mut self.router.queues[level.queue].levels[usize::from(level.level)];
            let new = self.lanes.insert((level, demand.clone()), no).is_none();
            ensure(new && (no > 0 || plan.lanes[0].demand == demand), || {
                "a level has two lanes for the same, or not the first".into()
            })?;
            if no > 0 {
                plan.lanes.push(Lane::new(demand));
                self.router.reach_again(level.lane(no), &crate::event::Withdrawal::LevelLeft);
            }
            let lane = self.router.lane_mut(level.lane(no));
            lane.remember(kept.passed_over, kept.left);
        }
        ensure(!kept.lanes.is_empty(), || "a level has no lane".into())
    }

    /// What pools remember of turns.
    pub(super) fn segments(&mut self) -> Done {
        let state = self.state;
        for kept in &state.segments {
            let pool = self.pool(kept.pool)?;
            let scope = match kept.institution {
                None => Scope::Own,
                Some(no) => {
                    let institution = self.institution_at(no)?;
                    Scope::Of(self.router.institutions[institution].serial)
                }
            };
            let demand = Demand { units: kept.units, needs: Needs::of(&kept.needs) };
            let name = (kept.rank.into(), scope, demand);
            let key = self.router.pools[pool].segments.get(&name).copied();
            let key = found(key, || "turns are kept for whom no level reaches".into())?;
            self.segments.push(key);
            let merits = kept.merits.iter().map(|kept| {
                let operator = self.operator_at(kept.operator)?;
                Ok((self.router.operators[operator].serial, kept))
            });
            let merits = merits.collect::<Done<alloc::vec::Vec<_>>>()?;
            let segment = &mut self.router.segments[key];
            segment.revived = kept.revived;
            for (serial, kept) in merits {
                let merit = segment.merits.get_mut(&serial);
                let merit = merit.filter(|merit| (1..=merit.seat.weight).contains(&kept.left));
                let merit = found(merit, || "a turn is kept of somebody who has none".into())?;
                *merit = merit.with_turns((kept.left, kept.turn, kept.turn_before));
            }
        }
        let all = self.router.segments.len();
        ensure(self.segments.len() == all, || "not all turns are kept".into())?;
        for at in 0..self.segments.len() {
            self.router.rank_by_merit(self.segments[at]);
        }
        Ok(())
    }

    fn pool(&self, pool: v1::Pool) -> Done<PoolKey> {
        match pool {
            v1::Pool::Queue(no) => Ok(self.router.queues[self.queue_at(no)?].pool),
            v1::Pool::Group(no) => Ok(self.router.groups[self.group_at(no)?].pool),
            v1::Pool::Names(no, level, source) => {
                let queue = &self.router.queues[self.queue_at(no)?];
                let level = queue.levels.get(usize::from(level));
                let named = level.and_then(|level| level.sources.get(source as usize)).copied();
                let named = named.filter(|&pool| self.router.pools[pool].of == PoolOf::Names);
                found(named, || "a level names nobody there".into())
            }
        }
    }

    /// Whose availability is told.
    pub(super) fn watches(&mut self) {
        for (&queue, kept) in self.queues.iter().zip(&self.state.queues) {
            self.router.restore_watch(queue, kept.watched);
        }
    }
}
