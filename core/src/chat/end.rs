//! Leaving: a chat ends, or loses its operator and waits again.

use alloc::boxed::Box;

use crate::authority::{Concerns, Role};
use crate::chat::{Chat, ChatKey, PatronKey, Phase, Step};
use crate::command::{Actor, CloseChat, LeaveChat};
use crate::directory::{OperatorKey, QueueKey};
use crate::event::{EventKind, RequeueReason, Withdrawal};
use crate::id::Text;
use crate::ids::{EndedChat, Hash};
use crate::recipients::Recipients;
use crate::record::{Outcome, Record, TransferFailure};
use crate::refusal::Refusal;
use crate::router::Router;
use crate::transcript::{Audience, Author, Body};

/// Ending.
impl Router {
    pub(crate) fn leave_chat(&mut self, by: &Actor, action: &LeaveChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<LeaveChat>(by, Concerns::chat(chat))?;

        // In a wrap-up they have left already.
        if self.chats[chat].phase() != Phase::WrapUp {
            self.patron_leaves(chat);
        }
        Ok(())
    }

    pub(crate) fn patron_leaves(&mut self, chat: ChatKey) {
        let answered = !self.chats[chat].record.answers.is_empty();
        let outcome = if answered { Outcome::PatronLeft } else { Outcome::Abandoned };
        self.end_or_wrap_up(chat, outcome);
    }

    pub(crate) fn close_chat(&mut self, by: &Actor, action: &CloseChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let role = self.permit::<CloseChat>(by, self.concerns_chat(chat))?;

        // Who answers and supervises as well plays the part of who answers: it stands first.
        if self.chats[chat].phase() == Phase::WrapUp {
            self.end_wrap_up(chat);
        } else if role == Role::Answering {
            self.end_or_wrap_up(chat, Outcome::Closed);
        } else {
            self.end(chat, Outcome::ForceClosed, None);
        }
        Ok(())
    }

    /// Ends a chat, whatever state it is in, and hands out its record.
    pub(crate) fn end(&mut self, key: ChatKey, outcome: Outcome, notice: Option<Text>) {
        self.fail_transfer(key, TransferFailure::ChatEnded);
        self.stop_ringing(key);
        self.withdraw_all(key, &Withdrawal::ChatEnded);
        let company = self.chats[key].company.is_some().then(|| self.dissolve_company(key));
        let owner = self.disown(key).map(|owner| self.operators[owner].id.clone());
        let to = match company {
            None => Recipients::staff(owner),
            Some(company) => Recipients::staff(owner.into_iter().chain(company)),
        };
        self.conclude_conversation(key, outcome);
        let patron = self.chats[key].patron;
        self.forget_patron(patron);
        self.hand_out(key, notice, to.with_patron(true));
    }

    /// Notes that the patron and whoever answered them have parted.
    pub(crate) fn conclude_conversation(&mut self, key: ChatKey, outcome: Outcome) {
        let chat = &mut self.chats[key];
        let timers = [chat.idle.take(), chat.dropped.take()];
        chat.record.ended_at = self.now;
        chat.record.outcome = outcome;
        let (author, audience) = (Author::Router, Audience::Everyone);
        chat.transcript.append(self.now, author, audience, Body::Ended { outcome });
        for timer in timers {
            self.cancel(timer);
        }
    }

    /// A chat that nobody has any more leaves the state, and its record is handed out.
    pub(crate) fn hand_out(&mut self, key: ChatKey, notice: Option<Text>, to: Recipients) {
        self.stop_tracking(key);
        self.note_served(key);
        let (hash, mut chat) = self.chats.remove(key).expect("it is open");
        chat.go(Step::End);
        self.forget_chat(key, &chat, hash);
        let id = chat.id.clone();
        let record = self.record(chat);
        self.raise(EventKind::ChatEnded { chat: id, notice, record, to });
    }

    /// A patron has one open chat less: while an operator finishes their notes, it is not the
    /// patron's any more.
    pub(crate) fn forget_patron(&mut self, key: PatronKey) {
        let patron = &mut self.patrons[key];
        patron.chats -= 1;
        if patron.chats == 0 {
            self.patrons.remove(key);
        }
    }

    fn forget_chat(&mut self, key: ChatKey, chat: &Chat, hash: Hash) {
        if let Some(loser) = chat.lost_by {
            self.operators[loser].lost.retain(|&lost| lost != key);
        }
        self.queues[chat.origin].chats -= 1;
        if chat.queue != chat.origin {
            self.queues[chat.queue].chats -= 1;
        }
        let most = self.config.limits.ended_ids as usize;
        let answered_by = chat.record.answers.last().map(|answer| answer.operator.clone());
        self.ended.remember(hash, EndedChat { id: chat.id.clone(), answered_by }, most);
    }

    /// Completes the record that has been filled since the chat opened.
    fn record(&self, chat: Chat) -> Box<Record> {
        let mut record = chat.record;
        if chat.queue != chat.origin {
            record.queue = self.queues[chat.queue].id.clone();
        }
        record.offers = chat.offers.made();
        record.seal = self.config.digests.then(|| Box::new(chat.transcript.seal(&chat.id)));
        record.transcript = chat.transcript.into_entries();
        record
    }
}

/// Waiting again.
impl Router {
    /// The operator who answers is gone: the chat is offered again, at its old place in line, in
    /// the queue where it is, or at home where no live grant covers that any more. Where the patron
    /// has left, nobody is to answer: it ends.
    pub(crate) fn lose(&mut self, chat: ChatKey) {
        if self.chats[chat].phase() == Phase::WrapUp {
            self.end_wrap_up(chat);
            return;
        }
        self.fail_transfer(chat, TransferFailure::SenderLost);
        let queue = self.queue_to_wait_in(chat);
        let Some(owner) = self.take_from_owner(chat) else { return };
        let operator = self.operators[owner].id.clone();
        self.chats[chat].lost_by = Some(owner);
        self.operators[owner].lost.push(chat);
        let body = Body::OperatorLost { operator };
        self.write(chat, Author::Router, Audience::Everyone, body);
        self.requeue(chat, queue, RequeueReason::OperatorLost, Some(owner));
    }

    /// The partnership that carried a chat has ended, and its terms say that it returns.
    pub(crate) fn return_home(&mut self, chat: ChatKey) {
        if self.chats[chat].phase() == Phase::WrapUp {
            self.end_wrap_up(chat);
            return;
        }
        self.fail_transfer(chat, TransferFailure::GrantEnded);
        let Some(owner) = self.take_from_owner(chat) else { return };
        self.write(chat, Author::Router, Audience::Everyone, Body::Returned);
        let origin = self.chats[chat].origin;
        self.requeue(chat, origin, RequeueReason::GrantEnded, Some(owner));
    }

    /// A chat that waits at a partner goes home, since no grant lets it wait there any more.
    pub(crate) fn requeue_home(&mut self, chat: ChatKey) {
        self.stop_ringing(chat);
        self.withdraw_all(chat, &Withdrawal::GrantEnded);
        self.write(chat, Author::Router, Audience::Everyone, Body::Returned);
        let origin = self.chats[chat].origin;
        self.requeue(chat, origin, RequeueReason::GrantEnded, None);
    }

    /// Where a chat waits that nobody answers any more: where it is, or at home where no live grant
    /// covers that.
    pub(super) fn queue_to_wait_in(&self, chat: ChatKey) -> QueueKey {
        let Chat { queue, origin, .. } = self.chats[chat];
        if self.may_wait_in(chat, queue) { queue } else { origin }
    }

    pub(super) fn take_from_owner(&mut self, chat: ChatKey) -> Option<OperatorKey> {
        let owner = self.disown(chat)?;
        self.await_nobody(chat);
        self.chats[chat].go(Step::Lose);
        self.chats[chat].waiting_since = self.now;
        Some(owner)
    }

    /// A chat waits in a queue, from its first level, at its old place in line.
    pub(super) fn requeue(
        &mut self,
        chat: ChatKey,
        queue: QueueKey,
        reason: RequeueReason,
        from: Option<OperatorKey>,
    ) {
        let origin = self.chats[chat].origin;
        if queue != self.chats[chat].queue {
            self.note_served(chat);
        }
        let before = core::mem::replace(&mut self.chats[chat].queue, queue);
        if before != origin {
            self.queues[before].chats -= 1;
        }
        if queue != origin {
            self.queues[queue].chats += 1;
        }
        let company = self.dissolve_company(chat);
        let to = Recipients::staff(self.those_here(from).chain(company)).with_patron(true);
        self.raise(EventKind::ChatRequeued {
            chat: self.chats[chat].id.clone(),
            queue: self.queues[queue].id.clone(),
            operator: from.map(|from| self.operators[from].id.clone()),
            reason,
            to,
        });
        self.track_crossings(chat);
        let mut entry = self.new_entry(queue);
        entry.admitted |= reason != RequeueReason::Overflow;
        self.begin_ringing(chat, queue, entry);
    }
}
