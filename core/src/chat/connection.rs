//! A patron whose connection is lost: for a while they keep their chat, and their place.

use crate::authority::Concerns;
use crate::chat::{ChatKey, Phase};
use crate::command::{Actor, DropPatron, ReturnPatron};
use crate::deadline::Due;
use crate::event::EventKind;
use crate::refusal::Refusal;
use crate::router::Router;
use crate::transcript::{Audience, Author, Body};

impl Router {
    pub(crate) fn drop_patron(&mut self, by: &Actor, action: &DropPatron) -> Result<(), Refusal> {
        let key = self.chat(&action.chat)?;
        self.permit::<DropPatron>(by, Concerns::chat(key))?;
        let chat = &self.chats[key];
        if chat.stored || chat.dropped.is_some() || chat.phase() == Phase::WrapUp {
            return Ok(());
        }

        let grace = self.config.patron_grace;
        self.chats[key].dropped = Some(self.timers.set(self.now, grace, Due::PatronGrace(key)));
        self.write(key, Author::Router, Audience::Staff, Body::PatronDropped);
        self.raise(EventKind::PatronDropped {
            chat: action.chat.clone(),
            until: self.now.saturating_add(grace),
            to: self.everybody(key).with_patron(false),
        });
        Ok(())
    }

    pub(crate) fn return_patron(
        &mut self,
        by: &Actor,
        action: &ReturnPatron,
    ) -> Result<(), Refusal> {
        let chat = self.chat(&action.chat)?;
        self.permit::<ReturnPatron>(by, Concerns::chat(chat))?;

        self.patron_is_back(chat);
        Ok(())
    }

    /// The patron has said something, if only that they are there.
    pub(crate) fn patron_is_back(&mut self, key: ChatKey) {
        let Some(timer) = self.chats[key].dropped.take() else { return };
        self.cancel(Some(timer));
        self.write(key, Author::Router, Audience::Staff, Body::PatronReturned);
        let chat = self.chats[key].id.clone();
        self.raise(EventKind::PatronReturned { chat, to: self.everybody(key) });
    }

    /// A patron has not come back: they have left.
    pub(crate) fn patron_grace_ends(&mut self, chat: ChatKey) {
        self.chats[chat].dropped = None;
        self.patron_leaves(chat);
    }
}
