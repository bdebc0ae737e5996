//! Whether queues and levels are open: by hours, or by hand.

use alloc::boxed::Box;
use alloc::format;

use crate::hours::{OwnHours, Schedule, Zones};
use crate::{
    Actor, EventKind, OnlyWhen, QueueState, Reason, Refusal, Role, SetHours, SetQueueState, Switch,
    Timestamp, Withdrawal,
};

use super::permit::Concerns;
use super::state::{Key, Openness};
use super::{Due, Model};

/// Commands.
impl Model {
    pub(crate) fn set_hours(&mut self, by: &Actor, action: &SetHours) -> Result<(), Refusal> {
        let queue = self.queue(&action.queue)?;
        let concerns = Concerns::institution(self.queues[&queue].institution);
        self.permit(by, &[Role::Host, Role::Institution], &concerns)?;
        let compiled = match &action.hours {
            Some(own) => Some((own.clone(), Self::compile(own, "")?)),
            None => None,
        };

        self.end_hours(queue);
        if let Some((own, schedule)) = compiled {
            let (schedule, open) = self.begin_hours(schedule, Due::QueueHours(queue));
            self.openness(queue).hours = Some((own, schedule, open));
        }
        self.judge_queue(queue);
        Ok(())
    }

    pub(crate) fn set_queue_state(
        &mut self,
        by: &Actor,
        action: &SetQueueState,
    ) -> Result<(), Refusal> {
        let queue = self.queue(&action.queue)?;
        let concerns = Concerns::institution(self.queues[&queue].institution).queue(queue);
        self.permit(by, &[Role::Host, Role::Institution, Role::Supervisor], &concerns)?;

        let by_hand = match action.state {
            Switch::Open => Some(QueueState::Open),
            Switch::Draining => Some(QueueState::Draining),
            Switch::Closed => Some(QueueState::Closed),
            Switch::ByHours => None,
        };
        let before = core::mem::replace(&mut self.openness(queue).by_hand, by_hand);
        self.judge_queue(queue);
        if by_hand == Some(QueueState::Closed) && before != by_hand {
            self.close_out(queue);
        }
        Ok(())
    }

    /// The compiled form of hours, or the first fault in them.
    pub(crate) fn compile(own: &OwnHours, path: &str) -> Result<Schedule, Refusal> {
        own.hours.schedule(&own.holidays, &mut Zones::default()).map_err(|report| {
            let first = report.faults.into_iter().next().expect("what is refused has a fault");
            let dot = if first.path.is_empty() { "" } else { "." };
            let path = format!("{path}hours{dot}{}", first.path).into();
            Refusal::InvalidHours { path, fault: Box::new(first.what) }
        })
    }

    /// Hours begin to count: whether they are open, and a timer for their next change.
    pub(crate) fn begin_hours(&mut self, schedule: Schedule, due: Due) -> (Schedule, bool) {
        if let Some(next) = schedule.next_change(self.now) {
            self.set(next.since(self.now), due);
        }
        let open = schedule.is_open(self.now);
        (schedule, open)
    }

    pub(crate) fn end_hours(&mut self, queue: Key) {
        self.cancel(Due::QueueHours(queue));
        if let Some(openness) = &mut self.the_queue(queue).openness {
            openness.hours = None;
        }
    }

    fn openness(&mut self, queue: Key) -> &mut Openness {
        let none = Openness { hours: None, by_hand: None, state: QueueState::Open };
        self.the_queue(queue).openness.get_or_insert(none)
    }
}

/// What is open.
impl Model {
    pub(crate) fn is_open(&self, queue: Key) -> bool {
        let openness = self.queues[&queue].openness.as_ref();
        openness.is_none_or(|openness| openness.state == QueueState::Open)
    }

    /// Whether chats may enter a level: those that were admitted while the queue was open, or others.
    pub(crate) fn is_active(&self, queue: Key, level: u8, admitted: bool) -> bool {
        let state = &self.queues[&queue];
        match &state.level(level).only_when {
            OnlyWhen::Open => self.is_open(queue) || admitted,
            OnlyWhen::Closed => !self.is_open(queue),
            OnlyWhen::Always => true,
            OnlyWhen::Hours(_) => {
                state.levels[usize::from(level)].hours.as_ref().is_some_and(|hours| hours.1)
            }
        }
    }

    pub(crate) fn levels(&self, queue: Key) -> core::ops::Range<u8> {
        0..u8::try_from(self.queues[&queue].policy.levels.len()).expect("there are few")
    }

    pub(crate) fn takes_new_chats(&self, queue: Key) -> bool {
        self.levels(queue).any(|level| self.is_active(queue, level, false))
    }

    pub(crate) fn queue_closed(&self, queue: Key) -> Refusal {
        let id = self.queues[&queue].id.clone();
        Refusal::QueueClosed { queue: id, opens_at: self.takes_chats_at(queue) }
    }

    /// The next instant at which hours make a level active, as far as nothing else decides that.
    pub(crate) fn takes_chats_at(&self, queue: Key) -> Option<Timestamp> {
        let state = &self.queues[&queue];
        let openness = state.openness.as_ref().filter(|openness| openness.by_hand.is_none());
        let hours = openness.and_then(|openness| openness.hours.as_ref());
        let levels = state.policy.levels.iter().zip(&state.levels);
        let times = levels.map(|(level, of)| match &level.only_when {
            OnlyWhen::Open => hours.and_then(|hours| self.opens_at(&hours.1, hours.2)),
            OnlyWhen::Closed => {
                hours.filter(|hours| hours.2).and_then(|hours| self.closes_at(&hours.1))
            }
            OnlyWhen::Always => None,
            OnlyWhen::Hours(_) => of.hours.as_ref().and_then(|of| self.opens_at(&of.0, of.1)),
        });
        times.flatten().min()
    }

    /// When hours open next: now, where they have still to turn in this instant.
    fn opens_at(&self, schedule: &Schedule, open: bool) -> Option<Timestamp> {
        let opens_now = !open && schedule.is_open(self.now);
        if opens_now { Some(self.now) } else { schedule.next_opening(self.now) }
    }

    fn closes_at(&self, schedule: &Schedule) -> Option<Timestamp> {
        let closes_now = !schedule.is_open(self.now);
        if closes_now { Some(self.now) } else { schedule.next_change(self.now) }
    }

    pub(crate) fn reason_of_queue(&self, queue: Key) -> Reason {
        let state = &self.queues[&queue];
        let hours = state.openness.as_ref().and_then(|openness| openness.hours.as_ref());
        let queue = state.id.clone();
        if hours.is_some_and(|hours| hours.2) {
            Reason::QueueCloses { queue }
        } else {
            Reason::QueueOpens { queue }
        }
    }

    pub(crate) fn reason_of_level(&self, queue: Key, level: u8) -> Reason {
        let state = &self.queues[&queue];
        let hours = &state.levels[usize::from(level)].hours;
        let queue = state.id.clone();
        if hours.as_ref().is_some_and(|hours| hours.1) {
            Reason::LevelCloses { queue, level }
        } else {
            Reason::LevelOpens { queue, level }
        }
    }
}

/// What follows when something opens or closes.
impl Model {
    pub(crate) fn queue_hours_change(&mut self, queue: Key) {
        let openness = self.queues[&queue].openness.clone();
        let (own, schedule, _) = openness.and_then(|of| of.hours).expect("its timer goes with it");
        let (schedule, open) = self.begin_hours(schedule, Due::QueueHours(queue));
        self.openness(queue).hours = Some((own, schedule, open));
        self.judge_queue(queue);
    }

    pub(crate) fn level_hours_change(&mut self, queue: Key, level: u8) {
        let hours = self.queues[&queue].levels[usize::from(level)].hours.clone();
        let (schedule, _) = hours.expect("its timer goes with it");
        let hours = self.begin_hours(schedule, Due::LevelHours(queue, level));
        let open = hours.1;
        self.the_queue(queue).levels[usize::from(level)].hours = Some(hours);
        if open {
            self.wake_chats(queue);
        }
    }

    /// The state that follows from what was set by hand, else from the hours.
    fn derived(&self, queue: Key) -> QueueState {
        let Some(openness) = &self.queues[&queue].openness else { return QueueState::Open };
        let closed = openness.hours.as_ref().is_some_and(|hours| !hours.2);
        let by_hours = if closed { QueueState::Draining } else { QueueState::Open };
        let state = openness.by_hand.unwrap_or(by_hours);
        let admitted = |chat: &super::state::Chat| {
            let ringing = chat.ringing.as_ref();
            ringing.is_some_and(|ringing| ringing.queue == queue && ringing.admitted)
        };
        if state == QueueState::Draining && !self.chats.values().any(admitted) {
            QueueState::Closed
        } else {
            state
        }
    }

    /// Tells the state of a queue, if it is another one than before.
    pub(crate) fn judge_queue(&mut self, queue: Key) -> bool {
        let state = self.derived(queue);
        let Some(openness) = &mut self.the_queue(queue).openness else { return false };
        let before = core::mem::replace(&mut openness.state, state);
        if openness.hours.is_none() && openness.by_hand.is_none() {
            self.the_queue(queue).openness = None;
        }
        if before == state {
            return false;
        }
        let id = self.queues[&queue].id.clone();
        self.raise(EventKind::QueueStateChanged { queue: id, state });
        if (before == QueueState::Open) != (state == QueueState::Open) {
            // Its operators may be rung for others, or not any more.
            self.look();
            self.withdraw_unreached(&Withdrawal::QueueClosed);
            self.wake_chats(queue);
        }
        true
    }
}
