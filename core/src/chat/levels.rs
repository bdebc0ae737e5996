//! A chat's way through the levels of a queue: enter, roll on, rest, begin a new round.

use alloc::vec::Vec;

use crate::chat::{ChatKey, Entry, Ringing};
use crate::deadline::{Due, DueKey};
use crate::directory::QueueKey;
use crate::event::{EventKind, Withdrawal};
use crate::policy::Entering;
use crate::reach::When;
use crate::record::{Hop, RollReason};
use crate::router::Router;
use crate::segment::LineId;
use crate::transcript::{Audience, Author, Body};

impl Router {
    /// A chat begins its way through a queue, at the first level.
    pub(crate) fn begin_ringing(&mut self, key: ChatKey, queue: QueueKey, entry: Entry) {
        let Self { now, chats, queues, timers, work, .. } = self;
        let (state, chat) = (&mut queues[queue], &mut chats[key]);
        let ringing = chat.ringing.insert(Ringing::at(queue, state.levels.len(), entry));
        ringing.listed_at = u32::try_from(state.ringing.len()).expect("fewer chats than slots");
        ringing.stays = chat.stored && chat.transfer.is_none();
        state.ringing.push(key);
        let first = &state.levels[0];
        if first.is_active(state.is_open(), entry.admitted) {
            let only = ringing.stays && state.levels.len() == 1;
            let wait = first.wait.filter(|_| !only);
            let ends = wait.map(|wait| timers.set(*now, wait, Due::LevelEnds(key)));
            ringing.enter(0, first, ends);
        } else {
            ringing.pass(0);
        }
        work.chats.push(key);
        let counts = entry.admitted && state.openness.is_some();
        let waits = state.policy.too_long.is_some() || state.policy.notice.is_some();
        let watched = state.watch.is_some();
        if !chat.demand.is_ordinary() {
            self.take_lanes(key, queue);
        }
        if watched {
            self.mark_watched(queue);
        }
        if counts {
            self.count_admitted(queue, true);
        }
        if waits {
            self.arm_waiting(key, queue);
        }
    }

    /// One more waits that was admitted while the queue was open, or one less: it may be in another
    /// state then, unless it is open.
    fn count_admitted(&mut self, queue: QueueKey, comes: bool) {
        let Some(openness) = &mut self.queues[queue].openness else { return };
        openness.admitted = if comes { openness.admitted + 1 } else { openness.admitted - 1 };
        if openness.derived() != openness.state {
            self.work.queues.push(queue);
        }
    }

    /// A chat is on its way through the levels no more: it stands in no line, and whatever offers
    /// it still has out are for the caller to end.
    pub(crate) fn stop_ringing(&mut self, key: ChatKey) {
        let chat = &self.chats[key];
        let Some(ringing) = &chat.ringing else { return };
        let (ordinary, prefers) = (chat.demand.is_ordinary(), ringing.preferred.is_some());
        if ringing.stands_somewhere() {
            self.leave_lines(key);
        }
        if !ordinary {
            self.leave_lanes(key);
        }
        if prefers {
            self.stop_preferring(key);
        }
        let Self { chats, queues, timers, .. } = self;
        let chat = &mut chats[key];
        let Some(ringing) = &chat.ringing else { return };
        let (queue, listed_at) = (ringing.queue, ringing.listed_at as usize);
        let admitted = ringing.admitted;
        let mut cancel = |timer: Option<DueKey>| {
            timer.map(|timer| timers.cancel(timer));
        };
        ringing.at.iter().for_each(|at| cancel(at.lapses));
        cancel(ringing.level_ends);
        cancel(ringing.round_starts);
        cancel(ringing.wait_ends);
        cancel(ringing.notice_due);
        chat.ringing = None;
        let state = &mut queues[queue];
        state.ringing.swap_remove(listed_at);
        if let Some(&moved) = state.ringing.get(listed_at)
            && let Some(moved) = &mut chats[moved].ringing
        {
            moved.listed_at = u32::try_from(listed_at).expect("it was one");
        }
        let watched = state.watch.is_some();
        if admitted && state.openness.is_some() {
            self.count_admitted(queue, false);
        }
        if watched {
            self.mark_watched(queue);
        }
    }

    /// The chats that ring in a queue, in the order of arrival.
    pub(crate) fn ringing_in(&self, queue: QueueKey) -> Vec<ChatKey> {
        let mut chats = self.queues[queue].ringing.clone();
        chats.sort_unstable_by_key(|&chat| self.chats[chat].place);
        chats
    }

    /// A chat enters a level, and its wait counts from now. It stands in line there when the step
    /// settles, unless it has been offered to as many as it wants by then.
    pub(crate) fn enter_level(&mut self, key: ChatKey, number: u8) {
        let Some(ringing) = &self.chats[key].ringing else {
            return;
        };
        let (line, admitted) = (ringing.line_at(number), ringing.admitted);
        let waits_on = ringing.stays && self.is_last(line);
        let (level, open) = (self.level(line), self.queues[line.queue].is_open());
        if !level.is_active(open, admitted) {
            let before = self.chats[key].ringing.as_mut().and_then(|ringing| ringing.pass(number));
            self.cancel(before);
            self.work.chats.push(key);
            return;
        }
        // Who enters it was admitted before, or is now that the queue is open.
        if level.when == When::Open {
            self.admit(key);
        }
        if self.level(line).entry == Entering::Replace {
            self.leave_levels_before(key, number);
        }
        let Self { now, chats, queues, timers, work, .. } = self;
        let level = &queues[line.queue].levels[usize::from(number)];
        let wait = level.wait.filter(|_| !waits_on);
        let ends = wait.map(|wait| timers.set(*now, wait, Due::LevelEnds(key)));
        let ringing = chats[key].ringing.as_mut().expect("it rings");
        let before = ringing.enter(number, level, ends);
        before.map(|timer| timers.cancel(timer));
        work.chats.push(key);
    }

    pub(super) fn leave_levels_before(&mut self, chat: ChatKey, level: u8) {
        for offer in self.offers_of(chat) {
            if self.the_offer(offer).kind.level().is_some_and(|of| of < level) {
                self.withdraw(offer, &Withdrawal::LevelLeft);
            }
        }
        self.leave_lines(chat);
        let ringing = self.chats[chat].ringing.as_mut().expect("it rings");
        ringing.first = level;
        ringing.unrung &= !((1 << level) - 1);
    }

    pub(crate) fn level_ends(&mut self, chat: ChatKey) {
        let ringing = self.chats[chat].ringing.as_mut().expect("its timer goes with it");
        ringing.level_ends = None;
        let line = ringing.line_at(ringing.stage);
        self.roll_on(chat, line, RollReason::Unanswered);
    }

    /// A chat leaves a level: for the next one, or for what the policy says after the last.
    pub(crate) fn roll_on(&mut self, chat: ChatKey, line: LineId, reason: RollReason) {
        let hop = Hop {
            queue: self.queues[line.queue].id.clone(),
            level: line.level,
            at: self.now,
            reason,
        };
        let is_told = self.chats[chat].record.pass(hop, self.config.limits.levels_left);
        if matches!(reason, RollReason::NobodyThere | RollReason::AllBusy) {
            self.pass_over(line, reason);
        }
        if self.is_last(line) {
            self.leave_last_level(chat, line, reason);
            return;
        }
        let level = line.level + 1;
        let queue = self.queues[line.queue].id.clone();
        if is_told {
            let body = Body::RolledOver { queue: queue.clone(), level };
            self.write(chat, Author::Router, Audience::Staff, body);
        }
        if matches!(reason, RollReason::Unanswered | RollReason::AllDeclined) {
            let chat = self.chats[chat].id.clone();
            self.raise(EventKind::ChatRolledOver { chat, queue, level, reason });
        }
        self.enter_level(chat, level);
    }

    /// That a level is passed over is told once, for all the chats that do so while nobody comes.
    fn pass_over(&mut self, line: LineId, reason: RollReason) {
        let lane = self.lane(line);
        let revived = lane.reached.iter().map(|reached| self.segments[reached.segment].revived);
        let told = lane.passed_over.is_some_and(|at| revived.max().is_none_or(|last| last <= at));
        if !told {
            let turn = self.counters.next_turn();
            self.lane_mut(line).passed_over = Some(turn);
            let queue = self.queues[line.queue].id.clone();
            self.raise(EventKind::LevelPassedOver { queue, level: line.level, reason });
        }
    }

    /// Everybody has refused a chat at its last level: they are rung anew after a pause.
    pub(crate) fn rest_until_next_round(&mut self, chat: ChatKey) {
        let state = &self.chats[chat];
        let Some(ringing) = &state.ringing else {
            return;
        };
        let transfer_offer = state.offers.are_out();
        if ringing.round_starts.is_some() || transfer_offer {
            return;
        }
        let pause = self.queues[ringing.queue].policy.round_pause;
        let timer = self.timers.set(self.now, pause, Due::RoundStarts(chat));
        let ringing = self.chats[chat].ringing.as_mut().expect("it rings");
        ringing.round_starts = Some(timer);
    }

    pub(crate) fn round_starts(&mut self, chat: ChatKey) {
        let ringing = self.chats[chat].ringing.as_mut().expect("its timer goes with it");
        ringing.round_starts = None;
        ringing.round = ringing.round.saturating_add(1);
        ringing.tried.clear();
        let (queue, round) = (ringing.queue, ringing.round);
        for level in ringing.live_levels() {
            if self.queues[queue].levels[usize::from(level)].rings_all() {
                ringing.unrung |= 1 << level;
            }
        }
        let id = self.chats[chat].id.clone();
        self.raise(EventKind::RoundStarted { chat: id, round });
        self.line_up(chat);
        self.work.chats.push(chat);
    }

    /// A level reaches other segments than before: its chats are looked at again.
    pub(crate) fn redispatch_line(&mut self, line: LineId) {
        let all = self.level(line).rings_all();
        let chats: Vec<ChatKey> = self.lane(line).line.chats.values().collect();
        for &chat in &chats {
            if let Some(ringing) = &mut self.chats[chat].ringing
                && all
            {
                ringing.unrung |= 1 << line.level;
            }
        }
        self.work.chats.extend(chats);
    }
}
