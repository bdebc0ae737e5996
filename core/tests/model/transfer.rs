//! Transfers: until somebody accepts, the sender owns the chat.

use refdesk::{
    Actor, Audience, Author, Body, CancelTransfer, ClaimReason, EventKind, Limited, Measured,
    Phase, Presence, Recipients, Refusal, Role, Span, Target, TransferChat, TransferFailure,
    TransferId, TransferMode, TransferRecord, TransferRequest, TransferResult, Withdrawal,
};

use super::directory::at_most;
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
        let sender = self.acting_operator(by)?;
        match self.chats[&chat].owner {
            Some(owner) if owner != sender => return Err(self.taken(chat, owner)),
            Some(_) | None => self.permit(by, &[Role::Answering], &Concerns::chat(chat))?,
        };
        self.check_transfer(chat, sender, to)?;

        let at = self.now;
        let from = self.operators[&sender].id.clone();
        let (reason, note) = (action.reason.clone(), action.note.clone());
        let lapses_at = self.set(self.config.transfer_lapse, Due::TransferLapses(chat));
        let state = self.the_chat(chat);
        state.phase = Phase::Transferring;
        state.transfers.push(TransferRecord {
            mode: TransferMode::Blind,
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
            reason: reason.clone(),
            note: note.clone(),
        });
        let request = TransferRequest { transfer: id, to: target.clone(), reason, note };
        let author = Author::Operator { operator: from.clone() };
        self.write(chat, author, Audience::Staff, Body::TransferStarted(Box::new(request)));
        let named = action.chat.clone();
        self.raise(EventKind::TransferStarted {
            mode: TransferMode::Blind,
            chat: named,
            transfer: id,
            from,
            target,
            lapses_at,
        });
        self.judge_grants();
        match to {
            To::Operator(operator) => self.offer_transfer(chat, operator),
            To::Queue(queue) => self.begin_ringing(chat, queue, self.new_entry(queue)),
        }
        Ok(())
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
        let told = vec![from.clone(), to.clone()];
        self.raise(EventKind::TransferCompleted {
            chat: named,
            transfer: transfer_id,
            from,
            operator: to.clone(),
            to: Recipients { patron: true, operators: told.into() },
        });
        let reason = match offer.kind.level() {
            Some(level) => ClaimReason::Accepted { level, won: Self::won(offer) },
            None => ClaimReason::Transferred,
        };
        self.the_chat(chat).way = way;
        self.own(chat, operator, reason, Span::ZERO);
        self.show_transcript(chat, operator, transfer.reason, transfer.note);
        self.withdraw_all(chat, &Withdrawal::Claimed { winner: to });
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
        let here = |owner: &Key| self.operators[owner].seen != Presence::Offline;
        let sender = owner.filter(here).map(|owner| self.operators[&owner].id.clone());
        let target = match transfer.target {
            Target::Operator { operator } => Some(operator),
            Target::Queue { .. } => None,
        };
        let told: Vec<_> = sender.into_iter().chain(target).collect();
        let to = Recipients { patron: false, operators: told.into() };
        let named = self.chats[&chat].id.clone();
        self.raise(EventKind::TransferFailed { chat: named, transfer: transfer.id, why, to });
        self.stop_ringing(chat);
        self.withdraw_all(chat, &Withdrawal::TransferOver);
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
