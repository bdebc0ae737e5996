//! A two-phase hand-over: until somebody accepts, the sender owns the chat.

use alloc::boxed::Box;

use crate::authority::Concerns;
use crate::chat::{ChatKey, Offer, OfferKey, Phase, Step, To, Transfer};
use crate::command::{Actor, CancelTransfer, Target, TransferChat};
use crate::directory::OperatorKey;
use crate::directory::institutions::at_most;
use crate::event::{EventKind, Presence, Withdrawal};
use crate::id::TransferId;
use crate::recipients::Recipients;
use crate::record::{ClaimReason, TransferFailure, TransferRecord, TransferResult};
use crate::refusal::{Limited, Measured, Refusal};
use crate::router::{Due, Router};
use crate::time::Span;
use crate::transcript::{Audience, Author, Body, TransferRequest};

/// Asking for one.
impl Router {
    pub(crate) fn transfer_chat(
        &mut self,
        by: &Actor,
        action: &TransferChat,
    ) -> Result<(), Refusal> {
        self.check_text(action.reason.as_ref(), Measured::Note)?;
        self.check_text(action.note.as_ref(), Measured::Note)?;
        let chat = self.chat(&action.chat)?;
        let to = match &action.to {
            Target::Operator { operator } => To::Operator(self.operator(operator)?),
            Target::Queue { queue } => To::Queue(self.queue(queue)?),
        };
        let sender = self.answering::<TransferChat>(by, chat)?;
        self.check_transfer(chat, sender, to)?;

        self.chats[chat].go(Step::Transfer);
        self.stop_idling(chat);
        let lapses = self.config.transfer_lapse;
        let timer = self.timers.set(self.now, lapses, Due::TransferLapses(chat));
        let state = &mut self.chats[chat];
        let number =
            u32::try_from(state.record.transfers.len()).unwrap_or(u32::MAX).saturating_add(1);
        let id = TransferId::new(number);
        state.transfer = Some(Box::new(Transfer {
            id,
            to,
            reason: action.reason.clone(),
            note: action.note.clone(),
            lapses: timer,
        }));
        self.note_transfer(chat, sender, action);
        self.raise(EventKind::TransferStarted {
            chat: action.chat.clone(),
            transfer: id,
            from: self.operators[sender].id.clone(),
            target: action.to.clone(),
            lapses_at: self.now.saturating_add(lapses),
        });
        self.track_crossings(chat);
        match to {
            To::Operator(operator) => self.offer_transfer(chat, operator),
            To::Queue(queue) => {
                self.queues[queue].chats += 1;
                self.begin_ringing(chat, queue, self.new_entry(queue));
            }
        }
        Ok(())
    }

    fn check_transfer(&self, chat: ChatKey, sender: OperatorKey, to: To) -> Result<(), Refusal> {
        self.check_phase(chat, Phase::Active)?;
        let state = &self.chats[chat];
        if to == To::Operator(sender) {
            return Err(Refusal::TransferToSelf { chat: state.id.clone() });
        }
        if !self.may_transfer(chat, to) {
            let target = match to {
                To::Operator(operator) => self.operators[operator].institution,
                To::Queue(queue) => self.queues[queue].institution,
            };
            return Err(self.no_grant(target, self.queues[state.origin].institution));
        }
        self.check_in_force(chat, to)?;
        match to {
            To::Operator(operator) if state.excluded.contains(&operator) => {
                return Err(self.not_eligible(chat, operator));
            }
            To::Operator(operator)
                if !self.operators[operator].stand.free_for(state.demand.units) =>
            {
                let operator = self.operators[operator].id.clone();
                return Err(Refusal::TargetUnavailable { operator });
            }
            To::Queue(queue) if !self.takes_new_chats(queue) => {
                return Err(self.queue_closed(queue));
            }
            To::Operator(_) | To::Queue(_) => {}
        }
        let most = self.config.limits.hops;
        at_most(state.record.transfers.len(), most, Limited::Hops)?;
        Ok(())
    }

    fn note_transfer(&mut self, chat: ChatKey, sender: OperatorKey, action: &TransferChat) {
        let from = self.operators[sender].id.clone();
        let at = self.now;
        let record = &mut self.chats[chat].record;
        record.transfers.push(TransferRecord {
            from: from.clone(),
            to: action.to.clone(),
            at,
            reason: action.reason.clone(),
            result: None,
        });
        let transfer = TransferId::new(u32::try_from(record.transfers.len()).unwrap_or(u32::MAX));
        let (to, reason, note) = (action.to.clone(), action.reason.clone(), action.note.clone());
        let request = TransferRequest { transfer, to, reason, note };
        let body = Body::TransferStarted(Box::new(request));
        self.write(chat, Author::Operator { operator: from }, Audience::Staff, body);
    }
}

/// What comes of it.
impl Router {
    /// The operator of an offer takes the chat over, in one step.
    pub(crate) fn complete_transfer(&mut self, offer: OfferKey) {
        let chat = offer.chat;
        let (way, won) = (self.way_of(offer), self.won(offer));
        self.stop_ringing(chat);
        let (Offer { operator, kind, .. }, _) = self.drop_offer(offer);
        self.operators[operator].missed = 0;
        let Some(transfer) = self.end_transfer(chat) else {
            return;
        };
        self.chats[chat].go(Step::HandOver);
        let Some(sender) = self.disown(chat) else {
            return;
        };
        let (from, to) = (self.operators[sender].id.clone(), self.operators[operator].id.clone());
        self.conclude(chat, TransferResult::Completed { by: to.clone() });
        if let To::Queue(queue) = transfer.to {
            self.move_to_queue(chat, queue);
        }
        self.write(
            chat,
            Author::Router,
            Audience::Everyone,
            Body::TransferCompleted { transfer: transfer.id, from: from.clone(), to: to.clone() },
        );
        self.raise(EventKind::TransferCompleted {
            chat: self.chats[chat].id.clone(),
            transfer: transfer.id,
            from: from.clone(),
            operator: to.clone(),
            to: Recipients::staff([from, to.clone()]).with_patron(true),
        });
        let accepted = |level| ClaimReason::Accepted { level, won };
        let reason = kind.level().map_or(ClaimReason::Transferred, accepted);
        self.chats[chat].way = way;
        self.own(chat, operator, reason, Span::ZERO);
        self.show_transcript(chat, operator, transfer.reason, transfer.note);
        self.withdraw_all(chat, &Withdrawal::Claimed { winner: to });
        self.review_company(chat);
    }

    /// A transfer comes to nothing: the sender has the chat, as they had all the time.
    pub(crate) fn fail_transfer(&mut self, chat: ChatKey, why: TransferFailure) {
        let Some(transfer) = self.end_transfer(chat) else {
            return;
        };
        if let To::Queue(queue) = transfer.to {
            self.queues[queue].chats -= 1;
        }
        self.chats[chat].go(Step::Fail);
        self.conclude(chat, TransferResult::Failed { why });
        let body = Body::TransferFailed { transfer: transfer.id, why };
        self.write(chat, Author::Router, Audience::Staff, body);
        let here = |&owner: &OperatorKey| self.operators[owner].seen != Presence::Offline;
        let sender = self.chats[chat].owner.filter(here);
        let target = match transfer.to {
            To::Operator(operator) => Some(operator),
            To::Queue(_) => None,
        };
        let told = sender.into_iter().chain(target);
        let told = told.map(|operator| self.operators[operator].id.clone());
        let to = Recipients::staff(told);
        let id = self.chats[chat].id.clone();
        self.raise(EventKind::TransferFailed { chat: id, transfer: transfer.id, why, to });
        self.stop_ringing(chat);
        self.withdraw_all(chat, &Withdrawal::TransferOver);
        self.track_crossings(chat);
        self.idle_again(chat);
    }

    fn end_transfer(&mut self, chat: ChatKey) -> Option<Transfer> {
        let transfer = self.chats[chat].transfer.take()?;
        self.cancel(Some(transfer.lapses));
        Some(*transfer)
    }

    fn conclude(&mut self, chat: ChatKey, result: TransferResult) {
        if let Some(transfer) = self.chats[chat].record.transfers.last_mut() {
            transfer.result = Some(result);
        }
    }

    /// A chat is in another queue now. That queue has counted it since the transfer was asked for.
    fn move_to_queue(&mut self, chat: ChatKey, queue: crate::directory::QueueKey) {
        if queue != self.chats[chat].queue {
            self.note_served(chat);
        }
        let before = core::mem::replace(&mut self.chats[chat].queue, queue);
        if before != self.chats[chat].origin {
            self.queues[before].chats -= 1;
        }
        if queue == self.chats[chat].origin {
            self.queues[queue].chats -= 1;
        }
    }

    pub(crate) fn transfer_lapses(&mut self, chat: ChatKey) {
        self.fail_transfer(chat, TransferFailure::Lapsed);
    }

    pub(crate) fn cancel_transfer(
        &mut self,
        by: &Actor,
        action: &CancelTransfer,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<CancelTransfer>(by, Concerns::chat(chat))?;
        let pending = self.chats[chat].transfer.as_ref().map(|transfer| transfer.id);
        if pending != Some(action.transfer) {
            let (chat, transfer) = (action.chat.clone(), action.transfer);
            return Err(Refusal::TransferGone { chat, transfer });
        }

        self.fail_transfer(chat, TransferFailure::Cancelled);
        Ok(())
    }
}
