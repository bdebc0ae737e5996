//! A waiting chat goes to somebody without waiting for an offer: they pick it, or are assigned it.

use crate::authority::Concerns;
use crate::chat::{ChatKey, To};
use crate::command::{Actor, AssignChat, PickChat};
use crate::directory::OperatorKey;
use crate::event::Withdrawal;
use crate::record::ClaimReason;
use crate::refusal::Refusal;
use crate::router::Router;

impl Router {
    pub(crate) fn pick_chat(&mut self, by: &Actor, action: &PickChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<PickChat>(by, Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        if self.is_answered_by(chat, operator)? {
            return Ok(());
        }
        self.check_pick(chat, operator)?;

        self.operators[operator].missed = 0;
        self.hand_to(chat, operator, ClaimReason::Picked);
        Ok(())
    }

    /// Whether an operator may take a chat that waits: as for an offer, but for what they had
    /// refused before.
    fn check_pick(&self, chat: ChatKey, operator: OperatorKey) -> Result<(), Refusal> {
        if !self.is_eligible(chat, operator) {
            return Err(self.not_eligible(chat, operator));
        }
        // The place that a targeted offer reserves is the chat's own.
        let offer = self.offer_to(operator, chat);
        let reserved = offer.is_some_and(|offer| self.the_offer(offer).kind.reserves());
        if !reserved && !self.has_room_for(chat, operator) {
            return Err(self.unavailable(operator));
        }
        Ok(())
    }

    /// Whether a level of the queue where a chat waits, entered or not, reaches an operator whom it
    /// does not exclude.
    pub(crate) fn is_eligible(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        let Some(ringing) = &self.chats[chat].ringing else {
            return false;
        };
        if self.chats[chat].excluded.contains(&operator) {
            return false;
        }
        ringing.lines().any(|line| self.is_reached_by(line, operator))
    }

    /// As [`Router::is_eligible`], if all grants were in force.
    pub(crate) fn is_eligible_by_right(&self, chat: ChatKey, operator: OperatorKey) -> bool {
        let Some(ringing) = &self.chats[chat].ringing else {
            return false;
        };
        ringing.lines().any(|line| self.reaches_by_right(line, operator))
    }

    pub(crate) fn assign_chat(&mut self, by: &Actor, action: &AssignChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let operator = self.operator(&action.operator)?;
        let home = self.home(chat);
        self.permit::<AssignChat>(by, self.concerns_chat(chat))?;
        let owner = self.chats[chat].owner;
        if owner == Some(operator) {
            return Ok(());
        }
        if owner.is_some() {
            self.check_answered(chat)?;
        }
        if self.chats[chat].excluded.contains(&operator) {
            return Err(self.not_eligible(chat, operator));
        }
        let state = &self.operators[operator];
        if !self.may_answer(chat, operator) {
            return Err(self.no_grant(home, state.institution));
        }
        self.check_in_force(chat, To::Operator(operator))?;
        if state.sessions.is_empty() || state.pause.is_some() || state.leaving {
            return Err(self.unavailable(operator));
        }

        match owner {
            Some(_) => self.reassign(chat, operator),
            None => self.hand_to(chat, operator, ClaimReason::Assigned),
        }
        Ok(())
    }

    /// Whether an operator answers a chat already; refused where somebody else does.
    fn is_answered_by(&self, chat: ChatKey, operator: OperatorKey) -> Result<bool, Refusal> {
        match self.chats[chat].owner {
            None => Ok(false),
            Some(owner) if owner == operator => Ok(true),
            Some(owner) => Err(self.taken(chat, owner)),
        }
    }

    pub(crate) fn not_eligible(&self, chat: ChatKey, operator: OperatorKey) -> Refusal {
        Refusal::NotEligible {
            operator: self.operators[operator].id.clone(),
            chat: self.chats[chat].id.clone(),
        }
    }

    fn unavailable(&self, operator: OperatorKey) -> Refusal {
        Refusal::TargetUnavailable { operator: self.operators[operator].id.clone() }
    }

    /// An operator takes a chat that waits, whether they were rung for it or not.
    fn hand_to(&mut self, chat: ChatKey, operator: OperatorKey, reason: ClaimReason) {
        let offer = self.offer_to(operator, chat);
        // What an offer has reserved is taken the same way.
        let way = offer.map_or_else(|| self.way_to(chat, operator), |offer| self.way_of(offer));
        self.stop_ringing(chat);
        if let Some(offer) = offer {
            self.drop_offer(offer);
        }
        self.chats[chat].way = way;
        self.take(chat, operator, reason);
        let winner = self.operators[operator].id.clone();
        self.withdraw_all(chat, &Withdrawal::Claimed { winner });
    }
}
