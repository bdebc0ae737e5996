//! What a queue does with a chat in the end: waits on, ends it, or sends it to another queue.

use alloc::collections::BTreeSet;

use crate::chat::{ChatKey, Entry, To};
use crate::deadline::Due;
use crate::directory::QueueKey;
use crate::event::{EventKind, RequeueReason, Withdrawal};
use crate::id::QueueId;
use crate::policy::{After, Policy};
use crate::recipients::Recipients;
use crate::record::{Outcome, RollReason, TransferFailure};
use crate::refusal::{Measured, PolicyFault, Refusal};
use crate::router::Router;
use crate::segment::LineId;
use crate::time::Span;
use crate::transcript::{Audience, Author, Body};

/// When it comes.
impl Router {
    /// A chat has left the last level of a queue.
    pub(super) fn leave_last_level(&mut self, chat: ChatKey, line: LineId, reason: RollReason) {
        if self.chats[chat].transfer.is_some() {
            self.fail_transfer(chat, self.failure(chat, reason));
            return;
        }
        self.comes_after(chat, line.queue);
    }

    /// What a policy says after the last level comes to a chat that waits. Where it cannot, the chat
    /// keeps waiting, for good.
    fn comes_after(&mut self, chat: ChatKey, queue: QueueKey) {
        let after = self.queues[queue].policy.after.clone();
        if self.comes_to(chat, after) {
            return;
        }
        let Some(ringing) = &mut self.chats[chat].ringing else { return };
        ringing.stays = true;
        let at_last = usize::from(ringing.stage) + 1 == self.queues[queue].levels.len();
        let ends = ringing.level_ends.take_if(|_| at_last);
        self.cancel(ends);
    }

    /// Why a transfer fails whose chat has left the last level of the queue: what counts is the
    /// last level that was active.
    fn failure(&self, chat: ChatKey, reason: RollReason) -> TransferFailure {
        let hops = self.chats[chat].record.hops.iter().rev().map(|hop| hop.reason);
        let active = |reason: &RollReason| *reason != RollReason::OutOfHours;
        match hops.into_iter().find(active).unwrap_or(reason) {
            RollReason::Unanswered | RollReason::AllDeclined => TransferFailure::Lapsed,
            RollReason::NobodyThere | RollReason::AllBusy | RollReason::OutOfHours => {
                TransferFailure::NobodyThere
            }
        }
    }

    /// A chat has waited as long as its queue's policy allows.
    pub(crate) fn wait_ends(&mut self, chat: ChatKey) {
        let ringing = self.chats[chat].ringing.as_mut().expect("its timer goes with it");
        ringing.wait_ends = None;
        let queue = ringing.queue;
        if self.chats[chat].transfer.is_some() {
            self.fail_transfer(chat, TransferFailure::Lapsed);
            return;
        }
        let too_long = self.queues[queue].policy.too_long.as_ref();
        let then = too_long.expect("it has set the timer").then.clone();
        self.comes_to(chat, then);
    }

    /// The patron of a chat that waits is told something.
    pub(crate) fn notice_due(&mut self, chat: ChatKey) {
        let ringing = self.chats[chat].ringing.as_mut().expect("its timer goes with it");
        ringing.notice_due = None;
        ringing.noticed = true;
        let notice = self.queues[ringing.queue].policy.notice.as_ref();
        let text = notice.expect("it has set the timer").text.clone();
        let body = Body::Notice { text: text.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        let id = self.chats[chat].id.clone();
        let to = Recipients::staff(None).with_patron(true);
        self.raise(EventKind::NoticeGiven { chat: id, notice: text, to });
    }

    /// A queue was closed by hand: the chats that were admitted while it was open come to their
    /// end.
    pub(crate) fn close_out(&mut self, queue: QueueKey) {
        for chat in self.ringing_in(queue) {
            let state = &self.chats[chat];
            let Some(ringing) = state.ringing.as_ref().filter(|ringing| ringing.admitted) else {
                continue;
            };
            if state.transfer.is_some() {
                self.fail_transfer(chat, TransferFailure::QueueClosed);
            } else if !ringing.stays {
                self.comes_after(chat, queue);
            }
        }
    }

    /// What comes to a chat that opens while its queue is full, if it is.
    pub(super) fn comes_to_one_too_many(&mut self, chat: ChatKey, queue: QueueKey) -> bool {
        let queue = &self.queues[queue];
        let Some(full) = &queue.policy.full else { return false };
        if queue.ringing.len() < full.chats as usize || self.chats[chat].stored {
            return false;
        }
        let then = full.then.clone();
        self.comes_to(chat, then)
    }

    /// Ends a chat that waits, or sends it on. False if it waits on where it is.
    fn comes_to(&mut self, chat: ChatKey, then: After) -> bool {
        let (outcome, notice) = match then {
            After::KeepWaiting => return false,
            After::TakeMessage { notice } => (Outcome::MessageTaken, notice),
            After::Close { notice } => (Outcome::ClosedByQueue, notice),
            After::MoveTo { queue } => return self.move_over(chat, &queue),
        };
        self.end(chat, outcome, notice);
        true
    }

    fn move_over(&mut self, chat: ChatKey, to: &QueueId) -> bool {
        let target = self.queues.find(to).filter(|&target| self.may_move(chat, target));
        let Some(target) = target else { return false };
        self.stop_ringing(chat);
        self.withdraw_all(chat, &Withdrawal::LevelLeft);
        self.chats[chat].record.overflows.push(to.clone());
        let body = Body::Moved { queue: to.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        self.requeue(chat, target, RequeueReason::Overflow, None);
        true
    }

    /// Whether a chat that waits may move on to a queue: no queue twice, so many at most, where it is
    /// taken, and where grants let it wait.
    fn may_move(&self, chat: ChatKey, target: QueueKey) -> bool {
        let state = &self.chats[chat];
        let overflows = &state.record.overflows;
        let been = target == state.origin || overflows.contains(&self.queues[target].id);
        let often = overflows.len() >= self.config.limits.overflows as usize;
        let may_wait =
            self.may_wait_in(chat, target) && self.check_in_force(chat, To::Queue(target)).is_ok();
        !been && !often && self.takes_new_chats(target) && may_wait
    }

    /// Sets the timers of a chat that has begun to wait in a queue, if its policy wants any.
    pub(super) fn arm_waiting(&mut self, chat: ChatKey, queue: QueueKey) {
        let policy = &self.queues[queue].policy;
        let too_long = policy.too_long.as_ref().map(|too_long| too_long.after);
        let notice = policy.notice.as_ref().map(|notice| notice.after);
        let state = &mut self.chats[chat];
        let answered = state.owner.is_some();
        let ringing = state.ringing.as_mut().expect("it waits");
        let left = |span: Span| {
            let waited = self.now.since(ringing.since).as_millis();
            Span::from_millis(span.as_millis().saturating_sub(waited))
        };
        let wait_ends = too_long.filter(|_| !ringing.stays).map(left);
        let notice_due = notice.filter(|_| !ringing.noticed && !answered).map(left);
        let mut set = |span, due| self.timers.set(self.now, span, due);
        ringing.wait_ends = wait_ends.map(|span| set(span, Due::WaitEnds(chat)));
        ringing.notice_due = notice_due.map(|span| set(span, Due::Notice(chat)));
    }

    /// How a chat comes into a queue that nobody sent there by a loss or the end of a grant.
    #[inline]
    pub(super) fn new_entry(&self, queue: QueueKey) -> Entry {
        let admitted = self.queues[queue].is_open();
        Entry { admitted, since: self.now, noticed: false }
    }
}

/// Whether what a policy says can come.
impl Router {
    pub(crate) fn check_texts(&self, policy: &Policy) -> Result<(), Refusal> {
        for outcome in policy.outcomes() {
            match outcome {
                After::TakeMessage { notice } | After::Close { notice } => {
                    self.check_text(notice.as_ref(), Measured::Note)?;
                }
                After::KeepWaiting | After::MoveTo { .. } => {}
            }
        }
        policy
            .notices()
            .try_for_each(|(_, notice)| self.check_text(Some(&notice.text), Measured::Note))
    }

    /// Whether the queues to which a policy sends chats are there, and none of them sends them back.
    pub(crate) fn check_targets(&self, queue: &QueueId, policy: &Policy) -> Result<(), Refusal> {
        for target in policy.targets() {
            self.queue(target)?;
        }
        if self.leads_back(queue, policy) {
            return Err(Refusal::InvalidPolicy { level: 0, fault: PolicyFault::Circle });
        }
        Ok(())
    }

    /// Whether the chats of a queue could come back to it, moving on from queue to queue.
    fn leads_back(&self, queue: &QueueId, policy: &Policy) -> bool {
        let mut next: alloc::vec::Vec<&QueueId> = policy.targets().collect();
        let mut seen: BTreeSet<&QueueId> = next.iter().copied().collect();
        while let Some(target) = next.pop() {
            if target == queue {
                return true;
            }
            let target = self.queues.find(target).map(|target| &self.queues[target].policy);
            let further = target.into_iter().flat_map(Policy::targets);
            next.extend(further.filter(|further| seen.insert(further)));
        }
        false
    }

    /// Counts at the queues to which a policy sends chats that it names them, or no more.
    pub(crate) fn name_targets(&mut self, queue: QueueKey, names: bool) {
        let targets = self.queues[queue].policy.targets().map(|target| self.queues.find(target));
        let targets: alloc::vec::Vec<QueueKey> = targets.flatten().collect();
        for target in targets {
            let count = &mut self.queues[target].moved_to_by;
            *count = if names { *count + 1 } else { *count - 1 };
        }
    }
}
