//! Levels that are active at some times only: who may enter them, and who is woken when they are.

use alloc::vec::Vec;

use crate::chat::{ChatKey, Entry};
use crate::deadline::{Due, Reason};
use crate::directory::{Queue, QueueKey};
use crate::event::Withdrawal;
use crate::policy::Entering;
use crate::reach::When;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::segment::LevelId;
use crate::time::Timestamp;

impl Queue {
    /// The next instant at which hours make a level active for new chats, while none is.
    pub(crate) fn takes_chats_at(&self, now: Timestamp) -> Option<Timestamp> {
        let times = self.levels.iter().map(|level| match &level.when {
            When::Open => self.next_opening(now),
            When::Closed => self.next_closing(now),
            When::Always => None,
            When::Hours(timetable) => timetable.next_opening(now),
        });
        times.flatten().min()
    }

    /// Whose timer that of its hours is.
    pub(crate) fn reason(&self) -> Reason {
        let queue = self.id.clone();
        let hours = self.openness.as_ref().and_then(|openness| openness.hours.as_ref());
        let open = hours.is_some_and(|(_, timetable)| timetable.open);
        if open { Reason::QueueCloses { queue } } else { Reason::QueueOpens { queue } }
    }

    /// Whose timer that of a level's hours is.
    pub(crate) fn reason_of_level(&self, level: u8) -> Reason {
        let queue = self.id.clone();
        let when = &self.levels[usize::from(level)].when;
        let open = matches!(when, When::Hours(timetable) if timetable.open);
        if open {
            Reason::LevelCloses { queue, level }
        } else {
            Reason::LevelOpens { queue, level }
        }
    }
}

impl Router {
    /// Whether some level of a queue is active for a chat that comes new.
    #[inline]
    pub(crate) fn takes_new_chats(&self, queue: QueueKey) -> bool {
        let queue = &self.queues[queue];
        let open = queue.is_open();
        queue.levels.iter().any(|level| level.is_active(open, false))
    }

    pub(crate) fn queue_closed(&self, queue: QueueKey) -> Refusal {
        let queue = &self.queues[queue];
        Refusal::QueueClosed { queue: queue.id.clone(), opens_at: queue.takes_chats_at(self.now) }
    }

    pub(crate) fn level_hours_change(&mut self, level: LevelId) {
        let Self { now, queues, timers, .. } = self;
        let plan = &mut queues[level.queue].levels[usize::from(level.level)];
        let When::Hours(timetable) = &mut plan.when else { return };
        timetable.turn(*now, timers, Due::LevelHours(level.queue, level.level));
        let open = timetable.open;
        self.mark_watched(level.queue);
        if open {
            self.wake_chats(level.queue);
        }
    }

    /// A queue has opened, or is open no more: its operators may be rung for others, or not, and
    /// levels may be active that were not.
    pub(crate) fn wake_levels(&mut self, queue: QueueKey) {
        let pool = self.queues[queue].pool;
        let named_by: Vec<LevelId> = self.pools[pool].named_by.values().copied().collect();
        for level in named_by {
            if level.queue == queue {
                continue;
            }
            self.reach_level_again(level, &Withdrawal::QueueClosed);
            // Whoever is rung by a grant at its cap was reached by right alone, and so by no segment.
            if !self.queues[queue].is_open() {
                self.withdraw_unreached_in(level.queue, &Withdrawal::QueueClosed);
            }
        }
        self.wake_chats(queue);
    }

    /// Chats that have passed over a level since it was not active are rung there now, if it is.
    /// Those that are rung nowhere begin anew at the first level.
    fn wake_chats(&mut self, queue: QueueKey) {
        let chats = self.queues[queue].ringing.iter().copied();
        let dormant = |&chat: &ChatKey| {
            self.chats[chat].ringing.as_ref().is_some_and(|ringing| ringing.dormant != 0)
        };
        let mut chats: Vec<ChatKey> = chats.filter(dormant).collect();
        chats.sort_unstable_by_key(|&chat| self.chats[chat].place);
        for chat in chats {
            self.wake(chat, queue);
        }
    }

    fn wake(&mut self, chat: ChatKey, queue: QueueKey) {
        let Some(ringing) = &self.chats[chat].ringing else { return };
        let (open, entry) = (self.queues[queue].is_open(), ringing.entry());
        let levels = (0..).zip(&self.queues[queue].levels);
        let active = levels.filter(|(_, level)| level.is_active(open, entry.admitted));
        let active = active.map(|(number, _): (u8, _)| number);
        if ringing.live_levels().next().is_none() {
            if active.count() > 0 {
                let admitted = entry.admitted || open;
                self.stop_ringing(chat);
                self.begin_ringing(chat, queue, Entry { admitted, ..entry });
            }
            return;
        }
        let woken: Vec<u8> = active.filter(|&level| ringing.is_dormant(level)).collect();
        for level in woken {
            self.wake_at(chat, level);
        }
    }

    fn wake_at(&mut self, chat: ChatKey, number: u8) {
        let Some(ringing) = &mut self.chats[chat].ringing else { return };
        let level = &self.queues[ringing.queue].levels[usize::from(number)];
        let (all, replaces) = (level.rings_all(), level.entry == Entering::Replace);
        let by_opening = level.when == When::Open;
        if !ringing.is_dormant(number) {
            // Another level that woke has replaced it.
            return;
        }
        ringing.wake(number, all);
        if by_opening {
            self.admit(chat);
        }
        if replaces {
            self.leave_levels_before(chat, number);
        }
        self.work.chats.push(chat);
    }

    /// A chat waits in a queue while that is open: from now on it counts as admitted then.
    pub(super) fn admit(&mut self, chat: ChatKey) {
        let Self { chats, queues, .. } = self;
        let Some(ringing) = &mut chats[chat].ringing else { return };
        if !ringing.admitted {
            ringing.admitted = true;
            if let Some(openness) = &mut queues[ringing.queue].openness {
                openness.admitted += 1;
            }
        }
    }
}
