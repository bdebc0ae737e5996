//! Whether a queue would take a chat now, and who would answer it.

use alloc::vec::Vec;

use crate::{
    Actor, AnsweredBy, Availability, EventKind, OnlyWhen, Refusal, Role, WatchAvailability,
};

use super::Model;
use super::colleague::as_seen;
use super::permit::Concerns;
use super::policy::merged;
use super::reach::Segment;
use super::state::{Demand, Key};

impl Model {
    pub(crate) fn watch_availability(
        &mut self,
        by: &Actor,
        action: &WatchAvailability,
    ) -> Result<(), Refusal> {
        let queue = self.queue(&action.queue)?;
        let concerns = Concerns::institution(self.queues[&queue].institution);
        self.permit(by, &[Role::Host, Role::Institution], &concerns)?;

        self.the_queue(queue).asked = action.watch;
        self.follow(queue);
        if let Some(told) = self.queues[&queue].told.filter(|_| action.watch) {
            self.tell_availability(queue, told);
        }
        Ok(())
    }

    /// What is told of a queue is kept as long as somebody has asked, or sees it as a buddy.
    pub(crate) fn follow(&mut self, party: Key) {
        let Some(queue) = self.queues.get(&party) else { return };
        let watched = queue.asked || self.is_followed(party);
        let told = queue.told.unwrap_or_else(|| self.availability(party));
        self.the_queue(party).told = watched.then_some(told);
    }

    /// Tells how the queues that are watched are now, where that is otherwise than before.
    pub(crate) fn tell_watched(&mut self) {
        for queue in self.queues.keys().copied().collect::<Vec<_>>() {
            let Some(told) = self.queues[&queue].told else { continue };
            let now = self.availability(queue);
            if told == now {
                continue;
            }
            self.the_queue(queue).told = Some(now);
            if self.queues[&queue].asked {
                self.tell_availability(queue, now);
            }
            if as_seen(told) != as_seen(now) {
                self.tell_watchers(queue, as_seen(now));
            }
        }
    }

    fn tell_availability(&mut self, queue: Key, availability: Availability) {
        let queue = self.queues[&queue].id.clone();
        self.raise(EventKind::AvailabilityChanged { queue, availability });
    }

    pub(crate) fn availability(&self, queue: Key) -> Availability {
        let levels: Vec<u8> =
            self.levels(queue).filter(|&level| self.is_active(queue, level, false)).collect();
        if levels.is_empty() {
            return Availability::Closed { opens_at: self.takes_chats_at(queue) };
        }
        let full = &self.queues[&queue].policy.full;
        let waiting = self.ringing_in(queue).len();
        if full.as_ref().is_some_and(|full| waiting >= full.chats as usize) {
            return Availability::Full;
        }
        for &level in &levels {
            if let Some(by) = self.answered_at(queue, level) {
                return Availability::Available { by };
            }
        }
        let busy = |&level: &u8| {
            let staff = self.ordinary(queue, level);
            let there = |of: &Segment| {
                self.standing(of).iter().any(|operator| self.operators[operator].stood.there)
            };
            staff.iter().any(there) || self.names_capped(queue, level)
        };
        if levels.iter().any(busy) { Availability::Busy } else { Availability::Unstaffed }
    }

    /// Whom an ordinary chat reaches at a level.
    fn ordinary(&self, queue: Key, level: u8) -> Vec<Segment> {
        let needs = merged(&self.queues[&queue].level(level).needs);
        self.reached(queue, level, &Demand { units: 1, needs })
    }

    /// Who of a level could be rung now.
    fn answered_at(&self, queue: Key, level: u8) -> Option<AnsweredBy> {
        let ready = |of: &Segment| {
            self.standing(of).into_iter().any(|operator| self.is_ready(operator, of))
        };
        let mut staff = self.ordinary(queue, level);
        staff.retain(ready);
        if staff.is_empty() {
            return None;
        }
        if self.queues[&queue].level(level).only_when == OnlyWhen::Closed {
            return Some(AnsweredBy::Backup);
        }
        let home = self.queues[&queue].institution;
        let at_home = staff.iter().any(|segment| segment.of.is_none_or(|of| of == home));
        Some(if at_home { AnsweredBy::Home } else { AnsweredBy::Partner })
    }
}
