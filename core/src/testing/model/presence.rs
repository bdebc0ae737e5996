//! Sessions, grace, pauses, leaving; and what an operator can take.

use alloc::vec::Vec;

use crate::{
    Actor, EndSession, EventKind, FinishThenLeave, Limited, LogOut, Measured, Pause, PauseReason,
    Presence, Recipients, Refusal, Role, SetPresence, Show, Unpause,
};

use super::directory::at_most;
use super::people::staff;
use super::permit::Concerns;
use super::state::{Key, Place, Session, Stand};
use super::{Due, Model};

/// Sessions.
impl Model {
    pub(crate) fn set_presence(&mut self, by: &Actor, action: &SetPresence) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit(by, &[Role::Host, Role::Operator], &Concerns::default().operator(key))?;
        let operator = &self.operators[&key];
        let known = operator.sessions.iter().position(|session| session.id == action.session);
        if known.is_none() {
            let most = self.config.limits.sessions_per_operator;
            at_most(operator.sessions.len(), most, Limited::Sessions)?;
        }

        let operator = self.the_operator(key);
        let at = known.unwrap_or_else(|| {
            operator.sessions_opened += 1;
            let (number, id) = (operator.sessions_opened, action.session.clone());
            operator.sessions.push(Session { id, number, show: action.show });
            operator.sessions.len() - 1
        });
        operator.sessions[at].show = action.show;
        let number = operator.sessions[at].number;
        if let Some(length) = self.config.session_length {
            self.set(length, Due::SessionEnds(key, number));
        }
        self.cancel(Due::GraceEnds(key));
        self.see(key);
        self.take_back_lost(key);
        Ok(())
    }

    pub(crate) fn end_session(&mut self, by: &Actor, action: &EndSession) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit(by, &[Role::Host, Role::Operator], &Concerns::default().operator(key))?;
        let mut sessions = self.operators[&key].sessions.iter();
        let session = sessions.find(|session| session.id == action.session);
        let unknown = || Refusal::UnknownSession {
            operator: action.operator.clone(),
            session: action.session.clone(),
        };
        let number = session.ok_or_else(unknown)?.number;

        self.session_ends(key, number);
        Ok(())
    }

    /// The last session of an operator starts their grace.
    pub(crate) fn session_ends(&mut self, key: Key, number: u32) {
        self.cancel(Due::SessionEnds(key, number));
        let operator = self.the_operator(key);
        operator.sessions.retain(|session| session.number != number);
        if !operator.sessions.is_empty() {
            self.see(key);
            return;
        }
        let until = self.set(self.config.grace, Due::GraceEnds(key));
        let operator = self.operators[&key].id.clone();
        self.raise(EventKind::GraceStarted { operator, until });
        self.restand(key);
    }

    pub(crate) fn log_out(&mut self, by: &Actor, action: &LogOut) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit(by, &[Role::Host, Role::Operator], &Concerns::default().operator(key))?;
        self.must_be_online(key)?;

        self.go_offline(key);
        Ok(())
    }

    fn must_be_online(&self, key: Key) -> Result<(), Refusal> {
        let operator = &self.operators[&key];
        if operator.sessions.is_empty() && self.runs(Due::GraceEnds(key)).is_none() {
            return Err(Refusal::OperatorOffline { operator: operator.id.clone() });
        }
        Ok(())
    }

    /// An operator is gone: no sessions, no grace, no chats.
    pub(crate) fn go_offline(&mut self, key: Key) {
        let operator = self.the_operator(key);
        operator.leaving = false;
        operator.missed = 0;
        for session in core::mem::take(&mut operator.sessions) {
            self.cancel(Due::SessionEnds(key, session.number));
        }
        self.cancel(Due::GraceEnds(key));
        self.see(key);
        for chat in self.answered_by(key) {
            self.lose(chat);
        }
        self.leave_all_company(key);
    }

    /// The chats that an operator answers, in the order of their places.
    pub(crate) fn answered_by(&self, key: Key) -> Vec<Place> {
        let theirs = self.chats.iter().filter(|(_, chat)| chat.owner == Some(key));
        theirs.map(|(&place, _)| place).collect()
    }

    /// Chats that an operator had lost, and that nobody has claimed yet, are theirs again.
    fn take_back_lost(&mut self, key: Key) {
        let lost = self.chats.iter().filter(|(_, chat)| chat.lost_by == Some(key));
        let lost: Vec<Place> = lost.map(|(&place, _)| place).collect();
        for chat in lost {
            self.the_chat(chat).lost_by = None;
            if self.may_answer(chat, key) {
                self.claim_returned(chat, key);
            }
        }
    }
}

/// Pauses and leaving.
impl Model {
    pub(crate) fn finish_then_leave(
        &mut self,
        by: &Actor,
        action: &FinishThenLeave,
    ) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        let roles = [Role::Host, Role::Institution, Role::Operator, Role::Supervisor];
        let concerns = Concerns::institution(self.institution_of(key)).operator(key);
        self.permit(by, &roles, &concerns)?;
        self.must_be_online(key)?;
        let leaves = action.leaves;
        if self.operators[&key].leaving == leaves {
            return Ok(());
        }

        self.the_operator(key).leaving = leaves;
        let (operator, to) = (action.operator.clone(), self.themself(key));
        self.raise(EventKind::OperatorLeaving { operator, leaves, to });
        self.come(key);
        Ok(())
    }

    /// Who leaves and has no chats any more is gone.
    pub(crate) fn log_out_leaving(&mut self) -> bool {
        let leaving = self.operators.iter().filter(|(_, operator)| operator.leaving);
        let leaving: Vec<Key> = leaving.map(|(&key, _)| key).collect();
        let gone: Vec<Key> =
            leaving.into_iter().filter(|&key| self.answered_by(key).is_empty()).collect();
        for &key in &gone {
            self.go_offline(key);
        }
        !gone.is_empty()
    }

    pub(crate) fn pause(&mut self, by: &Actor, action: &Pause) -> Result<(), Refusal> {
        self.check_text(Some(&action.reason), Measured::Note)?;
        let key = self.operator(&action.operator)?;
        let roles = [Role::Host, Role::Institution, Role::Operator, Role::Supervisor];
        let concerns = Concerns::institution(self.institution_of(key)).operator(key);
        self.permit(by, &roles, &concerns)?;

        let reason = PauseReason::Asked { text: action.reason.clone() };
        if self.operators[&key].pause.as_ref() != Some(&reason) {
            self.pause_for(key, reason);
        }
        Ok(())
    }

    fn pause_for(&mut self, key: Key, reason: PauseReason) {
        self.the_operator(key).pause = Some(reason.clone());
        let operator = self.operators[&key].id.clone();
        let to = self.themself(key);
        self.raise(EventKind::OperatorPaused { operator, reason, to });
        self.restand(key);
    }

    /// They, if they are there.
    fn themself(&self, key: Key) -> Recipients {
        staff(self.those_here([key]))
    }

    /// An operator let a targeted offer lapse, of a chat that rings in this queue.
    pub(crate) fn count_missed(&mut self, key: Key, queue: Key) {
        let operator = self.the_operator(key);
        operator.missed = operator.missed.saturating_add(1);
        let count = operator.missed;
        let most = self.queues[&queue].policy.pause_after_missed;
        if most.is_some_and(|most| count >= most) {
            self.pause_for(key, PauseReason::MissedOffers { count });
        }
    }

    pub(crate) fn unpause(&mut self, by: &Actor, action: &Unpause) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        let concerns = Concerns::default().operator(key);
        self.permit(by, &[Role::Operator, Role::Supervisor], &concerns)?;
        if self.operators[&key].pause.is_none() {
            return Err(Refusal::NotPaused { operator: action.operator.clone() });
        }

        let operator = self.the_operator(key);
        operator.pause = None;
        operator.missed = 0;
        let (operator, to) = (action.operator.clone(), self.themself(key));
        self.raise(EventKind::OperatorUnpaused { operator, to });
        self.come(key);
        Ok(())
    }
}

/// How an operator is seen, and what they can take.
impl Model {
    fn see(&mut self, key: Key) {
        let presence = self.best_show(key).map_or(Presence::Offline, Presence::from);
        if self.operators[&key].seen != presence {
            let before = core::mem::replace(&mut self.the_operator(key).seen, presence);
            self.tell_operator(key, before);
        }
        self.come(key);
    }

    fn best_show(&self, key: Key) -> Option<Show> {
        self.operators[&key].sessions.iter().map(|session| session.show).min()
    }

    /// Who begins to take chats has been idle from now on.
    pub(crate) fn come(&mut self, key: Key) {
        if !self.operators[&key].stood.there && self.stand(key).there {
            let turn = self.next_turn();
            self.the_operator(key).idle_turn = turn;
        }
        self.restand(key);
    }

    /// The units that an operator's chats take, those reserved by an offer included.
    pub(crate) fn load(&self, key: Key) -> u32 {
        let mut load = 0;
        for chat in self.chats.values() {
            let units = u32::from(chat.demand.units);
            if chat.owner == Some(key) {
                load += units;
            }
            let reserves = chat.offers.iter().filter(|offer| offer.operator == key);
            load += units * u32::from(reserves.clone().any(|offer| offer.kind.reserves()));
        }
        load
    }

    pub(crate) fn broadcasts(&self, key: Key) -> usize {
        let offers = self.chats.values().flat_map(|chat| &chat.offers);
        offers.filter(|offer| offer.operator == key && !offer.kind.reserves()).count()
    }

    /// How an operator stands now.
    pub(crate) fn stand(&self, key: Key) -> Stand {
        let operator = &self.operators[&key];
        let there = operator.pause.is_none()
            && !operator.leaving
            && operator.capacity > 0
            && self.best_show(key).is_some_and(|show| self.config.takes_chats.contains(&show));
        let load = u16::try_from(self.load(key)).unwrap_or(u16::MAX);
        let room = if there { operator.capacity.saturating_sub(load) } else { 0 };
        let most = self.config.limits.broadcasts_per_operator as usize;
        Stand { there, room, listening: room > 0 && self.broadcasts(key) < most }
    }

    /// Looks at how an operator stands. Who has more room than before is fed; who was free before
    /// has been offered all that waits for them.
    pub(crate) fn restand(&mut self, key: Key) {
        let after = self.stand(key);
        let limits = self.operators[&key].assignments.values();
        let limited = limits.clone().any(|assigned| assigned.limit.is_some());
        let operator = self.the_operator(key);
        let dearest = operator.dearest;
        let before = core::mem::replace(&mut operator.stood, after);
        let more = before.room < after.room && before.room < dearest;
        if more || (after.listening && !before.listening) || limited {
            self.hungry.insert(key);
        }
        self.touched.remove(&key);
        self.look();
    }
}
