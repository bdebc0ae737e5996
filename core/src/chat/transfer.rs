//! A two-phase hand-over: until somebody accepts, the sender owns the chat.

use alloc::boxed::Box;
use alloc::vec::Vec;

use crate::authority::Concerns;
use crate::chat::{ChatKey, Offer, OfferKey, Phase, Step, To, Transfer};
use crate::command::{Actor, CancelTransfer, Part, ReturnChat, Target, TransferChat, TransferMode};
use crate::deadline::Due;
use crate::directory::OperatorKey;
use crate::directory::institutions::at_most;
use crate::event::{EventKind, Withdrawal};
use crate::id::{OperatorId, TransferId};
use crate::recipients::Recipients;
use crate::record::{ClaimReason, TransferFailure, TransferRecord, TransferResult};
use crate::refusal::{Limited, Measured, Refusal};
use crate::router::Router;
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
        let preferred = action.preferred.as_ref().map(|id| self.operator(id)).transpose()?;
        let sender = self.answering::<TransferChat>(by, chat)?;
        self.check_transfer(chat, sender, to)?;
        if action.mode == TransferMode::Join {
            self.room_in_company(chat)?;
        }

        self.start_transfer(sender, action, chat, (to, preferred));
        Ok(())
    }

    pub(crate) fn return_chat(&mut self, by: &Actor, action: &ReturnChat) -> Result<(), Refusal> {
        self.check_text(action.reason.as_ref(), Measured::Note)?;
        self.check_text(action.note.as_ref(), Measured::Note)?;
        let chat = self.chat(&action.chat)?;
        let operator = self.answering::<ReturnChat>(by, chat)?;
        let sender = self.had_it_from(chat, operator);
        let sender = sender.ok_or_else(|| Refusal::NoSender { chat: action.chat.clone() })?;
        let to = To::Operator(self.operator(&sender)?);
        self.check_transfer(chat, operator, to)?;

        let asked = TransferChat {
            reason: action.reason.clone(),
            note: action.note.clone(),
            ..TransferChat::of(action.chat.clone(), Target::Operator { operator: sender })
        };
        self.start_transfer(operator, &asked, chat, (to, None));
        Ok(())
    }

    /// From whom the operator who answers a chat got it by a transfer.
    fn had_it_from(&self, chat: ChatKey, operator: OperatorKey) -> Option<OperatorId> {
        let (record, id) = (&self.chats[chat].record, &self.operators[operator].id);
        let completed = record.transfers.iter().rev().find_map(|transfer| match &transfer.result {
            Some(TransferResult::Completed { by }) => Some((by, &transfer.from)),
            Some(TransferResult::Failed { .. }) | None => None,
        });
        completed.filter(|(by, _)| *by == id).map(|(_, from)| from.clone())
    }

    fn start_transfer(
        &mut self,
        sender: OperatorKey,
        action: &TransferChat,
        chat: ChatKey,
        (to, preferred): (To, Option<OperatorKey>),
    ) {
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
            mode: action.mode,
            lapses: Some(timer),
            consulted: None,
        }));
        self.note_transfer(chat, sender, action);
        self.raise(EventKind::TransferStarted {
            chat: action.chat.clone(),
            transfer: id,
            from: self.operators[sender].id.clone(),
            target: action.to.clone(),
            mode: action.mode,
            lapses_at: self.now.saturating_add(lapses),
        });
        self.track_crossings(chat);
        match to {
            To::Operator(operator) => self.offer_transfer(chat, operator),
            To::Queue(queue) => {
                self.queues[queue].chats += 1;
                match preferred {
                    Some(preferred) => {
                        let patience = self.queues[queue].policy.preferred_for;
                        self.begin_with(chat, queue, preferred, patience);
                    }
                    None => self.begin_ringing(chat, queue, self.new_entry(queue)),
                }
            }
        }
    }

    pub(super) fn check_transfer(
        &self,
        chat: ChatKey,
        sender: OperatorKey,
        to: To,
    ) -> Result<(), Refusal> {
        self.check_phase(chat, Phase::Active)?;
        let state = &self.chats[chat];
        if to == To::Operator(sender) {
            return Err(Refusal::TransferToSelf { chat: state.id.clone() });
        }
        if !self.may_transfer(chat, to) {
            return Err(self.no_grant(self.institution_at(to), self.home(chat)));
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
            mode: action.mode,
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
        let consulted = self.consulted(chat).map(|consulted| consulted.reason);
        let (way, reason) = (
            self.way_of(offer),
            consulted.unwrap_or_else(|| {
                self.reason_of(chat, self.the_offer(offer), ClaimReason::Transferred)
            }),
        );
        self.stop_ringing(chat);
        let (Offer { operator, .. }, _) = self.drop_offer(offer);
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
        let company = self.staff_of(chat).filter(|&one| one != operator);
        let company = company.map(|one| self.operators[one].id.clone()).collect::<Vec<_>>();
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
            to: Recipients::staff([from, to.clone()].into_iter().chain(company)).with_patron(true),
        });
        self.chats[chat].way = way;
        self.own(chat, operator, reason, Span::ZERO);
        self.show_transcript(chat, operator, transfer.reason, transfer.note);
        self.withdraw_all(chat, &Withdrawal::Claimed { winner: to });
        self.review_company(chat);
        if transfer.mode == TransferMode::Join {
            self.stay(chat, sender);
        }
    }

    /// Who has handed a chat over takes part in it, if grants let them still.
    fn stay(&mut self, chat: ChatKey, sender: OperatorKey) {
        let there = !self.operators[sender].sessions.is_empty();
        if there && self.may_answer(chat, sender) && self.room_in_company(chat).is_ok() {
            self.take_part(chat, sender, Part::Invited);
        }
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
        let sender = self.those_here(self.chats[chat].owner);
        let consulted = transfer.consulted.as_ref().map(|consulted| consulted.operator);
        let target = match transfer.to {
            To::Operator(operator) => Some(operator),
            To::Queue(_) => consulted,
        };
        let target = target.map(|operator| self.operators[operator].id.clone());
        let to = Recipients::staff(sender.chain(target));
        let id = self.chats[chat].id.clone();
        self.raise(EventKind::TransferFailed { chat: id, transfer: transfer.id, why, to });
        self.stop_ringing(chat);
        if let Some(consulted) = transfer.consulted {
            // They had accepted it: nothing rings them any more.
            self.drop_offer(OfferKey { chat, id: consulted.offer });
        }
        self.withdraw_all(chat, &Withdrawal::TransferOver);
        self.track_crossings(chat);
        self.idle_again(chat);
    }

    fn end_transfer(&mut self, chat: ChatKey) -> Option<Transfer> {
        let transfer = self.chats[chat].transfer.take()?;
        self.cancel(transfer.lapses);
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
