//! Presence: from sessions to how an operator is seen, grace, pauses.

use alloc::vec::Vec;

use crate::authority::Concerns;
use crate::chat::ChatKey;
use crate::command::{
    Actor, EndSession, FinishThenLeave, LogOut, Pause, SetPresence, Show, Unpause,
};
use crate::deadline::Due;
use crate::directory::institutions::at_most;
use crate::directory::{Operator, OperatorKey, QueueKey, Session};
use crate::event::{EventKind, PauseReason, Presence};
use crate::recipients::Recipients;
use crate::refusal::{Limited, Measured, Refusal};
use crate::router::Router;

impl Router {
    pub(crate) fn set_presence(&mut self, by: &Actor, action: &SetPresence) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit::<SetPresence>(by, Concerns::default().operator(key))?;
        let operator = &self.operators[key];
        let known = operator.sessions.iter().position(|session| session.id == action.session);
        if known.is_none() {
            let most = self.config.limits.sessions_per_operator;
            at_most(operator.sessions.len(), most, Limited::Sessions)?;
        }

        let at = known.unwrap_or_else(|| self.open_session(key, action));
        let session = &mut self.operators[key].sessions[at];
        session.show = action.show;
        session.priority = action.priority;
        self.renew_session(key, at);
        let grace = self.operators[key].grace.take();
        self.cancel(grace);
        self.see(key);
        self.take_back_lost(key);
        Ok(())
    }

    fn open_session(&mut self, key: OperatorKey, action: &SetPresence) -> usize {
        let operator = &mut self.operators[key];
        operator.sessions_opened = operator.sessions_opened.wrapping_add(1);
        operator.sessions.push(Session {
            id: action.session.clone(),
            serial: operator.sessions_opened,
            show: action.show,
            priority: action.priority,
            ends: None,
        });
        operator.sessions.len() - 1
    }

    fn renew_session(&mut self, key: OperatorKey, at: usize) {
        let Some(length) = self.config.session_length else {
            return;
        };
        let serial = self.operators[key].sessions[at].serial;
        let timer = self.timers.set(self.now, length, Due::SessionEnds(key, serial));
        let before = self.operators[key].sessions[at].ends.replace(timer);
        self.cancel(before);
    }

    pub(crate) fn end_session(&mut self, by: &Actor, action: &EndSession) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit::<EndSession>(by, Concerns::default().operator(key))?;
        let sessions = &self.operators[key].sessions;
        let at = sessions.iter().position(|session| session.id == action.session);
        let at = at.ok_or_else(|| Refusal::UnknownSession {
            operator: action.operator.clone(),
            session: action.session.clone(),
        })?;

        self.close_session(key, at);
        Ok(())
    }

    pub(crate) fn session_ends(&mut self, key: OperatorKey, serial: u32) {
        let sessions = &self.operators[key].sessions;
        if let Some(at) = sessions.iter().position(|session| session.serial == serial) {
            self.close_session(key, at);
        }
    }

    /// The last session of an operator starts their grace: they keep their chats for a while.
    fn close_session(&mut self, key: OperatorKey, at: usize) {
        let session = self.operators[key].sessions.remove(at);
        self.cancel(session.ends);
        if !self.operators[key].sessions.is_empty() {
            self.see(key);
            return;
        }
        let grace = self.config.grace;
        let timer = self.timers.set(self.now, grace, Due::GraceEnds(key));
        self.operators[key].grace = Some(timer);
        self.raise(EventKind::GraceStarted {
            operator: self.operators[key].id.clone(),
            until: self.now.saturating_add(grace),
        });
        self.restand(key);
    }

    pub(crate) fn log_out(&mut self, by: &Actor, action: &LogOut) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit::<LogOut>(by, Concerns::default().operator(key))?;
        let operator = &self.operators[key];
        if operator.sessions.is_empty() && operator.grace.is_none() {
            return Err(Refusal::OperatorOffline { operator: action.operator.clone() });
        }

        self.go_offline(key);
        Ok(())
    }

    pub(crate) fn grace_ends(&mut self, key: OperatorKey) {
        self.operators[key].grace = None;
        self.go_offline(key);
    }

    /// An operator is gone: no sessions, no grace, no chats.
    pub(crate) fn go_offline(&mut self, key: OperatorKey) {
        for session in core::mem::take(&mut self.operators[key].sessions) {
            self.cancel(session.ends);
        }
        let operator = &mut self.operators[key];
        operator.leaving = false;
        operator.missed = 0;
        let grace = operator.grace.take();
        self.cancel(grace);
        self.see(key);
        let mut chats: Vec<ChatKey> = self.operators[key].answering.to_vec();
        chats.sort_unstable_by_key(|&chat| self.chats[chat].place);
        for chat in chats {
            self.lose(chat);
        }
        self.leave_all_company(key);
    }

    pub(crate) fn finish_then_leave(
        &mut self,
        by: &Actor,
        action: &FinishThenLeave,
    ) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        let institution = self.operators[key].institution;
        let concerns = Concerns::institution(institution).operator(key);
        self.permit::<FinishThenLeave>(by, concerns)?;
        let operator = &self.operators[key];
        if operator.sessions.is_empty() && operator.grace.is_none() {
            return Err(Refusal::OperatorOffline { operator: action.operator.clone() });
        }
        let leaves = action.leaves;
        if operator.leaving == leaves {
            return Ok(());
        }

        self.operators[key].leaving = leaves;
        let (operator, to) = (action.operator.clone(), self.themself(key));
        self.raise(EventKind::OperatorLeaving { operator, leaves, to });
        if leaves {
            self.restand(key);
            self.work.leaving.push(key);
        } else {
            self.come(key);
        }
        Ok(())
    }

    /// Who leaves and has no chats any more is gone, in the order of registration. All that the
    /// step has begun is done by then: a transfer that was taken over, an offer that was withdrawn.
    #[inline(never)]
    pub(crate) fn log_out_leaving(&mut self) {
        let mut leaving = core::mem::take(&mut self.work.leaving);
        leaving.retain(|&key| {
            let operator = self.operators.get(key);
            operator.is_some_and(|operator| operator.leaving && operator.answering.is_empty())
        });
        leaving.sort_unstable_by_key(|&key| self.operators[key].serial);
        leaving.dedup();
        for key in leaving {
            self.go_offline(key);
        }
    }

    pub(crate) fn pause(&mut self, by: &Actor, action: &Pause) -> Result<(), Refusal> {
        self.check_text(Some(&action.reason), Measured::Note)?;
        let key = self.operator(&action.operator)?;
        let institution = self.operators[key].institution;
        self.permit::<Pause>(by, Concerns::institution(institution).operator(key))?;

        let reason = PauseReason::Asked { text: action.reason.clone() };
        if self.operators[key].pause.as_ref() != Some(&reason) {
            self.pause_for(key, reason);
        }
        Ok(())
    }

    fn pause_for(&mut self, key: OperatorKey, reason: PauseReason) {
        let operator = &mut self.operators[key];
        operator.pause = Some(reason.clone());
        let (operator, to) = (operator.id.clone(), self.themself(key));
        self.raise(EventKind::OperatorPaused { operator, reason, to });
        self.restand(key);
    }

    /// An operator let a targeted offer lapse, for a chat that rings in this queue.
    pub(crate) fn count_missed(&mut self, key: OperatorKey, queue: QueueKey) {
        let operator = &mut self.operators[key];
        operator.missed = operator.missed.saturating_add(1);
        let count = operator.missed;
        if self.queues[queue].policy.pause_after_missed.is_some_and(|most| count >= most) {
            self.pause_for(key, PauseReason::MissedOffers { count });
        }
    }

    pub(crate) fn unpause(&mut self, by: &Actor, action: &Unpause) -> Result<(), Refusal> {
        let key = self.operator(&action.operator)?;
        self.permit::<Unpause>(by, Concerns::default().operator(key))?;
        if self.operators[key].pause.is_none() {
            return Err(Refusal::NotPaused { operator: action.operator.clone() });
        }

        self.operators[key].pause = None;
        self.operators[key].missed = 0;
        let (operator, to) = (action.operator.clone(), self.themself(key));
        self.raise(EventKind::OperatorUnpaused { operator, to });
        self.come(key);
        Ok(())
    }

    /// An operator on all their screens, if they are there.
    fn themself(&self, key: OperatorKey) -> Recipients {
        Recipients::staff(self.those_here([key]))
    }

    /// Works out how an operator is seen now, and tells it if that has changed.
    fn see(&mut self, key: OperatorKey) {
        let presence = presence(&self.operators[key]);
        if self.operators[key].seen != presence {
            let before = core::mem::replace(&mut self.operators[key].seen, presence);
            self.tell_operator(key, before);
        }
        self.come(key);
    }

    /// Who begins to take chats has been idle from now on.
    pub(crate) fn come(&mut self, key: OperatorKey) {
        if !self.operators[key].stand.there && self.stand_of(key).there {
            self.operators[key].idle_turn = self.counters.next_turn();
        }
        self.restand(key);
    }

    /// Whether an operator's presence lets them be offered chats at all.
    pub(crate) fn takes_chats(&self, operator: &Operator) -> bool {
        operator.pause.is_none()
            && !operator.leaving
            && operator.capacity > 0
            && best_show(operator).is_some_and(|show| self.config.takes_chats.contains(&show))
    }

    /// Chats that an operator had lost, and that nobody has claimed yet, are theirs again.
    fn take_back_lost(&mut self, key: OperatorKey) {
        let mut lost = core::mem::take(&mut self.operators[key].lost);
        lost.sort_unstable_by_key(|&chat| self.chats[chat].place);
        for chat in lost {
            self.chats[chat].lost_by = None;
            if self.may_answer(chat, key) {
                self.claim_returned(chat, key);
            }
        }
    }
}

/// How an operator is seen. In grace `see` is not asked: they are seen as before.
fn presence(operator: &Operator) -> Presence {
    best_show(operator).map_or(Presence::Offline, Presence::from)
}

/// The best of an operator's live sessions.
fn best_show(operator: &Operator) -> Option<Show> {
    operator.sessions.iter().map(|session| session.show).min()
}
