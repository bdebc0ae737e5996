//! Whether a queue would take a chat now, and who would answer it: what a chat widget shows.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::authority::Concerns;
use crate::command::{Actor, WatchAvailability};
use crate::directory::{Queue, QueueKey};
use crate::event::EventKind;
use crate::id::QueueId;
use crate::reach::{Level, When};
use crate::refusal::Refusal;
use crate::router::Router;
use crate::segment::{LevelId, Scope, Segment, SegmentKey};
use crate::time::Timestamp;

/// What an ordinary chat that asks for nothing special would come to on a queue now.
///
/// It is worked out over exactly those operators who could be offered it.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum Availability {
    /// Somebody could be rung for it at once. Show that somebody is there.
    Available {
        /// Who, of the first level that has anybody.
        by: AnsweredBy,
    },
    /// Somebody is there, and all are busy: it would wait. Show that it may take a while.
    Busy,
    /// It would be taken, and nobody is there to be rung for it. Offer to leave a message.
    Unstaffed,
    /// As many chats wait as the policy allows: what the policy says then would come to it.
    Full,
    /// It would be refused: no level is active. Show when the queue opens.
    Closed {
        /// When a level will be active, as far as hours tell. `None`: they do not.
        opens_at: Option<Timestamp>,
    },
}

/// Who would answer.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum AnsweredBy {
    /// The staff of the institution, and whoever is assigned to the queue itself.
    Home,
    /// The staff of a partner.
    Partner,
    /// Those of a level for when the queue is not open.
    Backup,
}

/// What a queue has whose availability is told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Watch {
    told: Availability,
    /// Whether the host asked for it.
    asked: bool,
    /// Whether somebody is there who sees the queue's presence.
    followed: bool,
    /// Whether it may be otherwise by now; never between steps.
    marked: bool,
}

impl Watch {
    /// Whether the host asked for it.
    pub(crate) const fn is_asked(&self) -> bool {
        self.asked
    }
}

impl Router {
    /// What a chat would come to on a queue now; `None` if there is none of this id. It costs a look
    /// at each pool that the queue's levels reach.
    #[must_use]
    pub fn availability(&self, queue: &QueueId) -> Option<Availability> {
        self.queues.find(queue).map(|queue| self.availability_of(queue))
    }

    fn availability_of(&self, key: QueueKey) -> Availability {
        let queue = &self.queues[key];
        let open = queue.is_open();
        let levels = (0..).zip(&queue.levels);
        let mut active = levels.filter(|(_, level)| level.is_active(open, false));
        if active.clone().next().is_none() {
            return Availability::Closed { opens_at: queue.takes_chats_at(self.now) };
        }
        if queue.policy.full.as_ref().is_some_and(|full| queue.ringing.len() >= full.chats as usize)
        {
            return Availability::Full;
        }
        if let Some(by) = active.clone().find_map(|(_, level)| self.answered_by(queue, level)) {
            return Availability::Available { by };
        }
        let busy = active.any(|(number, level)| {
            let names_capped = || self.names_capped(LevelId { queue: key, level: number });
            self.reached(level).any(|at| at.there > 0) || names_capped()
        });
        if busy { Availability::Busy } else { Availability::Unstaffed }
    }

    /// Who of a level could be rung now.
    fn answered_by(&self, queue: &Queue, level: &Level) -> Option<AnsweredBy> {
        let ready = self.reached(level).filter(|segment| segment.could_ring());
        if level.when == When::Closed {
            return ready.map(|_| AnsweredBy::Backup).next();
        }
        let home = self.institutions[queue.institution].serial;
        let partner = |segment: &Segment| match segment.scope {
            Scope::Own => false,
            Scope::Of(serial) => serial != home,
        };
        let nearest = ready.map(partner).min()?;
        Some(if nearest { AnsweredBy::Partner } else { AnsweredBy::Home })
    }

    /// The segments that ordinary chats reach at a level.
    fn reached<'r>(&'r self, level: &'r Level) -> impl Iterator<Item = &'r Segment> {
        level.lanes[0].reached.iter().map(|reached| &self.segments[reached.segment])
    }
}

/// Telling it.
impl Router {
    pub(crate) fn watch_availability(
        &mut self,
        by: &Actor,
        action: &WatchAvailability,
    ) -> Result<(), Refusal> {
        let queue = self.queue(&action.queue)?;
        let institution = self.queues[queue].institution;
        self.permit::<WatchAvailability>(by, Concerns::institution(institution))?;

        let followed = self.queues[queue].watch.is_some_and(|watch| watch.followed);
        self.watch(queue, action.watch, followed);
        if action.watch {
            self.tell_availability(queue, self.told_availability(queue));
        }
        Ok(())
    }

    /// Whoever was told of a queue's availability before knows what it is.
    pub(crate) fn restore_watch(&mut self, queue: QueueKey, asked: bool) {
        let followed = self.queues[queue].watch.is_some_and(|watch| watch.followed);
        self.stop_watching(queue);
        self.watch(queue, asked, followed);
    }

    /// The presence of a queue is told from now on, or not any more.
    pub(crate) fn follow_availability(&mut self, queue: QueueKey, followed: bool) {
        let asked = self.queues[queue].watch.is_some_and(|watch| watch.asked);
        self.watch(queue, asked, followed);
        self.mark_watched(queue);
    }

    fn watch(&mut self, queue: QueueKey, asked: bool, followed: bool) {
        if !(asked || followed) {
            self.stop_watching(queue);
        } else if let Some(watch) = &mut self.queues[queue].watch {
            (watch.asked, watch.followed) = (asked, followed);
        } else {
            let told = self.availability_of(queue);
            self.watched += 1;
            self.queues[queue].watch = Some(Watch { told, asked, followed, marked: false });
        }
    }

    /// What was told last of a queue that is watched; of another, what is so.
    pub(crate) fn told_availability(&self, queue: QueueKey) -> Availability {
        let watch = self.queues[queue].watch;
        watch.map_or_else(|| self.availability_of(queue), |watch| watch.told)
    }

    pub(crate) fn is_followed(&self, queue: QueueKey) -> bool {
        self.queues[queue].watch.is_some_and(|watch| watch.followed)
    }

    pub(crate) fn stop_watching(&mut self, queue: QueueKey) {
        if self.queues[queue].watch.take().is_some() {
            self.watched -= 1;
        }
    }

    fn tell_availability(&mut self, queue: QueueKey, availability: Availability) {
        let queue = self.queues[queue].id.clone();
        self.raise(EventKind::AvailabilityChanged { queue, availability });
    }

    /// What a queue would do with a chat may be otherwise than before.
    #[inline]
    pub(crate) fn mark_watched(&mut self, key: QueueKey) {
        let Self { queues, work, .. } = self;
        if let Some(watch) = &mut queues[key].watch
            && !watch.marked
        {
            watch.marked = true;
            work.watched.push(key);
        }
    }

    /// In a segment somebody is there, or could be rung, and nobody was before; or the other way
    /// round.
    pub(crate) fn mark_watching(&mut self, segments: &[SegmentKey]) {
        for &segment in segments {
            let Some(segment) = self.segments.get(segment) else { continue };
            let levels = self.pools[segment.pool].named_by.values();
            let queues: Vec<QueueKey> = levels.map(|level| level.queue).collect();
            for queue in queues {
                self.mark_watched(queue);
            }
        }
    }

    /// Tells what has changed about the queues that are watched, in the order of registration.
    #[inline(never)]
    pub(crate) fn tell_watched(&mut self) {
        let turned = core::mem::take(&mut self.work.turned);
        self.mark_watching(&turned);
        let mut queues = core::mem::take(&mut self.work.watched);
        queues.retain(|&queue| self.queues.get(queue).is_some());
        queues.sort_unstable_by_key(|&queue| self.queues[queue].serial);
        for queue in queues {
            let now = self.availability_of(queue);
            let Some(watch) = &mut self.queues[queue].watch else { continue };
            watch.marked = false;
            let Watch { asked, followed, .. } = *watch;
            let before = core::mem::replace(&mut watch.told, now);
            if asked && before != now {
                self.tell_availability(queue, now);
            }
            if followed && before.presence() != now.presence() {
                self.tell_queue(queue, now.presence());
            }
        }
    }

    /// Whether what was told of a queue is so.
    pub(crate) fn is_told(&self, queue: QueueKey) -> bool {
        let now = || self.availability_of(queue);
        self.queues[queue].watch.is_none_or(|watch| !watch.marked && watch.told == now())
    }
}

impl Segment {
    /// Whether somebody could be rung.
    pub(crate) const fn could_ring(&self) -> bool {
        self.ready.len() > 0
    }
}
