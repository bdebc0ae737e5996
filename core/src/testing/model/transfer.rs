//! Transfers: until somebody accepts, the sender owns the chat.

use alloc::boxed::Box;
use alloc::vec;

use crate::{
    Actor, Audience, Author, Body, CancelTransfer, EventKind, Limited, Measured, Phase, Recipients,
    Refusal, ReturnChat, Role, Span, Target, TransferChat, TransferFailure, TransferId,
    TransferMode, TransferRecord, TransferRequest, TransferResult, Withdrawal,
};

use super::directory::at_most;
use super::people::staff;
use super::permit::Concerns;
use super::state::{Key, Offer, Place, To, Transfer};
use super::{Due, Model};

/// Asking for one.
impl Model {
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
        let sender = self.answering(by, chat)?;
        self.check_transfer(chat, sender, to)?;
        if action.mode == TransferMode::Join {
            self.must_have_room_for_company(chat)?;
        }

        self.start_transfer(chat, action, to, preferred);
        Ok(())
    }

    /// Hands a chat back to whom its operator had it from.
    pub(crate) fn return_chat(&mut self, by: &Actor, action: &ReturnChat) -> Result<(), Refusal> {
        self.check_text(action.reason.as_ref(), Measured::Note)?;
        self.check_text(action.note.as_ref(), Measured::Note)?;
        let chat = self.chat(&action.chat)?;
        let owner = self.answering(by, chat)?;
        let (id, mut completed) = (self.id_of(owner), None);
        for transfer in &self.chats[&chat].transfers {
            if let Some(TransferResult::Completed { by }) = &transfer.result {
                completed = (*by == id).then(|| transfer.from.clone());
            }
        }
        let sender = completed.ok_or_else(|| Refusal::NoSender { chat: action.chat.clone() })?;
        let to = To::Operator(self.operator(&sender)?);
        self.check_transfer(chat, owner, to)?;

        let asked = TransferChat {
            reason: action.reason.clone(),
            note: action.note.clone(),
            ..TransferChat::of(action.chat.clone(), Target::Operator { operator: sender })
        };
        self.start_transfer(chat, &asked, to, None);
        Ok(())
    }

    fn start_transfer(
        &mut self,
        chat: Place,
        action: &TransferChat,
        to: To,
        preferred: Option<Key>,
    ) {
        let at = self.now;
        let from = self.id_of(self.chats[&chat].owner.expect("somebody sends"));
        self.stop_counting(chat);
        let (reason, note) = (action.reason.clone(), action.note.clone());
        let lapses_at = self.set(self.config.transfer_lapse, Due::TransferLapses(chat));
        let state = self.the_chat(chat);
        state.phase = Phase::Transferring;
        state.transfers.push(TransferRecord {
            mode: action.mode,
            from: from.clone(),
            to: action.to.clone(),
            at,
            reason: reason.clone(),
            result: None,
        });
        let id = TransferId::new(u32::try_from(state.transfers.len()).expect("there are few"));
        let target = action.to.clone();
        state.transfer = Some(Transfer {
            id,
            target: target.clone(),
            to,
            mode: action.mode,
            reason: reason.clone(),
            note: note.clone(),
            consulted: None,
        });
        let request = TransferRequest { transfer: id, to: target.clone(), reason, note };
        let author = Author::Operator { operator: from.clone() };
        self.write(chat, author, Audience::Staff, Body::TransferStarted(Box::new(request)));
        let named = action.chat.clone();
        self.raise(EventKind::TransferStarted {
            mode: action.mode,
            chat: named,
            transfer: id,
            from,
            target,
            lapses_at,
        });
        self.judge_grants();
        match to {
            To::Operator(operator) => self.offer_transfer(chat, operator),
            To::Queue(queue) => {
                self.begin_ringing(chat, queue, self.new_entry(queue));
                if let Some(operator) = preferred {
                    let patience = self.queues[&queue].policy.preferred_for;
                    self.begin_to_prefer(chat, operator, patience);
                }
            }
        }
    }

    fn check_transfer(&self, chat: Place, sender: Key, to: To) -> Result<(), Refusal> {
        let state = &self.chats[&chat];
        if state.phase != Phase::Active {
            return Err(Refusal::WrongPhase { chat: state.id.clone(), phase: state.phase });
        }
        if to == To::Operator(sender) {
            return Err(Refusal::TransferToSelf { chat: state.id.clone() });
        }
        if !self.may_transfer(chat, to) {
            let there = match to {
                To::Operator(operator) => self.institution_of(operator),
                To::Queue(queue) => self.queues[&queue].institution,
            };
            return Err(self.no_grant(there, self.home(chat)));
        }
        self.check_in_force(chat, to)?;
        match to {
            To::Operator(operator) => {
                if state.excluded.contains(&operator) {
                    return Err(self.not_eligible(chat, operator));
                }
                if self.operators[&operator].stood.room < state.demand.units {
                    return Err(self.unavailable(operator));
                }
            }
            To::Queue(queue) => {
                if !self.takes_new_chats(queue) {
                    return Err(self.queue_closed(queue));
                }
            }
        }
        at_most(state.transfers.len(), self.config.limits.hops, Limited::Hops)
    }
}

/// What comes of it.
impl Model {
    /// The operator of an offer takes the chat over, in one step.
    pub(crate) fn complete_transfer(&mut self, chat: Place, offer: &Offer) {
        let operator = offer.operator;
        let way = self.way_of(chat, offer);
        let consulted = self.consulted(chat).map(|consulted| consulted.reason);
        let reason = consulted.unwrap_or_else(|| Self::reason_of(offer));
        self.stop_ringing(chat);
        self.drop_offer(chat, offer.number);
        self.the_operator(operator).missed = 0;
        self.cancel(Due::TransferLapses(chat));
        let state = self.the_chat(chat);
        let transfer = state.transfer.take().expect("it is pending");
        state.phase = Phase::Active;
        let sender = self.disown(chat).expect("somebody sends");
        let id = |key: Key| self.operators[&key].id.clone();
        let (from, to) = (id(sender), id(operator));
        let state = self.the_chat(chat);
        let last = state.transfers.last_mut().expect("it was noted");
        last.result = Some(TransferResult::Completed { by: to.clone() });
        if let To::Queue(queue) = transfer.to {
            state.queue = queue;
        }
        let (transfer_id, named) = (transfer.id, state.id.clone());
        let body =
            Body::TransferCompleted { transfer: transfer_id, from: from.clone(), to: to.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        let mut told = vec![from.clone(), to.clone()];
        let company = self.staff_of(chat).into_iter().filter(|&one| one != operator);
        told.extend(company.map(|one| self.id_of(one)));
        self.raise(EventKind::TransferCompleted {
            chat: named,
            transfer: transfer_id,
            from,
            operator: to.clone(),
            to: Recipients { patron: true, operators: told.into() },
        });
        self.the_chat(chat).way = way;
        self.own(chat, operator, reason, Span::ZERO);
        self.show_to_owner(chat, operator, (transfer.reason, transfer.note));
        self.withdraw_all(chat, &Withdrawal::Claimed { winner: to });
        self.review_company(chat);
        if transfer.mode == TransferMode::Join {
            self.stay(chat, sender);
        }
    }

    /// A transfer comes to nothing: the sender has the chat, as they had all the time.
    pub(crate) fn fail_transfer(&mut self, chat: Place, why: TransferFailure) {
        let state = self.the_chat(chat);
        let Some(transfer) = state.transfer.take() else { return };
        state.phase = Phase::Active;
        let last = state.transfers.last_mut().expect("it was noted");
        last.result = Some(TransferResult::Failed { why });
        let owner = state.owner;
        self.cancel(Due::TransferLapses(chat));
        let body = Body::TransferFailed { transfer: transfer.id, why };
        self.write(chat, Author::Router, Audience::Staff, body);
        let consulted = transfer.consulted.as_ref();
        let target = match transfer.target {
            Target::Operator { operator } => Some(operator),
            Target::Queue { .. } => consulted.map(|consulted| self.id_of(consulted.operator)),
        };
        let to = staff(self.those_here(owner).into_iter().chain(target).collect());
        let named = self.chats[&chat].id.clone();
        self.raise(EventKind::TransferFailed { chat: named, transfer: transfer.id, why, to });
        self.stop_ringing(chat);
        if let Some(consulted) = transfer.consulted {
            // They had accepted it: nothing rings them any more.
            self.drop_offer(chat, consulted.offer);
        }
        self.withdraw_all(chat, &Withdrawal::TransferOver);
        self.begin_counting(chat);
    }

    pub(crate) fn transfer_lapses(&mut self, chat: Place) {
        self.fail_transfer(chat, TransferFailure::Lapsed);
    }

    pub(crate) fn cancel_transfer(
        &mut self,
        by: &Actor,
        action: &CancelTransfer,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Host, Role::Answering], &Concerns::chat(chat))?;
        let pending = self.chats[&chat].transfer.as_ref().map(|transfer| transfer.id);
        if pending != Some(action.transfer) {
            let (chat, transfer) = (action.chat.clone(), action.transfer);
            return Err(Refusal::TransferGone { chat, transfer });
        }

        self.fail_transfer(chat, TransferFailure::Cancelled);
        Ok(())
    }
}
