//! Hours and states of queues, and the chats that wait for levels to be active.

use alloc::collections::BTreeMap;
use alloc::format;

use super::{Violation, hold};
use crate::deadline::Due;
use crate::id::QueueId;
use crate::queue_state::Timetable;
use crate::reach::When;
use crate::router::Router;

impl Router {
    /// All hours at work, with what their timers are for.
    pub(crate) fn timetables(&self) -> impl Iterator<Item = (Due, &Timetable)> {
        self.queues.iter().flat_map(|(key, queue)| {
            let hours = queue.openness.as_ref().and_then(|openness| openness.hours.as_ref());
            let own = hours.map(|(_, timetable)| (Due::QueueHours(key), timetable));
            let levels = (0..).zip(&queue.levels).filter_map(move |(number, level)| {
                let When::Hours(timetable) = &level.when else { return None };
                Some((Due::LevelHours(key, number), &**timetable))
            });
            own.into_iter().chain(levels)
        })
    }

    pub(super) fn check_queues(&self) -> Result<(), Violation> {
        for (due, timetable) in self.timetables() {
            let timer = timetable.changes.and_then(|timer| self.timers.get(timer));
            let late = timer.is_some_and(|(at, _)| at <= self.now);
            let right = timetable.open == timetable.schedule.is_open(self.now);
            hold(right || late, || {
                format!("hours are open, or not, against what they say: {due:?}")
            })?;
        }
        let watched = self.queues.iter().filter(|(_, queue)| queue.watch.is_some()).count();
        hold(watched == self.watched as usize, || format!("{watched} queues are watched"))?;
        let mut targets: BTreeMap<&QueueId, usize> = BTreeMap::new();
        for target in self.queues.iter().flat_map(|(_, queue)| queue.policy.targets()) {
            *targets.entry(target).or_default() += 1;
        }
        for (key, queue) in self.queues.iter() {
            let due = self.timers.next().is_some_and(|(at, _)| at <= self.now);
            hold(due || self.is_told(key), || format!("`{}` is told otherwise", queue.id))?;
            let count = targets.get(&queue.id).copied().unwrap_or_default();
            hold(queue.moved_to_by as usize == count, || {
                format!("{count} policies move chats to `{}`, not {}", queue.id, queue.moved_to_by)
            })?;
            let Some(openness) = &queue.openness else { continue };
            let ringing =
                queue.ringing.iter().filter_map(|&chat| self.chats[chat].ringing.as_ref());
            let admitted = ringing.filter(|ringing| ringing.admitted).count();
            hold(openness.admitted as usize == admitted, || {
                format!("`{}` has admitted {admitted}, not {}", queue.id, openness.admitted)
            })?;
            hold(openness.state == openness.derived(), || {
                format!("`{}` is told to be {:?}", queue.id, openness.state)
            })?;
        }
        self.check_dormant()
    }

    /// A level that a chat has passed over is not active, and nothing is out for a chat there.
    fn check_dormant(&self) -> Result<(), Violation> {
        for (_, chat) in self.chats.iter() {
            let Some(ringing) = &chat.ringing else { continue };
            let queue = &self.queues[ringing.queue];
            for (number, level) in (0..).zip(&queue.levels) {
                let dormant = ringing.is_dormant(number);
                let active = level.is_active(queue.is_open(), ringing.admitted);
                hold(!dormant || !active, || {
                    format!("`{}` sleeps at level {number}, which is active", chat.id)
                })?;
            }
        }
        Ok(())
    }
}
