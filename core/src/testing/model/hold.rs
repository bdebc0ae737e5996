//! The patron waits for a while, or their connection is lost.

use crate::{
    Actor, Audience, Author, Body, DropPatron, EventKind, HoldChat, Outcome, Phase, Recipients,
    Refusal, ResumeChat, ReturnPatron, Role,
};

use super::permit::Concerns;
use super::state::Place;
use super::{Due, Model};

/// Holds.
impl Model {
    pub(crate) fn hold_chat(&mut self, by: &Actor, action: &HoldChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let owner = self.answering(by, chat)?;
        match self.chats[&chat].phase {
            Phase::OnHold => return Ok(()),
            Phase::Active => {}
            _ => return Err(self.wrong_phase(chat)),
        }

        self.the_chat(chat).phase = Phase::OnHold;
        self.stop_counting(chat);
        let operator = self.id_of(owner);
        let body = Body::Held { operator: operator.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        let to = self.everybody(chat);
        self.raise(EventKind::ChatHeld { chat: action.chat.clone(), operator, to });
        Ok(())
    }

    pub(crate) fn resume_chat(&mut self, by: &Actor, action: &ResumeChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let owner = self.answering(by, chat)?;
        match self.chats[&chat].phase {
            Phase::Active => return Ok(()),
            Phase::OnHold => {}
            _ => return Err(self.wrong_phase(chat)),
        }

        self.the_chat(chat).phase = Phase::Active;
        let operator = self.id_of(owner);
        let body = Body::Resumed { operator: operator.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        let to = self.everybody(chat);
        self.raise(EventKind::ChatResumed { chat: action.chat.clone(), operator, to });
        self.begin_counting(chat);
        Ok(())
    }
}

/// Connections.
impl Model {
    pub(crate) fn drop_patron(&mut self, by: &Actor, action: &DropPatron) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Host, Role::Patron], &Concerns::chat(chat))?;
        let state = &self.chats[&chat];
        let dropped = self.runs(Due::PatronGrace(chat)).is_some();
        if state.stored || dropped || state.phase == Phase::WrapUp {
            return Ok(());
        }

        let until = self.set(self.config.patron_grace, Due::PatronGrace(chat));
        self.write(chat, Author::Router, Audience::Staff, Body::PatronDropped);
        let to = Recipients { patron: false, ..self.everybody(chat) };
        self.raise(EventKind::PatronDropped { chat: action.chat.clone(), until, to });
        Ok(())
    }

    pub(crate) fn return_patron(
        &mut self,
        by: &Actor,
        action: &ReturnPatron,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit(by, &[Role::Host, Role::Patron], &Concerns::chat(chat))?;

        self.patron_is_back(chat);
        Ok(())
    }

    pub(crate) fn patron_is_back(&mut self, chat: Place) {
        if self.runs(Due::PatronGrace(chat)).is_none() {
            return;
        }
        self.cancel(Due::PatronGrace(chat));
        self.write(chat, Author::Router, Audience::Staff, Body::PatronReturned);
        let to = self.everybody(chat);
        let chat = self.chats[&chat].id.clone();
        self.raise(EventKind::PatronReturned { chat, to });
    }

    /// The patron has left, or has not come back.
    pub(crate) fn patron_leaves(&mut self, chat: Place) {
        let answered = !self.chats[&chat].answers.is_empty();
        let outcome = if answered { Outcome::PatronLeft } else { Outcome::Abandoned };
        self.end_or_wrap_up(chat, outcome);
    }
}
