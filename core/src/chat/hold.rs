//! On hold: the operator keeps the chat, and the patron waits for them.

use crate::chat::{Phase, Step};
use crate::command::{Actor, HoldChat, ResumeChat};
use crate::event::EventKind;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::transcript::{Audience, Author, Body};

impl Router {
    pub(crate) fn hold_chat(&mut self, by: &Actor, action: &HoldChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let operator = self.answering::<HoldChat>(by, chat)?;
        if self.chats[chat].phase() == Phase::OnHold {
            return Ok(());
        }
        self.check_phase(chat, Phase::Active)?;

        self.chats[chat].go(Step::Hold);
        self.stop_idling(chat);
        let operator = self.operators[operator].id.clone();
        let body = Body::Held { operator: operator.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        let (chat, to) = (action.chat.clone(), self.everybody(chat));
        self.raise(EventKind::ChatHeld { chat, operator, to });
        Ok(())
    }

    pub(crate) fn resume_chat(&mut self, by: &Actor, action: &ResumeChat) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        let operator = self.answering::<ResumeChat>(by, chat)?;
        if self.chats[chat].phase() == Phase::Active {
            return Ok(());
        }
        self.check_phase(chat, Phase::OnHold)?;

        self.chats[chat].go(Step::Resume);
        let operator = self.operators[operator].id.clone();
        let body = Body::Resumed { operator: operator.clone() };
        self.write(chat, Author::Router, Audience::Everyone, body);
        let (name, to) = (action.chat.clone(), self.everybody(chat));
        self.raise(EventKind::ChatResumed { chat: name, operator, to });
        self.idle_again(chat);
        Ok(())
    }
}
