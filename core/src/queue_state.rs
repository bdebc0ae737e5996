//! Whether a queue is open: by its hours, or by hand.
//!
//! A queue without hours, and without a state by hand, is open and has nothing of this.

use alloc::boxed::Box;
use alloc::format;
use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::authority::Concerns;
use crate::command::{Actor, SetHours, SetQueueState, Switch};
use crate::deadline::{Due, DueKey};
use crate::directory::{Queue, QueueKey};
use crate::event::EventKind;
use crate::hours::{OwnHours, Schedule, Zones};
use crate::id::QueueId;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::time::Timestamp;
use crate::timers::Timers;

/// Whether a queue takes new chats.
#[derive(Clone, Copy, Debug, Eq, Hash, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum QueueState {
    /// It does, and other queues that name its operators ring them.
    Open,
    /// Only by levels for when it is not open; chats that were admitted while it was open wait on.
    Draining,
    /// As draining, with nobody left who was admitted while it was open; or closed by hand.
    Closed,
}

/// What a queue has that is not always open.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Openness {
    pub(crate) hours: Option<(Box<OwnHours>, Timetable)>,
    pub(crate) by_hand: Option<QueueState>,
    /// What was told last.
    pub(crate) state: QueueState,
    /// How many chats ring here that were admitted while it was open.
    pub(crate) admitted: u32,
}

/// Hours at work: whether they are open now, and the timer of the next change.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Timetable {
    pub(crate) schedule: Schedule,
    pub(crate) open: bool,
    pub(crate) changes: Option<DueKey>,
}

impl Timetable {
    pub(crate) fn new(
        schedule: Schedule,
        now: Timestamp,
        timers: &mut Timers<Due>,
        due: Due,
    ) -> Self {
        let mut timetable = Self { schedule, open: false, changes: None };
        timetable.turn(now, timers, due);
        timetable
    }

    /// Its timer has run out: they open or close, and the next change is set.
    pub(crate) fn turn(&mut self, now: Timestamp, timers: &mut Timers<Due>, due: Due) {
        self.open = self.schedule.is_open(now);
        let next = self.schedule.next_change(now);
        self.changes = next.map(|at| timers.set(now, at.since(now), due));
    }

    /// When they open next: now, where their timer has still to run out in this instant.
    pub(crate) fn next_opening(&self, now: Timestamp) -> Option<Timestamp> {
        let opens_now = !self.open && self.schedule.is_open(now);
        if opens_now { Some(now) } else { self.schedule.next_opening(now) }
    }

    /// When they close next, if they are open: now, where their timer has still to run out.
    fn next_closing(&self, now: Timestamp) -> Option<Timestamp> {
        let closes_now = !self.schedule.is_open(now);
        let closes = if closes_now { Some(now) } else { self.schedule.next_change(now) };
        closes.filter(|_| self.open)
    }
}

impl Openness {
    /// The state that follows from what was set by hand, else from the hours.
    pub(crate) fn derived(&self) -> QueueState {
        let by_hours = || {
            let closed = self.hours.as_ref().is_some_and(|(_, timetable)| !timetable.open);
            if closed { QueueState::Draining } else { QueueState::Open }
        };
        match self.by_hand.unwrap_or_else(by_hours) {
            QueueState::Draining if self.admitted == 0 => QueueState::Closed,
            state @ (QueueState::Open | QueueState::Draining | QueueState::Closed) => state,
        }
    }

    /// The next instant at which it opens, where nothing but the hours decides that.
    fn next_opening(&self, now: Timestamp) -> Option<Timestamp> {
        let (_, timetable) = self.hours.as_ref().filter(|_| self.by_hand.is_none())?;
        timetable.next_opening(now)
    }

    /// The next instant at which it closes, where nothing but the hours decides that.
    fn next_closing(&self, now: Timestamp) -> Option<Timestamp> {
        let (_, timetable) = self.hours.as_ref().filter(|_| self.by_hand.is_none())?;
        timetable.next_closing(now)
    }
}

impl Queue {
    pub(crate) fn is_open(&self) -> bool {
        self.openness.as_ref().is_none_or(|openness| openness.state == QueueState::Open)
    }

    pub(crate) fn next_opening(&self, now: Timestamp) -> Option<Timestamp> {
        self.openness.as_ref()?.next_opening(now)
    }

    pub(crate) fn next_closing(&self, now: Timestamp) -> Option<Timestamp> {
        self.openness.as_ref()?.next_closing(now)
    }
}

/// Commands.
impl Router {
    /// Whether a queue is open; `None` if there is none of this id.
    #[must_use]
    pub fn queue_state(&self, queue: &QueueId) -> Option<QueueState> {
        let queue = &self.queues[self.queues.find(queue)?];
        Some(queue.openness.as_ref().map_or(QueueState::Open, |openness| openness.state))
    }

    pub(crate) fn set_hours(&mut self, by: &Actor, action: &SetHours) -> Result<(), Refusal> {
        let queue = self.queue(&action.queue)?;
        self.permit::<SetHours>(by, Concerns::institution(self.queues[queue].institution))?;
        let compiled = match &action.hours {
            Some(own) => Some((own, self.compile(own, "")?)),
            None => None,
        };

        self.end_hours(queue);
        if let Some((own, (schedule, zones))) = compiled {
            self.zones = zones;
            let due = Due::QueueHours(queue);
            let timetable = Timetable::new(schedule, self.now, &mut self.timers, due);
            self.openness(queue).hours = Some((Box::new(own.clone()), timetable));
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
        let concerns = Concerns::institution(self.queues[queue].institution);
        self.permit::<SetQueueState>(by, concerns.queue(queue))?;

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

    /// The compiled form of hours, and the zones with theirs; or the first fault, by its path from
    /// what `path` names.
    pub(crate) fn compile(&self, own: &OwnHours, path: &str) -> Result<(Schedule, Zones), Refusal> {
        let mut zones = self.zones.clone();
        match own.hours.schedule(&own.holidays, &mut zones) {
            Ok(schedule) => Ok((schedule, zones)),
            Err(report) => {
                let first = report.faults.into_iter().next().expect("what is refused has a fault");
                let dot = if first.path.is_empty() { "" } else { "." };
                let path = format!("{path}hours{dot}{}", first.path).into();
                Err(Refusal::InvalidHours { path, fault: Box::new(first.what) })
            }
        }
    }

    /// A queue's hours are none any more.
    pub(crate) fn end_hours(&mut self, queue: QueueKey) {
        let openness = self.queues[queue].openness.as_mut();
        let ended = openness.and_then(|openness| openness.hours.take());
        self.cancel(ended.and_then(|(_, timetable)| timetable.changes));
    }

    fn openness(&mut self, queue: QueueKey) -> &mut Openness {
        let Self { chats, queues, .. } = self;
        let queue = &mut queues[queue];
        let ringing = &queue.ringing;
        queue.openness.get_or_insert_with(|| {
            let admitted = ringing.iter().filter_map(|&chat| chats[chat].ringing.as_ref());
            let admitted = admitted.filter(|ringing| ringing.admitted).count();
            Box::new(Openness {
                hours: None,
                by_hand: None,
                state: QueueState::Open,
                admitted: u32::try_from(admitted).unwrap_or(u32::MAX),
            })
        })
    }
}

/// What follows when a queue opens or closes.
impl Router {
    pub(crate) fn queue_hours_change(&mut self, queue: QueueKey) {
        let Self { now, queues, timers, .. } = self;
        let openness = queues[queue].openness.as_mut();
        let hours = openness.and_then(|openness| openness.hours.as_mut());
        let (_, timetable) = hours.expect("its timer goes with it");
        timetable.turn(*now, timers, Due::QueueHours(queue));
        self.judge_queue(queue);
    }

    /// Tells the state of a queue, if it is another one than before.
    pub(crate) fn judge_queue(&mut self, key: QueueKey) {
        if self.queues.get(key).is_none() {
            return;
        }
        // Even in the same state it may open at another time.
        self.mark_watched(key);
        let queue = &mut self.queues[key];
        let Some(openness) = &mut queue.openness else { return };
        let state = openness.derived();
        let before = core::mem::replace(&mut openness.state, state);
        if openness.hours.is_none() && openness.by_hand.is_none() {
            queue.openness = None;
        }
        if before == state {
            return;
        }
        let queue = queue.id.clone();
        self.raise(EventKind::QueueStateChanged { queue, state });
        if (before == QueueState::Open) != (state == QueueState::Open) {
            self.wake_levels(key);
        }
    }

    /// Tells the states that changed since nobody waits, or somebody does.
    #[inline(never)]
    pub(crate) fn judge_queues(&mut self) {
        let queues: Vec<QueueKey> = core::mem::take(&mut self.work.queues);
        for queue in queues {
            self.judge_queue(queue);
        }
    }
}
