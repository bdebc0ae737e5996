//! A chat's way through the levels of a queue, and what comes after the last.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use crate::{
    After, Audience, Author, Body, Entering, EventKind, Hop, MAX_LEVELS, OnlyWhen, Outcome,
    QueueId, Recipients, RequeueReason, RollReason, Span, Timestamp, TransferFailure, Withdrawal,
};

use super::state::{Key, Place, Ringing, To};
use super::{Due, Model};

/// How a chat comes into a queue.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    pub(crate) admitted: bool,
    pub(crate) since: Timestamp,
    pub(crate) noticed: bool,
}

/// Entering and leaving.
impl Model {
    pub(crate) fn new_entry(&self, queue: Key) -> Entry {
        Entry { admitted: self.is_open(queue), since: self.now, noticed: false }
    }

    pub(crate) fn entry_of(&self, chat: Place) -> Entry {
        let ringing = self.chats[&chat].ringing.as_ref().expect("it rings");
        Entry { admitted: ringing.admitted, since: ringing.since, noticed: ringing.noticed }
    }

    pub(crate) fn begin_ringing(&mut self, place: Place, queue: Key, entry: Entry) {
        let state = self.the_chat(place);
        let stays = state.stored && state.transfer.is_none();
        let demand = state.demand.clone();
        state.ringing = Some(Ringing {
            queue,
            stage: 0,
            first: 0,
            dormant: BTreeSet::new(),
            preferred: None,
            admitted: entry.admitted,
            stays,
            noticed: entry.noticed,
            since: entry.since,
            round: 1,
            tried: BTreeSet::new(),
        });
        let mut anew = false;
        for level in self.levels(queue) {
            let asked = self.demand_at(&demand, queue, level);
            // What an ordinary chat asks is what the level asks.
            anew |= self.the_queue(queue).levels[usize::from(level)].asked.insert(asked);
        }
        if anew {
            // Who stands there has stood there before it was asked.
            self.look();
        }
        if self.is_active(queue, 0, entry.admitted) {
            self.arm_level(place, 0);
        } else {
            self.ringing(place).dormant.insert(0);
        }
        self.arm_waiting(place);
    }

    pub(crate) fn ringing(&mut self, chat: Place) -> &mut Ringing {
        self.the_chat(chat).ringing.as_mut().expect("it rings")
    }

    /// Sets the timer by which a chat leaves a level, if it does.
    fn arm_level(&mut self, chat: Place, level: u8) {
        let ringing = self.chats[&chat].ringing.as_ref().expect("it rings");
        let queue = &self.queues[&ringing.queue];
        let waits_on = ringing.stays && queue.is_last(level);
        let wait = queue.level(level).wait.filter(|_| queue.rolls(level) && !waits_on);
        self.cancel(Due::LevelEnds(chat));
        if let Some(wait) = wait {
            self.set(wait, Due::LevelEnds(chat));
        }
    }

    /// Sets the timers of a chat that has begun to wait in a queue.
    fn arm_waiting(&mut self, chat: Place) {
        let state = &self.chats[&chat];
        let ringing = state.ringing.as_ref().expect("it rings");
        let policy = &self.queues[&ringing.queue].policy;
        let waited = self.now.since(ringing.since).as_millis();
        let left = |span: Span| Span::from_millis(span.as_millis().saturating_sub(waited));
        let too_long = policy.too_long.as_ref().filter(|_| !ringing.stays);
        let too_long = too_long.map(|of| left(of.after));
        let noticed = ringing.noticed || state.owner.is_some();
        let notice = policy.notice.as_ref().filter(|_| !noticed).map(|of| left(of.after));
        if let Some(span) = too_long {
            self.set(span, Due::WaitEnds(chat));
        }
        if let Some(span) = notice {
            self.set(span, Due::Notice(chat));
        }
    }

    /// A chat is on its way through the levels no more.
    pub(crate) fn stop_ringing(&mut self, chat: Place) {
        let Some(ringing) = self.the_chat(chat).ringing.take() else { return };
        for level in self.levels(ringing.queue) {
            self.cancel(Due::RingLapses(chat, level));
        }
        for due in [
            Due::LevelEnds(chat),
            Due::RoundStarts(chat),
            Due::PatienceEnds(chat),
            Due::WaitEnds(chat),
            Due::Notice(chat),
        ] {
            self.cancel(due);
        }
    }

    pub(crate) fn enter_level(&mut self, chat: Place, level: u8) {
        let ringing = self.chats[&chat].ringing.as_ref().expect("it rings");
        let (queue, admitted) = (ringing.queue, ringing.admitted);
        if !self.is_active(queue, level, admitted) {
            let ringing = self.ringing(chat);
            ringing.stage = level;
            ringing.dormant.insert(level);
            self.cancel(Due::LevelEnds(chat));
            return;
        }
        let plan = self.queues[&queue].level(level).clone();
        if self.is_open(queue) && plan.only_when == OnlyWhen::Open {
            self.ringing(chat).admitted = true;
        }
        if plan.entry == Entering::Replace {
            self.leave_levels_before(chat, level);
        }
        let ringing = self.ringing(chat);
        ringing.stage = level;
        ringing.dormant.remove(&level);
        self.arm_level(chat, level);
    }

    fn leave_levels_before(&mut self, chat: Place, level: u8) {
        for offer in self.offers_of(chat) {
            let kind = self.chats[&chat].offer(offer).map(|offer| offer.kind);
            if kind.and_then(super::state::Kind::level).is_some_and(|of| of < level) {
                self.withdraw(chat, offer, &Withdrawal::LevelLeft);
            }
        }
        self.ringing(chat).first = level;
    }

    pub(crate) fn level_ends(&mut self, chat: Place) {
        self.roll_on(chat, RollReason::Unanswered);
    }

    /// A chat leaves the level that it entered last: for the next one, or for what comes after.
    pub(crate) fn roll_on(&mut self, chat: Place, reason: RollReason) {
        let ringing = self.chats[&chat].ringing.as_ref().expect("it rings");
        let (key, level) = (ringing.queue, ringing.stage);
        let queue = self.queues[&key].id.clone();
        let at = self.now;
        // The record has the last ones, and the transcript the first.
        let most = (self.config.limits.levels_left as usize).max(MAX_LEVELS);
        let state = self.the_chat(chat);
        let is_told = state.hops.len() < most;
        if !is_told {
            state.hops.remove(0);
            state.hops_before += 1;
        }
        state.hops.push(Hop { queue: queue.clone(), level, at, reason });
        if matches!(reason, RollReason::NobodyThere | RollReason::AllBusy) {
            self.pass_over(chat, reason);
        }
        if self.queues[&key].is_last(level) {
            self.leave_last_level(chat, reason);
            return;
        }
        let next = level + 1;
        if is_told {
            let body = Body::RolledOver { queue: queue.clone(), level: next };
            self.write(chat, Author::Router, Audience::Staff, body);
        }
        if matches!(reason, RollReason::Unanswered | RollReason::AllDeclined) {
            let chat = self.chats[&chat].id.clone();
            self.raise(EventKind::ChatRolledOver { chat, queue, level: next, reason });
        }
        self.enter_level(chat, next);
    }

    /// That a level is passed over is told once, for all the chats that ask the same and do so while
    /// nobody comes.
    fn pass_over(&mut self, chat: Place, reason: RollReason) {
        let state = &self.chats[&chat];
        let ringing = state.ringing.as_ref().expect("it rings");
        let (queue, level) = (ringing.queue, ringing.stage);
        let told = (queue, level, self.demand_at(&state.demand, queue, level));
        let reached = self.reached_by(chat, level).into_iter();
        let revived = reached.filter_map(|of| self.segments.get(&of).map(|of| of.revived)).max();
        let at = self.passed_over.get(&told);
        if at.is_some_and(|&at| revived.is_none_or(|revived| revived <= at)) {
            return;
        }
        let turn = self.next_turn();
        self.passed_over.insert(told, turn);
        let queue = self.queues[&queue].id.clone();
        self.raise(EventKind::LevelPassedOver { queue, level, reason });
    }
}

/// Rounds.
impl Model {
    /// Everybody has refused a chat at its last level: they are rung anew after a pause.
    pub(crate) fn rest_until_next_round(&mut self, chat: Place) {
        let state = &self.chats[&chat];
        let Some(ringing) = &state.ringing else { return };
        if self.runs(Due::RoundStarts(chat)).is_some() || !state.offers.is_empty() {
            return;
        }
        let pause = self.queues[&ringing.queue].policy.round_pause;
        self.set(pause, Due::RoundStarts(chat));
    }

    pub(crate) fn round_starts(&mut self, chat: Place) {
        let ringing = self.ringing(chat);
        ringing.round += 1;
        ringing.tried.clear();
        let round = ringing.round;
        let id = self.chats[&chat].id.clone();
        self.raise(EventKind::RoundStarted { chat: id, round });
    }
}

/// What comes after the last level, after too long, and to one too many.
impl Model {
    fn leave_last_level(&mut self, chat: Place, reason: RollReason) {
        if self.chats[&chat].transfer.is_none() {
            self.comes_after(chat);
            return;
        }
        let mut hops = self.chats[&chat].hops.iter().rev().map(|hop| hop.reason);
        let active = hops.find(|reason| *reason != RollReason::OutOfHours).unwrap_or(reason);
        let why = match active {
            RollReason::Unanswered | RollReason::AllDeclined => TransferFailure::Lapsed,
            RollReason::NobodyThere | RollReason::AllBusy | RollReason::OutOfHours => {
                TransferFailure::NobodyThere
            }
        };
        self.fail_transfer(chat, why);
    }

    fn comes_after(&mut self, chat: Place) {
        let ringing = self.chats[&chat].ringing.as_ref().expect("it rings");
        let (queue, stage) = (ringing.queue, ringing.stage);
        let after = self.queues[&queue].policy.after.clone();
        if self.comes_to(chat, &after) {
            return;
        }
        self.ringing(chat).stays = true;
        if self.queues[&queue].is_last(stage) {
            self.cancel(Due::LevelEnds(chat));
        }
    }

    pub(crate) fn wait_ends(&mut self, chat: Place) {
        if self.chats[&chat].transfer.is_some() {
            self.fail_transfer(chat, TransferFailure::Lapsed);
            return;
        }
        let queue = self.chats[&chat].ringing.as_ref().expect("it rings").queue;
        let too_long = self.queues[&queue].policy.too_long.clone();
        self.comes_to(chat, &too_long.expect("it has set the timer").then);
    }

    pub(crate) fn notice_due(&mut self, chat: Place) {
        let ringing = self.ringing(chat);
        ringing.noticed = true;
        let queue = ringing.queue;
        let text = self.queues[&queue].policy.notice.clone().expect("it has set the timer").text;
        let body = Body::Notice { text: text.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        let to = Recipients { patron: true, operators: Vec::new().into() };
        let chat = self.chats[&chat].id.clone();
        self.raise(EventKind::NoticeGiven { chat, notice: text, to });
    }

    /// A queue was closed by hand.
    pub(crate) fn close_out(&mut self, queue: Key) {
        for chat in self.ringing_in(queue) {
            let state = &self.chats[&chat];
            let Some(ringing) = state.ringing.as_ref().filter(|of| of.admitted) else { continue };
            if state.transfer.is_some() {
                self.fail_transfer(chat, TransferFailure::QueueClosed);
            } else if !ringing.stays {
                self.comes_after(chat);
            }
        }
    }

    /// Ends a chat that waits, or sends it on. False if it waits on where it is.
    pub(crate) fn comes_to(&mut self, chat: Place, then: &After) -> bool {
        match then {
            After::KeepWaiting => false,
            After::TakeMessage { notice } => {
                self.end(chat, Outcome::MessageTaken, notice.clone());
                true
            }
            After::Close { notice } => {
                self.end(chat, Outcome::ClosedByQueue, notice.clone());
                true
            }
            After::MoveTo { queue } => self.move_over(chat, queue),
        }
    }

    fn move_over(&mut self, chat: Place, to: &QueueId) -> bool {
        let Ok(target) = self.queue(to) else { return false };
        let state = &self.chats[&chat];
        let been = target == state.origin || target == state.queue || state.overflows.contains(to);
        let often = state.overflows.len() >= self.config.limits.overflows as usize;
        if been
            || often
            || !self.takes_new_chats(target)
            || !self.may_wait_in(chat, target)
            || self.check_in_force(chat, To::Queue(target)).is_err()
        {
            return false;
        }
        self.stop_ringing(chat);
        self.withdraw_all(chat, &Withdrawal::LevelLeft);
        self.the_chat(chat).overflows.push(to.clone());
        let body = Body::Moved { queue: to.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        self.requeue(chat, target, RequeueReason::Overflow, None);
        true
    }
}

/// Levels that become active while chats wait further on.
impl Model {
    pub(crate) fn wake_chats(&mut self, queue: Key) {
        let dormant = |place: &Place| {
            let ringing = self.chats[place].ringing.as_ref();
            ringing.is_some_and(|ringing| !ringing.dormant.is_empty())
        };
        let chats: Vec<Place> = self.ringing_in(queue).into_iter().filter(dormant).collect();
        for chat in chats {
            self.wake(chat, queue);
        }
    }

    fn wake(&mut self, chat: Place, queue: Key) {
        let Some(ringing) = self.chats[&chat].ringing.clone() else { return };
        let entry = self.entry_of(chat);
        let mut active: Vec<u8> = self.levels(queue).collect();
        active.retain(|&level| self.is_active(queue, level, entry.admitted));
        if ringing.live_levels().is_empty() {
            // It is rung nowhere: it begins anew.
            if !active.is_empty() {
                let admitted = entry.admitted || self.is_open(queue);
                self.stop_ringing(chat);
                self.begin_ringing(chat, queue, Entry { admitted, ..entry });
            }
            return;
        }
        for level in active {
            let ringing = self.ringing(chat);
            if level < ringing.first || !ringing.dormant.remove(&level) {
                continue;
            }
            let plan = self.queues[&queue].level(level).clone();
            if plan.only_when == OnlyWhen::Open {
                self.ringing(chat).admitted = true;
            }
            if plan.entry == Entering::Replace {
                self.leave_levels_before(chat, level);
            }
        }
    }
}
