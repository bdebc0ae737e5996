//! Wrap-up: the patron has left, and the operator finishes their notes before the record comes.

use crate::chat::{ChatKey, Phase, Step};
use crate::command::{Actor, FinishWrapUp};
use crate::deadline::Due;
use crate::event::EventKind;
use crate::recipients::Recipients;
use crate::record::{Outcome, TransferFailure};
use crate::refusal::Refusal;
use crate::router::Router;
use crate::time::Span;

impl Router {
    /// The conversation is over, and so is the chat, unless an operator answers it and the policy
    /// of its queue gives them time.
    pub(crate) fn end_or_wrap_up(&mut self, chat: ChatKey, outcome: Outcome) {
        let state = &self.chats[chat];
        let span = self.queues[state.queue].policy.wrap_up.filter(|&span| span > Span::ZERO);
        match span.filter(|_| state.owner.is_some()) {
            Some(span) => self.begin_wrap_up(chat, outcome, span),
            None => self.end(chat, outcome, None),
        }
    }

    fn begin_wrap_up(&mut self, key: ChatKey, outcome: Outcome, span: Span) {
        self.fail_transfer(key, TransferFailure::ChatEnded);
        self.conclude_conversation(key, outcome);
        let timer = self.timers.set(self.now, span, Due::WrapUpEnds(key));
        let state = &mut self.chats[key];
        state.go(Step::WrapUp);
        state.wrap_up = Some(timer);
        let patron = state.patron;
        self.forget_patron(patron);
        let to = self.everybody(key);
        self.dissolve_company(key);
        self.track_crossings(key);
        let state = &self.chats[key];
        self.raise(EventKind::WrapUpStarted {
            chat: state.id.clone(),
            outcome,
            until: self.now.saturating_add(span),
            to,
        });
    }

    pub(crate) fn finish_wrap_up(
        &mut self,
        by: &Actor,
        action: &FinishWrapUp,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<FinishWrapUp>(by, self.concerns_chat(chat))?;
        self.check_phase(chat, Phase::WrapUp)?;

        self.end_wrap_up(chat);
        Ok(())
    }

    /// A wrap-up is over: the record is handed out. The patron was told when they left.
    pub(crate) fn end_wrap_up(&mut self, key: ChatKey) {
        let timer = self.chats[key].wrap_up.take();
        self.cancel(timer);
        let owner = self.disown(key);
        let to = Recipients::staff(self.those_here(owner));
        self.chats[key].record.wrapped_up_at = Some(self.now);
        self.hand_out(key, None, to);
    }

    pub(crate) fn wrap_up_ends(&mut self, chat: ChatKey) {
        self.end_wrap_up(chat);
    }
}
