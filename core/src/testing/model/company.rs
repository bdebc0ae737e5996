//! Who takes part in a chat beside who answers it.

use alloc::vec::Vec;

use crate::{
    Actor, Audience, Author, Body, EventKind, InviteOperator, JoinChat, Limited, Measured,
    OperatorId, Part, Presence, Refusal, RemoveParticipant, Role, TransferFailure,
};

use super::Model;
use super::directory::at_most;
use super::people::staff;
use super::permit::Concerns;
use super::state::{Key, Participant, Place, To};

/// Coming.
impl Model {
    pub(crate) fn invite_operator(
        &mut self,
        by: &Actor,
        action: &InviteOperator,
    ) -> Result<(), Refusal> {
        self.check_text(action.note.as_ref(), Measured::Note)?;
        let chat = self.chat(&action.chat)?;
        let guest = self.operator(&action.operator)?;
        let owner = self.answering(by, chat)?;
        self.must_be_answered(chat)?;
        if guest == owner || self.chats[&chat].excluded.contains(&guest) {
            return Err(self.not_eligible(chat, guest));
        }
        if self.is_invited(chat, guest) || self.participant(chat, guest).is_some() {
            return Ok(());
        }
        if !self.may_answer(chat, guest) {
            return Err(self.no_grant(self.home(chat), self.institution_of(guest)));
        }
        self.check_in_force(chat, To::Operator(guest))?;
        self.must_have_session(guest)?;
        self.must_have_room_for_company(chat)?;

        self.the_chat(chat).invited.push(guest);
        self.raise(EventKind::OperatorInvited {
            chat: action.chat.clone(),
            operator: action.operator.clone(),
            by: self.id_of(owner),
            note: action.note.clone(),
        });
        Ok(())
    }

    pub(crate) fn join_chat(&mut self, by: &Actor, action: &JoinChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Rung], &Concerns::chat(chat))?;
        let operator = self.acting_operator(by)?;
        self.must_be_answered(chat)?;
        let before = self.participant(chat, operator).map(|present| present.part);
        if before == Some(action.part) {
            return Ok(());
        }
        if self.chats[&chat].excluded.contains(&operator) {
            return Err(self.not_eligible(chat, operator));
        }
        let (invited, part) = (self.is_invited(chat, operator), action.part);
        let owns = self.chats[&chat].owner == Some(operator);
        if part == Part::Invited && !invited && !owns {
            let (chat, operator) = (action.chat.clone(), self.id_of(operator));
            return Err(Refusal::NotInvited { chat, operator });
        }
        if owns || !self.may_be(chat, operator, part) {
            return Err(self.barred(operator));
        }
        self.must_have_session(operator)?;
        if before.is_none() && !invited {
            self.must_have_room_for_company(chat)?;
        }

        self.take_part(chat, operator, action.part);
        Ok(())
    }

    /// Whether somebody who has come may take this part.
    fn may_be(&self, chat: Place, operator: Key, part: Part) -> bool {
        let state = &self.chats[&chat];
        let over = &self.operators[&operator].over_queues;
        let oversees = over.contains(&state.queue) || over.contains(&state.origin);
        let owner = state.owner.map(|owner| self.institution_of(owner));
        let abroad = owner.is_some_and(|owner| owner != self.home(chat));
        match part {
            Part::Invited => self.may_answer(chat, operator),
            Part::Observer => oversees || (abroad && self.is_home_staff(operator, chat)),
            Part::Whisperer => oversees,
        }
    }

    /// An operator takes part from now on, or has another part.
    pub(crate) fn take_part(&mut self, chat: Place, operator: Key, part: Part) {
        let before = self.participant(chat, operator).map(|present| present.part);
        if before == Some(Part::Invited) && part != Part::Invited {
            // The patron does not see the new part.
            let mut others = self.staff_of(chat);
            others.retain(|&one| one != operator);
            self.tell_left(chat, operator, Part::Invited, &others);
        }
        let view = self.view(chat, operator);
        let state = self.the_chat(chat);
        let since = u32::try_from(state.transcript.len()).expect("there are few") + 1;
        state.invited.retain(|&invited| invited != operator);
        let present = state.present.iter_mut().find(|present| present.operator == operator);
        let comes = present.is_none();
        match present {
            Some(present) => present.part = part,
            None => state.present.push(Participant { operator, part, view }),
        }
        let id = self.id_of(operator);
        let body = Body::Joined { operator: id.clone(), part };
        self.write(chat, Author::Router, audience(part), body);
        let to = self.readers(chat, &audience(part));
        let named = self.chats[&chat].id.clone();
        self.raise(EventKind::OperatorJoined { chat: named, operator: id, part, to });
        if comes {
            self.show_transcript(chat, operator, (view, since), (None, None));
        }
        self.judge_grants();
    }

    fn is_invited(&self, chat: Place, operator: Key) -> bool {
        self.chats[&chat].invited.contains(&operator)
    }

    fn must_have_session(&self, operator: Key) -> Result<(), Refusal> {
        let state = &self.operators[&operator];
        if state.sessions.is_empty() {
            return Err(Refusal::OperatorOffline { operator: state.id.clone() });
        }
        Ok(())
    }

    pub(crate) fn must_have_room_for_company(&self, chat: Place) -> Result<(), Refusal> {
        let state = &self.chats[&chat];
        let count = state.invited.len() + state.present.len();
        at_most(count, self.config.limits.participants, Limited::Participants)
    }
}

/// Going.
impl Model {
    pub(crate) fn remove_participant(
        &mut self,
        by: &Actor,
        action: &RemoveParticipant,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let operator = self.operator(&action.operator)?;
        let roles =
            [Role::Host, Role::Institution, Role::Operator, Role::Answering, Role::Supervisor];
        self.permit(by, &roles, &self.concerns_chat(chat).operator(operator))?;
        if self.consulted(chat).is_some_and(|consulted| consulted.operator == operator) {
            let themself = *by == Actor::from(action.operator.clone());
            let why = if themself { TransferFailure::Declined } else { TransferFailure::Cancelled };
            self.fail_transfer(chat, why);
            return Ok(());
        }
        if !self.is_invited(chat, operator) && self.participant(chat, operator).is_none() {
            let (chat, operator) = (action.chat.clone(), action.operator.clone());
            return Err(Refusal::NotInvited { chat, operator });
        }

        self.leave_company(chat, operator);
        Ok(())
    }

    /// Somebody takes part no more, or is not invited any more.
    fn leave_company(&mut self, chat: Place, operator: Key) {
        if self.is_invited(chat, operator) {
            self.the_chat(chat).invited.retain(|&invited| invited != operator);
            self.tell_uninvited(chat, operator);
            return;
        }
        let Some(part) = self.participant(chat, operator).map(|present| present.part) else {
            return;
        };
        // Who is gone is not told.
        let gone = self.operators[&operator].seen == Presence::Offline;
        let mut told = self.staff_of(chat);
        told.retain(|&one| !(gone && one == operator));
        self.tell_left(chat, operator, part, &told);
        self.the_chat(chat).present.retain(|present| present.operator != operator);
    }

    fn tell_left(&mut self, chat: Place, operator: Key, part: Part, told: &[Key]) {
        let id = self.id_of(operator);
        let body = Body::Left { operator: id.clone(), part };
        self.write(chat, Author::Router, audience(part), body);
        let to = self.told(told, &audience(part));
        let chat = self.chats[&chat].id.clone();
        self.raise(EventKind::OperatorLeft { chat, operator: id, part, to });
    }

    fn tell_uninvited(&mut self, chat: Place, operator: Key) {
        let owner = self.chats[&chat].owner;
        let to = staff(self.those_here([operator].into_iter().chain(owner)));
        let (chat, operator) = (self.chats[&chat].id.clone(), self.id_of(operator));
        self.raise(EventKind::InvitationWithdrawn { chat, operator, to });
    }

    /// Nobody takes part any more, and nobody is invited. Who did.
    pub(crate) fn dissolve_company(&mut self, chat: Place) -> Vec<OperatorId> {
        for invited in core::mem::take(&mut self.the_chat(chat).invited) {
            self.tell_uninvited(chat, invited);
        }
        let present = core::mem::take(&mut self.the_chat(chat).present);
        present.into_iter().map(|present| self.id_of(present.operator)).collect()
    }

    /// An operator is gone.
    pub(crate) fn leave_all_company(&mut self, operator: Key) {
        for chat in self.chats.keys().copied().collect::<Vec<_>>() {
            self.leave_company(chat, operator);
        }
    }

    /// Whoever may take part no more leaves; who stays reads no more than grants let them now.
    pub(crate) fn review_company(&mut self, chat: Place) {
        for guest in self.chats[&chat].invited.clone() {
            if !self.may_answer(chat, guest) {
                self.leave_company(chat, guest);
            }
        }
        for Participant { operator, part, view, .. } in self.chats[&chat].present.clone() {
            if !self.may_be(chat, operator, part) {
                self.leave_company(chat, operator);
                continue;
            }
            let narrowed = view.min(self.view(chat, operator));
            for present in &mut self.the_chat(chat).present {
                if present.operator == operator {
                    present.view = narrowed;
                }
            }
        }
    }

    /// What lets an operator take part may have ended everywhere.
    pub(crate) fn review_company_of(&mut self, operator: Key) {
        for chat in self.chats.keys().copied().collect::<Vec<_>>() {
            if self.is_invited(chat, operator) || self.participant(chat, operator).is_some() {
                self.review_company(chat);
            }
        }
    }
}

/// The patron sees those alone who may write to them.
const fn audience(part: Part) -> Audience {
    match part {
        Part::Invited => Audience::Everyone,
        Part::Observer | Part::Whisperer => Audience::Staff,
    }
}
